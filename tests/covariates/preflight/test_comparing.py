"""The pre-flight shows comparisons, what joins the network, what goes with the grade, and what is in no file."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from covariates.preflight.networks import VARIED, Trial, codes, looked, network
from fidelity.covariates.master import LEFT_OUT_COLUMNS
from fidelity.covariates.preflight.comparing import comparisons
from fidelity.covariates.preflight.confounding import confounding, kendall
from fidelity.covariates.preflight.connecting import connectivity
from fidelity.scoring.result import Scores

# Comparisons and connection


def test_a_comparison_shows_what_there_is_to_regress_on() -> None:
    of = network(
        [
            Trial(("PLA", "AAA"), 1), Trial(("PLA", "AAA"), 2.5, (2, 3)), Trial(("PLA", "AAA"), None),
            Trial(("PLA", "AAA", "BBB"), 1),
        ]
    )  # fmt: skip
    rows = {(row["treat1"], row["treat2"]): row for row in comparisons(of).iter_rows(named=True)}
    assert set(rows) == {("PLA", "AAA"), ("PLA", "BBB"), ("AAA", "BBB")}
    row = rows["PLA", "AAA"]
    assert [row[name] for name in ("studies", "values", "lowest", "median", "highest", "open", "missing")] == [
        4, 2, 1, 1, 2.5, 1, 1,
    ]  # fmt: skip


def test_leaving_out_low_grades_names_the_treatments_that_are_lost_and_those_cut_off() -> None:
    of = network(
        [
            Trial(("PLA", "AAA"), 3), Trial(("AAA", "BBB"), 1.5, (0, 3)), Trial(("BBB", "CCC"), 2),
            Trial(("PLA", "DDD"), 0), Trial(("PLA", "AAA"), 1),
        ]
    )  # fmt: skip
    rows = {(row["at_least"], row["by"]): row for row in connectivity(of).iter_rows(named=True)}
    assert rows["any", ""]["connected"]
    by_lowest, by_expected = rows["limited", "lowest"], rows["limited", "expected"]
    assert (by_lowest["studies"], by_lowest["lost"], by_lowest["apart"]) == (3, "ddd", "bbb; ccc")
    assert (by_expected["connected"], by_expected["lost"], by_expected["apart"]) == (True, "ddd", "")
    assert (rows["full", "lowest"]["studies"], rows["full", "lowest"]["lost"]) == (1, "bbb; ccc; ddd")
    assert (rows["any", "decided"]["studies"], rows["any", "decided"]["apart"]) == (4, "bbb; ccc")


def test_a_network_in_parts_is_said(scores: Scores) -> None:
    of = network([*VARIED, Trial(("BBB", "CCC"), 1), Trial(("BBB", "CCC"), 2)])
    (one,) = [one for one in looked(of, scores).findings if one.code == "not_connected"]
    assert "bbb; ccc" in one.what


# Confounding


@pytest.mark.parametrize(
    ("one", "other", "tau"),
    [  # R 4.2: cor(x, y, method = "kendall")
        ((0, 1, 1, 2, 3, 3, 0), (2001, 2005, 2003, 2003, 2010, 1999, 2001), 0.270369),
        ((2, 0, 3, 1, 1.5), (1, 3, 2, 1, 2), -0.2236068),
        ((1, 2, 3, 4, 5), (-1, -2, -3, -4, -5), -1.0),
        ((1, 2, 3), (5, 5, 5), None),
    ],
)
def test_the_rank_correlation_is_that_of_r(one: tuple[float, ...], other: tuple[float, ...], tau: float | None) -> None:
    found = kendall(list(zip(one, other, strict=True)))
    assert found == (None if tau is None else pytest.approx(tau, abs=1e-6))


def test_grade_stands_against_year_risk_of_bias_and_size(scores: Scores) -> None:
    trials = [Trial(("PLA", "AAA"), fid, year=2000 + 5 * fid, rob=1 + fid % 3, n=100) for fid in (0, 1, 2, 3)]
    of = network([*trials, Trial(("PLA", "AAA"), 1.5, (1, 2), year=None, rob=1, n=100)])
    frame = confounding(of)
    everyone = {row["against"]: row for row in frame.filter(pl.col("grade") == "all").iter_rows(named=True)}
    assert (everyone["year"]["studies"], everyone["year"]["missing"]) == (4, 1)
    assert everyone["year"]["tau_b"] is None, "four studies are too few"
    assert everyone["n"]["tau_b"] is None, "size does not vary"
    assert [everyone["rob"][name] for name in ("rob_low", "rob_some", "rob_high")] == [3, 1, 1]
    open_ = frame.filter(pl.col("grade") == "open", pl.col("against") == "rob").row(0, named=True)
    assert (open_["studies"], open_["rob_low"]) == (1, 1)
    rising = network([Trial(("PLA", "AAA"), number % 4, year=2000 + number % 4) for number in range(8)])
    (one,) = [one for one in looked(rising, scores).findings if one.code == "goes_with_grade"]
    assert "year rises with the grade (Kendall's tau 1.00 over 8 studies whose grade is decided)" in one.what


def test_unknown_risk_of_bias_is_said_with_the_remedy(scores: Scores) -> None:
    (one,) = [one for one in looked(network(VARIED), scores).findings if one.code == "unknown_rob"]
    assert "4 of 4 studies" in one.what
    assert "column rob" in one.remedy


# What is in no file


def test_what_is_left_out_is_counted_by_reason_and_what_is_lost_is_a_fault(scores: Scores) -> None:
    entries = [("brown", None, "RF", "gap", "no rule set"), ("green", None, None, "no_outcome", "")]
    left = pl.DataFrame(entries, schema=LEFT_OUT_COLUMNS, orient="row")
    found = looked(network(VARIED, left_out=left), scores)
    counted = {one.studies: one.what for one in found.findings if one.code == "left_out"}
    assert set(counted) == {("brown",), ("green",)}
    assert "no grade" in counted["brown",]
    assert "unaccounted" not in codes(found, "warning")
    renamed = network(VARIED)
    other = replace(renamed, studies=renamed.studies.with_columns(record=pl.lit("other")))
    (one,) = [one for one in looked(other, scores).findings if one.code == "unaccounted"]
    assert one.studies == ("s01",)
