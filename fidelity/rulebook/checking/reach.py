"""Which concerns and grades a rule set can give: what none of its procedures gets must be declared, with a reason."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fidelity.errors import Fault, did_you_mean
from fidelity.grade.table import DecisionTable, clip
from fidelity.model.judgement import NOT_APPLICABLE, VERDICTS
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.scheme import CONCERNS, GRADES, LEVELS, Concern, Scheme, Tally
from fidelity.model.words import Verdict
from fidelity.rulebook.checking.finding import Finding
from fidelity.rulebook.checking.sound import Tried, undecided

State = tuple[bool, tuple[Tally, ...]]
"""What is asked of a procedure on an axis, if anything, and the departures in each of its domains."""


@dataclass
class Reached:
    """The concerns of a domain and the grades of an axis that procedures get."""

    concerns: dict[str, set[str]] = field(default_factory=dict)
    grades: set[str] = field(default_factory=set)


def reach_faults(
    ruleset: RuleSet, found: Sequence[Tried], faulty: Collection[int], scheme: Scheme, table: DecisionTable
) -> Iterator[Finding]:
    """Yield each concern and grade that no procedure gets and nobody declared, and each untrue declaration.

    `faulty` are the places of criteria with faults of their own: what follows from these for an axis is not said again.
    """
    yield from _unknown(ruleset, scheme)
    numbers = {criterion.id: number for number, criterion in enumerate(ruleset.criteria)}
    for axis, members in scheme.axes.items():
        counted = [criterion for criterion in ruleset.criteria if criterion.counted and criterion.domain in members]
        if not counted or any(numbers[criterion.id] in faulty for criterion in counted):
            continue
        domains = tuple(domain for domain in members if any(criterion.domain == domain for criterion in counted))
        parts = [part for part in found if any(criterion in counted for criterion in part.criteria)]
        large = [part for part in parts if part.undecided is not None]
        for part in large:
            assert part.undecided is not None
            yield undecided(ruleset, numbers[part.criteria[0].id], part.criteria, part.undecided)
        if large:
            continue
        reached = _reached(parts, counted, domains, scheme, table)
        yield from _undeclared(ruleset, axis, domains, counted, reached, scheme)
        yield from _untrue(ruleset, axis, reached)


def _undeclared(
    ruleset: RuleSet, axis: str, domains: Sequence[str], counted: Sequence[Criterion], reached: Reached, scheme: Scheme
) -> Iterator[Finding]:
    declared = {(entry.axis or entry.domain, entry.grade or entry.concern) for entry in ruleset.unreached}
    for domain in domains:
        able: dict[Concern, Criterion] = {}
        for criterion in counted:
            verdicts: tuple[Verdict, ...] = ("partly_met", "not_met") if criterion.partly_met_when else ("not_met",)
            for verdict in verdicts if criterion.domain == domain else ():
                able.setdefault(scheme.departure_of(criterion.level, verdict), criterion)
        able.setdefault("none", next(criterion for criterion in counted if criterion.domain == domain))
        for concern in (word for word in CONCERNS if word in able):
            if concern not in reached.concerns[domain] and (domain, concern) not in declared:
                what = f"no procedure gets the concern {concern!r} in the domain {domain}"
                remedy = f"mend the criteria, or declare {{domain: {domain}, concern: {concern}, because: ...}}"
                place = ("criteria", ruleset.criteria.index(able[concern]))
                yield Finding(ruleset.reference, place, Fault("unreached-concern", what, remedy))
    for grade in GRADES:
        if grade not in reached.grades and (axis, grade) not in declared:
            what = f"no procedure gets the grade {grade!r} of {axis}"
            remedy = f"mend the criteria, or declare {{axis: {axis}, grade: {grade}, because: ...}} under unreached"
            place = ("criteria", ruleset.criteria.index(counted[0]))
            yield Finding(ruleset.reference, place, Fault("unreached-grade", what, remedy))


def _untrue(ruleset: RuleSet, axis: str, reached: Reached) -> Iterator[Finding]:
    for number, entry in enumerate(ruleset.unreached):
        of_grade = entry.axis == axis and entry.grade in reached.grades
        of_concern = entry.domain in reached.concerns and entry.concern in reached.concerns[entry.domain]
        if of_grade or of_concern:
            named = entry.grade or entry.concern
            what = f"{named!r} of {entry.axis or entry.domain} is declared unreached, and procedures get it"
            fault = Fault("reached-after-all", what, "take the declaration out")
            yield Finding(ruleset.reference, ("unreached", number), fault)


def _unknown(ruleset: RuleSet, scheme: Scheme) -> Iterator[Finding]:
    known: Mapping[str, Sequence[str]] = {
        "axis": tuple(scheme.axes),
        "grade": GRADES,
        "domain": scheme.domains,
        "concern": CONCERNS,
    }
    for number, entry in enumerate(ruleset.unreached):
        for key, words in known.items():
            word = getattr(entry, key)
            if word is not None and word not in words:
                fault = Fault(f"unknown-{key}", f"{word!r} is no {key} of {scheme.name}", did_you_mean(word, words))
                yield Finding(ruleset.reference, ("unreached", number, key), fault)


def _reached(
    parts: Sequence[Tried], counted: Sequence[Criterion], domains: Sequence[str], scheme: Scheme, table: DecisionTable
) -> Reached:
    most = scheme.concern_saturation
    by_scope: dict[tuple[int, ...], set[State]] = {}
    for part in parts:
        mine = [criterion for criterion in part.criteria if criterion in counted]
        for scope, states in _states(part, mine, domains, scheme).items():
            before = by_scope.get(scope, {(False, ((0, 0, 0),) * len(domains))})
            by_scope[scope] = {_joined(one, other, most) for one in before for other in states}
    reached = Reached({domain: set() for domain in domains})
    for asked, tallies in set().union(*by_scope.values()):
        concerns = [table.concern(*tally) for tally in tallies]
        for domain, concern in zip(domains, concerns, strict=True):
            reached.concerns[domain].add(concern)
        if asked:
            reached.grades.add(table.grade_of(concerns))
    return reached


def _states(
    part: Tried, criteria: Sequence[Criterion], domains: Sequence[str], scheme: Scheme
) -> dict[tuple[int, ...], set[State]]:
    assert part.rows is not None
    names = [criterion.id for criterion in criteria]
    scope = [name for name in part.rows.columns if "." in name]
    places = [domains.index(criterion.domain) for criterion in criteria]
    steps = [
        {1 << bit: _step(scheme.departure_of(criterion.level, verdict)) for bit, verdict in enumerate(VERDICTS)}
        for criterion in criteria
    ]
    most = scheme.concern_saturation
    found: dict[tuple[int, ...], set[State]] = {}
    for row in part.rows.select(*scope, *names).unique().rows():
        verdicts = row[len(scope) :]
        tallies = [(0, 0, 0)] * len(domains)
        for place, step, verdict in zip(places, steps, verdicts, strict=True):
            tallies[place] = _sum(tallies[place], step[verdict], most)
        asked = any(verdict != NOT_APPLICABLE for verdict in verdicts)
        found.setdefault(row[: len(scope)], set()).add((asked, tuple(tallies)))
    return found


def _step(departure: Concern) -> Tally:
    critical, major, minor = (int(departure == level) for level in LEVELS)
    return critical, major, minor


def _sum(first: Tally, second: Tally, most: Tally) -> Tally:
    return clip((first[0] + second[0], first[1] + second[1], first[2] + second[2]), most)


def _joined(first: State, second: State, most: Tally) -> State:
    tallies = (_sum(one, other, most) for one, other in zip(first[1], second[1], strict=True))
    return first[0] or second[0], tuple(tallies)
