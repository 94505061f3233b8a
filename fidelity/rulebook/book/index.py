"""Where to find what: by domain, by procedure, and by the fact that a demand is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fidelity.model.codebook import Codebook
from fidelity.model.profile import NamedProcedure
from fidelity.model.ruleset import RuleSet
from fidelity.rulebook.book.disputes import Reading
from fidelity.rulebook.book.rulesets import anchor_of
from fidelity.rulebook.book.views import Demand, Link, Standard


@dataclass(frozen=True, slots=True)
class Subject:
    """A domain: all that is asked in it, rule set by rule set."""

    anchor: str
    domain: str
    axis: str | None
    standards: tuple[tuple[Standard, tuple[Demand, ...]], ...]

    @property
    def count(self) -> int:
        """How many demands there are."""
        return sum(len(demands) for _, demands in self.standards)


@dataclass(frozen=True, slots=True)
class Fact:
    """A field of the codebook with the demands that hang on it."""

    label: str
    definition: str
    demands: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Served:
    """A named procedure: the rule sets that judge it, or none, with the profiles that read it so."""

    anchor: str
    title: str
    readings: tuple[tuple[tuple[str, ...], tuple[Link, ...]], ...]


def subjects_of(standards: Sequence[Standard], axes: Mapping[str, str | None]) -> tuple[Subject, ...]:
    """Return what is asked in each domain."""
    found = []
    for domain, axis in axes.items():
        by_standard = ((one, tuple(d for d in one.demands if d.domain == domain)) for one in standards)
        asked = tuple((one, demands) for one, demands in by_standard if demands)
        found.append(Subject(f"subject-{domain}", domain, axis, asked))
    return tuple(found)


def facts_of(rulesets: Sequence[RuleSet], codebook: Codebook) -> tuple[Fact, ...]:
    """Return every field on which a criterion hangs, by its label."""
    links: dict[str, list[Link]] = {}
    for ruleset in rulesets:
        for criterion in ruleset.criteria:
            for name in criterion.asked:
                words = f"{ruleset.title}: {criterion.title}"
                links.setdefault(name, []).append(Link(anchor_of(ruleset, criterion), words))
    facts = [Fact(codebook.fields[name].label, codebook.fields[name].definition, tuple(f)) for name, f in links.items()]
    return tuple(sorted(facts, key=lambda fact: fact.label.casefold()))


def served(procedures: Sequence[NamedProcedure], readings: Sequence[Reading], codebook: Codebook) -> tuple[Served, ...]:
    """Return for each named procedure the rule sets by which each profile judges it, alike ones once."""
    return tuple(
        Served(f"procedure-{procedure.id}", procedure.title, _alike(procedure, readings, codebook))
        for procedure in procedures
    )


def _alike(
    procedure: NamedProcedure, readings: Sequence[Reading], codebook: Codebook
) -> tuple[tuple[tuple[str, ...], tuple[Link, ...]], ...]:
    groups: dict[tuple[Link, ...], list[str]] = {}
    for reading in readings:
        groups.setdefault(_links(procedure, reading, codebook), []).append(reading.title)
    return tuple((tuple(titles), links) for links, titles in groups.items())


def _links(procedure: NamedProcedure, reading: Reading, codebook: Codebook) -> tuple[Link, ...]:
    found = reading.covering(procedure, codebook)
    return tuple(Link(anchor_of(ruleset), _what(ruleset)) for ruleset in found)


def _what(ruleset: RuleSet) -> str:
    if ruleset.non_standard is not None:
        word = "non-standard technique" if ruleset.non_standard.confirmed else "said to be non-standard, not confirmed"
        return f"{ruleset.title} ({word})"
    return f"{ruleset.title} ({', '.join(ruleset.domains)})"
