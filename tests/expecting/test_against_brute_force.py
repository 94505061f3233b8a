"""Probabilities agree with brute force over completions of facts, on rules whose criteria share fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

import fidelity
from expecting.completing import (
    VALUES,
    Pattern,
    Record,
    distribution,
    library,
    patterns,
    shared_evidence,
    shipped,
    study,
    weigh,
)
from fidelity.expecting import Expectation, expect
from fidelity.model.assumption import Assumption
from fidelity.model.scheme import CONCERNS, GRADES
from fidelity.model.study import Observation
from fidelity.model.values import Interval, Listed, OneOf
from fidelity.read.assumptions import load_assumption
from fidelity.read.rules import Library
from fidelity.scoring.result import Scores

Chosen = Mapping[str, Any]

LEAVES: list[Chosen] = [
    {"field": "guidance", "equals": "fluoroscopy"},
    {"field": "guidance", "one_of": ["fluoroscopy", "ultrasound"]},
    {"field": "views", "includes_all": ["ap", "lateral"]},
    {"field": "views", "includes_any": ["lateral", "oblique"]},
    {"field": "contrast", "equals": "yes"},
    {"field": "volume", "at_least": 1},
    {"field": "volume", "less_than": 2},
    {"field": "heat", "at_least": 70},
    {"field": "heat", "at_most": 80},
    {"field": "heat", "more_than": 80},
    {"field": "lesions", "at_least": 2},
    {"field": "lesions", "less_than": 3},
    {"field": "awake", "equals": "yes"},
]
DOMAINS = ("guidance", "confirmation", "placement", "dose")
LEVELS = ("critical", "major", "minor")
LIKELY = {"critical": 0.8, "major": 0.35, "minor": 0.6}


@st.composite
def criteria(draw: st.DrawFn) -> Chosen:
    """Draw a criterion; most of what it reads is read by others too."""
    leaf = st.sampled_from(LEAVES)
    joined = st.lists(leaf, min_size=2, max_size=2, unique_by=str)
    condition = st.one_of(leaf, joined.map(lambda m: {"all": m}), joined.map(lambda m: {"any": m}))
    found: dict[str, Any] = {"domain": draw(st.sampled_from(DOMAINS)), "level": draw(st.sampled_from(LEVELS))}
    if draw(st.booleans()):
        found["met_when"] = draw(condition)
        if draw(st.booleans()):
            found["partly_met_when"] = {"any": [found["met_when"], draw(leaf)]}
    else:
        found["not_met_when"] = draw(condition)
    if draw(st.integers(0, 2)) == 0:
        found["applies_when"] = draw(leaf)
    return found


PARTLY: dict[str, list[Observation]] = {
    "guidance": [Observation(value=OneOf(frozenset({"fluoroscopy", "none"})), status="unclear")],
    "views": [Observation(value=Listed(frozenset({"ap"}), frozenset({"ap", "lateral"})), status="unclear")],
    "volume": [Observation(value=Interval(0.5, 1.5)), Observation(status="not_applicable")],
    "contrast": [Observation(status="not_applicable")],
    "heat": [Observation(value=Interval(75, 90))],
    "lesions": [Observation(value=Interval(2, 4))],
    "awake": [Observation(status="not_reported")],
}


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Draw a record: silent on most fields, exact or partly known on some."""
    found = {}
    for name, values in VALUES.items():
        kind = draw(st.sampled_from(["silent", "silent", "silent", "exact", "partly"]))
        if kind == "exact":
            found[name] = Observation(value=draw(st.sampled_from(values)))
        elif kind == "partly":
            found[name] = draw(st.sampled_from(PARTLY[name]))
    return found


def assumption(name: str, **more: Any) -> Assumption:
    """Return a shipped assumption, changed where a test says so."""
    return load_assumption(name, shipped()).model_copy(update=more)


def decided(scores: Scores) -> list[bool]:
    """Return which criteria of the one procedure are decided."""
    return ["|" not in verdicts for verdicts in scores.judgements["verdicts"]]


