"""What the library promises to those who import it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import polars as pl
import pytest
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

import fidelity
from fidelity.read.rules import load_library

COLUMNS = [
    "study",
    "arm",
    "procedure",
    "role",
    "profile",
    "clock",
    "ruleset",
    "status",
    "grade",
    "grade_low",
    "grade_high",
    "selection",
    "selection_low",
    "selection_high",
    "safety",
    "safety_low",
    "safety_high",
    "decided",
    "counted",
    "note",
]


def rows(scores: fidelity.Scores) -> list[Record]:
    return scores.grades.to_dicts()


def test_the_columns_are_those_that_reviewers_were_promised(parallel_and_perpendicular: Record) -> None:
    assert fidelity.score([parallel_and_perpendicular]).grades.columns == COLUMNS


def test_perpendicular_and_thin_are_two_major_departures_and_parallel_and_thick_is_none(
    parallel_and_perpendicular: Record,
) -> None:
    thick, thin, sham = rows(fidelity.score([parallel_and_perpendicular]))
    assert (thick["grade_low"], thick["grade_high"], thick["grade"]) == ("poor", "full", None)
    assert (thin["grade_low"], thin["grade_high"]) == ("poor", "limited")
    assert (sham["status"], sham["grade_low"]) == ("not_graded", None)


def test_every_procedure_that_went_in_comes_out_once(parallel_and_perpendicular: Record) -> None:
    gap = study("gap", arm("a", {"region": "lumbar", "target": "ramus_communicans", "modality": "conventional_rf"}))
    wrong = study("wrong", arm("a", {**NEUROTOMY, "lesion_temperature": "800 °C"}))
    scores = fidelity.score([parallel_and_perpendicular, gap, wrong])
    counts = dict(scores.grades.group_by("status").len().iter_rows())
    assert counts == {"graded": 2, "not_graded": 1, "gap": 1, "refused": 1}
    assert scores.gaps["reason"].to_list() == ["no_rule_set"]


def test_problems_are_data_until_the_caller_wants_them_raised() -> None:
    scores = fidelity.score([study("wrong", arm("a", {**NEUROTOMY, "lesion_temperature": "800 °C"}))])
    assert [problem.code for problem in scores.problems] == ["out-of-range"]
    with pytest.raises(fidelity.ProblemsFound, match="37 to 100"):
        scores.raise_for_problems()
    fidelity.score([study("right", arm("a", NEUROTOMY))]).raise_for_problems()


def test_the_arm_of_several_procedures_says_that_each_is_one_of_them() -> None:
    second = {"id": "injection", "observations": TRANSFORAMINAL}
    combined = fidelity.score([study("both", arm("rf", NEUROTOMY, "active", second))])
    assert [row["note"].split(":")[0] for row in rows(combined)] == ["combination", "combination"]


def test_a_real_injection_in_a_sham_arm_is_graded_as_its_own_procedure() -> None:
    sham = {"region": "lumbar", "modality": "none"}
    real = {"id": "injection", "role": "active", "observations": TRANSFORAMINAL}
    result = rows(fidelity.score([study("mixed", arm("sham", sham, "sham", real))]))
    assert [(row["procedure"], row["status"]) for row in result] == [("sham", "not_graded"), ("injection", "graded")]


def test_an_epidural_of_unknown_route_names_the_rule_sets_and_the_field_that_decides() -> None:
    unknown = {**TRANSFORAMINAL}
    del unknown["epidural_route"]
    scores = fidelity.score([study("unknown", arm("a", unknown))])
    gap = scores.gaps.row(0, named=True)
    assert gap["reason"] == "undetermined"
    assert gap["candidates"] == "multisociety-lumbar-tfesi, multisociety-lumbar-ilesi, multisociety-caudal-esi"
    assert gap["fields"] == "epidural_route"


def test_an_arm_whose_patients_got_different_routes_is_mixed() -> None:
    mixed = {**TRANSFORAMINAL, "epidural_route": {"value": "transforaminal; interlaminar", "varies": "yes"}}
    assert fidelity.score([study("m", arm("a", mixed))]).gaps["reason"].to_list() == ["mixed"]


def test_by_the_trials_clock_an_old_trial_has_no_standard_yet_and_has_not_failed() -> None:
    old = study("old", arm("a", NEUROTOMY), observations={"publication_year": "1999"})
    (row,) = rows(fidelity.score([old], clock="then"))
    assert (row["status"], row["note"].split(":")[0], row["grade"]) == ("gap", "no_standard_yet", None)


def test_a_path_records_json_and_frames_give_the_same_grades(
    tmp_path: Path, parallel_and_perpendicular: Record
) -> None:
    expected = fidelity.score([parallel_and_perpendicular]).grades
    as_json = tmp_path / "studies.json"
    as_json.write_text(json.dumps({"studies": [parallel_and_perpendicular]}), encoding="utf-8")
    assert fidelity.score(as_json).grades.equals(expected)
    assert fidelity.score(str(tmp_path)).grades.equals(expected)

    table = [
        {"study": "contrast", "arm": a["id"], "procedure": a["id"], "role": a["role"]}
        | {name: str(value) for name, value in parallel_and_perpendicular["observations"].items()}
        | a["procedures"][0]["observations"]
        for a in parallel_and_perpendicular["arms"]
    ]
    for row in table:
        if row["role"] == "sham":
            for name in ("block_number", "block_type", "block_relief_cutoff"):
                row[name] = ""
    frame = pl.DataFrame(table)
    assert fidelity.score(frame).grades.equals(expected)
    assert fidelity.score(frame.to_pandas()).grades.equals(expected)
    text = io.StringIO()
    writer = csv.DictWriter(text, frame.columns)
    writer.writeheader()
    writer.writerows(frame.to_dicts())
    as_csv = tmp_path / "table" / "studies.csv"
    as_csv.parent.mkdir()
    as_csv.write_text(text.getvalue(), encoding="utf-8")
    assert fidelity.score(as_csv).grades.equals(expected)
    frame.write_parquet(tmp_path / "studies.parquet")
    assert fidelity.score(tmp_path / "studies.parquet").grades.equals(expected)


def test_threads_do_not_disturb_each_other_and_none_is_left_running(parallel_and_perpendicular: Record) -> None:
    expected = fidelity.score([parallel_and_perpendicular]).grades
    before = threading.active_count()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: fidelity.score([parallel_and_perpendicular]).grades, range(24)))
    assert all(grades.equals(expected) for grades in found)
    assert threading.active_count() == before


def test_an_unknown_profile_names_the_known_one() -> None:
    with pytest.raises(fidelity.UsageError, match="did you mean 'multisociety'"):
        fidelity.score([study("s", arm("a", NEUROTOMY))], profile="multi-society")


def test_importing_the_package_imports_no_heavy_library() -> None:
    seen = "import sys, fidelity; print({'polars', 'pydantic', 'jsonschema', 'click', 'durable'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True).stdout == "set()\n"


def test_what_a_person_judged_stands_beside_the_computed_judgement_and_changes_nothing(
    parallel_and_perpendicular: Record,
) -> None:
    before = fidelity.score([parallel_and_perpendicular])
    name = "multisociety-lumbar-medial-branch-rf/electrode-orientation"
    parallel_and_perpendicular["judgements"] = [
        {"procedure": "thin", "criterion": name, "verdict": "met", "reason": "seen", "who": "AB", "when": "2026-01-05"}
    ]
    after = fidelity.score([parallel_and_perpendicular])
    assert after.grades.equals(before.grades)
    assert after.judgements.equals(before.judgements)


def test_what_a_trial_set_out_to_compare_is_marked_and_judged_like_anything_else(
    parallel_and_perpendicular: Record,
) -> None:
    judgements = fidelity.score([parallel_and_perpendicular]).judgements
    orientation = judgements.filter(pl.col("criterion") == "electrode-orientation")
    assert orientation.select("arm", "judgement", "by_design").rows() == [
        ("thick", "met", "yes"),
        ("thin", "not_met", "yes"),
    ]
    plain = {**parallel_and_perpendicular, "design_factors": []}
    assert fidelity.score([plain]).grades.equals(fidelity.score([parallel_and_perpendicular]).grades)


def test_a_domain_in_which_nothing_is_asked_shows_a_dash_and_an_axis_without_criteria_no_grade() -> None:
    scores = fidelity.score([study("esi", arm("a", TRANSFORAMINAL))], clock="now")
    (row,) = rows(scores)
    assert (row["selection"], row["selection_low"]) == ("not_applicable", None)
    assert not scores.concerns.filter(pl.col("domain") == "response").height or (
        scores.concerns.filter(pl.col("domain") == "response")["concern_best"].to_list() == ["–"]
    )


def test_a_scheme_that_was_changed_without_its_table_grades_nothing(copied_rules: Callable[[], Path]) -> None:
    rules = copied_rules()
    scheme = rules / "schemes" / "domain-gated" / "1.0.0.yaml"
    text = scheme.read_text(encoding="utf-8")
    scheme.write_text(text.replace("- is: adequate", "- is: limited"), encoding="utf-8")
    with pytest.raises(fidelity.RulesUnsound, match=r"1\.0\.0\.table\.csv: .*derive it: fidelity rules derive"):
        fidelity.score([study("s", arm("a", NEUROTOMY))], library=load_library(rules))


@pytest.mark.parametrize(
    ("options", "message"),
    [({"clock": "tehn"}, "did you mean 'then'"), ({"na": "reported"}, "did you mean 'not_reported'")],
)
def test_a_wrong_clock_and_a_wrong_meaning_of_na_are_named_with_the_words_that_are_allowed(
    options: Record, message: str
) -> None:
    with pytest.raises(fidelity.UsageError, match=message):
        fidelity.score([study("s", arm("a", NEUROTOMY))], **options)


def test_problems_as_a_frame_hold_what_each_problem_says() -> None:
    scores = fidelity.score([study("wrong", arm("a", {**NEUROTOMY, "lesion_temperature": "800 °C"}))])
    (row,) = scores.problem_frame.to_dicts()
    (problem,) = scores.problems
    places = ["code", "source", "sheet", "line", "column", "cell"]
    assert list(row) == [*places, "subject", "header", "found", "what", "remedy", "near"]
    assert (row["code"], row["source"], row["line"]) == (problem.code, problem.place.source, problem.place.line)
    assert (row["what"], row["remedy"]) == (problem.what, problem.remedy)
    assert (row["header"], row["found"], row["near"]) == ("lesion_temperature", "800 °C", "")
    assert fidelity.score([study("right", arm("a", NEUROTOMY))]).problem_frame.columns == list(row)


def test_a_mixed_gap_calls_varying_only_what_varies() -> None:
    mixed = {**TRANSFORAMINAL, "epidural_route": {"value": "transforaminal; caudal", "varies": "yes"}}
    del mixed["injectate"]
    note = fidelity.score([study("m", arm("a", mixed))]).gaps["note"].item()
    assert "(route to the epidural space varies; " in note
    assert "injectate is not known)" in note


def test_an_undetermined_gap_joins_the_rule_sets_with_or() -> None:
    unknown = {**TRANSFORAMINAL}
    del unknown["epidural_route"]
    note = fidelity.score([study("u", arm("a", unknown))]).gaps["note"].item()
    either = "multisociety-lumbar-tfesi, multisociety-lumbar-ilesi or multisociety-caudal-esi"
    assert f"would decide whether {either} covers it" in note


CONSUMER = """
import fidelity
import polars as pl

