"""Tables of a sheet: a grid in, flat tables out, and no row lost on the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.model.words import fold_header
from fidelity.read.flat import Flat, Scattered, Straight, code_of
from fidelity.read.grids.grid import Block, Cell, Grid
from fidelity.read.layout.beside import (
    coloured_cells,
    coloured_note,
    covered_notes,
    dates_among_others,
    formula_note,
    hidden_notes,
    spoilt_rows,
)
from fidelity.read.layout.header import Header, named
from fidelity.read.layout.kinds import LONGEST_TITLE, is_note
from fidelity.read.layout.regions import Region, blank_columns, kept_rows, next_table, regions
from fidelity.read.layout.rows import left_out, named_row, scan, trimmed
from fidelity.read.layout.spread import Spread, spread
from fidelity.read.sheet import Sources, letters

_FEW = 32
"""So many runs of rows are joined without copying them."""


def find_tables(
    grid: Grid, header_rows: tuple[int, int] | None = None, *, title: str | None = None
) -> tuple[Flat, ...]:
    """Return the tables of a sheet from top to bottom and left to right; every row is in one of them or in its notes.

    With `header_rows` (as the sheet counts them) the first table returned is the one with that header, and the others
    follow it. With `title` only the tables below that text are returned. A sheet that only holds text is one table
    without rows and with one nameless column, which carries the notes; a blank sheet is none.
    """
    if not grid.cells.width or not grid.cells.height:
        return ()
    sheet = spread(grid)
    whole = trimmed(sheet, sheet.whole)
    if whole is None:
        return ()
    if header_rows is None:
        found = regions(sheet, whole)
    else:
        if not 1 <= header_rows[0] <= header_rows[1] <= whole.bottom + 1:
            return (_without_header(sheet, whole, header_rows),)
        found = _given(sheet, whole, Header(header_rows[0] - 1, header_rows[1] - 1), title)
    made = [_flat(sheet, region, sure=header_rows is not None) for region in found if not region.loose]
    tables = [table for table, _ in made]
    coloured = [cell for _, cells in made for cell in cells]
    loose = [note for region in found if region.loose for note in _loose_notes(sheet, region.rect)]
    notes = (*hidden_notes(sheet, whole), *covered_notes(sheet), *coloured_note(sheet, coloured), *loose)
    if not tables:
        tables = [_no_table(sheet, whole)]
    tables[0] = replace(tables[0], notes=(*tables[0].notes, *notes))
    return tuple(tables if title is None else (table for table in tables if _is_below(table, title)))


def _is_below(table: Flat, title: str) -> bool:
    wanted = fold_header(title)
    return wanted in {fold_header(line) for line in (table.title, *table.title.split(" / "))}


def _no_table(sheet: Spread, rect: Block) -> Flat:
    """Return the table of a sheet that holds none: no rows, and one column without a name."""
    grid = sheet.grid
    cells = pl.DataFrame(schema={"0": pl.String})
    sources = Straight(grid.source, grid.sheet, pl.Series([], dtype=pl.UInt32), (rect.left,))
    return Flat(grid.sheet or grid.source, ("",), (grid.place(rect.top, rect.left),), cells, sources)


def _without_header(sheet: Spread, whole: Block, rows: tuple[int, int]) -> Flat:
    place = Place(sheet.grid.source, sheet=sheet.grid.sheet)
    what = (
        f"the header is said to stand in rows {rows[0]} to {rows[1]}, and row {whole.bottom + 1} is the last one filled"
    )
    problem = Problem("header-rows", place, "header_rows", what, "write the first and the last row of the header")
    return replace(_no_table(sheet, whole), problems=(problem,))


def _given(sheet: Spread, whole: Block, header: Header, title: str | None) -> list[Region]:
    """Return the regions of a sheet of which one header is known, its table first."""
    below = Block(header.top, whole.left, max(whole.bottom, header.bottom), whole.right)
    around: list[Region] = []
    if title is not None:
        beside = [region.rect for region in regions(sheet, Block(whole.top, whole.left, below.bottom, whole.right))]
        fits = [rect for rect in beside if any(_says(sheet, rect, row, title) for row in range(rect.top, header.top))]
        if fits:
            below = replace(below, left=fits[0].left, right=fits[0].right)
    known = named(sheet, below, header)
    start = None
    if header.bottom < below.bottom:
        start, _ = next_table(sheet, below, known, scan(sheet, replace(below, top=header.bottom + 1)))
    if start is not None:
        around = regions(sheet, replace(below, top=start))
        below = replace(below, bottom=start - 1)
    bottom = _last_row(sheet, replace(below, top=header.top), header)
    top = header.top
    across = whole if title is None else below
    while top > whole.top and len(set(filter(None, sheet.texts(top - 1, across)))) <= 1:
        top -= 1
    if top > whole.top and title is None:
        around = [*regions(sheet, replace(whole, bottom=top - 1)), *around]
    return [Region(Block(top, below.left, bottom, below.right), known), *around]


def _says(sheet: Spread, rect: Block, row: int, title: str) -> bool:
    return any(fold_header(text) == fold_header(title) for text in sheet.texts(row, rect) if text)


def _last_row(sheet: Spread, rect: Block, header: Header) -> int:
    """Return the last row of a rectangle that is not blank, or of its header."""
    inside = trimmed(sheet, rect)
    return header.bottom if inside is None else max(inside.bottom, header.bottom)


def _loose_notes(sheet: Spread, rect: Block) -> Iterable[Problem]:
    """Yield a note for each row of text that belongs to no table."""
    for row, texts in sheet.rows(rect.top, rect.bottom + 1 - rect.top, rect):
        column = rect.left + next(at for at, text in enumerate(texts) if text)
        yield named_row(sheet, row, column, texts, "note-row", "the text belongs to no table: it is left out")


@dataclass(frozen=True, slots=True)
class _Above:
    title: str
    notes: tuple[Problem, ...]


def _above(sheet: Spread, rect: Block, stop: int) -> _Above:
    """Return what stands above the header: a text alone in its row is a title, the rest is named."""
    lines: list[str] = []
    notes: list[Problem] = []
    for row, texts in sheet.rows(rect.top, stop - rect.top, rect):
        filled = list(dict.fromkeys(text for text in texts if text))
        if len(filled) == 1 and len(filled[0]) <= LONGEST_TITLE and not is_note(filled[0]):
            lines.append(filled[0])
            continue
        column = rect.left + next(at for at, text in enumerate(texts) if text)
        what = "the text stands above the header: it is left out"
        notes.append(named_row(sheet, row, column, texts, "note-row", what))
    return _Above(" / ".join(lines), tuple(notes))


def _flat(sheet: Spread, region: Region, *, sure: bool) -> tuple[Flat, list[Cell]]:
    """Return the table of a region, and the cells of its body that have a background colour."""
    rect, grid = region.rect, sheet.grid
    header = region.header or _nameless(rect)
    above = _above(sheet, rect, header.top)
    body = replace(rect, top=header.bottom + 1)
    found = region.below or scan(sheet, body)
    out = left_out(sheet, body, header, found)
    kept = kept_rows(body, {*found.blank.to_list(), *out})
    empty = set(blank_columns(sheet, rect, header))
    columns = [column for column in range(rect.left, rect.right + 1) if column not in empty]
    cells = _cells(sheet, body, columns, kept)
    name = above.title or grid.sheet or grid.source
    wrong, spoilt = spoilt_rows(sheet, body, kept, columns)
    notes = [*above.notes, *(out[row] for row in sorted(out))]
    if region.header is not None and not sure and (header.top, header.bottom) != (0, 0):
        notes.insert(0, _header_found(sheet, rect, header))
    notes += formula_note(sheet, rect, kept, header, name)
    problems = list(wrong)
    if region.header is None:
        problems.insert(0, _no_header(sheet, rect, name))
    flat = Flat(
        name=name,
        header=tuple(header.names[column - rect.left] for column in columns),
        headings=tuple(grid.place(*header.cells[column - rect.left]) for column in columns),
        cells=cells,
        sources=_sources(sheet, body, columns, kept),
        dates=dates_among_others(sheet, body, kept, columns, cells),
        problems=tuple(problems),
        notes=tuple(notes),
        spoilt=spoilt,
        title=above.title,
        header_rows=None if region.header is None else (header.top + 1, header.bottom + 1),
    )
    return flat, coloured_cells(sheet, body, kept, columns)


def _nameless(rect: Block) -> Header:
    columns = range(rect.left, rect.right + 1)
    return Header(rect.top, rect.top - 1, ("",) * len(columns), tuple((rect.top, column) for column in columns))


def _no_header(sheet: Spread, rect: Block, name: str) -> Problem:
    what = "no row names the columns of this table"
    remedy = "write their names above it, or say in the mapping which rows are its header (header_rows)"
    return Problem("no-header", sheet.place(rect.top, rect.left), name, what, remedy)


def _header_found(sheet: Spread, rect: Block, header: Header) -> Problem:
    rows = f"row {header.top + 1}" if header.top == header.bottom else f"rows {header.top + 1} to {header.bottom + 1}"
    what = f"{rows} of columns {letters(rect.left)} to {letters(rect.right)} taken as the names of columns"
    remedy = "if that is wrong, say it in the mapping (header_rows)"
    return Problem("header-found", sheet.grid.place(header.top, rect.left), rows, what, remedy)


def _cells(sheet: Spread, body: Block, columns: Sequence[int], kept: pl.Series) -> pl.DataFrame:
    chosen = sheet.cells.select(pl.col(str(column)).alias(str(at)) for at, column in enumerate(columns))
    ends = (kept.diff() != 1).arg_true().to_list()
    if len(ends) > _FEW:
        return chosen[kept]
    # Runs of rows are taken as they are: to copy a large table because of one blank row costs more than to read it.
    starts = [0, *ends]
    runs = [(int(kept[at]), stop - at) for at, stop in pairwise([*starts, len(kept)]) if stop > at]
    return pl.concat([chosen.slice(*run) for run in runs] or [chosen.clear()], rechunk=False)


def _sources(sheet: Spread, body: Block, columns: Sequence[int], kept: pl.Series) -> Sources:
    """Return where the cells stand: in place, save for copies in merged cells, which stand where their value does."""
    grid = sheet.grid
    straight = Straight(grid.source, grid.sheet, kept, tuple(columns))
    wanted = set(columns)
    moved: dict[int, list[tuple[int, int]]] = {}
    for (row, column), (top, left) in sheet.anchors.items():
        if body.top <= row <= body.bottom and column in wanted:
            moved.setdefault(column, []).append((row, code_of(0, top, left)))
    if not moved:
        return straight
    codes = {}
    for at, column in enumerate(columns):
        own = pl.int_range(sheet.cells.height, dtype=pl.UInt64, eager=True) * code_of(0, 1, 0) + column
        found = moved.get(column, [])
        own = own.scatter([row for row, _ in found], [code for _, code in found])
        codes[str(at)] = own.gather(kept)
    return Scattered(((grid.source, grid.sheet),), pl.DataFrame(codes))
