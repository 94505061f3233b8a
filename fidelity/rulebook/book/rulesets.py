"""Rule sets as the book shows them: each criterion with its reason, conditions, sources and what is said against it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fidelity.explaining.asked import covers
from fidelity.explaining.wording import CONDITION, days_words, leaf_words
from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Condition, Leaf
from fidelity.model.profile import Profile
from fidelity.model.ruleset import Criterion, Dissent, RuleSet, Source, Unreached
from fidelity.read.rules import Library
from fidelity.rulebook.book.examples import Chapter
from fidelity.rulebook.book.views import (
    Asked,
    Cited,
    Demand,
    Objection,
    Rival,
    Shown,
    Standard,
    Technique,
)
from fidelity.rulebook.publishing.endorsements import Panel
from fidelity.rulebook.publishing.objections import what_would_change


@dataclass(frozen=True, slots=True)
class Around:
    """What the book shows of a rule set beside the rule set itself."""

    panel: Panel
    chapter: Chapter | None
    profiles: Sequence[Profile]
    rivals: Mapping[str, tuple[Rival, ...]]

    def scenarios(self, title: str) -> tuple[Shown, ...]:
        """Return the examples of a demand."""
        return self.chapter.scenarios.get(title, ()) if self.chapter else ()


def anchor_of(ruleset: RuleSet, criterion: Criterion | None = None) -> str:
    """Return the name of a place in the book: the reference of the rule set, with the id of the criterion."""
    return ruleset.reference if criterion is None else f"{ruleset.reference}/{criterion.id}"


def standard_of(ruleset: RuleSet, library: Library, around: Around) -> Standard:
    """Return a rule set as the book shows it."""
    codebook, chapter = library.codebook, around.chapter
    titles = {criterion.title for criterion in ruleset.criteria}
    titles |= {ruleset.non_standard.title} if ruleset.non_standard else set()
    return Standard(
        anchor=anchor_of(ruleset),
        reference=ruleset.reference,
        title=ruleset.title,
        in_force=days_words(ruleset.in_force.start),
        codebook=ruleset.codebook,
        covers=asked(ruleset.covers, codebook),
        procedures=tuple(one.title for one in library.procedures.procedures if covers(ruleset, one, codebook)),
        readers=_readers(ruleset, around.profiles),
        demands=tuple(_demand(ruleset, criterion, library, around) for criterion in ruleset.criteria),
        unreached=tuple(_unreached(entry) for entry in ruleset.unreached),
        beside=tuple(rule for rule in chapter.rules if rule.name not in titles) if chapter else (),
        feature=chapter.description if chapter else "",
        common=chapter.common if chapter else (),
        panel=around.panel,
        technique=_technique(ruleset, around),
    )


def _readers(ruleset: RuleSet, profiles: Sequence[Profile]) -> str:
    found = [profile for profile in profiles if ruleset.id in profile.names]
    if len(found) == len(profiles) and all(profile.domains_of(ruleset.id) is None for profile in found):
        return "every profile"
    return "; ".join(_reader(profile, profile.domains_of(ruleset.id)) for profile in found) or "no profile"


def _reader(profile: Profile, domains: Sequence[str] | None) -> str:
    return profile.title if domains is None else f"{profile.title} (of it only {', '.join(domains)})"


def _demand(ruleset: RuleSet, criterion: Criterion, library: Library, around: Around) -> Demand:
    axes = (
        scheme.axis_of(criterion.domain) for scheme in library.schemes.values() if criterion.domain in scheme.domains
    )
    conditions = criterion.conditions
    return Demand(
        anchor=anchor_of(ruleset, criterion),
        title=criterion.title,
        domain=criterion.domain,
        axis=next(axes, None),
        level=criterion.level,
        counted=criterion.counted,
        uncounted=_uncounted(criterion),
        because=criterion.level_because,
        by_project=criterion.threshold_by == "project",
        since=days_words(ruleset.since(criterion)),
        conditions=tuple((CONDITION[key], asked(conditions[key], library.codebook)) for key in conditions),
        sources=tuple(cited(source, ruleset) for source in criterion.sources),
        dissent=tuple(_objection(entry, ruleset) for entry in criterion.dissent),
        note=criterion.note,
        refs=criterion.standard_ref,
        changes=what_would_change(criterion, ruleset),
        scenarios=around.scenarios(criterion.title),
        rivals=around.rivals.get(anchor_of(ruleset, criterion), ()),
    )


def _technique(ruleset: RuleSet, around: Around) -> Technique | None:
    said = ruleset.non_standard
    if said is None:
        return None
    return Technique(
        title=said.title,
        because=said.because,
        confirmed=said.confirmed,
        sources=tuple(cited(source, ruleset) for source in said.sources),
        dissent=tuple(_objection(entry, ruleset) for entry in said.dissent),
        note=said.note,
        refs=said.standard_ref,
        scenarios=around.scenarios(said.title),
    )


def _uncounted(criterion: Criterion) -> str:
    if criterion.level == "note":
        return "a note: judged and shown, never counted"
    if not criterion.counted:
        return f"proposed as {criterion.level}; judged and shown, not counted, because none of its sources is confirmed"
    return ""


def _unreached(entry: Unreached) -> str:
    if entry.axis is not None:
        return f"The grade “{entry.grade}” of {entry.axis} cannot occur here. {entry.because}"
    return f"The concern “{entry.concern}” of {entry.domain} cannot occur here. {entry.because}"


def cited(source: Source, ruleset: RuleSet) -> Cited:
    """Return a source with what its document is."""
    document = ruleset.documents[source.document]
    link = f"https://doi.org/{document.doi}" if document.doi else document.address
    return Cited(
        title=document.title,
        body=document.body,
        published=days_words(document.published) if document.published else None,
        where=f"doi:{document.doi}" if document.doi else document.address,
        link=link,
        section=source.section,
        evidence=source.evidence,
        strength=source.strength,
        multisociety=document.multisociety == "yes",
    )


def _objection(entry: Dissent, ruleset: RuleSet) -> Objection:
    return Objection(ruleset.documents[entry.document].title, entry.says)


def asked(condition: Condition, codebook: Codebook) -> Asked:
    """Return a condition in words, its members below it."""
    if isinstance(condition, Leaf):
        return Asked(leaf_words(condition, codebook))
    words = "all of these hold" if isinstance(condition, AllOf) else "at least one of these holds"
    return Asked(words, tuple(asked(member, codebook) for member in condition.members))
