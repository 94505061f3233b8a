"""Tables with a row for each procedure: each distinct text of a column is read once, then mapped back to its rows.

A cell without anything in it records nothing: it means what the row's `unstated` says, not extracted if that is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from dataclasses import field as member
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from fidelity.errors import Fault, Problem, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.facts import STATUS_CODE, Facts
from fidelity.model.words import DESIGNS, ROLES, Status
from fidelity.read.columns import REQUIRED, Columns, columns_of, result_of_scoring
from fidelity.read.reading import Reading, Refused
from fidelity.read.record_checks import several_mains
from fidelity.read.record_schema import UNSTATED
from fidelity.read.sheet import Sheet, sheet_of_csv, sheet_of_frame, sheet_of_parquet
from fidelity.read.table_fields import FieldColumns, days_of, distinct_of
from fidelity.read.table_origin import TableOrigin
from fidelity.read.vocabulary import one_word, yes_or_no

if TYPE_CHECKING:
    import pandas as pd

FRAME: Final = "frame"
"""How places call a table that is in memory."""

_KEY: Final = ("study", "arm", "procedure")


def is_frame(source: object) -> bool:
    """Whether a source is a Polars or pandas frame; pandas is not imported to find out."""
    pandas = type(source).__module__.split(".")[0] == "pandas" and hasattr(source, "iloc")
    return pandas or isinstance(source, pl.DataFrame | pl.LazyFrame)


def read_csv(content: bytes, source: str, codebook: Codebook, na: Status | None = None) -> Reading:
    """Return the procedures of a comma, semicolon or tab separated file."""
    return _read(*sheet_of_csv(content, source), codebook, na)


def read_parquet(content: bytes, source: str, codebook: Codebook, na: Status | None = None) -> Reading:
    """Return the procedures of a Parquet file."""
    return _read(*sheet_of_parquet(content, source), codebook, na)


def read_frame(
    frame: pl.DataFrame | pl.LazyFrame | pd.DataFrame, codebook: Codebook, na: Status | None = None
) -> Reading:
    """Return the procedures of a frame that is in memory."""
    return _read(*sheet_of_frame(frame, FRAME), codebook, na)


@dataclass(slots=True)
class _Faults:
    """What is wrong with single rows, and by that, which rows are refused."""

    sheet: Sheet
    names: pl.DataFrame
    by_row: dict[int, list[Problem]] = member(default_factory=dict)

    def add(self, rows: Iterable[int], column: int, fault: Fault, about: str = "") -> None:
        """Note a fault at a column's cell in each of some rows."""
        for row in rows:
            subject = "/".join(name for name in self.names.row(row)[:3] if name) or f"row {self.sheet.numbers[row]}"
            self.note([row], fault.at(self.sheet.place(row, column), f"{subject} {about}".strip()))

    def note(self, rows: Iterable[int], problem: Problem) -> None:
        """Note a problem, wherever it stands, as one of some rows."""
        for row in rows:
            self.by_row.setdefault(row, []).append(problem)


def _read(sheet: Sheet | None, found: list[Problem], codebook: Codebook, na: Status | None) -> Reading:
    """Turn a sheet into typed rows; `found` is what reading the file has already found wrong."""
    lost = tuple(
        Refused(problem.subject, None, None, None, problem.place, (problem,))
        for problem in found
        if problem.subject.startswith("row ")
    )
    if sheet is None:
        return Reading(problems=tuple(found), refused=lost)
    result = result_of_scoring(sheet)
    if result is not None:
        return Reading(problems=(result,))
    columns, problems = columns_of(sheet, codebook)
    problems = [*found, *problems]
    if columns is None:
        return Reading(problems=tuple(sort_problems(problems)), refused=lost)
    names = _names(sheet, columns)
    faults = _Faults(sheet, names)
    frame = names.with_columns(_identity(sheet, columns, faults))
    frame = frame.with_columns(_fields(sheet, columns, codebook, na, frame["unstated"], faults))
    _note_repeats(columns, faults)
    _note_mains(columns, faults, frame["main"])
    for column, problem in columns.unread.items():
        faults.note(sheet.filled(column), problem)
    wrong = sorted(faults.by_row)
    problems += [problem for row in wrong for problem in faults.by_row[row]]
    refused = []
    for row in wrong:
        study, arm, procedure, role = names.row(row)
        place = sheet.place(row, columns.identity["study"])
        refused.append(Refused(study, arm, procedure, role, place, tuple(sort_problems(faults.by_row[row]))))
    if wrong:
        kept = ~pl.int_range(frame.height, dtype=pl.UInt32, eager=True).is_in(pl.Series(wrong).implode())
        sheet = sheet.only(kept)
        frame = frame.filter(kept)
    batches = (Facts(frame, TableOrigin(sheet, columns, codebook, na)),) if frame.height else ()
    return Reading(batches, tuple(sort_problems(problems)), (*lost, *refused))


