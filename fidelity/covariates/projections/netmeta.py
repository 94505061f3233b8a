"""netmeta: all contrasts of every study, and arm rows for `pairwise`."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.fitting import fits
from fidelity.covariates.fitting.trials import trials_of, varies_at
from fidelity.covariates.master import Master
from fidelity.covariates.projections.pairs import pairs
from fidelity.covariates.projections.phrases import CANCELS, at_zero, slope, told, unclassed
from fidelity.covariates.projections.rows import (
    Projected,
    arms_of,
    lead,
    led_by,
    names,
    numbers,
    words,
)

_SUBGROUP: Final = "subgroup(net, fid_grp)"


def files(master: Master, folder: str = "netmeta") -> Projected:
    """Return the contrasts for `netmeta` and, where arms have outcomes, the rows for `pairwise`.

    A covariate that can be fitted and with which netmetareg does not stop leads, if there is any.
    """
    trials = trials_of(master)
    master = led_by(master, lambda c: varies_at(trials, c.name, master.reference) and fits(master, c))
    made: Projected = [_contrasts(master, f"{folder}/contrasts.csv")]
    if master.kind != "contrasts":
        made.append(_pairwise(master, f"{folder}/pairwise.csv"))
    return made


def _contrasts(master: Master, path: str) -> Table:
    outcome = ["n1", "mean1", "sd1", "n2", "mean2", "sd2"] if master.kind == "means" else []
    frame = pairs(master).join(
        master.studies.select("study", *numbers(master), *words(master)), on="study", how="left", maintain_order="left"
    )
    frame = frame.select(
        pl.col("study").alias("studlab"), "treat1", "treat2", "TE", "seTE", *outcome,
        *numbers(master), *words(master),
    )  # fmt: skip
    return Table(path, frame, _contrast_guide(master, path), names(master))


def _contrast_guide(master: Master, path: str) -> Guide:
    more = {"events": 'sm = "OR",', "contrasts": ""}.get(
        master.kind, 'sm = "MD",\n  n1 = n1, mean1 = mean1, sd1 = sd1, n2 = n2, mean2 = mean2, sd2 = sd2,'
    )
    then = f'\nnetmetareg(net, covar = {lead(master)}, assumption = "common")'
    if master.kind == "events":
        then = f"\n{_SUBGROUP}" if words(master) else ""
    notes = {
        "events": "For events, run the meta-regression from pairwise.csv: netmetareg on log odds ratios alone does not "
        "see that the contrasts of a trial with several arms hang together. Columns of events are left out on "
        "purpose: with them, every such trial would drop out without a word.",
        "means": "Keep n, mean and sd in the call: without them netmetareg does not see that the contrasts of a "
        "trial with several arms hang together.",
        "contrasts": "netmetareg does not see that the contrasts of a trial with several arms hang together; "
        "metafor/contrasts.csv has what is needed for that.",
    }
    return Guide(
        package="netmeta",
        call=f"""library(netmeta)
d <- read.csv("{path}")
net <- netmeta(TE, seTE, treat1, treat2, studlab, data = d, {more}
  reference.group = "{master.reference}", common = FALSE){then}""",
        centred=at_zero(master),
        slope=slope(master),
        more=told(
            master,
            "TE is treat1 minus treat2; a trial of k arms has k(k-1)/2 rows.",
            notes[master.kind],
            'For one slope per treatment: assumption = "independent".',
            CANCELS,
            unclassed(master),
        ),
    )


def _pairwise(master: Master, path: str) -> Table:
    rows = arms_of(master, *numbers(master), *words(master))
    outcome = [pl.col("n"), pl.col("events").alias("event")] if master.kind == "events" else ["n", "mean", "sd"]
    frame = rows.select(pl.col("study").alias("studlab"), "treat", *outcome, *numbers(master), *words(master))
    named = (
        'event = event, n = n, studlab = studlab, data = d, sm = "OR"'
        if master.kind == "events"
        else 'n = n, mean = mean, sd = sd, studlab = studlab, data = d, sm = "MD"'
    )
    subgroup = f"\n{_SUBGROUP}" if words(master) else ""
    guide = Guide(
        package="netmeta",
        call=f"""library(netmeta)
d <- read.csv("{path}")
p <- pairwise(treat, {named})
net <- netmeta(p, reference.group = "{master.reference}", common = FALSE)
netmetareg(net, covar = {lead(master)}, assumption = "common"){subgroup}""",
        centred=at_zero(master),
        slope=slope(master),
        more=told(
            master,
            'For one slope per treatment: assumption = "independent". Subgroups go by fid_grp, in words: '
            "subgroup() takes numbers for positions.",
            CANCELS,
            unclassed(master),
        ),
    )
    return Table(path, frame, guide, names(master))
