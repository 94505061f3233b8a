"""The one reading of examples: what they tell, what they expect, and what comes of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from fidelity.errors import Place, Problem, did_you_mean
from fidelity.model.words import Clock
from fidelity.read.features import Example, Step
from fidelity.read.rules import Library
from fidelity.rulebook.examples.report import Report, UnknownWord, Vocabulary
from fidelity.rulebook.examples.said import Said
from fidelity.rulebook.examples.sentences import meaning_of
from fidelity.scoring.result import Scores
from fidelity.scoring.score import score


@dataclass(frozen=True, slots=True)
class Answer:
    """What a sentence expects of the result, and what is found."""

    step: Step
    expected: str
    found: str

    @property
    def holds(self) -> bool:
        """Whether what is found is what is expected."""
        return self.expected == self.found


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the package says of an example; `problems` say why it cannot be read."""

    example: Example
    answers: tuple[Answer, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the example can be read and everything that it expects is found."""
        return not self.problems and all(answer.holds for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Scored:
    """Examples that were scored together, under one profile and clock: the study of number n is `report-n`."""

    examples: tuple[Example, ...]
    profile: str
    clock: Clock | None
    scores: Scores


def judgements_expected(example: Example) -> list[tuple[str, str]]:
    """Return the demands whose judgement an example expects, with the judgement; "this" is the Rule's own."""
    found = []
    for step in example.steps:
        meaning = meaning_of(step)
        if meaning is not None and "judgement" in meaning[1]:
            found.append((meaning[1].get("demand", example.rule), meaning[1]["judgement"]))
    return found


def report_of(example: Example, vocabulary: Vocabulary) -> Report | list[Problem]:
    """Return the report that the sentences of an example write, or what is wrong with them."""
    report = Report(vocabulary)
    problems = []
    for step in example.steps:
        place = Place(example.source, step.line)
        meaning = meaning_of(step)
        if meaning is None:
            what, remedy = "no feature can say this", "use one of the sentences that the other features use"
            problems.append(Problem("unknown-sentence", place, step.text, what, remedy))
            continue
        sentence, words = meaning
        try:
            if sentence.write is not None:
                sentence.write(report, step.table, **words)
        except UnknownWord as unknown:
            remedy = did_you_mean(unknown.word, unknown.known, of_codebook=False)
            problems.append(Problem("unknown-word", place, unknown.word, f"this is no {unknown.kind}", remedy))
        except (KeyError, ValueError):
            what = "the table does not suit the sentence"
            problems.append(Problem("bad-table", place, step.text, what, "write it as the other features do"))
    return problems or report


def scored(
    examples: Iterable[Example], library: Library, vocabulary: Vocabulary | None = None
) -> tuple[list[Scored], list[Outcome]]:
    """Score the reports of all examples, those of one profile and clock together; also those that cannot be read."""
    words = vocabulary or Vocabulary(library)
    groups: dict[tuple[str, Clock | None], list[tuple[Example, Report]]] = {}
    unread: list[Outcome] = []
    for example in examples:
        report = report_of(example, words)
        if isinstance(report, Report):
            groups.setdefault((report.profile, report.clock), []).append((example, report))
        else:
            unread.append(Outcome(example, problems=tuple(report)))
    found = []
    for (profile, clock), members in groups.items():
        records = [{"id": f"report-{number}", **report.record} for number, (_, report) in enumerate(members)]
        scores = score(records, profile=profile, clock=clock, library=library)
        found.append(Scored(tuple(example for example, _ in members), profile, clock, scores))
    return found, unread


def outcomes(
    examples: Sequence[Example], library: Library, published: Mapping[str, Mapping[str, Any]] | None = None
) -> list[Outcome]:
    """Return what the package says of each example, in their order.

    `published`: the records of the published trials that examples may start from, by their label.
    """
    words = Vocabulary(library, published or {})
    groups, unread = scored(examples, library, words)
    found = {id(outcome.example): outcome for outcome in unread}
    for group in groups:
        found |= {id(outcome.example): outcome for outcome in _answered(group, words)}
    return [found[id(example)] for example in examples]


def _answered(group: Scored, words: Vocabulary) -> Iterator[Outcome]:
    frames = [_by_study(frame) for frame in (group.scores.grades, group.scores.judgements, group.scores.gaps)]
    problems: dict[str, list[Problem]] = {}
    for problem in group.scores.problems:
        problems.setdefault(str(problem).partition("]")[0], []).append(problem)
    for number, example in enumerate(group.examples):
        grades, judgements, gaps = (frame.get(f"report-{number}", frame[""]) for frame in frames)
        refusals = tuple(problems.get(f"records[{number}", ()))
        said = Said(words, example.reference, example.rule, grades, judgements, gaps, refusals)
        answers = [answer for step in example.steps for answer in _answers(step, said)]
        yield Outcome(example, tuple(answers))


def _by_study(frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
    parts = frame.partition_by("study", as_dict=True)
    return {"": frame.clear(), **{str(study): part for (study,), part in parts.items()}}


def _answers(step: Step, said: Said) -> Iterator[Answer]:
    meaning = meaning_of(step)
    if meaning is not None and meaning[0].compare is not None:
        for expected, found in meaning[0].compare(said, step.table, **meaning[1]):
            yield Answer(step, expected, found)
