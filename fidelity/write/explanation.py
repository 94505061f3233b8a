"""An explanation as text, such as a careful colleague would write it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from fidelity.explaining import Alternatives, Explanation, JudgedCriterion, Outlook, Together, explain
from fidelity.explaining.wording import joined, judgement_words, range_words, recruitment_words
from fidelity.model.codebook import Codebook
from fidelity.model.ruleset import Criterion, Document, RuleSet
from fidelity.model.study import HumanJudgement, Study
from fidelity.model.words import spoken
from fidelity.scoring.batch import Standard
from fidelity.scoring.result import Scores
from fidelity.write.because import because, said

WIDTH: Final = 100
OURS: Final = (
    "The criteria are the societies'. Their levels, the thresholds marked as this project's own, and the scheme that "
    "turns verdicts into grades are this project's proposal. A grade says how closely a procedure, as reported, "
    "followed the standard; it says nothing about how large its effect should be."
)
UNSERVED: Final = {
    "no_standard_yet": "no standard was in force when the study recruited",
    "undetermined": "no grade, because a missing fact decides which standard applies",
    "conflict": "no grade, because two rule sets cover it, a fault of the rules",
}


@dataclass
class References:
    """The documents cited so far, numbered in the order in which a reader meets them."""

    entries: dict[tuple[str, str], int] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)

    def cite(self, ruleset: RuleSet, document: str) -> int:
        """Return the number of a document."""
        cited = ruleset.documents[document]
        key = (cited.title, str(cited.doi or cited.address))
        if key not in self.entries:
            self.entries[key] = len(self.entries) + 1
            self.documents.append(cited)
        return self.entries[key]


def document_words(document: Document) -> str:
    """Return what a document is: title, body and day of publication."""
    published = str(document.published) if document.published else None
    return ". ".join(part for part in (document.title, document.body, published) if part)


def render(explanations: Sequence[Explanation], standard: Standard) -> str:
    """Return the explanation of a study's procedures as plain text, lines up to 100 characters."""
    references = References()
    parts = [_study(explanations[0], standard)]
    parts += ["\n".join(_procedure(explanation, standard, references)) for explanation in explanations]
    if references.documents:
        titles = (
            ". ".join(part for part in (document_words(entry), entry.doi or entry.address) if part)
            for entry in references.documents
        )
        cited = [wrap(f"[{number}] {title}", "    ", "") for number, title in enumerate(titles, start=1)]
        parts.append("\n".join(["STANDARDS CITED", *cited]))
        parts.append(wrap(OURS))
    return "\n\n".join(parts) + "\n"


def explanation_text(scores: Scores, study: str) -> str:
    """Return the explanation of a study (its id, label, registration or DOI) as plain text."""
    return render(explain(scores, study), scores.standard)


def wrap(text: str, indent: str = "", first: str | None = None) -> str:
    """Return a paragraph of at most WIDTH characters a line; words stay whole."""
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _study(explanation: Explanation, standard: Standard) -> str:
    study, profile = explanation.study, standard.profile
    name = str(explanation.row["study"])
    lines = [name if study is None or study.label == study.id else f"{study.label} ({study.id})"]
    if study is not None and study.title:
        lines.append(wrap(study.title))
    clocks = ", ".join(f"{axis} {clock}" for axis, clock in profile.clock.items())
    lines.append(wrap(f"Profile {profile.id}, scheme {profile.scheme}; clock: {clocks}."))
    if profile.grade_means:
        lines.append(wrap(f"A grade of this profile means {profile.grade_means}."))
    if study is None:
        return "\n".join(lines)
    named = sources_words(study)
    if named:
        lines.append(wrap(f"Facts from: {named}."))
    lines += [wrap(f"Caution: {caution.rstrip('.')}.") for caution in study.cautions]
    return "\n".join(lines)


def sources_words(study: Study) -> str:
    """Return where the facts of a record come from; nothing where it does not say so."""
    named = [" ".join(part for part in (source.kind, source.name) if part) for source in study.sources]
    return spoken("; ".join(dict.fromkeys(named)))


def _procedure(explanation: Explanation, standard: Standard, references: References) -> Iterator[str]:
    row = explanation.row
    name = name_of(explanation)
    title = f"{name} ({row['role']})" if row["role"] else name
    yield f"{title}\n{'=' * len(title)}"
    if row["status"] != "graded":
        yield wrap(f"No grade. {sentence(without_grade(row))}")
        for words in known_words(explanation, standard.codebook):
            yield wrap(words, "    ", "  ")
        return
    if row["note"]:
        yield wrap(sentence(str(row["note"])))
    named = dict.fromkeys((judged.ruleset.reference, judged.ruleset.title) for judged in explanation.criteria)
    for reference, words in named:
        draft = "" if reference in standard.published else ", draft"
        yield wrap(f"Judged by {words} ({reference}{draft})", "  ", "")
    for outlook in explanation.outlooks:
        yield from _axis(outlook, explanation, standard, references)
    loose = [entry for entry in explanation.criteria if standard.scheme.axis_of(entry.criterion.domain) is None]
    if loose:
        yield "\nDOCUMENTATION (shown, part of no grade)"
        for judged in loose:
            yield from _criterion(judged, explanation, standard, references)


def without_grade(row: Mapping[str, str | int | None]) -> str:
    """Return why a procedure has no grade, from its row of the result."""
    note = str(row["note"])
    return note.partition(": ")[2] if row["status"] == "gap" else note