def _names(sheet: Sheet, columns: Columns) -> pl.DataFrame:
    """Return study, arm, procedure and role of each row as written; a procedure without a name is called as its arm."""
    cells = {name: sheet.cells[str(column)].str.strip_chars() for name, column in columns.identity.items()}
    procedure = cells.get("procedure", cells["arm"])
    written = pl.DataFrame(
        {"study": cells["study"], "arm": cells["arm"], "procedure": procedure, "role": cells["role"]}
    )
    return written.with_columns(
        procedure=pl.when(pl.col("procedure") == "").then(pl.col("arm")).otherwise(pl.col("procedure"))
    )


def _identity(sheet: Sheet, columns: Columns, faults: _Faults) -> list[pl.Series]:
    untouched = (faults.names["study"] == "") & (faults.names["arm"] == "")
    fault = Fault("missing", "the row has no study", "fill in study and arm, or delete the row")
    faults.add(untouched.arg_true(), columns.identity["study"], fault)
    for name in REQUIRED:
        fault = Fault("missing", f"{name} is missing", "write it in every row: merged cells fill the first row only")
        faults.add(((faults.names[name] == "") & ~untouched).arg_true(), columns.identity[name], fault)

    def words(name: str, read: Callable[[str], Any], default: str | bool) -> pl.Series:
        return _words(sheet, columns, faults, name, read, default)

    role = words("role", lambda text: one_word("role", text, ROLES), "")
    main = words("main", lambda text: yes_or_no("main", text), False)
    unstated = words("unstated", lambda text: one_word("unstated", text, UNSTATED), "not_extracted")
    words("design", lambda text: one_word("design", text, DESIGNS), "")
    return [role, main, unstated.replace_strict(STATUS_CODE, return_dtype=pl.UInt8)]


def _words(
    sheet: Sheet, columns: Columns, faults: _Faults, name: str, read: Callable[[str], Any], default: Any
) -> pl.Series:
    """Return what each row says in a column of single words; empty is the default, and a wrong word a fault."""
    column = columns.identity.get(name)
    if column is None:
        return pl.Series(name, [default]).new_from_index(0, sheet.cells.height)
    distinct, codes = distinct_of(sheet.cells[str(column)].str.strip_chars())
    found = [default if text == "" else read(text) for text in distinct]
    for code, word in enumerate(found):
        if isinstance(word, Fault):
            faults.add((codes == code).arg_true(), column, word)
    sound = [default if isinstance(word, Fault) else word for word in found]
    return pl.Series(name, sound, dtype=pl.Series([default]).dtype).gather(codes)


def _fields(
    sheet: Sheet,
    columns: Columns,
    codebook: Codebook,
    na: Status | None,
    unstated: pl.Series,
    faults: _Faults,
) -> list[pl.Series]:
    series: list[pl.Series] = []
    read: dict[str, FieldColumns] = {}
    for name in codebook.fields:
        if name not in columns.fields or "value" not in columns.fields[name]:
            continue
        found = FieldColumns.read(sheet, columns.fields[name], name, codebook, na)
        for rows, column, fault in found.faults():
            faults.add(rows, column, fault, name)
        read[name] = found
        series += found.series(unstated)
    first, last = days_of(read.get("recruitment_start"), read.get("publication_year"), sheet.cells.height)
    return [first, last, *series]


def _note_repeats(columns: Columns, faults: _Faults) -> None:
    """Note the rows whose procedure an earlier row has named; a procedure without a name of its own is its arm."""
    repeated = faults.names.select(~pl.struct(_KEY).is_first_distinct()).to_series()
    column = columns.identity.get("procedure", columns.identity["arm"])
    for row in repeated.arg_true():
        if row in faults.by_row:
            continue
        what = f"the procedure {faults.names['procedure'][row]!r} stands here a second time"
        fault = Fault("duplicate-procedure", what, "give it an id of its own, or delete it")
        faults.add([row], column, fault)


def _note_mains(columns: Columns, faults: _Faults, main: pl.Series) -> None:
    """Note the rows of the arms in which more than one procedure is marked as the main one."""
    if "main" not in columns.identity or not main.any():
        return
    rows = faults.names.select(*_KEY).with_columns(main).with_row_index("row")
    # A row that repeats another is refused for that, and names no second procedure.
    rows = rows.filter(pl.struct(_KEY).is_first_distinct(), pl.col("study") != "", pl.col("arm") != "")
    for arm in rows.filter(pl.col("main").sum().over("study", "arm") > 1).partition_by("study", "arm"):
        second = arm.filter("main")["row"][1]
        subject = "/".join(faults.names.row(second)[:3])
        problem = several_mains(arm["arm"][0]).at(faults.sheet.place(second, columns.identity["main"]), subject)
        faults.note(arm["row"], problem)
