"""The bytes of a file that a reviewer keeps tables in as a book of grids, told by what is in it and not by its name."""

from __future__ import annotations

from typing import Final

from fidelity.read.grids.delimited import read_delimited
from fidelity.read.grids.grid import Book, BookKind
from fidelity.read.grids.limits import Limits, Refused, refused
from fidelity.read.grids.ods import read_ods
from fidelity.read.grids.package import open_package, password
from fidelity.read.grids.xls import read_xls
from fidelity.read.grids.xlsx import read_xlsx

LIMITS: Final = Limits()
_ZIP: Final = b"PK"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STARTS: Final = {
    b"%PDF": "a PDF document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a packed file (gzip)",
    b"7z\xbc\xaf": "a packed file (7z)",
    b"Rar!": "a packed file (rar)",
    b"PAR1": "a Parquet file",
    b"SQLite format 3": "a database",
}
_INSIDE: Final = {
    "word/": "a Word document",
    "ppt/": "a PowerPoint presentation",
    "Index/": "a Numbers or Pages document",
    "Index.zip": "a Numbers or Pages document",
    "xl/workbook.bin": "an Excel binary workbook (.xlsb)",
    "content.opf": "a book",
    "META-INF/MANIFEST.MF": "a program",
}
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument."
_SAVE_AS: Final = "open it in the program that made it, and save the table as .xlsx or CSV (UTF-8)"


def read_book(content: bytes, source: str, *, limits: Limits = LIMITS) -> Book:
    """Return the sheets of a workbook (xlsx, xlsm, ods, xls) or of delimited text (CSV, TSV).

    `source` is what the file is called in problems. Nothing that a file holds raises: what cannot be read is a problem,
    and the sheets and rows beside it are read. Formulas and macros are never run, no link is followed.
    """
    try:
        limits.file(content, source)
        return _read(content, source, limits)
    except Refused as refusal:
        return Book(source, _kind(content), (), (refusal.problem,))


def _kind(content: bytes) -> BookKind:
    if content.startswith(_OLE):
        return "xls"
    if content.startswith(_ZIP):
        return "ods" if _OPEN_DOCUMENT in content[:200] else "xlsx"
    return "csv"


def _read(content: bytes, source: str, limits: Limits) -> Book:
    if content.startswith(_OLE):
        return read_xls(content, source, limits)
    if content.startswith(_ZIP):
        return _read_zip(content, source, limits)
    for start, what in _STARTS.items():
        if content.startswith(start):
            raise _other(source, what)
    _refuse_markup(content, source)
    return read_delimited(content, source, limits)


def _read_zip(content: bytes, source: str, limits: Limits) -> Book:
    package = open_package(content, source, limits)
    kind = package.parts.get("mimetype", b"").strip()
    if kind.startswith(_OPEN_DOCUMENT):
        if not kind.startswith(_OPEN_DOCUMENT + b"spreadsheet"):
            raise _other(source, "an OpenDocument file, but no spreadsheet")
        if b"encryption-data" in package.parts.get("META-INF/manifest.xml", b""):
            raise password(source)
        return read_ods(package, limits)
    for start, what in _INSIDE.items():
        if package.holds(start):
            raise _other(source, what)
    if not package.holds("xl/") and "[Content_Types].xml" not in package.names:
        names = ", ".join(package.names[:3])
        what = f"the file is a zip archive and no workbook (it holds {names or 'nothing'})"
        raise refused("file-type", source, None, what, "unpack it, and give the files that are in it")
    return read_xlsx(package, limits)


def _refuse_markup(content: bytes, source: str) -> None:
    """Refuse web pages and XML that programs save under the name of a workbook or a table."""
    head = content[:1024].removeprefix(b"\xef\xbb\xbf").replace(b"\0", b"").lstrip().lower()
    if b'progid="excel.sheet"' in head or b"urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise _other(source, "an XML spreadsheet of Excel 2003")
    if head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta", b"<body", b"<head")):
        raise _other(source, "a web page, though its name may say otherwise")
    if head.startswith(b"<?xml"):
        raise _other(source, "an XML file")
    if head.startswith(b"mime-version:"):
        raise _other(source, "a web page in one file (MHTML)")


def _other(source: str, what: str) -> Refused:
    return refused("file-type", source, None, f"the file is {what}, which is not read", _SAVE_AS)
