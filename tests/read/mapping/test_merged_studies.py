"""A row that is refused is shown by a cell of its own, though its study's cell is merged over several rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import yaml

import fidelity
from fidelity.model.codebook import Codebook
from fidelity.read.flat import lowest
from fidelity.read.mapping.apply import apply
from fidelity.read.rules import load_codebook
from fidelity.read.sources import read
from fidelity.read.tables import read_sheet
from read.mapping.made import KEYS, mapping
from read.shapes.made import Rows, book, grid

GUIDED = {"reads": ["Guidance"], "feeds": "image_guidance"}
KIND = {"reads": ["Treatment"], "feeds": "modality", "values": {"RF": "thermal_rf", "none": "usual_care"}}
HEADER = ("Trial", "Group", "Kind", "Treatment", "Guidance")
ROWS: Rows = [HEADER, ("T", "A", "active", "RF", "fluoroscopy"), ("", "B", "control", "none", "fluoroscopy")]


def saved(path: Path, rows: Rows, **table: Any) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    sheet.merge_cells("A2:A3")
    workbook.save(path)
    entries = (KIND, GUIDED) if len(rows[0]) == len(HEADER) else (KIND,)
    made = mapping(*entries, table=table).model_dump(mode="json", exclude_defaults=True)
    path.with_name(f"{path.stem}.mapping.yaml").write_text(yaml.safe_dump(made))
    return path


def test_a_row_below_the_first_of_a_merged_study_is_shown_by_its_arm(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", [*ROWS[:2], ("", "B", "who?", "none")])
    (refused,) = read(str(path), load_codebook()).refused
    assert (refused.study, refused.arm, refused.place.cell) == ("T", "B", "B3")
    assert [problem.place.cell for problem in refused.problems] == ["C3"]


def test_rows_that_contradict_themselves_are_shown_so_too(tmp_path: Path) -> None:
    scores = fidelity.score(str(saved(tmp_path / "t.xlsx", ROWS)))
    assert [(problem.code, problem.place.cell) for problem in scores.problems] == [("does-not-apply", "E3")]


def test_what_is_said_of_every_row_stands_at_the_arm_where_the_study_is_merged(tmp_path: Path) -> None:
    rows = [HEADER[:4], ("T", "A", "active", "none"), ("", "B", "control", "none")]
    scores = fidelity.score(str(saved(tmp_path / "t.xlsx", rows, always={"image_guidance": "fluoroscopy"})))
    assert [(problem.code, problem.place.cell) for problem in scores.problems] == [
        ("does-not-apply", "B2"),
        ("does-not-apply", "B3"),
    ]


def test_a_study_that_is_filled_down_is_shown_so_too(codebook: Codebook) -> None:
    rows = [HEADER[:3], ("T", "A", "active"), ("", "B", "nothing")]
    made = mapping(table={"fill_down": ["study"]})
    (sheet,) = apply(made, [book(grid(rows))], codebook).sheets
    (refused,) = read_sheet(sheet, [], codebook, None).refused
    assert (refused.study, refused.place.cell) == ("T", "B3")


def test_rows_of_a_table_that_is_not_read_are_shown_so_too(codebook: Codebook) -> None:
    rows = [(*HEADER[:3], "Depth"), ("T", "A", "active", "1"), ("", "B", "sham", "2")]
    made = mapping(
        {"reads": ["Gone"], "feeds": "image_guidance"}, table={"columns": [*KEYS, GUIDED], "fill_down": ["study"]}
    )
    found = apply(made, [book(grid(rows))], codebook)
    assert [one.place.cell for one in found.refused] == ["A2", "B3"]


def test_cells_of_another_sheet_do_not_count() -> None:
    table = grid([("T",)] * 12)
    other = grid([("T",)] * 12, sheet="Other")
    assert lowest([table.place(1, 0), table.place(1, 1), other.place(9, 2)]) == table.place(1, 0)
    assert lowest([table.place(1, 0), table.place(10, 1), table.place(2, 2)]).cell == "B11"
