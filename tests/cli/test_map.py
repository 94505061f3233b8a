"""`fidelity map` as a reviewer uses it: propose, answer, check in CI, and mend after a label was reworded."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result

from fidelity.cli.main import cli

HEADER = "Study ID,Arm,Role,Lesion temp (°C),Needle size (G),Notes"
ROWS = "Ng 2001,RF,active,80,22,seen\nNg 2001,Sham,sham,NR,22,\nOh 2002,RF,active,85,20,\n"


def run(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=text)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "arms.csv"
    path.write_text(f"{HEADER}\n{ROWS}", encoding="utf-8")
    return path


@pytest.fixture
def answered(table: Path) -> Path:
    """A mapping beside the table in which every question is answered."""
    path = table.with_name("arms.mapping.yaml")
    answers = ("--accept", "Needle size (G)=electrode_gauge", "--accept", "Notes=ignored")
    assert run("map", table, *answers, "-o", path).exit_code == 0
    return path


def test_the_report_names_each_column_and_each_question(table: Path) -> None:
    done = run("map", table)
    assert done.exit_code == 0
    assert "arms.csv: table arms, 3 rows" in done.stdout
    assert "lesion_temperature" in done.stdout
    assert "--accept 'Notes=" in done.stdout
    assert not table.with_name("arms.mapping.yaml").exists()


def test_the_report_as_json_tells_the_same(table: Path) -> None:
    done = run("map", table, "--format", "json")
    found = json.loads(done.stdout)
    columns = {column["header"]: column for column in found["tables"][0]["columns"]}
    assert columns["Lesion temp (°C)"]["state"] == "certain"
    assert (columns["Lesion temp (°C)"]["filled"], columns["Lesion temp (°C)"]["read"]) == (3, 3)
    assert {question["header"] for question in found["questions"]} >= {"Notes"}


def test_a_written_mapping_fits_its_schema_and_holds_questions_as_unconfirmed(table: Path, tmp_path: Path) -> None:
    target = tmp_path / "new.mapping.yaml"
    assert run("map", table, "-o", target).exit_code == 0
    written = yaml.safe_load(target.read_text(encoding="utf-8"))
    jsonschema.validate(written, json.loads(run("schema", "mapping").stdout))
    columns = {entry["reads"][0]: entry for entry in written["tables"][0]["columns"]}
    assert "confirmed" not in columns["Lesion temp (°C)"]
    assert columns["Notes"]["confirmed"] is False
    assert all("because" in entry for entry in columns.values())


def test_check_fails_until_every_question_is_answered(table: Path, answered: Path) -> None:
    assert run("map", table, "--mapping", answered, "--check").exit_code == 0
    text = answered.read_text(encoding="utf-8").replace(
        "feeds: electrode_gauge", "feeds: electrode_gauge\n        confirmed: no"
    )
    answered.write_text(text, encoding="utf-8")
    assert run("map", table, "--check").exit_code == 1


def test_check_without_a_mapping_fails_where_something_is_asked(table: Path) -> None:
    assert run("map", table, "--check").exit_code == 1


def test_a_reworded_label_is_alarming_and_is_mended(table: Path, answered: Path) -> None:
    reworded = table.read_text(encoding="utf-8").replace("Lesion temp (°C)", "Temperature of the lesion (°C)")
    table.write_text(reworded, encoding="utf-8")
    alarm = run("map", table, "--check")
    assert alarm.exit_code == 1
    assert "Drift: 2 differences" in alarm.stdout
    assert "is it 'Temperature of the lesion (°C)' now?" in alarm.stdout
    assert run("map", table, "-o", answered).exit_code == 0
    entries = yaml.safe_load(answered.read_text(encoding="utf-8"))["tables"][0]["columns"]
    mended = next(entry for entry in entries if entry.get("feeds") == "lesion_temperature")
    assert mended["reads"] == ["Temperature of the lesion (°C)", "Lesion temp (°C)"]
    assert mended["confirmed"] is False
    assert [entry for entry in entries if entry["reads"] == ["Notes"]] == [
        {"reads": ["Notes"], "ignored": "not needed"}
    ]
    answer = "Temperature of the lesion (°C)=lesion_temperature"
    assert run("map", table, "--accept", answer, "-o", answered).exit_code == 0
    assert run("map", table, "--check").exit_code == 0


def test_a_column_that_came_in_is_alarming(table: Path, answered: Path) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([f"{lines[0]},Blood type", *(f"{line},B" for line in lines[1:])]), encoding="utf-8")
    assert answered.exists()
    done = run("map", table, "--check")
    assert done.exit_code == 1
    assert "Blood type" in done.stdout


def test_nobody_is_asked_where_there_is_no_terminal(table: Path) -> None:
    assert run("map", table, text="").exit_code == 0
    done = run("map", table, "--ask", text="electrode_gauge\n")
    assert done.exit_code == 2
    assert "--accept" in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals: Python has no module pty there")
def test_each_open_column_is_asked_about_on_a_terminal(table: Path, tmp_path: Path) -> None:
    """A real terminal: three answers are typed, of which the first is no field and is asked for again."""
    import pty

    target = tmp_path / "asked.mapping.yaml"
    code = "from fidelity.cli.main import run; run()"
    command = [sys.executable, "-c", code, "map", str(table), "--ask", "-o", str(target)]
    keyboard, terminal = pty.openpty()
    os.write(keyboard, b"electrode_guage\nelectrode_gauge\nignored\n")
    done = subprocess.run(command, stdin=terminal, capture_output=True, text=True, timeout=60, check=False)
    os.close(terminal)
    os.close(keyboard)
    assert done.returncode == 0, done.stderr
    assert "did you mean" in done.stderr
    entries = {entry["reads"][0]: entry for entry in yaml.safe_load(target.read_text("utf-8"))["tables"][0]["columns"]}
    assert entries["Needle size (G)"]["feeds"] == "electrode_gauge"
    assert "confirmed" not in entries["Needle size (G)"]
    assert entries["Notes"]["ignored"] == "not needed"


@pytest.mark.parametrize(
    "arguments",
    [("--accept", "Nothing=region"), ("--accept", "Notes=regoin"), ("--accept", "Notes"), ("--mapping", "x")],
)
def test_wrong_usage_is_said_without_a_traceback(table: Path, arguments: tuple[str, ...]) -> None:
    done = run("map", table, *arguments)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_a_broken_mapping_is_said_with_its_line(table: Path) -> None:
    table.with_name("arms.mapping.yaml").write_text("codebook: 1.0.0\ntables: []\n", encoding="utf-8")
    done = run("map", table)
    assert done.exit_code == 1
    assert "arms.mapping.yaml:2" in done.stderr


def test_a_file_without_studies_is_said_so(tmp_path: Path) -> None:
    path = tmp_path / "words.csv"
    path.write_text("Word,Meaning\nNR,not reported\nRF,radiofrequency\n", encoding="utf-8")
    done = run("map", path)
    assert done.exit_code == 2
    assert "no table that names studies was found" in done.stderr


def test_texts_of_a_sheet_cannot_leave_a_comment(tmp_path: Path) -> None:
    path = tmp_path / "arms.csv"
    cell = '"x\n- feeds: role"'
    path.write_text(
        f"Study ID,Arm,Role,Image guidance\nT,A,active,{cell}\nU,A,active,CT\nV,A,active,CT\n", encoding="utf-8"
    )
    target = tmp_path / "arms.mapping.yaml"
    assert run("map", path, "-o", target).exit_code == 0
    written = yaml.safe_load(target.read_text(encoding="utf-8"))
    assert [entry["feeds"] for entry in written["tables"][0]["columns"]] == ["study", "arm", "role", "image_guidance"]


def test_a_table_or_a_column_that_is_gone_is_said_without_being_asked_to_check(table: Path, answered: Path) -> None:
    assert run("map", table).stdout.endswith("No questions.\n")
    text = answered.read_text("utf-8")
    for header, said in (("Study ID,Arm,Role,Lesion temp (°C),Notes", "electrode_gauge"), ("Foo,Bar", "no table has")):
        table.write_text(f"{header}\nNg 2001,RF,active,80,seen\n", encoding="utf-8")
        done = run("map", table)
        assert "Drift: " in done.stdout
        assert said in done.stdout
        assert "No questions." not in done.stdout
    assert answered.read_text("utf-8") == text


def test_a_table_that_names_no_study_is_told_beside_a_mapping_and_waits_for_nothing(
    table: Path, answered: Path
) -> None:
    table.write_text(f"{HEADER}\n{ROWS},,,,,\n,,,,,\n,,,,,\nScale,Points,,,,\nNRS,10,,,,\n", encoding="utf-8")
    done = run("map", table, "--check")
    assert done.exit_code == 0, done.stdout
    assert "names no study, and is left out" in done.stdout
    assert "No questions." not in done.stdout


def test_a_mapping_of_another_name_that_lists_the_file_is_compared_with_all_that_it_lists(tmp_path: Path) -> None:
    (tmp_path / "arms.csv").write_text("Study,Arm,Role\nT,A,active\n")
    (tmp_path / "studies.csv").write_text("Study,Year\nT,2009\n")
    columns = [{"reads": [name], "feeds": name.lower()} for name in ("Study", "Arm", "Role")]
    year = {"reads": ["Year"], "feeds": "publication_year"}
    arms = {"name": "arms", "files": ["arms.csv"], "columns": columns}
    told = {"name": "told", "files": ["studies.csv"], "join": {"to": "arms"}, "columns": [columns[0], year]}
    both = json.dumps({"codebook": "1.0.0", "tables": [arms, told]})
    (tmp_path / "review.mapping.yaml").write_text(both)
    done = run("map", tmp_path / "studies.csv", "--check")
    assert done.exit_code == 0, done.stdout
    assert "table arms" in done.stdout
    assert "table told" in done.stdout
    (tmp_path / "arms.csv").unlink()
    done = run("map", tmp_path / "studies.csv")
    assert "Drift: 1 difference" in done.stdout
