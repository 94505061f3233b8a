"""Whether one condition implies another, held against every value that a field can have."""

from __future__ import annotations

from itertools import product

import pytest

import fidelity
from fidelity.model.condition import AllOf, AnyOf, Condition, Leaf
from fidelity.model.implication import implies

BOOK = fidelity.load_library().codebook


def minutes(**bounds: float) -> Leaf:
    return Leaf.model_validate({"field": "lesion_duration", **bounds})


BAND = minutes(at_least=60, at_most=120)
CONDITIONS: tuple[Condition, ...] = (
    BAND,
    minutes(at_least=30),
    minutes(at_most=180),
    minutes(more_than=60, less_than=120),
    AllOf(all=(minutes(at_least=60), minutes(at_most=120))),
    AllOf(all=(minutes(at_most=120), minutes(at_least=90), minutes(at_least=60))),
    AnyOf(any=(minutes(at_most=60), minutes(at_least=120))),
)


def fulfils(seconds: float, condition: Condition) -> bool:
    if isinstance(condition, Leaf):
        bounds = condition.bounds()
        return bounds.low <= seconds <= bounds.high
    join = all if isinstance(condition, AllOf) else any
    return join(fulfils(seconds, member) for member in condition.members)


@pytest.mark.parametrize(("first", "second"), list(product(CONDITIONS, repeat=2)))
def test_what_is_implied_holds_for_every_value_of_the_first(first: Condition, second: Condition) -> None:
    values = [value / 2 for value in range(10, 600)]
    true = all(fulfils(value, second) for value in values if fulfils(value, first))
    assert not implies(first, second, BOOK) or true


def test_two_bounds_in_two_leaves_are_the_band_that_they_are_in_one() -> None:
    apart = AllOf(all=(minutes(at_least=60), minutes(at_most=120)))
    assert implies(apart, BAND, BOOK)
    assert implies(BAND, apart, BOOK)
    assert not implies(apart, minutes(at_least=90), BOOK)
