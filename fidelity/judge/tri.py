"""Three-valued conditions as Polars expressions: what is still possible, and why it is not known.

A condition is four Boolean planes: it can be true, it can be false, and, where it can be both, whether one of its
unknown members was not extracted, or was at least not merely unreported. A plane that is the same for every row is a
Python bool, so that nothing is computed for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Final

import polars as pl

Plane = pl.Expr | bool


def both(first: Plane, second: Plane) -> Plane:
    """Return where two planes hold together."""
    if isinstance(first, bool):
        return second if first else False
    if isinstance(second, bool):
        return first if second else False
    return first & second


def either(first: Plane, second: Plane) -> Plane:
    """Return where one of two planes holds."""
    if isinstance(first, bool):
        return True if first else second
    if isinstance(second, bool):
        return True if second else first
    return first | second


def conjunction(planes: Iterable[Plane]) -> Plane:
    """Return where all planes hold."""
    start: Plane = True
    return reduce(both, planes, start)


def disjunction(planes: Iterable[Plane]) -> Plane:
    """Return where a plane holds."""
    start: Plane = False
    return reduce(either, planes, start)


def expression(plane: Plane) -> pl.Expr:
    """Return a plane as an expression."""
    return pl.lit(plane) if isinstance(plane, bool) else plane


@dataclass(frozen=True, slots=True)
class Tri:
    """A condition over possible values; `true` and `false` both hold where it is unknown."""

    true: Plane
    false: Plane
    not_extracted: Plane = False
    not_merely_unreported: Plane = False

    @property
    def unknown(self) -> Plane:
        """Where it can be true and can be false."""
        return both(self.true, self.false)

    def negated(self) -> Tri:
        """Return the condition that holds where this one does not."""
        return Tri(self.false, self.true, self.not_extracted, self.not_merely_unreported)


CERTAIN: Final = Tri(True, False)


def all_of(members: Iterable[Tri]) -> Tri:
    """Return the conjunction: false where one member is false, whatever the rest."""
    parts = [member for member in members if member.false is not False]
    if len(parts) < 2:
        return parts[0] if parts else CERTAIN
    return _joined(conjunction(part.true for part in parts), disjunction(part.false for part in parts), parts)


def any_of(members: Iterable[Tri]) -> Tri:
    """Return the disjunction: true where one member is true, whatever the rest."""
    parts = [member for member in members if member.true is not False]
    if len(parts) < 2:
        return parts[0] if parts else CERTAIN.negated()
    return _joined(disjunction(part.true for part in parts), conjunction(part.false for part in parts), parts)


def _joined(true: Plane, false: Plane, parts: list[Tri]) -> Tri:
    unknown = both(true, false)
    return Tri(
        true,
        false,
        both(unknown, disjunction(part.not_extracted for part in parts)),
        both(unknown, disjunction(part.not_merely_unreported for part in parts)),
    )
