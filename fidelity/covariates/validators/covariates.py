"""The covariate columns of a file: their shapes, their names, and whether they are what the master says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.cells import Cell, Column, read
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import (
    candidates,
    covariates_of,
    is_label,
    of_arm,
    plain,
    studies_of,
    study_column,
)
from fidelity.covariates.validators.shapes import HABITS, REMEDIES, SAID, Breaks, Shape, shapes_of

LONGEST: Final = 32
"""The longest name that Stata takes."""

RESERVED: Final = frozenset({"n", "mean", "sd", "r", "se", "te", "study", "treat"})
"""Names of outcome columns; `meta::pairwise` renames such a covariate."""

_NAME: Final = re.compile(r"[a-z][a-z0-9_]*")
_NEAR: Final = 1e-3
"""By how much a number may differ from the master's: files round to at least three decimals."""


def check_shapes(table: Table, master: Master, breaks: Breaks, *, labels: bool = False) -> Iterator[Finding]:
    """Yield what a package that has these breaks makes of the covariates; `labels`: it forms subgroups by words."""
    columns = covariates_of(table, master)
    rows = studies_of(table)
    regressed = candidates(columns)
    varies = any(_varies(column, master) for column in regressed)
    if labels:
        for name in [name for name in table.frame.columns if is_label(name)]:
            yield from _label(table, read(table.frame[name]))
    for column in columns:
        if is_label(column.name) and labels:
            continue
        for shape, studies in shapes_of(column, rows):
            if shape == "constant" and column not in regressed:
                continue
            if shape == "differs_between_arms" and of_arm(column.name) and shape not in breaks:
                continue
            usable = shape not in breaks or (shape == "constant" and varies)
            yield _shape(table, column, shape, studies, breaks.get(shape, ""), usable)


def _varies(column: Column, master: Master) -> bool:
    """Whether a column varies; that arms of the reference class hold 0 in columns of arms is no variation."""
    if not of_arm(column.name):
        return len(column.distinct) > 1
    own = master.arms.filter(pl.col("fid_arm").is_not_null(), pl.col("trt_class") == "active")["fid_arm"]
    return column.name == "fid_arm" and own.n_unique() > 1


def _shape(table: Table, column: Column, shape: Shape, studies: tuple[str, ...], broken: str, usable: bool) -> Finding:
    code = "does_not_vary" if shape == "constant" else shape
    where = f" ({some(studies)})" if studies else ""
    because = broken or HABITS[shape]
    return fault(
        table,
        code,
        f"{SAID[shape]}{where}: {because}",
        REMEDIES[shape],
        severity="warning" if usable else "refused",
        covariate=plain(column.name),
        studies=studies,
    )


def _label(table: Table, column: Column) -> Iterator[Finding]:
    if column.kind in ("numbers", "logical", "mixed") or (
        column.kind == "factor" and any(level.isdigit() for level in column.levels)
    ):
        what = "numbers; netmeta's subgroup() takes numbers for the places of groups"
        yield fault(table, "numbered_groups", what, "write words, such as lower and higher", covariate=column.name)
    if None in column.cells:
        what = "empty in a row, which subgroup() does not take"
        yield fault(table, "blank_study", what, "write a word for such studies, such as unclear", covariate=column.name)


def check_names(table: Table, master: Master) -> Iterator[Finding]:
    """Yield covariate columns whose name some package refuses; interaction columns carry the code of a treatment."""
    for column in covariates_of(table, master):
        name = plain(column.name)
        if name.startswith("x_"):
            continue
        if name.lower() in RESERVED:
            what = "the name of an outcome column; meta::pairwise renames such columns"
            yield fault(table, "reserved_name", what, "name it otherwise", severity="warning", covariate=name)
        elif name.lower().startswith("rob"):
            what = "it begins with rob, by which MetaInsight knows risk of bias"
            yield fault(table, "name_like_rob", what, "name it otherwise", severity="warning", covariate=name)
        elif len(name) > LONGEST:
            what = f"longer than {LONGEST} characters, which Stata does not take"
            yield fault(table, "long_name", what, "shorten it", severity="warning", covariate=name)
        elif not _NAME.fullmatch(name) and " " not in name:
            what = "not made of small letters, digits and underscores"
            yield fault(table, "odd_name", what, "rename it", severity="warning", covariate=name)


def check_known(table: Table, master: Master) -> Iterator[Finding]:
    """Yield studies of which the master has no numbers: the package wants one for each study."""
    key = study_column(table)
    if key is None:
        return
    known = set(_numbers(master, key))
    strange = [study for study in dict.fromkeys(map(_code, studies_of(table))) if study not in known]
    if strange:
        what = f"the master has no numbers for {some(strange)}"
        yield fault(table, "unknown_study", what, "leave these rows out of the file", studies=strange)


def check_agreement(table: Table, master: Master) -> Iterator[Finding]:
    """Yield covariates whose numbers are not those of the master: joined to the wrong study, or sorted otherwise."""
    key = study_column(table)
    columns = [
        column
        for column in covariates_of(table, master)
        if plain(column.name) in master.studies.columns and not of_arm(column.name)
    ]
    if key is None or not columns:
        return
    strange = list(check_known(table, master))
    yield from strange
    if strange:
        return
    known = _numbers(master, key)
    studies = [_code(cell) for cell in studies_of(table)]
    for column in columns:
        name = plain(column.name)
        of_one: dict[str, set[Cell]] = {}
        for study, cell in zip(studies, column.cells, strict=True):
            of_one.setdefault(study, set()).add(cell)
        if column.kind not in ("numbers", "logical") or any(len(cells) > 1 for cells in of_one.values()):
            continue  # what is no number, or differs between arms, is said by its shape
        wrong = [study for study, cells in of_one.items() if _other(next(iter(cells)), known[study][name])]
        if wrong:
            what = f"not the number of the study in {some(wrong)}"
            remedy = "put the numbers of the studies in the order of the rows"
            yield fault(table, "wrong_study", what, remedy, covariate=name, studies=wrong)


def _numbers(master: Master, key: str) -> dict[str, dict[str, Any]]:
    """Return the row of each study by the code that a file has for it in this column."""
    by = "id" if key == "id" else "study"
    return {str(row[by]): row for row in master.studies.iter_rows(named=True)}


def _code(cell: Cell) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _other(cell: Cell, number: object) -> bool:
    if not isinstance(cell, float) or not isinstance(number, int | float):
        return False
    return abs(cell - number) > _NEAR
