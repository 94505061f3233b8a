"""BUGSnet: arm rows with one number per study."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.phrases import CANCELS, means, slope, told, unclassed
from fidelity.covariates.projections.rows import Projected, arms_of, lead, names, numbers


def files(master: Master, folder: str = "bugsnet") -> Projected:
    """Return the arm rows for `data.prep`; the grade of the arm stays out, since it would fit a wrong model."""
    path = f"{folder}/arms.csv"
    events = master.kind == "events"
    outcome = [pl.col("events").alias("r"), pl.col("n")] if events else ["mean", "sd", "n"]
    rows = arms_of(master, *numbers(master))
    frame = rows.select("study", "treat", *outcome, *numbers(master))
    family = (
        'outcome = "r", N = "n", family = "binomial", link = "logit"'
        if events
        else 'outcome = "mean", sd = "sd", N = "n", family = "normal", link = "identity"'
    )
    guide = Guide(
        package="BUGSnet",
        call=f"""library(BUGSnet)
d <- data.prep(arm.data = read.csv("{path}"), varname.t = "treat", varname.s = "study")
model <- nma.model(data = d, {family},
  reference = "{master.reference}", effects = "random", covariate = "{lead(master)}", prior.beta = "EQUAL")
fit <- nma.run(model, n.adapt = 5000, n.burnin = 5000, n.iter = 20000)
summary(fit$samples)""",
        centred=f"At the mean over the rows: {means(rows, master)}.",
        slope=slope(master),
        more=told(
            master,
            'One covariate at a time. Other slopes: prior.beta = "EXCHANGEABLE" or "UNRELATED". A covariate that '
            "does not vary is not refused: the prior is printed as if it were a result.",
            CANCELS,
            unclassed(master),
        ),
    )
    return [Table(path, frame, guide, names(master))]
