"""Events that were counted: studies whose log odds rest on a correction, and studies that say next to nothing."""

from __future__ import annotations

from typing import Final

from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.sparse import sparse

_MOST: Final = 12
"""So many studies are named in the text."""


def about_counts(master: Master) -> list[Finding]:
    """Return the studies to whose counts 0.5 is added, and those with no event in any arm or with events in all."""
    found = sparse(master)
    findings = []
    if found.corrected:
        what = (
            f"0.5 is added to the counts of studies with an arm of no event or of nothing but events "
            f"({len(found.corrected)}: {some(found.corrected, _MOST)}), in log odds ratios and log odds; counts in the "
            "files stay as they are"
        )
        remedy = "prefer a model of the counts (jags, multinma), which needs no correction"
        findings.append(Finding("corrected_counts", "note", what, remedy, studies=found.corrected))
    if found.alike:
        what = (
            f"no arm has an event, or every patient of every arm has one ({len(found.alike)}: "
            f"{some(found.alike, _MOST)}), which says next to nothing of an odds ratio; the files keep these studies, "
            "and pairwise() of netmeta may leave them out (not tried here)"
        )
        remedy = "say in the report whether they are in, and fit without them beside it"
        findings.append(Finding("alike_counts", "note", what, remedy, studies=found.alike))
    return findings
