"""Procedures that occur twice among the files of one source: the first is read, the second refused."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from fidelity.errors import Place, Problem, sort_problems
from fidelity.model.facts import Facts, Origin
from fidelity.model.study import Observation, Study
from fidelity.read.reading import Reading, Refused

KEY = ("study", "arm", "procedure")


@dataclass(frozen=True, slots=True)
class Kept:
    """The origin of the rows of a batch that were kept."""

    origin: Origin
    rows: pl.Series

    def place(self, row: int, field: str | None = None) -> Place:
        """Return where a row stands."""
        return self.origin.place(int(self.rows[row]), field)

    def observation(self, row: int, field: str) -> Observation | None:
        """Return what a row says of a field."""
        return self.origin.observation(int(self.rows[row]), field)

    def study(self, row: int) -> Study:
        """Return the study of a row."""
        return self.origin.study(int(self.rows[row]))


def kept_rows(batch: Facts, rows: pl.Series) -> Facts:
    """Return some rows of a batch, given by their numbers."""
    reports = None if batch.reports is None else batch.reports.gather(rows)
    return Facts(batch.frame[rows], Kept(batch.origin, rows), reports)


def without_repeats(reading: Reading) -> Reading:
    """Return a reading in which every procedure occurs once: one that an earlier batch holds is refused."""
    if len(reading.batches) < 2:
        return reading
    seen = reading.batches[0].frame.select(KEY)
    batches = [reading.batches[0]]
    refused: list[Refused] = []
    for batch in reading.batches[1:]:
        rows = batch.frame.select(KEY).with_row_index("row")
        repeated = rows.join(seen, on=KEY, how="semi")
        seen = pl.concat([seen, rows.select(KEY)])
        if repeated.height:
            refused += [refuse_repeat(batch, row) for row in repeated["row"].sort()]
            rest = rows.join(repeated, on="row", how="anti")["row"].sort()
            batches.append(kept_rows(batch, rest))
        else:
            batches.append(batch)
    if not refused:
        return reading
    problems = (*reading.problems, *(problem for refusal in refused for problem in refusal.problems))
    kept = tuple(batch for batch in batches if batch.frame.height)
    return Reading(kept, tuple(sort_problems(problems)), (*reading.refused, *refused), reading.notes)


def refuse_repeat(batch: Facts, row: int) -> Refused:
    """Return the refusal of a row whose procedure an earlier one has named."""
    study, arm, procedure, role = (str(batch.frame[column][row]) for column in (*KEY, "role"))
    place = batch.origin.place(row)
    what = f"the procedure {study}/{arm}/{procedure} stands in an earlier file, too"
    problem = Problem("duplicate-procedure", place, study, what, "delete one of the two")
    return Refused(study, arm, procedure, role, place, (problem,))
