"""The sheets of a filled template: what each of their columns is called, and the rows in which something stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as member
from functools import cached_property

from fidelity.errors import Fault, Place, Problem
from fidelity.model.codebook import Codebook
from fidelity.model.words import fold
from fidelity.read.columns import OWN, VALUE, target_of
from fidelity.read.grids.grid import Block, Book, Cell, Grid
from fidelity.read.layout.beside import formula_of, saved_values, unsaved
from fidelity.read.layout.spread import valueless_cells
from fidelity.read.template_layout import (
    ARMS,
    FILLED,
    HEADINGS,
    JUDGED,
    NOT_FILLED,
    PROCEDURES,
    REQUIRED_SIGN,
    SAID,
    STUDIES,
    without_unit,
)

_DEEPEST = 8
"""The headings stand in one of so many rows."""
_KNOWN_BY = ((JUDGED, "criterion"), (SAID, "field"), (PROCEDURES, "procedure"), (ARMS, "arm"), (STUDIES, "study"))
"""The column that tells what a sheet is, whatever it is called now: the first that it has."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A cell of a row: its text, and where it stands (number of its sheet, row, column)."""

    text: str
    at: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet in which something stands, by the machine names of the columns."""

    part: Part
    number: int
    entries: Mapping[str, Entry]
    untold: frozenset[str] = frozenset()
    """The columns in which something stands that tells no value: an error, or a formula of which none is saved."""
    spoilt: tuple[Problem, ...] = ()
    """What is wrong with its cells, whatever they mean: those that tell no value, dates that the spreadsheet made."""

    def text(self, name: str) -> str:
        """Return what stands in a column; empty where nothing does."""
        return self.entries[name].text if name in self.entries else ""

    def place(self, name: str) -> Place:
        """Return the cell of a column, or that of the row's study where there is no such column."""
        column = self.part.columns.get(name, self.part.columns["study"])
        return self.part.grid.place(self.number, column)

    def at(self, name: str) -> tuple[int, int, int]:
        """Return where the cell of a column stands, or that of the row's study."""
        return (self.part.sheet, self.number, self.part.columns.get(name, self.part.columns["study"]))


@dataclass(frozen=True)
class Part:
    """A sheet of the form: its kind, its columns by their machine names, and its rows."""

    grid: Grid
    sheet: int
    kind: str
    header: int
    columns: dict[str, int]
    problems: list[Problem] = member(default_factory=list)

    def heading(self, name: str) -> str:
        """Return what a column is called on the sheet."""
        column = self.columns[name]
        above = _text(self.grid, self.header - 1, column) if self.header else ""
        return above or _text(self.grid, self.header, column)

    @cached_property
    def merged(self) -> dict[Cell, Cell]:
        """The cell whose text a merged cell shows."""
        return {cell: (block.top, block.left) for block in self.grid.merged for cell in _within(block)}

    @cached_property
    def valueless(self) -> frozenset[Cell]:
        """The cells whose formula has no saved value: they only look blank."""
        return valueless_cells(self.grid)

    @cached_property
    def telling_nothing(self) -> frozenset[Cell]:
        """The cells in which something stands that tells no value."""
        return self.valueless | self.grid.errors.keys()

    def text(self, row: int, column: int) -> str:
        """Return what a cell shows; merged cells all show the same."""
        return _text(self.grid, *self._shown(row, column))

    def _shown(self, row: int, column: int) -> Cell:
        return self.merged.get((row, column), (row, column))

    def about(self, row: int) -> str:
        """Return what a row is about: study, arm and procedure; its number where it names none of them."""
        names = [self.columns[name] for name in ("study", "arm", "procedure") if name in self.columns]
        texts = [self.text(row, column) for column in names if self._shown(row, column) not in self.grid.errors]
        return "/".join(filter(None, texts)) or f"row {row + 1}"

    def rows(self, codebook: Codebook) -> Iterator[Row]:
        """Yield the rows in which something stands, if only a formula without a value."""
        for number in range(self.header + 1, self.grid.cells.height):
            cells = {name: self._shown(number, column) for name, column in self.columns.items()}
            untold = frozenset(name for name, cell in cells.items() if cell in self.telling_nothing)
            entries = {
                name: Entry(text, (self.sheet, number, self.columns[name]))
                for name, cell in cells.items()
                if name not in untold and (text := _text(self.grid, *cell))
            }
            if entries or untold:
                yield Row(self, number, entries, untold, tuple(self._spoilt(number, codebook, cells)))

    def _spoilt(self, number: int, codebook: Codebook, cells: Mapping[str, Cell]) -> Iterator[Problem]:
        for name, cell in cells.items():
            field = codebook.fields.get(name)
            found = _text(self.grid, *cell)
            fault = None
            if cell in self.valueless:
                fault, found = unsaved(self.grid, cell), formula_of(self.grid, cell)
            elif cell in self.grid.errors:
                what = f"the cell holds the error {found}"
                fault = Fault("error-cell", what, "write the value, or leave the cell empty")
            elif cell in self.grid.dates and (field is None or field.type not in ("date", "text")) and name != "when":
                what = f"the workbook holds the date {found} here: entries such as 10-12 become dates"
                fault = Fault("date-cell", what, "format the cell as text and write it again, such as 10 to 12")
            if fault is not None:
                yield fault.at(self.grid.place(*cell), self.about(number), header=self.heading(name), found=found)

    def saved(self) -> list[Problem]:
        """Return the note that names the cells of which the value saved with a formula is read."""
        columns = {*self.columns.values()}
        cells = [at for at in sorted(self.grid.formulas) if at[0] > self.header and at[1] in columns]
        return saved_values(
            self.grid, [at for at in cells if at not in self.valueless], self.grid.sheet or self.grid.source
        )


