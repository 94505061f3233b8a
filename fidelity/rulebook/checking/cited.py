"""What a rule set says beside its conditions: documents, evidence, titles, and the feature that shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from fidelity.errors import Fault, Place, Problem, did_you_mean
from fidelity.model.judgement import VERDICTS
from fidelity.model.ruleset import Criterion, NonStandard, RuleSet
from fidelity.model.words import spoken
from fidelity.read.features import Feature, Features
from fidelity.read.models import problem_at
from fidelity.read.positions import Data, Document, Path
from fidelity.rulebook.checking.finding import Finding, listed
from fidelity.rulebook.examples.outcomes import judgements_expected

LAST_RULES: Final = frozenset({"What the report leaves open", "How the grade follows"})
"""The Rules of a feature that show no single demand."""


def citation_faults(ruleset: RuleSet) -> Iterator[Finding]:
    """Yield each document that nothing cites."""
    citing: list[Criterion | NonStandard] = [*ruleset.criteria]
    citing += [ruleset.non_standard] if ruleset.non_standard else []
    cited = {source.document for entry in citing for source in entry.sources}
    cited |= {dissent.document for entry in citing for dissent in entry.dissent}
    for name in ruleset.documents:
        if name not in cited:
            fault = Fault("uncited-document", f"nothing cites {name}", "cite it, or take it out")
            yield Finding(ruleset.reference, ("documents", name), fault, key=True)


def unverified_faults(ruleset: RuleSet, published: Iterable[str]) -> Iterator[Finding]:
    """Yield what rests on unverified evidence alone in a published rule set."""
    if ruleset.reference not in published:
        return
    remedy = "read a source and say so, or leave it out: a published rule set holds nothing unverified"
    for number, criterion in enumerate(ruleset.criteria):
        if criterion.evidence == "unverified":
            what = f"no source of {criterion.id} has been verified"
            at: Path = ("criteria", number, "sources", 0, "evidence")
            yield Finding(ruleset.reference, at, Fault("unverified-published", what, remedy))
    if ruleset.non_standard is not None and not ruleset.non_standard.confirmed:
        path = ("non_standard", "sources", 0, "evidence")
        yield Finding(ruleset.reference, path, Fault("unverified-published", "no source has been verified", remedy))


def title_faults(rulesets: Sequence[RuleSet], documents: Mapping[str, Document]) -> Iterator[Finding]:
    """Yield each sentence that two criteria share, apart from editions of one rule set."""
    seen: dict[str, tuple[str, Place]] = {}
    for ruleset in rulesets:
        titled: list[tuple[Path, str]] = [
            (("criteria", number, "title"), entry.title) for number, entry in enumerate(ruleset.criteria)
        ]
        if ruleset.non_standard is not None:
            titled.append((("non_standard", "title"), ruleset.non_standard.title))
        for path, title in titled:
            place = documents[ruleset.reference].place(path)
            first, where = seen.setdefault(" ".join(title.casefold().split()), (ruleset.id, place))
            if where != place and (first != ruleset.id or where.source == place.source):
                what = f"the same sentence stands at {where}"
                fault = Fault("title-taken", what, "word it by what this one asks, such as its own number")
                yield Finding(ruleset.reference, path, fault)


def unread_citations(document: Document) -> Iterator[Problem]:
    """Yield every citation without document in a rule set that could not be read: its model names the first only."""
    data = document.data
    listed_ = data.get("documents") if isinstance(data, dict) else None
    criteria = data.get("criteria") if isinstance(data, dict) else None
    if not isinstance(listed_, dict) or not isinstance(criteria, list):
        return
    for number, entry in enumerate(criteria):
        for kind in ("sources", "dissent"):
            for place, cited in enumerate(_entries(entry, kind)):
                name = cited.get("document") if isinstance(cited, dict) else None
                if isinstance(name, str) and name not in listed_ and isinstance(entry, dict):
                    what = f"{entry.get('id')} cites {name!r}, which `documents` does not list"
                    fault = Fault("unknown-document", what, did_you_mean(name, listed_))
                    yield problem_at(document, ("criteria", number, kind, place, "document"), fault)


def _entries(entry: Data, kind: str) -> list[Data]:
    found = entry.get(kind) if isinstance(entry, dict) else None
    return found if isinstance(found, list) else []


def feature_faults(
    ruleset: RuleSet, features: Features, possible: Mapping[str, frozenset[int]], document: Document
) -> Iterator[Problem]:
    """Yield what the feature of a rule set does not show: a demand without Rule, a verdict without example.

    `possible` tells which verdicts each criterion can get, as bits.
    """
    feature = features.of(ruleset.reference)
    if feature is None:
        fault = Fault("no-feature", f"no feature shows {ruleset.reference}", "write one: fidelity rules new shows how")
        yield problem_at(document, ("id",), fault)
        return
    titles = {criterion.title for criterion in ruleset.criteria}
    if ruleset.non_standard is not None:
        titles.add(ruleset.non_standard.title)
        if all(rule.name != ruleset.non_standard.title for rule in feature.rules):
            yield _no_rule(ruleset.non_standard.title, feature, ("non_standard", "title"), document)
    shown: dict[str, set[str]] = {}
    for example in feature.examples():
        for demand, judgement in judgements_expected(example):
            shown.setdefault(demand, set()).add(judgement)
    rules = {rule.name for rule in feature.rules}
    for number, criterion in enumerate(ruleset.criteria):
        if criterion.title not in rules:
            yield _no_rule(criterion.title, feature, ("criteria", number, "title"), document)
            continue
        words = [spoken(verdict) for bit, verdict in enumerate(VERDICTS) if 1 << bit in possible.get(criterion.id, ())]
        missing = [word for word in words if word not in shown.get(criterion.title, ())]
        if missing:
            what = f"{feature.source} has no example in which {criterion.id} is {listed(missing)}"
            fault = Fault("verdict-not-shown", what, "add an example for each")
            yield problem_at(document, ("criteria", number, "title"), fault)
    for rule in feature.rules:
        if rule.name not in titles | LAST_RULES:
            place = Place(feature.source, rule.line, 3)
            remedy = did_you_mean(rule.name, titles, of_codebook=False)
            yield Problem(
                "rule-without-criterion", place, rule.name, f"no criterion of {ruleset.reference} says this", remedy
            )


def _no_rule(title: str, feature: Feature, path: tuple[str | int, ...], document: Document) -> Problem:
    what = f"{feature.source} has no Rule with this sentence"
    return problem_at(document, path, Fault("criterion-not-shown", what, f"add it, word for word: {title}"))
