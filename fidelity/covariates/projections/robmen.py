"""ROB-MEN: arm rows with the reviewers' risk of bias and the grade as indirectness."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.cinema import no_rob
from fidelity.covariates.projections.indirectness import SAID, gradable, step
from fidelity.covariates.projections.rows import Projected, arms_of


def files(master: Master, folder: str = "robmen") -> Projected:
    """Return the arm rows for ROB-MEN, which says `mean` where CINeMA says `y`."""
    if not gradable(master):
        return []
    if (absent := no_rob(master, "ROB-MEN")) is not None:
        return [absent]
    outcome = ["n", pl.col("events").alias("r")] if master.kind == "events" else ["mean", "sd", "n"]
    path = f"{folder}/arms.csv"
    frame = arms_of(master, "id", "rob", "fid_lo", "fid_hi").select(
        "id", "study", pl.col("treat").alias("t"), *outcome, "rob", step().alias("indirectness")
    )
    guide = Guide(
        package="ROB-MEN",
        call=f"Upload {path} as {'binary' if master.kind == 'events' else 'continuous'} outcome, long format.",
        centred="Its own regression is on the variance, not on fidelity.",
        slope="None for fidelity.",
        more=SAID,
    )
    return [Table(path, frame, guide)]
