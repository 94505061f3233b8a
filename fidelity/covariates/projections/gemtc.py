"""gemtc: arm data or relative effects, and the covariates of the studies beside them."""

from __future__ import annotations

from statistics import stdev
from typing import Final

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.fitting.trials import present
from fidelity.covariates.master import Master
from fidelity.covariates.projections.phrases import EFFECTS, listed, means, shown, told
from fidelity.covariates.projections.rows import (
    Projected,
    actives,
    arms_of,
    complete,
    controls,
    lead,
    names,
    numbers,
    studies_of,
)

_MODEL: Final = {
    "events": 'likelihood = "binom", link = "logit"',
    "means": 'likelihood = "normal", link = "identity"',
    "contrasts": 'likelihood = "normal", link = "identity"',
}


def files(master: Master, folder: str = "gemtc") -> Projected:
    """Return `data.csv` (arms) or `data_re.csv` (contrasts), and `studies.csv` with the same studies."""
    relative = master.kind == "contrasts"
    data = f"{folder}/data_re.csv" if relative else f"{folder}/data.csv"
    guide = _guide(master, data, f"{folder}/studies.csv")
    frame = studies_of(master).select("study", *numbers(master))
    return [
        Table(data, _data(master), guide, missing="NA" if relative else None),
        Table(f"{folder}/studies.csv", frame, guide, names(master)),
    ]


def scale(values: pl.Series) -> float:
    """Return what gemtc divides a covariate by: two standard deviations over the studies, 1 for a covariate of 0 and 1.

    0 where it does not vary or there is one study only.
    """
    found = [float(value) for value in values]
    if set(found) == {0.0, 1.0}:
        return 1.0
    return 2 * stdev(found) if len(found) > 1 else 0.0


def divide(values: pl.Series) -> str:
    """Return by what the printed slope of a covariate is divided to be per unit, in words."""
    by = scale(values)
    return shown(by) if by else "none, since it does not vary"


def _data(master: Master) -> pl.DataFrame:
    columns = {
        "events": {"responders": "events", "sampleSize": "n"},
        "means": {"mean": "mean", "std.dev": "sd", "sampleSize": "n"},
        "contrasts": {"diff": "effect", "std.err": "se"},
    }[master.kind]
    return arms_of(master).select(
        "study", treatment=pl.col("treat"), **{name: pl.col(source) for name, source in columns.items()}
    )


def _guide(master: Master, data: str, studies: str) -> Guide:
    frame = studies_of(master)
    scales = ", ".join(f"{covariate.name} {divide(frame[covariate.name])}" for covariate in complete(master))
    kind = "data.re" if master.kind == "contrasts" else "data.ab"
    reference, own = controls(master), actives(master)
    if (
        master.interest is not None
    ):  # only its arms have the number of the study: the others are one class without slope
        reference = [treat for treat in present(master) if treat != master.interest]
        own = [master.interest]
    if len(reference) > 1:
        versus, beta = f"classes = list(control = {listed(reference)}, active = {listed(own)})", "B[2]"
    else:
        versus, beta = f'control = "{master.reference}"', "B"
    return Guide(
        package="gemtc",
        call=f"""library(gemtc)
network <- mtc.network({kind} = read.csv("{data}"), studies = read.csv("{studies}"))
model <- mtc.model(network, type = "regression", {_MODEL[master.kind]},
  regressor = list(coefficient = "shared", variable = "{lead(master)}", {versus}))
for (i in seq_along(model$inits))
  model$inits[[i]] <- c(model$inits[[i]], .RNG.name = "base::Mersenne-Twister", .RNG.seed = i)
fit <- mtc.run(model, n.adapt = 5000, n.iter = 20000)
summary(fit)
quantile(as.matrix(fit$samples)[, "{beta}"] / model$regressor$scale, c(0.025, 0.5, 0.975))""",
        centred=f"At the mean over the studies: {means(frame, master)}.",
        slope=(
            f"Change of the {EFFECTS[master.kind]} against the control per 2 standard deviations of the covariate. "
            f"Divide by model$regressor$scale for the change per unit; in these data: {scales}."
        ),
        more=told(
            master,
            "One covariate at a time.",
            'Other slopes: coefficient = "exchangeable" or "unrelated" with control = '
            f'"{master.reference}" (classes go with shared only).'
            if master.rule == "worst"
            else "",
            "print() of the model shows neither control nor "
            "covariate: look at model$regressor. Fewer iterations moved the slope by 0.04 between runs.",
        ),
    )
