"""Arms that cannot have a number: what stays of their studies, and what the pre-flight says of their treatments."""

from __future__ import annotations

from math import isclose, sqrt
from pathlib import Path

import polars as pl
import pytest
from records import NEUROTOMY, TRANSFORAMINAL, arm, study

from covariates.reviews import THREE, TWO, TWO_ACTIVE, built, expecting, scored, sure, three_arms, two_arms
from covariates.reviews import whole_studies_left_out as whole
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.preflight.losing import about_treatments

UNASKED = expecting({("s", "rf"): sure(3)}, axis="safety")
"""Nothing is asked of the arm tf on this axis."""


def the(master: Master, code: str) -> Finding:
    """Return the one finding of this code."""
    (found,) = [finding for finding in about_treatments(master) if finding.code == code]
    return found


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no arm be open on the axis: what the expectation does not grade is not asked."""
    monkeypatch.setattr("fidelity.covariates.records.Records.word_on", lambda *_: "not_applicable")


@pytest.mark.usefixtures("asked")
def test_an_arm_of_which_nothing_is_asked_goes_and_its_study_stays(tmp_path: Path) -> None:
    master = built(tmp_path, scored(three_arms("s")), THREE, UNASKED, axis="safety")
    assert master.arms.select("arm", "fid_arm").rows() == [("sham", 0.0), ("rf", 3.0)]
    assert master.studies["fid"].to_list() == [3.0]
    assert master.left_out.select("study", "arm", "reason").rows() == [("s", "tf", "not_applicable")]
    warning = the(master, "not_asked")
    assert warning.severity == "warning"
    assert "1 arm of a study that stays left out" in warning.what
    assert "no arm of TF is left" in warning.what


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("expected", [UNASKED, expecting({}, axis="safety")])
def test_a_study_of_which_too_little_is_asked_is_left_out(tmp_path: Path, expected: object) -> None:
    master = built(tmp_path, scored(TWO_ACTIVE), TWO, expected, axis="safety")
    assert whole(master) == {"s": "not_applicable"}
    assert master.arms.is_empty()
    assert "1 study left out" in the(master, "not_asked").what


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("first", ["tf", "rf"])
def test_contrasts_stay_right_when_their_baseline_goes(tmp_path: Path, first: str) -> None:
    """Means of 1, 3 and 7 with variances of 1, 4 and 9: whichever is the baseline, 7 - 3 has a variance of 13."""
    means = {"tf": (1.0, 1.0), "rf": (7.0, 9.0), "sham": (3.0, 4.0)}
    own, spread = means[first]
    rows = [f"s,{first},{first.upper()},,{sqrt(spread)}"] + [
        f"s,{name},{name.upper()},{mean - own},{sqrt(variance + spread)}"
        for name, (mean, variance) in means.items()
        if name != first
    ]
    text = "study,arm,treatment,effect,se\n" + "\n".join(rows)
    master = built(tmp_path, scored(three_arms("s")), text, UNASKED, axis="safety")
    assert master.arms["arm"].to_list() == ["sham", "rf"]
    assert master.arms["effect"].to_list() == [None, pytest.approx(4.0)]
    assert isclose(master.arms["se"][1], sqrt(13))


def test_an_open_arm_on_an_axis_still_costs_its_study(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fidelity.covariates.records.Records.word_on", lambda *_: "undetermined")
    master = built(tmp_path, scored(three_arms("s")), THREE, UNASKED, axis="safety")
    assert whole(master) == {"s": "gap"}


def test_a_treatment_that_is_control_and_active_is_named_with_what_it_costs(tmp_path: Path) -> None:
    """One record with the role active, and every trial with that control is gone."""
    odd = study("odd", arm("rf", NEUROTOMY), arm("tf", TRANSFORAMINAL))
    names = ["a", "b", "c"]
    rows = "\n".join(f"{name},rf,RF,9,1\n{name},sham,Care,9,2" for name in names)
    text = f"study,arm,treatment,n,events\n{rows}\nodd,rf,RF,9,1\nodd,tf,Care,9,2"
    master = built(tmp_path, scored(*map(two_arms, names), odd), text)
    assert whole(master) == dict.fromkeys(names, "control_and_active")
    assert "active in odd" in master.left_out["note"][0]
    warning = the(master, "control_and_active")
    assert warning.severity == "warning"
    assert warning.what.startswith("Care is control or sham in some studies")
    assert "3 studies are left out" in warning.what
    assert "column class" in warning.remedy
    assert warning.studies == tuple(names)


def test_a_gap_beside_it_is_said_to_be_a_gap(tmp_path: Path) -> None:
    physio = {"region": "lumbar", "modality": "physiotherapy"}
    both = study("s", arm("rf", NEUROTOMY), arm("pt", physio, "comparator"), arm("care", physio, "control"))
    odd = study("odd", arm("rf", NEUROTOMY), arm("tf", TRANSFORAMINAL))
    text = "study,arm,treatment,n,events\ns,rf,RF,9,1\ns,pt,PT,9,1\ns,care,Care,9,2\nodd,rf,RF,9,1\nodd,tf,Care,9,2"
    master = built(tmp_path, scored(both, odd), text)
    assert whole(master)["s"] == "gap"
    assert master.left_out.filter(pl.col("study") == "s")["treatment"].to_list() == ["PT"]


def test_where_every_treatment_is_of_one_role_nothing_is_said(tmp_path: Path) -> None:
    assert not about_treatments(built(tmp_path, scored(three_arms("s")), THREE))


def test_a_study_without_the_treatment_of_interest_is_said_not_to_be_in_the_network(tmp_path: Path) -> None:
    rows = "v,rf,RF,9,1,,\nv,sham,Sham,9,1,,"
    master = built(tmp_path, scored(three_arms("s"), two_arms("v")), f"{THREE}\n{rows}", rule="interest", interest="TF")
    assert set(master.arms["study"]) == {"s"}
    assert "not in the network" in master.left_out.filter(pl.col("study") == "v")["note"][0]
