"""From cells as a reader meets them to a frame of text that ends with the last filled row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.read.grids.grid import Block, Cell
from fidelity.read.grids.limits import Limits
from fidelity.read.sheet import letters


@dataclass(slots=True)
class Rows:
    """The cells of a sheet while it is read: only rows in which something stands take memory."""

    source: str
    sheet: str | None
    limits: Limits
    rows: dict[int, list[str]] = field(default_factory=dict)
    slots: int = 0
    characters: int = 0
    reached: int = -1
    """The last row with a cell that only looks blank: a formula without a saved value."""

    def reach(self, row: int, column: int) -> None:
        """Say that a cell is there though no text is: its row belongs to the sheet."""
        self.put(row, column, "")
        self.reached = max(self.reached, row)

    def put(self, row: int, column: int, text: str) -> None:
        """Put text into a cell, counted from 0; raises Refused where the sheet grows too large."""
        cells = self.rows.get(row)
        if cells is None:
            self.limits.area(self.source, self.sheet, row + 1, 1)
            cells = self.rows[row] = []
        missing = column + 1 - len(cells)
        if missing > 0:
            self.slots += missing
            if column >= self.limits.columns or self.slots > self.limits.cells:
                self.limits.area(self.source, self.sheet, 1, column + 1)
                self.limits.number(self.source, self.sheet, "cells", self.slots, self.limits.cells)
            cells.extend([""] * missing)
        cells[column] = text
        self.characters += len(text)
        if self.characters > self.limits.characters:
            self.limits.text(self.source, self.sheet, self.characters)

    def repeat(self, row: int, end: int) -> None:
        """Say that the rows up to `end`, which is not one of them, are like a row."""
        cells = self.rows.get(row)
        if cells is None:
            return
        self.limits.area(self.source, self.sheet, end, 1)
        self.slots += len(cells) * (end - row - 1)
        self.limits.number(self.source, self.sheet, "cells", self.slots, self.limits.cells)
        self.characters += sum(map(len, cells)) * (end - row - 1)
        self.limits.text(self.source, self.sheet, self.characters)
        self.rows.update(dict.fromkeys(range(row + 1, end), cells))

    def frame(self) -> pl.DataFrame:
        """Return the cells as a frame of text; raises Refused where blank rows make it too large."""
        height = max((row for row, cells in self.rows.items() if any(cells)), default=-1)
        height = max(height, self.reached) + 1
        width = max(map(len, self.rows.values()), default=0)
        self.limits.area(self.source, self.sheet, height, width)
        blank = [""] * width
        rows = [self.rows.get(row) or blank for row in range(height)]
        return frame_of([cells if len(cells) == width else cells + [""] * (width - len(cells)) for cells in rows])


def frame_of(rows: Sequence[Sequence[str]]) -> pl.DataFrame:
    """Return rows of equal length as a frame whose columns are called "0", "1" ..."""
    columns = zip(*rows, strict=True)
    return pl.DataFrame([pl.Series(str(at), cells, dtype=pl.String) for at, cells in enumerate(columns)])


def trimmed(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame without the empty rows at its end and the empty columns at its right."""
    width = frame.width
    while width and not (frame[str(width - 1)] != "").any():
        width -= 1
    frame = frame.select(frame.columns[:width])
    if not width:
        return frame.clear()
    height = frame.height
    # The last rows first: a sheet that ends with a filled row, as nearly all do, needs no look at the others.
    tail = min(height, 1)
    while tail:
        filled = frame.tail(tail).select(pl.any_horizontal(pl.all() != "")).to_series().arg_true()
        if len(filled):
            return frame.head(height - tail + int(filled[-1]) + 1)
        if tail == height:
            return frame.clear()
        tail = min(height, tail * 16)
    return frame


def clipped(blocks: Sequence[Block], frame: pl.DataFrame) -> tuple[Block, ...]:
    """Return merged cells as far as they lie within a frame; one that keeps a single cell is none."""
    inside = (
        Block(block.top, block.left, min(block.bottom, frame.height - 1), min(block.right, frame.width - 1))
        for block in blocks
    )
    return tuple(
        block
        for block in sorted({*inside}, key=lambda block: (block.top, block.left, block.bottom, block.right))
        if block.top <= block.bottom
        and block.left <= block.right
        and (block.top, block.left) != (block.bottom, block.right)
    )


def within(cells: Mapping[Cell, str], frame: pl.DataFrame) -> dict[Cell, str]:
    """Return what is known of cells as far as they lie within a frame."""
    return {at: text for at, text in cells.items() if at[0] < frame.height and at[1] < frame.width}


def control_note(source: str, sheet: str | None, cells: Sequence[Cell]) -> tuple[Problem, ...]:
    """Return the note that control characters were taken out of cells; nothing where there are none."""
    if not cells:
        return ()
    row, column = cells[0]
    more = f" (and of {len(cells) - 1} other cells)" if len(cells) > 1 else ""
    what = f"control characters, which nobody sees, were taken out of the cell{more}"
    place = Place(source, cell=f"{letters(column)}{row + 1}", sheet=sheet)
    return (Problem("control-characters", place, "text", what, "look whether the text is still what you wrote"),)
