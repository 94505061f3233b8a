"""Several reports of one study: what any of them says holds, and what they say differently stays open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation
from fidelity.model.values import Interval, OneOf
from fidelity.read.reading import Reading
from fidelity.read.reports import join_reports
from fidelity.read.sources import read
from fidelity.read.tables import read_csv


def record(kind: str | None, facts: dict[str, Any], name: str = "", **more: Any) -> dict[str, Any]:
    report = {} if kind is None else {"report": {"kind": kind, **({"name": name} if name else {})}}
    arm = {"id": "a", "role": "active", "observations": facts}
    return {"id": "smith_2019", **report, **more, "arms": [arm]}


def only_row(reading: Reading) -> Any:
    assert reading.problems == ()
    (batch,) = reading.batches
    assert batch.frame.height == 1
    return batch


def read_csv_text(text: str, codebook: Codebook) -> Reading:
    return join_reports(read_csv(text.encode(), "t.csv", codebook), codebook)


def told(codebook: Codebook, field: str, *records: dict[str, Any]) -> Observation:
    observation: Observation | None = only_row(read(list(records), codebook)).origin.observation(0, field)
    assert observation is not None
    return observation


def test_a_fact_that_only_the_registry_has_is_taken_as_planned(codebook: Codebook) -> None:
    found = told(
        codebook, "lesion_temperature", record("paper", {}), record("registry", {"lesion_temperature": 80}, "NCT1")
    )
    assert (found.value, found.status, found.basis) == (Interval(80, 80), "reported", "planned")
    assert [(entry.quote, entry.place) for entry in found.evidence] == [("80", "registry: NCT1")]


def test_an_authors_reply_fills_what_the_paper_does_not_report(codebook: Codebook) -> None:
    paper = record("paper", {"lesion_temperature": "NR"})
    found = told(codebook, "lesion_temperature", paper, record("author_reply", {"lesion_temperature": "80-85"}))
    assert (found.value, found.status, found.basis) == (Interval(80, 85), "reported", "author_reply")


def test_what_two_reports_say_alike_keeps_the_surest_basis_and_both_sources(codebook: Codebook) -> None:
    protocol, paper = record("protocol", {"lesion_temperature": 80}), record("paper", {"lesion_temperature": 80})
    found = told(codebook, "lesion_temperature", protocol, paper)
    assert (found.value, found.status, found.basis) == (Interval(80, 80), "reported", "stated")
    assert [entry.place for entry in found.evidence] == ["paper", "protocol"]


@pytest.mark.parametrize("order", [1, -1])
def test_what_two_reports_say_differently_is_unclear_between_both_and_names_both(
    codebook: Codebook, order: int
) -> None:
    both = [record("protocol", {"lesion_temperature": 80}), record("paper", {"lesion_temperature": "85-90"})][::order]
    found = told(codebook, "lesion_temperature", *both)
    assert (found.value, found.status, found.basis) == (Interval(80, 90), "unclear", "conflicting")
    assert [(entry.place, entry.quote) for entry in found.evidence] == [("paper", "85-90"), ("protocol", "80")]


def test_choices_in_conflict_leave_each_of_them_possible(codebook: Codebook) -> None:
    paper, companion = record("paper", {"image_guidance": "CT"}), record("companion", {"image_guidance": "fluoroscopy"})
    found = told(codebook, "image_guidance", paper, companion)
    assert (found.value, found.status) == (OneOf(frozenset({"ct", "fluoroscopy"})), "unclear")


def test_a_silent_report_takes_nothing_away_and_two_silent_ones_say_that_one_was_read(codebook: Codebook) -> None:
    paper, registry = record("paper", {"lesion_temperature": "NR"}), record("registry", {"lesion_temperature": ""})
    assert told(codebook, "lesion_temperature", paper, registry).status == "not_reported"


def test_a_fact_of_the_study_in_one_report_meets_that_of_the_arm_in_the_other(codebook: Codebook) -> None:
    paper = record("paper", {"lesion_temperature": 80})
    registry = record("registry", {}, observations={"lesion_temperature": "70"})
    found = told(codebook, "lesion_temperature", paper, registry)
    assert (found.value, found.basis) == (Interval(70, 80), "conflicting")


def test_the_joined_study_lists_its_reports_as_sources(codebook: Codebook) -> None:
    records = [record("registry", {}, "NCT1", registry="NCT1"), record("paper", {}, title="A trial")]
    study = only_row(read(records, codebook)).origin.study(0)
    assert [(source.kind, source.name) for source in study.sources] == [("paper", None), ("registry", "NCT1")]
    assert (study.title, study.registry, study.report) == ("A trial", "NCT1", None)


def test_one_report_given_twice_is_refused_by_name_and_the_first_is_read(codebook: Codebook) -> None:
    first = record("registry", {"lesion_temperature": 80}, "NCT1")
    reading = read([record("paper", {}), first, record("registry", {}, "NCT1", title="again")], codebook)
    assert [problem.code for problem in reading.problems] == ["duplicate-study"]


def test_a_procedure_of_which_one_report_is_wrong_is_refused_in_all(codebook: Codebook) -> None:
    reading = read([record("paper", {"lesion_temperature": 80}), record("registry", {"contrast": "bogus"})], codebook)
    assert reading.rows == 0
    assert {entry.study for entry in reading.refused} == {"smith_2019"}


def test_records_without_a_report_are_not_joined(codebook: Codebook) -> None:
    reading = read([record(None, {}), record(None, {})], codebook)
    assert [problem.code for problem in reading.problems] == ["duplicate-study"]


TABLE = "study,report,arm,role,lesion_temperature,lesion_duration\n"


def test_the_rows_of_a_table_that_name_different_reports_are_joined(codebook: Codebook) -> None:
    rows = "smith,paper,a,active,80,NR\nsmith,registry: NCT1,a,active,80-85,90\n"
    batch = only_row(read_csv_text(TABLE + rows, codebook))
    temperature, duration = (batch.origin.observation(0, name) for name in ("lesion_temperature", "lesion_duration"))
    assert (temperature.value, temperature.status) == (Interval(80, 85), "unclear")
    assert (duration.value, duration.basis) == (Interval(90, 90), "planned")
    assert batch.origin.place(0, "lesion_duration").cell == "F3"
    assert [str(source.name) for source in batch.origin.study(0).sources] == ["None", "NCT1"]


def test_a_report_that_names_no_arm_is_one_of_every_arm_of_its_study(codebook: Codebook) -> None:
    rows = "smith,paper,a,active,80,\nsmith,paper,b,comparator,70,\nsmith,registry,,,,90\njones,paper,a,active,80,\n"
    reading = read_csv_text(TABLE + rows, codebook)
    assert reading.problems == ()
    told = {
        (study, arm): batch.origin.observation(row, "lesion_duration")
        for batch in reading.batches
        for row, (study, arm) in enumerate(batch.frame.select("study", "arm").iter_rows())
    }
    assert {key: found and found.value for key, found in told.items()} == {
        ("smith", "a"): Interval(90, 90),
        ("smith", "b"): Interval(90, 90),
        ("jones", "a"): None,
    }


def test_a_report_without_an_arm_of_a_study_that_has_none_is_refused_by_name(codebook: Codebook) -> None:
    reading = read_csv_text(TABLE + "smith,registry,,,80,\n", codebook)
    assert reading.rows == 0
    assert {entry.study for entry in reading.refused} == {"smith"}


def test_an_unknown_report_is_refused_with_the_words_that_are_known(codebook: Codebook) -> None:
    (problem,) = read_csv_text(TABLE + "smith,poster,a,active,80,\n", codebook).problems
    assert (problem.code, problem.place.cell) == ("unknown-report", "B2")
    assert "registry" in problem.remedy


def test_reports_in_different_files_are_joined(codebook: Codebook, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("study,arm,role,lesion_temperature\nsmith,a,active,80\n")
    (tmp_path / "b.csv").write_text("study,report,arm,role,lesion_temperature\nsmith,registry,a,active,85\n")
    found = only_row(read([tmp_path / "a.csv", tmp_path / "b.csv"], codebook)).origin.observation(
        0, "lesion_temperature"
    )
    assert (found.value, found.status) == (Interval(80, 85), "unclear")


def test_a_procedure_to_which_reports_give_different_roles_is_refused_and_never_graded_by_one_of_them(
    codebook: Codebook,
) -> None:
    rows = "smith,registry,a,sham,80,\nsmith,paper,a,active,80,\nsmith,paper,b,active,80,\n"
    reading = read_csv_text(TABLE + rows, codebook)
    assert [problem.code for problem in reading.problems] == ["roles-differ"]
    assert {(entry.study, entry.arm) for entry in reading.refused} == {("smith", "a")}
    assert [batch.frame["arm"].to_list() for batch in reading.batches] == [["b"]]
