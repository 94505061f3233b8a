"""crossnma (1.3.0): arm rows of randomised and other studies, up to three numeric covariates."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.validators.covariates import check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "blank_study": "JAGS stops",
    "words": "crossnma stops",
    "ordered_factor": "crossnma stops",
    "logical": "crossnma stops",
    "two_words": "crossnma stops",
    "two_level_factor": "crossnma stops",
    "digit_factor": "crossnma stops",
    "mixed": "crossnma stops",
    "constant": "crossnma prints the prior as its result",
    "differs_between_arms": "crossnma averages the arms of a study without a word",
}

DESIGNS: Final = frozenset({"rct", "nrs"})


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what crossnma could not use, or would use wrongly without a word."""
    yield from check_shapes(table, master, BREAKS)
    needed = ("treat", "study", "outcome", "n", "design")
    yield from check_columns(table, (*needed, "se") if master.kind == "means" else needed)
    yield from check_arms(table)
    if "design" in table.frame.columns and not set(table.frame["design"].to_list()) <= DESIGNS:
        yield fault(table, "design", "design is not rct or nrs", "write rct for randomised trials")
