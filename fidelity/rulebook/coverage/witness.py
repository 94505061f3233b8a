"""A procedure in the words of a feature, as a row that an author can paste where an example is missing."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final

from fidelity.model.codebook import Field
from fidelity.model.condition import fields_of
from fidelity.model.words import Verdict, spoken
from fidelity.read.features import Examples, Feature, FeatureRule, FeatureScenario, Step
from fidelity.rulebook.examples.report import Vocabulary

NOT_REPORTED: Final = "NR"
_BLANK: Final = re.compile("<(.+?)>")


def cell_of(field: Field, text: str) -> str:
    """Return an exactly known value as a cell of a feature says it, from how a record writes it."""
    if text == NOT_REPORTED:
        return "not reported"
    if field.type == "checklist":
        labels = (field.choices[name].label if name in field.choices else name for name in text.split("; "))
        return "; ".join(labels) + " only"
    if text in field.choices:
        unit = f" {field.unit}" if field.unit and field.type == "ordered_choice" else ""
        return field.choices[text].label + unit
    return text.split(" ", maxsplit=1)[0] if field.type == "count" else text


def row_for(
    facts: Mapping[str, str],
    read: Collection[str],
    verdict: Verdict,
    feature: Feature | None,
    rule: FeatureRule | None,
    words: Vocabulary,
) -> str:
    """Return where and what to write so that a feature shows how a procedure is judged; `read`: by which fields.

    That is a row for the Examples of an outline of the Rule which can tell this procedure, else a scenario in a line.
    """
    fields = words.library.codebook.fields
    tellings = [
        (title, {fields[name].label: cell_of(fields[name], text) for name, text in rest.items()})
        for title, rest in _procedures(facts, read, words)
    ]
    judged = spoken(verdict)
    if feature is None or rule is None:
        return _scenario(*tellings[0], judged)
    for title, told in tellings:
        for scenario in rule.scenarios:
            for table in scenario.examples:
                cells = _filling(scenario, table, title, told, judged)
                if cells is not None:
                    return f"{feature.source}:{table.line}: | {' | '.join(cells)} |"
    return f"{feature.source}:{rule.line}: {_scenario(*tellings[0], judged)}"


def title_for(facts: Mapping[str, str], read: Collection[str], words: Vocabulary) -> str:
    """Return the title of a procedure, with the facts that the title leaves open."""
    fields = words.library.codebook.fields
    title, rest = _procedures(facts, read, words)[0]
    told = [f"{fields[name].label} {cell_of(fields[name], text)}" for name, text in rest.items()]
    return f"{title} ({', '.join(told)})" if told else title


def _scenario(title: str, told: Mapping[str, str], judged: str) -> str:
    facts = " ".join(f"| {label} | {cell} |" for label, cell in told.items())
    says = f" And the report says {facts}" if facts else ""
    return f"Given a report of {title}{says} Then this is judged {judged}"


def _procedures(facts: Mapping[str, str], read: Collection[str], words: Vocabulary) -> list[tuple[str, dict[str, str]]]:
    """Return the titles that a procedure can have, the most telling first, each with the facts left to be told."""
    fields = words.library.codebook.fields
    settled = {
        gate
        for name in facts
        for gate in fields_of(fields[name].applies_when)
        if gate not in read and not fields[gate].scope
    }
    # An answer shows that its question arose: what decides that need not be told beside it.
    left = {name: text for name, text in facts.items() if name not in settled}
    found: list[tuple[str, dict[str, str]]] = []
    for title, scope in sorted(words.scopes.items(), key=lambda entry: -len(entry[1])):
        if all(facts.get(name) in fields[name].spread((value,)) for name, value in scope.items()):
            exact = {name for name, value in scope.items() if name not in read or value == facts[name]}
            found.append((title, {name: text for name, text in left.items() if name not in exact}))
    return [*found, ("one procedure", left)]


def _filling(
    scenario: FeatureScenario, table: Examples, title: str, told: Mapping[str, str], judged: str
) -> list[str] | None:
    """Return the cells of a row by which an outline tells just these facts; None where it cannot."""
    if not table.rows:
        return None
    filled: dict[str, str] = {}
    untold = set(told)
    for template, wanted in _pairs(scenario.steps, title, told, judged):
        if wanted is None:
            continue
        found = _matched(template, wanted)
        if found is None or any(filled.get(name, word) != word for name, word in found.items()):
            return None
        filled |= found
    for step in scenario.steps:
        untold -= {label for label, *_ in step.table}
    if untold:
        return None
    # What does not matter here is said as in the first row.
    return [filled.get(name, usual) for name, usual in zip(table.head, table.rows[0].cells, strict=True)]


def _pairs(
    steps: tuple[Step, ...], title: str, told: Mapping[str, str], judged: str
) -> Iterator[tuple[str, str | None]]:
    for step in steps:
        if step.text.startswith("a report of "):
            yield step.text, f"a report of {title}"
        elif step.text.startswith("this is judged "):
            yield step.text, f"this is judged {judged}"
        for label, *cells in step.table:
            yield " ".join(cells), told.get(label)


def _matched(template: str, text: str) -> dict[str, str] | None:
    parts = _BLANK.split(template)
    pattern = "".join("(.+)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
    found = re.fullmatch(pattern, text)
    return None if found is None else dict(zip(parts[1::2], found.groups(), strict=True))
