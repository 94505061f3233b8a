"""A table that a mapping sets aside is read by nobody, and named with the reason; the other tables of its sheet are."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.mapping.apply import Applied, apply
from fidelity.read.mapping.mend import compare
from fidelity.read.mapping.propose import propose
from fidelity.write.mapping import render
from read.mapping.made import KEYS
from read.shapes.made import book, grid

ROWS = [
    ("Table 1. Arms", "", ""),
    ("Trial", "Group", "Kind"),
    ("T", "A", "active"),
    ("U", "A", "sham"),
    ("", "", ""),
    ("", "", ""),
    ("Table 2. Outcomes", "", ""),
    ("Trial", "Pain before", "Pain after"),
    ("T", "7", "3"),
    ("U", "6", "5"),
]
ARMS: dict[str, Any] = {"name": "arms", "sheets": ["Sheet1"], "columns": KEYS}
BY_TITLE = {"name": "outcomes", "sheets": ["Sheet1"], "title": "Table 2. Outcomes", "ignored": "outcomes"}
BY_COLUMNS = {
    "name": "outcomes",
    "columns": [{"reads": [name], "ignored": "outcome"} for name in ("Trial", "Pain before")],
    "ignored": "outcomes",
}
BY_SHEET = {"name": "rest", "sheets": ["Sheet1"], "ignored": "outcomes"}


def made(*tables: dict[str, Any]) -> MappingFile:
    return MappingFile.model_validate({"codebook": "1.0.0", "tables": tables})


def read(mapping: MappingFile, codebook: Codebook) -> Applied:
    return apply(mapping, [book(grid(ROWS))], codebook)


def test_a_further_table_of_a_sheet_is_loud_until_it_is_set_aside(codebook: Codebook) -> None:
    found = read(made(ARMS), codebook)
    assert [problem.code for problem in found.problems] == ["unread-table"]
    assert "`ignored: REASON`" in found.problems[0].remedy
    assert "Table 2. Outcomes" in found.problems[0].remedy


@pytest.mark.parametrize("entry", [BY_TITLE, BY_COLUMNS, BY_SHEET])
@pytest.mark.parametrize("first", [True, False])
def test_a_table_that_is_set_aside_is_only_noted(entry: dict[str, Any], first: bool, codebook: Codebook) -> None:
    mapping = made(entry, ARMS) if first else made(ARMS, entry)
    found = read(mapping, codebook)
    assert (found.problems, found.refused) == ((), ())
    assert [sheet.cells.height for sheet in found.sheets] == [2]
    (note,) = (note for note in found.notes if note.code == "ignored-table")
    assert (note.place.cell, note.what) == ("A8", "this table is not read: outcomes")
    assert not compare(mapping, [book(grid(ROWS))], codebook).drift


def test_a_mapping_that_sets_a_table_aside_is_written_as_it_is_read(codebook: Codebook) -> None:
    text = render(made(ARMS, BY_TITLE)).decode()
    assert "    ignored: outcomes\n" in text
    assert text.count("columns:\n") == 1


@pytest.mark.parametrize(
    "tables",
    [
        (ARMS, {"name": "x", "ignored": "why"}),
        (ARMS, {"name": "x"}),
        (BY_SHEET,),
        (BY_SHEET, {**ARMS, "join": {"to": "rest"}}),
        (ARMS, {**BY_SHEET, "join": {"to": "arms"}}),
    ],
)
def test_an_entry_that_tells_no_table_or_all_or_both_is_refused(tables: tuple[dict[str, Any], ...]) -> None:
    with pytest.raises(ValidationError):
        made(*tables)


def test_the_question_about_a_further_table_says_how_to_set_it_aside(codebook: Codebook) -> None:
    rows = [*ROWS[:7], ("Scale", "Points", "Better"), ("NRS", "10", "less"), ("ODI", "100", "less")]
    (question,) = (one for one in propose([book(grid(rows))], codebook).all_questions if one.kind == "table")
    assert '    title: "Table 2. Outcomes"' in question.lines
    assert any(line.strip().startswith("ignored:") for line in question.lines)


def test_the_lines_of_the_question_are_an_entry_of_the_mapping(codebook: Codebook) -> None:
    rows = [*ROWS[:7], ("Scale", "Points", "Better"), ("NRS", "10", "less"), ("ODI", "100", "less")]
    proposal = propose([book(grid(rows))], codebook)
    assert proposal.mapping is not None
    text = render(proposal.mapping, proposal.all_questions).decode()
    lines = [line.removeprefix("# ? ") for line in text.splitlines() if line.startswith("# ? ")]
    (entry,) = yaml.safe_load("\n".join(lines))
    mapping = made(*proposal.mapping.model_dump()["tables"], entry)
    assert [
        note.place.cell for note in apply(mapping, [book(grid(rows))], codebook).notes if note.code == "ignored-table"
    ]
