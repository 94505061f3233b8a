"""Files that are broken, foreign or made to harm are refused by name; none raises, hangs or fills the memory."""

from __future__ import annotations

import os
import struct
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from fidelity.errors import Problem
from fidelity.read.grids.books import LIMITS, read_book
from fidelity.read.grids.limits import Limits
from fidelity.read.steady import read_steadily
from read.grids.files import OLE, ods, ods_parts, saved, xls, xlsx, xlsx_parts, zipped

ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
HEAD = OLE + b"\0" * 600


def code_of(content: bytes, limits: Limits = LIMITS) -> str:
    book = read_book(content, "b", limits=limits)
    assert book.grids == ()
    (problem,) = book.problems
    assert problem.remedy
    return problem.code


FOREIGN = {
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3", "file-type"),
    "a web page named xls": (b"<html><table><tr><td>study</td></tr></table></html>", "file-type"),
    "an XML spreadsheet": (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', "file-type"),
    "a Word document": (zipped({"[Content_Types].xml": "", "word/document.xml": ""}), "file-type"),
    "a Numbers document": (zipped({"Index/Document.iwa": b"x", "preview.jpg": b"x"}), "file-type"),
    "a binary workbook": (zipped({"[Content_Types].xml": "", "xl/workbook.bin": b"x"}), "file-type"),
    "a text document": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), "file-type"),
    "a zip of tables": (zipped({"a.csv": "x"}), "file-type"),
    "an old Word document": (HEAD + "WordDocument".encode("utf-16-le"), "file-type"),
    "a workbook with a password": (HEAD + "EncryptedPackage".encode("utf-16-le"), "password"),
    "an old workbook that is cut off": (HEAD + "Workbook".encode("utf-16-le"), "unreadable"),
    "an empty zip": (zipped({}), "file-type"),
    "two letters of a zip": (b"PK", "unreadable"),
    "a workbook without sheets": (zipped({"[Content_Types].xml": "", "xl/a.xml": "<a/>"}), "unreadable"),
}


@pytest.mark.parametrize(("content", "code"), FOREIGN.values(), ids=FOREIGN.keys())
def test_what_is_no_table_is_called_what_it_is(content: bytes, code: str) -> None:
    assert code_of(content) == code


def test_a_workbook_that_is_cut_off_or_changed_anywhere_never_raises() -> None:
    workbook = Workbook()
    workbook.active.append(["study", "80 °C", 0.5, True])
    for content in (saved(workbook), ods('<table:table table:name="a"/>')):
        for end in range(0, len(content), 97):
            assert read_book(content[:end], "b").problems
        for at in range(0, len(content), 41):
            read_book(content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :], "b")


@pytest.mark.parametrize("make", [xlsx_parts, ods_parts])
def test_entities_are_refused_wherever_they_stand(make: object) -> None:
    for encoding in ("utf-8", "utf-16"):
        for name, part in make(ROW).items():  # type: ignore[operator]
            if name.endswith((".xml", ".rels")) and name != "[Content_Types].xml":
                bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
                parts = {**make(ROW), name: (bomb + str(part)).encode(encoding)}  # type: ignore[operator]
                assert [problem.code for problem in read_book(zipped(parts), "b").problems] == ["unsafe-xml"], name


def test_a_part_that_unpacks_to_far_more_than_it_is_packed_is_refused_before_it_is_there() -> None:
    parts = {**xlsx_parts(ROW), "xl/worksheets/sheet9.xml": b" " * (40 * 1024 * 1024)}
    assert code_of(zipped(parts)) == "zip-bomb"


def test_the_size_that_a_zip_tells_of_itself_is_not_believed() -> None:
    parts = {"xl/worksheets/sheet9.xml": b"<a>" * 200_000, **xlsx_parts(ROW)}
    content = bytearray(zipped(parts))
    directory = content.rindex(b"PK\x01\x02", 0, content.index(b"PK\x01\x02") + 4)
    struct.pack_into("<I", content, directory + 24, 10)
    assert code_of(bytes(content), replace(LIMITS, unpacked_bytes=100_000)) in {"too-large", "unreadable"}


