"""What every page of a figure has: its width, a heading, a legend, and whose levels and scheme these are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Protocol, TypeVar

from fidelity.scoring.result import Scores
from fidelity.write.explanation import OURS
from fidelity.write.figures.marks import GAP, MARK, MIDDLE, WORD
from fidelity.write.figures.measure import width, wrapped
from fidelity.write.figures.palette import RULE, SOFT
from fidelity.write.figures.scene import Line, Shape, Text

WIDTH: Final = 522.0
"""A4 upright, with a margin of half an inch on each side."""
LEFT: Final = 4.0
RIGHT: Final = WIDTH - LEFT
TITLE: Final = 10.5
SMALL: Final = 7.0
LEADING: Final = 9.6

T = TypeVar("T")


class Mark(Protocol):
    """Draws a mark with its left edge and its middle at a place."""

    def __call__(self, x: float, y: float) -> Iterator[Shape]:
        """Yield its shapes."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a legend: a mark and what it means."""

    mark: Mark
    means: str


def pages(rows: Sequence[T], size: int) -> list[Sequence[T]]:
    """Return rows in pages of at most `size`, as equal as they come: no page with a single row is left over."""
    number = max(1, -(-len(rows) // size))
    share, more = divmod(len(rows), number)
    ends = [share * page + min(page, more) for page in range(number + 1)]
    return [rows[start:end] for start, end in pairwise(ends)]


def numbered(title: str, page: int, total: int) -> str:
    """Return the title of a page: with its number, where there are several."""
    return title if total == 1 else f"{title}, page {page} of {total}"


def heading(title: str, lines: str) -> tuple[list[Shape], float]:
    """Return the title of a page with a few words below it, and where what follows can begin."""
    shapes: list[Shape] = [Text(LEFT, 12, title, TITLE, bold=True)]
    below = paragraph(lines, 24)
    return [*shapes, *below], 24 + LEADING * (len(below) - 1) + 8


def paragraph(words: str, y: float, *, x: float = LEFT, fill: str = SOFT) -> list[Text]:
    """Return words in as many lines as the width of the page asks for, the first baseline at `y`."""
    lines = wrapped(words, RIGHT - x, SMALL)
    return [Text(x, y + LEADING * number, line, SMALL, fill=fill) for number, line in enumerate(lines)]


def closing(entries: Sequence[Entry], y: float) -> tuple[list[Shape], float]:
    """Return the legend and the notice that end a page, from `y` on, and the height of the page."""
    shapes: list[Shape] = [Line(((LEFT, y), (RIGHT, y)), RULE, 0.6)]
    x, middle = LEFT, y + 11
    for entry in entries:
        room = MARK + GAP + width(entry.means, WORD) + 12
        if x > LEFT and x + room - 12 > RIGHT:
            x, middle = LEFT, middle + 14
        shapes += entry.mark(x, middle)
        shapes.append(Text(x + MARK + GAP, middle + WORD * MIDDLE, entry.means, WORD))
        x += room
    notice = paragraph(OURS, middle + 19)
    return [*shapes, *notice], middle + 19 + LEADING * (len(notice) - 1) + 5


def standpoint(scores: Scores, axis: str) -> str:
    """Return by what was graded: profile, scheme, and the clock of an axis."""
    standard = scores.standard
    clock = {"now": "by what is asked now", "then": "by what was asked when each trial recruited"}
    profile = standard.profile
    said = f"Profile {profile.id}, {clock[profile.clock[axis]]}, scheme {standard.scheme.name}."
    return f"{said} A grade of this profile means {profile.grade_means}." if profile.grade_means else said
