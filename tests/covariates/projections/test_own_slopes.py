"""Calls name slopes of single treatments only where the data identify them, and say which they leave out."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest
from r.running import needs_r, rscript

from covariates.projections.masters import by_path, differences, made, two_references
from fidelity.covariates.files import Table
from fidelity.covariates.master import Master
from fidelity.model.outcomes import OutcomeKind
from fidelity.write.pack.scripts import jags_texts

KINDS: list[OutcomeKind] = ["events", "means", "contrasts"]


def of_one_prf(kind: OutcomeKind = "events") -> Master:
    """Return the trials with a treatment LASER for the PRF of Evans: one trial, so that its slope is lost."""
    master = made(kind)
    evans = (pl.col("study") == "Evans") & (pl.col("treat") == "PRF")
    arms = master.arms.with_columns(treat=pl.when(evans).then(pl.lit("LASER")).otherwise(pl.col("treat")))
    laser = pl.DataFrame([("LASER", "laser", "active", 4, 1)], schema=master.treatments.schema, orient="row")
    return replace(master, arms=arms, treatments=pl.concat([master.treatments, laser]))


def metafor(master: Master) -> Table:
    """Return the file of metafor for studies."""
    (table,) = [t for path, t in by_path(master).items() if re.fullmatch(r"metafor/(arms|contrasts)\.csv", path)]
    return table


def identified(frame: pl.DataFrame, nuisance: Sequence[str], slopes: Sequence[str]) -> list[str]:
    """Return the slopes without which the design has a lower rank, in floating point."""
    columns = [frame[name].cast(pl.Float64).to_numpy() for name in (*nuisance, *slopes)]
    rank = np.linalg.matrix_rank(np.column_stack(columns))
    place = {name: len(nuisance) + number for number, name in enumerate(slopes)}
    return [
        name
        for name, at in place.items()
        if np.linalg.matrix_rank(np.column_stack(columns[:at] + columns[at + 1 :])) < rank
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_metafor_names_the_slopes_that_the_design_identifies_and_no_other(kind: OutcomeKind) -> None:
    for master in (made(kind), of_one_prf(kind), two_references(kind)):
        rows = master.arms.join(master.studies.select("study", "fid"), on="study")
        treats = [t for t in rows["treat"].unique().sort() if t != "SHAM"]
        active = [t for t in treats if t != "PLACEBO"]
        design = rows.with_columns(
            *((pl.col("study") == study).alias(f"s_{study}") for study in rows["study"].unique()),
            *((pl.col("treat") == treat).alias(f"d_{treat}") for treat in treats),
            *((pl.col("treat") == treat).cast(pl.Float64).mul(pl.col("fid")).alias(f"x_{treat}") for treat in active),
        )
        nuisance = [name for name in design.columns if name.startswith(("s_", "d_"))]
        expected = identified(design, nuisance, [f"x_{treat}" for treat in active])
        table = metafor(master)
        assert sorted(set(re.findall(r"x_[A-Z]+", table.guide.call))) == expected
        assert sorted(name for name in table.frame.columns if name.startswith("x_")) == expected


def test_guides_say_which_slopes_they_leave_out_and_why() -> None:
    found = by_path(of_one_prf())
    for path in ("metafor/arms.csv", "nma/arms.csv"):
        assert re.search(r"Left out[^.]*LASER \(one trial, with 2\.5\)", found[path].guide.more), path
    assert re.search(r"Do not read[^.]*LASER \(one trial", found["stata/arms.csv"].guide.more)
    assert not [path for path, table in by_path(made()).items() if "Left out" in table.guide.more]


def test_nma_is_given_the_treatments_by_name_and_no_reference_class() -> None:
    assert '%in% c("PRF", "RF")]' in by_path(two_references())["nma/arms.csv"].guide.call
    call = by_path(of_one_prf())["nma/arms.csv"].guide.call
    assert '"LASER"' not in call
    assert "treats = having" in call


def test_slopes_on_the_grades_of_arms_leave_out_a_treatment_of_one_grade() -> None:
    master = differences()
    prf = pl.col("treat") == "PRF"
    arms = master.arms.with_columns(fid_arm=pl.when(prf).then(2.0).otherwise(pl.col("fid_arm")))
    guide = by_path(replace(master, arms=arms))["metafor/per_arm.csv"]
    assert "x_PRF" not in guide.guide.call
    assert "x_PRF" not in guide.frame.columns
    assert "x_RF" in guide.guide.call
    assert "PRF (3 trials, all with 2)" in guide.guide.more


def _printed(text: str, slope: str) -> list[float]:
    """Return the numbers of the row of a slope as R prints it, without the row's name."""
    (line,) = [line for line in text.splitlines() if line.split()[:1] == [slope]]
    return [float(number) for number in re.findall(r"-?\d+\.\d+(?:e-?\d+)?", line)]


@needs_r
@pytest.mark.parametrize("kind", ["means", "contrasts"])
def test_r_prints_the_slopes_alone_and_drops_nothing_and_the_script_has_the_same_intervals(
    kind: OutcomeKind, tmp_path: Path
) -> None:
    master = of_one_prf(kind)
    table = metafor(master)
    (tmp_path / "metafor").mkdir()
    table.frame.write_csv(tmp_path / table.path)
    (tmp_path / "pasted.R").write_text(f"options(digits = 4, width = 200)\n{table.guide.call}", encoding="utf-8")
    done = subprocess.run(["Rscript", "pasted.R"], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60)
    assert "Redundant" not in done.stderr
    assert "study" not in done.stdout
    assert "treat" not in done.stdout
    estimate, *_, low, high = _printed(done.stdout, "active:fid")
    assert low < estimate < high
    if kind == "contrasts":
        return
    assert "metafor/fit.R" in table.guide.more
    (tmp_path / "metafor" / "fit.R").write_text(jags_texts(master)["metafor/fit.R"], encoding="utf-8")
    by_script = _printed(rscript(tmp_path / "metafor" / "fit.R"), "active:fid")
    assert by_script == pytest.approx([estimate, low, high], rel=2e-3)
