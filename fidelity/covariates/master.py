"""The one table that every file of the pack is a projection of: arms with outcome and grade, studies with covariates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from fidelity.model.outcomes import OutcomeKind

ArmRule = Literal["worst", "interest", "difference"]
"""How grades of arms become the number of a study: the worst active arm, the arm of the treatment of interest, or the
difference between the best and the worst active arm as the arms of the study stand to its reference."""

Scale = Literal["grade", "domains", "criteria"]

TreatmentClass = Literal["reference", "active"]
"""`reference`: no arm of this treatment is graded by its role (sham, control); `active`: the others."""

STUDY_COLUMNS: Final = {
    "study": pl.String, "id": pl.Int64, "record": pl.String, "label": pl.String, "year": pl.Int64, "rob": pl.Int64,
    "n": pl.Int64, "fid": pl.Float64, "fid_lo": pl.Int64, "fid_hi": pl.Int64, "fid_nr": pl.Int64,
    "fid_gap": pl.Float64, "fid_bin": pl.Float64, "fid_grp": pl.String, "fid_cat": pl.String,
    "p0": pl.Float64, "p1": pl.Float64, "p2": pl.Float64, "p3": pl.Float64,
}  # fmt: skip
"""A row for each study that stays; then a column for each further covariate, with `_lo` and `_hi` beside it.

`study` is a code that every package takes, `record` the id in the records. `fid` is the expected grade under the
assumption (0 poor to 3 full), `fid_lo` and `fid_hi` the range, `fid_nr` 1 where the range holds more than one grade,
`fid_gap` 3 - fid, `fid_bin` the probability that the grade reaches the threshold (0 or 1 where that is decided),
`fid_grp` lower, higher or unclear (the range holds both), `fid_cat` the grade in words or `open`.
"""

ARM_COLUMNS: Final = {
    "study": pl.String, "treat": pl.String, "arm": pl.String, "role": pl.String, "trt_class": pl.String,
    "n": pl.Int64, "events": pl.Int64, "mean": pl.Float64, "sd": pl.Float64, "effect": pl.Float64, "se": pl.Float64,
    "yi": pl.Float64, "vi": pl.Float64, "active": pl.Int64,
    "fid_arm": pl.Float64, "fid_arm_lo": pl.Int64, "fid_arm_hi": pl.Int64,
    "pa0": pl.Float64, "pa1": pl.Float64, "pa2": pl.Float64, "pa3": pl.Float64,
}  # fmt: skip
"""A row for each arm with outcome and treatment, arms of a study adjacent, its reference arm first.

`yi`, `vi`: log odds (0.5 added to every cell of a study that has an empty or full arm) or mean, with its sampling
variance; null for contrasts. `active` is 1 for arms of active treatments. `fid_arm` is the expected grade of the arm;
for arms of the reference class it is 0, a coding device and no grade: their range and probabilities are null.
"""

TREATMENT_COLUMNS: Final = {
    "treat": pl.String, "name": pl.String, "trt_class": pl.String, "number": pl.Int64, "arms": pl.Int64,
}  # fmt: skip
"""A row for each treatment: its code, its name in the outcome file, its class, its number (the reference is 1)."""

LEFT_OUT_COLUMNS: Final = {
    "study": pl.String, "arm": pl.String, "treatment": pl.String, "reason": pl.String, "note": pl.String,
}  # fmt: skip
"""What is in no file: `study` and `arm` as in the records or the outcome file.

Reasons: `gap`, `no_outcome`, `no_record`, `incomplete_outcome`, `refused`, `no_graded_arm`, `single_arm`,
`not_applicable` (nothing is asked on this axis).
"""


@dataclass(frozen=True, slots=True)
class Covariate:
    """One candidate covariate: its column, what it is in words, its scale and ends, which end is the standard."""

    name: str
    title: str
    scale: Scale
    low: float
    high: float
    better: Literal["high", "low"]
    missing: tuple[str, ...] = ()
    """Studies (codes) in which it is not asked: files that hold several covariates leave it out, its own has the rest."""


@dataclass(frozen=True, slots=True)
class Master:
    """Arms with outcome and grade, studies with covariates, treatments, and what was left out and why."""

    kind: OutcomeKind
    arms: pl.DataFrame
    studies: pl.DataFrame
    treatments: pl.DataFrame
    left_out: pl.DataFrame
    covariates: tuple[Covariate, ...]
    reference: str
    axis: str
    rule: ArmRule
    interest: str | None
    threshold: int
    """The lowest grade that `fid_grp` calls higher."""
    assumption: str
    """Reference of the assumption, `<id>@<version>`."""
    profile: str
    clock: str
    nodes: Literal["as_given", "technique"] = "as_given"
