"""Draws of grades follow the probabilities and the seed, study by study."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from covariates.projections.masters import made
from fidelity.covariates.projections import draws_of


def test_draws_follow_the_probabilities_and_the_seed() -> None:
    (table,) = draws_of(made(), draws=2000, seed=7)
    rows = {row[0]: list(row[1:]) for row in table.frame.rows()}
    assert set(rows["Adams"]) == {2}
    assert set(rows["Evans"]) == {2, 3}
    shares = [rows["Davis"].count(grade) / 2000 for grade in range(4)]
    assert shares == pytest.approx([0.5, 0.1, 0.05, 0.35], abs=4 * np.sqrt(0.25 / 2000))
    assert table.frame.columns[:2] == ["study", "fid_m0001"]
    (again,) = draws_of(made(), draws=2000, seed=7)
    (other,) = draws_of(made(), draws=2000, seed=8)
    assert again.frame.equals(table.frame)
    assert not other.frame.equals(table.frame)


def test_draws_of_a_study_stay_when_other_studies_go() -> None:
    master = made()
    fewer = replace(
        master,
        studies=master.studies.filter(pl.col("study") == "Davis"),
        arms=master.arms.filter(pl.col("study") == "Davis"),
    )
    (all_draws,), (own,) = draws_of(master), draws_of(fewer)
    assert own.frame.columns == ["study", *(f"fid_m{number:02d}" for number in range(1, 21))]
    assert own.frame.row(0) == all_draws.frame.filter(pl.col("study") == "Davis").row(0)
    assert "Warning" in own.guide.more
