"""The 24 criteria as record engines are asked them: for each verdict, when it is possible.

Engines know two values, or null, and not sets of verdicts; so every criterion becomes up to four questions that a
record answers with yes or no. They are spelled out here once, by hand, and printed in the language of each engine.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Can:
    """A choice may be one of these, an entry of a checklist may be so."""

    field: str
    choices: tuple[str, ...]


@dataclass(frozen=True)
class Compare:
    """An end of a number compares so with a threshold."""

    end: str
    operator: str
    number: float


@dataclass(frozen=True)
class Both:
    members: tuple[Question, ...]


@dataclass(frozen=True)
class Either:
    members: tuple[Question, ...]


Question = Can | Compare | Both | Either


@dataclass(frozen=True)
class Asked:
    """A criterion: when each verdict is possible where it is judged, and when it may be judged and may not."""

    id: str
    met: Question
    not_met: Question
    partly_met: Question | None = None
    judged: Question | None = None
    inapplicable: Question | None = None


def can(field: str, *choices: str) -> Can:
    return Can(field, choices)


def both(*members: Question) -> Both:
    return Both(members)


def either(*members: Question) -> Either:
    return Either(members)


def reaches(field: str, number: float) -> Compare:
    return Compare(f"{field}_high", ">=", number)


def exceeds(field: str, number: float) -> Compare:
    return Compare(f"{field}_high", ">", number)


def is_below(field: str, number: float) -> Compare:
    return Compare(f"{field}_low", "<", number)


def is_at_most(field: str, number: float) -> Compare:
    return Compare(f"{field}_low", "<=", number)


CONVENTIONAL, COOLED = can("modality", "conventional_rf"), can("modality", "cooled_rf")
BLOCKED, UNBLOCKED = reaches("block_number", 1), is_below("block_number", 1)
X_RAY = ("fluoroscopy", "ct", "ultrasound_with_fluoroscopic_check")
SCREENED = can("image_guidance", "fluoroscopy", "ultrasound_with_fluoroscopic_check")
NOT_SCREENED = can("image_guidance", "ct", "ultrasound", "mri", "endoscopy", "planned_offline", "landmarks")
PERPENDICULAR = can("electrode_orientation", "perpendicular")
NOT_PERPENDICULAR = can("electrode_orientation", "parallel", "near_parallel", "oblique_unspecified")
SEVERAL, SINGLE = reaches("lesions_per_nerve", 2), is_below("lesions_per_nerve", 2)
ENLARGED = (
    SEVERAL,
    can("fluid_preinjection", "yes"),
    can("bipolar_lesion", "yes"),
    can("electrode_type", "multitined"),
)
NOT_ENLARGED = (
    SINGLE,
    can("fluid_preinjection", "no"),
    can("bipolar_lesion", "no"),
    can("electrode_type", "straight", "curved", "other"),
)
PERCENT, NO_PERCENT = (
    can("block_relief_measure", "percent"),
    can("block_relief_measure", "absolute_points", "global_judgement"),
)
JOINT = "intra_articular_facet"
OTHER_BLOCKS = ("sacral_lateral_branch", "nerve_root", "other")

QUESTIONS = (
    Asked(
        "image-guidance",
        met=can("image_guidance", *X_RAY),
        not_met=can("image_guidance", "ultrasound", "mri", "endoscopy", "planned_offline", "landmarks"),
    ),
    Asked(
        "two-views",
        met=both(can("views_ap", "yes"), can("views_lateral", "yes")),
        not_met=either(can("views_ap", "no"), can("views_lateral", "no")),
        judged=SCREENED,
        inapplicable=NOT_SCREENED,
    ),
    Asked(
        "electrode-orientation",
        met=can("electrode_orientation", "parallel", "near_parallel"),
        partly_met=can("electrode_orientation", "oblique_unspecified"),
        not_met=PERPENDICULAR,
        judged=CONVENTIONAL,
        inapplicable=COOLED,
    ),
    Asked(
        "not-perpendicular-thin-and-single",
        met=either(NOT_PERPENDICULAR, is_at_most("electrode_gauge", 18), SEVERAL),
        not_met=both(PERPENDICULAR, exceeds("electrode_gauge", 18), SINGLE),
        judged=CONVENTIONAL,
        inapplicable=COOLED,
    ),
    Asked(
        "sensory-stimulation-or-larger-lesion",
        met=either(can("sensory_stimulation", "yes"), *ENLARGED),
        not_met=both(can("sensory_stimulation", "no"), *NOT_ENLARGED),
        judged=CONVENTIONAL,
        inapplicable=COOLED,
    ),
    Asked(
        "tip-temperature-reached",
        met=reaches("lesion_temperature", 80),
        not_met=is_below("lesion_temperature", 80),
        judged=CONVENTIONAL,
        inapplicable=COOLED,
    ),
    Asked(
        "tip-temperature-not-exceeded",
        met=is_at_most("lesion_temperature", 90),
        not_met=exceeds("lesion_temperature", 90),
        judged=CONVENTIONAL,
        inapplicable=COOLED,
    ),
    Asked(
        "lesion-duration",
        met=reaches("lesion_duration", 120),
        partly_met=both(is_below("lesion_duration", 120), reaches("lesion_duration", 90)),
        not_met=is_below("lesion_duration", 90),
        judged=CONVENTIONAL,
        inapplicable=COOLED,
    ),
    Asked(
        "electrode-gauge",
        met=is_at_most("electrode_gauge", 18),
        partly_met=both(exceeds("electrode_gauge", 18), NOT_PERPENDICULAR, either(*ENLARGED)),
        not_met=both(exceeds("electrode_gauge", 18), either(PERPENDICULAR, both(*NOT_ENLARGED))),
        judged=CONVENTIONAL,
        inapplicable=COOLED,
    ),
    Asked(
        "cooled-dose",
        met=both(reaches("lesion_temperature", 60), reaches("lesion_duration", 150)),
        not_met=either(is_below("lesion_temperature", 60), is_below("lesion_duration", 150)),
        judged=COOLED,
        inapplicable=CONVENTIONAL,
    ),
    Asked(
        "active-tip",
        met=both(reaches("active_tip_length", 5), is_at_most("active_tip_length", 10)),
        not_met=either(is_below("active_tip_length", 5), exceeds("active_tip_length", 10)),
    ),
    Asked("block-required", met=BLOCKED, not_met=UNBLOCKED),
    Asked(
        "more-than-one-block",
        met=reaches("block_number", 2),
        not_met=is_below("block_number", 2),
        judged=both(BLOCKED, can("trial_aim", "efficacy")),
        inapplicable=either(UNBLOCKED, can("trial_aim", "effectiveness")),
    ),
    Asked(
        "relief-cut-off",
        met=both(PERCENT, reaches("block_relief_cutoff", 80)),
        partly_met=both(
            either(NO_PERCENT, is_below("block_relief_cutoff", 80)), PERCENT, reaches("block_relief_cutoff", 50)
        ),
        not_met=either(NO_PERCENT, is_below("block_relief_cutoff", 50)),
        judged=BLOCKED,
        inapplicable=UNBLOCKED,
    ),
    Asked(
        "relief-over-time",
        met=either(can("block_pain_diary", "yes"), can("block_relief_concordant", "yes")),
        not_met=both(can("block_pain_diary", "no"), can("block_relief_concordant", "no")),
        judged=BLOCKED,
        inapplicable=UNBLOCKED,
    ),
    Asked(
        "medial-branch-block",
        met=can("block_type", "medial_branch"),
        partly_met=can("block_type", JOINT),
        not_met=can("block_type", *OTHER_BLOCKS),
        judged=BLOCKED,
        inapplicable=UNBLOCKED,
    ),
    Asked(
        "block-volume",
        met=is_at_most("block_volume", 0.5),
        not_met=exceeds("block_volume", 0.5),
        judged=both(BLOCKED, can("block_type", "medial_branch")),
        inapplicable=either(UNBLOCKED, can("block_type", JOINT, *OTHER_BLOCKS)),
    ),
    Asked(
        "joint-block-volume",
        met=is_below("block_volume", 1.5),
        not_met=reaches("block_volume", 1.5),
        judged=both(BLOCKED, can("block_type", JOINT)),
        inapplicable=either(UNBLOCKED, can("block_type", "medial_branch", *OTHER_BLOCKS)),
    ),
    Asked(
        "block-guidance",
        met=can("block_guidance", *X_RAY),
        partly_met=can("block_guidance", "ultrasound"),
        not_met=can("block_guidance", "mri", "landmarks"),
        judged=BLOCKED,
        inapplicable=UNBLOCKED,
    ),
    Asked(
        "block-contrast",
        met=can("block_contrast", "given"),
        not_met=can("block_contrast", "omitted"),
        judged=both(BLOCKED, can("block_contrast", "given", "omitted"), can("block_guidance", *X_RAY)),
        inapplicable=either(
            UNBLOCKED, can("block_contrast", "contraindicated"), can("block_guidance", "ultrasound", "mri", "landmarks")
        ),
    ),
    Asked("motor-stimulation", met=can("motor_stimulation", "yes"), not_met=can("motor_stimulation", "no")),
    Asked(
        "not-under-anaesthesia",
        met=can("sedation_depth", "none", "minimal", "moderate"),
        not_met=can("sedation_depth", "deep", "general_anaesthesia"),
    ),
    Asked(
        "anticoagulants-managed", met=can("anticoagulants_managed", "yes"), not_met=can("anticoagulants_managed", "no")
    ),
    Asked(
        "mask-or-drape",
        met=either(can("asepsis_mask", "yes"), can("asepsis_drape", "yes")),
        not_met=both(can("asepsis_mask", "no"), can("asepsis_drape", "no")),
    ),
)


def possibilities() -> Iterator[tuple[int, int, Question]]:
    """Yield each verdict of each criterion with the whole question of when it is possible."""
    for place, asked in enumerate(QUESTIONS):
        for bit, question in ((1, asked.met), (2, asked.partly_met), (4, asked.not_met)):
            if question is not None:
                yield place, bit, question if asked.judged is None else both(asked.judged, question)
        if asked.inapplicable is not None:
            yield place, 8, asked.inapplicable
