"""What is known of procedures as the package's own study records, for tests that need many of them."""

from __future__ import annotations

from collections.abc import Mapping
from math import inf, nextafter
from typing import Any, cast

from oracle.observations import Known
from oracle.rules import Field

from fidelity.model.study import Arm, Observation, Procedure, Study
from fidelity.model.values import Interval, Listed, OneOf, Value, Words
from fidelity.model.words import Basis, Status


def observation(field: Field, known: Known) -> Observation:
    """Return the observation that says what is known."""
    value = None if known.value is None else _value(field, known.value)
    if field.type == "text" and known.status == "reported":
        value = Words("in words")
    basis: Basis = "inferred" if known.inferred else "stated"
    return Observation(value=value, status=cast(Status, known.status), basis=basis)


def _value(field: Field, value: Any) -> Value:
    match field.type:
        case "number":
            low, low_out, high, high_out = value
            return Interval(low, high, low_out, high_out)
        case "count":
            return Interval(float(value[0]), float(value[1]))
        case "cut_off":
            low, high = (nextafter(number, inf) if excluded else float(number) for number, excluded in value)
            return Interval(low, high)
        case "checklist":
            return Listed(*value)
        case _:
            return OneOf(value)


def study(name: str, known: Mapping[Field, Known]) -> Study:
    """Return a study with one arm and one procedure."""
    observations = {field.name: observation(field, entry) for field, entry in known.items() if field.type != "date"}
    procedure = Procedure(id="p", observations=observations)
    return Study(id=name, label=name, arms=(Arm(id="a", label="A", role="active", procedures=(procedure,)),))
