"""`fidelity covariates` and `fidelity verify`: what goes where, with which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from packed import TRIALS, write_review

from fidelity.cli.main import cli


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def review(tmp_path: Path) -> tuple[Path, Path]:
    return write_review(tmp_path / "data")


def test_without_a_folder_only_the_preflight_is_printed(review: tuple[Path, Path], tmp_path: Path) -> None:
    records, outcomes = review
    result = run("covariates", records, "--outcomes", outcomes)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    assert "6 studies" in result.stdout
    assert {path.name for path in tmp_path.iterdir()} == {"data"}
    assert {path.name for path in (tmp_path / "data").iterdir()} == {"records.json", "outcomes.csv"}


def test_the_preflight_as_json_is_all_that_standard_output_holds(review: tuple[Path, Path]) -> None:
    records, outcomes = review
    result = run("covariates", records, "--outcomes", outcomes, "--preflight", "json")
    assert isinstance(json.loads(result.stdout), dict)


def test_the_exit_code_is_that_of_the_preflight_and_verify_tells_whether_the_pack_holds(
    review: tuple[Path, Path], tmp_path: Path
) -> None:
    records, outcomes = review
    result = run("covariates", records, "--outcomes", outcomes, "-o", tmp_path / "pack", "--scale", "grade")
    refused = [entry for entry in json.loads((tmp_path / "pack" / "preflight.json").read_text())["findings"]
               if entry["severity"] == "refused"]  # fmt: skip
    assert result.exit_code == (1 if refused else 0), result.output
    assert result.stdout == ""
    assert "written" in result.stderr
    assert "README.md" in result.stderr
    assert result.stderr.index("Can be fitted") < result.stderr.index("Warnings: ") < result.stderr.index("written")
    assert run("verify", tmp_path / "pack").exit_code == 0
    (tmp_path / "pack" / "left_out.csv").unlink()
    found = run("verify", tmp_path / "pack")
    assert found.exit_code == 1
    assert "left_out.csv" in found.stdout


def test_where_nothing_varies_the_exit_code_is_1_and_the_reason_is_said(review: tuple[Path, Path]) -> None:
    records, outcomes = review
    lines = outcomes.read_text(encoding="utf-8").splitlines()
    outcomes.write_text("\n".join(line for line in lines if line.startswith(("study", "alpha"))), encoding="utf-8")
    result = run("covariates", records, "--outcomes", outcomes)
    assert result.exit_code == 1
    assert "Nothing can be fitted" in result.stdout


def test_a_refused_record_is_named_and_the_rest_is_joined(review: tuple[Path, Path]) -> None:
    records, outcomes = review
    data = json.loads(records.read_text(encoding="utf-8"))
    data["studies"][1]["arms"][0]["procedures"][0]["observations"]["electrode_gauge"] = "16 mm"
    records.write_text(json.dumps(data), encoding="utf-8")
    result = run("covariates", records, "--outcomes", outcomes)
    assert result.exit_code == 1
    assert "mm" in result.stderr
    assert "5 studies" in result.stdout


def test_wrong_usage_is_exit_code_2(review: tuple[Path, Path], tmp_path: Path) -> None:
    records, outcomes = review
    assert run("covariates", records).exit_code == 2, "no outcomes"
    assert run("covariates", tmp_path / "absent", "--outcomes", outcomes).exit_code == 2
    assert run("covariates", records, "--outcomes", tmp_path / "absent.csv").exit_code == 2
    assert run("covariates", records, "--outcomes", outcomes, "--where", "pain").exit_code == 2
    assert run("covariates", records, "--outcomes", outcomes, "--assumption", "optimism").exit_code == 2
    assert run("covariates", records, "--outcomes", outcomes, "--reference", "Nothing").exit_code == 2
    assert run("covariates", records, "--outcomes", outcomes, "--profile", "mine").exit_code == 2
    assert run("verify", tmp_path).exit_code == 2
    assert run("verify", tmp_path / "absent").exit_code == 2


def test_standard_input_cannot_be_part_of_a_pack(review: tuple[Path, Path], tmp_path: Path) -> None:
    text = review[0].read_text(encoding="utf-8")
    arguments = ["covariates", "-", "--outcomes", str(review[1]), "-o", str(tmp_path / "pack")]
    result = CliRunner().invoke(cli, arguments, input=text)
    assert result.exit_code == 2
    assert "standard input" in result.stderr
    assert not (tmp_path / "pack").exists()


def test_a_folder_of_others_stops_the_command_before_it_scores(review: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("keep", encoding="utf-8")
    result = run("covariates", *review[:1], "--outcomes", review[1], "-o", tmp_path / "mine")
    assert result.exit_code == 2
    assert "not overwritten" in result.stderr
    assert (tmp_path / "mine" / "notes.txt").read_text(encoding="utf-8") == "keep"


def test_the_records_of_this_review_are_those_of_its_outcomes(review: tuple[Path, Path]) -> None:
    names = {line.split(",")[0] for line in review[1].read_text(encoding="utf-8").splitlines()[1:]}
    assert names == set(TRIALS)
