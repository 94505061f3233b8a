"""The sets of values that an observation leaves possible, and the sets that a rule allows."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, nextafter


@dataclass(frozen=True, slots=True)
class Interval:
    """A number that is known within bounds; open bounds exclude their end ("> 80")."""

    low: float
    high: float
    low_open: bool = False
    high_open: bool = False

    @property
    def lower(self) -> float:
        """The smallest float inside: an open end is moved by one float, so that comparisons stay exact."""
        return nextafter(self.low, inf) if self.low_open else self.low

    @property
    def upper(self) -> float:
        """The largest float inside."""
        return nextafter(self.high, -inf) if self.high_open else self.high

    @property
    def empty(self) -> bool:
        """Whether nothing lies inside."""
        return self.lower > self.upper

    def union(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        low, low_open = min((self.low, self.low_open), (other.low, other.low_open))
        high, closed = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low, high, low_open, not closed)


@dataclass(frozen=True, slots=True)
class OneOf:
    """A choice that is known to be one of these."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Listed:
    """A checklist: what is known to be present and what may be present."""

    present: frozenset[str]
    possible: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Free text of a field that is shown and never judged."""

    text: str


Value = Interval | OneOf | Listed | Words
