"""Background colours of cells, which may mean something to whoever chose them: which cells of a sheet have one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

import polars as pl

from fidelity.read.grids.grid import Block, Cell
from fidelity.read.grids.markup import Attributes, walk
from fidelity.read.grids.package import Package
from fidelity.read.grids.workbook import cell_of, natural

_WHITE: Final = frozenset({"ffffff", "ffffffff", "00ffffff", "#ffffff", "transparent", ""})
_NAMED: Final = re.compile(rb'\sr="([A-Z]{1,3}[1-9][0-9]{0,6})"')
_FIRST_FILLS: Final = 2
"""The first two fills of a workbook are none and the one that Excel keeps for itself (ECMA-376, 18.8.21)."""


def fills(package: Package, part: str | None) -> frozenset[int]:
    """Return the styles of an xlsx workbook whose cells have a background colour other than white."""
    if part is None or part not in package.parts:
        return frozenset()
    inside: list[str] = []
    coloured: list[bool] = []
    used: list[int] = []

    def start(element: str, given: Attributes) -> None:
        local = element.rpartition(":")[2]
        within = inside[-2:]
        inside.append(local)
        if local == "fill" and within[-1:] == ["fills"]:
            coloured.append(False)
        elif within == ["fills", "fill"]:
            # A pattern without colours of its own is drawn in black.
            coloured[-1] = local == "gradientFill" or given.get("patternType", "none") != "none"
        elif local == "fgColor" and within == ["fill", "patternFill"] and "fills" in inside and _is_white(given):
            coloured[-1] = False
        elif local == "xf" and within[-1:] == ["cellXfs"]:
            used.append(natural(given.get("fillId")))

    def end(_: str) -> None:
        inside.pop()

    walk(package.parts[part], package.source, part, start, end)
    return frozenset(at for at, fill in enumerate(used) if _FIRST_FILLS <= fill < len(coloured) and coloured[fill])


def _is_white(given: Attributes) -> bool:
    untinted = given.get("tint", "0") in {"0", "0.0"}
    white = given.get("theme") == "0" or given.get("indexed") in {"1", "9"}
    return given.get("rgb", "-").casefold() in _WHITE or (white and untinted)


def cells_of_styles(part: bytes, styles: frozenset[int]) -> frozenset[Cell] | None:
    """Return the cells of an xlsx sheet that have one of some styles, from its XML as most programs write it.

    None where such a cell has no name, so that only a reader that counts cells can tell where it stands.
    """
    if not styles:
        return frozenset()
    found: set[Cell] = set()
    for hit in re.finditer(rb'\ss="(?:' + b"|".join(str(style).encode() for style in sorted(styles)) + rb')"', part):
        start = part.rfind(b"<", 0, hit.start())
        if not part.startswith((b"<c ", b"<c\n", b"<c\r", b"<c\t"), start):
            continue  # a row, or a text
        name = _NAMED.search(part, start, part.find(b">", start))
        cell = cell_of(name[1].decode()) if name is not None else None
        if cell is None:
            return None
        found.add(cell)
    return frozenset(found)


def inside(cells: Iterable[Cell], frame: pl.DataFrame) -> frozenset[Cell]:
    """Return cells as far as they lie within a frame."""
    return frozenset(cell for cell in cells if cell[0] < frame.height and cell[1] < frame.width)


@dataclass(slots=True)
class OdsColours:
    """The styles of an OpenDocument spreadsheet that have a background colour; each may have it from its parent."""

    _own: dict[str, bool] = field(default_factory=dict)
    _parents: dict[str, str] = field(default_factory=dict)
    _style: str = ""

    def start(self, element: str, given: Attributes) -> None:
        """Take in an element of a part that holds styles."""
        if element in {"style:style", "style:default-style"}:
            self._style = given.get("style:name", "")
            self._parents[self._style] = given.get("style:parent-style-name", "")
        elif element == "style:table-cell-properties" and "fo:background-color" in given and self._style:
            self._own[self._style] = given["fo:background-color"].casefold() not in _WHITE

    def has(self, style: str) -> bool:
        """Whether cells of a style have a background colour."""
        seen: set[str] = set()
        while style and style not in seen:
            if style in self._own:
                return self._own[style]
            seen.add(style)
            style = self._parents.get(style, "")
        return False


@dataclass(slots=True)
class OdsShading:
    """The coloured cells of one sheet of an OpenDocument spreadsheet while it is read."""

    colours: OdsColours
    _columns: list[tuple[int, int, str]] = field(default_factory=list)
    _row: str = ""
    _waiting: list[tuple[int, int]] = field(default_factory=list)
    """First and last columns of the coloured cells of the row that is read."""
    _blocks: list[Block] = field(default_factory=list)

    def column(self, given: Attributes, first: int, repeated: int) -> None:
        """Take in the style that the cells of some columns have where they name none."""
        style = given.get("table:default-cell-style-name", "")
        if style:
            self._columns.append((first, first + repeated - 1, style))

    def row(self, given: Attributes) -> None:
        """Begin a row."""
        self._row = given.get("table:default-cell-style-name", "")
        self._waiting = []

    def cell(self, given: Attributes, first: int, repeated: int) -> None:
        """Take in a cell that stands once or several times, side by side."""
        last = first + repeated - 1
        style = given.get("table:style-name") or self._row
        if style:
            self._waiting += [(first, last)] if self.colours.has(style) else []
            return
        for left, right, default in self._columns:
            if left <= last and first <= right and self.colours.has(default):
                self._waiting.append((max(left, first), min(right, last)))

    def row_done(self, row: int, repeated: int) -> None:
        """End a row that stands once or several times, one below the other."""
        self._blocks += [Block(row, left, row + repeated - 1, right) for left, right in self._waiting]

    def within(self, frame: pl.DataFrame) -> frozenset[Cell]:
        """Return the coloured cells that lie within a frame."""
        return frozenset(
            (row, column)
            for block in self._blocks
            for row in range(block.top, min(block.bottom + 1, frame.height))
            for column in range(block.left, min(block.right + 1, frame.width))
        )
