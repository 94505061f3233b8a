"""A figure as plain shapes on a page, before it is SVG, PNG or PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from fidelity.write.figures.palette import INK, WHITE

Anchor = Literal["start", "middle", "end"]
"""Which part of a text stands at its place."""

Point: TypeAlias = tuple[float, float]
Points: TypeAlias = tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, by its upper left corner; `radius` rounds the corners."""

    x: float
    y: float
    width: float
    height: float
    fill: str = "none"
    stroke: str = "none"
    thickness: float = 0.5
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle, by its middle."""

    x: float
    y: float
    radius: float
    fill: str = "none"
    stroke: str = "none"
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed outline through points."""

    points: Points
    fill: str = "none"
    stroke: str = "none"
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points; not closed, not filled."""

    points: Points
    stroke: str = INK
    thickness: float = 0.5
    dashed: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Words on one line, `y` at their baseline; `full` is what they stand for, where they had to be shortened."""

    x: float
    y: float
    words: str
    size: float = 7
    anchor: Anchor = "start"
    bold: bool = False
    fill: str = INK
    full: str = ""


@dataclass(frozen=True, slots=True)
class Hatch:
    """Slanting lines, `step` apart, that fill a rectangle and do not leave it."""

    x: float
    y: float
    width: float
    height: float
    step: float
    stroke: str = INK
    thickness: float = 0.5

    @property
    def lines(self) -> Iterator[tuple[Point, Point]]:
        """Yield the ends of each line."""
        place = self.step
        while place < self.width + self.height:
            over, under = max(0.0, place - self.width), max(0.0, place - self.height)
            yield (self.x + place - over, self.y + over), (self.x + under, self.y + place - under)
            place += self.step


Shape: TypeAlias = Rect | Circle | Polygon | Line | Hatch | Text


@dataclass(frozen=True, slots=True)
class Scene:
    """One page of a figure: shapes in the order in which they are drawn, lengths in points (1/72 inch), y downwards.

    `title` names it in a few words, `description` says in sentences what can be read from it.
    """

    width: float
    height: float
    title: str
    description: str
    shapes: tuple[Shape, ...]
    background: str = WHITE
