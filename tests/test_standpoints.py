"""The same studies by several profiles and clocks, side by side."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

import fidelity
from fidelity.review.standpoints import SideBySide, Standpoint, score_from, standpoints_of

LIBRARY = fidelity.load_library()
EXAMPLES = Path(__file__).parents[1] / "examples"
PROFILES = ("multisociety", "ipsis", "medicare", "uk")


def neurotomy(**observations: str) -> dict[str, object]:
    scope = {"region": "lumbar", "target": "medial_branch", "modality": "conventional_rf"}
    arm = {"id": "rf", "role": "active", "procedures": [{"id": "rf", "observations": scope | observations}]}
    return {"id": "trial", "label": "Trial", "unstated": "not_reported", "arms": [arm]}


def by_all(**observations: str) -> SideBySide:
    return score_from([neurotomy(**observations)], [Standpoint(name, None) for name in PROFILES], library=LIBRARY)


def axis(found: SideBySide, name: str) -> dict[str, str]:
    return found.compared.filter(pl.col("axis") == name).row(0, named=True)


def test_all_profiles_stand_beside_one_another_with_the_main_one_first() -> None:
    points = standpoints_of(LIBRARY, "all", None, both=False)
    assert [point.name for point in points][:1] == ["multisociety"]
    assert {point.profile for point in points} == set(PROFILES)


def test_both_clocks_stand_beside_one_another() -> None:
    assert [point.name for point in standpoints_of(LIBRARY, "uk", None, both=True)] == ["uk then", "uk now"]


def test_a_cut_off_between_two_bodies_makes_the_selection_depend_on_the_profile() -> None:
    block = {"block_number": "2", "block_type": "medial_branch", "block_target_matches": "yes"}
    asked = {"block_control": "comparative", "block_relief_measure": "percent", "block_relief_cutoff": ">= 50 %"}
    row = axis(by_all(**block, **asked), "selection")
    assert row["depends_on"] == "profile"
    assert row["multisociety"] != row["medicare"]


def test_what_every_profile_asks_alike_does_not_depend_on_the_profile() -> None:
    row = axis(by_all(image_guidance="landmarks"), "delivery")
    words = {name: row[name].partition(" [")[0] for name in PROFILES}
    assert set(words.values()) == {"poor"}
    assert row["depends_on"] == ""


def test_the_number_of_counted_criteria_stands_beside_each_grade_of_delivery() -> None:
    row = axis(by_all(image_guidance="landmarks"), "delivery")
    assert all(" of " in row[name] for name in PROFILES)


def test_a_trial_before_the_edition_depends_on_the_clock() -> None:
    points = [Standpoint("multisociety", "then"), Standpoint("multisociety", "now")]
    found = score_from([neurotomy(recruitment_start="1994")], points, library=LIBRARY)
    row = axis(found, "delivery")
    assert (row["multisociety then"], row["depends_on"]) == ("no standard yet", "clock")


def test_the_source_is_read_once_and_its_problems_are_said_once() -> None:
    found = by_all(image_guidance="x-rays from Mars")
    assert len(found.problems) == 1


@pytest.mark.parametrize("detail", ["grades", "arms", "concerns", "judgements"])
def test_every_frame_is_there_for_every_standpoint(detail: str) -> None:
    found = by_all(image_guidance="fluoroscopy")
    assert set(found.long(detail)["profile"]) == set(PROFILES)


def test_no_procedure_is_lost_on_the_way_to_the_comparison() -> None:
    found = score_from([str(EXAMPLES / "trials")], standpoints_of(LIBRARY, "all", None, both=True), library=LIBRARY)
    graded = fidelity.score(EXAMPLES / "trials", library=LIBRARY)
    assert found.compared.height == 3 * graded.grades.height
    assert (
        found.compared.filter(pl.col("axis") == "delivery")
        .select("study", "arm", "procedure")
        .equals(graded.grades.select("study", "arm", "procedure"))
    )


def test_medicare_says_what_its_grades_mean() -> None:
    assert any("conformity with coverage rules" in line for line in by_all(image_guidance="ct").summary)