def known_words(explanation: Explanation, codebook: Codebook) -> Iterator[str]:
    """Yield what is known of a procedure, fact by fact."""
    for fact in explanation.facts.values():
        if fact.observation is not None and fact.observation.value is not None:
            yield f"{codebook.fields[fact.field].label}: {said(fact, codebook)}"


def name_of(explanation: Explanation) -> str:
    """Return what an arm is called, with the procedure where the arm has several or only its id is known."""
    row, study = explanation.row, explanation.study
    arm = next((arm for arm in study.arms if arm.id == row["arm"]), None) if study is not None else None
    if arm is None:
        named = dict.fromkeys(str(row[part]) for part in ("arm", "procedure") if row[part])
        return ", procedure ".join(named) or str(row["study"])
    return arm.label if len(arm.procedures) == 1 else f"{arm.label}, procedure {row['procedure']}"


def sentence(text: str) -> str:
    """Return text as a sentence: it begins with a capital and ends with one full stop."""
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _axis(outlook: Outlook, explanation: Explanation, standard: Standard, references: References) -> Iterator[str]:
    unserved = UNSERVED.get(outlook.unserved or "") if outlook.low is None else None
    yield f"\n{outlook.axis.upper()}: {unserved or range_words(outlook.low, outlook.high)}"
    if outlook.clock == "then" and explanation.recruitment is not None:
        began = recruitment_words(explanation.recruitment)
        yield wrap(f"Judged by what was asked when the study recruited: {began}.")
    if unserved:
        return
    if outlook.low is not None:
        yield from _outlook(outlook, standard)
    for domain in standard.scheme.axes[outlook.axis]:
        mine = [entry for entry in explanation.criteria if entry.criterion.domain == domain]
        if mine:
            ends = outlook.concerns[domain]
            concern = "–" if ends is None else " to ".join(dict.fromkeys(ends))
            yield f"\n {domain.capitalize()} (concern: {concern})"
        for judged in mine:
            yield from _criterion(judged, explanation, standard, references)


def _outlook(outlook: Outlook, standard: Standard) -> Iterator[str]:
    yield wrap(decided_words(outlook, standard))
    lower, needed = could_lower_words(outlook, standard.codebook), needed_words(outlook, standard.codebook)
    if lower:
        yield wrap(f"The best grade ({outlook.high}) could still be lowered by: {'; '.join(lower)}.", "  ", "")
    if needed:
        yield wrap(f"The worst grade ({outlook.low}) cannot rise without: {'; '.join(needed)}.", "  ", "")


def decided_words(outlook: Outlook, standard: Standard) -> str:
    """Return how many criteria of an axis are decided, and what its grade means where that is one."""
    decided = f"{outlook.decided} of {outlook.counted} counted criteria are decided."
    if outlook.low != outlook.high:
        return decided
    meaning = next(line.meaning for line in standard.scheme.grade if line.concludes == outlook.high)
    return f"{decided} {str(outlook.high).capitalize()} means: {meaning[:1].lower()}{meaning[1:]}"


def could_lower_words(outlook: Outlook, codebook: Codebook) -> tuple[str, ...]:
    """Return the facts, alone or together, that could still take the best grade of an axis away."""
    return tuple(_together(fields, codebook) for fields in outlook.could_lower)


def needed_words(outlook: Outlook, codebook: Codebook) -> tuple[str, ...]:
    """Return the facts without which the worst grade of an axis cannot rise, alternatives in one entry."""
    return tuple(_one_of(ways, codebook) for ways in outlook.needed)


def _together(fields: Together, codebook: Codebook) -> str:
    first, *others = (codebook.fields[name].label for name in fields)
    return f"{first} together with {joined(others, 'and')}" if others else first


def _one_of(ways: Alternatives, codebook: Codebook) -> str:
    words = [_together(fields, codebook) for fields in ways]
    return f"one of {joined(words, 'or')}" if len(words) > 1 else words[0]


def weight_of(criterion: Criterion) -> str:
    """Return the level of a criterion, and that it is not counted where that is so."""
    if criterion.level == "note":
        return "note, not counted"
    return criterion.level if criterion.counted else "unverified, not counted"


def human_words(human: HumanJudgement) -> str:
    """Return what a person judged, when and why."""
    return f"{human.who} judged this {spoken(human.verdict)} on {human.when}: {sentence(human.reason)}"


def _criterion(
    judged: JudgedCriterion, explanation: Explanation, standard: Standard, references: References
) -> Iterator[str]:
    criterion, ruleset = judged.criterion, judged.ruleset
    design = "; by design" if judged.by_design else ""
    yield wrap(f"{judgement_words(judged.byte)}: {criterion.title} ({weight_of(criterion)}{design})", "    ", "  ")
    for fact in because(judged, explanation, standard.codebook):
        yield wrap(fact.says, "        ", "      ")
        for evidence in fact.evidence:
            yield wrap(evidence, "        ", "        ")
    cited = []
    for source in criterion.sources:
        strength = f", {source.strength}" if source.strength else ""
        cited.append(f"[{references.cite(ruleset, source.document)}] {source.section} ({source.evidence}{strength})")
    yield wrap(f"Asked by {'; '.join(cited)}.", "        ", "      ")
    if criterion.threshold_by == "project":
        yield wrap("The threshold is this project's own, not a society's.", "        ", "      ")
    for dissent in criterion.dissent:
        yield wrap(f"Dissent: [{references.cite(ruleset, dissent.document)}] {dissent.says}", "        ", "      ")
    for human in judged.human:
        yield wrap(human_words(human), "        ", "      ")
