"""NMA (3.1-1): arm rows; a slope for each treatment against the reference."""

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
    "blank_study": "NMA stops with an error that does not name the cause",
    "blank_arm": "NMA stops",
    "words": "NMA stops",
    "ordered_factor": "NMA stops",
    "two_words": "NMA stops",
    "two_level_factor": "NMA stops",
    "digit_factor": "NMA stops",
    "mixed": "NMA stops",
    "constant": "NMA stops",
    "differs_between_arms": "NMA averages the arms of a study without a word",
    "name_with_space": "NMA stops",
}


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what NMA could not use, or would use wrongly without a word."""
    yield from check_shapes(table, master, BREAKS)
    yield from check_columns(table, ("study", "trt", "n", "d"), ("study", "trt", "n", "m", "s"))
    yield from check_arms(table)
