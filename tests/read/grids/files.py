"""Small workbooks written part by part, so that a test knows every byte of what it reads."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

from openpyxl import Workbook

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w", method) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


def xlsx_parts(
    rows: str, *, before: str = "", after: str = "", shared: str = "", formats: str = "", xfs: str = "", attrs: str = ""
) -> dict[str, str | bytes]:
    """The parts of a workbook with one sheet, "Arms", whose rows are given as XML."""
    relation = f'<Relationship Id="{{}}" Type="{OFFICE}/{{}}" Target="{{}}"/>'
    inside = [("s1", "worksheet", "worksheets/sheet1.xml"), ("t", "sharedStrings", "sharedStrings.xml")]
    inside.append(("f", "styles", "styles.xml"))
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}">'
        + relation.format("w", "officeDocument", "xl/workbook.xml")
        + "</Relationships>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">'
        + "".join(relation.format(*entry) for entry in inside)
        + "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr {attrs}/>'
        '<sheets><sheet name="Arms" sheetId="1" r:id="s1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}'
        "</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{shared}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellXfs><xf numFmtId="0"/>{xfs}'
        "</cellXfs></styleSheet>",
    }


def xlsx(rows: str, **given: str) -> bytes:
    return zipped(xlsx_parts(rows, **given))


def saved(workbook: Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def ods_parts(tables: str, styles: str = "") -> dict[str, str | bytes]:
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    content = (
        f'<office:document-content {spaces} xmlns:calcext="urn:org:documentfoundation">'
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    return {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}


def ods(tables: str, styles: str = "") -> bytes:
    return zipped(ods_parts(tables, styles))


def _record(kind: int, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack("<HH", kind, len(body)) + body


def _name(text: str, size: str = "B") -> bytes:
    return struct.pack(f"<{size}B", len(text), 1) + text.encode("utf-16-le")


def xls(*rows: Sequence[str | float | bool], hidden: bool = False, dates: bool = False) -> bytes:
    """An old workbook with one sheet, "Arms": `dates` says that its numbers are dates."""
    begin = _record(0x809, struct.pack("<HHHHII", 0x600, 5, 0x0DBB, 1996, 0, 6))
    formats = b"".join(_record(0xE0, struct.pack("<HH", 0, ifmt) + bytes(16)) for ifmt in (0, 14))
    end = _record(0x0A)
    sheet = [_record(0x809, struct.pack("<HHHHII", 0x600, 16, 0x0DBB, 1996, 0, 6))]
    width = max(map(len, rows))
    sheet.append(_record(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)))
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            at = struct.pack("<HHH", row, column, int(dates))
            if isinstance(value, bool):
                sheet.append(_record(0x205, at, struct.pack("<BB", value, 0)))
            elif isinstance(value, str):
                sheet.append(_record(0x204, at, _name(value, "H")))
            else:
                sheet.append(_record(0x203, at, struct.pack("<d", value)))
    sheet.append(_record(0xE5, struct.pack("<HHHHH", 1, 0, 0, 0, 1)))
    named = 4 + 6 + len(_name("Arms"))
    start = len(begin) + len(formats) + named + len(end)
    bound = _record(0x85, struct.pack("<IBB", start, int(hidden), 0), _name("Arms"))
    return _compound(begin + formats + bound + end + b"".join(sheet) + end)


def _compound(stream: bytes) -> bytes:
    """A compound file whose one stream is "Workbook": first its table of sectors, then its folder, then the stream."""
    stream += bytes(max(4096 - len(stream), -len(stream) % 512))
    sectors = len(stream) // 512
    chain = [-3, -2, *range(3, 2 + sectors), -2]
    table = struct.pack("<128i", *chain, *[-1] * (128 - len(chain)))

    def entry(name: str, kind: int, child: int, first: int, size: int) -> bytes:
        text = f"{name}\0".encode("utf-16-le")
        return struct.pack(
            "<64sHBBiii16sIQQiQ", text, len(text), kind, 1, -1, -1, child, bytes(16), 0, 0, 0, first, size
        )

    folder = entry("Root Entry", 5, 1, -2, 0) + entry("Workbook", 2, -1, 2, len(stream)) + bytes(256)
    head = struct.pack(
        "<8s16sHHHHH6sIIiIIiIiI", OLE, bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6), 0, 1, 1, 0, 4096, -2, 0, -2, 0
    )
    return head + struct.pack("<109i", 0, *[-1] * 108) + table + folder + stream
