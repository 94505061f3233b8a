"""Arms and probabilities of grades as the JAGS model of the pack takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from fidelity.covariates.carrying import carries
from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import ArmRule, Master

PROBABILITIES: Final = ("p0", "p1", "p2", "p3")

_STUDY: Final = "Rscript jags/fit.R                    # one slope, on the grade of the study"
_ARM: Final = "Rscript jags/fit.R arm                # one slope, on the grade of each arm"
_EACH: Final = "Rscript jags/fit.R arm independent    # a slope for each active treatment, on the grade of each arm"

CALLS: Final[Mapping[ArmRule, Sequence[str]]] = {
    "worst": (_STUDY, _ARM, "Rscript jags/fit.R study independent  # a slope for each active treatment"),
    "interest": (_STUDY, _ARM, _EACH),
    "difference": (_ARM, _EACH),
}
"""How the model is run under each rule: a difference is no grade, so that there is none of the study."""


def guide(master: Master) -> Guide:
    """Return what a user must know of jags/arms.csv, pmf.csv, model.jags and fit.R, which belong together."""
    alone = f"The grade of the study is that of its arm of {master.interest} and has a slope on these alone. "
    return Guide(
        package="JAGS (R package rjags)",
        call="\n".join(CALLS[master.rule]),
        centred="Estimated at 1.5, the middle of the scale; jags/fit.R prints the effects at every grade.",
        slope="Change of the effect against the reference per grade (0 poor to 3 full): log odds or units of the "
        "outcome.",
        more=(alone if master.rule == "interest" else "")
        + "Takes the probability of each grade, so that silence costs precision and does not move the slope, as far "
        "as the probabilities are right. Random effects between studies with the correction for multi-arm studies; a "
        "wide prior of the slope around 0.",
    )


def jags_tables(master: Master) -> tuple[Table, ...]:
    """Return jags/arms.csv and jags/pmf.csv.

    arms.csv has a row for each arm: study `s` and treatment `t` as numbers (the reference is 1), `active`, the row of
    pmf.csv with the grade of its study (`by_study`, where that stands on this arm: see `carries`) and of itself
    (`by_arm`), 0 where there is none, and its outcome:
    `n` and `events`, or `y` with its sampling variance `v` and `scale`, the unit of the priors. pmf.csv has a row for
    each study and each graded arm: the probabilities of the grades 0 to 3.
    """
    arms = master.arms.join(master.treatments.select("treat", t="number"), on="treat", maintain_order="left")
    numbers = arms.select(pl.col("study").unique(maintain_order=True)).with_row_index("s", offset=1)
    arms = arms.join(numbers, on="study", maintain_order="left")
    pmf = _probabilities(master, arms)
    units = {
        of: pmf.filter(pl.col("of") == of).select("study", "treat", pl.col("unit").alias(f"by_{of}"))
        for of in ("study", "arm")
    }
    arms = arms.join(units["study"].drop("treat"), on="study", how="left", maintain_order="left")
    arms = arms.join(units["arm"], on=["study", "treat"], how="left", maintain_order="left")
    graded = {"study": carries(master), "arm": pl.col("active") == 1}
    arms = arms.with_columns(
        pl.when(graded[of]).then(pl.col(f"by_{of}").fill_null(0)).otherwise(0).alias(f"by_{of}") for of in units
    )
    columns = ("study", "treat", "s", "t", "active", "by_study", "by_arm")
    outcome = arms.select("n", "events") if master.kind == "events" else _means(master, arms)
    frame = pl.concat([arms.select(columns), outcome], how="horizontal")
    return Table("jags/arms.csv", frame, guide(master)), Table("jags/pmf.csv", pmf, guide(master))


def _probabilities(master: Master, arms: pl.DataFrame) -> pl.DataFrame:
    graded = arms.filter(pl.col("active") == 1)
    studies = master.studies.select("study", *PROBABILITIES).join(graded, on="study", how="semi", maintain_order="left")
    of_studies = studies.select(pl.lit("study").alias("of"), "study", pl.lit("").alias("treat"), *PROBABILITIES)
    of_arms = graded.select(
        pl.lit("arm").alias("of"), "study", "treat", *(pl.col(f"pa{name[1:]}").alias(name) for name in PROBABILITIES)
    )
    both = pl.concat([of_studies, of_arms]).drop_nulls(list(PROBABILITIES))
    return both.with_row_index("unit", offset=1).with_columns(pl.col("unit").cast(pl.Int64))


def _means(master: Master, arms: pl.DataFrame) -> pl.DataFrame:
    if master.kind == "means":
        scale = (pl.col("sd").pow(2) * (pl.col("n") - 1)).sum() / (pl.col("n") - 1).sum()
        return arms.select(y="mean", v=pl.col("vi"), scale=scale.sqrt())
    return _differences(arms)


def _differences(arms: pl.DataFrame) -> pl.DataFrame:
    """Return differences as if they were means of arms with independent errors, which gives them the right covariance.

    The model has a free mean for each study, so only differences count. With 0 for the baseline and the effect for the
    others, and the variance of the baseline's own mean taken out of theirs, contrasts of one study share that variance.
    Without it (two arms) the variance of the one contrast is divided between the arms.
    """
    baseline = pl.col("effect").is_null()
    squared = pl.col("se").pow(2)
    of_baseline = squared.filter(baseline).max().over("study")
    of_contrast = squared.filter(~baseline).max().over("study")
    shared = pl.when(pl.len().over("study") > 2).then(of_baseline).otherwise(of_contrast / 2)
    unit = pl.col("effect").pow(2).mean().sqrt()
    return arms.select(
        y=pl.col("effect").fill_null(0.0),
        v=pl.when(baseline).then(shared).otherwise(squared - shared),
        scale=pl.when(unit > 0).then(unit).otherwise(1.0),
    )
