"""gemtc (1.0-2): a file of arms or contrasts, and a file of studies with exactly the same studies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.baselines import check_baselines
from fidelity.covariates.validators.covariates import check_known, check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import treatment_columns
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns, check_treatments

BREAKS: Final[Breaks] = {
    "blank_study": "gemtc stops",
    "blank_arm": "gemtc stops",
    "words": "gemtc stops",
    "ordered_factor": "gemtc stops",
    "two_words": "gemtc stops",
    "two_level_factor": "gemtc stops",
    "digit_factor": "gemtc stops",
    "mixed": "gemtc stops",
    "constant": "gemtc stops",
    "differs_between_arms": "gemtc uses that of the first arm without a word",
}

ARM_COLUMNS: Final = (
    ("study", "treatment", "responders", "sampleSize"),
    ("study", "treatment", "mean", "std.dev", "sampleSize"),
    ("study", "treatment", "mean", "std.err"),
    ("study", "treatment", "responders", "exposure"),
)
CONTRAST_COLUMNS: Final = ("study", "treatment", "diff", "std.err")
WEIGHT: Final = "pw"


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what gemtc could not use, or would use wrongly without a word."""
    yield from check_shapes(table, master, BREAKS)
    yield from check_known(table, master)
    if not treatment_columns(table):
        yield from _studies(table, master)
        return
    yield from check_columns(table, *ARM_COLUMNS, CONTRAST_COLUMNS)
    yield from check_arms(table)
    yield from check_treatments(table, "gemtc refuses these names of treatments")
    if "diff" in table.frame.columns:
        yield from check_baselines(table, "diff", "std.err", spelt="NA")


def _studies(table: Table, master: Master) -> Iterator[Finding]:
    yield from check_columns(table, ("study",))
    if "study" not in table.frame.columns:
        return
    twice = table.frame.filter(pl.col("study").is_duplicated())["study"].unique(maintain_order=True).to_list()
    if twice:
        what = f"{some(twice)} stands twice; gemtc takes the first row without a word"
        yield fault(table, "study_twice", what, "give one row for each study", studies=twice)
    having = set(table.frame["study"].to_list())
    expected = [study for study in dict.fromkeys(master.arms["study"].to_list()) if study in _numbered(master)]
    lacking = [study for study in expected if study not in having]
    if lacking:
        what = f"{some(lacking)} has arms and no row here; gemtc wants exactly the same studies"
        yield fault(table, "study_missing", what, "give one row for each study of the data", studies=lacking)
    if WEIGHT in table.frame.columns:
        weight = table.frame[WEIGHT].cast(pl.Float64, strict=False)
        if weight.null_count() or not weight.is_between(0, 1).all():
            yield fault(table, "weight", f"{WEIGHT} is not between 0 and 1", "give the weights of powerAdjust")


def _numbered(master: Master) -> set[str]:
    return set(master.studies["study"].to_list())
