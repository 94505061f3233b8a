"""Workbooks with a sheet for each study."""

from __future__ import annotations

from typing import Any

from fidelity.read.grids.grid import Block, Grid
from fidelity.read.shapes.study_sheets import study_sheets

from .made import book, column, grid, places, shown_where_they_stand, texts

SMITH = [["Agreed", ""], ["Design", "RCT"], ["Dose", "80 °C"], ["Funding", ""]]
JONES = [["Agreed", ""], ["Dose", "42 °C"], ["Needle", "22G"], ["Design", "cohort"]]


def agreed(rows: list[list[str]], sheet: str, **more: Any) -> Grid:
    return grid(rows, "review.xlsx", sheet, **more)


def test_each_sheet_is_a_row_and_fields_are_matched_by_name() -> None:
    sheets = agreed(SMITH, "Smith 2019"), agreed(JONES, "Jones 2020")
    found = study_sheets(book(*sheets))
    assert found.header == ("study", "Design", "Dose", "Funding", "Needle")
    assert texts(found) == [("Smith 2019", "RCT", "80 °C", "", ""), ("Jones 2020", "cohort", "42 °C", "", "22G")]
    shown_where_they_stand(found, *sheets, but=["study"])
    assert places(found, "Dose") == ["review.xlsx!Smith 2019!B3", "review.xlsx!Jones 2020!B2"]
    assert places(found, "study") == ["review.xlsx!Smith 2019!A1", "review.xlsx!Jones 2020!A1"]
    assert str(found.headings[4]) == "review.xlsx!Jones 2020!A3"


def test_sheets_of_single_reviewers_and_other_sheets_are_left_out_by_name() -> None:
    index = grid([["Included studies"], ["Smith 2019"]], "review.xlsx", "Index")
    single = agreed([["Jane Doe", ""], ["Dose", "70 °C"]], "Smith 2019 (2)")
    blank = agreed([[""]], "Empty")
    found = study_sheets(book(index, agreed(SMITH, "Smith 2019"), single, blank))
    assert column(found, "study") == ["Smith 2019"]
    left = [note for note in found.notes if note.code == "sheet-left-out"]
    assert [note.subject for note in left] == ["Index", "Smith 2019 (2)"]
    assert "Jane Doe" in left[1].what


def test_a_field_may_say_the_name_of_the_study() -> None:
    named = [*SMITH, ["Study ID", "Smith & Wesson 2019"]]
    found = study_sheets(book(agreed(named, "S1"), agreed(JONES, "Jones 2020")))
    assert found.header[0] == "Study ID"
    assert column(found, "Study ID") == ["Smith & Wesson 2019", "Jones 2020"]
    assert places(found, "Study ID") == ["review.xlsx!S1!B5", "review.xlsx!Jones 2020!A1"]


def test_columns_with_headings_are_arms() -> None:
    rows = [
        ["Agreed", "RF", "Sham"],
        ["Design", "RCT", ""],
        ["Dose", "80 °C", "none"],
        ["Blinding", "double", "double"],
    ]
    merged = (Block(1, 1, 1, 2),)
    found = study_sheets(book(agreed(rows, "Smith 2019", merged=merged), agreed(JONES, "Jones 2020")))
    assert column(found, "block") == ["RF", "Sham", ""]
    assert column(found, "Design") == ["RCT", "RCT", "cohort"]
    assert column(found, "Dose") == ["80 °C", "none", "42 °C"]
    assert places(found, "Design")[1] == "review.xlsx!Smith 2019!B2"
    assert places(found, "block")[1] == "review.xlsx!Smith 2019!C1"
    assert not [note for note in found.notes if note.code == "one-arm-only"]


def test_a_value_for_the_first_arm_only_is_not_spread_and_is_noted() -> None:
    rows = [["Agreed", "RF", "Sham"], ["Design", "RCT", ""], ["Dose", "80 °C", "none"]]
    found = study_sheets(book(agreed(rows, "Smith 2019")))
    assert column(found, "Design") == ["RCT", ""]
    (note,) = [note for note in found.notes if note.code == "one-arm-only"]
    assert "Design" in note.what


def test_cells_beside_the_values_are_named_in_a_note() -> None:
    rows = [["Agreed", "", "", ""], ["Dose", "80 °C", "", ""], ["Pain", "3.1", "1.2", "40"]]
    found = study_sheets(book(agreed(rows, "Smith 2019")))
    assert column(found, "Pain") == ["3.1"]
    (note,) = [note for note in found.notes if note.code == "beside-values"]
    assert "C3" in note.what
    assert "D3" in note.what


