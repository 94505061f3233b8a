"""MetaInsight: one file for each covariate, since it takes exactly one `covar.` column."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.projections.gemtc import divide
from fidelity.covariates.projections.indirectness import SAID, gradable, step
from fidelity.covariates.projections.phrases import EFFECTS, means, told, unclassed
from fidelity.covariates.projections.rows import Projected, arms_of, known, studies_of
from fidelity.covariates.wide import limited


def files(master: Master, folder: str = "metainsight") -> Projected:
    """Return `metainsight/<covariate>.csv` for every covariate, with the studies that have it."""
    return [_file(alone(master, covariate), covariate, folder) for covariate in master.covariates]


def alone(master: Master, covariate: Covariate) -> Master:
    """Return the master with this covariate only, limited to the studies that have it."""
    kept = limited(master, covariate) if covariate.missing else master
    return replace(kept, covariates=(replace(covariate, missing=()),))


def _file(master: Master, covariate: Covariate, folder: str) -> Table:
    path = f"{folder}/{covariate.name}.csv"
    rows = arms_of(master, covariate.name, "rob", "fid_lo", "fid_hi")
    outcome = (
        {"N": pl.col("n"), "R": pl.col("events")}
        if master.kind == "events"
        else {"N": pl.col("n"), "Mean": pl.col("mean"), "SD": pl.col("sd")}
    )
    beside = {
        **({"rob": pl.col("rob")} if known(rows, "rob") else {}),
        **({"indirectness": step()} if gradable(master) else {}),
    }
    frame = rows.select(
        Study=pl.col("study"), T=pl.col("treat"), **outcome, **{f"covar.{covariate.name}": covariate.name}, **beside
    )
    studies = studies_of(master)
    guide = Guide(
        package="MetaInsight",
        call=f"Upload {path} as long format; choose {master.reference} as reference; then Bayesian, meta-regression.",
        centred=f"At the mean over the studies: {means(studies, master)}.",
        slope=(
            f"Change of the {EFFECTS[master.kind]} against {master.reference} per 2 standard deviations of the "
            f"covariate, since the engine is gemtc (per unit for a covariate of 0 and 1). Divisor for the change per "
            f"unit: {divide(studies[covariate.name])}."
        ),
        more=told(master, "One covariate for each file.", SAID if gradable(master) else "", unclassed(master)),
    )
    return Table(path, frame, guide, (f"covar.{covariate.name}",))
