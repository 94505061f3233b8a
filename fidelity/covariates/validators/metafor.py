"""metafor `rma.mv` (3.8-1, 5.1-12): takes numbers of studies and of arms; words become dummies without being asked."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from fidelity.covariates.carrying import CARRIERS, carries
from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.fitting.identifying import identified_of
from fidelity.covariates.master import Master
from fidelity.covariates.validators.covariates import check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import candidates, covariates_of, of_arm
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "blank_study": "metafor drops the rows with no more than a warning",
    "blank_arm": "metafor drops the arm with no more than a warning",
    "logical": "metafor gives the slope of FALSE, with the sign turned round",
    "two_level_factor": "metafor gives the slope with the sign turned round",
    "digit_factor": "metafor gives the slope with the sign turned round",
    "mixed": "metafor makes a dummy of each value without a word",
    "constant": "metafor drops the term",
}

BASELINE: Final = "base"
"""The treatment that a row of contrasts is against."""


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what metafor could not use: breaks, and interaction columns that are not covariate times treatment."""
    yield from check_columns(table, ("study", "treat", "yi", "vi"))
    if BASELINE not in table.frame.columns:
        yield from check_arms(table)
    yield from check_shapes(table, master, BREAKS, labels=True)
    yield from _interactions(table, master)


def _interactions(table: Table, master: Master) -> Iterator[Finding]:
    frame = table.frame
    whole = covariates_of(table, master)
    columns = [column.name for column in candidates(whole) if column.kind == "numbers"]
    covariates = [name for name in columns if not name.startswith("x_")]
    if "treat" not in frame.columns or not covariates:
        return
    present = set(frame["treat"].to_list())
    of_studies = any(not of_arm(column.name) for column in whole)
    if of_studies and master.rule != "worst":
        yield from _carrier(table, master)
        return
    missing = [treat for treat in _own_slopes(table, master) if treat in present and f"x_{treat}" not in frame.columns]
    if missing:
        what = f"there is no interaction column for {some(missing)}; treat:fid drops the last treatment instead"
        yield fault(table, "no_interaction", what, "add x_<treatment> for each treatment whose slope is identified")
    if f"x_{master.reference}" in frame.columns:
        what = f"x_{master.reference} is of the reference, against which the slopes are"
        yield fault(table, "interaction_of_reference", what, "leave it out: the slopes are aliased with it")
    own = [name for name in frame.columns if name.startswith("x_")]
    if own and not any(all(_is_product(frame, name, covariate) for name in own) for covariate in covariates):
        what = f"{some(own)} do not hold a covariate on the arms of their treatment and 0 on the others"
        yield fault(table, "wrong_interaction", what, "x_A is the covariate where treat is A, else 0")


def _carrier(table: Table, master: Master) -> Iterator[Finding]:
    """Yield a number of the study that does not stand on the arm that the rule takes it from, and on that alone."""
    frame, name = table.frame, CARRIERS[master.rule]
    if name not in frame.columns:
        what = f"there is no column {name}; on every active arm the number of the study fits another model"
        yield fault(table, "no_carrier", what, "add it: 1 on the arms on which the number stands, 0 on the others")
        return
    slopes = [column for column in frame.columns if column.startswith("x_")]
    if slopes:
        what = f"{some(slopes)} put the number of the study on arms that it says nothing of"
        yield fault(table, "wrong_interaction", what, f"leave them out: the one slope is {name}:{table.covariates[0]}")
    on = master.arms.select("study", "treat", own=carries(master).cast(pl.Int64))
    joined = frame.select("study", "treat", name, *([BASELINE] if BASELINE in frame.columns else [])).join(
        on, on=["study", "treat"], how="left"
    )
    if BASELINE in frame.columns:
        base = on.rename({"treat": BASELINE, "own": "of_base"})
        joined = joined.join(base, on=["study", BASELINE], how="left").with_columns(pl.col("own") - pl.col("of_base"))
    wrong = joined.filter(pl.col(name) != pl.col("own"))["study"].unique(maintain_order=True).to_list()
    if wrong:
        what = f"{name} is not 1 on just the arms on which the number stands, in {some(wrong)}"
        yield fault(table, "wrong_carrier", what, "put it there", studies=wrong)


def _is_product(frame: pl.DataFrame, name: str, covariate: str) -> bool:
    treat = name.removeprefix("x_")
    sign = (pl.col("treat") == treat).cast(pl.Float64)
    if BASELINE in frame.columns:
        sign = sign - (pl.col(BASELINE) == treat).cast(pl.Float64)
    off = frame.select(
        ((pl.col(name).cast(pl.Float64, strict=False) - sign * pl.col(covariate)).abs() > 1e-6).any()
    ).item()
    return not off


def _own_slopes(table: Table, master: Master) -> list[str]:
    """Return the treatments whose slope of the covariate that the file leads with is identified."""
    leading = next((one for one in master.covariates if one.name in table.covariates[:1]), None)
    if leading is None:
        return []
    slopes = identified_of(master, leading)
    return slopes.filter(pl.col("identified"), pl.col("model") == "independent")["coefficient"].to_list()
