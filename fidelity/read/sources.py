"""The one way in: a file, a folder, several of them, standard input, a frame or records become typed rows."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from os import PathLike, fspath
from pathlib import Path
from typing import Any, Final

from fidelity.errors import Place, Problem, UsageError
from fidelity.model.codebook import Codebook
from fidelity.model.study import Study
from fidelity.model.words import Status
from fidelity.read.mapped import Mapped, assign, is_mapping
from fidelity.read.memory import InMemory, as_data, is_record, read_models
from fidelity.read.positions import parse
from fidelity.read.reading import Reading
from fidelity.read.record_problems import Records
from fidelity.read.records import chosen, read_records
from fidelity.read.repeats import without_repeats
from fidelity.read.reports import join_reports
from fidelity.read.separated import said_separator
from fidelity.read.steady import read_steadily
from fidelity.read.tables import is_frame, read_csv, read_frame, read_parquet
from fidelity.read.tabular import TABLES, UNNAMED, Step, read_mapped, read_table, read_workbook

STANDARD_INPUT: Final = "-"
_RECORDS: Final = frozenset({".yaml", ".yml", ".json"})
_READ: Final = _RECORDS | TABLES
Progress = Callable[[int, int], None]


def read(
    source: Any,
    codebook: Codebook,
    na: Status | None = None,
    only: str | None = None,
    *,
    mapping: str | Path | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Return the procedures of a source as typed rows, with every problem and every refusal.

    A source is a path (a folder holds records, workbooks and tables at any depth), a list of paths, `-` for standard
    input, a Polars or pandas frame, or study records (mappings or Study). `na` is what NA means. `only` names a study:
    records of others are not looked at (tables are read whole, which is as fast). `mapping` is the mapping file of the
    tables; without it, the one beside each. `progress` is called with the thousandths of files that are read, and with
    how many there are.
    Nothing that a person wrote raises; a path that does not exist is a UsageError.
    """
    records = Records.under(codebook, na, only)
    parts = _parts(source, records, None if mapping is None else Path(mapping), progress)
    return without_repeats(join_reports(Reading.joined(parts), codebook))


def _parts(source: Any, records: Records, mapping: Path | None, progress: Progress | None) -> list[Reading]:
    if is_frame(source):
        return [read_frame(source, records.codebook, records.na)]
    if is_record(source):
        if isinstance(source, Mapping) and "studies" in source:
            return [read_records(as_data(source), InMemory(), records=records)]
        return _read_memory([source], records)
    if isinstance(source, str | PathLike):
        return _read_paths([fspath(source)], records, mapping, progress)
    if isinstance(source, Sequence) and all(is_record(entry) for entry in source):
        return _read_memory(source, records)
    if isinstance(source, Sequence) and all(isinstance(entry, str | PathLike) for entry in source):
        return _read_paths([fspath(entry) for entry in source], records, mapping, progress)
    raise UsageError(f"{type(source).__name__} is no path, no frame and no list of records")


def _read_memory(entries: Sequence[Any], records: Records) -> list[Reading]:
    if entries and all(isinstance(entry, Study) for entry in entries):
        return [read_models(entries, records.codebook)]
    if any(isinstance(entry, Study) for entry in entries):
        raise UsageError("a list of records holds either Study or mappings, not both")
    return [read_records({"studies": as_data(entries)}, InMemory(), records=records)] if entries else []


def _read_paths(
    names: Sequence[str], records: Records, mapping: Path | None, progress: Progress | None
) -> list[Reading]:
    """Read files in the order in which they were named; tables that share a mapping file stand where the first does."""
    if mapping is not None and STANDARD_INPUT in names:
        raise UsageError("a mapping is for files: save what comes by standard input, and name the file")
    files = [file for name in names for file in files_of(name)]
    mapped = _assigned(files, mapping, records.codebook)
    by_file = {file: group for group in mapped for file in (*group.files, group.path)}
    parts: list[Reading] = []
    seen: set[int] = set()
    for done, file in enumerate(files):
        step = None if progress is None else partial(_told, progress, done, len(files))
        group = by_file.get(file)
        if group is None:
            parts.append(_read_file(file, records, step))
        elif id(group) not in seen:
            seen.add(id(group))
            parts.append(read_mapped(group, records.codebook, records.na, step))
        if step is not None:
            step(1.0)
    return parts


def _told(progress: Progress, done: int, files: int, part: float) -> None:
    """Tell how many thousandths of all files are done."""
    progress(round(1000 * (done + part)), 1000 * files)


def beside(names: Sequence[str], mapping: str | Path | None, codebook: Codebook) -> list[Path]:
    """Return the files that reading some paths opens beside those that they name: mappings, and what these list."""
    files = [file for name in names for file in files_of(name)]
    mapped = _assigned(files, None if mapping is None else Path(mapping), codebook)
    opened = dict.fromkeys(file for group in mapped for file in (group.path, *group.files))
    return [file for file in opened if file not in files]


def _assigned(files: Sequence[Path], mapping: Path | None, codebook: Codebook) -> list[Mapped]:
    tables = [file for file in files if file.suffix.lower() in TABLES]
    return assign(tables, [file for file in files if is_mapping(file)], mapping, codebook)


def files_of(name: str) -> list[Path]:
    """Return the files that a name stands for; standard input is a file without a place in any folder."""
    if name == STANDARD_INPUT:
        return [Path(STANDARD_INPUT)]
    if not name.strip():
        raise UsageError("the name of the file is empty")
    path = Path(name)
    if not path.exists():
        raise UsageError(f"there is no file {name}")
    if not path.is_dir():
        return [path]
    files = [file for file in sorted(path.rglob("*")) if file.suffix.lower() in _READ and file.is_file()]
    if not files:
        raise UsageError(f"{name} holds no records: no *.yaml, *.json, *.csv, *.tsv, *.xlsx, *.ods, *.xls or *.parquet")
    return files


def _read_file(path: Path, records: Records, step: Step | None) -> Reading:
    if str(path) == STANDARD_INPUT:
        return _read_standard_input(records)
    suffix, source = path.suffix.lower(), str(path)
    if suffix not in _READ:
        what = f"files of the type {suffix or 'without a suffix'} are not read"
        remedy = "use .yaml, .json, .csv, .tsv, .xlsx, .ods, .xls or .parquet"
        return Reading(problems=(Problem("file-type", Place(source), source, what, remedy),))
    if is_mapping(path):
        what, remedy = "no file that this mapping is for lies beside it", "name the file after the mapping, or list it"
        return Reading(problems=(Problem("no-data", Place(source), source, what, remedy),))
    content = read_steadily(path)
    if isinstance(content, Problem):
        return Reading(problems=(content,))
    if suffix in TABLES:
        return read_table(content, source, records.codebook, records.na, step)
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
    source = UNNAMED
    if content.startswith(b"PAR1"):
        return read_parquet(content, source, records.codebook, records.na)
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return read_workbook(content, source, records.codebook, records.na)
    start = content.decode("utf-8-sig", errors="replace").lstrip()
    start = start[said_separator(start)[1] :]
    first = start.split("\n", 1)[0].casefold()
    for separator in ",;\t":
        if "study" in (cell.strip(' "\r') for cell in first.split(separator)) and separator in first:
            return read_csv(content, source, records.codebook, records.na)
    return _read_text(content, source, records, is_json=start.startswith("{"))
