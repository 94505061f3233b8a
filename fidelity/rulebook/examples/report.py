"""A report as the sentences of a feature tell it: it becomes a study record."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, TypeVar

from fidelity.model.words import Clock
from fidelity.read.rules import Library

T = TypeVar("T")

DEFAULT_PROFILE: Final = "multisociety"

SEVERAL: Final = frozenset({"one procedure", "several procedures"})
"""What a report or trial is "of" when the facts alone say what was done."""

THE_ARM: Final = "the arm"
"""The one arm of a report that tells of one procedure."""

REMARKS: Final = (
    (" only", "only", "yes"),
    (", differing between patients", "varies", "yes"),
    (" (inferred)", "basis", "inferred"),
    (" (sources disagree)", "basis", "conflicting"),
)
"""What may be said behind a value, and the key of the record that says it."""


class UnknownWord(Exception):
    """Raised for a label, a procedure or a profile that the rules do not know."""

    def __init__(self, word: str, kind: str, known: Mapping[str, object]) -> None:
        super().__init__(word)
        self.word, self.kind, self.known = word, kind, tuple(known)


@dataclass(frozen=True)
class Vocabulary:
    """The words that features share with the rules: labels of fields, titles of procedures and of profiles."""

    library: Library
    published: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Records of published trials, by their label: an example may start from what one of them reports."""

    @cached_property
    def fields(self) -> dict[str, str]:
        """The field of each label."""
        return {entry.label: name for name, entry in self.library.codebook.fields.items()}

    @cached_property
    def scopes(self) -> dict[str, dict[str, str]]:
        """The facts that make a procedure what it is, by its title."""
        return {entry.title: entry.scope for entry in self.library.procedures.procedures}

    @cached_property
    def profiles(self) -> dict[str, str]:
        """The profile of each title."""
        return {profile.title: name for name, profile in self.library.profiles.items()}

    @cached_property
    def demands(self) -> dict[str, tuple[tuple[str, str], ...]]:
        """The criteria of each sentence, as rule set and id; the editions of one rule set may share a sentence."""
        found: dict[str, tuple[tuple[str, str], ...]] = {}
        for ruleset in self.library.rulesets:
            for criterion in ruleset.criteria:
                found[criterion.title] = (*found.get(criterion.title, ()), (ruleset.reference, criterion.id))
        return found

    def field(self, label: str) -> str:
        """Return the field that a label means."""
        return _known(label, "label of a field", self.fields)

    def scope(self, procedure: str) -> dict[str, str]:
        """Return the facts that a procedure's title stands for."""
        return {} if procedure in SEVERAL else _known(procedure, "title of a procedure", self.scopes)

    def profile(self, title: str) -> str:
        """Return the profile that a title means."""
        return _known(title, "title of a profile", self.profiles)

    def trial(self, label: str) -> Mapping[str, Any]:
        """Return the record of a published trial."""
        return _known(label, "published trial", self.published)


def _known(word: str, kind: str, known: Mapping[str, T]) -> T:
    if word not in known:
        raise UnknownWord(word, kind, known)
    return known[word]


def name_of(words: str) -> str:
    """Return the id that an arm or a procedure gets in the record."""
    return re.sub(r"\W+", "-", words).strip("-").lower()


def observation_of(cell: str) -> str | dict[str, str]:
    """Return what a cell says as a record writes it: a value, or a value with a remark."""
    for words, key, value in REMARKS:
        if cell.endswith(words):
            return {"value": cell.removesuffix(words), key: value}
    return cell


@dataclass
class Report:
    """What the sentences of an example say of a report, and by which standards and clock it is to be judged."""

    vocabulary: Vocabulary
    profile: str = DEFAULT_PROFILE
    clock: Clock | None = None
    unstated: str = "not_extracted"
    design_factors: list[str] = field(default_factory=list)
    observations: dict[str, Any] = field(default_factory=dict)
    arms: dict[str, dict[str, Any]] = field(default_factory=dict)

    def take(self, trial: Mapping[str, Any]) -> None:
        """Start from the record of a published trial, its arms and procedures called by their labels."""
        self.unstated = trial.get("unstated", self.unstated)
        self.observations = dict(trial.get("observations", {}))
        for arm in trial["arms"]:
            procedures = [{**entry, "observations": dict(entry.get("observations", {}))} for entry in arm["procedures"]]
            self.arms[arm["label"]] = {**arm, "id": name_of(arm["label"]), "procedures": procedures}

    def had_said(self, arm: str, label: str, said: str | dict[str, str]) -> None:
        """Record another fact of the first procedure of an arm than the published one."""
        name = self.vocabulary.field(label)
        _known(arm, "arm of the trial", self.arms)["procedures"][0]["observations"][name] = said

    def add_arm(self, arm: str, role: str, procedure: str, said: Mapping[str, str]) -> None:
        """Add a procedure to an arm, and the arm where it is new."""
        facts = {self.vocabulary.field(label): observation_of(cell) for label, cell in said.items()}
        facts = {**self.vocabulary.scope(procedure), **facts}
        known = self.arms.setdefault(arm, {"id": name_of(arm), "label": arm, "role": role, "procedures": []})
        known["procedures"].append({"id": name_of(procedure), "role": role, "observations": facts})

    def says(self, label: str, said: str | dict[str, str]) -> None:
        """Record a fact: of a report on one procedure where the fact belongs, of a trial for all its arms."""
        name = self.vocabulary.field(label)
        of_study = self.vocabulary.library.codebook.fields[name].belongs_to == "study" or THE_ARM not in self.arms
        holder = self.observations if of_study else self.arms[THE_ARM]["procedures"][0]["observations"]
        holder[name] = said

    @property
    def record(self) -> dict[str, Any]:
        """The study record that the sentences have written."""
        return {
            "label": "The report",
            "unstated": self.unstated,
            "design_factors": self.design_factors,
            "observations": self.observations,
            "arms": list(self.arms.values()),
        }
