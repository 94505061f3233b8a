"""The first draft of a rule set and of its feature: complete in form, and honest that nothing is known yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from fidelity.errors import UsageError, did_you_mean
from fidelity.explaining.asked import covers
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import AllOf, Condition, Leaf
from fidelity.model.implication import implies
from fidelity.model.profile import NamedProcedure
from fidelity.read.rules import Library

ID: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
TAKEN: Final = frozenset({"assumptions", "profiles", "schemes", "policy"})
"""Folders that stand beside the rule sets or their features."""


@dataclass(frozen=True, slots=True)
class Draft:
    """The texts of a new rule set and of its feature."""

    ruleset: str
    feature: str


def draft(name: str, source: str, start: str, library: Library) -> Draft:
    """Return the skeleton of a rule set called `name`, for what `source` names: a procedure, or a rule set.

    Its one criterion is an unverified note, so that it is shown and can never count before somebody has read a
    document. `start`: the day that stands in for that on which the document came into force.
    """
    _check(name, library)
    scope, procedure = _scope_of(source, library)
    field_name, field = _asked(scope, library.codebook)
    yes, no, *_ = (choice.label for choice in field.choices.values())
    words = {
        "id": name,
        "codebook": library.codebook.version,
        "start": start,
        "title": f"Replace this title of {name}",
        "sentence": f"Replace this sentence of {name} by one that can be true or false.",
        "covers": "\n".join(f"    - {_flow(leaf)}" for leaf in scope),
        "field": field_name,
        "choice": next(iter(field.choices)),
        "label": field.label,
        "procedure": procedure.title if procedure else "one procedure",
        "yes": yes,
        "no": no,
    }
    return Draft(_RULESET.format(**words), _aligned(_FEATURE.format(**words)))


def _check(name: str, library: Library) -> None:
    if ID.fullmatch(name) is None:
        plain = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        proposal = f", such as {plain}" if ID.fullmatch(plain) else ""
        raise UsageError(f"{name!r} is no id: write small letters, digits and single hyphens{proposal}")
    if name in TAKEN or name in {ruleset.id for ruleset in library.rulesets}:
        raise UsageError(f"{name} exists already: a new edition is a new file in its folder, rules/{name}")


def _scope_of(source: str, library: Library) -> tuple[tuple[Condition, ...], NamedProcedure | None]:
    named = library.procedures.named(source)
    if named is not None:
        return tuple(Leaf(field=name, equals=choice) for name, choice in named.scope.items()), named
    found = [ruleset for ruleset in library.rulesets if source in (ruleset.id, ruleset.reference)]
    if not found:
        known = [*(entry.id for entry in library.procedures.procedures), *(ruleset.id for ruleset in library.rulesets)]
        remedy = did_you_mean(source, known, of_codebook=False)
        raise UsageError(f"there is no procedure or rule set {source!r} to start from: {remedy}")
    ruleset = max(found, key=lambda entry: entry.order)
    members = ruleset.covers.all if isinstance(ruleset.covers, AllOf) else (ruleset.covers,)
    covered = (entry for entry in library.procedures.procedures if covers(ruleset, entry, library.codebook))
    return members, next(covered, None)


def _asked(scope: tuple[Condition, ...], codebook: Codebook) -> tuple[str, Field]:
    """Return a field for the criterion that stands in for the first one: a plain choice that applies to all covered."""
    whole = AllOf(all=scope)
    for name, field in codebook.fields.items():
        applies = field.applies_when is None or implies(whole, field.applies_when, codebook)
        if field.type == "choice" and not field.scope and field.belongs_to == "procedure" and applies:
            return name, field
    raise UsageError("the codebook has no choice that applies to every procedure covered: write the rule set by hand")


def _aligned(text: str) -> str:
    """Return a feature whose tables have columns of one width."""
    lines = text.splitlines()
    for is_table, numbers in groupby(range(len(lines)), key=lambda number: lines[number].lstrip().startswith("|")):
        rows = {number: lines[number].strip(" |").split(" | ") for number in numbers} if is_table else {}
        widths = [max(map(len, column)) for column in zip(*rows.values(), strict=True)]
        for number, cells in rows.items():
            indent = lines[number][: lines[number].index("|")]
            padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
            lines[number] = f"{indent}| {' | '.join(padded)} |"
    return "\n".join(lines) + "\n"


def _flow(condition: Condition) -> str:
    """Return a condition as YAML on one line; its names are plain words."""
    if isinstance(condition, Leaf):
        parts = [f"{key}: {_operand(value)}" for key, value in condition.tests.items()]
        return "{" + ", ".join([f"field: {condition.field}", *parts]) + "}"
    word = "all" if isinstance(condition, AllOf) else "any"
    return "{" + f"{word}: [{', '.join(_flow(member) for member in condition.members)}]" + "}"


def _operand(value: object) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, tuple | list) else str(value)


_RULESET: Final = """\
# yaml-language-server: $schema=../../schemas/ruleset.schema.json
# A skeleton: every text that asks to be replaced has to be, and the criterion stands in for the first one.
id: {id}
version: 1.0.0
title: {title}
codebook: {codebook}
in_force: {{from: {start}}}  # replace: the day on which the document came into force
covers:
  all:
{covers}

documents:
  replace-this-key:
    title: Replace this by the title of the document
    body: Replace this by who published it
    published: {start}

criteria:

  - id: replace-this-id
    title: {sentence}
    domain: guidance
    level: note
    level_because: Replace this by why a departure matters, and choose a level once a source has been read.
    met_when: {{field: {field}, equals: {choice}}}
    sources: [{{document: replace-this-key, section: replace this section, evidence: unverified}}]
"""

_FEATURE: Final = """\
Feature: {title}

  Replace this text: which documents ask this, of which procedure, and what is this project's own proposal.

  Rule: {sentence}
    Level note, judged and shown, never counted. Source: replace this document, replace this section
    (unverified).

    Scenario Outline: What the first criterion asks
      Given a report of {procedure}
      And the report says
        | {label} | <said> |
      Then this is judged <judgement>

      Examples: Replace these lines by both sides of what is asked
        | said | judgement |
        | {yes} | met |
        | {no} | not met |

  Rule: What the report leaves open
    Replace this text: what a report often leaves open.

    Scenario Outline: What is asked, as far as it is known
      Given a report of {procedure}
      And the report says
        | {label} | <said> |
      Then "{sentence}" is judged <judgement>

      Examples: The three reasons
        | said | judgement |
        | unclear | open: met or not met (unclear) |
        | not reported | open: met or not met (not reported) |
        | not extracted | open: met or not met (not extracted) |

  Rule: How the grade follows
    Nothing is counted yet, so that there is no grade. Replace this by examples that reach every grade.

    Scenario: A complete procedure
      Given a report of {procedure}
      And the report says
        | {label} | {yes} |
      Then the grade of delivery is not applicable
"""
