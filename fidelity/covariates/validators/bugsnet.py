"""BUGSnet (1.1.3): arm rows and one numeric covariate; it prints a result even where there is none."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.validators.covariates import check_shapes
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "blank_study": "JAGS stops",
    "blank_arm": "JAGS stops",
    "words": "BUGSnet stops",
    "ordered_factor": "BUGSnet stops",
    "logical": "BUGSnet stops",
    "two_words": "BUGSnet takes the first word of the alphabet, high, as its base: the sign is turned round",
    "two_level_factor": "BUGSnet stops",
    "digit_factor": "BUGSnet stops",
    "mixed": "BUGSnet stops",
    "constant": "BUGSnet prints the prior as its result",
    "differs_between_arms": "BUGSnet fits a wrong model without a word",
}


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what BUGSnet could not use, or would use wrongly without a word."""
    yield from check_shapes(table, master, BREAKS)
    yield from check_columns(table, ("study", "treat", "r", "n"), ("study", "treat", "mean", "sd", "n"))
    yield from check_arms(table)
