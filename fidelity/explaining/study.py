"""The explanation of a study: its procedures, from the frames that scoring left behind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

import polars as pl

from fidelity.errors import Problem, UsageError, did_you_mean
from fidelity.explaining.explanation import RECRUITMENT, Explanation, JudgedCriterion, Observed, Recruitment
from fidelity.explaining.outlook import outlook_of
from fidelity.explaining.suppositions import Supposed, suppose
from fidelity.judge.trace import States, trace
from fidelity.model.condition import fields_of
from fidelity.model.dates import Days
from fidelity.model.facts import encode, value_columns
from fidelity.model.study import Study
from fidelity.model.words import STATUSES, Clock
from fidelity.read.rules import Library, load_library
from fidelity.read.sources import STANDARD_INPUT, read
from fidelity.scoring.batch import Standard, state_of
from fidelity.scoring.gaps import REASON
from fidelity.scoring.result import IDENTITY, Batch, Scores
from fidelity.scoring.score import score

if TYPE_CHECKING:
    from fidelity.scoring.score import NaMeaning, Source

Traced: TypeAlias = tuple[Mapping[str, Any], States]
"""The judgement byte of every criterion of a rule set for one procedure, and the states of the leaves behind it."""


def explain_study(
    source: Source,
    study: str,
    *,
    profile: str = "multisociety",
    clock: Clock | None = None,
    na: NaMeaning | None = None,
    mapping: str | None = None,
    library: Library | None = None,
) -> tuple[Scores, tuple[Explanation, ...]]:
    """Score one study of a source and explain it; UsageError, with the nearest name, where the source holds none.

    `study` is its id, or its label, registration or DOI where just one study has it.
    """
    rules = library or load_library()
    if isinstance(source, str | list) and STANDARD_INPUT in (source, *source[:1]):  # can be read only once
        scores = score(source, profile=profile, clock=clock, na=na, mapping=mapping, library=rules)
        return scores, explain(scores, study)
    scores = score(source, profile=profile, clock=clock, na=na, mapping=mapping, library=rules, only=study)
    if study not in scores.grades["study"]:
        reading = read(source, rules.codebook, na, mapping=mapping)
        found = {entry.id: entry for batch in reading.batches for entry in _studies(batch.origin, batch.frame)}
        names = [*found, *(entry.study for entry in reading.refused)]
        study = _named(study, names, list(found.values()), reading.problems)
        scores = score(source, profile=profile, clock=clock, na=na, mapping=mapping, library=rules, only=study)
    return scores, explain(scores, study)


def explain(scores: Scores, study: str) -> tuple[Explanation, ...]:
    """Return the explanation of every procedure of a study, refused ones with their row alone.

    `study` is its id, or its label, registration or DOI where just one study has it; else UsageError.
    """
    known = scores.grades["study"].unique(maintain_order=True).to_list()
    if study not in known:
        studies = [e for batch in scores.batches for e in _studies(batch.facts.origin, batch.facts.frame)]
        study = _named(study, known, studies, scores.problems)
    return _explained(scores, pl.col("study") == study)[study]


def explain_all(scores: Scores) -> dict[str, tuple[Explanation, ...]]:
    """Return the explanations of every study by its id, in the order of the result: what `explain` says of each."""
    return _explained(scores, pl.lit(True))


def problems_of(scores: Scores, study: str) -> tuple[Problem, ...]:
    """Return the problems of a study, and those that are of no study: of a header, of a line, of a whole file."""
    others = [name for name in scores.grades["study"].unique() if name != study and not name.startswith("row ")]
    return tuple(
        problem
        for problem in scores.problems
        if _is_of(problem, study) or not any(_is_of(problem, name) for name in others)
    )


def _is_of(problem: Problem, study: str) -> bool:
    return problem.subject == study or problem.subject.startswith((f"{study}/", f"{study} "))


def _studies(origin: Any, frame: pl.DataFrame) -> Iterator[Study]:
    for row in frame.with_row_index("row").unique("study", keep="first", maintain_order=True)["row"]:
        yield origin.study(row)


def _named(word: str, names: Sequence[str], studies: Sequence[Study], problems: Sequence[Problem]) -> str:
    """Return the id of the study that a word names; UsageError where none or several have it."""
    folded = word.strip().casefold()
    found = dict.fromkeys(
        entry.id
        for entry in studies
        if folded in {said.casefold() for said in (entry.label, entry.registry, entry.doi) if said}
    )
    if len(found) == 1:
        return next(iter(found))
    if found:
        raise UsageError(f"{len(found)} studies are called {word!r}: name one by its id: {', '.join(found)}")
    wrong = "".join(f"\n{problem}" for problem in problems)
    raise UsageError(
        f"there is no study {word!r} here: {did_you_mean(word, dict.fromkeys(names), of_codebook=False)}{wrong}"
    )


def _explained(scores: Scores, chosen: pl.Expr) -> dict[str, tuple[Explanation, ...]]:
    """Return the explanations of the studies that an expression chooses, refused procedures of a study last."""
    grades = scores.grades.filter(chosen)
    found: dict[str, list[Explanation]] = {study: [] for study in grades["study"].unique(maintain_order=True)}
    results = {tuple(row[name] for name in IDENTITY): row for row in grades.iter_rows(named=True) if _was_read(row)}
    for batch in scores.batches:
        for entry in _of_batch(batch, batch.settled.filter(chosen), results, scores.standard):
            found[str(entry.row["study"])].append(entry)
    for row in grades.iter_rows(named=True):
        if not _was_read(row):
            mine = found[row["study"]]
            mine.append(Explanation(mine[0].study if mine else None, row, {}, (), (), None))
    return {study: tuple(entries) for study, entries in found.items()}


def _was_read(row: Mapping[str, Any]) -> bool:
    return bool(row["status"] != "refused")


def _of_batch(
    batch: Batch, frame: pl.DataFrame, results: Mapping[tuple[Any, ...], Mapping[str, Any]], standard: Standard
) -> Iterator[Explanation]:
    settled = list(frame.iter_rows(named=True))
    records = {name: batch.facts.origin.study(row) for name, row in frame.unique("study").select("study", "row").rows()}
    rows = [results[tuple(entry[name] for name in IDENTITY)] for entry in settled]
    states = _states(batch, frame, standard)
    served = {entry["row"]: entry for entry in batch.graded.served.iter_rows(named=True)}
    judged = [
        _criteria(batch, entry, served[entry["row"]], states, records[entry["study"]], standard)
        if row["status"] == "graded"
        else ()
        for entry, row in zip(settled, rows, strict=True)
    ]
    supposed = _supposed(frame, judged, standard)
    unserved = {
        axis: dict(zip(batch.graded.served["row"], state_of(batch.graded.served, domains), strict=True))
        for axis, domains in standard.scheme.axes.items()
    }
    for entry, row, mine, what_if in zip(settled, rows, judged, supposed, strict=True):
        outlooks = tuple(
            outlook_of(axis, REASON.get(unserved[axis][entry["row"]]), mine, what_if, standard)
            for axis in standard.scheme.axes
            if mine
        )
        facts = _facts(batch, entry, standard)
        yield Explanation(records[entry["study"]], row, facts, mine, outlooks, _recruitment(entry, facts))


def _states(batch: Batch, frame: pl.DataFrame, standard: Standard) -> dict[str, Mapping[int, Traced]]:
    """Return, by rule set and row, the byte of every criterion and the state of every leaf behind it."""
    found: dict[str, Mapping[int, Traced]] = {}
    for judged in batch.graded.judged:
        mine = frame.filter(pl.col("row").is_in(judged.bytes["row"].implode()))
        if mine.height:
            bytes_ = {entry["row"]: entry for entry in judged.bytes.iter_rows(named=True)}
            states = trace(mine, judged.ruleset, standard.codebook)
            found[judged.ruleset.reference] = {
                row: (bytes_[row], leaves) for row, leaves in zip(mine["row"], states, strict=True)
            }
    return found


def _supposed(frame: pl.DataFrame, judged: Sequence[tuple[JudgedCriterion, ...]], standard: Standard) -> list[Supposed]:
    """Suppose at once for all procedures that the same rule sets judge, and of which silence means the same."""
    together: dict[tuple[str, ...], list[int]] = {}
    for number, (entries, unstated) in enumerate(zip(judged, frame["unstated"], strict=True)):
        names = dict.fromkeys(entry.ruleset.reference for entry in entries)
        together.setdefault((STATUSES[unstated], *names), []).append(number)
    found: dict[int, Supposed] = {}
    for numbers in together.values():
        mine = suppose(frame[numbers], [judged[number] for number in numbers], standard)
        found |= dict(zip(numbers, mine, strict=True))
    return [found[number] for number in range(len(judged))]


def _recruitment(settled: Mapping[str, Any], facts: Mapping[str, Observed]) -> Recruitment:
    days = Days(date.fromordinal(settled["date.low"]), date.fromordinal(settled["date.high"]))
    for name in (RECRUITMENT, "publication_year"):
        if name in facts and facts[name].known:
            return Recruitment(days, name)
    return Recruitment(days, None)


def _facts(batch: Batch, settled: Mapping[str, Any], standard: Standard) -> dict[str, Observed]:
    codebook = standard.codebook
    observed = {name: batch.facts.origin.observation(settled["row"], name) for name in codebook.fields}
    facts = {}
    for name, field in codebook.fields.items():
        status = STATUSES[settled.get(f"{name}.status", settled["unstated"])]
        full = zip(value_columns(field), encode(field, None), strict=True)
        narrow = any(settled.get(f"{name}.{suffix}", every) != every for suffix, every in full)
        children: tuple[str, ...] = ()
        if narrow and status not in ("reported", "unclear"):
            children = tuple(
                child
                for child, other in codebook.fields.items()
                if name in fields_of(other.applies_when) and observed[child] is not None
            )
        facts[name] = Observed(name, status, observed[name], children)
    return facts


def _criteria(
    batch: Batch,
    identity: Mapping[str, Any],
    served: Mapping[str, Any],
    traced: Mapping[str, Mapping[int, Traced]],
    study: Study,
    standard: Standard,
) -> tuple[JudgedCriterion, ...]:
    found = []
    numbers = {ruleset.reference: number for number, ruleset in enumerate(standard.rulesets)}
    for judged in batch.graded.judged:
        number = numbers[judged.ruleset.reference]
        if identity["row"] not in traced.get(judged.ruleset.reference, ()):
            continue
        values, states = traced[judged.ruleset.reference][identity["row"]]
        by_trial_clock = standard.by_trial_clock(judged.ruleset)
        for criterion in judged.ruleset.criteria:
            if served[criterion.domain] != number:
                continue
            name = f"{judged.ruleset.id}/{criterion.id}"
            human = tuple(
                entry
                for entry in study.judgements
                if entry.criterion in (name, criterion.id) and entry.procedure in (None, identity["procedure"])
            )
            since = judged.ruleset.since(criterion) if criterion.id in by_trial_clock else None
            found.append(
                JudgedCriterion(
                    criterion,
                    judged.ruleset,
                    values[criterion.id],
                    states[criterion.id],
                    bool(set(study.design_factors) & set(criterion.asked)),
                    human,
                    since,
                    since is not None and _open(since, identity),
                )
            )
    return tuple(found)


def _open(since: Days, identity: Mapping[str, Any]) -> bool:
    """Whether the days on which recruitment may have begun lie on both sides of the first asking."""
    return bool(identity["date.high"] >= since.first.toordinal() and identity["date.low"] < since.last.toordinal())
