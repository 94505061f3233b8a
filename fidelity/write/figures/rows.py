"""The rows of the figures: graded procedures with the names that people gave their studies and arms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from fidelity.model.scheme import CONCERNS
from fidelity.model.study import Study
from fidelity.scoring.result import IDENTITY, Scores
from fidelity.scoring.rows import AXIS_COLUMNS
from fidelity.write.figures.marks import Range

Key = tuple[str, str, str]
"""Study, arm and procedure."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A graded procedure: its key, what to call its study and itself, concerns by domain and grade on an axis.

    A domain or grade that is None is not asked; `state` then says why there is no grade.
    """

    key: Key
    study: str
    arm: str
    concerns: Mapping[str, Range | None]
    grade: Range | None
    state: str


def procedures_of(scores: Scores, axis: str) -> list[Procedure]:
    """Return every graded procedure with its concerns and grade on an axis, in the order of the files."""
    column = AXIS_COLUMNS.get(axis, axis)
    graded = scores.grades.filter(pl.col("status") == "graded")
    shown = graded.select(*IDENTITY, f"{column}_low", f"{column}_high", column)
    several = Counter((study, arm) for study, arm in graded.select("study", "arm").iter_rows())
    concerns = _concerns(scores, axis)
    studies = {study.id: study for study in _studies(scores)}
    titles = told_apart({name: study.label for name, study in studies.items()})
    domains = scores.standard.scheme.axes[axis]
    rows = []
    for study, arm, procedure, low, high, word in shown.iter_rows():
        key = (study, arm, procedure)
        name = _arm(studies.get(study), key, alone=several[study, arm] == 1)
        ends = None if low is None else (low, high)
        mine = {domain: concerns.get((*key, domain)) for domain in domains}
        rows.append(Procedure(key, titles.get(study, study), name, mine, ends, word if ends is None else ""))
    return rows


def _concerns(scores: Scores, axis: str) -> dict[tuple[str, str, str, str], Range]:
    frame = scores.concerns.filter((pl.col("axis") == axis) & pl.col("concern_best").is_in(list(CONCERNS)))
    columns = (*IDENTITY, "domain", "concern_best", "concern_worst")
    return {
        (study, arm, procedure, domain): (best, worst)
        for study, arm, procedure, domain, best, worst in frame.select(columns).iter_rows()
    }


def _studies(scores: Scores) -> Iterator[Study]:
    """Yield the record of each study that was scored."""
    for batch in scores.batches:
        first = batch.settled.unique("study", keep="first", maintain_order=True)
        yield from (batch.facts.origin.study(row) for row in first["row"])


def _arm(study: Study | None, key: Key, *, alone: bool) -> str:
    """Return what to call a procedure: the label of its arm, and its own name where the arm has several."""
    arm = next((arm.label for arm in study.arms if arm.id == key[1]), key[1]) if study else key[1]
    return arm if alone else f"{arm}: {key[2]}"


def told_apart(labels: Mapping[str, str]) -> dict[str, str]:
    """Return labels by id, the id added to those that several share, as two trials of one author and year do."""
    shared = Counter(labels.values())
    return {name: label if shared[label] == 1 else f"{label} ({name})" for name, label in labels.items()}


def count_of(rows: Sequence[Procedure], what: str = "") -> str:
    """Return how many procedures of how many studies these are: "3 graded procedures of 2 studies"."""
    studies = len({row.key[0] for row in rows})
    return f"{counted(len(rows), f'{what} procedure'.strip())} of {counted(studies, 'study', 'studies')}"


def counted(number: int, one: str, several: str = "") -> str:
    """Return a number with its noun: "1 study", "3 studies"."""
    return f"{number} {one if number == 1 else several or one + 's'}"
