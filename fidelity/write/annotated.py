"""A copy of a reviewer's workbook in which every cell that has a problem is coloured and says what is wrong with it."""

from __future__ import annotations

import io
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from fidelity.errors import Problem
from fidelity.read.grids.grid import Book

_WRONG: Final = PatternFill("solid", start_color="FFF4B183")
_NOTED: Final = PatternFill("solid", start_color="FFDDEBF7")
_AUTHOR: Final = "Fidelity"
_LIST: Final = "Fidelity problems"
_COLUMNS: Final = (
    "Sheet", "Cell", "Column", "Found", "About", "What is wrong", "What would be right", "Near names", "Code",
)  # fmt: skip
_WIDTHS: Final = (16, 8, 24, 24, 28, 50, 50, 24, 18)
_LONGEST: Final = 2000
"""A comment that says more is cut: the list on the last sheet holds all of it."""
_FULL: Final = 32767
"""As many characters as a cell can hold."""


def annotate(content: bytes, book: Book, problems: Sequence[Problem], notes: Sequence[Problem] = ()) -> bytes:
    """Return a copy of a file as an xlsx workbook, with a comment and a colour at each cell that has a problem.

    `content` are the bytes of the file and `book` what they hold; a file that is no xlsx workbook becomes one. The last
    sheet lists every problem, those without a cell among them. Formulas and formats of an xlsx workbook stay as they
    are; pictures and charts are not copied.
    """
    workbook = load_workbook(io.BytesIO(content)) if book.kind == "xlsx" else _made(book)
    by_cell: dict[tuple[str | None, str], list[tuple[Problem, bool]]] = defaultdict(list)
    for wrong, found in ((True, problems), (False, notes)):
        for problem in found:
            if problem.place.source == book.source and problem.place.cell is not None:
                by_cell[problem.place.sheet, problem.place.cell].append((problem, wrong))
    for (sheet, name), said in by_cell.items():
        cell = _cell(workbook, sheet, name)
        if cell is not None:
            _mark(cell, said)
    _list(workbook, book.source, problems, notes)
    target = io.BytesIO()
    workbook.save(target)
    return target.getvalue()


def _made(book: Book) -> Workbook:
    """Return a workbook with the cells of a file of another kind, as text."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for number, grid in enumerate(book.grids, start=1):
        sheet: Worksheet = workbook.create_sheet(_title(grid.sheet or f"Table {number}"))
        for down, row in enumerate(grid.cells.iter_rows(), start=1):
            _fill(sheet, down, row)
    return workbook


def _title(name: str) -> str:
    return "".join(sign if sign not in r"[]:*?/\\" else "_" for sign in name)[:31]


def _fill(sheet: Worksheet, down: int, row: Sequence[str]) -> None:
    """Write texts into a row as texts: none is run as a formula, whatever it begins with."""
    for across, text in enumerate(row, start=1):
        if text:
            cell = sheet.cell(down, across, ILLEGAL_CHARACTERS_RE.sub("", text)[:_FULL])
            cell.data_type = "s"


def _cell(workbook: Workbook, sheet: str | None, name: str) -> Cell | None:
    """Return a cell by its sheet and name; of merged cells the one that shows their text."""
    if sheet is not None and sheet not in workbook.sheetnames:
        return None
    page = workbook.worksheets[0] if sheet is None else workbook[sheet]
    if not isinstance(page, Worksheet):
        return None
    found = page[name]
    if isinstance(found, MergedCell):
        for block in page.merged_cells.ranges:
            if name in block:
                found = page.cell(block.min_row, block.min_col)
    return found if isinstance(found, Cell) else None


def _mark(cell: Cell, said: Sequence[tuple[Problem, bool]]) -> None:
    wrong = any(is_wrong for _, is_wrong in said)
    lines = list(dict.fromkeys(f"{problem.what}; {problem.remedy}" for problem, _ in said))
    if cell.comment is not None:
        lines.insert(0, cell.comment.text)
    comment = Comment("\n\n".join(lines)[:_LONGEST], _AUTHOR)
    comment.width, comment.height = 380, 60 + 40 * len(lines)
    cell.comment = comment
    cell.fill = _WRONG if wrong else _NOTED


def _list(workbook: Workbook, source: str, problems: Sequence[Problem], notes: Sequence[Problem]) -> None:
    page: Worksheet = workbook.create_sheet(_free(workbook, _LIST))
    listed = [("problem", problem) for problem in problems] + [("note", note) for note in notes]
    rows = [(kind, *_row(problem)) for kind, problem in listed if problem.place.source == source]
    for down, row in enumerate([("Kind", *_COLUMNS), *rows], start=1):
        _fill(page, down, row)
    for cell in page[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate((10, *_WIDTHS)):
        page.column_dimensions[chr(ord("A") + number)].width = width
    for cells in page.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.freeze_panes = "A2"


def _row(problem: Problem) -> tuple[str, ...]:
    place = problem.place
    said = (problem.header, problem.found, problem.subject, problem.what, problem.remedy)
    return (place.sheet or "", place.cell or "", *said, ", ".join(problem.near), problem.code)


def _free(workbook: Workbook, wanted: str) -> str:
    names = {name.casefold() for name in workbook.sheetnames}
    number, name = 1, wanted
    while name.casefold() in names:
        number += 1
        name = f"{wanted} {number}"
    return name
