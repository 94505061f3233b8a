"""Workbooks of Excel 97 to 2003 (.xls), read by python-calamine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Final

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from fidelity.errors import Place, Problem
from fidelity.read.apart import survives
from fidelity.read.grids.compound import areas
from fidelity.read.grids.dense import Rows, clipped, control_note
from fidelity.read.grids.formats import date_text, duration_text, float_text
from fidelity.read.grids.grid import Block, Book, Cell, Grid
from fidelity.read.grids.limits import Limits, Refused, refused
from fidelity.read.grids.package import password
from fidelity.read.grids.plain import is_panic
from fidelity.read.grids.workbook import clean

_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_WORD: Final = "WordDocument".encode("utf-16-le")
_SLIDES: Final = "PowerPoint Document".encode("utf-16-le")
_WORKBOOK: Final = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ERRORS: Final = frozenset(
    {"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA", "#DATA!"}
)
_AS_XLSX: Final = "open it in a spreadsheet program, and save it as .xlsx"
_LOOK: Final = """
import io, sys
from python_calamine import CalamineWorkbook
with CalamineWorkbook.from_filelike(io.BytesIO(sys.stdin.buffer.read())) as workbook:
    for name in workbook.sheet_names:
        workbook.get_sheet_by_name(name).to_python()
"""


def read_xls(content: bytes, source: str, limits: Limits) -> Book:
    """Return the sheets of an old Excel workbook; raises Refused where it cannot be read at all.

    Of a number the reader gives no format: 50 % comes as 0.5 and 80 °C as 80. It tells neither formulas (the saved
    values are read) nor comments nor hidden rows and columns. A note says so. It tells dates, merged cells, hidden
    sheets, and errors by their text.
    """
    _refuse_others(content, source)
    _refuse_large(content, source, limits)
    if not survives(_LOOK, content):
        raise _damaged(source, "its records do not fit together")
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            return _read(workbook, source, limits)
    except PasswordError:
        raise password(source) from None
    except (CalamineError, OSError) as error:
        raise _damaged(source, str(error)) from None
    except BaseException as error:
        if is_panic(error):
            raise _damaged(source, "its records do not fit together") from None
        raise


def _refuse_others(content: bytes, source: str) -> None:
    if _LOCKED in content:
        raise password(source)
    for sign, what in ((_WORD, "a Word document"), (_SLIDES, "a PowerPoint presentation")):
        if sign in content:
            raise refused(
                "file-type", source, None, f"the file is {what}, which is not read", "save its table as .xlsx"
            )
    if not any(sign in content for sign in _WORKBOOK):
        raise refused("file-type", source, None, "the file is no workbook", "save the table as .xlsx or CSV (UTF-8)")


def _refuse_large(content: bytes, source: str, limits: Limits) -> None:
    """Refuse what calamine would make room for without asking: all sheets at once, from A1 to the last cell."""
    try:
        sizes = areas(content)
    except ValueError as error:
        raise _damaged(source, str(error)) from None
    for rows, columns in sizes:
        limits.area(source, None, rows, columns)
    limits.number(source, None, "cells", sum(rows * columns for rows, columns in sizes), limits.cells)


def _damaged(source: str, why: str) -> Refused:
    return refused("unreadable", source, None, f"the workbook is damaged ({' '.join(why.split())})", _AS_XLSX)


def _read(workbook: CalamineWorkbook, source: str, limits: Limits) -> Book:
    sheets = [sheet for sheet in workbook.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    if len(sheets) > limits.sheets:
        what = f"the workbook has {len(sheets):,} sheets, and at most {limits.sheets:,} are read"
        raise refused("too-many-sheets", source, None, what, "split it into several workbooks")
    grids: list[Grid] = []
    problems: list[Problem] = []
    what = "in an old workbook (.xls) formulas, comments, and the % or unit of a number format are not seen"
    notes = [Problem("old-workbook", Place(source), source, what, f"if it has any, {_AS_XLSX}")]
    seen = 0
    for sheet in sheets:
        try:
            grid, cleaned = _grid(workbook.get_sheet_by_name(sheet.name), source, limits)
            seen += grid.cells.height * grid.cells.width
            limits.number(source, sheet.name, "cells", seen, limits.cells)
        except Refused as refusal:
            problems.append(refusal.problem)
            continue
        hidden = sheet.visible != SheetVisibleEnum.Visible
        grids.append(Grid(source, sheet.name, grid.cells, grid.merged, grid.dates, errors=grid.errors, hidden=hidden))
        notes += cleaned
    return Book(source, "xls", tuple(grids), tuple(problems), tuple(notes))


def _grid(sheet: CalamineSheet, source: str, limits: Limits) -> tuple[Grid, tuple[Problem, ...]]:
    limits.area(source, sheet.name, sheet.total_height, sheet.total_width)
    rows = Rows(source, sheet.name, limits)
    dates: set[Cell] = set()
    errors: dict[Cell, str] = {}
    cleaned: list[Cell] = []
    for row, values in enumerate(sheet.to_python(skip_empty_area=False)):
        for at, value in _filled(row, values):
            text, changed = clean(value) if isinstance(value, str) else (_text(value), False)
            if changed:
                cleaned.append(at)
            if isinstance(value, date):
                dates.add(at)
            elif text in _ERRORS:
                errors[at] = text
            if text:
                rows.put(*at, text)
    frame = rows.frame()
    merged = [Block(*first, *last) for first, last in sheet.merged_cell_ranges or ()]
    grid = Grid(source, sheet.name, frame, clipped(merged, frame), frozenset(dates), errors=errors)
    return grid, control_note(source, sheet.name, cleaned)


def _filled(row: int, values: Sequence[object]) -> Iterator[tuple[Cell, object]]:
    for column, value in enumerate(values):
        if value != "":
            yield (row, column), value


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return float_text(value)
    if isinstance(value, time | timedelta):
        return duration_text(value)
    return date_text(value) if isinstance(value, date | datetime) else str(value)
