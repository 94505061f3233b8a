"""Which tables of some files a mapping means: by the names of files and sheets, their titles and their columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as member
from pathlib import PurePath
from typing import Final

from fidelity.errors import Place, Problem
from fidelity.model.mapping import MappingFile, Table
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Book, Grid
from fidelity.read.layout.tables import find_tables
from fidelity.read.mapping.matching import match_columns, near_names
from fidelity.read.shapes.blocks import melt
from fidelity.read.shapes.recognise import Shape, recognise
from fidelity.read.shapes.study_sheets import study_sheets

_MOST: Final = 0.5
"""A table with at least so many of the expected columns is one of those that a mapping means."""
_DEEPEST: Final = 30
"""A header that the layout of a sheet does not show is looked for in so many rows, by the names of its columns."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The tables that each entry of a mapping means, those that none means, and what could not be chosen."""

    tables: Mapping[str, tuple[Flat, ...]]
    left: tuple[Flat, ...]
    problems: tuple[Problem, ...]
    notes: tuple[Problem, ...] = ()
    lacking: Mapping[str, tuple[Problem, ...]] = member(default_factory=dict)
    """Why an entry of the mapping means no table."""


def choose_tables(mapping: MappingFile, books: Iterable[Book]) -> Chosen:
    """Return the tables of some files that a mapping means."""
    files = list(books)
    tables: dict[str, tuple[Flat, ...]] = {}
    problems: list[Problem] = []
    notes: list[Problem] = []
    lacking: dict[str, tuple[Problem, ...]] = {}
    taken: set[Place] = set()
    left: dict[Place, Flat] = {}
    shape = _unless_joined(mapping, recognise(files, _naming_arms(mapping), _names_of_studies(mapping)))
    seen: set[tuple[str, str | None]] = set()
    for table in mapping.tables:
        if table.ignored is not None:
            continue
        fitting: list[Flat] = []
        for book in files:
            if fits_any(PurePath(book.source).name, table.files):
                grids = tuple(grid for grid in book.grids if _sheet_fits(grid, table, mapping))
                fitting += _tables_of(table, replace(book, grids=grids), shape)
                # What such a book holds beside the studies is told in the notes of their table.
                seen |= {(grid.source, grid.sheet) for grid in grids if table.form == "study_sheets"}
        notes += [note for flat in fitting if not flat.header for note in flat.notes]
        fitting = [flat for flat in _once(fitting) if flat.header]
        left |= {flat.headings[0]: flat for flat in fitting}
        fitting = [flat for flat in fitting if set_aside(mapping, flat, table) is None]
        found, wrong = _melted(table, _titled(table, fitting), _codes(mapping, table))
        own = _own(table, found)
        if not own:
            wrong = wrong or [_missing(table, files)]
            lacking[table.name] = tuple(wrong)
        problems += wrong
        taken |= {flat.headings[0] for flat in own}
        tables[table.name] = tuple(own)
    seen |= {(place.source, place.sheet) for flat in left.values() for place in flat.headings}
    for book in files:
        for grid in book.grids:
            if (grid.source, grid.sheet) not in seen and not _ignored(grid, mapping):
                if grid.hidden:
                    notes.append(_hidden(grid))
                    continue
                there = find_tables(grid)
                left |= {flat.headings[0]: flat for flat in there if flat.header}
                notes += [note for flat in there if not flat.header for note in flat.notes]
    rest = [flat for place, flat in left.items() if place not in taken and not _named_as_ignored(flat, mapping)]
    aside = {flat.headings[0]: entry for flat in rest if (entry := set_aside(mapping, flat)) is not None}
    notes += [_aside(flat, aside[flat.headings[0]]) for flat in rest if flat.headings[0] in aside]
    rest = [flat for flat in rest if flat.headings[0] not in aside]
    return Chosen(tables, tuple(rest), tuple(problems), tuple(dict.fromkeys(notes)), lacking)


def _unless_joined(mapping: MappingFile, shape: Shape | None) -> Shape | None:
    """Return an export; None where it joins files that the mapping joins itself."""
    joins = any(table.join is not None for table in mapping.tables)
    whole = shape is not None and any(len({place.source for place in flat.headings}) > 1 for flat in shape.flats)
    return None if joins and whole else shape


def _naming_arms(mapping: MappingFile) -> list[str]:
    """Return the names of the columns that name the arm or the procedure of a row."""
    entries = [entry for table in mapping.tables for entry in table.columns if entry.confirmed]
    return [name for entry in entries if {"arm", "procedure"} & {*entry.targets} for name in entry.reads]


