"""Exports of reviewers' tools, known by columns that no reviewer's template has.

What is known of them comes from public scripts that read them (Covidence: https://github.com/klsea/time_prefs_meta),
from the packages that Cochrane publishes beside its reviews (RevMan) and from the program that writes them (SRDR+:
https://github.com/jensjap/srdrPLUS). Exports of Covidence's Extraction 1 and 2 have the same leading columns and are
one shape here. Nothing known sets an export of DistillerSR apart: it is read like any table, wide by question.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as member
from typing import Final, Literal

from fidelity.errors import Problem
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Book, Grid
from fidelity.read.layout.tables import find_tables
from fidelity.read.shapes.adjudicating import COVIDENCE, SRDR, adjudicated
from fidelity.read.shapes.joining import join
from fidelity.read.shapes.study_sheets import AGREED, BY_HAND, headed, study_sheets

Kind = Literal["covidence", "covidence_study_sheets", "study_sheets", "revman", "srdr"]

_LOOKED_AT: Final = 30
_CHARACTERISTIC: Final = re.compile(r"\s*char(?::\s?|\.\.)(?=\S)", re.IGNORECASE)
"""What RevMan writes before the name of a study characteristic, also as R spells it."""
_QUESTION: Final = re.compile(r"\s*\[question id: ?\d+\]\s*(?:\[field id: ?[\dx]+\])?\s*$", re.IGNORECASE)
"""What SRDR+ writes behind the text of a question."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What some files are an export of: the tables to take, and what the tool's own columns mean.

    The keys of `identity`, `ignored` and `plain` are names of columns as the files have them.
    """

    kind: Kind
    reason: str
    """By what it was known."""
    flats: tuple[Flat, ...]
    identity: Mapping[str, str] = member(default_factory=dict)
    """The identity name that a column of the tool feeds."""
    ignored: Mapping[str, str] = member(default_factory=dict)
    """Why a column of the tool is not read."""
    plain: Mapping[str, str] = member(default_factory=dict)
    """What a column is called without that which the tool added to its name."""
    notes: tuple[Problem, ...] = ()
    """Sheets and files that are no part of the export, each by name."""


@dataclass(frozen=True, slots=True)
class _Tool:
    """A tool whose tables all begin with columns of its own; names are folded."""

    kind: Kind
    needs: frozenset[str]
    known: str
    identity: Mapping[str, str]
    ignored: Mapping[str, str]


_COVIDENCE: Final = _Tool(
    "covidence",
    frozenset(COVIDENCE),
    "an export of Covidence, by its columns {needs}",
    {"studyid": "study", "title": "title"},
    {"covidence": "Covidence's number of the study", "reviewername": "who extracted: rows of the consensus are taken"},
)
_SRDR: Final = _Tool(
    "srdr",
    frozenset(SRDR),
    "an export of SRDR+, by its columns {needs}",
    {"citationid": "study", "citationname": "title", "pmid": "pmid", "publicationdate": "year", "armsname": "arm"},
    {
        "extractionid": "SRDR+'s number of the extraction",
        "consolidated": "whether the row was agreed on: such rows are taken",
        "username": "who extracted",
        "refman": "number of the reference",
        "otherreference": "number of the reference",
        "authors": "authors of the report",
        "keyquestions": "questions of the review",
    },
)


def recognise(
    books: Sequence[Book], arms: Collection[str] = (), studies: Mapping[str, str] | None = None
) -> Shape | None:
    """Return the export that some files are, together; None where no tool's own columns are found.

    `arms` are names of columns that name the arm or the procedure of a row, beside the usual ones; `studies` says which
    names of studies mean others.
    """
    grids = [grid for book in books for grid in book.grids if grid.cells.width and grid.cells.height]
    heads = [(grid, dict(_heads(grid))) for grid in grids]
    for tool in (_COVIDENCE, _SRDR):
        found = [(grid, row) for grid, rows in heads if (row := _row_with(rows, tool.needs)) is not None]
        if found:
            return _exported(tool, found, grids, arms)
    return _revman(heads, studies or {}) or _study_sheets(books)


def _heads(grid: Grid) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the upper rows of a sheet, each as what stands in it by its folded text."""
    for row, texts in enumerate(grid.cells.head(_LOOKED_AT).iter_rows()):
        yield row, {fold_header(text): text.strip() for text in texts if text.strip()}


def _row_with(rows: Mapping[int, Mapping[str, str]], needs: frozenset[str]) -> int | None:
    return next((row for row, names in rows.items() if names.keys() >= needs), None)


