"""A small codebook with a field of every kind, and rule sets made up on it."""

from __future__ import annotations

from typing import Any

import yaml

from fidelity.model.codebook import Codebook
from fidelity.model.ruleset import RuleSet, faults_of_conditions

CODEBOOK = """
id: small
version: 1.0.0
units: {°C: {°C: 1}, "%": {"%": 1}, G: {G: 1}}
fields:
  kind:
    {label: Kind, definition: d, belongs_to: procedure, type: choice, scope: true, choices: [heat, cold, fluid, talk]}
  place:
    label: Place
    definition: d
    belongs_to: procedure
    type: choice
    scope: true
    choices: [joint, nerve, disc]
    applies_when: {field: kind, one_of: [heat, cold, fluid]}
  heat:
    label: Temperature
    definition: d
    belongs_to: procedure
    type: number
    unit: °C
    range: [37, 95]
    applies_when: {field: kind, equals: heat}
  times:
    {label: Times, definition: d, belongs_to: procedure, type: count, range: [0, 5]}
  gap:
    {label: Gap, definition: d, belongs_to: procedure, type: number, range: [0, 10],
     applies_when: {all: [{field: times, at_least: 2}, {field: kind, one_of: [heat, cold]}]}}
  relief:
    {label: Relief, definition: d, belongs_to: procedure, type: cut_off, unit: "%", range: [1, 100]}
  gauge:
    {label: Gauge, definition: d, belongs_to: procedure, type: ordered_choice, order: thick to thin, unit: G,
     choices: ["16", "18", "20", "22"], applies_when: {field: kind, one_of: [heat, fluid]}}
  views:
    {label: Views, definition: d, belongs_to: procedure, type: checklist, choices: [ap, lateral, oblique]}
  awake:
    {label: Awake, definition: d, belongs_to: procedure, type: yes_no}
"""

FIRST = """
id: made-up
version: 1.0.0
title: Made up
codebook: 1.0.0
in_force: {{from: 1950}}
covers: {covers}
documents: {{d: {{title: A document, published: 1950}}}}
criteria:
"""


def codebook() -> Codebook:
    """Return the small codebook."""
    return Codebook.model_validate(yaml.load(CODEBOOK, Loader=yaml.BaseLoader))


def text_of(criteria: dict[str, str], covers: str = "{field: kind, one_of: [heat, cold, fluid]}") -> str:
    """Return the text of a rule set: each criterion's name with what is written of it beside what all of them need."""
    text = FIRST.format(covers=covers)
    for name, written in criteria.items():
        text += f"  - id: {name}\n    title: It is {name}.\n"
        if "domain:" not in written:
            text += "    domain: dose\n"
        if "level:" not in written:
            text += "    level: major\n"
        if "sources:" not in written:
            text += "    sources: [{document: d, section: s, evidence: read}]\n"
        text += "".join(f"    {line.strip()}\n" for line in written.strip().splitlines())
    return text


def data_of(criteria: dict[str, str], covers: str = "{field: kind, one_of: [heat, cold, fluid]}") -> Any:
    """Return a made-up rule set as plain data."""
    return yaml.load(text_of(criteria, covers), Loader=yaml.BaseLoader)


def rule_set(criteria: dict[str, str], covers: str = "{field: kind, one_of: [heat, cold, fluid]}") -> RuleSet:
    """Return a made-up rule set, which the small codebook bears out."""
    made = RuleSet.model_validate(data_of(criteria, covers))
    assert faults_of_conditions(made, codebook()) == []
    return made
