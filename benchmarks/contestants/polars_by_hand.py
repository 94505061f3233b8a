"""The program that a good Polars user writes by hand for these 24 criteria and no others.

Nothing is shared with the package. Every mask, threshold and condition is spelled out, and what this one rule set makes
superfluous is left out: conditions that it always fulfils, departures that no domain can show, grades that are never
null. What is used twice is named and computed once, so that the optimiser has nothing to look for and stays off. It is
the yardstick for what it costs to compile any rule set whatever.

A leaf is a byte: 1 met, 4 missed, and where both are possible 21 (not reported), 37 (unclear) or 53 (not extracted).
The branches of `when` hold nothing but comparisons and bit operations: Polars masks what a costlier branch reads.
"""

from __future__ import annotations

from functools import reduce
from operator import and_, or_

import polars as pl
from polars import col

ALWAYS_ASKED = (
    "image-guidance", "active-tip", "block-required", "motor-stimulation", "not-under-anaesthesia",
    "anticoagulants-managed", "mask-or-drape",
)  # fmt: skip


def run(frame: pl.DataFrame) -> pl.DataFrame:
    """The bytes of the 24 criteria and the lowest and highest grade of each axis."""
    fields = [name.removesuffix(".status") for name in frame.columns if name.endswith(".status")]
    lazy = frame.lazy()
    for stage in (planes(fields), leaves() | reasons(), *joined(), asked()):
        lazy = lazy.with_columns(**stage)
    return lazy.select(*ALWAYS_ASKED, *asked(), **grades()).collect(optimizations=pl.QueryOptFlags.none())


def byte(value: int) -> pl.Expr:
    return pl.lit(value, dtype=pl.UInt8)


ZERO, MET, PARTLY, MISSED, INAPPLICABLE, VERDICTS, REASON = (byte(value) for value in (0, 1, 2, 4, 8, 15, 48))


def holds(plane: pl.Expr, value: pl.Expr) -> pl.Expr:
    return pl.when(plane).then(value).otherwise(ZERO)


def first_of(one: pl.Expr, then: pl.Expr, two: pl.Expr, also: pl.Expr, otherwise: pl.Expr) -> pl.Expr:
    return pl.when(one).then(then).otherwise(pl.when(two).then(also).otherwise(otherwise))


def stronger(one: pl.Expr, two: pl.Expr) -> pl.Expr:
    return pl.when(one > two).then(one).otherwise(two)


def why(field: str) -> pl.Expr:
    status = col(f"{field}.status")
    return first_of(status == byte(2), byte(21), status >= byte(3), byte(53), byte(37))


def may(field: str, mask: int) -> pl.Expr:
    return (col(f"{field}.may") & byte(mask)) != ZERO


def leaf(field: str, surely: pl.Expr, never: pl.Expr) -> pl.Expr:
    return first_of(surely, MET, never, MISSED, col(f"{field}: why"))


def yes(field: str) -> pl.Expr:
    return leaf(field, col(f"{field}.may") == byte(1), col(f"{field}.may") == byte(2))


def among(field: str, wanted: int, others: int) -> pl.Expr:
    choices = col(f"{field}.may")
    return leaf(field, (choices & byte(others)) == ZERO, (choices & byte(wanted)) == ZERO)


def at_least(field: str, number: float) -> pl.Expr:
    return leaf(field, col(f"{field}.low") >= number, col(f"{field}.high") < number)


def at_most(field: str, number: float) -> pl.Expr:
    return leaf(field, col(f"{field}.high") <= number, col(f"{field}.low") > number)


def of_several(name: str, decides: pl.Expr, *leaves: str) -> dict[str, pl.Expr]:
    """Where no leaf lacks the bit, and so decides by itself, the strongest reason stands; or all are alike."""
    undecided = (reduce(and_, map(col, leaves)) & decides) != ZERO
    return {f"{name}: undecided": undecided, f"{name}: strongest": pl.max_horizontal(leaves)}


def decided(name: str, verdict: pl.Expr) -> pl.Expr:
    return pl.when(col(f"{name}: undecided")).then(col(f"{name}: strongest")).otherwise(verdict)


