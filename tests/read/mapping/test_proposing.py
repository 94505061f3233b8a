"""A mapping proposed: what is certain is confirmed, and nothing else; questions say what to write."""

from __future__ import annotations

import pytest

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Column
from fidelity.read.mapping.apply import apply
from fidelity.read.mapping.coverage import with_coverage
from fidelity.read.mapping.proposal import Proposal, Question
from fidelity.read.mapping.propose import propose
from read.shapes.made import Rows, book, grid

HEADER = ("Study ID", "Arm", "Role")


def proposed(codebook: Codebook, *rows: tuple[str, ...], **more: str) -> Proposal:
    return propose([book(grid(rows, **more))], codebook)


def with_column(codebook: Codebook, header: str, *values: str) -> Proposal:
    rows = [(f"T{number}", "A", "active", value) for number, value in enumerate(values)]
    return proposed(codebook, (*HEADER, header), *rows)


def entry(found: Proposal, header: str) -> Column:
    """Return the entry that is proposed for a column."""
    (one,) = [column for table in found.tables for column in table.table.columns if header in column.reads]
    return one


def asked(found: Proposal, kind: str) -> list[Question]:
    return [question for question in found.all_questions if question.kind == kind]


@pytest.mark.parametrize(
    "header", ["lesion_temperature", "Temperature", "Temperature (C)", "RF parameters / Temperature"]
)
def test_names_and_labels_are_certain(codebook: Codebook, header: str) -> None:
    found = with_column(codebook, header, "80 C", "85 C")
    assert found.certain
    assert entry(found, header).feeds == "lesion_temperature"


def test_a_synonym_of_one_field_is_certain(shipped: Codebook) -> None:
    found = with_column(shipped, "Lesion temp (°C)", "80", "85")
    assert (entry(found, "Lesion temp (°C)").feeds, found.certain) == ("lesion_temperature", True)


def test_a_synonym_of_two_fields_is_a_question_that_names_both(shipped: Codebook) -> None:
    found = with_column(shipped, "Needle", "22 G")
    one = entry(found, "Needle")
    assert not one.confirmed
    assert {"needle_gauge", "electrode_gauge"} <= set((one.because or "").replace("(", " ").split()) | {one.feeds}
    assert not found.certain


@pytest.mark.parametrize(
    ("header", "fits"),
    [("Duration (weeks)", "conservative_care_duration"), ("Frequency (Hz)", "pulse_frequency")],
)
def test_a_unit_does_not_make_a_synonym_of_several_fields_certain(shipped: Codebook, header: str, fits: str) -> None:
    found = entry(with_column(shipped, header, "2", "4"), header)
    assert (found.feeds, found.confirmed) == (fits, False)
    assert "as of another field too" in (found.because or "")


@pytest.mark.parametrize("header", ["Temprature", "Temperature of tip", "Tip temperature"])
def test_a_near_name_is_a_question(codebook: Codebook, header: str) -> None:
    found = with_column(codebook, header, "80 C")
    one = entry(found, header)
    assert (one.feeds, one.confirmed) == ("lesion_temperature", False)
    assert "near match of 'Temperature'" in (one.because or "")
    assert [question.header for question in asked(found, "column")] == [header]


def test_values_that_contradict_a_name_make_it_a_question(codebook: Codebook) -> None:
    one = entry(with_column(codebook, "Duration", "two years", "long", "60 s"), "Duration")
    assert not one.confirmed
    assert "1 of 3 values can be read" in (one.because or "")


def test_a_unit_of_something_else_makes_a_name_a_question(codebook: Codebook) -> None:
    assert not entry(with_column(codebook, "Duration (mL)", "5"), "Duration (mL)").confirmed


def test_an_unknown_column_asks_why_it_is_not_read(codebook: Codebook) -> None:
    found = with_column(codebook, "Blood type", "B")
    one = entry(found, "Blood type")
    assert (one.ignored, one.confirmed) == ("?", False)
    assert asked(found, "ignored")


def test_empty_columns_and_the_reviewers_own_are_not_asked_about(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "", "mine"),)
    found = proposed(codebook, (*HEADER, "Blood type", "#note"), *rows)
    assert found.certain


def test_two_columns_for_one_field_are_both_asked_about(codebook: Codebook) -> None:
    found = proposed(codebook, (*HEADER, "Region", "region"), ("T", "A", "active", "lumbar", "cervical"))
    assert not found.certain


