"""Columns that repeat for each arm or procedure of a row, turned into a row for each of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.model.mapping import Blocks
from fidelity.model.patterns import parts_of
from fidelity.model.words import fold, fold_header
from fidelity.read.flat import Flat, Scattered
from fidelity.read.shapes.block_names import propose_blocks
from fidelity.read.shapes.origins import codes_of, spoken_list
from fidelity.read.vocabulary import STATUS_TEXTS

__all__ = ["BLOCK", "melt", "propose_blocks"]

BLOCK: Final = "block"
"""What the column is called that holds the name of the block."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The columns of each block by their name within it, both folded; what each is called; the columns shared."""

    blocks: dict[str, dict[str, int]]
    titles: dict[str, str]
    names: dict[str, str]
    shared: list[int]


def melt(flat: Flat, blocks: Blocks, blank: Collection[str] = ()) -> Flat | tuple[Problem, ...]:
    """Return a table with a row for each block of a row that has something in it, or why its columns cannot be told.

    Columns outside the blocks are repeated; the column `block` holds the block's name, and its origin is the first
    filled cell of the block. A block in which nothing stands but words for a status, such as NA, makes no row, which a
    note counts; a row without any block is a problem of the table (`no-block`). `blank` are more such words.
    """
    found = _found(flat, blocks)
    if not isinstance(found, _Found):
        return found
    sheets, codes = codes_of(flat)
    nothing = pl.Series(sorted({*STATUS_TEXTS, *(fold(word) for word in blank)}), dtype=pl.String)
    pieces, notes = [], list(flat.notes)
    for block, columns in found.blocks.items():
        piece = _piece(flat, codes, found, block, _filled(flat, sorted(columns.values()), nothing))
        pieces.append(piece)
        if empty := flat.cells.height - piece.height:
            notes.append(_left_out(flat, found.titles[block], min(columns.values()), empty))
    long = pl.concat(pieces).sort("row", "number")
    cells, origins = (
        long.select(pl.col(f"{what} {at}").alias(str(at)) for at in range(len(found.shared) + 1 + len(found.names)))
        for what in ("cell", "code")
    )
    rows: Mapping[int, list[tuple[int, int]]] = defaultdict(list)
    for new, (row, number) in enumerate(long.select("row", "number").iter_rows() if flat.dates or flat.spoilt else ()):
        rows[row].append((new, number))
    alone = ~pl.int_range(flat.cells.height, eager=True).is_in(long["row"].unique().implode())
    return replace(
        flat,
        header=(*(flat.header[column] for column in found.shared), BLOCK, *found.names.values()),
        headings=tuple(flat.headings[column] for column in _headed(found)),
        cells=cells,
        sources=Scattered(sheets, origins),
        dates=_dates(flat, found, rows),
        spoilt=_spoilt(flat, found, rows),
        problems=(*flat.problems, *(_without(flat, found, row) for row in alone.arg_true())),
        notes=tuple(notes),
        of_study={
            at: flat.of_study[column].gather(long["row"])
            for at, column in enumerate(found.shared)
            if column in flat.of_study
        },
    )


def _found(flat: Flat, blocks: Blocks) -> _Found | tuple[Problem, ...]:
    found = _Found({}, {}, {}, [])
    problems: list[Problem] = []
    taken = parts_of(blocks.pattern, [name.strip() for name in flat.header])
    for place, (name, match) in enumerate(zip(flat.header, taken, strict=True)):
        column, block = ("", "") if match is None else (match["column"], match["block"])
        key, within = fold_header(block), fold_header(column)
        if not key or not within:
            found.shared.append(place)
            continue
        found.titles.setdefault(key, block.strip())
        found.names.setdefault(within, column.strip())
        first = found.blocks.setdefault(key, {}).setdefault(within, place)
        if first != place:
            other = f"{flat.header[first]!r} in {flat.headings[first].cell}"
            what = f"{other} is also {column.strip()!r} of {block.strip()!r}"
            remedy = "rename one of the two columns, or make the pattern tell them apart"
            problems.append(Problem("ambiguous-block", flat.headings[place], name, what, remedy))
    if not found.blocks:
        what, remedy = "the pattern fits no column of the table", "write it for the headers as they are now"
        problems.append(Problem("no-blocks", flat.headings[0], blocks.pattern, what, remedy))
    return tuple(problems) if problems else found


