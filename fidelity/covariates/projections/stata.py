"""Stata: arm rows for `network setup`; every column beside the outcome is constant in its study."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.own_slopes import own_slopes
from fidelity.covariates.projections.phrases import at_zero, slope, told, unclassed
from fidelity.covariates.projections.rows import Projected, arms_of, lead, names, numbers


def files(master: Master, folder: str = "stata") -> Projected:
    """Return the arm rows for the `network` suite."""
    path = f"{folder}/arms.csv"
    events = master.kind == "events"
    outcome = [pl.col("events").alias("r"), pl.col("n")] if events else ["n", "mean", "sd"]
    rows = arms_of(master, *numbers(master))
    frame = rows.select("study", pl.col("treat").alias("trt"), *outcome, *numbers(master))
    unidentified = own_slopes(master, classes=False).left_out or {}
    reasons = "; ".join(f"{treat} ({why})" for treat, why in unidentified.items())
    guide = Guide(
        package="Stata network",
        call=f"""import delimited using "{path}", clear varnames(1) case(preserve)
network setup {"r n" if events else "mean sd n"}, studyvar(study) trtvar(trt) ref({master.reference})
network meta consistency, regress({lead(master)})""",
        centred=at_zero(master),
        slope=f"Every contrast with the reference gets a slope of its own. {slope(master)}",
        more=told(
            master,
            f"Written from the help of network and mvmeta, and not tried in Stata. Several covariates at once: "
            f"regress({lead(master)} z).",
            f"Do not read the slopes that these data do not identify: {reasons}." if reasons else "",
            unclassed(master),
        ),
    )
    return [Table(path, frame, guide, names(master))]
