"""Deriving a scheme's decision table: the engine draws the conclusions, the worst of them stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, TypeVar

from fidelity.errors import FidelityError
from fidelity.grade import door
from fidelity.grade.table import DecisionTable, axis_situations, clip, domain_situations, saturation_of
from fidelity.model.scheme import CONCERNS, GRADES, LEVELS, CountedLevel, Scheme, SchemeCondition, Tally

Word = TypeVar("Word", bound=str)

CONCERNS_WORST_FIRST: Final = CONCERNS[::-1]
GRADES_WORST_FIRST: Final = GRADES


class DerivationError(FidelityError):
    """A scheme has no sound table: a situation without conclusion, a word never reached, or a reversal."""


class DeriveUnavailable(FidelityError):
    """The inference engine is not installed here; every shipped table still grades without it."""


def derive(scheme: Scheme) -> DecisionTable:
    """Return the decision table that follows from a scheme, or raise what keeps it from having one."""
    domain = domain_situations(scheme.concern_saturation)
    axis = axis_situations(scheme.grade_saturation, max(len(domains) for domains in scheme.axes.values()))
    concern_rules = [(line.concludes, line.when) for line in scheme.concern]
    grade_rules = [(line.concludes, line.when) for line in scheme.grade]
    _refuse_lost_lines(f"{scheme.name} concern", concern_rules, CONCERNS)
    _refuse_lost_lines(f"{scheme.name} grade", grade_rules, GRADES)
    concerns = _conclude(f"{scheme.name} concern", concern_rules, domain, CONCERNS_WORST_FIRST)
    grades = _conclude(f"{scheme.name} grade", grade_rules, axis, GRADES_WORST_FIRST)
    _refuse_reversals(f"{scheme.name} concern", concerns, CONCERNS_WORST_FIRST, graver_replaces_lesser=True)
    # Domains are counted from their level upwards, so a domain that gets worse only ever adds to a count.
    _refuse_reversals(f"{scheme.name} grade", grades, GRADES_WORST_FIRST, graver_replaces_lesser=False)
    return DecisionTable(scheme.name, scheme.sha256, tuple(concerns.items()), tuple(grades.items()))


def _conclude(
    step: str,
    rules: Sequence[tuple[Word, SchemeCondition | None]],
    situations: Sequence[Tally],
    worst_first: Sequence[Word],
) -> dict[Tally, Word]:
    """Return what stands in each situation: the worst conclusion of the rules that hold."""
    conclusion = {f"line {number}": concludes for number, (concludes, _) in enumerate(rules, start=1)}
    conditions = {f"line {number}": condition for number, (_, condition) in enumerate(rules, start=1)}
    facts = [dict(zip(LEVELS, situation, strict=True)) for situation in situations]
    outcomes: dict[Tally, Word] = {}
    for situation, names in zip(situations, _fired(step, conditions, facts), strict=True):
        if not names:
            raise DerivationError(f"{step}: not total: no line holds for {_spelt(situation)}")
        outcomes[situation] = min((conclusion[name] for name in names), key=worst_first.index)
    for word in worst_first:
        if word in conclusion.values() and word not in outcomes.values():
            count = len(situations)
            raise DerivationError(f"{step}: {word} cannot be reached: it stands in none of {count} situations")
    return outcomes


def _refuse_lost_lines(step: str, rules: Sequence[tuple[Word, object]], words: Sequence[Word]) -> None:
    """Refuse fewer lines than words: two lines may conclude the same, but a word without any was lost."""
    lost = [word for word in words if word not in [concludes for concludes, _ in rules]]
    if lost and len(rules) < len(words):
        raise DerivationError(f"{step}: not total: no line concludes {' or '.join(lost)}")


def _fired(
    step: str, conditions: Mapping[str, SchemeCondition | None], facts: Sequence[Mapping[CountedLevel, int]]
) -> list[frozenset[str]]:
    try:
        return door.fired(step, conditions, facts)
    except ImportError as error:
        raise DeriveUnavailable(
            "deriving a decision table needs durable-rules, which runs on Python < 3.13: "
            f"install fidelity[derive] there ({error})"
        ) from error


def _refuse_reversals(
    step: str, outcomes: Mapping[Tally, Word], worst_first: Sequence[Word], *, graver_replaces_lesser: bool
) -> None:
    """Refuse a table that judges something worse as better: low and high would not enclose the grade."""
    most = saturation_of(outcomes)
    for situation, outcome in outcomes.items():
        for worse in _single_steps(situation, graver_replaces_lesser):
            follows = outcomes.get(clip(worse, most), outcome)
            if worst_first.index(follows) > worst_first.index(outcome):
                better = f"{_spelt(situation)} is {outcome}, and the worse {_spelt(worse)} is {follows}"
                raise DerivationError(f"{step}: not monotone: {better}")


def _single_steps(tally: Tally, graver_replaces_lesser: bool) -> list[Tally]:
    critical, major, minor = tally
    steps = [(critical + 1, major, minor), (critical, major + 1, minor), (critical, major, minor + 1)]
    if graver_replaces_lesser and minor:
        steps.append((critical, major + 1, minor - 1))
    if graver_replaces_lesser and major:
        steps.append((critical + 1, major - 1, minor))
    return steps


def _spelt(tally: Tally) -> str:
    return ", ".join(f"{count} {level}" for count, level in zip(tally, LEVELS, strict=True))
