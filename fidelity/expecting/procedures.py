"""The graded procedures of a review, each with what is open of it: from the frames that scoring left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeAlias

import polars as pl

from fidelity.expecting.chances import Judgement, Judgements
from fidelity.expecting.completions import Answer, Case, Factor, columns_of, factors_of
from fidelity.expecting.openness import Reads, Row, facts_of, reads_of
from fidelity.expecting.outcome import Procedure
from fidelity.judge.conditions import Context
from fidelity.judge.criteria import judge
from fidelity.judge.entail import said, stands_as_near
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import expression
from fidelity.model.codebook import Codebook
from fidelity.model.condition import Condition
from fidelity.model.facts import NOT_APPLICABLE
from fidelity.model.judgement import VERDICT_BITS, decided
from fidelity.scoring.batch import Standard
from fidelity.scoring.result import Batch, Scores

Name: TypeAlias = tuple[str, str, str]
"""Study, arm and procedure."""


@dataclass(frozen=True)
class Question:
    """What is asked of a completion: what it reads, and how a frame of completions is answered."""

    reads: Reads
    answer: Callable[[pl.DataFrame], Sequence[Answer]]


@dataclass(frozen=True, slots=True)
class _Entry:
    name: Name
    row: Row
    judgements: Judgements
    agreeing: tuple[str, ...]
    """Questions whether a completion agrees with what the record answers or marks as inapplicable."""


def procedures_of(scores: Scores, axis: str) -> dict[Name, Procedure]:
    """Return every procedure that has a grade on an axis, by its name."""
    questions = _Questions(scores.standard, {})
    entries = [entry for batch in scores.batches for entry in _entries(batch, axis, questions)]
    asked: list[list[tuple[str, Case]]] = []
    cases: dict[str, dict[Case, None]] = {}
    for entry in entries:
        names = [_name_of(judgement) for judgement in entry.judgements if not decided(judgement.byte)]
        names += entry.agreeing
        facts = facts_of(entry.row, [questions.known[name].reads for name in names], scores.standard.codebook)
        mine = [(name, Case.of(entry.row, facts, questions.known[name].reads, questions.codebook)) for name in names]
        for name, case in mine:
            cases.setdefault(name, {})[case] = None
        asked.append(mine)
    factors = {name: questions.factors(name, list(found)) for name, found in cases.items()}
    return {
        entry.name: _procedure(entry, [factors[name][case] for name, case in mine])
        for entry, mine in zip(entries, asked, strict=True)
    }


def _procedure(entry: _Entry, factors: Sequence[Factor]) -> Procedure:
    places = [place for place, judgement in enumerate(entry.judgements) if not decided(judgement.byte)]
    return Procedure(
        entry.judgements, dict(zip(places, factors, strict=False)), tuple(dict.fromkeys(factors[len(places) :]))
    )


def _name_of(judgement: Judgement) -> str:
    return f"{judgement.ruleset.reference}/{judgement.criterion.id}"


@dataclass(frozen=True)
class _Questions:
    """The questions that were met so far, by name."""

    standard: Standard
    known: dict[str, Question]

    @property
    def codebook(self) -> Codebook:
        return self.standard.codebook

    def criterion(self, judgement: Judgement) -> None:
        """Know the question of a criterion."""
        name = _name_of(judgement)
        if name not in self.known:
            ruleset, criterion = judgement.ruleset, judgement.criterion
            then = self.standard.by_trial_clock(ruleset) & {criterion.id}
            judging = [condition for key, condition in criterion.conditions.items() if key != "applies_when"]
            since = ruleset.since(criterion) if then else None
            asking = ruleset.model_copy(update={"criteria": (criterion,)})

            def answer(frame: pl.DataFrame) -> list[Answer]:
                column = judge(frame, asking, self.codebook, then)[criterion.id]
                return (column & VERDICT_BITS).to_list()

            self.known[name] = Question(reads_of(judging, criterion.applies_when, self.codebook, since), answer)

    def agreement(self, field: str, condition: Condition, kind: str) -> str:
        """Return the name of the question whether a field that is answered, or marked, may be so."""
        name = f"{field} {kind}"
        if name not in self.known:
            answer = partial(_applies, condition=condition, wanted=kind == "answered", codebook=self.codebook)
            self.known[name] = Question(reads_of((), condition, self.codebook), answer)
        return name

    def factors(self, name: str, cases: Sequence[Case]) -> dict[Case, Factor]:
        """Return the factor of each case of a question."""
        question = self.known[name]
        return factors_of(cases, columns_of(question.reads, self.codebook), question.answer)


def _applies(frame: pl.DataFrame, *, condition: Condition, wanted: bool, codebook: Codebook) -> list[Answer]:
    found = Context(codebook, Columns.of(frame).deciding_scope).compile(condition)
    plane = expression(found.true if wanted else found.false)
    return frame.select("unstated", answer=plane.cast(pl.Int64))["answer"].to_list()


def _entries(batch: Batch, axis: str, questions: _Questions) -> Iterator[_Entry]:
    grades = batch.graded.grades
    if f"{axis}.low" not in grades.columns:
        return
    graded = grades.filter(pl.col(f"{axis}.low").is_not_null()).select("row")
    frame = batch.settled.join(graded, on="row", how="semi", maintain_order="left")
    judgements = _judgements(batch, axis, questions)
    agreeing = _agreeing(batch.settled, questions)
    for row in frame.iter_rows(named=True):
        name = row["study"], row["arm"], row["procedure"]
        yield _Entry(name, row, tuple(judgements.get(row["row"], ())), agreeing.get(row["row"], ()))


def _judgements(batch: Batch, axis: str, questions: _Questions) -> dict[int, list[Judgement]]:
    standard, found = questions.standard, dict[int, list[Judgement]]()
    served = {row["row"]: row for row in batch.graded.served.iter_rows(named=True)}
    for judged in batch.graded.judged:
        number = standard.rulesets.index(judged.ruleset)
        counted = [c for c in judged.ruleset.criteria if c.counted and c.domain in standard.scheme.axes[axis]]
        for row in judged.bytes.iter_rows(named=True):
            mine = [c for c in counted if served[row["row"]][c.domain] == number]
            entries = [Judgement(criterion, judged.ruleset, row[criterion.id]) for criterion in mine]
            found.setdefault(row["row"], []).extend(entries)
            for entry in entries:
                questions.criterion(entry)
    return found


def _agreeing(frame: pl.DataFrame, questions: _Questions) -> dict[int, tuple[str, ...]]:
    """Return by row what completions must agree with: answered and marked fields of which it is open if they apply."""
    context = Context(questions.codebook, Columns.of(frame).deciding_scope)
    flags: dict[str, Any] = {}
    for field, entry in questions.codebook.fields.items():
        if entry.applies_when is None or f"{field}.status" not in frame.columns:
            continue
        open_ = expression(context.compile(entry.applies_when).unknown)
        open_ = open_ & stands_as_near(frame, field, entry.applies_when)
        answered = questions.agreement(field, entry.applies_when, "answered")
        marked = questions.agreement(field, entry.applies_when, "marked")
        flags[answered] = open_ & said(frame, field, entry)
        flags[marked] = open_ & (pl.col(f"{field}.status") == NOT_APPLICABLE)
    columns = frame.select("row", **flags)
    found: dict[int, tuple[str, ...]] = {}
    for name in flags:
        for row in columns.filter(name)["row"].to_list():
            found[row] = (*found.get(row, ()), name)
    return found
