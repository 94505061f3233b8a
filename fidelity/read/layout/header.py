"""The header of a table: which rows it takes, and what each column is called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from fidelity.model.words import fold_header
from fidelity.read.grids.grid import Block, Cell
from fidelity.read.layout.kinds import LONGEST_TITLE, are_units, is_datum, unit_of
from fidelity.read.layout.spread import Spread

LOOKED_AT = 40
"""A header stands within so many rows of the top."""
_MOST_ROWS = 3
Texts = Sequence[str]


@dataclass(frozen=True, slots=True)
class Header:
    """The rows of a header (from `top` to `bottom`, counted from 0), and its names with the cells they stand in."""

    top: int
    bottom: int
    names: tuple[str, ...] = ()
    cells: tuple[Cell, ...] = ()

    @property
    def rows(self) -> range:
        """The rows that the header takes."""
        return range(self.top, self.bottom + 1)


def find_header(sheet: Spread, rect: Block) -> Header | None:
    """Return the header within a rectangle, or None: of several ways to read it, the one with the fewest rows."""
    near = dict(sheet.rows(rect.top, LOOKED_AT, rect))
    own = {row: _own(sheet, rect, row, texts) for row, texts in near.items()}
    most = max((sum(map(bool, texts)) for texts in own.values()), default=0)
    least = 1 if rect.left == rect.right else max(2, (most + 1) // 2)
    for row, texts in own.items():
        if sum(map(bool, texts)) < least:
            continue
        if not looks_named(texts):
            return None
        top = _upwards(sheet, rect, near, row)
        bottom = row
        while bottom - top + 1 < _MOST_ROWS and bottom + 1 in near and _goes_on(sheet, rect, near, bottom):
            bottom += 1
        return named(sheet, rect, Header(top, bottom))
    return None


def looks_named(texts: Texts) -> bool:
    """Tell whether a row may name columns: short texts, mostly different, and not mostly values."""
    filled = [text for text in texts if text]
    if not filled or max(map(len, filled)) > LONGEST_TITLE:
        return False
    values = sum(map(is_datum, filled))
    return 2 * values <= len(filled) and 2 * len(set(filled)) >= len(filled)


def named(sheet: Spread, rect: Block, header: Header) -> Header:
    """Return a header with the name of each column, from top to bottom, and the lowest cell that is part of it."""
    rows = [sheet.texts(row, rect) for row in header.rows]
    names = _names(rows)
    if len(rows) > 1 and _repeats(names) > _repeats(_names(_to_the_right(rows))):
        rows = _to_the_right(rows)
        names = _names(rows)
    cells = []
    units = _unit_rows(rows)
    for column in range(len(names)):
        parts = [row for row in range(len(rows)) if rows[row][column]]
        while len(parts) > 1 and units[parts[-1]] and unit_of(rows[parts[-1]][column]) is not None:
            parts.pop()
        cells.append(sheet.anchor(header.top + (parts[-1] if parts else len(rows) - 1), rect.left + column))
    return replace(header, names=names, cells=tuple(cells))


def _names(rows: Sequence[Texts]) -> tuple[str, ...]:
    units = _unit_rows(rows)
    return tuple(
        _name([(text, units[row]) for row, text in enumerate(parts) if text]) for parts in zip(*rows, strict=True)
    )


def _unit_rows(rows: Sequence[Texts]) -> list[bool]:
    """Tell of each row of a header whether units stand in it: "Gauge" among names is a name."""
    told = []
    for row, texts in enumerate(rows):
        above = rows[row - 1] if row else [""] * len(texts)
        own = [text for text, over in zip(texts, above, strict=True) if text and text != over]
        told.append(2 * sum(unit_of(text) is not None for text in own) >= len(own))
    return told


def _name(parts: Sequence[tuple[str, bool]]) -> str:
    """Join the parts of a name; one that says the same as the one above it is dropped, a unit gets brackets."""
    said: list[str] = []
    for part, may_be_unit in parts:
        unit = unit_of(part) if may_be_unit else None
        if said and fold_header(part) and fold_header(part) == fold_header(said[-1]):
            continue
        if said and unit is not None:
            said[-1] = said[-1] if said[-1].endswith((f"({unit})", f"[{unit}]")) else f"{said[-1]} ({unit})"
        else:
            said.append(part)
    return " / ".join(said)


def _repeats(names: Texts) -> int:
    folded = [fold_header(name) for name in names if name]
    return len(folded) - len(set(folded))


def _to_the_right(rows: Sequence[Texts]) -> list[list[str]]:
    """Let a name of an upper row hold for the blank cells to its right, as in a CSV file that had merged cells."""
    filled = [list(texts) for texts in rows]
    for upper, lower in zip(filled[:-1], rows[1:], strict=True):
        for column in range(1, len(upper)):
            if not upper[column] and lower[column]:
                upper[column] = upper[column - 1]
    return filled


def _upwards(sheet: Spread, rect: Block, near: dict[int, list[str]], row: int) -> int:
    """Return the first row of the header whose fullest row is known: groups of columns may stand above it."""
    top = row
    while row - top < _MOST_ROWS - 1 and top - 1 in near:
        above, names = near[top - 1], near[top]
        texts = {text for text in above if text}
        groups = _groups(sheet, rect, top - 1)
        if any(map(is_datum, texts)):
            break
        merged = bool(groups) and (len(texts) > 1 or not above[0])
        filled = _names(_to_the_right([above, names]))
        apart = len(texts) > 1 and _repeats(names) > _repeats(filled)
        if not (merged or apart):
            break
        top -= 1
    return top


def _goes_on(sheet: Spread, rect: Block, near: dict[int, list[str]], row: int) -> bool:
    """Tell whether the row below a row of names holds units or parts of names, and no values yet."""
    names, below = near[row], near[row + 1]
    parts = _own(sheet, rect, row + 1, below)
    if are_units(parts):
        return all(name for name, part in zip(names, parts, strict=True) if unit_of(part) is not None)
    tied = [block.top <= row < block.bottom for block in _within(sheet, rect)]
    groups = [block for block in _groups(sheet, rect, row) if block.bottom == row]
    if any(map(is_datum, parts)):
        return False
    if not groups and not any(tied):
        return looks_named(below) and _completes(names, below, near.get(row + 2))
    for block in groups:
        texts = below[block.left - rect.left : block.right + 1 - rect.left]
        if not all(texts) or len(set(texts)) < len(texts):
            return False
    return not _clash(names, below, groups, rect, near.get(row + 2))


def _clash(names: Texts, below: Texts, groups: list[Block], rect: Block, data: Texts | None) -> bool:
    """Tell whether columns outside the merged ones have a text in both rows, as names above entries have.

    A few may, a group of one column, where more of them have one name in both rows, and values begin only below.
    """
    grouped = {column - rect.left for block in groups for column in range(block.left, block.right + 1)}
    apart = [(name, part) for at, (name, part) in enumerate(zip(names, below, strict=True)) if at not in grouped]
    clashes = sum(bool(name and part) and name != part for name, part in apart)
    single = sum(bool(name) and part in ("", name) for name, part in apart)
    return clashes > 0 and (clashes >= single or data is None or not any(map(is_datum, data)))


def _completes(names: Texts, below: Texts, data: Texts | None) -> bool:
    """Tell whether two rows without merged cells make one header: what one leaves blank, the other names."""
    if data is None or not any(is_datum(value) and name for value, name in zip(data, below, strict=True)):
        return False
    gaps = [not name and bool(part) for name, part in zip(names, below, strict=True)]
    both = [bool(name) and bool(part) for name, part in zip(names, below, strict=True)]
    return any(gaps) and all(gap for gap, group in zip([*gaps[1:], False], both, strict=True) if group)


def _own(sheet: Spread, rect: Block, row: int, texts: Texts) -> list[str]:
    """Return the texts of a row without copies: by merged cells, or by programs that write them out to the right."""
    return [
        "" if (row, rect.left + at) in sheet.anchors or (at and text == texts[at - 1]) else text
        for at, text in enumerate(texts)
    ]


def _within(sheet: Spread, rect: Block) -> list[Block]:
    return [
        block
        for block in sheet.blocks
        if rect.top <= block.top <= rect.bottom and rect.left <= block.left <= rect.right
    ]


def _groups(sheet: Spread, rect: Block, row: int) -> list[Block]:
    """Return the cells of a row that span several columns, but not all: merged, or with the same text in each."""
    found = [block for block in _within(sheet, rect) if block.top <= row <= block.bottom]
    texts = sheet.texts(row, rect)
    for text, places in groupby(range(len(texts)), key=texts.__getitem__):
        columns = [rect.left + at for at in places]
        if text and not any((row, column) in sheet.anchors for column in columns):
            found.append(Block(row, columns[0], row, columns[-1]))
    width = rect.right - rect.left + 1
    return [block for block in found if 1 < block.right - block.left + 1 < width]
