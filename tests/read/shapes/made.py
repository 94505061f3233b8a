"""Small grids, books and tables, made of the rows that a test writes down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import polars as pl

from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Book, Grid
from fidelity.read.layout.tables import find_tables

Rows = Sequence[Sequence[str]]


def grid(rows: Rows, source: str = "export.xlsx", sheet: str | None = "Sheet1", **more: Any) -> Grid:
    width = max(len(row) for row in rows)
    full = [[*row, *[""] * (width - len(row))] for row in rows]
    cells = pl.DataFrame(full, schema={str(column): pl.String for column in range(width)}, orient="row")
    return Grid(source, sheet, cells, **more)


def book(*grids: Grid) -> Book:
    return Book(grids[0].source, "xlsx" if grids[0].sheet else "csv", grids)


def flat(rows: Rows, source: str = "export.xlsx", sheet: str | None = "Sheet1", **more: Any) -> Flat:
    return find_tables(grid(rows, source, sheet, **more), header_rows=(1, 1))[0]


def texts(table: Flat) -> list[tuple[str, ...]]:
    return table.cells.rows()


def column(table: Flat, name: str) -> list[str]:
    return table.cells[str(table.header.index(name))].to_list()


def places(table: Flat, name: str) -> list[str]:
    at = table.header.index(name)
    return [str(table.place(row, at)) for row in range(table.cells.height)]


def shown_where_they_stand(table: Flat, *grids: Grid, but: Sequence[str] = ()) -> None:
    """Assert that each cell of a table is what the file shows in the cell that it names as its origin."""
    sheets = {(one.source, one.sheet): one for one in grids}
    for at, name in enumerate(table.header):
        for row in range(table.cells.height if name not in but else 0):
            place = table.place(row, at)
            letters = place.cell.rstrip("0123456789")
            across = sum((ord(sign) - 64) * 26**power for power, sign in enumerate(reversed(letters))) - 1
            down = int(place.cell[len(letters) :]) - 1
            there = sheets[place.source, place.sheet].cells[str(across)][down]
            if table.text(row, at):
                assert there == table.text(row, at), f"{name} in row {row}: {place} shows {there!r}"
