"""On which sides of each number of a criterion its examples lie."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf, nextafter
from typing import Final

import polars as pl

from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import leaves_of
from fidelity.model.ruleset import Criterion
from fidelity.model.variants import At, operator_words

NEEDED: Final = {
    "at_least": ("below", "at"),
    "more_than": ("at", "above"),
    "at_most": ("at", "above"),
    "less_than": ("below", "at"),
    "asks_at_least": ("below", "at"),
    "asks_more_than": ("at", "above"),
    "at_least_as_thick_as": ("at", "above"),
    "at_least_as_thin_as": ("below", "at"),
}
"""The two sides between which each operator draws its line; in the order of the choices, which are thick to thin."""


@dataclass(frozen=True, slots=True)
class Sides:
    """A number of a criterion, where it stands, and on which sides of it an example is decided."""

    at: At
    says: str
    shown: tuple[str, ...]
    missing: tuple[str, ...]


def sides_of(criterion: Criterion, frames: Sequence[pl.DataFrame], codebook: Codebook) -> Iterator[Sides]:
    """Yield every number of a criterion with the sides that the rows of typed frames show."""
    for key, condition in criterion.conditions.items():
        for at, leaf in leaves_of(condition, (key,)):
            field = codebook.fields[leaf.field]
            for operator, operand in leaf.tests.items():
                if operator in NEEDED:
                    known = {side for frame in frames for side in _sides(frame, leaf.field, field, operand)}
                    shown = tuple(side for side in ("below", "at", "above") if side in known)
                    number = operand if isinstance(operand, str) else f"{operand:g}"
                    says = f"{field.label}: {operator_words(operator)} {number}"
                    yield Sides(at, says, shown, tuple(side for side in NEEDED[operator] if side not in known))


def _sides(frame: pl.DataFrame, name: str, field: Field, operand: float | str) -> Iterator[str]:
    if isinstance(operand, str):
        place = list(field.choices).index(operand)
        for mask in frame[f"{name}.may"].to_list() if f"{name}.may" in frame.columns else ():
            if mask.bit_count() == 1:
                yield _side(mask.bit_length() - 1, place)
    elif f"{name}.low" in frame.columns:
        for low, high in frame.select(f"{name}.low", f"{name}.high").rows():
            if low == high:
                # A cut-off that does not include its number lies one float above it.
                beside = field.type == "cut_off" and low == nextafter(operand, inf)
                yield "above" if beside else _side(low, operand)


def _side(value: float, number: float) -> str:
    return "at" if value == number else "below" if value < number else "above"
