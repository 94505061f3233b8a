"""Why a judgement is what it is: the state of every leaf, from the same compiled leaves that judged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import Tri, expression
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


def trace(row: pl.DataFrame, ruleset: RuleSet, codebook: Codebook) -> Mapping[str, tuple[LeafState, ...]]:
    """Return the state of every leaf of every criterion, by criterion, for a frame of one row."""
    plain = Context(codebook, Columns.of(row))
    scope = Context(codebook, Columns.of(row).deciding_scope)
    places: list[tuple[str, str, Leaf]] = []
    columns: dict[str, pl.Expr] = {}
    for criterion in ruleset.criteria:
        for key, condition in criterion.conditions.items():
            context = scope if key == "applies_when" else plain
            for _, leaf in leaves_of(condition):
                columns |= _planes(str(len(places)), context.leaf(leaf), context.applies(leaf.field))
                places.append((criterion.id, key, leaf))
    values = row.select("unstated", **columns).row(0, named=True)
    found: dict[str, list[LeafState]] = {criterion.id: [] for criterion in ruleset.criteria}
    for number, (criterion_id, key, leaf) in enumerate(places):
        found[criterion_id].append(_state(key, leaf, values, str(number)))
    return {name: tuple(states) for name, states in found.items()}


def _planes(name: str, leaf: Tri, applies: Tri) -> dict[str, pl.Expr]:
    return {
        f"{name}.true": expression(leaf.true),
        f"{name}.false": expression(leaf.false),
        f"{name}.not_extracted": expression(leaf.not_extracted),
        f"{name}.not_merely_unreported": expression(leaf.not_merely_unreported),
        f"{name}.applies": expression(applies.true),
    }


def _state(key: str, leaf: Leaf, values: Mapping[str, bool], name: str) -> LeafState:
    if not values[f"{name}.applies"]:
        return LeafState(key, leaf, "inapplicable")
    if values[f"{name}.true"] and values[f"{name}.false"]:
        strength = int(values[f"{name}.not_merely_unreported"]) + int(values[f"{name}.not_extracted"])
        return LeafState(key, leaf, "open", REASONS[strength])
    return LeafState(key, leaf, "true" if values[f"{name}.true"] else "false")
