"""Numbers as people write them: single values, ranges, bounds, with the units that the codebook knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from fidelity.errors import Fault
from fidelity.model.codebook import Field
from fidelity.model.values import Interval
from fidelity.read.ends import Ends, interval_of, no_number
from fidelity.read.signs import clean, plain, shortened
from fidelity.read.slips import date_cell, slip_in
from fidelity.read.units import Scale, kind_of, no_unit

__all__ = ["clean", "has_known_form", "measure", "plain", "shortened", "times_in"]
"""Signs are part of how numbers are read, so that what reads or shows numbers asks here for both."""

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
_WORDS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER_WORD: Final = re.compile(rf"\b({'|'.join(_WORDS)})\b", re.IGNORECASE)
_TIME_WORD: Final = r"(?:second|minute|hour|day|week|month|year)"
_HALF_A_TIME: Final = re.compile(rf"\bhalf[ -](?:an? )?(?={_TIME_WORD}\b)", re.IGNORECASE)
_A_TIME: Final = re.compile(rf"\ban? (?={_TIME_WORD}\b)", re.IGNORECASE)
_ALL: Final = frozenset({"complete", "complete relief"})
_BARE: Final = re.compile(rf"{_NUMBER}(?:\s*(?:-|\bto\b)\s*{_NUMBER})?", re.IGNORECASE)
_ALTERNATIVE: Final = re.compile(r"\s*(?:[;|]|\bor\b)\s*", re.IGNORECASE)
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
    rf"{_AMOUNT}\s*(?:(\+|\b(?:or (?:more|longer|greater|higher|above|over)|and (?:more|above|over)))"
    rf"|\b(?:or (?:less|fewer|shorter|lower|below|under)|and (?:below|under)))\s*{_UNIT}",
    re.IGNORECASE,
)
_SIGN_OF_TIMES: Final = r"(?:[×✕✖*]|(?<![^\W\d_])(?:x|times))"
"""The x of "max 80" belongs to a word."""
_LIKE_TIMES: Final = re.compile(rf"{_SIGN_OF_TIMES}| of ", re.IGNORECASE)
_MULTIPLIED: Final = re.compile(rf"[0-9]\s*{_SIGN_OF_TIMES}\s*[0-9]", re.IGNORECASE)
_TIMES_BEFORE: Final = re.compile(
    rf"([0-9]{{1,2}})\s*(?:{_SIGN_OF_TIMES}|(?:cycles?|lesions?|applications?|injections?) of)\s*(.+)", re.IGNORECASE
)
_TIMES_BEHIND: Final = re.compile(rf"(.+?)\s*{_SIGN_OF_TIMES}\s*([0-9]{{1,2}})", re.IGNORECASE)
_WITH_UNIT: Final = re.compile(r"[0-9.]\s*(?!(?:to|or|and|x)\b)[^\W\d_]|[0-9.]\s*[°%]")


def times_in(text: str) -> tuple[int, str] | None:
    """Return how many times something is said and what it is, such as 2 and "60 s" of "2 x 60 s" or "60 s x 2".

    None where no number is multiplied, or where it cannot be told which of the two is the number of times.
    """
    tidy = _in_figures(clean(text))
    if found := _TIMES_BEFORE.fullmatch(tidy):
        count, rest = found.groups()
    elif found := _TIMES_BEHIND.fullmatch(tidy):
        rest, count = found.groups()
    else:
        return None
    if int(count) == 0 or not _WITH_UNIT.search(rest) or _TIMES_BEFORE.fullmatch(rest) or _TIMES_BEHIND.fullmatch(rest):
        return None
    return int(count), rest


def measure(field: Field, factors: Mapping[str, str], text: str, *, bare: bool = True) -> tuple[Interval, bool] | Fault:
    """Return what a text leaves possible of a number, and whether it names several and not which holds.

    `factors` are what other units are worth in the unit of the field; where not `bare`, a number needs a unit.
    """
    scale, tidy = Scale(field, factors, bare), _spelt_out(field, clean(text))
    slip = date_cell(field, text) or _multiplied(tidy, text)
    if slip is not None:
        return slip
    found = _possible(scale, tidy, text)
    # What has no unit is shown whole: of "60 or 90" neither number has one.
    return no_unit(field, text.strip()) if isinstance(found, Fault) and found.code == "no-unit" else found


def has_known_form(text: str) -> bool:
    """Whether a text is a number, a range or a bound, or several of them, whatever stands for their units."""
    tidy = clean(text)
    return _is_form(tidy) or all(map(_is_form, _ALTERNATIVE.split(tidy)))


def _is_form(text: str) -> bool:
    return any(form.fullmatch(text) for form in (_SINGLE, _RANGE, _BETWEEN, _BOUND, _AFTER))


def _possible(scale: Scale, tidy: str, text: str) -> tuple[Interval, bool] | Fault:
    whole = _with_bracket(scale, tidy)
    if not isinstance(whole, Fault):
        found = interval_of(scale.field, whole, text)
        return found if isinstance(found, Fault) else (found, False)
    parts = _ALTERNATIVE.split(tidy)
    if len(parts) == 1 or not all(parts):
        return whole
    union: Interval | None = None
    for part in _share_unit(parts):
        ends = _ends(scale, part)
        interval = ends if isinstance(ends, Fault) else interval_of(scale.field, ends, part)
        if isinstance(interval, Fault):
            return interval
        union = interval if union is None else union.union(interval)
    assert union is not None
    return union, True


def _multiplied(tidy: str, text: str) -> Fault | None:
    if not _LIKE_TIMES.search(tidy) or (times_in(tidy) is None and not _MULTIPLIED.search(tidy)):
        return None
    what = f"{shortened(text)} says how many and how much of each"
    remedy = "write here how much one of them is, and in its own field how many; a mapping says that with times:"
    return Fault("times", what, remedy)


def _spelt_out(field: Field, text: str) -> str:
    """Write in figures what people write in words: small numbers of what is counted, times, complete relief."""
    if field.type == "count":
        return _in_figures(text)
    if field.type == "cut_off" and field.unit == "%" and text.lower() in _ALL:
        return ">= 100 %"
    if field.unit is not None and kind_of(field.unit) == "a time":
        return clean(_in_figures(_A_TIME.sub("1 ", _HALF_A_TIME.sub("0.5 ", text))))
    return text


def _in_figures(text: str) -> str:
    return _NUMBER_WORD.sub(lambda found: str(_WORDS.index(found.group().lower()) + 1), text)


def _with_bracket(scale: Scale, text: str) -> Ends | Fault:
    """Read what may be said a second time in brackets, such as 120 s (2 min): the two must agree."""
    found = _BRACKETED.fullmatch(text)
    said = _ends(scale, found.group(1)) if found else None
    again = _ends(scale, found.group(2)) if found else None
    if not isinstance(said, Ends) or not isinstance(again, Ends):
        without = [fault for fault in (said, again) if isinstance(fault, Fault) and fault.code == "no-unit"]
        return without[0] if without else _ends(scale, text)
    if again == said or (not again.sign and again.low == again.high and again.low in (said.low, said.high)):
        return said
    what = f"{shortened(text)} says two different things"
    return Fault("bracket-differs", what, "keep the one that is right")


def _share_unit(parts: list[str]) -> list[str]:
    """Give the unit of the last alternative to those that have none: "1 or 2 min"."""
    last = re.fullmatch(rf".*?[0-9]\s*{_UNIT}", parts[-1])
    unit = last.group(1).strip() if last else ""
    return [f"{part} {unit}".strip() if _BARE.fullmatch(part) else part for part in parts]


def _ends(scale: Scale, text: str) -> Ends | Fault:
    slip = slip_in(text)
    if slip is not None:
        return slip
    sign, number, unit = "", "", ""
    if found := _BOUND.fullmatch(text):
        sign, number, unit = _SIGN_OF[found.group(1).lower()], found.group(2), found.group(3)
    elif found := _AFTER.fullmatch(text):
        sign, number, unit = ">=" if found.group(3) else "<=", found.group(1), f"{found.group(2)} {found.group(4)}"
    elif found := _SINGLE.fullmatch(text):
        # A single number is looked for before a range: 1e-7 does not run from 1 e to 7.
        number, unit = found.group(1), found.group(2)
    elif found := _RANGE.fullmatch(text) or _BETWEEN.fullmatch(text):
        return _both_ends(scale, *(group.strip() for group in found.groups()))
    else:
        found = _COMPOSED.fullmatch(text)
        composed = _composed(scale, *found.groups()) if found else None
        return no_number(scale.field, text) if composed is None else Ends(composed, composed)
    bound = scale.amount(number, unit)
    if isinstance(bound, Fault):
        return bound
    return Ends(None if sign[:1] == "<" else bound, None if sign[:1] == ">" else bound, len(sign) == 1, sign)


def _composed(scale: Scale, first: str, large: str, second: str, small: str) -> Fraction | None:
    """Return what a number in two units is, if the second goes on where the first leaves off."""
    whole, part = scale.factor(large), scale.factor(small)
    if whole is None or part is None or not Fraction(second) * part < whole or part >= whole:
        return None
    return Fraction(first) * whole + Fraction(second) * part


def _both_ends(scale: Scale, first: str, first_unit: str, second: str, second_unit: str) -> Ends | Fault:
    low = scale.amount(first, first_unit or second_unit)
    high = scale.amount(second, second_unit or first_unit)
    if isinstance(low, Fault):
        return low
    return high if isinstance(high, Fault) else Ends(low, high)
