"""A table with those that are joined to it: one table of rows, and the columns that the entries of all of them mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from fidelity.errors import Problem
from fidelity.model.mapping import Column, MappingFile, Table
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat
from fidelity.read.layout.fill import fill_down
from fidelity.read.mapping.choosing import Chosen
from fidelity.read.mapping.matching import Matched, differences, match_columns
from fidelity.read.shapes.joining import join, stack

_OF_STUDY: Final = frozenset({"study", "report"})
"""A table that is joined by these alone tells of studies, and not of their arms."""


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a table with all that is joined to them, the columns that the mapping means, and what is not read."""

    table: Table
    flat: Flat
    matched: Matched
    problems: tuple[Problem, ...] = ()


def joined(mapping: MappingFile, root: Table, flat: Flat, chosen: Chosen) -> tuple[Part, list[Problem]]:
    """Return a table with all that is joined to it, and what keeps it from being read: what is missing."""
    part, gone = _matched(root, flat)
    names = {root.name}
    for table in mapping.tables:
        if table.join is None or table.join.to not in names:
            continue
        names.add(table.name)
        found = list(chosen.tables.get(table.name, ()))
        if not found:
            gone += chosen.lacking.get(table.name, ())
            continue
        whole = found[0] if len(found) == 1 else stack(found)
        if not isinstance(whole, Flat):
            gone += whole
            continue
        other, lost = _matched(table, whole)
        gone += lost
        unfed = [*_unmatched(part, table.join.on), *_unmatched(other, table.join.on)]
        gone += unfed
        if not lost and not unfed:
            part = _with(part, other, table.join.on)
        else:
            part = replace(part, problems=(*part.problems, *other.problems))
    return part, gone


def _matched(table: Table, flat: Flat) -> tuple[Part, list[Problem]]:
    matched = match_columns(table, flat)
    missing, unread = differences(table, flat, matched)
    return Part(table, _filled_down(table, flat, matched), matched, tuple(unread)), missing


def _feeding(part: Part, name: str) -> int | None:
    return next((at for entry, at in part.matched.pairs if entry.confirmed and entry.feeds == name), None)


def _unmatched(part: Part, names: Sequence[str]) -> list[Problem]:
    return [
        Problem(
            "missing-column",
            part.flat.headings[0],
            name,
            f"{part.table.name} is joined by {name}, and no column of it feeds {name}",
            f"add an entry that feeds {name}",
        )
        for name in names
        if _feeding(part, name) is None
    ]


def _with(part: Part, other: Part, names: Sequence[str]) -> Part:
    """Return two tables as one; a name by which they are matched is read from the first."""
    on = [(_feeding(part, name), _feeding(other, name)) for name in names]
    sides = [(left, right) for left, right in on if left is not None and right is not None]
    meant = (_meant(part, names), _meant(other, names))
    both, problems = join(part.flat, other.flat, sides, of_study=set(names) <= _OF_STUDY, meant=meant)
    moved = _moved(part.flat, other.flat, both)
    pairs: list[tuple[Column, int]] = list(part.matched.pairs)
    pairs += [(entry, moved[at]) for entry, at in other.matched.pairs if at in moved and entry.feeds not in names]
    unclear = [*part.matched.open]
    unclear += [(entry, tuple(moved[at] for at in places if at in moved)) for entry, places in other.matched.open]
    always = {**other.table.always, **part.table.always}
    return Part(
        part.table.model_copy(update={"always": always}),
        both,
        Matched(tuple(pairs), part.matched.missing, part.matched.unread, tuple(unclear)),
        (*part.problems, *other.problems, *problems),
    )


def _meant(part: Part, names: Sequence[str]) -> dict[int, dict[str, str]]:
    """Return what `values` says of the texts of columns by which tables are matched."""
    return {at: entry.values for entry, at in part.matched.pairs if entry.confirmed and entry.feeds in names}


def _moved(left: Flat, right: Flat, both: Flat) -> dict[int, int]:
    """Return where each column of the second table stands in the joined one; some are one with one of the first."""
    own = [fold_header(name) for name in left.header]
    added = list(zip(both.header, both.headings, strict=True))
    places: dict[int, int] = {}
    for column, told in enumerate(zip(right.header, right.headings, strict=True)):
        if told in added[len(own) :]:
            places[column] = added.index(told, len(own))
        elif fold_header(told[0]) in own:
            places[column] = own.index(fold_header(told[0]))
    return places


def _filled_down(table: Table, flat: Flat, matched: Matched) -> Flat:
    """Return a table in which names that stand in the first of several rows only stand in all of them."""
    at = {entry.feeds: column for entry, column in matched.pairs if entry.confirmed}
    return fill_down(flat, [at[name] for name in table.fill_down if name in at])
