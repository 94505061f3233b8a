"""Rows of our own tables that blank rows and titles cut off from them are refused by name, and lists beside are not."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook

from fidelity.model.codebook import Codebook
from fidelity.read.reading import Reading
from fidelity.read.tabular import read_table

OWN = [["study", "arm", "role", "arm_note"], ["Smith", "RF", "active", "7"], ["Smith", "none", "sham", "9"]]


def read(rows: list[list[str]], codebook: Codebook) -> Reading:
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Arms")
    for row in rows:
        sheet.append(row)
    content = BytesIO()
    workbook.save(content)
    return read_table(content.getvalue(), "own.xlsx", codebook)


def test_rows_below_a_title_are_refused_by_name_with_the_one_that_was_taken_for_a_header(codebook: Codebook) -> None:
    more = [["Table of the others"], ["Jones", "heat", "control", "Belgium"], ["Jones", "cold", "3", "8"]]
    found = read([*OWN, [], *more, ["Miller", "cold", "4", "9"]], codebook)
    assert found.rows == 2
    assert [(row.study, row.arm, row.role) for row in found.refused] == [
        ("Jones", "heat", "control"),
        ("Jones", "cold", "3"),
        ("Miller", "cold", "4"),
    ]
    assert "unread-table" in {problem.code for problem in found.problems}


def test_a_list_beside_the_table_is_only_noted(codebook: Codebook) -> None:
    beside = [["Word", "Meaning"], ["a", "7"], ["b", "8"], ["c", "9"]]
    rows = [[*row, "", "", *more] for row, more in zip([*OWN, [""] * 4], beside, strict=True)]
    found = read(rows, codebook)
    assert (found.rows, found.refused) == (2, ())
    assert "unread-table" in {note.code for note in found.notes}
