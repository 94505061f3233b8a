"""Which rows are the header, and what the columns are called."""

import pytest

from fidelity.read.layout.tables import find_tables
from read.layout.made import grid_of, named, rows_of

BODY = [["Smith 2010", "RF", "80 °C", "90"], ["Smith 2010", "sham", "37 °C", "90"], ["Jones 2012", "RF", "85 °C", "60"]]


def only(rows, **beside):
    (table,) = find_tables(grid_of(rows, **beside))
    return table


def test_a_plain_table_keeps_its_names_and_its_rows_without_a_word():
    table = only([["Study", "Arm", "Temp", "Duration"], *BODY])
    assert table.header == ("Study", "Arm", "Temp", "Duration")
    assert rows_of(table) == BODY
    assert (table.notes, table.problems, table.header_rows) == ((), (), (1, 1))
    assert str(table.place(1, 2)) == "made.xlsx!Arms!C3"
    assert str(table.headings[3]) == "made.xlsx!Arms!D1"


def test_merged_names_hold_for_all_columns_below_them():
    rows = [["Study", "Arm", "Technique", ""], ["", "", "Temp (°C)", "Duration (s)"], *BODY]
    table = only(rows, merged=["A1:A2", "B1:B2", "C1:D1"])
    assert table.header == ("Study", "Arm", "Technique / Temp (°C)", "Technique / Duration (s)")
    assert [place.cell for place in table.headings] == ["A1", "B1", "C2", "D2"]
    assert rows_of(table) == BODY
    assert named(table, "header-found") == ["A1"]


def test_three_rows_make_one_name_and_a_repeated_part_is_said_once():
    rows = [
        ["Study", "Active", "", "", ""],
        ["Study", "Technique", "", "Outcome", ""],
        ["Study", "Temp", "Time", "Pain", "n"],
        ["Smith 2010", "80", "90", "3", "20"],
    ]
    table = only(rows, merged=["B1:E1", "B2:C2", "D2:E2"])
    assert table.header == (
        "Study",
        "Active / Technique / Temp",
        "Active / Technique / Time",
        "Active / Outcome / Pain",
        "Active / Outcome / n",
    )
    assert table.header_rows == (1, 3)
    assert rows_of(table) == [["Smith 2010", "80", "90", "3", "20"]]


def test_two_rows_of_merged_names_over_every_column_are_one_header():
    rows = [["Trial", "", "Technique", ""], ["Study", "Arm", "Temp", "Time"], *BODY]
    table = only(rows, merged=["A1:B1", "C1:D1"])
    assert table.header == ("Trial / Study", "Trial / Arm", "Technique / Temp", "Technique / Time")
    assert rows_of(table) == BODY


def test_a_row_of_units_goes_into_brackets():
    table = only([["Study", "Temp", "Time", "Volume"], ["", "°C", "s", "(mL)"], ["Smith 2010", "80", "90", "2"]])
    assert table.header == ("Study", "Temp (°C)", "Time (s)", "Volume (mL)")
    assert [place.cell for place in table.headings] == ["A1", "B1", "C1", "D1"]
    assert rows_of(table) == [["Smith 2010", "80", "90", "2"]]


def test_units_below_merged_names_go_to_the_lowest_name():
    rows = [["Study", "Technique", ""], ["", "Temp", "Time"], ["", "°C", "s"], ["Smith 2010", "80", "90"]]
    table = only(rows, merged=["A1:A3", "B1:C1"])
    assert table.header == ("Study", "Technique / Temp (°C)", "Technique / Time (s)")


def test_groups_of_a_csv_file_hold_to_the_right_where_names_would_repeat_without_them():
    rows = [
        ["", "Active", "", "Sham", ""],
        ["Study", "Temp", "Time", "Temp", "Time"],
        ["Smith 2010", "80", "90", "37", "90"],
    ]
    assert only(rows).header == ("Study", "Active / Temp", "Active / Time", "Sham / Temp", "Sham / Time")


def test_a_group_of_one_column_stands_beside_merged_ones():
    rows = [
        ["Study", "Arm", "Outcome", "Technique", ""],
        ["", "", "Pain", "Temp", "Time"],
        ["Smith", "RF", "3", "80", "90"],
    ]
    table = only(rows, merged=["A1:A2", "B1:B2", "D1:E1"])
    assert table.header == ("Study", "Arm", "Outcome / Pain", "Technique / Temp", "Technique / Time")


def test_groups_that_a_csv_file_repeats_are_names_of_their_columns():
    rows = [["", "", "Technique", "Technique"], ["Study", "Arm", "Temp", "Time"], ["Smith 2010", "RF", "80", "90"]]
    table = only(rows)
    assert table.header == ("Study", "Arm", "Technique / Temp", "Technique / Time")
    assert rows_of(table) == [["Smith 2010", "RF", "80", "90"]]


def test_names_in_two_rows_without_merged_cells_complete_each_other():
    rows = [["Study", "Arm", "Technique", ""], ["", "", "Temp", "Time"], ["Smith 2010", "RF", "80", "90"]]
    table = only(rows)
    assert table.header == ("Study", "Arm", "Technique / Temp", "Time")
    assert rows_of(table) == [["Smith 2010", "RF", "80", "90"]]


def test_a_table_of_words_only_has_one_row_of_names():
    rows = [["Study", "Arm", "Role"], ["Smith", "RF", "active"], ["Jones", "placebo", "sham"]]
    table = only(rows)
    assert table.header == ("Study", "Arm", "Role")
    assert len(rows_of(table)) == 2