def parts_of(book: Book, codebook: Codebook) -> tuple[list[Part], list[Problem], list[Problem]]:
    """Return the sheets of a book that hold entries of the form, what is wrong with their headings, and notes.

    A sheet under another name is one of the form if it has both rows of headings; else it is the reviewer's own.
    """
    parts: list[Part] = []
    problems: list[Problem] = []
    notes: list[Problem] = []
    for number, grid in enumerate(book.grids):
        if grid.sheet in NOT_FILLED:
            continue
        header = _header(grid, codebook)
        if header is not None and (grid.sheet in FILLED or _has_both(grid, header)):
            part = _part(grid, number, header, codebook)
            parts.append(part)
            problems += part.problems
            notes += part.saved()
        elif grid.sheet in FILLED and _filled(grid):
            what = f"the sheet {grid.sheet} has no row that names its columns"
            remedy = "copy the two rows of headings from an empty form: fidelity template -o form.xlsx"
            problems.append(Problem("missing-header", grid.place(0, 0), grid.sheet or "", what, remedy))
        elif _filled(grid):
            what = f"the sheet {grid.sheet} is none of the form, and is not read"
            remedy = "nothing is to be done if it is your own"
            notes.append(Problem("own-sheet", grid.place(0, 0), grid.sheet or "", what, remedy))
    return parts, problems, notes


def _has_both(grid: Grid, header: int) -> bool:
    return header > 0 and any(text.startswith("Study" + REQUIRED_SIGN) for text in map(str, grid.cells.row(header - 1)))


def _filled(grid: Grid) -> bool:
    return any(text.strip() for row in grid.cells.iter_rows() for text in row)


def _header(grid: Grid, codebook: Codebook) -> int | None:
    """Return the row that names the columns: the one with the most machine names, else with the most headings."""
    machine, headings = _machine_names(codebook), _headings(codebook)
    for names in (machine, headings):
        best = (0, -1)
        for row in range(min(_DEEPEST, grid.cells.height)):
            texts = [str(text) for text in grid.cells.row(row)]
            found = [machine.get(fold(text)) if names is machine else _name(text, headings) for text in texts]
            if "study" in found:
                best = max(best, (sum(name is not None for name in found), -row))
        if best[0] > 1:
            return -best[1]
    return None


def _machine_names(codebook: Codebook) -> dict[str, str]:
    own = [name for columns in HEADINGS.values() for name in columns]
    return {fold(name): name for name in (*own, *codebook.fields)}


def _headings(codebook: Codebook) -> dict[str, str]:
    names = {fold(field.label): name for name, field in codebook.fields.items()}
    return {**names, **{fold(text): name for columns in HEADINGS.values() for name, text in columns.items()}}


def _name(text: str, names: Mapping[str, str]) -> str | None:
    return names.get(fold(text.strip())) or names.get(fold(without_unit(text)))


def _part(grid: Grid, sheet: int, header: int, codebook: Codebook) -> Part:
    machine = _machine_names(codebook)
    called: dict[int, str] = {}
    shown: dict[int, str] = {}
    for column in range(grid.cells.width):
        rows = [_text(grid, row, column) for row in (header, header - 1) if row >= 0]
        shown[column] = next((text for text in reversed(rows) if text), "")
        found = [name for text in rows if text and (name := _called(text, machine, codebook))]
        if found:
            called[column] = found[0]
    kind = next(kind for kind, name in _KNOWN_BY if name in called.values())
    columns: dict[str, int] = {}
    problems: list[Problem] = []
    for column in range(grid.cells.width):
        name = called.get(column)
        if shown[column].startswith(OWN) or not (shown[column] or _below(grid, header, column)):
            continue
        fault = None
        if name is None or (name not in HEADINGS[kind] and kind in (SAID, JUDGED)):
            if _below(grid, header, column):
                what = f"the column {shown[column]!r} is none of the form, and is not read"
                fault = Fault("unread-column", what, f"begin its heading with {OWN} if it is yours, or delete it")
        elif name in columns:
            what = f"the column {shown[column]!r} stands here a second time; the first is read"
            fault = Fault("duplicate-column", what, "delete one of the two")
        else:
            columns[name] = column
        if fault is not None:
            problems.append(fault.at(grid.place(header, column), shown[column] or "a column", header=shown[column]))
    return Part(grid, sheet, kind, header, columns, problems)


def _called(text: str, machine: Mapping[str, str], codebook: Codebook) -> str | None:
    """Return the machine name of a column: one of the form, a field, or a part beside one."""
    found = _name(text, machine) or _name(text, _headings(codebook))
    if found is not None:
        return found
    target = target_of(text, codebook)
    return None if isinstance(target, Fault) else ".".join(part for part in target if part and part != VALUE)


def _below(grid: Grid, header: int, column: int) -> bool:
    cells = grid.cells[str(column)]
    return any(str(cells[row]).strip() for row in range(header + 1, grid.cells.height)) or any(
        at == column and row > header for row, at in grid.formulas
    )


def _text(grid: Grid, row: int, column: int) -> str:
    return str(grid.cells[str(column)][row]).strip()


def _within(block: Block) -> Iterator[Cell]:
    for row in range(block.top, block.bottom + 1):
        for column in range(block.left, block.right + 1):
            yield row, column
