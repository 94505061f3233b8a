"""The ends that are written of a number, completed by the codebook: an interval inside the range of its field."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, inf, nextafter, sqrt

from fidelity.errors import Fault
from fidelity.model.codebook import Field
from fidelity.model.values import Interval
from fidelity.read.signs import plain, shortened


@dataclass(frozen=True, slots=True)
class Ends:
    """What is written of a number, before the codebook completes it: the ends that are named, and how."""

    low: Fraction | None
    high: Fraction | None
    strict: bool = False
    sign: str = ""


def interval_of(field: Field, ends: Ends, text: str) -> Interval | Fault:
    """Return what the ends of a number leave possible, or why that cannot be; `text` is how they are written."""
    assert field.range is not None
    least, most = field.range
    low = None if ends.low is None else float(ends.low)
    high = None if ends.high is None else float(ends.high)
    if low is not None and high is not None and low > high:
        what = f"the range {text!r} runs backwards"
        return Fault("reversed-range", what, "write the smaller number first")
    if any(end is not None and not least <= end <= most for end in (low, high)):
        return _outside(field, text)
    if field.type == "count" and any(end is not None and end.denominator != 1 for end in (ends.low, ends.high)):
        what = f"{text!r} is no whole number, and {field.label} is counted"
        return Fault("not-whole", what, "write a whole number, or a range of whole numbers")
    if field.type == "cut_off":
        return _cut_off(field, ends, low, high, text)
    if field.type == "count" and ends.strict:
        low, high = None if low is None else low + 1, None if high is None else high - 1
        found = Interval(least if low is None else low, most if high is None else high)
    else:
        found = Interval(
            least if low is None else low,
            most if high is None else high,
            ends.strict and low is not None,
            ends.strict and high is not None,
        )
    return _outside(field, text) if found.empty else found


def _cut_off(field: Field, ends: Ends, low: float | None, high: float | None, text: str) -> Interval | Fault:
    """One that is not itself included lies one float above its number; without a sign both are possible."""
    if low is None:
        what = f"{text!r} names no least value, and {field.label} is a cut-off"
        return Fault("cut-off-direction", what, f"write the least that counts, such as {_example(field)}")
    if ends.sign == ">=":
        return Interval(low, low)
    if ends.sign == ">":
        return Interval(nextafter(low, inf), nextafter(low, inf))
    return Interval(low, nextafter(low if high is None else high, inf))


def _outside(field: Field, text: str) -> Fault:
    assert field.range is not None
    least, most = field.range
    unit = f" {field.unit}" if field.unit else ""
    what = f"{text!r} is outside the range of {field.label}"
    remedy = f"{plain(least)} to {plain(most)}{unit} is possible: check the number and its unit"
    return Fault("out-of-range", what, remedy)


def no_number(field: Field, text: str) -> Fault:
    """Return the fault of a text that is no number of any form, with how one of the field is written."""
    if field.type == "cut_off":
        return Fault("no-number", f"{shortened(text)} is no cut-off", f"write it like {_example(field)}")
    what = f"{shortened(text)} is neither a number nor a range nor a bound"
    return Fault("no-number", what, f"write it like {_example(field)}")


def _example(field: Field) -> str:
    assert field.range is not None
    least, most = field.range
    unit = f" {field.unit}" if field.unit else ""
    if field.type == "cut_off":
        return f"'>= {plain(round((least + most) / 2))}{unit}' or '> {plain(round((least + most) / 2))}{unit}'"
    # The geometric middle is the more usual size where a range spans powers of ten.
    middle = float(f"{sqrt((least or 1) * most) if least >= 0 else (least + most) / 2:.0e}")
    if field.type == "count":
        middle = max(round(middle), ceil(least))
    return f"{plain(middle if least <= middle <= most else least)}{unit}"
