"""The decision table of a scheme: every situation with its outcome, as readable text and as look-ups."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Final, TypeVar

from fidelity.errors import FidelityError
from fidelity.model.scheme import CONCERNS, GRADES, LEVELS, Concern, Grade, Scheme, Tally

Word = TypeVar("Word", bound=str)

# The scheme and the hash of what it says stand in every row, at the right edge: the file stays plain CSV that
# any software reads and sorts, no row can be parted from its origin, and what people read comes first.
COLUMNS: Final = ("table", *LEVELS, "outcome", "scheme", "scheme_sha256")


class TableError(FidelityError):
    """A decision table is not what it says it is: malformed, incomplete, or of another scheme."""


def clip(tally: Tally, most: Tally) -> Tally:
    """Return a tally with each count cut at the number beyond which more make no difference."""
    return min(tally[0], most[0]), min(tally[1], most[1]), min(tally[2], most[2])


def domain_situations(saturation: Tally) -> tuple[Tally, ...]:
    """Return every tally of departures that a domain can show, counts cut at saturation."""
    critical, major, minor = (range(most + 1) for most in saturation)
    return tuple(product(critical, major, minor))


def axis_situations(saturation: Tally, domains: int) -> tuple[Tally, ...]:
    """Return every tally that an axis of so many domains can show, counts cut at saturation.

    A domain of major concern is also one of at least minor concern: counts never fall from critical to minor.
    """
    counts = range(domains + 1)
    nested = (tally for tally in product(counts, counts, counts) if tally[0] <= tally[1] <= tally[2])
    return tuple(sorted({clip(tally, saturation) for tally in nested}))


def saturation_of(rows: Iterable[Tally]) -> Tally:
    """Return the largest count of each level among the situations of a table."""
    critical, major, minor = zip(*rows, strict=True)
    return max(critical), max(major), max(minor)


@dataclass(frozen=True)
class DecisionTable:
    """What stands in every situation: concerns by departures, grades by domains of at least a concern."""

    scheme: str
    scheme_sha256: str
    concern_rows: tuple[tuple[Tally, Concern], ...]
    grade_rows: tuple[tuple[Tally, Grade], ...]

    @classmethod
    def parse(cls, text: str) -> DecisionTable:
        """Return the table that a CSV text holds, or raise what is wrong with the text."""
        lines = list(csv.reader(io.StringIO(text, newline="")))
        if not lines or tuple(lines[0]) != COLUMNS:
            raise TableError(f"a decision table starts with the columns {','.join(COLUMNS)}")
        if any(len(line) != len(COLUMNS) for line in lines[1:]):
            raise TableError(f"every row of a decision table has {len(COLUMNS)} cells")
        origins = {(line[5], line[6]) for line in lines[1:]}
        if len(origins) != 1:
            raise TableError(f"a decision table has one scheme and one hash, not {len(origins)}")
        if unknown := {line[0] for line in lines[1:]} - {"concern", "grade"}:
            raise TableError(f"a row belongs to concern or to grade, not to {', '.join(sorted(unknown))}")
        concerns = _rows([line for line in lines[1:] if line[0] == "concern"], CONCERNS)
        grades = _rows([line for line in lines[1:] if line[0] == "grade"], GRADES)
        return cls(*origins.pop(), concerns, grades)

    def render(self) -> str:
        """Return the table as CSV text, the same for the same table."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(COLUMNS)
        for table, rows in (("concern", self.concern_rows), ("grade", self.grade_rows)):
            for tally, outcome in rows:
                writer.writerow((table, *tally, outcome, self.scheme, self.scheme_sha256))
        return text.getvalue()

    def check(self, scheme: Scheme) -> None:
        """Raise unless this is the complete table of just this scheme."""
        if (self.scheme, self.scheme_sha256) != (scheme.name, scheme.sha256):
            raise TableError(
                f"the table was derived from {self.scheme} with hash {self.scheme_sha256[:12]}, "
                f"the scheme is {scheme.name} with hash {scheme.sha256[:12]}: derive the table again"
            )
        most_domains = max(len(domains) for domains in scheme.axes.values())
        _compare("concern", self._concerns, domain_situations(scheme.concern_saturation))
        _compare("grade", self._grades, axis_situations(scheme.grade_saturation, most_domains))

    def concern(self, critical: int, major: int, minor: int) -> Concern:
        """Return the concern of a domain with so many departures of each level."""
        return _look_up(self._concerns, clip((critical, major, minor), self._concern_saturation))

    def grade(self, critical: int, major: int, minor: int) -> Grade:
        """Return the grade of an axis with so many domains of at least each concern."""
        return _look_up(self._grades, clip((critical, major, minor), self._grade_saturation))

    def grade_of(self, concerns: Sequence[Concern]) -> Grade:
        """Return the grade of an axis whose domains give these concerns."""
        places = [CONCERNS.index(concern) for concern in concerns]
        critical, major, minor = (sum(place >= CONCERNS.index(level) for place in places) for level in LEVELS)
        return self.grade(critical, major, minor)

    def concern_by_code(self, criteria: int) -> tuple[int, ...]:
        """Return, for every code of the departures in a domain of so many criteria, the digit of its concern.

        The code of a tally is (critical * (criteria + 1) + major) * (criteria + 1) + minor.
        """
        counts = range(criteria + 1)
        return tuple(CONCERNS.index(self.concern(*tally)) for tally in product(counts, counts, counts))

    def grade_by_code(self, domains: int) -> tuple[int, ...]:
        """Return, for every code of the concerns in an axis of so many domains, the number of its grade.

        The code is the number whose base-4 digits are the digits of the concerns, the first domain foremost.
        """
        return tuple(GRADES.index(self.grade_of(concerns)) for concerns in product(CONCERNS, repeat=domains))

    @cached_property
    def _concerns(self) -> dict[Tally, Concern]:
        return dict(self.concern_rows)

    @cached_property
    def _grades(self) -> dict[Tally, Grade]:
        return dict(self.grade_rows)

    @cached_property
    def _concern_saturation(self) -> Tally:
        return saturation_of(self._concerns)

    @cached_property
    def _grade_saturation(self) -> Tally:
        return saturation_of(self._grades)


def _look_up(rows: Mapping[Tally, Word], tally: Tally) -> Word:
    if tally not in rows:
        counts = ", ".join(f"{count} {level}" for count, level in zip(tally, LEVELS, strict=True))
        raise TableError(f"the decision table has no row for {counts}")
    return rows[tally]


def _compare(table: str, rows: Collection[Tally], situations: Collection[Tally]) -> None:
    if set(rows) != set(situations):
        raise TableError(f"the {table} rows are not the {len(situations)} situations that exist")


def _rows(lines: Sequence[Sequence[str]], words: Sequence[Word]) -> tuple[tuple[Tally, Word], ...]:
    rows: dict[Tally, Word] = {}
    for line in lines:
        if not all(cell.isdecimal() for cell in line[1:4]):
            raise TableError(f"counts are whole numbers, not {', '.join(line[1:4])}")
        if line[4] not in words:
            raise TableError(f"{line[4]} is no outcome of the {line[0]} rows: {', '.join(words)}")
        tally: Tally = int(line[1]), int(line[2]), int(line[3])
        if tally in rows:
            raise TableError(f"the {line[0]} rows hold the counts {','.join(line[1:4])} twice")
        rows[tally] = words[words.index(line[4])]
    if not rows:
        raise TableError("a decision table has rows for concern and for grade")
    return tuple(rows.items())
