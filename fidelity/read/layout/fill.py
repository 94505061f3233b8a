"""Filling down: what a sheet writes in the first of several rows holds for the blank cells below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from fidelity.read.flat import Flat, Scattered
from fidelity.read.shapes.origins import codes_of


def fill_down(flat: Flat, columns: Sequence[int]) -> Flat:
    """Return a table whose blank cells in some columns hold what stands above, and come from the cell that holds it.

    A column is filled within the rows that agree in the columns named before it: an arm never passes on to the next
    study. What stands below a cell that cannot be taken as it stands cannot be taken either.
    """
    if not columns or not flat.cells.height:
        return flat
    sheets, codes = codes_of(flat)
    cells = flat.cells
    dates, spoilt = set(flat.dates), dict(flat.spoilt)
    runs = pl.repeat(0, cells.height, dtype=pl.UInt32, eager=True)
    for column in dict.fromkeys(columns):
        name = str(column)
        unknown = _unknown(flat, column)
        rows = _origin(cells[name], unknown, runs)
        for row in _rows_from(rows, unknown):
            spoilt.setdefault(row, flat.spoilt[int(rows[row])])
        cells = cells.with_columns(cells[name].gather(rows).alias(name))
        codes = codes.with_columns(codes[name].gather(rows).alias(name))
        runs = pl.DataFrame({"run": runs, "text": cells[name].str.strip_chars()}).to_struct().rle_id()
        dates |= {(row, column) for row in _rows_from(rows, [row for row, at in flat.dates if at == column])}
    return replace(flat, cells=cells, sources=Scattered(sheets, codes), dates=frozenset(dates), spoilt=spoilt)


def _unknown(flat: Flat, column: int) -> list[int]:
    """Return the rows of a column in which a formula has no saved value, or an error stands."""
    return [
        row
        for row, problems in flat.spoilt.items()
        if flat.place(row, column) in (problem.place for problem in problems)
    ]


def _origin(texts: pl.Series, unknown: list[int], runs: pl.Series) -> pl.Series:
    """Return for each row the row whose text holds there: its own, or the nearest one above that is not blank."""
    frame = pl.DataFrame({"text": texts.str.strip_chars().scatter(unknown, "?"), "run": runs}).with_row_index("row")
    filled = pl.when(pl.col("text") != "").then(pl.col("row")).forward_fill().over("run")
    return frame.select(pl.coalesce(filled, pl.col("row")))["row"]


def _rows_from(origin: pl.Series, rows: list[int]) -> list[int]:
    return origin.is_in(pl.Series(rows, dtype=pl.UInt32).implode()).arg_true().to_list() if rows else []