def known(scores: Scores) -> tuple[int, int]:
    """Return how many criteria of the one procedure are surely met, and how many surely not."""
    found = [set(verdicts.split("|")) for verdicts in scores.judgements["verdicts"]]
    return found.count({"met"}), sum(verdicts <= {"partly_met", "not_met"} for verdicts in found)


def uniform(values: list[object], _: list[float]) -> dict[object, float]:
    """Return equal probabilities of the values but None."""
    kept = {value for value in values if value is not None}
    return {value: 1 / len(kept) for value in kept}


def compare(
    found: Expectation, expected: list[Pattern], weights: list[float], spread: Callable[..., Mapping[Any, float]]
) -> None:
    """Compare an expectation of one procedure with weighed patterns, in every frame."""
    (row,) = found.procedures.iter_rows(named=True)
    grades = spread([pattern.grade for pattern in expected], weights)
    assert [row[f"p{number}"] for number in range(4)] == pytest.approx([grades.get(word, 0.0) for word in GRADES])
    numbers = [GRADES.index(word) for word in grades]
    assert (row["low"], row["high"], row["open"]) == (min(numbers), max(numbers), int(len(numbers) > 1))
    assert row["expected"] == pytest.approx(sum(GRADES.index(word) * p for word, p in grades.items()))
    assert found.arms.row(0)[2:] == found.procedures.row(0)[3:]
    domains = {}
    for name in DOMAINS:
        concerns = spread([dict(pattern.concerns).get(name) for pattern in expected], weights)
        if concerns:
            numbers = [CONCERNS.index(word) for word in concerns]
            shares = [concerns.get(word, 0.0) for word in CONCERNS]
            mean = sum(number * p for number, p in enumerate(shares))
            domains[name] = pytest.approx((min(numbers), max(numbers), *shares, mean))
    assert {row[2]: row[3:] for row in found.arm_domains.rows()} == domains
    judged = {}
    for place, name in enumerate(f"c{number}" for number in range(len(expected[0].verdicts))):
        words = [pattern.verdicts[place] for pattern in expected]
        met = spread([None if word == "not_applicable" else int(word == "met") for word in words], weights)
        if met:
            judged[name] = (min(met), max(met), pytest.approx(met.get(1, 0.0)))
    assert {row[2]: row[3:] for row in found.arm_criteria.rows()} == judged


def check_every_assumption(rules: Library, record: Record) -> None:
    """Compare every method with brute force; a record that contradicts itself, or asks nothing, is left alone."""
    scores = fidelity.score([study("s", record)], library=rules)
    if scores.grades["status"][0] != "graded" or scores.grades["grade_low"][0] is None:
        event("no grade")
        return
    found = patterns(record, rules)
    if not found:
        event("no completion agrees with the record")
        return
    if all(pattern.grade is None for pattern in found):
        event("nothing is asked")
        assert expect(scores, assumption("uniform")).procedures.is_empty()
        return
    event("more than four patterns" if len(found) > 4 else "four patterns or fewer")
    fixed, levels = decided(scores), [criterion.level for criterion in rules.rulesets[0].criteria]
    likely = [LIKELY[level] for level in levels]
    weights = weigh(found, fixed, likely, lambda _m, _n: 1.0)
    alone = expect(scores, assumption("independent", levels=LIKELY))
    compare(alone, found, weights, distribution)
    compare(expect(scores, assumption("uniform")), found, weights, uniform)
    evidence = shared_evidence([known(scores)], known(scores), 3.0, [2, 7])
    together = expect(scores, assumption("shared", weight=3.0, spreads=(2.0, 7.0)))
    compare(together, found, weigh(found, fixed, None, evidence), distribution)
    low, high = (GRADES.index(scores.grades[f"grade_{end}"][0]) for end in ("low", "high"))
    assert low <= alone.procedures["low"][0] <= alone.procedures["high"][0] <= high


@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(criteria(), min_size=1, max_size=5), records())
def test_probabilities_of_random_rules_and_records_agree_with_brute_force(chosen: list[Chosen], record: Record) -> None:
    check_every_assumption(library(*chosen), record)
