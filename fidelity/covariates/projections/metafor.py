"""metafor: arm rows, or contrasts, with the arms on which the number of a study stands; slopes shared, own, per arm."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from fidelity.covariates.carrying import CARRIERS, carries
from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import ArmRule, Master
from fidelity.covariates.projections.own_slopes import (
    OwnSlopes,
    arms_share_a_slope,
    own_slopes,
    own_slopes_of_arms,
)
from fidelity.covariates.projections.phrases import CANCELS, CODED, EFFECTS, at_zero, listed, slope, told
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
    name, own = lead(master), own_slopes(master)
    rows = arms_of(master, *numbers(master), *words(master))
    frame = rows.select(
        "study", "treat", "yi", "vi", carries(master).cast(pl.Int64).alias(CARRIERS[master.rule]),
        *numbers(master), *words(master), *grade_of_arm(master),
        *(_slopes(own, name) if name is not None else ()),
    )  # fmt: skip
    guide = Guide(
        package="metafor",
        call="\n".join([_read(master, path), *_fitted(_terms(master, own, "fid_arm"), _OF_ARMS)]),
        centred=at_zero(master),
        slope=slope(master),
        more=told(
            master,
            _WHERE[master.rule].format(master.interest),
            f"x_<treatment> is {name} on the arms of that treatment and 0 elsewhere; for another covariate z: "
            'd$x_A <- (d$treat == "A") * d$z.'
            if own.identified
            else "",
            own.note(),
            "Do not write treat:z, which drops the last treatment and not the reference. Several covariates at once: "
            f"one term more for each, {CARRIERS[master.rule]}:z.",
            CANCELS if master.rule == "worst" else "",
            CODED if grade_of_arm(master) else "",
            _SCRIPT if name == "fid" and path == "metafor/arms.csv" else "",
        ),
    )
    return Table(path, frame, guide, (*names(master), *grade_of_arm(master)))


def per_arm(master: Master, path: str = "metafor/per_arm.csv") -> Projected:
    """Return all arms with their own grades, where some studies have no number of their own, or only a difference."""
    whole = master.arms.join(master.studies, on="study", how="anti").is_empty()
    if master.kind == "contrasts" or (whole and master.rule != "difference"):
        return []
    own = own_slopes_of_arms(master)
    terms = ({"per_arm": ["fid_arm"]} if arms_share_a_slope(master) else {}) | _independent(own)
    guide = Guide(
        package="metafor",
        call="\n".join([_read(master, path), *_fitted(terms, _OF_ARMS)]),
        centred="Not centred: effects are those at fid_arm 0, the lowest grade.",
        slope=f"Change of the {EFFECTS[master.kind]} per grade of the arm.",
        more=" ".join(
            note
            for note in (
                "Every arm, also those of studies that have no number of their own under this rule. x_<treatment> is "
                "fid_arm on the arms of that treatment and 0 elsewhere.",
                own.note(),
                CODED,
                _SCRIPT,
            )
            if note
        ),
    )
    frame = master.arms.select("study", "treat", "yi", "vi", "fid_arm", *_slopes(own, "fid_arm"))
    return [Table(path, frame, guide, ("fid_arm",))]


_WHERE: Final[Mapping[ArmRule, str]] = {
    "worst": "active is 1 on the arms of active treatments, without the reference.",
    "interest": "interest is 1 on the arms of {}, on which alone the number of the study stands: there is one slope.",
    "difference": "later is 1 on the arm further from the reference, on which the difference stands: active:fid would "
    "put it on both arms of a trial of active treatments, where it cancels. There is one slope; for one of each "
    "treatment take the grades of the arms.",
}
"""On which arms the number of a study stands, as the guides say it."""


_SCRIPT: Final = "Rscript metafor/fit.R fits the same, with the same intervals, and prints treatment effects too."

_OF_ARMS: Final = ("~ 0 + study + treat", "vi")
"""The model of arms without slopes, and their variances."""


def _terms(master: Master, own: OwnSlopes, of_arm: str) -> dict[str, list[str]]:
    """Return the slopes of each fit that the calls name."""
    common = {"common": [f"{CARRIERS[master.rule]}:{lead(master)}"]}
    per_arm = grade_of_arm(master) and arms_share_a_slope(master)
    return common | _independent(own) | ({"per_arm": [of_arm]} if per_arm else {})


def _independent(own: OwnSlopes) -> dict[str, list[str]]:
    return {"independent": [f"x_{treat}" for treat in own.identified]} if own.identified else {}


def _fitted(terms: Mapping[str, list[str]], model: tuple[str, str]) -> list[str]:
    """Return the lines that fit each model, and that print its slopes without the rows of studies and treatments."""
    design, variances = model
    lines = []
    for fit, slopes in terms.items():
        lines.append(
            f"{fit} <- rma.mv(yi, {variances}, mods = {design} + {' + '.join(slopes)},\n"
            '  random = ~ treat | study, rho = 0.5, test = "t", data = d)'
        )
        rows = listed(slopes) if len(slopes) > 1 else f'"{slopes[0]}"'
        lines.append(f"coef(summary({fit}))[{rows}, ]")
    return lines


def _slopes(own: OwnSlopes, covariate: str) -> list[pl.Expr]:
    """Return the ready interaction columns: the covariate on the arms of each treatment with a slope, else 0."""
    return [
        pl.when(pl.col("treat") == treat).then(pl.col(covariate)).otherwise(0).alias(f"x_{treat}")
        for treat in own.identified
    ]


def _contrasts(master: Master, path: str) -> Table:
    """Return each effect against the baseline of its study, with the design of treatments and slopes as columns."""
    name = lead(master)
    carrier, own = CARRIERS[master.rule], own_slopes(master)
    rows = arms_of(master, *numbers(master), *words(master)).with_columns(carries(master).cast(pl.Int64).alias(carrier))
    baseline = rows.filter(pl.col("effect").is_null()).select(
        "study", base="treat", v_base=pl.col("se").pow(2).fill_null(0.0), base_carries=carrier, base_fid="fid_arm"
    )
    effects = rows.filter(pl.col("effect").is_not_null()).join(baseline, on="study", maintain_order="left")
    others = [treat for treat in (*controls(master), *actives(master)) if treat != master.reference]
    step = {treat: (pl.col("treat") == treat).cast(pl.Int64) - (pl.col("base") == treat) for treat in others}
    frame = effects.select(
        "study", "treat", "base", pl.col("effect").alias("yi"), pl.col("se").pow(2).alias("vi"), "v_base",
        *numbers(master), *words(master),
        pl.col(carrier) - pl.col("base_carries"),
        *((pl.col("fid_arm") - pl.col("base_fid")).alias("fid_diff") for _ in grade_of_arm(master)),
        *(step[treat].alias(f"d_{treat}") for treat in others),
        *((step[treat] * pl.col(name)).alias(f"x_{treat}") for treat in own.identified if name is not None),
    )  # fmt: skip
    design = " + ".join(("~ 0", *(f"d_{treat}" for treat in others)))
    lines = _fitted(_terms(master, own, "fid_diff"), (design, "V"))
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
            "trial share (a single contrast shares none). d_<treatment> is 1 for treat and -1 for base"
            + (f"; x_<treatment> is d_<treatment> times {name}." if own.identified else "."),
            own.note(),
            f"{carrier} is that of treat minus that of base. {_WHERE[master.rule].format(master.interest)}",
            "fid_diff is the grade of the arm minus that of the base." if grade_of_arm(master) else "",
            CANCELS if master.rule == "worst" else "",
        ),
    )
    return Table(path, frame, guide, names(master))


def _read(master: Master, path: str) -> str:
    return f"""library(metafor)
d <- read.csv("{path}")
d$treat <- relevel(factor(d$treat), ref = "{master.reference}")"""
