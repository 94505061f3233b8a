"""Several tables on a sheet, and sheets without any."""

from fidelity.read.layout.tables import find_tables
from read.layout.made import grid_of, named, rows_of

ARMS = [["Study", "Arm", "Role"], ["Smith", "RF", "active"], ["Smith", "placebo", "sham"]]
DOSES = [["Study", "Arm", "Temp"], ["Smith", "RF", "80"], ["Jones", "RF", "85"]]


def beside(left, right, gap=1):
    height = max(len(left), len(right))
    wide = [list(row) + [""] * (len(left[0]) - len(row)) for row in left] + [[""] * len(left[0])] * (height - len(left))
    return [row + [""] * gap + list(right[at] if at < len(right) else []) for at, row in enumerate(wide)]


def test_tables_beneath_each_other_are_told_apart_by_title_and_names():
    rows = [["Table 1. Arms"], *ARMS, [], ["Table 2. Doses"], [], *DOSES]
    first, second = find_tables(grid_of(rows))
    assert (first.title, second.title) == ("Table 1. Arms", "Table 2. Doses")
    assert (rows_of(first), rows_of(second)) == (ARMS[1:], DOSES[1:])
    assert second.header_rows == (8, 8)


def test_tables_beneath_each_other_are_told_apart_without_titles():
    first, second = find_tables(grid_of([*ARMS, [], *DOSES]))
    assert (rows_of(first), rows_of(second)) == (ARMS[1:], DOSES[1:])


def test_a_second_table_with_other_words_is_found_below_its_title():
    other = [["Author", "Technique", "Target"], ["Smith", "cooled", "facet"], ["Jones", "cooled", "genicular"]]
    _, second = find_tables(grid_of([*ARMS, [], ["Procedures"], *other]))
    assert second.header == ("Author", "Technique", "Target")


def test_a_lone_study_before_others_is_no_title():
    rows = [*ARMS, [], ["Miller 2015"], ["Jones 2012", "RF", "active"], ["Jones 2012", "placebo", "sham"]]
    (table,) = find_tables(grid_of(rows))
    assert len(rows_of(table)) == 5


def test_a_heading_before_more_studies_is_no_title():
    rows = [*ARMS, [], ["Observational studies"], ["Jones", "cooled RF", "active"], ["Jones", "none", "control"]]
    (table,) = find_tables(grid_of(rows))
    assert len(rows_of(table)) == 5


def test_entries_below_a_blank_row_whose_first_is_words_only_are_no_table_of_their_own():
    rows = [
        ["Sedation", "Volume", "Arm", "Role", "Study", "Subtraction"],
        ["minimal", "NS", "TFESI", "Control", "#732", "1"],
        ["deep", "1 mL", "Caudal", "Comparator", "#732", "no"],
        [],
        ["moderate", "", "Steroid", "Active", "#922", "omitted"],
        ["deep", "0.5 ml", "LA only", "Comparator", "#922", "1"],
        ["deep", "", "TFESI", "Comparator", "#922", "yes"],
    ]
    (table,) = find_tables(grid_of(rows))
    assert rows_of(table) == [row + [""] * (6 - len(row)) for row in (*rows[1:3], *rows[4:])]


def test_a_table_of_as_many_columns_with_values_below_its_names_is_one_of_its_own():
    counts = [["Centre", "Patients", "Beds"], ["Ghent", "40", "8"], ["Lyon", "52", "9"]]
    first, second = find_tables(grid_of([*ARMS, [], *counts]))
    assert (rows_of(first), rows_of(second)) == (ARMS[1:], counts[1:])


def test_a_narrow_table_below_notes_and_a_title_is_no_note():
    notes = [[], ["Abbreviations: LA, local anaesthetic"], [], [], ["Study information"]]
    care = [["Study", "Care (weeks)"], ["Smith", "8"], ["Jones", "NR"]]
    first, second = find_tables(grid_of([["Study arms"], *ARMS, *notes, *care]))
    assert (rows_of(first), rows_of(second)) == (ARMS[1:], care[1:])
    assert second.title == "Study information"
    assert named(second, "note-row") == ["A6"]


