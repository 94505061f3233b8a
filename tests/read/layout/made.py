"""Grids from lists of lists, as a test writes them down."""

from collections.abc import Iterable, Mapping, Sequence

import polars as pl

from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Block, Grid


def grid_of(
    rows: Sequence[Sequence[str]],
    *,
    merged: Iterable[str] = (),
    dates: Iterable[str] = (),
    formulas: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
    hidden_rows: Iterable[int] = (),
    hidden_columns: Iterable[int] = (),
) -> Grid:
    """Return a grid; cells are called as a sheet calls them (A1), merged cells by their corners (A1:B2)."""
    width = max(map(len, rows), default=0)
    columns = {str(at): [row[at] if at < len(row) else "" for row in rows] for at in range(width)}
    return Grid(
        "made.xlsx",
        "Arms",
        pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)),
        merged=tuple(block_of(corners) for corners in merged),
        dates=frozenset(map(cell_of, dates)),
        formulas={cell_of(name): formula for name, formula in (formulas or {}).items()},
        errors={cell_of(name): error for name, error in (errors or {}).items()},
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=frozenset(hidden_columns),
    )


def cell_of(name: str) -> tuple[int, int]:
    """Return the row and the column, counted from 0, of a cell such as B3."""
    letters = name.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - ord("A") + 1
    return int(name[len(letters) :]) - 1, column - 1


def block_of(corners: str) -> Block:
    first, last = corners.split(":")
    (top, left), (bottom, right) = cell_of(first), cell_of(last)
    return Block(top, left, bottom, right)


def rows_of(flat: Flat) -> list[list[str]]:
    """Return the cells of a table as lists."""
    return [list(row) for row in flat.cells.iter_rows()]


def named(flat: Flat, code: str) -> list[str]:
    """Return the cells that the notes of a table with some code name."""
    return [str(note.place.cell) for note in flat.notes if note.code == code]
