"""The arms that stay as a network: each with its treatment, each treatment once in a study."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from fidelity.covariates.codes import treatment_codes
from fidelity.covariates.joining import Joined, LeftOut
from fidelity.covariates.master import TreatmentClass
from fidelity.covariates.treatments import Treatment
from fidelity.model.words import fold

Studies = Mapping[str, Sequence[Joined]]
ArmKey = tuple[str, str]
"""The study and the id of an arm, as in the records."""


def treatments_of(
    studies: Studies, classes: Mapping[str, TreatmentClass], nodes: Mapping[ArmKey, str]
) -> dict[ArmKey, Treatment]:
    """Return the treatment of each arm: called by its node where it has one, else as the outcome file calls it.

    `classes` are those of the treatments as the outcome file calls them, by folded name. A node that is called as a
    reference treatment is another treatment.
    """
    said: dict[ArmKey, tuple[str, TreatmentClass]] = {}
    for study, entries in studies.items():
        for entry in entries:
            key = (study, entry.arm.id)
            said[key] = (nodes.get(key, entry.treatment), classes[fold(entry.treatment)])
    active = {fold(name) for name, trt_class in said.values() if trt_class == "active"}
    names = {
        key: f"{name} (reference)" if trt_class == "reference" and fold(name) in active else name
        for key, (name, trt_class) in said.items()
    }
    first: dict[str, str] = {}
    for name in names.values():
        first.setdefault(fold(name), name)
    codes = treatment_codes(first.values())
    return {key: Treatment(codes[first[fold(name)]], first[fold(name)], said[key][1]) for key, name in names.items()}


def distinct(studies: Studies, treatments: Mapping[ArmKey, Treatment]) -> tuple[dict[str, list[Joined]], list[LeftOut]]:
    """Return the studies in which no treatment stands twice, and why the others are left out."""
    kept: dict[str, list[Joined]] = {}
    left: list[LeftOut] = []
    for study, entries in studies.items():
        arms: dict[str, list[str]] = {}
        for entry in entries:
            arms.setdefault(treatments[study, entry.arm.id].name, []).append(entry.arm.id)
        twice = [f"{' and '.join(ids)} are both {name}" for name, ids in arms.items() if len(ids) > 1]
        if twice:
            note = f"{'; '.join(twice)}: name their treatments apart, or join them to one row, in the outcome file"
            left.append(LeftOut(study, "same_treatment", note))
        else:
            kept[study] = list(entries)
    return kept, left


def having(
    studies: Studies, treatments: Mapping[ArmKey, Treatment], wanted: Treatment
) -> tuple[dict[str, list[Joined]], list[LeftOut]]:
    """Return the studies that have an arm of a treatment, and that the others have none and are not in the network."""
    kept = {
        study: list(entries)
        for study, entries in studies.items()
        if any(treatments[study, entry.arm.id] == wanted for entry in entries)
    }
    note = f"it has no arm of {wanted.name}, the treatment of interest, and so is not in the network"
    return kept, [LeftOut(study, "no_graded_arm", note) for study in studies if study not in kept]
