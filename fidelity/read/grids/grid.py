"""Grids: the cells of a sheet as text, with what a cell is beside its text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as member
from typing import Literal

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.read.sheet import letters

BookKind = Literal["xlsx", "xls", "ods", "csv"]
Cell = tuple[int, int]
"""A row and a column, counted from 0: (0, 0) is A1."""


@dataclass(frozen=True, slots=True)
class Block:
    """Merged cells: the first and the last row and column, counted from 0, all four inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet in which every cell is text: row i of `cells` is row i + 1 of the sheet, blank rows included.

    The columns of `cells` are called "0", "1" ...; an empty cell is "". A number is written without rounding, with what
    its format adds to it on the screen (50 %, 80 °C). `sheet` is None where the file is a single table (CSV).
    """

    source: str
    sheet: str | None
    cells: pl.DataFrame
    merged: tuple[Block, ...] = ()
    dates: frozenset[Cell] = frozenset()
    """Cells that the workbook holds as dates; their text is the date as year-month-day."""
    formulas: Mapping[Cell, str] = member(default_factory=dict)
    """Cells with a formula, which is never run: their text is the value that was saved with it."""
    errors: Mapping[Cell, str] = member(default_factory=dict)
    """Cells that hold an error of the spreadsheet, such as #REF!; their text is the error."""
    comments: Mapping[Cell, str] = member(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    hidden: bool = False
    """Whether the whole sheet is hidden."""
    coloured: frozenset[Cell] = frozenset()
    """Cells with a background colour of their own; what the colour means is not read."""

    def place(self, row: int, column: int) -> Place:
        """Return the cell of a row and a column, both counted from 0."""
        return Place(self.source, cell=f"{letters(column)}{row + 1}", sheet=self.sheet)


@dataclass(frozen=True, slots=True)
class Book:
    """A file as its sheets, with what is wrong with it and what was noticed while it was read."""

    source: str
    kind: BookKind
    grids: tuple[Grid, ...]
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
