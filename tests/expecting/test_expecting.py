"""What an expectation says of reviews: what is learnt, arms, clocks, what is inferred, the shipped examples."""

from __future__ import annotations

from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from records import TRANSFORAMINAL, arm
from records import study as record

import fidelity
from expecting.completing import REGION, distribution, library, patterns_in, shipped, study, weigh
from fidelity.errors import UsageError
from fidelity.expecting import expect
from fidelity.model.assumption import Assumption
from fidelity.model.scheme import GRADES
from fidelity.model.study import Arm, Observation, Procedure, Study
from fidelity.model.values import Interval, OneOf
from fidelity.read.assumptions import load_assumption
from fidelity.scoring.result import Scores

ROOT = Path(__file__).parents[2]
AWAKE = {"domain": "guidance", "level": "critical", "met_when": {"field": "awake", "equals": "yes"}}
WARM = {"domain": "placement", "level": "major", "met_when": {"field": "heat", "at_least": 80}}
YES, NO = (Observation(value=OneOf(frozenset({word}))) for word in ("yes", "no"))
METHODS = ("uniform", "base-rates", "shared", "independent")


def number(value: float) -> Observation:
    """Return an observation of an exact number."""
    return Observation(value=Interval(value, value))


def assumption(name: str, **more: Any) -> Assumption:
    """Return a shipped assumption, changed where a test says so."""
    return load_assumption(name, shipped()).model_copy(update=more)


@cache
def examples(profile: str = "multisociety") -> Scores:
    """Return the scores of the real trials that come with the package; under Medicare, of the worked examples."""
    folder = "worked" if profile == "medicare" else "trials"
    return fidelity.score(ROOT / "examples" / folder, library=shipped(), profile=profile, clock="then")


def chances(scores: Scores, name: str, **more: Any) -> dict[str, list[float]]:
    """Return the probabilities of the four grades by study."""
    found = expect(scores, assumption(name, **more)).arms
    return {row["study"]: [row[f"p{grade}"] for grade in range(4)] for row in found.iter_rows(named=True)}


def test_twenty_independent_criteria_make_silence_look_like_failure() -> None:
    levels = ["critical", "minor", "minor", "minor", "minor"] * 4
    domains = ["guidance", "confirmation", "placement", "dose"] * 5
    rules = library(
        *(
            {"domain": domain, "level": level, "met_when": {"field": f"step_{place}", "equals": "yes"}}
            for place, (level, domain) in enumerate(zip(levels, domains, strict=True))
        )
    )
    scores = fidelity.score([study("silent", {})], library=rules)
    assert chances(scores, "independent")["silent"][0] == pytest.approx(1 - 0.5**4)  # one of four critical ones fails
    assert chances(scores, "uniform")["silent"] == [0.25] * 4
    assert chances(scores, "shared")["silent"][0] < chances(scores, "independent")["silent"][0]


def test_a_base_rate_is_the_frequency_in_the_review_pulled_towards_its_level_and_that_towards_one_half() -> None:
    said = [study(f"said{n}", {"awake": YES if n < 3 else NO}) for n in range(4)]
    scores = fidelity.score([*said, study("silent", {})], library=library(AWAKE))
    level = (3 + 4 * 0.5) / (4 + 4)
    rate = (3 + 4 * level) / (4 + 4)
    assert chances(scores, "base-rates", weight=4.0)["silent"] == pytest.approx([1 - rate, 0, 0, rate])


def test_arms_of_one_study_that_were_treated_alike_count_once_in_what_is_learnt() -> None:
    alike = Study(
        id="said",
        label="said",
        arms=tuple(
            Arm(
                id=name,
                label=name,
                role="active",
                procedures=(Procedure(id=name, observations={"region": REGION, "awake": YES}),),
            )
            for name in "abc"
        ),
    )
    once = fidelity.score([study("said", {"awake": YES}), study("silent", {})], library=library(AWAKE))
    thrice = fidelity.score([alike, study("silent", {})], library=library(AWAKE))
    for name in ("base-rates", "shared"):
        assert chances(once, name)["silent"] == pytest.approx(chances(thrice, name)["silent"])


