"""Packs under each rule by which arms become a study: their scripts run in R and find what was planted in the arms."""

from __future__ import annotations

import pytest
from networks.generate import Plan, make, rules_of
from networks.packs import master_of_package, scored, write_for_r

import fidelity
from fidelity.covariates.build import Choices
from fidelity.expecting import expect
from fidelity.read.assumptions import load_assumption
from r.running import Row, needs_r, table_from

pytestmark = needs_r

Fits = dict[tuple[str, str], list[Row]]

PLANS = {
    "difference": (Plan(slope=0.6, of="arm"), Choices(reference="Sham", rule="difference")),
    "interest": (
        Plan(slopes={"neurotomy": 0.0, "transforaminal": 0.0, "caudal": -0.5}, of="arm"),
        Choices(reference="Sham", rule="interest", interest="Caudal steroid"),
    ),
}


@pytest.fixture(scope="module")
def fits(tmp_path_factory: pytest.TempPathFactory) -> Fits:
    """Slopes that the scripts of the packs find, by pack and fit; JAGS as it runs without being told a level."""
    folder, library = tmp_path_factory.mktemp("packs"), rules_of(fidelity.load_library())
    assumption = load_assumption(None, library)
    for name, (plan, choices) in PLANS.items():
        review = make(plan, 11, library)
        scores = scored(review, library)
        write_for_r(master_of_package(review, scores, expect(scores, assumption), choices), folder / name)
    asked = [f"{name}:default:common" for name in PLANS]
    found: Fits = {}
    for row in table_from("slopes.R", folder / "slopes.csv", folder, *asked):
        found.setdefault((row["pack"], row["fit"]), []).append(row)
    return found


@pytest.mark.parametrize(
    ("pack", "fit", "planted"),
    [("difference", "common", 0.6), ("difference", "arm", 0.6), ("difference", "jags", 0.6),
     ("interest", "common", -0.5), ("interest", "jags", -0.5)],
)  # fmt: skip
def test_the_slope_of_the_arms_is_found_on_the_arms_that_the_rule_takes(
    fits: Fits, pack: str, fit: str, planted: float
) -> None:
    (row,) = fits[pack, fit]
    assert float(row["low"]) < planted < float(row["high"])
    assert float(row["estimate"]) == pytest.approx(planted, abs=0.15)


def test_slopes_of_each_treatment_under_differences_are_of_the_grades_of_the_arms(fits: Fits) -> None:
    rows = fits["difference", "independent"]
    assert len(rows) == 3
    for row in rows:
        assert float(row["estimate"]) == pytest.approx(0.6, abs=0.2)


def test_the_slope_of_the_arm_of_interest_is_the_same_by_jags_and_metafor(fits: Fits) -> None:
    (by_metafor,), (by_jags,) = fits["interest", "common"], fits["interest", "jags"]
    assert float(by_jags["estimate"]) == pytest.approx(float(by_metafor["estimate"]), abs=0.03)
