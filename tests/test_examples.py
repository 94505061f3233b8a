"""The shipped records: complete, readable, and accounted for to the last procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from oracle.procedures import Truth, applies, true
from oracle.rules import Field, RuleSet, composed, load, shipped

import fidelity

EXAMPLES = Path(__file__).parents[1] / "examples"
BOOK = shipped()
RULESETS = composed(BOOK, "multisociety")
Key = tuple[str, str, str]


def records(folder: str) -> list[dict[str, Any]]:
    files = sorted((EXAMPLES / folder).glob("*.yaml"))
    return [entry for file in files for entry in load(file.read_text(encoding="utf-8"))["studies"]]


def procedures() -> Iterator[tuple[Key, dict[str, Any]]]:
    """Yield every procedure of every record with what is written of it: by the study, the arm and the procedure."""
    for record in (*records("trials"), *records("worked")):
        for arm in record["arms"]:
            for procedure in arm["procedures"]:
                places = (record, arm, procedure)
                said = {name: value for place in places for name, value in place.get("observations", {}).items()}
                yield (record["id"], arm["id"], procedure["id"]), said


def choices(field: Field, said: Any) -> tuple[str, ...]:
    """Return every choice that the words of a record leave possible; all of them where nothing is written."""
    written = said.get("value", "") if isinstance(said, dict) else said or ""
    named = [name.strip() for name in written.split(";") if name.strip() not in ("", "not applicable")]
    return tuple(choice for name in named for choice in field.groups.get(name, (name,))) or field.choices


def may_be(said: dict[str, Any]) -> list[Truth]:
    """Return every procedure that the words of a record leave possible, each by its region, target and so on.

    What is answered shows that the question arises: a needle that was aimed at a nerve was no physiotherapy.
    """
    found: list[Truth] = [{}]
    for name, field in BOOK.fields.items():
        if field.scope:
            found = [
                truth | ({name: choice} if choice else {})
                for truth in found
                for choice in (choices(field, said.get(name)) if applies(BOOK, name, truth) else ("",))
            ]
    for name, value in said.items():
        if BOOK.fields[name].scope and value != "not applicable":
            found = [truth for truth in found if name in truth] or found
    return found


@cache
def covers(truth: tuple[tuple[str, str], ...]) -> dict[RuleSet, bool]:
    """Return for each rule set of the profile `multisociety` whether it covers a procedure."""
    return {ruleset: true(BOOK, ruleset.covers, dict(truth)) for ruleset in RULESETS}


def covering(said: dict[str, Any]) -> dict[RuleSet, set[bool]]:
    """Return for each rule set whether it covers what a procedure may be."""
    every = [covers(tuple(truth.items())) for truth in may_be(said)]
    return {ruleset: {found[ruleset] for found in every} for ruleset in RULESETS}


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
    assert gaps["note"].str.contains(r"^(no_rule_set|undetermined|mixed|non_standard): .{20,}").all()
    assert (
        gaps.select(pl.all_horizontal(pl.col("grade_low", "grade_high", "selection", "safety").is_null()))
        .to_series()
        .all()
    )


def test_no_sham_or_control_arm_is_graded(scores: fidelity.Scores) -> None:
    graded = scores.grades.filter(pl.col("status") == "graded")
    assert set(graded["role"]) <= {"active", "comparator"}


def test_what_is_graded_is_by_the_words_of_its_record_surely_what_its_rule_sets_cover(scores: fidelity.Scores) -> None:
    """And no rule set is left out that covers it too, nor does one that makes it non-standard."""
    judging = scores.judgements.group_by("study", "arm", "procedure").agg(pl.col("ruleset").unique())
    judged = {(study, arm, name): set(references) for study, arm, name, references in judging.iter_rows()}
    graded = scores.grades.filter(pl.col("status") == "graded")
    served = {(row["study"], row["arm"], row["procedure"]): row["ruleset"] for row in graded.iter_rows(named=True)}
    assert set(judged) == set(served)
    for key, said in procedures():
        if key in judged:
            found = covering(said)
            assert {rules.reference for rules, truths in found.items() if truths == {True}} == judged[key], key
            assert not any(truths == {True, False} for truths in found.values()), key
            assert served[key] in judged[key]
            assert not any(rules.non_standard for rules in found if rules.reference in judged[key])


def test_why_there_is_no_grade_follows_from_the_words_of_the_record(scores: fidelity.Scores) -> None:
    reasons = {tuple(row[:3]): row[3] for row in scores.gaps.select("study", "arm", "procedure", "reason").iter_rows()}
    for key, said in procedures():
        if key not in reasons:
            continue
        found = covering(said)
        standard = [truths for rules, truths in found.items() if rules.criteria]
        refused = [truths for rules, truths in found.items() if rules.non_standard == "confirmed"]
        varies = [name for name in said if BOOK.fields[name].scope and "varies" in said[name]]
        match reasons[key]:
            case "non_standard":
                assert {True} in refused, key
                assert {True} not in standard, key
            case "no_rule_set":
                assert not any(True in truths for truths in (*standard, *refused)), key
            case "undetermined":
                assert not varies, key
                assert {True, False} in [*found.values()], key
            case "mixed":
                assert varies, key
                assert {True, False} in [*found.values()], key


@pytest.mark.parametrize(
    ("title", "targets", "modality", "studies"),
    [
        (
            "Pulsed radiofrequency inside a facet or sacroiliac joint is no standard technique",
            {"facet_joint", "sacroiliac_joint"},
            "pulsed_rf",
            {"lim_2017", "do_2017", "sij_ia_prf_egypt"},
        ),
        (
            "Thermal radiofrequency of a dorsal root ganglion is no standard technique",
            {"dorsal_root_ganglion"},
            "conventional_rf",
            {"geurts_2003", "van_kleef_1996", "slappendel_1997"},
        ),
    ],
    ids=["pulsed in a joint", "heat at a ganglion"],
)
def test_a_non_standard_technique_is_named_so_in_these_trials_and_wherever_else_it_was_done(
    title: str, targets: set[str], modality: str, studies: set[str], scores: fidelity.Scores
) -> None:
    active = scores.grades.filter(pl.col("role").is_in(["active", "comparator"])).select("study", "arm", "procedure")
    done = {
        key
        for key, said in procedures()
        if key in active.rows()
        and {truth["modality"] for truth in may_be(said)} == {modality}
        and {truth.get("target") for truth in may_be(said)} <= targets
    }
    named = scores.gaps.filter(pl.col("reason") == "non_standard", pl.col("note").str.contains(title, literal=True))
    assert set(named.select("study", "arm", "procedure").iter_rows()) == done
    assert studies <= {study for study, _, _ in done}


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


def table_of_worked_records() -> list[tuple[str, str, str]]:
    """Return each row of the tables of worked records: the study, its grade ("" for none) and why."""
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `(\w+_worked)`.*\| (?:\*\*([a-z ]+)\*\*|no grade): (.*) \|$", text, re.MULTILINE)


def test_the_table_of_worked_records_gives_every_record_the_grades_that_it_has(scores: fidelity.Scores) -> None:
    rows = table_of_worked_records()
    written = {study: {grade for name, grade, _ in rows if name == study} - {""} for study, _, _ in rows}
    computed: dict[str, set[str]] = {str(record["id"]): set() for record in records("worked")}
    graded = scores.grades.filter(pl.col("study").is_in(list(computed)), pl.col("status") == "graded")
    for study, low, high in graded.select("study", "grade_low", "grade_high").iter_rows():
        computed[study].add(low if low == high else f"{low} to {high}")
    assert written == computed


def test_the_table_of_worked_records_says_why_there_is_no_grade(scores: fidelity.Scores) -> None:
    said = {"a non-standard technique": ("non_standard", ""), "whether a steroid was": ("undetermined", "injectate")}
    written = {
        (study, *next(reason for words, reason in said.items() if because.startswith(words)))
        for study, grade, because in table_of_worked_records()
        if not grade
    }
    gaps = scores.gaps.filter(pl.col("study").str.ends_with("_worked")).select("study", "reason", "fields")
    assert written == {(study, reason, fields or "") for study, reason, fields in gaps.iter_rows()}


@pytest.mark.parametrize("name", ["trials", "worked"])
def test_the_table_of_folders_counts_right(name: str) -> None:
    text = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for file in sorted((EXAMPLES / name).glob("*.yaml")):
        studies = load(file.read_text(encoding="utf-8"))["studies"]
        arms = [arm for study in studies for arm in study["arms"]]
        (line,) = re.findall(rf"^\| `{name}/{file.name}` \| (.*) \|$", text, re.MULTILINE)
        counts = [len(studies), len(arms), sum(len(arm["procedures"]) for arm in arms)]
        assert [int(number) for number in re.findall(r"\d+", line)] == counts[: 3 if name == "trials" else 1]