def explained(possible: str, reason: pl.Expr) -> pl.Expr:
    """The verdicts possible, with the reason where they are several."""
    verdicts = col(possible)
    return pl.when((verdicts & (verdicts - MET)) == ZERO).then(verdicts).otherwise(verdicts | (reason & REASON))


def where(condition: str, judged: str) -> pl.Expr:
    """A judgement where it is asked; where that is open, "not applicable" and the reason for it are added."""
    verdict, reason = col(judged), col(f"{condition}: reason")
    either = stronger(verdict, reason) | (verdict & VERDICTS) | INAPPLICABLE
    return first_of(col(condition), verdict, col(f"{condition}: never"), INAPPLICABLE, either)


def planes(fields: list[str]) -> dict[str, pl.Expr]:
    """Why each field is open, what fields with a floor leave possible, and planes that are used more than once."""
    low, high = col("block_relief_cutoff.low"), col("block_relief_cutoff.high")
    lasted, until = col("lesion_duration.low"), col("lesion_duration.high")
    percent, other = may("block_relief_measure", 0b001), may("block_relief_measure", 0b110)
    kind = col("block_type.may")
    return {
        **{f"{field}: why": why(field) for field in fields if field != "region"},
        "along: possible": holds(may("electrode_orientation", 0b0011), MET)
        | holds(may("electrode_orientation", 0b0100), PARTLY)
        | holds(may("electrode_orientation", 0b1000), MISSED),
        "120 s: possible": holds(until >= 120, MET)
        | holds((lasted < 120) & (until >= 90), PARTLY)
        | holds(lasted < 90, MISSED),
        "cut-off: possible": holds(percent & (high >= 80), MET)
        | holds((other | (low < 80)) & percent & (high >= 50), PARTLY)
        | holds(other | (low < 50), MISSED),
        "kind: possible": (kind & byte(3)) | holds(kind >= byte(4), MISSED),
        "guided: possible": holds(may("block_guidance", 0b001011), MET)
        | holds(may("block_guidance", 0b000100), PARTLY)
        | holds(may("block_guidance", 0b110000), MISSED),
        "conventional": col("modality.may") == byte(1),
        "cooled": col("modality.may") == byte(2),
        "screened": (col("image_guidance.may") & byte(0b11110110)) == ZERO,
        "screened: never": (col("image_guidance.may") & byte(0b00001001)) == ZERO,
        "blocked": col("block_number.low") >= 1,
        "blocked: never": col("block_number.high") < 1,
        "efficacy": col("trial_aim.may") == byte(1),
        "efficacy: never": col("trial_aim.may") == byte(2),
        "branch": kind == byte(1),
        "branch: never": (kind & byte(1)) == ZERO,
        "joint": kind == byte(2),
        "joint: never": (kind & byte(2)) == ZERO,
        "optional": col("block_contrast.may") < byte(4),
        "optional: never": col("block_contrast.may") == byte(4),
        "x-ray": (col("block_guidance.may") & byte(0b110100)) == ZERO,
        "x-ray: never": (col("block_guidance.may") & byte(0b001011)) == ZERO,
    }


