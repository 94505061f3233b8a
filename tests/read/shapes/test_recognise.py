"""Exports are known by the tool's own columns, and reviewers' disagreements are never decided for them."""

from __future__ import annotations

import pytest

from fidelity.read.grids.grid import Grid
from fidelity.read.shapes.adjudicating import adjudicated
from fidelity.read.shapes.recognise import Shape, recognise

from .made import book, column, flat, grid, places, texts

HEAD = ["Covidence #", "Study ID", "Title", "Reviewer Name", "Dose"]
MANGLED = ["Covidence..", "Study.ID", "Title", "Reviewer.Name", "Dose"]
COVIDENCE = [
    HEAD,
    ["#12", "Smith 2019", "On discs", "Jane Doe", "70 °C"],
    ["#12", "Smith 2019", "On discs", "Consensus", "80 °C"],
    ["12", "Smith 2019", "On discs", "John Roe", "80 °C"],
    ["#7", "Lee 2021", "On facets", "Jane Doe", "42 °C"],
]


def shape_of(*grids: Grid) -> Shape:
    found = recognise([book(one) for one in grids])
    assert found is not None
    return found


@pytest.mark.parametrize("head", [HEAD, MANGLED, ["\ufeffCovidence # ", *HEAD[1:3], " reviewer name", "Dose"]])
def test_covidence_is_known_by_its_number_and_the_reviewers_name_however_spelled(head: list[str]) -> None:
    found = shape_of(grid([head, *COVIDENCE[1:]], "review.csv", None))
    assert found.kind == "covidence"
    assert {name.strip("\ufeff ").casefold() for name in found.ignored} == {
        head[0].strip("\ufeff ").casefold(),
        head[3].strip().casefold(),
    }
    assert set(found.identity.values()) == {"study", "title"}


@pytest.mark.parametrize("lacking", [0, 3])
def test_columns_of_a_template_alone_are_no_covidence(lacking: int) -> None:
    rows = [[text for at, text in enumerate(row) if at != lacking] for row in COVIDENCE]
    assert recognise([book(grid(rows, "review.csv", None))]) is None


def test_a_title_above_and_other_sheets_do_not_hide_an_export() -> None:
    other = grid([["My notes"], ["x"]], sheet="Notes")
    titled = grid([["Exported today"], [], *COVIDENCE], sheet="Arms")
    found = recognise([book(titled, other)])
    assert found is not None
    assert found.flats[0].header == tuple(HEAD)
    assert [note.subject for note in found.notes] == ["Notes"]


def test_the_row_of_the_consensus_is_taken_and_the_others_are_noted() -> None:
    (table,) = shape_of(grid(COVIDENCE)).flats
    assert column(table, "Dose") == ["80 °C", "42 °C"]
    assert places(table, "Dose") == ["export.xlsx!Sheet1!E3", "export.xlsx!Sheet1!E5"]
    (note,) = [note for note in table.notes if note.code == "single-reader"]
    assert "rows 2 and 4 of Jane Doe and John Roe" in note.what
    assert not table.spoilt


def test_two_readings_without_consensus_are_a_problem_that_names_both_and_neither_is_picked() -> None:
    table = adjudicated(flat([row for row in COVIDENCE if row[3] != "Consensus"]))
    assert column(table, "Dose") == ["70 °C", "80 °C", "42 °C"]
    assert set(table.spoilt) == {0, 1}
    (problem,) = table.spoilt[0]
    assert problem.code == "no-consensus"
    for word in ("Jane Doe (row 2)", "John Roe (row 3)", "Dose"):
        assert word in problem.what
    assert "Title" not in problem.what


def test_two_readings_that_say_the_same_count_once() -> None:
    rows = [HEAD, ["#1", "S", "T", "Jane", "80"], ["1", "S", "T", "John", "80 "]]
    assert column(adjudicated(flat([*rows])), "Reviewer Name") == ["Jane", "John"]
    same = [HEAD, ["#1", "S", "T", "Jane", "80"], ["#1", "S", "T", "John", "80"]]
    table = adjudicated(flat(same))
    assert column(table, "Reviewer Name") == ["Jane"]
    assert any(note.code == "single-reader" for note in table.notes)


