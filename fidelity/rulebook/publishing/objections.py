"""What would have to be shown to change a criterion: its sentence, its number, its level."""

from __future__ import annotations

from collections.abc import Iterator

from fidelity.model.condition import LOWER, ORDERED, UPPER, leaves_of
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.words import EVIDENCE

_NUMBERS = frozenset({*LOWER, *UPPER, *ORDERED})


def what_would_change(criterion: Criterion, ruleset: RuleSet) -> tuple[str, ...]:
    """Return, in plain sentences, what would change a criterion: the answer to who wants to object to it.

    It follows from what the criterion says of itself: how well its sources are known, whose number it uses, why it has
    its level, and who disagrees.
    """
    return (
        *_sentence(criterion, ruleset),
        *_number(criterion),
        *_level(criterion, ruleset),
        *_dissent(criterion, ruleset),
    )


def _sentence(criterion: Criterion, ruleset: RuleSet) -> Iterator[str]:
    read, secondary, unverified = (
        [
            f"{ruleset.documents[source.document].title}, {source.section}"
            for source in criterion.sources
            if source.evidence == evidence
        ]
        for evidence in EVIDENCE
    )
    if len(read) == 1:
        yield f"The sentence changes if the document that was read does not ask this ({read[0]}): quote the passage."
    elif read:
        yield f"The sentence changes if none of what was read asks this ({'; '.join(read)}): quote the passages."
    if secondary:
        yield (
            f"Known from other texts only: {'; '.join(secondary)}. The document's own words, quoted with their "
            "section, would confirm or correct the sentence."
        )
    if unverified:
        counts = " Until then it is shown and not counted." if criterion.evidence == "unverified" else ""
        yield f"Not confirmed yet: {'; '.join(unverified)}. Quote the passage, for or against.{counts}"


def _number(criterion: Criterion) -> Iterator[str]:
    if criterion.threshold_by == "project":
        yield (
            "A number in it is this project's own: a document that names another one, or data on what happens on "
            "either side of it, would change it."
        )
    elif any(
        _NUMBERS & set(leaf.tests) for condition in criterion.conditions.values() for _, leaf in leaves_of(condition)
    ):
        yield "Its numbers are those of the documents: another number in one of them, quoted, would change it."


def _level(criterion: Criterion, ruleset: RuleSet) -> Iterator[str]:
    against = "evidence against the reason that is given for it, or " if criterion.level_because else "evidence "
    if criterion.level != "note":
        yield (
            f"Its level, {criterion.level}, is a proposal of this project: {against}that a departure matters more or "
            "less than that to the patient or to the trial, would change it."
        )
        return
    several = any(
        ruleset.documents[source.document].multisociety == "yes" and source.evidence != "unverified"
        for source in criterion.sources
    )
    matters = "evidence that a departure matters to the patient or to the trial"
    wanted = matters if several else f"a document of the bodies whose standard this is that asks it, and {matters}"
    yield f"It is a note: judged and shown, never counted. It would count given {wanted}."


def _dissent(criterion: Criterion, ruleset: RuleSet) -> Iterator[str]:
    for dissent in criterion.dissent:
        title = ruleset.documents[dissent.document].title
        yield (
            f"{title} disagrees: {_stopped(dissent.says)} That its reading is the one to follow would have to be shown "
            "from better or later evidence."
        )


def _stopped(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
