"""Columns of steps of concern, risk of bias and indirectness: 1 low, 2 some, 3 high."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import Cell, read
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import studies_of, study_column

STEPS: Final[frozenset[Cell]] = frozenset({1.0, 2.0, 3.0})


def check_rating(table: Table, name: str, allowed: Collection[Cell], said: str) -> Iterator[Finding]:
    """Yield values of a column that are no step, and studies in which it is not the same in every row."""
    column = read(table.frame[name])
    cells = [cell.lower() if isinstance(cell, str) else cell for cell in column.cells]
    odd = [cell for cell in dict.fromkeys(cells) if cell is not None and cell not in allowed]
    if odd:
        what = f"{name} holds {some(_shown(cell) for cell in odd)}; {said}"
        yield fault(table, "no_step", what, "give 1 for low, 2 for some and 3 for high concern")
    rows: dict[Cell, set[Cell]] = {}
    for study, cell in zip(studies_of(table), cells, strict=True):
        rows.setdefault(study, set()).add(cell)
    differs = [str(study) for study, values in rows.items() if len(values) > 1]
    if differs:
        what = f"{name} is not the same in every row of {some(differs)}"
        yield fault(table, "differs_in_study", what, "give one value for the study", studies=differs)


def check_direction(table: Table, name: str, master: Master) -> Iterator[Finding]:
    """Yield a concern that rises with the grade: the scale was not turned round. Open grades say nothing here."""
    key = study_column(table)
    if key is None or not {"fid_lo", "fid_hi"} <= set(master.studies.columns):
        return
    by = "id" if key == "id" else "study"
    known = master.studies.filter(master.studies["fid_lo"] == master.studies["fid_hi"])
    grades = {str(row[by]): row["fid_lo"] for row in known.iter_rows(named=True)}
    column = read(table.frame[name])
    points = {
        (grades[code], cell)
        for study, cell in zip(studies_of(table), column.cells, strict=True)
        if isinstance(cell, float) and (code := _shown(study)) in grades
    }
    if any(grade > lower and concern > other for grade, concern in points for lower, other in points):
        what = f"{name} rises with the grade: 1 is low concern, which is full fidelity"
        yield fault(table, "not_inverted", what, "turn the scale round")


def _shown(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
