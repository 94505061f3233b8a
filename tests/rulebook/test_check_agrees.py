"""On rule sets made up at random, what reasoning finds of criteria and pairs is just what brute force finds."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest
import yaml
from oracle.rules import Book, book_of

from fidelity.model.ruleset import RuleSet, faults_of_conditions
from fidelity.read.rules import load_library
from fidelity.rulebook.checking.sound import criteria_faults, try_out
from rulebook import fault_oracle, small_rules
from rulebook.fault_operators import Lines
from rulebook.fault_oracle import alone, in_pairs

CODES = {
    "never applies": "never-applies",
    "never met": "never-met",
    "never fails": "never-fails",
    "a floor that decides nothing": "floor-idle",
    "the same twice": "same-criterion",
    "two that exclude each other": "cannot-both-be-met",
}
LEAVES = (
    *(f"{{field: heat, {word}: {number}}}" for word in ("at_least", "more_than", "less_than") for number in (60, 80)),
    *(f"{{field: times, {word}: {number}}}" for word in ("at_least", "at_most") for number in (1, 2, 3)),
    *(f"{{field: relief, {word}: 50}}" for word in ("asks_at_least", "asks_more_than")),
    *(f"{{field: gauge, {word}: '18'}}" for word in ("at_least_as_thick_as", "at_least_as_thin_as")),
    "{field: gauge, one_of: ['16', '22']}",
    "{field: views, includes_all: [ap, lateral]}",
    "{field: views, includes_any: [ap, lateral]}",
    "{field: awake, equals: yes}",
    "{field: awake, equals: no}",
    "{field: gap, at_least: 5}",
    "{field: place, one_of: [joint, nerve]}",
    "{field: kind, equals: heat}",
)


def condition(random: Random, depth: int = 2) -> str:
    if depth == 0 or random.random() < 0.4:
        return random.choice(LEAVES)
    members = ", ".join(condition(random, depth - 1) for _ in range(2))
    return f"{{{random.choice(('all', 'any'))}: [{members}]}}"


def criterion(random: Random) -> str:
    met = condition(random)
    lines = [f"applies_when: {condition(random, 1)}"] if random.random() < 0.3 else []
    if random.random() < 0.25:
        return "\n".join([*lines, f"not_met_when: {met}"])
    lines.append(f"met_when: {met}")
    if random.random() < 0.4:
        lines.append(f"partly_met_when: {{any: [{met}, {condition(random, 1)}]}}")
    return "\n".join(lines)


def by_brute_force(book: Book, data: Any, text: str) -> set[tuple[str, str]]:
    (ruleset,) = book_of(yaml.load(small_rules.CODEBOOK, Loader=yaml.BaseLoader), [data]).rulesets
    found = {(entry.id, CODES[kind]) for entry in ruleset.criteria for kind in alone(book, ruleset, entry.id)}
    sound = [entry.id for entry in ruleset.criteria if entry.id not in {name for name, _ in found}]
    if set(sound) >= {"first", "second"}:
        found |= {("second", CODES[fault.kind]) for fault in in_pairs(book, ruleset, "second", Lines(text), "")}
    return found


@pytest.mark.parametrize("seed", range(3))
def test_a_fault_is_found_exactly_where_brute_force_finds_one(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fault_oracle, "MOST", 500_000)  # here it decides everything
    random, scheme, seen = Random(seed), load_library().schemes["domain-gated@1.0.0"], 0
    book = book_of(yaml.load(small_rules.CODEBOOK, Loader=yaml.BaseLoader), [])
    codebook = small_rules.codebook()
    for _ in range(30):
        written = {"first": criterion(random), "second": criterion(random)}
        data, text = small_rules.data_of(written), small_rules.text_of(written)
        ruleset = RuleSet.model_validate(data)
        if faults_of_conditions(ruleset, codebook):
            continue
        findings = criteria_faults(ruleset, try_out(ruleset, ruleset.criteria, codebook), codebook, scheme)
        found = {(ruleset.criteria[int(one.path[1])].id, one.fault.code) for one in findings}
        assert found == by_brute_force(book, data, text), text
        seen += bool(found)
    assert seen > 3
