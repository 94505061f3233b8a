"""An Excel workbook becomes text as the screen shows it, unrounded, with what each cell is beside its text."""

from __future__ import annotations

import datetime
import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from fidelity.read.grids.books import LIMITS, read_book
from fidelity.read.grids.grid import Block, Grid
from fidelity.read.grids.package import open_package
from fidelity.read.grids.plain import is_plain
from fidelity.read.grids.xlsx import read_xlsx
from read.grids.files import saved, xlsx, xlsx_parts, zipped


def the_grid(content: bytes) -> Grid:
    book = read_book(content, "extraction.xlsx")
    assert book.problems == ()
    (grid,) = book.grids
    return grid


def rows_of(grid: Grid) -> list[list[str]]:
    return [list(row) for row in grid.cells.iter_rows()]


def both_roads(content: bytes) -> tuple[Grid, Grid]:
    package = open_package(content, "b.xlsx", LIMITS)
    (short,), (long,) = (read_xlsx(package, LIMITS, plain_road=road).grids for road in (True, False))
    return short, long


SHOWN = [
    ("General", 80, "80"),
    ("General", 0.1, "0.1"),
    ("General", 1e21, "1000000000000000000000"),
    ("General", 1e-7, "0.0000001"),
    ("0", 80.5, "80.5"),
    ("0%", 0.07, "7 %"),
    ("0.0%", 0.285, "28.5 %"),
    ('0 "°C"', 80, "80 °C"),
    ('0.0" mL"', 0.5, "0.5 mL"),
    ('">= "0" °C"', 80, ">= 80 °C"),
    ('General" G"', 18, "18 G"),
    ('0,"k"', 5000, "5k"),
    ("000", 7, "007"),
    ("0.00E+00", 12345, "12345"),
    ('"yes";;"no"', 1, "yes"),
    (";;;", 4, "4"),
    ('[>=100]0" s";0" min"', 50, "50 min"),
    ('_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-', 0, "0"),
    ("@", 5, "5"),
    ("h:mm", datetime.time(0, 1, 30), "0:01:30"),
    ("[h]:mm", datetime.timedelta(hours=36), "36:00:00"),
]


@pytest.mark.parametrize(("code", "value", "shown"), SHOWN)
def test_a_number_is_shown_with_what_its_format_adds_and_without_rounding(code: str, value: float, shown: str) -> None:
    workbook = Workbook()
    workbook.active["A1"] = value
    workbook.active["A1"].number_format = code
    grid = the_grid(saved(workbook))
    assert (rows_of(grid), grid.dates) == ([[shown]], frozenset())


@pytest.mark.parametrize("epoch", [datetime.datetime(1899, 12, 30), datetime.datetime(1904, 1, 1)])
@given(
    day=st.datetimes(datetime.datetime(1904, 1, 2), datetime.datetime(2100, 1, 1)).map(
        lambda at: at.replace(microsecond=0)
    )
)
@settings(max_examples=20, deadline=None)
def test_a_date_is_written_year_month_day_and_listed_in_both_date_systems(
    epoch: datetime.datetime, day: datetime.datetime
) -> None:
    workbook = Workbook()
    workbook.epoch = epoch
    workbook.active["B2"] = day
    grid = the_grid(saved(workbook))
    text = grid.cells["1"][1]
    assert datetime.datetime.fromisoformat(text) == day
    assert grid.dates == {(1, 1)}


def test_a_range_that_excel_took_for_a_date_is_seen_to_be_one() -> None:
    grid = the_grid(xlsx('<row r="1"><c r="A1" s="1"><v>42289</v></c></row>', xfs='<xf numFmtId="16"/>'))
    assert (rows_of(grid), grid.dates) == ([["2015-10-12"]], {(0, 0)})


def test_truth_values_errors_and_formulas_are_told_apart_from_text() -> None:
    rows = (
        '<row r="1"><c r="A1" t="b"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c>'
        '<c r="C1"><f>A2*2</f><v>80</v></c><c r="D1"><f>B9</f></c>'
        '<c r="E1" t="str"><f>IF(A1,"x","")</f><v></v></c><c r="F1" t="str"><f>T(A1)</f><v>CT</v></c>'
        '<c r="G1"><f t="shared" si="0" ref="G1:H1">A9+1</f><v>1</v></c>'
        '<c r="H1"><f t="shared" si="0"/><v>2</v></c></row>'
    )
    grid = the_grid(xlsx(rows))
    assert rows_of(grid) == [["TRUE", "#REF!", "80", "", "", "CT", "1", "2"]]
    assert grid.errors == {(0, 1): "#REF!"}
    assert {column: text for (_, column), text in grid.formulas.items()} == {
        2: "=A2*2",
        3: "=B9",
        5: "=T(A1)",
        6: "=A9+1",
        7: "=A9+1",
    }


