"""Conditions compiled to Polars, with the rule that a leaf about something that does not apply is false."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

import polars as pl

from fidelity.judge.leaves import Columns, Pieces, compile_leaf, everything, narrowed, pieces_of, without
from fidelity.judge.tri import CERTAIN, Plane, Tri, all_of, any_of
from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Condition, Leaf
from fidelity.model.implication import implies


class Planes:
    """The planes of leaves as named columns, so that a leaf that many criteria read is computed and planned once."""

    def __init__(self) -> None:
        self.columns: dict[str, pl.Expr] = {}
        self._named: dict[object, Tri] = {}

    def of(self, key: object, make: Callable[[], Tri]) -> Tri:
        """Return a leaf by the names of its planes; `make` compiles it when it is met first."""
        if key not in self._named:
            tri = make()
            planes = tri.true, tri.false, tri.not_extracted, tri.not_merely_unreported
            self._named[key] = Tri(*map(self._name, planes))
        return self._named[key]

    def _name(self, plane: Plane) -> Plane:
        if isinstance(plane, bool):
            return plane
        name = f"plane {len(self.columns)}"
        self.columns[name] = plane
        return pl.col(name)


@dataclass(frozen=True)
class Context:
    """What is already known while a condition is compiled.

    `settled`: a condition that holds for every row at hand (what a rule set covers). `given`: values to which the
    context narrows a field. `applying`: fields taken to apply, because the criterion is judged only where they do.
    `planes`: names the leaves, for a frame that gets these columns; None leaves them in the expressions.
    """

    codebook: Codebook
    columns: Columns
    settled: Condition | None = None
    given: Mapping[str, Pieces] = field(default_factory=dict)
    applying: frozenset[str] = frozenset()
    planes: Planes | None = None

    def applies(self, name: str) -> Tri:
        """Return whether a field applies, from the codebook's condition for it."""
        condition = self.codebook.fields[name].applies_when
        if condition is None or name in self.applying:
            return CERTAIN
        if self.settled is not None and implies(self.settled, condition, self.codebook):
            return CERTAIN
        return replace(self, columns=self.columns.deciding_scope, given={}, applying=frozenset()).compile(condition)

    def leaf(self, leaf: Leaf) -> Tri:
        """Return a leaf, false where its field does not apply."""
        compiled = partial(compile_leaf, leaf, self.codebook, self.columns, self.given)
        key = (leaf, self.given.get(leaf.field), self.columns.scope)
        holds = compiled() if self.planes is None else self.planes.of(key, compiled)
        return all_of((self.applies(leaf.field), holds))

    def compile(self, condition: Condition) -> Tri:
        """Return a condition as planes over the rows of a frame."""
        if isinstance(condition, Leaf):
            return self.leaf(condition)
        join = all_of if isinstance(condition, AllOf) else any_of
        return join(self.compile(member) for member in condition.members)

    def where(self, condition: Condition | None) -> Context:
        """Return the context in which a condition is known to hold."""
        members = condition.all if isinstance(condition, AllOf) else (condition,)
        leaves = [member for member in members if isinstance(member, Leaf)]
        return replace(self, given={**self.given, **narrowed(leaves, self.codebook)})

    def where_not(self, condition: Condition) -> Context:
        """Return the context in which a condition is known not to hold; only a single leaf narrows anything."""
        if not isinstance(condition, Leaf):
            return self
        asked = self.codebook.fields[condition.field]
        wanted = pieces_of(asked.allowed(condition))
        if wanted is None:
            return self
        before = self.given.get(condition.field, everything(asked))
        left = without(before, wanted, whole=asked.type == "count")
        return replace(self, given={**self.given, condition.field: left})
