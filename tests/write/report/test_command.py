"""`fidelity report`: what it writes where, and what its exit code says."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from records import TRANSFORAMINAL, arm, study

from fidelity.cli.main import cli
from fidelity.read.rules import load_library

load_once = cache(load_library)


@pytest.fixture(autouse=True)
def rules_that_are_loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("fidelity.read.rules.load_library", load_once)


def write(path: Path, *records: object) -> str:
    path.write_text(yaml.safe_dump({"codebook": "1.0.0", "studies": list(records)}), encoding="utf-8")
    return str(path)


def test_it_writes_the_page_and_the_supplement_and_counts_what_went_in(tmp_path: Path) -> None:
    source = write(tmp_path / "studies.yaml", study("s", arm("a", TRANSFORAMINAL)))
    page, word = tmp_path / "report.html", tmp_path / "supplement.docx"
    result = CliRunner().invoke(cli, ["report", source, "-o", str(page), "--docx", str(word)])
    assert result.exit_code == 0, result.output
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert word.read_bytes().startswith(b"PK")
    assert "1 procedure of 1 study = 1 graded" in result.stderr
    assert result.stdout == ""


def test_without_a_file_the_page_goes_to_standard_output(tmp_path: Path) -> None:
    source = write(tmp_path / "studies.yaml", study("s", arm("a", TRANSFORAMINAL)))
    result = CliRunner().invoke(cli, ["report", source])
    assert result.stdout.startswith("<!doctype html>")


def test_a_refused_row_is_in_the_report_and_the_exit_code_is_1(tmp_path: Path) -> None:
    wrong = {**TRANSFORAMINAL, "needle_gauge": "thick"}
    source = write(tmp_path / "studies.yaml", study("s", arm("a", TRANSFORAMINAL), arm("b", wrong)))
    page = tmp_path / "report.html"
    result = CliRunner().invoke(cli, ["report", source, "-o", str(page)])
    assert result.exit_code == 1
    assert "thick" in result.stderr
    assert "Refused: 1 procedure" in page.read_text(encoding="utf-8")


def test_it_never_writes_over_what_it_reads(tmp_path: Path) -> None:
    source = write(tmp_path / "studies.yaml", study("s", arm("a", TRANSFORAMINAL)))
    for option in ("-o", "--docx"):
        assert CliRunner().invoke(cli, ["report", source, option, source]).exit_code == 2
    assert yaml.safe_load(Path(source).read_text(encoding="utf-8"))["studies"]
