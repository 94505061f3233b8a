"""The form as an Excel workbook, which LibreOffice shows alike, and which reads back without a mapping."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from fidelity.errors import UsageError
from fidelity.model.codebook import Codebook
from fidelity.read.apostrophes import FORMULA_SIGNS
from fidelity.read.sheet import letters
from fidelity.read.template_layout import (
    ARMS,
    DICTIONARY,
    FILLED,
    JUDGED,
    LISTS,
    MARK,
    MARKED,
    PROCEDURES,
    READ_ME,
    SAID,
    STUDIES,
    VERSION,
)
from fidelity.write.template.guidance import LINES, LONGEST_MESSAGE, dictionary, title_of
from fidelity.write.template.sheets import FormColumn, columns_of
from fidelity.write.xlsx import FACE, FIELD, INK, PAPER, QUIET, height, put, saved

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

FIRST_ROW: Final = 3
"""The row in which the entries begin: below the headings and the machine names."""
_LISTED_ROWS: Final = 5_000
"""So many rows of an empty form offer their lists."""
_TELLING: Final = {STUDIES: 1, ARMS: 2, PROCEDURES: 3, SAID: 4, JUDGED: 3}
"""How many columns tell what a row is about: they stay in sight, and are printed on every page."""
_WIDTHS: Final = (12, 28, 24, 10, 48, 14, 60, 44)
"""The widths of the columns of the dictionary."""


def workbook(
    codebook: Codebook, fields: Mapping[str, Iterable[str]], rows: Mapping[str, Sequence[Mapping[str, str]]]
) -> bytes:
    """Return the form as a workbook: the fields of each sheet as its columns, and what is known already as its rows.

    Raises UsageError where openpyxl is not installed, or a text is longer than a cell of a workbook can be.
    """
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UsageError("writing workbooks needs openpyxl: pip install 'fidelity[excel]'") from None
    book = Workbook()
    columns = columns_of(codebook, fields)
    _read_me(book)
    lists = _Lists()
    for sheet in FILLED:
        _fill(book.create_sheet(sheet), columns[sheet], rows.get(sheet, ()), lists)
    listed = [(sheet, column.field) for sheet in FILLED for column in columns[sheet] if column.field]
    _dictionary(book.create_sheet(DICTIONARY), dictionary(listed, codebook))
    lists.write(book.create_sheet(LISTS))
    _mark(book.create_sheet(MARK), codebook)
    book.active = 1
    return saved(book, "Extraction form")


class _Lists:
    """The lists that cells offer, each once, in the columns of a hidden sheet."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, ...], int] = {}

    def range_of(self, entries: tuple[str, ...]) -> str:
        column = letters(self._found.setdefault(entries, len(self._found)))
        return f"{LISTS}!${column}$1:${column}${len(entries)}"

    def write(self, sheet: Worksheet) -> None:
        for entries, column in self._found.items():
            for row, entry in enumerate(entries, start=1):
                put(sheet, row, column + 1, entry)
        sheet.sheet_state = "hidden"


def _fill(sheet: Worksheet, columns: Sequence[FormColumn], rows: Sequence[Mapping[str, str]], lists: _Lists) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    line = Side(style="thin", color="BFBFBF")
    frame = Border(left=line, right=line, top=line, bottom=line)
    wrapped = Alignment(wrap_text=True, vertical="top")
    for number, column in enumerate(columns, start=1):
        letter = letters(number - 1)
        # New cells below take this over: text stays as it is typed, and 10-12 becomes no date.
        across = sheet.column_dimensions[letter]
        across.width, across.number_format, across.alignment = column.width, "@", wrapped
        head = put(sheet, 1, number, column.heading)
        of_field = column.field is not None
        head.font = Font(name=FACE, bold=True, color="000000" if of_field else INK)
        head.fill = PatternFill("solid", fgColor=FIELD if of_field else PAPER)
        head.alignment = Alignment(wrap_text=True, vertical="center")
        head.border = frame
        name = put(sheet, 2, number, column.name)
        name.font = Font(name=FACE, size=7, color=QUIET)
        name.alignment = Alignment(shrink_to_fit=True)
        _offer(sheet, column, letter, len(rows), lists)
    for row, entries in enumerate(rows, start=FIRST_ROW):
        for number, column in enumerate(columns, start=1):
            if entries.get(column.name):
                cell = put(sheet, row, number, entries[column.name])
                cell.number_format, cell.alignment = "@", wrapped
                cell.quotePrefix = entries[column.name].startswith(FORMULA_SIGNS)
        shown = [(entries.get(column.name, ""), column.width) for column in columns]
        sheet.row_dimensions[row].height = height(shown, most=8)
    sheet.row_dimensions[1].height = 62
    sheet.row_dimensions[2].height = 12
    sheet.freeze_panes = f"{letters(_TELLING[sheet.title])}{FIRST_ROW}"
    sheet.print_title_cols = f"A:{letters(_TELLING[sheet.title] - 1)}"
    _print(sheet, "1:1")


