"""The ways in which reviewers lay an extraction out, each with the mapping that says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from messy.cells import Page
from messy.content import Form, Line, StudyRows
from messy.pages import place
from messy.review import Column, Habits
from messy.tables import Grid, Head, extras, study_cells

GROUPS = ("Technical details", "Details of treatment", "What was done")


@dataclass
class Laid:
    """The pages of a review, the files in which they stand (by number of page), its tables, its unknown columns."""

    pages: list[Page] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)
    apart: bool = False
    """Whether each page is a file of its own, whatever it is."""


def rows(made: Habits, form: Form) -> Laid:
    """A row for each arm or procedure, all on one page or by halves on two."""
    shared = [*form.identity.values(), *form.of_study]
    grid = _grid(made, form, shared, [(study, line) for study in form.studies for line in study.lines])
    _numbered(made, grid)
    extras(made, grid, strays=True)
    table: dict[str, Any] = {"name": "arms", "columns": grid.entries, "always": form.always}
    laid = Laid(alarms=grid.alarms)
    if made.foreign and made.workbook and len(form.studies) > 3 and made.chance(0.2, "rows on two sheets"):
        half = next(n for n, study in enumerate(grid.studies) if study == form.studies[2].written)
        for number, (start, stop) in enumerate(((0, half), (half, len(grid.lines))), start=1):
            part = Grid(grid.heads, grid.lines[start:stop], grid.studies[start:stop], grid.two_rows, grid.once)
            page = Page(f"Arms {number}")
            place(made, part, page)
            laid.pages.append(page)
        table["sheets"] = ["Arms *"]
    else:
        page = Page(made.rng.choice(("Arms", "Sheet1", "Extraction")))
        if made.foreign and not grid.two_rows:
            _written_once(made, grid, table)
        left = made.rng.choice((0, 0, 0, 1)) if made.workbook else 0
        first, last = place(made, grid, page, left=left)
        if grid.two_rows and (not made.workbook or made.chance(0.4, "header rows named")):
            table["header_rows"] = [first, last]
        laid.pages.append(page)
        if made.workbook and made.foreign:
            _other_pages(made, laid, table, page)
    laid.tables = [table] if made.foreign else []
    return laid


def _of_study(grid: Grid) -> int:
    return next(n for n, head in enumerate(grid.heads) if head.of is not None and head.of.name == "study")


def _numbered(made: Habits, grid: Grid) -> None:
    """Write the names of studies as this table does, which may be without their #."""
    column, written = _of_study(grid), study_cells(made, grid.studies)
    for line, study in zip(grid.lines, grid.studies, strict=True):
        line[column] = written[study]


def _written_once(made: Habits, grid: Grid, table: dict[str, Any]) -> None:
    """Leave the name of a study out of all its lines but the first, and say so in the mapping."""
    if not made.chance(0.2, "study written in the first of its rows only"):
        return
    table["fill_down"] = ["study"]
    column = _of_study(grid)
    grid.once -= {column}
    for number, line in enumerate(grid.lines):
        if number and grid.studies[number] == grid.studies[number - 1]:
            line[column] = None


def _other_pages(made: Habits, laid: Laid, table: dict[str, Any], page: Page) -> None:
    if made.chance(0.5):
        table["sheets"] = [page.name]
        if made.chance(0.6, "other sheets beside"):
            prose = Page("Read me", [["How to fill in this form"], [], ["One row per arm. Ask Ann when in doubt."]])
            lists = Page("Lists", [["yes", "no"], ["fluoroscopy", "ct"], ["", "ultrasound"]])
            laid.pages = [prose, *laid.pages, lists]


def _grid(made: Habits, form: Form, shared: list[Column], lines: list[tuple[StudyRows, Line]]) -> Grid:
    columns = [*shared, *form.of_arm]
    if made.chance(0.6, "columns in any order"):
        made.rng.shuffle(columns)
    two_rows = made.foreign and not made.mangled and len(form.of_arm) > 2 and made.chance(0.2, "header of two rows")
    group = made.rng.choice(GROUPS)
    if two_rows:
        columns.sort(key=lambda column: column.name in {one.name for one in form.of_arm})
    heads = []
    for column in columns:
        above = group if two_rows and column.name in {one.name for one in form.of_arm} else ""
        text = made.rng.choice((column.heading, column.older[0])) if column.older and not above else column.heading
        heads.append(Head(text, above, column))
    own = {column.name for column in form.of_study}
    cells = [[({**study.cells, **line.cells})[column.name] for column in columns] for study, line in lines]
    once = frozenset(n for n, column in enumerate(columns) if column.name in own or column.name == "study")
    grid = Grid(heads, cells, [study.written for study, _ in lines], two_rows, once)
    grid.entries = [head.of.entry(f"{head.above} / " if head.above else "") for head in heads if head.of is not None]
    return grid


