"""crossnma: arm rows of randomised trials with one number per study."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.phrases import CANCELS, shown, slope, told, unclassed
from fidelity.covariates.projections.rows import Projected, arms_of, complete, lead, names, numbers


def files(master: Master, folder: str = "crossnma") -> Projected:
    """Return the arm rows for `crossnma.model`; the grade of the arm stays out, since it would be averaged."""
    path = f"{folder}/arms.csv"
    events = master.kind == "events"
    outcome = (
        {"outcome": pl.col("events"), "n": pl.col("n")}
        if events
        else {"outcome": pl.col("mean"), "n": pl.col("n"), "se": pl.col("sd") / pl.col("n").sqrt()}
    )
    rows = arms_of(master, *numbers(master))
    frame = rows.select("study", "treat", **outcome, design=pl.lit("rct")).with_columns(
        rows.select(numbers(master)).get_columns()
    )
    lowest = ", ".join(f"{covariate.name} {_lowest(rows[covariate.name])}" for covariate in complete(master))
    guide = Guide(
        package="crossnma",
        call=f"""library(crossnma)
d <- read.csv("{path}")
model <- crossnma.model(treat, study, outcome, n, design, {"" if events else "se = se, "}std.data = d, \
sm = "{"OR" if events else "MD"}",
  reference = "{master.reference}", trt.effect = "random", cov1 = {lead(master)}, regb.effect = "common")
set.seed(1)
fit <- crossnma(model, n.adapt = 5000, n.burnin = 5000, n.iter = 20000)
summary(fit)""",
        centred=f"At the lowest value, or at cov1.ref: {lowest}.",
        slope=slope(master),
        more=told(
            master,
            'Other slopes: regb.effect = "random" or "independent". Up to three covariates: cov2, cov3. Every study '
            "is given the design rct: correct that column where it is not. A covariate that does not vary is not "
            "refused: the prior is printed as if it were a result.",
            CANCELS,
            unclassed(master),
        ),
    )
    return [Table(path, frame, guide, names(master))]


def _lowest(values: pl.Series) -> str:
    least = values.cast(pl.Float64).min()
    return shown(least) if isinstance(least, float) else "none"
