"""multinma: arm rows or contrasts with treatment classes, covariates of the study and of the arm."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.phrases import CANCELS, CODED, EFFECTS, mean_of, means, slope, told
from fidelity.covariates.projections.rows import (
    Projected,
    arms_of,
    complete,
    controls,
    grade_of_arm,
    lead,
    names,
    numbers,
)


def files(master: Master, folder: str = "multinma") -> Projected:
    """Return the rows for `set_agd_arm`, or for `set_agd_contrast` with the baseline rows."""
    relative = master.kind == "contrasts"
    path = f"{folder}/contrasts.csv" if relative else f"{folder}/arms.csv"
    rows = arms_of(master, *numbers(master))
    own = _own(master)
    frame = rows.select(
        "study", pl.col("treat").alias("trt"), _class(master), *_outcome(master), *numbers(master), *own
    )
    guide = _guide(master, path, rows)
    return [Table(path, frame, guide, (*names(master), *own), missing="NA" if relative else None)]


def per_arm(master: Master, path: str = "multinma/per_arm.csv") -> Projected:
    """Return all arms with their own grades, where the numbers of studies are differences, which it cannot take."""
    if master.rule != "difference" or master.reference not in controls(master):
        return []
    frame = master.arms.select("study", pl.col("treat").alias("trt"), "trt_class", *_outcome(master), "fid_arm")
    guide = Guide(
        package="multinma",
        call=_call(master, path, "fid_arm", "3"),
        centred=f"At the mean over the rows: fid_arm {mean_of(frame['fid_arm'])}. center = FALSE stops it.",
        slope=f"Change of the {EFFECTS[master.kind]} against {master.reference} per grade of the arm.",
        more=f"Every arm, also those of studies without a difference. {CODED}",
    )
    return [Table(path, frame, guide, ("fid_arm",), missing="NA" if master.kind == "contrasts" else None)]


def _own(master: Master) -> list[str]:
    """Return the column of the grade of the arm; an active reference would have no slope, and its arms a grade."""
    return grade_of_arm(master) if master.rule == "worst" and master.reference in controls(master) else []


def _class(master: Master) -> pl.Expr:
    """Return the class of each treatment: of one of interest all others are the class without a slope."""
    if master.rule != "interest":
        return pl.col("trt_class")
    of_interest = pl.col("treat") == master.interest
    return pl.when(of_interest).then(pl.lit("interest")).otherwise(pl.lit("other")).alias("trt_class")


def _outcome(master: Master) -> list[pl.Expr]:
    return {
        "events": [pl.col("events").alias("r"), pl.col("n")],
        "means": [pl.col("mean").alias("y"), (pl.col("sd") / pl.col("n").sqrt()).alias("se"), pl.col("n")],
        "contrasts": [pl.col("effect").alias("y"), pl.col("se")],
    }[master.kind]


def _call(master: Master, path: str, name: str, standard: str) -> str:
    door = {
        "events": "set_agd_arm(d, study = study, trt = trt, r = r, n = n,",
        "means": "set_agd_arm(d, study = study, trt = trt, y = y, se = se, sample_size = n,",
        "contrasts": "set_agd_contrast(d, study = study, trt = trt, y = y, se = se,",
    }[master.kind]
    return f"""library(multinma)
d <- read.csv("{path}")
network <- {door} trt_ref = "{master.reference}", trt_class = trt_class)
fit <- nma(network, trt_effects = "random", regression = ~ .trt:{name}, class_interactions = "common", seed = 1)
print(fit, pars = "beta")
relative_effects(fit, newdata = data.frame({name} = {standard}))"""


def _guide(master: Master, path: str, rows: pl.DataFrame) -> Guide:
    name = str(lead(master))
    worst = master.rule == "worst"
    return Guide(
        package="multinma",
        call=_call(master, path, name, _standard(master)),
        centred=f"At the mean over the rows: {means(rows, master)}. center = FALSE stops it.",
        slope=slope(master),
        more=told(
            master,
            'One slope for the class "active"; class_interactions = "exchangeable" or "independent" for one per '
            "treatment. Treatments of the reference class have no slope."
            if worst
            else f'One slope, of {master.interest}; treatments of the class "other" have none. Leave '
            'class_interactions at "common".',
            f"Several covariates at once: ~ .trt:({name} + z).",
            f"Grade of the arm: regression = ~ .trt:fid_arm. {CODED}" if _own(master) else "",
            "Baseline rows have y = NA; in trials of three or more arms their se is that of the baseline's own mean."
            if master.kind == "contrasts"
            else "",
            CANCELS if worst and master.kind != "contrasts" else "",
        ),
    )


def _standard(master: Master) -> str:
    """Return the end of the lead covariate at which the standard is kept."""
    covariate = complete(master)[0]
    return f"{covariate.high if covariate.better == 'high' else covariate.low:g}"