def _offer(sheet: Worksheet, column: FormColumn, letter: str, rows: int, lists: _Lists) -> None:
    """Let the cells of a column show their message and offer their list; other entries are possible, too."""
    from openpyxl.worksheet.datavalidation import DataValidation

    if not column.entries and not column.message:
        return
    offer = DataValidation(allow_blank=True, showInputMessage=bool(column.message))
    if column.entries:
        offer.type, offer.formula1 = "list", lists.range_of(column.entries)
        offer.showErrorMessage, offer.errorStyle = True, "warning"
        offer.errorTitle = "Not in the list"
        offer.error = "Several entries (with ;) or another word are possible. The Dictionary says what is understood."
    if column.message:
        offer.promptTitle, offer.prompt = title_of(column.heading), column.message[:LONGEST_MESSAGE]
    offer.add(f"{letter}{FIRST_ROW}:{letter}{FIRST_ROW + max(rows, _LISTED_ROWS)}")
    sheet.add_data_validation(offer)


def _print(sheet: Worksheet, title_rows: str) -> None:
    sheet.print_options.gridLines = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.scale = 60
    sheet.print_title_rows = title_rows
    footer = sheet.oddFooter.center if sheet.oddFooter is not None else None
    assert footer is not None, "a new sheet has a footer"
    footer.text = "&A, page &P of &N"


def _read_me(book: Workbook) -> None:
    from openpyxl.styles import Alignment, Font

    sheet = book.active
    assert sheet is not None, "a new workbook has a sheet"
    sheet.title = READ_ME
    sheet.column_dimensions["A"].width = 120
    sheet.sheet_view.showGridLines = False
    for row, (kind, text) in enumerate(LINES, start=1):
        cell = put(sheet, row, 1, text)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if kind == "h":
            cell.font = Font(name=FACE, bold=True, size=14 if row == 1 else 12)
            cell.alignment = Alignment(vertical="bottom")
            sheet.row_dimensions[row].height = 30
    _print(sheet, "1:1")


def _dictionary(sheet: Worksheet, rows: Iterable[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.worksheet.properties import PageSetupProperties

    for row, texts in enumerate(rows, start=1):
        for column, text in enumerate(texts, start=1):
            cell = put(sheet, row, column, text)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if row == 1:
                cell.font, cell.fill = Font(name=FACE, bold=True, color=INK), PatternFill("solid", fgColor=PAPER)
        sheet.row_dimensions[row].height = height(zip(texts, _WIDTHS, strict=True))
    for column, width in enumerate(_WIDTHS):
        sheet.column_dimensions[letters(column)].width = width
    sheet.freeze_panes = "C2"
    _print(sheet, "1:1")
    sheet.page_setup.fitToHeight, sheet.page_setup.scale = 0, None
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _mark(sheet: Worksheet, codebook: Codebook) -> None:
    for row, texts in enumerate(((MARKED, VERSION), ("codebook", codebook.version)), start=1):
        for column, text in enumerate(texts, start=1):
            put(sheet, row, column, text)
    sheet.sheet_state = "hidden"
