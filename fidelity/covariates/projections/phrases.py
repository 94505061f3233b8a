"""Phrases that several guides need, each written once."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.projections.rows import complete, controls

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
    "The number of a study is a difference, its later arm minus the arm nearer the reference. Trials of more than two "
    "arms have none and are not in this file."
)


def slope(master: Master) -> str:
    """Return what a slope per unit of a covariate means, in words."""
    units = "; ".join(f"{covariate.name}, {_UNITS[_sort(covariate)][0]}" for covariate in complete(master))
    whose = {
        "worst": f"against {master.reference}",
        "interest": f"of {master.interest} against any other treatment",
        "difference": "of the later arm against the other",
    }
    return f"Change of the {EFFECTS[master.kind]} {whose[master.rule]} per unit of the covariate ({units})."


def at_zero(master: Master) -> str:
    """Return where a package that does not centre reports its effects, for each complete covariate."""
    zeros = "; ".join(f"{covariate.name}, {_UNITS[_sort(covariate)][1]}" for covariate in complete(master))
    if master.rule == "difference":
        return (
            "Not centred: effects are those at covariate 0. Between active treatments that means arms alike. Against a "
            f"treatment of the reference class, which has no grade and is coded 0, it means for the other arm: {zeros}."
        )
    return f"Not centred: effects are those at covariate 0 ({zeros})."


def told(master: Master, *more: str) -> str:
    """Return the further notes of a guide that are not empty, and what numbers of studies are, if not of all arms."""
    rules = {
        "worst": "",
        "interest": f"The number of a study is that of its arm of {master.interest}; it says nothing of other arms.",
        "difference": DIFFERENCES,
    }
    return " ".join(note for note in (*more, rules[master.rule]) if note)


def unclassed(master: Master) -> str:
    """Return, for a package that knows no classes, what it makes of treatments without grade beside the reference."""
    others = [treat for treat in controls(master) if treat != master.reference]
    if not others:
        return ""
    return (
        f"Not for the slope of the grade in these data: {' and '.join(others)} has no grade, but the package knows no "
        f"classes and gives a slope to every treatment but {master.reference}, and a common slope cancels in the "
        f"trials of active treatments against {' or '.join(others)}. Fit it with metafor, multinma or gemtc."
    )


def listed(names: list[str]) -> str:
    """Return names as an R vector of strings."""
    return "c(" + ", ".join(f'"{name}"' for name in names) + ")"


def means(frame: pl.DataFrame, master: Master) -> str:
    """Return the mean of each complete covariate over the rows of a frame, as guides print it."""
    return ", ".join(f"{covariate.name} {mean_of(frame[covariate.name])}" for covariate in complete(master))


def shown(value: float) -> str:
    """Return a number as guides print it: four significant digits."""
    return f"{value:.4g}"


def _sort(covariate: Covariate) -> str:
    return covariate.name if covariate.name in _UNITS else covariate.scale


def mean_of(values: pl.Series) -> str:
    """Return the mean of a column as guides print it."""
    mean = values.cast(pl.Float64).mean()
    return shown(mean) if isinstance(mean, float) else "none"
