"""Writes pages into the bytes of workbooks and text tables, in the ways of the programs that reviewers use."""

from __future__ import annotations

import csv
import re
import zipfile
from datetime import date, datetime
from fractions import Fraction
from html import escape
from io import BytesIO, StringIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import MergedCell
from openpyxl.comments import Comment
from openpyxl.utils import get_column_letter

from messy.cells import Broken, Cell, Formula, Number, Page, decimal
from messy.review import Habits


def workbook(pages: list[Page]) -> bytes:
    """An xlsx workbook; the values that were saved with formulas are put in afterwards, which openpyxl cannot."""
    book = Workbook()
    book.remove(book.active)
    saved: dict[tuple[int, str], Fraction] = {}
    for number, page in enumerate(pages, start=1):
        sheet = book.create_sheet(page.name)
        for row, line in enumerate(page.rows, start=1):
            for column, cell in enumerate(line, start=1):
                if cell is None or cell == "":
                    continue
                target = sheet.cell(row, column)
                _put(target, cell)
                if isinstance(cell, Formula) and cell.saved is not None:
                    saved[number, target.coordinate] = cell.saved
        for first, left, last, right in page.merged:
            sheet.merge_cells(start_row=first + 1, start_column=left + 1, end_row=last + 1, end_column=right + 1)
        for column in page.hidden:
            sheet.column_dimensions[get_column_letter(column + 1)].hidden = True
        for row in page.hidden_rows:
            sheet.row_dimensions[row + 1].hidden = True
        for (row, column), comment in page.comments.items():
            if not isinstance(sheet.cell(row + 1, column + 1), MergedCell):
                sheet.cell(row + 1, column + 1).comment = Comment(comment, "AB")
    content = BytesIO()
    book.save(content)
    return _with_saved(content.getvalue(), saved) if saved else content.getvalue()


def _put(target: Any, cell: Cell) -> None:
    if isinstance(cell, Number):
        whole = cell.number.denominator == 1
        target.value = int(cell.number) if whole else float(cell.number)
        target.number_format = cell.shown
    elif isinstance(cell, Formula):
        target.value = cell.text
    elif isinstance(cell, Broken):
        target.value = cell.code
        target.data_type = "e"
    elif isinstance(cell, date):
        target.value = datetime(cell.year, cell.month, cell.day)
        target.number_format = "yyyy-mm-dd"
    else:
        target.value = cell
        if isinstance(cell, str):
            target.data_type = "s"


def _with_saved(content: bytes, saved: dict[tuple[int, str], Fraction]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            found = re.fullmatch(r"xl/worksheets/sheet([0-9]+)\.xml", name)
            for (number, cell), value in saved.items() if found else ():
                if found is not None and int(found.group(1)) == number:
                    pattern = rf'(<c r="{cell}"[^>]*>\s*<f>[^<]*</f>)\s*<v\s*(?:/>|></v>)'.encode()
                    data, count = re.subn(pattern, rb"\g<1><v>" + decimal(value).encode() + b"</v>", data)
                    assert count == 1, (name, cell)
            new.writestr(name, data)
    return made.getvalue()


def text_of(cell: Cell, comma: bool) -> str:
    """A cell as programs write it into a text table."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, Number):
        return f"{decimal(cell.number * 100, comma)}%" if "%" in cell.shown else decimal(cell.number, comma)
    if isinstance(cell, Formula):
        assert cell.saved is not None, "formulas stand in workbooks"
        return decimal(cell.saved, comma)
    if isinstance(cell, Broken):
        return cell.code
    return cell.isoformat() if isinstance(cell, date) else cell


def text_table(made: Habits, page: Page) -> tuple[str, bytes]:
    """A text table with one of the usual delimiters, quotings, line ends and encodings, and the ending of its name."""
    rng = made.rng
    rows = [[text_of(cell, made.comma) for cell in line] for line in page.rows]
    width = max(len(row) for row in rows)
    if made.chance(0.2, "lines without the empty cells at their ends"):
        rows = [row[: max((n + 1 for n, cell in enumerate(row) if cell), default=1)] for row in rows]
    else:
        rows = [row + [""] * (width - len(row)) for row in rows]
    delimiter = rng.choice((",", ",", ";", ";", "\t", "|"))
    end = rng.choice(("\n", "\r\n", "\r\n", "\r"))
    if end == "\r":
        rows = [[cell.replace("\n", " ") for cell in row] for row in rows]
    quoting = rng.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))
    written = StringIO(newline="")
    csv.writer(written, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    text = written.getvalue()
    if delimiter != "|" and rng.random() < 0.06:
        made.draws.append("sep= line")
        text = f"sep={delimiter}{end}{text}"
    encodings = [name for name in ("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16") if _fits(text, name)]
    encoding = rng.choice(encodings)
    made.draws.append(f"text: {delimiter!r}, {end!r}, {encoding}, quoting {int(quoting)}")
    return ("tsv" if delimiter == "\t" and rng.random() < 0.7 else "csv"), text.encode(encoding)


def _fits(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


_ODS = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def ods(pages: list[Page]) -> bytes:
    """An OpenDocument workbook of plain cells, without styles: no merged cells, no formulas, no percent formats."""
    names = " ".join(f'xmlns:{short}="{full}"' for short, full in _ODS.items())
    tables = "".join(
        f'<table:table table:name="{escape(page.name)}">'
        + "".join(f"<table:table-row>{''.join(map(_ods_cell, row or [None]))}</table:table-row>" for row in page.rows)
        + "</table:table>"
        for page in pages
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2"><office:body>'
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{space}" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as book:
        book.writestr("mimetype", kind, zipfile.ZIP_STORED)
        book.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
        book.writestr("META-INF/manifest.xml", manifest, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _ods_cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, bool):
        said = str(cell).lower()
        kind = f'office:value-type="boolean" office:boolean-value="{said}"'
        return f"<table:table-cell {kind}><text:p>{said.upper()}</text:p></table:table-cell>"
    if isinstance(cell, Number):
        shown = decimal(cell.number)
        kind = f'office:value-type="float" office:value="{shown}"'
    elif isinstance(cell, date):
        shown = cell.isoformat()
        kind = f'office:value-type="date" office:date-value="{shown}"'
    else:
        shown, kind = text_of(cell, comma=False), 'office:value-type="string"'
    words = escape(shown).replace("  ", ' <text:s text:c="1"/>')
    paragraphs = "".join(f"<text:p>{part}</text:p>" for part in words.split("\n"))
    return f"<table:table-cell {kind}>{paragraphs}</table:table-cell>"


def plain(pages: list[Page]) -> bool:
    """Whether nothing stands in the pages for which ods here has no words."""
    cells = [cell for page in pages for row in page.rows for cell in row]
    return not any(page.merged for page in pages) and not any(
        isinstance(cell, Formula | Broken) or (isinstance(cell, Number) and "%" in cell.shown) for cell in cells
    )
