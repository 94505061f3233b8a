"""Small mappings for the tables that tests write down."""

from __future__ import annotations

from typing import Any

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.mapping.apply import Applied, apply
from fidelity.read.sheet import Sheet
from read.shapes.made import Rows, book, grid

IDENTITY = ("Trial", "Group", "Kind")
KEYS: list[dict[str, Any]] = [
    {"reads": ["Trial"], "feeds": "study"},
    {"reads": ["Group"], "feeds": "arm"},
    {"reads": ["Kind"], "feeds": "role"},
]


def mapping(*columns: dict[str, Any], table: dict[str, Any] | None = None, **whole: Any) -> MappingFile:
    """Return a mapping with the three identity columns and more."""
    entry = {"name": "arms", "columns": [*KEYS, *columns], **(table or {})}
    return MappingFile.model_validate({"codebook": "1.0.0", "tables": [entry], **whole})


def arms(header: str, *values: str) -> Rows:
    """Return a table with one more column than the identity of its rows."""
    return [(*IDENTITY, header), *((f"T{number}", "RF", "active", value) for number, value in enumerate(values, 1))]


def applied(made: MappingFile, rows: Rows, codebook: Codebook, **more: Any) -> Applied:
    return apply(made, [book(grid(rows, **more))], codebook)


def column(sheet: Sheet, name: str) -> list[str]:
    """Return what a made sheet holds of a field."""
    return sheet.cells[str(sheet.header.index(name))].to_list()


def one(made: MappingFile, rows: Rows, codebook: Codebook, name: str) -> list[str]:
    """Return what the only sheet holds of a field; no row of it may be spoilt."""
    (sheet,) = applied(made, rows, codebook).sheets
    assert not sheet.spoilt
    return column(sheet, name)


def spoilt(made: MappingFile, rows: Rows, codebook: Codebook) -> list[tuple[int, str, str]]:
    """Return row, code and cell of each cell that cannot be told."""
    (sheet,) = applied(made, rows, codebook).sheets
    return [
        (row, problem.code, str(problem.place.cell)) for row, problems in sheet.spoilt.items() for problem in problems
    ]
