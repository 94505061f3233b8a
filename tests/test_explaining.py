"""The explanation says what decided, what is open, and nothing that is not in the record or the rules."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

import fidelity
from fidelity.explaining import Outlook, explain
from fidelity.read.rules import load_library
from fidelity.write.explanation import render

ORIENTATION = "The electrode lay parallel or near-parallel to the nerve."


def explained(record: Record, rules: Path | None = None) -> str:
    scores = fidelity.score([record], library=load_library(rules) if rules else None)
    return render(explain(scores, record["id"]), scores.standard)


def changed_lines(before: str, after: str) -> set[tuple[str, str]]:
    first, second = before.splitlines(), after.splitlines()
    assert len(first) == len(second)
    return {pair for pair in zip(first, second, strict=True) if pair[0] != pair[1]}


def test_another_title_in_the_rules_changes_that_sentence_and_nothing_else(
    parallel_and_perpendicular: Record, copied_rules: Callable[[], Path]
) -> None:
    rules = copied_rules()
    path = rules / "multisociety-lumbar-medial-branch-rf" / "1.0.0.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(ORIENTATION) == 1
    path.write_text(text.replace(ORIENTATION, ORIENTATION.replace("lay", "was")), encoding="utf-8")
    before = explained(parallel_and_perpendicular)
    after = explained(parallel_and_perpendicular, rules)
    assert ORIENTATION in before
    assert after == before.replace(ORIENTATION, ORIENTATION.replace("lay", "was"))


def test_another_observation_in_the_record_changes_the_lines_that_tell_of_it(
    parallel_and_perpendicular: Record,
) -> None:
    other = copy.deepcopy(parallel_and_perpendicular)
    other["arms"][0]["procedures"][0]["observations"]["electrode_gauge"] = "17 G"
    changed = changed_lines(explained(parallel_and_perpendicular), explained(other))
    assert changed == {("      Electrode gauge: 16 G.", "      Electrode gauge: 17 G.")}


def test_a_quotation_its_place_and_its_reader_are_shown(parallel_and_perpendicular: Record) -> None:
    observations = parallel_and_perpendicular["arms"][0]["procedures"][0]["observations"]
    evidence = [{"quote": "tips were laid along the nerve", "place": "p. 3", "reader": "AB"}]
    observations["electrode_orientation"] = {"value": "parallel", "basis": "cited", "evidence": evidence}
    text = explained(parallel_and_perpendicular)
    assert "Orientation of the electrode to the nerve: parallel (cited)." in text
    assert "“tips were laid along the nerve” (p. 3, read by AB)" in text


def test_silence_is_told_apart_from_what_nobody_looked_up() -> None:
    read = explained(study("read", arm("a", NEUROTOMY), unstated="not_reported"))
    unread = explained(study("unread", arm("a", NEUROTOMY)))
    assert "The report was read and does not give: Electrode temperature." in read
    assert "Nobody has looked up yet: Electrode temperature." in unread
    assert "Nobody has looked up" not in read


def test_patients_who_differed_are_told_for_which_values_it_holds() -> None:
    observation = {"value": "75-85 °C", "varies": "yes"}
    text = explained(study("varied", arm("a", {**NEUROTOMY, "lesion_temperature": observation})))
    assert "Electrode temperature: 75 to 85 °C (patients differed)." in text
    assert "Patients differed: it holds where the value was 80 °C or more." in text


def test_what_follows_from_another_answer_says_from_which() -> None:
    answers = {**NEUROTOMY, "block_volume": "0.3 mL"}
    text = explained(study("followed", arm("a", answers)))
    assert "Positive diagnostic blocks required: follows from Block volume per nerve or joint." in text


def test_an_authors_reply_is_shown_as_such() -> None:
    replied = {"value": "80 °C", "basis": "author_reply"}
    text = explained(study("reply", arm("a", {**NEUROTOMY, "lesion_temperature": replied})))
    assert "Electrode temperature: 80 °C (author reply)." in text


def test_a_persons_judgement_stands_beside_the_computed_one(parallel_and_perpendicular: Record) -> None:
    parallel_and_perpendicular["judgements"] = [
        {
            "procedure": "thin",
            "criterion": "multisociety-lumbar-medial-branch-rf/electrode-orientation",
            "verdict": "partly_met",
            "reason": "the figure shows an oblique needle",
            "who": "AB",
            "when": "2026-01-05",
        }
    ]
    text = explained(parallel_and_perpendicular)
    assert f"✗ not met: {ORIENTATION} (major; by design)" in text
    assert "AB judged this partly met on 2026-01-05: The figure shows an oblique needle." in text


def outlook_of(record: Record, axis: str = "delivery", **options: Any) -> Outlook:
    (explanation,) = explain(fidelity.score([record], **options), record["id"])
    return next(entry for entry in explanation.outlooks if entry.axis == axis)


def flat(groups: Iterable[Any]) -> set[str]:
    """Return the names in nested groups of names."""
    return {name for group in groups for name in ([group] if isinstance(group, str) else flat(group))}


BEST = {
    "image_guidance": "fluoroscopy",
    "electrode_orientation": "parallel",
    "electrode_gauge": "16 G",
    "lesions_per_nerve": "2",
    "sensory_stimulation": "yes",
    "lesion_temperature": "85 °C",
    "lesion_duration": "120 s",
}
WORST = {
    "image_guidance": "landmarks",
    "electrode_orientation": "perpendicular",
    "electrode_gauge": "22 G",
    "lesions_per_nerve": "1",
    "sensory_stimulation": "no",
    "lesion_temperature": "60 °C",
    "lesion_duration": "30 s",
}


@pytest.mark.parametrize("unstated", ["not_extracted", "not_reported"])
def test_the_facts_that_matter_are_those_that_move_the_ends_when_filled_in(unstated: str) -> None:
    """Best and worst answers, written out by hand, are filled in one by one and the ends are looked at."""
    outlook = outlook_of(study("ends", arm("a", NEUROTOMY), unstated=unstated))

    def ends(**answers: str) -> tuple[str, str]:
        filled = study("ends", arm("a", {**NEUROTOMY, **answers}), unstated=unstated)
        row = fidelity.score([filled]).grades.row(0, named=True)
        return row["grade_low"], row["grade_high"]

    assert ends() == ("poor", "full")
    alone = {group[0] for group in outlook.could_lower if len(group) == 1}
    for field in BEST:
        assert (ends(**{field: WORST[field]})[1] != "full") == (field in alone), field
    needed = {group[0][0] for group in outlook.needed if group == ((group[0][0],),)}
    for field in BEST:
        others = {name: answer for name, answer in BEST.items() if name != field}
        assert (ends(**others)[0] == "poor") == (field in needed), field
    (one_of,) = [group for group in outlook.needed if len(group) > 1]
    assert {fields[0] for fields in one_of} == {"electrode_orientation", "electrode_gauge", "lesions_per_nerve"}
    without = {name: answer for name, answer in BEST.items() if (name,) not in one_of}
    assert ends(**without)[0] == "poor"
    assert all(ends(**without, **{name: BEST[name]})[0] != "poor" for (name,) in one_of)


def test_facts_of_which_no_single_one_decides_are_named_together() -> None:
    known = {name: answer for name, answer in BEST.items() if name not in ("sensory_stimulation", "lesions_per_nerve")}
    record = study("two", arm("a", {**NEUROTOMY, **known, "lesions_per_nerve": "1"}))
    (row,) = fidelity.score([record]).grades.to_dicts()
    assert (row["grade_low"], row["grade_high"]) == ("limited", "full")
    outlook = outlook_of(record)
    (together,) = outlook.could_lower
    assert "sensory_stimulation" in together
    assert len(together) > 1
    assert outlook.needed == (tuple((name,) for name in together),)
    text = " ".join(explained(record).split())
    assert "The best grade (full) could still be lowered by: Electrode type together with" in text
    assert "The worst grade (limited) cannot rise without: one of Electrode type," in text


def test_a_fact_that_is_already_known_is_never_named() -> None:
    outlook = outlook_of(study("some", arm("a", {**NEUROTOMY, "electrode_gauge": "16 G"})))
    assert "electrode_gauge" not in flat((*outlook.could_lower, *outlook.needed))


def test_a_range_that_a_threshold_cuts_is_an_open_fact_and_one_that_it_does_not_cut_is_none() -> None:
    cut = outlook_of(study("cut", arm("a", {**NEUROTOMY, **BEST, "lesion_temperature": "75-85 °C"})))
    assert (cut.could_lower, cut.needed) == ((("lesion_temperature",),), ((("lesion_temperature",),),))
    whole = outlook_of(study("whole", arm("a", {**NEUROTOMY, **BEST, "lesion_temperature": "81-85 °C"})))
    assert (whole.could_lower, whole.needed) == ((), ())


def test_contrast_could_lower_an_injection_whose_guidance_is_not_known_either() -> None:
    outlook = outlook_of(study("esi", arm("a", TRANSFORAMINAL)))
    assert {("image_guidance",), ("contrast",)} <= set(outlook.could_lower)
    assert outlook.needed == ((("image_guidance",),),)


def test_a_criterion_that_only_the_start_of_recruitment_leaves_open_says_so() -> None:
    known = {**TRANSFORAMINAL, "prior_imaging_reviewed": "yes"}
    record = study("clock", arm("a", known), observations={"publication_year": "2019"})
    (explanation,) = explain(fidelity.score([record]), "clock")
    (reviewed,) = [entry for entry in explanation.criteria if entry.criterion.id == "earlier-imaging-reviewed"]
    assert reviewed.open_fields == ("recruitment_start",)
    text = " ".join(explained(record).split())
    began = "recruitment began between 2014 and 2019 (from the year of publication: that year and the five before)."
    assert f"Judged by what was asked when the study recruited: {began}" in text
    assert f"Asked since 2015-02-01; {began}" in text
    dated = {**record, "observations": {"publication_year": "2019", "recruitment_start": "2018-03"}}
    text = " ".join(explained(dated).split())
    assert "Judged by what was asked when the study recruited: recruitment began in 2018-03." in text
    assert "Asked since 2015" not in text
    assert "Asked since 2021-12-05; recruitment began in 2018-03." in text


def test_the_start_of_recruitment_is_named_where_it_decides_what_could_lower_the_grade() -> None:
    known = {**TRANSFORAMINAL, "sedation_depth": "general anaesthesia"}
    record = study("clock", arm("a", known), observations={"publication_year": "2019"})
    assert ("recruitment_start",) in outlook_of(record, "safety").could_lower


def test_an_axis_with_clock_now_does_not_speak_of_recruitment() -> None:
    record = study("now", arm("a", NEUROTOMY), observations={"publication_year": "2020"})
    text = render(explain(scores := fidelity.score([record], clock="now"), "now"), scores.standard)
    assert "recruitment began" not in text


def test_a_refused_arm_is_explained_with_place_and_problem() -> None:
    wrong = arm("b", {**NEUROTOMY, "lesion_temperature": "800 °C"})
    record = study("half", arm("a", NEUROTOMY), wrong)
    text = " ".join(explained(record).split())
    assert "b (active) ========== No grade. Refused: " in text
    assert "lesion_temperature" in text
    assert "37 to 100" in text
    only = " ".join(explained(study("none", wrong)).split())
    assert "No grade. Refused: " in only


def test_a_study_is_found_by_its_label_its_registration_and_its_doi_when_just_one_has_it() -> None:
    first = study("a1", arm("a", NEUROTOMY), doi="10.1/x", registry="NCT01")
    second = {**study("a2", arm("a", NEUROTOMY)), "label": "A1 again"}
    scores = fidelity.score([first, second])
    for name in ("a1", "A1", "10.1/X", "nct01"):
        assert explain(scores, name)[0].row["study"] == "a1", name
    twins = fidelity.score([first, {**second, "label": "A1"}])
    with pytest.raises(fidelity.UsageError, match="2 studies are called 'A1': name one by its id: a1, a2"):
        explain(twins, "A1")


def test_a_count_of_one_stands_without_its_unit() -> None:
    text = explained(study("one", arm("a", {**NEUROTOMY, "lesions_per_nerve": "1"})))
    assert "Lesions per nerve: 1." in text


def test_a_program_gets_values_and_text_from_the_package_itself() -> None:
    scores = fidelity.score([study("s", arm("a", NEUROTOMY))], library=fidelity.load_library())
    (explanation,) = fidelity.explain(scores, "s")
    assert isinstance(explanation, fidelity.Explanation)
    assert fidelity.explanation_text(scores, "s") == render((explanation,), scores.standard)


def test_a_gap_and_a_sham_arm_are_explained_by_what_is_known_of_them() -> None:
    gap = study("gap", arm("a", {"region": "lumbar", "target": "ramus_communicans", "modality": "conventional_rf"}))
    text = explained(gap)
    assert "No grade. No rule set of multisociety covers this procedure: lumbar" in text.replace("\n", " ")
    assert "Target structure: ramus communicans" in text


def test_a_non_standard_technique_is_explained_by_who_calls_it_so() -> None:
    heat = {"region": "lumbar", "target": "dorsal_root_ganglion", "modality": "conventional_rf"}
    text = " ".join(explained(study("heat", arm("a", heat))).split())
    assert "No grade. Non-standard technique, which is not a standard one done badly: Thermal radiofrequency" in text
    assert "Vallejo 2010" in text


def test_a_study_that_is_not_there_is_a_usage_error_that_names_the_nearest() -> None:
    scores = fidelity.score([study("smith_2019", arm("a", NEUROTOMY))])
    with pytest.raises(fidelity.UsageError, match="did you mean 'smith_2019'"):
        explain(scores, "smith_2009")


def test_a_study_that_is_not_there_among_many_is_not_looked_up_in_the_codebook() -> None:
    scores = fidelity.score([study(f"s{number:02}", arm("a", NEUROTOMY)) for number in range(20)])
    with pytest.raises(fidelity.UsageError, match="none of the 20 that there are has a similar name"):
        explain(scores, "quite another")
