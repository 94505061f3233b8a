"""CINeMA (its own file checks): numeric ids, steps of concern, and no empty cell anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import Cell, read
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import studies_of
from fidelity.covariates.validators.ratings import check_direction, check_rating
from fidelity.covariates.validators.structure import check_arms, check_columns

COLUMNS: Final = tuple(
    (*names, "rob", "indirectness")
    for names in (
        ("id", "t", "r", "n"),
        ("id", "t", "y", "sd", "n"),
        ("id", "t1", "r1", "n1", "t2", "r2", "n2"),
        ("id", "t1", "y1", "sd1", "n1", "t2", "y2", "sd2", "n2"),
        ("id", "t1", "t2", "effect", "se"),
    )
)
STEPS: Final[frozenset[Cell]] = frozenset({1.0, 2.0, 3.0, "l", "m", "u", "h"})


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what CINeMA's upload refuses, and a scale that was not turned round."""
    frame = table.frame
    yield from check_columns(table, *COLUMNS)
    yield from check_ids(table, "CINeMA")
    for name in frame.columns:
        cells = read(frame[name]).cells
        if None in cells:
            rows = dict.fromkeys(
                str(study) for study, cell in zip(studies_of(table), cells, strict=True) if cell is None
            )
            what = f"{name} is empty in a row, and CINeMA refuses the file for any empty cell"
            yield fault(table, "empty_cell", what, "fill it in, or leave the column out", studies=rows)
    for name in ("rob", "indirectness"):
        if name in frame.columns:
            yield from check_rating(table, name, STEPS, "CINeMA takes 1, 2, 3 or L, M, U, H")
    if "indirectness" in frame.columns:
        yield from check_direction(table, "indirectness", master)
    if "t" in frame.columns:
        yield from check_arms(table)


def check_ids(table: Table, package: str) -> Iterator[Finding]:
    """Yield an `id` that is no number, or that names two studies."""
    if "id" not in table.frame.columns:
        return
    column = read(table.frame["id"])
    if column.kind != "numbers" or not all(isinstance(cell, float) and cell.is_integer() for cell in column.cells):
        yield fault(table, "id_not_numeric", f"id is not a whole number, which {package} wants", "number the studies")
    elif "study" in table.frame.columns:
        pairs = table.frame.select("id", "study").unique()
        mixed = pairs.filter(pairs["id"].is_duplicated() | pairs["study"].is_duplicated())["study"].sort().to_list()
        if mixed:
            what = f"id and study do not go together in {some(mixed)}"
            yield fault(table, "id_mixed", what, "give each study one number", studies=mixed)
