"""`rules check` finds the faults that authors make: every edit that brute force knows to be a fault, in its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from rulebook.fault_rounds import OPERATORS, Tally, edits, originals, run, sampled

SEED = 20
SIZES = 2, 1
"""Rounds of edits within scopes and of edits of scopes: one edit in every shipped rule set each."""


@pytest.fixture(scope="module")
def tallies(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Tally]:
    texts = originals()
    folder: Path = tmp_path_factory.mktemp("edited") / "rules"
    found = run(folder, texts, sampled(edits(texts), SEED, SIZES))
    print(*(f"\n{operator:>10}: {tally.rate}" for operator, tally in found.items()))
    return found


@pytest.mark.parametrize("operator", OPERATORS)
def test_every_edit_that_is_a_fault_is_found_in_its_line(tallies: dict[str, Tally], operator: str) -> None:
    assert tallies[operator].missed == []


def test_the_sample_holds_faults_of_every_operator(tallies: dict[str, Tally]) -> None:
    assert {operator for operator, tally in tallies.items() if tally.faulty} == set(OPERATORS)


def test_the_oracle_knows_faults_of_many_kinds(tallies: dict[str, Tally]) -> None:
    assert len({kind for tally in tallies.values() for kind in tally.kinds}) >= 8
