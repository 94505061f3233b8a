"""What the pre-flight hands on: findings, the tables behind them, and which files are not to be written."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting.varying import Verdict
from fidelity.covariates.master import Master


@dataclass(frozen=True, slots=True)
class Preflight:
    """What can be fitted, what cannot and why: findings, a verdict on each covariate, and the frames they rest on.

    The columns of the frames are those of `comparing`, `identifying`, `connecting` and `confounding`; `left_out` is
    the master's. `files` are the paths that were looked at.
    """

    findings: tuple[Finding, ...]
    verdicts: tuple[Verdict, ...]
    comparisons: pl.DataFrame
    identifiable: pl.DataFrame
    connectivity: pl.DataFrame
    confounding: pl.DataFrame
    left_out: pl.DataFrame
    files: tuple[str, ...]
    master: Master

    @property
    def refused(self) -> frozenset[str]:
        """Paths of the files that their package could not use, or would use wrongly without a word."""
        return frozenset(found.file for found in self.findings if found.severity == "refused" and found.file)

    @property
    def usable(self) -> bool:
        """Whether every file can be used."""
        return not any(found.severity == "refused" for found in self.findings)