def test_words_below_merged_names_are_entries_where_other_columns_have_entries_too():
    rows = [["Study", "Arms", ""], ["Smith", "RF", "sham"], ["Jones", "cooled RF", "placebo"]]
    table = only(rows, merged=["B1:C1"])
    assert table.header == ("Study", "Arms", "Arms")
    assert len(rows_of(table)) == 2


def test_a_name_merged_down_over_an_entry_does_not_make_the_entry_a_name():
    rows = [["Study", "Arm", "Temp"], ["", "RF", "80"], ["Jones", "sham", "37"]]
    table = only(rows, merged=["A1:A2"])
    assert table.header_rows == (1, 1)
    assert rows_of(table)[0] == ["Study", "RF", "80"]


def test_numeric_ids_in_the_first_column_are_entries():
    table = only([["#", "Study", "Arm"], ["1", "Smith 2010", "RF"], ["2", "Jones 2012", "sham"]])
    assert table.header == ("#", "Study", "Arm")
    assert len(rows_of(table)) == 2


def test_points_in_time_may_name_columns():
    table = only([["Study", "Baseline", "3 months", "6 months", "12 months"], ["Smith", "7.1", "4", "4.2", "5"]])
    assert table.header_rows == (1, 1)


def test_one_row_below_a_header_is_a_table():
    assert rows_of(only([["Study", "Arm"], ["Smith", "RF"]])) == [["Smith", "RF"]]


def test_a_header_alone_is_a_table_without_rows():
    table = only([["Study", "Arm", "Role"]])
    assert table.header == ("Study", "Arm", "Role")
    assert rows_of(table) == []


def test_line_breaks_in_a_name_are_spaces():
    table = only([["Study", "Temp\n(°C)", " Dura-\r\ntion "], ["Smith 2010", "80", "90"]])
    assert table.header == ("Study", "Temp (°C)", "Dura- tion")


def test_a_table_may_begin_in_any_column_and_row():
    table = only([[], [], ["", "Study", "Arm"], ["", "Smith", "RF"]])
    assert table.header == ("Study", "Arm")
    assert str(table.place(0, 1)).endswith("C4")


def test_a_column_without_a_name_is_kept_with_what_it_holds():
    table = only([["", "Study", "Arm"], ["x", "Smith", "RF"]])
    assert table.header == ("", "Study", "Arm")
    assert str(table.headings[0]).endswith("A1")


def test_values_without_any_names_are_a_problem_and_all_kept():
    table = only([["1", "80", "90", "RF"], ["2", "85", "60", "sham"]])
    assert [problem.code for problem in table.problems] == ["no-header"]
    assert table.header == ("", "", "", "")
    assert len(rows_of(table)) == 2


@pytest.mark.parametrize("top", [[["Extraction form"]], [["Extraction form"], [], ["Arms of the trials"]]])
def test_titles_above_a_table_name_it(top):
    table = only([*top, ["Study", "Arm"], ["Smith", "RF"]])
    assert table.title == " / ".join(row[0] for row in top if row)
    assert table.name == table.title
    assert rows_of(table) == [["Smith", "RF"]]


def test_a_title_merged_across_the_table_is_no_name():
    rows = [["Arms", "", ""], ["Study", "Arm", "Role"], ["Smith", "RF", "active"]]
    table = only(rows, merged=["A1:C1"])
    assert (table.title, table.header) == ("Arms", ("Study", "Arm", "Role"))


def test_entries_above_the_header_are_named():
    rows = [["Reviewer:", "JB"], [], ["Study", "Arm", "Role", "Temp", "Time"], ["Smith", "RF", "active", "80", "90"]]
    table = only(rows)
    assert table.header[0] == "Study"
    assert named(table, "note-row") == ["A1"]


def test_the_header_is_where_the_mapping_says():
    rows = [["Form", "v3", "x"], ["Study", "Arm", "Role"], ["study", "arm", "role"], ["Smith", "RF", "active"]]
    table, *others = find_tables(grid_of(rows), header_rows=(3, 3))
    assert (table.header, rows_of(table)) == (("study", "arm", "role"), [["Smith", "RF", "active"]])
    both = find_tables(grid_of(rows), (2, 3))[0]
    assert both.header == ("Study", "Arm", "Role")
    assert others


def test_a_blank_column_does_not_end_a_table_whose_header_the_mapping_says():
    rows = [["Study", "Arm", "", "Dose", "Study"], ["Smith", "RF", "", "80", "x"]]
    (table,) = find_tables(grid_of(rows), header_rows=(1, 1))
    assert table.header == ("Study", "Arm", "Dose", "Study")


def test_a_header_beyond_the_sheet_is_a_problem():
    (table,) = find_tables(grid_of([["Study"], ["Smith"]]), header_rows=(5, 6))
    assert [problem.code for problem in table.problems] == ["header-rows"]


def test_a_unit_below_a_group_of_names_is_a_name_itself():
    rows = [["Study", "Radiofrequency", "", ""], ["", "Mode", "Gauge", "Tip (mm)"], ["Smith 2010", "cont.", "18", "10"]]
    table = only(rows, merged=["A1:A2", "B1:D1"])
    assert table.header[1:] == ("Radiofrequency / Mode", "Radiofrequency / Gauge", "Radiofrequency / Tip (mm)")
    assert table.headings[2].cell == "C2"


def test_a_row_mostly_of_units_below_names_holds_units():
    rows = [["Study", "Steroid", "Dose", "Volume"], ["", "agent", "mg", "mL"], ["Smith 2010", "TA", "40", "2"]]
    table = find_tables(grid_of(rows), (1, 2))[0]
    assert table.header == ("Study", "Steroid / agent", "Dose (mg)", "Volume (mL)")
