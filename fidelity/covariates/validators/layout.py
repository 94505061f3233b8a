"""Which columns of a file say what: its study, its treatments, its covariates."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import Cell, Column, read

_STUDIES: Final = ("study", "studlab", "Study", "id")
_TREATMENTS: Final = ("treat", "treatment", "trt", "Treat", "T", "t", "treat1", "treat2", "t1", "t2")
_BESIDE: Final = ("_lo", "_hi", "_nr")
_LABELS: Final = ("_grp", "_cat")


def study_column(table: Table) -> str | None:
    """Return the column that names the study of a row."""
    return next((name for name in _STUDIES if name in table.frame.columns), None)


def studies_of(table: Table) -> tuple[Cell, ...]:
    """Return the study of each row."""
    name = study_column(table)
    return read(table.frame[name]).cells if name else tuple(range(table.frame.height))


def treatment_columns(table: Table) -> list[str]:
    """Return the columns that name the treatment of a row: one in rows of arms, two in rows of contrasts."""
    return [name for name in _TREATMENTS if name in table.frame.columns]


def treatments_of(table: Table) -> list[str]:
    """Return every treatment that a file names, in the order of its columns and rows."""
    cells = (str(cell) for name in treatment_columns(table) for cell in table.frame[name].to_list() if cell is not None)
    return list(dict.fromkeys(cells))


def plain(name: str) -> str:
    """Return what the master calls a covariate column: MetaInsight wants a prefix."""
    return name.removeprefix("covar.")


def covariates_of(table: Table, master: Master) -> list[Column]:
    """Return the covariate columns: those that the file declares, and those that the master knows by their name."""
    known = {covariate.name for covariate in master.covariates} | {"fid_arm"}
    declared = {plain(name) for name in table.covariates} | set(table.covariates)
    names = [name for name in table.frame.columns if {name, plain(name)} & (declared | known)]
    return [read(table.frame[name]) for name in names]


def candidates(columns: list[Column]) -> list[Column]:
    """Return the columns that somebody would regress on: not the ends of a range, nor the flag, nor labels."""
    return [column for column in columns if not column.name.endswith((*_BESIDE, *_LABELS))]


def is_label(name: str) -> bool:
    """Whether a column is there to form subgroups by words."""
    return name.endswith(_LABELS)


def of_arm(name: str) -> bool:
    """Whether a column says by its name that it is of the arm and not of the study."""
    return name.startswith(("fid_arm", "x_"))


def multi_arm(table: Table) -> bool:
    """Whether a study has three rows or more; rows of contrasts count each comparison."""
    name = study_column(table)
    return name is not None and bool((table.frame.group_by(name).len()["len"] >= 3).any())


def has_kind(frame: pl.DataFrame, *names: str) -> bool:
    """Whether a frame has all these columns."""
    return all(name in frame.columns for name in names)
