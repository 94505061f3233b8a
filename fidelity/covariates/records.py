"""What was scored, as the join with outcomes sees it: studies by name, their arms, and whether these are graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

import polars as pl

from fidelity.model.study import Study
from fidelity.model.words import GRADED_ROLES, fold
from fidelity.scoring.result import Scores
from fidelity.scoring.rows import AXIS_COLUMNS

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RecordArm:
    """An arm of a record: its id and label, its role, whether it is graded, and what is noted of its grade."""

    id: str
    label: str
    role: str
    state: Literal["graded", "gap", "not_graded"]
    note: str

    @property
    def ungraded_by_role(self) -> bool:
        """Whether it is a sham or control arm."""
        return self.role not in GRADED_ROLES


class Records:
    """The records that were scored, by study: what they are called, and their arms."""

    def __init__(self, scores: Scores) -> None:
        self._scores = scores
        self._rows: dict[str, tuple[int, int]] = {}
        for number, batch in enumerate(scores.batches):
            for row, study in batch.settled.select("row", "study").iter_rows():
                self._rows.setdefault(study, (number, row))
        self.refused: dict[str, str] = {}
        for study, note in scores.grades.filter(pl.col("status") == "refused").select("study", "note").iter_rows():
            self.refused.setdefault(study, note)
        self.ids: tuple[str, ...] = tuple(dict.fromkeys([*self._rows, *self.refused]))

    def study(self, study: str) -> Study | None:
        """Return the record of a study; None where no row of it could be read."""
        if study not in self._rows:
            return None
        batch, row = self._rows[study]
        return self._scores.batches[batch].facts.origin.study(row)

    def named(self, name: str) -> list[str]:
        """Return the ids of the studies that a name may be meant for: just so, else folded, else by their label."""
        if name in self.ids:
            return [name]
        folded = fold(name)
        by_id = [study for study in self.ids if fold(study) == folded]
        return by_id or [study for study, label in self._labels.items() if fold(label) == folded]

    def arms(self, study: str) -> list[RecordArm]:
        """Return the arms of a study, in the order of its record."""
        record = self.study(study)
        labels = {} if record is None else {arm.id: arm.label for arm in record.arms}
        return [
            RecordArm(row["arm"], labels.get(row["arm"]) or row["arm"], row["role"], _state(row), row["note"])
            for row in self._arms.get(study, ())
        ]

    def word_on(self, study: str, arm: str, axis: str) -> str:
        """Return what the result says of the first procedure of an arm on an axis: a grade, or why there is none."""
        column = AXIS_COLUMNS.get(axis, axis)
        rows = self._scores.grades.filter(pl.col("study") == study, pl.col("arm") == arm, pl.col("status") == "graded")
        return next((word for word in rows[column] if word is not None), "")

    @cached_property
    def _arms(self) -> dict[str, list[Row]]:
        found: dict[str, list[Row]] = {}
        for row in self._scores.arms.iter_rows(named=True):
            found.setdefault(row["study"], []).append(row)
        return found

    @cached_property
    def _labels(self) -> dict[str, str]:
        return {study: record.label for study in self.ids if (record := self.study(study)) is not None}


def _state(row: Row) -> Literal["graded", "gap", "not_graded"]:
    if row["grade"] is not None or row["grade_low"] is not None:
        return "graded"
    return "gap" if row["role"] in GRADED_ROLES else "not_graded"
