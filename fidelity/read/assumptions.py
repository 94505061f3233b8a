"""Assumption files: those that come with the rules, and a user's own."""

from __future__ import annotations

from pathlib import Path

from fidelity.errors import Fault, Problem, RulesUnsound, UsageError, did_you_mean
from fidelity.model.assumption import DEFAULT_ASSUMPTION, Assumption
from fidelity.read.models import problem_at, read_model
from fidelity.read.positions import Document
from fidelity.read.rules import Library


def load_assumption(name_or_path: str | Path | None, library: Library) -> Assumption:
    """Return the assumption that an id (its newest version), `<id>@<version>` or a file names; None: the default.

    Raises UsageError where there is none, RulesUnsound with every problem of a file.
    """
    name = DEFAULT_ASSUMPTION if name_or_path is None else str(name_or_path)
    if name in library.assumptions:
        return library.assumptions[name]
    versions = [entry for entry in library.assumptions.values() if entry.id == name]
    if versions:
        return max(versions, key=lambda entry: entry.order)
    if Path(name).suffix not in (".yaml", ".yml"):
        known = dict.fromkeys(entry.id for entry in library.assumptions.values())
        raise UsageError(f"there is no assumption {name!r}: {did_you_mean(name, known)}, or name a YAML file")
    assumption, document, problems = read_model(Path(name), name, Assumption)
    if assumption is not None and document is not None:
        problems += _unknown_criteria(assumption, document, library)
    if assumption is None or problems:
        raise RulesUnsound(problems)
    return assumption


def _unknown_criteria(assumption: Assumption, document: Document, library: Library) -> list[Problem]:
    known: dict[str, None] = {}
    for ruleset in library.rulesets:
        for criterion in ruleset.criteria:
            known |= {criterion.id: None, f"{ruleset.id}/{criterion.id}": None}
    return [
        problem_at(
            document,
            ("criteria", name),
            Fault("unknown-criterion", f"no rule set has a criterion {name!r}", did_you_mean(name, known)),
            key=True,
        )
        for name in assumption.criteria
        if name not in known
    ]
