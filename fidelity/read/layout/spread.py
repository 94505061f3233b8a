"""A sheet as a person sees it: merged cells hold their value everywhere, and each cell knows where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product

import polars as pl

from fidelity.errors import Place
from fidelity.read.grids.grid import Block, Cell, Grid
from fidelity.read.layout.kinds import one_line

_SMALL = 100_000


@dataclass(frozen=True, slots=True)
class Spread:
    """A grid whose merged cells are filled: `anchors` says of each copy in which cell its value stands."""

    grid: Grid
    cells: pl.DataFrame
    bare: pl.DataFrame
    """The same without spaces around the texts where the grid is small, so that this is done once and not each time."""
    blocks: tuple[Block, ...]
    """Merged cells that hold something, and be it a formula without a saved value."""
    anchors: Mapping[Cell, Cell]
    covered: tuple[Cell, ...]
    """Cells that hold something which a merged cell covers, so that nobody sees it."""
    valueless: frozenset[Cell]
    """Cells with a formula that has no saved value: they only look blank."""

    @property
    def whole(self) -> Block:
        """The rectangle of all cells."""
        return Block(0, 0, self.cells.height - 1, self.cells.width - 1)

    def texts(self, row: int, rect: Block) -> list[str]:
        """Return the texts of a row within a rectangle, each on one line."""
        return [one_line(str(text)) for text in self.cells.row(row)[rect.left : rect.right + 1]]

    def rows(self, first: int, count: int, rect: Block) -> list[tuple[int, list[str]]]:
        """Return some rows that are not blank within a rectangle, with their numbers."""
        columns = [str(column) for column in range(rect.left, rect.right + 1)]
        part = self.cells.select(columns).slice(first, max(0, min(count, rect.bottom + 1 - first)))
        cleaned = ([one_line(str(text)) for text in row] for row in part.iter_rows())
        return [(first + number, texts) for number, texts in enumerate(cleaned) if any(texts)]

    def column(self, column: int, first: int, last: int) -> pl.Series:
        """Return a column from one row to another, both inside, without spaces around its texts."""
        return self._stripped(self.bare[str(column)].slice(first, max(0, last + 1 - first)))

    def some(self, column: int, rows: pl.Series) -> pl.Series:
        """Return some rows of a column, without spaces around its texts."""
        return self._stripped(self.bare[str(column)].gather(rows))

    def _stripped(self, texts: pl.Series) -> pl.Series:
        return texts if self.bare is not self.cells else texts.str.strip_chars()

    def anchor(self, row: int, column: int) -> Cell:
        """Return the cell in which the value of a cell stands."""
        return self.anchors.get((row, column), (row, column))

    def place(self, row: int, column: int) -> Place:
        """Return the cell of the file in which the value of a cell stands."""
        return self.grid.place(*self.anchor(row, column))

    def copies(self, cells: Iterable[Cell], rect: Block) -> Iterator[tuple[Cell, Cell]]:
        """Yield some cells and their copies in merged cells, within a rectangle, each with the cell of its value."""
        starts = {(block.top, block.left): block for block in self.blocks}
        for cell in cells:
            block = starts.get(cell, Block(*cell, *cell))
            for row, column in _inside(block):
                if rect.top <= row <= rect.bottom and rect.left <= column <= rect.right:
                    yield (row, column), cell


def spread(grid: Grid) -> Spread:
    """Return a grid with its merged cells filled."""
    cells = grid.cells
    blocks: list[Block] = []
    anchors: dict[Cell, Cell] = {}
    covered: list[Cell] = []
    valueless = valueless_cells(grid)
    filled: dict[int, list[tuple[int, str]]] = {}
    for block in _clipped(grid):
        text = str(cells[str(block.left)][block.top])
        if not (text.strip() or (block.top, block.left) in valueless) or any(
            cell in anchors for cell in _inside(block)
        ):
            continue
        blocks.append(block)
        for row, column in _inside(block):
            if (row, column) == (block.top, block.left):
                continue
            beneath = str(cells[str(column)][row])
            if beneath.strip() and beneath != text:
                covered.append((row, column))
            anchors[row, column] = (block.top, block.left)
            filled.setdefault(column, []).append((row, text))
    columns = [
        cells[str(column)].scatter([row for row, _ in found], [text for _, text in found])
        for column, found in filled.items()
    ]
    full = cells.with_columns(columns)
    bare = full.select(pl.all().str.strip_chars()) if full.height * full.width <= _SMALL else full
    return Spread(grid, full, bare, tuple(blocks), anchors, tuple(covered), valueless)


def _clipped(grid: Grid) -> Iterator[Block]:
    """Yield merged blocks within the grid; as they cannot overlap, no more of them than the grid has cells."""
    left_over = grid.cells.height * grid.cells.width
    for block in grid.merged:
        inside = Block(
            block.top, block.left, min(block.bottom, grid.cells.height - 1), min(block.right, grid.cells.width - 1)
        )
        left_over -= (inside.bottom - inside.top + 1) * (inside.right - inside.left + 1)
        if left_over < 0:
            return
        if inside.top <= inside.bottom and inside.left <= inside.right:
            yield inside


def _inside(block: Block) -> Iterator[Cell]:
    return product(range(block.top, block.bottom + 1), range(block.left, block.right + 1))


def valueless_cells(grid: Grid) -> frozenset[Cell]:
    """Return the cells whose formula has no saved value; one that gave an empty text saved it, and is none of these."""
    inside = [cell for cell in grid.formulas if cell[0] < grid.cells.height and cell[1] < grid.cells.width]
    return frozenset((row, column) for row, column in inside if not grid.cells[str(column)][row].strip())