def _names_of_studies(mapping: MappingFile) -> dict[str, str]:
    """Return which other name `values` gives to the names of studies."""
    entries = [entry for table in mapping.tables for entry in table.columns if entry.feeds == "study"]
    return {text: meant for entry in entries if entry.confirmed for text, meant in entry.values.items()}


def fits_any(name: str, patterns: Sequence[str]) -> bool:
    """Whether a name is one of some, in which * stands for anything; every name where none are given."""
    folded = " ".join(name.casefold().split())
    return not patterns or any(re.fullmatch(_expression(text), folded) for text in patterns)


def _expression(pattern: str) -> str:
    return ".*".join(map(re.escape, " ".join(pattern.casefold().split()).split("*")))


def _own(table: Table, flats: Sequence[Flat]) -> list[Flat]:
    """Return the tables that are meant: those with the study and most expected columns, else the nearest one."""
    with_study = [flat for flat in flats if fits(table, flat)]
    shares = [(_share(table, flat), flat) for flat in with_study]
    best: dict[tuple[str, str | None], float] = {}
    for share, flat in shares:
        sheet = (flat.headings[0].source, flat.headings[0].sheet)
        best[sheet] = max(share, best.get(sheet, 0.0))
    # Of several tables on one sheet the one with most of the columns is meant.
    most = [
        flat for share, flat in shares if share >= max(_MOST, best[flat.headings[0].source, flat.headings[0].sheet])
    ]
    return most or with_study or _nearest(table, flats)


def _share(table: Table, flat: Flat) -> float:
    """Return how many of the expected columns a table has, from 0 to 1."""
    matched = match_columns(table, flat)
    there = len({entry.reads for entry, _ in matched.pairs}) + len(matched.open)
    return there / max(there + len(matched.missing), 1)


def fits(table: Table, flat: Flat) -> bool:
    """Whether a table has the column from which the study is read, or any where the study is told for all rows."""
    told = [entry for entry in table.columns if entry.feeds == "study"]
    if not told:
        return bool(match_columns(table, flat).pairs)
    names = {fold_header(name) for name in flat.header}
    return any(fold_header(name) in names for entry in told for name in entry.reads)


def _sheet_fits(grid: Grid, table: Table, mapping: MappingFile) -> bool:
    if _ignored(grid, mapping):
        return False
    # A hidden sheet is an old version or a list of choices, unless the mapping names it.
    return grid.sheet is None or ((bool(table.sheets) or not grid.hidden) and fits_any(grid.sheet, table.sheets))


def _ignored(grid: Grid, mapping: MappingFile) -> bool:
    return grid.sheet is not None and bool(mapping.ignored_sheets) and fits_any(grid.sheet, [*mapping.ignored_sheets])


def _named_as_ignored(flat: Flat, mapping: MappingFile) -> bool:
    """Whether a mapping says of one table of a sheet, by its name or its title, that it is not read."""
    names = [name for name in (flat.name, flat.title) if name]
    return bool(mapping.ignored_sheets) and any(fits_any(name, [*mapping.ignored_sheets]) for name in names)


def set_aside(mapping: MappingFile, flat: Flat, instead_of: Table | None = None) -> Table | None:
    """Return the entry of a mapping that says that a table is not read; None where there is none.

    A table that another entry (`instead_of`) means too is left to the one that names it by its title, or else names
    more of its columns; an entry that names only its sheet is about what no other entry means.
    """
    found = [table for table in mapping.tables if table.ignored is not None and _is_about(table, flat)]
    if instead_of is not None:
        own = _known(instead_of, flat)
        titled = [table for table in found if table.title is not None and instead_of.title is None]
        found = titled or [table for table in found if table.columns and _known(table, flat) > own]
    return found[0] if found else None


def _is_about(table: Table, flat: Flat) -> bool:
    """Whether a table is the one of an entry: by its file, its sheet, its title, and all the columns that are named."""
    place = flat.headings[0]
    return (
        fits_any(PurePath(place.source).name, table.files)
        and (place.sheet is None or fits_any(place.sheet, table.sheets))
        and bool(_titled(table, [flat]))
        and _known(table, flat) == len(table.columns)
    )


def _known(table: Table, flat: Flat) -> int:
    """Return how many of the columns that an entry names a table has."""
    names = {fold_header(name) for name in flat.header}
    return sum(any(fold_header(name) in names for name in entry.reads) for entry in table.columns)


