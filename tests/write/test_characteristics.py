"""The table of characteristics: what a report says of technique, and what it does not, procedure by procedure."""

from __future__ import annotations

from pathlib import Path

import pytest
from records import NEUROTOMY, TRANSFORAMINAL, arm, study

import fidelity
from fidelity.model.facts import NOT_APPLICABLE, NOT_EXTRACTED
from fidelity.write.characteristics import LEADING, NOT_ASKED, by_technique, characteristics

LIBRARY = fidelity.load_library()
SHAM = {"region": "lumbar", "target": "medial_branch", "modality": "none"}


def table(*records: object) -> list[dict[str, str]]:
    scores = fidelity.score(list(records), library=LIBRARY)  # type: ignore[arg-type]  # records as dicts
    return characteristics(scores).to_dicts()


def test_a_value_stands_with_its_unit_and_with_what_qualifies_it() -> None:
    facts = {
        **NEUROTOMY,
        "lesion_temperature": "80 to 85 °C",
        "electrode_gauge": {"value": "18 G", "basis": "planned"},
        "lesion_duration": {"value": "90 s", "varies": "yes", "basis": "cited"},
    }
    (row,) = table(study("a", arm("rf", facts)))
    assert row["Electrode temperature"] == "80 to 85 °C"
    assert row["Electrode gauge"] == "18 G [planned]"
    assert row["Duration per lesion"] == "90 s [cited, varies]"


@pytest.mark.parametrize(("said", "word"), [("NR", "not reported"), (None, "not extracted"), ("unclear", "unclear")])
def test_silence_is_told_by_its_status(said: str | None, word: str) -> None:
    facts = {**NEUROTOMY, **({"image_guidance": said} if said else {})}
    (row,) = table(study("a", arm("rf", facts)))
    assert row["Image guidance"] == word


def test_a_study_read_in_full_has_what_it_does_not_say_as_not_reported() -> None:
    (row,) = table(study("a", arm("rf", NEUROTOMY), unstated="not_reported"))
    assert row["Image guidance"] == "not reported"


def test_sham_arms_stand_in_the_table_without_a_grade_and_are_asked_nothing() -> None:
    rf, sham = table(study("a", arm("rf", NEUROTOMY), arm("sham", SHAM, "sham")))
    assert rf["Grade of delivery"] == "undetermined"
    assert sham["Grade of delivery"] == "not graded"
    assert sham["Rule sets"] == ""
    assert sham["Image guidance"] == NOT_ASKED
    assert sham["Modality"] == "nothing delivered"


def test_every_field_that_a_serving_rule_set_reads_has_a_column_unless_it_does_not_apply() -> None:
    scores = fidelity.score([study("a", arm("rf", NEUROTOMY))], library=LIBRARY)
    frame, settled = characteristics(scores), scores.batches[0].settled.row(0, named=True)
    judged = scores.batches[0].graded.judged
    read = {name for entry in judged for criterion in entry.ruleset.criteria for name in criterion.asked}
    assert {"lesion_temperature", "image_guidance", "electrode_gauge"} <= read
    for name in read:
        applies = settled.get(f"{name}.status", NOT_EXTRACTED) != NOT_APPLICABLE
        assert (LIBRARY.codebook.fields[name].label in frame.columns) == applies, name


def test_studies_of_one_label_are_told_apart_by_their_id() -> None:
    one, other = study("smith_a", arm("rf", NEUROTOMY)), study("smith_b", arm("rf", NEUROTOMY))
    rows = table({**one, "label": "Smith 2010"}, {**other, "label": "Smith 2010"})
    assert [row["Study"] for row in rows] == ["Smith 2010 (smith_a)", "Smith 2010 (smith_b)"]


def test_tables_by_technique_hold_each_study_whole_and_no_study_is_lost() -> None:
    records = [
        study("rf", arm("rf", NEUROTOMY), arm("sham", SHAM, "sham")),
        study("tf", arm("tf", TRANSFORAMINAL)),
        study("gap", arm("x", {"region": "lumbar", "modality": "physiotherapy"})),
    ]
    scores = fidelity.score(records, library=LIBRARY)
    tables = by_technique(scores)
    assert [len(one.rulesets) > 0 for one in tables] == [True, True, False]
    assert [sorted(one.frame["Study"].unique()) for one in tables] == [["Rf"], ["Tf"], ["Gap"]]
    assert tables[0].frame["Arm"].to_list() == ["Rf", "Sham"]
    assert sum(one.frame.height for one in tables) == scores.grades.height


def test_the_real_trials_have_a_row_for_each_procedure_in_the_order_of_the_records() -> None:
    scores = fidelity.score(Path("examples/trials"), library=LIBRARY)
    frame = characteristics(scores)
    assert frame.height == scores.grades.height
    assert tuple(frame.columns[: len(LEADING)]) == LEADING
    labels = [batch.facts.origin.study(row).label for batch in scores.batches for row in batch.settled["row"]]
    assert frame["Study"].to_list() == labels
    one = characteristics(scores, {"ghahreman_2010"})
    assert set(one["Study"]) == {"Ghahreman 2010"}
