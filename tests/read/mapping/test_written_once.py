"""A study that is written once for several rows is never guessed: the mapping is asked, and each row says the line."""

from __future__ import annotations

import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.mapping.mend import compare
from fidelity.read.mapping.proposal import Question
from fidelity.read.mapping.propose import propose
from fidelity.read.tables import read_sheet
from read.mapping.made import applied, mapping
from read.shapes.made import Rows, book, grid

ROWS = [("Study", "Arm", "Role"), ("T", "A", "active"), ("", "B", "sham"), ("U", "A", "active"), ("", "B", "control")]


def asked(rows: Rows, codebook: Codebook) -> list[Question]:
    questions = propose([book(grid(rows))], codebook).all_questions
    return [one for one in questions if any("fill_down" in line for line in one.lines)]


def test_blank_cells_below_a_study_stop_with_the_line_that_fills_them(codebook: Codebook) -> None:
    (question,) = asked(ROWS, codebook)
    assert (question.stops, question.lines, question.place.cell) == (True, ("fill_down: [study]",), "A1")
    assert "2 rows" in question.what


def test_a_few_blank_cells_among_many_may_be_slips(codebook: Codebook) -> None:
    rows = [*ROWS[:2], *((f"V{number}", "A", "active") for number in range(20)), ("", "B", "sham")]
    (question,) = asked(rows, codebook)
    assert not question.stops


def test_an_arm_that_is_written_once_is_filled_within_its_study(codebook: Codebook) -> None:
    rows = [("Study", "Arm", "Role", "Procedure"), ("T", "A", "active", "x"), ("", "", "active", "y")]
    (question,) = asked(rows, codebook)
    assert question.lines == ("fill_down: [study, arm]",)


@pytest.mark.parametrize("rows", [ROWS[:2], [ROWS[0], ("", "A", "active"), ("T", "B", "sham")]])
def test_nothing_is_asked_where_no_blank_stands_below_a_study(rows: Rows, codebook: Codebook) -> None:
    assert asked(rows, codebook) == []


def test_a_mapping_that_says_so_is_asked_nothing(codebook: Codebook) -> None:
    rows = [("Trial", "Group", "Kind"), *ROWS[1:]]
    once, open_ = mapping(table={"fill_down": ["study"]}), mapping()
    assert compare(once, [book(grid(rows))], codebook).proposal.certain
    assert not compare(open_, [book(grid(rows))], codebook).proposal.certain


def test_each_row_without_its_study_says_the_line(codebook: Codebook) -> None:
    (sheet,) = applied(mapping(), [("Trial", "Group", "Kind"), *ROWS[1:]], codebook).sheets
    reading = read_sheet(sheet, [], codebook, None)
    assert [one.arm for one in reading.refused] == ["B", "B"]
    assert "`fill_down: [study]`" in reading.refused[0].problems[0].remedy
