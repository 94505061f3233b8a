"""The regions of a sheet: tables beneath and beside each other, and text that belongs to none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from fidelity.model.words import fold_header
from fidelity.read.grids.grid import Block
from fidelity.read.layout.header import Header, find_header, looks_named
from fidelity.read.layout.kinds import has_year, is_datum, is_note, is_prose, is_remark, names_study
from fidelity.read.layout.rows import Scan, holds, left_out, scan, trimmed
from fidelity.read.layout.spread import Spread

MOST_TABLES: Final = 100
"""On one sheet no more tables are told apart: what stands below them stays with the last one."""
_MOST_GAPS: Final = 1000
"""Below no more blank rows of a sheet another table is looked for."""
_NEAR: Final = 12
"""A header is compared with so many rows below it."""
_FAR: Final = 100
"""A header is compared with so many rows above it."""
_ENOUGH: Final = 2
"""So many signs make a new table; with fewer, rows stay with the table above, where they are refused by name."""

_TITLE_WORDS: Final = frozenset({"table", "sheet", "form", "part"})


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle that holds a table, with its header as far as one was found, or text that is no table."""

    rect: Block
    header: Header | None
    below: Scan | None = None
    """What was found in the rows below the header, if they were looked at."""
    loose: bool = False


def regions(sheet: Spread, rect: Block) -> list[Region]:
    """Return the regions of a rectangle in the order of reading: from top to bottom, then from left to right."""
    waiting = [rect]
    found: list[Region] = []
    gaps = _MOST_GAPS
    while waiting:
        inside = trimmed(sheet, waiting.pop())
        if inside is None:
            continue
        parts = _beside(sheet, inside)
        if len(parts) > 1:
            waiting += reversed(parts)
            continue
        header = find_header(sheet, inside)
        start, below = None, None
        if header is not None and header.bottom < inside.bottom:
            below = scan(sheet, replace(inside, top=header.bottom + 1))
            if len(found) + len(waiting) < MOST_TABLES:
                start, tried = next_table(sheet, inside, header, below, gaps)
                gaps -= tried
        if start is None:
            found.append(Region(inside, header, below))
        else:
            waiting.append(Block(start, inside.left, inside.bottom, inside.right))
            waiting.append(Block(inside.top, inside.left, start - 1, inside.right))
    return [replace(one, loose=_is_loose(sheet, one, len(found) > 1)) for one in found]


def _is_loose(sheet: Spread, region: Region, among: bool) -> bool:
    """Tell whether a region is text beside the tables: one column beside others, sentences, or names with a colon."""
    rect = region.rect
    rows = [texts for _, texts in sheet.rows(rect.top, _FAR, rect)]
    firsts = [next(text for text in texts if text) for texts in rows if any(texts)]
    if all(sum(map(bool, texts)) <= 1 for texts in rows):
        prose = sum(map(is_prose, firsts))
        return among or rect.left < rect.right or 3 * prose >= len(firsts) > 0
    if rect.right - rect.left > 1 or not firsts:
        return False
    header = region.header
    if header is not None and names_study(header.names[0]):
        return False
    title = firsts[0] if header is None else [*firsts[:1], *_titles(sheet, rect, header)][-1]
    return is_note(title) or 2 * sum(text.endswith((":", "=")) for text in firsts) > len(firsts)


def _titles(sheet: Spread, rect: Block, header: Header) -> list[str]:
    """Return the first text of each row above a header."""
    return [_first(texts) for _, texts in sheet.rows(rect.top, header.top - rect.top, rect)]


def _beside(sheet: Spread, rect: Block) -> list[Block]:
    """Return the parts of a rectangle between blank columns, save where a blank column only stands inside a table."""
    parts: list[Block] = []
    for column in range(rect.left, rect.right + 1):
        if not _stands(sheet, rect, column):
            continue
        if parts and parts[-1].right == column - 1:
            parts[-1] = Block(rect.top, parts[-1].left, rect.bottom, column)
        else:
            parts.append(Block(rect.top, column, rect.bottom, column))
    joined: list[Block] = []
    for part in parts:
        if joined and _together(sheet, joined[-1], part):
            joined[-1] = Block(rect.top, joined[-1].left, rect.bottom, part.right)
        else:
            joined.append(part)
    return joined


def _stands(sheet: Spread, rect: Block, column: int) -> bool:
    """Tell whether a column holds more than what a title that is merged across the sheet leaves in it."""
    if not holds(sheet, rect, column):
        return False
    if not sheet.anchors:
        return True
    own = sheet.grid.cells[str(column)].slice(rect.top, rect.bottom + 1 - rect.top)
    if (own.str.strip_chars() != "").any():
        return True
    copied = [row for row, at in sheet.anchors if at == column and rect.top <= row <= rect.bottom]
    across = sum(sheet.anchors[row, column][1] != column for row in copied)
    return across < len(copied) or across > 3 or not copied


