"""From a grade to the three steps of indirectness that CINeMA, ROB-MEN and MetaInsight take."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.projections.rows import Projected, studies_of

STEPS: Final = {3: 1, 2: 1, 1: 2, 0: 3}
"""Full and adequate 1, limited 2, poor 3: the better the grade, the less indirect."""

UNCLEAR: Final = 2
"""Where the grades of a range give different steps; CINeMA itself takes unclear for 2."""

WORDS: Final = {0: "poor", 1: "limited", 2: "adequate", 3: "full"}

SAID: Final = (
    "indirectness holds the grade turned round: full or adequate 1, limited 2, poor 3, and 2 where the range holds "
    "grades of different steps; indirectness.csv lists those studies. rob is the reviewers' own. Count fidelity here "
    "or under deviations in risk of bias, not in both."
)


def files(master: Master) -> Projected:
    """Return `indirectness.csv`: the step of each study, the range that it comes from, whether it is decided."""
    if not gradable(master):
        return [
            Finding(
                "no_grade_of_study",
                "note",
                "under the rule `difference` a study has no grade of its own, and so no indirectness",
                remedy="choose the rule `worst` or `interest` for CINeMA, ROB-MEN and robvis",
                file="indirectness.csv",
            )
        ]
    frame = studies_of(master).select(
        "study",
        lowest=pl.col("fid_lo").replace_strict(WORDS, return_dtype=pl.String),
        highest=pl.col("fid_hi").replace_strict(WORDS, return_dtype=pl.String),
        indirectness=step(),
        decided=(_of("fid_lo") == _of("fid_hi")).cast(pl.Int64),
    )
    guide = Guide(
        package="pack",
        call='s <- read.csv("indirectness.csv")',
        centred="Nothing is centred here.",
        slope="1 low, 2 some, 3 high indirectness.",
        more=SAID,
    )
    return [Table("indirectness.csv", frame, guide)]


def gradable(master: Master) -> bool:
    """Whether a study has a grade of its own: not where its number is a difference between arms."""
    return master.rule != "difference"


def step() -> pl.Expr:
    """Return the step of indirectness of a study, from the columns `fid_lo` and `fid_hi`."""
    return pl.when(_of("fid_lo") == _of("fid_hi")).then(_of("fid_lo")).otherwise(UNCLEAR).cast(pl.Int64)


def _of(column: str) -> pl.Expr:
    return pl.col(column).replace_strict(STEPS, return_dtype=pl.Int64)
