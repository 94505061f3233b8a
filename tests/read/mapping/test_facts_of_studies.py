"""What one row says of a study holds for its other rows, and shows the cell that says it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml

import fidelity
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.sheet import Sheet
from read.mapping.made import KEYS, applied, column, mapping

YEAR = {"reads": ["Year"], "feeds": "publication_year"}
TITLE = {"reads": ["Title"], "feeds": "title"}
DEGREES = {"reads": ["T (C)"], "feeds": "lesion_temperature"}
HEADER = ("Trial", "Group", "Kind", "Year", "Title", "T (C)")


def made(codebook: Codebook, *rows: tuple[str, ...], header: tuple[str, ...] = HEADER, **more: Any) -> Sheet:
    (sheet,) = applied(mapping(YEAR, TITLE, DEGREES, **more), [header, *rows], codebook).sheets
    return sheet


def test_a_fact_of_the_study_holds_for_the_rows_in_which_its_cell_is_blank(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "2009", "On facets", "80"), ("T", "B", "sham"), ("U", "A", "active", "", "", "85"))
    sheet = made(codebook, *rows)
    assert column(sheet, "publication_year") == ["2009", "2009", ""]
    assert column(sheet, "title") == ["On facets", "On facets", ""]
    assert column(sheet, "lesion_temperature") == ["80", "", "85"]
    year = sheet.header.index("publication_year")
    assert [sheet.place(row, year).cell for row in range(3)] == ["D2", "D2", "D4"]


def test_the_cell_is_shown_where_the_row_that_says_it_was_left_out(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "2009", "", "80"), ("T", "B", "sham", "", "", ""), ("T", "C", "control", "", "", "9"))
    sheet = made(codebook, *rows)
    assert sheet.foreign is not None
    sources = sheet.foreign.sources.taken(sheet.numbers[1:3] - 2).taken(sheet.numbers[1:2] - 2)
    year, degrees = sheet.header.index("publication_year"), sheet.header.index("lesion_temperature")
    assert (sources.place(0, year).cell, sources.place(0, degrees).cell) == ("D2", "F4")


def test_where_rows_say_different_things_a_blank_cell_stays_blank(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "2009"), ("T", "B", "sham", "2010"), ("T", "C", "control", ""))
    assert column(made(codebook, *rows), "publication_year") == ["2009", "2010", ""]


def test_each_report_of_a_study_says_its_own(codebook: Codebook) -> None:
    keys = {"name": "arms", "columns": [*KEYS, {"reads": ["From"], "feeds": "report"}, YEAR]}
    header = ("Trial", "Group", "Kind", "From", "Year")
    rows = (("T", "A", "active", "registry", "2009"), ("T", "B", "sham", "registry"), ("T", "A", "active", "paper"))
    (sheet,) = applied(mapping(table=keys), [header, *rows], codebook).sheets
    assert column(sheet, "publication_year") == ["2009", "2009", ""]


def test_rows_without_a_study_share_nothing(codebook: Codebook) -> None:
    rows = (("", "A", "active", "2009"), ("", "B", "sham", ""))
    assert column(made(codebook, *rows), "publication_year") == ["2009", ""]


MODALITY = {"reads": ["Kind of treatment"], "feeds": "modality", "values": {"RF": "thermal_rf", "None": "usual_care"}}
TREATED = (("Trial", "Group", "Kind", "Kind of treatment"), ("T", "A", "active", "RF"), ("T", "B", "control", "None"))


def scored(tmp_path: Path, made: MappingFile, *tables: Sequence[Sequence[str]]) -> fidelity.Scores:
    path = tmp_path / "t.mapping.yaml"
    path.write_text(yaml.safe_dump(made.model_dump(mode="json", exclude_defaults=True)))
    for number, rows in enumerate(tables):
        (tmp_path / f"{number}.csv").write_text("".join(",".join(row) + "\n" for row in rows))
    return fidelity.score([str(tmp_path / f"{number}.csv") for number in range(len(tables))], mapping=str(path))


def test_what_is_said_of_every_row_need_not_fit_an_arm_without_a_procedure(tmp_path: Path) -> None:
    table = {"files": ["0.csv"], "always": {"target": "medial_branch"}}
    scores = scored(tmp_path, mapping(MODALITY, table=table), TREATED)
    assert not scores.problems
    assert scores.grades.filter(arm="A")["status"].to_list() != ["refused"]
    assert scores.grades.filter(arm="B")["status"].to_list() != ["refused"]


def test_what_a_table_of_studies_says_need_not_fit_each_arm_and_is_written_so(tmp_path: Path) -> None:
    entry = {"name": "arms", "files": ["0.csv"], "columns": [*KEYS, MODALITY]}
    guided = {"reads": ["Guidance"], "feeds": "image_guidance"}
    told = {"name": "studies", "files": ["1.csv"], "join": {"to": "arms"}, "columns": [KEYS[0], guided]}
    made = MappingFile.model_validate({"codebook": "1.0.0", "tables": [entry, told]})
    scores = scored(tmp_path, made, TREATED, (("Trial", "Guidance"), ("T", "fluoroscopy")))
    assert not scores.problems
    (facts,) = (batch.facts for batch in scores.batches)
    study = facts.origin.study(0)
    assert set(study.observations) == {"image_guidance"}
    assert [set(procedure.observations) for _, procedure in study.rows()] == [{"modality"}] * 2


def test_what_an_arm_says_itself_is_still_refused_where_it_does_not_apply(tmp_path: Path) -> None:
    guided = {"reads": ["Guidance"], "feeds": "image_guidance"}
    rows = [(*row, text) for row, text in zip(TREATED, ("Guidance", "fluoroscopy", "fluoroscopy"), strict=True)]
    scores = scored(tmp_path, mapping(MODALITY, guided, table={"files": ["0.csv"]}), rows)
    assert [problem.code for problem in scores.problems] == ["does-not-apply"]
