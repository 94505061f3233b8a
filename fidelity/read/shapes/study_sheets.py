"""Workbooks with a sheet for each study, whose first column names the fields and whose next columns hold the values.

Older exports of Covidence head the first column "Agreed" (known from github.com/klsea/time_prefs_meta), people "Field".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat, Scattered, code_of
from fidelity.read.grids.grid import Book, Cell, Grid
from fidelity.read.layout.beside import (
    coloured_cells,
    coloured_note,
    covered_notes,
    formula_note,
    hidden_notes,
    spoilt_rows,
)
from fidelity.read.layout.header import Header
from fidelity.read.layout.spread import spread
from fidelity.read.shapes.blocks import BLOCK
from fidelity.read.shapes.origins import spoken_list
from fidelity.read.sheet import letters

AGREED: Final = "agreed"
BY_HAND: Final = frozenset({"field", "fields", "fieldname", "item", "items", "dataitem"})
_STUDY: Final = "study"
_SAYS_STUDY: Final = frozenset({"study", "studyid", "studyname", "studylabel", "studyidentifier"})
_DEEPEST: Final = 10
"""Above the fields stands a title at most: the heading of the first column is looked for in so many rows."""

_Name = tuple[str, int]
"""The folded name of a field, and which of several fields of that name on its sheet it is."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A study or an arm: what its column of the sheet is called, and the cell for each field."""

    sheet: _Sheet
    column: int
    title: str
    head: Cell
    cells: Mapping[_Name, Cell]
    open: Problem | None = None
    """Why nobody knows what holds: the readers of the sheet have not agreed."""


def headed(grid: Grid) -> tuple[str, int] | None:
    """Return what the first column of a sheet is headed, folded, and in which row, counted from 0."""
    for row, text in enumerate(grid.cells["0"].head(_DEEPEST) if grid.cells.width else ()):
        if text.strip():
            return fold_header(text), row
    return None


def of_studies(book: Book) -> tuple[int, ...]:
    """Return the sheets that hold a study each: those agreed on, else those whose first column names fields."""
    heads = {number: head[0] for number, grid in enumerate(book.grids) if (head := headed(grid)) is not None}
    agreed = tuple(number for number, head in heads.items() if head == AGREED)
    return agreed or tuple(number for number, head in heads.items() if head in BY_HAND)


def study_sheets(book: Book) -> Flat:
    """Return a row for each study of a book, or for each of its arms where the columns of its sheet have headings.

    The study is called as its sheet, unless a field says its name. Sheets that hold no study agreed on, and cells that
    stand beside the values, are left out and named in notes; a value beside no field is a problem. A study that only
    sheets of single readers tell of is spoilt: none of them is picked.
    """
    taken = of_studies(book)
    undecided = _undecided(book, taken)
    titles: dict[_Name, str] = {}
    headings: dict[_Name, Place] = {}
    rows: list[_Row] = []
    told = {*taken, *(number for sheets in undecided.values() for number in sheets)}
    notes = [_left_out(grid) for number, grid in enumerate(book.grids) if number not in told and _has_something(grid)]
    problems: list[Problem] = []
    for number in taken:
        sheet = _Sheet(number, book.grids[number])
        for name, row in sheet.fields.items():
            titles.setdefault(name, sheet.texts[0][row])
            headings.setdefault(name, sheet.grid.place(row, 0))
        rows += sheet.rows()
        notes += [*sheet.beside(), *sheet.noticed()]
        problems += sheet.nameless()
    for study, numbers in undecided.items():
        problem = _no_consensus(book, study, numbers)
        rows += (replace(row, open=problem) for row in _Sheet(numbers[0], book.grids[numbers[0]]).rows())
    return _flat(book, rows, titles, headings, tuple(problems), tuple(notes))


def _undecided(book: Book, taken: Sequence[int]) -> dict[str, list[int]]:
    """Return the sheets of single readers about each study of which no sheet says what was agreed on."""
    if not taken or (headed(book.grids[taken[0]]) or ("", 0))[0] != AGREED:
        return {}
    agreed = {fold_header(_Sheet(number, book.grids[number]).study) for number in taken}
    names: dict[str, str] = {}
    found: dict[str, list[int]] = {}
    for number, grid in enumerate(book.grids):
        name = _Sheet(number, grid).study if number not in taken and not grid.hidden and headed(grid) else ""
        if name and fold_header(name) not in agreed:
            found.setdefault(names.setdefault(fold_header(name), name), []).append(number)
    return found


