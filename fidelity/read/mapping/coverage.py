"""How many filled cells of each column can be read under a mapping, and which are the first that cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import polars as pl

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Column, MappingFile, Table
from fidelity.read.flat import Flat
from fidelity.read.mapping.columns import CLOSED
from fidelity.read.mapping.maker import Maker
from fidelity.read.mapping.matching import Matched, filled, match_columns, name_of
from fidelity.read.mapping.native import Fed
from fidelity.read.mapping.proposal import Covered, Proposal, Unreadable
from fidelity.read.mapping.rewording import is_bare
from fidelity.read.mapping.translate import PLAIN, stripped
from fidelity.read.quantities import parse
from fidelity.read.table_fields import distinct_of
from fidelity.read.units import no_unit
from fidelity.read.vocabulary import one_word

FIRST: Final = 3
"""So many cells that cannot be read are named of each column."""


def with_coverage(proposal: Proposal, codebook: Codebook) -> Proposal:
    """Return a proposal that tells of each column how many of its cells can be read."""
    mapping = proposal.mapping
    if mapping is None:
        return proposal
    tables = (
        replace(one, columns=covered(mapping, one.table, one.flat, match_columns(one.table, one.flat), codebook))
        for one in proposal.tables
    )
    return replace(proposal, tables=tuple(tables))


def outlined(proposal: Proposal, codebook: Codebook) -> Proposal:
    """Return a proposal that tells how each column stands, without a look at its cells, which would take longer."""
    mapping = proposal.mapping
    if mapping is None:
        return proposal
    tables = (
        replace(
            one, columns=covered(mapping, one.table, one.flat, match_columns(one.table, one.flat), codebook, read=False)
        )
        for one in proposal.tables
    )
    return replace(proposal, tables=tuple(tables))


def covered(
    mapping: MappingFile, table: Table, flat: Flat, matched: Matched, codebook: Codebook, *, read: bool = True
) -> tuple[Covered, ...]:
    """Return the coverage of each column of a table, those that are asked about as if they were confirmed.

    Without `read` no cell is read, and none counts as such.
    """
    maker = Maker(mapping, table, codebook)
    found: dict[int, Covered] = {}
    for entry, at in matched.pairs:
        if at not in found:
            found[at] = _of_entry(maker, entry, flat, at, read=read)
        elif entry.ignored is None:
            found[at] = _both(found[at], _of_entry(maker, entry, flat, at, read=read))
    for entry, places in matched.open:
        for at in places:
            found[at] = _plain(flat, at, " and ".join(entry.targets), "", certain=False)
    for at in matched.unread:
        found.setdefault(at, _plain(flat, at, "", "", certain=False))
    return tuple(found[at] for at in sorted(found))


def _plain(flat: Flat, at: int, feeds: str, ignored: str, *, certain: bool) -> Covered:
    number = int((stripped(flat.cells[str(at)]) != "").sum())
    return Covered(name_of(flat, at), flat.headings[at], feeds, ignored, certain, number, 0)


def _both(one: Covered, other: Covered) -> Covered:
    """Return the coverage of a column that two entries read; a cell counts as read where both can read it."""
    if one.ignored:
        return other
    unreadable = list({found.place: found for found in (*one.unreadable, *other.unreadable)}.values())[:FIRST]
    return replace(
        one,
        feeds=f"{one.feeds} and {other.feeds}",
        certain=one.certain and other.certain,
        read=min(one.read, other.read),
        unreadable=tuple(unreadable),
    )


def _of_entry(maker: Maker, entry: Column, flat: Flat, at: int, *, read: bool) -> Covered:
    feeds = " and ".join(entry.targets)
    plain = _plain(flat, at, feeds, entry.ignored or "", certain=entry.confirmed)
    if not read or entry.ignored is not None or not filled(flat, at):
        return plain
    wrong: dict[int, str] = {}
    for fed in maker.of_column(entry, flat, at):
        wrong |= dict(_unread_rows(fed, maker))
    first = [
        Unreadable(flat.place(row, at), str(stripped(flat.cells[str(at)].slice(row, 1))[0]), wrong[row])
        for row in sorted(wrong)[:FIRST]
    ]
    return Covered(
        plain.header, plain.place, feeds, "", entry.confirmed, plain.filled, plain.filled - len(wrong), tuple(first)
    )


def _unread_rows(fed: Fed, maker: Maker) -> Iterator[tuple[int, str]]:
    """Yield the rows of a column whose cell cannot be read, with the reason."""
    field = maker.field_of(fed.target)
    rest = {row: fault.what for row, fault in fed.faults.items()}
    if (field is not None and field.type != "text") or fed.target in CLOSED:
        sound = _sound_numbers(fed, maker)
        distinct, codes = distinct_of(fed.texts if sound is None else pl.Series([""]).zip_with(sound, fed.texts))
        reasons = [_why(text, fed, maker) for text in distinct]
        wrong = pl.Series([place for place, why in enumerate(reasons) if why], dtype=codes.dtype)
        rows = codes.is_in(wrong.implode()).arg_true()
        for row, place in zip(rows.to_list(), codes.gather(rows).to_list(), strict=True):
            rest.setdefault(row, reasons[place])
    yield from rest.items()


def _sound_numbers(fed: Fed, maker: Maker) -> pl.Series | None:
    """Return the rows with a plain number in the codebook's unit and range, which need no closer look."""
    field = maker.field_of(fed.target)
    if field is None or field.range is None or field.type != "number" or fed.unitless:
        return None
    plain = fed.texts.str.contains(PLAIN)
    numbers = fed.texts.zip_with(plain, pl.Series(["-1"])).cast(pl.Float64)
    return plain & numbers.is_between(*field.range)


def _why(text: str, fed: Fed, maker: Maker) -> str:
    field = maker.field_of(fed.target)
    if field is None:
        word = one_word(fed.target, text, CLOSED[fed.target]) if text else None
        return word.what if isinstance(word, Fault) else ""
    if not text:
        return ""
    if fed.unitless and is_bare(text) and field.type != "ordered_choice":
        return no_unit(field, text).what
    found = parse(field, maker.codebook, text, na=maker.na, single=True)
    return found.what if isinstance(found, Fault) else ""


def total(columns: Sequence[Covered]) -> tuple[int, int]:
    """Return how many filled cells of mapped columns can be read, and how many there are."""
    mapped = [column for column in columns if column.feeds]
    return sum(column.read for column in mapped), sum(column.filled for column in mapped)
