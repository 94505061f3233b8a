"""Tables with a row for each procedure: each distinct text of a column is read once, then mapped back to its rows.

A cell without anything in it records nothing: it means what the row's `unstated` says, not extracted if that is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from dataclasses import field as member
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import polars as pl

from fidelity.errors import Fault, Problem, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.facts import DESIGN_FACTORS, STATUS_CODE, Facts
from fidelity.model.words import DESIGNS, PLACES, ROLES, Status
from fidelity.read.columns import LEVEL, OF_ARM, OF_STUDY, REQUIRED, VALUE, Columns, columns_of, result_of_scoring
from fidelity.read.parquet import sheet_of_parquet
from fidelity.read.reading import Reading, Refused
from fidelity.read.record_checks import several_mains
from fidelity.read.report_rows import REPORT, for_every_arm, report_in
from fidelity.read.sheet import Sheet, sheet_of_csv, sheet_of_frame
from fidelity.read.table_fields import NAMELESS, FieldColumns, coded, days_of, distinct_of, nameless, unstated_code
from fidelity.read.table_origin import TableOrigin
from fidelity.read.vocabulary import one_word, yes_or_no
from fidelity.read.whole_studies import factors_of, fault_of_sources, judgements_of

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
    return read_sheet(*sheet_of_csv(content, source), codebook, na)


def read_parquet(content: bytes, source: str, codebook: Codebook, na: Status | None = None) -> Reading:
    """Return the procedures of a Parquet file."""
    return read_sheet(*sheet_of_parquet(content, source), codebook, na)


def read_frame(
    frame: pl.DataFrame | pl.LazyFrame | pd.DataFrame, codebook: Codebook, na: Status | None = None
) -> Reading:
    """Return the procedures of a frame that is in memory."""
    return read_sheet(*sheet_of_frame(frame, FRAME), codebook, na)


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
            header, found = self.sheet.found(row, column)
            place = self.sheet.place(row, column)
            self.note([row], fault.at(place, f"{subject} {about}".strip(), header=header, found=found))

    def note(self, rows: Iterable[int], problem: Problem) -> None:
        """Note a problem, wherever it stands, as one of some rows."""
        for row in rows:
            self.by_row.setdefault(row, []).append(problem)


def read_sheet(sheet: Sheet | None, found: list[Problem], codebook: Codebook, na: Status | None) -> Reading:
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
    sheet = for_every_arm(sheet, columns)
    names = _names(sheet, columns)
    faults = _Faults(sheet, names)
    for row, reasons in sheet.spoilt.items():
        faults.by_row[row] = list(reasons)
    frame = names.with_columns(_identity(sheet, columns, faults))
    frame = frame.with_columns(
        *_factors(sheet, columns, codebook, faults), *_fields(sheet, columns, codebook, na, frame["unstated"], faults)
    )
    reports = _words(sheet, columns, faults, REPORT, lambda text: _sound(report_in, text), "")
    _note_repeats(columns, faults, reports)
    _note_mains(columns, faults, frame["main"])
    for column, problem in columns.unread.items():
        faults.note(sheet.filled(column), problem)
    wrong = sorted(faults.by_row)
    problems += [problem for row in wrong for problem in faults.by_row[row]]
    problems += _differences(sheet, columns, names)
    refused = []
    for row in wrong:
        study, arm, procedure, role = names.row(row)
        place = columns.place_of(row, sheet)
        named = study or f"row {sheet.numbers[row]}"
        refused.append(Refused(named, arm, procedure, role, place, tuple(sort_problems(faults.by_row[row]))))
    if wrong:
        kept = ~pl.int_range(frame.height, dtype=pl.UInt32, eager=True).is_in(pl.Series(wrong).implode())
        sheet = sheet.only(kept)
        frame, reports = frame.filter(kept), reports.filter(kept)
    told = (reports != "") if (reports != "").any() else None
    batches = (Facts(frame, TableOrigin(sheet, columns, codebook, na), told),) if frame.height else ()
    return Reading(batches, tuple(sort_problems(problems)), (*lost, *refused))


def _names(sheet: Sheet, columns: Columns) -> pl.DataFrame:
    """Return study, arm, procedure and role of each row as written; a procedure without a name is called as its arm."""
    named = {name: columns.identity[name] for name in ("study", "arm", "procedure", "role") if name in columns.identity}
    own = sheet.cells.select(pl.col(str(column)).str.strip_chars().alias(name) for name, column in named.items())
    cells = {name: own[name] for name in own.columns}
    procedure = cells.get("procedure", cells["arm"])
    written = pl.DataFrame(
        {"study": cells["study"], "arm": cells["arm"], "procedure": procedure, "role": cells["role"]}
    )
    return written.with_columns(
        procedure=pl.when(pl.col("procedure") == "").then(pl.col("arm")).otherwise(pl.col("procedure"))
    )


def _identity(sheet: Sheet, columns: Columns, faults: _Faults) -> list[pl.Series]:
    empty = faults.names.select(pl.col(*REQUIRED) == "")
    odd = faults.names.select(pl.col("study", "arm").str.contains(NAMELESS))
    untouched = empty["study"] & empty["arm"]
    fault = Fault("missing", "the row has no study", "fill in study and arm, or delete the row")
    faults.add(untouched.arg_true(), columns.identity["study"], fault)
    for name in REQUIRED:
        fault = Fault("missing", f"{name} is missing", sheet.remedy_without(name))
        faults.add((empty[name] & ~untouched).arg_true(), columns.identity[name], fault)
    for name in odd.columns:
        fault = Fault("missing", f"{name} is a word for what is not known, and no name", sheet.remedy_without(name))
        faults.add(nameless(faults.names[name], odd[name]), columns.identity[name], fault)

    def words(name: str, read: Callable[[str], Any], default: str | bool | int) -> pl.Series:
        return _words(sheet, columns, faults, name, read, default)

    role = words("role", lambda text: one_word("role", text, ROLES), "")
    main = words("main", lambda text: yes_or_no("main", text), False)
    unstated = words("unstated", unstated_code, STATUS_CODE["not_extracted"]).cast(pl.UInt8)
    words("design", lambda text: one_word("design", text, DESIGNS), "")
    words("arm_role", lambda text: one_word("arm_role", text, ROLES), "")
    words("sources", lambda text: fault_of_sources(text) or text, "")
    words("judgements", partial(_sound, judgements_of), "")
    return [role, main, unstated]


def _sound(read: Callable[[str], Any], text: str) -> str | Fault:
    """Return a text that can be read when someone asks for it, or why it cannot."""
    found = read(text)
    return found if isinstance(found, Fault) else text


def _factors(sheet: Sheet, columns: Columns, codebook: Codebook, faults: _Faults) -> list[pl.Series]:
    """Return the fields that each row's study set out to compare, where the table names any."""

    def read(text: str) -> str | Fault:
        found = factors_of(text, codebook)
        return found if isinstance(found, Fault) else " ".join(found)

    own = _words(sheet, columns, faults, DESIGN_FACTORS, read, "")
    if not (own != "").any():
        return []
    first = pl.col(DESIGN_FACTORS).filter(pl.col(DESIGN_FACTORS) != "").first().over("study").fill_null("")
    return [pl.DataFrame([faults.names["study"], own]).select(first.alias(DESIGN_FACTORS)).to_series()]


