"""Cells: sets of values of a field within which conditions hold for every value or for none, by one value each."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nextafter
from typing import TypeAlias

from fidelity.model.codebook import Field
from fidelity.model.condition import Among, Includes, Leaf, Within
from fidelity.model.words import INTERVAL_TYPES

Cell: TypeAlias = tuple[float, ...]
"""The entries of a field's value columns."""


def cells_of(field: Field, known: Cell, leaves: Sequence[Leaf]) -> tuple[Cell, ...]:
    """Return one exact value of each cell into which leaves cut what is known of a field.

    A complete value of a checklist says of each of its choices whether it was there.
    """
    allowed = [field.allowed(leaf) for leaf in leaves]
    if field.type in INTERVAL_TYPES:
        pieces = [piece for piece in allowed if isinstance(piece, Within)]
        return tuple((point, point) for point in _points(field, known, pieces))
    if field.type == "checklist":
        return tuple((mask, mask) for mask in _lists(field, known, [p for p in allowed if isinstance(p, Includes)]))
    if not field.choices:
        return (known,)
    sets = [piece.names for piece in allowed if isinstance(piece, Among)]
    one_each = {
        tuple(name in names for names in sets): (field.bits[name],)
        for name in reversed(field.choices)
        if int(known[0]) & field.bits[name]
    }
    return tuple(one_each.values())


def _points(field: Field, known: Cell, pieces: Sequence[Within]) -> list[float]:
    """Return one possible number of each cell."""
    step = 1.0 if field.type == "count" else 0.0
    near = [
        point
        for piece in pieces
        for end in (piece.low, piece.high)
        for point in (
            end,
            (end - step) if step else nextafter(end, -inf),
            (end + step) if step else nextafter(end, inf),
        )
    ]
    possible = [point for point in (*known, *near) if known[0] <= point <= known[1]]
    cells = {tuple(piece.low <= point <= piece.high for piece in pieces): point for point in possible}
    return list(cells.values())


def _lists(field: Field, known: Cell, asked: Sequence[Includes]) -> list[int]:
    """Return one possible list of each cell, grown choice by choice: lists that look alike so far are kept once."""
    must, may = int(known[0]), int(known[1])
    wanted = [field.mask(piece.names) for piece in asked]
    found = {tuple(must & mask for mask in wanted): must}
    for name, bit in field.bits.items():
        if bit & may & ~must and any(name in piece.names for piece in asked):
            found |= {tuple((held | bit) & mask for mask in wanted): held | bit for held in found.values()}
    alike = {
        tuple(
            held & mask == mask if piece.every else held & mask != 0 for mask, piece in zip(wanted, asked, strict=True)
        ): held
        for held in reversed(found.values())
    }
    return list(alike.values())
