"""One way in: files, folders, standard input, frames and records."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import polars as pl
import pytest

from fidelity.errors import UsageError
from fidelity.model.codebook import Codebook
from fidelity.read.sources import read

RECORD = "studies: [{id: %s, arms: [{id: a, role: active, observations: {region: lumbar}}]}]\n"
TABLE = "study,arm,role,region\n%s,a,active,lumbar\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.yaml").write_text(RECORD % "yaml")
    (tmp_path / "a.csv").write_text(TABLE % "csv")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.yml").write_text(RECORD % "yml")
    (tmp_path / "d.json").write_text('{"studies": [{"id": "json", "arms": [{"id": "a", "role": "active"}]}]}')
    (tmp_path / "e.tsv").write_text((TABLE % "tsv").replace(",", "\t"))
    pl.read_csv(io.StringIO(TABLE % "parquet")).write_parquet(tmp_path / "f.parquet")
    (tmp_path / "README.md").write_text("not a record")
    return tmp_path


def studies(source: object, codebook: Codebook) -> list[str]:
    reading = read(source, codebook)
    assert reading.problems == ()
    return [study for batch in reading.batches for study in batch.frame["study"]]


def test_a_folder_is_read_in_order_and_all_the_way_down(folder: Path, codebook: Codebook) -> None:
    assert studies(folder, codebook) == ["csv", "yaml", "json", "yml", "tsv", "parquet"]
    assert studies(str(folder), codebook) == studies(folder, codebook)


def test_several_paths_are_read_in_the_order_in_which_they_are_named(folder: Path, codebook: Codebook) -> None:
    assert studies([folder / "d.json", str(folder / "a.csv")], codebook) == ["json", "csv"]


@pytest.mark.parametrize(
    ("name", "study"),
    [("b.yaml", "yaml"), ("d.json", "json"), ("a.csv", "csv"), ("e.tsv", "tsv"), ("f.parquet", "parquet")],
)
def test_standard_input_is_known_by_its_content(
    folder: Path, name: str, study: str, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO((folder / name).read_bytes())))
    assert studies("-", codebook) == [study]


@pytest.mark.parametrize("source", ["no such file.yaml", ["no such file.csv"], 3, [1, 2], None])
def test_what_does_not_exist_is_a_wrong_request(source: object, codebook: Codebook) -> None:
    with pytest.raises(UsageError):
        read(source, codebook)


def test_a_folder_without_records_is_a_wrong_request(tmp_path: Path, codebook: Codebook) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, codebook)


def test_a_procedure_that_two_files_hold_is_read_once(tmp_path: Path, codebook: Codebook) -> None:
    (tmp_path / "a.yaml").write_text(RECORD % "one")
    (tmp_path / "b.csv").write_text("study,arm,role,region\ntwo,a,active,lumbar\none,a,active,sacral\nthree,a,sham,\n")
    (tmp_path / "c.yaml").write_text(RECORD % "two")
    reading = read(tmp_path, codebook)
    assert [(problem.code, str(problem.place).rsplit("/", 1)[1]) for problem in reading.problems] == [
        ("duplicate-procedure", "b.csv!A3"),
        ("duplicate-procedure", "c.yaml:1:28"),
    ]
    assert [(refusal.study, refusal.arm) for refusal in reading.refused] == [("one", "a"), ("two", "a")]
    first, second = reading.batches
    assert (first.frame["study"].to_list(), second.frame["study"].to_list()) == (["one"], ["two", "three"])
    assert second.origin.place(1).cell == "A4"
    assert second.origin.study(1).id == "three"
    assert second.origin.observation(1, "region") is None


def test_nothing_is_read_from_no_records(codebook: Codebook) -> None:
    assert read([], codebook).rows == 0


@pytest.mark.parametrize("source", ["", "  ", ["", "a.csv"]])
def test_a_path_that_is_empty_is_a_wrong_request_and_not_the_folder_one_is_in(
    source: object, folder: Path, codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    with pytest.raises(UsageError, match="empty"):
        read(source, codebook)


def test_a_table_whose_separator_is_named_is_known_on_standard_input(
    codebook: Codebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "sep=;\r\n" + (TABLE % "excel").replace(",", ";")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert studies("-", codebook) == ["excel"]
