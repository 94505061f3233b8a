"""Files with tables: our own formats are read as they are, a reviewer's own by a mapping, or where all is certain."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from shlex import quote
from typing import Final

from fidelity.errors import Place, Problem
from fidelity.model.codebook import Codebook
from fidelity.model.words import Status
from fidelity.read.columns import is_own, result_of_scoring
from fidelity.read.flat import Flat
from fidelity.read.grids.books import read_book
from fidelity.read.grids.grid import Book
from fidelity.read.layout.tables import find_tables
from fidelity.read.mapped import Mapped, mapping_beside
from fidelity.read.mapping.apply import Applied, apply
from fidelity.read.mapping.matching import match_columns
from fidelity.read.mapping.native import row_numbers
from fidelity.read.mapping.proposal import TableProposal
from fidelity.read.mapping.propose import propose
from fidelity.read.mapping.unread import NAMES, ReadTable, cut_off, refusals
from fidelity.read.reading import Reading, Refused
from fidelity.read.sheet import Foreign, Sheet, sheet_of_csv
from fidelity.read.steady import read_steadily
from fidelity.read.tables import read_parquet, read_sheet
from fidelity.read.template import is_template, read_template

_TEXTS: Final = frozenset({".csv", ".tsv"})
TABLES: Final = frozenset({*_TEXTS, ".xlsx", ".xlsm", ".xls", ".ods", ".parquet"})
"""The endings of files with tables."""
UNNAMED: Final = "<stdin>"
"""What a table is called that comes by standard input."""
_LISTED: Final = 6
"""As many columns that have to be asked are named in a message; the rest is counted."""


Step = Callable[[float], None]
"""Is told how much of a file is done, from 0 to 1: the cells of a workbook are half of the work."""


def read_table(
    content: bytes, source: str, codebook: Codebook, na: Status | None = None, step: Step | None = None
) -> Reading:
    """Return the procedures of a file with tables for which there is no mapping."""
    if source.lower().endswith(".parquet"):
        return read_parquet(content, source, codebook, na)
    if any(source.lower().endswith(ending) for ending in _TEXTS):
        sheet, problems = sheet_of_csv(content, source)
        if sheet is None and problems[0].code == "empty":
            return Reading(problems=tuple(problems))
        sound = sheet is not None and all(problem.code != "csv-syntax" for problem in problems)
        if sheet is not None and sound and (is_own(sheet.header, codebook) or result_of_scoring(sheet) is not None):
            return read_sheet(sheet, problems, codebook, na)
    return read_workbook(content, source, codebook, na, step)


def read_workbook(
    content: bytes, source: str, codebook: Codebook, na: Status | None = None, step: Step | None = None
) -> Reading:
    """Return the procedures of a workbook or a text table, whatever it is called, for which there is no mapping."""
    book = read_book(content, source)
    if step is not None:
        step(0.5)
    if is_template(book):
        return Reading.joined([_noticed(book), read_template(book, codebook, na)])
    found = [flat for grid in book.grids for flat in find_tables(grid)]
    tables = [flat for flat in found if flat.cells.height]
    own = [flat for flat in tables if is_own(flat.header, codebook)]
    if own:
        others = [_left(flat, own) for flat in found if not is_own(flat.header, codebook)]
        return Reading.joined([_noticed(book), *others, *(_read_own(flat, codebook, na) for flat in own)])
    if not tables:
        empty = Problem("empty", Place(source), source, "the file holds no table", "write rows below a header into it")
        unread = () if book.problems else (empty,)
        return Reading.joined(
            [_noticed(book), Reading(problems=unread, notes=tuple(n for f in found for n in f.notes))]
        )
    proposal = propose([book], codebook)
    if proposal.mapping is None:
        return Reading.joined([_noticed(book), _without_studies(tables, source)])
    if not proposal.certain:
        return Reading.joined([_noticed(book), *(_to_be_mapped(entry, source) for entry in proposal.tables)])
    return Reading.joined([_noticed(book), _read_applied(apply(proposal.mapping, [book], codebook, na), codebook, na)])


def read_mapped(mapped: Mapped, codebook: Codebook, na: Status | None = None, step: Step | None = None) -> Reading:
    """Return the procedures of files that a mapping file is for."""
    if mapped.mapping is None:
        return Reading(problems=mapped.problems)
    problems: list[Problem] = []
    books: list[Book] = []
    for path in mapped.files:
        content = read_steadily(path)
        if isinstance(content, Problem):
            problems.append(content)
        else:
            books.append(read_book(content, str(path)))
        if step is not None:
            step(len(books) / (2 * len(mapped.files)))
    applied = apply(mapped.mapping, books, codebook, na)
    used = Problem(
        "mapping", Place(str(mapped.path)), _names(books), "read by this mapping", "see it for what is meant"
    )
    noticed = [Reading(problems=tuple(problems), notes=(used,)), *map(_noticed, books)]
    return Reading.joined([*noticed, _read_applied(applied, codebook, na)])


def _names(books: Sequence[Book]) -> str:
    return ", ".join(Path(book.source).name for book in books)


def _noticed(book: Book) -> Reading:
    """Return what reading a file has found; a row of text whose quotation marks do not match is refused."""
    lost = [problem for problem in book.problems if problem.subject.startswith("row ")]
    refused = [Refused(problem.subject, None, None, None, problem.place, (problem,)) for problem in lost]
    return Reading(problems=book.problems, refused=tuple(refused), notes=book.notes)


def _read_applied(applied: Applied, codebook: Codebook, na: Status | None) -> Reading:
    rest = Reading(problems=applied.problems, refused=applied.refused, notes=applied.notes)
    return Reading.joined([rest, *(read_sheet(sheet, [], codebook, na) for sheet in applied.sheets)])


def _read_own(flat: Flat, codebook: Codebook, na: Status | None) -> Reading:
    foreign = Foreign(flat.sources, flat.headings, flat.header, flat.cells)
    source = flat.headings[0].source
    header = tuple(name.strip() for name in flat.header)
    sheet = Sheet(source, header, flat.cells, row_numbers(flat), foreign=foreign, spoilt=flat.spoilt)
    return Reading.joined([Reading(problems=flat.problems, notes=flat.notes), read_sheet(sheet, [], codebook, na)])


def _left(flat: Flat, own: Sequence[Flat]) -> Reading:
    """Return what becomes of a table beside those of our own format: only a note, unless it may be rows of theirs."""
    what = "this table names no study, arm and role, and is not read"
    remedy = "nothing is to be done if it holds no procedures"
    problem = Problem("unread-table", flat.headings[0], flat.name, what, remedy)
    read = [ReadTable.of(one, {name: at for at, name in enumerate(one.header) if name in NAMES}) for one in own]
    if lost := cut_off(flat, read, problem):
        return Reading(problems=(problem,), refused=tuple(lost), notes=flat.notes)
    return Reading(notes=(problem, *flat.notes) if flat.cells.height else flat.notes)


def _run_map(source: str) -> str:
    mapping = mapping_beside(Path(source))
    if source == UNNAMED:
        return "save it as a file, run `fidelity map` on that, answer what it asks, and score it"
    return f"run `fidelity map {quote(source)} -o {quote(str(mapping))}`, answer what it asks, and score again"


def _without_studies(tables: Sequence[Flat], source: str) -> Reading:
    """Refuse every row of tables of which none names its studies in a way that is certain."""
    parts = []
    for flat in tables:
        what = "no column of this table names the studies for certain"
        problem = Problem("needs-mapping", flat.headings[0], flat.name, what, _run_map(source))
        parts.append(Reading(problems=(problem,), refused=tuple(refusals(flat, {}, (problem,)))))
    return Reading.joined(parts)


def _to_be_mapped(entry: TableProposal, source: str) -> Reading:
    """Refuse every row of a table that cannot be read without the reviewer, and say how far it is understood."""
    states = [column.state for column in entry.columns]
    asked = [column.header for column in entry.columns if column.state not in ("certain", "ignored")]
    said = f"{states.count('certain')} of its {len(states)} columns are certain"
    if asked:
        more = f" and {len(asked) - _LISTED} more" if len(asked) > _LISTED else ""
        said += f"; yours to say: {', '.join(map(repr, asked[:_LISTED]))}{more}"
    what = f"this table has headers of its own: {said}"
    problem = Problem("needs-mapping", entry.flat.headings[0], entry.flat.name, what, _run_map(source))
    pairs = match_columns(entry.table, entry.flat).pairs
    places = {column.feeds: at for column, at in pairs if column.feeds is not None and column.confirmed}
    return Reading(problems=(problem,), refused=tuple(refusals(entry.flat, places, (problem,))))
