"""Which procedures of real studies a change of rules moves, from which grades to which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from fidelity.explaining.wording import range_words
from fidelity.model.words import spoken

AXES: Final = {"delivery": "grade", "selection": "selection", "safety": "safety"}
"""The axes with the columns of the result in which their grades stand."""


@dataclass(frozen=True, slots=True)
class Move:
    """One procedure on one axis, with what was said of it by the first rules and by the second."""

    study: str
    arm: str
    procedure: str
    axis: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Moves:
    """All moves, and how many procedures were scored by both and stay where they are on every axis."""

    moves: tuple[Move, ...]
    stayed: int


def moves_between(first: pl.DataFrame, second: pl.DataFrame) -> Moves:
    """Return every procedure whose range of grades, or reason for having none, is not the same in two results."""
    others = {(row["study"], row["arm"], row["procedure"]): row for row in second.iter_rows(named=True)}
    moves: list[Move] = []
    stayed = 0
    for row in first.iter_rows(named=True):
        identity = row["study"], row["arm"], row["procedure"]
        found = list(_moves(row, others.get(identity)))
        moves += [Move(*identity, axis, before, after) for axis, before, after in found]
        stayed += not found
    return Moves(tuple(moves), stayed)


def _moves(row: dict[str, Any], other: dict[str, Any] | None) -> Iterator[tuple[str, str, str]]:
    for axis, column in AXES.items():
        before, after = _said(row, column), _said(other, column) if other else "not scored"
        if before != after:
            yield axis, before, after


def _said(row: dict[str, Any], column: str) -> str:
    """Return what a result says of an axis: the range of its grade, or why there is none."""
    low, high = row[f"{column}_low"], row[f"{column}_high"]
    if low is not None and high is not None:
        return range_words(low, high)
    if row["status"] == "graded":
        return spoken(str(row[column] or "not_applicable"))
    if row["status"] == "gap":
        return f"no grade: {str(row['note']).partition(':')[0].replace('_', ' ')}"
    return spoken(str(row["status"]))
