"""Which rule set serves which domain of a procedure, or why none does."""

from __future__ import annotations

import operator
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import Final

import polars as pl

from fidelity.judge.conditions import Context, Planes
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import Plane, Tri, both, conjunction, disjunction, either, expression
from fidelity.model.codebook import Codebook
from fidelity.model.condition import leaves_of
from fidelity.model.dates import Days
from fidelity.model.ruleset import RuleSet
from fidelity.model.words import Clock

START: Final = "recruitment_start"
"""The field that decides which edition was in force."""

NOT_SERVED: Final = -1
UNDETERMINED: Final = -2
CONFLICT: Final = -3
NO_STANDARD_YET: Final = -4
NON_STANDARD: Final = -5
"""What stands in the place of a rule set's number where none serves a domain; the lowest is the reason of an axis."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One version of a rule set: for which studies it may be, and surely is, the version to take.

    `begun`: the studies by whose possible start it was in force, whether or not a later version replaced it.
    """

    number: int
    ruleset: RuleSet
    possibly: Plane
    surely: Plane
    begun: Plane


def editions(
    rulesets: Sequence[RuleSet],
    names: Iterable[str],
    clock: Clock,
    published: frozenset[str],
    ended: Mapping[str, Days] = MappingProxyType({}),
) -> list[Edition]:
    """Return the versions that a clock takes, numbered by their place in `rulesets`.

    Drafts stand in only where nothing is published. `ended`: the last days on which a version was in force. `now` takes
    the highest version, if it has not ended; `then` the highest of those in force when the study began to recruit. A
    start known only as an interval may leave two versions possible; before the oldest version a criterion not yet asked
    is no failure, so that one is surely taken where it may have begun.
    """
    found: list[Edition] = []
    for name in names:
        versions = [(number, ruleset) for number, ruleset in enumerate(rulesets) if ruleset.id == name]
        pool = [entry for entry in versions if entry[1].reference in published] or versions
        pool.sort(key=lambda entry: entry[1].order, reverse=True)
        if clock == "now":
            highest = [entry for entry in pool[:1] if entry[1].reference not in ended]
            found += [Edition(number, ruleset, True, True, True) for number, ruleset in highest]
            continue
        later_surely: Plane = False
        later_possibly: Plane = False
        for number, ruleset in pool:
            start = ruleset.in_force.start
            begun = pl.col("date.high") >= start.first.toordinal()
            begun_surely = pl.col("date.low") >= start.last.toordinal()
            oldest = number == pool[-1][0]
            not_over, surely_not_over = _not_over(ended.get(ruleset.reference))
            surely = conjunction((begun if oldest else begun_surely, surely_not_over, _no(later_possibly)))
            possibly = conjunction((begun, not_over, _no(later_surely)))
            found.append(Edition(number, ruleset, possibly, surely, begun))
            later_surely, later_possibly = either(later_surely, begun_surely), either(later_possibly, begun)
    return found


def _not_over(until: Days | None) -> tuple[Plane, Plane]:
    """Return whether a version was possibly, and surely, still in force when the study began to recruit."""
    if until is None:
        return True, True
    return pl.col("date.low") <= until.last.toordinal(), pl.col("date.high") <= until.first.toordinal()


def covering(
    frame: pl.DataFrame, rulesets: Mapping[int, RuleSet], codebook: Codebook, planes: Planes
) -> Mapping[int, Tri]:
    """Return whether each rule set covers a row; the frame needs the columns of `planes`, which the sets share."""
    context = Context(codebook, Columns.of(frame).deciding_scope, planes=planes)
    return {number: context.compile(ruleset.covers) for number, ruleset in rulesets.items()}


def serving(cover: Mapping[int, Tri], found: Sequence[Edition], domains: Sequence[str]) -> Mapping[str, pl.Expr]:
    """Return for each domain the number of the rule set that serves a row, or the code of why none does.

    `cover`: whether each rule set covers a row, by its number. A domain is served where exactly one rule set that holds
    criteria of it covers the procedure surely, and no other possibly.
    """
    by_set: dict[tuple[int, ...], pl.Expr] = {}
    served: dict[str, pl.Expr] = {}
    for domain in domains:
        serves = [edition for edition in found if edition.ruleset.serves(domain)]
        key = tuple(edition.number for edition in serves)
        if key not in by_set:
            by_set[key] = _number(serves, cover)
        served[domain] = by_set[key]
    return served


def _no(plane: Plane) -> Plane:
    return not plane if isinstance(plane, bool) else ~plane


def _code(number: int) -> pl.Expr:
    return pl.lit(number, dtype=pl.Int16)


def _word_of(edition: Edition) -> int:
    if edition.ruleset.non_standard is None:
        return edition.number
    return NON_STANDARD if edition.ruleset.non_standard.confirmed else NOT_SERVED


def _number(serves: Sequence[Edition], cover: Mapping[int, Tri]) -> pl.Expr:
    if not serves:
        return _code(NOT_SERVED)
    surely, possibly, early = [], [], []
    for edition in serves:
        covers = cover[edition.number]
        sure = conjunction((covers.true, _no(covers.false), edition.surely))
        surely.append(expression(sure).cast(pl.Int16))
        possibly.append(conjunction((covers.true, edition.possibly, _no(sure))))
        early.append(both(covers.true, _no(edition.begun)))
    several = reduce(operator.add, surely)
    number = reduce(operator.add, (sure * _code(_word_of(e)) for sure, e in zip(surely, serves, strict=True)))
    return (
        pl.when(several > 1)
        .then(_code(CONFLICT))
        .when(expression(disjunction(possibly)))
        .then(_code(UNDETERMINED))
        .when(several == 1)
        .then(number)
        .when(expression(disjunction(early)))
        .then(_code(NO_STANDARD_YET))
        .otherwise(_code(NOT_SERVED))
    )


def candidates(frame: pl.DataFrame, found: Sequence[Edition], codebook: Codebook) -> tuple[list[RuleSet], list[str]]:
    """Return, for one row, the rule sets that may cover it and the scope fields that would decide."""
    context = Context(codebook, Columns.of(frame).deciding_scope)
    rulesets: list[RuleSet] = []
    fields: list[str] = []
    for edition in found:
        covers = context.compile(edition.ruleset.covers)
        if not _holds(frame, both(covers.true, edition.possibly)):
            continue
        rulesets.append(edition.ruleset)
        if START not in fields and START in codebook.fields and not _holds(frame, edition.surely):
            fields.append(START)
        for _, leaf in leaves_of(edition.ruleset.covers):
            if leaf.field not in fields and _holds(frame, context.compile(leaf).unknown):
                fields.append(leaf.field)
    return rulesets, fields


def _holds(frame: pl.DataFrame, plane: Plane) -> bool:
    return bool(frame.select(expression(plane)).item())