frame = pl.DataFrame({"study": ["s"]})
for scores in (fidelity.score({"studies": []}), fidelity.score(frame.lazy(), clock="then", na="not_reported")):
    grades: pl.DataFrame = scores.grades
    arms: pl.DataFrame = scores.arms
    problems: pl.DataFrame = scores.problem_frame
library: fidelity.Library = fidelity.load_library()
text: str = fidelity.explanation_text(scores, "s")
explanations: tuple[fidelity.Explanation, ...] = fidelity.explain(scores, "s")
"""


def test_a_strict_type_checker_knows_the_package_from_outside(tmp_path: Path) -> None:
    script = tmp_path / "consumer.py"

    def checked(text: str) -> str:
        script.write_text(text, encoding="utf-8")
        options = ["--strict", "--config-file=", "--cache-dir", str(tmp_path / "cache"), "--follow-imports=silent"]
        command = [sys.executable, "-m", "mypy", *options, str(script)]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
        return done.stdout + done.stderr

    assert checked(CONSUMER).startswith("Success")
    assert 'incompatible type "int"' in checked(CONSUMER + "fidelity.score(1)\n")


def test_a_lazy_frame_and_a_mapping_of_studies_give_the_grades_of_a_list() -> None:
    record = study("s", arm("a", NEUROTOMY))
    expected = fidelity.score([record]).grades
    assert fidelity.score({"studies": [record]}).grades.equals(expected)
    table = pl.DataFrame([{"study": "s", "arm": "a", "procedure": "a", "role": "active", **NEUROTOMY}])
    assert fidelity.score(table.lazy()).grades.equals(expected)
