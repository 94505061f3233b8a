"""Which columns of a table the entries of a mapping mean, and the difference: drift is told both ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from fidelity.errors import Problem
from fidelity.model.mapping import Column, Table
from fidelity.model.words import fold_header
from fidelity.read.columns import OWN
from fidelity.read.flat import Flat
from fidelity.read.mapping.meanings import NEAR, likeness
from fidelity.read.shapes.blocks import BLOCK
from fidelity.read.sheet import letters

WHITE: Final = " \t\n\r\v\f\u00a0\u1680\u2002\u2003\u2007\u2009\u200a\u200b\u200c\u200d\u2060\u202f\u205f\u3000\ufeff"
"""What stands around the text of a cell without meaning anything, no-break and zero-width spaces too."""


_NEAR_TOP: Final = 1000


@dataclass(frozen=True, slots=True)
class Matched:
    """The entries of a mapping with the column that each means, and what is left on both sides."""

    pairs: tuple[tuple[Column, int], ...]
    missing: tuple[Column, ...]
    """Entries that are expected, and whose column the table does not have."""
    unread: tuple[int, ...]
    """Columns that hold something, and that no entry names."""
    open: tuple[tuple[Column, tuple[int, ...]], ...]
    """Entries that fit several columns with something in them."""

    @property
    def drifted(self) -> bool:
        """Whether the table is not the one that the mapping was made for."""
        return bool(self.missing or self.unread or self.open)


def match_columns(table: Table, flat: Flat) -> Matched:
    """Return the columns that the entries of a table mean: by their names, newest first, compared folded."""
    named: dict[str, list[int]] = defaultdict(list)
    for place in range(len(flat.header)):
        named[fold_header(name_of(flat, place))].append(place)
    entries = with_block(table, flat)
    pairs: list[tuple[Column, int]] = []
    missing: list[Column] = []
    unclear: list[tuple[Column, tuple[int, ...]]] = []
    for entry in entries:
        there = list(dict.fromkeys(place for name in entry.reads for place in named[fold_header(name)]))
        full = [place for place in there if filled(flat, place)] if len(there) > 1 else there
        if len(full) > 1 and entry.ignored is None:
            unclear.append((entry, tuple(full)))
        elif entry.ignored is not None:
            pairs += [(entry, place) for place in there]
        elif there:
            pairs.append((entry, (full or there)[0]))
        elif not entry.optional and entry.confirmed:
            missing.append(entry)
    known = {fold_header(name) for entry in entries for name in entry.reads}
    unread = [
        place
        for place in range(len(flat.header))
        if fold_header(name_of(flat, place)) not in known and is_read(table, flat, place)
    ]
    return Matched(tuple(pairs), tuple(missing), tuple(unread), tuple(unclear))


def name_of(flat: Flat, place: int) -> str:
    """Return what a column is called; one without a name by its letters, as the sheet shows them: "column G"."""
    return flat.header[place].strip() or f"column {column_of(flat, place)}"


def with_block(table: Table, flat: Flat) -> tuple[Column, ...]:
    """Return the entries of a table, with one for the name of the block where repeated columns were turned to rows."""
    if not has_block(table, flat):
        return table.columns
    feeds = "arm" if table.blocks is None else table.blocks.feeds
    fed = {target for entry in table.columns for target in entry.targets} | set(table.always)
    known = {fold_header(name) for entry in table.columns for name in entry.reads}
    if feeds in fed or BLOCK in known:
        return table.columns
    return (*table.columns, Column(reads=(BLOCK,), feeds=feeds))


def has_block(table: Table, flat: Flat) -> bool:
    """Whether a table has the column, made here, that names the block or the column of a sheet a row was made of."""
    return BLOCK in flat.header and (table.blocks is not None or table.form == "study_sheets")


def is_read(table: Table, flat: Flat, place: int) -> bool:
    """Whether a column has to be told of: it holds something, and is neither the reviewer's own nor made here."""
    name = flat.header[place].strip()
    made = name == BLOCK and has_block(table, flat)
    return not name.startswith(OWN) and not made and filled(flat, place)


def filled(flat: Flat, place: int) -> bool:
    """Whether anything stands in a column."""
    texts = flat.cells[str(place)]
    # Most columns hold something near the top: the rest is looked at only where they do not.
    return any(bool((part.str.strip_chars(WHITE) != "").any()) for part in (texts.head(_NEAR_TOP), texts))


def differences(table: Table, flat: Flat, matched: Matched) -> tuple[list[Problem], list[Problem]]:
    """Return what keeps a table from being read, and the columns that are not read though something stands there."""
    spare = [name_of(flat, place) for place in matched.unread]
    kept = [_missing(entry, flat, spare) for entry in matched.missing]
    gone = [name for entry in matched.missing for name in entry.reads]
    return kept, [_unread(flat, place, gone) for place in matched.unread]


def _missing(entry: Column, flat: Flat, spare: Sequence[str]) -> Problem:
    name, near = entry.reads[0], near_names(entry.reads, spare)
    where = flat.headings[0].sheet or flat.headings[0].source
    what = f"{where} has no column {name!r}, from which {' and '.join(entry.targets)} was read"
    remedy = "mend the mapping with `fidelity map`, or say `optional: yes` there"
    if near:
        remedy = f"is it {near[0]!r} now? then put this name first in `reads`"
    return Problem("missing-column", flat.headings[0], name, what, remedy, name, "", near)


def _unread(flat: Flat, place: int, gone: Sequence[str]) -> Problem:
    heading, name = flat.headings[place], name_of(flat, place)
    number = int((flat.cells[str(place)].str.strip_chars(WHITE) != "").sum())
    cells = "1 cell" if number == 1 else f"{number} cells"
    what = f"{cells} of this column {'holds' if number == 1 else 'hold'} something, and the mapping does not name it"
    remedy = "add it to the mapping with `feeds`, or with `ignored` and the reason"
    return Problem(
        "unread-column",
        heading,
        name,
        what,
        remedy,
        name,
        "",
        near_names([name], gone),
    )


def column_of(flat: Flat, place: int) -> str:
    """Return the letters of a column as the file's sheet shows them."""
    cell = flat.headings[place].cell or letters(place)
    return cell.rstrip("0123456789")


def near_names(names: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Return the known names that are like any of some names, the nearest first."""
    alike = {name: max((likeness(one, name) for one in names), default=0.0) for name in known}
    found = sorted((name for name in alike if alike[name] >= NEAR), key=lambda name: -alike[name])
    return tuple(found[:3])