def _differences(sheet: Sheet, columns: Columns, names: pl.DataFrame) -> Iterator[Problem]:
    """Yield where a row says something else of its study or its arm than an earlier one, whose word counts."""
    for name in (*OF_STUDY, *OF_ARM):
        column = columns.identity.get(name)
        if column is None:
            continue
        key = ["study"] if name in OF_STUDY else ["study", "arm"]
        said = names.select(key).with_columns(said=sheet.cells[str(column)].str.strip_chars()).with_row_index("row")
        said = said.filter(pl.col("said") != "").unique([*key, "said"], keep="first", maintain_order=True)
        for row in said.filter(~pl.struct(key).is_first_distinct())["row"]:
            subject = "/".join(names.select(key).row(row))
            what = f"{name} is not what an earlier row says of the same {key[-1]}; that one counts"
            remedy = "write it alike in every row, or in one of them only"
            header, found = sheet.found(row, column)
            yield Fault("differs", what, remedy).at(sheet.place(row, column), subject, header=header, found=found)


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
) -> list[pl.Expr | pl.Series]:
    made: list[pl.Expr | pl.Series] = []
    read: dict[str, FieldColumns] = {}
    levelled = any(LEVEL in parts for parts in columns.fields.values())
    known = coded(sheet.cells, (parts[VALUE] for parts in columns.fields.values() if VALUE in parts))
    for name in codebook.fields:
        if name not in columns.fields or "value" not in columns.fields[name]:
            continue
        found = FieldColumns.read(sheet, known, columns.fields[name], name, codebook, na)
        for rows, column, fault in found.faults():
            faults.add(rows, column, fault, name)
        read[name] = found
        typed = found.columns(unstated)
        made += typed
        if LEVEL in columns.fields[name] or (typed and levelled):
            made.append(_depths(sheet, columns.fields[name].get(LEVEL), name, faults).set(found.blank(), -1))
    first, last = days_of(read.get("recruitment_start"), read.get("publication_year"), sheet.cells.height)
    return [first, last, *made]


def _depths(sheet: Sheet, column: int | None, name: str, faults: _Faults) -> pl.Series:
    """Return how near each row's fact stands, by the words for it: 0 study, 1 arm, 2 procedure."""
    if column is None:
        return pl.repeat(2, sheet.cells.height, dtype=pl.Int8, eager=True).alias(f"{name}.depth")
    distinct, codes = distinct_of(sheet.cells[str(column)].str.strip_chars())
    found = [one_word("level", text or "procedure", PLACES) for text in distinct]
    for code, word in enumerate(found):
        if isinstance(word, Fault):
            faults.add((codes == code).arg_true(), column, word, name)
    near = [2 if isinstance(word, Fault) else PLACES.index(word) for word in found]
    return pl.Series(f"{name}.depth", near, dtype=pl.Int8).gather(codes)


def _note_repeats(columns: Columns, faults: _Faults, reports: pl.Series) -> None:
    """Note the rows whose procedure an earlier row has named; a procedure without a name of its own is its arm.

    Rows of one procedure that name different reports of the study are joined later.
    """
    keys = faults.names.select(*_KEY, reports)
    # As many different hashes as rows, and none repeats another.
    if keys.hash_rows().n_unique() == keys.height:
        return
    repeated = keys.select(~pl.struct(pl.all()).is_first_distinct()).to_series()
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
        header, found = faults.sheet.found(second, columns.identity["main"])
        place = faults.sheet.place(second, columns.identity["main"])
        problem = several_mains(arm["arm"][0]).at(place, subject, header=header, found=found)
        faults.note(arm["row"], problem)