def test_what_other_procedures_and_its_own_decided_criteria_show_moves_a_shared_probability() -> None:
    rules = library(AWAKE, WARM)

    def full(said: Observation, own: dict[str, Observation], studies: int = 6) -> float:
        heat = number(90 if said is YES else 60)
        others = [study(f"s{n}", {"awake": said, "heat": heat}) for n in range(studies)]
        return expect(
            fidelity.score([*others, study("silent", own)], library=rules), assumption("shared")
        ).arm_criteria.filter((pl.col("study") == "silent") & (pl.col("criterion") == "c1"))["expected"][0]

    assert full(NO, {}) < full(NO, {}, 1) < 0.5 < full(YES, {}, 1) < full(YES, {})
    assert full(YES, {}) == pytest.approx(1 - full(NO, {}))  # direction-neutral
    assert full(YES, {"awake": NO}) < full(YES, {}) < full(YES, {"awake": YES})
    assert full(NO, {}, 1) > 0.25  # one study does not decide


def test_criteria_that_hang_on_one_fact_never_contradict_each_other() -> None:
    hot = {"domain": "dose", "level": "minor", "met_when": {"field": "heat", "at_least": 70}}
    cold = {"domain": "placement", "level": "minor", "met_when": {"field": "heat", "less_than": 70}}
    scores = fidelity.score([study("s", {})], library=library(hot, cold))
    assert scores.grades.select("grade_low", "grade_high").row(0) == ("adequate", "full")
    for name in METHODS:
        found = expect(scores, assumption(name))
        assert found.procedures.select("low", "high", "p2", "open").row(0) == (2, 2, 1.0, 0)  # one of both fails
        assert found.arm_criteria["expected"].to_list() == pytest.approx([0.5, 0.5])


def test_the_number_of_values_that_a_fact_could_have_is_no_evidence() -> None:
    wide = {"domain": "dose", "level": "minor", "met_when": {"field": "guidance", "equals": "none"}}
    scores = fidelity.score([study("s", {})], library=library(wide))
    assert chances(scores, "independent")["s"] == pytest.approx([0, 0, 0.5, 0.5])


def test_an_arm_without_main_procedure_has_the_worst_of_independent_ones_and_else_that_of_the_main_one() -> None:
    rules = library(AWAKE, {**WARM, "level": "minor"})
    several = [{}, {"awake": YES}, {"awake": YES, "heat": number(90)}]
    worst = fidelity.score([study("s", *several)], library=rules)
    main = fidelity.score([study("s", *several, main=1)], library=rules)
    first = {0: 0.5, 2: 0.25, 3: 0.25}
    expected = dict.fromkeys(range(4), 0.0)
    for (one, chance), (two, other) in product(first.items(), {2: 0.5, 3: 0.5}.items()):
        expected[min(one, two)] += chance * other
    assert chances(worst, "independent")["s"] == pytest.approx(list(expected.values()))
    assert chances(main, "independent")["s"] == pytest.approx([0, 0, 0.5, 0.5])
    criteria = expect(worst, assumption("independent")).arm_criteria
    assert criteria["expected"].to_list() == pytest.approx([0.5, 0.25])  # met where all meet it


def test_what_holds_is_said_given_that_something_is_asked() -> None:
    asked = {**WARM, "applies_when": {"field": "awake", "equals": "yes"}}
    scores = fidelity.score([study("open", {}), study("unasked", {"awake": NO})], library=library(asked))
    found = expect(scores, assumption("independent"))
    assert found.arms["study"].to_list() == ["open"]
    assert found.arms.select("p1", "p3", "low", "high").row(0) == pytest.approx((0.5, 0.5, 1, 3))


def test_an_inferred_fact_decides_what_applies_and_not_what_is_met() -> None:
    asked = {
        "domain": "guidance",
        "level": "critical",
        "applies_when": {"field": "guidance", "equals": "fluoroscopy"},
        "met_when": {"field": "guidance", "equals": "fluoroscopy"},
    }
    seen = {
        "domain": "placement",
        "level": "minor",
        "met_when": {"field": "guidance", "one_of": ["fluoroscopy", "none"]},
    }
    inferred = Observation(value=OneOf(frozenset({"fluoroscopy"})), basis="inferred")
    scores = fidelity.score([study("s", {"guidance": inferred})], library=library(asked, seen))
    found = expect(scores, assumption("independent"))
    low, high = (GRADES[found.procedures[end][0]] for end in ("low", "high"))
    assert (low, high) == scores.grades.select("grade_low", "grade_high").row(0)
    assert found.procedures["p2"][0] > 0


