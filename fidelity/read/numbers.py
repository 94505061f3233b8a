"""Numbers as people write them: single values, ranges, bounds, with the units that the codebook knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, inf, nextafter, sqrt
from typing import Final

from fidelity.errors import Fault
from fidelity.model.codebook import Field
from fidelity.model.values import Interval

_SIGNS: Final = str.maketrans(
    {"≥": ">=", "⩾": ">=", "≤": "<=", "⩽": "<=", "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "‒": "-"}
)
_NUMBER: Final = r"([+-]?(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?)"
_UNIT: Final = r"((?:[^0-9<>=;|,~-]|(?<=[A-Za-z])[23](?![0-9.]))*?)"
_AMOUNT: Final = rf"{_NUMBER}\s*{_UNIT}"
_SINGLE: Final = re.compile(_AMOUNT)
_RANGE: Final = re.compile(rf"(?:from )?{_AMOUNT}\s*(?:-|\bto\b)\s*{_AMOUNT}", re.IGNORECASE)
_BETWEEN: Final = re.compile(rf"between {_AMOUNT}\s*\band\b\s*{_AMOUNT}", re.IGNORECASE)
_COMPOSED: Final = re.compile(
    r"([0-9]{1,9})\s*([^\W\d_]+)\.?,?\s*(?:and\s)?\s*([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*([^\W\d_]+\.?)"
)
"""A number in two units, such as 1 min 30 s."""
_BRACKETED: Final = re.compile(r"([^()]+?)\s*\(([^()]+)\)")
_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER_WORD: Final = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_ALL: Final = frozenset({"complete", "complete relief"})
_BARE: Final = re.compile(rf"{_NUMBER}(?:\s*(?:-|\bto\b)\s*{_NUMBER})?", re.IGNORECASE)
_ALTERNATIVE: Final = re.compile(r"\s*(?:[;|]|\bor\b)\s*", re.IGNORECASE)
_ABOUT: Final = re.compile(
    r"(?:about|approximately|approx\.?|around|circa|ca\.?|c\.|roughly|nearly|almost|~|≈|∼)\s*[0-9.].*",
    re.IGNORECASE | re.DOTALL,
)
_BOUNDS: Final[dict[str, tuple[str, ...]]] = {
    ">=": (">=", "=>", "at least", "no less than", "not less than", "a minimum of", "minimum"),
    "<=": ("<=", "=<", "at most", "up to", "no more than", "not more than", "a maximum of", "maximum"),
    ">": (">", "more than", "greater than", "longer than", "over", "above"),
    "<": ("<", "less than", "fewer than", "shorter than", "under", "below"),
}
_SIGN_OF: Final = {words: sign for sign, all_words in _BOUNDS.items() for words in all_words}
_BOUND: Final = re.compile(
    rf"({'|'.join(sorted(map(re.escape, _SIGN_OF), key=len, reverse=True))})\s*{_NUMBER}\s*{_UNIT}",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(
    rf"{_AMOUNT}\s*\b(?:(or more|or longer|or greater|or above|or over|and more)"
    r"|(or less|or fewer|or shorter|or below|or under))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Ends:
    """What is written of a number, before the codebook completes it: the ends that are named, and how."""

    low: Fraction | None
    high: Fraction | None
    strict: bool = False
    sign: str = ""


def clean(text: str) -> str:
    """Return a text with one form for each sign, single spaces, and "90-second" as "90 second"."""
    tidy = " ".join(text.translate(_SIGNS).split())
    return re.sub(r"(?<=[0-9])-(?=[A-Za-zµμ°])", " ", tidy)


def measure(field: Field, factors: Mapping[str, str], text: str) -> tuple[Interval, bool] | Fault:
    """Return what a text leaves possible of a number, and whether it names several and not which holds."""
    tidy = _spelt_out(field, clean(text))
    whole = _with_bracket(field, factors, tidy)
    if not isinstance(whole, Fault):
        found = _interval(field, whole, text)
        return found if isinstance(found, Fault) else (found, False)
    parts = _ALTERNATIVE.split(tidy)
    if len(parts) == 1 or not all(parts):
        return whole
    union: Interval | None = None
    for part in _share_unit(parts):
        ends = _ends(field, factors, part)
        interval = ends if isinstance(ends, Fault) else _interval(field, ends, part)
        if isinstance(interval, Fault):
            return interval
        union = interval if union is None else union.union(interval)
    assert union is not None
    return union, True


def _spelt_out(field: Field, text: str) -> str:
    """Write in figures what people write in words: one to ten of what is counted, and relief that is complete."""
    if field.type == "count":
        return _NUMBER_WORD.sub(lambda found: str(_WORDS.index(found.group().lower()) + 1), text)
    if field.type == "cut_off" and field.unit == "%" and text.lower() in _ALL:
        return ">= 100 %"
    return text


def _with_bracket(field: Field, factors: Mapping[str, str], text: str) -> _Ends | Fault:
    """Read what may be said a second time in brackets, such as 120 s (2 min): the two must agree."""
    found = _BRACKETED.fullmatch(text)
    said = _ends(field, factors, found.group(1)) if found else None
    again = _ends(field, factors, found.group(2)) if found else None
    if not isinstance(said, _Ends) or not isinstance(again, _Ends):
        return _ends(field, factors, text)
    if again == said or (not again.sign and again.low == again.high and again.low in (said.low, said.high)):
        return said
    what = f"{shortened(text)} says two different things"
    return Fault("bracket-differs", what, "keep the one that is right")


def _share_unit(parts: list[str]) -> list[str]:
    """Give the unit of the last alternative to those that have none: "1 or 2 min"."""
    last = re.fullmatch(rf".*?[0-9]\s*{_UNIT}", parts[-1])
    unit = last.group(1).strip() if last else ""
    return [f"{part} {unit}".strip() if _BARE.fullmatch(part) else part for part in parts]


def _ends(field: Field, factors: Mapping[str, str], text: str) -> _Ends | Fault:
    fault = _known_slip(field, text)
    if fault is not None:
        return fault
    sign, number, unit = "", "", ""
    if found := _BOUND.fullmatch(text):
        sign, number, unit = _SIGN_OF[found.group(1).lower()], found.group(2), found.group(3)
    elif found := _AFTER.fullmatch(text):
        sign, number, unit = ">=" if found.group(3) else "<=", found.group(1), found.group(2)
    elif found := _SINGLE.fullmatch(text):
        # A single number is looked for before a range: 1e-7 does not run from 1 e to 7.
        number, unit = found.group(1), found.group(2)
    elif found := _RANGE.fullmatch(text) or _BETWEEN.fullmatch(text):
        return _both_ends(field, factors, *(group.strip() for group in found.groups()))
    else:
        found = _COMPOSED.fullmatch(text)
        composed = _composed(field, factors, *found.groups()) if found else None
        return _nothing(field, text) if composed is None else _Ends(composed, composed)
    bound = _amount(field, factors, number, unit)
    if isinstance(bound, Fault):
        return bound
    return _Ends(None if sign[:1] == "<" else bound, None if sign[:1] == ">" else bound, len(sign) == 1, sign)


def _composed(
    field: Field, factors: Mapping[str, str], first: str, large: str, second: str, small: str
) -> Fraction | None:
    """Return what a number in two units is, if the second goes on where the first leaves off."""
    whole, part = _factor(field, factors, large), _factor(field, factors, small)
    if whole is None or part is None or not Fraction(second) * part < whole or part >= whole:
        return None
    return Fraction(first) * whole + Fraction(second) * part


def _both_ends(
    field: Field, factors: Mapping[str, str], first: str, first_unit: str, second: str, second_unit: str
) -> _Ends | Fault:
    low = _amount(field, factors, first, first_unit or second_unit)
    high = _amount(field, factors, second, second_unit or first_unit)
    if isinstance(low, Fault):
        return low
    return high if isinstance(high, Fault) else _Ends(low, high)


def _known_slip(field: Field, text: str) -> Fault | None:
    if re.search(r"[0-9],[0-9]", text):
        what = f"the comma in {text!r} may stand for a decimal point or for thousands"
        return Fault("decimal-comma", what, "write a decimal point, and nothing between thousands")
    if _ABOUT.fullmatch(text):
        what = f"{text!r} does not say which values are possible"
        return Fault("approximate", what, "write the least and the most that it can be, or unclear")
    if re.search(r"±|\+/-|\bSD\b", text):
        what = f"{text!r} is a mean with its spread and not what was set or allowed"
        return Fault("spread", what, "write the value or the range that was set, or unclear")
    return None


def _amount(field: Field, factors: Mapping[str, str], number: str, unit: str) -> Fraction | Fault:
    written = unit.strip()
    factor = _factor(field, factors, written) if written else Fraction(1)
    if factor is None:
        if field.unit is None:
            what = f"{written!r} stands behind the number, but {field.label} has no unit"
            return Fault("unknown-unit", what, "write the number alone")
        what = f"{written!r} is no unit of {field.label}"
        return Fault("unknown-unit", what, f"write the value in {field.unit}")
    return Fraction(number) * factor


def _factor(field: Field, factors: Mapping[str, str], written: str) -> Fraction | None:
    bare = "".join(written.split()).rstrip(".")
    if field.unit is not None and bare == "".join(field.unit.split()):
        return Fraction(1)
    for name, factor in factors.items():
        known = "".join(name.split())
        # A symbol's case matters (mg, Mg); a word's does not.
        if bare == known or (len(bare) > 2 and bare.casefold() == known.casefold()):
            return Fraction(factor)
    return None


def _interval(field: Field, ends: _Ends, text: str) -> Interval | Fault:
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


def _cut_off(field: Field, ends: _Ends, low: float | None, high: float | None, text: str) -> Interval | Fault:
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


def _nothing(field: Field, text: str) -> Fault:
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


def plain(number: float) -> str:
    """Return a number as people write it: without an empty decimal."""
    return f"{number:.10g}"


def shortened(text: str) -> str:
    """Return a text in quotes, cut where it is long."""
    return repr(text if len(text) <= 60 else text[:57] + "...")
