"""bnma (1.6.1): arms as vectors, and the covariate by position, in the order in which studies first appear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.covariates import check_known, check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import studies_of, study_column, treatment_columns
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "blank_study": "JAGS stops",
    "blank_arm": "JAGS stops",
    "words": "bnma stops",
    "ordered_factor": "bnma stops",
    "logical": "bnma stops",
    "two_words": "bnma stops",
    "two_level_factor": "bnma stops",
    "digit_factor": "bnma stops",
    "mixed": "bnma stops",
    "constant": "bnma stops",
    "differs_between_arms": "bnma takes the number at the place of the study, which is another study's",
}


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what bnma could not use, or would use wrongly without a word."""
    yield from check_shapes(table, master, BREAKS)
    yield from check_known(table, master)
    if treatment_columns(table):
        yield from check_columns(table, ("Study", "Treat", "Outcomes", "N"), ("Study", "Treat", "Outcomes", "SE"))
        yield from check_arms(table, adjacent="bnma stops")
    yield from _order(table, master)


def _order(table: Table, master: Master) -> Iterator[Finding]:
    if study_column(table) is None:
        yield fault(table, "columns", "no column names the studies", "give it, so that the order can be seen")
        return
    order = list(dict.fromkeys(str(study) for study in studies_of(table)))
    kept = set(order)
    expected = [study for study in dict.fromkeys(master.arms["study"].to_list()) if study in kept]
    if order != expected:
        off = [study for study, other in zip(order, expected, strict=False) if study != other]
        what = f"studies do not stand in the order of the arms from {some(off, 1)} on; bnma goes by the place alone"
        yield fault(table, "order", what, "sort arms and covariate alike", studies=off)
    elif not treatment_columns(table) and table.frame.height != len(order):
        yield fault(table, "study_twice", "a study stands twice; bnma goes by the place alone", "give one row each")
