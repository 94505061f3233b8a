"""Stata `network` and `mvmeta`: short plain names, and extra columns that are the same in every arm of a study."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import Cell, read
from fidelity.covariates.validators.covariates import LONGEST, check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import studies_of
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "blank_study": "Stata drops the study",
    "blank_arm": "network setup stops",
    "words": "regress() wants numbers",
    "ordered_factor": "regress() wants numbers",
    "logical": "regress() wants numbers",
    "two_words": "regress() wants numbers",
    "two_level_factor": "regress() wants numbers",
    "digit_factor": "regress() wants numbers",
    "mixed": "regress() wants numbers",
    "constant": "there is nothing to regress on",
    "differs_between_arms": "network setup stops",
    "name_with_space": "Stata renames it",
}

_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_OF_ARM: Final = frozenset({"study", "trt", "r", "n", "mean", "sd"})


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what Stata's network suite could not use."""
    yield from check_shapes(table, master, BREAKS)
    yield from check_columns(table, ("study", "trt", "r", "n"), ("study", "trt", "mean", "sd", "n"))
    yield from check_arms(table)
    bad = [name for name in table.frame.columns if len(name) > LONGEST or not _NAME.fullmatch(name)]
    if bad:
        what = f"names that Stata does not take: {some(bad)}"
        yield fault(table, "long_name", what, f"use letters, digits and underscore, {LONGEST} at most")
    rows = studies_of(table)
    for name in table.frame.columns:
        if name in _OF_ARM:
            continue
        values: dict[Cell, set[Cell]] = {}
        for study, cell in zip(rows, read(table.frame[name]).cells, strict=True):
            values.setdefault(study, set()).add(cell)
        differs = [str(study) for study, cells in values.items() if len(cells) > 1]
        if differs:
            what = f"{name} is not the same in every arm of {some(differs)}, and network setup stops"
            yield fault(table, "differs_in_study", what, "give one value for the study", studies=differs)
