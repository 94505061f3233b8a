"""Why a criterion was judged as it was: what the report says of the fields that decided, or left it open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fidelity.explaining import Explanation, JudgedCriterion, Observed
from fidelity.explaining.wording import days_words, joined, leaf_words, observation_words, recruitment_words
from fidelity.judge.trace import LeafState
from fidelity.model.codebook import Codebook
from fidelity.model.judgement import MET, NOT_APPLICABLE, VERDICT_BITS, decided
from fidelity.model.words import spoken

SILENCE = {
    "not_extracted": "Nobody has looked up yet",
    "not_reported": "The report was read and does not give",
    "unclear": "The report is unclear on",
}


@dataclass(frozen=True, slots=True)
class Because:
    """A sentence on one fact, with the evidence that readers gave for it.

    Else it says of what nothing is known (`unknown`: the labels of these facts), or when the criterion was first asked
    (`clock`).
    """

    says: str
    evidence: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    clock: bool = False


def because(judged: JudgedCriterion, explanation: Explanation, codebook: Codebook) -> Iterator[Because]:
    """Yield a sentence for each fact that decided a criterion, or that leaves it open."""
    states = _telling(judged)
    silent: dict[str, list[str]] = {}
    for name in dict.fromkeys(state.leaf.field for state in states):
        fact, label = explanation.facts[name], codebook.fields[name].label
        mine = [state for state in states if state.leaf.field == name]
        if all(state.state == "inapplicable" for state in mine):
            yield Because(f"{label} does not apply here.")
            continue
        if not fact.known:
            said_so = fact.status if fact.observation is None else fact.observation.status
            silent.setdefault(said_so if said_so in SILENCE else "not_extracted", []).append(label)
            continue
        *before, last = f"{label}: {said(fact, codebook)}.", *_undecided(mine, fact, codebook)
        yield from map(Because, before)
        yield Because(last, tuple(_evidence(fact)))
    for status, labels in silent.items():
        yield Because(f"{SILENCE[status]}: {joined(labels, 'and')}.", unknown=tuple(labels))
    for words in _clock(judged, explanation):
        yield Because(words, clock=True)


def _clock(judged: JudgedCriterion, explanation: Explanation) -> Iterator[str]:
    """Yield when it was first asked, where the date of recruitment decides against it or leaves it open."""
    since, recruitment = judged.asked_since, explanation.recruitment
    if since is None or recruitment is None:
        return
    if (judged.clock_open and not decided(judged.byte)) or recruitment.days.last < since.first:
        yield f"Asked since {days_words(since)}; {recruitment_words(recruitment)}."


def _telling(judged: JudgedCriterion) -> list[LeafState]:
    """Return the leaves that a reader needs: those that decided, or those that leave it open."""
    byte = judged.byte
    if byte & VERDICT_BITS == NOT_APPLICABLE:
        unfit = [state for state in judged.leaves if state.key == "applies_when" and state.state != "true"]
        return unfit or [state for state in judged.leaves if state.state == "inapplicable"]
    asked = [state for state in judged.leaves if state.key != "applies_when" or state.state != "true"]
    if not decided(byte):
        return [state for state in asked if state.state != "inapplicable"]
    floor = "partly_met_when" if byte & VERDICT_BITS == MET else None
    return [state for state in asked if state.state in ("true", "false") and state.key != floor]


def _undecided(states: list[LeafState], fact: Observed, codebook: Codebook) -> Iterator[str]:
    open_ = [state for state in states if state.state == "open"]
    if not open_ or fact.observation is None or fact.observation.value is None:
        return
    asks = joined(dict.fromkeys(leaf_words(state.leaf, codebook).split(": ", 1)[1] for state in open_), "or")
    if fact.observation.varies:
        yield f"Patients differed: it holds where the value was {asks}."
    else:
        yield f"That leaves it open: what counts is {asks}."


def _evidence(fact: Observed) -> Iterator[str]:
    for evidence in fact.observation.evidence if fact.observation else ():
        quote = f"“{evidence.quote}”" if evidence.quote else "seen"
        reader = f"read by {evidence.reader}" if evidence.reader else None
        place = ", ".join(part for part in (evidence.place, reader) if part)
        yield f"{quote}{f' ({place})' if place else ''}"


def said(fact: Observed, codebook: Codebook) -> str:
    """Return what is known of a field in words, with its basis where that is not a plain statement."""
    observation = fact.observation
    if observation is None or observation.value is None:
        if fact.follows_from:
            return f"follows from {joined((codebook.fields[name].label for name in fact.follows_from), 'and')}"
        return spoken(fact.status if observation is None else observation.status)
    text = observation_words(observation, codebook.fields[fact.field])
    notes = [spoken(observation.basis)] if observation.basis != "stated" else []
    if observation.basis == "inferred":
        notes = ["inferred, so it decides what applies and not whether it is met"]
    if observation.status == "unclear":
        notes.append("unclear")
    if observation.varies:
        notes.append("patients differed")
    return f"{text} ({'; '.join(notes)})" if notes else text
