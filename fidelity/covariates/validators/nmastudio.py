"""NMAstudio (2.0): modifiers are drawn by comparison; risk of bias in other words than its own becomes missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import Cell
from fidelity.covariates.validators.covariates import check_shapes
from fidelity.covariates.validators.ratings import check_rating
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "words": "NMAstudio draws numbers only",
    "ordered_factor": "NMAstudio draws numbers only",
    "logical": "NMAstudio draws numbers only",
    "two_words": "NMAstudio draws numbers only",
    "two_level_factor": "NMAstudio draws numbers only",
    "digit_factor": "NMAstudio draws numbers only",
    "mixed": "NMAstudio draws numbers only",
    "differs_between_arms": "NMAstudio wants one number for a study",
}
STEPS: Final[frozenset[Cell]] = frozenset({1.0, 2.0, 3.0, "l", "m", "h", "low", "medium", "high"})


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what NMAstudio could not draw, or would take as missing without a word."""
    yield from check_shapes(table, master, BREAKS)
    arms = (("studlab", "treat", "r", "n"), ("studlab", "treat", "y", "sd", "n"))
    yield from check_columns(table, *arms, ("studlab", "treat1", "treat2", "TE", "seTE"))
    yield from check_arms(table)
    if "rob" in table.frame.columns:
        said = "NMAstudio takes 1, 2, 3, or low, medium, high, and drops other words without a word"
        yield from check_rating(table, "rob", STEPS, said)
