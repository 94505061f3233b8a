"""Repeated blocks of columns become rows."""

from __future__ import annotations

import re

import pytest

from fidelity.model.mapping import Blocks
from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Block
from fidelity.read.shapes.blocks import melt, propose_blocks

from .made import column, flat, grid, places, shown_where_they_stand, texts

MANGLED = Blocks(pattern=r"(?P<column>.+?)\.(?P<block>(?:Control\.or\.)?Intervention\.\d)")
ROWS = [
    ["Study.ID", "Name.Intervention.1", "Name.Control.or.Intervention.2", "Dose.Intervention.1", "Year"],
    ["Smith 2019", "RF", "Sham", "80 °C", "2019"],
    ["Jones 2020", "PRF", "", "42 °C", "2020"],
]


def melted(rows: list[list[str]], blocks: Blocks, **more: object) -> Flat:
    found = melt(flat(rows, **more), blocks)
    assert isinstance(found, Flat), found
    return found


def test_each_filled_block_of_a_row_becomes_a_row_and_shared_columns_are_repeated() -> None:
    long = melted(ROWS, MANGLED)
    assert long.header == ("Study.ID", "Year", "block", "Name", "Dose")
    assert texts(long) == [
        ("Smith 2019", "2019", "Intervention.1", "RF", "80 °C"),
        ("Smith 2019", "2019", "Control.or.Intervention.2", "Sham", ""),
        ("Jones 2020", "2020", "Intervention.1", "PRF", "42 °C"),
    ]


def test_each_value_knows_its_own_cell() -> None:
    long = melted(ROWS, MANGLED)
    shown_where_they_stand(long, grid(ROWS), but=["block"])
    assert places(long, "Name") == ["export.xlsx!Sheet1!B2", "export.xlsx!Sheet1!C2", "export.xlsx!Sheet1!B3"]
    assert places(long, "Study.ID")[1] == "export.xlsx!Sheet1!A2"
    assert [str(place) for place in long.headings] == [
        f"export.xlsx!Sheet1!{cell}" for cell in ("A1", "E1", "B1", "B1", "D1")
    ]


def test_the_origin_of_a_blocks_name_is_its_first_filled_cell_in_the_row() -> None:
    rows = [["S", "Arm 1: a", "Arm 1: b", "Arm 2: a", "Arm 2: b"], ["x", "", "1", "2", ""]]
    long = melted(rows, Blocks(pattern="(?P<block>Arm \\d): (?P<column>.+)"))
    assert places(long, "block") == ["export.xlsx!Sheet1!C2", "export.xlsx!Sheet1!D2"]


def test_a_note_counts_the_rows_in_which_a_block_is_empty() -> None:
    (note,) = [note for note in melted(ROWS, MANGLED).notes if note.code == "empty-block"]
    assert note.subject == "Control.or.Intervention.2"
    assert "1 row" in note.what
    assert str(note.place) == "export.xlsx!Sheet1!C1"


def test_a_row_with_nothing_in_any_block_is_a_problem_by_name() -> None:
    long = melted([*ROWS, ["Lee 2021", "", "", "", "2021"]], MANGLED)
    assert "Lee 2021" not in column(long, "Study.ID")
    (problem,) = long.problems
    assert (problem.code, problem.subject, str(problem.place)) == ("no-block", "Lee 2021", "export.xlsx!Sheet1!A4")


@pytest.mark.parametrize("word", ["NA", "n/a", "NR", "-", "–", "not applicable", "Not reported", "unclear", "N.D."])
def test_a_block_with_nothing_but_words_for_a_status_is_no_arm(word: str) -> None:
    header = [*ROWS[0], "Dose.Control.or.Intervention.2"]
    long = melt(flat([header, ["Smith 2019", "RF", word, "80 °C", "2019", f" {word} "]]), MANGLED, blank=["n.d."])
    assert isinstance(long, Flat)
    assert column(long, "block") == ["Intervention.1"]
    (note,) = [note for note in long.notes if note.code == "empty-block"]
    assert note.subject == "Control.or.Intervention.2"


def test_a_block_with_anything_else_is_an_arm_with_its_statuses() -> None:
    rows = [[*ROWS[0], "Dose.Control.or.Intervention.2"], ["Smith 2019", "RF", "Sham", "80 °C", "2019", "NA"]]
    long = melted(rows, MANGLED)
    assert column(long, "Name") == ["RF", "Sham"]
    assert column(long, "Dose") == ["80 °C", "NA"]


def test_words_that_nobody_knows_for_a_status_make_an_arm() -> None:
    assert len(texts(melted([ROWS[0], ["Smith 2019", "RF", "n.d.", "80 °C", "2019"]], MANGLED))) == 2


def test_two_columns_of_one_name_in_one_block_are_refused_with_both_cells() -> None:
    rows = [["S", "Dose arm 1", "dose  arm 1"], ["x", "1", "2"]]
    found = melt(flat(rows), Blocks(pattern=r"(?P<column>dose)\s+(?P<block>arm \d)"))
    assert isinstance(found, tuple)
    assert [problem.code for problem in found] == ["ambiguous-block"]
    assert found[0].place.cell == "C1"
    assert "B1" in found[0].what


def test_a_pattern_that_fits_no_column_is_a_problem() -> None:
    found = melt(flat(ROWS), Blocks(pattern="(?P<column>.+) of (?P<block>arm .)"))
    assert isinstance(found, tuple)
    assert found[0].code == "no-blocks"


