"""A Word document as the supplement needs it: headings that are headings, tables that say what they are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from fidelity.errors import UsageError
from fidelity.write.xlsx import without_clock

if TYPE_CHECKING:
    from docx.table import Table

_MADE: Final = datetime(2000, 1, 1)  # the same bytes for the same content
_NOT_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Paper:
    """A document that is written from top to bottom; raises UsageError where python-docx is not installed."""

    def __init__(self, title: str) -> None:
        try:
            from docx import Document
        except ImportError:
            raise UsageError("writing Word files needs python-docx: pip install 'fidelity[docx]'") from None
        from docx.shared import Mm

        self._document = Document()
        properties = self._document.core_properties
        properties.title, properties.author, properties.comments, properties.language = title, "fidelity", "", "en-GB"
        properties.created = properties.modified = _MADE
        page = self._document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(18)
        self._document.add_heading(title, 0)

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self._document.add_heading(_xml(text), level)

    def says(self, text: str) -> None:
        """Add a paragraph."""
        self._document.add_paragraph(_xml(text))

    def table(self, about: str, head: Sequence[str], widths: Sequence[float], rows: Iterable[Sequence[str]]) -> None:
        """Add a table; what it is about is its caption and its alt text, its header is repeated on every page.

        `widths` are the shares of the columns.
        """
        from docx.shared import Mm

        listed = [tuple(head), *map(tuple, rows)]
        self._document.add_paragraph(_xml(about), style="Caption").paragraph_format.keep_with_next = True
        table = self._document.add_table(rows=0, cols=len(head), style="Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(174 * width / sum(widths))
        _describe(table, about)
        _fill(table, listed)

    def saved(self) -> bytes:
        """Return the bytes of the document."""
        stream = io.BytesIO()
        self._document.save(stream)
        return without_clock(stream.getvalue())


def _xml(text: str) -> str:
    return _NOT_XML.sub("\ufffd", text)


def _describe(table: Table, about: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for name in ("w:tblCaption", "w:tblDescription"):
        element = OxmlElement(name)
        element.set(qn("w:val"), _xml(about))
        table._tbl.tblPr.append(element)


def _fill(table: Table, rows: Sequence[Sequence[str]]) -> None:
    """Write the rows: python-docx looks a cell up in the whole table each time, so they are written as XML elements."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    body = table._tbl
    for number, texts in enumerate(rows):
        row = body.add_tr()
        properties = row.get_or_add_trPr()
        properties.append(OxmlElement("w:cantSplit"))
        if number == 0:
            properties.append(OxmlElement("w:tblHeader"))
        for text, grid in zip(texts, body.tblGrid.gridCol_lst, strict=True):
            cell = row.add_tc()
            if grid.w is not None:
                cell.width = grid.w
            run = cell.p_lst[0].add_r()
            if number == 0:
                run.get_or_add_rPr().append(OxmlElement("w:b"))
            size = OxmlElement("w:sz")
            size.set(qn("w:val"), "16")  # half points
            run.get_or_add_rPr().append(size)
            run.text = _xml(text)
