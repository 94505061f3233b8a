"""Excel workbooks (.xlsx, .xlsm): plain sheets by calamine, all others cell by cell from their XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.read.grids.cells import CellReader
from fidelity.read.grids.colours import cells_of_styles, fills, inside
from fidelity.read.grids.dense import Rows, clipped, control_note, within
from fidelity.read.grids.formats import Format
from fidelity.read.grids.grid import Book, Cell, Grid
from fidelity.read.grids.limits import Limits, Refused, refused
from fidelity.read.grids.package import Package
from fidelity.read.grids.plain import is_plain, plain_frames
from fidelity.read.grids.workbook import (
    SheetPart,
    Texts,
    comments,
    named_part,
    shared_texts,
    sheet_parts,
    styles,
    the_workbook,
)

_IGNORED: Final = {
    "xl/externalLinks/": (
        "external-links",
        "the workbook refers to other files",
        "they are not opened: saved values are read",
    ),
    "xl/vbaProject.bin": ("macros", "the workbook holds macros", "they are not run"),
    "xl/embeddings/": ("embedded-objects", "other files are embedded in the workbook", "they are not opened"),
    "xl/media/": ("pictures", "the workbook holds pictures", "they are not read: write into cells what they show"),
    "xl/connections.xml": (
        "connections",
        "the workbook fetches data from elsewhere",
        "nothing is fetched: saved values are read",
    ),
}
_UNTESTED_SIGNS: Final = (b"_x", b"&#", b"<rPh", b"<r>", b"<r ", b"<!D", b"<!E", b"\x00")
"""Signs in the shared texts of what the short road does not read as the long one does."""


_Plain = tuple[pl.DataFrame, frozenset[Cell]]
"""The cells of a plain sheet, and those of them with a background colour."""


@dataclass(frozen=True, slots=True)
class _Workbook:
    package: Package
    sheets: tuple[SheetPart, ...]
    shared_part: bytes
    shared: Texts
    formats: Mapping[int, Format]
    from_1904: bool
    fills: frozenset[int]


def read_xlsx(package: Package, limits: Limits, *, plain_road: bool = True) -> Book:
    """Return the sheets of an Excel workbook; raises Refused where it cannot be read at all.

    Formulas are never run, and nothing outside the file is opened. `plain_road` False reads every sheet from its XML:
    both roads give the same.
    """
    source = package.source
    part = the_workbook(package)
    sheets, from_1904 = sheet_parts(package, part)
    if len(sheets) > limits.sheets:
        what = f"the workbook has {len(sheets):,} sheets, and at most {limits.sheets:,} are read"
        raise refused("too-many-sheets", source, None, what, "split it into several workbooks")
    shared_name = named_part(package, part, "sharedStrings")
    shared = package.parts.get(shared_name or "", b"")
    styles_part = named_part(package, part, "styles")
    formats, filled = styles(package, styles_part), fills(package, styles_part)
    plain = _plain_sheets(package, sheets, (formats, filled), shared, limits) if plain_road else {}
    needed = any(sheet.part is not None and at not in plain for at, sheet in enumerate(sheets))
    texts = shared_texts(package, shared_name) if needed else Texts()
    book = _Workbook(package, tuple(sheets), shared, texts, formats, from_1904, filled)
    grids: list[Grid] = []
    problems: list[Problem] = []
    notes = [*_ignored(package), *_unread(source, sheets)]
    left = limits.cells
    for at, sheet in enumerate(sheets):
        if sheet.part is None:
            continue
        try:
            grid, cleaned = _grid(book, sheet, sheet.part, plain.get(at), limits)
            limits.number(
                source, sheet.name, "cells", limits.cells - left + grid.cells.height * grid.cells.width, limits.cells
            )
        except Refused as refusal:
            problems.append(replace(refusal.problem, place=Place(source, sheet=sheet.name), subject=sheet.name))
            continue
        left -= grid.cells.height * grid.cells.width
        grids.append(grid)
        notes += cleaned
    return Book(source, "xlsx", tuple(grids), tuple(problems), tuple(notes))


def _plain_sheets(
    package: Package,
    sheets: list[SheetPart],
    looks: tuple[Mapping[int, Format], frozenset[int]],
    shared: bytes,
    limits: Limits,
) -> dict[int, _Plain]:
    """Return the plain sheets by their place among the sheets; `looks`: formats, and styles with a colour."""
    if any(sign in shared for sign in _UNTESTED_SIGNS):
        return {}
    formats, filled = looks
    plain: dict[int, tuple[bytes, frozenset[Cell]]] = {}
    for at, sheet in enumerate(sheets):
        part = package.parts[sheet.part] if sheet.part is not None else b""
        if part and is_plain(part, [*formats], shared, limits):
            coloured = cells_of_styles(part, filled)
            if coloured is not None:
                plain[at] = part, coloured
    frames = plain_frames([part for part, _ in plain.values()], shared) if plain else None
    if frames is None:
        return {}
    return {at: (frame, inside(plain[at][1], frame)) for at, frame in zip(plain, frames, strict=True)}


def _grid(
    book: _Workbook, sheet: SheetPart, part: str, plain: _Plain | None, limits: Limits
) -> tuple[Grid, tuple[Problem, ...]]:
    source, package = book.package.source, book.package
    if plain is not None:
        frame, coloured = plain
        limits.area(source, sheet.name, frame.height, frame.width)
        remarks = within(comments(package, part), frame)
        return Grid(source, sheet.name, frame, comments=remarks, hidden=sheet.hidden, coloured=coloured), ()
    reader = CellReader(Rows(source, sheet.name, limits), book.shared, book.formats, book.from_1904, book.fills)
    reader.read(package.parts[part], part)
    frame = reader.rows.frame()
    columns = (column for first, last in reader.hidden_columns for column in range(first, min(last + 1, frame.width)))
    grid = Grid(
        source,
        sheet.name,
        frame,
        clipped(reader.merged, frame),
        frozenset(reader.dates),
        within(reader.formulas, frame),
        reader.errors,
        within(comments(package, part), frame),
        frozenset(row for row in reader.hidden_rows if row < frame.height),
        frozenset(columns),
        sheet.hidden,
        inside(reader.coloured, frame),
    )
    return grid, control_note(source, sheet.name, reader.cleaned)


def _ignored(package: Package) -> Iterator[Problem]:
    for start, (code, what, remedy) in _IGNORED.items():
        if package.holds(start):
            yield Problem(code, Place(package.source), package.source, what, remedy)


def _unread(source: str, sheets: list[SheetPart]) -> Iterator[Problem]:
    for sheet in sheets:
        if sheet.part is None:
            what = "the sheet holds no cells (a chart, a dialog, or a part that is missing)"
            yield Problem("no-cells", Place(source, sheet=sheet.name), sheet.name, what, "nothing of it is read")
