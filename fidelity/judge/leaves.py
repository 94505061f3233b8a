"""Leaves compiled to Polars: which values of one field make a comparison true, and which make it false."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, nextafter

import polars as pl

from fidelity.judge.tri import Plane, Tri, both, disjunction, either
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import Allowed, Among, Includes, IsReported, Leaf, Within
from fidelity.model.facts import NOT_EXTRACTED, NOT_REPORTED
from fidelity.model.values import Interval, OneOf

Pieces = tuple[Within, ...] | frozenset[str]
"""A set of values: intervals of a number, or choices."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns a frame has, and whether inferred observations are looked at."""

    names: frozenset[str]
    scope: bool = False

    @classmethod
    def of(cls, frame: pl.DataFrame) -> Columns:
        """Return the columns of a frame, as they decide whether criteria are met."""
        return cls(frozenset(frame.columns))

    @property
    def deciding_scope(self) -> Columns:
        """The same columns, as they decide what a procedure is and what applies."""
        return Columns(self.names, scope=True)

    def value(self, field: str, suffix: str) -> pl.Expr | None:
        """Return a value column of a field; None where no row says anything of it."""
        if self.scope and f"{field}.scope.{suffix}" in self.names:
            return pl.col(f"{field}.scope.{suffix}")
        return pl.col(f"{field}.{suffix}") if f"{field}.{suffix}" in self.names else None

    def inferred(self, field: str) -> Plane:
        """Return where an observation of a field is only inferred."""
        return pl.col(f"{field}.inferred") if f"{field}.inferred" in self.names else False

    def status(self, field: str) -> pl.Expr:
        """Return the status column of a field."""
        return pl.col(f"{field}.status" if f"{field}.status" in self.names else "unstated")


def everything(field: Field) -> Pieces:
    """Return all values that the codebook allows."""
    value = field.everything
    if isinstance(value, Interval):
        return (Within(value.lower, nextafter(value.upper, inf) if field.type == "cut_off" else value.upper),)
    return value.names if isinstance(value, OneOf) else frozenset(field.choices)


def pieces_of(allowed: Allowed) -> Pieces | None:
    """Return the values that a leaf allows; None for leaves that are not about one value."""
    if isinstance(allowed, Within):
        return (allowed,)
    return allowed.names if isinstance(allowed, Among) else None


def overlap(first: Pieces, second: Pieces) -> Pieces:
    """Return the values in both sets."""
    if isinstance(first, frozenset) and isinstance(second, frozenset):
        return first & second
    return _overlap(_intervals(first), _intervals(second))


def without(first: Pieces, second: Pieces, *, whole: bool) -> Pieces:
    """Return the values of the first set that are not in the second; `whole`: only whole numbers are values."""
    if isinstance(first, frozenset) and isinstance(second, frozenset):
        return first - second
    left = _intervals(first)
    for hole in _intervals(second):
        end, start = (hole.low - 1, hole.high + 1) if whole else (nextafter(hole.low, -inf), nextafter(hole.high, inf))
        left = (*_overlap(left, (Within(-inf, end),)), *_overlap(left, (Within(start, inf),)))
    return left


def _intervals(pieces: Pieces) -> tuple[Within, ...]:
    assert not isinstance(pieces, frozenset), "choices and numbers do not mix: a leaf suits the type of its field"
    return pieces


def _overlap(first: tuple[Within, ...], second: tuple[Within, ...]) -> tuple[Within, ...]:
    pairs = (Within(max(a.low, b.low), min(a.high, b.high)) for a in first for b in second)
    return tuple(piece for piece in pairs if piece.low <= piece.high)


def possible_in(field: Field, name: str, pieces: Pieces, columns: Columns) -> Plane:
    """Return where one of the values that a row leaves possible lies in a set."""
    if not pieces:
        return False
    if isinstance(pieces, frozenset):
        may = columns.value(name, "may")
        return True if may is None else (may & field.mask(pieces)) != 0
    low, high = columns.value(name, "low"), columns.value(name, "high")
    if low is None or high is None:
        return bool(overlap(everything(field), pieces))
    return disjunction(_meets(low, high, piece, everything(field)) for piece in pieces)


def _meets(low: pl.Expr, high: pl.Expr, piece: Within, every: Pieces) -> Plane:
    (bounds,) = every
    assert isinstance(bounds, Within)
    above: Plane = True if piece.low <= bounds.low else high >= piece.low
    below: Plane = True if piece.high >= bounds.high else low <= piece.high
    return both(above, below)


def compile_leaf(leaf: Leaf, codebook: Codebook, columns: Columns, given: Mapping[str, Pieces]) -> Tri:
    """Return a leaf on a field that applies.

    `given` holds, by field, the values to which the context has already narrowed it (the criterion applies, or is not
    met): only completions that agree with the context are looked at.
    """
    field = codebook.fields[leaf.field]
    allowed = field.allowed(leaf)
    status = columns.status(leaf.field)
    if isinstance(allowed, IsReported):
        # What a reader inferred does not show whether the report says it.
        unsaid = columns.inferred(leaf.field)
        unread = status == NOT_EXTRACTED
        open_ = either(unread, unsaid)
        return Tri(status != NOT_REPORTED, either(open_, status == NOT_REPORTED), unread, open_)
    if isinstance(allowed, Includes):
        true, false = _includes(leaf.field, field.mask(allowed.names), allowed.every, columns)
    else:
        wanted = pieces_of(allowed)
        assert wanted is not None
        context = given.get(leaf.field, everything(field))
        true = possible_in(field, leaf.field, overlap(context, wanted), columns)
        false = possible_in(field, leaf.field, without(context, wanted, whole=field.type == "count"), columns)
    unknown = both(true, false)
    return Tri(true, false, both(unknown, status >= NOT_EXTRACTED), both(unknown, status != NOT_REPORTED))


def _includes(name: str, mask: int, every: bool, columns: Columns) -> tuple[Plane, Plane]:
    must, may = columns.value(name, "must"), columns.value(name, "may")
    if must is None or may is None:
        return True, True
    if every:
        return (may & mask) == mask, (must & mask) != mask
    return (may & mask) != 0, (must & mask) == 0


def narrowed(leaves: Sequence[Leaf], codebook: Codebook) -> dict[str, Pieces]:
    """Return, by field, the values that a conjunction of leaves leaves."""
    found: dict[str, Pieces] = {}
    for leaf in leaves:
        wanted = pieces_of(codebook.fields[leaf.field].allowed(leaf))
        if wanted is not None:
            found[leaf.field] = overlap(found.get(leaf.field, everything(codebook.fields[leaf.field])), wanted)
    return found
