"""From the words of a record to the range of a grade, each step as the oracle takes it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

import fidelity
from oracle.comparing import described
from oracle.grading import axes, span
from oracle.judging import Judge, Procedures, State
from oracle.observations import Known
from oracle.procedures import Maker
from oracle.rules import Criterion, Field, composed, profiles, shipped
from oracle.writing import observation, record

RECORDS = 150
BOOK = shipped()
AXES = axes()
COLUMN = {"delivery": "grade"}


@dataclass
class Case:
    """One record: what is known of the procedure, and the oracle's rule sets of a profile that cover it."""

    known: list[Known]
    state: State
    judges: list[Judge]

    @property
    def outcome(self) -> str:
        """Graded where delivery is asked for, else why there is no grade."""
        if any(criterion.domain in AXES["delivery"] for judge in self.judges for criterion in judge.ruleset.criteria):
            return "graded"
        refused = any(judge.ruleset.non_standard == "confirmed" for judge in self.judges)
        return "non_standard" if refused else "no_rule_set"

    def criteria(self) -> list[tuple[Judge, Criterion]]:
        """Return what is asked of the procedure; of one without a grade, nothing."""
        judges = self.judges if self.outcome == "graded" else []
        return [(judge, criterion) for judge in judges for criterion in judge.ruleset.criteria]


@dataclass
class Road:
    """Records with what the package made of them: for each its verdicts by rule set and criterion."""

    cases: list[Case]
    scores: fidelity.Scores
    verdicts: list[dict[tuple[str, str], frozenset[str]]]

    def possible(self, number: int) -> dict[Criterion, frozenset[str]]:
        """Return the verdicts of one record, by criterion."""
        return {
            criterion: self.verdicts[number][judge.ruleset.reference, criterion.id]
            for judge, criterion in self.cases[number].criteria()
        }


def _writable(field: Field, known: Known) -> bool:
    return field.type == "date" or observation(field, known) is not None


@pytest.fixture(scope="module", params=profiles())
def road(request: pytest.FixtureRequest) -> Road:
    made = Maker(BOOK, 7, _writable).make(RECORDS)
    procedures = Procedures(BOOK)
    judges = [Judge(procedures, ruleset) for ruleset in composed(BOOK, request.param)]
    cases, records = [], []
    for row, state in enumerate(procedures.states(made.known)):
        known = [column[row] for column in made.known]
        covers = [judge.covers(state) for judge in judges]
        written = record(BOOK, f"s{len(cases)}", known)
        if written is not None and {True, False} not in covers:
            mine = [judge for judge, truths in zip(judges, covers, strict=True) if truths == {True}]
            cases.append(Case(known, state, mine))
            records.append(written)
    scores = fidelity.score(records, profile=request.param, clock="now")
    verdicts: list[dict[tuple[str, str], frozenset[str]]] = [{} for _ in cases]
    wanted = scores.judgements.select("study", "ruleset", "criterion", "verdicts")
    for study, ruleset, criterion, words in wanted.iter_rows():
        verdicts[int(study[1:])][ruleset, criterion] = frozenset(words.split("|"))
    return Road(cases, scores, verdicts)


def test_records_are_read_without_a_problem_and_each_is_graded_or_told_why_not(road: Road) -> None:
    assert [str(problem) for problem in road.scores.problems] == []
    expected = [case.outcome for case in road.cases]
    reasons = dict(road.scores.gaps.select("study", "reason").iter_rows())
    found = dict(road.scores.grades.select("study", "status").iter_rows())
    assert [reasons.get(f"s{n}", found[f"s{n}"]) for n in range(len(road.cases))] == expected
    assert set(expected) == {"graded", "non_standard", "no_rule_set"}
    assert expected.count("graded") > RECORDS / 3


def test_the_judgements_of_a_record_are_those_of_the_oracle(road: Road) -> None:
    for case, found in zip(road.cases, road.verdicts, strict=True):
        assert set(found) == {(judge.ruleset.reference, criterion.id) for judge, criterion in case.criteria()}
        for judge, criterion in case.criteria():
            package, oracle = found[judge.ruleset.reference, criterion.id], judge.verdicts(criterion, case.state)
            allowed = package == oracle or (package > oracle and judge.shared(criterion, case.state))
            assert allowed, described(judge, criterion, package, oracle, case.known)


@pytest.mark.parametrize("axis", AXES)
def test_the_range_of_an_axis_runs_from_its_worst_to_its_best_verdicts(axis: str, road: Road) -> None:
    name = COLUMN.get(axis, axis)
    expected = [span(road.possible(number), AXES[axis]) or (None, None) for number in range(len(road.cases))]
    assert road.scores.grades.select(f"{name}_low", f"{name}_high").rows() == expected
    assert len({low for low, _ in expected} | {high for _, high in expected}) > 2


def test_decided_and_counted_stand_beside_the_grade(road: Road) -> None:
    expected = []
    for number in range(len(road.cases)):
        asked = [
            sets
            for criterion, sets in road.possible(number).items()
            if criterion.counted and criterion.domain in AXES["delivery"] and sets != {"not_applicable"}
        ]
        counts = (sum(len(sets) == 1 for sets in asked), len(asked))
        expected.append(counts if road.cases[number].outcome == "graded" else (None, None))
    assert road.scores.grades.select("decided", "counted").rows() == expected