LIMITED = {
    "file_bytes": (xlsx(ROW), "too-large"),
    "unpacked_bytes": (xlsx(ROW), "too-large"),
    "parts": (xlsx(ROW), "too-many-parts"),
    "sheets": (xlsx(ROW), "too-many-sheets"),
    "rows": (xlsx('<row r="9"><c r="A9"><v>1</v></c></row>'), "too-many-rows"),
    "columns": (xlsx('<row r="1"><c r="J1"><v>1</v></c></row>'), "too-many-columns"),
    "cells": (xlsx('<row r="5"><c r="D5"><v>1</v></c></row>'), "too-many-cells"),
    "characters": (xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>123456789</t></is></c></row>'), "too-large"),
}
MOST = {"sheets": 0, "parts": 3, "cells": 19, "file_bytes": 100, "unpacked_bytes": 100}


@pytest.mark.parametrize("limit", LIMITED)
def test_each_limit_is_named_with_what_was_found_and_what_to_do(limit: str) -> None:
    content, code = LIMITED[limit]
    assert code_of(content, replace(LIMITS, **{limit: MOST.get(limit, 8)})) == code


@pytest.mark.parametrize(("limit", "most"), [("rows", 3), ("columns", 3), ("cells", 10), ("file_bytes", 5)])
def test_the_limits_hold_for_delimited_text_too(limit: str, most: int) -> None:
    table = b"a,b,c,d\n" * 4
    for content in (table, table + b'"x', table + b'"a""b",c,d\n'):
        book = read_book(content, "b.csv", limits=replace(LIMITS, **{limit: most}))
        assert book.problems[-1].code in {f"too-many-{limit}", "too-large"}


def test_two_cells_at_the_far_corners_do_not_fill_the_memory() -> None:
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    assert code_of(xlsx(far)) == "too-many-cells"


def test_a_repeated_cell_or_row_of_an_open_document_does_not_fill_the_memory() -> None:
    cell = '<table:table-cell table:number-columns-repeated="{}"><text:p>x</text:p></table:table-cell>'
    row = '<table:table><table:table-row table:number-rows-repeated="{}">{}</table:table-row></table:table>'
    assert code_of(ods(row.format(1, cell.format(999_999_999)))) == "too-many-columns"
    assert code_of(ods(row.format(999_999_999, cell.format(1)))) == "too-many-rows"
    assert code_of(ods(row.format(1_048_576, cell.format(500)))) == "too-many-cells"


def test_a_long_text_that_all_cells_share_does_not_fill_the_memory() -> None:
    cells = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in range(1, 1001))
    content = xlsx(cells, shared=f"<si><t>{'x' * 100_000}</t></si>")
    assert code_of(content, replace(LIMITS, characters=50_000_000)) == "too-large"


def test_a_packing_with_a_password_is_said_to_have_one() -> None:
    content = bytearray(xlsx(ROW))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        entry = archive.getinfo("xl/workbook.xml")
    directory = content.index(b"PK\x01\x02")
    while content[directory + 46 : directory + 46 + 15] != b"xl/workbook.xml":
        directory = content.index(b"PK\x01\x02", directory + 4)
    content[directory + 8] |= 1
    content[entry.header_offset + 6] |= 1
    assert code_of(bytes(content)) == "password"


def test_a_file_is_read_as_it_stands(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"a,b\r\n")
    assert read_steadily(tmp_path / "a.csv") == b"a,b\r\n"


def test_what_is_no_file_is_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "a.csv").write_bytes(b"12345")
    found = [read_steadily(path) for path in (tmp_path, tmp_path / "pipe", tmp_path / "loop", Path("/dev/zero"))]
    found.append(read_steadily(tmp_path / "none"))
    found.append(read_steadily(tmp_path / "a.csv", most=4))
    codes = [problem.code for problem in found if isinstance(problem, Problem)]
    assert codes == ["file-type", "file-type", "unreadable", "file-type", "unreadable", "too-large"]


def test_a_file_that_changes_while_it_is_read_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a,b\n")
    real = os.fdopen

    def grows(descriptor: int, mode: str) -> object:
        with path.open("ab") as other:
            other.write(b"1,2\n")
        return real(descriptor, mode)

    monkeypatch.setattr(os, "fdopen", grows)
    problem = read_steadily(path)
    assert isinstance(problem, Problem)
    assert problem.code == "changed-while-read"


def test_an_old_workbook_with_a_cell_at_the_far_corner_is_refused_before_room_is_made_for_it() -> None:
    content = bytearray(xls(["study", 1.0]))
    number = content.index(struct.pack("<HHHH", 0x203, 14, 0, 1))
    struct.pack_into("<HH", content, number + 4, 65535, 255)
    assert code_of(bytes(content)) == "too-many-cells"


def test_an_old_workbook_whose_sectors_go_round_in_a_circle_is_damaged() -> None:
    content = bytearray(xls(["study", 1.0]))
    struct.pack_into("<i", content, 512 + 4 * 4, 3)
    assert code_of(bytes(content)) == "unreadable"


def test_an_old_workbook_that_tells_an_absurd_length_does_not_end_the_process() -> None:
    damaged = Path(__file__).parents[2] / "data" / "broken" / "absurd_length.xls"
    assert code_of(damaged.read_bytes()) == "unreadable"
