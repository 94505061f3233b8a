"""What could have been decided otherwise about a criterion: left out, another level, another number."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, get_args

from fidelity.model.codebook import Codebook
from fidelity.model.condition import LOWER, ORDERED, UPPER, leaves_of, with_leaf
from fidelity.model.implication import implies
from fidelity.model.ruleset import Criterion
from fidelity.model.variants import nudged, shown
from fidelity.model.words import Level

LEVELS: Final[tuple[Level, ...]] = get_args(Level)

Kind = Literal["left out", "level", "number"]

MOVABLE: Final = frozenset({*LOWER, *UPPER, *ORDERED})
"""The operators whose operand is a number, or a place in an order."""

NOT_OF_THE_DEMAND: Final = {"applies_when": " (to apply)", "partly_met_when": " (floor)"}
"""What is said behind a number that is not that of the demand itself."""


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
    for key, condition in criterion.conditions.items():
        for at, leaf in leaves_of(condition):
            field = codebook.fields[leaf.field]
            numbers = ((name, operand) for name, operand in leaf.tests.items() if name in MOVABLE)
            for name, before, after in ((name, number, to) for name, number in numbers for to in nudged(number, field)):
                moved = leaf.model_copy(update={name: after})
                changed = _with(criterion, {key: with_leaf(condition, at, moved)})
                if field.faults_of(moved) or not _floor_holds(changed, codebook):
                    continue
                unit = f" {field.unit}" if field.unit else ""
                where = NOT_OF_THE_DEMAND.get(key, "")
                says = f"{field.label}{where}: {shown(after)}{unit} instead of {shown(before)}{unit}"
                yield Change("number", says, criterion, changed)


def _floor_holds(criterion: Criterion, codebook: Codebook) -> bool:
    if criterion.met_when is None or criterion.partly_met_when is None:
        return True
    return implies(criterion.met_when, criterion.partly_met_when, codebook)
