"""Learning more about a procedure only ever narrows what is said of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_studies import study
from oracle.comparing import verdict_of
from oracle.grading import GRADES, GRAVITY, axes, departure, grade, span
from oracle.judging import VERDICTS, Judge, Procedures
from oracle.observations import Known, unclear
from oracle.procedures import SILENT, Maker, Truth, applies, blur
from oracle.rules import Criterion, composed, profiles, shipped

import fidelity
from fidelity.read.rules import Library, load_library

BOOK = shipped()
AXES = axes()
COLUMN = {"delivery": "grade"}
MAKER = Maker(BOOK, 3)
PROCEDURES = Procedures(BOOK)
JUDGES = {name: [Judge(PROCEDURES, ruleset) for ruleset in composed(BOOK, name)] for name in profiles()}
SCOPES = list({tuple(sorted(truth.items())): truth for found in MAKER.scopes for truth in found}.values())
EVERY_STEP: Counter[str] = Counter()
EVERY_SET = 2 ** len(VERDICTS) - 1

Range = tuple[str, str] | None


@cache
def library() -> Library:
    """Return the shipped rules, read once."""
    return load_library()


@dataclass
class Outcome:
    """What the package says of one record: the range of each axis and the verdicts of each criterion."""

    ranges: dict[str, Range]
    verdicts: dict[tuple[str, str], frozenset[str]]


def outcomes(records: Sequence[dict[str, Known]], profile: str) -> list[Outcome]:
    """Return what the package says of records by a profile, each given by what is known of its fields."""
    named = [study(f"s{n}", {BOOK.fields[name]: known for name, known in r.items()}) for n, r in enumerate(records)]
    scores = fidelity.score(named, profile=profile, clock="now", library=library())
    assert scores.problems == ()
    assert set(scores.grades["status"]) == {"graded"}
    found = []
    for row in scores.grades.iter_rows(named=True):
        ends = {axis: (row[f"{COLUMN.get(axis, axis)}_low"], row[f"{COLUMN.get(axis, axis)}_high"]) for axis in AXES}
        found.append(Outcome({axis: pair if pair[0] else None for axis, pair in ends.items()}, {}))
    for name, ruleset, criterion, words in scores.judgements.select(
        "study", "ruleset", "criterion", "verdicts"
    ).iter_rows():
        found[int(name[1:])].verdicts[ruleset, criterion] = frozenset(words.split("|"))
    return found


@dataclass(frozen=True, eq=False)
class Stand:
    """A kind of procedure by a profile that grades it, and the rule sets that judge it there."""

    profile: str
    scope: Truth
    judges: tuple[Judge, ...]

    def __str__(self) -> str:
        return f"{self.profile}-{'-'.join(self.scope.values())}"


def judging(scope: Truth, profile: str) -> tuple[Judge, ...]:
    """Return the rule sets of a profile that cover a procedure of which the scope is known."""
    known = [Known("reported", frozenset({scope[n]})) if n in scope else SILENT[0] for n in BOOK.fields]
    (state,) = PROCEDURES.states([[entry] for entry in known])
    return tuple(judge for judge in JUDGES[profile] if judge.covers(state) == {True})


def grades(judges: Sequence[Judge]) -> bool:
    """Whether these rule sets ask anything on delivery, so that there is a grade."""
    return any(criterion.domain in AXES["delivery"] for judge in judges for criterion in judge.ruleset.criteria)


def stands() -> list[list[Stand]]:
    """Return every kind of procedure that some profile grades, those together of which the same is asked."""
    alike: dict[object, list[Stand]] = {}
    for profile in ("multisociety", *(name for name in JUDGES if name != "multisociety")):
        for scope in SCOPES:
            judges = judging(scope, profile)
            if grades(judges):
                asked = tuple((judge.ruleset.reference, judge.ruleset.criteria) for judge in judges)
                alike.setdefault(asked, []).append(Stand(profile, scope, judges))
    return list(alike.values())


STANDS = stands()
ONE_OF_EACH = [Random(place).choice(alike) for place, alike in enumerate(STANDS)]
"""Of procedures of which the same is asked, one, and by one of the profiles that ask it."""


def touched(judges: Sequence[Judge]) -> list[str]:
    """Return the fields, outside the scope, on which any judgement of these rule sets depends."""
    names = {name for judge in judges for question in judge.questions.values() for name in question.fields}
    return [name for name, field in BOOK.fields.items() if name in names and not field.scope]


def exactly(name: str, value: Any) -> Known:
    """Return the observation that says just what was done."""
    match BOOK.fields[name].type:
        case "number":
            return Known("reported", (value, False, value, False))
        case "count" | "cut_off" | "checklist":
            return Known("reported", (value, value))
        case "text":
            return Known("reported")
        case _:
            return Known("reported", frozenset({value}))


def done(scope: Truth, values: dict[str, Any]) -> Truth:
    """Return what was done: the scope, and the value of each further field that applies."""
    truth = dict(scope)
    for name in BOOK.fields:
        if name in values and applies(BOOK, name, truth):
            truth[name] = values[name]
    return truth


class Course:
    """The records of one procedure, one after each step, and what each step filled in."""

    def __init__(self, profile: str, records: list[dict[str, Known]], steps: list[str]) -> None:
        self.profile = profile
        self.records = records
        self.steps = steps

    def __repr__(self) -> str:
        return f"{self.profile}: {' > '.join(self.steps)}"


@st.composite
def courses(draw: st.DrawFn) -> Course:
    """Draw one procedure as it becomes known, field by field: silence, then perhaps bounds, then what was done."""
    stand = draw(st.sampled_from(STANDS).flatmap(st.sampled_from))
    scope = stand.scope
    names = touched(stand.judges)
    truth = done(scope, {name: draw(st.sampled_from(MAKER.pools[name].values)) for name in names})
    stages: dict[str, list[Known]] = {}
    for name in [name for name in names if name in truth]:
        wide = blur(BOOK.fields[name], MAKER.pools[name].values, truth[name], Random(draw(st.integers(0, 999))))
        every = [draw(st.sampled_from(SILENT)), unclear(BOOK.fields[name], wide.value), exactly(name, truth[name])]
        stages[name] = draw(st.sampled_from((every, every[1:], *[every[::2]] * 4)))
    known = {name: exactly(name, value) for name, value in scope.items()} | {n: s[0] for n, s in stages.items()}
    records = [known]
    order = draw(st.permutations([name for name, found in stages.items() for _ in found[1:]]))
    for name in order:
        place = stages[name].index(records[-1][name])
        records.append({**records[-1], name: stages[name][place + 1]})
    return Course(stand.profile, records, order)


def inside(after: Range, before: Range) -> bool:
    """Whether a range lies within another; an axis of which nothing applies any more has left no range behind."""
    if after is None or before is None:
        return after is None
    ends = [GRADES.index(end) for end in (before[0], *after, before[1])]
    return ends == sorted(ends)


def reporting(ruleset: str, criterion: str) -> bool:
    """Whether a criterion asks about the report: what an author adds later changes the answer and narrows nothing."""
    entries = next(entry for entry in BOOK.rulesets if entry.reference == ruleset).criteria
    return next(entry for entry in entries if entry.id == criterion).domain == "documentation"


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(course=courses())
def test_filling_in_one_field_never_moves_a_range_or_a_verdict_outside_what_was_possible(course: Course) -> None:
    found = outcomes(course.records, course.profile)
    for step, before, after in zip(course.steps, found, found[1:], strict=False):
        for axis in AXES:
            assert inside(after.ranges[axis], before.ranges[axis]), (step, axis, before.ranges, after.ranges)
        for key, verdicts in after.verdicts.items():
            if not reporting(*key):
                assert verdicts <= before.verdicts[key], (step, key, before.verdicts[key], verdicts)
        narrower = after.ranges != before.ranges or after.verdicts != before.verdicts
        EVERY_STEP["steps"] += 1
        EVERY_STEP["steps that narrowed a judgement or a range"] += narrower
        EVERY_STEP["steps that narrowed the range of an axis"] += after.ranges != before.ranges
    assert all(len(verdicts) == 1 for verdicts in found[-1].verdicts.values())


def test_at_least_half_of_these_steps_narrow_something(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print("\n" + ", ".join(f"{count} {what}" for what, count in EVERY_STEP.items()))
    assert EVERY_STEP["steps that narrowed a judgement or a range"] >= EVERY_STEP["steps"] / 2 > 200


def test_every_set_of_verdicts_that_the_rule_sets_can_give_is_given(capsys: pytest.CaptureFixture[str]) -> None:
    made = MAKER.make(8000)
    witnesses: dict[frozenset[str], tuple[str, int, tuple[str, str]]] = {}
    for row, state in enumerate(PROCEDURES.states(made.known)):
        if len(witnesses) == EVERY_SET:
            break
        for profile, judges in JUDGES.items():
            covers = [judge.covers(state) for judge in judges]
            mine = [judge for judge, truths in zip(judges, covers, strict=True) if truths == {True}]
            if {True, False} in covers or not grades(mine):
                continue
            for judge in mine:
                for criterion in judge.ruleset.criteria:
                    key = judge.ruleset.reference, criterion.id
                    witnesses.setdefault(judge.verdicts(criterion, state), (profile, row, key))
    for sets, (profile, row, key) in witnesses.items():
        record = {name: column[row] for name, column in zip(BOOK.fields, made.known, strict=True)}
        (outcome,) = outcomes([record], profile)
        assert outcome.verdicts[key] == sets, key
    with capsys.disabled():
        print(f"\n{len(witnesses)} of {EVERY_SET} sets of verdicts occur: " + ", ".join(sorted(map(_shown, witnesses))))
    several = {
        "met|not_met",
        "met|partly_met",
        "partly_met|not_met",
        "met|partly_met|not_met",
        "met|not_applicable",
        "not_met|not_applicable",
        "met|not_met|not_applicable",
        "met|partly_met|not_met|not_applicable",
    }
    assert {*VERDICTS, *several} <= set(map(_shown, witnesses))


def _shown(verdicts: frozenset[str]) -> str:
    return "|".join(word for word in VERDICTS if word in verdicts)


def _extreme(stand: Stand, axis: str, wanted: str) -> Truth:
    """Search for a procedure with a grade on an axis, changing one field at a time towards it."""
    scope = stand.scope
    counted = [(j, c) for j in stand.judges for c in j.ruleset.criteria if c.domain in AXES[axis] and c.counted]
    read = {name for judge, criterion in counted for name in judge.questions[criterion.id].fields}
    names = [name for name in BOOK.fields if name in read and name not in scope]
    reported = dict.fromkeys(BOOK.fields, True)
    sign = 1 if wanted == GRADES[-1] else -1

    def distance(values: dict[str, Any]) -> tuple[int, int]:
        verdicts = {c: verdict_of(BOOK, c, done(scope, values), reported) for _, c in counted}
        lost = sum(GRAVITY.index(departure(criterion, verdict)) for criterion, verdict in verdicts.items())
        # Where nothing applies there is no grade on the axis, and so not the wanted one.
        nothing_asked = set(verdicts.values()) == {"not_applicable"}
        away = abs(GRADES.index(grade(verdicts, AXES[axis])) - GRADES.index(wanted))
        return away + nothing_asked, sign * lost

    random = Random(axis)
    values = {name: random.choice(MAKER.pools[name].values) for name in names}
    for _ in range(8):
        for name in names:
            if distance(values)[0] == 0:
                return done(scope, values)
            options = random.sample(MAKER.pools[name].values, len(MAKER.pools[name].values))
            values = min(({**values, name: value} for value in options), key=distance)
    return done(scope, values)


@pytest.mark.parametrize("stand", ONE_OF_EACH, ids=str)
def test_a_record_that_tells_only_the_scope_spans_from_the_worst_to_the_best_complete_record(stand: Stand) -> None:
    bare = {name: exactly(name, value) for name, value in stand.scope.items()}
    (state,) = PROCEDURES.states([[bare.get(name, SILENT[0])] for name in BOOK.fields])
    possible: dict[Criterion, frozenset[str]] = {
        criterion: judge.verdicts(criterion, state) for judge in stand.judges for criterion in judge.ruleset.criteria
    }
    spans = {axis: ends for axis in AXES if (ends := span(possible, AXES[axis]))}
    wanted = [(axis, end) for axis, ends in spans.items() for end in ends]
    complete = [_extreme(stand, axis, end) for axis, end in wanted]
    records = [{name: exactly(name, value) for name, value in truth.items()} for truth in complete]
    whole, *found = outcomes([bare, *records], stand.profile)
    assert whole.ranges == {axis: spans.get(axis) for axis in AXES}
    assert [outcome.ranges[axis] for (axis, _), outcome in zip(wanted, found, strict=True)] == [
        (end, end) for _, end in wanted
    ]


def test_every_rule_set_that_grades_something_is_among_these_kinds_of_procedures() -> None:
    shown = {judge.ruleset.reference for stand in ONE_OF_EACH for judge in stand.judges}
    asking = {judge.ruleset.reference for judges in JUDGES.values() for judge in judges if judge.ruleset.criteria}
    assert shown == asking
