"""The marks of the figures: a concern as a circle with a sign, a range as two halves, a grade as one of four steps.

Every mark differs in form as well as in colour, and words stand beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin
from typing import Final

from fidelity.model.scheme import CONCERNS, GRADES
from fidelity.write.figures.palette import (
    ACCENT,
    CONCERN_FILL,
    CONCERN_SIGN,
    FRAME,
    INK,
    POSSIBLE,
    RULE,
    SOFT,
    WHITE,
)
from fidelity.write.figures.scene import Circle, Line, Points, Polygon, Rect, Shape, Text

Range = tuple[str, str]
"""Two words of one scale: the better end first for concerns, the lower end first for grades."""

RADIUS: Final = 5.2
MARK: Final = 4 * RADIUS
"""How wide the mark of a concern or of a grade is at most."""
GAP: Final = 3.0
WORD: Final = 7.0
"""The size of the word beside a mark."""
MIDDLE: Final = 0.36
"""How far below its middle a word has its baseline, as part of its size."""

ANYTHING: Final = (CONCERNS[0], CONCERNS[-1])
UNDETERMINED: Final = (GRADES[0], GRADES[-1])


def concern_word(ends: Range | None) -> str:
    """Return a concern in a word: "major", "none–major", "open" for the whole scale, "not asked" for none."""
    return _word(ends, ANYTHING, "open")


def grade_word(ends: Range | None) -> str:
    """Return a grade in a word: "limited", "limited–full", "undetermined" for the whole scale, "not asked" for none."""
    return _word(ends, UNDETERMINED, "undetermined")


def _word(ends: Range | None, whole: Range, word: str) -> str:
    if ends is None:
        return "not asked"
    if ends == whole:
        return word
    return ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"


def concern(x: float, y: float, ends: Range | None) -> Iterator[Shape]:
    """Yield the mark of a concern, MARK wide, its left edge at `x` and its middle at `y`."""
    middle = x + MARK / 2
    if ends is None:
        yield Line(((middle - 3, y), (middle + 3, y)), RULE, 0.8)
    elif ends == ANYTHING:
        yield Circle(middle, y, RADIUS, WHITE, FRAME, 0.8)
        yield Text(middle, y + 7.5 * MIDDLE, "?", 7.5, "middle", bold=True)
    elif ends[0] == ends[1]:
        yield Circle(middle, y, RADIUS, CONCERN_FILL[ends[0]], FRAME, 0.8)
        yield from sign(ends[0], middle, y)
    else:
        for side, end in ((-1, ends[0]), (1, ends[1])):
            yield Polygon(_half(middle, y, side), CONCERN_FILL[end], FRAME, 0.8)
            yield from sign(end, middle + side * RADIUS * 0.95, y)


def _half(x: float, y: float, side: int) -> Points:
    """Return the outline of the left (-1) or right (1) half of a pill."""
    around = [pi / 2 - step * pi / 8 for step in range(9)]
    cap = [(x + side * (RADIUS + RADIUS * cos(angle)), y - RADIUS * sin(angle)) for angle in around]
    return ((x, y - RADIUS), *cap, (x, y + RADIUS))


def sign(word: str, x: float, y: float) -> Iterator[Shape]:
    """Yield the sign of a concern alone: a plus, a minus, a cross or an exclamation mark."""
    ink, size = CONCERN_SIGN[word], 2.6
    if word == "critical":
        yield Line(((x, y - 3.1), (x, y + 0.9)), ink, 1.5)
        yield Circle(x, y + 2.7, 0.95, ink)
    elif word == "major":
        yield Line(((x - 2.1, y - 2.1), (x + 2.1, y + 2.1)), ink, 1.3)
        yield Line(((x - 2.1, y + 2.1), (x + 2.1, y - 2.1)), ink, 1.3)
    else:
        yield Line(((x - size, y), (x + size, y)), ink, 1.3)
        if word == "none":
            yield Line(((x, y - size), (x, y + size)), ink, 1.3)


def grade(x: float, y: float, ends: Range | None) -> Iterator[Shape]:
    """Yield the mark of a grade: four steps from poor to full, those that are possible filled."""
    if ends is None:
        yield from concern(x, y, None)
        return
    low, high = (GRADES.index(end) for end in ends)
    for place in range(len(GRADES)):
        height = 3.5 + 2.2 * place
        possible = low <= place <= high
        fill = ACCENT if possible and low == high else POSSIBLE if possible else WHITE
        yield Rect(x + 5.2 * place, y + RADIUS - height, 4.2, height, fill, FRAME if possible else RULE, 0.6)


def beside(x: float, y: float, words: str, *, soft: bool = False) -> Text:
    """Return the word beside a mark whose left edge is at `x` and whose middle is at `y`."""
    return Text(x + MARK + GAP, y + WORD * MIDDLE, words, WORD, fill=SOFT if soft else INK)
