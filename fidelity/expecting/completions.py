"""Completions: every open fact that a question reads filled in, in every way, and the question judged again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

import polars as pl

from fidelity.expecting.openness import Fact, Reads, Row, known
from fidelity.model.codebook import Codebook
from fidelity.model.facts import value_columns

Combination: TypeAlias = tuple[int, ...]
"""For each of some facts the number of a value."""

Answer: TypeAlias = int
"""What a question becomes: the verdict bits of a criterion; 1 where a completion agrees with the record, else 0."""

Schema: TypeAlias = Mapping[str, type[pl.DataType]]


@dataclass(frozen=True, slots=True)
class Factor:
    """One question over the facts on which its answer depends: the answer to every combination of their values."""

    facts: tuple[str, ...]
    answers: tuple[tuple[Combination, Answer], ...]

    def without_idle_facts(self) -> Factor:
        """Return the factor without facts that never change its answer."""
        found = self
        for name in self.facts:
            place = found.facts.index(name)
            seen: dict[Combination, set[Answer]] = {}
            for combination, answer in found.answers:
                seen.setdefault((*combination[:place], *combination[place + 1 :]), set()).add(answer)
            if all(len(answers) == 1 for answers in seen.values()):
                rest = (*found.facts[:place], *found.facts[place + 1 :])
                found = Factor(rest, tuple((key, answer) for key, (answer,) in seen.items()))
        return found


@dataclass(frozen=True, slots=True)
class Case:
    """What a question finds in a row: the known entries of its columns, and its open facts."""

    entries: tuple[Any, ...]
    facts: tuple[Fact, ...]

    @classmethod
    def of(cls, row: Row, facts: Mapping[str, Fact], reads: Reads, codebook: Codebook) -> Case:
        """Return the case of a row whose open facts are known."""
        columns = columns_of(reads, codebook)
        mine = tuple(fact for fact in facts.values() if not columns.keys().isdisjoint(fact.columns))
        return cls(tuple(_entry(row, column, codebook) for column in columns), mine)


def columns_of(reads: Reads, codebook: Codebook) -> Schema:
    """Return the columns that decide a question, with their types."""
    columns: dict[str, type[pl.DataType]] = {"unstated": pl.UInt8}
    for view, fields in ((".", reads.judged), (".scope.", reads.applied)):
        for name, leaves in fields.items():
            suffixes = value_columns(codebook.fields[name])
            columns |= {f"{name}{view}{suffix}": dtype for suffix, dtype in suffixes.items()}
            if any(leaf.reported is not None for leaf in leaves):
                columns |= {f"{name}.status": pl.UInt8, f"{name}.inferred": pl.Boolean}
    return columns | ({"date.low": pl.Int32, "date.high": pl.Int32} if reads.since else {})


def _entry(row: Row, column: str, codebook: Codebook) -> Any:
    name, _, suffix = column.partition(".")
    if column == "unstated" or name not in codebook.fields:
        return row[column]
    if suffix == "status":
        return row.get(column, row["unstated"])
    if suffix == "inferred":
        return row.get(column, False)
    field = codebook.fields[name]
    cell = known(row, name, field, scope=suffix.startswith("scope."))
    return cell[list(value_columns(field)).index(suffix.removeprefix("scope."))]


def factors_of(
    cases: Sequence[Case], columns: Schema, answer: Callable[[pl.DataFrame], Sequence[Answer]]
) -> dict[Case, Factor]:
    """Return the factor of each case of one question; `answer` judges a frame with its columns, row by row."""
    places = {name: place for place, name in enumerate(columns)}
    rows: list[tuple[Any, ...]] = []
    for case in cases:
        filled = [[places.get(column) for column in fact.columns] for fact in case.facts]
        for values in product(*(fact.values for fact in case.facts)):
            row = list(case.entries)
            for at, value in zip(filled, values, strict=True):
                for place, entry in zip(at, value, strict=True):
                    if place is not None:
                        row[place] = entry
            rows.append(tuple(row))
    answers = iter(answer(pl.DataFrame(rows, schema=dict(columns), orient="row")) if rows else ())
    found: dict[Case, Factor] = {}
    for case in cases:
        combinations = product(*(range(len(fact.values)) for fact in case.facts))
        judged = tuple((combination, next(answers)) for combination in combinations)
        found[case] = Factor(tuple(fact.name for fact in case.facts), judged).without_idle_facts()
    return found
