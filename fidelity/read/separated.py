"""Rows of delimited text: separators, quotation marks, and the lines that name the separator."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from typing import Final

from fidelity.errors import Place, Problem

SEPARATORS: Final = (",", ";", "\t", "|")
_SAID: Final = re.compile(r'"?sep=([,;|\t])"?[ \t]*\r?(?:\n|$)', re.IGNORECASE)
"""The line that spreadsheets write above a table to name its separator; they do not count it as a row."""
_LOOKED_AT: Final = 64
"""Rows by which a separator is told."""


def said_separator(text: str) -> tuple[str | None, int]:
    """Return the separator that the first line names, and how many characters that line takes; None, 0 without one."""
    found = _SAID.match(text)
    return (found.group(1), found.end()) if found else (None, 0)


def separator_of(text: str) -> str:
    """Return the separator of a text: the one by which most of its first rows are rows below a header, then as wide."""
    head = "\n".join(_first_lines(text))
    return max(SEPARATORS, key=lambda separator: _fit(head, separator))


def _first_lines(text: str) -> Iterator[str]:
    start = 0
    for _ in range(_LOOKED_AT):
        end = text.find("\n", start)
        yield text[start : end if end >= 0 else len(text)][:65536]
        if end < 0:
            return
        start = end + 1


def _fit(head: str, separator: str) -> tuple[int, int]:
    """Return how well a separator fits: how many rows make a table by it, and how wide that is.

    A header is as wide as the table. Rows below it may lack their empty ends, as spreadsheets write them. A sign that
    only stands in texts leaves the header out, makes rows that are wider than it, or leaves more of another in it.
    """
    rows = [row for row in records(head, separator) if row and any(row)]
    widths = [*map(len, rows)]
    tables = [
        (sum(1 < other <= width for other in widths[at:]), width)
        for at, width in enumerate(widths)
        if width > 1 and all(sum(cell.count(other) for cell in rows[at]) < width for other in SEPARATORS)
    ]
    return max(tables, default=(0, 0))


def records(text: str, separator: str, escape: str | None = None) -> Iterator[list[str] | None]:
    """Yield the rows of a text, whose lines end with LF; None for a line whose quotation marks do not match.

    After such a line reading goes on with the next one, so that an open quotation mark costs one line and not the rest
    of the file. `escape` is the sign that makes the next one an ordinary one, where the file has such.
    """
    lines = text.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    start = 0
    while start < len(lines):
        reader = csv.reader(
            (f"{lines[at]}\n" for at in range(start, len(lines))), delimiter=separator, escapechar=escape, strict=True
        )
        done = 0
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error:
                yield None
                break
            done = reader.line_num
            yield row
        start += done + 1


def first_record(text: str, separator: str) -> list[str] | None:
    """Return the first row of a text, None where its quotation marks do not match, without looking at all of it."""
    end = text.find("\n", _LOOKED_AT * 1024)
    return next(records(text[: end + 1 or len(text)], separator))


def unmatched(source: str, number: int) -> Problem:
    """Return the problem of a row, counted from 1, whose quotation marks do not match."""
    what = "the quotation marks in this row do not match"
    return Problem("csv-syntax", Place(source, cell=f"A{number}"), f"row {number}", what, "close them, or double them")
