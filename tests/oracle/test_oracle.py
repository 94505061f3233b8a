"""The package leaves exactly those verdicts possible that occur when everything unknown is completed in every way."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import pytest

from fidelity.judge.conditions import Context
from fidelity.judge.criteria import judge
from fidelity.judge.leaves import Columns
from fidelity.judge.settle import Contradiction, settle
from fidelity.judge.tri import expression
from fidelity.model.ruleset import RuleSet as Model
from fidelity.read.rules import Library, load_library
from oracle.comparing import Tally, compare, verdict_of
from oracle.frames import frame_of
from oracle.judging import Judge, Procedures, State
from oracle.observations import Known
from oracle.procedures import Made, Maker
from oracle.rules import RuleSet, shipped

PROCEDURES = 75_000
BY_TRUTH = 5_000
BOOK = shipped()
TALLIES: dict[tuple[str, str], Tally] = {}


@dataclass
class World:
    """The made-up procedures, as the oracle and as the package sees them."""

    made: Made
    procedures: Procedures
    states: list[State]
    frame: pl.DataFrame
    contradictions: list[Contradiction]
    library: Library

    def model(self, ruleset: RuleSet) -> Model:
        return next(model for model in self.library.rulesets if model.reference == ruleset.reference)


@pytest.fixture(scope="module")
def world() -> World:
    library = load_library()
    made = Maker(BOOK, seed=1996).make(PROCEDURES)
    procedures = Procedures(BOOK)
    frame, contradictions = settle(frame_of(BOOK, made.known), library.codebook)
    return World(made, procedures, procedures.states(made.known), frame, contradictions, library)


@pytest.fixture(scope="module", params=BOOK.rulesets, ids=lambda ruleset: ruleset.reference)
def judged(request: pytest.FixtureRequest, world: World) -> tuple[Judge, list[frozenset[bool]]]:
    oracle = Judge(world.procedures, request.param)
    return oracle, [oracle.covers(state) for state in world.states]


def test_the_oracle_shares_no_code_with_the_package() -> None:
    imported = set()
    for file in Path(__file__).parent.glob("*.py"):
        if file.name.startswith("test_"):
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            if isinstance(node, ast.ImportFrom):
                imported.add((node.module or "").split(".")[0])
    assert "fidelity" not in imported
    assert "oracle" in imported


def test_every_rule_set_of_the_library_is_read_and_what_it_names_non_standard_is_as_sure_as_its_sources() -> None:
    models = {model.reference: model for model in load_library().rulesets}
    assert {ruleset.reference for ruleset in BOOK.rulesets} == set(models)
    for ruleset in BOOK.rulesets:
        named = models[ruleset.reference].non_standard
        assert (named is None) == (not ruleset.non_standard) == bool(ruleset.criteria)
        assert named is None or named.confirmed == (ruleset.non_standard == "confirmed")
    assert {ruleset.non_standard for ruleset in BOOK.rulesets} == {"", "confirmed", "unverified"}


def test_a_quarter_of_the_answers_is_missing_and_every_status_occurs(world: World) -> None:
    statuses: Counter[str] = Counter()
    for column, done in zip(world.made.known, world.made.done.values(), strict=True):
        statuses.update(known.status for known, value in zip(column, done, strict=True) if value is not None)
    missing = sum(statuses[word] for word in ("not_extracted", "not_reported")) / statuses.total()
    assert 0.15 < missing < 0.4
    every = {known.status for column in world.made.known for known in set(column)}
    assert every == {"reported", "unclear", "not_reported", "not_extracted", "not_applicable"}
    assert {known.inferred for column in world.made.known for known in set(column)} == {True, False}


def test_a_record_that_could_be_true_is_never_called_a_contradiction(world: World) -> None:
    assert world.contradictions == []


def test_a_rule_set_covers_surely_or_possibly_what_the_oracle_says(
    world: World, judged: tuple[Judge, list[frozenset[bool]]]
) -> None:
    oracle, covered = judged
    context = Context(world.library.codebook, Columns.of(world.frame).deciding_scope)
    covers = context.compile(world.model(oracle.ruleset).covers)
    found = world.frame.select(true=expression(covers.true), false=expression(covers.false))
    expected = pl.DataFrame(
        {"true": [True in truths for truths in covered], "false": [False in truths for truths in covered]}
    )
    assert found.equals(expected)
    assert set(map(frozenset, covered)) == {frozenset({True}), frozenset({False}), frozenset({True, False})}


def test_the_verdicts_that_are_possible_are_those_that_some_completion_gets(
    world: World, judged: tuple[Judge, list[frozenset[bool]]], record_property: pytest.RecordProperty
) -> None:
    oracle, covered = judged
    surely = [row for row, truths in enumerate(covered) if truths == {True}]
    bytes_ = judge(world.frame[surely], world.model(oracle.ruleset), world.library.codebook)
    states = [world.states[row] for row in surely]
    known = _Rows(world.made, surely)
    wrong: list[str] = []
    for criterion in oracle.ruleset.criteria:
        tally = compare(oracle, criterion, states, bytes_[criterion.id].to_list(), known)
        TALLIES[oracle.ruleset.reference, criterion.id] = tally
        record_property(criterion.id, f"equal {tally.equal}, wider {tally.wider}, wrong {tally.wrong}")
        wrong += [f"{tally.wrong} of {tally.all}, such as\n{tally.first_wrong}"] if tally.wrong else []
    assert not wrong, "\n".join(wrong)


def test_what_was_done_always_gets_one_of_the_possible_verdicts(
    world: World, judged: tuple[Judge, list[frozenset[bool]]]
) -> None:
    oracle, covered = judged
    for row in [row for row in range(BY_TRUTH) if covered[row] == {True}]:
        truth = world.made.truth(row)
        known = {name: column[row] for name, column in zip(BOOK.fields, world.made.known, strict=True)}
        for unread in (True, False):
            reported = {
                name: unread if entry.inferred or entry.status == "not_extracted" else entry.status != "not_reported"
                for name, entry in known.items()
            }
            for criterion in oracle.ruleset.criteria:
                verdict = verdict_of(BOOK, criterion, truth, reported)
                assert verdict in oracle.verdicts(criterion, world.states[row])


def test_more_than_the_possible_verdicts_is_left_in_fewer_than_one_judgement_in_a_thousand(
    capsys: pytest.CaptureFixture[str],
) -> None:
    compared = sum(tally.all for tally in TALLIES.values())
    wider = {name: tally for name, tally in TALLIES.items() if tally.wider}
    with capsys.disabled():
        print(f"\n{PROCEDURES} procedures, {compared} judgements compared with every completion:")
        print(f"  equal {sum(tally.equal for tally in TALLIES.values())}")
        print(f"  wider, two unknown leaves share a field {sum(tally.wider for tally in wider.values())}")
        for (ruleset, criterion), tally in wider.items():
            print(f"    {ruleset}/{criterion}: {tally.wider} of {tally.all}")
        print(f"  disagreements {sum(tally.wrong for tally in TALLIES.values())}")
    assert len(TALLIES) == sum(len(ruleset.criteria) for ruleset in BOOK.rulesets)
    assert sum(tally.wider for tally in wider.values()) < compared / 1000


class _Rows:
    """The rows of made-up procedures, each put together only when it is looked at."""

    def __init__(self, made: Made, rows: list[int]) -> None:
        self._made = made
        self._rows = rows

    def __getitem__(self, row: int) -> list[Known]:
        return [column[self._rows[row]] for column in self._made.known]
