"""A mapping applied to files: drift is told both ways, and every row is made or refused by name."""

from __future__ import annotations

import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.mapping.apply import Applied, apply
from read.mapping.made import IDENTITY, KEYS, applied, arms, column, mapping
from read.shapes.made import book, grid

TEMPERATURE = {"reads": ["Tip temperature (C)"], "feeds": "lesion_temperature"}


def codes(found: Applied) -> list[str]:
    return [problem.code for problem in found.problems]


def test_names_are_compared_without_what_exports_change(codebook: Codebook) -> None:
    found = applied(mapping(TEMPERATURE), arms("\ufeffTIP.temperature..C. ", "80"), codebook)
    assert not found.problems
    assert column(found.sheets[0], "lesion_temperature") == ["80"]


def test_an_older_name_is_found_where_the_newest_is_missing(codebook: Codebook) -> None:
    entry = {"reads": ["Tip temperature (C)", "Temp (C)"], "feeds": "lesion_temperature"}
    assert not applied(mapping(entry), arms("Temp (C)", "80"), codebook).problems


def test_of_two_names_that_are_there_the_filled_one_is_taken(codebook: Codebook) -> None:
    entry = {"reads": ["New (C)", "Old (C)"], "feeds": "lesion_temperature"}
    rows = [("Trial", "Group", "Kind", "New (C)", "Old (C)"), ("T", "A", "active", "", "80")]
    (sheet,) = applied(mapping(entry), rows, codebook).sheets
    assert column(sheet, "lesion_temperature") == ["80"]


def test_two_filled_columns_for_one_entry_are_never_guessed(codebook: Codebook) -> None:
    entry = {"reads": ["New (C)", "Old (C)"], "feeds": "lesion_temperature"}
    rows = [("Trial", "Group", "Kind", "New (C)", "Old (C)"), ("T", "A", "active", "81", "80"), ("U", "A", "active")]
    found = applied(mapping(entry), rows, codebook)
    assert codes(found) == ["two-columns"]
    assert list(found.sheets[0].spoilt) == [0]


def test_a_missing_column_refuses_the_table_with_the_whole_difference(codebook: Codebook) -> None:
    found = applied(mapping(TEMPERATURE), arms("Temperature of tip (C)", "80", "85"), codebook)
    assert not found.sheets
    assert sorted(codes(found)) == ["missing-column", "unread-column"]
    missing = next(problem for problem in found.problems if problem.code == "missing-column")
    assert (missing.near, missing.place.cell) == (("Temperature of tip (C)",), "A1")
    assert [(row.study, row.arm, row.role, row.place.cell) for row in found.refused] == [
        ("T1", "RF", "active", "A2"),
        ("T2", "RF", "active", "A3"),
    ]
    assert {problem.code for row in found.refused for problem in row.problems} == {"missing-column", "unread-column"}


def test_a_column_whose_unit_has_changed_is_another_column(codebook: Codebook) -> None:
    entry = {"reads": ["Time (s)"], "feeds": "lesion_duration"}
    assert "missing-column" in codes(applied(mapping(entry), arms("Time (min)", "2"), codebook))


def test_an_optional_column_may_be_missing(codebook: Codebook) -> None:
    found = applied(
        mapping({**TEMPERATURE, "optional": True}), [("Trial", "Group", "Kind"), ("T", "A", "sham")], codebook
    )
    assert not found.problems


def test_an_unread_column_is_loud_and_the_rows_are_read(codebook: Codebook) -> None:
    found = applied(mapping(), arms("Remarks", "seen", ""), codebook)
    (problem,) = found.problems
    assert (problem.code, problem.place.cell, problem.header) == ("unread-column", "D1", "Remarks")
    assert found.sheets[0].cells.height == 2


@pytest.mark.parametrize("header", ["#mine", "Remarks"])
def test_own_and_empty_columns_are_quiet(codebook: Codebook, header: str) -> None:
    values = ("something",) if header.startswith("#") else ("",)
    assert not applied(mapping(), arms(header, *values), codebook).problems


def test_a_column_without_a_name_is_known_by_its_letter(codebook: Codebook) -> None:
    rows = [("Trial", "Group", "Kind", ""), ("T", "A", "active", "7")]
    found = applied(mapping(), rows, codebook)
    assert [problem.header for problem in found.problems] == ["column D"]
    entry = {"reads": ["column D"], "ignored": "row numbers"}
    assert not applied(mapping(entry), rows, codebook).problems


