"""The one table that every file of the pack is a projection of: arms with outcome and grade, studies with numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from fidelity.errors import Problem
from fidelity.model.outcomes import OutcomeKind

ArmRule = Literal["worst", "interest", "difference"]
"""How grades of arms become the number of a study.

`worst`: the worst arm of an active treatment, arms independent of each other given the assumption. `interest`: the arm
of the treatment of interest; studies without it are not in the network. `difference`: of a study of two arms the grade
of the second less that of the first, which is nearer to the reference; an arm of the reference class counts 0.
"""

Scale = Literal["grade", "domains", "criteria"]

TreatmentClass = Literal["reference", "active"]
"""`reference`: each arm of this treatment is sham or control, or the outcome file says so; `active`: the others."""

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
`fid_grp` lower, higher or unclear (the range holds both), `fid_cat` the grade in words or `open`. Under the rule
`difference`, `fid` runs from -3 to 3, what a difference cannot have is null, and studies of other than two arms have no
row, though their arms stay.
"""

ARM_COLUMNS: Final = {
    "study": pl.String, "treat": pl.String, "arm": pl.String, "role": pl.String, "trt_class": pl.String,
    "n": pl.Int64, "events": pl.Int64, "mean": pl.Float64, "sd": pl.Float64, "effect": pl.Float64, "se": pl.Float64,
    "yi": pl.Float64, "vi": pl.Float64, "active": pl.Int64,
    "fid_arm": pl.Float64, "fid_arm_lo": pl.Int64, "fid_arm_hi": pl.Int64,
    "pa0": pl.Float64, "pa1": pl.Float64, "pa2": pl.Float64, "pa3": pl.Float64,
    "node": pl.String,
}  # fmt: skip
"""A row for each arm with outcome and treatment, arms of a study adjacent, its reference arm first.

`yi`, `vi`: log odds (0.5 added to every cell of a study that has an empty or full arm) or mean, with its sampling
variance; null for contrasts. `active` is 1 for arms of active treatments. `fid_arm` is the expected grade of the arm;
for arms of the reference class it is 0, a coding device and no grade: their range and probabilities are null. `node`
is the technique of an arm of an active treatment by what the record says was done, else the name in the outcome file.
"""

TREATMENT_COLUMNS: Final = {
    "treat": pl.String, "name": pl.String, "trt_class": pl.String, "number": pl.Int64, "arms": pl.Int64,
}  # fmt: skip
"""A row for each treatment: its code, its name (in the outcome file, or its node), its class, its number.

The reference has number 1, the others of its class follow, then the active ones: no number is left out.
"""

LEFT_OUT_COLUMNS: Final = {
    "study": pl.String, "arm": pl.String, "treatment": pl.String, "reason": pl.String, "note": pl.String,
}  # fmt: skip
"""What is in no file: `study` and `arm` as in the records, or in the outcome file where no record is called so.

A study that is left out has one row without an arm. Reasons: `no_outcome` and `no_record` (it has only one of the two),
`refused` (a row of it could not be read, in the one file or the other), `unmatched` (which arm a row is of, or which
study, cannot be told), `incomplete_outcome`, `single_arm`, `same_treatment` (two arms of one treatment), `gap` (an arm
of an active treatment has no grade), `control_and_active` (an arm is sham or control, and its treatment is active in
another study), `no_graded_arm` (each arm is of a reference treatment, or none is of the treatment of interest),
`not_applicable` (nothing is asked on this axis of an arm, or of so many that fewer than two are left), and
`not_two_arms` (under the rule `difference`: only its number is left out). Where a study is left out for one
of its treatments (`gap`, `control_and_active`, `not_applicable`), its row names the first of these.
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
    """Codes of studies that have none: files of several covariates leave it out, its own has the other studies."""


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
    problems: tuple[Problem, ...] = ()
    """What hindered the join of outcomes and records; the studies that it concerns are left out."""
