"""The variants of a criterion are all the small slips that its author could have made, and no rewording."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from made_up import asking, judged, library

from fidelity.model.ruleset import Criterion
from fidelity.model.variants import Variant, constant, variants_of


def of(conditions: str) -> tuple[Variant, ...]:
    return variants_of(asking(one=conditions).criteria[0], library().codebook)


def says(conditions: str, kind: str) -> list[str]:
    return [variant.says.split(": ", 1)[-1] for variant in of(conditions) if variant.kind == kind]


def verdict(criterion: Criterion, observations: dict[str, Any]) -> set[str]:
    ruleset = asking(one="met_when: {field: lesion_temperature, at_least: 80}")
    changed = ruleset.model_copy(update={"criteria": (criterion,)})
    return judged(changed, {"region": "lumbar", "modality": "conventional_rf", **observations})["one"][0]


@pytest.mark.parametrize(
    ("leaf", "nudged"),
    [
        ("lesion_temperature, at_least: 80", ["at least 80 nudged to 72", "at least 80 nudged to 88"]),
        ("lesion_temperature, at_most: 95", ["at most 95 nudged to 85.5", "at most 95 nudged to 97.5"]),
        (
            "lesions_per_nerve, at_least: 3",
            ["at least 3 nudged to 2"],
        ),  # to 4 is more than 3: an operator turned
        ("lesions_per_nerve, less_than: 3", ["less than 3 nudged to 2"]),
        (
            "electrode_gauge, at_least_as_thick_as: 18",
            ["at least as thick as 18 nudged to 17", "at least as thick as 18 nudged to 19"],
        ),
        ("electrode_gauge, at_least_as_thick_as: 10", ["at least as thick as 10 nudged to 11"]),
    ],
)
def test_a_number_is_nudged_to_either_side_inside_its_range(leaf: str, nudged: list[str]) -> None:
    assert says(f"met_when: {{field: {leaf}}}", "nudged") == nudged


@pytest.mark.parametrize(
    ("condition", "turned"),
    [
        ("{field: lesion_temperature, at_least: 80}", "at least 80 turned into more than 80"),
        ("{field: lesion_temperature, less_than: 80}", "less than 80 turned into at most 80"),
        (
            "{field: block_relief_cutoff, asks_more_than: 50}",
            "asks more than 50 turned into asks at least 50",
        ),
        (
            "{field: fluoroscopic_views, includes_all: [ap, lateral]}",
            "includes all ap, lateral turned into includes any ap, lateral",
        ),
        (
            "{any: [{field: lesion_temperature, at_least: 80}, {field: lesions_per_nerve, at_least: 2}]}",
            "any of 2 turned into all",
        ),
    ],
)
def test_every_operator_has_its_turn(condition: str, turned: str) -> None:
    assert says(f"met_when: {condition}", "turned")[:2] == ["met when turned into not met when", turned]


def test_a_list_loses_each_choice_and_gains_each_other_one() -> None:
    conditions = "met_when: {field: image_guidance, one_of: [x_ray]}"
    choices = library().codebook.fields["image_guidance"].choices
    assert says(conditions, "choice dropped") == ["without fluoroscopy", "without CT"]
    assert len(says(conditions, "choice added")) == len(choices) - 2


def test_members_that_hold_members_are_dropped_whole_and_part_by_part() -> None:
    inner = "{all: [{field: lesions_per_nerve, at_least: 2}, {field: lesion_duration, at_least: 90}]}"
    conditions = f"met_when: {{any: [{{field: lesion_temperature, at_least: 80}}, {inner}]}}"
    dropped = [variant.at for variant in of(conditions) if variant.kind == "dropped"]
    inside = ("met_when", "any", 1, "all")
    assert dropped == [("met_when", "any", 0), ("met_when", "any", 1), (*inside, 0), (*inside, 1)]


def test_exceptions_and_floors_are_dropped_too() -> None:
    conditions = """
        applies_when: {field: modality, equals: conventional_rf}
        met_when: {field: lesion_duration, at_least: 120}
        partly_met_when: {field: lesion_duration, at_least: 90}
    """
    assert says(conditions, "dropped") == ["asked of every procedure", "the floor dropped"]


def test_the_question_whether_something_is_reported_can_only_be_dropped() -> None:
    leaves = [{"field": name, "reported": "yes"} for name in ("lesion_temperature", "lesion_duration")]
    asked = asking(one="met_when: {field: lesion_temperature, at_least: 80}").criteria[0]
    both = Criterion.model_validate({**asked.model_dump(exclude_none=True), "met_when": {"all": leaves}})
    kinds = Counter(variant.kind for variant in variants_of(both, library().codebook))
    assert kinds == {"dropped": 2, "turned": 2}


def test_no_two_variants_of_a_shipped_criterion_are_the_same_and_none_is_the_criterion_itself() -> None:
    for ruleset in library().rulesets:
        for criterion in ruleset.criteria:
            found = [variant.criterion for variant in variants_of(criterion, library().codebook)]
            assert criterion not in found
            assert len({repr(variant) for variant in found}) == len(found), criterion.id


def test_a_leaf_that_always_holds_or_never_does_still_asks_for_its_field() -> None:
    criterion = asking(one="met_when: {field: lesion_temperature, at_least: 80}").criteria[0]
    holds, never = (constant(criterion, ("met_when",), value) for value in (True, False))
    assert verdict(holds, {"lesion_temperature": 60}) == {"met"}
    assert verdict(never, {"lesion_temperature": 90}) == {"not_met"}
    assert verdict(holds, {"modality": "injection"}) == {"not_applicable"}


def test_only_the_leaf_at_the_path_is_settled() -> None:
    conditions = "met_when: {all: [{field: lesion_temperature, at_least: 80}, {field: lesion_duration, at_least: 90}]}"
    criterion = asking(one=conditions).criteria[0]
    settled = constant(criterion, ("met_when", "all", 0), True)
    assert verdict(settled, {"lesion_temperature": 60, "lesion_duration": 90}) == {"met"}
    assert verdict(settled, {"lesion_temperature": 60, "lesion_duration": 89}) == {"not_met"}
