"""Which grades move when one criterion changes: checked on procedures whose grades follow by hand."""

from __future__ import annotations

from typing import Any

import polars as pl

import fidelity
from fidelity.model.implication import implies
from fidelity.review.changes import changes_of
from fidelity.review.sensitivity import sensitivity_of

LIBRARY = fidelity.load_library()
RF = "multisociety-lumbar-medial-branch-rf"
IDEAL = {
    "region": "lumbar", "target": "medial_branch", "modality": "conventional_rf", "image_guidance": "fluoroscopy",
    "electrode_orientation": "parallel", "electrode_gauge": "16 G", "lesions_per_nerve": "2",
    "lesion_temperature": "85 °C", "lesion_duration": "120 s", "sensory_stimulation": "yes",
    "motor_stimulation": "yes", "sedation_depth": "none",
}  # fmt: skip


def study(name: str, **observations: str) -> dict[str, Any]:
    arm = {"id": "rf", "role": "active", "procedures": [{"id": "rf", "observations": IDEAL | observations}]}
    return {"id": name, "label": name, "unstated": "not_reported", "arms": [arm]}


def moved(*studies: dict[str, Any]) -> pl.DataFrame:
    return sensitivity_of(fidelity.score(list(studies), library=LIBRARY)).moves


def of(moves: pl.DataFrame, criterion: str, kind: str) -> dict[str, tuple[str, str]]:
    mine = moves.filter(pl.col("criterion") == criterion, pl.col("kind") == kind, pl.col("axis") == "delivery")
    return {change: (before, after) for change, before, after in mine.select("change", "before", "after").rows()}


def test_leaving_out_the_only_fault_makes_the_grade_full() -> None:
    moves = moved(study("perpendicular", electrode_orientation="perpendicular"))
    assert of(moves, "electrode-orientation", "left out") == {"left out": ("limited", "full")}


def test_leaving_out_what_was_met_moves_nothing() -> None:
    moves = moved(study("perpendicular", electrode_orientation="perpendicular"))
    assert of(moves, "lesion-duration", "left out") == {}


def test_another_level_moves_the_grade_to_what_that_level_makes_of_it() -> None:
    moves = moved(study("perpendicular", electrode_orientation="perpendicular"))
    assert of(moves, "electrode-orientation", "level") == {
        "critical instead of major": ("limited", "poor"),
        "minor instead of major": ("limited", "adequate"),
    }


def test_a_number_a_tenth_higher_catches_a_lesion_that_was_just_long_enough() -> None:
    moves = moved(study("just", lesion_duration="120 s"))
    change = "Duration per lesion: 132 s instead of 120 s"
    assert of(moves, "lesion-duration", "number") == {change: ("full", "adequate")}


def test_a_number_far_from_what_was_done_moves_nothing() -> None:
    assert of(moved(study("long", lesion_duration="180 s")), "lesion-duration", "number") == {}


def test_changes_and_moves_tell_the_same_numbers() -> None:
    found = sensitivity_of(fidelity.score([study("a", lesion_duration="60 s"), study("b")], library=LIBRARY))
    counted = found.changes.filter(pl.col("moved") > 0).select("ruleset", "criterion", "change", "moved")
    moves = found.moves.group_by("ruleset", "criterion", "change").len("moved")
    assert counted.sort(pl.all()).equals(moves.sort(pl.all()).cast({"moved": pl.UInt32}))
    assert set(found.changes["graded"]) == {2} | {count for count in found.changes["graded"] if count == 0}


def test_a_criterion_that_does_not_count_is_not_changed() -> None:
    ruleset = next(entry for entry in LIBRARY.rulesets if entry.id == RF)
    for criterion in ruleset.criteria:
        assert bool(changes_of(criterion, LIBRARY.codebook)) == criterion.counted


def test_a_floor_never_rises_above_what_it_is_the_floor_of() -> None:
    for ruleset in LIBRARY.rulesets:
        for criterion in ruleset.criteria:
            for change in changes_of(criterion, LIBRARY.codebook):
                changed = change.changed
                if changed is not None and changed.partly_met_when is not None and changed.met_when is not None:
                    assert implies(changed.met_when, changed.partly_met_when, LIBRARY.codebook), change.says
