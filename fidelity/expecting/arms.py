"""What becomes of an arm: of its main procedure, else of the worst of those that are graded.

Procedures of one arm are taken to be independent of each other, given the assumption.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import reduce
from typing import TypeAlias, TypeVar

from fidelity.expecting.outcome import Distribution, Outcome
from fidelity.expecting.procedures import Name

Key = TypeVar("Key")

Arm: TypeAlias = tuple[str, str]
"""Study and arm."""


def arms_of(outcomes: Mapping[Name, Outcome], main: Collection[Name]) -> dict[Arm, Outcome]:
    """Return the outcome of each arm that has a grade; `main` are the procedures that are the main one of their arm."""
    marked = {name[:2] for name in main}
    arms: dict[Arm, list[Outcome]] = {}
    for name, outcome in outcomes.items():
        if name in main or name[:2] not in marked:
            arms.setdefault(name[:2], []).append(outcome)
    return {arm: _worst(found) for arm, found in arms.items()}


def _worst(outcomes: Sequence[Outcome]) -> Outcome:
    """Return the lowest grade, the gravest concern of each domain, and each criterion as met where all meet it."""
    return Outcome(
        reduce(_extreme(min), [outcome.grade for outcome in outcomes]),
        _each([outcome.domains for outcome in outcomes], _extreme(max)),
        _each([outcome.criteria for outcome in outcomes], _extreme(min)),
    )


Merge: TypeAlias = Callable[[Distribution, Distribution], Distribution]


def _extreme(chosen: Callable[[int, int], int]) -> Merge:
    def merged(first: Distribution, second: Distribution) -> Distribution:
        found: dict[int, float] = {}
        for one, chance in first.items():
            for two, other in second.items():
                number = chosen(one, two)
                found[number] = found.get(number, 0.0) + chance * other
        return dict(sorted(found.items()))

    return merged


def _each(parts: Sequence[Mapping[Key, Distribution]], merge: Merge) -> dict[Key, Distribution]:
    keys = dict.fromkeys(key for part in parts for key in part)
    return {key: reduce(merge, [part[key] for part in parts if key in part]) for key in keys}
