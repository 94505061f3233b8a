"""The call of each guide names a covariate that can be fitted, where its file holds one."""

from __future__ import annotations

import re
from dataclasses import replace

import polars as pl
import pytest

from covariates.preflight.networks import FID, Trial, network
from covariates.projections.masters import made
from fidelity.covariates.fitting import fits
from fidelity.covariates.fitting.identifying import identifiable
from fidelity.covariates.fitting.varying import verdicts
from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.projections import project
from fidelity.covariates.projections.rows import led_by
from fidelity.model.outcomes import OutcomeKind

KINDS: list[OutcomeKind] = ["events", "means", "contrasts"]
FITTED = ("netmeta", "metafor", "gemtc", "multinma", "bugsnet", "bnma", "crossnma", "nma", "stata")


def of_one_grade(kind: OutcomeKind = "events") -> Master:
    """Return the five trials with one grade for all: placement varies, fid and fid_gap do not."""
    master = made(kind)
    studies = master.studies.with_columns(
        fid=pl.lit(2.0), fid_gap=pl.lit(1.0), fid_lo=pl.lit(2, pl.Int64), fid_hi=pl.lit(2, pl.Int64)
    )
    return replace(master, studies=studies)


@pytest.mark.parametrize("kind", KINDS)
def test_a_call_does_not_name_a_grade_that_does_not_vary_where_a_domain_does(kind: OutcomeKind) -> None:
    seen = set()
    for table in project(of_one_grade(kind)):
        package = table.path.split("/")[0]
        if package in FITTED and "placement" in table.covariates:
            if (kind, table.path) == ("events", "netmeta/contrasts.csv"):
                continue  # It is for the network without covariates; netmeta/pairwise.csv is for the regression.
            seen.add(package)
            assert re.search(r"\bplacement\b", table.guide.call), table.path
            assert not re.search(r"\bfid\b", table.guide.call), table.path
    assert seen == (set(FITTED) if kind != "contrasts" else {"netmeta", "metafor", "gemtc", "multinma"})


@pytest.mark.parametrize("kind", KINDS)
def test_where_the_grade_can_be_fitted_calls_name_the_grade(kind: OutcomeKind) -> None:
    found = {table.path: table for table in project(made(kind))}
    path = "metafor/contrasts.csv" if kind == "contrasts" else "metafor/arms.csv"
    assert found[path].covariates[0] == "fid"
    assert "active:fid" in found[path].guide.call


def test_where_nothing_can_be_fitted_the_first_covariate_stays() -> None:
    master = of_one_grade()
    master = replace(master, covariates=tuple(c for c in master.covariates if c.name in ("fid", "fid_gap")))
    (table,) = [table for table in project(master) if table.path == "metafor/arms.csv"]
    assert "active:fid" in table.guide.call


def test_the_ready_slopes_of_metafor_are_of_the_covariate_that_its_call_names() -> None:
    (table,) = [table for table in project(of_one_grade()) if table.path == "metafor/arms.csv"]
    rows = table.frame.filter(pl.col("treat") == "RF")
    assert rows["x_RF"].to_list() == rows["placement"].to_list()
    assert "x_<treatment> is placement" in table.guide.more


def test_multinma_predicts_where_the_covariate_of_its_call_is_as_the_standard_asks() -> None:
    (table,) = [table for table in project(of_one_grade()) if table.path == "multinma/arms.csv"]
    assert "newdata = data.frame(placement = 0)" in table.guide.call


def test_netmetareg_is_given_a_covariate_that_varies_over_the_trials_with_the_reference() -> None:
    """The grade varies over trials with the other control only, the dose over those with the reference too."""
    trials = [Trial(("PLA", "AAA"), 2), Trial(("PLA", "AAA"), 2), Trial(("CON", "AAA"), 0), Trial(("CON", "AAA"), 3)]
    master = network([*trials, Trial(("PLA", "CON", "AAA"), 2)], references=("PLA", "CON"))
    dose = Covariate("dose", "dose", "domains", 0, 3, "low")
    studies = master.studies.with_columns(dose=pl.Series([0.0, 2.0, 1.0, 3.0, 1.0])).with_columns(
        pl.col("dose").cast(pl.Int64).alias("dose_lo"), pl.col("dose").cast(pl.Int64).alias("dose_hi"),
        fid_gap=3 - pl.col("fid"), fid_grp=pl.lit("higher"), p0=0.25, p1=0.25, p2=0.25, p3=0.25,
    )  # fmt: skip
    arms = master.arms.with_columns(pa0=0.25, pa1=0.25, pa2=0.25, pa3=0.25)
    master = replace(master, covariates=(FID, dose), studies=studies, arms=arms)
    assert fits(master, FID)
    found = {table.path: table.guide.call for table in project(master)}
    assert "covar = dose" in found["netmeta/pairwise.csv"]
    assert "active:fid" in found["metafor/arms.csv"]


def test_what_fits_is_what_the_pre_flight_says() -> None:
    for master in (made(), of_one_grade(), made("contrasts", rule="difference")):
        said = {verdict.covariate.name: verdict.fits for verdict in verdicts(master, identifiable(master))}
        assert {covariate.name: fits(master, covariate) for covariate in master.covariates} == {
            covariate.name: said[covariate.name] for covariate in master.covariates
        }


def test_a_covariate_that_leads_leaves_the_order_of_the_others() -> None:
    master = made()
    names = [covariate.name for covariate in led_by(master, lambda c: c.name == "placement").covariates]
    assert names == ["placement", "fid", "fid_gap", "dose"]
    assert led_by(master, lambda c: c.name == "dose").covariates == master.covariates