def test_merged_cells_comments_and_what_is_hidden_are_kept() -> None:
    workbook = Workbook()
    sheet = workbook.active
    for at in ("A1", "B1", "C4", "D2"):
        sheet[at] = at
    sheet.merge_cells("B1:D1")
    sheet.merge_cells("A2:A4")
    sheet.merge_cells("F9:G9")
    sheet["C4"].comment = Comment("see table 2", "reviewer")
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["B"].hidden = True
    workbook.create_sheet("old")["A1"] = "x"
    workbook["old"].sheet_state = "veryHidden"
    shown, hidden = read_book(saved(workbook), "b.xlsx").grids
    assert shown.merged == (Block(0, 1, 0, 3), Block(1, 0, 3, 0))
    assert shown.comments == {(3, 2): "see table 2"}
    assert (shown.hidden_rows, shown.hidden_columns, shown.hidden) == ({2}, {1}, False)
    assert hidden.hidden


def test_rich_text_is_joined_and_spaces_around_text_are_kept() -> None:
    workbook = Workbook()
    workbook.active["A1"] = CellRichText("80 ", TextBlock(InlineFont(b=True), "°C"), " held ")
    workbook.active["A2"] = "\xa0CT  "
    shared = '<si><r><t xml:space="preserve">60 </t></r><r><t>s</t></r><rPh sb="0" eb="1"><t>ROKU</t></rPh></si>'
    assert rows_of(the_grid(saved(workbook))) == [["80 °C held "], ["\xa0CT  "]]
    assert rows_of(the_grid(xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', shared=shared))) == [["60 s"]]


def test_control_characters_are_taken_out_with_a_note_that_names_the_cell() -> None:
    inline = '<c r="C2" t="inlineStr"><is><t>a_x000D_b_x005F_x0041_</t></is></c>'
    rows = f'<row r="2"><c r="B2" t="s"><v>0</v></c>{inline}</row>'
    book = read_book(xlsx(rows, shared="<si><t>80_x0000_ C_x0007_</t></si>"), "b.xlsx")
    assert list(book.grids[0].cells.row(1)) == ["", "80 C", "a\nb_x0041_"]
    (note,) = book.notes
    assert (note.code, str(note.place)) == ("control-characters", "b.xlsx!Arms!B2")


def test_a_formatted_cell_far_down_does_not_make_the_sheet_long() -> None:
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    )
    grid = the_grid(xlsx(rows, before='<dimension ref="A1:XFD1048576"/>', xfs='<xf numFmtId="10"/>'))
    assert grid.cells.shape == (1, 1)


def test_rows_and_cells_without_names_stand_where_they_come() -> None:
    rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>"
    assert rows_of(the_grid(xlsx(rows))) == [["1", "2"], ["", ""], ["3", ""]]


def test_names_before_a_colon_are_read_like_those_without() -> None:
    parts = xlsx_parts("")
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert isinstance(sheet, str)
    main = sheet.split('"')[1]
    parts["xl/worksheets/sheet1.xml"] = (
        f"<x:worksheet xmlns:x='{main}'><x:sheetData><x:row r='2'><x:c r='B2'><x:f>A1</x:f><x:v>5</x:v></x:c></x:row>"
        "</x:sheetData></x:worksheet>"
    )
    grid = the_grid(zipped(parts))
    assert (rows_of(grid), grid.formulas) == ([["", ""], ["", "5"]], {(1, 1): "=A1"})


def test_parts_that_are_never_opened_are_named() -> None:
    parts = xlsx_parts('<row r="1"><c r="A1"><v>1</v></c></row>')
    for name in ("externalLinks/externalLink1.xml", "vbaProject.bin", "embeddings/a.bin", "media/a.png"):
        parts[f"xl/{name}"] = b"<!DOCTYPE x>"
    book = read_book(zipped(parts), "b.xlsm")
    assert {note.code for note in book.notes} == {"external-links", "macros", "embedded-objects", "pictures"}
    assert rows_of(book.grids[0]) == [["1"]]


def test_a_sheet_that_is_damaged_leaves_the_others_to_be_read() -> None:
    workbook = Workbook()
    workbook.active["A1"] = "good"
    workbook.create_sheet("bad")["A1"] = "x"
    archive = zipfile.ZipFile(BytesIO(saved(workbook)))
    parts = {name: archive.read(name) for name in archive.namelist()}
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"][:-30]
    book = read_book(zipped(parts), "b.xlsx")
    assert [rows_of(grid) for grid in book.grids] == [[["good"]]]
    assert [(problem.code, problem.place.sheet) for problem in book.problems] == [("unreadable", "bad")]


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=12)
VALUES = st.one_of(st.none(), TEXTS, st.booleans(), st.integers(-(2**53), 2**53), st.floats(-1e300, 1e300))


