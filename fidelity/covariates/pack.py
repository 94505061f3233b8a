"""From grades and outcomes to everything that the covariate pack holds, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from fidelity.covariates.build import Choices, build
from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.models import jags_tables
from fidelity.covariates.preflight import Preflight, look
from fidelity.covariates.projections import draws_of, project, skipped
from fidelity.errors import ProblemsFound
from fidelity.expecting import Expectation, expect
from fidelity.model.outcomes import Outcomes
from fidelity.read.assumptions import load_assumption
from fidelity.read.outcomes import read_outcomes
from fidelity.read.rules import Library, load_library
from fidelity.scoring.result import Scores


@dataclass(frozen=True, slots=True)
class Pack:
    """Grades joined with outcomes: the master, a table for each package, why some are absent, and the pre-flight."""

    outcomes: Outcomes
    expected: Expectation
    master: Master
    tables: tuple[Table, ...]
    skipped: tuple[Finding, ...]
    preflight: Preflight

    @property
    def usable(self) -> tuple[Table, ...]:
        """The tables that the pre-flight lets through."""
        return tuple(table for table in self.tables if table.path not in self.preflight.refused)


def covariates_of(
    scores: Scores,
    outcomes: Outcomes | str | Path,
    choices: Choices | None = None,
    *,
    where: Mapping[str, str] | None = None,
    assumption: str | Path | None = None,
    library: Library | None = None,
    draws: int = 20,
    seed: int = 1,
) -> Pack:
    """Join grades with outcomes and make the covariates of every package.

    `outcomes` is a file, of which `where` picks rows, or what was read of one. `choices` say how arms become studies,
    the reference, threshold, scales and nodes. `assumption` names one of the shipped assumptions or a file; None takes
    the default. `draws` and `seed` are those of the imputations in `fid_draws.csv`. Raises ProblemsFound where nothing
    of the outcomes can be read, UsageError for choices that name what is not there.
    """
    found = outcomes if isinstance(outcomes, Outcomes) else read_outcomes(outcomes, where=where)
    if found.problems and not found.frame.height:
        raise ProblemsFound(found.problems)
    chosen = choices or Choices()
    expected = expect(scores, load_assumption(assumption, library or load_library()), chosen.axis)
    master = build(scores, expected, found, chosen)
    tables = (*project(master), *draws_of(master, draws, seed), *jags_tables(master))
    return Pack(found, expected, master, tables, skipped(master), look(master, tables, scores))
