"""Stacked bars: what is certain at the ends, the better to the left, what reports leave open hatched between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from fidelity.model.scheme import CONCERNS, GRADES
from fidelity.model.words import spoken
from fidelity.write.figures import marks
from fidelity.write.figures.measure import width
from fidelity.write.figures.page import LEFT, RIGHT, Entry, paragraph
from fidelity.write.figures.palette import (
    CONCERN_FILL,
    FRAME,
    GRADE_FILL,
    GRADE_SIGN,
    HAIR,
    HATCH,
    INK,
    SOFT,
    WHITE,
)
from fidelity.write.figures.scene import Hatch, Rect, Shape, Text

START: Final = LEFT + 92
LENGTH: Final = RIGHT - START - 78
THICK: Final = 13.0
APART: Final = 9.0
"""Between the words below a bar and the next bar."""

RANGE: Final = "range"
OPEN: Final = "open"
CAUSES: Final = ("decided", "unclear", "not_reported", "not_extracted")
"""How judgements stand: decided, or why they are open."""
_FILL: Final = {**CONCERN_FILL, **GRADE_FILL, "decided": SOFT, "unclear": HAIR}
_WORD_INK: Final = {**GRADE_SIGN, "decided": WHITE, "unclear": INK}
"""The parts that are named inside, if there is room; the concerns have signs instead."""
_HATCHED: Final = {RANGE: (2.8, 0.8), OPEN: (6.5, 0.5), "not_reported": (2.8, 0.8), "not_extracted": (6.5, 0.5)}
"""The step and the thickness of the lines of each part that is hatched."""
BETTER_CONCERNS: Final = (*CONCERNS[:2], RANGE, OPEN, *CONCERNS[2:])
BETTER_GRADES: Final = (*reversed(GRADES[2:]), RANGE, OPEN, *reversed(GRADES[:2]))


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: its name, its parts in order with their sizes, what it says below and beside itself."""

    name: str
    parts: tuple[tuple[str, float], ...]
    said: str
    beside: str = ""
    bold: bool = False


def stacked(bars: Iterable[Bar], y: float) -> tuple[list[Shape], float]:
    """Return bars with their names and words, the upper edge of the first at `y`, and where what follows can begin."""
    shapes: list[Shape] = []
    for bar in bars:
        words = paragraph(bar.said, y + THICK + 8.5, x=START)
        shapes += [*_drawn(bar, y), *words]
        y = words[-1].y + APART
    return shapes, y


def _drawn(bar: Bar, y: float) -> Iterator[Shape]:
    baseline = y + THICK / 2 + 7.5 * marks.MIDDLE
    yield Text(START - 6, baseline, bar.name[:1].upper() + bar.name[1:], 7.5, "end", bold=bar.bold)
    if bar.beside:
        yield Text(RIGHT, baseline, bar.beside, 7, "end", fill=SOFT)
    total = sum(size for _, size in bar.parts)
    if not total:
        yield Rect(START, y, LENGTH, THICK, WHITE, HAIR)
    x = START
    for word, size in bar.parts:
        if size:
            box = Rect(x, y, LENGTH * size / total, THICK)
            yield from _segment(box, word)
            yield from _inside(box, word)
            x += box.width


def _segment(box: Rect, word: str) -> Iterator[Shape]:
    fill = _FILL.get(word, WHITE)
    yield Rect(box.x, box.y, box.width, box.height, fill)
    if word in _HATCHED:
        step, thickness = _HATCHED[word]
        yield Hatch(box.x, box.y, box.width, box.height, step, HATCH, thickness)
    yield Rect(box.x, box.y, box.width, box.height, "none", FRAME, 0.7)


def _inside(box: Rect, word: str) -> Iterator[Shape]:
    """Yield the sign or the word of a part, if there is room for it."""
    middle, down = box.x + box.width / 2, box.y + box.height / 2
    if word == OPEN and box.width >= 14:
        yield from marks.concern(middle - marks.MARK / 2, down, marks.ANYTHING)
    elif word in _WORD_INK and box.width >= width(word, 7) + 4:
        yield Text(middle, down + 7 * marks.MIDDLE, word, 7, "middle", fill=_WORD_INK[word])
    elif word in CONCERN_FILL and box.width >= 8:
        yield from marks.sign(word, middle, down)


@dataclass(frozen=True, slots=True)
class _Swatch:
    """The mark of a part of a bar in a legend."""

    word: str

    def __call__(self, x: float, y: float) -> Iterator[Shape]:
        box = Rect(x, y - 5.5, marks.MARK, 11)
        yield from _segment(box, self.word)
        if self.word not in _WORD_INK:
            yield from _inside(box, self.word)


CONCERN_ENTRIES: Final = tuple(
    Entry(_Swatch(word), f"{word} concern" if word != "none" else "no concern") for word in CONCERNS
)
OPEN_ENTRIES: Final = (Entry(_Swatch(RANGE), "between two of them"), Entry(_Swatch(OPEN), "open over the whole scale"))
GRADE_ENTRIES: Final = tuple(Entry(_Swatch(word), f"grade {word}") for word in reversed(GRADES))
CAUSE_ENTRIES: Final = tuple(Entry(_Swatch(word), spoken(word)) for word in CAUSES)
