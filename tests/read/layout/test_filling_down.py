"""Names that a sheet writes once and means for the rows below."""

from fidelity.read.layout.fill import fill_down
from fidelity.read.layout.tables import find_tables
from read.layout.made import grid_of, rows_of

HEADER = ["Study", "Arm", "Temp"]


def filled(rows, columns, **beside):
    (table,) = find_tables(grid_of([HEADER, *rows], **beside))
    return fill_down(table, columns)


def test_a_filled_cell_comes_from_the_cell_that_holds_its_text():
    table = filled([["Smith", "RF", "80"], ["", "sham", "37"], ["Jones", "RF", "85"], ["", "sham", "37"]], [0])
    assert [row[0] for row in rows_of(table)] == ["Smith", "Smith", "Jones", "Jones"]
    assert [table.place(row, 0).cell for row in range(4)] == ["A2", "A2", "A4", "A4"]
    assert table.place(1, 1).cell == "B3"


def test_an_arm_is_not_filled_into_the_next_study():
    table = filled([["Smith", "RF", "80"], ["", "", "81"], ["Jones", "", "85"]], [0, 1])
    assert rows_of(table) == [["Smith", "RF", "80"], ["Smith", "RF", "81"], ["Jones", "", "85"]]


def test_blank_cells_above_the_first_text_stay_blank():
    table = filled([["", "RF", "80"], ["Jones", "sham", "85"]], [0])
    assert [row[0] for row in rows_of(table)] == ["", "Jones"]


def test_nothing_is_filled_across_a_formula_whose_value_is_unknown():
    rows = [["Smith", "RF", "80"], ["", "sham", "37"], ["", "RF", "85"], ["", "sham", "37"]]
    table = filled(rows, [0], formulas={"A4": "Studies!A2"})
    assert [row[0] for row in rows_of(table)] == ["Smith", "Smith", "", ""]
    assert sorted(table.spoilt) == [2, 3]


def test_a_row_with_an_unknown_value_elsewhere_is_still_filled():
    table = filled([["Smith", "RF", "80"], ["", "sham", ""], ["", "cold", "4"]], [0], formulas={"C3": "C2+1"})
    assert [row[0] for row in rows_of(table)] == ["Smith", "Smith", "Smith"]
    assert list(table.spoilt) == [1]


def test_rows_below_an_error_are_spoilt_with_it():
    rows = [["#REF!", "RF", "80"], ["", "sham", "37"], ["Jones", "RF", "85"]]
    assert sorted(filled(rows, [0], errors={"A2": "#REF!"}).spoilt) == [0, 1]


def test_without_columns_nothing_changes():
    (table,) = find_tables(grid_of([HEADER, ["Smith", "RF", "80"], ["", "sham", "37"]]))
    assert fill_down(table, []) is table