def _no_consensus(book: Book, name: str, numbers: Sequence[int]) -> Problem:
    sheets = spoken_list([str(book.grids[number].sheet) for number in numbers])
    what = f"it stands on {sheets} alone, and no sheet headed Agreed says what was agreed on"
    sheet = _Sheet(numbers[0], book.grids[numbers[0]])
    return Problem(
        "no-consensus", sheet.grid.place(sheet.top, 0), name, what, "agree, and head the sheet Agreed", found=name
    )


class _Sheet:
    """One sheet of a study, for as long as it is read: merged values stand in each of their cells, names once."""

    def __init__(self, number: int, grid: Grid) -> None:
        self.number, self.grid, self.spread = number, grid, spread(grid)
        self.top = (headed(grid) or ("", 0))[1]
        names, *values = (
            [self._own(text, row, column) for row, text in enumerate(self.spread.cells[str(column)].str.strip_chars())]
            for column in range(grid.cells.width)
        )
        self.texts = [names, *values]
        self.filled = [
            [column for column, texts in enumerate(values, start=1) if texts[row]] for row in range(grid.cells.height)
        ]
        self.fields = dict(self._named())
        heads = self.filled[self.top]
        # With one heading the column is headed "Value" or the like; two and more tell arms apart.
        self.columns = heads if len(heads) > 1 else [1]

    @property
    def named(self) -> Cell | None:
        """The cell in which a field names the study, beside the first arm or any other; None where none does."""
        row = next((row for (name, _), row in self.fields.items() if name in _SAYS_STUDY), None)
        return None if row is None or not self.filled[row] else (row, self.filled[row][0])

    @property
    def study(self) -> str:
        """What a field of the sheet calls the study; "" where none does."""
        return "" if self.named is None else self.texts[self.named[1]][self.named[0]]

    def _own(self, text: str, row: int, column: int) -> str:
        """Return a text where it is a value of its row: a heading that is merged over the columns is none."""
        top, left = self.spread.anchor(row, column)
        copied = (top, left) != (row, column)
        return "" if copied and (column == 0 or left == 0) else text

    def _named(self) -> Iterator[tuple[_Name, int]]:
        seen: dict[str, int] = {}
        for row, text in enumerate(self.texts[0]):
            if row > self.top and (name := fold_header(text)):
                yield (name, seen.setdefault(name, 0)), row
                seen[name] += 1

    def rows(self) -> Iterator[_Row]:
        """Yield a row for each column of values, or one where the columns have no headings."""
        for column in self.columns:
            title = self.texts[column][self.top] if len(self.columns) > 1 else ""
            head = (self.top, column if title else 0)
            # A sheet of names alone is a study of which nothing was extracted.
            cells = {name: (row, column) for name, row in self.fields.items() if column < len(self.texts)}
            yield _Row(self, column, title, head, cells)

    def beside(self) -> Iterator[Problem]:
        """Yield a note about the cells that stand in no column of values, and one about values of one arm only."""
        rows = sorted(self.fields.values())
        outside = [(row, column) for row in rows for column in self.filled[row] if column not in self.columns]
        if outside:
            cells = spoken_list([f"{letters(column)}{row + 1}" for row, column in outside])
            what = f"what stands beside the values in columns without a heading is not read: {cells}"
            remedy = f"write in row {self.top + 1} what the columns hold if they are arms"
            yield Problem("beside-values", self.grid.place(*outside[0]), self.grid.sheet or "", what, remedy)
        once = [row for row in rows if len(self.columns) > 1 and self.filled[row] == self.columns[:1]]
        if once:
            names = spoken_list([self.texts[0][row] for row in once])
            arm = self.texts[self.columns[0]][self.top]
            what = (
                f"{names}: the value stands below {arm} alone; what is no fact of the study is taken for that arm only"
            )
            remedy = "merge the cells of the row, or repeat the value, where it holds for every arm"
            yield Problem(
                "one-arm-only", self.grid.place(once[0], self.columns[0]), self.grid.sheet or "", what, remedy
            )

    def noticed(self) -> list[Problem]:
        """Return the notes that every table has: formulas, what is hidden, what merged cells cover, colours."""
        head = Header(self.top, self.top)
        formulas = formula_note(self.spread, self.spread.whole, self.below, head, self.grid.sheet or self.grid.source)
        whole = self.spread.whole
        coloured = coloured_note(self.spread, coloured_cells(self.spread, whole, self.below, self.columns))
        return [*formulas, *hidden_notes(self.spread, whole), *covered_notes(self.spread), *coloured]

    def spoilt(self, column: int) -> tuple[Problem, ...]:
        """Return what is wrong with the values of a column: errors, and formulas without a value."""
        body = replace(self.spread.whole, top=self.top + 1)
        return spoilt_rows(self.spread, body, self.below, [column])[0]

    @property
    def below(self) -> pl.Series:
        """The rows below the heading, as the layout of tables takes them."""
        return pl.int_range(self.top + 1, self.grid.cells.height, dtype=pl.UInt32, eager=True)

    def nameless(self) -> Iterator[Problem]:
        """Yield a problem for each value beside which no field is named."""
        named = set(self.fields.values())
        for row in range(self.top + 1, self.grid.cells.height):
            for column in self.filled[row] if row not in named else ():
                if column in self.columns:
                    what, remedy = "column A names no field for this value", "name the field there"
                    place, found = self.grid.place(row, column), self.texts[column][row]
                    yield Problem("nameless-value", place, self.grid.sheet or "", what, remedy, found=found)


