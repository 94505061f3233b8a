"""The book of the rules for clinicians: all that a library asks, shows and leaves in dispute, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fidelity.explaining.wording import EVIDENCE_MEANS, NOTICE
from fidelity.model.profile import Profile
from fidelity.read.features import Features
from fidelity.read.rules import Library
from fidelity.rulebook.book.disputes import Dispute, Reading, disputes_of, rivals_of
from fidelity.rulebook.book.examples import Chapter, Mark, Verdicts, chapter_of
from fidelity.rulebook.book.index import Fact, Served, Subject, facts_of, served, subjects_of
from fidelity.rulebook.book.rulesets import Around, standard_of
from fidelity.rulebook.book.scheme import SchemePage, scheme_page
from fidelity.rulebook.book.views import Demand, Row, Standard
from fidelity.rulebook.examples.outcomes import Outcome, outcomes
from fidelity.rulebook.examples.report import DEFAULT_PROFILE
from fidelity.rulebook.publishing.endorsements import PROVES, panels_of
from fidelity.scoring.score import standard_of as reading_of


@dataclass(frozen=True, slots=True)
class Part:
    """The rule sets that a profile reads and that no profile before it does."""

    anchor: str
    title: str
    standards: tuple[Standard, ...]


@dataclass(frozen=True, slots=True)
class Cross:
    """An example of which the package says something else."""

    anchor: str
    where: str
    example: str
    said: str


@dataclass(frozen=True, slots=True)
class Book:
    """The whole book, in the order of its chapters."""

    notice: str
    proves: str
    codebook: str
    evidence: tuple[tuple[str, str, int], ...]
    parts: tuple[Part, ...]
    techniques: tuple[Standard, ...]
    subjects: tuple[Subject, ...]
    procedures: tuple[Served, ...]
    facts: tuple[Fact, ...]
    disputes: tuple[Dispute, ...]
    profiles: tuple[Profile, ...]
    schemes: tuple[SchemePage, ...]
    policies: tuple[Chapter, ...]
    examples: int
    crosses: tuple[Cross, ...]

    @property
    def standards(self) -> tuple[Standard, ...]:
        """Every rule set, those that call a technique non-standard last."""
        return (*(standard for part in self.parts for standard in part.standards), *self.techniques)

    @property
    def demands(self) -> tuple[Demand, ...]:
        """Every criterion."""
        return tuple(demand for standard in self.standards for demand in standard.demands)


def book_of(library: Library, features: Features, published: Mapping[str, Mapping[str, Any]] | None = None) -> Book:
    """Return the book of a library, its examples judged by the rules as they stand.

    `published`: the records of the published trials that examples start from, by their label.
    """
    marks = _marks(outcomes(list(features.examples()), library, published))
    chapters = {feature.source: chapter_of(feature, marks) for feature in features.features}
    mirrors = {feature.reference: chapters[feature.source] for feature in features.features if feature.reference}
    profiles = sorted(library.profiles.values(), key=lambda profile: (profile.id != DEFAULT_PROFILE, profile.id))
    readings = [_reading(library, profile) for profile in profiles]
    axes = {domain: scheme.axis_of(domain) for scheme in library.schemes.values() for domain in scheme.domains}
    named, codebook = library.procedures.procedures, library.codebook
    disputes = disputes_of(readings, tuple(axes), named, codebook)
    rivals = rivals_of(disputes)
    standards = tuple(
        standard_of(panel.ruleset, library, Around(panel, mirrors.get(panel.ruleset.reference), profiles, rivals))
        for panel in panels_of(library)
    )
    parts = tuple(_parts([one for one in standards if one.technique is None], profiles))
    return Book(
        notice=NOTICE,
        proves=PROVES,
        codebook=codebook.reference,
        evidence=_evidence(standards),
        parts=parts,
        techniques=tuple(one for one in standards if one.technique is not None),
        subjects=subjects_of([one for part in parts for one in part.standards], axes),
        procedures=served(named, readings, codebook),
        facts=facts_of(library.rulesets, codebook),
        disputes=disputes,
        profiles=tuple(profiles),
        schemes=tuple(scheme_page(scheme, profiles) for scheme in library.schemes.values()),
        policies=tuple(chapters[feature.source] for feature in features.features if not feature.reference),
        examples=len(marks),
        crosses=tuple(_crosses(chapters.values())),
    )


def _marks(found: Iterable[Outcome]) -> Verdicts:
    return {(one.example.source, one.example.line): Mark(one.holds, _found(one)) for one in found}


def _found(outcome: Outcome) -> str:
    if outcome.problems:
        return "; ".join(f"{problem.subject}: {problem.what}" for problem in outcome.problems)
    return "; ".join(answer.found for answer in outcome.answers if not answer.holds)


def _reading(library: Library, profile: Profile) -> Reading:
    standard = reading_of(library, profile.id, "now")
    found = {edition.number: edition.ruleset for axis in standard.scheme.axes for edition in standard.editions(axis)}
    return Reading(profile.title, tuple(found.values()))


def _parts(standards: Sequence[Standard], profiles: Sequence[Profile]) -> Iterator[Part]:
    left = {one.reference: one for one in reversed(standards)}  # the newest edition of an id stands first
    for profile in profiles:
        mine = [one for name in profile.names for one in left.values() if one.reference.startswith(f"{name}@")]
        if mine:
            yield Part(f"part-{profile.id}", profile.title, tuple(mine))
        for one in mine:
            del left[one.reference]
    if left:
        yield Part("part-none", "Rule sets that no profile reads", tuple(reversed(left.values())))


def _evidence(standards: Sequence[Standard]) -> tuple[tuple[str, str, int], ...]:
    citing = [demand.sources for one in standards for demand in one.demands]
    citing += [one.technique.sources for one in standards if one.technique is not None]
    used = [source.evidence for sources in citing for source in sources]
    return tuple((word, means, used.count(word)) for word, means in EVIDENCE_MEANS.items())


def _crosses(chapters: Iterable[Chapter]) -> Iterator[Cross]:
    for chapter in chapters:
        for rule in chapter.rules:
            for shown in rule.scenarios:
                for row in (row for row in shown.rows if not row.agrees):
                    yield Cross(shown.anchor, f"{chapter.name}: {rule.name}", _told(row, shown.name), row.said)


def _told(row: Row, scenario: str) -> str:
    return f"{scenario}: {', '.join(row.cells)}" if row.cells else scenario
