"""Twenty cases that the semantics must get right."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made_up import asking, judged, library
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

import fidelity
from fidelity.explaining import explain
from fidelity.read.rules import load_library
from fidelity.write.explanation import render

CAUDAL = {**TRANSFORAMINAL, "epidural_route": "caudal"}
GRADES = ("poor", "limited", "adequate", "full")


def score(*studies: Record, **options: Any) -> fidelity.Scores:
    scores = fidelity.score(list(studies), library=library(), **options)
    assert [str(problem) for problem in scores.problems] == []
    return scores


def verdicts(observations: Record, criterion: str) -> set[str]:
    """Return the verdicts that a shipped criterion leaves possible for a record."""
    found = score(study("s", arm("a", observations))).judgements
    (words,) = found.filter(found["criterion"] == criterion)["verdicts"]
    return set(words.split("|"))


def shown(observations: Record, criterion: str) -> str:
    found = score(study("s", arm("a", observations))).judgements
    (word,) = found.filter(found["criterion"] == criterion)["judgement"]
    return str(word)


def explanation(observations: Record) -> str:
    scores = score(study("s", arm("a", observations)))
    return " ".join(render(explain(scores, "s"), scores.standard).split())


@pytest.mark.parametrize(("temperature", "verdict"), [("80 °C", "met"), ("60 °C", "not_met")])
def test_01_where_the_tip_may_have_been_cooled_the_uncooled_criterion_may_not_apply(
    temperature: str, verdict: str
) -> None:
    unsure = {**NEUROTOMY, "modality": "conventional_rf; cooled_rf", "lesion_temperature": temperature}
    assert verdicts(unsure, "tip-temperature-reached") == {verdict, "not_applicable"}


@pytest.mark.parametrize(
    ("duration", "possible"),
    [
        ("90-150 s", {"met", "partly_met"}),
        ("80-130 s", {"met", "partly_met", "not_met"}),
        ("60-80 s", {"not_met"}),
    ],
)
def test_02_a_range_over_threshold_and_floor_keeps_just_the_verdicts_that_lie_in_it(
    duration: str, possible: set[str]
) -> None:
    assert verdicts({**NEUROTOMY, "lesion_duration": duration}, "lesion-duration") == possible


def test_03_what_nobody_looked_up_is_no_reason_where_it_cannot_matter() -> None:
    ruleset = asking(
        seen="""met_when: {all: [{field: image_guidance, equals: fluoroscopy}, {any: [
            {field: contrast_watched_live, equals: yes}, {field: digital_subtraction, equals: yes}]}]}"""
    )
    record = {**TRANSFORAMINAL, "image_guidance": "NR", "contrast": "given", "contrast_watched_live": "yes"}
    assert judged(ruleset, record)["seen"] == ({"met", "not_met"}, "not_reported")


@pytest.mark.parametrize(
    ("temperature", "word"), [("75-85 °C", "unclear"), ("80-80 °C", "met"), ("79.5-80 °C", "unclear")]
)
def test_04_a_range_that_reaches_below_the_threshold_is_unclear(temperature: str, word: str) -> None:
    assert shown({**NEUROTOMY, "lesion_temperature": temperature}, "tip-temperature-reached") == word


def test_04_where_patients_differed_the_explanation_says_for_which_values_it_is_met() -> None:
    varied = {**NEUROTOMY, "lesion_temperature": {"value": "75-85 °C", "varies": "yes"}}
    assert shown(varied, "tip-temperature-reached") == "unclear"
    assert re.search("Patients differed: it holds where [^.]*80 °C", explanation(varied))
    assert "Patients differed" not in explanation({**NEUROTOMY, "lesion_temperature": "75-85 °C"})


def test_05_fluoroscopy_or_ultrasound_is_met_or_only_tolerated() -> None:
    record = {**CAUDAL, "image_guidance": "fluoroscopy; ultrasound"}
    assert verdicts(record, "image-guidance") == {"met", "partly_met"}


def test_06_a_view_that_is_mentioned_rules_no_other_out_unless_the_report_says_only() -> None:
    record = {**TRANSFORAMINAL, "image_guidance": "fluoroscopy"}
    assert verdicts({**record, "fluoroscopic_views": "AP"}, "two-views") == {"met", "not_met"}
    only = {"value": "AP", "only": "yes"}
    assert verdicts({**record, "fluoroscopic_views": only}, "two-views") == {"not_met"}


def test_07_an_epidural_whose_route_nobody_extracted_is_a_gap_until_the_route_is_filled_in() -> None:
    unknown = {name: value for name, value in TRANSFORAMINAL.items() if name != "epidural_route"}
    scores = score(study("s", arm("a", unknown)))
    gap = scores.gaps.row(0, named=True)
    assert (gap["reason"], gap["fields"]) == ("undetermined", "epidural_route")
    assert {"multisociety-lumbar-tfesi", "multisociety-caudal-esi"} <= set(gap["candidates"].split(", "))
    assert score(study("s", arm("a", TRANSFORAMINAL))).grades["status"].to_list() == ["graded"]


def test_08_an_arm_whose_patients_got_different_procedures_is_a_mixed_gap() -> None:
    choice = {**TRANSFORAMINAL, "epidural_route": {"value": "interlaminar; transforaminal", "varies": "yes"}}
    assert score(study("s", arm("a", choice))).gaps["reason"].to_list() == ["mixed"]


@pytest.mark.parametrize(
    ("target", "modality", "status"),
    [
        ("dorsal_root_ganglion", "pulsed_rf", "graded"),
        ("dorsal_root_ganglion", "conventional_rf", "gap"),
        ("ramus_communicans", "conventional_rf", "gap"),
    ],
)
def test_09_each_procedure_of_a_combination_is_graded_and_a_real_injection_in_a_sham_arm_too(
    target: str, modality: str, status: str
) -> None:
    electrode = {"region": "lumbar", "target": target, "modality": modality}
    real = {"id": "injection", "observations": {**TRANSFORAMINAL, "image_guidance": "fluoroscopy"}}
    active = arm("both", electrode, "active", real)
    sham = arm("sham", {"region": "lumbar", "modality": "none"}, "sham", {**real, "role": "active"})
    rows = score(study("s", active, sham)).grades.to_dicts()
    assert [(row["arm"], row["procedure"], row["status"]) for row in rows] == [
        ("both", "both", status),
        ("both", "injection", "graded"),
        ("sham", "sham", "not_graded"),
        ("sham", "injection", "graded"),
    ]
    assert rows[1]["note"].startswith("combination")
    assert (rows[1]["grade_low"], rows[1]["grade_high"]) == (rows[3]["grade_low"], rows[3]["grade_high"])


def test_10_up_to_three_injections_are_one_procedure_and_another_steroid_is_another() -> None:
    ruleset = asking(
        three="met_when: {field: number_of_injections, at_most: 3}",
        two="met_when: {field: number_of_injections, at_most: 2}",
        two_or_more="met_when: {field: number_of_injections, at_least: 2}",
    )
    found = judged(ruleset, {**TRANSFORAMINAL, "number_of_injections": "up to 3"})
    assert [sets for sets, _ in found.values()] == [{"met"}, {"met", "not_met"}, {"met", "not_met"}]

    first = {**TRANSFORAMINAL, "occasion": "first", "steroid_agent": "dexamethasone"}
    repeat = {**TRANSFORAMINAL, "occasion": "repeat", "steroid_agent": "triamcinolone_acetonide"}
    scores = score(study("s", arm("first", first, "active", {"id": "repeat", "observations": repeat})), clock="now")
    asked = scores.judgements.filter(scores.judgements["criterion"] == "first-injection-not-particulate")
    assert dict(asked.select("procedure", "judgement").iter_rows()) == {"first": "met", "repeat": "not_applicable"}


@pytest.mark.parametrize(
    ("gauge", "possible"),
    [
        ("18-22 G", {"met", "not_met"}),
        ("18/20 G", {"met", "not_met"}),
        ("16 G (1.6 mm)", {"met"}),
        ("20 G curved", {"not_met"}),
    ],
)
def test_11_a_gauge_is_never_the_first_number(gauge: str, possible: set[str]) -> None:
    ruleset = asking(thick="met_when: {field: electrode_gauge, at_least_as_thick_as: 18}")
    assert judged(ruleset, {**NEUROTOMY, "electrode_gauge": gauge})["thick"][0] == possible


def test_12_a_cooled_tip_is_judged_by_its_own_dose_and_its_orientation_is_not_asked() -> None:
    cooled = {**NEUROTOMY, "modality": "cooled_rf", "lesion_temperature": "60 °C", "lesion_duration": "150 s"}
    assert verdicts(cooled, "tip-temperature-reached") == {"not_applicable"}
    assert verdicts(cooled, "cooled-dose") == {"met"}
    assert verdicts(cooled, "electrode-orientation") == {"not_applicable"}


@pytest.mark.parametrize(
    ("since", "possible"), [("2005", {"met"}), ("2013", {"met", "not_applicable"}), ("2020", {"not_applicable"})]
)
def test_13_with_only_a_publication_year_a_criterion_was_asked_surely_possibly_or_not_yet(
    since: str, possible: set[str]
) -> None:
    ruleset = asking(hot=f"met_when: {{field: lesion_temperature, at_least: 80}}\nsince: {since}")
    record = {**NEUROTOMY, "lesion_temperature": "80 °C", "publication_year": "2015"}
    assert judged(ruleset, record, then={"hot"})["hot"][0] == possible
    assert judged(ruleset, record)["hot"][0] == {"met"}


def test_14_each_arm_is_judged_by_the_blocks_it_got_and_the_comparison_is_named_by_design() -> None:
    arms = [arm(word, {**NEUROTOMY, "block_number": number}) for word, number in (("none", 0), ("one", 1), ("two", 2))]
    scores = score(study("s", *arms, design_factors=["block_number"]))
    asked = scores.judgements.filter(scores.judgements["criterion"] == "block-required")
    assert asked.select("arm", "judgement", "by_design").rows() == [
        ("none", "not_met", "yes"),
        ("one", "met", "yes"),
        ("two", "met", "yes"),
    ]
    ends = {row["arm"]: (row["selection_low"], row["selection_high"]) for row in scores.grades.to_dicts()}
    for without, with_one in zip(ends["none"], ends["one"], strict=True):
        assert GRADES.index(without) <= GRADES.index(with_one)
    assert "by design" in render(explain(scores, "s"), scores.standard)


def test_15_whether_a_steroid_was_particulate_is_not_asked_where_none_was_given() -> None:
    ruleset = asking(
        harmless="met_when: {field: steroid_agent, one_of: [non_particulate_steroids]}",
        never_blind="""not_met_when: {all: [{field: contrast, equals: omitted},
            {field: steroid_agent, one_of: [particulate_steroids]}]}""",
    )
    local = {**TRANSFORAMINAL, "injectate": "local_anaesthetic", "contrast": "omitted"}
    assert judged(ruleset, local) == {
        "harmless": ({"not_applicable"}, "not_applicable"),
        "never_blind": ({"met"}, "met"),
    }
    assert score(study("s", arm("a", local))).gaps["reason"].to_list() == ["no_rule_set"]


def test_16_a_field_that_applies_and_is_marked_as_not_applicable_is_a_problem_and_raises_no_grade() -> None:
    silent = study("silent", arm("a", {**NEUROTOMY, "image_guidance": "NR"}))
    marked = study("marked", arm("a", {**NEUROTOMY, "image_guidance": "not applicable"}))
    scores = fidelity.score([silent, marked], library=library())
    assert [problem.code for problem in scores.problems] == ["applies"]
    assert scores.grades.filter(scores.grades["study"] == "marked")["grade_high"].to_list() == [None]
    assert scores.grades.filter(scores.grades["study"] == "silent")["status"].to_list() == ["graded"]


def test_17_a_threshold_that_the_range_alone_decides_is_refused_when_the_rules_are_loaded(
    copied_rules: Callable[[], Path],
) -> None:
    rules = copied_rules()
    codebook = rules / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    before = "unit: blocks\n    range: [0, 6]"
    assert text.count(before) == 1
    codebook.write_text(text.replace(before, "unit: blocks\n    range: [1, 5]"), encoding="utf-8")
    with pytest.raises(fidelity.RulesUnsound, match="every value that the codebook allows"):
        load_library(rules)


def test_18_an_axis_or_domain_without_applicable_criteria_is_not_applicable_and_not_good() -> None:
    (caudal,) = score(study("s", arm("a", CAUDAL))).grades.to_dicts()
    assert (caudal["selection"], caudal["selection_low"], caudal["selection_high"]) == ("not_applicable", None, None)

    scores = score(study("s", arm("a", {**TRANSFORAMINAL, "contrast": "contraindicated"})))
    concerns = dict(scores.concerns.select("domain", "concern").iter_rows())
    assert concerns["confirmation"] == "–"
    assert concerns["guidance"] != "–"


@pytest.mark.parametrize(
    ("trial", "standard", "verdict"),
    [
        ("> 50 %", "asks_more_than: 50", "met"),
        ("> 50 %", "asks_at_least: 80", "not_met"),
        (">= 50 %", "asks_more_than: 50", "not_met"),
    ],
)
def test_19_a_cut_off_is_a_number_and_whether_it_counts_itself(trial: str, standard: str, verdict: str) -> None:
    ruleset = asking(relief=f"met_when: {{field: block_relief_cutoff, {standard}}}")
    blocked = {**NEUROTOMY, "block_number": 2, "block_relief_measure": "percent", "block_relief_cutoff": trial}
    assert judged(ruleset, blocked)["relief"][0] == {verdict}


def test_20_reading_the_report_changes_the_reason_and_the_authors_answer_narrows_the_range() -> None:
    answer = {"value": "parallel", "basis": "author_reply"}
    steps = [{}, {"electrode_orientation": "NR"}, {"electrode_orientation": answer}]
    known = {**NEUROTOMY, "image_guidance": "fluoroscopy", "lesion_temperature": "80 °C", "lesions_per_nerve": 2}
    records = [{**known, "lesion_duration": "120 s", "electrode_gauge": "20 G", **step} for step in steps]
    assert [shown(record, "electrode-orientation") for record in records] == ["not_extracted", "not_reported", "met"]
    rows = [score(study("s", arm("a", record))).grades.row(0, named=True) for record in records]
    ranges = [(row["grade_low"], row["grade_high"]) for row in rows]
    assert ranges[0] == ranges[1]
    low, high = ranges[1]
    assert ranges[2] != ranges[1]
    assert GRADES.index(low) <= GRADES.index(ranges[2][0]) <= GRADES.index(ranges[2][1]) <= GRADES.index(high)
    assert "author reply" in explanation(records[2])
