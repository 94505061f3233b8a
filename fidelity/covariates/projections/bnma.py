"""bnma: arm vectors, and covariates by position, in the order in which studies first appear."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.phrases import CANCELS, listed, means, slope, told, unclassed
from fidelity.covariates.projections.rows import Projected, arms_of, lead, names, numbers, studies_of


def files(master: Master, folder: str = "bnma") -> Projected:
    """Return the arms and the covariates for `network.data`, which matches them by position."""
    arms, covariate = f"{folder}/arms.csv", f"{folder}/covariate.csv"
    events = master.kind == "events"
    outcome = (
        {"Outcomes": pl.col("events"), "N": pl.col("n")}
        if events
        else {"Outcomes": pl.col("mean"), "SE": pl.col("sd") / pl.col("n").sqrt()}
    )
    frame = arms_of(master).select(Study=pl.col("study"), Treat=pl.col("treat"), **outcome)
    studies = studies_of(master)
    order = [master.reference, *(treat for treat in sorted(set(frame["Treat"])) if treat != master.reference)]
    guide = Guide(
        package="bnma",
        call=f"""library(bnma)
a <- read.csv("{arms}")
x <- read.csv("{covariate}")
stopifnot(identical(unique(a$Study), x$study))
network <- with(a, network.data(Outcomes = Outcomes, Study = Study, Treat = Treat, {"N = N" if events else "SE = SE"},
  response = "{"binomial" if events else "normal"}", Treat.order = {listed(order)},
  covariate = x${lead(master)}, covariate.type = "continuous", covariate.model = "common"))
fit <- network.run(network, RNG.inits = lapply(1:3, function(i)
  list(.RNG.name = "base::Mersenne-Twister", .RNG.seed = i)))
summary(fit)""",
        centred=f'At the mean over the studies: {means(studies, master)}. covariate.type = "discrete" stops it.',
        slope=slope(master),
        more=told(
            master,
            "Covariates are matched by position: do not sort either file alone. Other slopes: covariate.model = "
            '"exchangeable" or "independent". Several covariates at once: as.matrix(x[c("a", "b")]), and a type for '
            "each.",
            CANCELS,
            unclassed(master),
        ),
    )
    return [
        Table(arms, frame, guide),
        Table(covariate, studies.select("study", *numbers(master)), guide, names(master)),
    ]
