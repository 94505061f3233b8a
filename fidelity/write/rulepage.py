"""Rule sets as people read them: every criterion with its sentence, its reason and its sources."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from fidelity.explaining.asked import covers
from fidelity.explaining.wording import CONDITION, condition_words
from fidelity.model.codebook import Codebook
from fidelity.model.profile import NamedProcedure
from fidelity.model.ruleset import Criterion, NonStandard, RuleSet


def page(
    ruleset: RuleSet,
    codebook: Codebook,
    published: frozenset[str],
    objections: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str:
    """Return a whole rule set as text: what it covers, its criteria by domain, its documents.

    `objections`: by criterion, what would have to be shown to change it.
    """
    status = "published" if ruleset.reference in published else "draft"
    lines = [
        f"{ruleset.title}",
        f"{ruleset.reference} ({status}), codebook {ruleset.codebook}, in force from {ruleset.in_force.start}",
        _fill(f"Covers: {condition_words(ruleset.covers, codebook)}", ""),
    ]
    if ruleset.non_standard is not None:
        lines += ["\nNON-STANDARD TECHNIQUE", *_non_standard(ruleset.non_standard, ruleset)]
    for domain in ruleset.domains:
        lines.append(f"\n{domain.upper()}")
        for criterion in ruleset.criteria:
            if criterion.domain == domain:
                lines += _criterion(criterion, ruleset, codebook)
                lines += (_fill(f"To object: {sentence}", "      ") for sentence in objections.get(criterion.id, ()))
    lines.append("\nDOCUMENTS")
    for key, document in ruleset.documents.items():
        where = document.doi or document.address or ""
        dated = f", {document.published}" if document.published else ""
        lines.append(_fill(f"{key}: {document.title}{dated}{f' ({where})' if where else ''}", "  "))
    return "\n".join(lines) + "\n"


def _criterion(criterion: Criterion, ruleset: RuleSet, codebook: Codebook) -> Iterator[str]:
    counted = "" if criterion.counted else ", shown and not counted"
    yield _fill(f"{criterion.title}", "  ")
    yield _fill(f"{criterion.level}{counted}; {criterion.id}; since {ruleset.since(criterion)}", "      ")
    if criterion.level_because:
        yield _fill(f"Why {criterion.level}: {criterion.level_because}", "      ")
    for key, condition in criterion.conditions.items():
        yield _fill(f"{CONDITION[key]} {condition_words(condition, codebook)}", "      ")
    yield from _cited(criterion, ruleset)


def _non_standard(said: NonStandard, ruleset: RuleSet) -> Iterator[str]:
    yield _fill(said.title, "  ")
    if not said.confirmed:
        yield _fill("Unverified: shown, and no procedure is called non-standard by it.", "      ")
    yield _fill(f"Why: {said.because}", "      ")
    yield from _cited(said, ruleset)


def _cited(cited: Criterion | NonStandard, ruleset: RuleSet) -> Iterator[str]:
    for source in cited.sources:
        strength = f"; {source.strength}" if source.strength else ""
        title = ruleset.documents[source.document].title
        yield _fill(f"Source: {title}, {source.section} ({source.evidence}{strength})", "      ")
    for dissent in cited.dissent:
        yield _fill(f"Dissent: {ruleset.documents[dissent.document].title}: {dissent.says}", "      ")
    if cited.note:
        yield _fill(f"Note: {cited.note}", "      ")


def asked_of(
    procedure: NamedProcedure, rulesets: Sequence[RuleSet], codebook: Codebook, published: frozenset[str]
) -> str:
    """Return all that a profile asks of a procedure, whole, from every rule set that serves it."""
    pages = [page(ruleset, codebook, published) for ruleset in rulesets if covers(ruleset, procedure, codebook)]
    if not pages:
        return f"No rule set covers {procedure.title}.\n"
    return f"What is asked of {procedure.title}\n\n" + "\n\n".join(pages)


def _fill(text: str, indent: str) -> str:
    return textwrap.fill(text, 100, initial_indent=indent, subsequent_indent=indent + "  ")
