"""What the JAGS model is given says the same as the master, and differences of arms keep their covariance."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import polars as pl
import pytest
from networks.generate import Plan, Review, make
from networks.masters import known, master_of

import fidelity
from fidelity.covariates.master import ARM_COLUMNS, Master
from fidelity.covariates.models import jags_tables
from fidelity.write.pack.scripts import jags_texts


@pytest.fixture(scope="module")
def review() -> Review:
    return make(Plan(), 5, fidelity.load_library())


def _wide(review: Review) -> Master:
    """Return the master of a review in which every other arm is as likely of its grade as of the next."""
    random = Random(1)
    probabilities = {name: list(pmf) for name, pmf in known(review).items()}
    for pmf in probabilities.values():
        if random.random() < 0.5:
            at = pmf.index(1.0)
            pmf[at] = pmf[at - 1 if at else 1] = 0.5
    return master_of(review, probabilities)


def test_every_arm_finds_the_probabilities_of_its_study_and_of_itself(review: Review) -> None:
    master = _wide(review)
    arms, pmf = (table.frame for table in jags_tables(master))
    rows = {row["unit"]: row for row in pmf.iter_rows(named=True)}
    of_studies = {
        row["study"]: [row[f"p{grade}"] for grade in range(4)] for row in master.studies.iter_rows(named=True)
    }
    for row, arm in zip(arms.iter_rows(named=True), master.arms.iter_rows(named=True), strict=True):
        assert (row["study"], row["treat"], row["active"]) == (arm["study"], arm["treat"], arm["active"])
        if not arm["active"]:
            assert (row["by_study"], row["by_arm"]) == (0, 0)
            continue
        by_study, by_arm = rows[row["by_study"]], rows[row["by_arm"]]
        assert [by_study[f"p{grade}"] for grade in range(4)] == of_studies[row["study"]]
        assert [by_arm[f"p{grade}"] for grade in range(4)] == [arm[f"pa{grade}"] for grade in range(4)]
        assert (by_study["of"], by_arm["of"]) == ("study", "arm")


def test_studies_and_treatments_are_numbered_without_a_gap_and_the_reference_is_the_first(review: Review) -> None:
    master = _wide(review)
    arms = jags_tables(master)[0].frame
    assert arms["s"].unique(maintain_order=True).to_list() == list(range(1, master.studies.height + 1))
    assert set(arms["t"]) == set(range(1, master.treatments.height + 1))
    assert set(arms.filter(pl.col("treat") == master.reference)["t"]) == {1}


def test_a_study_without_one_grade_has_its_arms_only(review: Review) -> None:
    master = _wide(review)
    without = replace(master, rule="difference", studies=master.studies.clear())
    arms, pmf = (table.frame for table in jags_tables(without))
    assert set(pmf["of"]) == {"arm"}
    assert arms["by_study"].to_list() == [0] * arms.height
    assert arms.filter(pl.col("active") == 1)["by_arm"].min() == 1
    for table in jags_tables(without):
        assert all(" arm" in line.split("#")[0] for line in table.guide.call.splitlines())


def test_the_grade_of_the_arm_of_interest_stands_on_that_arm_alone(review: Review) -> None:
    master = replace(_wide(review), rule="interest", interest="caudal")
    arms = jags_tables(master)[0].frame
    assert set(arms.filter(pl.col("by_study") > 0)["treat"]) == {"caudal"}
    assert 0 not in arms.filter(pl.col("treat") == "caudal")["by_study"]
    assert 0 not in arms.filter(pl.col("active") == 1)["by_arm"]


def test_contrasts_of_one_study_share_the_variance_of_its_baseline(review: Review) -> None:
    rows = [("two", "sham", None, None), ("two", "neurotomy", 0.5, 0.2)]
    rows += [("three", "sham", None, 0.1), ("three", "neurotomy", 0.7, 0.2), ("three", "caudal", 0.2, 0.3)]
    arms = pl.DataFrame(
        [
            dict.fromkeys(ARM_COLUMNS)
            | {"study": study, "treat": treat, "effect": effect, "se": se, "active": int(treat != "sham")}
            | ({} if treat == "sham" else {"pa0": 1.0, "pa1": 0.0, "pa2": 0.0, "pa3": 0.0})
            for study, treat, effect, se in rows
        ],
        schema=ARM_COLUMNS,
    )
    master = replace(_wide(review), kind="contrasts", arms=arms)
    got = {(row["study"], row["treat"]): row for row in jags_tables(master)[0].frame.iter_rows(named=True)}

    def variance(study: str, one: str, other: str) -> float:
        v = got[study, one]["v"] + got[study, other]["v"]
        assert isinstance(v, float)
        return v

    assert variance("two", "sham", "neurotomy") == pytest.approx(0.2**2)
    assert variance("three", "sham", "neurotomy") == pytest.approx(0.2**2)
    assert variance("three", "sham", "caudal") == pytest.approx(0.3**2)
    # The covariance of two differences from one arm is the variance of that arm.
    assert got["three", "sham"]["v"] == pytest.approx(0.1**2)
    assert got["three", "caudal"]["y"] - got["three", "sham"]["y"] == pytest.approx(0.2)


def test_scripts_name_the_reference_and_contrasts_have_no_arms_for_metafor(review: Review) -> None:
    master = _wide(review)
    assert 'reference <- "sham"' in jags_texts(master)["metafor/fit.R"].splitlines()
    assert "metafor/fit.R" not in jags_texts(replace(master, kind="contrasts"))
    assert "dbin" in jags_texts(replace(master, kind="events"))["jags/model.jags"]
    assert "dbin" not in jags_texts(master)["jags/model.jags"]
