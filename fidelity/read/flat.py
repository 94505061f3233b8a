"""Flat tables: a header and rows of text cells, each of which knows the cell of the file that it came from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as member
from string import ascii_uppercase

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.read.sheet import Sources, letters


@dataclass(frozen=True, slots=True)
class Straight:
    """Cells that stand in the file as they stand in the table: one sheet, each column under one letter."""

    source: str
    sheet: str | None
    rows: pl.Series
    """The row of the sheet for each row, counted from 0."""
    columns: tuple[int, ...]
    """The column of the sheet for each column, counted from 0."""

    def place(self, row: int, column: int) -> Place:
        """Return the cell of the file from which a cell came."""
        return Place(self.source, cell=f"{letters(self.columns[column])}{int(self.rows[row]) + 1}", sheet=self.sheet)

    def taken(self, rows: pl.Series) -> Straight:
        """Return the same for some of the rows, given by their numbers."""
        return Straight(self.source, self.sheet, self.rows.gather(rows), self.columns)


def lowest(places: Sequence[Place]) -> Place:
    """Return the first of some cells of a row that stands lowest: one merged over several rows stands in their first.

    Cells of other sheets than the first one are not looked at.
    """
    first = places[0]
    same = [place for place in places if (place.source, place.sheet) == (first.source, first.sheet)]
    return max(same, key=lambda place: int((place.cell or "").lstrip(ascii_uppercase) or 0))


_ROW, _SHEET = 1 << 16, 1 << 40


def code_of(sheet: int, row: int, column: int) -> int:
    """Return the number that stands for a cell in `Scattered`: of which sheet, in which row and column."""
    return sheet * _SHEET + row * _ROW + column


@dataclass(frozen=True, slots=True)
class Scattered:
    """Cells that were brought together from anywhere: a number for each, made by `code_of`."""

    sheets: tuple[tuple[str, str | None], ...]
    """File and sheet for each number of a sheet."""
    codes: pl.DataFrame
    """UInt64, a row and a column for each of the table; columns are called as those of its cells."""

    def place(self, row: int, column: int) -> Place:
        """Return the cell of the file from which a cell came."""
        code = int(self.codes[str(column)][row])
        source, sheet = self.sheets[code // _SHEET]
        down, across = divmod(code % _SHEET, _ROW)
        return Place(source, cell=f"{letters(across)}{down + 1}", sheet=sheet)

    def taken(self, rows: pl.Series) -> Scattered:
        """Return the same for some of the rows, given by their numbers."""
        return Scattered(self.sheets, self.codes[rows])

    def numbers(self, column: int = 0) -> pl.Series:
        """Return the row of the file for each row, as the sheet counts them, by the cell in one of its columns."""
        return (self.codes[str(column)] % _SHEET // _ROW).cast(pl.Int64) + 1


@dataclass(frozen=True, slots=True)
class Flat:
    """A table as it can be mapped: what each column is called in the file, and its cells as text.

    Several rows of header make one name, from top to bottom, joined by " / ". `cells` has the columns "0", "1" ... and
    no blank rows; what was left out of it (totals, notes below the table ...) is said in `notes`, row by row.
    """

    name: str
    header: tuple[str, ...]
    headings: tuple[Place, ...]
    """The cell in which the name of each column stands."""
    cells: pl.DataFrame
    sources: Sources
    dates: frozenset[tuple[int, int]] = frozenset()
    """Cells of this table (row, column) that the file holds as dates, in a column that is not all dates."""
    spoilt: Mapping[int, tuple[Problem, ...]] = member(default_factory=dict)
    """Rows in which a cell cannot be taken as it stands, such as an error of the spreadsheet, and why."""
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    title: str = ""
    """The text that stands above the table, several lines joined by " / "."""
    header_rows: tuple[int, int] | None = None
    """The first and the last row of the header, as the sheet counts them."""
    of_study: Mapping[int, pl.Series] = member(default_factory=dict)
    """Columns that a table of studies tells, by their number: whether each row's cell was said there, of the study."""

    def place(self, row: int, column: int) -> Place:
        """Return the cell of the file from which a cell came."""
        return self.sources.place(row, column)

    def text(self, row: int, column: int) -> str:
        """Return what stands in a cell."""
        return str(self.cells[str(column)][row])

    def taken(self, rows: pl.Series) -> Flat:
        """Return the table with some of its rows, given by their numbers in any order, each as often as it is named."""
        marked = pl.Series([*self.spoilt, *(row for row, _ in self.dates)], dtype=pl.Int64).unique()
        moved: dict[int, list[int]] = {}
        for at in rows.is_in(marked.implode()).arg_true().to_list() if len(marked) else ():
            moved.setdefault(int(rows[at]), []).append(at)
        return replace(
            self,
            cells=self.cells[rows],
            sources=self.sources.taken(rows),
            dates=frozenset((at, column) for row, column in self.dates for at in moved.get(row, ())),
            spoilt={at: found for row, found in self.spoilt.items() for at in moved.get(row, ())},
            of_study={column: told.gather(rows) for column, told in self.of_study.items()},
        )
