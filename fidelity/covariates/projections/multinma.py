"""multinma: arm rows or contrasts with treatment classes, covariates of the study and of the arm."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.phrases import CANCELS, CODED, means, slope, told
from fidelity.covariates.projections.rows import Projected, arms_of, complete, grade_of_arm, lead, names, numbers


def files(master: Master, folder: str = "multinma") -> Projected:
    """Return the rows for `set_agd_arm`, or for `set_agd_contrast` with the baseline rows."""
    relative = master.kind == "contrasts"
    path = f"{folder}/contrasts.csv" if relative else f"{folder}/arms.csv"
    outcome = {
        "events": [pl.col("events").alias("r"), pl.col("n")],
        "means": [pl.col("mean").alias("y"), (pl.col("sd") / pl.col("n").sqrt()).alias("se"), pl.col("n")],
        "contrasts": [pl.col("effect").alias("y"), pl.col("se")],
    }[master.kind]
    rows = arms_of(master, *numbers(master))
    own = grade_of_arm(master)
    frame = rows.select("study", pl.col("treat").alias("trt"), "trt_class", *outcome, *numbers(master), *own)
    guide = _guide(master, path, rows)
    return [Table(path, frame, guide, (*names(master), *own), missing="NA" if relative else None)]


def _guide(master: Master, path: str, rows: pl.DataFrame) -> Guide:
    door = {
        "events": "set_agd_arm(d, study = study, trt = trt, r = r, n = n,",
        "means": "set_agd_arm(d, study = study, trt = trt, y = y, se = se, sample_size = n,",
        "contrasts": "set_agd_contrast(d, study = study, trt = trt, y = y, se = se,",
    }[master.kind]
    name = lead(master)
    return Guide(
        package="multinma",
        call=f"""library(multinma)
d <- read.csv("{path}")
network <- {door} trt_ref = "{master.reference}", trt_class = trt_class)
fit <- nma(network, trt_effects = "random", regression = ~ .trt:{name}, class_interactions = "common", seed = 1)
print(fit, pars = "beta")
relative_effects(fit, newdata = data.frame({name} = {_standard(master)}))""",
        centred=f"At the mean over the rows: {means(rows, master)}. center = FALSE stops it.",
        slope=slope(master),
        more=told(
            master,
            'One slope for the class "active"; class_interactions = "exchangeable" or "independent" for one per '
            "treatment. Treatments of the reference class have no slope. "
            f"Several covariates at once: ~ .trt:({name} + z).",
            f"Grade of the arm: regression = ~ .trt:fid_arm. {CODED}" if grade_of_arm(master) else "",
            "Baseline rows have y = NA; in trials of three or more arms their se is that of the baseline's own mean."
            if master.kind == "contrasts"
            else CANCELS,
        ),
    )


def _standard(master: Master) -> str:
    """Return the end of the lead covariate at which the standard is kept."""
    covariate = complete(master)[0]
    return f"{covariate.high if covariate.better == 'high' else covariate.low:g}"