def _exported(tool: _Tool, found: Sequence[tuple[Grid, int]], grids: Sequence[Grid], arms: Collection[str]) -> Shape:
    flats = tuple(adjudicated(_table(grid, row), arms) for grid, row in found)
    names = [name for flat in flats for name in flat.header]
    folded = {fold_header(name) for name in names}
    identity, ignored = dict(tool.identity), dict(tool.ignored)
    if tool is _COVIDENCE and "studyid" not in folded:
        identity["covidence"] = "study"
        del ignored["covidence"]
    needs = sorted({name.strip() for name in names if fold_header(name) in tool.needs})
    return Shape(
        tool.kind,
        tool.known.format(needs=", ".join(needs)),
        flats,
        {name: identity[fold_header(name)] for name in names if fold_header(name) in identity},
        {name: ignored[fold_header(name)] for name in names if fold_header(name) in ignored},
        {name: _QUESTION.sub("", name) for name in names if _QUESTION.search(name)},
        _others(grids, [grid for grid, _ in found]),
    )


def _table(grid: Grid, row: int) -> Flat:
    """Return the table whose header stands in a row, counted from 0."""
    return find_tables(grid, header_rows=(row + 1, row + 1))[0]


def _revman(heads: Sequence[tuple[Grid, Mapping[int, Mapping[str, str]]]], studies: Mapping[str, str]) -> Shape | None:
    """Return RevMan's study information, with its study arms joined to it where they are there."""
    information = [(grid, row) for grid, rows in heads for row, names in rows.items() if _is_information(names)]
    if not information:
        return None
    arms = [(grid, row) for grid, rows in heads for row, names in rows.items() if _is_arms(names)]
    tables = [_table(*one) for one in information]
    below = [_table(*one) for one in arms]
    if len(tables) == 1 and len(below) == 1:
        sides = [[fold_header(name) for name in flat.header].index("study") for flat in (below[0], tables[0])]
        meant = ({sides[0]: studies}, {sides[1]: studies})
        whole, problems = join(below[0], tables[0], [(sides[0], sides[1])], of_study=True, meant=meant)
        flats: tuple[Flat, ...] = (replace(whole, problems=(*whole.problems, *problems)),)
    else:
        flats = (*below, *tables)
    names = [name for flat in flats for name in flat.header]
    plain = {name: _CHARACTERISTIC.sub("", name) for name in names if _CHARACTERISTIC.match(name)}
    with_arms = " with its table of study arms" if below else ", without a table of study arms"
    return Shape(
        "revman",
        f"study information of RevMan, by its columns {', '.join(list(plain)[:3])}{with_arms}",
        flats,
        {name: fold_header(name) for name in names if fold_header(name) in {"study", "arm"}},
        plain=plain,
        notes=_others([grid for grid, _ in heads], [grid for grid, _ in (*information, *arms)]),
    )


def _is_information(names: Mapping[str, str]) -> bool:
    return "study" in names and any(_CHARACTERISTIC.match(name) for name in names.values())


def _is_arms(names: Mapping[str, str]) -> bool:
    """Whether a row heads RevMan's study arms; its study results name arms too, but for each outcome."""
    return names.keys() >= {"study", "arm", "intervention"} and "outcome" not in names


def _study_sheets(books: Sequence[Book]) -> Shape | None:
    """Return the studies of workbooks with a sheet for each: agreed on in Covidence, or built so by hand.

    By hand counts only where every sheet is built so: a list of fields with their explanations looks alike.
    """
    heads = [head[0] for book in books for grid in book.grids if (head := headed(grid)) is not None]
    if AGREED in heads:
        taken = [book for book in books if any((headed(grid) or ("", 0))[0] == AGREED for grid in book.grids)]
        reason = "sheets whose first column is headed Agreed, as older exports of Covidence have them"
        kind: Kind = "covidence_study_sheets"
    elif len(heads) > 1 and set(heads) <= BY_HAND:
        taken, kind = list(books), "study_sheets"
        reason = "every sheet names fields in its first column"
    else:
        return None
    flats = tuple(study_sheets(book) for book in taken)
    rest = [grid for book in books if book not in taken for grid in book.grids]
    identity = {flat.header[0]: "study" for flat in flats}
    return Shape(kind, reason, flats, identity, notes=_others(rest, []))


def _others(grids: Sequence[Grid], taken: Sequence[Grid]) -> tuple[Problem, ...]:
    """Return a note for each sheet that is no part of an export."""
    what, remedy = "no part of the export: its columns are others", "name it in the mapping if it is to be read"
    used = {(grid.source, grid.sheet) for grid in taken}
    left = (grid for grid in grids if (grid.source, grid.sheet) not in used)
    return tuple(Problem("other-sheet", grid.place(0, 0), grid.sheet or grid.source, what, remedy) for grid in left)
