"""The one way in: a file, a folder, several of them, standard input, a frame or records become typed rows."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final

from fidelity.errors import Place, Problem, UsageError
from fidelity.model.codebook import Codebook
from fidelity.model.study import Study
from fidelity.model.words import Status
from fidelity.read.memory import InMemory, as_data, is_record, read_models
from fidelity.read.positions import parse
from fidelity.read.reading import Reading
from fidelity.read.record_problems import Records
from fidelity.read.records import chosen, read_records
from fidelity.read.repeats import without_repeats
from fidelity.read.reports import join_reports
from fidelity.read.sheet import separator_line
from fidelity.read.tables import is_frame, read_csv, read_frame, read_parquet

STANDARD_INPUT: Final = "-"
_RECORDS: Final = frozenset({".yaml", ".yml", ".json"})
_TEXT_TABLES: Final = frozenset({".csv", ".tsv"})
_TABLES: Final = frozenset({*_TEXT_TABLES, ".parquet"})
_WORKBOOKS: Final = frozenset({".xlsx", ".xls", ".xlsm", ".ods", ".numbers"})


def read(source: Any, codebook: Codebook, na: Status | None = None, only: str | None = None) -> Reading:
    """Return the procedures of a source as typed rows, with every problem and every refusal.

    A source is a path (a folder holds *.yaml, *.yml, *.json, *.csv, *.tsv, *.parquet at any depth), a list of paths,
    `-` for standard input, a Polars or pandas frame, or study records (mappings or Study). `na` is what NA means.
    `only` names a study: records of others are not looked at (tables are read whole, which is as fast).
    Nothing that a person wrote raises; a path that does not exist is a UsageError.
    """
    records = Records.under(codebook, na, only)
    return without_repeats(join_reports(Reading.joined(_parts(source, records)), codebook))


def _parts(source: Any, records: Records) -> list[Reading]:
    if is_frame(source):
        return [read_frame(source, records.codebook, records.na)]
    if is_record(source):
        if isinstance(source, Mapping) and "studies" in source:
            return [read_records(as_data(source), InMemory(), records=records)]
        return _read_memory([source], records)
    if isinstance(source, str | PathLike):
        return _read_path(fspath(source), records)
    if isinstance(source, Sequence) and all(is_record(entry) for entry in source):
        return _read_memory(source, records)
    if isinstance(source, Sequence) and all(isinstance(entry, str | PathLike) for entry in source):
        return [part for entry in source for part in _read_path(fspath(entry), records)]
    raise UsageError(f"{type(source).__name__} is no path, no frame and no list of records")


def _read_memory(entries: Sequence[Any], records: Records) -> list[Reading]:
    if entries and all(isinstance(entry, Study) for entry in entries):
        return [read_models(entries, records.codebook)]
    if any(isinstance(entry, Study) for entry in entries):
        raise UsageError("a list of records holds either Study or mappings, not both")
    return [read_records({"studies": as_data(entries)}, InMemory(), records=records)] if entries else []


def _read_path(name: str, records: Records) -> list[Reading]:
    if name == STANDARD_INPUT:
        return [_read_standard_input(records)]
    if not name.strip():
        raise UsageError("the name of the file is empty")
    path = Path(name)
    if path.is_dir():
        files = [file for file in sorted(path.rglob("*")) if file.suffix.lower() in _RECORDS | _TABLES | _WORKBOOKS]
        files = [file for file in files if file.is_file()]
        if not files:
            raise UsageError(f"{name} holds no records: no *.yaml, *.json, *.csv, *.tsv or *.parquet")
        return [_read_file(file, records) for file in files]
    if not path.exists():
        raise UsageError(f"there is no file {name}")
    return [_read_file(path, records)]


def _read_file(path: Path, records: Records) -> Reading:
    suffix, source = path.suffix.lower(), str(path)
    if suffix not in _RECORDS | _TABLES:
        remedy = "save it as CSV (UTF-8)" if suffix in _WORKBOOKS else "use .yaml, .json, .csv, .tsv or .parquet"
        what = f"files of the type {suffix or 'without a suffix'} are not read"
        return Reading(problems=(Problem("file-type", Place(source), source, what, remedy),))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror or error}") from None
    if suffix == ".parquet":
        return read_parquet(content, source, records.codebook, records.na)
    if suffix in _TEXT_TABLES:
        return read_csv(content, source, records.codebook, records.na)
    return _read_text(content, source, records, is_json=suffix == ".json")


def _read_text(content: bytes, source: str, records: Records, *, is_json: bool) -> Reading:
    if records.only is not None and records.only.encode() not in content:
        return Reading()
    document, findings = parse(content, source, is_json=is_json)
    if document is None:
        return Reading(problems=tuple(finding.problem for finding in findings))
    if records.only is not None:
        return read_records(*chosen(document.data, document, findings, records.only), records=records)
    return read_records(document.data, document, findings, records=records)


def _read_standard_input(records: Records) -> Reading:
    content = sys.stdin.buffer.read()
    source = "<stdin>"
    if content.startswith(b"PAR1"):
        return read_parquet(content, source, records.codebook, records.na)
    start = content.decode("utf-8-sig", errors="replace").lstrip()
    start = start[separator_line(start) :]
    first = start.split("\n", 1)[0].casefold()
    for separator in ",;\t":
        if "study" in (cell.strip(' "\r') for cell in first.split(separator)) and separator in first:
            return read_csv(content, source, records.codebook, records.na)
    return _read_text(content, source, records, is_json=start.startswith("{"))
