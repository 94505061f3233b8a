"""The pre-flight says what can be fitted, and refuses what would be answered by the assumption or the prior alone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from covariates.preflight.networks import FID, VARIED, Trial, codes, file, looked, network
from covariates.projections.masters import differences, made, of_interest
from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Covariate
from fidelity.covariates.preflight import as_json, as_text, look
from fidelity.covariates.projections import project
from fidelity.scoring.result import Scores

# Variation


def test_a_network_whose_grades_vary_is_let_through(scores: Scores) -> None:
    found = looked(network(VARIED), scores)
    assert found.usable
    assert found.refused == frozenset()
    assert as_text(found).splitlines()[5] == "Can be fitted"


@pytest.mark.parametrize(
    ("trials", "why"),
    [
        ([Trial(("PLA", "AAA"), 2)] * 3, "all 3 studies have 2"),
        ([Trial(("PLA", "AAA"), fid, (0, 3)) for fid in (1.2, 1.4)], "every range is the whole scale"),
        ([Trial(("PLA", "AAA"), fid, (1, 2)) for fid in (1.2, 1.4)], "every range is limited to adequate"),
        ([Trial(("PLA", "AAA"), 0), Trial(("PLA", "AAA"), 1.4, (0, 3))], "1 of 2 studies have poor"),
    ],
)
def test_a_grade_that_does_not_vary_but_by_the_assumption_is_refused_with_the_reason(
    trials: list[Trial], why: str, scores: Scores
) -> None:
    found = looked(network(trials), scores)
    assert found.refused == {"netmeta/pairwise.csv", "bugsnet/arms.csv"}
    assert not found.usable
    refusals = [one for one in found.findings if one.severity == "refused" and one.code == "does_not_vary"]
    assert refusals
    assert all(why in one.what for one in refusals)
    text = as_text(found)
    assert "Nothing can be fitted" in text
    assert why in text


def test_ranges_that_share_a_value_are_refused_and_ranges_apart_are_fitted(scores: Scores) -> None:
    found = looked(network([Trial(("PLA", "AAA"), 0.5, (0, 1)), Trial(("PLA", "AAA"), 2, (1, 3))]), scores)
    assert "rests_on_assumption" in codes(found, "refused")
    assert not found.usable
    apart = looked(network([Trial(("PLA", "AAA"), 0.5, (0, 1)), Trial(("PLA", "AAA"), 2.5, (2, 3))]), scores)
    assert apart.usable


def test_differences_with_an_arm_of_which_nothing_is_known_say_nothing(scores: Scores) -> None:
    title = (
        "grade in the second arm less that in the first, an arm of a reference treatment coded 0, by the delivery of it"
    )
    difference = Covariate("fid", title, "grade", -3, 3, "high")
    silent = [
        Trial(("PLA", "AAA"), 1.2, (0, 3)),
        Trial(("AAA", "BBB"), -0.3, (-3, 3)),
        Trial(("PLA", "AAA"), 1.4, (0, 3)),
    ]
    of = network(silent, rule="difference", covariates=(difference,))
    assert "metafor/arms.csv" in looked(of, scores, "metafor/arms.csv").refused
    known = network([*silent, *VARIED], rule="difference", covariates=(difference,))
    found = look(known, [], scores)
    assert next(verdict for verdict in found.verdicts if verdict.covariate.name == "fid").fits
    assert max(map(len, as_text(found).splitlines())) <= 98


def test_the_grade_of_the_arm_is_not_offered_where_no_arm_is_known(scores: Scores) -> None:
    own = [{"AAA": 1.0, "BBB": 2.0}, {"AAA": 2.0, "BBB": 1.0}, {"AAA": 1.0, "BBB": 1.0}]
    silent = network([Trial(("AAA", "BBB"), 1, (0, 3), own=grades) for grades in own], references=("AAA",))
    known = network(
        [Trial(("AAA", "BBB"), number, own=grades) for number, grades in enumerate(own)], references=("AAA",)
    )
    for of, fits in ((silent, False), (known, True)):
        (verdict,) = [one for one in looked(of, scores).verdicts if one.covariate.name == "fid_arm"]
        assert verdict.fits is fits


def test_one_covariate_that_varies_keeps_the_file_and_the_other_is_named(scores: Scores) -> None:
    of = network(VARIED)
    flat = Covariate("dose", "concern in dose", "domains", 0, 3, "low")
    same = of.studies.with_columns(dose=1.0, dose_lo=1, dose_hi=1)
    both = replace(of, covariates=(FID, flat), studies=same)
    table = file(both, "bugsnet/arms.csv")
    wide = replace(table, frame=table.frame.with_columns(dose=1.0), covariates=("fid", "dose"))
    found = look(both, [wide], scores)
    assert found.usable
    assert [one.covariate for one in found.findings if one.code == "does_not_vary"] == ["dose"]


def test_files_that_nobody_regresses_on_stay_although_nothing_varies(scores: Scores) -> None:
    of = network([Trial(("PLA", "AAA"), 2)] * 2)
    root = Table("arms_long.csv", of.arms, Guide("pack", "", "", ""), ("fid_arm",), missing="")
    assert look(of, [root, file(of)], scores).refused == {"netmeta/pairwise.csv"}


def test_a_file_that_is_read_together_with_a_refused_one_is_refused(scores: Scores) -> None:
    of = network([Trial(("PLA", "AAA"), 2)] * 2)
    call = 'mtc.network(read.csv("gemtc/data.csv"), studies = read.csv("gemtc/studies.csv"))'
    guide = Guide("gemtc", call, "", "")
    arms = of.arms.select("study", treatment="treat", responders="events", sampleSize="n")
    tables = [
        Table("gemtc/data.csv", arms, guide),
        Table("gemtc/studies.csv", of.studies.select("study", "fid"), guide, ("fid",)),
    ]
    assert look(of, tables, scores).refused == {"gemtc/data.csv", "gemtc/studies.csv"}
    varied = network(VARIED[1:3])
    sound = [replace(tables[1], frame=varied.studies.select("study", "fid")), tables[0]]
    assert look(varied, sound, scores).usable


def test_a_grade_that_varies_between_comparisons_only_identifies_no_slope_and_is_refused(scores: Scores) -> None:
    found = looked(network([Trial(("PLA", "AAA"), 1), Trial(("PLA", "BBB"), 3)]), scores)
    assert found.refused == {"netmeta/pairwise.csv", "bugsnet/arms.csv"}
    assert codes(found, "refused") == {"nothing_identified"}


# References


def test_a_grade_that_is_constant_with_the_reference_fits_at_another_which_is_named(scores: Scores) -> None:
    of = network(
        [Trial(("PLA", "AAA"), 2), Trial(("AAA", "BBB"), 1), Trial(("AAA", "BBB"), 3), Trial(("PLA", "BBB"), 2)]
    )
    found = looked(of, scores)
    remedies = {one.remedy for one in found.findings if one.code == "nothing_identified" and one.covariate == "fid"}
    assert remedies == {"choose another reference (--reference): AAA or BBB"}
    assert looked(replace(of, reference="AAA"), scores).usable


def test_netmetareg_stops_at_a_reference_where_packages_with_classes_fit(scores: Scores) -> None:
    trials = [Trial(("PLA", "AAA"), 2), Trial(("SHAM", "AAA"), 1), Trial(("SHAM", "AAA"), 3)]
    found = looked(network(trials, references=("PLA", "SHAM")), scores)
    assert found.refused == {"netmeta/pairwise.csv"}
    (refusal,) = [one for one in found.findings if one.severity == "refused"]
    assert refusal.code == "netmetareg_stops"
    assert refusal.remedy == "choose another reference (--reference): AAA or SHAM"
    assert looked(network(trials, references=("SHAM", "PLA")), scores).usable


def test_several_treatments_that_are_never_graded_are_pointed_at(scores: Scores) -> None:
    of = network([*VARIED, Trial(("PLA", "SHAM"), 1)], references=("PLA", "SHAM"))
    (one,) = [one for one in looked(of, scores).findings if one.code == "several_references"]
    assert one.what.startswith("sham has no grade")
    assert "several_references" not in codes(looked(network(VARIED), scores), "warning")


def test_fewer_than_ten_studies_for_a_slope_is_said(scores: Scores) -> None:
    assert "few_studies" in codes(looked(network(VARIED), scores), "warning")
    many = network([Trial(("PLA", "AAA"), number % 4) for number in range(10)])
    assert "few_studies" not in codes(looked(many, scores), "warning")


# Told


@pytest.mark.parametrize("rule", [made, differences, of_interest])
@pytest.mark.parametrize("kind", ["events", "means", "contrasts"])
def test_the_text_fits_a_terminal_and_json_holds_every_row(kind: Any, rule: Any, scores: Scores) -> None:
    of = rule(kind)
    found = look(of, project(of), scores)
    assert found.usable, [str(one) for one in found.findings if one.severity == "refused"]
    lines = as_text(found).splitlines()
    assert max(map(len, lines)) <= 98
    assert lines[0] == "Pre-flight of delivery"
    assert "Can be fitted" in lines[:6]
    told = json.loads(json.dumps(as_json(found), allow_nan=False))
    assert told["usable"] is True
    assert len(told["findings"]) == len(found.findings)
    assert len(told["comparisons"]) == found.comparisons.height
    again = look(of, project(of), scores)
    assert as_text(again) == as_text(found)
    assert as_json(again) == as_json(found)


def test_a_master_without_studies_is_looked_at_without_a_crash(scores: Scores) -> None:
    of = network(VARIED)
    bare = replace(of, arms=of.arms.clear(), studies=of.studies.clear())
    assert "Nothing can be fitted" in as_text(look(bare, [], scores))
