"""A master table made by hand from a synthetic review and probabilities that a test states, without `build`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import log

import polars as pl

from fidelity.covariates.master import (
    ARM_COLUMNS,
    LEFT_OUT_COLUMNS,
    STUDY_COLUMNS,
    TREATMENT_COLUMNS,
    Covariate,
    Master,
)
from fidelity.model.outcomes import OutcomeKind
from networks.generate import SHAM, Review

Probabilities = Mapping[tuple[str, str], Sequence[float]]
"""Probability of each grade 0 to 3 by study and arm."""

ORDER = (SHAM, "neurotomy", "transforaminal", "caudal")
WORDS = ("poor", "limited", "adequate", "full")


def known(review: Review) -> Probabilities:
    """Return probabilities that say the true grades."""
    return {name: [float(grade == true) for grade in range(4)] for name, true in review.grades.items()}


def master_of(review: Review, probabilities: Probabilities) -> Master:
    """Return the master of a review whose grades have these probabilities, reduced by the worst active arm."""
    arms, studies = [], []
    for number, record in enumerate(review.records, start=1):
        study = record["id"]
        rows = [row for row in review.outcomes if row["study"] == study]
        rows.sort(key=lambda row: ORDER.index(row["arm"]))
        pmf = worst([probabilities[study, row["arm"]] for row in rows if row["arm"] != SHAM])
        low, high, mean = spread(pmf)
        decided = low == high
        reached = sum(pmf[2:])
        studies.append(
            {"study": study, "id": number, "record": study, "label": record["label"], "year": 2000, "rob": 1}
            | {
                "n": sum(row["n"] for row in rows),
                "fid": mean,
                "fid_lo": low,
                "fid_hi": high,
                "fid_nr": int(not decided),
            }
            | {"fid_gap": 3 - mean, "fid_bin": reached, "fid_cat": WORDS[low] if decided else "open"}
            | {"fid_grp": "higher" if low >= 2 else "lower" if high < 2 else "unclear"}
            | {f"p{grade}": probability for grade, probability in enumerate(pmf)}
        )
        arms += [_arm(row, None if row["arm"] == SHAM else probabilities[study, row["arm"]]) for row in rows]
    kind: OutcomeKind = review.plan.kind
    counts = {name: sum(arm["treat"] == name for arm in arms) for name in ORDER}
    treatments = [
        {"treat": name, "name": name, "trt_class": "reference" if name == SHAM else "active"}
        | {"number": number, "arms": counts[name]}
        for number, name in enumerate(ORDER, start=1)
    ]
    return Master(
        kind=kind,
        arms=pl.DataFrame(arms, schema=ARM_COLUMNS),
        studies=pl.DataFrame(studies, schema=STUDY_COLUMNS),
        treatments=pl.DataFrame(treatments, schema=TREATMENT_COLUMNS),
        left_out=pl.DataFrame(schema=LEFT_OUT_COLUMNS),
        covariates=(Covariate("fid", "Grade of delivery", "grade", 0, 3, "high"),),
        reference=SHAM,
        axis="delivery",
        rule="worst",
        interest=None,
        threshold=2,
        assumption="made-up@1.0.0",
        profile="multisociety",
        clock="now",
    )


def worst(arms: Sequence[Sequence[float]]) -> list[float]:
    """Return the distribution of the least of independent grades, by adding up every combination."""
    pmf = [0.0] * 4
    for grades in product(range(4), repeat=len(arms)):
        probability = 1.0
        for arm, grade in zip(arms, grades, strict=True):
            probability *= arm[grade]
        pmf[min(grades)] += probability
    return pmf


def spread(pmf: Sequence[float]) -> tuple[int, int, float]:
    """Return the lowest and highest possible grade, and the expected one."""
    possible = [grade for grade, probability in enumerate(pmf) if probability > 0]
    return possible[0], possible[-1], sum(grade * probability for grade, probability in enumerate(pmf))


def _arm(row: Mapping[str, object], pmf: Sequence[float] | None) -> dict[str, object]:
    n = row["n"]
    assert isinstance(n, int)
    if "events" in row:
        events = row["events"]
        assert isinstance(events, int)
        # Synthetic arms are large: none is empty or full.
        outcome: dict[str, object] = {"events": events, "yi": log(events / (n - events))}
        outcome["vi"] = 1 / events + 1 / (n - events)
    else:
        sd = row["sd"]
        assert isinstance(sd, float)
        outcome = {"mean": row["mean"], "sd": sd, "yi": row["mean"], "vi": sd**2 / n}
    graded = (
        {"fid_arm": 0.0}
        if pmf is None
        else dict(zip(("fid_arm_lo", "fid_arm_hi", "fid_arm"), spread(pmf), strict=True))
    )
    if pmf is not None:
        graded |= {f"pa{grade}": probability for grade, probability in enumerate(pmf)}
    named = {"study": row["study"], "treat": row["arm"], "arm": row["arm"], "n": n, "active": int(pmf is not None)}
    role = SHAM if pmf is None else "active"
    kind = "reference" if pmf is None else "active"
    return dict.fromkeys(ARM_COLUMNS) | named | {"role": role, "trt_class": kind} | outcome | graded
