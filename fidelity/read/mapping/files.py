"""Mapping files as models that fit a codebook, and the data files that a mapping is proposed for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from fidelity.errors import Fault, Problem, UsageError, did_you_mean
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Column, MappingFile, Table
from fidelity.read.columns import JUDGED_BESIDE, OPTIONAL, REQUIRED, SHOWN_BESIDE
from fidelity.read.grids.books import read_book
from fidelity.read.grids.grid import Book
from fidelity.read.headers import factor_of
from fidelity.read.mapping.clashes import clashes
from fidelity.read.models import problem_at, read_model

IGNORED: Final = "ignored"
_IDENTITY: Final = (*REQUIRED, *OPTIONAL, "report")
_Path = tuple[str | int, ...]


def read_mapping(path: Path, codebook: Codebook) -> tuple[MappingFile | None, tuple[Problem, ...]]:
    """Return a mapping file as a model whose names the codebook knows, or every reason why it is none.

    UsageError where there is no such file.
    """
    mapping, document, problems = read_model(path, str(path), MappingFile)
    if mapping is None or document is None:
        return None, tuple(problems)
    found = [problem_at(document, at, fault) for at, fault in faults_of(mapping, codebook)]
    return (None if found else mapping), (*problems, *found)


def faults_of(mapping: MappingFile, codebook: Codebook) -> Iterator[tuple[_Path, Fault]]:
    """Yield what a mapping names that the codebook does not know, each with its path in the file."""
    if not codebook.understands(mapping.codebook):
        what = f"the mapping was made for codebook {mapping.codebook}, and this is {codebook.version}"
        yield ("codebook",), Fault("codebook-version", what, "propose a new mapping with `fidelity map`, and compare")
    yield from clashes(mapping)
    for number, table in enumerate(mapping.tables):
        at: _Path = ("tables", number)
        for place, entry in enumerate(table.columns):
            for path, fault in _of_entry(entry, codebook):
                yield (*at, "columns", place, *path), fault
        yield from (((*at, *path), fault) for path, fault in _of_table(table, codebook))


def _of_entry(entry: Column, codebook: Codebook) -> Iterator[tuple[_Path, Fault]]:
    key = "split" if entry.split is not None else "feeds"
    for target in entry.targets:
        fault = fault_of_target(target, codebook)
        if fault is not None:
            yield (key if target != entry.times or key == "split" else "times",), fault
    field = codebook.fields.get(entry.feeds or "")
    if entry.unit is not None and (field is None or field.unit is None):
        yield ("unit",), Fault("no-unit-here", f"{entry.feeds or 'this column'} has no unit", "take `unit` out")
    elif entry.unit is not None and field is not None and factor_of(entry.unit, field, codebook) is None:
        known = list(codebook.units.get(field.unit or "", ()))
        what = f"{entry.unit!r} is no unit of {field.label}"
        yield ("unit",), Fault("unknown-unit", what, did_you_mean(entry.unit, known))


def _of_table(table: Table, codebook: Codebook) -> Iterator[tuple[_Path, Fault]]:
    for target in table.always:
        fault = fault_of_target(target, codebook)
        if fault is not None:
            yield ("always", target), fault
    named: list[tuple[_Path, str]] = [(("fill_down", place), name) for place, name in enumerate(table.fill_down)]
    if table.join is not None:
        named += [(("join", "on", place), name) for place, name in enumerate(table.join.on)]
    if table.blocks is not None:
        named.append((("blocks", "feeds"), table.blocks.feeds))
    for path, name in named:
        if name not in _IDENTITY:
            what = f"{name!r} is no name that tells rows apart"
            yield path, Fault("unknown-name", what, did_you_mean(name, _IDENTITY, of_codebook=False))


def fault_of_target(target: str, codebook: Codebook) -> Fault | None:
    """Return why a name is neither a field, nor a part of one, nor an identity name; None where it is."""
    base, dot, part = target.partition(".")
    if target in _IDENTITY or (
        base in codebook.fields and (not dot or part.split(".")[0] in (*JUDGED_BESIDE, *SHOWN_BESIDE))
    ):
        return None
    what = f"{target!r} is no field of the codebook"
    return Fault("unknown-field", what, did_you_mean(target, [*codebook.fields, *_IDENTITY]))


def books_of(paths: Sequence[str]) -> tuple[Book, ...]:
    """Return data files as books; UsageError where one is missing or cannot be read."""
    books = []
    for name in paths:
        try:
            content = Path(name).read_bytes()
        except OSError as error:
            raise UsageError(f"{name} cannot be read: {error.strerror or error}") from None
        books.append(read_book(content, name))
    return tuple(books)
