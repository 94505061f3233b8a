"""One batch of typed rows through scope, judge and grade."""

from __future__ import annotations

import operator
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce

import polars as pl

from fidelity.grade.lookup import concerns_of, grades_of, totals_of
from fidelity.grade.table import DecisionTable
from fidelity.judge.conditions import Planes
from fidelity.judge.criteria import judge
from fidelity.judge.scope import (
    CONFLICT,
    NO_STANDARD_YET,
    NON_STANDARD,
    NOT_SERVED,
    UNDETERMINED,
    Edition,
    covering,
    editions,
    serving,
)
from fidelity.model.codebook import Codebook
from fidelity.model.dates import Days
from fidelity.model.judgement import ALL_BYTES, NOT_APPLICABLE, VERDICT_BITS, decided
from fidelity.model.profile import Profile
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.scheme import Scheme

GRADED_AXIS = "delivery"
"""Unqualified, "the grade" is that of delivery: a procedure that no rule set serves there is a gap."""


@dataclass(frozen=True, slots=True)
class Standard:
    """All that a profile brings: rule sets, scheme, table, and which of them are published, or were until when."""

    codebook: Codebook
    profile: Profile
    scheme: Scheme
    table: DecisionTable
    rulesets: tuple[RuleSet, ...]
    published: frozenset[str]
    ended: Mapping[str, Days] = field(default_factory=dict)

    def editions(self, axis: str | None) -> list[Edition]:
        """Return the versions that serve an axis under the profile's clock for it."""
        clock = self.profile.clock[axis or GRADED_AXIS]
        return editions(self.rulesets, self.profile.names, clock, self.published, self.ended)

    def place(self, numbered: tuple[int, RuleSet]) -> tuple[int, tuple[int, ...]]:
        """Return the key by which rule sets stand in the order of the profile."""
        names = self.profile.names
        ruleset = numbered[1]
        return names.index(ruleset.id) if ruleset.id in names else len(names), ruleset.order

    def by_trial_clock(self, ruleset: RuleSet) -> frozenset[str]:
        """Return the criteria that are judged by what was asked when the trial recruited."""
        return frozenset(
            criterion.id
            for criterion in ruleset.criteria
            if self.profile.clock[self.scheme.axis_of(criterion.domain) or GRADED_AXIS] == "then"
        )


@dataclass(frozen=True, slots=True)
class Judged:
    """The rows that one rule set judged: a byte per criterion, with the number of the row in `row`."""

    ruleset: RuleSet
    bytes: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Graded:
    """A batch after grading.

    `served`: `row` and for each domain the number of the rule set that serves it, or why none does.
    `grades`: `row`, the concerns and grades of `fidelity.grade.lookup`, and `decided`, `counted` on delivery.
    """

    served: pl.DataFrame
    judged: tuple[Judged, ...]
    grades: pl.DataFrame


def grade_batch(frame: pl.DataFrame, standard: Standard) -> Graded:
    """Judge and grade every row of a typed frame whose rows are numbered in column `row`."""
    served = _served(frame, standard)
    judged: list[Judged] = []
    parts: list[pl.DataFrame] = []
    for number, ruleset in sorted(enumerate(standard.rulesets), key=standard.place):
        mine = pl.any_horizontal(pl.col(domain) == number for domain in standard.scheme.domains)
        rows = served.select(mine).to_series()
        if not rows.any():
            continue
        whole = bool(rows.all())
        part = frame if whole else frame.filter(rows)
        bytes_ = judge(part, ruleset, standard.codebook, standard.by_trial_clock(ruleset))
        bytes_.insert_column(0, part["row"])
        judged.append(Judged(ruleset, bytes_))
        parts.append(_concerns(bytes_, served if whole else served.filter(rows), number, ruleset, standard))
    return Graded(served, tuple(judged), _grades(served, parts, standard))


def _served(frame: pl.DataFrame, standard: Standard) -> pl.DataFrame:
    asked = {axis: standard.editions(axis) for axis in (*standard.scheme.axes, None)}
    rulesets = {edition.number: edition.ruleset for found in asked.values() for edition in found}
    planes = Planes()
    cover = covering(frame, rulesets, standard.codebook, planes)
    columns: dict[str, pl.Expr] = {}
    for axis, found in asked.items():
        columns |= serving(cover, found, standard.scheme.axes[axis] if axis else standard.scheme.unweighed)
    return frame.lazy().with_columns(**planes.columns).select("row", **columns).collect()


