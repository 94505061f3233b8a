"""What is found of covariates that cannot be fitted, or only under the assumption."""

from __future__ import annotations

from collections.abc import Iterable

from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting.varying import Verdict


def about_variation(found: Iterable[Verdict]) -> list[Finding]:
    """Return what does not vary, what varies under the assumption only, and what no slope is identified of."""
    findings = []
    for verdict in found:
        name = verdict.covariate.name
        if not verdict.fits:
            remedy = verdict.remedy or "do not fit it"
            findings.append(Finding(verdict.code, "warning", verdict.why, remedy, covariate=name))
    return findings
