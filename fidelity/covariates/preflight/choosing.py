"""The reference of the network, as packages go by it: where netmetareg stops, and who gets a slope without classes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting.trials import names_of, of_own, present, trials_of, varies_at
from fidelity.covariates.fitting.varying import Verdict
from fidelity.covariates.master import Master


def about_netmetareg(master: Master, verdicts: Sequence[Verdict], tables: Iterable[Table]) -> list[Finding]:
    """Return the covariates with which netmetareg stops at the reference of the network, and references that work.

    A file of netmeta all of whose covariates stop it is refused.
    """
    of_studies = {covariate.name for covariate in master.covariates}  # netmetareg takes no grade of an arm
    chosen = (verdict for verdict in verdicts if verdict.fits and verdict.covariate.name in of_studies)
    fit = {verdict.covariate.name: of_own(master, verdict.covariate) for verdict in chosen}
    again = {verdict.covariate.name for verdict in verdicts if verdict.repeats}
    stopped = {name: own for name, own in fit.items() if not varies_at(trials_of(own), name, own.reference)}
    found = [_stops(own, name) for name, own in stopped.items() if name not in again]
    for table in tables:
        mine = [name for name in table.covariates if name in fit]
        if table.path.startswith("netmeta/") and mine and all(name in stopped for name in mine):
            found.append(replace(_stops(stopped[mine[0]], mine[0]), severity="refused", file=table.path))
    return found


def _stops(master: Master, name: str) -> Finding:
    what = f"constant over the trials with {master.reference}, and netmetareg stops"
    trials = trials_of(master)
    others = [treat for treat in present(master) if treat != master.reference and varies_at(trials, name, treat)]
    remedy = f"choose another reference (--reference): {' or '.join(others)}" if others else "use another package"
    return Finding("netmetareg_stops", "warning", what, remedy, "netmeta", covariate=name)


def about_references(master: Master) -> list[Finding]:
    """Return a warning where several treatments are never graded: packages without classes give all but one a slope."""
    names = names_of(master)
    kept = master.treatments.filter(pl.col("trt_class") == "reference")["treat"].to_list()
    several = [treat for treat in present(master) if treat in kept and treat != master.reference]
    if not several:
        return []
    what = (
        f"{', '.join(names[treat] for treat in several)} has no grade either, but only {master.reference} is the "
        "reference: netmetareg, BUGSnet, bnma, crossnma, NMA, Stata and MetaInsight give it a slope"
    )
    remedy = "use metafor, multinma or gemtc (with classes), or take these treatments as one node if they are alike"
    return [Finding("several_references", "warning", what, remedy)]
