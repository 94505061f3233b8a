"""Lists in one cell: an entry a line, the parts of an entry between strokes, and nothing lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

STROKE: Final = " | "
"""What stands between the parts of an entry; a stroke that belongs to a part is written `\\|`."""

_ENDS: Final = re.compile(r"\r\n?")
_ESCAPED: Final = re.compile(r"\\([\\n|])")
_TOKEN: Final = re.compile(r"\\[\\n|]|\||[^\\|]+|\\")
_MEANT: Final = {"\\": "\\", "n": "\n", "|": "|"}


def tidy(text: str) -> str:
    """Return a text as every format keeps it: line ends as LF, without blanks before and after."""
    return _ENDS.sub("\n", text).strip()


def lines_of(entries: Iterable[str]) -> str:
    """Return entries as lines; a line end within an entry is written `\\n`, and a backslash twice."""
    return "\n".join(_escape(tidy(entry)) for entry in entries if tidy(entry))


def entries_of(text: str) -> tuple[str, ...]:
    """Return the entries that the lines of a cell hold; blank lines hold none."""
    return tuple(_plain(line.strip()) for line in tidy(text).split("\n") if line.strip())


def rows_of(rows: Iterable[Iterable[str]]) -> str:
    """Return rows of parts as lines; parts that are missing at the end are left out."""
    return "\n".join(STROKE.join(_escape(part).replace("|", "\\|") for part in row) for row in map(_cut, rows))


def parts_of(text: str) -> list[list[str]]:
    """Return the parts of each line of a cell."""
    found = []
    for line in tidy(text).split("\n"):
        parts = [""]
        for sign in _TOKEN.findall(line):
            if sign == "|":
                parts.append("")
            else:
                parts[-1] += sign
        if line.strip():
            found.append([_plain(part.strip()) for part in parts])
    return found


def _cut(row: Iterable[str]) -> list[str]:
    parts = [tidy(part) for part in row]
    while parts and not parts[-1]:
        parts.pop()
    return parts


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n")


def _plain(text: str) -> str:
    return _ESCAPED.sub(lambda found: _MEANT[found.group(1)], text)
