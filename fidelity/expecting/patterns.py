"""Possible patterns: which verdicts of the open criteria of a procedure some completion of its facts gives together.

Criteria that share facts are walked one after the other. A state is the set of all ways in which the facts that later
criteria still read can be filled in, given the verdicts so far. So each pattern is one path, however many completions
give it, and patterns that leave the same ways open are walked on as one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

from fidelity.expecting.completions import Answer, Combination, Factor
from fidelity.model.judgement import verdicts_of
from fidelity.model.words import Verdict

Label = TypeVar("Label")

State: TypeAlias = frozenset[Combination]
"""Ways to fill in the facts that are still read."""

Layer: TypeAlias = tuple[tuple[tuple[Verdict, int], ...], ...]
"""For each state before a criterion the verdicts that are possible there, each with the number of the state after."""

Named: TypeAlias = tuple[int, Factor]
"""A criterion by its place in a list, and its factor."""


Step: TypeAlias = Callable[[Label, int, Verdict], tuple[Label, float]]
"""Moves a label on by the verdict of a criterion, with the factor by which the verdict weighs."""

Walked: TypeAlias = dict[int, dict[Label, float]]


@dataclass(frozen=True, slots=True)
class Component:
    """Open criteria that share facts, as they are walked: their places in a list, and a layer for each.

    The first layer has one state; none where no completion agrees with the record.
    """

    criteria: tuple[int, ...]
    layers: tuple[Layer, ...]

    @property
    def possible(self) -> bool:
        """Whether there is a pattern at all."""
        return all(self.layers)

    @property
    def verdicts(self) -> dict[int, tuple[Verdict, ...]]:
        """The verdicts of each criterion that a possible pattern holds."""
        return {
            place: tuple(dict.fromkeys(verdict for edges in layer for verdict, _ in edges))
            for place, layer in zip(self.criteria, self.layers, strict=True)
        }

    def fold(self, start: Label, step: Step[Label]) -> dict[Label, float]:
        """Return the weight of all patterns by label."""
        *_, last = self._forwards(start, step)
        (labels,) = last.values()
        return labels

    def verdict_weights(
        self, start: Label, step: Step[Label], end: Callable[[Label], float]
    ) -> dict[int, dict[Verdict, float]]:
        """Return by criterion the weight of the patterns with each of its verdicts; `end` weighs their last labels."""
        *before, last = self._forwards(start, step)
        beyond = {state: {label: end(label) for label in labels} for state, labels in last.items()}
        found: dict[int, dict[Verdict, float]] = {}
        for place, layer, now in reversed(list(zip(self.criteria, self.layers, before, strict=True))):
            weights = found.setdefault(place, {})
            here: Walked[Label] = {}
            for state, labels in now.items():
                onward = here.setdefault(state, dict.fromkeys(labels, 0.0))
                for verdict, target in layer[state]:
                    for label, weight in labels.items():
                        new, factor = step(label, place, verdict)
                        rest = factor * beyond[target][new]
                        onward[label] += rest
                        weights[verdict] = weights.get(verdict, 0.0) + weight * rest
            beyond = here
        return found

    def _forwards(self, start: Label, step: Step[Label]) -> Iterator[Walked[Label]]:
        """Yield before each criterion, and at the end, the weight of all ways there by state and label."""
        now: Walked[Label] = {0: {start: 1.0}}
        yield now
        for place, layer in zip(self.criteria, self.layers, strict=True):
            after: Walked[Label] = {}
            for state, labels in now.items():
                for verdict, target in layer[state]:
                    found = after.setdefault(target, {})
                    for label, weight in labels.items():
                        new, factor = step(label, place, verdict)
                        found[new] = found.get(new, 0.0) + weight * factor
            now = after
            yield now


def components_of(criteria: Sequence[Factor], agreeing: Sequence[Factor]) -> list[Component]:
    """Return the possible patterns of criteria in groups that share no fact; criteria are named by their places.

    `agreeing` answers whether a completion agrees with the record.
    """
    groups: list[tuple[set[str], list[Named], list[Factor]]] = []
    for place, factor in (*enumerate(criteria), *((-1, factor) for factor in agreeing)):
        facts = set(factor.facts)
        named, agreed = ([(place, factor)], []) if place >= 0 else ([], [factor])
        for group in [group for group in groups if group[0] & facts]:
            groups.remove(group)
            facts, named, agreed = facts | group[0], group[1] + named, group[2] + agreed
        groups.append((facts, named, agreed))
    return [_component(named, agreed) for _, named, agreed in groups if named]


def _component(criteria: Sequence[Named], agreeing: Sequence[Factor]) -> Component:
    ordered = list(_in_order(criteria))
    factors = [*agreeing, *(factor for _, factor in ordered)]
    names: tuple[str, ...] = ()
    states: tuple[State, ...] = (frozenset({()}),)
    layers: list[Layer] = []
    for number, factor in enumerate(factors):
        read = {name for other in factors[number + 1 :] for name in other.facts}
        kept = tuple(dict.fromkeys(name for name in (*names, *factor.facts) if name in read))
        step = _Step.of(names, factor, kept)
        if number < len(agreeing):
            states = tuple(after for state in states for bits, after in step.taken(state).items() if bits)
        else:
            numbers: dict[State, int] = {}
            layers.append(tuple(_edges(step.taken(state), numbers) for state in states))
            states = tuple(numbers)
        names = kept
    return Component(tuple(place for place, _ in ordered), tuple(layers))


def _edges(taken: Mapping[Answer, State], numbers: dict[State, int]) -> tuple[tuple[Verdict, int], ...]:
    """Return the edges from a state; each state after it gets a number."""
    by_verdict: dict[Verdict, State] = {}
    for bits, after in taken.items():
        for verdict in verdicts_of(bits):
            by_verdict[verdict] = by_verdict.get(verdict, frozenset()) | after
    return tuple((verdict, numbers.setdefault(after, len(numbers))) for verdict, after in sorted(by_verdict.items()))


def _in_order(criteria: Sequence[Named]) -> Iterator[Named]:
    """Yield criteria so that few facts are read both before and after each of them."""
    left, begun = list(criteria), frozenset[str]()
    while left:
        sizes = [(_pending(entry, begun, left), place) for place, entry in enumerate(left)]
        chosen = left.pop(min(sizes)[1])
        begun |= frozenset(chosen[1].facts)
        yield chosen


def _pending(entry: Named, begun: frozenset[str], left: Sequence[Named]) -> int:
    later = {name for other in left if other is not entry for name in other[1].facts}
    return len(begun.union(entry[1].facts) & later)


@dataclass(frozen=True, slots=True)
class _Step:
    """A question asked where some facts are already filled in: by these, its answers with the facts that stay."""

    shared: tuple[int, ...]
    rows: Mapping[Combination, tuple[tuple[Answer, Combination], ...]]
    kept: tuple[tuple[bool, int], ...]
    """Of each fact that stays, whether it was there before, and its place there or among those of the question."""

    @classmethod
    def of(cls, names: tuple[str, ...], factor: Factor, kept: tuple[str, ...]) -> _Step:
        shared = [name for name in names if name in factor.facts]
        at = [factor.facts.index(name) for name in shared]
        rows: dict[Combination, list[tuple[Answer, Combination]]] = {}
        for combination, answer in factor.answers:
            rows.setdefault(tuple(combination[place] for place in at), []).append((answer, combination))
        places = tuple((name in names, (names if name in names else factor.facts).index(name)) for name in kept)
        return cls(tuple(names.index(name) for name in shared), {k: tuple(v) for k, v in rows.items()}, places)

    def taken(self, state: State) -> dict[Answer, State]:
        """Return the state after each answer that is possible in a state."""
        found: dict[Answer, set[Combination]] = {}
        for before in state:
            for answer, mine in self.rows[tuple(before[place] for place in self.shared)]:
                after = tuple(before[place] if old else mine[place] for old, place in self.kept)
                found.setdefault(answer, set()).add(after)
        return {answer: frozenset(ways) for answer, ways in sorted(found.items())}
