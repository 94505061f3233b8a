"""What an answer settles about the questions above it, and what contradicts them."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from made_up import library
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

import fidelity


def judged(record: Record, criterion: str) -> str:
    scores = fidelity.score([record], library=library())
    assert [str(problem) for problem in scores.problems] == []
    found = scores.judgements.filter(pl.col("criterion") == criterion)["verdicts"].to_list()
    (verdicts,) = found
    return verdicts


def test_a_cut_off_alone_settles_that_a_block_was_required_and_that_relief_was_a_percentage() -> None:
    record = study("cut", arm("a", {**NEUROTOMY, "block_relief_cutoff": ">= 80 %"}))
    assert judged(record, "block-required") == "met"
    assert judged(record, "relief-cut-off") == "met"


def test_an_inferred_answer_settles_what_applies_and_not_the_fact_itself() -> None:
    cutoff = {"value": ">= 80 %", "basis": "inferred"}
    record = study("guess", arm("a", {**NEUROTOMY, "block_relief_cutoff": cutoff}))
    assert judged(record, "block-required") == "met|not_met"


def test_a_stated_answer_settles_the_fact_even_beside_an_inferred_one() -> None:
    guessed = {"value": "1-2", "basis": "inferred"}
    record = study("both", arm("a", {**NEUROTOMY, "block_number": guessed, "block_volume": "0.3 mL"}))
    assert judged(record, "block-required") == "met"


def test_sources_in_conflict_still_settle_that_the_question_arises() -> None:
    known = {**TRANSFORAMINAL, "image_guidance": "fluoroscopy"}
    spread = {"value": "at_target", "basis": "conflicting", "status": "unclear"}
    record = study("conflict", arm("a", {**known, "contrast_spread": spread}))
    assert judged(record, "contrast-given") == "met"


def test_the_report_does_not_say_what_a_reader_inferred() -> None:
    guessed = {"value": "fluoroscopy", "basis": "inferred"}
    record = study("guess", arm("a", {**NEUROTOMY, "image_guidance": guessed}))
    assert judged(record, "guidance-documented") == "met|not_met"


@pytest.mark.parametrize("place", ["study", "arm"])
def test_an_answer_that_fits_no_procedure_below_it_is_a_contradiction(place: str) -> None:
    record = study("odd", arm("a", NEUROTOMY))
    holder = record if place == "study" else record["arms"][0]
    holder["observations"] = {"pulse_width": "20 ms"}
    scores = fidelity.score([record], library=library())
    assert [problem.code for problem in scores.problems] == ["does-not-apply"]
    assert scores.grades["status"].to_list() == ["refused"]


def test_an_answer_of_the_study_that_fits_one_arm_is_dropped_in_the_other() -> None:
    pulsed = {"region": "lumbar", "target": "medial_branch", "modality": "pulsed_rf"}
    record = study("two", arm("a", NEUROTOMY), arm("b", pulsed), observations={"pulse_width": "20 ms"})
    scores = fidelity.score([record], library=library())
    assert scores.problems == ()
    assert scores.grades["status"].to_list() == ["graded", "gap"]


def test_a_study_cannot_mark_as_inapplicable_what_applies_to_all_its_procedures() -> None:
    record = study("mark", arm("a", NEUROTOMY), observations={"lesion_temperature": "not applicable"})
    assert [problem.code for problem in fidelity.score([record], library=library()).problems] == ["applies"]


def test_tables_settle_as_records_do(tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    header = "study,arm,role,region,target,modality,block_relief_cutoff,block_relief_cutoff.basis\n"
    rows = "s,a,active,lumbar,medial_branch,conventional_rf,>= 80 %,{}\n"
    for basis, verdicts in (("stated", "met"), ("inferred", "met|not_met")):
        path.write_text(header + rows.format(basis), encoding="utf-8")
        judgements = fidelity.score(path, library=library()).judgements
        assert judgements.filter(pl.col("criterion") == "block-required")["verdicts"].to_list() == [verdicts]
