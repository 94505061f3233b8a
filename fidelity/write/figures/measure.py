"""How much room words take in DejaVu Sans, so that none runs into its neighbour, and what fits into a room."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

_UNITS: Final = 2048
"""Units of the font in one em."""

_PLAIN: Final = (
    651, 821, 942, 1716, 1303, 1946, 1597, 563, 799, 799, 1024, 1716, 651, 739, 651, 690, 1303, 1303, 1303, 1303,
    1303, 1303, 1303, 1303, 1303, 1303, 690, 690, 1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430, 1577, 1294, 1178,
    1587, 1540, 604, 604, 1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251,
    1403, 799, 690, 799, 1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721, 1300, 1298, 569, 569, 1186, 569, 1995,
    1298, 1253, 1300, 1300, 842, 1067, 803, 1298, 1212, 1675, 1212, 1212, 1075, 1303, 690, 1303, 1716,
)  # fmt: skip
"""The widths of the signs from space to tilde."""

_BOLD: Final = (
    713, 934, 1067, 1716, 1425, 2052, 1786, 627, 936, 936, 1071, 1716, 778, 850, 778, 748, 1425, 1425, 1425, 1425,
    1425, 1425, 1425, 1425, 1425, 1425, 819, 819, 1716, 1716, 1716, 1188, 2048, 1585, 1561, 1503, 1700, 1399, 1399,
    1681, 1714, 762, 762, 1587, 1305, 2038, 1714, 1741, 1501, 1741, 1577, 1475, 1397, 1663, 1585, 2259, 1579, 1483,
    1485, 936, 748, 936, 1716, 1024, 1024, 1382, 1466, 1214, 1466, 1389, 891, 1466, 1458, 702, 702, 1362, 702, 2134,
    1458, 1407, 1466, 1466, 1010, 1219, 979, 1458, 1335, 1892, 1321, 1335, 1192, 1458, 748, 1458, 1716,
)  # fmt: skip

_MORE: Final = {"–": 1024, "·": 778, "’": 778, "“": 1346, "”": 1346, "…": 2048, "−": 1716}
_RARE: Final = 2300
"""As wide as the widest letters: no sign that is not in the tables needs more."""
ELLIPSIS: Final = "…"


def width(words: str, size: float, *, bold: bool = False) -> float:
    """Return how many points wide words are at a size; rather too many than too few for rare signs."""
    return sum(_advance(sign, bold) for sign in words) * size / _UNITS


@cache
def _advance(sign: str, bold: bool) -> int:
    # An accent stands above its letter and takes no room of its own.
    base = unicodedata.normalize("NFD", sign)[0]
    if unicodedata.combining(base):
        return 0
    if " " <= base <= "~":
        return (_BOLD if bold else _PLAIN)[ord(base) - ord(" ")]
    return _MORE.get(base, _RARE)


def fitted(words: str, room: float, size: float, *, bold: bool = False) -> tuple[str, str]:
    """Return words as they fit into `room` points, and the whole of them where they had to be shortened, else "".

    What is left out is the middle: names that differ tend to differ at their ends.
    """
    line = " ".join(words.split())
    if width(line, size, bold=bold) <= room:
        return line, ""
    for kept in range(len(line) - 1, 0, -1):
        head = (kept * 2 + 2) // 3
        short = line[:head].rstrip() + ELLIPSIS + line[len(line) - (kept - head) :].lstrip()
        if width(short, size, bold=bold) <= room:
            return short, line
    return ELLIPSIS, line


def wrapped(words: str, room: float, size: float) -> list[str]:
    """Return words as lines of at most `room` points; a word that is longer stands alone and is shortened."""
    lines: list[str] = []
    for word in words.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size) <= room:
            lines[-1] = longer
        else:
            lines.append(fitted(word, room, size)[0])
    return lines
