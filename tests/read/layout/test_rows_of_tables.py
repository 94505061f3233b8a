"""Which rows below a header are entries, and how the others are named."""

import pytest

from fidelity.read.layout.tables import find_tables
from read.layout.made import grid_of, named, rows_of

HEADER = ["Study", "Arm", "n", "Temp (°C)"]
SMITH = ["Smith 2010", "RF", "20", "80"]
JONES = ["Jones 2012", "sham", "21", "37"]


def only(rows, **beside):
    (table,) = find_tables(grid_of(rows, **beside))
    return table


def test_blank_rows_are_left_out_without_a_word():
    table = only([HEADER, SMITH, [], ["", " ", "", ""], JONES, []])
    assert rows_of(table) == [SMITH, JONES]
    assert table.notes == ()
    assert str(table.place(1, 0)).endswith("A5")


@pytest.mark.parametrize(
    "totals",
    [
        ["Total", "", "41", ""],
        ["", "Total", "41", ""],
        ["Mean (SD)", "", "20.5 (0.5)", "58.5 ± 3"],
        ["N = 2", "", "", ""],
        ["Total (n = 2 studies)", "", "41", ""],
        ["Overall:", "", "41", "37 to 80"],
        ["Sub-total", "", "41", ""],
    ],
)
def test_totals_are_left_out_and_named(totals):
    table = only([HEADER, SMITH, JONES, totals])
    assert rows_of(table) == [SMITH, JONES]
    assert len(named(table, "totals-row")) == 1


@pytest.mark.parametrize("study", ["Totally Smith 2010", "Total", "Sum 2012", "Mean-Lee 2001", "Overall Smith"])
def test_a_study_that_sounds_like_totals_is_an_entry(study):
    row = [study, "RF", "20", "80"]
    assert rows_of(only([HEADER, SMITH, row])) == [SMITH, row]


@pytest.mark.parametrize("study", ["N-001", "n 3", "SD-4", "Mean 3"])
def test_a_study_called_like_a_total_with_a_number_is_an_entry_even_with_figures_only(study):
    row = [study, "", "20", "80"]
    assert rows_of(only([HEADER, SMITH, row])) == [SMITH, row]


def test_a_study_whose_name_is_totally_something_is_an_entry_even_with_figures_only():
    row = ["Totally Smith 2010", "", "20", "80"]
    assert rows_of(only([HEADER, SMITH, row])) == [SMITH, row]


def test_repeated_names_are_left_out_and_named():
    table = only([HEADER, SMITH, HEADER, JONES, [], HEADER, SMITH])
    assert rows_of(table) == [SMITH, JONES, SMITH]
    assert named(table, "repeated-header") == ["A3", "A6"]


def test_notes_below_a_table_are_left_out_and_each_named():
    notes = [
        ["Note: temperatures as set, not as measured"],
        ["* not stated whether the needle was parallel"],
        ["Abbreviations"],
        ["RF", "radiofrequency"],
        ["NR = not reported"],
    ]
    table = only([HEADER, SMITH, JONES, [], *notes])
    assert rows_of(table) == [SMITH, JONES]
    assert named(table, "note-row") == ["A5", "A6", "A7", "A8", "A9"]


def test_a_sentence_below_a_table_is_a_note():
    text = "All temperatures are those that the generator was set to, as far as the reports told them"
    assert named(only([HEADER, SMITH, JONES, [text]]), "note-row") == ["A4"]


def test_a_study_of_which_only_the_name_is_known_is_an_entry():
    table = only([HEADER, SMITH, [], ["Miller 2015"]])
    assert rows_of(table) == [SMITH, ["Miller 2015", "", "", ""]]


def test_a_merged_heading_across_the_table_is_left_out_and_named():
    rows = [HEADER, ["Randomised trials", "", "", ""], SMITH, JONES]
    table = only(rows, merged=["A2:D2"])
    assert rows_of(table) == [SMITH, JONES]
    assert named(table, "heading-row") == ["A2"]


