"""The number of a study follows from those of its arms by the rule that was chosen, whatever the arms hold."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from math import isclose, log
from pathlib import Path
from random import Random
from time import process_time

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from records import NEUROTOMY, TRANSFORAMINAL, arm, study

from covariates.reviews import (
    NOTHING,
    Pmf,
    built,
    evenly,
    expecting,
    scored,
    sure,
    three_arms,
    trials,
    two_arms,
    whole_studies_left_out,
)
from fidelity.covariates.build import Choices, build
from fidelity.covariates.master import STUDY_COLUMNS, Master
from fidelity.covariates.nodes import nodes_of
from fidelity.covariates.wide import limited
from fidelity.read.outcomes import read_outcomes

TWO_ACTIVE = study("s", arm("rf", NEUROTOMY), arm("tf", TRANSFORAMINAL, "comparator"))
ROWS = "study,arm,treatment,n,events,year,rob\n{0},rf,RF,9,1,2001,low\n{0},tf,TF,9,2,,\n{0},sham,Sham,9,3,,"
THREE = ROWS.format("s")
TWO = "study,arm,treatment,n,events\ns,rf,RF,9,1\ns,tf,TF,9,2"
PULSED = {**NEUROTOMY, "target": "dorsal_root_ganglion", "modality": "pulsed_rf"}
GRADES = ("poor", "limited", "adequate", "full")

weights = some.lists(some.integers(0, 4), min_size=4, max_size=4).filter(any)


def pmf_of(numbers: list[int]) -> Pmf:
    """Return probabilities in proportion to some numbers."""
    return tuple(number / sum(numbers) for number in numbers)  # type: ignore[return-value]


def joint(first: Pmf, second: Pmf) -> list[tuple[int, int, float]]:
    """Return every pair of values that is possible, with its probability where the two are independent."""
    pairs = product(range(4), range(4))
    return [(one, two, first[one] * second[two]) for one, two in pairs if first[one] and second[two]]


def one(master: Master) -> dict[str, object]:
    """Return the one study of a table."""
    assert master.studies.height == 1
    return master.studies.row(0, named=True)


@settings(max_examples=60, deadline=None)
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


@settings(max_examples=40, deadline=None)
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


def test_log_odds_add_a_half_to_every_cell_of_a_study_with_an_empty_or_full_arm_only(tmp_path: Path) -> None:
    rows = ["a,rf,RF,10,3", "a,sham,Sham,12,0", "b,rf,RF,10,10", "b,sham,Sham,12,5", "c,rf,RF,10,4", "c,sham,Sham,12,6"]
    text = "\n".join(["study,arm,treatment,n,events", *rows])
    arms = built(tmp_path, scored(*map(two_arms, "abc")), text).arms
    for name, events, n, add in (
        ("a", (0, 3), (12, 10), 0.5), ("b", (5, 10), (12, 10), 0.5), ("c", (6, 4), (12, 10), 0.0),
    ):  # fmt: skip
        own = arms.filter(pl.col("study") == name)
        for at in range(2):
            yes, no = events[at] + add, n[at] - events[at] + add
            assert own["yi"][at] == pytest.approx(log(yes / no))
            assert own["vi"][at] == pytest.approx(1 / yes + 1 / no)


def test_means_have_the_variance_of_a_mean(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,mean,sd\na,rf,RF,16,-1.5,2\na,sham,Sham,25,0.5,3"
    arms = built(tmp_path, scored(two_arms("a")), text).arms
    assert arms.select("yi", "vi").rows() == [(0.5, pytest.approx(9 / 25)), (-1.5, pytest.approx(4 / 16))]


@pytest.mark.parametrize("base", ["rf", "tf", "sham"])
def test_contrasts_against_the_reference_are_those_of_the_arms_whatever_they_were_against(
    tmp_path: Path, base: str
) -> None:
    """The oracle has means and variances of arms; the file says differences against one of the arms."""
    means, variances = {"rf": 1.5, "tf": 1.0, "sham": 0.25}, {"rf": 0.04, "tf": 0.09, "sham": 0.16}
    names = {"rf": "RF", "tf": "TF", "sham": "Sham"}
    rows = [
        f"s,{at},{names[at]},,{variances[at] ** 0.5}" if at == base
        else f"s,{at},{names[at]},{means[at] - means[base]},{(variances[at] + variances[base]) ** 0.5}"
        for at in means
    ]  # fmt: skip
    arms = built(tmp_path, scored(three_arms("s")), "\n".join(["study,arm,treatment,effect,se", *rows])).arms
    assert arms["arm"].to_list() == ["sham", "rf", "tf"]
    assert arms["effect"].to_list() == [None, pytest.approx(1.25), pytest.approx(0.75)]
    assert arms["se"].to_list() == pytest.approx([0.4, (0.04 + 0.16) ** 0.5, (0.09 + 0.16) ** 0.5])
    assert arms["yi"].null_count() == arms["vi"].null_count() == 3


def test_a_contrast_of_two_arms_turns_round_without_the_error_of_its_baseline(tmp_path: Path) -> None:
    text = "study,arm,treatment,effect,se\ns,rf,RF,,\ns,sham,Sham,-0.5,0.3"
    arms = built(tmp_path, scored(two_arms("s")), text).arms
    assert arms.select("arm", "effect", "se").rows() == [("sham", None, None), ("rf", 0.5, 0.3)]


def test_treatments_are_numbered_from_the_reference_without_a_gap(tmp_path: Path) -> None:
    scores = scored(*map(three_arms, "ab"), two_arms("c"))
    rows = "".join(f"{name},rf,RF,9,1\n{name},tf,TF,9,2\n{name},sham,Sham,9,3\n" for name in "ab")
    text = f"study,arm,treatment,n,events\n{rows}c,rf,RF,9,1\nc,sham,Placebo,9,1"
    master = built(tmp_path, scores, text)
    assert master.treatments.rows() == [
        ("Sham", "Sham", "reference", 1, 2),
        ("Placebo", "Placebo", "reference", 2, 1),
        ("RF", "RF", "active", 3, 3),
        ("TF", "TF", "active", 4, 2),
    ]
    named = built(tmp_path, scores, text, reference="placebo")
    assert named.reference == "Placebo"
    assert named.treatments["treat"].to_list() == ["Placebo", "Sham", "RF", "TF"]


def test_without_a_reference_treatment_the_most_frequent_one_is_it(tmp_path: Path) -> None:
    other = study("v", arm("rf", NEUROTOMY), arm("cold", {**NEUROTOMY, "modality": "cooled_rf"}, "comparator"))
    text = f"{TWO}\nv,rf,RF,9,1\nv,cold,Cooled,9,1"
    assert built(tmp_path, scored(TWO_ACTIVE, other), text).reference == "RF"


def test_technique_names_take_the_place_of_names_of_active_treatments_only(tmp_path: Path) -> None:
    records = [
        study("a", arm("x", NEUROTOMY), arm("sham", NOTHING, "sham")),
        study(
            "b",
            arm("x", PULSED),
            arm("sham", NOTHING, "sham"),
        ),
        study("c", arm("x", TRANSFORAMINAL), arm("sham", NOTHING, "sham")),
    ]
    text = "study,arm,treatment,n,events\n" + "\n".join(f"{s},x,Needle,9,1\n{s},sham,Sham,9,2" for s in "abc")
    given = built(tmp_path, scored(*records), text)
    assert set(given.arms["treat"]) == {"Needle", "Sham"}
    named = built(tmp_path, scored(*records), text, nodes="technique")
    for master in (given, named):
        assert master.arms.filter(pl.col("active") == 1)["node"].to_list() == ["RFN_mb_thermal", "PRF_DRG", "TFESI"]
        assert set(master.arms.filter(pl.col("active") == 0)["node"]) == {"Sham"}
    assert set(named.treatments["treat"]) == {"Sham", "RFN_mb_thermal", "PRF_DRG", "TFESI"}
    assert named.nodes == "technique"


def test_every_graded_arm_of_the_real_trials_has_a_technique() -> None:
    scores = trials()
    graded = scores.arms.filter(pl.col("grade_low").is_not_null()).select("study", "arm").rows()
    assert set(nodes_of(scores, graded)) == set(graded)


def _asked_in_part(folder: Path) -> Master:
    grades = {(name, arm): sure(2) for name in "sv" for arm in ("rf", "tf")} | {("u", "rf"): sure(1)}
    domains = {("v", "rf", "dose"): sure(1), ("u", "rf", "dose"): sure(3), ("s", "rf", "guidance"): sure(0)}
    text = THREE + "\nv,rf,RF,9,1,,\nv,tf,TF,9,1,,\nu,rf,RF,9,1,,\nu,sham,Sham,9,1,,"
    scores = scored(three_arms("s"), three_arms("v"), two_arms("u"))
    return built(folder, scores, text, expecting(grades, domains))


def test_a_covariate_that_some_studies_lack_has_a_table_of_its_own(tmp_path: Path) -> None:
    master = _asked_in_part(tmp_path)
    dose = next(entry for entry in master.covariates if entry.name == "dose")
    assert dose.missing == ("s",)
    own = limited(master, dose)
    assert own.studies.select("study", "id", "dose").rows() == [("v", 1, 1.0), ("u", 2, 3.0)]
    assert own.arms["study"].to_list() == ["v", "v", "u", "u"]
    assert own.treatments["number"].to_list() == [1, 2, 3]
    assert own.reference == "Sham"
    assert own.arms.schema == master.arms.schema
    assert own.studies.schema == master.studies.schema
    assert next(entry for entry in own.covariates if entry.name == "dose").missing == ()
    assert next(entry for entry in own.covariates if entry.name == "guidance").missing == ("v", "u")
    assert whole_studies_left_out(own)["s"] == "not_applicable"


def test_a_table_that_loses_its_reference_takes_another(tmp_path: Path) -> None:
    master = _asked_in_part(tmp_path)
    guidance = next(entry for entry in master.covariates if entry.name == "guidance")
    without = limited(limited(master, next(e for e in master.covariates if e.name == "dose")), guidance)
    assert without.arms.is_empty()
    assert (without.reference, without.treatments.height) == ("", 0)


def test_a_covariate_that_every_study_has_changes_nothing(tmp_path: Path) -> None:
    master = _asked_in_part(tmp_path)
    assert limited(master, master.covariates[0]) is master


@pytest.mark.parametrize("name", ["axial-joint", "lumbar-facet", "lumbar-radicular", "epidural-axial"])
@pytest.mark.parametrize("rule", ["worst", "difference"])
def test_the_same_inputs_give_the_same_table(name: str, rule: str) -> None:
    scores, path = trials(), f"examples/outcomes/{name}.csv"
    tables = [
        build(scores, evenly(scores), read_outcomes(path), Choices(rule=rule, scales=("grade", "domains", "criteria")))
        for _ in range(2)
    ]
    for part in ("arms", "studies", "treatments", "left_out"):
        assert getattr(tables[0], part).equals(getattr(tables[1], part))
    assert list(tables[0].studies.columns)[: len(STUDY_COLUMNS)] == list(STUDY_COLUMNS)
    assert tables[0].studies["id"].to_list() == list(range(1, tables[0].studies.height + 1))


def test_two_hundred_studies_take_no_more_than_a_moment(tmp_path: Path) -> None:
    names = [f"s{at}" for at in range(200)]
    draw = Random(1)
    rows = "\n".join(f"{name},rf,RF,50,{draw.randint(1, 40)}\n{name},sham,Sham,50,9" for name in names)
    scores = scored(*map(two_arms, names))
    start = process_time()
    master = built(tmp_path, scores, f"study,arm,treatment,n,events\n{rows}")
    assert master.studies.height == 200
    assert process_time() - start < 3
