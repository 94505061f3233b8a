"""The outcome file as typed rows, with everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl

from fidelity.errors import Fault, Place, Problem, UsageError, did_you_mean, sort_problems
from fidelity.model.outcomes import OUTCOME_COLUMNS, DecimalMark, OutcomeKind, Outcomes
from fidelity.model.words import fold
from fidelity.read.grids.books import read_book
from fidelity.read.grids.grid import Grid
from fidelity.read.outcomes.checks import (
    KINDS,
    check_classes,
    check_study,
    kinds_of,
    names_no_arms,
    read_classes,
)
from fidelity.read.outcomes.comparisons import arms_of, check_comparisons
from fidelity.read.outcomes.lines import Line, line_of
from fidelity.read.outcomes.names import Header, header_of
from fidelity.read.outcomes.needed import faults_of, lacking, no_kind
from fidelity.read.outcomes.repeated import told_once
from fidelity.read.outcomes.several import several_in
from fidelity.read.parquet import sheet_of_parquet
from fidelity.read.steady import read_steadily

_PARQUET = b"PAR1"


def read_outcomes(
    path: str | Path,
    *,
    where: Mapping[str, str] | None = None,
    kind: OutcomeKind | None = None,
    decimal: DecimalMark = "point",
) -> Outcomes:
    """Return the outcomes that a table holds for each arm: CSV, TSV, xlsx, ods, xls or Parquet.

    A table with a row for each comparison, as netmeta takes it, is turned into effects against one arm of each study.
    `where` picks rows by what stands in columns of the file, such as `{"outcome": "pain"}`; `kind` is what to read of a
    table that holds several kinds of outcome, None what most of its rows hold. `decimal` is the sign before
    decimals; with "comma", a point in a text file is refused as it may part thousands. What a person wrote wrongly
    stands in `problems` with its cell, and its whole study in `refused`; the other studies are read. An arm without n,
    events, mean or spread is no mistake: it stays, with nulls. Raises UsageError where there is no such file, where
    `where` names no column of it, or picks no row.
    """
    if not Path(path).exists():
        raise UsageError(f"there is no file {path}")
    source = str(path)
    content = read_steadily(Path(path))
    if isinstance(content, Problem):
        return _nothing(source, [content])
    grids, problems, notes = _grids(content, source)
    tables = [(grid, header) for grid in grids if not (header := header_of(grid)).missing]
    if len(tables) > 1:
        names = ", ".join(grid.sheet or source for grid, _ in tables)
        fault = Fault("several-tables", f"several sheets hold outcomes: {names}", "give a file with one of them")
        return _nothing(source, [*problems, fault.at(Place(source), source)], notes)
    if not tables:
        missing = faults_of(grids[0], header_of(grids[0])) if grids else []
        return _nothing(source, [*problems, *missing], notes)
    grid, header = tables[0]
    problems += faults_of(grid, header)
    lines = [line_of(grid, header, at, texts, kind, decimal) for at, texts in _rows(grid, header, where or {})]
    return _outcomes(grid, header, lines, problems, notes, kind)


def _grids(content: bytes, source: str) -> tuple[tuple[Grid, ...], list[Problem], tuple[Problem, ...]]:
    """Return the sheets of a file, what is wrong with it, and what was noticed."""
    if not content.startswith(_PARQUET):
        book = read_book(content, source)
        return book.grids, list(book.problems), book.notes
    sheet, problems = sheet_of_parquet(content, source)
    if sheet is None:
        return (), problems, ()
    header = pl.DataFrame([list(sheet.header)], schema=sheet.cells.schema, orient="row")
    return (Grid(source, None, pl.concat([header, sheet.cells])),), problems, ()


def _rows(grid: Grid, header: Header, where: Mapping[str, str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the rows below the header that hold something and are asked for, with their place."""
    below = [
        (at, texts)
        for at, texts in enumerate(grid.cells.iter_rows())
        if at > header.row and any(text.strip() for text in texts)
    ]
    for name, value in where.items():
        column = header.column(name)
        if column is None:
            raise UsageError(f"{grid.source} has no column {name!r}: {did_you_mean(name, filter(None, header.names))}")
        picked = [(at, texts) for at, texts in below if fold(texts[column]) == fold(value)]
        if not picked:
            held = dict.fromkeys(texts[column].strip() for _, texts in below)
            raise UsageError(f"no row of {grid.source} has {value!r} in {name}: {did_you_mean(value, held)}")
        below = picked
    yield from below


