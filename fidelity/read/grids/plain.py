"""The short road for sheets of text and plain numbers: python-calamine reads their cells, many at a time."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from io import BytesIO
from math import isfinite
from typing import Final

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

from fidelity.read.grids.dense import trimmed
from fidelity.read.grids.formats import float_text
from fidelity.read.grids.limits import Limits
from fidelity.read.grids.workbook import column_of

_HEAD: Final = 4096
_NOT_PLAIN: Final = (b"<f", b'hidden="', b't="e"')
_NOT_PLAIN_TEXT: Final = (b"<rPh", b"<r>", b"<r ", b"&#", b"_x", b"<!")
"""Signs in texts that stand in the sheet itself; the shared texts are looked at where they are read."""
_NOT_PLAIN_AFTER: Final = (b"<mergeCell",)
_FAR: Final = re.compile(rb'<c(?! r="[AB]?[A-Z]\d{1,5}")[ >/]')
"""A cell beyond column BZ or row 99,999, or without a name: up to there a sheet has at most 7.8 million cells."""
_NEAR: Final = (99_999, 78)
_CELL: Final = re.compile(rb'<c(?: r="([A-Z]{1,3})(\d{1,7})")?[ >/]')
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_PLAIN: Final = frozenset({str, float, int, bool})
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def is_plain(part: bytes, styled: Sequence[int], shared: bytes, limits: Limits) -> bool:
    """Whether a sheet holds only text, truth values and plain numbers, with nothing merged, hidden or computed.

    `styled` are the styles that show a number as more than that number. `shared` is the part of the shared texts.
    """
    start, end = part.find(b"<sheetData>"), part.rfind(b"</sheetData>")
    if start < 0 or end < 0 or not _usual_head(part[:start], part[start : start + _HEAD]):
        return False
    if any(sign in part for sign in _NOT_PLAIN) or any(part.find(sign, end) >= 0 for sign in _NOT_PLAIN_AFTER):
        return False
    if b"<is" in part and any(sign in part for sign in _NOT_PLAIN_TEXT):
        return False
    if styled and re.search(rb' s="(?:' + b"|".join(str(style).encode() for style in styled) + rb')"', part):
        return False
    return _is_near(part, limits) and not _texts_swell(part, shared, limits)


def _usual_head(head: bytes, first_rows: bytes) -> bool:
    """Whether a sheet begins as all programs write it: UTF-8, no name before a colon, attributes in double quotes."""
    encoding = re.search(rb'encoding="([^"]*)"', head)
    if encoding is not None and encoding[1].lower() not in {b"utf-8", b"us-ascii"}:
        return False
    return b"<worksheet" in head and not any(sign in head + first_rows for sign in (b"\0", b"<!", b"='"))


def _is_near(part: bytes, limits: Limits) -> bool:
    """Whether a frame from A1 to the last cell is small enough: calamine makes it before anyone can ask."""
    rows, columns = _NEAR
    if not _FAR.search(part):
        height, width = rows, columns
        if height <= limits.rows and width <= limits.columns and height * width <= limits.cells:
            return True
    named = {found.groups() for found in _CELL.finditer(part)}
    if (None, None) in named:
        return False
    height = max((int(row) for _, row in named), default=0)
    width = max((column_of(column.decode()) + 1 for column in {column for column, _ in named}), default=0)
    return height <= limits.rows and width <= limits.columns and height * width <= limits.cells


def _texts_swell(part: bytes, shared: bytes, limits: Limits) -> bool:
    """Whether the texts of the cells might fill the memory, as few long ones do that many cells share."""
    longest = max(map(len, re.split(rb"<si[ >]", shared)), default=0)
    return len(part) + longest * part.count(b't="s"') > limits.characters


def plain_frames(parts: Sequence[bytes], shared: bytes) -> list[pl.DataFrame] | None:
    """Return the cells of plain sheets as frames of text; None where calamine cannot read them.

    Calamine gets a workbook of these sheets and their shared texts alone, without styles: what it reads is what was
    looked at, and every number is a number.
    """
    try:
        with CalamineWorkbook.from_filelike(BytesIO(_workbook(parts, shared))) as workbook:
            return [
                frame_of_values(workbook.get_sheet_by_index(at).to_python(skip_empty_area=False))
                for at in range(len(parts))
            ]
    except (CalamineError, TypeError):
        # TypeError: a date where no style makes one, or a number beyond all bounds: only the long road names them.
        return None
    except BaseException as error:
        if is_panic(error):
            return None
        raise


def is_panic(error: BaseException) -> bool:
    """Whether an exception is a panic of a library in Rust: it derives from BaseException and cannot be imported."""
    return type(error).__name__ == "PanicException"


def frame_of_values(rows: Sequence[Sequence[object]]) -> pl.DataFrame:
    """Return rows of text, numbers and truth values as a frame of text without empty ends."""
    columns = [_column(at, values) for at, values in enumerate(zip(*rows, strict=True))]
    return trimmed(pl.DataFrame(columns))


def _column(at: int, values: tuple[object, ...]) -> pl.Series:
    if all(isinstance(value, str) for value in values[1:9]):
        try:
            return pl.Series(str(at), values, dtype=pl.String)
        except TypeError:
            pass  # a number further down
    kinds = {*map(type, values)}
    if not kinds <= _PLAIN:
        raise TypeError(f"{kinds - _PLAIN} in a plain sheet")
    if bool in kinds:
        texts = [_value_text(value) for value in values]
    else:
        shown = {value: _value_text(value) for value in {*values}}
        texts = [shown[value] for value in values]
    return pl.Series(str(at), texts, dtype=pl.String)


def _value_text(value: object) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        if not isfinite(value):
            raise TypeError("a number that is too large for the workbook, which only the long road gives as it stands")
        return float_text(value)
    return str(value)


def _workbook(parts: Sequence[bytes], shared: bytes) -> bytes:
    ids = range(1, len(parts) + 1)
    sheets = "".join(f'<sheet name="{at}" sheetId="{at}" r:id="r{at}"/>' for at in ids)
    targets = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>' for at in ids
    )
    texts = f'<Relationship Id="t" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>' if shared else ""
    target = f'<Relationship Id="w" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    listed = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
    written: dict[str, str | bytes] = {
        "_rels/.rels": f'{_DECLARED}<Relationships xmlns="{_PACKAGE}">{target}</Relationships>',
        "xl/workbook.xml": f"{_DECLARED}{listed}",
        "xl/_rels/workbook.xml.rels": f'{_DECLARED}<Relationships xmlns="{_PACKAGE}">{targets}{texts}</Relationships>',
        **({"xl/sharedStrings.xml": shared} if shared else {}),
        **{f"xl/worksheets/sheet{at}.xml": part for at, part in zip(ids, parts, strict=True)},
    }
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for name, text in written.items():
            archive.writestr(name, text)
    return content.getvalue()
