"""What stopped a reviewer who read the pre-flight: slopes of the assumption, missing names, empty sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import polars as pl
import pytest

from covariates.preflight.networks import FID, VARIED, Trial, codes, looked, network
from fidelity.covariates.fitting import fits
from fidelity.covariates.master import LEFT_OUT_COLUMNS, Covariate, Master
from fidelity.covariates.preflight import as_text
from fidelity.covariates.preflight.confounding import confounding, kendall
from fidelity.scoring.result import Scores

Entry = tuple[str, str, str, str, str]


def told(master: Master, scores: Scores) -> str:
    """The text, each run of blanks made one, so that a sentence is found where lines break in it."""
    return " ".join(as_text(looked(master, scores)).split())


def without(entries: Sequence[Entry], *, empty: bool = False) -> Master:
    """A network that leaves out some studies, or all of them."""
    made = network(VARIED, left_out=pl.DataFrame(entries, schema=LEFT_OUT_COLUMNS, orient="row"))
    return replace(made, arms=made.arms.clear(), studies=made.studies.clear()) if empty else made


# One value fits all studies


def test_numbers_that_differ_though_one_value_fits_all_studies_are_refused(scores: Scores) -> None:
    """No two studies have one range, and each range says something; yet all three could be adequate."""
    trials = [Trial(("PLA", "AAA"), 0.6, (0, 2)), Trial(("PLA", "AAA"), 2.4, (2, 3)), Trial(("PLA", "AAA"), 2)]
    found = looked(network(trials), scores)
    assert found.refused == {"netmeta/pairwise.csv", "bugsnet/arms.csv"}
    assert codes(found, "refused") == {"rests_on_assumption"}
    text = told(network(trials), scores)
    assert "Nothing can be fitted" in text
    assert "one value fits all studies (adequate): without the assumption nothing varies" in text
    assert not fits(network(trials), FID), "calls in guides go by the same verdict"


@pytest.mark.parametrize("ends", [(0, 1), (3, 3)])
def test_one_study_that_cannot_have_the_value_of_the_others_lets_the_grade_through(
    ends: tuple[int, int], scores: Scores
) -> None:
    trials = [Trial(("PLA", "AAA"), 2), Trial(("PLA", "AAA"), 1.6, (1, 2)), Trial(("PLA", "AAA"), sum(ends) / 2, ends)]
    assert looked(network(trials), scores).usable


def test_whether_the_threshold_is_reached_may_rest_on_the_assumption_where_the_grade_does_not(scores: Scores) -> None:
    """Poor, limited and limited-or-better cannot be one grade, and can all be below adequate."""
    trials = [Trial(("PLA", "AAA"), 0), Trial(("PLA", "AAA"), 1), Trial(("PLA", "AAA"), 1.9, (1, 3))]
    reached = Covariate("fid_bin", "probability that delivery is adequate or better", "grade", 0, 1, "high")
    made = network(trials, covariates=(FID, reached))
    found = looked(replace(made, studies=made.studies.with_columns(fid_bin=pl.Series([0.0, 0.0, 0.6]))), scores)
    fitted = {verdict.covariate.name: verdict.fits for verdict in found.verdicts}
    assert (fitted["fid"], fitted["fid_bin"]) == (True, False)


# The rank correlation


def test_the_rank_correlation_is_over_decided_grades_and_not_over_numbers_of_the_assumption(scores: Scores) -> None:
    decided = [(0, 2001), (3, 2002), (1, 2003), (2, 2004), (2, 2005)]
    trials = [Trial(("PLA", "AAA"), fid, year=year) for fid, year in decided]
    rising = [Trial(("PLA", "AAA"), 1 + number / 10, (0, 3), year=2010 + number) for number in range(9)]
    frame = confounding(network([*trials, *rising]))
    row = frame.filter(pl.col("against") == "year", pl.col("grade") == "all").row(0, named=True)
    assert (row["studies"], row["decided"]) == (14, 5)
    assert row["tau_b"] == pytest.approx(kendall([(float(fid), float(year)) for fid, year in decided]))
    assert "over studies whose grade is decided" in told(network([*trials, *rising]), scores)


def test_grades_that_are_all_open_or_decided_in_four_studies_have_no_rank_correlation(scores: Scores) -> None:
    silent = [Trial(("PLA", "AAA"), number / 3, (0, 3), year=2000 + number) for number in range(9)]
    four = [Trial(("PLA", "AAA"), number, year=2000 + number) for number in range(4)]
    for trials in (silent, [*silent, *four]):
        assert confounding(network(trials))["tau_b"].null_count() == confounding(network(trials)).height
        assert "goes_with_grade" not in codes(looked(network(trials), scores), "warning")


# What is left out, by name


def test_studies_that_are_left_out_are_named_with_their_note_but_not_records_without_outcome(scores: Scores) -> None:
    rows: list[Entry] = [
        ("brown", "", "RF", "gap", "rf: no_rule_set"),
        ("green", "", "", "no_outcome", "the outcome file has no row for it"),
        ("white", "tf", "TF", "incomplete_outcome", "its outcome has no n"),
        ("brown", "sham", "Sham", "incomplete_outcome", "its outcome has no events"),
    ]
    text = told(without(rows), scores)
    assert "brown: rf: no_rule_set" in text
    assert "tf of white: its outcome has no n" in text
    assert "sham of brown" not in text, "its study is left out as a whole"
    assert "green" not in text
    assert text.count("left_out.csv names") == 1, "of the records without an outcome alone"


@pytest.mark.parametrize(("count", "more"), [(12, ""), (13, "and 1 more, which left_out.csv names")])
def test_twelve_are_named_and_the_rest_is_counted(count: int, more: str, scores: Scores) -> None:
    text = told(without([(f"trial{n:02d}", "", "RF", "gap", "none covers it") for n in range(count)]), scores)
    assert text.count("none covers it") == 12
    assert ("more, which left_out.csv names" in text) is bool(more)
    assert more in text


# Nothing is left


@pytest.mark.parametrize(
    ("reasons", "said"),
    [
        (["refused"] * 3, "no study is left: all 3 studies with outcomes are left out (refused): a row of the outcome"),
        (["no_record"], "no study is left: the only study with outcomes is left out (no_record): outcomes, and no rec"),
        (["no_outcome"] * 2, "no study is left: no study of the records has a row in the outcome file"),
        (["gap", "refused", "gap", "no_outcome"], "all 3 studies with outcomes are left out: 2 gap, an arm of an acti"),
    ],
)
def test_where_no_study_is_left_the_reason_stands_in_place_of_zeros(
    reasons: list[str], said: str, scores: Scores
) -> None:
    rows: list[Entry] = [(f"trial{n}", "", "", reason, "a note") for n, reason in enumerate(reasons)]
    text = told(without(rows, empty=True), scores)
    assert said in text
    assert "0 studies" not in text
    assert "Nothing can be fitted" in text


# Slopes that cancel


def test_a_slope_of_fewer_studies_than_there_are_says_why(scores: Scores) -> None:
    between = [Trial(("AAA", "BBB"), fid) for fid in (0, 3)]
    text = told(network([*VARIED, *between]), scores)
    assert "one slope for all (4 of 6 studies: in the others every arm shares it, so that it cancels)" in text
    assert "a slope for each of AAA (6)" in text
    assert "one slope for all (4 studies)" in told(network(VARIED), scores)
