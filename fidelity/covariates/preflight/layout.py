"""Lines of a terminal: wrapped text, tables in columns, numbers and counts in words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

WIDTH: Final = 98
_RIGHT: Final = frozenset("0123456789.-")


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    """Return rows in columns; the last one is wrapped where the line would be too long."""
    cells = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[place]) for row in [list(head), *cells]) for place in range(len(head))]
    right = [all(set(row[place]) <= _RIGHT for row in cells) for place in range(len(head))]
    return [line for row in [list(head), *cells] for line in _line(row, widths, right)]


def _line(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    *first, last = (
        cell.rjust(width) if side else cell.ljust(width) for cell, width, side in zip(row, widths, right, strict=True)
    )
    start = "  " + "".join(f"{cell}  " for cell in first)
    if len(start) + len(last.rstrip()) <= WIDTH:
        yield (start + last).rstrip()
        return
    yield start.rstrip()
    yield from wrapped(last.strip(), "      ")


def wrapped(text: str, first: str, later: str | None = None) -> list[str]:
    """Return text in lines of at most `WIDTH`, which begin with `first`, and with `later` from the second one on."""
    after = first if later is None else later
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=after, break_on_hyphens=False)


def number(value: float | None) -> str:
    """Return a number with at most two decimals, or a dash where there is none."""
    return "-" if value is None else f"{value:.2f}".rstrip("0").rstrip(".")


def many(count: int, one: str, several: str) -> str:
    """Return a count with its noun."""
    return f"{count} {one if count == 1 else several}"
