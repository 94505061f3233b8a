"""What all our workbooks share: texts stay texts, and the same content gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Final, cast

from fidelity.errors import UsageError

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

LONGEST_CELL: Final = 32_767
"""What a cell of a workbook takes at most."""
INK, PAPER, FIELD, QUIET = "FFFFFF", "1F3864", "DDE6F0", "595959"
"""White on dark blue, black on pale blue, and a grey that is dark enough to be read on white."""
FACE: Final = "Calibri"
_ESCAPED: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)|[\ufffe\uffff]")
"""What a workbook holds as the number of the sign: what XML does not take, and texts that look like such a number."""
_MADE: Final = datetime(2000, 1, 1)  # the same bytes for the same content
_DATED: Final = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")


def put(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """Write a text as a text, whatever it looks like: no formula, no date, no number; return its cell.

    Raises UsageError for a text that is longer than a cell can be.
    """
    if len(text) > LONGEST_CELL:
        what = f"a text of {len(text)} characters begins {text[:60]!r}"
        raise UsageError(f"{what}; a cell takes {LONGEST_CELL}: write .yaml, .json, .csv or .parquet")
    cell = cast("Cell", sheet.cell(row, column))  # none is merged while we write
    cell.value = _ESCAPED.sub(lambda found: f"_x{ord(found.group()):04X}_", text)
    cell.data_type = "s"
    return cell


def height(shown: Iterable[tuple[str, int]], most: int = 25) -> float:
    """Return the height of a row in which wrapped texts are seen: LibreOffice does not find it by itself."""
    lines = [sum(1 + len(line) // width for line in text.split("\n")) for text, width in shown]
    return 15.0 * min(most, max(lines))


def saved(book: Workbook, title: str) -> bytes:
    """Return the bytes of a workbook, in which no time of writing stands."""
    book.properties.title = title
    book.properties.creator = "fidelity"
    book.properties.created = _MADE
    stream = io.BytesIO()
    book.save(stream)
    return without_clock(stream.getvalue())


def without_clock(content: bytes) -> bytes:
    """Return an Office file (workbook or document) in which no time of writing stands: the same bytes each day."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as given, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as kept:
        for entry in given.infolist():
            data = given.read(entry)
            if entry.filename == "docProps/core.xml":
                data = _DATED.sub(rb"\g<1>2000-01-01T00:00:00Z", data)
            kept.writestr(zipfile.ZipInfo(entry.filename, (2000, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()
