"""The command line: what goes to which stream, in which format, with which exit code."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from pathlib import Path

import click
import polars as pl
import pytest
import yaml
from click.testing import CliRunner, Result
from records import NEUROTOMY, Record, arm, study

from fidelity.cli.main import cli

GOOD = study("good", arm("a", {**NEUROTOMY, "electrode_gauge": "16 G"}))
BAD = study("bad", arm("a", {**NEUROTOMY, "electrode_gauge": "16 mm"}))


def run(*arguments: str | Path, text: str | None = None) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=text)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return write(tmp_path / "good.yaml", GOOD)


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    return write(tmp_path / "bad.yaml", BAD)


def write(path: Path, *studies: Record) -> Path:
    path.write_text(yaml.safe_dump({"studies": list(studies)}, allow_unicode=True), encoding="utf-8")
    return path


def every_command() -> list[tuple[str, click.Command]]:
    found = []
    for name, command in cli.commands.items():
        found.append((name, command))
        if isinstance(command, click.Group):
            found += [(f"{name} {inner}", member) for inner, member in command.commands.items()]
    return found


@pytest.mark.parametrize(("name", "command"), every_command(), ids=str)
def test_the_help_of_every_command_holds_an_example_that_begins_with_it(name: str, command: click.Command) -> None:
    text = run(*name.split(), "--help").output
    assert re.search(r"Examples?:\n +fidelity " + name, text), text


def test_done_is_exit_code_0_even_for_gaps_and_badly_done_trials(tmp_path: Path) -> None:
    gap = study("gap", arm("a", {"region": "lumbar", "target": "disc", "modality": "other"}))
    poor = study("poor", arm("a", {**NEUROTOMY, "image_guidance": "landmarks"}))
    result = run("score", write(tmp_path / "x.yaml", gap, poor))
    assert result.exit_code == 0, result.output


def test_a_refused_row_is_exit_code_1_and_the_good_rows_are_there(good: Path, bad: Path) -> None:
    result = run("score", good, bad)
    assert result.exit_code == 1
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [(row["study"], row["status"]) for row in rows] == [("good", "graded"), ("bad", "refused")]
    assert "mm" in result.stderr
    assert "1 refused" in result.stderr


def test_nothing_readable_and_wrong_usage_are_exit_code_2(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("studies: [", encoding="utf-8")
    assert run("score", broken).exit_code == 2
    assert run("score", tmp_path / "absent.yaml").exit_code == 2
    assert run("score").exit_code == 2
    assert run("score", "--clock", "yesterday", broken).exit_code == 2
    assert run("rules", "show", "nothing").exit_code == 2


def test_a_bug_is_exit_code_3_and_says_that_it_is_one(good: Path) -> None:
    code = (
        "import sys, fidelity.scoring.score as module\n"
        "def broken(*a, **k): raise ZeroDivisionError('on purpose')\n"
        "module.score_reading = broken\n"
        "from fidelity.cli.main import run\n"
        f"sys.argv = ['fidelity', 'score', {str(good)!r}]\n"
        "run()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert "ZeroDivisionError: on purpose" in done.stderr
    assert "This is a bug in fidelity" in done.stderr


def test_rules_that_cannot_be_used_are_exit_code_1_with_every_problem_at_its_place(tmp_path: Path) -> None:
    text = (Path(__file__).parents[2] / "rules/schemes/domain-gated/1.0.0.yaml").read_text(encoding="utf-8")
    scheme = tmp_path / "1.0.0.yaml"
    scheme.write_text(text.replace("is: adequate", "is: sufficient"), encoding="utf-8")
    result = run("rules", "derive", scheme)
    assert result.exit_code == 1
    assert re.search(r"1\.0\.0\.yaml:\d+:\d+: .*sufficient", result.stderr)


def test_the_same_input_gives_the_same_bytes_in_every_format(good: Path, tmp_path: Path) -> None:
    for ending in ("csv", "jsonl", "parquet"):
        first, second = tmp_path / f"first.{ending}", tmp_path / f"second.{ending}"
        assert run("score", good, "-o", first).exit_code == 0
        assert run("score", good, "-o", second).exit_code == 0
        assert first.read_bytes() == second.read_bytes()
    assert json.loads((tmp_path / "first.jsonl").read_text())["study"] == "good"
    assert pl.read_parquet(tmp_path / "first.parquet")["study"].to_list() == ["good"]


def test_data_goes_to_standard_output_and_everything_else_to_standard_error(good: Path) -> None:
    result = run("score", good)
    assert next(csv.reader(io.StringIO(result.stdout)))[0] == "study"
    assert result.stderr.startswith("1 procedure of 1 study = 1 graded")


def test_a_dash_reads_records_and_tables_from_standard_input(good: Path) -> None:
    expected = run("score", good).stdout
    assert run("score", "-", text=good.read_text(encoding="utf-8")).stdout == expected
    table = "study,arm,procedure,role,region,target,modality,electrode_gauge\n"
    table += "good,a,a,active,lumbar,medial_branch,conventional_rf,16 G\n"
    assert run("score", "-", text=table).stdout == expected


def test_a_cell_that_a_spreadsheet_would_run_is_kept_as_text(tmp_path: Path) -> None:
    evil = study("=1+1", arm("a", NEUROTOMY))
    stdout = run("score", write(tmp_path / "x.yaml", evil), "--format", "csv").stdout
    assert next(csv.DictReader(io.StringIO(stdout)))["study"] == "'=1+1"


def test_the_details_hold_concerns_and_judgements(good: Path) -> None:
    concerns = list(csv.DictReader(io.StringIO(run("score", good, "--detail", "concerns").stdout)))
    assert {row["axis"] for row in concerns} == {"delivery", "selection", "safety"}
    judgements = list(csv.DictReader(io.StringIO(run("score", good, "--detail", "judgements").stdout)))
    gauge = next(row for row in judgements if row["criterion"] == "electrode-gauge")
    assert (gauge["judgement"], gauge["verdicts"]) == ("met", "met")


def test_na_is_refused_until_the_reviewer_says_what_it_means(tmp_path: Path) -> None:
    table = tmp_path / "x.csv"
    header = "study,arm,procedure,role,region,target,modality,lesion_temperature\n"
    table.write_text(header + "s,a,a,active,lumbar,medial_branch,conventional_rf,NA\n", encoding="utf-8")
    refused = run("score", table)
    assert refused.exit_code == 1
    assert "--na" in refused.stderr
    said = run("score", table, "--na", "not_reported", "--detail", "judgements")
    assert said.exit_code == 0
    found = csv.DictReader(io.StringIO(said.stdout))
    reached = next(row for row in found if row["criterion"] == "tip-temperature-reached")
    assert reached["judgement"] == "not_reported"


def test_validate_reports_and_scores_nothing(good: Path, bad: Path) -> None:
    result = run("validate", good, bad)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "1 procedures can be scored, 1 refused" in result.stderr
    assert run("validate", good).exit_code == 0


def test_explain_finds_a_study_by_its_label(good: Path) -> None:
    assert "Good (good)" in run("explain", good, "Good").stdout


def test_explain_marks_with_sign_and_word_and_never_with_colour(good: Path) -> None:
    result = run("explain", good, "good")
    assert result.exit_code == 0
    assert "✓ met: The electrode was 18 gauge or thicker." in result.stdout
    assert "\x1b" not in result.stdout


def test_explain_shows_a_refused_arm_its_problem_and_exit_code_1(tmp_path: Path) -> None:
    wrong = arm("b", {**NEUROTOMY, "electrode_gauge": "16 mm"})
    path = write(tmp_path / "x.yaml", study("half", arm("a", NEUROTOMY), wrong), BAD)
    result = run("explain", path, "half")
    assert result.exit_code == 1
    assert "No grade. Refused:" in result.stdout
    assert "half/b/b electrode_gauge" in result.stderr
    assert "bad/a" not in result.stderr


def test_explain_tells_of_problems_of_the_whole_table_and_not_of_those_of_other_studies(tmp_path: Path) -> None:
    table = tmp_path / "x.csv"
    header = "study,arm,procedure,role,region,target,modality,electrode_guage\n"
    rows = "s,a,a,active,lumbar,medial_branch,conventional_rf,16 G\nt,a,a,nobody,lumbar,medial_branch,other,\n"
    table.write_text(header + rows, encoding="utf-8")
    result = run("explain", table, "s")
    assert result.exit_code == 1
    assert "electrode_guage" in result.stderr
    assert "nobody" not in result.stderr
    clean = tmp_path / "y.csv"
    clean.write_text((header + rows).replace("guage", "gauge"), encoding="utf-8")
    assert run("explain", clean, "s").exit_code == 0


def test_the_grades_of_arms_are_a_detail(good: Path) -> None:
    (row,) = csv.DictReader(io.StringIO(run("score", good, "--detail", "arms").stdout))
    assert (row["study"], row["arm"], row["procedures"], row["grade_high"]) == ("good", "a", "a", "full")


def test_an_empty_form_takes_a_row_and_is_scored(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    result = run("form", "lumbar-medial-branch-conventional-rf", "-o", path)
    assert result.exit_code == 0
    assert "Empty: not extracted" in result.stderr
    header, row = path.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True))
    assert (cells["region"], cells["target"], cells["modality"]) == ("lumbar", "medial_branch", "conventional_rf")
    cells |= {"study": "new", "arm": "rf", "lesion_temperature": "80 °C"}
    path.write_text(f"{header}\n{','.join(cells.values())}\n", encoding="utf-8")
    scored = next(csv.DictReader(io.StringIO(run("score", path).stdout)))
    assert (scored["study"], scored["status"], scored["decided"]) == ("new", "graded", "2")


def test_the_form_has_a_column_for_the_main_procedure_and_its_guide_names_what_may_stand_beside_a_field(
    tmp_path: Path,
) -> None:
    path = tmp_path / "form.csv"
    guide = run("form", "caudal-esi", "-o", path).stderr
    assert "main" in path.read_text(encoding="utf-8").splitlines()[0].split(",")
    beside = ("quote", "place", "reader", "basis", "as_written", "varies", "only", "status")
    assert [part for part in beside if f"    .{part}: " not in guide] == []
    words = {
        "quote": "six mL",
        "place": "p. 3",
        "reader": "AB",
        "basis": "cited",
        "as_written": "6 cc",
        "varies": "yes",
    }
    header, row = path.read_text(encoding="utf-8").splitlines()
    cells = dict(zip(header.split(","), row.split(","), strict=True)) | {"study": "s", "arm": "a", "main": "yes"}
    cells |= {"injectate_volume": "6 mL", **{f"injectate_volume.{part}": word for part, word in words.items()}}
    path.write_text(f"{','.join(cells)}\n{','.join(cells.values())}\n", encoding="utf-8")
    assert run("validate", path).exit_code == 0


def test_the_untouched_row_of_a_form_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "form.csv"
    run("form", "caudal-esi", "-o", path)
    result = run("validate", path)
    assert "the row has no study; fill in study and arm, or delete the row" in result.stderr
    assert "merged" not in result.stderr


def test_the_forms_that_exist_are_listed() -> None:
    assert "caudal-esi: caudal epidural steroid injection" in run("form").stdout


def test_a_rule_set_is_shown_with_every_title_and_every_source_status() -> None:
    path = Path(__file__).parents[2] / "rules/multisociety-lumbar-tfesi/1.0.0.yaml"
    rules = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    shown = " ".join(run("rules", "show", rules["id"]).stdout.split())
    for criterion in rules["criteria"]:
        assert criterion["title"] in shown
        assert f"{criterion['level']}" in shown
    assert shown.count("Source: ") == sum(len(criterion["sources"]) for criterion in rules["criteria"])


def test_what_would_change_each_criterion_is_shown_to_whoever_asks() -> None:
    assert "To object: " not in run("rules", "show", "multisociety-caudal-esi").stdout
    shown = run("rules", "show", "multisociety-caudal-esi", "--objections").stdout
    assert shown.count("To object: ") >= shown.count("; since ")


def test_a_procedure_is_shown_with_all_that_the_profile_asks_of_it() -> None:
    shown = run("rules", "show", "conventional radiofrequency neurotomy of the lumbar medial branches").stdout
    assert "multisociety-lumbar-medial-branch-rf@1.0.0" in shown
    assert "multisociety-lumbar-medial-branch-block@1.0.0" in shown
    assert "multisociety-caudal-esi" not in shown


def test_the_derived_table_is_the_one_that_is_shipped() -> None:
    pytest.importorskip("durable_rules_engine", reason="durable-rules does not build on this Python")
    scheme = Path(__file__).parents[2] / "rules/schemes/domain-gated/1.0.0.yaml"
    shipped = scheme.with_name("1.0.0.table.csv").read_text(encoding="utf-8")
    assert run("rules", "derive", scheme).stdout == shipped


def test_the_schemas_in_the_repository_are_those_that_the_models_generate(tmp_path: Path) -> None:
    assert run("schema", "--all", tmp_path).exit_code == 0
    committed = Path(__file__).parents[2] / "schemas"
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in committed.iterdir()}
    for path in committed.iterdir():
        assert (tmp_path / path.name).read_text(encoding="utf-8") == path.read_text(encoding="utf-8"), path.name


def test_a_table_on_a_terminal_has_no_line_that_is_only_blanks(good: Path) -> None:
    table = run("score", good, "--format", "table").stdout
    assert "undetermined" in table
    assert all(line.strip() for line in table.splitlines())
