"""Intervals of the JAGS model hold what was planted as often as they say; 200 networks are in benchmarks/long."""

from __future__ import annotations

import pytest
from networks.generate import Plan, Silence, rules_of
from networks.simulating import Behaviour, behaviour, read_fits, simulate

import fidelity
from fidelity.read.assumptions import load_assumption
from r.running import HERE, needs_r, rscript

pytestmark = needs_r

SLOPE = 0.6
NETWORKS = range(101, 121)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Behaviour]:
    """How each analysis behaves on 20 networks of which four trials in ten report in part."""
    folder = tmp_path_factory.mktemp("networks")
    library = rules_of(fidelity.load_library())
    default = load_assumption(None, library)
    simulate(Plan(slope=SLOPE, silence=Silence("at_random")), NETWORKS, [default], library, folder)
    rscript(HERE / "analyses.R", folder / default.id, folder / "fits.csv", 500, 1500)
    return behaviour(read_fits(folder / "fits.csv"), SLOPE)


def test_intervals_of_the_jags_model_hold_the_planted_slope(found: dict[str, Behaviour]) -> None:
    # Of 20 networks 17 or more are expected in 98 of 100 draws where coverage is 95 %.
    assert found["probabilities"].coverage >= 85
    assert abs(found["probabilities"].bias) < 0.04


def test_silence_costs_the_jags_model_less_precision_than_the_expected_grade(found: dict[str, Behaviour]) -> None:
    assert found["true grade"].width < found["probabilities"].width < found["expected grade"].width


@pytest.mark.parametrize("end", ["all low", "all high"])
def test_an_end_of_the_range_bends_the_slope_towards_nothing(found: dict[str, Behaviour], end: str) -> None:
    assert found[end].bias < -0.05
    assert found[end].bias < found["probabilities"].bias


def test_every_analysis_fits_every_network(found: dict[str, Behaviour]) -> None:
    assert {entry.networks for entry in found.values()} == {len(NETWORKS)}


def test_the_planted_association_does_not_come_from_the_assumption(found: dict[str, Behaviour]) -> None:
    assert found["true grade"].coverage >= 85
