"""Cells as spreadsheets hold them: text, numbers, dates, formulas with the value that was saved with them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction


@dataclass(frozen=True)
class Number:
    """A number that is held as one; `shown` is the number format, of which the value takes no notice."""

    number: Fraction
    shown: str = "General"


@dataclass(frozen=True)
class Formula:
    """A formula; `saved` is the value that the program which wrote the file had worked out, None if it had not."""

    text: str
    saved: Fraction | None


@dataclass(frozen=True)
class Broken:
    """A cell whose formula went wrong, such as #REF!."""

    code: str


Cell = str | bool | date | Number | Formula | Broken | None


def decimal(number: Fraction, comma: bool = False) -> str:
    """A number whose decimals end, in full."""
    text = f"{float(number):.6f}".rstrip("0").rstrip(".")
    assert Fraction(text) == number, number
    return text.replace(".", ",") if comma else text


def finite(number: Fraction) -> bool:
    """Whether a number has at most three decimals, so that people would write it out."""
    return (number * 1000).denominator == 1


@dataclass
class Page:
    """A sheet of a workbook, or a text table: its cells, which of them are merged, which columns are hidden."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    """First row, first column, last row, last column, counted from 0."""
    hidden: set[int] = field(default_factory=set)
    """Columns that are hidden, and below the rows; what is hidden is data all the same."""
    hidden_rows: set[int] = field(default_factory=set)
    comments: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, row: int, column: int, cell: Cell) -> None:
        while len(self.rows) <= row:
            self.rows.append([])
        line = self.rows[row]
        line.extend([None] * (column + 1 - len(line)))
        line[column] = cell
