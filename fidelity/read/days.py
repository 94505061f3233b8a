"""Dates as people write them: a year, a month in figures or by name, a day, or from one of these to another."""

from __future__ import annotations

import re
from typing import Final

from fidelity.errors import Fault
from fidelity.model.codebook import Field
from fidelity.model.dates import ANY_DAY, Days
from fidelity.model.values import Interval
from fidelity.read.signs import clean, shortened

FROM_TO: Final = re.compile(r"(.+?)\s+(?:to|-)\s+(.+)", re.IGNORECASE)
_YEARS: Final = re.compile(r"([0-9]{4}) ?- ?([0-9]{4})")
_NAMED: Final = re.compile(r"(?:([0-9]{1,2})[ -])?([a-z]{3,9})\.?,?[ -]([0-9]{4})", re.IGNORECASE)
_YEAR_FIRST: Final = re.compile(r"([0-9]{4})[ -]([a-z]{3,9})\.?", re.IGNORECASE)
_MONTH_OF: Final = re.compile(r"([0-9]{1,2}) ?[/.] ?([0-9]{4})")
"""A month in figures before its year; with a day before both, nobody knows which of the two is the month."""
_NAMES: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
MONTHS: Final = {way: number for number, name in enumerate(_NAMES, 1) for way in (name, name[:3])} | {"sept": 9}
"""The number of each month by its name and what is short for it, in lower case."""


def measure_days(field: Field, text: str) -> Interval | Fault:
    """Return the days that a text leaves possible."""
    tidy = clean(text)
    span = _YEARS.fullmatch(tidy) or FROM_TO.fullmatch(tidy)
    try:
        days = [Days.parse(_in_figures(part)) for part in (span.groups() if span else (tidy,))]
    except ValueError:
        return Fault("bad-date", f"{shortened(text)} is no date", "write 2015, 2015-02 or 2015-02-01")
    first, last = days[0].first, days[-1].last
    if first > last:
        return Fault("reversed-range", f"the range {text!r} runs backwards", "write the earlier date first")
    if first < ANY_DAY.first or last > ANY_DAY.last:
        what = f"{text!r} is outside the range of {field.label}"
        return Fault("out-of-range", what, f"{ANY_DAY.first.year} to {ANY_DAY.last.year} is possible: check the year")
    return Interval(first.toordinal(), last.toordinal())


def _in_figures(text: str) -> str:
    """Write a month with its year as figures, the year first: "1 March 2018" as 2018-3-1, "03/2018" as 2018-3."""
    tidy = text.strip()
    plain = _MONTH_OF.fullmatch(tidy)
    if plain is not None:
        return f"{plain[2]}-{plain[1]}"
    turned = _YEAR_FIRST.fullmatch(tidy)
    found = _NAMED.fullmatch(f"{turned[2]} {turned[1]}" if turned else tidy)
    if found is None:
        return text
    day, name, year = found.groups()
    month = MONTHS.get(name.lower())
    if month is None:
        return text
    return f"{year}-{month}-{day}" if day else f"{year}-{month}"