def test_merged_cells_hold_their_value_everywhere_and_come_from_where_it_stands():
    rows = [HEADER, SMITH, ["", "sham", "21", "37"], ["", "both", "", ""]]
    table = only(rows, merged=["A2:A4", "C4:D4"])
    assert [row[0] for row in rows_of(table)] == ["Smith 2010"] * 3
    assert [str(table.place(row, 0)) for row in range(3)] == ["made.xlsx!Arms!A2"] * 3
    assert str(table.place(2, 1)).endswith("B4")


def test_text_that_merged_cells_cover_is_named():
    table = only([HEADER, SMITH, ["hidden", "sham", "21", "37"]], merged=["A2:A3"])
    assert [note.found for note in table.notes if note.code == "covered-cell"] == ["hidden"]


def test_what_is_hidden_is_read_and_named_once():
    table = only([HEADER, SMITH, JONES], hidden_rows=[2], hidden_columns=[1, 3])
    assert rows_of(table) == [SMITH, JONES]
    (note,) = [note for note in table.notes if note.code == "hidden-cells"]
    assert "row 3 and columns B, D" in note.what


def test_formulas_with_a_value_are_read_and_named_in_one_note():
    table = only([HEADER, SMITH, JONES], formulas={f"C{row}": "A1+1" for row in (2, 3)} | {"D2": "79+1"})
    (note,) = table.notes
    assert "C2, D2, C3" in note.what
    assert table.spoilt == {}


def test_a_formula_without_a_value_spoils_its_row_only():
    rows = [HEADER, SMITH, ["Jones 2012", "sham", "", "37"], []]
    table = only([*rows, ["", "", "", ""]], formulas={"C3": "C2+1", "A5": "A2"})
    assert list(table.spoilt) == [1, 2]
    assert [(str(one.place), one.subject, one.code) for one in table.problems] == [
        ("made.xlsx!Arms!C3", "row 3", "no-saved-value"),
        ("made.xlsx!Arms!A5", "row 5", "no-saved-value"),
    ]


def test_an_error_spoils_every_row_over_which_its_cell_is_merged():
    rows = [HEADER, ["#REF!", "RF", "20", "80"], ["", "sham", "21", "37"], JONES]
    table = only(rows, merged=["A2:A3"], errors={"A2": "#REF!"})
    assert sorted(table.spoilt) == [0, 1]
    assert {one.code for one in table.problems} == {"error-cell"}


def test_a_formula_without_a_value_spoils_every_row_over_which_its_cell_is_merged():
    rows = [HEADER, [*SMITH[:2], "", "80"], ["Smith 2010", "sham", "", "37"], JONES]
    table = only(rows, merged=["C2:C3"], formulas={"C2": "60+30"})
    assert sorted(table.spoilt) == [0, 1]
    assert {str(one.place) for one in table.problems} == {"made.xlsx!Arms!C2"}


def test_each_cell_that_cannot_be_read_is_a_problem_of_its_own():
    rows = [HEADER, ["#REF!", "RF", "", ""], JONES]
    table = only(rows, errors={"A2": "#REF!"}, formulas={"C2": "C9", "D2": "D9"})
    assert sorted(str(one.place.cell) for one in table.spoilt[0]) == ["A2", "C2", "D2"]


def test_a_total_with_an_error_is_no_problem():
    table = only([HEADER, SMITH, JONES, ["Total", "", "#REF!", ""]], errors={"C4": "#REF!"})
    assert (table.problems, dict(table.spoilt)) == ((), {})


def test_dates_are_marked_where_others_of_the_column_are_none():
    rows = [["Study", "Published", "Temp"], ["A 2010", "2010-01-02", "2010-12-10"], [], ["B 2012", "2012-01-02", "80"]]
    table = only(rows, dates=["B2", "B4", "C2"])
    assert table.dates == {(0, 2)}


def test_some_rows_of_a_table_keep_what_is_marked_in_them():
    rows = [["Study", "Temp", "Time"], ["A", "80", "90"], ["B", "2010-12-10", "60"], ["C", "#REF!", "60"]]
    table = only(rows, dates=["B3"], errors={"B4": "#REF!"})
    some = table.taken(table.cells.with_row_index("at")["at"].gather([2, 1, 1]))
    assert [row[0] for row in rows_of(some)] == ["C", "B", "B"]
    assert some.dates == {(1, 1), (2, 1)}
    assert list(some.spoilt) == [0]
    assert str(some.place(0, 0)).endswith("A4")