def test_what_nobody_confirmed_is_not_applied(codebook: Codebook) -> None:
    entry = {**TEMPERATURE, "confirmed": False, "because": "near match"}
    found = applied(mapping(entry), arms("Tip temperature (C)", "80"), codebook)
    assert codes(found) == ["unconfirmed"]
    assert "lesion_temperature" not in found.sheets[0].header


def test_without_a_column_for_the_role_every_row_is_refused(codebook: Codebook) -> None:
    made = mapping(table={"columns": KEYS[:2]})
    found = applied(made, [("Trial", "Group"), ("T", "A")], codebook)
    assert [row.study for row in found.refused] == ["T"]
    assert "role" in found.problems[0].what
    told = mapping(table={"columns": KEYS[:2], "always": {"role": "active"}})
    assert not applied(told, [("Trial", "Group"), ("T", "A")], codebook).problems


def test_names_are_filled_down_only_where_the_mapping_says_so(codebook: Codebook) -> None:
    rows = [("Trial", "Group", "Kind"), ("T", "A", "active"), ("", "B", "sham"), ("U", "A", "active"), ("", "", "sham")]
    (sheet,) = applied(mapping(), rows, codebook).sheets
    assert column(sheet, "study") == ["T", "", "U", ""]
    (sheet,) = applied(mapping(table={"fill_down": ["study", "arm"]}), rows, codebook).sheets
    assert column(sheet, "study") == ["T", "T", "U", "U"]
    assert column(sheet, "arm") == ["A", "B", "A", "A"]


def test_below_a_study_that_cannot_be_read_no_other_is_filled_down(codebook: Codebook) -> None:
    rows = [
        IDENTITY,
        ("T", "a", "active"),
        ("", "b", "sham"),
        ("", "a", "active"),
        ("", "c", "sham"),
        ("U", "d", "sham"),
    ]
    found = applied(mapping(table={"fill_down": ["study"]}), rows, codebook, formulas={(3, 0): "=B9"})
    assert set(found.sheets[0].spoilt) == {2, 3}


def test_an_arm_is_not_filled_down_into_another_study(codebook: Codebook) -> None:
    rows = [("Trial", "Group", "Kind"), ("T", "A", "active"), ("U", "", "sham")]
    (sheet,) = applied(mapping(table={"fill_down": ["study", "arm"]}), rows, codebook).sheets
    assert column(sheet, "arm") == ["A", ""]


def test_a_table_that_the_mapping_does_not_know_loses_no_row_in_silence(codebook: Codebook) -> None:
    header = ("Trial", "Group", "Kind")
    first = grid([header, ("T", "A", "active")], sheet="Arms")
    second = grid([("Trial", "Pain", "SD"), ("U", "7", "1"), ("V", "8", "1")], sheet="Outcomes")
    third = grid([("Word", "Meaning"), ("NR", "not reported"), ("RF", "radiofrequency")], sheet="Words")
    found = apply(mapping(table={"sheets": ["Arms"]}), [book(first, second, third)], codebook)
    assert codes(found) == ["unread-table"]
    assert [row.study for row in found.refused] == ["U", "V"]
    assert [note.place.sheet for note in found.notes] == ["Words"]
    told = mapping(table={"sheets": ["Arms"]}, ignored_sheets={"Outcomes": "results", "W*": "words"})
    silent = apply(told, [book(first, second, third)], codebook)
    assert not silent.problems
    assert not silent.notes


def test_a_sheet_that_was_renamed_is_asked_about(codebook: Codebook) -> None:
    sheet = grid([("Trial", "Group", "Kind"), ("T", "A", "active")], sheet="Study arms")
    found = apply(mapping(table={"sheets": ["Arms of studies"]}), [book(sheet)], codebook)
    assert set(codes(found)) == {"missing-sheet", "unread-table"}
    assert [row.study for row in found.refused] == ["T"]