def _together(sheet: Spread, left: Block, right: Block) -> bool:
    """Tell whether a blank column stands inside one table: both sides fill the same rows, and only one says of what.

    In doubt they are two tables: rows that do not belong together must not be read as one.
    """
    first, second = find_header(sheet, left), find_header(sheet, right)
    own = trimmed(sheet, right)
    if first is None or second is None or own is None or first.rows != second.rows or own.top != second.top:
        return False
    if {fold_header(name) for name in first.names} & {fold_header(name) for name in second.names}:
        return False
    if names_study(second.names[0]) and any(map(names_study, first.names)):
        return False
    if first.bottom == left.bottom:
        return True
    below = Block(first.bottom + 1, left.left, left.bottom, left.right)
    found = scan(sheet, below)
    silent = set(found.blank.to_list())
    notes = set(left_out(sheet, below, first, found))
    beside = scan(sheet, Block(below.top, right.left, below.bottom, right.right)).blank.to_list()
    return silent - notes <= set(beside) <= silent | notes


def next_table(
    sheet: Spread, rect: Block, header: Header, found: Scan, most: int = _MOST_GAPS
) -> tuple[int | None, int]:
    """Return the row in which another table begins below the one whose header is known, and how many were looked at.

    `found` is what stands below the header: another table only begins after a blank row.
    """
    body = replace(rect, top=header.bottom + 1)
    starts = _after_blanks(found, body)[:most]
    if not starts:
        return None, 0
    for tried, start in enumerate(starts, start=1):
        if not any(map(is_datum, sheet.texts(start, body))) and _begins(sheet, body, header, start):
            return start, tried
    return None, len(starts)


def _after_blanks(found: Scan, body: Block) -> list[int]:
    """Return the rows that follow a blank row and are not blank."""
    below = found.blank + 1
    return below.filter(~below.is_in(found.blank.implode()) & (below <= body.bottom)).to_list()


def _begins(sheet: Spread, body: Block, header: Header, start: int) -> bool:
    """Tell whether titles and a header follow, by signs that names of columns show and entries do not."""
    rows = sheet.rows(start, _NEAR, body)
    titles = 0
    while titles < len(rows) and _stands_alone(sheet, body, *rows[titles]):
        titles += 1
    if titles == len(rows) or (titles and is_remark(_first(rows[titles - 1][1]))):
        return False
    names = rows[titles][1]
    if not looks_named(names) or any(map(is_datum, names)):
        return False
    below = [texts for _, texts in rows[titles + 1 :]]
    known = {fold_header(part) for one in header.rows for part in sheet.texts(one, body) if fold_header(part)}
    same = {fold_header(text) for text in names} & known
    if not titles and any(sheet.texts(one, body) == names for one in header.rows):
        return False
    signs = 2 * bool(same) + _contrast(names, below) - 2 * any(map(has_year, names))
    if titles:
        signs += 1 + (_first(rows[0][1]).casefold().split()[0].rstrip(":.") in _TITLE_WORDS)
    as_wide = all(any(one[end] for one in (names, *below)) for end in (0, -1))
    gaps = [bool(text) for text in names] != [bool(name) for name in header.names]
    signs += gaps and (not as_wide or 2 * sum(map(bool, names)) < len(names))
    if signs + 1 < _ENOUGH:
        return False
    first = max(body.top, start - _FAR)
    above = [texts for _, texts in sheet.rows(first, start - first, body)]
    if as_wide and not titles:
        # A word above values is a name only where no values stand above it: else it is an entry that is a word.
        signs += _contrast(names, below, above) - _contrast(names, below)
    signs += _unlike(names, above, below)
    signs -= 3 * any(text and text == one[at] for one in above for at, text in enumerate(names) if at)
    return signs >= _ENOUGH


def _stands_alone(sheet: Spread, body: Block, row: int, texts: list[str]) -> bool:
    """Tell whether one cell, which may be merged, is all that a row holds."""
    return len({sheet.anchor(row, body.left + at) for at, text in enumerate(texts) if text}) == 1


def _first(texts: list[str]) -> str:
    return next(text for text in texts if text)


def _contrast(names: list[str], below: list[list[str]], above: Sequence[list[str]] = ()) -> int:
    """Return in how many columns (at most 2) values stand below a text that is none, and not above it as well."""
    columns = (at for at, name in enumerate(names) if name and below and not any(is_datum(one[at]) for one in above))
    return min(2, sum(2 * sum(is_datum(one[at]) for one in below) > len(below) for at in columns))


def _unlike(names: list[str], above: list[list[str]], below: list[list[str]]) -> bool:
    """Tell whether a row shares no text with the rows around it, where these share texts with each other."""
    if len(below) < 2:
        return False
    columns = [[one[at] for one in below if one[at]] for at in range(1, len(names))]
    repeated = any(len(set(column)) < len(column) for column in columns)
    shared = any(name and name == one[at] for one in (*above, *below) for at, name in enumerate(names))
    return repeated and not shared


def blank_columns(sheet: Spread, rect: Block, header: Header) -> Iterator[int]:
    """Yield the columns of a table that have no name and hold nothing."""
    for column in range(rect.left, rect.right + 1):
        below = Block(header.bottom + 1, rect.left, rect.bottom, rect.right)
        if not header.names[column - rect.left] and (below.top > below.bottom or not holds(sheet, below, column)):
            yield column


def kept_rows(rect: Block, dropped: set[int]) -> pl.Series:
    """Return the rows of a body that are its entries."""
    rows = pl.int_range(rect.top, rect.bottom + 1, dtype=pl.UInt32, eager=True)
    if not dropped:
        return rows
    return rows.filter(~rows.is_in(pl.Series(sorted(dropped), dtype=pl.UInt32).implode()))
