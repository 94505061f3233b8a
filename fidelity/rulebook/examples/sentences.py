"""The sentences that features may use: what each writes into a report, or expects of the result."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from fidelity.read.features import Kind, Step, Table
from fidelity.rulebook.examples.report import THE_ARM, Report, observation_of
from fidelity.rulebook.examples.said import Said

MARKS: Final = {"by design": ("by_design", "yes"), "not counted": ("counted", "no")}
MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

Pair = tuple[str, str]
"""What a sentence expects, and what is found."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that features may use; `{blanks}` take any words."""

    kind: Kind
    words: str
    write: Callable[..., None] | None = None
    compare: Callable[..., Iterable[Pair]] | None = None

    @property
    def pattern(self) -> str:
        """The sentence as a regular expression with a named group for each blank."""
        parts = re.split(r"\{(\w+)\}", self.words)
        named = (f"(?P<{part}>.+)" if number % 2 else re.escape(part) for number, part in enumerate(parts))
        return "".join(named)


def _report_of(report: Report, _: Table, procedure: str) -> None:
    report.add_arm(THE_ARM, "active", procedure, {})


def _trial_of(report: Report, table: Table, procedure: str) -> None:
    head, *rows = table
    for cells in rows:
        said = dict(zip(head, cells, strict=True))
        arm, role = said.pop("arm"), said.pop("role")
        report.add_arm(arm, role, said.pop("procedure", procedure), said)


def _published(report: Report, _: Table, trial: str) -> None:
    report.take(report.vocabulary.trial(trial))


def _had_said(report: Report, table: Table, arm: str) -> None:
    for label, cell in table:
        report.had_said(arm, label, observation_of(cell))


def _standards(report: Report, _: Table, profile: str) -> None:
    report.profile = report.vocabulary.profile(profile)


def _clock(report: Report, _: Table) -> None:
    report.clock = "then"


def _began(report: Report, _: Table, start: str) -> None:
    month, blank, year = start.rpartition(" ")
    known = bool(blank) and month in MONTHS and year.isdigit()
    report.says("Start of recruitment", f"{year}-{MONTHS.index(month) + 1:02}" if known else start)


def _compared(report: Report, _: Table, label: str) -> None:
    report.design_factors.append(report.vocabulary.field(label))


def _says(report: Report, table: Table) -> None:
    for label, cell in table:
        report.says(label, observation_of(cell))


def _replied(report: Report, table: Table) -> None:
    for label, cell in table:
        report.says(label, {"value": cell, "basis": "author_reply"})


def _read(report: Report, _: Table) -> None:
    report.unstated = "not_reported"


def _own_judged(said: Said, _: Table, judgement: str) -> Iterator[Pair]:
    yield judgement, said.judge_own()


def _judged(said: Said, _: Table, demand: str, judgement: str) -> Iterator[Pair]:
    yield judgement, said.judge(demand)


def _marked(said: Said, _: Table, mark: str) -> Iterator[Pair]:
    column, value = MARKS.get(mark, (mark, "yes"))
    yield mark, mark if said.judged.get(column) == value else f"not {mark}"


def _graded(said: Said, _: Table, axis: str, grade: str) -> Iterator[Pair]:
    row = said.row({})
    if isinstance(row, str) or said.result(row) != "graded":
        yield grade, row if isinstance(row, str) else said.result(row)
    else:
        yield grade, said.grade(axis, row)


def _decided(said: Said, _: Table, decided: str, counted: str) -> Iterator[Pair]:
    row = said.row({})
    found = row if isinstance(row, str) else f"{row['decided']} of {row['counted']}"
    yield f"{decided} of {counted}", found


def _result(said: Said, table: Table) -> Iterator[Pair]:
    head, *rows = table
    yield f"{len(rows)} rows", f"{said.grades.height} rows"
    for cells in rows:
        told = dict(zip(head, cells, strict=True))
        row = said.row({column: told.pop(column) for column in ("arm", "procedure") if column in told})
        for name, expected in told.items():
            if isinstance(row, str):
                yield expected, row
            else:
                yield expected, said.result(row) if name == "result" else said.grade(name, row)


def _apart(said: Said, _: Table, axis: str, first: str, second: str) -> Iterator[Pair]:
    shared = [ruleset for ruleset in said.standards_of(first, axis) if ruleset in said.standards_of(second, axis)]
    for procedure in (first, second):
        yield (
            f"a standard judges {procedure}",
            f"{'a' if said.standards_of(procedure, axis) else 'no'} standard judges {procedure}",
        )
    yield "no standard judges both", " and ".join([*shared, "judge both"]) if shared else "no standard judges both"


def _refusal(said: Said, _: Table, words: str) -> Iterator[Pair]:
    named = any(words in str(problem) for problem in said.problems)
    yield words, words if named else "; ".join(map(str, said.problems)) or "no refusal"


SENTENCES: Final = (
    Sentence("given", "a report of {procedure}", write=_report_of),
    Sentence("given", "a trial of {procedure} with these arms", write=_trial_of),
    Sentence("given", "the published trial {trial}", write=_published),
    Sentence("given", "its report had said of the arm {arm}", write=_had_said),
    Sentence("given", "the standards are those of {profile}", write=_standards),
    Sentence("given", "the clock is that of the trial", write=_clock),
    Sentence("given", "the trial began to recruit in {start}", write=_began),
    Sentence("given", "the trial set out to compare {label}", write=_compared),
    Sentence("given", "the report says", write=_says),
    Sentence("given", "the authors replied", write=_replied),
    Sentence("given", "the methods were read and say nothing else", write=_read),
    Sentence("then", "this is judged {judgement}", compare=_own_judged),
    Sentence("then", '"{demand}" is judged {judgement}', compare=_judged),
    Sentence("then", "it is marked {mark}", compare=_marked),
    Sentence("then", "the grade of {axis} is {grade}", compare=_graded),
    Sentence("then", "{decided} of {counted} counted demands are decided", compare=_decided),
    Sentence("then", "the result says", compare=_result),
    Sentence("then", "no standard judges the {axis} of both {first} and {second}", compare=_apart),
    Sentence("then", "the refusal names {words}", compare=_refusal),
)
"""Every sentence; where two fit, the first is meant."""


def meaning_of(step: Step) -> tuple[Sentence, dict[str, str]] | None:
    """Return the sentence that a step is, with the words in its blanks; None where no feature may say that."""
    for sentence in SENTENCES:
        found = re.fullmatch(sentence.pattern, step.text) if sentence.kind == step.kind else None
        if found is not None:
            return sentence, found.groupdict()
    return None
