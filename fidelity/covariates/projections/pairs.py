"""Every contrast of every study: k(k-1)/2 rows for k arms, each the later arm minus the arm nearer the reference."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

import polars as pl

from fidelity.covariates.master import Master

PAIR_COLUMNS: Final = {
    "study": pl.String, "treat1": pl.String, "treat2": pl.String, "TE": pl.Float64, "seTE": pl.Float64,
    "n1": pl.Int64, "mean1": pl.Float64, "sd1": pl.Float64, "n2": pl.Int64, "mean2": pl.Float64, "sd2": pl.Float64,
}  # fmt: skip
"""`TE` is treat1 minus treat2."""

Arm = dict[str, Any]


def pairs(master: Master) -> pl.DataFrame:
    """Return all contrasts of the studies that have numbers, with the columns of `PAIR_COLUMNS`."""
    kept = master.arms.join(master.studies.select("study"), on="study", how="semi", maintain_order="left")
    rows: list[dict[str, Any]] = []
    for group in kept.partition_by("study", maintain_order=True):
        arms = group.to_dicts()
        found = _of_effects(arms) if master.kind == "contrasts" else _of_arms(arms)
        rows.extend(_row(first, second, effect, variance) for second, first, effect, variance in found)
    return pl.DataFrame(rows, schema=PAIR_COLUMNS)


def _of_arms(arms: list[Arm]) -> Iterator[tuple[Arm, Arm, float, float]]:
    """Yield earlier arm, later arm, difference and variance; the arms of a trial are independent."""
    for earlier, later in combinations(arms, 2):
        yield earlier, later, later["yi"] - earlier["yi"], later["vi"] + earlier["vi"]


def _of_effects(arms: list[Arm]) -> Iterator[tuple[Arm, Arm, float, float]]:
    """Yield the same from effects against a baseline, which share the variance of the baseline's own mean.

    var(i - j) = se_i² + se_j² - 2 se_baseline², since cov(i, j) = se_baseline².
    """
    own = next((arm["se"] for arm in arms if arm["effect"] is None), None)
    shared = 0.0 if own is None else own**2
    for earlier, later in combinations(arms, 2):
        ends = [arm for arm in (earlier, later) if arm["effect"] is not None]
        effect = (later["effect"] or 0.0) - (earlier["effect"] or 0.0)
        variance = sum(arm["se"] ** 2 for arm in ends)
        yield earlier, later, effect, variance - 2 * shared if len(ends) == 2 else variance


def _row(first: Arm, second: Arm, effect: float, variance: float) -> dict[str, Any]:
    outcome = {f"{name}{end}": arm[name] for end, arm in ((1, first), (2, second)) for name in ("n", "mean", "sd")}
    return {
        "study": first["study"],
        "treat1": first["treat"],
        "treat2": second["treat"],
        "TE": effect,
        "seTE": math.sqrt(variance),
        **outcome,
    }
