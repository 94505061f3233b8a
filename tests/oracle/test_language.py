"""The same proof for rules that nobody has written yet: made-up codebooks and criteria in the whole language."""

from __future__ import annotations

from random import Random

import pytest

from fidelity.judge.criteria import judge
from fidelity.judge.settle import settle
from fidelity.model.codebook import Codebook
from fidelity.model.ruleset import RuleSet, faults_of_conditions
from oracle import languages
from oracle.comparing import Tally, compare
from oracle.frames import frame_of
from oracle.judging import Judge, Procedures
from oracle.procedures import Maker
from oracle.rules import book_of

CRITERIA = 15
PROCEDURES = 250
SEEDS = range(16)
TOTAL = Tally()


@pytest.mark.parametrize("seed", SEEDS)
def test_any_criterion_of_the_language_keeps_the_verdicts_that_some_completion_gets(seed: int) -> None:
    random = Random(seed)
    told = languages.codebook(random)
    rules = languages.ruleset(told, random, CRITERIA)
    codebook, model = Codebook.model_validate(told), RuleSet.model_validate(rules)
    assert faults_of_conditions(model, codebook) == []

    book = book_of(told, [rules])
    made = Maker(book, seed).make(PROCEDURES)
    procedures = Procedures(book)
    oracle = Judge(procedures, book.rulesets[0])
    frame, contradictions = settle(frame_of(book, made.known), codebook)
    assert contradictions == []

    states = procedures.states(made.known)
    surely = [row for row, state in enumerate(states) if oracle.covers(state) == {True}]
    bytes_ = judge(frame[surely], model, codebook)
    rows = [[column[row] for column in made.known] for row in surely]
    for criterion in book.rulesets[0].criteria:
        tally = compare(oracle, criterion, [states[row] for row in surely], bytes_[criterion.id].to_list(), rows)
        TOTAL.equal += tally.equal
        TOTAL.wider += tally.wider
        assert not tally.wrong, tally.first_wrong


def test_sharing_a_field_is_what_widens_a_judgement_and_it_is_rare(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{TOTAL.all} judgements by made-up criteria: equal {TOTAL.equal}, wider {TOTAL.wider}")
    assert TOTAL.wider < TOTAL.all / 10
