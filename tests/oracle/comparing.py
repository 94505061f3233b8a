"""Compares the verdict sets of the package with those of the oracle, criterion by criterion."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from oracle.judging import VERDICTS, Judge, Procedures, State, written
from oracle.observations import Known
from oracle.procedures import Truth, applies, true
from oracle.rules import Book, Criterion, leaves

VERDICT_BITS = 15


class Rows(Protocol):
    """What is known of procedures, row by row."""

    def __getitem__(self, row: int, /) -> Sequence[Known]:
        """Return what is known of each field."""


@dataclass
class Tally:
    """How often the package gave the oracle's verdicts, how often more where that is allowed, and the rest."""

    equal: int = 0
    wider: int = 0
    wrong: int = 0
    first_wrong: str = ""

    @property
    def all(self) -> int:
        """How many judgements were compared."""
        return self.equal + self.wider + self.wrong


def compare(judge: Judge, criterion: Criterion, states: Sequence[State], bytes_: Sequence[int], known: Rows) -> Tally:
    """Return how a criterion's judgement bytes compare with the oracle; `known` has a row for each procedure.

    More verdicts than the oracle's are allowed only where two unknown leaves of the criterion read a common field.
    """
    tally = Tally()
    sets = [frozenset(word for bit, word in enumerate(VERDICTS) if byte >> bit & 1) for byte in range(VERDICT_BITS + 1)]
    for row, (state, byte) in enumerate(zip(states, bytes_, strict=True)):
        package, oracle = sets[byte & VERDICT_BITS], judge.verdicts(criterion, state)
        if package == oracle:
            tally.equal += 1
        elif package > oracle and judge.shared(criterion, state):
            tally.wider += 1
        else:
            tally.wrong += 1
            tally.first_wrong = tally.first_wrong or described(judge, criterion, package, oracle, known[row])
    return tally


def described(
    judge: Judge, criterion: Criterion, package: frozenset[str], oracle: frozenset[str], known: Sequence[Known]
) -> str:
    """Return one disagreement in words: what was known of every field that bears on it."""
    question = judge.questions[criterion.id]
    procedures: Procedures = question.procedures
    fields = procedures.book.fields
    bearing = set(question.fields)
    bearing |= {
        name
        for name, entry in zip(procedures.names, known, strict=True)
        if entry.answered and bearing & {leaf.field for leaf in leaves(fields[name].applies_when)}
    }
    lines = [f"{judge.ruleset.reference}/{criterion.id}: package {_words(package)}, oracle {_words(oracle)}"]
    for name, entry in zip(procedures.names, known, strict=True):
        if name in bearing:
            inferred = " (inferred)" if entry.inferred else ""
            lines.append(f"    {name}: {entry.status}{inferred} {'' if entry.value is None else entry.value}")
    return "\n".join(lines)


def _words(verdicts: frozenset[str]) -> str:
    return "|".join(word for word in VERDICTS if word in verdicts)


def verdict_of(book: Book, criterion: Criterion, truth: Truth, reported: Mapping[str, bool]) -> str:
    """Return the verdict of what was done: every value is at hand, nothing is completed.

    `reported` tells for each field what the one question about the report itself is answered with.
    """
    if not any(applies(book, name, truth) for name in criterion.asked):
        return "not_applicable"
    when, met, not_met, floor = written(criterion)
    if when is not None and not true(book, when, truth, reported):
        return "not_applicable"
    if not_met is not None:
        return "not_met" if true(book, not_met, truth, reported) else "met"
    assert met is not None
    if true(book, met, truth, reported):
        return "met"
    return "partly_met" if floor is not None and true(book, floor, truth, reported) else "not_met"
