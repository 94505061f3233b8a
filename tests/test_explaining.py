"""The explanation says what decided, what is open, and nothing that is not in the record or the rules."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

import fidelity
from fidelity.explaining import explain
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


@pytest.mark.parametrize("unstated", ["not_extracted", "not_reported"])
def test_the_facts_that_matter_are_those_that_move_the_ends_when_filled_in(unstated: str) -> None:
    """Best and worst answers, written out by hand, are filled in one by one and the ends are looked at."""
    best = {
        "image_guidance": "fluoroscopy",
        "electrode_orientation": "parallel",
        "electrode_gauge": "16 G",
        "lesions_per_nerve": "2",
        "sensory_stimulation": "yes",
        "lesion_temperature": "85 °C",
        "lesion_duration": "120 s",
    }
    worst = {
        "image_guidance": "landmarks",
        "electrode_orientation": "perpendicular",
        "electrode_gauge": "22 G",
        "lesion_temperature": "60 °C",
        "lesion_duration": "30 s",
    }
    record = study("ends", arm("a", NEUROTOMY), unstated=unstated)
    scores = fidelity.score([record])
    (explanation,) = explain(scores, "ends")
    outlook = next(entry for entry in explanation.outlooks if entry.axis == "delivery")

    def ends(**answers: str) -> tuple[str, str]:
        filled = study("ends", arm("a", {**NEUROTOMY, **answers}), unstated=unstated)
        row = fidelity.score([filled]).grades.row(0, named=True)
        return row["grade_low"], row["grade_high"]

    assert ends() == ("poor", "full")
    for field, answer in worst.items():
        assert (ends(**{field: answer})[1] != "full") == (field in outlook.could_lower_the_best), field
    for field in best:
        others = {name: answer for name, answer in best.items() if name != field}
        assert (ends(**others)[0] == "poor") == (field in outlook.needed_for_the_worst_to_rise), field


def test_contrast_could_lower_an_injection_whose_guidance_is_not_known_either() -> None:
    scores = fidelity.score([study("esi", arm("a", TRANSFORAMINAL))])
    (explanation,) = explain(scores, "esi")
    outlook = next(entry for entry in explanation.outlooks if entry.axis == "delivery")
    assert {"image_guidance", "contrast"} <= set(outlook.could_lower_the_best)
    assert outlook.needed_for_the_worst_to_rise == ("image_guidance",)


def test_a_gap_and_a_sham_arm_are_explained_by_what_is_known_of_them() -> None:
    gap = study("gap", arm("a", {"region": "lumbar", "target": "dorsal_root_ganglion", "modality": "pulsed_rf"}))
    text = explained(gap)
    assert "No grade. No rule set of multisociety covers this procedure: lumbar" in text.replace("\n", " ")
    assert "Target structure: dorsal root ganglion" in text


def test_a_study_that_is_not_there_is_a_usage_error_that_names_the_nearest() -> None:
    scores = fidelity.score([study("smith_2019", arm("a", NEUROTOMY))])
    with pytest.raises(fidelity.UsageError, match="did you mean 'smith_2019'"):
        explain(scores, "smith_2009")
