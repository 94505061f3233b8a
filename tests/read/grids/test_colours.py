"""Cells with a background colour are noticed, as nobody can read what the colour was to say."""

from __future__ import annotations

from time import perf_counter

from openpyxl import Workbook
from openpyxl.styles import PatternFill
from openpyxl.worksheet.table import Table, TableStyleInfo

from fidelity.read.grids.books import LIMITS, read_book
from fidelity.read.grids.grid import Grid
from fidelity.read.grids.package import open_package
from fidelity.read.grids.xlsx import read_xlsx
from fidelity.read.layout.tables import find_tables
from read.grids.files import ods, saved, xlsx, xlsx_parts, zipped

GREY = PatternFill("solid", start_color="FFBFBFBF")
WHITE = PatternFill("solid", start_color="FFFFFFFF")
ROWS = [["Study", "Arm", "Temp"], ["S1", "RF", "80"], ["S1", "Sham", ""], ["S2", "RF", "60"]]
FILLS = (
    "<fills><fill><patternFill patternType='none'/></fill><fill><patternFill patternType='gray125'/></fill>"
    "<fill><patternFill patternType='solid'><fgColor rgb='FFBFBFBF'/></patternFill></fill></fills>"
)


def a_workbook(*coloured: str, fill: PatternFill = GREY) -> Workbook:
    workbook = Workbook()
    for row in ROWS:
        workbook.active.append(row)
    for cell in coloured:
        workbook.active[cell].fill = fill
    return workbook


def roads(content: bytes) -> list[Grid]:
    package = open_package(content, "b.xlsx", LIMITS)
    return [read_xlsx(package, LIMITS, plain_road=road).grids[0] for road in (True, False)]


def noted(grid: Grid) -> list[tuple[str | None, str]]:
    notes = [note for table in find_tables(grid) for note in table.notes]
    return [(note.place.cell, note.what) for note in notes if note.code == "coloured-cells"]


def test_coloured_cells_below_the_header_are_named_and_counted_by_both_roads() -> None:
    for grid in roads(saved(a_workbook("A1", "B1", "C3", "A4", "Z99"))):
        assert grid.coloured == {(0, 0), (0, 1), (2, 2), (3, 0)}
        assert noted(grid) == [("C3", "2 cells have a background colour, which is not read (C3, A4)")]


def test_a_coloured_header_white_cells_and_the_stripes_of_a_table_style_are_no_news() -> None:
    striped = a_workbook("A1", "B1", "C1")
    table = Table(displayName="Arms", ref="A1:C4")
    table.tableStyleInfo = TableStyleInfo(name="TableStyleMedium9", showRowStripes=True)
    striped.active.add_table(table)
    for workbook in (striped, a_workbook("A2", "C3", fill=WHITE), a_workbook()):
        for grid in roads(saved(workbook)):
            assert noted(grid) == []


def test_merged_coloured_cells_count_once_and_rows_that_are_left_out_do_not() -> None:
    workbook = a_workbook("A2", "A3", "A5", "B5")
    workbook.active.append(["Total", "", "140"])
    workbook.active["A3"] = None
    workbook.active.merge_cells("A2:A3")
    (grid,) = read_book(saved(workbook), "b.xlsx").grids
    assert noted(grid) == [("A2", "1 cell has a background colour, which is not read (A2)")]


def test_a_coloured_cell_without_a_name_is_found_by_counting() -> None:
    parts = xlsx_parts("<row><c><v>1</v></c><c s='1'><v>2</v></c></row><row><c/><c s=\"1\"><v>3</v></c></row>")
    xfs = "<cellXfs><xf numFmtId='0'/><xf numFmtId='0' fillId='2'/></cellXfs>"
    parts["xl/styles.xml"] = f"<styleSheet>{FILLS}{xfs}<dxfs><dxf><fill/></dxf></dxfs></styleSheet>"
    for grid in roads(zipped(parts)):
        assert grid.coloured == {(0, 1), (1, 1)}
    assert roads(xlsx("<row r='1'><c r='A1' s='1'><v>1</v></c></row>", xfs="<xf fillId='2'/>"))[0].coloured == set()


def test_colours_of_an_ods_sheet_come_from_cells_columns_and_parents_of_styles() -> None:
    styles = (
        '<style:style style:name="grey"><style:table-cell-properties fo:background-color="#bfbfbf"/></style:style>'
        '<style:style style:name="child" style:parent-style-name="grey"/>'
        '<style:style style:name="clear" style:parent-style-name="grey">'
        '<style:table-cell-properties fo:background-color="transparent"/></style:style>'
    )

    def cell(text: str, given: str = "") -> str:
        kind = 'office:value-type="string"' if text else ""
        return f"<table:table-cell {kind} {given}><text:p>{text}</text:p></table:table-cell>"

    lines = [
        [cell("Study"), cell("Arm"), cell("Temp")],
        [cell("S1"), cell("RF", 'table:style-name="child"'), cell("80", 'table:style-name="clear"')],
        [cell("S2"), cell("RF", 'table:style-name="clear"'), cell("")],
    ]
    rows = "".join(f"<table:table-row>{''.join(line)}</table:table-row>" for line in lines)
    far = 'table:style-name="grey" table:number-columns-repeated="900"'
    rows += f'<table:table-row table:number-rows-repeated="9000">{cell("", far)}</table:table-row>'
    columns = (
        '<table:table-column table:number-columns-repeated="2"/>'
        '<table:table-column table:default-cell-style-name="grey"/>'
    )
    (grid,) = read_book(ods(f'<table:table table:name="A">{columns}{rows}</table:table>', styles), "b.ods").grids
    assert grid.coloured == {(0, 2), (1, 1), (2, 2)}
    assert noted(grid) == [("B2", "2 cells have a background colour, which is not read (B2, C3)")]


def test_a_coloured_header_above_many_rows_costs_little() -> None:
    rows = "".join(f'<row r="{at}"><c r="A{at}"><v>{at}</v></c></row>' for at in range(2, 50_000))
    parts = xlsx_parts(f'<row r="1"><c r="A1" s="1"><v>1</v></c></row>{rows}')
    plain = zipped(parts)
    parts["xl/styles.xml"] = f"<styleSheet>{FILLS}<cellXfs><xf/><xf fillId='2'/></cellXfs></styleSheet>"

    def seconds(content: bytes) -> float:
        def once() -> float:
            start = perf_counter()
            read_book(content, "b.xlsx")
            return perf_counter() - start

        return min(once() for _ in range(3))

    assert seconds(zipped(parts)) < 1.5 * seconds(plain) + 0.05