def test_several_rows_of_one_reviewer_are_all_taken_and_so_are_several_of_the_consensus() -> None:
    one = [HEAD, ["#1", "S", "T", "Jane", "80"], ["#1", "S", "T", "Jane", "70"]]
    assert len(texts(adjudicated(flat(one)))) == 2
    agreed = [*one, ["#1", "S", "T", "Consensus", "75"], ["#1", "S", "T", "CONSENSUS ", "76"]]
    assert column(adjudicated(flat(agreed)), "Dose") == ["75", "76"]


def test_two_studies_of_one_name_are_not_one_study() -> None:
    table = adjudicated(flat([HEAD, ["#1", "Lee 2020", "T", "Jane", "80"], ["#2", "lee 2020", "U", "Jane", "70"]]))
    assert {problem.code for problems in table.spoilt.values() for problem in problems} == {"repeated-study"}
    assert set(table.spoilt) == {0, 1}


def test_without_study_id_the_number_of_covidence_is_the_study() -> None:
    rows = [["Covidence #", "Reviewer Name", "Dose"], ["#1", "Jane", "80"]]
    assert shape_of(grid(rows)).identity == {"Covidence #": "study"}


def test_other_tables_are_left_as_they_are_by_adjudication() -> None:
    table = flat([["Study", "Reviewer Name"], ["a", "Jane"], ["a", "John"]])
    assert adjudicated(table) is table


BY_ARM = ["Covidence #", "Arm", "Reviewer Name", "Dose"]


def test_arms_that_reviewers_shared_out_are_no_two_readings() -> None:
    rows = [BY_ARM, ["#1", "RF", "Jane", "80"], ["#1", "sham", "John", "37"], ["#2", "RF", "Jo", "80"]]
    table = adjudicated(flat([*rows, ["#2", "sham", "Jo", "37"]]))
    assert len(texts(table)) == 4
    assert not table.spoilt
    named = [["Covidence #", "What was done", *BY_ARM[2:]], *rows[1:], ["#2", "sham", "Jo", "37"]]
    assert adjudicated(flat(named)).spoilt
    assert not adjudicated(flat(named), ["What was done"]).spoilt


def test_one_arm_under_two_names_is_not_taken_for_two_arms() -> None:
    rows = [BY_ARM, ["#1", "RF", "Jane", "80"], ["#1", "Radiofrequency", "John", "80"]]
    assert set(adjudicated(flat(rows)).spoilt) == {0, 1}
    twice = [*rows, ["#2", "RF", "Jane", "80"], ["#2", "sham", "Jane", "37"], ["#2", "RF", "John", "80"]]
    assert set(adjudicated(flat([*twice, ["#2", "sham", "John", "37"]])).spoilt) == {0, 1}


def test_readings_are_compared_arm_by_arm_where_all_name_the_same_arms() -> None:
    jane = [["#1", "RF", "Jane", "80"], ["#1", "sham", "Jane", "37"]]
    john = [["#1", "sham", "John", "37"], ["#1", "RF", "John", "85"]]
    table = adjudicated(flat([BY_ARM, *jane, *john]))
    assert [(row[1], row[2]) for row in texts(table)] == [("RF", "Jane"), ("sham", "Jane"), ("RF", "John")]
    assert set(table.spoilt) == {0, 2}


INFORMATION = [["Study", "Year", "Char: Participants", "Char: Needle"], ["Smith 2019", "2019", "40 adults", "22G"]]
ARMS = [["Study", "Arm", "Description", "Intervention"], ["Smith 2019", "A", "RF at 80 °C", "RF"]]


def test_revmans_study_arms_are_joined_to_its_study_information() -> None:
    results = [["Study", "Outcome", "Arm", "Intervention"], ["Smith 2019", "Pain", "A", "RF"]]
    found = recognise(
        [
            book(grid(INFORMATION, "study-information.csv", None)),
            book(grid(ARMS, "study-arms.csv", None)),
            book(grid(results, "study-results.csv", None)),
        ]
    )
    assert found is not None
    assert found.kind == "revman"
    (table,) = found.flats
    assert texts(table) == [("Smith 2019", "A", "RF at 80 °C", "RF", "2019", "40 adults", "22G")]
    assert places(table, "Char: Needle") == ["study-information.csv!D2"]
    assert found.identity == {"Study": "study", "Arm": "arm"}
    assert found.plain["Char: Needle"] == "Needle"
    assert [note.subject for note in found.notes] == ["study-results.csv"]


