"""Phrases that several guides need, each written once."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.projections.rows import complete

EFFECTS: Final = {
    "events": "log odds ratio",
    "means": "mean difference",
    "contrasts": "effect, on the scale of the outcome file",
}
"""What a treatment effect is, for each kind of outcome."""

_UNITS: Final = {
    "fid": ("one grade", "the lowest grade"),
    "fid_gap": ("one grade short of full", "full fidelity"),
    "fid_bin": ("the threshold reached against not", "threshold not reached"),
    "domains": ("one step of concern", "no concern"),
    "criteria": ("met against not met", "not met"),
}
"""What one unit of a covariate is, and what its 0 is."""

CANCELS: Final = (
    "In a trial whose arms all share a slope it cancels; such trials inform the treatment effects, not the slope."
)

CODED: Final = "fid_arm, the grade of the arm, is 0 on arms of the reference class: a coding device and no grade."

DIFFERENCES: Final = (
    "The numbers of a study are differences, the later arm minus the arm nearer the reference. In trials of active "
    "treatments only a shared slope cancels: use fid_arm (metafor, multinma) or fid_diff (netmeta) there."
)


def slope(master: Master) -> str:
    """Return what a slope per unit of a covariate means, in words."""
    units = "; ".join(f"{covariate.name}, {_UNITS[_sort(covariate)][0]}" for covariate in complete(master))
    return f"Change of the {EFFECTS[master.kind]} against {master.reference} per unit of the covariate ({units})."


def at_zero(master: Master) -> str:
    """Return where a package that does not centre reports its effects, for each complete covariate."""
    if master.rule == "difference":
        return "Not centred: effects are those at covariate 0, which means no difference between the arms."
    zeros = "; ".join(f"{covariate.name}, {_UNITS[_sort(covariate)][1]}" for covariate in complete(master))
    return f"Not centred: effects are those at covariate 0 ({zeros})."


def told(master: Master, *more: str) -> str:
    """Return the further notes of a guide that are not empty, and that on differences where study numbers are such."""
    kept = [*more, DIFFERENCES if master.rule == "difference" else ""]
    return " ".join(note for note in kept if note)


def listed(names: list[str]) -> str:
    """Return names as an R vector of strings."""
    return "c(" + ", ".join(f'"{name}"' for name in names) + ")"


def means(frame: pl.DataFrame, master: Master) -> str:
    """Return the mean of each complete covariate over the rows of a frame, as guides print it."""
    return ", ".join(f"{covariate.name} {_mean(frame[covariate.name])}" for covariate in complete(master))


def shown(value: float) -> str:
    """Return a number as guides print it: four significant digits."""
    return f"{value:.4g}"


def _sort(covariate: Covariate) -> str:
    return covariate.name if covariate.name in _UNITS else covariate.scale


def _mean(values: pl.Series) -> str:
    mean = values.cast(pl.Float64).mean()
    return shown(mean) if isinstance(mean, float) else "none"
