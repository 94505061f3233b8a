"""Why a judgement is open: the strongest reason among the members that are unknown; what is known gives none."""

from __future__ import annotations

from itertools import permutations

import pytest
from made_up import asking, judged, library
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

import fidelity

STRENGTH = ("not_extracted", "unclear", "not_reported")
WRITTEN = {"not_extracted": "not extracted", "unclear": "unclear", "not_reported": "NR"}
FIELDS = ("mask_and_gloves", "images_saved", "prior_imaging_reviewed")
LEAVES = ", ".join(f"{{field: {name}, equals: yes}}" for name in FIELDS)
THREE = asking(every=f"met_when: {{all: [{LEAVES}]}}", one=f"met_when: {{any: [{LEAVES}]}}")


@pytest.mark.parametrize("statuses", list(permutations(STRENGTH)))
def test_the_strongest_reason_among_the_unknown_members_is_shown_in_whatever_order(statuses: tuple[str, ...]) -> None:
    record = {**NEUROTOMY, **{name: WRITTEN[word] for name, word in zip(FIELDS, statuses, strict=True)}}
    found = judged(THREE, record)
    assert [word for _, word in found.values()] == ["not_extracted", "not_extracted"]


@pytest.mark.parametrize(("first", "second"), list(permutations(STRENGTH, 2)))
def test_of_two_reasons_the_stronger_one_is_shown_and_a_known_member_gives_none(first: str, second: str) -> None:
    stronger = min(first, second, key=STRENGTH.index)
    record = {**NEUROTOMY, FIELDS[0]: WRITTEN[first], FIELDS[1]: WRITTEN[second]}
    assert judged(THREE, {**record, FIELDS[2]: "yes"})["every"] == ({"met", "not_met"}, stronger)
    assert judged(THREE, {**record, FIELDS[2]: "no"})["one"] == ({"met", "not_met"}, stronger)


def test_a_member_that_decides_leaves_no_reason_at_all() -> None:
    record = {**NEUROTOMY, FIELDS[0]: "not extracted", FIELDS[1]: "NR"}
    found = judged(THREE, {**record, FIELDS[2]: "no"})
    assert found["every"] == ({"not_met"}, "not_met")
    assert judged(THREE, {**record, FIELDS[2]: "yes"})["one"] == ({"met"}, "met")


def test_a_value_that_is_given_and_does_not_decide_is_unclear() -> None:
    ruleset = asking(hot="met_when: {field: lesion_temperature, at_least: 80}")
    assert judged(ruleset, {**NEUROTOMY, "lesion_temperature": "75-85 °C"})["hot"][1] == "unclear"


def test_conflicting_sources_leave_every_value_that_they_name_and_are_unclear() -> None:
    ruleset = asking(hot="met_when: {field: lesion_temperature, at_least: 80}")
    conflict = {"value": "75 °C; 85 °C", "basis": "conflicting"}
    assert judged(ruleset, {**NEUROTOMY, "lesion_temperature": conflict})["hot"] == ({"met", "not_met"}, "unclear")


@pytest.mark.parametrize("varies", ["yes", "no"])
def test_that_patients_differed_changes_no_verdict(varies: str) -> None:
    ruleset = asking(
        hot="met_when: {field: lesion_temperature, at_least: 80}",
        warm="met_when: {field: lesion_temperature, at_least: 70}",
    )
    spread = {"value": "75-85 °C", "varies": varies}
    found = judged(ruleset, {**NEUROTOMY, "lesion_temperature": spread})
    assert found == {"hot": ({"met", "not_met"}, "unclear"), "warm": ({"met"}, "met")}


def test_an_open_criterion_that_may_not_apply_tells_why_that_is_open() -> None:
    ruleset = asking(
        hot="""applies_when: {field: electrode_type, equals: straight}
        met_when: {field: lesion_temperature, at_least: 80}"""
    )
    record = {**NEUROTOMY, "electrode_type": "NR", "lesion_temperature": "80 °C"}
    assert judged(ruleset, record)["hot"] == ({"met", "not_applicable"}, "not_reported")
    assert judged(ruleset, {**record, "lesion_temperature": ""})["hot"][1] == "not_extracted"


def test_the_reason_of_a_floor_counts_only_where_the_threshold_may_be_missed() -> None:
    ruleset = asking(
        thick="""met_when: {field: electrode_gauge, at_least_as_thick_as: 18}
        partly_met_when: {any: [{field: electrode_gauge, at_least_as_thick_as: 18},
            {field: bipolar_lesion, equals: yes}]}"""
    )
    silent = {**NEUROTOMY, "bipolar_lesion": "not extracted"}
    assert judged(ruleset, {**silent, "electrode_gauge": "16 G"})["thick"] == ({"met"}, "met")
    assert judged(ruleset, {**silent, "electrode_gauge": "20 G"})["thick"] == (
        {"partly_met", "not_met"},
        "not_extracted",
    )


STATEMENTS: list[tuple[str, Record]] = [
    ("neurotomy", NEUROTOMY),
    ("transforaminal", TRANSFORAMINAL),
    ("caudal", {**TRANSFORAMINAL, "epidural_route": "caudal"}),
]


@pytest.mark.parametrize(("name", "scope"), STATEMENTS, ids=[name for name, _ in STATEMENTS])
def test_reading_a_silent_report_in_full_changes_every_reason_and_no_range(name: str, scope: Record) -> None:
    unread = study("s", arm(name, scope))
    read = study("s", arm(name, scope), unstated="not_reported")
    before, after = (fidelity.score([entry], clock="now", library=library()) for entry in (unread, read))
    assert before.grades.drop("note").equals(after.grades.drop("note"))
    kept = [
        scores.judgements.filter(scores.judgements["domain"] != "documentation").select("criterion", "verdicts")
        for scores in (before, after)
    ]
    assert kept[0].equals(kept[1])
    assert set(before.judgements["reason"]) - {None} == {"not_extracted"}
    assert set(after.judgements["reason"]) - {None} == {"not_reported"}


def test_an_inferred_answer_decides_what_applies_and_not_what_was_done() -> None:
    ruleset = asking(
        hot="""applies_when: {field: modality, equals: conventional_rf}
        met_when: {field: lesion_temperature, at_least: 80}""",
    )
    inferred = {"value": "conventional_rf", "basis": "inferred"}
    record = {**NEUROTOMY, "modality": inferred, "lesion_temperature": "85 °C"}
    assert judged(ruleset, record)["hot"] == ({"met"}, "met")
    guessed = {**record, "lesion_temperature": {"value": "85 °C", "basis": "inferred"}}
    assert judged(ruleset, guessed)["hot"][0] == {"met", "not_met"}
