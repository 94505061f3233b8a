"""Small rule sets with features that a test makes up, side by side in one library."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from textwrap import dedent, indent

import yaml
from made_up import library

from fidelity.model.profile import Part
from fidelity.model.ruleset import RuleSet, faults_of_conditions
from fidelity.read.features import Features, load_features
from fidelity.read.positions import parse
from fidelity.read.rules import Library

HEAD = """\
id: made-up
version: 1.0.0
title: Made up for a test
codebook: 1.0.0
in_force: {from: 1950}
covers: {all: [{field: region, equals: lumbar}, {field: target, equals: medial_branch}, {field: modality, one_of: [conventional_rf, cooled_rf]}]}
documents: {d: {title: A document, published: 1950}}
criteria:
"""  # noqa: E501
CRITERION = """\
  - id: {name}
    title: Demand {name}.
    domain: dose
    level: major
    sources: [{{document: d, section: s, evidence: read}}]
{conditions}
"""
FEATURE = """\
Feature: Made up for a test

"""
RULE = """\
  Rule: Demand {name}.

    Scenario Outline: About {name}
      Given a report of <kind> radiofrequency neurotomy of the lumbar medial branches
      And the report says
{facts}
      Then this is judged <judgement>

      Examples: Some
{rows}

"""
PLACE = "rules/made-up/1.0.0.yaml"


NOT_STANDARD = """\
id: made-up
version: 1.0.0
title: Made up for a test
codebook: 1.0.0
in_force: {from: 1950}
covers: {all: [{field: target, equals: facet_joint}, {field: modality, equals: pulsed_rf}]}
documents: {d: {title: A document, published: 1950}}
non_standard:
  title: It is no standard technique.
  because: Made up.
  sources: [{document: d, section: s, evidence: EVIDENCE}]
"""
RESULT = """\
    Scenario: Number {number}
      Given a report of {procedure}
      Then the result says
        | result   |
        | {result} |

"""


def not_standard(evidence: str = "read") -> Library:
    """Return a library with one rule set, which says that pulses inside a facet joint are no standard technique."""
    return _alone(NOT_STANDARD.replace("EVIDENCE", evidence))


def results(folder: Path, **by_procedure: str) -> Features:
    """Return the feature of that rule set, with a scenario for each procedure (underscores for blanks)."""
    told = enumerate(by_procedure.items())
    scenarios = [
        RESULT.format(number=number, procedure=name.replace("_", " "), result=said) for number, (name, said) in told
    ]
    return written(folder, FEATURE + "  Rule: It is no standard technique.\n\n" + "".join(scenarios))


def rules(**conditions: str) -> Library:
    """Return a library with one rule set: a criterion for each argument, its name, and its conditions as YAML."""
    criteria = [
        CRITERION.format(name=name, conditions=indent(dedent(text).strip(), " " * 4))
        for name, text in conditions.items()
    ]
    return _alone(HEAD + "".join(criteria))


def _alone(text: str) -> Library:
    ruleset = RuleSet.model_validate(yaml.load(text, Loader=yaml.BaseLoader))
    assert faults_of_conditions(ruleset, library().codebook) == []
    document, _ = parse(text.encode(), PLACE)
    assert document is not None
    usual = library().profiles["multisociety"]
    profile = usual.model_copy(update={"rule_sets": (Part(id="made-up"),)})
    return replace(
        library(),
        rulesets=(ruleset,),
        profiles={"multisociety": profile},
        documents={ruleset.reference: document},
    )


def rule(name: str, labels: str, table: str) -> str:
    """Return a Rule with an outline: labels in the order of the columns between kind and judgement."""
    facts = [f"        | {label.strip()} | <{number}> |" for number, label in enumerate(labels.split(","))]
    head = " | ".join(["kind", *(str(number) for number in range(len(facts))), "judgement"])
    rows = [f"        | {head} |", *(f"        {line.strip()}" for line in table.strip().splitlines())]
    return RULE.format(name=name, facts="\n".join(facts), rows="\n".join(rows))


def features(folder: Path, *texts: str) -> Features:
    """Return the features of a folder that hold one feature with these Rules."""
    return written(folder, FEATURE + "".join(texts))


def written(folder: Path, text: str) -> Features:
    """Return the features of a folder that hold one feature, word by word."""
    file = folder / "made-up" / "1.0.0.feature"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return load_features(folder)