def _outcomes(
    grid: Grid,
    header: Header,
    lines: Sequence[Line],
    problems: list[Problem],
    notes: Sequence[Problem],
    asked: OutcomeKind | None,
) -> Outcomes:
    source = grid.source
    kinds = kinds_of(lines)
    unread = [] if kinds else _unread_kinds(header, lines)
    held = kinds or unread
    fault = no_kind(header, asked) if not held else lacking(header, asked or held[0]) if len(held) == 1 else None
    if fault is not None or not kinds:
        wrong = [] if fault is None else [fault.at(grid.place(header.row, 0), source)]
        return _nothing(source, [*problems, *_of(lines), *wrong], notes)
    kind = max(kinds, key=lambda kind: sum(line.values[KINDS[kind]] is not None for line in lines))
    read_classes(lines)
    spelt = [*_alike(lines, "study"), *_alike(lines, *(f"treatment{end}" for end in header.ends))]
    check_classes(lines)
    studies: dict[str, list[Line]] = {}
    for line in lines:
        if line.values["study"] is not None:
            studies.setdefault(line.values["study"], []).append(line)
    _unread_arms(studies.values())
    for rows in studies.values():
        if header.compares:
            check_comparisons(rows)
        else:
            check_study(rows, kind)
    refused = {study: str(wrong[0]) for study, rows in studies.items() if (wrong := _of(rows))}
    for study, why in _perhaps_of(studies, lines, grid, header):
        refused.setdefault(study, why)
    sound = [rows for study, rows in studies.items() if study not in refused]
    arms = [row for rows in sound for row in _arms(rows, header, kind)]
    frame = pl.DataFrame(
        [[row[name] for name in OUTCOME_COLUMNS] for row in arms], schema=OUTCOME_COLUMNS, orient="row"
    )
    found = _told([*problems, *_of(lines), *(aside for line in lines for aside in line.asides)])
    derived = _derived([line for rows in sound for line in rows])
    pooled = several_in(header, lines)
    return Outcomes(source, kind, frame, found, (*notes, *spelt, *derived, *pooled), tuple(refused.items()))


def _unread_kinds(header: Header, lines: Sequence[Line]) -> list[OutcomeKind]:
    """Return the kinds of outcome whose column holds something that could not be read in any row."""
    wrong = {problem.header for problem in _of(lines)}
    return [
        kind for kind, name in KINDS.items() if name in header.columns and header.names[header.columns[name]] in wrong
    ]


def _unread_arms(studies: Collection[Sequence[Line]]) -> None:
    """Leave the arm unread where its column names none in any study, such as a label of the study, and note it once."""
    several = [rows for rows in studies if len(rows) > 1]
    if not several or not all(names_no_arms(rows) for rows in several):
        return
    line = several[0][0]
    what = f"each row of a study has the same, such as {line.values['arm']!r}, and another treatment: it names no arm"
    line.note("arm", Fault("no-arm", what, "call the column otherwise; arms are told by treatment now"), aside=True)
    for rows in studies:
        for line in rows:
            line.values["arm"] = None


def _perhaps_of(
    studies: Mapping[str, Sequence[Line]], lines: Sequence[Line], grid: Grid, header: Header
) -> Iterator[tuple[str, str]]:
    """Yield the studies of which a row without a study may be, by what stands above it in the file, and why.

    Merged cells fill their first row only: without the nameless row such a study would be an arm short. Where nothing
    stands above it is the study below.
    """
    known = {fold(study): study for study in studies}
    column = grid.cells.to_series(header.columns["study"]).to_list()
    for line in lines:
        if line.values["study"] is None:
            around = [*range(line.at - 1, header.row, -1), *range(line.at + 1, len(column))]
            study = known.get(next((fold(column[at]) for at in around if column[at].strip()), ""))
            if study is not None:
                yield study, f"a row without a study may be of it: {line.problems[0]}"


def _of(lines: Sequence[Line]) -> list[Problem]:
    return [problem for line in lines for problem in line.problems]


def _alike(lines: Sequence[Line], *columns: str) -> Iterator[Problem]:
    """Write a name that differs in case, spaces or hyphens only as its first cell does, and yield that it was so."""
    first: dict[str, str] = {}
    told: set[str] = set()
    for line, name in product(lines, columns):
        said = line.values[name]
        if said is None:
            continue
        known = first.setdefault(fold(said), said)
        if said != known and said not in told:
            told.add(said)
            yield Problem(
                "spelt-apart", line.place(name), said, f"it is read as {known!r}", "write it alike in every row"
            )
        line.values[name] = known


def _arms(lines: Sequence[Line], header: Header, kind: OutcomeKind) -> Sequence[Mapping[str, Any]]:
    """Return a row for each arm of a sound study; of contrasts that with which the others are compared stands first."""
    if header.compares:
        return arms_of(lines)
    rows = [line.values for line in lines]
    return sorted(rows, key=lambda row: row["effect"] is not None) if kind == "contrasts" else rows


def _derived(lines: Sequence[Line]) -> Iterator[Problem]:
    derived = [line for line in lines if line.derived]
    if derived:
        what = f"the standard deviation of {len(derived)} arms is the standard error times the root of n"
        yield Problem(
            "sd-derived", derived[0].place("se"), "sd", what, "nothing is to be done if se is that of the mean"
        )


def _nothing(source: str, problems: Sequence[Problem], notes: Sequence[Problem] = ()) -> Outcomes:
    """Return what a file is of which no row can be read."""
    frame = pl.DataFrame(schema=OUTCOME_COLUMNS)
    return Outcomes(source, "events", frame, _told(problems), tuple(notes))


def _told(problems: Sequence[Problem]) -> tuple[Problem, ...]:
    """Return problems as a person reads the file, like ones of one column once."""
    return tuple(told_once(sort_problems(problems)))
