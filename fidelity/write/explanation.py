"""An explanation as text, such as a careful colleague would write it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from fidelity.explaining import Explanation, Outlook, Reading
from fidelity.model.ruleset import RuleSet
from fidelity.model.words import spoken
from fidelity.scoring.batch import Standard
from fidelity.write.because import because, said
from fidelity.write.wording import joined, judgement_words, range_words

WIDTH: Final = 100
OURS: Final = (
    "The criteria are the societies'. Their levels, the thresholds marked as this project's own, and the scheme that "
    "turns verdicts into grades are this project's proposal. A grade says how closely a procedure, as reported, "
    "followed the standard; it says nothing about how large its effect should be."
)


@dataclass
class References:
    """The documents cited so far, numbered in the order in which a reader meets them."""

    entries: dict[tuple[str, str], int] = field(default_factory=dict)
    titles: list[str] = field(default_factory=list)

    def cite(self, ruleset: RuleSet, document: str) -> str:
        """Return the number of a document in brackets."""
        cited = ruleset.documents[document]
        key = (cited.title, str(cited.doi or cited.address))
        if key not in self.entries:
            self.entries[key] = len(self.entries) + 1
            parts = (
                cited.title,
                cited.body,
                str(cited.published) if cited.published else None,
                cited.doi or cited.address,
            )
            self.titles.append(". ".join(part for part in parts if part))
        return f"[{self.entries[key]}]"


def render(explanations: Sequence[Explanation], standard: Standard) -> str:
    """Return the explanation of a study's procedures as plain text, lines up to 100 characters."""
    references = References()
    parts = [_study(explanations[0], standard)]
    parts += ["\n".join(_procedure(explanation, standard, references)) for explanation in explanations]
    if references.titles:
        cited = [wrap(f"[{number}] {title}", "    ", "") for number, title in enumerate(references.titles, start=1)]
        parts.append("\n".join(["STANDARDS CITED", *cited]))
        parts.append(wrap(OURS))
    return "\n\n".join(parts) + "\n"


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
    study = explanation.study
    profile = standard.profile
    lines = [study.label if study.label == study.id else f"{study.label} ({study.id})"]
    if study.title:
        lines.append(wrap(study.title))
    clocks = ", ".join(f"{axis} {clock}" for axis, clock in profile.clock.items())
    lines.append(wrap(f"Profile {profile.id}, scheme {profile.scheme}; clock: {clocks}."))
    named = [" ".join(part for part in (source.kind, source.name) if part) for source in study.sources]
    if named:
        lines.append(wrap(f"Facts from: {spoken('; '.join(dict.fromkeys(named)))}."))
    lines += [wrap(f"Caution: {caution.rstrip('.')}.") for caution in study.cautions]
    return "\n".join(lines)


def _procedure(explanation: Explanation, standard: Standard, references: References) -> Iterator[str]:
    row = explanation.row
    arm = next(arm for arm in explanation.study.arms if arm.id == row["arm"])
    name = arm.label if len(arm.procedures) == 1 else f"{arm.label}, procedure {row['procedure']}"
    title = f"{name} ({row['role']})"
    yield f"{title}\n{'=' * len(title)}"
    if row["status"] != "graded":
        note = str(row["note"])
        yield wrap(f"No grade. {_sentence(note.partition(': ')[2] if row['status'] == 'gap' else note)}")
        for fact in explanation.facts.values():
            if fact.observation is not None and fact.observation.value is not None:
                label = standard.codebook.fields[fact.field].label
                yield wrap(f"{label}: {said(fact, standard.codebook)}", "    ", "  ")
        return
    if row["note"]:
        yield wrap(_sentence(str(row["note"])))
    judged = dict.fromkeys((reading.ruleset.reference, reading.ruleset.title) for reading in explanation.readings)
    for reference, words in judged:
        draft = "" if reference in standard.published else ", draft"
        yield wrap(f"Judged by {words} ({reference}{draft})", "  ", "")
    for outlook in explanation.outlooks:
        yield from _axis(outlook, explanation, standard, references)
    loose = [entry for entry in explanation.readings if standard.scheme.axis_of(entry.criterion.domain) is None]
    if loose:
        yield "\nDOCUMENTATION (shown, part of no grade)"
        for reading in loose:
            yield from _reading(reading, explanation, standard, references)


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:].rstrip('.')}."


def _axis(outlook: Outlook, explanation: Explanation, standard: Standard, references: References) -> Iterator[str]:
    if outlook.low is None and not outlook.in_force:
        yield f"\n{outlook.axis.upper()}: no standard was in force when the study recruited"
        return
    yield f"\n{outlook.axis.upper()}: {range_words(outlook.low, outlook.high)}"
    if outlook.low is not None:
        yield from _outlook(outlook, standard)
    for domain in standard.scheme.axes[outlook.axis]:
        mine = [entry for entry in explanation.readings if entry.criterion.domain == domain]
        if mine:
            ends = outlook.concerns[domain]
            concern = "–" if ends is None else " to ".join(dict.fromkeys(ends))
            yield f"\n {domain.capitalize()} (concern: {concern})"
        for reading in mine:
            yield from _reading(reading, explanation, standard, references)


def _outlook(outlook: Outlook, standard: Standard) -> Iterator[str]:
    labels = {name: entry.label for name, entry in standard.codebook.fields.items()}
    decided = f"{outlook.decided} of {outlook.counted} counted criteria are decided."
    if outlook.low == outlook.high:
        meaning = next(line.meaning for line in standard.scheme.grade if line.concludes == outlook.high)
        decided += f" {str(outlook.high).capitalize()} means: {meaning[:1].lower()}{meaning[1:]}"
    yield wrap(decided)
    if outlook.could_lower_the_best:
        names = joined((labels[name] for name in outlook.could_lower_the_best), "and")
        yield wrap(f"The best grade ({outlook.high}) could still be lowered by: {names}.", "  ", "")
    if outlook.needed_for_the_worst_to_rise:
        names = joined((labels[name] for name in outlook.needed_for_the_worst_to_rise), "and")
        verb = "each of: " if len(outlook.needed_for_the_worst_to_rise) > 1 else ""
        yield wrap(f"The worst grade ({outlook.low}) cannot rise without {verb}{names}.", "  ", "")


def _reading(reading: Reading, explanation: Explanation, standard: Standard, references: References) -> Iterator[str]:
    criterion, ruleset = reading.criterion, reading.ruleset
    weight: str = criterion.level if criterion.counted else "unverified, not counted"
    if criterion.level == "note":
        weight = "note, not counted"
    design = "; by design" if reading.by_design else ""
    yield wrap(f"{judgement_words(reading.byte)}: {criterion.title} ({weight}{design})", "    ", "  ")
    for line in because(reading, explanation, standard.codebook):
        yield wrap(line, "        ", "      ")
    cited = []
    for source in criterion.sources:
        strength = f", {source.strength}" if source.strength else ""
        cited.append(f"{references.cite(ruleset, source.document)} {source.section} ({source.evidence}{strength})")
    yield wrap(f"Asked by {'; '.join(cited)}.", "        ", "      ")
    if criterion.threshold_by == "project":
        yield wrap("The threshold is this project's own, not a society's.", "        ", "      ")
    for dissent in criterion.dissent:
        yield wrap(f"Dissent: {references.cite(ruleset, dissent.document)} {dissent.says}", "        ", "      ")
    for human in reading.human:
        verdict = f"{human.who} judged this {spoken(human.verdict)} on {human.when}"
        yield wrap(f"{verdict}: {_sentence(human.reason)}", "        ", "      ")
