"""The rows below a header: which are entries of the table, which are blank, and which are left out by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from sys import maxsize
from typing import Final

import polars as pl

from fidelity.errors import Problem
from fidelity.read.grids.grid import Block
from fidelity.read.layout.header import Header
from fidelity.read.layout.kinds import LONG, TOTAL, is_note, is_remark, is_total
from fidelity.read.layout.spread import Spread

_SHOWN: Final = 80
"""So many characters of a row show which one is meant."""
_KNOWN: Final = 50
"""The length of names is told from so many rows."""


@dataclass(frozen=True, slots=True)
class Scan:
    """What one pass over the rows of a rectangle finds; all rows are those of the sheet, counted from 0."""

    blank: pl.Series
    totals: tuple[int, ...]
    """Rows whose first text begins as totals do."""


def scan(sheet: Spread, rect: Block) -> Scan:
    """Return the blank rows of a rectangle: column by column, only as far as a row is still blank."""
    open_rows = pl.int_range(rect.top, rect.bottom + 1, dtype=pl.UInt32, eager=True)
    totals: list[int] = []
    for column in range(rect.left, rect.right + 1):
        whole = len(open_rows) == rect.bottom + 1 - rect.top
        texts = sheet.column(column, rect.top, rect.bottom) if whole else sheet.some(column, open_rows)
        totals += open_rows.filter(texts.str.contains(TOTAL)).to_list()
        open_rows = open_rows.filter(texts == "")
        if not len(open_rows):
            break
    if sheet.valueless and len(open_rows):
        held = pl.Series(sorted({row for row, at in sheet.valueless if rect.left <= at <= rect.right}), dtype=pl.UInt32)
        open_rows = open_rows.filter(~open_rows.is_in(held.implode()))
    return Scan(open_rows, tuple(totals))


def trimmed(sheet: Spread, rect: Block) -> Block | None:
    """Return a rectangle without the blank rows and columns around what it holds; None where it holds nothing."""
    top = next(
        (row for row in range(rect.top, min(rect.top + _KNOWN, rect.bottom + 1)) if _filled(sheet, rect, row)), None
    )
    bottom = rect.bottom if rect.top <= rect.bottom and _filled(sheet, rect, rect.bottom) else None
    if top is None or bottom is None:
        taken = pl.int_range(rect.top, rect.bottom + 1, dtype=pl.UInt32, eager=True)
        taken = taken.filter(~taken.is_in(scan(sheet, rect).blank.implode()))
        if not len(taken):
            return None
        top, bottom = int(taken[0]), int(taken[-1])
    inside = Block(top, rect.left, bottom, rect.right)
    columns = [column for column in range(rect.left, rect.right + 1) if holds(sheet, inside, column)]
    return Block(inside.top, columns[0], inside.bottom, columns[-1])


def _filled(sheet: Spread, rect: Block, row: int) -> bool:
    return any(sheet.texts(row, rect)) or any(
        at == row and rect.left <= column <= rect.right for at, column in sheet.valueless
    )


def holds(sheet: Spread, rect: Block, column: int) -> bool:
    """Tell whether something stands in a column of a rectangle."""
    near = min(rect.bottom, rect.top + _KNOWN)
    if (sheet.column(column, rect.top, near) != "").any() or (sheet.column(column, near, rect.bottom) != "").any():
        return True
    return any(at == column and rect.top <= row <= rect.bottom for row, at in sheet.valueless)


def left_out(sheet: Spread, rect: Block, header: Header, found: Scan) -> dict[int, Problem]:
    """Return the rows of a body that are no entries, each with the note that names it."""
    notes: dict[int, Problem] = {}
    for row in _headings(sheet, rect):
        notes[row] = _note(sheet, rect, row, "heading-row", "a merged cell across the table is a heading")
    for row in _again(sheet, rect, header):
        notes[row] = _note(sheet, rect, row, "repeated-header", "the names of the columns are repeated")
    for row in found.totals:
        if is_total(sheet.texts(row, rect)):
            notes.setdefault(row, _note(sheet, rect, row, "totals-row", "the row holds totals"))
    for row in _notes_below(sheet, rect, found.blank, notes):
        notes[row] = _note(sheet, rect, row, "note-row", "the text stands alone in its row")
    return notes


def _note(sheet: Spread, rect: Block, row: int, code: str, what: str) -> Problem:
    texts = sheet.texts(row, rect)
    column = next((at for at, text in enumerate(texts) if text), 0)
    return named_row(sheet, row, rect.left + column, texts, code, f"{what}: it is left out")


def named_row(sheet: Spread, row: int, column: int, texts: Sequence[str], code: str, what: str) -> Problem:
    """Return the note that names a row which is no entry of a table, with what stands in it."""
    found = " | ".join(text for text in texts if text)
    shown = found if len(found) <= _SHOWN else found[: _SHOWN - 1] + "…"
    remedy = "if it is an entry, give it the name of its study"
    return Problem(code, sheet.grid.place(row, column), f"row {row + 1}", what, remedy, found=shown)


def _headings(sheet: Spread, rect: Block) -> Iterable[int]:
    """Yield the rows that one merged cell takes as a whole."""
    if rect.right - rect.left < 2:
        return
    for block in sheet.blocks:
        across = block.left <= rect.left and block.right >= rect.right
        if across and block.top == block.bottom and rect.top <= block.top <= rect.bottom:
            yield block.top


def _again(sheet: Spread, rect: Block, header: Header) -> Iterable[int]:
    """Yield the rows that repeat a row of the header; the ones below the first may only follow another."""
    above: set[int] = set()
    for number, row in enumerate(header.rows):
        texts = sheet.texts(row, rect)
        filled = [at for at, text in enumerate(texts) if text]
        if not filled:
            continue
        column = sheet.cells[str(rect.left + filled[0])]
        same = (column.slice(rect.top, max(0, rect.bottom + 1 - rect.top)) == column[row]).arg_true()
        again = {rect.top + at for at in same.to_list() if sheet.texts(rect.top + at, rect) == texts}
        if number and len(filled) < 2:
            again = {at for at in again if at - 1 in above}
        above |= again
    return sorted(above)


def _notes_below(sheet: Spread, rect: Block, blank: pl.Series, known: dict[int, Problem]) -> Iterable[int]:
    """Yield the rows that only say something in the first columns, as notes and lists of abbreviations do."""
    sparse = _sparse(sheet, rect, blank)
    if not sparse:
        return
    passed = set(blank.to_list()) | set(known)
    tail = rect.bottom
    while tail >= rect.top and (tail in sparse or tail in passed):
        tail -= 1
    names = sheet.cells[str(rect.left)].slice(rect.top, min(_KNOWN, tail + 1 - rect.top)) if tail >= rect.top else ()
    long = max((LONG, *map(len, names))) if len(names) else maxsize
    inside = False
    for row, texts in sparse.items():
        if row in passed:
            continue
        text, alone = next(text for text in texts if text), sum(map(bool, texts)) == 1
        if row <= tail:
            if alone and is_remark(text):
                yield row
            continue
        inside = inside or is_note(text) or (alone and (is_remark(text) or len(text) > long))
        if inside:
            yield row


def _sparse(sheet: Spread, rect: Block, blank: pl.Series) -> dict[int, tuple[str, ...]]:
    """Return the rows in which at most the first two columns are filled; of a narrow table only one column."""
    width = rect.right - rect.left + 1
    if width == 1:
        return {}
    first = rect.left + (2 if width > 3 else 1)
    rows = pl.int_range(rect.top, rect.bottom + 1, dtype=pl.UInt32, eager=True)
    for column in range(rect.right, first - 1, -1):
        rows = rows.filter(sheet.some(column, rows) == "")
        if not len(rows):
            return {}
    if len(blank):
        rows = rows.filter(~rows.is_in(blank.implode()))
    filled = [sheet.some(column, rows).to_list() for column in range(rect.left, first)]
    listed = zip(rows.to_list(), zip(*filled, strict=True), strict=True)
    return {row: texts for row, texts in listed if any(texts)}
