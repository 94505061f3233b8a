"""The number of a study follows from those of its arms by the rule that was chosen, whatever the arms hold."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from math import isclose
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from covariates.reviews import (
    ROWS,
    THREE,
    TWO,
    TWO_ACTIVE,
    Pmf,
    built,
    expecting,
    one,
    scored,
    sure,
    three_arms,
    two_arms,
    whole_studies_left_out,
)

GRADES = ("poor", "limited", "adequate", "full")

weights = some.lists(some.integers(0, 4), min_size=4, max_size=4).filter(any)


def pmf_of(numbers: list[int]) -> Pmf:
    """Return probabilities in proportion to some numbers."""
    return tuple(number / sum(numbers) for number in numbers)  # type: ignore[return-value]


def joint(first: Pmf, second: Pmf) -> list[tuple[int, int, float]]:
    """Return every pair of values that is possible, with its probability where the two are independent."""
    pairs = product(range(4), range(4))
    return [(one, two, first[one] * second[two]) for one, two in pairs if first[one] and second[two]]


@settings(max_examples=30, deadline=None)
@given(weights, weights)
def test_the_worst_of_two_arms_is_what_counting_all_their_pairs_gives(
    tmp_path_factory: pytest.TempPathFactory, first: list[int], second: list[int]
) -> None:
    rf, tf = pmf_of(first), pmf_of(second)
    counted: dict[int, float] = defaultdict(float)
    for a, b, share in joint(rf, tf):
        counted[min(a, b)] += share
    expected = expecting({("s", "rf"): rf, ("s", "tf"): tf})
    row = one(built(tmp_path_factory.mktemp("w"), scored(three_arms("s")), THREE, expected))
    assert (row["fid_lo"], row["fid_hi"]) == (min(counted), max(counted))
    for grade in range(4):
        assert isclose(row[f"p{grade}"], counted.get(grade, 0.0), abs_tol=1e-12)
    mean = sum(grade * share for grade, share in counted.items())
    reaching = sum(share for grade, share in counted.items() if grade >= 2)
    assert isclose(row["fid"], mean, abs_tol=1e-12)
    assert isclose(row["fid_gap"], 3 - mean, abs_tol=1e-12)
    assert isclose(row["fid_bin"], reaching, abs_tol=1e-12)
    assert row["fid_nr"] == int(len(counted) > 1)
    group = "higher" if min(counted) >= 2 else "lower" if max(counted) < 2 else "unclear"
    assert row["fid_grp"] == group
    assert row["fid_cat"] == (GRADES[min(counted)] if len(counted) == 1 else "open")
    if group != "unclear":
        assert row["fid_bin"] == float(group == "higher")


@settings(max_examples=20, deadline=None)
@given(weights, weights)
def test_the_worst_concern_of_two_arms_is_the_graver_of_each_pair(
    tmp_path_factory: pytest.TempPathFactory, first: list[int], second: list[int]
) -> None:
    rf, tf = pmf_of(first), pmf_of(second)
    pairs = [(max(a, b), share) for a, b, share in joint(rf, tf)]
    grades = {("s", "rf"): sure(3), ("s", "tf"): sure(3)}
    expected = expecting(grades, {("s", "rf", "dose"): rf, ("s", "tf", "dose"): tf})
    row = one(built(tmp_path_factory.mktemp("w"), scored(three_arms("s")), THREE, expected))
    assert isclose(row["dose"], sum(value * share for value, share in pairs), abs_tol=1e-12)
    assert row["dose_lo"] == min(value for value, _ in pairs)
    assert row["dose_hi"] == max(value for value, _ in pairs)


@pytest.mark.parametrize(("interest", "grade"), [("RF", 3), ("TF", 1), ("tf", 1)])
def test_the_treatment_of_interest_speaks_for_its_study_alone(tmp_path: Path, interest: str, grade: int) -> None:
    expected = expecting({("s", "rf"): sure(3), ("s", "tf"): sure(1)})
    master = built(tmp_path, scored(three_arms("s")), THREE, expected, rule="interest", interest=interest)
    assert one(master)["fid"] == grade
    assert master.interest == interest.upper()
    assert master.arms.height == 3


def test_a_study_without_the_treatment_of_interest_is_left_out(tmp_path: Path) -> None:
    expected = expecting({("s", "rf"): sure(3), ("s", "tf"): sure(1), ("v", "rf"): sure(2)})
    text = f"{THREE}\nv,rf,RF,9,1,,\nv,sham,Sham,9,1,,"
    scores = scored(three_arms("s"), two_arms("v"))
    master = built(tmp_path, scores, text, expected, rule="interest", interest="TF")
    assert whole_studies_left_out(master) == {"v": "no_graded_arm"}
    assert set(master.arms["study"]) == {"s"}


def test_a_difference_is_the_arm_farther_from_the_reference_less_the_nearer_one(tmp_path: Path) -> None:
    open_: Pmf = (0.5, 0.0, 0.5, 0.0)
    expected = expecting({("s", "rf"): sure(3), ("s", "tf"): open_})
    for reference, sign in (("TF", 1), ("RF", -1)):
        master = built(tmp_path, scored(TWO_ACTIVE), TWO, expected, rule="difference", reference=reference)
        row = one(master)
        assert row["fid"] == sign * (3 - 1)
        assert sorted((row["fid_lo"], row["fid_hi"])) == sorted((sign * 3, sign * 1))
        for column in ("p0", "p3", "fid_gap", "fid_bin", "fid_grp", "fid_cat"):
            assert row[column] is None
        assert master.arms["treat"][0] == reference
        first, second = master.arms["fid_arm"]
        assert row["fid"] == second - first
        (covariate,) = (entry for entry in master.covariates if entry.scale == "grade")
        assert (covariate.name, covariate.low, covariate.high) == ("fid", -3, 3)


def test_a_difference_to_an_arm_without_grade_is_the_grade_itself(tmp_path: Path) -> None:
    expected = expecting({("s", "rf"): (0.0, 0.25, 0.0, 0.75)}, {("s", "rf", "dose"): (0.0, 1.0, 0.0, 0.0)})
    text = "study,arm,treatment,n,events\ns,rf,RF,9,1\ns,sham,Sham,9,2"
    row = one(built(tmp_path, scored(two_arms("s")), text, expected, rule="difference"))
    assert (row["fid"], row["fid_lo"], row["fid_hi"], row["dose"]) == (2.5, 1, 3, 1.0)


def test_a_study_of_three_arms_has_no_difference_and_keeps_its_arms(tmp_path: Path) -> None:
    expected = expecting({("s", "rf"): sure(3), ("s", "tf"): sure(1)})
    master = built(tmp_path, scored(three_arms("s")), THREE, expected, rule="difference")
    assert master.studies.is_empty()
    assert master.arms.height == 3
    assert whole_studies_left_out(master) == {"s": "not_two_arms"}


def test_which_end_of_an_association_is_expected_is_nowhere_presumed(tmp_path: Path) -> None:
    """Mirrored grades give mirrored numbers: nothing else in the table moves."""
    scores = scored(*(two_arms(name) for name in "abcd"))
    rows = "\n".join(f"{name},rf,RF,20,{9 - at}\n{name},sham,Sham,20,5" for at, name in enumerate("abcd"))
    text = f"study,arm,treatment,n,events\n{rows}"
    up, down = (
        built(
            tmp_path, scores, text, expecting({(name, "rf"): sure(at) for name, at in zip("abcd", order, strict=True)})
        )
        for order in (range(4), range(3, -1, -1))
    )
    assert up.studies["fid"].to_list() == down.studies["fid_gap"].to_list() == [0, 1, 2, 3]
    assert up.arms.select("yi", "vi", "treat").equals(down.arms.select("yi", "vi", "treat"))


@pytest.mark.parametrize(("threshold", "groups"), [("limited", "luhh"), ("adequate", "lluh"), ("full", "lllu")])
def test_the_threshold_splits_where_it_is_put(tmp_path: Path, threshold: str, groups: str) -> None:
    even: Pmf = (0.25, 0.25, 0.25, 0.25)
    pmfs: list[Pmf] = [sure(0), sure(1), sure(2), sure(3)]
    at = GRADES.index(threshold)
    pmfs[at if groups[at] == "u" else at - 1] = even
    names = "abcd"
    rows = "\n".join(f"{name},rf,RF,20,9\n{name},sham,Sham,20,5" for name in names)
    master = built(
        tmp_path,
        scored(*map(two_arms, names)),
        f"study,arm,treatment,n,events\n{rows}",
        expecting({(name, "rf"): pmf for name, pmf in zip(names, pmfs, strict=True)}),
        threshold=threshold,
    )
    expected = ["unclear" if pmf is even else "higher" if pmf.index(1.0) >= at else "lower" for pmf in pmfs]
    assert master.studies["fid_grp"].to_list() == expected
    assert master.threshold == at


def test_criteria_are_met_in_a_study_where_they_are_met_in_each_arm_that_is_asked(tmp_path: Path) -> None:
    grades = {(name, arm): sure(2) for name in "sv" for arm in ("rf", "tf")}
    criteria = {
        ("s", "rf", "electrode-parallel"): 1.0,
        ("v", "rf", "electrode-parallel"): 0.25,
        ("s", "rf", "contrast-given"): 0.5,
        ("s", "tf", "contrast-given"): 0.5,
    }
    text = f"{THREE}\n" + ROWS.format("v").split("\n", 1)[1]
    expected = expecting(grades, criteria=criteria)
    master = built(tmp_path, scored(*map(three_arms, "sv")), text, expected, scales=("criteria",))
    names = {entry.name: entry for entry in master.covariates}
    assert set(names) == {"c_electrode_parallel", "c_contrast_given"}
    assert master.studies["c_electrode_parallel"].to_list() == [1.0, 0.25]
    assert master.studies["c_contrast_given"].to_list() == [0.25, None]
    assert names["c_contrast_given"].missing == ("v",)
    assert names["c_electrode_parallel"].missing == ()
    assert (names["c_electrode_parallel"].low, names["c_electrode_parallel"].high) == (0, 1)


def test_what_is_asked_only_of_arms_that_the_rule_does_not_take_is_no_covariate(tmp_path: Path) -> None:
    expected = expecting({("s", "rf"): sure(3), ("s", "tf"): sure(1)}, {("s", "rf", "dose"): sure(1)})
    master = built(tmp_path, scored(three_arms("s")), THREE, expected, rule="interest", interest="TF")
    assert "dose" not in master.studies.columns
    assert [covariate.name for covariate in master.covariates] == ["fid", "fid_gap", "fid_bin"]


def test_scales_that_are_not_asked_for_are_no_covariates(tmp_path: Path) -> None:
    expected = expecting({("s", "rf"): sure(3), ("s", "tf"): sure(1)}, {("s", "rf", "dose"): sure(1)})
    names = {
        scales: [
            entry.name for entry in built(tmp_path, scored(three_arms("s")), THREE, expected, scales=scales).covariates
        ]
        for scales in (("grade",), ("domains",), ("grade", "domains"))
    }
    assert names[("grade",)] == ["fid", "fid_gap", "fid_bin"]
    assert names[("domains",)] == ["dose"]
    assert names[("grade", "domains")] == ["fid", "fid_gap", "fid_bin", "dose"]


def test_what_is_said_of_a_study_stands_in_its_row(tmp_path: Path) -> None:
    record = {**three_arms("s"), "year": "1999", "label": "Smith 1999"}
    row = one(built(tmp_path, scored(record), THREE))
    assert (row["label"], row["year"], row["rob"], row["n"], row["id"]) == ("Smith 1999", 2001, 1, 27, 1)
    without = THREE.replace("2001", "")
    assert one(built(tmp_path, scored(record), without))["year"] == 1999