def test_columns_of_one_name_are_never_guessed(codebook: Codebook) -> None:
    found = proposed(codebook, (*HEADER, "Volume (mL)", "Volume (mL)"), ("T", "A", "active", "1", "2"))
    assert not found.certain
    assert not any(column.feeds == "injectate_volume" and column.confirmed for column in found.tables[0].table.columns)


@pytest.mark.parametrize(("second", "certain"), [("Sham", True), ("RF", False)])
def test_a_treatment_is_the_arm_where_it_tells_rows_apart(codebook: Codebook, second: str, certain: bool) -> None:
    rows = (("T", "RF", "active"), ("T", second, "sham"))
    found = proposed(codebook, ("Study ID", "Treatment", "Role"), *rows)
    one = entry(found, "Treatment")
    assert (one.feeds, one.confirmed) == ("arm", certain)


def test_a_citation_is_the_study_only_without_an_id(codebook: Codebook) -> None:
    alone = proposed(codebook, ("Author (year)", "Arm", "Role"), ("Ng (2001)", "A", "active"))
    assert (entry(alone, "Author (year)").feeds, alone.certain) == ("study", True)
    both = proposed(codebook, ("Study ID", "Author (year)", "Arm", "Role"), ("T", "Ng (2001)", "A", "active"))
    assert (entry(both, "Author (year)").feeds, both.certain) == ("study_label", True)


def test_the_number_of_covidence_tells_studies_of_one_name_apart(codebook: Codebook) -> None:
    header = ("Covidence #", "Study ID", "Reviewer Name", "Arm", "Role")
    rows = (("#7", "Kim 2016", "Consensus", "A", "active"), ("#9", "Kim 2016", "Consensus", "A", "active"))
    found = proposed(codebook, header, *rows)
    assert (entry(found, "Covidence #").feeds, entry(found, "Study ID").feeds) == ("study", "study_label")
    assert found.certain
    assert found.mapping is not None
    (sheet,) = apply(found.mapping, [book(grid([header, *rows]))], codebook).sheets
    assert sheet.cells[str(sheet.header.index("study"))].to_list() == ["7", "9"]


def test_words_for_a_role_are_translated_as_a_question_only(codebook: Codebook) -> None:
    rows = (("T", "A", "Experimental"), ("T", "B", "Placebo"))
    one = entry(proposed(codebook, HEADER, *rows), "Role")
    assert (one.confirmed, one.values) == (False, {"Experimental": "active", "Placebo": "sham"})
    exact = (("T", "A", "Active"), ("T", "B", "SHAM"))
    assert entry(proposed(codebook, HEADER, *exact), "Role").confirmed


def test_one_slip_in_many_words_is_told_where_it_stands(codebook: Codebook) -> None:
    rows = [(f"T{number}", "A", "active") for number in range(9)]
    assert entry(proposed(codebook, HEADER, *rows, ("T9", "A", "actve")), "Role").confirmed
    assert not entry(proposed(codebook, HEADER, *rows, ("T9", "A", "placebo")), "Role").confirmed


def test_a_table_without_role_asks_for_it(codebook: Codebook) -> None:
    found = proposed(codebook, HEADER[:2], ("T", "A"))
    (question,) = [question for question in asked(found, "identity") if question.stops]
    assert "role" in question.what
    assert question.lines == ("always:", "  role: ...")


def test_what_decides_the_standard_and_no_column_tells_is_asked_without_stopping_the_table(codebook: Codebook) -> None:
    found = proposed(codebook, HEADER, ("T", "A", "active"))
    assert [question.lines for question in asked(found, "identity")] == [("always:", "  region: ...")]
    assert found.certain


def test_marks_for_a_status_are_asked_about_and_known_words_are_not(codebook: Codebook) -> None:
    found = with_column(codebook, "Temperature (C)", "-", "99", "NR", "80", "82")
    assert {question.lines[1].strip() for question in asked(found, "code")} == {
        '...: ["-"]',
        '...: ["99"]',
    }
    assert found.certain


