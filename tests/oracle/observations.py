"""What a report leaves possible of one field, and which cells of its values that touches.

The constants of the leaves on a field cut its values into cells within which no leaf changes. A cell is written as
the truth of each leaf in it, whatever the type of the field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from itertools import combinations
from math import inf
from typing import Any

from oracle.rules import Field, Leaf, holds

Cell = tuple[bool, ...]


@dataclass(frozen=True, eq=False)
class Known:
    """An observation: `value` is None where everything is possible, else by the type of the field:

    number (low, low excluded, high, high excluded) · count (low, high) · cut_off ((number, excluded), (number,
    excluded)), lowest and highest · choice, ordered_choice, yes_no a set of choices · checklist (present, possible).
    """

    status: str
    value: Any = None
    inferred: bool = False
    answered: bool = dataclass_field(init=False)
    """Whether the report answers the question, if only in part, so that the question arises."""
    stated: bool = dataclass_field(init=False)
    """Whether it answers it in so many words."""

    def __post_init__(self) -> None:
        answered = self.status == "reported" or (self.status == "unclear" and self.value is not None)
        object.__setattr__(self, "answered", answered)
        object.__setattr__(self, "stated", answered and not self.inferred)


def unclear(field: Field, value: Any, *, inferred: bool = False) -> Known:
    """Return what an unclear report lets us know: nothing, where its value rules nothing out."""
    return Known("unclear", None if value == everything(field) else value, inferred)


def everything(field: Field) -> Any:
    """Return the value that leaves all possible that the codebook allows."""
    match field.type:
        case "number":
            return (field.low, False, field.high, False)
        case "count":
            return (int(field.low), int(field.high))
        case "cut_off":
            return ((field.low, False), (field.high, False))
        case "checklist":
            return (frozenset(), frozenset(field.choices))
        case "text" | "date":
            return None
        case _:
            return frozenset(field.choices)


def cells(field: Field, leaves: Sequence[Leaf], known: Known) -> frozenset[Cell]:
    """Return the cells that an observation touches; none for a field that is said not to apply."""
    if known.status == "not_applicable":
        return frozenset()
    reporting = {"not_extracted": (False, True), "not_reported": (False,)}.get(known.status, (True,))
    if known.inferred:
        # That a reader inferred something does not show whether the report says it.
        reporting = (False, True)
    asks = [leaf.about_report for leaf in leaves]
    value = everything(field) if known.value is None else known.value
    found = set()
    for sample in _samples(field, leaves, value):
        for reported in reporting:
            found.add(
                tuple(
                    reported if about_report else holds(field, leaf, sample)
                    for leaf, about_report in zip(leaves, asks, strict=True)
                )
            )
    return frozenset(found)


def _samples(field: Field, leaves: Sequence[Leaf], value: Any) -> Iterator[Any]:
    """Yield a value of every cell that a set of possible values touches."""
    match field.type:
        case "number":
            yield from _numbers(_constants(leaves), *value)
        case "count":
            yield from range(value[0], value[1] + 1)
        case "cut_off":
            yield from _cut_offs(_constants(leaves), *value)
        case "checklist":
            present, possible = value
            named = sorted({name for leaf in leaves if not leaf.about_report
                            for _, names in leaf.tests for name in names})  # fmt: skip
            open_ = [name for name in named if name in possible and name not in present]
            for size in range(len(open_) + 1):
                for chosen in combinations(open_, size):
                    yield frozenset(present) | set(chosen)
        case "text" | "date":
            yield None
        case _:
            yield from value


def _constants(leaves: Sequence[Leaf]) -> list[float]:
    found = {float(operand) for leaf in leaves if not leaf.about_report for _, operand in leaf.tests}
    return sorted(found)


def _numbers(constants: Sequence[float], low: float, low_out: bool, high: float, high_out: bool) -> Iterator[float]:
    for constant in constants:
        above = low < constant or (low == constant and not low_out)
        below = constant < high or (constant == high and not high_out)
        if above and below:
            yield constant
    for first, second in zip([-inf, *constants], [*constants, inf], strict=True):
        start, end = max(low, first), min(high, second)
        if start < end:
            yield (start + end) / 2
        elif start == end and first < start < second and not (low_out or high_out):
            yield start


def _cut_offs(
    constants: Sequence[float], low: tuple[float, bool], high: tuple[float, bool]
) -> Iterator[tuple[float, bool]]:
    numbers = set(_numbers(constants, low[0], False, high[0], False)) | {low[0], high[0]}
    for number in sorted(numbers):
        for excluded in (False, True):
            if low <= (number, excluded) <= high:
                yield (number, excluded)
