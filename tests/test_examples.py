"""The shipped records: complete, readable, and accounted for to the last procedure."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest
import yaml

import fidelity

EXAMPLES = Path(__file__).parents[1] / "examples"


def records(folder: str) -> list[dict[str, object]]:
    files = sorted((EXAMPLES / folder).glob("*.yaml"))
    return [
        entry
        for file in files
        for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)["studies"]
    ]


@pytest.fixture(scope="module")
def scores() -> fidelity.Scores:
    return fidelity.score([EXAMPLES / "trials", EXAMPLES / "worked"])


def test_all_trials_are_there_with_all_their_arms() -> None:
    trials = records("trials")
    assert len(trials) == 97
    assert sum(len(trial["arms"]) for trial in trials) == 214


def test_no_record_has_a_problem(scores: fidelity.Scores) -> None:
    assert [str(problem) for problem in scores.problems] == []


def test_every_procedure_of_every_record_comes_out_once_with_a_status(scores: fidelity.Scores) -> None:
    went_in = [
        (record["id"], arm["id"], procedure["id"])
        for folder in ("trials", "worked")
        for record in records(folder)
        for arm in record["arms"]
        for procedure in arm["procedures"]
    ]
    came_out = scores.grades.select("study", "arm", "procedure").rows()
    assert sorted(went_in) == sorted(came_out)
    assert set(scores.grades["status"]) == {"graded", "gap", "not_graded"}


def test_every_gap_says_why_and_has_no_grade(scores: fidelity.Scores) -> None:
    gaps = scores.grades.filter(pl.col("status") == "gap")
    assert gaps.height == scores.gaps.height > 0
    assert gaps["note"].str.contains(r"^(no_rule_set|undetermined|mixed): .{20,}").all()
    assert (
        gaps.select(pl.all_horizontal(pl.col("grade_low", "grade_high", "selection", "safety").is_null()))
        .to_series()
        .all()
    )


def test_no_sham_or_control_arm_is_graded(scores: fidelity.Scores) -> None:
    graded = scores.grades.filter(pl.col("status") == "graded")
    assert set(graded["role"]) <= {"active", "comparator"}


def test_only_procedures_that_the_rule_sets_cover_are_graded(scores: fidelity.Scores) -> None:
    """Each graded arm is, by the words of its record, a lumbar medial branch, transforaminal or caudal procedure."""
    graded = scores.grades.filter(pl.col("status") == "graded")
    kinds = set(graded["ruleset"])
    assert kinds == {
        "multisociety-lumbar-medial-branch-rf@1.0.0",
        "multisociety-lumbar-tfesi@1.0.0",
        "multisociety-caudal-esi@1.0.0",
    }


def test_the_worked_registry_trial_separates_its_arms_on_delivery_and_not_on_selection(scores: fidelity.Scores) -> None:
    arms = scores.grades.filter(pl.col("study") == "nct03912519_worked").sort("arm")
    assert arms.select("grade_low", "grade_high").rows() == [("poor", "full"), ("poor", "limited")]
    selection = arms.select("selection_low", "selection_high").rows()
    assert selection[0] == selection[1]


def test_an_arm_that_asked_for_no_block_is_not_better_selected_than_one_that_asked_for_two(
    scores: fidelity.Scores,
) -> None:
    arms = scores.grades.filter(pl.col("study") == "cohen_2010_worked")
    found = dict(arms.select("arm", "selection_high").iter_rows())
    assert found == {"no_block": "poor", "one_block": "full", "two_blocks": "full"}


def test_stated_technique_moves_the_delivery_grade_of_injections_up_and_down(scores: fidelity.Scores) -> None:
    """At least four injection records are narrower than poor to full, of every kind; two radiofrequency records too."""
    worked = scores.grades.filter(pl.col("study").str.ends_with("_worked"), pl.col("status") == "graded")
    narrower = worked.filter((pl.col("grade_low") != "poor") | (pl.col("grade_high") != "full"))
    injections = narrower.filter(pl.col("ruleset").str.contains("esi@"))
    assert injections["study"].n_unique() >= 4
    assert {"multisociety-lumbar-tfesi@1.0.0", "multisociety-caudal-esi@1.0.0"} == set(injections["ruleset"])
    ranges = set(injections.select("grade_low", "grade_high").rows())
    assert ranges >= {("full", "full"), ("limited", "full"), ("poor", "limited"), ("poor", "poor")}
    assert narrower.filter(pl.col("ruleset").str.contains("-rf@"))["study"].n_unique() >= 2


def test_the_table_of_worked_records_gives_every_record_the_grades_that_it_has(scores: fidelity.Scores) -> None:
    rows = re.findall(
        r"^\| `(\w+_worked)`.*\| (?:\*\*([a-z ]+)\*\*|no grade): .*\|$",
        (EXAMPLES / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    written = {study: {grade for name, grade in rows if name == study} - {""} for study, _ in rows}
    computed: dict[str, set[str]] = {str(record["id"]): set() for record in records("worked")}
    graded = scores.grades.filter(pl.col("study").is_in(list(computed)), pl.col("status") == "graded")
    for study, low, high in graded.select("study", "grade_low", "grade_high").iter_rows():
        computed[study].add(low if low == high else f"{low} to {high}")
    assert written == computed
