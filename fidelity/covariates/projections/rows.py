"""Rows that the projections share: arms with the numbers of their study, studies in the order of their arms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Covariate, Master

Projected = list[Table | Finding]
"""The files of one package, or the finding that says why one is absent."""

OUTCOME = {"events": ("n", "events"), "means": ("n", "mean", "sd"), "contrasts": ("effect", "se")}
"""The columns of the arms that hold the outcome, for each kind."""

_RANGE = ("fid_lo", "fid_hi", "fid_nr")


def complete(master: Master) -> tuple[Covariate, ...]:
    """Return the covariates that every study has: only these may stand together in one file."""
    return tuple(covariate for covariate in master.covariates if not covariate.missing)


def lead(master: Master) -> str | None:
    """Return the covariate that the calls of the guides name, the first complete one (see `led_by`)."""
    return next((covariate.name for covariate in complete(master)), None)


def led_by(master: Master, suits: Callable[[Covariate], bool]) -> Master:
    """Return the master with the first complete covariate that suits before the others; as it is where none does."""
    first = next((covariate for covariate in complete(master) if suits(covariate)), None)
    if first is None:
        return master
    return replace(master, covariates=(first, *(other for other in master.covariates if other is not first)))


def numbers(master: Master) -> list[str]:
    """Return the numeric study-level columns of a file: the complete covariates, and the range of the grade."""
    names = [covariate.name for covariate in complete(master)]
    return [*names, *(_RANGE if "fid" in names else ())]


def words(master: Master) -> list[str]:
    """Return the study-level columns in words, for packages that form subgroups by them; a difference has none."""
    return ["fid_grp", "fid_cat"] if "fid" in names(master) and master.rule != "difference" else []


def studies_of(master: Master) -> pl.DataFrame:
    """Return the studies in the order in which their arms appear, which some packages go by."""
    order = master.arms.select("study").unique(maintain_order=True)
    return order.join(master.studies, on="study", how="inner", maintain_order="left")


def arms_of(master: Master, *columns: str) -> pl.DataFrame:
    """Return the arms of studies that have numbers, with these columns of their study behind their own."""
    taken = master.studies.select("study", *(name for name in columns if name not in master.arms.columns))
    return master.arms.join(taken, on="study", how="inner", maintain_order="left")


def actives(master: Master) -> list[str]:
    """Return the treatments that have a slope of their own: of the active class, without the reference."""
    kept = master.treatments.filter(pl.col("trt_class") == "active", pl.col("treat") != master.reference)
    present = set(master.arms["treat"])
    return [treat for treat in kept.sort("number")["treat"] if treat in present]


def controls(master: Master) -> list[str]:
    """Return the treatments of the reference class, the reference of the network first."""
    kept = master.treatments.filter(pl.col("trt_class") == "reference").sort("number")
    present = set(master.arms["treat"])
    return [treat for treat in kept["treat"] if treat in present]


def known(frame: pl.DataFrame, column: str) -> bool:
    """Whether every row has a value in this column."""
    return frame.height > 0 and frame[column].null_count() == 0


def without(frame: pl.DataFrame, column: str) -> tuple[str, ...]:
    """Return the studies without a value in this column, in the order of the frame."""
    return tuple(frame.filter(pl.col(column).is_null())["study"].unique(maintain_order=True))


def names(master: Master) -> tuple[str, ...]:
    """Return the names of the covariates that a file with several of them holds."""
    return tuple(covariate.name for covariate in complete(master))


def grade_of_arm(master: Master) -> list[str]:
    """Return the column of the grade of the arm, for files about the grade only."""
    return ["fid_arm"] if "fid" in names(master) else []
