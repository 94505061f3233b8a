"""Faults that a whole column has, told once: what is wrong with one cell, and in how many others it is so, too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from fidelity.errors import Problem
from fidelity.read.signs import shortened

_OF_CELLS: Final = frozenset(
    {"decimal-comma", "decimal-point", "no-number", "no-count", "no-patients", "not-positive", "no-year", "no-rob"}
)
"""What is wrong with a cell whatever stands in the others."""
_MOST: Final = 3
"""How many like faults of a column are told one by one, and how many more cells are named beside the first."""


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in their order, with like ones of one column as the first of them, its next cells and a count."""
    alike: dict[object, list[Problem]] = {}
    for problem in problems:
        place = problem.place
        column = (place.sheet, place.cell.rstrip("0123456789")) if place.cell is not None else None
        own = (problem.code, column) if problem.code in _OF_CELLS and column is not None else problem
        alike.setdefault(own, []).append(problem)
    return [told for found in alike.values() for told in ([_one(found)] if len(found) > _MOST else found)]


def _one(problems: list[Problem]) -> Problem:
    first, *others = problems
    named = ", ".join(f"{problem.place.cell} {shortened(problem.found)}" for problem in others[:_MOST])
    more = ", ..." if len(others) > _MOST else ""
    what = f"{first.what}; {len(others)} more cells of column {first.header} are like it ({named}{more})"
    return replace(first, what=what)