def test_bare_numbers_commas_and_numbers_of_times_are_asked_about(codebook: Codebook) -> None:
    found = with_column(codebook, "Duration", "90", "60 s", "2 x 60 s", "60,5 s")
    assert [question.lines for kind in ("unit", "times", "decimal") for question in asked(found, kind)] == [
        ("unit: s",),
        ("times: lesions_per_nerve",),
        ("decimal: comma",),
    ]
    assert not entry(found, "Duration").unit


def test_texts_that_a_field_does_not_know_are_asked_about_and_no_answer_is_made_ready(codebook: Codebook) -> None:
    found = with_column(codebook, "Image guidance", "CT", "CT", "fluoroscopic guided")
    (question,) = asked(found, "values")
    assert question.lines == ("values:", '  "fluoroscopic guided": ...')
    assert "fluoroscopy, ct" in question.remedy


def test_what_differs_within_a_study_is_not_said_of_the_study(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "2001"), ("T", "B", "sham", "2002"))
    one = entry(proposed(codebook, (*HEADER, "Year"), *rows), "Year")
    assert (one.feeds, one.confirmed) == ("publication_year", False)


def test_a_table_of_studies_is_joined_where_every_study_is_there_once(codebook: Codebook) -> None:
    first = grid([HEADER, ("T", "A", "active"), ("U", "A", "active")], sheet="Arms")
    second = grid([("Study ID", "Year"), ("U", "2002"), ("T", "2001")], sheet="Studies")
    found = propose([book(first, second)], codebook)
    assert found.certain
    assert found.tables[1].table.join is not None
    assert (found.tables[1].table.join.to, found.tables[1].table.join.on) == ("Arms", ("study",))
    third = grid([("Study ID", "Year"), ("X", "2002")], sheet="Studies")
    assert not propose([book(first, third)], codebook).certain


def test_repeated_columns_are_proposed_as_rows_and_asked_about(codebook: Codebook) -> None:
    header = ("Study ID", "Arm 1 Temperature (C)", "Arm 1 Region", "Arm 2 Temperature (C)", "Arm 2 Region")
    found = proposed(codebook, header, ("T", "80", "lumbar", "85", "lumbar"))
    assert found.tables[0].table.blocks is not None
    assert entry(found, "block").feeds == "arm"
    assert not entry(found, "block").confirmed


def test_what_is_certain_can_be_applied_as_it_is(codebook: Codebook) -> None:
    rows: Rows = [(*HEADER, "Temperature (C)", "Image guidance"), ("T", "A", "active", "80", "CT")]
    found = propose([book(grid(rows))], codebook)
    assert found.certain
    assert found.mapping is not None
    made = apply(found.mapping, [book(grid(rows))], codebook)
    assert not made.problems
    assert made.sheets[0].cells.row(0) == ("T", "A", "active", "80", "CT")


def test_coverage_counts_cells_that_can_be_read_and_names_the_others(codebook: Codebook) -> None:
    found = with_coverage(with_column(codebook, "Temperature", "80 C", "85", "hot", "", "60 C"), codebook)
    covered = {column.feeds: column for column in found.tables[0].columns}["lesion_temperature"]
    assert (covered.filled, covered.read) == (4, 2)
    assert [(str(one.place.cell), one.text) for one in covered.unreadable] == [("D3", "85"), ("D4", "hot")]


def test_files_without_any_study_give_no_mapping(codebook: Codebook) -> None:
    found = proposed(codebook, ("Word", "Meaning"), ("NR", "not reported"))
    assert found.mapping is None
    assert not found.certain


def test_a_group_is_the_arm_where_it_tells_the_rows_of_each_report_apart(codebook: Codebook) -> None:
    rows = [("T", report, arm, "active") for report in ("registry", "paper") for arm in ("A", "B")]
    found = proposed(codebook, ("Study ID", "Report", "Group", "Role"), *rows)
    assert (entry(found, "Group").feeds, entry(found, "Group").confirmed) == ("arm", True)


@pytest.mark.parametrize(("numbers", "certain"), [(("1", "2"), True), (("1", "1"), False), (("3", "4"), False)])
def test_row_numbers_without_a_name_are_left_out(codebook: Codebook, numbers: tuple[str, str], certain: bool) -> None:
    rows = [(number, "T", arm, "active") for number, arm in zip(numbers, ("A", "B"), strict=True)]
    assert proposed(codebook, ("", "Study ID", "Arm", "Role"), *rows).certain is certain
