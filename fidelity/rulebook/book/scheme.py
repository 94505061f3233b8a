"""The scheme as tables: what a verdict counts as, when a domain gives concern, and what grade follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fidelity.model.profile import Profile
from fidelity.model.scheme import LEVELS, AllThresholds, Line, Scheme, SchemeCondition, Threshold, thresholds_of
from fidelity.model.words import VERDICT_WORDS, Level, Verdict, spoken


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """One rule of a scheme: its conclusion, what it means, when it is drawn and why so."""

    concludes: str
    meaning: str
    when: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SchemePage:
    """A scheme, whole."""

    name: str
    title: str
    profiles: tuple[str, ...]
    verdicts: tuple[str, ...]
    departures: tuple[tuple[str, tuple[str, ...]], ...]
    axes: tuple[tuple[str, tuple[str, ...]], ...]
    unweighed: tuple[str, ...]
    concerns: tuple[SchemeLine, ...]
    grades: tuple[SchemeLine, ...]
    sha256: str


def scheme_page(scheme: Scheme, profiles: Sequence[Profile]) -> SchemePage:
    """Return a scheme as the book shows it."""
    levels: tuple[Level, ...] = (*LEVELS, "note")
    return SchemePage(
        name=scheme.name,
        title=scheme.title,
        profiles=tuple(profile.title for profile in profiles if profile.scheme == scheme.name),
        verdicts=tuple(spoken(verdict) for verdict in VERDICT_WORDS),
        departures=tuple(
            (level, tuple(_departure(scheme, level, verdict) for verdict in VERDICT_WORDS)) for level in levels
        ),
        axes=tuple(scheme.axes.items()),
        unweighed=scheme.unweighed,
        concerns=tuple(_line(line.concludes, line) for line in scheme.concern),
        grades=tuple(_line(line.concludes, line) for line in scheme.grade),
        sha256=scheme.sha256,
    )


def _departure(scheme: Scheme, level: Level, verdict: Verdict) -> str:
    found = scheme.departure_of(level, verdict)
    return "no departure" if found == "none" else found


def _line(concludes: str, line: Line) -> SchemeLine:
    because = tuple(threshold.because for threshold in thresholds_of(line.when)) if line.when else ()
    return SchemeLine(concludes, line.meaning, _when(line.when) if line.when else "otherwise", because)


def _when(condition: SchemeCondition) -> str:
    if isinstance(condition, Threshold):
        if condition.departures is not None:
            return f"{condition.at_least} or more {condition.level} departures in the domain"
        return f"{condition.at_least} or more domains with {condition.level} or graver concern"
    members, joint = (condition.all, " and ") if isinstance(condition, AllThresholds) else (condition.any, " or ")
    return joint.join(_when(member) for member in members)
