"""The scale of grades as a track along which ranges, probabilities and expected grades are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from fidelity.model.scheme import GRADES
from fidelity.write.figures.palette import ACCENT, FRAME, HAIR, INK, POSSIBLE, SOFT, WHITE
from fidelity.write.figures.scene import Circle, Line, Polygon, Rect, Shape, Text

_DOT: Final = 3.2
_LARGEST: Final = 5.4
"""The radius of the circle of a grade that has the whole probability."""


@dataclass(frozen=True, slots=True)
class Track:
    """A scale from `low` to `high`, drawn from `left` to `right`."""

    left: float
    right: float
    low: float = 0
    high: float = len(GRADES) - 1

    def at(self, value: float) -> float:
        """Return where a value stands."""
        return self.left + (self.right - self.left) * (value - self.low) / (self.high - self.low)

    @property
    def ticks(self) -> list[tuple[float, str]]:
        """The whole values with their words: grades, or steps where it is a scale of differences."""
        values = range(round(self.low), round(self.high) + 1)
        if (self.low, self.high) == (0, len(GRADES) - 1):
            return [(self.at(value), GRADES[value]) for value in values]
        return [(self.at(value), signed(value)) for value in values]

    def words(self, y: float) -> Iterator[Shape]:
        """Yield the names of the values, on the baseline `y`."""
        for x, word in self.ticks:
            yield Text(x, y, word, 7, "middle", fill=SOFT)

    def grid(self, top: float, bottom: float) -> Iterator[Shape]:
        """Yield a line through the rows for each value."""
        for x, _ in self.ticks:
            yield Line(((x, top), (x, bottom)), HAIR, 0.5)

    def span(self, y: float, low: float, high: float) -> Iterator[Shape]:
        """Yield a range as a bar; nothing where it is one value."""
        if low < high:
            yield Rect(self.at(low), y - 1.7, self.at(high) - self.at(low), 3.4, POSSIBLE, FRAME, 0.4)

    def certain(self, y: float, value: float) -> Iterator[Shape]:
        """Yield a grade that is certain: a filled circle."""
        yield Circle(self.at(value), y, _DOT, ACCENT)

    def expected(self, y: float, value: float) -> Iterator[Shape]:
        """Yield a grade that is expected: a diamond."""
        x, size = self.at(value), _DOT + 0.6
        yield Polygon(((x, y - size), (x + size, y), (x, y + size), (x - size, y)), INK, WHITE, 0.9)

    def pointer(self, y: float, value: float) -> Iterator[Shape]:
        """Yield a grade that is expected, as a pointer from above: it hides nothing of the track."""
        x = self.at(value)
        yield Polygon(((x - 3, y - 6.9), (x + 3, y - 6.9), (x, y - 1.2)), INK, WHITE, 0.6)

    def chances(self, y: float, probabilities: Sequence[float]) -> Iterator[Shape]:
        """Yield a circle for each grade, its area as its probability."""
        for grade, chance in enumerate(probabilities):
            if chance > 0:
                fill = ACCENT if chance == 1 else POSSIBLE
                yield Circle(self.at(grade), y, max(0.6, _LARGEST * sqrt(chance)), fill, FRAME, 0.5)


def signed(value: float) -> str:
    """Return a whole difference with its sign: "+2", "−1", "0"."""
    return f"{value:+.0f}".replace("-", "−") if value else "0"


def decimal(value: float) -> str:
    """Return an expected grade or difference with two decimals."""
    return f"{value + 0.0:.2f}".replace("-", "−")