def test_a_study_table_is_joined_to_the_arms(codebook: Codebook) -> None:
    entries = [{"reads": ["Trial"], "feeds": "study"}, {"reads": ["Year"], "feeds": "publication_year"}]
    studies = {"name": "studies", "sheets": ["Studies"], "join": {"to": "arms", "on": ["study"]}, "columns": entries}
    made = mapping(TEMPERATURE, table={"sheets": ["Arms"]})
    made = made.model_validate({**made.model_dump(), "tables": [*made.model_dump()["tables"], studies]})
    first = grid(arms("Tip temperature (C)", "80", "85"), sheet="Arms")
    second = grid([("Trial", "Year"), ("T2", "2012"), ("T1", "2011")], sheet="Studies")
    found = apply(made, [book(first, second)], codebook)
    assert not found.problems
    (sheet,) = found.sheets
    assert column(sheet, "publication_year") == ["2011", "2012"]
    at = sheet.header.index("publication_year")
    assert (str(sheet.place(0, at)), str(sheet.heading(at))) == ("export.xlsx!Studies!B3", "export.xlsx!Studies!B1")


def test_repeated_columns_become_a_row_for_each_arm(codebook: Codebook) -> None:
    rows = [
        ("Trial", "Arm 1 name", "Arm 1 Temp (C)", "Arm 2 name", "Arm 2 Temp (C)"),
        ("T", "RF", "80", "Sham", ""),
        ("U", "RF", "85", "", ""),
    ]
    entries = [
        {"reads": ["Trial"], "feeds": "study"},
        {"reads": ["name"], "feeds": "arm"},
        {"reads": ["block"], "feeds": "role", "values": {"Arm 1": "active", "Arm 2": "sham"}},
        {"reads": ["Temp (C)"], "feeds": "lesion_temperature"},
    ]
    made = mapping(table={"columns": entries, "blocks": {"pattern": r"(?P<block>Arm \d) (?P<column>.+)"}})
    (sheet,) = applied(made, rows, codebook).sheets
    found = [sheet.cells.row(row) for row in range(sheet.cells.height)]
    assert found == [("T", "RF", "active", "80"), ("T", "Sham", "sham", ""), ("U", "RF", "active", "85")]


def test_rows_that_the_layout_found_spoilt_stay_so(codebook: Codebook) -> None:
    rows = arms("Tip temperature (C)", "#REF!", "80")
    found = applied(mapping(TEMPERATURE), rows, codebook, errors={(1, 3): "#REF!"})
    assert list(found.sheets[0].spoilt) == [0]


def test_sheets_of_the_same_header_are_all_read(codebook: Codebook) -> None:
    header = ("Trial", "Group", "Kind")
    sheets = [grid([header, (name, "A", "active")], sheet=name) for name in ("Cervical", "Lumbar")]
    found = apply(mapping(), [book(*sheets)], codebook)
    assert [column(sheet, "study") for sheet in found.sheets] == [["Cervical"], ["Lumbar"]]


STUDIES = {"name": "studies", "join": {"to": "arms", "on": ["study"]}, "title": "Study information"}
CARE = {"reads": ["Care (weeks)"], "feeds": "conservative_care_duration"}


def test_without_a_table_that_is_joined_to_it_no_row_is_made(codebook: Codebook) -> None:
    made = mapping(TEMPERATURE).model_dump()
    made["tables"] = [*made["tables"], {**STUDIES, "columns": [{"reads": ["Trial"], "feeds": "study"}, CARE]}]
    found = apply(type(mapping()).model_validate(made), [book(grid(arms("Tip temperature (C)", "80", "85")))], codebook)
    assert (found.sheets, codes(found)) == ((), ["missing-table"])
    assert [(row.study, row.arm, row.role) for row in found.refused] == [("T1", "RF", "active"), ("T2", "RF", "active")]
    assert {problem.code for row in found.refused for problem in row.problems} == {"missing-table"}


def test_rows_that_are_cut_off_from_their_table_are_refused_with_what_was_taken_for_their_header(
    codebook: Codebook,
) -> None:
    below = [
        ["Table of the others"],
        ["U", "heat", "sham", "Belgium"],
        ["U", "none", "8", "8"],
        ["V", "cold", "9", "9"],
    ]
    rows = [*arms("Tip temperature (C)", "80", "85"), [], *below]
    made = mapping(TEMPERATURE)
    found = applied(made, rows, codebook)
    assert len(found.sheets[0].numbers) == 2
    assert codes(found) == ["unread-table"]
    assert [(row.study, row.arm, row.role) for row in found.refused] == [
        ("U", "heat", "sham"),
        ("U", "none", "8"),
        ("V", "cold", "9"),
    ]
    ignored = made.model_copy(update={"ignored_sheets": {"Table of the others": "no entries"}})
    assert not applied(ignored, rows, codebook).problems


