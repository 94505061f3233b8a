"""Which coefficients of a linear model the rows of its design identify, in exact fractions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

Row = Mapping[str, Fraction]
"""The entries of a row of the design matrix that are not zero, by the name of their column."""


def reduced(rows: Iterable[Row], columns: Sequence[str]) -> dict[str, dict[str, Fraction]]:
    """Return the reduced row echelon form of a matrix: for each pivot column its row, which holds 1 there.

    The order of `columns` is that in which pivots are sought. A coefficient is identified just where the form has a
    row that holds nothing but its 1: then, and only then, the unit vector of the column lies in the row space.
    """
    place = {name: number for number, name in enumerate(columns)}
    pivots: dict[str, dict[str, Fraction]] = {}
    for row in rows:
        left = {name: entry for name, entry in row.items() if entry}
        for name in [name for name in left if name in pivots]:
            _subtract(left, pivots[name], left[name])
        if not left:
            continue
        pivot = min(left, key=place.__getitem__)
        scale = left[pivot]
        mine = {name: entry / scale for name, entry in left.items()}
        for other in pivots.values():
            if pivot in other:
                _subtract(other, mine, other[pivot])
        pivots[pivot] = mine
    return pivots


def identified(form: Mapping[str, Row], column: str) -> bool:
    """Whether the rows identify the coefficient of a column."""
    return column in form and len(form[column]) == 1


def entangled(form: Mapping[str, Row], column: str) -> tuple[str, ...]:
    """Return the columns from which the rows do not tell a column apart; empty where nothing contains it."""
    held = [row for pivot, row in form.items() if column in row and (pivot == column or len(row) > 1)]
    return tuple(sorted({name for row in held for name in row} - {column}))


def _subtract(row: dict[str, Fraction], other: Row, times: Fraction) -> None:
    for name, entry in other.items():
        left = row.get(name, Fraction(0)) - times * entry
        if left:
            row[name] = left
        else:
            row.pop(name, None)
