"""What was planted in synthetic reviews is found again by R in the exported files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from networks.generate import Plan, make, rules_of
from networks.packs import master_of_package, scored, write_for_r

import fidelity
from fidelity.expecting import expect
from fidelity.read.assumptions import load_assumption
from r.running import Row, needs_r, table_from

pytestmark = needs_r

OWN = {"neurotomy": 0.9, "transforaminal": 0.3, "caudal": -0.4}
CODES = {"Neurotomy": "neurotomy", "Transforaminal_steroid": "transforaminal", "Caudal_steroid": "caudal"}

PLANS = {
    "means": Plan(slope=0.6),
    "contrasts": Plan(slope=0.6, kind="contrasts"),
    "events": Plan(slope=0.6, kind="events"),
    "downwards": Plan(slope=-0.5),
    "own": Plan(slopes=OWN),
    "arm": Plan(slope=0.6, of="arm"),
}

JAGS = (
    "means:study:common", "contrasts:study:common", "events:study:common", "downwards:study:common",
    "own:study:independent", "arm:arm:common",
)  # fmt: skip
"""How the JAGS model of each pack is fitted."""

Find = Callable[[str, str], list[Row]]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Packs of reviews without silence, with a known association each."""
    folder = tmp_path_factory.mktemp("packs")
    library = rules_of(fidelity.load_library())
    assumption = load_assumption(None, library)
    for name, plan in PLANS.items():
        review = make(plan, 11, library)
        scores = scored(review, library)
        write_for_r(master_of_package(review, scores, expect(scores, assumption)), folder / name)
    return folder


@pytest.fixture(scope="module")
def fits(packs: Path, tmp_path_factory: pytest.TempPathFactory) -> Find:
    """Slopes that the scripts of the packs find, by pack and fit."""
    rows = table_from("slopes.R", tmp_path_factory.mktemp("fits") / "slopes.csv", packs, *JAGS)

    def found(pack: str, fit: str) -> list[Row]:
        return [row for row in rows if (row["pack"], row["fit"]) == (pack, fit)]

    return found


def _close(row: Row, planted: float) -> None:
    assert float(row["low"]) < planted < float(row["high"])
    assert float(row["estimate"]) == pytest.approx(planted, abs=0.15)


@pytest.mark.parametrize(("pack", "planted"), [("means", 0.6), ("events", 0.6), ("downwards", -0.5)])
@pytest.mark.parametrize("fit", ["common", "jags"])
def test_one_slope_for_all_treatments_is_recovered_whatever_its_sign(
    fits: Find, pack: str, planted: float, fit: str
) -> None:
    (row,) = fits(pack, fit)
    _close(row, planted)


@pytest.mark.parametrize("fit", ["independent", "jags"])
def test_a_slope_for_each_treatment_is_recovered(fits: Find, fit: str) -> None:
    rows = fits("own", fit)
    assert {CODES[row["slope"].removeprefix("x_")] for row in rows} == set(OWN)
    for row in rows:
        _close(row, OWN[CODES[row["slope"].removeprefix("x_")]])


@pytest.mark.parametrize("fit", ["arm", "jags"])
def test_a_slope_on_the_grade_of_each_arm_is_recovered(fits: Find, fit: str) -> None:
    (row,) = fits("arm", fit)
    _close(row, 0.6)


@pytest.mark.parametrize(("pack", "fit"), [("means", "common"), ("arm", "arm")])
def test_jags_and_metafor_agree_where_every_grade_is_known(fits: Find, pack: str, fit: str) -> None:
    (by_metafor,), (by_jags,) = fits(pack, fit), fits(pack, "jags")
    for column in ("estimate", "low", "high"):
        assert float(by_jags[column]) == pytest.approx(float(by_metafor[column]), abs=0.015)


def test_differences_with_standard_errors_give_the_fit_of_the_means_that_they_come_from(fits: Find) -> None:
    (means,), (contrasts,) = fits("means", "jags"), fits("contrasts", "jags")
    for column in ("estimate", "low", "high"):
        assert float(contrasts[column]) == pytest.approx(float(means[column]), abs=0.015)


@pytest.mark.parametrize("pack", ["means", "events"])
def test_contrasts_and_arms_give_the_same_fit(packs: Path, pack: str, tmp_path: Path) -> None:
    rows = table_from("contrasts.R", tmp_path / "contrasts.csv", packs / pack)
    assert {row["term"] for row in rows} == {*CODES, "slope", "tau2"}
    for row in rows:
        assert float(row["contrasts"]) == pytest.approx(float(row["arms"]), abs=1e-4)
        if row["term"] != "tau2":
            assert float(row["contrasts_se"]) == pytest.approx(float(row["arms_se"]), rel=1e-3)
