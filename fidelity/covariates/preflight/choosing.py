"""The reference of the network, as packages go by it: where netmetareg stops, and who gets a slope without classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting.trials import names_of, of_own, present, trials_of, varies_at
from fidelity.covariates.fitting.varying import Verdict
from fidelity.covariates.master import Master

WITHOUT_CLASSES: Final = frozenset({"bnma", "bugsnet", "crossnma", "metainsight", "netmeta", "stata"})
"""Folders of packages that give every treatment but the reference a slope, also those that are never graded."""


def about_netmetareg(master: Master, verdicts: Sequence[Verdict], tables: Iterable[Table]) -> list[Finding]:
    """Return the covariates with which netmetareg stops at the reference of the network, and references that work.

    A file of netmeta all of whose covariates stop it is refused. Without a file of netmeta there is nothing to say.
    """
    tables = [table for table in tables if table.path.startswith("netmeta/")]
    if not tables:
        return []
    of_studies = {covariate.name for covariate in master.covariates}  # netmetareg takes no grade of an arm
    chosen = (verdict for verdict in verdicts if verdict.fits and verdict.covariate.name in of_studies)
    fit = {verdict.covariate.name: of_own(master, verdict.covariate) for verdict in chosen}
    again = {verdict.covariate.name for verdict in verdicts if verdict.repeats}
    stopped = {name: own for name, own in fit.items() if not varies_at(trials_of(own), name, own.reference)}
    found = [_stops(own, name) for name, own in stopped.items() if name not in again]
    for table in tables:
        mine = [name for name in table.covariates if name in fit]
        if mine and all(name in stopped for name in mine):
            found.append(replace(_stops(stopped[mine[0]], mine[0]), severity="refused", file=table.path))
    return found


def _stops(master: Master, name: str) -> Finding:
    what = f"constant over the trials with {master.reference}, and netmetareg stops"
    trials = trials_of(master)
    others = [treat for treat in present(master) if treat != master.reference and varies_at(trials, name, treat)]
    remedy = f"choose another reference (--reference): {' or '.join(others)}" if others else "use another package"
    return Finding("netmetareg_stops", "warning", what, remedy, "netmeta", covariate=name)


def about_references(master: Master, slopes: pl.DataFrame, tables: Iterable[Table]) -> list[Finding]:
    """Return a warning where treatments beside the reference are never graded, and packages give them a slope.

    It names the packages without classes that `tables` are for, and how many studies inform a common slope in either
    model; `slopes` is the frame of `identifiable`.
    """
    names = names_of(master)
    kept = master.treatments.filter(pl.col("trt_class") == "reference")["treat"].to_list()
    several = [names[treat] for treat in present(master) if treat in kept and treat != master.reference]
    regressed = (table for table in tables if table.covariates and table.path.split("/")[0] in WITHOUT_CLASSES)
    packages = dict.fromkeys(table.guide.package for table in regressed)
    if not several or not packages:
        return []
    one = len(several) == 1
    it = "it" if one else "them"
    what = (
        f"{', '.join(several)} {'has' if one else 'have'} no grade, and no class in {', '.join(packages)}: they give "
        f"{it} a slope against the reference {names[master.reference]}, so that a shared slope cancels where an active "
        f"treatment meets {it}{_informed(slopes)}"
    )
    remedy = "use metafor, multinma, gemtc or JAGS, which know classes, or make treatments that are alike one node"
    return [Finding("several_references", "warning", what, remedy)]


def _informed(slopes: pl.DataFrame) -> str:
    """Return how many studies inform one slope for all, in packages without classes and with them."""
    counts = {
        model: slopes.filter(pl.col("model") == model)["studies"].to_list()
        for model in ("common_without_classes", "common")
    }
    without, with_ = counts.values()
    if not without or not with_:
        return ""
    return f"; one slope for all rests on {without[0]} studies there, and on {with_[0]} with classes, as another slope"