def _filled(flat: Flat, places: list[int], nothing: pl.Series) -> list[pl.Series]:
    texts = (flat.cells[str(place)].str.to_lowercase().str.replace_all(r"[\s_-]", "") for place in places)
    return [~text.is_in(nothing.implode()) for text in texts]


def _piece(flat: Flat, codes: pl.DataFrame, found: _Found, block: str, filled: list[pl.Series]) -> pl.DataFrame:
    """Return the rows that a block makes: their cells, and the codes of these."""
    height, columns = flat.cells.height, found.blocks[block]
    places = sorted(columns.values())
    first, keep = codes[str(places[-1])], filled[-1]
    for place, has in zip(reversed(places[:-1]), reversed(filled[:-1]), strict=True):
        first, keep = codes[str(place)].zip_with(has, first), keep | has
    empty = pl.repeat("", height, dtype=pl.String, eager=True)
    cells = [flat.cells[str(place)] for place in found.shared]
    origins = [codes[str(place)] for place in found.shared]
    cells.append(pl.repeat(found.titles[block], height, dtype=pl.String, eager=True))
    origins.append(first)
    for name in found.names:
        # A block that lacks a column of the others has nothing there; its first cell stands for the missing one.
        cells.append(flat.cells[str(columns[name])] if name in columns else empty)
        origins.append(codes[str(columns[name])] if name in columns else first)
    number = list(found.blocks).index(block)
    return pl.DataFrame(
        [
            pl.int_range(height, eager=True).alias("row"),
            pl.repeat(number, height, dtype=pl.Int64, eager=True).alias("number"),
            *(cell.alias(f"cell {place}") for place, cell in enumerate(cells)),
            *(code.alias(f"code {place}") for place, code in enumerate(origins)),
        ]
    ).filter(keep)


def _headed(found: _Found) -> list[int]:
    """Return, for each new column, the old one whose heading it has."""
    first = min(place for columns in found.blocks.values() for place in columns.values())
    named = [min(columns[name] for columns in found.blocks.values() if name in columns) for name in found.names]
    return [*found.shared, first, *named]


def _within(found: _Found) -> dict[int, tuple[int, int]]:
    """Return, for each old column of a block, the number of the block and the new column."""
    names = list(found.names)
    return {
        place: (number, len(found.shared) + 1 + names.index(name))
        for number, columns in enumerate(found.blocks.values())
        for name, place in columns.items()
    }


def _dates(flat: Flat, found: _Found, rows: Mapping[int, list[tuple[int, int]]]) -> frozenset[tuple[int, int]]:
    within = _within(found)
    dates: set[tuple[int, int]] = set()
    for row, column in flat.dates:
        block, at = within.get(column, (None, -1))
        at = found.shared.index(column) if block is None else at
        dates.update((new, at) for new, number in rows[row] if block in (None, number))
    return frozenset(dates)


def _spoilt(flat: Flat, found: _Found, rows: Mapping[int, list[tuple[int, int]]]) -> dict[int, tuple[Problem, ...]]:
    """Return what spoils each new row: a cell of one block leaves the rows of the others as they are."""
    within = _within(found)
    spoilt: dict[int, tuple[Problem, ...]] = {}
    for row, problems in flat.spoilt.items():
        # A merged cell may stand in several blocks, or in a column that they share, too.
        blocks: dict[Place, set[int]] = defaultdict(set)
        for column in range(len(flat.header)):
            blocks[flat.place(row, column)] |= {within[column][0]} if column in within else {*range(len(found.blocks))}
        for problem in problems:
            for new, number in rows[row]:
                if number in blocks.get(problem.place, (number,)):
                    spoilt[new] = (*spoilt.get(new, ()), problem)
    return spoilt


def _left_out(flat: Flat, title: str, column: int, empty: int) -> Problem:
    rows = "1 row" if empty == 1 else f"{empty} rows"
    what = f"in {rows} nothing but a status (blank, NA, NR ...) stands in its columns: no row is made there"
    return Problem("empty-block", flat.headings[column], title, what, "fill them if the study has this one")


def _without(flat: Flat, found: _Found, row: int) -> Problem:
    texts = [(column, flat.text(row, column).strip()) for column in found.shared]
    column, text = next(((column, text) for column, text in texts if text), (0, ""))
    blocks = spoken_list(list(found.titles.values()), joined="or")
    what = f"nothing but a status (blank, NA, NR ...) stands in the columns of {blocks}"
    return Problem(
        "no-block", flat.place(row, column), text or "the row", what, "fill one of them, or take the row out"
    )
