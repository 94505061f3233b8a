"""Slips in numbers that people and spreadsheets make often: each is told by its own name, and none is guessed."""

from __future__ import annotations

import re
from typing import Final

from fidelity.errors import Fault
from fidelity.model.codebook import Field
from fidelity.read.days import MONTHS
from fidelity.read.signs import clean, shortened

_ABOUT: Final = re.compile(
    r"(?:about|approximately|approx\.?|around|circa|ca\.?|c\.|roughly|nearly|almost|~|≈)\s*[0-9.].*",
    re.IGNORECASE | re.DOTALL,
)
_SPREAD: Final = re.compile(r"±|\+/-|\bSD\b")
_COMMA: Final = re.compile(r"[0-9],[0-9]")
_GAP: Final = re.compile(r"(?<![0-9.])[0-9]{1,3}(?: [0-9]{3})+(?![0-9])")
_RAISED: Final = re.compile(r"[0-9)]\s?(?:[⁺⁻]|[²³¹⁰⁴-⁹])")
_CLOCK: Final = r"(?:[T ][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?)?"
_LIKE_DATE: Final = re.compile(r"[A-Za-z]{3}|[0-9]-[0-9]{1,2}-|[/.][0-9]{1,2}[/.]")
"""What every date of the forms below has, so that few texts are held against all of them."""
_DATES: Final = (
    re.compile(r"(?P<day>[0-9]{1,2})[ .-]{0,2}(?P<name>[A-Za-z]{3,9})\.?(?:[ ,.-]{1,2}[0-9]{2,4})?"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})[ .-]{1,2}(?P<day>[0-9]{1,2})(?:,? [0-9]{4})?"),
    re.compile(r"(?P<name>[A-Za-z]{3,9})[ .-]{1,2}[0-9]{2}(?P<day>[0-9]{2})"),
    re.compile(rf"[0-9]{{4}}-(?P<month>[0-9]{{1,2}})-(?P<day>[0-9]{{1,2}}){_CLOCK}"),
    re.compile(rf"(?P<month>[0-9]{{1,2}})([/.])(?P<day>[0-9]{{1,2}})\2[0-9]{{4}}{_CLOCK}"),
)


def slip_in(text: str) -> Fault | None:
    """Return the slip in the text of a number, if it is one of those that are known; the text is clean."""
    if _COMMA.search(text):
        what = f"the comma in {text!r} may stand for a decimal point or for thousands"
        remedy = "write a decimal point, and nothing between thousands; or say in the mapping that decimal: comma"
        return Fault("decimal-comma", what, remedy)
    if _GAP.search(text):
        what = f"the space in {text!r} may stand between thousands or between two numbers"
        return Fault("thousands", what, "write nothing between thousands, and 'to' or ; between two numbers")
    if _RAISED.search(text):
        what = f"{text!r} has a raised figure: a power, or the mark of a note"
        return Fault("raised-figure", what, "write the number in full, and no mark behind it")
    if _ABOUT.fullmatch(text):
        what = f"{text!r} does not say which values are possible"
        return Fault("approximate", what, "write the least and the most that it can be, or unclear")
    if _SPREAD.search(text):
        what = f"{text!r} is a mean with its spread and not what was set or allowed"
        return Fault("spread", what, "write the value or the range that was set, or unclear")
    return None


def date_cell(field: Field, text: str) -> Fault | None:
    """Return the fault of a date where none belongs: most are ranges such as 10-12 that a spreadsheet has changed."""
    tidy = clean(text)
    numbers = _day_and_month(tidy) if _LIKE_DATE.search(tidy) else None
    if numbers is None:
        return None
    what = f"{shortened(text)} is a date, and {field.label} takes none"
    if field.range is not None and field.range[0] >= 1000:
        return Fault("date-cell", what, "write the year alone")
    low, high = sorted(numbers)
    what = f"{what}; spreadsheets make dates of entries such as {low}-{high}"
    return Fault("date-cell", what, f"write a range as text, such as '{low} to {high}'")


def _day_and_month(text: str) -> tuple[int, int] | None:
    """Return the two numbers that a date may have been: "Oct-12" and "Oct 2012" are 12 and 10."""
    for form in _DATES:
        found = form.fullmatch(text)
        if found is None:
            continue
        names = found.groupdict()
        month = MONTHS.get(names["name"].lower()) if "name" in names else int(names["month"])
        day = int(names["day"])
        if month is not None and min(month, day) >= 1 and max(month, day) <= 31 and min(month, day) <= 12:
            return day, month
    return None
