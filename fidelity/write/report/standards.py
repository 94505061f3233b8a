"""The standards by which procedures were judged: every criterion and every document once, to be referred to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from fidelity.explaining import Explanation
from fidelity.explaining.wording import CONDITION, condition_words, days_words
from fidelity.model.digest import digest_of
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.read.rules import Library
from fidelity.scoring.batch import Standard
from fidelity.write.explanation import References, document_words, weight_of
from fidelity.write.figures.rows import counted
from fidelity.write.report.views import Asks, Demand, DocumentShown, Link, RuleSetShown

Key = tuple[str, str]
"""A criterion by the reference of its rule set and its id."""


@dataclass(frozen=True)
class Standards:
    """The rule sets that judged something, in the order of the profile, and the documents that they cite."""

    rulesets: tuple[RuleSetShown, ...]
    documents: tuple[DocumentShown, ...]
    anchors: Mapping[Key, str]

    @cached_property
    def links(self) -> dict[str, Link]:
        """The rule sets by reference, each as a place in the report."""
        return {entry.reference: Link(entry.anchor, entry.reference) for entry in self.rulesets}


def standards_of(
    explanations: Iterable[Explanation], rejecting: Mapping[str, int], standard: Standard, library: Library
) -> Standards:
    """Return the rule sets by which procedures were judged, as the report shows them.

    `rejecting` says of how many procedures a rule set, by its reference, says that their technique is no standard one.
    """
    judged: dict[str, int] = {}
    asked: dict[Key, None] = {}
    for explanation in explanations:
        for reference in dict.fromkeys(entry.ruleset.reference for entry in explanation.criteria):
            judged[reference] = judged.get(reference, 0) + 1
        asked |= {(entry.ruleset.reference, entry.criterion.id): None for entry in explanation.criteria}
    ordered = [ruleset for _, ruleset in sorted(enumerate(standard.rulesets), key=standard.place)]
    used = [ruleset for ruleset in ordered if ruleset.reference in {*judged, *rejecting}]
    keys = [(ruleset.reference, criterion.id) for ruleset in used for criterion in ruleset.criteria]
    anchors = {key: f"c{number}" for number, key in enumerate((key for key in keys if key in asked), 1)}
    references = References()
    whole = {ruleset.reference: ruleset for ruleset in library.rulesets}
    shown = tuple(
        RuleSetShown(
            anchor=f"r{number}",
            reference=ruleset.reference,
            title=ruleset.title,
            state="published" if ruleset.reference in standard.published else "draft",
            in_force=days_words(ruleset.in_force.start),
            sha256=digest_of(whole[ruleset.reference], library.codebook),
            did=_did(judged.get(ruleset.reference, 0), rejecting.get(ruleset.reference, 0)),
            demands=_demands(ruleset, anchors, references, standard),
        )
        for number, ruleset in enumerate(used, 1)
    )
    return Standards(shown, _documents(references), anchors)


def _did(judged: int, rejected: int) -> str:
    parts = [f"judged {counted(judged, 'procedure')}"] if judged else []
    return "; ".join([*parts, *([f"calls {counted(rejected, 'procedure')} non-standard"] if rejected else [])])


def _demands(
    ruleset: RuleSet, anchors: Mapping[Key, str], references: References, standard: Standard
) -> tuple[Demand, ...]:
    mine = [criterion for criterion in ruleset.criteria if (ruleset.reference, criterion.id) in anchors]
    return tuple(
        Demand(
            anchor=anchors[ruleset.reference, criterion.id],
            title=criterion.title,
            domain=criterion.domain,
            weight=weight_of(criterion),
            since=days_words(ruleset.since(criterion)),
            because=criterion.level_because,
            by_project=criterion.threshold_by == "project",
            conditions=tuple(
                (CONDITION[key], condition_words(condition, standard.codebook))
                for key, condition in criterion.conditions.items()
            ),
            asks=_asks(criterion, ruleset, references),
            dissent=tuple((references.cite(ruleset, entry.document), entry.says) for entry in criterion.dissent),
            note=criterion.note,
        )
        for criterion in mine
    )


def _asks(criterion: Criterion, ruleset: RuleSet, references: References) -> tuple[Asks, ...]:
    return tuple(
        Asks(
            references.cite(ruleset, source.document),
            source.section,
            f"{source.evidence}, {source.strength}" if source.strength else source.evidence,
        )
        for source in criterion.sources
    )


def _documents(references: References) -> tuple[DocumentShown, ...]:
    return tuple(
        DocumentShown(
            number=number,
            words=document_words(document),
            where=f"doi:{document.doi}" if document.doi else document.address,
            link=f"https://doi.org/{document.doi}" if document.doi else document.address,
        )
        for number, document in enumerate(references.documents, 1)
    )