def _aside(flat: Flat, entry: Table) -> Problem:
    what = f"this table is not read: {entry.ignored}"
    return Problem(
        "ignored-table", flat.headings[0], flat.name, what, f"take {entry.name!r} out of the mapping to read it"
    )


def _hidden(grid: Grid) -> Problem:
    remedy = "show the sheet, or name it in the mapping, if it is to be read"
    return Problem(
        "hidden-sheet", grid.place(0, 0), grid.sheet or grid.source, "the sheet is hidden: it is not read", remedy
    )


def _tables_of(table: Table, book: Book, shape: Shape | None) -> list[Flat]:
    """Return the tables of some sheets of a book; what is known as an export is taken as its tool means it."""
    sheets = {(grid.source, grid.sheet) for grid in book.grids}
    known = shape.flats if shape is not None else ()
    exported = [flat for flat in known if any((place.source, place.sheet) in sheets for place in flat.headings)]
    if table.form == "study_sheets":
        return exported or ([study_sheets(book)] if book.grids else [])
    told = {(place.source, place.sheet) for flat in known for place in flat.headings}
    grids = [grid for grid in book.grids if (grid.source, grid.sheet) not in told]
    return exported + [flat for grid in grids for flat in _tables_in(table, grid)]


def _tables_in(table: Table, grid: Grid) -> tuple[Flat, ...]:
    """Return the tables of a sheet; where none fits, those below the row that the mapping's own names point out."""
    found = find_tables(grid, header_rows=table.header_rows)
    if table.header_rows is not None or any(flat.header and fits(table, flat) for flat in found):
        return found
    row = _named_row(table, grid)
    return found if row is None else find_tables(grid, header_rows=(row, row))


def _named_row(table: Table, grid: Grid) -> int | None:
    """Return the row, counted from 1, that names all columns that an entry expects; one name alone tells too little."""
    expected = [entry for entry in table.columns if entry.ignored is None and not entry.optional]
    wanted = {frozenset(map(fold_header, entry.reads)) for entry in expected}
    for number, texts in enumerate(grid.cells.head(_DEEPEST).iter_rows(), start=1):
        names = {fold_header(str(text)) for text in texts} - {""}
        if len(wanted) > 1 and all(reads & names for reads in wanted):
            return number
    return None


def _once(flats: Sequence[Flat]) -> list[Flat]:
    """Leave out tables that several files or sheets share, as the parts of an export do."""
    return list({id(flat): flat for flat in flats}.values())


def _melted(table: Table, flats: Sequence[Flat], blank: Sequence[str]) -> tuple[list[Flat], list[Problem]]:
    """Return tables with a row for each of their blocks, and why the blocks of some cannot be told."""
    if table.blocks is None:
        return list(flats), []
    made: list[Flat] = []
    problems: list[Problem] = []
    for flat in flats:
        melted = melt(flat, table.blocks, blank)
        if isinstance(melted, Flat):
            made.append(melted)
        elif fits(table, flat):
            problems += melted
    return made, problems


def _codes(mapping: MappingFile, table: Table) -> list[str]:
    """Return the words for a status, whichever, of a mapping and of the columns of a table."""
    told = (mapping.codes, *(entry.codes for entry in table.columns))
    return [text for codes in told for texts in codes.values() for text in texts]


def _titled(table: Table, flats: Sequence[Flat]) -> list[Flat]:
    if table.title is None:
        return list(flats)
    wanted = fold_header(table.title)
    return [flat for flat in flats if wanted in fold_header(flat.title or flat.name)]


def _nearest(table: Table, flats: Sequence[Flat]) -> list[Flat]:
    """Return the table that shares most columns with the mapping: its difference is what has to be told."""
    shared = [len(match_columns(table, flat).pairs) for flat in flats]
    return [flats[shared.index(max(shared))]] if any(shared) else []


def _missing(table: Table, books: Sequence[Book]) -> Problem:
    sheets = [grid.sheet for book in books for grid in book.grids if grid.sheet is not None]
    source = books[0].source if books else "mapping"
    if table.sheets and not any(fits_any(sheet, table.sheets) for sheet in sheets):
        what = f"there is no sheet {table.sheets[0]!r}, from which the table {table.name} is read"
        near = near_names(table.sheets, sheets)
        remedy = f"is it {near[0]!r} now? then put this name first in `sheets`" if near else "name it in `sheets`"
        return Problem("missing-sheet", Place(source), table.name, what, remedy, near=near)
    what = f"no table has a column of those from which {table.name} is read"
    remedy = "check that this is the right file, or propose a new mapping with `fidelity map`"
    return Problem("missing-table", Place(source), table.name, what, remedy)
