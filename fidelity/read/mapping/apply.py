"""A mapping applied: reviewers' tables become sheets of the codebook's names, or are refused with the difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fidelity.errors import Problem, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Column, MappingFile
from fidelity.model.words import Status
from fidelity.read.columns import REQUIRED
from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Book
from fidelity.read.mapping.choosing import Chosen, choose_tables
from fidelity.read.mapping.joining import Part, joined
from fidelity.read.mapping.maker import Maker
from fidelity.read.mapping.matching import Matched
from fidelity.read.mapping.unread import refusals, unread_tables
from fidelity.read.mapping.unused import unused_words
from fidelity.read.reading import Refused
from fidelity.read.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Applied:
    """What a mapping made of some files: a sheet for each table, and what is wrong, noticed or refused by name.

    Rows of `sheets` that cannot be read are named in their `spoilt`, with the reasons.
    """

    sheets: tuple[Sheet, ...] = ()
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    refused: tuple[Refused, ...] = ()


def apply(mapping: MappingFile, books: Iterable[Book], codebook: Codebook, na: Status | None = None) -> Applied:
    """Return the sheets that a mapping makes of some files; `na` is what NA means where the mapping does not say it."""
    chosen = choose_tables(mapping, books)
    found = apply_tables(mapping, chosen, codebook, na)
    left = unread_tables(mapping, chosen)
    return Applied(
        found.sheets,
        tuple(sort_problems([*found.problems, *chosen.problems, *left.problems])),
        tuple(sort_problems([*found.notes, *chosen.notes, *left.notes])),
        (*found.refused, *left.refused),
    )


def apply_tables(mapping: MappingFile, chosen: Chosen, codebook: Codebook, na: Status | None = None) -> Applied:
    """Return the sheets that a mapping makes of the tables that each of its entries means."""
    sheets: list[Sheet] = []
    problems: list[Problem] = []
    notes: list[Problem] = []
    refused: list[Refused] = []
    for table in mapping.tables:
        if table.join is not None:
            continue
        read: list[Part] = []
        for flat in chosen.tables.get(table.name, ()):
            part, gone = joined(mapping, table, flat, chosen)
            problems += [*part.flat.problems, *part.problems]
            notes += part.flat.notes
            refused += _without_block(part.flat)
            gone += _unfed(part)
            if gone:
                places = {entry.feeds or "": at for entry, at in part.matched.pairs if entry.confirmed}
                asked = [problem for problem in part.problems if problem.code == "unread-column"]
                problems += [*gone, *_unconfirmed(part.matched, part.flat, Maker(mapping, part.table, codebook, na))]
                refused += refusals(part.flat, places, (*gone, *asked))
                continue
            sheet, wrong = Maker(mapping, part.table, codebook, na).sheet(part.flat, part.matched)
            sheets.append(sheet)
            problems += wrong
            read.append(part)
        notes += unused_words(mapping, read)
    return Applied(tuple(sheets), tuple(sort_problems(problems)), tuple(sort_problems(notes)), tuple(refused))


def _unfed(part: Part) -> list[Problem]:
    """Return a problem for each name without which no row can be told, and that no confirmed column feeds."""
    fed = {target for entry, _ in part.matched.pairs if entry.confirmed for target in entry.targets}
    fed |= {target for entry, _ in part.matched.open for target in entry.targets} | set(part.table.always)
    lost = {target for entry in part.matched.missing for target in entry.targets}
    asked = {target for entry, _ in part.matched.pairs if not entry.confirmed for target in entry.targets}
    where = part.flat.headings[0]
    return [
        Problem(
            "missing-column",
            where,
            name,
            f"nothing in the mapping says from which column {name} is read",
            f"add an entry that feeds {name}, or say it for every row with `always`",
        )
        for name in REQUIRED
        if name not in fed | lost | asked
    ]


def _unconfirmed(matched: Matched, flat: Flat, maker: Maker) -> list[Problem]:
    pairs = [(entry, at) for entry, at in matched.pairs if not entry.confirmed]
    return [unconfirmed(entry, at, flat, maker) for entry, at in pairs]


def unconfirmed(entry: Column, at: int, flat: Flat, maker: Maker) -> Problem:
    """Return the problem that nobody has said yes to what a mapping proposes for a column."""
    name = flat.header[at].strip()
    fault = maker.column_fault(entry, name)
    assert fault is not None, "the entry is not confirmed"
    return fault.at(flat.headings[at], name, header=name)


def _without_block(flat: Flat) -> list[Refused]:
    """Return the rows that vanished as none of their blocks holds anything; each is refused by name."""
    return [
        Refused(problem.subject, None, None, None, problem.place, (problem,))
        for problem in flat.problems
        if problem.code == "no-block"
    ]