def _flat(
    book: Book,
    rows: list[_Row],
    titles: Mapping[_Name, str],
    headings: Mapping[_Name, Place],
    problems: tuple[Problem, ...],
    notes: tuple[Problem, ...],
) -> Flat:
    """Return the rows as a table: the study, the arm where there are some, and a column for each field."""
    if not rows:
        return Flat(
            book.source,
            (),
            (),
            pl.DataFrame(),
            Scattered((), pl.DataFrame()),
            problems=problems,
            notes=notes,
        )
    says = next((name for name in titles if name[0] in _SAYS_STUDY), None)
    arms = any(row.title for row in rows)
    names = [name for name in titles if name != says]
    place = rows[0].sheet.grid.place(*rows[0].head)
    header = [titles[says] if says else _STUDY, *([BLOCK] if arms else []), *(titles[name] for name in names)]
    texts: list[list[str]] = []
    codes: list[list[int]] = []
    dates: set[tuple[int, int]] = set()
    spoilt: dict[int, tuple[Problem, ...]] = {}
    for number, row in enumerate(rows):
        grid = row.sheet.grid
        said = row.cells.get(says) if says else None
        if said is None or not row.sheet.texts[said[1]][said[0]]:
            said = row.sheet.named
        cells = [said, *([None] if arms else []), *(row.cells.get(name) for name in names)]
        found = ["" if cell is None else row.sheet.texts[cell[1]][cell[0]] for cell in cells]
        if not found[0]:
            cells[0], found[0] = None, grid.sheet or book.source
        if arms:
            found[1] = row.title
        # What no cell of the sheet holds is shown at the heading of the column: the name of the sheet, a missing field.
        origins = [row.sheet.spread.anchor(*(row.head if cell is None else cell)) for cell in cells]
        texts.append(found)
        codes.append([code_of(row.sheet.number, *origin) for origin in origins])
        dates |= {(number, column) for column, origin in enumerate(origins) if origin in grid.dates}
        if wrong := (*row.sheet.spoilt(row.column), *((row.open,) if row.open else ())):
            spoilt[number] = wrong
    width = range(len(header))
    return Flat(
        name=book.source,
        header=tuple(header),
        headings=(headings[says] if says else place, *([place] if arms else []), *(headings[name] for name in names)),
        cells=pl.DataFrame(texts, schema={str(at): pl.String for at in width}, orient="row"),
        sources=Scattered(
            tuple((grid.source, grid.sheet) for grid in book.grids),
            pl.DataFrame(codes, schema={str(at): pl.UInt64 for at in width}, orient="row"),
        ),
        dates=frozenset(dates),
        spoilt=spoilt,
        problems=problems,
        notes=notes,
    )


def _has_something(grid: Grid) -> bool:
    return headed(grid) is not None or any((column.str.strip_chars() != "").any() for column in grid.cells)


def _left_out(grid: Grid) -> Problem:
    head = headed(grid)
    if head is None:
        what = "its first column has no heading"
    else:
        what = f"its first column is headed {str(grid.cells['0'][head[1]]).strip()!r}"
    remedy = "head it Agreed if it holds what the reviewers agreed on"
    place = grid.place(0 if head is None else head[1], 0)
    return Problem("sheet-left-out", place, grid.sheet or grid.source, f"the sheet is not read, as {what}", remedy)
