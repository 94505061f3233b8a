"""What can be wrong, where, and what would be right: the one form in which every layer reports it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

_NO: Final = re.compile(r"\b(?:no|not|non|without|never|none)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a problem stands: a file with line and column, a sheet with a cell, or the path inside a record."""

    source: str
    line: int | None = None
    column: int | None = None
    cell: str | None = None
    sheet: str | None = None

    def __str__(self) -> str:
        if self.cell is not None or self.sheet is not None:
            return "!".join(part for part in (self.source, self.sheet, self.cell) if part is not None)
        parts = (self.source, self.line, self.column)
        return ":".join(str(part) for part in parts if part is not None)

    @property
    def order(self) -> tuple[str, str, int, int, str]:
        """The key by which problems are sorted: as a person reads the file, line by line or row by row."""
        sheet = self.sheet or ""
        if self.cell is None:
            return (self.source, sheet, self.line or 0, self.column or 0, "")
        column = self.cell.rstrip("0123456789")
        row = self.cell[len(column) :]
        return (self.source, sheet, int(row) if row else 0, len(column), column)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file that a person wrote: `code` is stable, the rest is for reading.

    Of a cell, `header` is what its column is called and `found` what it shows, as the file has them; `near` are the
    known names that are like the one that was found.
    """

    code: str
    place: Place
    subject: str
    what: str
    remedy: str
    header: str = ""
    found: str = ""
    near: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.place}: {self.subject}: {self.what}; {self.remedy}"


@dataclass(frozen=True, slots=True)
class Fault:
    """A problem whose place is not known yet: what a check says of a value before anyone knows the cell."""

    code: str
    what: str
    remedy: str
    near: tuple[str, ...] = ()

    def at(self, place: Place, subject: str, *, header: str = "", found: str = "") -> Problem:
        """Return the problem that this fault is at a place."""
        return Problem(self.code, place, subject, self.what, self.remedy, header, found, self.near)


class FidelityError(Exception):
    """The root of every exception that this package raises on purpose."""


class ProblemsFound(FidelityError):
    """Raised where the caller asked that problems stop the work: carries all of them."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sort_problems(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class RulesUnsound(ProblemsFound):
    """Raised when the codebook, a rule set, a scheme or a profile cannot be used as it stands."""


class UsageError(FidelityError):
    """Raised when a request names something that does not exist: a profile, a study, a procedure, a file."""


def sort_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems in the order in which a person meets them in the file, without repeats."""
    return sorted(dict.fromkeys(problems), key=lambda problem: (problem.place.order, problem.code, problem.what))


def did_you_mean(word: str, known: Iterable[str], *, of_codebook: bool = True) -> str:
    """Return the remedy for an unknown word: the nearest known one, else all of them when they are few.

    `of_codebook`: the codebook lists the known ones, and is named where they are many.
    """
    options = list(known)
    near = nearest(word, options)
    if near:
        return f"did you mean {near[0]!r}?"
    if len(options) <= 12:
        return "use one of " + ", ".join(options)
    if not of_codebook:
        return f"none of the {len(options)} that there are has a similar name"
    return f"see the codebook for the {len(options)} names that it knows"


def nearest(word: str, known: Iterable[str], most: int = 3) -> tuple[str, ...]:
    """Return the known words that are like an unknown one, the nearest first; none where none is."""
    denied = _denies(word)
    folded = {option.casefold(): option for option in known if _denies(option) == denied}
    return tuple(folded[near] for near in get_close_matches(word.casefold(), list(folded), n=most, cutoff=0.6))


def _denies(word: str) -> bool:
    """Whether a word says no: what denies is never offered for what affirms, however alike the letters are."""
    return _NO.search(word) is not None
