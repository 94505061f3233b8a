"""NMA: arm rows with one number per study, which `setup` and `nmareg` take."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.own_slopes import own_slopes
from fidelity.covariates.projections.phrases import at_zero, listed, slope, told
from fidelity.covariates.projections.rows import Projected, arms_of, lead, names, numbers


def files(master: Master, folder: str = "nma") -> Projected:
    """Return the arm rows for `setup`; the grade of the arm stays out, since it would be averaged."""
    path = f"{folder}/arms.csv"
    events = master.kind == "events"
    outcome = (
        {"d": pl.col("events"), "n": pl.col("n")}
        if events
        else {"m": pl.col("mean"), "s": pl.col("sd"), "n": pl.col("n")}
    )
    rows = arms_of(master, *numbers(master))
    frame = rows.select("study", trt=pl.col("treat"), **outcome).with_columns(
        rows.select(numbers(master)).get_columns()
    )
    given = 'd = d, n = n, z = c({}), measure = "OR"' if events else 'm = m, s = s, n = n, z = c({}), measure = "MD"'
    name, own = lead(master), own_slopes(master)
    regression = f"""
having <- s$coding$code[s$coding$treatment %in% {listed(list(own.identified))}]
nmareg(s, z = {name}, treats = having)"""
    guide = Guide(
        package="NMA",
        call=f"""library(NMA)
d <- read.csv("{path}")
s <- setup(study = study, trt = trt, {given.format(name)}, ref = "{master.reference}", data = d)
s$coding{regression if own.identified else ""}""",
        centred=at_zero(master),
        slope=f"One slope for each treatment in treats, numbered as in s$coding. {slope(master)}",
        more=told(
            master,
            own.note(),
            f"Several covariates at once: z = c({name}, z2) in both calls.",
        ),
    )
    return [Table(path, frame, guide, names(master))]
