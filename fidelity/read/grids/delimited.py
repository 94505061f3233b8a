"""Delimited text (CSV, TSV) as a grid: most of it by Polars, what is not even row by row."""

from __future__ import annotations

import csv
from itertools import islice
from typing import Final

import polars as pl

from fidelity.errors import Problem
from fidelity.read.grids.dense import frame_of, trimmed
from fidelity.read.grids.encodings import text_of
from fidelity.read.grids.grid import Book, Grid
from fidelity.read.grids.limits import Limits, refused
from fidelity.read.separated import records, said_separator, separator_of, unmatched

_HEAD: Final = 64
"""Rows in which the widest is looked for, and above which titles stand that are shorter than the table."""
_MOST_UNMATCHED: Final = 1000
_ESCAPE: Final = "\\"


def read_delimited(content: bytes, source: str, limits: Limits) -> Book:
    """Return the one table of delimited text: row i of its grid is the i-th row as a spreadsheet counts them.

    Rows that are longer than others are kept whole. A row whose quotation marks do not match is a problem, and blank in
    the grid. Raises Refused where the file is empty, no text, or too large.
    """
    text, utf_8, notes = text_of(content, source)
    said, skipped = said_separator(text)
    if skipped:
        text = text[skipped:]
        utf_8 = text.encode()
    if not text or text.isspace():
        raise refused("empty", source, None, "the file is empty", "write something into it")
    separator = said or separator_of(text)
    cells = _even_rows(text, utf_8, separator, limits, source)
    problems: list[Problem] = []
    if cells is None:
        cells, problems = _any_rows(text, separator, limits, source)
    cells = trimmed(cells)
    limits.area(source, None, cells.height, cells.width)
    return Book(source, "csv", (Grid(source, None, cells),), tuple(problems), tuple(notes))


def _even_rows(text: str, utf_8: bytes, separator: str, limits: Limits, source: str) -> pl.DataFrame | None:
    """Read a table by Polars; None where its rows are not as sound as Polars takes them to be.

    Polars is taken at its word where every line is a row and no cell holds a quotation mark; lines of cells that hold
    one are read a second time.
    """
    head: list[list[str]] = []
    for row in islice(records(text[: text.find("\n", 65536) + 1 or len(text)], separator), _HEAD):
        if row is None or any("\n" in cell for cell in row):
            return None
        head.append(row)
    width = max(map(len, head))
    limits.area(source, None, 1, width)
    above = next(at for at, row in enumerate(head) if len(row) == width)
    skipped = 0
    for _ in range(above):
        skipped = utf_8.index(b"\n", skipped) + 1
    body = utf_8[skipped:] if skipped else utf_8
    height = body.count(b"\n") + (not body.endswith(b"\n"))
    limits.area(source, None, above + height, width)
    try:
        frame = pl.read_csv(
            body,
            separator=separator,
            has_header=False,
            schema={str(column): pl.String for column in range(width)},
            raise_if_empty=False,
        )
    except pl.exceptions.PolarsError:
        return None
    if frame.height != height or not _sound_quotes(frame, body, separator):
        return None
    gaps = [column.name for column in frame if column.null_count()]
    frame = frame.with_columns(pl.col(gaps).fill_null("")) if gaps else frame
    titles = frame_of([row + [""] * (width - len(row)) for row in head[:above]]) if above else None
    return frame if titles is None else pl.concat([titles, frame])


def _sound_quotes(frame: pl.DataFrame, body: bytes, separator: str) -> bool:
    if b'"' not in body:
        return True
    holds = pl.any_horizontal(pl.all().str.contains('"', literal=True))
    suspects = frame.select(holds.fill_null(value=False)).to_series().arg_true()
    if not len(suspects):
        return True
    lines = body.decode().split("\n")
    read = csv.reader((lines[at] for at in suspects), delimiter=separator, strict=True)
    try:
        return all(
            [*row] == again + [""] * (frame.width - len(again))
            for row, again in zip(frame[suspects].fill_null("").iter_rows(), read, strict=True)
        )
    except (csv.Error, ValueError):
        # ValueError: an open quotation mark made one row of two lines, so that there are fewer rows than lines.
        return False


def _any_rows(text: str, separator: str, limits: Limits, source: str) -> tuple[pl.DataFrame, list[Problem]]:
    """Read a table row by row, as wide as its widest row; unmatched quotation marks cost only their own line."""
    rows, unread = _rows(text, separator, None, limits, source)
    if unread and f'{_ESCAPE}"' in text:
        escaped, still_unread = _rows(text, separator, _ESCAPE, limits, source)
        if len(still_unread) < len(unread):
            rows, unread = escaped, still_unread
    if len(unread) > _MOST_UNMATCHED:
        what = f"the quotation marks do not match in more than {_MOST_UNMATCHED:,} rows"
        raise refused("csv-syntax", source, None, what, "save the table anew from the program that it comes from")
    width = max(map(len, rows), default=0)
    limits.area(source, None, len(rows), width)
    cells = frame_of([row + [""] * (width - len(row)) for row in rows])
    return cells, [unmatched(source, number) for number in unread]


def _rows(
    text: str, separator: str, escape: str | None, limits: Limits, source: str
) -> tuple[list[list[str]], list[int]]:
    rows: list[list[str]] = []
    unread: list[int] = []
    slots = 0
    for number, row in enumerate(records(text, separator, escape), start=1):
        rows.append(row or [])
        slots += len(rows[-1])
        if row is None:
            unread.append(number)
            if len(unread) > _MOST_UNMATCHED:
                break
        if slots > limits.cells:
            limits.number(source, None, "cells", slots, limits.cells)
    return rows, unread
