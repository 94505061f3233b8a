"""Judges records by criteria that a test makes up, where no shipped rule set asks just that."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

import yaml
from records import Record, arm, study

from fidelity.judge.criteria import judge
from fidelity.judge.settle import settle
from fidelity.model.judgement import shown, verdicts_of
from fidelity.model.ruleset import RuleSet, faults_of_conditions
from fidelity.read.rules import Library, load_library
from fidelity.read.sources import read

HEADER = """
id: made-up
version: 1.0.0
title: Made up for a test
codebook: 1.0.0
in_force: {from: 1950}
covers: {field: region, equals: lumbar}
documents: {d: {title: A document, published: 1950}}
criteria:
"""
LAST_LINES = """
    title: A made-up sentence.
    domain: dose
    level: major
    sources: [{document: d, section: s, evidence: read}]
"""


@cache
def library() -> Library:
    """Return the shipped rules, read once."""
    return load_library()


def asking(**conditions: str) -> RuleSet:
    """Return a rule set with one criterion for each argument: its name, and its conditions as YAML."""
    criteria = []
    for name, text in conditions.items():
        indented = "\n".join(f"    {line.strip()}" for line in text.strip().splitlines())
        criteria.append(f"  - id: {name}{LAST_LINES}{indented}")
    ruleset = RuleSet.model_validate(yaml.load(HEADER + "\n".join(criteria), Loader=yaml.BaseLoader))
    assert faults_of_conditions(ruleset, library().codebook) == []
    return ruleset


def judged(
    ruleset: RuleSet, observations: Mapping[str, Any], then: Collection[str] = ()
) -> dict[str, tuple[set[str], str]]:
    """Return, for each criterion, the verdicts still possible for a record, and the word that is shown for them."""
    entry: Record = study("s", arm("a", dict(observations)))
    reading = read([entry], library().codebook)
    assert [str(problem) for problem in reading.problems] == []
    frame, contradictions = settle(reading.batches[0].frame, library().codebook)
    assert contradictions == []
    bytes_ = judge(frame, ruleset, library().codebook, then, covered=False).row(0, named=True)
    return {name: (set(verdicts_of(byte)), shown(byte)) for name, byte in bytes_.items()}
