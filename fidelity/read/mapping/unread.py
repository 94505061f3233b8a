"""What a mapping leaves of the tables of some files: noted where it tells of no study, else refused row by row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from fidelity.errors import Problem
from fidelity.model.mapping import MappingFile, Table
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat, lowest
from fidelity.read.mapping.choosing import Chosen
from fidelity.read.mapping.matching import column_of, match_columns
from fidelity.read.mapping.names import CERTAIN, CITED
from fidelity.read.mapping.translate import stripped
from fidelity.read.reading import Refused
from fidelity.read.shapes.joining import key_of

NAMES = ("study", "arm", "procedure", "role")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Unread:
    """The tables that no entry of a mapping means: problems and refused rows, and notes where no study is in them."""

    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...]
    refused: tuple[Refused, ...]


def unread_tables(mapping: MappingFile, chosen: Chosen) -> Unread:
    """Return what becomes of the tables that a mapping leaves: none whose rows may tell of a study is only noted."""
    problems: list[Problem] = []
    notes: list[Problem] = []
    refused: list[Refused] = []
    known = [(table, flat) for table in mapping.tables for flat in chosen.tables.get(table.name, ())]
    read = [ReadTable.of(flat, _named(table, flat)) for table, flat in known] if chosen.left else []
    for flat in chosen.left:
        notes += flat.notes
        what = "the mapping names no table that has these columns"
        beside = any(sheet_of(flat) == sheet_of(other) for _, other in known)
        remedy = "add it to the mapping, or name its sheet under `ignored_sheets` with the reason"
        if beside:
            remedy = f"add it to the mapping, if only with {_how_known(flat)} and `ignored: REASON`"
        problem = Problem("unread-table", flat.headings[0], flat.name, what, remedy, flat.header[0])
        study = _study_column(mapping, flat)
        lost = cut_off(flat, read, problem) if study is None else refusals(flat, {"study": study}, (problem,))
        refused += lost
        if lost or study is not None:
            problems.append(problem)
        else:
            notes.append(problem)
    return Unread(tuple(problems), tuple(notes), tuple(refused))


def sheet_of(flat: Flat) -> tuple[str, str | None]:
    """Return the file and the sheet in which a table stands."""
    return flat.headings[0].source, flat.headings[0].sheet


def _how_known(flat: Flat) -> str:
    """Return by what a mapping would know a table that stands beside others: its title, or a column."""
    return f"`title: {flat.title}`" if flat.title else "some of its `columns`"


def refusals(flat: Flat, places: Mapping[str, int], problems: tuple[Problem, ...]) -> list[Refused]:
    """Return every row of a table as refused, by the names that its columns give as far as they can be told."""
    named = {name: stripped(flat.cells[str(at)]).to_list() for name, at in places.items() if name in NAMES}
    refused = []
    for row in range(flat.cells.height):
        study, arm, procedure, role = (named[name][row] or None if name in named else None for name in NAMES)
        found = [flat.place(row, places[name]) for name in ("study", "arm", "procedure") if name in places]
        place = lowest(found or [flat.place(row, 0)])
        refused.append(
            Refused(study or f"row {(place.cell or '').lstrip(_LETTERS)}", arm, procedure, role, place, problems)
        )
    return refused


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table that is read: in which columns of the sheet its names stand, and the studies that it tells."""

    flat: Flat
    columns: Mapping[str, str]
    studies: frozenset[str]

    @classmethod
    def of(cls, flat: Flat, places: Mapping[str, int]) -> ReadTable:
        """Return a table as one that is read, by the columns of its names."""
        studies = key_of(flat.cells[str(places["study"])]).unique().to_list() if "study" in places else []
        columns = {name: column_of(flat, at) for name, at in places.items()}
        return cls(flat, columns, frozenset(studies) - {""})

    def goes_on_in(self, other: Flat) -> bool:
        """Whether another table of the sheet may be more rows of this one, cut off from it by a blank row.

        It is about as wide and stands in the same columns, or one of its cells is the name of a study.
        """
        here, there = self.flat.headings[0], other.headings[0]
        if (here.source, here.sheet) != (there.source, there.sheet):
            return False
        own, its = _columns(self.flat), _columns(other)
        if its & own and 2 * len(its) >= len(own):
            return True
        studies = pl.Series(sorted(self.studies), dtype=pl.String).implode()
        texts = [pl.Series(other.header, dtype=pl.String), *other.cells]
        return any(bool(key_of(one).is_in(studies).any()) for one in texts)

    def places_in(self, other: Flat) -> dict[str, int]:
        """Return the columns of another table that stand where the names stand in this one."""
        its = [column_of(other, at) for at in range(len(other.header))]
        return {name: its.index(column) for name, column in self.columns.items() if column in its}


def cut_off(flat: Flat, read: Iterable[ReadTable], problem: Problem) -> list[Refused]:
    """Return the rows of a table as refused, if it may be more rows of one that is read; else none.

    The row that was taken for its header may be an entry, and is one of them.
    """
    above = next((one for one in read if one.goes_on_in(flat)), None)
    if above is None:
        return []
    places = above.places_in(flat)
    named = {name: flat.header[at].strip() or None for name, at in places.items()}
    place = flat.headings[places.get("study", 0)]
    study, arm, procedure, role = (named.get(name) for name in NAMES)
    first = Refused(study or f"row {(place.cell or '').lstrip(_LETTERS)}", arm, procedure, role, place, (problem,))
    return [first, *refusals(flat, places, (problem,))]


def _named(table: Table, flat: Flat) -> dict[str, int]:
    """Return the columns from which a mapping reads the names of rows."""
    pairs = match_columns(table, flat).pairs
    return {entry.feeds: at for entry, at in pairs if entry.confirmed and entry.feeds in NAMES}


def _columns(flat: Flat) -> set[str]:
    return {column_of(flat, at) for at in range(len(flat.header))}


def _study_column(mapping: MappingFile, flat: Flat) -> int | None:
    """Return the column that seems to name the study in a table that the mapping does not know."""
    known = [
        name for table in mapping.tables for entry in table.columns if entry.feeds == "study" for name in entry.reads
    ]
    folded = {fold_header(name) for name in (*known, *CERTAIN["study"], *CITED)}
    return next((at for at, name in enumerate(flat.header) if fold_header(name) in folded), None)
