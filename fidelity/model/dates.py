"""Dates that are known to a year, a month or a day: each is the interval of days that it may be."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Final

_PARTIAL: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")

YEARS_FROM_RECRUITMENT_TO_PRINT: Final = 5
"""With only a publication year known, recruitment began in that year or in one of the five before it."""


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends possible."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> Days:
        """Return the days that "2015", "2015-02" or "2015-02-01" may mean; ValueError for anything else."""
        found = _PARTIAL.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"{text!r} is not a date")
        year, month, day = (int(part) if part else None for part in found.groups())
        assert year is not None
        if month is None:
            return cls(date(year, 1, 1), date(year, 12, 31))
        if day is None:
            return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]))
        return cls(date(year, month, day), date(year, month, day))

    def __str__(self) -> str:
        first, last = self.first, self.last
        if first == last:
            return first.isoformat()
        if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
            return str(first.year)
        return f"{first.isoformat()} to {last.isoformat()}"


ANY_DAY: Final = Days(date(1900, 1, 1), date(2199, 12, 31))
"""The date of a study of which neither recruitment nor publication is known."""


def recruitment_before(year: int) -> Days:
    """Return when a study published in a year may have begun to recruit."""
    return Days(date(year - YEARS_FROM_RECRUITMENT_TO_PRINT, 1, 1), date(year, 12, 31))
