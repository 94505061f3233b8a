"""Probabilities of grades: from scores and an assumption to an expectation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import polars as pl

from fidelity.errors import UsageError, did_you_mean
from fidelity.expecting.arms import arms_of
from fidelity.expecting.chances import Chances, Review
from fidelity.expecting.expectation import (
    ARM_COLUMNS,
    CRITERION_COLUMNS,
    DOMAIN_COLUMNS,
    PROCEDURE_COLUMNS,
    Expectation,
)
from fidelity.expecting.outcome import Distribution, Outcome, outcome_of
from fidelity.expecting.procedures import procedures_of
from fidelity.expecting.tallies import Tallies
from fidelity.model.assumption import Assumption
from fidelity.model.scheme import GRADES
from fidelity.scoring.result import IDENTITY, Scores


def expect(scores: Scores, assumption: Assumption, axis: str = "delivery") -> Expectation:
    """Return what an assumption makes of the grades of an axis.

    Every open fact that a counted criterion reads is filled in, in every way that the record allows; what assumptions
    learn they learn from these scores, the whole review. Raises UsageError for an axis that there is not.
    """
    standard = scores.standard
    if axis not in standard.scheme.axes:
        raise UsageError(f"there is no axis {axis!r}: {did_you_mean(axis, standard.scheme.axes)}")
    procedures = procedures_of(scores, axis)
    chances = Chances.of(assumption, Review.of((name[0], entry.judgements) for name, entry in procedures.items()))
    tallies = Tallies.of(standard.scheme, standard.table)
    outcomes: dict[tuple[str, str, str], Outcome] = {}
    known: dict[object, Outcome] = {}
    for name, procedure in procedures.items():
        if procedure.shape not in known:
            known[procedure.shape] = outcome_of(procedure, standard.scheme.axes[axis], tallies, chances)
        if known[procedure.shape].grade:
            outcomes[name] = known[procedure.shape]
    main = {name for batch in scores.batches for name in batch.settled.filter("main").select(IDENTITY).rows()}
    arms = arms_of(outcomes, main)
    return Expectation(
        axis,
        assumption,
        _frame([(*name, *_grade(entry.grade)) for name, entry in outcomes.items()], PROCEDURE_COLUMNS),
        _frame([(*arm, *_grade(entry.grade)) for arm, entry in arms.items()], ARM_COLUMNS),
        _frame(
            [(*arm, d, *_shares(f)) for arm, entry in arms.items() for d, f in entry.domains.items()], DOMAIN_COLUMNS
        ),
        _frame(
            [(*arm, c, *_ends(f)) for arm, entry in arms.items() for c, f in entry.criteria.items()], CRITERION_COLUMNS
        ),
    )


def _ends(found: Distribution) -> tuple[int, int, float]:
    return min(found), max(found), sum(number * chance for number, chance in found.items())


def _shares(found: Distribution) -> tuple[float, ...]:
    low, high, expected = _ends(found)
    return low, high, *(found.get(number, 0.0) for number in range(len(GRADES))), expected


def _grade(found: Distribution) -> tuple[float, ...]:
    return *_shares(found), int(min(found) != max(found))


def _frame(rows: list[tuple[Any, ...]], columns: Mapping[str, type[pl.DataType]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=dict(columns), orient="row")
