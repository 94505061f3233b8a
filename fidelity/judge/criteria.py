"""From the planes of a criterion's conditions to its judgement: one byte for each procedure."""

from __future__ import annotations

import operator
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import reduce
from typing import Final

import polars as pl

from fidelity.judge.conditions import Context, Planes
from fidelity.judge.leaves import Columns
from fidelity.judge.scope import START
from fidelity.judge.tri import CERTAIN, Plane, Tri, all_of, any_of, both, disjunction
from fidelity.model.codebook import Codebook
from fidelity.model.condition import Condition
from fidelity.model.dates import Days
from fidelity.model.facts import NOT_EXTRACTED, NOT_REPORTED, UNCLEAR
from fidelity.model.judgement import MET, NOT_APPLICABLE, NOT_MET, PARTLY_MET, REASON_SHIFT
from fidelity.model.ruleset import Criterion, RuleSet

BYTE: Final = {
    value: pl.lit(value, dtype=pl.UInt8)
    for value in (0, MET, PARTLY_MET, NOT_MET, NOT_APPLICABLE, *(step << REASON_SHIFT for step in (1, 2, 3)))
}
"""The parts of a judgement byte as literals, made once: a literal costs more than the operation on it."""


@dataclass(frozen=True)
class Question:
    """A criterion compiled for a frame: whether it applies, is met, and reaches its floor where it is not met."""

    applies: Tri
    met: Tri
    floor: Tri | None

    @property
    def byte(self) -> pl.Expr:
        """The judgement byte: the verdicts still possible with the reason word."""
        judged, missed = self.applies.true, both(self.applies.true, self.met.false)
        floor = self.floor or CERTAIN.negated()
        verdicts = (
            (both(judged, self.met.true), MET),
            (both(missed, floor.true), PARTLY_MET),
            (both(missed, floor.false), NOT_MET),
            (self.applies.false, NOT_APPLICABLE),
        )
        parts = (self.applies, True), (self.met, judged), (floor, missed)
        reason = BYTE[0]
        for strength, plane in enumerate(("unknown", "not_merely_unreported", "not_extracted"), start=1):
            open_ = disjunction(both(where, getattr(part, plane)) for part, where in parts)
            reason = _chosen(open_, BYTE[strength << REASON_SHIFT], reason)
        possible = (_chosen(plane, BYTE[bit], BYTE[0]) for plane, bit in verdicts if plane is not False)
        return reduce(operator.or_, possible, reason)


def _chosen(plane: Plane, then: pl.Expr, otherwise: pl.Expr) -> pl.Expr:
    # Choosing between two literals is several times faster than casting a plane and multiplying it.
    if isinstance(plane, bool):
        return then if plane else otherwise
    return pl.when(plane).then(then).otherwise(otherwise)


def asked_by(since: Days, columns: Columns) -> Tri:
    """Return whether a criterion first asked within `since` was asked when a study began to recruit.

    Where a year of publication is known, the date is known and not well enough: unclear. Where it is not either, the
    reason is that of the start of recruitment, which alone would settle it.
    """
    first, last = since.first.toordinal(), since.last.toordinal()
    possibly, possibly_not = pl.col("date.high") >= first, pl.col("date.low") < last
    unknown, start = possibly & possibly_not, columns.status(START)
    printed = columns.status("publication_year") <= UNCLEAR
    return Tri(
        possibly,
        possibly_not,
        unknown & ~printed & (start >= NOT_EXTRACTED),
        unknown & (printed | (start != NOT_REPORTED)),
    )


def question_of(criterion: Criterion, context: Context, since: Days | None = None) -> Question:
    """Return a criterion compiled in a context; `since` only where the clock is that of the trial."""
    asked = criterion.asked
    applies = all_of(
        (
            any_of(context.applies(name) for name in asked),
            _condition(criterion.applies_when, replace(context, columns=context.columns.deciding_scope)),
            CERTAIN if since is None else asked_by(since, context.columns),
        )
    )
    conditions = {context.codebook.fields[name].applies_when for name in asked}
    inside = context.where(criterion.applies_when)
    if len(conditions) == 1:
        inside = replace(inside, applying=frozenset(asked))
    if criterion.not_met_when is not None:
        return Question(applies, inside.compile(criterion.not_met_when).negated(), None)
    assert criterion.met_when is not None
    met = inside.compile(criterion.met_when)
    if criterion.partly_met_when is None:
        return Question(applies, met, None)
    return Question(applies, met, inside.where_not(criterion.met_when).compile(criterion.partly_met_when))


def _condition(condition: Condition | None, context: Context) -> Tri:
    return CERTAIN if condition is None else context.compile(condition)


def judge(
    frame: pl.DataFrame,
    ruleset: RuleSet,
    codebook: Codebook,
    then: Collection[str] = (),
    *,
    covered: bool = True,
) -> pl.DataFrame:
    """Judge every row of a typed frame by every criterion of a rule set.

    Returns one UInt8 column per criterion, named by its id (see `fidelity.model.judgement`). `then` names the
    criteria that are judged by the clock of the trial. `covered`: the rule set surely covers each row.
    """
    planes = Planes()
    context = Context(codebook, Columns.of(frame), ruleset.covers if covered else None, planes=planes)
    bytes_of = {
        criterion.id: question_of(criterion, context, ruleset.since(criterion) if criterion.id in then else None).byte
        for criterion in ruleset.criteria
    }
    lazy = frame.lazy().with_columns(**planes.columns)
    return lazy.select("unstated", **bytes_of).drop("unstated").collect()
