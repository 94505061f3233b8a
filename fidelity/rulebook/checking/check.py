"""Everything that makes rules sound, found by exact reasoning, each finding with its place and what would be right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from fidelity.errors import Problem, sort_problems
from fidelity.grade.table import DecisionTable, TableError
from fidelity.model.ruleset import Criterion, RuleSet, faults_of_conditions
from fidelity.model.scheme import Scheme
from fidelity.read.features import Features
from fidelity.read.models import dotted
from fidelity.read.rules import Library, Survey
from fidelity.rulebook.cells.grid import TooLarge
from fidelity.rulebook.checking.cited import (
    citation_faults,
    feature_faults,
    title_faults,
    unread_citations,
    unverified_faults,
)
from fidelity.rulebook.checking.finding import Finding
from fidelity.rulebook.checking.reach import reach_faults
from fidelity.rulebook.checking.sound import Tried, criteria_faults, floor_witness, tried, try_out
from fidelity.rulebook.checking.together import Scopes, across, overlaps, uncovered

FLOOR = "floor-too-narrow"


@dataclass(frozen=True, slots=True)
class Checked:
    """What was looked at, what is wrong with it, and what is only worth knowing."""

    rulesets: int
    criteria: int
    faults: tuple[Problem, ...]
    remarks: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A rule set as far as its conditions can be judged: without the criteria that the codebook does not bear out."""

    ruleset: RuleSet
    criteria: tuple[Criterion, ...]
    whole: bool
    covers: bool


def check(survey: Survey, features: Features | None = None) -> Checked:
    """Return all that is wrong with a rules folder: what its reading found, and what reasoning finds.

    With `features`, also what they do not show. What is faulty by itself is left out of what is reasoned about.
    """
    problems = [*survey.problems, *(found for document in survey.unread for found in unread_citations(document))]
    library = survey.library
    if library is None:
        return Checked(0, 0, tuple(sort_problems(problems)), ())
    parts = [_part(ruleset, library) for ruleset in library.rulesets]
    problems = [_explained(problem, parts, library) for problem in problems]
    findings: list[Finding] = []
    for part in parts:
        found = try_out(part.ruleset, part.criteria, library.codebook) if part.covers else []
        findings += _of_rule_set(part, found, library)
        if features is not None and part.whole:
            possible = _possible(part.ruleset, found, library)
            document = library.documents[part.ruleset.reference]
            problems += feature_faults(part.ruleset, features, possible, document)
    findings += title_faults(library.rulesets, library.documents)
    findings += _of_all(parts, library)
    narrow = {problem.place for problem in problems if problem.code == FLOOR}
    placed = [(finding, finding.placed(library.documents[finding.document])) for finding in findings]
    # A floor that is too narrow also decides nothing, but for that reason.
    placed = [(finding, at) for finding, at in placed if at.code != "floor-idle" or at.place not in narrow]
    return Checked(
        len(library.rulesets),
        sum(len(ruleset.criteria) for ruleset in library.rulesets),
        tuple(sort_problems([*problems, *(problem for finding, problem in placed if not finding.remark)])),
        tuple(sort_problems(problem for finding, problem in placed if finding.remark)),
    )


def _part(ruleset: RuleSet, library: Library) -> _Part:
    faults = [dotted(path) for path, code, *_ in faults_of_conditions(ruleset, library.codebook) if code != FLOOR]
    faulty = {path[1] for path in faults if path[0] == "criteria"}
    sound = tuple(criterion for number, criterion in enumerate(ruleset.criteria) if number not in faulty)
    return _Part(ruleset, sound, not faults, all(path[0] != "covers" for path in faults))


def _of_rule_set(part: _Part, found: Sequence[Tried], library: Library) -> Iterator[Finding]:
    ruleset = part.ruleset
    yield from citation_faults(ruleset)
    yield from unverified_faults(ruleset, library.published)
    scheme = _scheme_of(ruleset, library)
    faults = list(criteria_faults(ruleset, found, library.codebook, scheme))
    yield from faults
    table = _table_of(scheme, library)
    known = scheme is not None and all(criterion.domain in scheme.domains for criterion in ruleset.criteria)
    if part.whole and known and scheme is not None and table is not None:
        faulty = {int(finding.path[1]) for finding in faults if not finding.remark}
        yield from reach_faults(ruleset, found, faulty, scheme, table)


def _of_all(parts: Sequence[_Part], library: Library) -> Iterator[Finding]:
    rulesets = [part.ruleset for part in parts if part.covers]
    known = set(library.codebook.scope_fields)
    named = [entry for entry in library.procedures.procedures if _is_sound(entry.scope, known, library)]
    scopes = Scopes(rulesets, named, library.codebook)
    yield from overlaps(rulesets, library, scopes)
    yield from uncovered(rulesets, named, library, scopes)
    yield from across(rulesets, {part.ruleset.reference: part.criteria for part in parts}, library, scopes)


def _is_sound(scope: Mapping[str, str], known: set[str], library: Library) -> bool:
    fields = library.codebook.fields
    return all(
        name in known and choice in {*fields[name].choices, *fields[name].groups} for name, choice in scope.items()
    )


def _scheme_of(ruleset: RuleSet, library: Library) -> Scheme | None:
    users = [profile.scheme for profile in library.profiles.values() if ruleset.id in profile.names]
    return next((library.schemes[name] for name in [*users, *library.schemes] if name in library.schemes), None)


def _table_of(scheme: Scheme | None, library: Library) -> DecisionTable | None:
    if scheme is None:
        return None
    try:
        table = DecisionTable.parse(library.tables.get(scheme.name, ""))
        table.check(scheme)
    except TableError:
        return None
    return table


def _possible(ruleset: RuleSet, found: Sequence[Tried], library: Library) -> dict[str, frozenset[int]]:
    """Return the verdicts that each criterion can get; none of one that is too large."""
    possible = {}
    for part in found:
        for criterion in part.criteria:
            rows: pl.DataFrame | TooLarge | None = part.rows
            if rows is None:
                rows = tried(ruleset, [criterion], library.codebook)
            if not isinstance(rows, TooLarge):
                possible[criterion.id] = frozenset(rows[criterion.id].unique().to_list())
    return possible


def _explained(problem: Problem, parts: Sequence[_Part], library: Library) -> Problem:
    """Return a problem of a floor with the procedure that meets the criterion and misses it, or that there is none."""
    if problem.code != FLOOR:
        return problem
    for part in parts:
        for number, criterion in enumerate(part.ruleset.criteria):
            document = library.documents[part.ruleset.reference]
            place = document.place(("criteria", number, "partly_met_when"))
            if place == problem.place and criterion in part.criteria and part.covers:
                return _with_witness(problem, part.ruleset, criterion, library)
    return problem


def _with_witness(problem: Problem, ruleset: RuleSet, criterion: Criterion, library: Library) -> Problem:
    witness = floor_witness(ruleset, criterion, library.codebook)
    if isinstance(witness, TooLarge):
        return problem
    if witness is None:
        what = f"the floor of {criterion.id} holds all that meets it, but its wording does not show it"
        return replace(problem, what=what, remedy="write any: [<met_when>, <what is tolerated>]")
    fields = library.codebook.fields
    facts = ", ".join(f"{fields[name].label}: {text}" for name, text in witness.items() if not fields[name].scope)
    return replace(problem, what=f"{problem.what}: {facts or 'a procedure'} meets it and not the floor")
