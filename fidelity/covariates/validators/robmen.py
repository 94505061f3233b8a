"""ROB-MEN (its own `read.data`): arm rows with numeric ids; its regression covariate is the variance, not the grade."""

from __future__ import annotations

from collections.abc import Iterator

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cinema import STEPS, check_ids
from fidelity.covariates.validators.ratings import check_direction, check_rating
from fidelity.covariates.validators.structure import check_arms, check_columns


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what ROB-MEN could not read, and a scale that was not turned round."""
    yield from check_columns(table, ("id", "study", "t", "n", "r"), ("id", "study", "t", "n", "mean", "sd"))
    yield from check_ids(table, "ROB-MEN")
    yield from check_arms(table)
    for name in ("rob", "indirectness"):
        if name in table.frame.columns:
            yield from check_rating(table, name, STEPS, "ROB-MEN takes 1, 2, 3 or L, M, U, H")
    if "indirectness" in table.frame.columns:
        yield from check_direction(table, "indirectness", master)
