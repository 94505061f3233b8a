"""From verdicts to grades, as the specification says it in words; only levels and axes are read from the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from oracle.rules import RULES, Criterion, load

GRADES = ("poor", "limited", "adequate", "full")
BADNESS = ("met", "not_applicable", "partly_met", "not_met")
GRAVITY = ("none", "minor", "major", "critical")


def axes() -> dict[str, list[str]]:
    """Return the domains of each axis."""
    scheme: Any = load((RULES / "schemes/domain-gated/1.0.0.yaml").read_text(encoding="utf-8"))
    return {axis: list(domains) for axis, domains in scheme["axes"].items()}


def departure(criterion: Criterion, verdict: str) -> str:
    """Return what a verdict departs by: not met by its level, partly met by one level less, nothing else at all."""
    if not criterion.counted or verdict in ("met", "not_applicable"):
        return "none"
    place = GRAVITY.index(criterion.level)
    return GRAVITY[place if verdict == "not_met" else place - 1]


def grade(verdicts: Mapping[Criterion, str], domains: Iterable[str]) -> str:
    """Return the grade of an axis from one verdict on each of its criteria."""
    concerns = []
    for domain in domains:
        departures = [
            departure(criterion, verdict) for criterion, verdict in verdicts.items() if criterion.domain == domain
        ]
        concerns.append(max(departures, key=GRAVITY.index, default="none"))
    graver = [concern for concern in concerns if concern in ("major", "critical")]
    faulty = [concern for concern in concerns if concern != "none"]
    if "critical" in concerns or len(graver) >= 3:
        return "poor"
    if graver or len(faulty) >= 3:
        return "limited"
    return "adequate" if faulty else "full"


def span(possible: Mapping[Criterion, frozenset[str]], domains: Iterable[str]) -> tuple[str, str] | None:
    """Return the lowest and the highest grade of an axis; None where none of its counted criteria can apply."""
    chosen = list(domains)
    mine = {criterion: sets for criterion, sets in possible.items() if criterion.domain in chosen}
    if all(sets == {"not_applicable"} for criterion, sets in mine.items() if criterion.counted):
        return None
    worst = {criterion: max(sets, key=BADNESS.index) for criterion, sets in mine.items()}
    best = {criterion: min(sets, key=BADNESS.index) for criterion, sets in mine.items()}
    return grade(worst, chosen), grade(best, chosen)