def _study_table(made: Habits, form: Form) -> Grid:
    key = Column("study", made.rng.choice(("Study ID", "Study", "Covidence #")), mapped={"feeds": "study"})
    columns = [key, *form.of_study]
    names = [study.written for study in form.studies]
    written = study_cells(made, names)
    lines = [[written[study.written], *(study.cells[one.name] for one in form.of_study)] for study in form.studies]
    grid = Grid([Head(one.heading, "", one) for one in columns], lines, names)
    grid.entries = [one.entry() for one in columns]
    return grid


def joined(made: Habits, form: Form) -> Laid:
    """A table of studies and a table of arms: on two sheets, below each other on one, or in two files."""
    studies = _study_table(made, form)
    lines = [(study, line) for study in form.studies for line in study.lines]
    arms = _grid(made, form, list(form.identity.values()), lines)
    extras(made, studies, strays=False)
    extras(made, arms, strays=True)
    _numbered(made, arms)
    tables: list[dict[str, Any]] = [
        {"name": "arms", "columns": arms.entries, "always": form.always},
        {"name": "studies", "columns": studies.entries, "join": {"to": "arms", "on": ["study"]}},
    ]
    laid = Laid(tables=tables, alarms=[*arms.alarms, *studies.alarms])
    if made.workbook and made.chance(0.3, "two tables on one sheet"):
        page = Page("Extraction")
        titles = (("arms", arms, "Study arms"), ("studies", studies, "Study information"))
        for number, (_, grid, title) in enumerate(titles):
            place(made, grid, page, title=title)
            tables[number]["title"] = title
        laid.pages = [page]
        return laid
    pages = [Page("Study information"), Page("Study arms")]
    for page, grid, table in zip(pages, (studies, arms), (tables[1], tables[0]), strict=True):
        first, last = place(made, grid, page)
        if grid.two_rows and not made.workbook:
            table["header_rows"] = [first, last]
    laid.pages, laid.apart = pages, not made.workbook
    for table, page in zip(reversed(tables), pages, strict=True):
        if made.workbook:
            table["sheets"] = [page.name]
        else:
            table["files"] = [f"{page.name.lower().replace(' ', '_')}*"]
    return laid


BLOCKS: tuple[tuple[str, str], ...] = (
    ("{column}.Intervention.{block}", r"(?P<column>.+)\.Intervention\.(?P<block>[0-9]+)"),
    ("Arm {block} - {column}", r"Arm (?P<block>[0-9]+) - (?P<column>.+)"),
    ("{column} (arm {block})", r"(?P<column>.+) \(arm (?P<block>[0-9]+)\)"),
)


def _wide(made: Habits, form: Form) -> tuple[Grid, dict[str, Any]]:
    """A line for each study, whose arms stand beside each other; where there are fewer arms the rest is blank."""
    shape, pattern = BLOCKS[0] if made.mangled else made.rng.choice(BLOCKS)
    inner = [form.identity[name] for name in ("arm", "role") if name in form.identity] + form.of_arm
    most = max(len(study.lines) for study in form.studies)
    shared = [form.identity["study"], *form.of_study]
    heads = [Head(one.heading, "", one) for one in shared]
    for block in range(1, most + 1):
        heads += [Head(shape.format(column=one.heading, block=block), "", one) for one in inner]
    lines = []
    for study in form.studies:
        line = [study.written, *(study.cells[one.name] for one in form.of_study)]
        for block in range(most):
            own = study.lines[block].cells if block < len(study.lines) else {}
            line += [own.get(one.name) for one in inner]
        lines.append(line)
    grid = Grid(heads, lines, [study.written for study in form.studies])
    grid.entries = [one.entry() for one in (*shared, *inner)]
    return grid, {"name": "studies", "blocks": {"pattern": pattern}, "columns": grid.entries, "always": form.always}


def wide(made: Habits, form: Form) -> Laid:
    """A row for each study with repeated blocks of columns."""
    grid, table = _wide(made, form)
    extras(made, grid, strays=True)
    page = Page(made.rng.choice(("Studies", "Sheet1", "export")))
    place(made, grid, page)
    return Laid([page], [table], grid.alarms)


def sheets(made: Habits, form: Form) -> Laid:
    """A sheet for each study, which lists the fields of the form in its first column under `Agreed`."""
    grid, table = _wide(made, form)
    table["form"] = "study_sheets"
    above = made.rng.choice((None, "Value"))
    laid = Laid(tables=[table])
    for number, line in enumerate(grid.lines, start=1):
        page = Page(f"S{number}", [["Agreed", above]])
        for head, cell in zip(grid.heads, line, strict=True):
            page.rows.append([head.text, cell])
        laid.pages.append(page)
    return laid


LAYOUTS: tuple[tuple[str, int, Callable[[Habits, Form], Laid]], ...] = (
    ("a row for each arm or procedure", 50, rows),
    ("studies and arms joined", 20, joined),
    ("repeated blocks", 20, wide),
    ("a sheet for each study", 10, sheets),
)
