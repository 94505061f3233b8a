"""Why a judgement is what it is: the state of every leaf, from the same compiled leaves that judged."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import Plane, Tri
from fidelity.model.codebook import Codebook
from fidelity.model.condition import Leaf, leaves_of
from fidelity.model.judgement import REASONS, Reason
from fidelity.model.ruleset import RuleSet

State = Literal["true", "false", "open", "inapplicable"]


@dataclass(frozen=True, slots=True)
class LeafState:
    """How one leaf of a criterion stands for one procedure; `key` is the condition in which it stands."""

    key: str
    leaf: Leaf
    state: State
    reason: Reason | None = None


States = Mapping[str, tuple[LeafState, ...]]
"""The state of every leaf, by criterion."""


def trace(frame: pl.DataFrame, ruleset: RuleSet, codebook: Codebook) -> list[States]:
    """Return for each row of a frame the state of every leaf of every criterion."""
    plain = Context(codebook, Columns.of(frame))
    scope = Context(codebook, Columns.of(frame).deciding_scope)
    planes: dict[tuple[Leaf, bool], tuple[Plane, ...]] = {}
    places: list[tuple[str, str, Leaf]] = []
    for criterion in ruleset.criteria:
        for key, condition in criterion.conditions.items():
            context = scope if key == "applies_when" else plain
            for _, leaf in leaves_of(condition):
                places.append((criterion.id, key, leaf))
                if (leaf, context is scope) not in planes:
                    planes[leaf, context is scope] = _planes(context.leaf(leaf), context.applies(leaf.field))
    columns = {
        f"{number} {name}": plane
        for number, found in enumerate(planes.values())
        for name, plane in enumerate(found)
        if not isinstance(plane, bool)
    }
    rows = frame.select("unstated", **columns).rows(named=True)
    return [_states(places, planes, row, [criterion.id for criterion in ruleset.criteria]) for row in rows]


def _planes(leaf: Tri, applies: Tri) -> tuple[Plane, ...]:
    return applies.true, leaf.true, leaf.false, leaf.not_merely_unreported, leaf.not_extracted


def _states(
    places: Sequence[tuple[str, str, Leaf]],
    planes: Mapping[tuple[Leaf, bool], tuple[Plane, ...]],
    row: Mapping[str, bool],
    criteria: Sequence[str],
) -> States:
    known = {
        leaf: [plane if isinstance(plane, bool) else row[f"{number} {name}"] for name, plane in enumerate(found)]
        for number, (leaf, found) in enumerate(planes.items())
    }
    found: dict[str, list[LeafState]] = {criterion: [] for criterion in criteria}
    for criterion, key, leaf in places:
        found[criterion].append(_state(key, leaf, known[leaf, key == "applies_when"]))
    return {name: tuple(states) for name, states in found.items()}


def _state(key: str, leaf: Leaf, planes: Sequence[bool]) -> LeafState:
    applies, true, false, not_merely_unreported, not_extracted = planes
    if not applies:
        return LeafState(key, leaf, "inapplicable")
    if true and false:
        return LeafState(key, leaf, "open", REASONS[int(not_merely_unreported) + int(not_extracted)])
    return LeafState(key, leaf, "true" if true else "false")