def _concerns(
    bytes_: pl.DataFrame, served: pl.DataFrame, number: int, ruleset: RuleSet, standard: Standard
) -> pl.DataFrame:
    judged = {criterion.id: pl.col(criterion.id) for criterion in ruleset.criteria}
    columns: dict[str, pl.Expr] = {}
    mine = {domain: served[domain] == number for domain in ruleset.domains}
    for domain in ruleset.domains:
        if standard.scheme.axis_of(domain) is None:
            continue
        found = concerns_of(judged, ruleset.criteria, standard.table, domain)
        columns |= {name: _where(mine[domain], entry) for name, entry in found.items()}
    delivery = [c for c in ruleset.criteria if c.counted and standard.scheme.axis_of(c.domain) == GRADED_AXIS]
    columns["decided"] = _count(delivery, mine, [decided(byte) and not _out(byte) for byte in range(ALL_BYTES)])
    columns["counted"] = _count(delivery, mine, [not _out(byte) for byte in range(ALL_BYTES)])
    added = bytes_.lazy().with_columns(**totals_of(judged, ruleset.criteria, standard.scheme))
    return added.select("row", **columns).collect()


def _out(byte: int) -> bool:
    return byte & VERDICT_BITS == NOT_APPLICABLE


def _count(criteria: Sequence[Criterion], mine: Mapping[str, pl.Series], table: Sequence[bool]) -> pl.Expr:
    ones = pl.lit(pl.Series([int(entry) for entry in table], dtype=pl.UInt16))
    nothing = pl.lit(0, dtype=pl.UInt16)
    terms = (_where(mine[criterion.domain], ones.gather(pl.col(criterion.id)), nothing) for criterion in criteria)
    return reduce(operator.add, terms, nothing)


def _where(mine: pl.Series, then: pl.Expr, otherwise: pl.Expr | None = None) -> pl.Expr:
    return then if mine.all() else pl.when(pl.lit(mine)).then(then).otherwise(otherwise)


def _grades(served: pl.DataFrame, parts: Sequence[pl.DataFrame], standard: Standard) -> pl.DataFrame:
    nothing = pl.lit(None, dtype=pl.UInt16)
    base = served.select("row", decided=nothing, counted=nothing)
    for part in parts:
        whole = part.height == base.height
        aligned = part if whole else base.select("row").join(part, on="row", how="left", maintain_order="left")
        base = _merged(base, aligned.drop("row"))
    names = {name: pl.col(name) for name in base.columns}
    grades: dict[str, pl.Expr] = {}
    for axis, domains in standard.scheme.axes.items():
        found = grades_of(_filled(names), domains, standard.table, axis)
        # One domain that nobody can assign leaves the whole axis without grade: the others would feign certainty.
        known = ~state_of(served, domains).is_in([UNDETERMINED, CONFLICT])
        grades |= {name: _where(known, entry) for name, entry in found.items()}
    return base.lazy().with_columns(**grades).collect()


def _merged(base: pl.DataFrame, part: pl.DataFrame) -> pl.DataFrame:
    changes = []
    for name in part.columns:
        if name not in base.columns:
            changes.append(part[name])
        elif name in ("decided", "counted"):
            summed = pl.sum_horizontal(pl.lit(base[name]), pl.col(name), ignore_nulls=True)
            changes.append(part.select(summed.cast(pl.UInt16)).to_series().alias(name))
        else:
            changes.append(part.select(pl.coalesce(pl.col(name), pl.lit(base[name]))).to_series().alias(name))
    return base.with_columns(changes)


def _filled(columns: Mapping[str, pl.Expr]) -> dict[str, pl.Expr]:
    return {
        name: entry.fill_null(False) if name.endswith(".asked") else entry.fill_null(0)
        for name, entry in columns.items()
    }


def state_of(served: pl.DataFrame, domains: Sequence[str]) -> pl.Series:
    """Return for each row the number of a rule set that serves an axis, or the code of why none does."""
    best = pl.max_horizontal(domains)
    worst = pl.min_horizontal(domains)
    conflict = pl.any_horizontal(pl.col(domain) == CONFLICT for domain in domains)
    open_ = pl.any_horizontal(pl.col(domain) == UNDETERMINED for domain in domains)
    return served.select(
        pl.when(conflict)
        .then(CONFLICT)
        .when(open_)
        .then(UNDETERMINED)
        .when(best >= 0)
        .then(best)
        .when(worst == NON_STANDARD)
        .then(NON_STANDARD)
        .when(worst == NO_STANDARD_YET)
        .then(NO_STANDARD_YET)
        .otherwise(NOT_SERVED)
        .cast(pl.Int16)
    ).to_series()
