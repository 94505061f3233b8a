"""Whatever an outcome file lacks, there is a pack, and it says as many studies and arms as are not in it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from packed import GOOD, SHAM, outcome_rows, records
from records import Record, arm, study

import fidelity
from fidelity.write.pack import Made, Run, make
from fidelity.write.pack.making import files_of

COOLED: Record = {**GOOD, "modality": "cooled_rf"}


@pytest.fixture
def packed(tmp_path: Path, library: fidelity.Library) -> Any:
    """Make the pack of the small review with further records and rows; return it with its pages, in one line each."""

    def made(rows: Sequence[str] = (), *more: Record, text: str = "", **options: str) -> tuple[Made, str, str, str]:
        source, outcomes = tmp_path / "records.json", tmp_path / "outcomes.csv"
        source.write_text(json.dumps({"studies": [*records(), *more]}), encoding="utf-8")
        outcomes.write_text(text or "\n".join([*outcome_rows(), *rows]) + "\n", encoding="utf-8")
        run = Run((str(source),), str(outcomes), figures=(), **options)
        done = make(run, library)
        files = files_of(done, run)
        pages = (files[name].decode() for name in ("methods.md", "README.md", "preflight.txt"))
        methods, readme, preflight = (" ".join(page.split()) for page in pages)
        return done, methods, readme, preflight

    return made


def three(name: str, other: Record) -> Record:
    return study(name, arm("rf", GOOD), arm("other", other), arm("sham", SHAM, "sham"))


def three_rows(name: str, other: str) -> list[str]:
    return [f"{name},rf,Neurotomy,30,-2,2,1", f"{name},other,{other},30,-1,2,1", f"{name},sham,Sham,30,0,2,1"]


def test_one_arm_that_is_called_wrongly_costs_its_study_and_not_the_pack(packed: Any) -> None:
    rows = [f"{row.replace(',rf,', ',rfx,')}" if row.startswith("alpha") else row for row in outcome_rows()]
    _, methods, readme, preflight = packed(text="\n".join(rows) + "\n")
    assert "left out were: 1 study (which study or arm a row is of cannot be told)" in methods
    assert "| `unmatched` | which study or arm a row is of cannot be told | 1 study: alpha_2001 |" in readme
    assert "1 study left out (unmatched)" in preflight


def test_two_doses_of_one_treatment_cost_their_study_and_not_the_pack(packed: Any) -> None:
    _, methods, readme, _ = packed(three_rows("dose", "Neurotomy"), three("dose", {**GOOD, "lesion_duration": "90 s"}))
    assert "left out were: 1 study (two arms have one treatment)" in methods
    assert "| 1 study: dose |" in readme


def test_two_active_arms_of_one_technique_cost_their_study_where_treatments_are_techniques(packed: Any) -> None:
    record = three("doses", {**GOOD, "lesion_duration": "90 s"})
    _, methods, readme, _ = packed(three_rows("doses", "Longer neurotomy"), record, nodes="technique")
    assert "left out were: 1 study (two arms have one treatment)" in methods
    assert "| `same_treatment` |" in readme


def test_under_a_difference_a_trial_of_three_arms_loses_its_number_and_stays(packed: Any) -> None:
    record = three("trial", COOLED)
    made, methods, readme, preflight = packed(three_rows("trial", "Cooled"), record, arm_to_study="difference")
    assert made.pack.master.arms.height == 15
    assert "No study with outcomes was left out." in methods
    assert "without a number of the study: 1 study (a difference is of two arms" in methods
    assert "1 study without a number, whose arms stay: trial" in readme
    assert "1 study in the network without a number (not_two_arms)" in preflight


def test_an_arm_without_a_number_is_not_said_to_be_a_study(packed: Any) -> None:
    rows = three_rows("trial", "Cooled")
    rows[1] = "trial,other,Cooled,30,,2,1"
    _, methods, readme, _ = packed(rows, three("trial", COOLED))
    assert "left out were: 1 arm of a study that stays (a number of the outcome is missing)" in methods
    assert "| 1 arm: other of trial |" in readme
    assert "7 studies, 14 arms" in methods


EVENTS = "study,arm,treatment,n,events\n"


def events(*counts: tuple[int, int]) -> str:
    """The outcome file of the small review, with events of 40 patients in the arms of each study."""
    names = [record["id"] for record in records()]
    rows = [
        f"{name},rf,Neurotomy,40,{active}\n{name},sham,Sham,40,{control}"
        for name, (active, control) in zip(names, counts, strict=True)
    ]
    return EVENTS + "\n".join(rows) + "\n"


def test_corrected_studies_and_studies_without_any_event_are_said_in_both_pages(packed: Any) -> None:
    _, methods, readme, preflight = packed(text=events((0, 0), (0, 9), (9, 9), (9, 9), (9, 9), (9, 9)))
    for page in (methods, readme):
        assert "In 2 studies an arm has no event or nothing but events: 0.5 is added" in page
        assert "in 1 of them this is true of every arm alike" in page
        assert "pairwise() of netmeta, not tried here" in page
    assert "(2: alpha_2001, beta_2004)" in preflight
    assert "(1: alpha_2001)" in preflight


def test_nothing_is_said_of_counts_that_need_no_correction(packed: Any) -> None:
    _, methods, readme, preflight = packed(text=events(*[(9, 12)] * 6))
    for page in (methods, readme, preflight):
        assert "0.5 is added" not in page


def test_fits_at_the_ends_are_not_called_bounds_and_the_reason_is_true_of_both(packed: Any) -> None:
    _, methods, _, _ = packed()
    assert "because neither is a bound: in simulations both weakened a planted slope" in methods


@pytest.mark.parametrize("kind", ["events", "means", "contrasts"])
def test_the_pack_reads_its_model_and_scripts_wherever_it_is_installed(packed: Any, kind: str) -> None:
    from fidelity.write.pack.scripts import jags_texts

    made, *_ = packed()
    texts = jags_texts(replace(made.pack.master, kind=kind))
    assert ("metafor/fit.R" in texts) == (kind != "contrasts")
    assert texts["jags/model.jags"].startswith("model {")
    assert texts["jags/model.jags"].count("{") == texts["jags/model.jags"].count("}")
    assert ("dbin" in texts["jags/model.jags"]) == (kind == "events")