def test_dates_and_errors_stay_with_their_block() -> None:
    rows = [["S", "Dose_1", "Dose_2", "Note"], ["x", "2019-10-12", "#REF!", "n"], ["y", "1", "2", "n"]]
    made = grid(rows, dates=frozenset({(1, 1)}), errors={(1, 2): "#REF!"})
    long = melted(rows, Blocks(pattern=r"(?P<column>Dose)_(?P<block>\d)"), dates=made.dates, errors=made.errors)
    assert long.dates == {(0, long.header.index("Dose"))}
    assert set(long.spoilt) == {1}
    assert column(long, "block")[1] == "2"


def test_each_block_is_spoilt_by_its_own_cells_and_by_those_that_it_shares() -> None:
    rows = [["S", "Dose_1", "Dose_2", "Dose_3", "Note"], ["x", "", "", "80", "n"], ["y", "1", "2", "3", "#N/A"]]
    rows.append(["z", "#REF!", "", "3", "n"])
    made: dict[str, object] = {"formulas": {(1, 1): "A9", (1, 2): "A9"}, "errors": {(2, 4): "#N/A", (3, 1): "#REF!"}}
    long = melted(rows, Blocks(pattern=r"(?P<column>Dose)_(?P<block>\d)"), merged=(Block(3, 1, 3, 2),), **made)
    spoilt = {(long.text(row, 0), long.text(row, long.header.index("block"))) for row in long.spoilt}
    assert spoilt == {("y", "1"), ("y", "2"), ("y", "3"), ("z", "1"), ("z", "2")}
    assert ("x", "3") not in spoilt


def test_a_merged_cell_over_two_blocks_counts_for_both_and_stands_where_its_value_does() -> None:
    rows = [["S", "Dose_1", "Dose_2"], ["x", "80 °C", ""]]
    long = melted(rows, Blocks(pattern=r"(?P<column>Dose)_(?P<block>\d)"), merged=(Block(1, 1, 1, 2),))
    assert column(long, "Dose") == ["80 °C", "80 °C"]
    assert places(long, "Dose") == ["export.xlsx!Sheet1!B2"] * 2


PROPOSED = [
    (["Study", "Arm 1: Dose", "Arm 1: Needle", "Arm 2: Dose", "Arm 2: Needle"], {"Arm 1", "Arm 2"}, {"Dose", "Needle"}),
    (
        ["Study", "Arm 1 / Dose", "Arm 1 / Needle", "Arm 2 / Dose", "Arm 2 / Needle"],
        {"Arm 1", "Arm 2"},
        {"Dose", "Needle"},
    ),
    (["Dose (arm 1)", "N (arm 1)", "Dose (arm 2)", "N (arm 2)"], {"arm 1", "arm 2"}, {"Dose", "N"}),
    (["Dose_1", "Dose_2", "N_1", "N_2", "Outcome 1", "Outcome 2"], {"1", "2"}, {"Dose", "N"}),
    (
        ["Dose (control)", "N (control)", "Dose (intervention)", "N (intervention)"],
        {"control", "intervention"},
        {"Dose", "N"},
    ),
    (["Group A / Dose", "Group A / n", "Group B / Dose", "Group B / n"], {"Group A", "Group B"}, {"Dose", "n"}),
    (
        ["Temp (°C) arm 1", "Temp (°C) arm 2", "Time (s) arm 1", "Time (s) arm 2"],
        {"arm 1", "arm 2"},
        {"Temp (°C)", "Time (s)"},
    ),
    (
        [
            *("Name.Intervention.1", "Name.Control.or.Intervention.2"),
            *("Techniques.in.Intervention.1", "Techniques.in.Control.or.Intervention.2"),
            *(f"Intervention.{arm}.Mean.T{time}" for arm in (1, 2) for time in range(3)),
        ],
        {"Intervention.1", "Control.or.Intervention.2"},
        {"Name", "Techniques"},
    ),
]


@pytest.mark.parametrize(("header", "blocks", "columns"), PROPOSED)
def test_repeated_blocks_are_found_in_headers(header: list[str], blocks: set[str], columns: set[str]) -> None:
    proposed = propose_blocks(header)
    assert proposed is not None
    matches = [match for name in header if (match := re.fullmatch(proposed.pattern, name, re.IGNORECASE))]
    assert {match["block"] for match in matches} == blocks
    assert {match["column"] for match in matches} == columns
    assert proposed.feeds == "arm"


def test_blocks_of_procedures_feed_the_procedure() -> None:
    names = ["Procedure 1: target", "Procedure 1: n", "Procedure 2: target", "Procedure 2: n"]
    proposed = propose_blocks(names)
    assert proposed is not None
    assert proposed.feeds == "procedure"


@pytest.mark.parametrize(
    "header",
    [
        ["Study", "Arm 1: dose", "Arm 2: dose"],
        ["Arm 1: dose", "Arm 1: needle", "Arm 2: target"],
        ["Pain week 1", "Pain week 2", "Function week 1", "Function week 2"],
        ["Pain 3", "Pain 6", "Function 3", "Function 6"],
        ["Outcome 1 name", "Outcome 1 scale", "Outcome 2 name", "Outcome 2 scale"],
        ["study", "arm", "role", "lesion_temperature", "lesion_time", "control"],
        [],
    ],
)
def test_no_blocks_are_proposed_where_two_do_not_share_two_columns_or_count_something_else(header: list[str]) -> None:
    assert propose_blocks(header) is None
