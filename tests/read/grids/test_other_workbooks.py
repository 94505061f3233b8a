"""OpenDocument spreadsheets give what Excel workbooks give; of old Excel workbooks what their reader tells is kept."""

from __future__ import annotations

from fidelity.read.grids.books import read_book
from fidelity.read.grids.grid import Block, Grid
from read.grids.files import ods, xls

TABLE = '<table:table table:name="Arms">{}</table:table>'
ROW = "<table:table-row>{}</table:table-row>"


def cell(text: str, **given: str) -> str:
    names = " ".join(f'{name.replace("__", ":").replace("_", "-")}="{value}"' for name, value in given.items())
    return f"<table:table-cell {names}><text:p>{text}</text:p></table:table-cell>"


def the_grid(tables: str, styles: str = "") -> Grid:
    book = read_book(ods(tables, styles), "form.ods")
    assert (book.kind, book.problems) == ("ods", ())
    return book.grids[0]


def shown(*cells: str) -> list[str]:
    return list(the_grid(TABLE.format(ROW.format("".join(cells)))).cells.row(0))


def test_numbers_are_read_unrounded_with_what_the_sheet_shows_around_them() -> None:
    number = {"office__value_type": "float"}
    assert shown(
        cell("0.33", **number, office__value="0.333333333333333"),
        cell("80 °C", **number, office__value="80"),
        cell("1,234.5 mL", **number, office__value="1234.54"),
        cell("≥ 80", **number, office__value="80"),
        cell("29%", office__value_type="percentage", office__value="0.285"),
        cell("1.00E+05", **number, office__value="100000"),
        cell("€ 5.00", office__value_type="currency", office__value="5"),
    ) == ["0.333333333333333", "80 °C", "1234.54 mL", "≥ 80", "28.5 %", "100000", "€ 5"]


def test_dates_times_truth_values_and_texts_are_read() -> None:
    grid = the_grid(
        TABLE.format(
            ROW.format(
                cell("10-12", office__value_type="date", office__date_value="2015-10-12")
                + cell("00:01:30", office__value_type="time", office__time_value="PT00H01M30S")
                + cell("TRUE", office__value_type="boolean", office__boolean_value="true")
                + cell("a<text:s text:c='3'/>b<text:line-break/>c</text:p><text:p>d", office__value_type="string")
            )
        )
    )
    assert list(grid.cells.row(0)) == ["2015-10-12", "0:01:30", "TRUE", "a   b\nc\nd"]
    assert grid.dates == {(0, 0)}


def test_formulas_errors_merged_cells_comments_and_what_is_hidden_are_kept() -> None:
    formula = cell("4", table__formula="of:=[.A1]*2", office__value_type="float", office__value="4")
    error = cell("#REF!", table__formula="of:=[.#REF!]", office__value_type="string", calcext__value_type="error")
    remark = "<office:annotation><text:p>see p. 3</text:p></office:annotation>"
    merged = (
        f'<table:table-cell table:number-columns-spanned="2" office:value-type="string">{remark}<text:p>wide</text:p>'
        "</table:table-cell><table:covered-table-cell/>"
    )
    hidden = (
        f'<table:table-row table:visibility="collapse">{cell("x", office__value_type="string") * 3}</table:table-row>'
    )
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    style = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    tables = TABLE.format(columns + ROW.format(merged + formula + error) + hidden)
    grid = the_grid(tables.replace("<table:table ", '<table:table table:style-name="ta2" ', 1), style)
    assert list(grid.cells.row(0)) == ["wide", "", "4", "#REF!"]
    assert grid.formulas == {(0, 2): "=[.A1]*2", (0, 3): "=[.#REF!]"}
    assert grid.errors == {(0, 3): "#REF!"}
    assert grid.merged == (Block(0, 0, 0, 1),)
    assert grid.comments == {(0, 0): "see p. 3"}
    assert (grid.hidden_rows, grid.hidden_columns, grid.hidden) == ({1}, {1}, True)


def test_repeated_cells_and_rows_stand_as_often_as_they_are_repeated() -> None:
    repeated = cell("x", office__value_type="string", table__number_columns_repeated="2")
    rows = f'<table:table-row table:number-rows-repeated="2">{repeated}</table:table-row>'
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    empty = f'<table:table-row table:number-rows-repeated="1048570">{blank}</table:table-row>'
    grid = the_grid(TABLE.format(rows + empty.replace("1048570", "1") + rows + empty))
    assert grid.cells.rows() == [("x", "x"), ("x", "x"), ("", ""), ("x", "x"), ("x", "x")]


def test_an_old_workbook_gives_its_cells_and_a_note_of_what_it_does_not_tell() -> None:
    book = read_book(xls(["study", "80 °C", 0.1, True], ["x", "", 2.0]), "old.xls")
    (grid,) = book.grids
    assert (book.kind, book.problems, grid.sheet, grid.hidden) == ("xls", (), "Arms", False)
    assert grid.cells.rows() == [("study", "80 °C", "0.1", "TRUE"), ("x", "", "2", "")]
    assert grid.merged == (Block(0, 0, 0, 1),)
    assert [note.code for note in book.notes] == ["old-workbook"]


def test_dates_and_hidden_sheets_of_an_old_workbook_are_told() -> None:
    (grid,) = read_book(xls([42289.0, 42289.5], hidden=True, dates=True), "old.xls").grids
    assert grid.cells.rows() == [("2015-10-12", "2015-10-12 12:00")]
    assert (grid.dates, grid.hidden) == ({(0, 0), (0, 1)}, True)
