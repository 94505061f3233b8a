"""The program that a good Polars user writes by hand for these 24 criteria and no others.

Nothing is shared with the package. Every mask, threshold and condition is spelled out, and what this one rule set makes
superfluous is left out: conditions that it always fulfils, departures that no domain can show, grades that are never
null. Parts are named and computed once, so the optimiser has nothing to look for and stays off. It is the yardstick for
what it costs to compile any rule set whatever.

A leaf is a byte: 1 met, 4 missed, and where both are possible 21 (not reported), 37 (unclear) or 53 (not extracted).
So the least byte finds a leaf that is met, and the greatest the strongest reason.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_

import polars as pl
from polars import col

SILENT = (
    "modality", "trial_aim", "anticoagulants_managed", "block_number", "block_type", "block_relief_measure",
    "block_relief_cutoff", "block_pain_diary", "block_relief_concordant", "block_guidance", "block_contrast",
    "block_volume", "image_guidance", "fluoroscopic_views", "electrode_orientation", "electrode_gauge", "electrode_type",
    "active_tip_length", "lesions_per_nerve", "fluid_preinjection", "bipolar_lesion", "lesion_temperature",
    "lesion_duration", "sensory_stimulation", "motor_stimulation", "sedation_depth", "asepsis",
)  # fmt: skip


def byte(value: int) -> pl.Expr:
    return pl.lit(value, dtype=pl.UInt8)


ZERO, MET, PARTLY, MISSED, INAPPLICABLE, VERDICTS, REASON = (byte(value) for value in (0, 1, 2, 4, 8, 15, 48))


def holds(plane: pl.Expr, value: pl.Expr) -> pl.Expr:
    return pl.when(plane).then(value).otherwise(ZERO)


def first_of(one: pl.Expr, then: pl.Expr, two: pl.Expr, also: pl.Expr, otherwise: pl.Expr) -> pl.Expr:
    return pl.when(one).then(then).otherwise(pl.when(two).then(also).otherwise(otherwise))


def why(field: str) -> pl.Expr:
    status = col(f"{field}.status")
    return first_of(status == byte(2), byte(21), status >= byte(3), byte(53), byte(37))


def leaf(field: str, surely: pl.Expr, never: pl.Expr) -> pl.Expr:
    return first_of(surely, MET, never, MISSED, col(f"{field}.why"))


def yes(field: str) -> pl.Expr:
    return leaf(field, col(f"{field}.may") == byte(1), col(f"{field}.may") == byte(2))


def among(field: str, wanted: int, others: int) -> pl.Expr:
    may = col(f"{field}.may")
    return leaf(field, (may & byte(others)) == ZERO, (may & byte(wanted)) == ZERO)


def at_least(field: str, number: float) -> pl.Expr:
    return leaf(field, col(f"{field}.low") >= number, col(f"{field}.high") < number)


def at_most(field: str, number: float) -> pl.Expr:
    return leaf(field, col(f"{field}.high") <= number, col(f"{field}.low") > number)


def stronger(one: pl.Expr, two: pl.Expr) -> pl.Expr:
    return pl.when(one > two).then(one).otherwise(two)


def any_of(*leaves: str) -> pl.Expr:
    """A leaf that is met decides, else the strongest reason; or all are missed."""
    common = reduce(and_, map(col, leaves))
    return pl.when((common & MISSED) == ZERO).then(MET).otherwise(reduce(stronger, map(col, leaves)))


def all_of(*leaves: str) -> pl.Expr:
    """A leaf that is missed decides, else the strongest reason; or all are met."""
    common = reduce(and_, map(col, leaves))
    return pl.when((common & MET) == ZERO).then(MISSED).otherwise(reduce(stronger, map(col, leaves)))


def explained(possible: str, reason: pl.Expr) -> pl.Expr:
    """The verdicts possible, with the reason where they are several."""
    verdicts = col(possible)
    return pl.when((verdicts & (verdicts - MET)) == ZERO).then(verdicts).otherwise(verdicts | (reason & REASON))


def where(condition: str, judged: str) -> pl.Expr:
    """A judgement where it is asked; where that is open, "not applicable" and the reason for it are added."""
    verdict, reason = col(judged), col(f"{condition}: why")
    either = stronger(verdict, reason) | (verdict & VERDICTS) | INAPPLICABLE
    return first_of(col(f"{condition}: surely"), verdict, col(f"{condition}: never"), INAPPLICABLE, either)


def missed(*names: str) -> pl.Expr:
    """One of these may not be met."""
    return (reduce(or_, map(col, names)) & MISSED) != ZERO


def partly(*names: str) -> pl.Expr:
    """One of these may be met in part only."""
    return (reduce(or_, map(col, names)) & PARTLY) != ZERO


def surely_missed(*names: str) -> pl.Expr:
    return reduce(or_, (col(name) == MISSED for name in names))


def surely_not_met(*names: str) -> pl.Expr:
    """One of these is surely met in part at best."""
    return reduce(or_, ((col(name) & byte(9)) == ZERO for name in names))


def graded(poor: pl.Expr, limited: pl.Expr, adequate: pl.Expr) -> pl.Expr:
    return first_of(poor, byte(0), limited, byte(1), pl.when(adequate).then(byte(2)).otherwise(byte(3)))


def run(frame: pl.DataFrame) -> pl.DataFrame:
    """The bytes of the 24 criteria and the lowest and highest grade of each axis."""
    lazy = frame.lazy()
    for stage in (first(), leaves(), joined(), tolerated(), gauge(), asked()):
        lazy = lazy.with_columns(**stage)
    return lazy.select(*CRITERIA, **grades()).collect(optimizations=pl.QueryOptFlags.none())


def first() -> dict[str, pl.Expr]:
    """Why each field is open, the verdicts that fields with a floor leave possible, and planes used more than once."""
    orientation, modality, aim = col("electrode_orientation.may"), col("modality.may"), col("trial_aim.may")
    block_type, guided, contrast = col("block_type.may"), col("block_guidance.may"), col("block_contrast.may")
    measure, low, high = col("block_relief_measure.may"), col("block_relief_cutoff.low"), col("block_relief_cutoff.high")
    lasted, until = col("lesion_duration.low"), col("lesion_duration.high")
    percent, other = (measure & MET) != ZERO, measure != MET
    return {
        **{f"{field}.why": why(field) for field in SILENT},
        "along: possible": holds((orientation & byte(3)) != ZERO, MET)
        | holds((orientation & byte(4)) != ZERO, PARTLY)
        | holds(orientation >= byte(8), MISSED),
        "120 s: possible": holds(until >= 120, MET)
        | holds((lasted < 120) & (until >= 90), PARTLY)
        | holds(lasted < 90, MISSED),
        "cut-off: possible": holds(percent & (high >= 80), MET)
        | holds((other | (low < 80)) & percent & (high >= 50), PARTLY)
        | holds(other | (low < 50), MISSED),
        "branch: possible": (block_type & byte(3)) | holds(block_type >= byte(4), MISSED),
        "guided: possible": holds((guided & byte(0b001011)) != ZERO, MET)
        | holds((guided & byte(0b000100)) != ZERO, PARTLY)
        | holds(guided >= byte(0b010000), MISSED),
        "conventional: surely": modality == byte(1),
        "cooled: surely": modality == byte(2),
        "blocked: surely": col("block_number.low") >= 1,
        "blocked: never": col("block_number.high") < 1,
        "screened: surely": (col("image_guidance.may") & byte(0b11110110)) == ZERO,
        "screened: never": (col("image_guidance.may") & byte(0b1001)) == ZERO,
        "x-ray": (guided & byte(0b110100)) == ZERO,
        "no x-ray": (guided & byte(0b001011)) == ZERO,
        "given or omitted": contrast < byte(4),
        "contraindicated": contrast == byte(4),
        "efficacy": aim == byte(1),
        "effectiveness": aim == byte(2),
    }


def open_block(required: str, of: str) -> pl.Expr:
    """Why it is open whether there was a block and what holds of it."""
    unknown = pl.when(col("blocked: surely")).then(ZERO).otherwise(col("block_number.why"))
    return stronger(unknown, pl.when(col(required)).then(ZERO).otherwise(col(f"{of}.why"))) & REASON


def leaves() -> dict[str, pl.Expr]:
    views, gauge, contrast = col("fluoroscopic_views.may"), col("electrode_gauge.may"), col("block_contrast.may")
    shortest, longest = col("active_tip_length.low"), col("active_tip_length.high")
    unmeasured = pl.when(col("block_relief_measure.may") == MET).then(ZERO).otherwise(col("block_relief_measure.why"))
    asepsis = col("asepsis.must"), col("asepsis.may")
    return {
        "image-guidance": among("image_guidance", 0b00001011, 0b11110100),
        "both views": leaf(
            "fluoroscopic_views",
            (col("fluoroscopic_views.must") & byte(3)) == byte(3),
            (views & byte(3)) != byte(3),
        ),
        "along": explained("along: possible", col("electrode_orientation.why")),
        "not perpendicular": among("electrode_orientation", 0b0111, 0b1000),
        "thick": leaf("electrode_gauge", gauge < 32, (gauge & pl.lit(31, dtype=pl.UInt16)) == 0),
        "several lesions": at_least("lesions_per_nerve", 2),
        "sensory": yes("sensory_stimulation"),
        "fluid": yes("fluid_preinjection"),
        "bipolar": yes("bipolar_lesion"),
        "multitined": among("electrode_type", 0b0100, 0b1011),
        "80 °C": at_least("lesion_temperature", 80),
        "90 °C at most": at_most("lesion_temperature", 90),
        "60 °C": at_least("lesion_temperature", 60),
        "150 s": at_least("lesion_duration", 150),
        "120 s": explained("120 s: possible", col("lesion_duration.why")),
        "active-tip": leaf("active_tip_length", (shortest >= 5) & (longest <= 10), (longest < 5) | (shortest > 10)),
        "block-required": first_of(
            col("blocked: surely"), MET, col("blocked: never"), MISSED, col("block_number.why")
        ),
        "two blocks": at_least("block_number", 2),
        "cut-off": explained("cut-off: possible", stronger(unmeasured, col("block_relief_cutoff.why"))),
        "diary": yes("block_pain_diary"),
        "concordant": yes("block_relief_concordant"),
        "branch": explained("branch: possible", col("block_type.why")),
        "0.5 mL at most": at_most("block_volume", 0.5),
        "below 1.5 mL": leaf("block_volume", col("block_volume.high") < 1.5, col("block_volume.low") >= 1.5),
        "guided": explained("guided: possible", col("block_guidance.why")),
        "shown": leaf("block_contrast", (contrast & byte(2)) == ZERO, (contrast & byte(1)) == ZERO),
        "motor-stimulation": yes("motor_stimulation"),
        "not-under-anaesthesia": among("sedation_depth", 0b00111, 0b11000),
        "anticoagulants-managed": yes("anticoagulants_managed"),
        "mask-or-drape": leaf("asepsis", (asepsis[0] & byte(9)) != ZERO, (asepsis[1] & byte(9)) == ZERO),
        "conventional: never": col("cooled: surely"),
        "cooled: never": col("conventional: surely"),
    }


def joined() -> dict[str, pl.Expr]:
    enlarged = ("several lesions", "fluid", "bipolar", "multitined")
    return {
        "any of three": any_of("not perpendicular", "thick", "several lesions"),
        "sensory or larger": any_of("sensory", *enlarged),
        "enlarged": any_of(*enlarged),
        "cooled dose": all_of("60 °C", "150 s"),
        "diary or concordant": any_of("diary", "concordant"),
    }


def tolerated() -> dict[str, pl.Expr]:
    return {"tolerated": all_of("not perpendicular", "enlarged")}


def gauge() -> dict[str, pl.Expr]:
    """18 gauge; a thinner electrode is tolerated where it was not perpendicular and the lesion was enlarged."""
    thick, floor = col("thick"), col("tolerated") + (col("tolerated") & MET)
    either = stronger(thick & REASON, floor) | (floor & VERDICTS) | MET
    return {"gauge": first_of(thick == MET, MET, thick == MISSED, floor, either)}


def asked() -> dict[str, pl.Expr]:
    """The criteria that are not asked of every procedure."""
    modality, screened = col("modality.may"), col("image_guidance.may")
    cooled = modality == byte(2), modality == byte(1), col("modality.why")
    two_dimensional = (screened & byte(0b11110110)) == ZERO, (screened & byte(0b1001)) == ZERO, col("image_guidance.why")
    aim, kind = col("trial_aim.may"), col("block_type.may")
    contrast, guided = col("block_contrast.may"), col("block_guidance.may")
    branch = kind == byte(1), (kind & byte(1)) == ZERO, col("block_type.why")
    joint = kind == byte(2), (kind & byte(2)) == ZERO, col("block_type.why")
    efficacy = aim == byte(1), aim == byte(2), holds(aim == byte(3), col("trial_aim.why"))
    omitted_or_given = (contrast & byte(4)) == ZERO, (contrast & byte(3)) == ZERO
    x_ray = (guided & byte(0b110100)) == ZERO, (guided & byte(0b001011)) == ZERO
    unshown = stronger(
        pl.when(omitted_or_given[0]).then(ZERO).otherwise(col("block_contrast.why")),
        pl.when(x_ray[0]).then(ZERO).otherwise(col("block_guidance.why")),
    )
    return {
        "two-views": where(*two_dimensional, "both views"),
        "electrode-orientation": conventional("along"),
        "not-perpendicular-thin-and-single": conventional("any of three"),
        "sensory-stimulation-or-larger-lesion": conventional("sensory or larger"),
        "tip-temperature-reached": conventional("80 °C"),
        "tip-temperature-not-exceeded": conventional("90 °C at most"),
        "lesion-duration": conventional("120 s"),
        "electrode-gauge": conventional("gauge"),
        "cooled-dose": where(*cooled, "cooled dose"),
        "more-than-one-block": block(*efficacy, "two blocks"),
        "relief-cut-off": blocked("cut-off"),
        "relief-over-time": blocked("diary or concordant"),
        "medial-branch-block": blocked("branch"),
        "block-volume": block(*branch, "0.5 mL at most"),
        "joint-block-volume": block(*joint, "below 1.5 mL"),
        "block-guidance": blocked("guided"),
        "block-contrast": block(
            omitted_or_given[0] & x_ray[0], omitted_or_given[1] | x_ray[1], unshown, "shown"
        ),
    }


CRITERIA = (
    "image-guidance", "two-views", "electrode-orientation", "not-perpendicular-thin-and-single",
    "sensory-stimulation-or-larger-lesion", "tip-temperature-reached", "tip-temperature-not-exceeded", "lesion-duration",
    "electrode-gauge", "cooled-dose", "active-tip", "block-required", "more-than-one-block", "relief-cut-off",
    "relief-over-time", "medial-branch-block", "block-volume", "joint-block-volume", "block-guidance", "block-contrast",
    "motor-stimulation", "not-under-anaesthesia", "anticoagulants-managed", "mask-or-drape",
)  # fmt: skip


def grades() -> dict[str, pl.Expr]:
    """Worst and best departures of each axis; a domain is named only where another could not decide alone."""
    guidance = "image-guidance", "not-perpendicular-thin-and-single", "tip-temperature-reached"
    orientation, sensory = "electrode-orientation", "sensory-stimulation-or-larger-lesion"
    dose, dose_minor = ("lesion-duration", "electrode-gauge"), ("tip-temperature-not-exceeded", "active-tip")
    selection_minor = "more-than-one-block", "relief-over-time", "joint-block-volume", "block-contrast"
    floors = "relief-cut-off", "block-guidance"
    dose_worst = missed(*dose, "cooled-dose"), missed(*dose_minor) | partly(*dose)
    dose_best = surely_missed(*dose, "cooled-dose"), surely_missed(*dose_minor) | surely_not_met(*dose)
    return {
        "delivery.low": graded(
            missed(*guidance) | (missed(orientation) & missed(sensory) & dose_worst[0]),
            missed(orientation, sensory) | dose_worst[0] | (missed("two-views") & partly(orientation) & dose_worst[1]),
            missed("two-views") | partly(orientation) | dose_worst[1],
        ),
        "delivery.high": graded(
            surely_missed(*guidance) | (surely_missed(orientation) & surely_missed(sensory) & dose_best[0]),
            surely_missed(orientation, sensory)
            | dose_best[0]
            | (surely_missed("two-views") & surely_not_met(orientation) & dose_best[1]),
            surely_missed("two-views") | surely_not_met(orientation) | dose_best[1],
        ),
        "selection.low": graded(
            missed("block-required", "medial-branch-block"),
            partly("medial-branch-block") | missed(*floors, "block-volume"),
            missed(*selection_minor) | partly(*floors),
        ),
        "selection.high": graded(
            surely_missed("block-required", "medial-branch-block"),
            surely_not_met("medial-branch-block") | surely_missed(*floors, "block-volume"),
            surely_missed(*selection_minor) | surely_not_met(*floors),
        ),
        "safety.low": graded(
            missed("not-under-anaesthesia"),
            missed("motor-stimulation", "anticoagulants-managed"),
            missed("mask-or-drape"),
        ),
        "safety.high": graded(
            surely_missed("not-under-anaesthesia"),
            surely_missed("motor-stimulation", "anticoagulants-managed"),
            surely_missed("mask-or-drape"),
        ),
    }