def test_a_list_beside_a_table_is_only_noted_unless_it_names_a_study(codebook: Codebook) -> None:
    def beside(name: str) -> Applied:
        rows = [[*row, "", "", "Word", "Meaning"] for row in arms("Tip temperature (C)", "80")[:1]]
        rows += [["T1", "RF", "active", "80", "", "", name, "7"], ["", "", "", "", "", "", "b", "8"]]
        return applied(mapping(TEMPERATURE), rows, codebook)

    assert codes(beside("a")) == []
    assert "unread-table" in {note.code for note in beside("a").notes}
    assert codes(beside("T1")) == ["unread-table"]
    assert len(beside("T1").refused) == 3


def test_two_studies_of_one_name_are_read_where_their_number_tells_them_apart(codebook: Codebook) -> None:
    header = ("Covidence #", "Study ID", "Reviewer Name", "Group", "Kind")
    rows = [header, ("#7", "Kim", "Consensus", "A", "active"), ("#9", "Kim", "Consensus", "A", "active")]
    rest = [{"reads": ["Reviewer Name"], "ignored": "who extracted"}, *KEYS[1:]]
    number = [{"reads": ["Covidence #"], "feeds": "study"}, {"reads": ["Study ID"], "feeds": "study_label"}]
    name = [{"reads": ["Covidence #"], "ignored": "a number"}, {"reads": ["Study ID"], "feeds": "study"}]
    by_number, by_name = (
        applied(mapping(table={"columns": [*keys, *rest]}), rows, codebook).sheets[0] for keys in (number, name)
    )
    assert not by_number.spoilt
    assert [problem.code for problems in by_name.spoilt.values() for problem in problems] == ["repeated-study"] * 2


def test_a_mapping_may_join_the_files_of_an_export_itself(codebook: Codebook) -> None:
    arms_file = grid([("Study", "Arm", "Intervention", "Role"), ("T", "A", "RF", "active")], "arms.csv", None)
    studies_file = grid([("Study", "Char: Notes", "Year"), ("T", "x", "2009")], "studies.csv", None)
    names = [{"reads": ["Study"], "feeds": "study"}, {"reads": ["Arm"], "feeds": "arm"}]
    more = [{"reads": ["Role"], "feeds": "role"}, {"reads": ["Intervention"], "ignored": "no field"}]
    told = [names[0], {"reads": ["Char: Notes"], "ignored": "prose"}, {"reads": ["Year"], "feeds": "publication_year"}]
    made = {
        "codebook": "1.0.0",
        "tables": [
            {"name": "arms", "files": ["arms.csv"], "columns": [*names, *more]},
            {"name": "studies", "files": ["studies.csv"], "join": {"to": "arms"}, "columns": told},
        ],
    }
    found = apply(type(mapping()).model_validate(made), [book(arms_file), book(studies_file)], codebook)
    assert not found.problems
    assert [column(sheet, "publication_year") for sheet in found.sheets] == [["2009"]]


@pytest.mark.parametrize("codes", [{"not_applicable": ["none"]}, {"not_reported": ["None"]}, {"unclear": ["none"]}])
def test_a_block_of_nothing_but_the_codes_of_a_mapping_is_no_arm(
    codes: dict[str, list[str]], codebook: Codebook
) -> None:
    rows = [("Trial", "Kind", "Name 1", "T 1", "Name 2", "T 2"), ("T", "active", "RF", "80", "none", "None")]
    columns = [KEYS[0], KEYS[2], {"reads": ["Name"], "feeds": "arm"}, {**TEMPERATURE, "reads": ["T"], "codes": codes}]
    table = {"blocks": {"pattern": "(?P<column>.+) (?P<block>[12])"}, "columns": columns}
    (sheet,) = applied(mapping(table=table), rows, codebook).sheets
    assert column(sheet, "arm") == ["RF"]
