"""Findings about one file."""

from __future__ import annotations

from collections.abc import Iterable

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, Severity


def fault(
    table: Table,
    code: str,
    what: str,
    remedy: str = "",
    *,
    severity: Severity = "refused",
    covariate: str = "",
    studies: Iterable[object] = (),
) -> Finding:
    """Return a finding about a file; its package could not use it, unless `severity` says less."""
    names = tuple(str(study) for study in studies)
    return Finding(code, severity, what, remedy, table.guide.package, table.path, covariate, names)
