"""Exports with a row of each reviewer: the rows on which they agreed are taken, and none is picked where they did not.

Covidence calls the agreed row's reviewer "Consensus"; SRDR+ says yes under "Consolidated".
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from fidelity.errors import Problem
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat
from fidelity.read.mapping.names import CERTAIN
from fidelity.read.shapes.joining import key_of
from fidelity.read.shapes.origins import rows_named, spoken_list

COVIDENCE: Final = ("covidence", "reviewername")
"""The columns by which an export of Covidence is known, folded: its number of the study, and who extracted."""
SRDR: Final = ("citationid", "username", "consolidated", "extractionid")
"""The columns by which an export of SRDR+ is known, folded: number of the study, who extracted, whether agreed."""
_STUDY: Final = "studyid"
_ARMS_OF_SRDR: Final = "armsname"
_CONSENSUS: Final = "consensus"
_YES: Final = ("true", "yes", "1")


@dataclass(frozen=True, slots=True)
class _Columns:
    study: int
    reviewer: int
    agreed: int | None
    """The column that says whether the row is the agreed one; None where the name of the reviewer says it."""
    apart: frozenset[int]
    """Columns in which rows of two reviewers differ by nature."""
    named: int | None
    """The column that names the study, where it is not its number that does."""
    entry: tuple[int, ...]
    """The columns that name the arm and the procedure, where a study has a row for each."""


def adjudicated(flat: Flat, arms: Collection[str] = ()) -> Flat:
    """Return a table as it is, or, of an export with rows of several reviewers, with the rows that they agreed on.

    Rows of single reviewers are left out, by a note, where a row of their consensus stands. Where none does, rows that
    say the same count once, and rows that differ are spoilt: none is picked. So are rows of two studies of one name.
    `arms` are names of columns that name the arm or the procedure, beside the usual ones: rows of two arms are no two
    readings of one.
    """
    columns = _columns(flat, arms)
    if columns is None or not flat.cells.height:
        return flat
    keys = key_of(flat.cells[str(columns.study)])
    shared_out = _shared_out(flat, columns, keys)
    out: list[int] = []
    notes: list[Problem] = []
    spoilt = dict(flat.spoilt)
    for readings, settled in _several(flat, columns, keys):
        rows = [row for found in readings.values() for row in found]
        if settled:
            left = sorted(set(rows) - set(settled))
            why = f"{rows_named(flat, settled)} holds what was agreed on"
            notes += [_left_out(flat, columns, left, why)] if left else []
            out += left
        for same in () if settled or shared_out else _entries(flat, columns, readings):
            if differing := _differing(flat, columns, list(same.values())):
                problem = _undecided(flat, columns, same, differing)
                spoilt |= {row: (*spoilt.get(row, ()), problem) for found in same.values() for row in found}
                continue
            first, *others = same.values()
            left = [row for found in others for row in found]
            notes.append(_left_out(flat, columns, left, f"{rows_named(flat, first)} says the same"))
            out += left
    for row, problem in _of_one_name(flat, columns, keys).items():
        spoilt[row] = (*spoilt.get(row, ()), problem)
    kept = ~pl.int_range(flat.cells.height, dtype=pl.UInt32, eager=True).is_in(
        pl.Series(out, dtype=pl.UInt32).implode()
    )
    whole = replace(flat, spoilt=spoilt, notes=(*flat.notes, *notes))
    return whole.taken(kept.arg_true()) if out else whole


def _columns(flat: Flat, arms: Collection[str]) -> _Columns | None:
    places = _places(flat.header)
    names = {fold_header(name) for name in (*CERTAIN["arm"], *CERTAIN["procedure"], _ARMS_OF_SRDR, *arms)}
    entry = tuple(sorted(at for name, at in places.items() if name in names))
    if places.keys() >= set(COVIDENCE):
        study, reviewer = (places[name] for name in COVIDENCE)
        return _Columns(study, reviewer, None, frozenset({reviewer}), places.get(_STUDY), entry)
    if places.keys() >= set(SRDR):
        study, reviewer, agreed, extraction = (places[name] for name in SRDR)
        return _Columns(study, reviewer, agreed, frozenset({reviewer, agreed, extraction}), None, entry)
    return None


def _places(header: Sequence[str]) -> Mapping[str, int]:
    """Return where each name stands; names that stand twice are told by the first."""
    return {fold_header(name): at for at, name in reversed(list(enumerate(header)))}


def _several(flat: Flat, columns: _Columns, keys: pl.Series) -> Iterator[tuple[dict[str, list[int]], list[int]]]:
    """Yield, for each study with rows of several reviewers, the rows of each of them, and those that were agreed on."""
    names = key_of(flat.cells[str(columns.reviewer)])
    agreed = _agreed(flat, columns)
    rows = (
        pl.DataFrame({"key": keys, "name": names, "agreed": agreed}).with_row_index("row").filter(pl.col("key") != "")
    )
    several = pl.col("name").n_unique() > 1
    partly = pl.col("agreed").any() & ~pl.col("agreed").all()
    asked = rows.filter((several | partly).over("key")).sort("key", "row")
    studies: dict[str, list[tuple[int, str, bool]]] = {}
    for key, row, name, settled in asked.select("key", "row", "name", "agreed").iter_rows():
        studies.setdefault(key, []).append((row, name, settled))
    for found in sorted(studies.values()):
        readings: dict[str, list[int]] = {}
        for row, name, _ in found:
            readings.setdefault(name, []).append(row)
        yield readings, [row for row, _, settled in found if settled]


def _agreed(flat: Flat, columns: _Columns) -> pl.Series:
    """Return which rows hold what was agreed on."""
    if columns.agreed is None:
        return key_of(flat.cells[str(columns.reviewer)]) == _CONSENSUS
    return key_of(flat.cells[str(columns.agreed)]).is_in(pl.Series(_YES).implode())


def _entry_keys(flat: Flat, columns: _Columns) -> pl.Series:
    """Return one text for each row that names its arm and procedure."""
    parts = [key_of(flat.cells[str(column)]).alias(str(column)) for column in columns.entry]
    return pl.DataFrame(parts).select(pl.concat_str(pl.all(), separator="\x1f").alias("entry"))["entry"]


def _shared_out(flat: Flat, columns: _Columns, keys: pl.Series) -> bool:
    """Tell whether reviewers shared out the arms: no arm of the table has rows of two, and nothing was agreed on.

    Two that read the same study may call its only arm by two names: so one of them must have read two arms of a study.
    """
    if not columns.entry or _agreed(flat, columns).any():
        return False
    names = key_of(flat.cells[str(columns.reviewer)])
    rows = pl.DataFrame({"key": keys, "name": names, "entry": _entry_keys(flat, columns)})
    readers = rows.group_by("key", "entry").agg(pl.col("name").n_unique())["name"].max()
    entries = rows.group_by("key", "name").agg(pl.col("entry").n_unique())["entry"].max()
    return readers == 1 and entries != 1


def _entries(flat: Flat, columns: _Columns, readings: Mapping[str, list[int]]) -> list[dict[str, list[int]]]:
    """Return what is compared of the rows of a study: those of each arm, where all reviewers have the same arms."""
    if not columns.entry:
        return [dict(readings)]
    keys = _entry_keys(flat, columns)
    found: dict[str, dict[str, list[int]]] = {}
    for name, rows in readings.items():
        for row in rows:
            found.setdefault(str(keys[row]), {}).setdefault(name, []).append(row)
    return list(found.values()) if all(same.keys() == readings.keys() for same in found.values()) else [dict(readings)]


def _differing(flat: Flat, columns: _Columns, readings: Sequence[Sequence[int]]) -> list[str]:
    """Return the columns in which the rows of several reviewers differ."""
    if len({len(rows) for rows in readings}) > 1:
        return ["the number of rows"]
    told = [[[text.strip() for text in flat.cells.row(row)] for row in rows] for rows in readings]
    return [
        name.strip()
        for at, name in enumerate(flat.header)
        if at not in columns.apart and len({tuple(row[at] for row in rows) for rows in told}) > 1
    ]


def _undecided(
    flat: Flat, columns: _Columns, readings: Mapping[str, Sequence[int]], differing: Sequence[str]
) -> Problem:
    who = [
        f"{flat.text(rows[0], columns.reviewer).strip() or 'nobody named'} ({rows_named(flat, rows)})"
        for rows in readings.values()
    ]
    second = list(readings.values())[1][0]
    return Problem(
        "no-consensus",
        flat.place(second, columns.reviewer),
        _called(flat, columns, second),
        f"{spoken_list(who)} differ in {spoken_list(differing)}, and no row says what was agreed on",
        "agree and export again, or take out the rows that do not hold",
        header=flat.header[columns.reviewer].strip(),
        found=flat.text(second, columns.reviewer).strip(),
    )


def _left_out(flat: Flat, columns: _Columns, rows: Sequence[int], why: str) -> Problem:
    who = dict.fromkeys(flat.text(row, columns.reviewer).strip() or "nobody named" for row in rows)
    what = f"{rows_named(flat, rows)} of {spoken_list(list(who))} left out: {why}"
    place = flat.place(rows[0], columns.reviewer)
    return Problem("single-reader", place, _called(flat, columns, rows[0]), what, "nothing need be done")


def _called(flat: Flat, columns: _Columns, row: int) -> str:
    """Return what the table calls the study of a row."""
    named = "" if columns.named is None else flat.text(row, columns.named).strip()
    return named or flat.text(row, columns.study).strip()


def _of_one_name(flat: Flat, columns: _Columns, keys: pl.Series) -> dict[int, Problem]:
    """Return the rows whose name of the study is that of another study too, by the tool's number."""
    at = columns.named
    if at is None:
        return {}
    rows = pl.DataFrame({"name": key_of(flat.cells[str(at)]), "key": keys}).with_row_index("row")
    rows = rows.filter((pl.col("name") != "") & (pl.col("key") != ""))
    studies: dict[str, tuple[list[int], list[str]]] = {}
    for row, name, key in rows.filter(pl.col("key").n_unique().over("name") > 1).iter_rows():
        same, numbers = studies.setdefault(name, ([], []))
        same.append(row)
        numbers.append(key)
    found: dict[int, Problem] = {}
    for same, numbers in studies.values():
        found |= dict.fromkeys(same, _same_name(flat, columns, at, same, dict.fromkeys(numbers)))
    return found


def _same_name(flat: Flat, columns: _Columns, at: int, rows: Sequence[int], numbers: Iterable[str]) -> Problem:
    label = flat.header[columns.study].strip()
    what = f"studies {spoken_list(list(numbers))} by {label} have this name in common ({rows_named(flat, rows)})"
    name = flat.text(rows[0], at).strip()
    header = flat.header[at].strip()
    return Problem("repeated-study", flat.place(rows[-1], at), name, what, "name them apart", header=header, found=name)
