"""The pre-flight names studies whose log odds are corrected, and packages that regress on what has no grade."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl
import pytest

from covariates.preflight.networks import VARIED, Trial, codes, looked, network
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import LEFT_OUT_COLUMNS, Master
from fidelity.covariates.preflight import Preflight
from fidelity.scoring.result import Scores

# Counts


def counted(events: Sequence[int], trials: Sequence[Trial] = VARIED) -> Master:
    """The network of some trials of 50 patients an arm, with these events arm by arm."""
    made = network(trials)
    return replace(made, arms=made.arms.with_columns(events=pl.Series(events)))


def of(found: Preflight, code: str) -> tuple[Finding, ...]:
    return tuple(one for one in found.findings if one.code == code)


def test_a_study_with_an_empty_or_a_full_arm_is_named_as_corrected(scores: Scores) -> None:
    (one,) = of(looked(counted([0, 9, 9, 9, 9, 50, 9, 9]), scores), "corrected_counts")
    assert one.severity == "note"
    assert one.studies == ("S01", "S03")
    assert "S01, S03" in one.what


@pytest.mark.parametrize(
    ("events", "alike"),
    [([0, 0], True), ([50, 50], True), ([0, 50], False), ([0, 9], False), ([9, 50], False)],
)
def test_a_study_in_which_every_arm_is_empty_or_every_arm_full_is_named_apart(
    events: list[int], alike: bool, scores: Scores
) -> None:
    found = looked(counted([*events, 9, 9, 9, 9, 9, 9]), scores)
    assert [one.studies for one in of(found, "alike_counts")] == ([("S01",)] if alike else [])
    assert [one.studies for one in of(found, "corrected_counts")] == [("S01",)]


def test_counts_with_odds_and_outcomes_that_are_no_counts_are_not_spoken_of(scores: Scores) -> None:
    sound = looked(counted([9, 9, 9, 9, 9, 9, 9, 9]), scores)
    means = looked(replace(counted([0] * 8), kind="means"), scores)
    for found in (sound, means):
        assert not {"corrected_counts", "alike_counts"} & codes(found, "note")


# Several treatments that are never graded

BOTH = [*VARIED, *(Trial(("AAA", "SHAM"), fid) for fid in (0, 3))]


def pointed(master: Master, scores: Scores, *paths: str) -> str:
    """What is said of treatments that are never graded; nothing where nothing is."""
    said = [one.what for one in of(looked(master, scores, *paths), "several_references")]
    assert len(said) <= 1
    return "".join(said)


def test_packages_that_give_the_second_control_a_slope_are_named_and_no_others(scores: Scores) -> None:
    master = network(BOTH, references=("PLA", "SHAM"))
    said = pointed(master, scores, "bnma/covariate.csv", "metafor/arms.csv", "gemtc/studies.csv")
    assert said.startswith("sham has no grade, and no class in bnma:")
    assert "metafor" not in said
    assert "gemtc" not in said
    assert pointed(master, scores, "metafor/arms.csv", "multinma/arms.csv") == ""


def test_studies_are_counted_by_what_each_kind_of_package_uses(scores: Scores) -> None:
    """Without classes a shared slope cancels in the two trials against sham, which inform it with classes."""
    said = pointed(network(BOTH, references=("PLA", "SHAM")), scores)
    assert "rests on 4 studies there, and on 6 with classes" in said


def test_a_sham_is_pointed_at_where_an_active_treatment_is_the_reference(scores: Scores) -> None:
    master = network(BOTH, references=("PLA", "SHAM"))
    assert pointed(replace(master, reference="AAA"), scores).startswith("pla, sham have no grade")


# What is left out


def test_an_arm_that_is_left_out_and_a_number_that_is_lost_are_not_counted_as_studies(scores: Scores) -> None:
    rows = [("brown", "tf", "TF", "incomplete_outcome", ""), ("green", "", "", "not_two_arms", "")]
    lost = pl.DataFrame(rows, schema=LEFT_OUT_COLUMNS, orient="row")
    said = [one.what for one in of(looked(network(VARIED, left_out=lost), scores), "left_out")]
    assert any(what.startswith("1 arm of a study that stays left out (incomplete_outcome)") for what in said)
    assert any(what.startswith("1 study in the network without a number (not_two_arms)") for what in said)
