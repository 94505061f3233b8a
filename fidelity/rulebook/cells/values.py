"""One value for each part of a field's values that constants cut, and how a record would write it.

Leaves compare a field with constants, so that the values between two neighbouring constants are all alike: whatever
holds for one of them holds for all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from math import inf, nextafter
from typing import Final

from fidelity.model.codebook import Field
from fidelity.model.condition import Among, Includes, Leaf, Within
from fidelity.model.facts import NOT_REPORTED, REPORTED, encode
from fidelity.model.values import Listed, OneOf
from fidelity.model.words import CHOICE_TYPES

MOST_NAMED: Final = 14
"""The most items of one checklist whose subsets are tried one by one."""

SOME_DAY: Final = float(date(2000, 1, 1).toordinal())
"""No leaf compares days: one stands for all."""

_STEPS: Final = (1.0, 0.5, 0.1, 0.05, 0.01, 0.001, 0.0001)
"""How far from a constant the value beside it lies: the first step that stays in the part."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Values of a field that no leaf tells apart: the entries of its value columns for one of them, and a status."""

    status: int
    entries: tuple[float, ...]


def cells_of(field: Field, leaves: Sequence[Leaf]) -> tuple[Cell, ...] | None:
    """Return the cells into which leaves cut a field; None where they are too many to be tried.

    A field that a leaf asks to be reported is reported or not in each of them.
    """
    allowed = [field.allowed(leaf) for leaf in leaves]
    entries: list[tuple[float, ...]]
    if field.type == "checklist":
        asked = [entry for entry in allowed if isinstance(entry, Includes)]
        if len(frozenset().union(*(entry.names for entry in asked))) > MOST_NAMED:
            return None
        entries = [encode(field, Listed(names, names)) for names in _lists(field, asked)]
    elif field.type in CHOICE_TYPES:
        sets = [entry.names for entry in allowed if isinstance(entry, Among)]
        alike: dict[tuple[bool, ...], str] = {}
        for name in field.choices:
            alike.setdefault(tuple(name in names for names in sets), name)
        entries = [encode(field, OneOf(frozenset({name}))) for name in alike.values()]
    elif field.range is not None:
        bounds = [entry for entry in allowed if isinstance(entry, Within)]
        entries = [(value, value) for value in _numbers(field, field.range, bounds)]
    else:
        entries = [(SOME_DAY, SOME_DAY) if field.type == "date" else ()]
    statuses = (REPORTED, NOT_REPORTED) if any(leaf.reported for leaf in leaves) else (REPORTED,)
    return tuple(Cell(status, entry) for status in statuses for entry in entries)


def _lists(field: Field, asked: Sequence[Includes]) -> Iterator[frozenset[str]]:
    """Yield for each answer that the leaves can get the shortest list that gets it."""
    named = [name for name in field.choices if any(name in entry.names for entry in asked)]
    seen: set[tuple[bool, ...]] = set()
    for size in range(len(named) + 1):
        for chosen in map(frozenset, combinations(named, size)):
            answer = tuple(entry.names <= chosen if entry.every else bool(entry.names & chosen) for entry in asked)
            if answer not in seen:
                seen.add(answer)
                yield chosen


def _numbers(field: Field, limits: tuple[float, float], bounds: Sequence[Within]) -> Iterator[float]:
    """Yield one number for each stretch between neighbouring constants, at a constant where it holds one."""
    whole = field.type == "count"
    low, high = limits[0], nextafter(limits[1], inf) if field.type == "cut_off" else limits[1]
    starts = {low}
    for bound in bounds:
        starts |= {bound.low, bound.high + 1 if whole else nextafter(bound.high, inf)}
    inside = sorted(start for start in starts if low <= start <= high)
    for place, start in enumerate(inside):
        last = place + 1 == len(inside)
        end = high if last else inside[place + 1] - 1 if whole else nextafter(inside[place + 1], -inf)
        yield _readable(start, end, None if place == 0 else start, None if last else end, whole=whole)


def _readable(start: float, end: float, lower: float | None, upper: float | None, *, whole: bool) -> float:
    """Return the number of a stretch that reads best: a constant, one beside a constant, else one in between.

    `lower` and `upper` are its ends where a constant has cut it.
    """
    at = [number for number in (lower, upper) if number is not None]
    for number in at:
        if len(repr(number)) <= 12:
            return number
    near = [(round(number, 9), 1 if number is lower else -1) for number in at]
    for step in (1.0,) if whole else _STEPS:
        for number, sign in near:
            beside = round(number + sign * step, 9)
            if start <= beside <= end:
                return beside
    if len(repr(start)) <= 12 or start == end:
        return start
    middle = round((start + end) / 2, 6)
    return middle if start <= middle <= end else start


def text_of(field: Field, status: int, entries: Sequence[float]) -> str:
    """Return how a record writes a value that is exactly known; `NR` where it is not reported."""
    if status == NOT_REPORTED:
        return "NR"
    unit = f" {field.unit}" if field.unit and field.type != "ordered_choice" else ""
    if field.type == "checklist":
        return "; ".join(name for name, bit in field.bits.items() if int(entries[0]) & bit) or "none"
    if field.type in CHOICE_TYPES:
        return next(name for name, bit in field.bits.items() if int(entries[0]) & bit)
    if field.type == "cut_off":
        included = len(repr(entries[0])) <= 12
        return f"{'>=' if included else '>'} {round(entries[0], 9):.12g}{unit}"
    if field.type == "date":
        return date.fromordinal(int(entries[0])).isoformat()
    return f"{entries[0]:.12g}{unit}" if entries else "reported"
