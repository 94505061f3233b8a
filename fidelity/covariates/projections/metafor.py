"""metafor: arm rows, or contrasts, with ready interaction columns; the common, independent and per-arm slopes."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.phrases import CANCELS, CODED, EFFECTS, at_zero, slope, told
from fidelity.covariates.projections.rows import (
    Projected,
    actives,
    arms_of,
    controls,
    grade_of_arm,
    lead,
    names,
    numbers,
    words,
)


def files(master: Master, folder: str = "metafor") -> Projected:
    """Return the rows for `rma.mv`: arms where they have outcomes, else contrasts with a baseline."""
    if master.kind == "contrasts":
        return [_contrasts(master, f"{folder}/contrasts.csv")]
    return [_arms(master, f"{folder}/arms.csv")]


def _arms(master: Master, path: str) -> Table:
    name = lead(master)
    rows = arms_of(master, *numbers(master), *words(master))
    frame = rows.select(
        "study", "treat", "yi", "vi", "active", *numbers(master), *words(master), *grade_of_arm(master),
        *(_slopes(master, name) if name is not None else ()),
    )  # fmt: skip
    fits = {
        "common": f'I((treat != "{master.reference}") * {name})' if _active_reference(master) else f"active:{name}",
        "independent": " + ".join(f"x_{treat}" for treat in actives(master)),
    } | ({"per_arm": "fid_arm"} if grade_of_arm(master) else {})
    guide = Guide(
        package="metafor",
        call=_read(master, path) + "\n" + "\n".join(f"{fit} <- {_fit(term)}" for fit, term in fits.items()),
        centred=at_zero(master),
        slope=slope(master),
        more=told(
            master,
            f"x_<treatment> is {name} on the arms of that treatment and 0 elsewhere; for another covariate z: "
            'd$x_A <- (d$treat == "A") * d$z. Do not write treat:z, which drops the last treatment and not the '
            "reference. Several covariates at once: one term more for each, active:z.",
            CANCELS,
            CODED if grade_of_arm(master) else "",
        ),
    )
    return Table(path, frame, guide, (*names(master), *grade_of_arm(master)))


def per_arm(master: Master, path: str = "metafor/per_arm.csv") -> Projected:
    """Return all arms with their own grades, where some studies have no number of their own."""
    if master.kind == "contrasts" or master.arms.join(master.studies, on="study", how="anti").is_empty():
        return []
    own = " + ".join(f"x_{treat}" for treat in actives(master))
    guide = Guide(
        package="metafor",
        call=f"{_read(master, path)}\nper_arm <- {_fit('fid_arm')}\nindependent <- {_fit(own)}",
        centred="Not centred: effects are those at fid_arm 0, the lowest grade.",
        slope=f"Change of the {EFFECTS[master.kind]} per grade of the arm.",
        more="Every arm, also those of studies that have no number of their own under this rule. x_<treatment> is "
        f"fid_arm on the arms of that treatment and 0 elsewhere. {CODED}",
    )
    frame = master.arms.select("study", "treat", "yi", "vi", "active", "fid_arm", *_slopes(master, "fid_arm"))
    return [Table(path, frame, guide, ("fid_arm",))]


def _slopes(master: Master, covariate: str) -> list[pl.Expr]:
    """Return the ready interaction columns: the covariate on the arms of each treatment with a slope, else 0."""
    return [
        pl.when(pl.col("treat") == treat).then(pl.col(covariate)).otherwise(0).alias(f"x_{treat}")
        for treat in actives(master)
    ]


def _contrasts(master: Master, path: str) -> Table:
    """Return each effect against the baseline of its study, with the design of treatments and slopes as columns."""
    name = lead(master)
    rows = arms_of(master, *numbers(master), *words(master))
    baseline = rows.filter(pl.col("effect").is_null()).select(
        "study", base="treat", v_base=pl.col("se").pow(2).fill_null(0.0), base_active="active", base_fid="fid_arm"
    )
    effects = rows.filter(pl.col("effect").is_not_null()).join(baseline, on="study", maintain_order="left")
    others = [treat for treat in (*controls(master), *actives(master)) if treat != master.reference]
    step = {treat: (pl.col("treat") == treat).cast(pl.Int64) - (pl.col("base") == treat) for treat in others}
    frame = effects.select(
        "study", "treat", "base", pl.col("effect").alias("yi"), pl.col("se").pow(2).alias("vi"), "v_base",
        *numbers(master), *words(master),
        (pl.col("active") - pl.col("base_active")).alias("active"),
        *((pl.col("fid_arm") - pl.col("base_fid")).alias("fid_diff") for _ in grade_of_arm(master)),
        *(step[treat].alias(f"d_{treat}") for treat in others),
        *((step[treat] * pl.col(name)).alias(f"x_{treat}") for treat in actives(master) if name is not None),
    )  # fmt: skip
    design = " + ".join(f"d_{treat}" for treat in others)
    shared = f"I(({design}) * {name})" if _active_reference(master) else f"active:{name}"
    fits = {
        "common": shared,
        "independent": " + ".join(f"x_{treat}" for treat in actives(master)),
    } | ({"per_arm": "fid_diff"} if grade_of_arm(master) else {})
    lines = [
        f"{fit} <- rma.mv(yi, V, mods = ~ 0 + {design} + {term}, random = ~ treat | study, rho = 0.5, data = d)"
        for fit, term in fits.items()
    ]
    guide = Guide(
        package="metafor",
        call=f"""library(metafor)
d <- read.csv("{path}")
trials <- split(d, factor(d$study, unique(d$study)))
V <- bldiag(lapply(trials, function(s) s$v_base[1] + diag(s$vi - s$v_base, nrow(s))))
"""
        + "\n".join(lines),
        centred=at_zero(master),
        slope=slope(master),
        more=told(
            master,
            "yi is treat minus base; v_base is the variance of the baseline's own mean, which the contrasts of a "
            "trial share (a single contrast shares none). d_<treatment> is 1 for treat and -1 for base; "
            f"x_<treatment> is d_<treatment> times {name}.",
            "fid_diff is the grade of the arm minus that of the base." if grade_of_arm(master) else "",
            CANCELS,
        ),
    )
    return Table(path, frame, guide, names(master))


def _active_reference(master: Master) -> bool:
    return master.reference in set(master.treatments.filter(pl.col("trt_class") == "active")["treat"])


def _read(master: Master, path: str) -> str:
    return f"""library(metafor)
d <- read.csv("{path}")
d$treat <- relevel(factor(d$treat), ref = "{master.reference}")"""


def _fit(term: str) -> str:
    model = "random = ~ treat | study, rho = 0.5, data = d"
    return f"rma.mv(yi, vi, mods = ~ 0 + study + treat + {term}, {model})"
