"""What becomes of one procedure: probabilities of its grade, of the concern of each domain, of each criterion."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, reduce
from typing import TypeAlias, TypeVar

from fidelity.expecting.chances import Chances, Evidence, Judgements, Share
from fidelity.expecting.completions import Factor
from fidelity.expecting.patterns import Component, Step, components_of
from fidelity.expecting.tallies import NOTHING, UNASKED, AxisState, Tallies
from fidelity.model.judgement import VERDICT_BITS, decided, verdicts_of
from fidelity.model.words import Verdict

Key = TypeVar("Key")
Other = TypeVar("Other")
Joined = TypeVar("Joined")

Distribution: TypeAlias = Mapping[int, float]
"""The probability of each number that some completion gives."""

Counts: TypeAlias = tuple[int, int]
"""How many open criteria are met, and how many are not."""

Weights: TypeAlias = dict[tuple[Key, Counts], float]
"""Weights of what is known of some criteria, apart from how many of them are met and how many are not."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A procedure under an assumption: grades 0 to 3, concerns 0 to 3 by domain, 1 met and 0 not by criterion.

    Each holds given that something is asked: of the axis, in the domain, by the criterion. Nothing stands where no
    completion asks anything.
    """

    grade: Distribution
    domains: Mapping[str, Distribution]
    criteria: Mapping[str, Distribution]


@dataclass(frozen=True)
class Procedure:
    """The counted criteria of a procedure on one axis; the open ones with their factors, by their places."""

    judgements: Judgements
    factors: Mapping[int, Factor]
    agreeing: tuple[Factor, ...]

    @property
    def shape(self) -> object:
        """What two procedures have in common that an assumption cannot tell apart."""
        judged = tuple((entry.key, entry.byte & VERDICT_BITS) for entry in self.judgements)
        return judged, tuple(self.factors.items()), self.agreeing

    def components(self) -> list[Component]:
        """Return the possible patterns of the open criteria.

        Where the record agrees with no completion at all, only what it says of criteria counts, as in scoring.
        """
        places, factors = list(self.factors), list(self.factors.values())
        found = components_of(factors, self.agreeing)
        if not all(component.possible for component in found):
            found = components_of(factors, ())
        return [Component(tuple(places[at] for at in part.criteria), part.layers) for part in found]


def outcome_of(procedure: Procedure, domains: Sequence[str], tallies: Tallies, chances: Chances) -> Outcome:
    """Return what an assumption makes of a procedure on an axis of these domains."""
    components = procedure.components()
    possible = {place: verdicts for part in components for place, verdicts in part.verdicts.items()}
    shares = {place: chances.shares(procedure.judgements[place], verdicts) for place, verdicts in possible.items()}
    sums = _Sums(procedure, tuple(domains), tallies, components, shares, chances.evidence(procedure.judgements))
    spread = _evenly if chances.assumption.method == "uniform" else _normal
    concerns = {name: spread(sums.domain(name)) for name in domains}
    criteria = {procedure.judgements[at].criterion.id: spread(found) for at, found in sums.criteria().items()}
    return Outcome(
        spread(sums.grade()),
        {name: found for name, found in concerns.items() if found},
        {name: found for name, found in criteria.items() if found},
    )


def _normal(weights: Mapping[int, float]) -> Distribution:
    whole = sum(weights.values())
    return {number: weights[number] / whole for number in sorted(weights)}


def _evenly(weights: Mapping[int, float]) -> Distribution:
    return {number: 1 / len(weights) for number in sorted(weights)}


@dataclass(frozen=True)
class _Block:
    """The criteria of domains that share criteria with common facts: weights of the states of these domains."""

    domains: tuple[str, ...]
    weights: Weights[tuple[int, ...]]


class _Sums:
    """Sums over the possible patterns of a procedure."""

    def __init__(
        self,
        procedure: Procedure,
        domains: tuple[str, ...],
        tallies: Tallies,
        components: Sequence[Component],
        shares: Mapping[int, Mapping[Verdict, Share]],
        evidence: Evidence,
    ) -> None:
        self.judgements, self.domains, self.tallies = procedure.judgements, domains, tallies
        self.components, self.shares, self.evidence = components, shares, evidence
        self.counts = [self._fold(part, None, _nothing) for part in components]
        self.blocks = _blocks([*self._decided(), *map(self._of_component, components)], tallies)

    def grade(self) -> dict[int, float]:
        """Return the weight of each grade that some completion gives."""
        states: Weights[AxisState] = {(NOTHING, (0, 0)): 1.0}
        for block in self.blocks:
            states = _product(states, _by(block.weights, self.tallies.axis), self.tallies.together)
        return self._weighed(_by(states, self.tallies.grade))

    def domain(self, name: str) -> dict[int, float]:
        """Return the weight of each concern of a domain."""
        (block,) = [block for block in self.blocks if name in block.domains]
        at = block.domains.index(name)
        mine = _by(block.weights, lambda states: self.tallies.concerns[states[at]])
        others = [_by(other.weights, lambda _: None) for other in self.blocks if other is not block]
        return self._weighed(reduce(lambda found, other: _product(found, other, _first), others, mine))

    def criteria(self) -> dict[int, dict[int, float]]:
        """Return by place the weight of each criterion being met (1) and partly met or not met (0)."""
        words = {at: {verdicts_of(e.byte)[0]: 1.0} for at, e in enumerate(self.judgements) if decided(e.byte)}
        nothing: Weights[None] = {(None, (0, 0)): 1.0}
        for number, part in enumerate(self.components):
            others = (counts for at, counts in enumerate(self.counts) if at != number)
            rest = reduce(lambda found, other: _product(found, other, _nothing), others, nothing)
            words |= part.verdict_weights((None, (0, 0)), self._step(_nothing), partial(self._end, rest))
        found: dict[int, dict[int, float]] = {}
        for place in sorted(words):
            weights = found.setdefault(place, {})
            for verdict, weight in words[place].items():
                if verdict != "not_applicable":
                    met = int(verdict == "met")
                    weights[met] = weights.get(met, 0.0) + weight
        return found

    def _end(self, rest: Weights[None], label: tuple[None, Counts]) -> float:
        met, missed = label[1]
        return sum(weight * self.evidence(met + more, missed + fewer) for (_, (more, fewer)), weight in rest.items())

    def _weighed(self, weights: Weights[int | None]) -> dict[int, float]:
        found: dict[int, float] = {}
        for (number, counts), weight in weights.items():
            if number is not None:
                found[number] = found.get(number, 0.0) + weight * self.evidence(*counts)
        return found

    def _decided(self) -> list[_Block]:
        states = dict.fromkeys(self.domains, UNASKED)
        for entry in self.judgements:
            if decided(entry.byte):
                name, level = entry.criterion.domain, entry.criterion.level
                state = self.tallies.of_verdict(level, verdicts_of(entry.byte)[0])
                states[name] = self.tallies.sums[states[name]][state]
        return [_Block((name,), {((state,), (0, 0)): 1.0}) for name, state in states.items()]

    def _of_component(self, part: Component) -> _Block:
        mine = [self.judgements[place].criterion.domain for place in part.criteria]
        names = tuple(name for name in self.domains if name in mine)

        def told(states: tuple[int, ...], place: int, verdict: Verdict) -> tuple[int, ...]:
            criterion = self.judgements[place].criterion
            at = names.index(criterion.domain)
            state = self.tallies.sums[states[at]][self.tallies.of_verdict(criterion.level, verdict)]
            return (*states[:at], state, *states[at + 1 :])

        return _Block(names, self._fold(part, (UNASKED,) * len(names), told))

    def _fold(self, part: Component, start: Key, told: Callable[[Key, int, Verdict], Key]) -> Weights[Key]:
        return part.fold((start, (0, 0)), self._step(told))

    def _step(self, told: Callable[[Key, int, Verdict], Key]) -> Step[tuple[Key, Counts]]:
        def step(label: tuple[Key, Counts], place: int, verdict: Verdict) -> tuple[tuple[Key, Counts], float]:
            key, (met, missed) = label
            weight, more, fewer = self.shares[place][verdict]
            return (told(key, place, verdict), (met + more, missed + fewer)), weight

        return step


def _first(number: int | None, _: None) -> int | None:
    return number


def _nothing(*_: object) -> None:
    return None


def _blocks(parts: Sequence[_Block], tallies: Tallies) -> list[_Block]:
    """Return blocks that share no domain."""
    found: list[_Block] = []
    for part in parts:
        touching = [block for block in found if set(block.domains) & set(part.domains)]
        found = [block for block in found if block not in touching]
        found.append(reduce(lambda first, second: _both(first, second, tallies), touching, part))
    return found


def _both(first: _Block, second: _Block, tallies: Tallies) -> _Block:
    names = tuple(dict.fromkeys((*first.domains, *second.domains)))
    places = [
        [block.domains.index(name) if name in block.domains else None for block in (first, second)] for name in names
    ]

    def joined(one: tuple[int, ...], two: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(
            tallies.sums[UNASKED if a is None else one[a]][UNASKED if b is None else two[b]] for a, b in places
        )

    return _Block(names, _product(first.weights, second.weights, joined))


def _by(weights: Weights[Key], told: Callable[[Key], Other]) -> Weights[Other]:
    found: Weights[Other] = {}
    for (key, counts), weight in weights.items():
        label = told(key), counts
        found[label] = found.get(label, 0.0) + weight
    return found


def _product(first: Weights[Key], second: Weights[Other], joined: Callable[[Key, Other], Joined]) -> Weights[Joined]:
    found: Weights[Joined] = {}
    for (one, (met, missed)), weight in first.items():
        for (two, (more, fewer)), factor in second.items():
            label = joined(one, two), (met + more, missed + fewer)
            found[label] = found.get(label, 0.0) + weight * factor
    return found
