"""Cells that hold several entries, as forms with boxes to tick write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CLOSES: Final = {")": "(", "]": "[", "}": "{"}
_OTHER: Final = re.compile(r"other\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_PLUS: Final = " + "


def entries(text: str, separator: str = ";") -> list[str]:
    """Return the entries of a cell, trimmed and without empty ones; a separator inside brackets does not part them.

    "Other: a + b" is a and b, as Covidence refuses a semicolon in the text of Other; a plus without spaces around it
    belongs to a name (Ca2+).
    """
    found: list[str] = []
    for part in _parts(text, separator):
        other = _OTHER.fullmatch(part)
        if other is None or not other[1]:
            found.append(part)
        else:
            found += _parts(other[1], _PLUS)
    return found


def _parts(text: str, separator: str) -> list[str]:
    inside = _bracketed(text)
    starts = [at for at in _places(text, separator) if not any(first < at < last for first, last in inside)]
    ends = [*starts, len(text)]
    begins = [0, *(start + len(separator) for start in starts)]
    parts = (text[begin:end].strip() for begin, end in zip(begins, ends, strict=True))
    return [part for part in parts if part]


def _places(text: str, separator: str) -> Iterator[int]:
    at = text.find(separator)
    while at >= 0:
        yield at
        at = text.find(separator, at + len(separator))


def _bracketed(text: str) -> list[tuple[int, int]]:
    """Return where outermost brackets open and close; a bracket without its fellow is a sign like any other."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if sign in _CLOSES.values():
            opened.append(at)
        elif sign in _CLOSES:
            fellow = next((i for i in reversed(opened) if text[i] == _CLOSES[sign]), None)
            if fellow is not None:
                del opened[opened.index(fellow) :]
                pairs = [pair for pair in pairs if pair[0] < fellow]
                pairs.append((fellow, at))
    return pairs
