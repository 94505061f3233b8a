"""One measurement in a process of its own: `score.py` starts it and reads the line of JSON that it prints."""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, Final, Literal, TypeVar

import memory
import polars as pl
from contestants import BY_NAME, Answer, Contestant
from contestants.grading import grades_of
from contestants.package import CODEBOOK, GRADES, RULESET, run
from contestants.questions import QUESTIONS
from contestants.records import Record, records_of

NAMES: Final = [criterion.id for criterion in RULESET.criteria]
T = TypeVar("T")
SLICE: Final = 20_000
"""Records are made, answered and compared in slices, so that engines are not charged with the memory of a million."""


class Disagreement(Exception):
    """Two contestants judged or graded a procedure differently."""


def make(rows: int, seed: int, folder: Path) -> dict[str, Any]:
    """Write the typed frame and what the package makes of it."""
    from frames import open_shares, typed_frame

    frame = typed_frame(rows, CODEBOOK, seed)
    frame.write_ipc(folder / f"{rows}.arrow")
    run(frame).select(*NAMES, *GRADES).write_ipc(folder / f"{rows}.expected.arrow")
    shares = open_shares(frame, CODEBOOK).values()
    return {"frame": frame.estimated_size(), "open": [min(shares), max(shares)]}


def fastest(call: Callable[[], T], repeats: int) -> tuple[T, float]:
    """Return what a call returns and the least time that it took; earlier results are let go at once."""
    least = float("inf")
    while True:
        start = time.perf_counter()
        result = call()
        least = min(least, time.perf_counter() - start)
        repeats -= 1
        if repeats <= 0:
            return result, least
        del result


def answered(answer: Answer, records: list[Record], *, grading: bool) -> tuple[list[list[int]], list[list[int]]]:
    """Return the sets of verdicts of every record, and its grades where these are part of what is measured."""
    found = [answer(record) for record in records]
    return found, [grades_of(verdicts) for verdicts in found] if grading else []


def measure_frames(contestant: Contestant, path: Path, expected: Path, repeats: int) -> dict[str, Any]:
    """Measure a contestant that takes the typed frame whole; every byte and grade must be the package's."""
    program = import_module(f"contestants.{contestant.module}").run
    before = memory.held()
    frame = pl.read_ipc(path)
    memory.reset_peak()
    result, seconds = fastest(lambda: program(frame), repeats)
    peak = memory.peak()
    wanted = pl.read_ipc(expected)
    for name in wanted.columns:
        differ = result[name].ne_missing(wanted[name]).arg_true()
        if len(differ):
            row = differ[0]
            what = f"row {row}, {name}: {result[name][row]}, the package: {wanted[name][row]}"
            raise Disagreement(f"{contestant.name}: {len(differ)} rows differ; {what}")
    return {"seconds": seconds, "before": before, "data": frame.estimated_size(), "peak": peak}


def measure_records(contestant: Contestant, path: Path, expected: Path, repeats: int) -> dict[str, Any]:
    """Measure a contestant that takes records; every set of verdicts, and the grades of these sets, must agree."""
    answer: Answer = import_module(f"contestants.{contestant.module}").prepare()
    form: Literal["flags", "masks"] = "masks" if contestant.takes == "masks" else "flags"
    grading = contestant.module == "python_loop"
    before = memory.held()
    frame, wanted = pl.read_ipc(path), pl.read_ipc(expected)
    peak, total = 0, 0.0
    for first in range(0, frame.height, SLICE):
        records = records_of(frame.slice(first, SLICE), CODEBOOK, form)
        gc.collect()
        gc.disable()
        memory.reset_peak()
        (found, grades), seconds = fastest(lambda: answered(answer, records, grading=grading), repeats)  # noqa: B023
        total, peak = total + seconds, max(peak, memory.peak())
        gc.enable()
        answers = [[int(verdicts) for verdicts in entry] for entry in found]
        grades = grades or [grades_of(entry) for entry in answers]
        _compare(contestant, answers, grades, wanted.slice(first, SLICE), first)
    data = frame.estimated_size() + wanted.estimated_size()
    return {"seconds": total, "before": before, "data": data, "peak": peak}


def _compare(
    contestant: Contestant, answers: list[list[int]], grades: list[list[int]], wanted: pl.DataFrame, first: int
) -> None:
    verdicts = wanted.select(pl.col(asked.id) & 15 for asked in QUESTIONS).rows()
    ends = wanted.select(GRADES).rows()
    for row, (found, found_grades) in enumerate(zip(answers, grades, strict=True)):
        if tuple(found) != verdicts[row] or tuple(found_grades) != ends[row]:
            what = f"{found} {found_grades}, the package: {list(verdicts[row])} {list(ends[row])}"
            raise Disagreement(f"{contestant.name}: row {first + row}: {what}")


def measure_reading(path: Path, expected: Path, csv: Path, repeats: int) -> dict[str, Any]:
    """Measure the reading of the same procedures from text; what was read must be judged and graded alike."""
    from csv_text import write_csv

    from fidelity.read.sources import read

    write_csv(pl.read_ipc(path), CODEBOOK, csv)
    before = memory.held()
    memory.reset_peak()
    reading, seconds = fastest(lambda: read(csv, CODEBOOK), repeats)
    peak = memory.peak()
    if reading.problems:
        raise Disagreement(f"reading: {len(reading.problems)} problems, the first: {reading.problems[0]}")
    found = run(pl.concat([batch.frame for batch in reading.batches])).select(*NAMES, *GRADES)
    if not found.equals(pl.read_ipc(expected)):
        raise Disagreement("reading: what was read from text is not judged like the frame")
    return {"seconds": seconds, "before": before, "data": 0, "peak": peak}


def main(task: str, rows: int, number: int, folder: Path) -> None:
    path, expected = folder / f"{rows}.arrow", folder / f"{rows}.expected.arrow"
    try:
        if task == "make":
            found = make(rows, number, folder)
        elif task == "reading":
            found = measure_reading(path, expected, folder / f"{rows}.csv", number)
        else:
            contestant = BY_NAME[task]
            measure = measure_frames if contestant.takes == "frame" else measure_records
            found = measure(contestant, path, expected, number)
    except Disagreement as error:
        found = {"disagreement": str(error)}
    print(json.dumps(found))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]))
