"""The scheme in plain Python, for contestants that answer record by record: 24 sets of verdicts to six grades.

A critical criterion that is not met departs critically, one that is partly met a level less, and so on; a domain is as
bad as its gravest departure. Poor: a critical domain, or three major ones. Limited: a major one, or three minor ones.
Adequate: a minor one. The lowest grade takes the worst member of every set, the highest the best.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

MINOR, MAJOR, CRITICAL = 1, 2, 3
AXES = {
    "delivery": ("guidance", "confirmation", "placement", "dose"),
    "selection": ("response", "block"),
    "safety": ("neural", "vascular", "conduct"),
}


@dataclass(frozen=True)
class Weighed:
    domain: str
    level: int

    @property
    def axis(self) -> str:
        return next(axis for axis, domains in AXES.items() if self.domain in domains)


CRITERIA = (
    Weighed("guidance", CRITICAL), Weighed("guidance", MINOR), Weighed("placement", MAJOR),
    Weighed("placement", CRITICAL), Weighed("confirmation", MAJOR), Weighed("dose", CRITICAL), Weighed("dose", MINOR),
    Weighed("dose", MAJOR), Weighed("dose", MAJOR), Weighed("dose", MAJOR), Weighed("dose", MINOR),
    Weighed("response", CRITICAL), Weighed("response", MINOR), Weighed("response", MAJOR), Weighed("response", MINOR),
    Weighed("block", CRITICAL), Weighed("block", MAJOR), Weighed("block", MINOR), Weighed("block", MAJOR),
    Weighed("block", MINOR), Weighed("neural", MAJOR), Weighed("neural", CRITICAL), Weighed("vascular", MAJOR),
    Weighed("conduct", MINOR),
)  # fmt: skip


def _departures(level: int) -> list[tuple[int, int]]:
    """Return what each set of verdicts departs by at worst and at best."""
    worst = [level if verdicts & 4 else level - 1 if verdicts & 2 else 0 for verdicts in range(16)]
    best = [0 if verdicts & 9 else level - 1 if verdicts & 2 else level for verdicts in range(16)]
    return list(zip(worst, best, strict=True))


def _grade(concerns: Sequence[int]) -> int:
    if CRITICAL in concerns or sum(concern >= MAJOR for concern in concerns) >= 3:
        return 0
    if MAJOR in concerns or sum(concern >= MINOR for concern in concerns) >= 3:
        return 1
    return 2 if MINOR in concerns else 3


DOMAINS = [domain for domains in AXES.values() for domain in domains]
TABLES = [(DOMAINS.index(entry.domain), _departures(entry.level)) for entry in CRITERIA]
GRADES = {concerns: _grade(concerns) for size in (2, 3, 4) for concerns in product(range(4), repeat=size)}


def grades_of(verdicts: Sequence[int]) -> list[int]:
    """Return the lowest and the highest grade of delivery, selection and safety."""
    worst, best = [0] * 9, [0] * 9
    for possible, (domain, table) in zip(verdicts, TABLES, strict=True):
        most, least = table[possible]
        if most > worst[domain]:
            worst[domain] = most
        if least > best[domain]:
            best[domain] = least
    return [GRADES[tuple(ends[first:last])] for first, last in ((0, 4), (4, 6), (6, 9)) for ends in (worst, best)]
