"""Masters made by hand: five trials, one of them with three arms, for events, means and contrasts."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from typing import Any

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.master import (
    ARM_COLUMNS,
    LEFT_OUT_COLUMNS,
    STUDY_COLUMNS,
    TREATMENT_COLUMNS,
    ArmRule,
    Covariate,
    Master,
)
from fidelity.covariates.projections import project
from fidelity.model.outcomes import OutcomeKind

# study, treatment, expected grade of the arm, its lowest and highest grade (None: sham)
ARMS: list[tuple[str, str, float, int | None, int | None]] = [
    ("Adams", "SHAM", 0, None, None), ("Adams", "RF", 2, 2, 2),
    ("Baker", "SHAM", 0, None, None), ("Baker", "RF", 0, 0, 0), ("Baker", "PRF", 1.5, 1, 2),
    ("Clark", "RF", 3, 3, 3), ("Clark", "PRF", 1, 1, 1),
    ("Davis", "SHAM", 0, None, None), ("Davis", "RF", 1.25, 0, 3),
    ("Evans", "SHAM", 0, None, None), ("Evans", "PRF", 2.5, 2, 3),
]  # fmt: skip
EVENTS = [(12, 40), (22, 41), (8, 30), (15, 31), (0, 29), (20, 50), (18, 52), (9, 25), (11, 24), (30, 60), (41, 62)]
MEANS = [(5.1, 2.0, 40), (3.4, 2.1, 41), (5.5, 1.8, 30), (4.0, 1.9, 31), (4.4, 2.2, 29), (3.0, 2.0, 50),
         (3.9, 2.4, 52), (5.0, 2.5, 25), (4.1, 2.6, 24), (5.2, 2.2, 60), (3.3, 2.0, 62)]  # fmt: skip
CONTRASTS: list[tuple[float | None, float | None]] = [
    (None, None), (-1.7, 0.45), (None, 0.33), (-1.5, 0.47), (-1.1, 0.53), (None, None), (0.9, 0.43), (None, None),
    (-0.9, 0.73), (None, None), (-1.9, 0.38),
]  # fmt: skip

# study, year, rob, fid, lowest, highest, pmf, placement (expected, lowest, highest), dose (or None: not asked)
STUDIES: list[tuple[Any, ...]] = [
    ("Adams", 2001, 1, 2.0, 2, 2, (0.0, 0.0, 1.0, 0.0), (1.0, 1, 1), (0.0, 0, 0)),
    ("Baker", 2005, 2, 0.0, 0, 0, (1.0, 0.0, 0.0, 0.0), (3.0, 3, 3), (2.0, 2, 2)),
    ("Clark", 2010, 3, 1.0, 1, 1, (0.0, 1.0, 0.0, 0.0), (2.0, 2, 2), None),
    ("Davis", 2012, 2, 1.25, 0, 3, (0.5, 0.1, 0.05, 0.35), (1.4, 0, 3), (1.0, 1, 1)),
    ("Evans", 2019, 1, 2.5, 2, 3, (0.0, 0.0, 0.5, 0.5), (0.0, 0, 0), (0.5, 0, 1)),
]
WORDS = {0: "poor", 1: "limited", 2: "adequate", 3: "full"}


@cache
def made(kind: OutcomeKind = "events", *, rule: ArmRule = "worst") -> Master:
    """Return the master of five trials for a kind of outcome; SHAM is the reference, dose is not asked in Clark."""
    domain: dict[str, Any] = {"low": 0.0, "high": 3.0, "better": "low", "scale": "domains"}
    grade: dict[str, Any] = {"low": 0.0, "high": 3.0, "scale": "grade"}
    return Master(
        kind=kind,
        arms=_arms(kind),
        studies=_studies(),
        treatments=pl.DataFrame(
            [("SHAM", "sham", "reference", 1, 4), ("PRF", "pulsed", "active", 2, 3), ("RF", "thermal", "active", 3, 4)],
            schema=TREATMENT_COLUMNS,
            orient="row",
        ),
        left_out=pl.DataFrame(schema=LEFT_OUT_COLUMNS),
        covariates=(
            Covariate(name="fid", title="grade", better="high", **grade),
            Covariate(name="fid_gap", title="gap from full", better="low", **grade),
            Covariate(name="placement", title="placement", **domain),
            Covariate(name="dose", title="dose", missing=("Clark",), **domain),
        ),
        reference="SHAM",
        axis="delivery",
        rule=rule,
        interest=None,
        threshold=2,
        assumption="shared@1.0.0",
        profile="multisociety",
        clock="now",
    )


@cache
def differences(kind: OutcomeKind = "events") -> Master:
    """Return the trials under the rule of differences: RF stands before PRF; Baker, of three arms, has no number."""
    master = made(kind, rule="difference")
    unsaid = ["fid_gap", "fid_bin", "fid_grp", "fid_cat", "p0", "p1", "p2", "p3"]
    later = {"Adams": (2, 2, 2.0), "Clark": (-2, -2, -2.0), "Davis": (0, 3, 1.25), "Evans": (2, 3, 2.5)}
    numbers = pl.DataFrame(
        [(study, *number) for study, number in later.items()],
        schema={"study": pl.String, "fid_lo": pl.Int64, "fid_hi": pl.Int64, "fid": pl.Float64},
        orient="row",
    )
    studies = master.studies.drop("fid", "fid_lo", "fid_hi").join(numbers, on="study", maintain_order="left")
    return replace(
        master,
        studies=studies.with_columns(pl.lit(None).alias(name) for name in unsaid).select(master.studies.columns),
        treatments=master.treatments.with_columns(
            number=pl.col("treat").replace_strict({"SHAM": 1, "RF": 2, "PRF": 3})
        ),
        covariates=tuple(covariate for covariate in master.covariates if covariate.name != "fid_gap"),
    )


@cache
def of_interest(kind: OutcomeKind = "events", *, reference: str = "SHAM") -> Master:
    """Return the trials with the grades of their RF arms; Evans has no such arm and no number."""
    master = made(kind, rule="interest")
    own = {study: (fid, low, high) for study, treat, fid, low, high in ARMS if treat == "RF"}
    numbers = pl.DataFrame(
        [(study, *number) for study, number in own.items()],
        schema={"study": pl.String, "fid": pl.Float64, "fid_lo": pl.Int64, "fid_hi": pl.Int64},
        orient="row",
    )
    studies = master.studies.drop("fid", "fid_lo", "fid_hi").join(numbers, on="study", maintain_order="left")
    studies = studies.with_columns(fid_gap=3 - pl.col("fid")).select(master.studies.columns)
    return replace(master, studies=studies, interest="RF", reference=reference)


@cache
def two_references(kind: OutcomeKind = "events") -> Master:
    """Return the trials with a placebo for the sham of Davis: two treatments that are never graded."""
    master = made(kind)
    second = pl.DataFrame([("PLACEBO", "placebo", "reference", 4, 1)], schema=master.treatments.schema, orient="row")
    davis = (pl.col("study") == "Davis") & (pl.col("treat") == "SHAM")
    arms = master.arms.with_columns(treat=pl.when(davis).then(pl.lit("PLACEBO")).otherwise(pl.col("treat")))
    return replace(master, arms=arms, treatments=pl.concat([master.treatments, second]))


def without_rob(master: Master, *studies: str) -> Master:
    """Return the master with the risk of bias of these studies (none named: of all) unknown."""
    gone = pl.col("study").is_in(studies) if studies else pl.lit(True)
    return replace(master, studies=master.studies.with_columns(rob=pl.when(gone).then(None).otherwise(pl.col("rob"))))


@cache
def files(kind: OutcomeKind = "events") -> dict[str, Table]:
    """Return the files of the master of a kind of outcome by their path."""
    return by_path(made(kind))


def by_path(master: Master) -> dict[str, Table]:
    """Return the files of a master by their path."""
    return {table.path: table for table in project(master)}


def _arms(kind: OutcomeKind) -> pl.DataFrame:
    rows = []
    for index, (study, treat, fid, low, high) in enumerate(ARMS):
        row: dict[str, Any] = dict.fromkeys(ARM_COLUMNS)
        sham = treat == "SHAM"
        row |= {
            "study": study, "treat": treat, "arm": treat.lower(), "role": "sham" if sham else "active",
            "trt_class": "reference" if sham else "active", "active": 0 if sham else 1,
            "fid_arm": float(fid), "fid_arm_lo": low, "fid_arm_hi": high,
        }  # fmt: skip
        if low is not None and high is not None:
            spread = high - low + 1
            row |= {f"pa{grade}": 1 / spread if low <= grade <= high else 0.0 for grade in range(4)}
        row |= _outcome(kind, index)
        rows.append(row)
    return pl.DataFrame(rows, schema=ARM_COLUMNS)


def _outcome(kind: OutcomeKind, index: int) -> dict[str, Any]:
    if kind == "contrasts":
        effect, se = CONTRASTS[index]
        return {"effect": effect, "se": se}
    if kind == "means":
        mean, sd, n = MEANS[index]
        return {"n": n, "mean": mean, "sd": sd, "yi": mean, "vi": sd * sd / n}
    events, n = EVENTS[index]
    more = 0.5 if ARMS[index][0] == "Baker" else 0.0  # Baker has an arm without events
    r, s = events + more, n - events + more
    return {"n": n, "events": events, "yi": math.log(r / s), "vi": 1 / r + 1 / s}


def _studies() -> pl.DataFrame:
    rows = []
    for number, (study, year, rob, fid, low, high, pmf, placement, dose) in enumerate(STUDIES, 1):
        row = {
            "study": study, "id": number, "record": study.lower() + "_1", "label": study, "year": year, "rob": rob,
            "n": sum(n for (of, *_), (_, n) in zip(ARMS, EVENTS, strict=True) if of == study),
            "fid": fid, "fid_lo": low, "fid_hi": high, "fid_nr": int(low != high), "fid_gap": 3 - fid,
            "fid_bin": pmf[2] + pmf[3], "fid_grp": "higher" if low >= 2 else "lower" if high < 2 else "unclear",
            "fid_cat": WORDS[low] if low == high else "open",
            **{f"p{grade}": p for grade, p in enumerate(pmf)},
            **dict(zip(("placement", "placement_lo", "placement_hi"), placement, strict=True)),
            **dict(zip(("dose", "dose_lo", "dose_hi"), dose or (None, None, None), strict=True)),
        }  # fmt: skip
        rows.append(row)
    more: dict[str, Any] = {f"{name}{end}": pl.Float64 if not end else pl.Int64
            for name in ("placement", "dose") for end in ("", "_lo", "_hi")}  # fmt: skip
    return pl.DataFrame(rows, schema={**STUDY_COLUMNS, **more})
