"""The characteristics of technique as a workbook for a supplement: a sheet for each kind of procedure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from fidelity.read.apostrophes import FORMULA_SIGNS
from fidelity.read.sheet import letters
from fidelity.write.characteristics import NOT_ASKED, Technique
from fidelity.write.xlsx import FACE, FIELD, INK, PAPER, height, put, saved

if TYPE_CHECKING:
    import polars as pl
    from openpyxl.worksheet.worksheet import Worksheet

TITLE: Final = "Characteristics of technique"
_NOTE: Final = (
    "not reported: the report was read and does not say. not extracted: nobody has looked yet. "
    f"not applicable: the question does not arise. {NOT_ASKED}: not asked of this procedure. "
    "In brackets: how a value is known, where the report does not simply state it."
)
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME: Final = 31
_FIRST_ROW: Final = 3
_TELLING: Final = 3
"""So many rows say whose column it is: study, year and arm stay in sight and stand on every printed page."""
_LABEL_WIDTH, _WIDTH = 40, 23


def characteristics_workbook(tables: Sequence[Technique]) -> bytes:
    """Return the tables as an Excel workbook, the same bytes for the same tables; every cell is a text."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    taken: set[str] = set()
    for table in tables:
        sheet = book.create_sheet(_name(table, taken))
        _fill(sheet, table.title, table.frame)
    if not tables:
        put(book.create_sheet("Technique"), 1, 1, "No study of the outcome file has a record.")
    return saved(book, TITLE)


def _name(table: Technique, taken: set[str]) -> str:
    """Return a name that a sheet can have: of the first rule set, without the body that wrote it."""
    first = table.rulesets[0].partition("@")[0].partition("-")[2] if table.rulesets else "not graded"
    base = _FORBIDDEN.sub(" ", first)[:_LONGEST_NAME]
    name, number = base, 1
    while name.casefold() in taken:
        number += 1
        name = f"{base[: _LONGEST_NAME - 3]} {number}"
    taken.add(name.casefold())
    return name


def _fill(sheet: Worksheet, title: str, frame: pl.DataFrame) -> None:
    """Lay a table out with a row for each characteristic and a column for each procedure, which print well."""
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color="BFBFBF")
    edges = Border(left=line, right=line, top=line, bottom=line)
    wrapped = Alignment(wrap_text=True, vertical="top")
    put(sheet, 1, 1, f"{TITLE}: {title}").font = Font(name=FACE, bold=True, size=14)
    put(sheet, 2, 1, _NOTE).font = Font(name=FACE, size=9)
    widths = [_LABEL_WIDTH, *[_WIDTH] * frame.height]
    for number, width in enumerate(widths):
        sheet.column_dimensions[letters(number)].width = width
    for row, name in enumerate(frame.columns, start=_FIRST_ROW):
        texts = [name, *frame[name].to_list()]
        telling = row < _FIRST_ROW + _TELLING
        for number, text in enumerate(texts, start=1):
            cell = put(sheet, row, number, text)
            bold = telling or number == 1
            cell.font = Font(name=FACE, size=10, bold=bold, color=INK if telling else "000000")
            cell.alignment, cell.border, cell.quotePrefix = wrapped, edges, text.startswith(FORMULA_SIGNS)
            if bold:
                cell.fill = PatternFill("solid", fgColor=PAPER if telling else FIELD)
        sheet.row_dimensions[row].height = height(zip(texts, widths, strict=True), most=12)
    last = _FIRST_ROW + frame.width - 1
    sheet.freeze_panes = f"B{_FIRST_ROW + _TELLING}"
    sheet.print_title_rows, sheet.print_title_cols = f"{_FIRST_ROW}:{_FIRST_ROW + _TELLING - 1}", "A:A"
    sheet.print_area = f"A{_FIRST_ROW}:{letters(frame.height)}{last}"
    _print(sheet, title)


def _print(sheet: Worksheet, title: str) -> None:
    """Let every page say what it is a part of; what stands in the first rows is printed in its margins."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize, sheet.page_setup.scale = "landscape", 9, 60
    for margin, text in ((sheet.oddHeader, f"{TITLE}: {title}"), (sheet.oddFooter, _NOTE)):
        assert margin is not None, "a new sheet has margins"
        margin.left.text, margin.left.size = text.replace("&", "&&"), 9
        margin.right.text = "&P of &N" if margin is sheet.oddFooter else None