def test_a_criterion_that_was_perhaps_not_yet_asked_may_not_apply() -> None:
    late = {**AWAKE, "since": "2010"}
    rules = library(late, {**WARM, "level": "minor"}, clock="then")
    scores = fidelity.score([study("s", {"awake": NO, "heat": number(90)})], library=rules)
    assert scores.grades.select("grade_low", "grade_high").row(0) == ("poor", "full")
    assert chances(scores, "independent")["s"] == pytest.approx([0.5, 0, 0, 0.5])


def test_a_shipped_rule_set_whose_criteria_share_fields_agrees_with_brute_force() -> None:
    book, names = shipped().codebook.fields, ("image_guidance", "contrast", "contrast_spread")
    every = []
    for place, values in enumerate(product(*([*book[name].choices, None] for name in names))):
        chosen = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        every.append(record(f"s{place}", arm("a", {**TRANSFORAMINAL, **chosen})))
    scores = fidelity.score(every, library=shipped())
    delivery = scores.judgements.filter((pl.col("axis") == "delivery") & (pl.col("counted") == "yes"))
    open_ = delivery.filter(pl.col("verdicts").str.contains("|", literal=True))["study"].unique().to_list()
    complete = [entry for entry in every if entry["id"] not in open_]  # with a field left out, just where none is asked
    found = patterns_in(fidelity.score(complete, library=shipped()))
    assert len(found) > 4
    weights = weigh(found, [False] * len(found[0].verdicts), [0.5] * len(found[0].verdicts), lambda _m, _n: 1.0)
    grades = distribution([pattern.grade for pattern in found], weights)
    silent = fidelity.score([record("silent", arm("a", TRANSFORAMINAL))], library=shipped())
    expected = [grades.get(grade, 0.0) for grade in GRADES]
    assert chances(silent, "independent")["silent"] == pytest.approx(expected)


@pytest.mark.parametrize("profile", ["multisociety", "medicare"])
def test_ranges_of_the_examples_lie_within_those_of_the_scores_and_probabilities_on_the_range(profile: str) -> None:
    scores = examples(profile)
    for axis, column in (("delivery", "grade"), ("selection", "selection"), ("safety", "safety")):
        ends = [f"{column}_low", f"{column}_high"]
        graded = scores.grades.filter((pl.col("status") == "graded") & pl.col(ends[0]).is_not_null())
        found = expect(scores, assumption("shared"), axis).procedures
        both = found.join(graded, on=["study", "arm", "procedure"], how="full", coalesce=True)
        assert both.height == found.height == graded.height
        for row in both.iter_rows(named=True):
            chance = [row[f"p{grade}"] for grade in range(4)]
            assert sum(chance) == pytest.approx(1)
            inside = [grade for grade in range(4) if chance[grade] > 0]
            assert (row["low"], row["high"]) == (inside[0], inside[-1])
            assert GRADES.index(row[ends[0]]) <= row["low"] <= row["high"] <= GRADES.index(row[ends[1]])
            assert row["expected"] == pytest.approx(sum(grade * chance[grade] for grade in range(4)))
            assert row["open"] == (row["low"] < row["high"])


def test_arms_of_the_examples_are_those_that_scoring_grades() -> None:
    scores = examples()
    graded = scores.arms.filter(pl.col("grade_low").is_not_null())
    found = expect(scores, assumption("uniform")).arms
    assert sorted(found.select("study", "arm").rows()) == sorted(graded.select("study", "arm").rows())
    for row in found.join(graded, on=["study", "arm"]).iter_rows(named=True):
        assert GRADES.index(row["grade_low"]) <= row["low"] <= row["high"] <= GRADES.index(row["grade_high"])


def test_an_axis_that_there_is_not_is_named_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match=r"no axis 'deliverance': did you mean 'delivery'"):
        expect(examples(), assumption("uniform"), "deliverance")
