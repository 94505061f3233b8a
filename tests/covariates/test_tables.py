"""A table is the same each time, quick, and narrower where studies lack a covariate."""

from __future__ import annotations

from pathlib import Path
from random import Random
from time import process_time

from covariates.reviews import (
    THREE,
    built,
    expecting,
    scored,
    sure,
    three_arms,
    two_arms,
    whole_studies_left_out,
)
from fidelity.covariates.master import Master
from fidelity.covariates.wide import limited


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


def test_two_hundred_studies_take_no_more_than_a_moment(tmp_path: Path) -> None:
    names = [f"s{at}" for at in range(200)]
    draw = Random(1)
    rows = "\n".join(f"{name},rf,RF,50,{draw.randint(1, 40)}\n{name},sham,Sham,50,9" for name in names)
    scores = scored(*map(two_arms, names))
    start = process_time()
    master = built(tmp_path, scores, f"study,arm,treatment,n,events\n{rows}")
    assert master.studies.height == 200
    assert process_time() - start < 3