def leaves() -> dict[str, pl.Expr]:
    seen, listed, worn = col("fluoroscopic_views.must"), col("fluoroscopic_views.may"), col("asepsis.must")
    gauges = col("electrode_gauge.may")
    shortest, longest = col("active_tip_length.low"), col("active_tip_length.high")
    unmeasured = pl.when(col("block_relief_measure.may") == MET).then(ZERO).otherwise(col("block_relief_measure: why"))
    return {
        "image-guidance": among("image_guidance", 0b00001011, 0b11110100),
        "both views": leaf("fluoroscopic_views", (seen & byte(3)) == byte(3), (listed & byte(3)) != byte(3)),
        "along": explained("along: possible", col("electrode_orientation: why")),
        "not perpendicular": among("electrode_orientation", 0b0111, 0b1000),
        "thick": leaf("electrode_gauge", gauges < 32, (gauges & pl.lit(31, dtype=pl.UInt16)) == 0),
        "several lesions": at_least("lesions_per_nerve", 2),
        "sensory": yes("sensory_stimulation"),
        "fluid": yes("fluid_preinjection"),
        "bipolar": yes("bipolar_lesion"),
        "multitined": among("electrode_type", 0b0100, 0b1011),
        "80 °C": at_least("lesion_temperature", 80),
        "90 °C at most": at_most("lesion_temperature", 90),
        "60 °C": at_least("lesion_temperature", 60),
        "150 s": at_least("lesion_duration", 150),
        "120 s": explained("120 s: possible", col("lesion_duration: why")),
        "active-tip": leaf("active_tip_length", (shortest >= 5) & (longest <= 10), (longest < 5) | (shortest > 10)),
        "block-required": leaf("block_number", col("blocked"), col("blocked: never")),
        "two blocks": at_least("block_number", 2),
        "cut-off": explained("cut-off: possible", stronger(unmeasured, col("block_relief_cutoff: why"))),
        "diary": yes("block_pain_diary"),
        "concordant": yes("block_relief_concordant"),
        "kind": explained("kind: possible", col("block_type: why")),
        "0.5 mL at most": at_most("block_volume", 0.5),
        "below 1.5 mL": leaf("block_volume", col("block_volume.high") < 1.5, col("block_volume.low") >= 1.5),
        "guided": explained("guided: possible", col("block_guidance: why")),
        "shown": leaf("block_contrast", ~may("block_contrast", 0b10), ~may("block_contrast", 0b01)),
        "motor-stimulation": yes("motor_stimulation"),
        "not-under-anaesthesia": among("sedation_depth", 0b00111, 0b11000),
        "anticoagulants-managed": yes("anticoagulants_managed"),
        "mask-or-drape": leaf("asepsis", (worn & byte(0b1001)) != ZERO, ~may("asepsis", 0b1001)),
    }


def unless(plane: str, field: str) -> pl.Expr:
    return pl.when(col(plane)).then(ZERO).otherwise(col(f"{field}: why"))


def reasons() -> dict[str, pl.Expr]:
    """What makes a criterion of the block apply, and why it is open whether it does."""
    unblocked, blocked, never = unless("blocked", "block_number"), col("blocked"), col("blocked: never")
    unshown = stronger(unless("optional", "block_contrast"), unless("x-ray", "block_guidance"))
    found: dict[str, pl.Expr] = {}
    for plane, field in (("efficacy", "trial_aim"), ("branch", "block_type"), ("joint", "block_type")):
        found[f"block and {plane}"] = blocked & col(plane)
        found[f"block and {plane}: never"] = never | col(f"{plane}: never")
        found[f"block and {plane}: reason"] = stronger(unblocked, unless(plane, field)) & REASON
    return found | {
        "conventional: never": col("cooled"),
        "conventional: reason": col("modality: why") & REASON,
        "cooled: never": col("conventional"),
        "cooled: reason": col("modality: why") & REASON,
        "screened: reason": col("image_guidance: why") & REASON,
        "blocked: reason": col("block_number: why") & REASON,
        "where contrast shows": blocked & col("optional") & col("x-ray"),
        "where contrast shows: never": never | col("optional: never") | col("x-ray: never"),
        "where contrast shows: reason": stronger(unblocked, unshown) & REASON,
    }


def joined() -> tuple[dict[str, pl.Expr], ...]:
    """What is asked of several fields, in steps; a thin electrode is tolerated where the lesion was enlarged."""
    enlarged = ("several lesions", "fluid", "bipolar", "multitined")
    either = stronger(col("thick: reason"), col("floor")) | (col("floor") & VERDICTS) | MET
    return (
        of_several("any of three", MISSED, "not perpendicular", "thick", "several lesions")
        | of_several("enlarged", MISSED, *enlarged)
        | of_several("sensory or larger", MISSED, "sensory", *enlarged)
        | of_several("cooled dose", MET, "60 °C", "150 s")
        | of_several("diary or concordant", MISSED, "diary", "concordant")
        | {"thick: reason": col("thick") & REASON},
        {name: decided(name, MET) for name in ("any of three", "enlarged", "sensory or larger", "diary or concordant")}
        | {"cooled dose": decided("cooled dose", MISSED)},
        of_several("tolerated", MET, "not perpendicular", "enlarged"),
        {"tolerated": decided("tolerated", MISSED)},
        {"floor": col("tolerated") + (col("tolerated") & MET)},
        {"gauge": first_of(col("thick") == MET, MET, col("thick") == MISSED, col("floor"), either)},
    )


