"""Shapes in files as programs write them, and in files of any content."""

from __future__ import annotations

from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from fidelity.read.flat import Flat
from fidelity.read.grids.books import read_book
from fidelity.read.shapes.blocks import melt, propose_blocks
from fidelity.read.shapes.recognise import recognise
from fidelity.read.shapes.study_sheets import of_studies, study_sheets

from .made import book, column, flat, grid, places, shown_where_they_stand, texts


def saved(workbook: Workbook) -> bytes:
    content = BytesIO()
    workbook.save(content)
    return content.getvalue()


def test_a_workbook_with_a_sheet_for_each_study_is_read_from_its_bytes() -> None:
    workbook = Workbook()
    workbook.active.title = "Studies"
    workbook.active.append(["Included", "Year"])
    for name, dose, count in (("Smith 2019", "80 °C", 40), ("Lee 2021", "42 °C", None)):
        sheet = workbook.create_sheet(name)
        for row in (["Agreed"], ["Methods"], ["Design", "RCT"], ["Dose", dose], ["N", count]):
            sheet.append(row)
        sheet.merge_cells("A2:B2")
    found = recognise([read_book(saved(workbook), "review.xlsx")])
    assert found is not None
    assert found.kind == "covidence_study_sheets"
    (table,) = found.flats
    assert table.header == ("study", "Methods", "Design", "Dose", "N")
    assert texts(table) == [("Smith 2019", "", "RCT", "80 °C", "40"), ("Lee 2021", "", "RCT", "42 °C", "")]
    assert places(table, "Dose") == ["review.xlsx!Smith 2019!B4", "review.xlsx!Lee 2021!B4"]
    assert [note.subject for note in table.notes if note.code == "sheet-left-out"] == ["Studies"]


def test_a_covidence_csv_with_a_byte_order_mark_and_repeated_blocks_becomes_a_row_for_each_arm() -> None:
    content = (
        "\ufeffCovidence #,Study ID,Title,Reviewer Name,Name Intervention 1,Dose Intervention 1,"
        "Name Control or Intervention 2,Dose Control or Intervention 2\n"
        "#12,Smith 2019,On discs,Consensus,RF,80 °C,Sham,\n"
        '#12,Smith 2019,On discs,Jane Doe,RF,"70, 80 °C",Sham,\n'
        "#7,Lee 2021,On facets,Jane Doe,PRF,42 °C,,\n"
    ).encode()
    found = recognise([read_book(content, "review_1_extracted.csv")])
    assert found is not None
    (table,) = found.flats
    blocks = propose_blocks(table.header)
    assert blocks is not None
    long = melt(table, blocks)
    assert isinstance(long, Flat)
    assert list(zip(column(long, "Study ID"), column(long, "Name"), column(long, "Dose"), strict=True)) == [
        ("Smith 2019", "RF", "80 °C"),
        ("Smith 2019", "Sham", ""),
        ("Lee 2021", "PRF", "42 °C"),
    ]
    assert places(long, "Dose") == [f"review_1_extracted.csv!{cell}" for cell in ("F2", "H2", "F4")]


def test_the_same_export_saved_again_by_r_is_known_too() -> None:
    content = b'"","Covidence..","Study.ID","Reviewer.Name","Dose"\n"1","#12","Smith 2019","Consensus","80"\n'
    found = recognise([read_book(content, "saved.csv")])
    assert found is not None
    assert found.identity == {"Study.ID": "study"}
    assert set(found.ignored) == {"Covidence..", "Reviewer.Name"}


WORDS = st.sampled_from(
    [
        *("", "", "Agreed", "Field", "Study", "Arm", "Dose", "80 °C", "Covidence #", "Reviewer Name", "Consensus"),
        *("Intervention", "Char: x", "#1", "1", "Total", "Arm 1: a", "Arm 2: a", "Arm 1: b", "Arm 2: b", "x_1", "x_2"),
    ]
)
ROWS = st.lists(st.lists(WORDS, min_size=1, max_size=6), min_size=1, max_size=6)


@settings(deadline=None, max_examples=60)
@given(st.lists(ROWS, min_size=1, max_size=3))
def test_no_content_breaks_recognition_and_every_sheet_is_read_or_named(sheets: list[list[list[str]]]) -> None:
    grids = [grid(rows, sheet=f"S{number}") for number, rows in enumerate(sheets)]
    recognise([book(*grids)])
    table = study_sheets(book(*grids))
    named = {note.place.sheet for note in table.notes if note.code == "sheet-left-out"}
    told = {table.place(row, 0).sheet for row in range(table.cells.height)}
    taken = of_studies(book(*grids))
    for number, one in enumerate(grids):
        if any(text.strip() for row in one.cells.rows() for text in row):
            assert (one.sheet in told, one.sheet in named) == (number in taken, number not in taken)
    shown_where_they_stand(table, *grids, but=["study", "Study", "block"])


@settings(deadline=None, max_examples=60)
@given(ROWS)
def test_melting_loses_no_row(rows: list[list[str]]) -> None:
    rows = [
        ["Study", "Arm 1: a", "Arm 1: b", "Arm 2: a", "Arm 2: b"],
        *([f"s{n}", *row][:5] for n, row in enumerate(rows)),
    ]
    table = flat(rows)
    blocks = propose_blocks(table.header)
    if blocks is None:
        return
    long = melt(table, blocks)
    assert isinstance(long, Flat)
    named = {problem.subject for problem in long.problems}
    assert set(column(table, "Study")) == set(column(long, "Study")) | named
    assert not set(column(long, "Study")) & named
    shown_where_they_stand(long, grid(rows), but=["block"])