def as_shown(value: object) -> str:
    """What a value of openpyxl looks like, by another way: the shortest decimal that is that number."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return str(value).upper()
    assert isinstance(value, int | float)
    text = repr(float(value)) if abs(value) < 1e15 else "e"
    return "" if "e" in text else text.removesuffix(".0")


@given(st.lists(st.lists(VALUES, min_size=1, max_size=6), min_size=1, max_size=8), st.booleans())
@settings(max_examples=60, deadline=None)
@example([[10000000000.421875]], False)
def test_both_roads_give_the_same_grid_and_the_values_that_openpyxl_reads(
    rows: list[list[object]], inline: bool
) -> None:
    workbook = Workbook(write_only=inline)
    sheet = workbook.create_sheet("Arms") if inline else workbook.active
    for row in rows:
        sheet.append(
            [value if not isinstance(value, str) or not value.startswith("=") else f" {value}" for value in row]
        )
    content = saved(workbook)
    short, long = both_roads(content)
    assert short.cells.equals(long.cells)
    assert (short.sheet, short.merged, short.dates, short.formulas) == (long.sheet, (), frozenset(), {})
    for row, values in enumerate(load_workbook(BytesIO(content)).worksheets[0].iter_rows(values_only=True)):
        for column, value in enumerate(values):
            shown = short.cells[str(column)][row] if row < short.cells.height and column < short.cells.width else ""
            expected = as_shown(value)
            if isinstance(value, int | float) and not isinstance(value, bool):
                assert float(shown) == float(value)
                assert "e" not in shown.casefold()
            if expected:
                assert shown == (expected if expected != "-0" else "0")


def test_a_sheet_of_text_and_numbers_takes_the_short_road() -> None:
    for content in (
        xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>2</v></c></row>', shared="<si><t>a</t></si>"),
        xlsx('<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row>'),
    ):
        package = open_package(content, "b.xlsx", LIMITS)
        shared = package.parts["xl/sharedStrings.xml"]
        assert is_plain(package.parts["xl/worksheets/sheet1.xml"], [], shared, LIMITS)


NOT_PLAIN = {
    "a formula": {"rows": '<row r="1"><c r="A1"><f>B1</f><v>1</v></c></row>'},
    "an error": {"rows": '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'},
    "a date": {"rows": '<row r="1"><c r="A1" s="1"><v>42289</v></c></row>', "xfs": '<xf numFmtId="14"/>'},
    "a date without a style": {"rows": '<row r="1"><c r="A1" t="d"><v>2015-10-12</v></c></row>'},
    "per cent": {"rows": '<row r="1"><c r="A1" s="1"><v>0.5</v></c></row>', "xfs": '<xf numFmtId="9"/>'},
    "a hidden row": {"rows": '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row>'},
    "merged cells": {
        "rows": '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>',
        "after": '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    },
    "rich text": {"rows": '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', "shared": "<si><r><t>a</t></r></si>"},
}


@pytest.mark.parametrize("given_", NOT_PLAIN.values(), ids=NOT_PLAIN.keys())
def test_both_roads_agree_on_what_is_more_than_plain(given_: dict[str, str]) -> None:
    short, long = both_roads(xlsx(**given_))
    assert short.cells.equals(long.cells)
    for name in ("merged", "dates", "formulas", "errors", "hidden_rows"):
        assert getattr(short, name) == getattr(long, name)