def test_a_value_without_a_field_is_a_problem() -> None:
    found = study_sheets(book(agreed([*SMITH, ["", "lost"]], "Smith 2019")))
    assert [(problem.code, problem.place.cell, problem.found) for problem in found.problems] == [
        ("nameless-value", "B5", "lost")
    ]


def test_a_field_named_twice_makes_two_columns_that_nobody_confuses() -> None:
    rows = [["Agreed", ""], ["Notes", "first"], ["Notes", "second"]]
    found = study_sheets(book(agreed(rows, "Smith 2019")))
    assert found.header == ("study", "Notes", "Notes")
    assert texts(found) == [("Smith 2019", "first", "second")]


def test_a_heading_merged_over_the_sheet_is_no_value() -> None:
    rows = [["Agreed", ""], ["Methods", ""], ["Dose", "80 °C"]]
    found = study_sheets(book(agreed(rows, "Smith 2019", merged=(Block(1, 0, 1, 1),))))
    assert column(found, "Methods") == [""]


def test_sheets_built_by_hand_name_fields_or_items_below_a_title() -> None:
    rows = [["Extraction", "", ""], ["Item", "RF", "Sham"], ["Total dose", "80 °C", "-"], ["Mean age", "50", "51"]]
    found = study_sheets(book(agreed(rows[1:], "Smith 2019"), agreed(rows, "Jones 2020")))
    assert column(found, "study") == ["Smith 2019", "Smith 2019"]
    assert column(found, "Total dose") == ["80 °C", "-"]
    assert [note.subject for note in found.notes if note.code == "sheet-left-out"] == ["Jones 2020"]


def test_dates_errors_and_formulas_without_value_are_kept_with_their_row() -> None:
    rows = [["Agreed", "RF", "Sham"], ["Dose", "2019-10-12", "#REF!"], ["Needle", "22G", ""]]
    made = agreed(
        rows,
        "Smith 2019",
        dates=frozenset({(1, 1)}),
        errors={(1, 2): "#REF!"},
        formulas={(2, 1): "=A1", (2, 2): "=A2"},
    )
    found = study_sheets(book(made))
    assert found.dates == {(0, found.header.index("Dose"))}
    assert sorted(problem.code for problem in found.spoilt[1]) == ["error-cell", "no-saved-value"]
    assert 0 not in found.spoilt
    assert any(note.code == "formula" for note in found.notes)


def test_a_sheet_of_names_alone_is_a_study_of_which_nothing_was_extracted() -> None:
    found = study_sheets(book(agreed([["Agreed"], ["Dose"]], "Smith 2019")))
    assert texts(found) == [("Smith 2019", "")]


def test_a_book_without_such_sheets_is_a_table_without_columns() -> None:
    found = study_sheets(book(grid([["Study", "Arm"], ["a", "b"]])))
    assert found.header == ()
    assert [note.code for note in found.notes] == ["sheet-left-out"]


def test_a_study_of_which_only_single_readers_tell_is_spoilt_by_name() -> None:
    named = [*SMITH, ["Study ID", "Smith 2019"]]
    readers = [
        agreed([["Jane Doe", "RF", "Sham"], ["Study ID", "Weiss 2022", ""], ["Dose", "80 °C", ""]], "Weiss 2022 (1)"),
        agreed([["Tom Roe", "RF", "Sham"], ["Study ID", "weiss 2022 ", ""], ["Dose", "85 °C", ""]], "Weiss 2022 (2)"),
    ]
    second = agreed([["Tom Roe", ""], ["Study ID", "Smith 2019"], ["Dose", "70 °C"]], "Smith 2019 (2)")
    found = study_sheets(book(agreed(named, "Smith 2019"), second, *readers))
    assert column(found, "Study ID") == ["Smith 2019", "Weiss 2022", "Weiss 2022"]
    assert list(found.spoilt) == [1, 2]
    (problem,) = found.spoilt[1]
    assert (problem.code, problem.subject, str(problem.place)) == (
        "no-consensus",
        "Weiss 2022",
        "review.xlsx!Weiss 2022 (1)!A1",
    )
    assert "Weiss 2022 (1) and Weiss 2022 (2)" in problem.what
    assert [note.subject for note in found.notes if note.code == "sheet-left-out"] == ["Smith 2019 (2)"]


def test_every_arm_of_a_sheet_is_of_the_study_that_is_named_beside_the_first() -> None:
    rows = [["Agreed", "RF", "Sham"], ["Study ID", "Smith 2019", ""], ["Dose", "80 °C", "none"]]
    found = study_sheets(book(agreed(rows, "S1"), agreed(JONES, "Jones 2020")))
    assert column(found, "Study ID") == ["Smith 2019", "Smith 2019", "Jones 2020"]
    assert places(found, "Study ID")[:2] == ["review.xlsx!S1!B2", "review.xlsx!S1!B2"]