def test_a_narrow_list_of_abbreviations_is_no_table():
    legend = [["Legend:", ""], ["NR", "not reported"], ["?", "unclear"]]
    (table,) = find_tables(grid_of(beside(ARMS, legend, gap=2)))
    assert rows_of(table) == ARMS[1:]
    assert named(table, "note-row") == ["F1", "F2", "F3"]


def test_tables_beside_each_other_are_told_apart():
    left, right = find_tables(grid_of(beside(ARMS, DOSES)))
    assert (rows_of(left), rows_of(right)) == (ARMS[1:], DOSES[1:])
    assert str(right.place(0, 0)).endswith("E2")


def test_tables_beside_each_other_that_fill_other_rows_are_told_apart():
    short = [["Needle", "Gauge"], ["cooled", "17"]]
    assert [len(rows_of(table)) for table in find_tables(grid_of(beside(ARMS, short)))] == [2, 1]


def test_tables_beside_each_other_below_one_that_spans_both():
    wide = [[f"Name {at}" for at in range(7)], ["a", "b", "c", "d", "e", "f", "5"]]
    tables = find_tables(grid_of([*wide, [], ["Table of arms", "", "", "", "Table of doses"], *beside(ARMS, DOSES)]))
    assert [table.title for table in tables] == ["", "Table of arms", "Table of doses"]


def test_a_blank_column_inside_a_table_does_not_end_it():
    rows = beside([["Study", "Arm"], ["Smith", "RF"], ["Jones", "RF"]], [["Temp", "Time"], ["80", "90"], ["85", "60"]])
    (table,) = find_tables(grid_of(rows))
    assert table.header == ("Study", "Arm", "Temp", "Time")
    assert str(table.place(0, 2)).endswith("D2")


def test_a_title_asked_for_is_the_table_below_it():
    rows = [["Table 1. Arms"], *ARMS, [], ["Table 2. Doses"], *DOSES]
    (table,) = find_tables(grid_of(rows), title="table 2: doses")
    assert rows_of(table) == DOSES[1:]
    assert find_tables(grid_of(rows), title="Table 3") == ()


def test_the_header_and_the_title_of_one_of_two_tables_beside_each_other():
    rows = beside([["Arms", "", ""], *ARMS], [["Doses", "", ""], *DOSES])
    table, *_ = find_tables(grid_of(rows), header_rows=(2, 2), title="Doses")
    assert rows_of(table) == DOSES[1:]


def test_the_table_whose_header_is_said_comes_first_and_the_others_follow():
    first, second = find_tables(grid_of([*ARMS, [], *DOSES]), header_rows=(5, 5))
    assert (rows_of(first), rows_of(second)) == (DOSES[1:], ARMS[1:])


def test_a_sheet_of_notes_only_is_a_table_without_rows_that_names_each():
    rows = [
        ["How to fill in this form"],
        ["One row for each arm."],
        [],
        ["NR means not reported."],
        ["Ask Jo, if unsure."],
    ]
    (table,) = find_tables(grid_of(rows))
    assert rows_of(table) == []
    assert named(table, "note-row") == ["A1", "A2", "A4", "A5"]


def test_a_column_of_names_alone_is_a_table_so_that_it_is_not_passed_over():
    (table,) = find_tables(grid_of([["Study"], ["Smith 2010"], ["Jones 2012"]]))
    assert (table.header, len(rows_of(table))) == (("Study",), 2)


def test_remarks_far_from_the_table_are_named():
    rows = beside(ARMS, [[""], ["ask the authors"], [""]], gap=3)
    (table,) = find_tables(grid_of(rows))
    assert named(table, "note-row") == ["G2"]


def test_a_blank_sheet_holds_no_table():
    assert find_tables(grid_of([])) == ()
    assert find_tables(grid_of([["", " "], ["", ""]])) == ()
