"""What is open of a procedure: the facts that its open criteria read, each with the values that it may still have.

A fact stands for all values that no condition tells apart. Whether a criterion applies is decided by what was inferred
as well; where that differs from what is stated, the two are facts of their own, as in judging.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from fidelity.judge.cells import Cell, cells_of
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import Condition, Leaf, leaves_of
from fidelity.model.dates import Days
from fidelity.model.facts import NOT_EXTRACTED, NOT_REPORTED, REPORTED, encode, value_columns

Row = Mapping[str, Any]

DAY: Final = "date"
"""The fact of the day on which a study began to recruit."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact that is open: the columns that it fills, and what it may fill them with."""

    name: str
    columns: tuple[str, ...]
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Reads:
    """The conditions of one question, field by field in the codebook's order: on what was done, on what applies."""

    judged: Mapping[str, tuple[Leaf, ...]]
    applied: Mapping[str, tuple[Leaf, ...]]
    since: Days | None = None
    """When it was first asked, where the clock is that of the trial."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that is read."""
        return tuple(dict.fromkeys((*self.judged, *self.applied)))


def reads_of(
    judging: Iterable[Condition], applying: Condition | None, codebook: Codebook, since: Days | None = None
) -> Reads:
    """Return what conditions read, with what decides whether the fields that they read apply."""
    judged = [leaf for condition in judging for _, leaf in leaves_of(condition)]
    applied = [leaf for _, leaf in leaves_of(applying)] if applying is not None else []
    asked = {leaf.field for leaf in (*judged, *applied)}
    for name in reversed(codebook.fields):  # a condition of a field reads earlier fields only
        condition = codebook.fields[name].applies_when
        if name in asked and condition is not None:
            more = [leaf for _, leaf in leaves_of(condition)]
            applied += more
            asked |= {leaf.field for leaf in more}
    return Reads(_by_field(judged, codebook), _by_field(applied, codebook), since)


def _by_field(leaves: Sequence[Leaf], codebook: Codebook) -> dict[str, tuple[Leaf, ...]]:
    found: dict[str, list[Leaf]] = {}
    for leaf in leaves:
        found.setdefault(leaf.field, []).append(leaf)
    return {name: tuple(found[name]) for name in codebook.fields if name in found}


def known(row: Row, name: str, field: Field, *, scope: bool) -> Cell:
    """Return the value columns of a field as a row has them; `scope`: as they decide what applies."""
    views = (f"{name}.scope.", f"{name}.") if scope else (f"{name}.",)
    return tuple(
        next((row[f"{view}{suffix}"] for view in views if f"{view}{suffix}" in row), full)
        for suffix, full in zip(value_columns(field), encode(field, None), strict=True)
    )


def facts_of(row: Row, questions: Sequence[Reads], codebook: Codebook) -> dict[str, Fact]:
    """Return the open facts of a row that questions read, by name; one with a single value left is not open."""
    found: list[Fact] = []
    for name, field in codebook.fields.items():
        judged = [leaf for question in questions for leaf in question.judged.get(name, ())]
        applied = [leaf for question in questions for leaf in question.applied.get(name, ())]
        if judged or applied:
            found += _of_field(row, name, field, judged, applied)
    sinces = [question.since for question in questions if question.since is not None]
    if sinces:
        found.append(Fact(DAY, ("date.low", "date.high"), _days(row, sinces)))
    return {fact.name: fact for fact in found if len(fact.values) > 1}


def _of_field(row: Row, name: str, field: Field, judged: Sequence[Leaf], applied: Sequence[Leaf]) -> list[Fact]:
    leaves = (*judged, *applied)
    plain, scope = (known(row, name, field, scope=scope) for scope in (False, True))
    columns, scopes = (tuple(f"{name}{view}{suffix}" for suffix in value_columns(field)) for view in (".", ".scope."))
    found: list[Fact] = []
    if plain == scope:
        values = tuple((*cell, *cell) for cell in cells_of(field, plain, leaves))
        found.append(Fact(name, (*columns, *scopes), values))
    else:
        found += [Fact(name, columns, cells_of(field, plain, leaves))] if judged else []
        found += [Fact(f"{name}.scope", scopes, cells_of(field, scope, leaves))] if applied else []
    if any(leaf.reported is not None for leaf in leaves):
        status, inferred = row.get(f"{name}.status", row["unstated"]), row.get(f"{name}.inferred", False)
        if status == NOT_EXTRACTED or (inferred and status != NOT_REPORTED):
            said = f"{name}.status", f"{name}.inferred"
            found.append(Fact(said[0], said, ((REPORTED, False), (NOT_REPORTED, False))))
    return found


def _days(row: Row, sinces: Sequence[Days]) -> tuple[Cell, ...]:
    """Return one day for each way in which it lies before, within or after the days of first asking."""
    low, high = row["date.low"], row["date.high"]
    bounds = [(since.first.toordinal(), since.last.toordinal()) for since in sinces]
    near = [day for first, last in bounds for day in (first - 1, first, last - 1, last)]
    days = [day for day in (low, high, *near) if low <= day <= high]
    cells = {tuple((day >= first) + (day >= last) for first, last in bounds): day for day in days}
    return tuple((day, day) for day in cells.values())
