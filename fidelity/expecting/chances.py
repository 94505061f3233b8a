"""Chances: what an assumption says of open criteria, learnt from what is decided in the review where it learns.

A possible pattern of verdicts weighs the product of what its verdicts weigh, times the evidence for as many criteria
met and not met as it adds. Weights are divided by their sum over the possible patterns afterwards, which is to say:
verdicts are as the assumption has them, and what no completion of the facts can give is thrown away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, lgamma, log
from typing import Final, TypeAlias

from fidelity.model.assumption import Assumption
from fidelity.model.judgement import MET, NOT_MET, PARTLY_MET, VERDICT_BITS
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.words import Level, Verdict

NOT_ASKED: Final = 0.5
"""How much it weighs that a criterion does not apply, where that is open beside other verdicts."""

EVEN: Final = 0.5
"""The probability of being met of which nothing is known."""

MEANS: Final = tuple(step / 20 for step in range(1, 20))
"""The means over which `shared` integrates."""

Share: TypeAlias = tuple[float, int, int]
"""What a verdict weighs, and by how much it adds to the criteria that are met, and to those that are not."""

Evidence: TypeAlias = Callable[[int, int], float]
"""How likely it is that so many further criteria of a procedure are met, and so many are not."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A counted criterion of a procedure with its judgement byte."""

    criterion: Criterion
    ruleset: RuleSet
    byte: int

    @property
    def key(self) -> tuple[str, str]:
        """The criterion by the reference of its rule set and its id."""
        return self.ruleset.reference, self.criterion.id

    @property
    def met(self) -> bool | None:
        """Whether it is met, where that is decided and it surely applies."""
        bits = self.byte & VERDICT_BITS
        return bits == MET if bits in (MET, PARTLY_MET, NOT_MET, PARTLY_MET | NOT_MET) else None


Judgements: TypeAlias = tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """What is decided in a review: its distinct procedures, a study with the same judgements in two arms once."""

    procedures: tuple[Judgements, ...]

    @classmethod
    def of(cls, procedures: Iterable[tuple[str, Judgements]]) -> Review:
        """Return the review of procedures, each with its study."""
        once = {
            (study, tuple((entry.key, entry.byte & VERDICT_BITS) for entry in mine)): mine for study, mine in procedures
        }
        return cls(tuple(once.values()))


def counts_of(judgements: Iterable[Judgement]) -> tuple[int, int]:
    """Return how many criteria are known to be met, and how many not to be."""
    found = Counter(entry.met for entry in judgements)
    return found[True], found[False]


@dataclass(frozen=True)
class Chances:
    """What an assumption makes of the open criteria of one review."""

    assumption: Assumption
    rates: Mapping[tuple[str, str], float]
    levels: Mapping[Level, float]
    spread: Mapping[frozenset[str], tuple[tuple[float, float, float], ...]]
    """By the rule sets that judge a procedure: weights of Beta distributions, with their two parameters."""

    @classmethod
    def of(cls, assumption: Assumption, review: Review) -> Chances:
        """Return what an assumption learns from a review; only `base_rates` and `shared` learn anything."""
        weight, spreads = assumption.weight or 0.0, assumption.spreads or ()
        rates: dict[tuple[str, str], float] = {}
        levels: dict[Level, float] = {}
        spread: dict[frozenset[str], tuple[tuple[float, float, float], ...]] = {}
        if assumption.method == "base_rates":
            known = [entry for mine in review.procedures for entry in mine if entry.met is not None]
            for level in dict.fromkeys(entry.criterion.level for entry in known):
                at_level = [entry for entry in known if entry.criterion.level == level]
                levels[level] = _pulled(counts_of(at_level), EVEN, weight)
            for key in dict.fromkeys(entry.key for entry in known):
                same = [entry for entry in known if entry.key == key]
                rates[key] = _pulled(counts_of(same), levels[same[0].criterion.level], weight)
        if assumption.method == "shared":
            counts: dict[frozenset[str], list[tuple[int, int]]] = {}
            for mine in review.procedures:
                counts.setdefault(judging(mine), []).append(counts_of(mine))
            spread = {names: _mixture(found, weight, spreads) for names, found in counts.items()}
        return cls(assumption, rates, levels, spread)

    def shares(self, entry: Judgement, verdicts: Sequence[Verdict]) -> dict[Verdict, Share]:
        """Return what each of the possible verdicts on a criterion weighs."""
        judged = [verdict for verdict in verdicts if verdict != "not_applicable"]
        whole = NOT_ASKED if 0 < len(judged) < len(verdicts) else 1.0
        telling, others = "met" in judged and len(judged) > 1, len(judged) - 1
        shared = self.assumption.method == "shared"
        chance = 1.0 if shared or not telling else self.chance(entry)
        found: dict[Verdict, Share] = {}
        for verdict in verdicts:
            if verdict == "not_applicable":
                found[verdict] = NOT_ASKED if judged else 1.0, 0, 0
            elif not telling:
                found[verdict] = whole / len(judged), 0, 0
            elif verdict == "met":
                found[verdict] = whole * chance, int(shared), 0
            else:
                found[verdict] = whole * (1.0 if shared else 1 - chance) / others, 0, int(shared)
        return found

    def chance(self, entry: Judgement) -> float:
        """Return the probability that a criterion is met, where criteria are independent."""
        stated, level = self.assumption, entry.criterion.level
        if stated.method == "base_rates":
            return self.rates.get(entry.key, self.levels.get(level, EVEN))
        whole = f"{entry.ruleset.id}/{entry.criterion.id}"
        by_id = stated.criteria.get(whole, stated.criteria.get(entry.criterion.id))
        by_level = stated.levels.get(level, stated.met)
        return by_id if by_id is not None else EVEN if by_level is None else by_level

    def evidence(self, judgements: Judgements) -> Evidence:
        """Return how likely further verdicts on a procedure are, given those on it that are decided."""
        if self.assumption.method != "shared":
            return lambda _met, _missed: 1.0
        met, missed = counts_of(judgements)
        parts = [
            (weight, a + met, b + missed, _log_beta(a + met, b + missed))
            for weight, a, b in self.spread[judging(judgements)]
        ]

        @cache
        def likely(more: int, fewer: int) -> float:
            return sum(weight * exp(_log_beta(a + more, b + fewer) - before) for weight, a, b, before in parts)

        return likely


def judging(judgements: Judgements) -> frozenset[str]:
    """Return the references of the rule sets that judge a procedure."""
    return frozenset(entry.ruleset.reference for entry in judgements)


def _pulled(counts: tuple[int, int], towards: float, weight: float) -> float:
    met, missed = counts
    return (met + weight * towards) / (met + missed + weight)


def _mixture(
    counts: Sequence[tuple[int, int]], weight: float, spreads: Sequence[float]
) -> tuple[tuple[float, float, float], ...]:
    """Return Beta distributions with the weight that the procedures of a review leave to each of them."""
    often = Counter(counts)
    logs = {
        (mean * size, (1 - mean) * size): (weight / 2 - 1) * (log(mean) + log(1 - mean))
        + sum(
            times
            * (_log_beta(mean * size + met, (1 - mean) * size + missed) - _log_beta(mean * size, (1 - mean) * size))
            for (met, missed), times in sorted(often.items())
        )
        for mean in MEANS
        for size in spreads
    }
    most = max(logs.values())
    whole = sum(exp(value - most) for value in logs.values())
    return tuple((exp(value - most) / whole, a, b) for (a, b), value in logs.items())


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)
