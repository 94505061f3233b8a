"""What could have been decided otherwise about a criterion: left out, another level, another number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor
from typing import Final, Literal, get_args

from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import ORDERED, Condition, Leaf, leaves_of, with_leaf
from fidelity.model.ruleset import Criterion
from fidelity.model.words import Level

LEVELS: Final[tuple[Level, ...]] = get_args(Level)

Kind = Literal["left out", "level", "number"]

STEP: Final = 0.1
"""A number is nudged by a tenth; a count or an ordered choice by one step, if a tenth is less."""

NUMBERS: Final = ("at_least", "more_than", "at_most", "less_than", "asks_at_least", "asks_more_than")


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion changed in one place; `changed` is None where it is left out."""

    kind: Kind
    says: str
    criterion: Criterion
    changed: Criterion | None


def changes_of(criterion: Criterion, codebook: Codebook) -> tuple[Change, ...]:
    """Return every change of a counted criterion that a reader of its grade may ask about; none for the others."""
    if not criterion.counted:
        return ()
    levels = (
        Change("level", f"{level} instead of {criterion.level}", criterion, _with(criterion, {"level": level}))
        for level in LEVELS
        if level not in ("note", criterion.level)
    )
    return (Change("left out", "left out", criterion, None), *levels, *_numbers(criterion, codebook))


def _with(criterion: Criterion, update: dict[str, object]) -> Criterion:
    return criterion.model_copy(update=update)


def _numbers(criterion: Criterion, codebook: Codebook) -> Iterator[Change]:
    for key in ("met_when", "not_met_when", "partly_met_when"):
        condition: Condition | None = getattr(criterion, key)
        for at, leaf in leaves_of(condition) if condition is not None else ():
            for operator, before, after in _nudged(leaf, codebook.fields[leaf.field]):
                moved = leaf.model_copy(update={operator: after})
                if codebook.fields[leaf.field].faults_of(moved) or condition is None:
                    continue
                changed = _with(criterion, {key: with_leaf(condition, at, moved)})
                if not _floor_holds(changed, codebook):
                    continue
                field = codebook.fields[leaf.field]
                unit = f" {field.unit}" if field.unit else ""
                floor_ = " (floor)" if key == "partly_met_when" else ""
                says = f"{field.label}{floor_}: {after}{unit} instead of {before}{unit}"
                yield Change("number", says, criterion, changed)


def _floor_holds(criterion: Criterion, codebook: Codebook) -> bool:
    if criterion.met_when is None or criterion.partly_met_when is None:
        return True
    return codebook.implies(criterion.met_when, criterion.partly_met_when)


def _nudged(leaf: Leaf, field: Field) -> Iterator[tuple[str, object, object]]:
    for operator in NUMBERS:
        bound = getattr(leaf, operator)
        if bound is None:
            continue
        for sign in (-1, 1):
            moved = bound + sign * bound * STEP
            if field.type == "count":
                moved = min(floor(moved), bound - 1) if sign < 0 else max(ceil(moved), bound + 1)
            yield operator, _plain(bound), _plain(round(moved, 6))
    names = list(field.choices)
    for operator in ORDERED:
        bound = getattr(leaf, operator)
        for sign in (-1, 1) if bound is not None else ():
            place = names.index(bound) + sign
            if 0 <= place < len(names):
                yield operator, bound, names[place]


def _plain(number: float) -> float | int:
    return int(number) if float(number).is_integer() else number
