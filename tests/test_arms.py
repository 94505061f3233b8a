"""The grade of an arm: of its main procedure, else of the worst."""

from __future__ import annotations

import pytest
from records import NEUROTOMY, Record, arm, study

import fidelity

RAMUS: Record = {"region": "lumbar", "target": "ramus_communicans", "modality": "conventional_rf"}
GANGLION: Record = {**RAMUS, "target": "dorsal_root_ganglion"}
LIMITED = {**NEUROTOMY, "electrode_gauge": "22 G"}
POOR = {**NEUROTOMY, "image_guidance": "landmarks"}


def test_an_arm_has_the_grade_of_its_worst_procedure_and_says_that_it_is_a_combination() -> None:
    second = {"id": "second", "observations": POOR}
    scores = fidelity.score([study("both", arm("first", LIMITED, "active", second))])
    first, poor = scores.grades.to_dicts()
    (found,) = scores.arms.to_dicts()
    assert (poor["grade_low"], poor["grade_high"]) == ("poor", "poor")
    assert first["grade_high"] != "poor"
    assert (found["grade"], found["grade_low"], found["grade_high"]) == ("poor", "poor", "poor")
    assert found["procedures"] == "first second"
    assert found["note"] == "combination: the worst of 2 graded procedures"


def test_an_arm_has_the_grade_of_its_main_procedure_where_one_is_marked() -> None:
    main = {"id": "main", "main": "yes", "observations": LIMITED}
    scores = fidelity.score([study("both", arm("other", POOR, "active", main))])
    _, of_main = scores.grades.to_dicts()
    (found,) = scores.arms.to_dicts()
    assert (found["procedures"], found["grade_low"], found["grade_high"]) == (
        "main",
        of_main["grade_low"],
        of_main["grade_high"],
    )
    assert found["note"].startswith("main: ")
    assert [row["note"] for row in scores.grades.to_dicts()] == ["", ""]


def test_every_arm_stands_in_the_frame_of_arms_and_one_without_a_grade_says_why(
    parallel_and_perpendicular: Record,
) -> None:
    gap = study("gap", arm("a", RAMUS), arm("b", GANGLION))
    found = fidelity.score([parallel_and_perpendicular, gap]).arms.to_dicts()
    assert [row["arm"] for row in found] == ["thick", "thin", "sham", "a", "b"]
    assert [row["grade_high"] for row in found] == ["full", "limited", None, None, None]
    notes = [row["note"].split(":")[0].split()[0] for row in found if row["note"]]
    assert notes == ["sham", "no_rule_set", "non_standard"]


@pytest.mark.parametrize(("done", "reason"), [(RAMUS, "no_rule_set"), (GANGLION, "non_standard")])
def test_a_main_procedure_without_a_grade_leaves_its_arm_without_one(done: Record, reason: str) -> None:
    main = {"id": "main", "main": "yes", "observations": done}
    (found,) = fidelity.score([study("s", arm("a", NEUROTOMY, "active", main))]).arms.to_dicts()
    assert (found["procedures"], found["grade_low"]) == ("main", None)
    assert found["note"].startswith(reason)
