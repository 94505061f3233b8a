"""Extractions of several files: one mapping is for all of them, whichever of them is named."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from fidelity.model.codebook import Codebook
from reviewers.extractions import FILES, mapping_path, paths
from reviewers.reading import difference, procedures, reading_of

SEVERAL = [name for name, files in FILES.items() if len(files) > 1]


@pytest.mark.parametrize("name", SEVERAL)
@pytest.mark.parametrize("which", [0, 1])
def test_a_mapping_brings_the_files_that_it_lists(name: str, which: int, codebook: Codebook) -> None:
    whole, named = (reading_of(files, codebook) for files in (paths(name), [paths(name)[which]]))
    assert procedures(whole, codebook)
    assert difference(procedures(named, codebook), procedures(whole, codebook)) == []
    assert named.problems == whole.problems


@pytest.mark.parametrize("name", SEVERAL)
def test_files_are_taken_for_one_extraction_in_any_order(name: str, codebook: Codebook) -> None:
    whole, turned = (reading_of(files, codebook) for files in (paths(name), paths(name)[::-1]))
    assert difference(procedures(turned, codebook), procedures(whole, codebook)) == []


def test_a_mapping_that_joins_the_two_files_of_revman_itself_reads_the_same(tmp_path: Path, codebook: Codebook) -> None:
    name = "04_revman"
    arms, studies = FILES[name]
    for file in (arms, studies):
        shutil.copy(mapping_path(name).with_name(file), tmp_path)
    mapping: dict[str, Any] = yaml.safe_load(mapping_path(name).read_text("utf-8"))
    (table,) = mapping["tables"]
    mapping["tables"] = _joined_by_hand(table, arms, studies)
    joined = tmp_path / mapping_path(name).name
    joined.write_text(yaml.safe_dump(mapping, allow_unicode=True), "utf-8")
    found, whole = reading_of([tmp_path / arms], codebook, joined), reading_of(paths(name), codebook)
    assert difference(procedures(found, codebook), procedures(whole, codebook)) == []
    assert [(one.study, one.arm) for one in found.refused] == [(one.study, one.arm) for one in whole.refused]


def _joined_by_hand(table: dict[str, Any], arms: str, studies: str) -> list[dict[str, Any]]:
    """Return two tables that a mapping joins itself, for the one that RevMan's two files make."""
    told = next(number for number, entry in enumerate(table["columns"]) if entry["reads"] == ["Year"])
    study = {"reads": ["Study"], "feeds": "study"}
    return [
        {**table, "files": [arms], "columns": table["columns"][:told]},
        {
            "name": "studies",
            "files": [studies],
            "join": {"to": table["name"]},
            "columns": [study, *table["columns"][told:]],
        },
    ]


@pytest.mark.parametrize("joined", [True, False])
def test_what_values_says_of_the_name_of_a_study_holds_for_the_join(
    joined: bool, tmp_path: Path, codebook: Codebook
) -> None:
    name, spelt = "04_revman", "O Briain 2019"
    for file in FILES[name]:
        shutil.copy(mapping_path(name).with_name(file), tmp_path)
    mapping: dict[str, Any] = yaml.safe_load(mapping_path(name).read_text("utf-8"))
    if joined:
        mapping["tables"] = _joined_by_hand(mapping["tables"][0], *FILES[name])
    mapping["tables"][0]["columns"][0]["values"] = {spelt: "Ó Briain 2019"}
    told = tmp_path / mapping_path(name).name
    told.write_text(yaml.safe_dump(mapping, allow_unicode=True), "utf-8")
    found = reading_of([tmp_path / FILES[name][0]], codebook, told)
    assert {problem.code for problem in found.problems}.isdisjoint({"near-partner", "unmatched-row"})
    assert "2019" in procedures(found, codebook)["Ó Briain 2019", "Catheter", "Catheter"]["publication_year"]


def test_the_report_of_another_export_is_joined_by_the_number_with_or_without_its_sign(codebook: Codebook) -> None:
    found = procedures(reading_of(paths("01_covidence_r"), codebook), codebook)
    assert found["131", "CT-guided periradicular injection", "CT-guided periradicular injection"]["study.n"] == "61"