def asked() -> dict[str, pl.Expr]:
    """The criteria that are not asked of every procedure."""
    return {
        "two-views": where("screened", "both views"),
        "electrode-orientation": where("conventional", "along"),
        "not-perpendicular-thin-and-single": where("conventional", "any of three"),
        "sensory-stimulation-or-larger-lesion": where("conventional", "sensory or larger"),
        "tip-temperature-reached": where("conventional", "80 °C"),
        "tip-temperature-not-exceeded": where("conventional", "90 °C at most"),
        "lesion-duration": where("conventional", "120 s"),
        "electrode-gauge": where("conventional", "gauge"),
        "cooled-dose": where("cooled", "cooled dose"),
        "more-than-one-block": where("block and efficacy", "two blocks"),
        "relief-cut-off": where("blocked", "cut-off"),
        "relief-over-time": where("blocked", "diary or concordant"),
        "medial-branch-block": where("blocked", "kind"),
        "block-volume": where("block and branch", "0.5 mL at most"),
        "joint-block-volume": where("block and joint", "below 1.5 mL"),
        "block-guidance": where("blocked", "guided"),
        "block-contrast": where("where contrast shows", "shown"),
    }


def missed(*names: str) -> pl.Expr:
    return (reduce(or_, map(col, names)) & MISSED) != ZERO


def partly(*names: str) -> pl.Expr:
    return (reduce(or_, map(col, names)) & PARTLY) != ZERO


def surely_missed(*names: str) -> pl.Expr:
    return reduce(or_, (col(name) == MISSED for name in names))


def surely_not_met(*names: str) -> pl.Expr:
    """In part at best."""
    return reduce(or_, ((col(name) & byte(9)) == ZERO for name in names))


def graded(poor: pl.Expr, limited: pl.Expr, adequate: pl.Expr) -> pl.Expr:
    return first_of(poor, byte(0), limited, byte(1), pl.when(adequate).then(byte(2)).otherwise(byte(3)))


def grades() -> dict[str, pl.Expr]:
    """Grades by the worst and by the best verdict of each judgement; domains count only where three may add up."""
    found: dict[str, pl.Expr] = {}
    for end, fails, is_partial in (("low", missed, partly), ("high", surely_missed, surely_not_met)):
        placement, confirmation = fails("electrode-orientation"), fails("sensory-stimulation-or-larger-lesion")
        dose = fails("lesion-duration", "electrode-gauge", "cooled-dose")
        guidance_minor, placement_minor = fails("two-views"), is_partial("electrode-orientation")
        dose_minor = fails("tip-temperature-not-exceeded", "active-tip")
        dose_minor |= is_partial("lesion-duration", "electrode-gauge")
        found[f"delivery.{end}"] = graded(
            fails("image-guidance", "not-perpendicular-thin-and-single", "tip-temperature-reached")
            | (placement & confirmation & dose),
            placement | confirmation | dose | (guidance_minor & placement_minor & dose_minor),
            guidance_minor | placement_minor | dose_minor,
        )
        found[f"selection.{end}"] = graded(
            fails("block-required", "medial-branch-block"),
            is_partial("medial-branch-block") | fails("relief-cut-off", "block-volume", "block-guidance"),
            fails("more-than-one-block", "relief-over-time", "joint-block-volume", "block-contrast")
            | is_partial("relief-cut-off", "block-guidance"),
        )
        found[f"safety.{end}"] = graded(
            fails("not-under-anaesthesia"), fails("motor-stimulation", "anticoagulants-managed"), fails("mask-or-drape")
        )
    return found