def test_revman_as_r_spells_it_and_without_arms_is_known_too() -> None:
    rows = [["Study", "Char..Participants"], ["Smith 2019", "40 adults"]]
    found = shape_of(grid(rows, "information.csv", None))
    assert found.kind == "revman"
    assert found.plain == {"Char..Participants": "Participants"}
    assert "without" in found.reason


def test_studies_that_the_arms_do_not_know_are_problems_of_the_table() -> None:
    more = [*INFORMATION, ["Lee 2021", "2021", "30", "20G"]]
    (table,) = shape_of(grid(more, "information.csv", None), grid(ARMS, "arms.csv", None)).flats
    assert [(problem.code, problem.subject) for problem in table.problems] == [("unmatched-row", "Lee 2021")]


def test_a_column_called_character_is_no_characteristic_of_revman() -> None:
    assert recognise([book(grid([["Study", "Character of pain"], ["a", "dull"]], "x.csv", None))]) is None


SRDR_HEAD = ["Extraction ID", "Consolidated", "Username", "Citation ID", "Citation Name", "Arms Name"]


def test_srdr_takes_consolidated_rows_and_its_questions_lose_their_numbers() -> None:
    question = "Needle gauge\r[Question ID: 12][Field ID: 3x4]"
    rows = [
        [*SRDR_HEAD, question],
        ["1", "false", "jane", "99", "On discs", "RF", "22G"],
        ["2", "false", "john", "99", "On discs", "RF", "20G"],
        ["3", "true", "jane", "99", "On discs", "RF", "20G"],
    ]
    found = shape_of(grid(rows, sheet="Arm Details"))
    assert found.kind == "srdr"
    (table,) = found.flats
    assert texts(table) == [("3", "true", "jane", "99", "On discs", "RF", "20G")]
    assert found.identity["Citation ID"] == "study"
    assert found.identity["Arms Name"] == "arm"
    assert list(found.plain.values()) == ["Needle gauge"]


def test_consolidated_rows_of_two_users_are_all_taken() -> None:
    rows = [
        [*SRDR_HEAD, "Needle"],
        ["1", "true", "jane", "99", "On discs", "RF", "22G"],
        ["2", "true", "john", "99", "On discs", "Sham", "20G"],
    ]
    assert column(adjudicated(flat(rows)), "Needle") == ["22G", "20G"]


def test_workbooks_with_a_sheet_for_each_study_are_known() -> None:
    index = grid([["Included"], ["Smith 2019"]], sheet="Index")
    study = grid([["Agreed", ""], ["Dose", "80 °C"]], sheet="Smith 2019")
    found = recognise([book(index, study)])
    assert found is not None
    assert found.kind == "covidence_study_sheets"
    assert found.identity == {"study": "study"}
    assert texts(found.flats[0]) == [("Smith 2019", "80 °C")]


def test_a_data_dictionary_beside_a_table_is_no_workbook_of_studies() -> None:
    dictionary = grid([["Field", "Label"], ["dose", "Dose"]], sheet="Dictionary")
    table = grid([["Study", "Arm"], ["a", "b"]], sheet="Arms")
    assert recognise([book(table, dictionary)]) is None
    assert recognise([book(dictionary)]) is None
    by_hand = [grid([["Field", "Value"], ["dose", "80"]], sheet=name) for name in ("Smith 2019", "Lee 2021")]
    found = recognise([book(*by_hand)])
    assert found is not None
    assert found.kind == "study_sheets"


def test_plain_tables_and_empty_books_are_no_export() -> None:
    assert recognise([]) is None
    assert recognise([book(grid([["study", "arm", "role"], ["a", "b", "c"]], "x.csv", None))]) is None
