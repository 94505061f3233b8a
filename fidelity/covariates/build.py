"""The master table: grades and outcomes joined, reduced to studies, under names that every package takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import polars as pl

from fidelity.covariates.codes import study_codes
from fidelity.covariates.effects import seen_in
from fidelity.covariates.joining import Joined, LeftOut, join
from fidelity.covariates.keeping import Grounds
from fidelity.covariates.master import ARM_COLUMNS, LEFT_OUT_COLUMNS, ArmRule, Master, Scale
from fidelity.covariates.network import distinct, having, treatments_of
from fidelity.covariates.nodes import nodes_of
from fidelity.covariates.records import Records, Row
from fidelity.covariates.reducing import CODED, Spread
from fidelity.covariates.studies import (
    Known,
    Reduced,
    Rule,
    Scaled,
    frame_of,
    further,
    numbers_of,
    of_grade,
    with_missing,
)
from fidelity.covariates.treatments import Treatment, classes_of, in_order, named_among, numbered, reference_of
from fidelity.errors import UsageError, did_you_mean, sort_problems
from fidelity.expecting import Expectation
from fidelity.model.outcomes import OutcomeKind, Outcomes
from fidelity.model.scheme import GRADES
from fidelity.model.study import Study
from fidelity.model.values import Interval
from fidelity.model.words import fold
from fidelity.scoring.result import Scores


@dataclass(frozen=True, slots=True)
class Choices:
    """What reviewers decide beforehand.

    `rule` is how arms become a study, `interest` the treatment of the rule `interest`, `reference` the treatment with
    which the others compare (by name or code; None: the one of the reference class with most arms), `threshold` the
    grade from which on a study is `higher`, `scales` what becomes a covariate, `nodes` whether treatments are called as
    in the outcome file or by their technique.
    """

    axis: str = "delivery"
    rule: ArmRule = "worst"
    interest: str | None = None
    reference: str | None = None
    threshold: str = "adequate"
    scales: tuple[Scale, ...] = ("grade", "domains")
    nodes: Literal["as_given", "technique"] = "as_given"


def build(scores: Scores, expected: Expectation, outcomes: Outcomes, choices: Choices = Choices()) -> Master:
    """Return the master table of scores and outcomes, what is left out of it, and what hindered the join.

    `expected` is what an assumption makes of the same scores on the axis of `choices`. Raises UsageError where a
    choice names no axis, grade or treatment that there is, or where the rule `interest` has no active treatment named.
    """
    threshold = _threshold(expected, choices)
    records, known = Records(scores), Known.of(expected)
    joined = join(records, outcomes)
    classes = classes_of(entry for entries in joined.studies.values() for entry in entries)
    kept, left = Grounds(records, classes, known.grades, outcomes.kind, choices.axis).kept(joined.studies)
    graded = [
        (study, entry.arm.id)
        for study, entries in kept.items()
        for entry in entries
        if classes[fold(entry.treatment)] == "active"
    ]
    nodes = nodes_of(scores, graded)
    treatments = treatments_of(kept, classes, nodes if choices.nodes == "technique" else {})
    kept, twice = distinct(kept, treatments)
    interest = _interest(choices, set(treatments.values()))
    kept, without = (kept, []) if interest is None else having(kept, treatments, interest)
    network = [treatments[study, entry.arm.id] for study, entries in kept.items() for entry in entries]
    counts = Counter(treatment.code for treatment in network)
    reference = reference_of(set(network), counts, choices.reference)
    numbers = numbered(set(network), counts, reference)
    rows = _Rows(study_codes(kept), treatments, nodes, numbers["treat"].to_list(), known, outcomes.kind)
    arms = {study: rows.of(study, entries) for study, entries in kept.items()}
    rule = Rule(choices.rule, None if interest is None else interest.code, threshold)
    others = further(known, graded, choices.scales, scores.standard, choices.axis, choices.rule)
    studies, unnumbered = _studies(records, kept, arms, rule, known, others)
    covariates = [
        *(of_grade(choices.axis, threshold, choices.rule) if "grade" in choices.scales else []),
        # Where only arms that the rule does not take are asked, no study has a number.
        *(entry.covariate for entry in others if entry.covariate.name in studies.columns),
    ]
    return Master(
        kind=outcomes.kind,
        arms=pl.DataFrame([row for own in arms.values() for row in own], schema=ARM_COLUMNS, orient="row"),
        studies=studies,
        treatments=numbers,
        left_out=_left_out([*joined.left_out, *left, *twice, *without, *unnumbered]),
        covariates=tuple(with_missing(covariate, studies) for covariate in covariates),
        reference=reference,
        axis=choices.axis,
        rule=choices.rule,
        interest=None if interest is None else interest.code,
        threshold=threshold,
        assumption=expected.assumption.reference,
        profile=scores.standard.profile.id,
        clock=scores.standard.profile.clock_words,
        nodes=choices.nodes,
        problems=tuple(sort_problems(joined.problems)),
    )


def _threshold(expected: Expectation, choices: Choices) -> int:
    """Return the number of the grade from which on a study is `higher`; raise UsageError for choices that cannot be."""
    if choices.axis != expected.axis:
        raise UsageError(f"the expectation is of {expected.axis}, and the table is to be of {choices.axis}")
    grades: Sequence[str] = GRADES
    if choices.threshold not in grades[1:]:
        raise UsageError(f"{choices.threshold!r} is no threshold: {did_you_mean(choices.threshold, grades[1:])}")
    return grades.index(choices.threshold)


def _interest(choices: Choices, treatments: Collection[Treatment]) -> Treatment | None:
    """Return the treatment of interest, where the rule asks for one and any treatment is left."""
    if choices.rule != "interest":
        return None
    if choices.interest is None:
        raise UsageError("the rule interest needs the name of a treatment")
    active = [treatment for treatment in treatments if treatment.trt_class == "active"]
    return named_among(active, choices.interest, "interest") if active else None


@dataclass(frozen=True, slots=True)
class _Rows:
    """Makes the rows of arms: codes of studies, treatments and nodes of arms, the order of treatments, the grades."""

    codes: Mapping[str, str]
    treatments: Mapping[tuple[str, str], Treatment]
    nodes: Mapping[tuple[str, str], str]
    order: Sequence[str]
    known: Known
    kind: OutcomeKind

    def of(self, study: str, entries: Sequence[Joined]) -> list[Row]:
        """Return the rows of a study, its reference arm first."""
        said = [entry.row for entry in entries]
        seen = seen_in(said, self.kind)
        rows = [self._row(study, entry) | {"yi": yi, "vi": vi} for entry, (yi, vi) in zip(entries, seen, strict=True)]
        return in_order(rows, self.order, self.kind)

    def _row(self, study: str, entry: Joined) -> dict[str, Any]:
        key = (study, entry.arm.id)
        treatment = self.treatments[key]
        active = treatment.trt_class == "active"
        return {
            **{name: entry.row[name] for name in ("n", "events", "mean", "sd", "effect", "se")},
            "study": self.codes[study],
            "treat": treatment.code,
            "arm": entry.arm.id,
            "role": entry.arm.role,
            "trt_class": treatment.trt_class,
            "active": int(active),
            "node": self.nodes.get(key, entry.treatment),
            **(_graded(self.known.grades[key]) if active else {"fid_arm": CODED.expected}),
        }


def _graded(grade: Spread) -> dict[str, Any]:
    shares = {f"pa{value}": share for value, share in enumerate(grade.pmf)}
    return {"fid_arm": grade.expected, "fid_arm_lo": grade.low, "fid_arm_hi": grade.high, **shares}


def _studies(
    records: Records,
    kept: Mapping[str, Sequence[Joined]],
    arms: Mapping[str, Sequence[Row]],
    rule: Rule,
    known: Known,
    others: Sequence[Scaled],
) -> tuple[pl.DataFrame, list[LeftOut]]:
    """Return the rows of studies, and the studies to which the rule gives no number: their arms stay."""
    rows: list[dict[str, Any]] = []
    without: list[LeftOut] = []
    for study, entries in kept.items():
        own = [Reduced((study, row["arm"]), row["treat"], row["active"] == 1) for row in arms[study]]
        row = numbers_of(_of_study(records.study(study), arms[study], entries), own, rule, known, others)
        if row is None:
            note = f"it has {len(own)} arms, and a difference is of two: its arms stay, without a number of the study"
            without.append(LeftOut(study, "not_two_arms", note))
        else:
            rows.append({"id": len(rows) + 1, **row})
    present = [entry.covariate for entry in others if any(entry.covariate.name in row for row in rows)]
    return frame_of(rows, present), without


def _of_study(record: Study | None, arms: Sequence[Row], entries: Sequence[Joined]) -> dict[str, Any]:
    assert record is not None, "a study whose arms were joined has a record"
    said = {name: _first(entry.row[name] for entry in entries) for name in ("year", "rob")}
    sizes = [row["n"] for row in arms]
    return {
        "study": arms[0]["study"],
        "record": record.id,
        "label": record.label,
        "year": said["year"] or _year(record),
        "rob": said["rob"],
        "n": None if None in sizes else sum(sizes),
    }


def _first(values: Iterable[int | None]) -> int | None:
    return next((value for value in values if value is not None), None)


def _year(record: Study) -> int | None:
    """Return the year of publication that a record names, if it is one."""
    if record.year is not None and record.year.strip().isdecimal():
        return int(record.year)
    printed = record.observations.get("publication_year")
    if printed is not None and isinstance(printed.value, Interval) and printed.value.lower == printed.value.upper:
        return int(printed.value.low)
    return None


def _left_out(entries: Sequence[LeftOut]) -> pl.DataFrame:
    rows = [(entry.study, entry.arm, entry.treatment, entry.reason, entry.note) for entry in entries]
    return pl.DataFrame(rows, schema=LEFT_OUT_COLUMNS, orient="row")
