"""What a sheet holds beside the texts of a table: formulas, errors, dates, hidden rows, text below merged cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from heapq import nsmallest

import polars as pl

from fidelity.errors import Fault, Problem
from fidelity.read.grids.grid import Block, Cell, Grid
from fidelity.read.layout.header import Header
from fidelity.read.layout.spread import Spread
from fidelity.read.sheet import letters

_NAMED = 5
"""So many cells are named before the rest is counted."""


def spoilt_rows(
    sheet: Spread, body: Block, kept: pl.Series, columns: Sequence[int]
) -> tuple[tuple[Problem, ...], dict[int, tuple[Problem, ...]]]:
    """Return what is wrong with the cells of a body, and the rows of the table that it spoils."""
    found: dict[int, dict[tuple[str, Cell], None]] = {}
    for code, marked in (("no-saved-value", sheet.valueless), ("error-cell", sheet.grid.errors.keys())):
        for (row, column), anchor in sheet.copies(sorted(marked), body):
            if column in columns:
                found.setdefault(row, {})[code, anchor] = None
    spoilt = {at: tuple(_spoilt(sheet, row, *each) for each in found[row]) for row, at in _positions(kept, found)}
    return tuple(problem for problems in spoilt.values() for problem in problems), spoilt


def _spoilt(sheet: Spread, row: int, code: str, cell: Cell) -> Problem:
    place, subject = sheet.place(*cell), f"row {row + 1}"
    if code == "error-cell":
        found = sheet.grid.errors[cell]
        what = f"the spreadsheet shows the error {found} in {place.cell}"
        return Problem(code, place, subject, what, "mend the formula, or write the value", found=found)
    return unsaved(sheet.grid, cell).at(place, subject, found=formula_of(sheet.grid, cell))


def unsaved(grid: Grid, cell: Cell) -> Fault:
    """Return the fault of a cell with a formula that has no saved value."""
    what = f"no value is saved with the formula in {grid.place(*cell).cell}, and formulas are not run"
    remedy = "open the workbook in a spreadsheet program and save it, or write the value"
    return Fault("no-saved-value", what, remedy)


def formula_of(grid: Grid, cell: Cell) -> str:
    """Return the formula of a cell as a spreadsheet shows it."""
    return f"={grid.formulas[cell].lstrip('=')}"


def formula_note(sheet: Spread, rect: Block, kept: pl.Series, header: Header, name: str) -> list[Problem]:
    """Return the note that names the cells of a table in which a formula stands."""
    inside = [cell for cell in sorted(sheet.grid.formulas) if _within(cell, rect)]
    rows = {row for row, _ in _positions(kept, {row for row, _ in inside})} | set(header.rows)
    cells = [cell for cell in inside if cell[0] in rows]
    return saved_values(sheet.grid, cells, name)


def saved_values(grid: Grid, cells: Sequence[Cell], name: str) -> list[Problem]:
    """Return the note that names cells with a formula, of which there may be none."""
    if not cells:
        return []
    what = f"formulas are not run, the values saved with them are read: {_listed(cells)}"
    return [Problem("formula", grid.place(*cells[0]), name, what, "save the workbook after each change")]


def dates_among_others(
    sheet: Spread, body: Block, kept: pl.Series, columns: Sequence[int], cells: pl.DataFrame
) -> frozenset[Cell]:
    """Return the cells of a table that the sheet holds as dates, in columns that also hold something else."""
    if not sheet.grid.dates:
        return frozenset()
    across = {column: at for at, column in enumerate(columns)}
    found = {cell for cell, _ in sheet.copies(sheet.grid.dates, body) if cell[1] in across}
    down = dict(_positions(kept, {row for row, _ in found}))
    dates = [(down[row], across[column]) for row, column in found if row in down]
    filled = {
        column: int((cells[str(column)].str.strip_chars() != "").sum()) - count
        for column, count in Counter(column for _, column in dates).items()
    }
    return frozenset((row, column) for row, column in dates if filled[column])


def hidden_notes(sheet: Spread, rect: Block) -> list[Problem]:
    """Return the note that names hidden rows and columns, which are read like any other."""
    grid = sheet.grid
    rows = [row for row in sorted(grid.hidden_rows) if rect.top <= row <= rect.bottom]
    columns = [column for column in sorted(grid.hidden_columns) if rect.left <= column <= rect.right]
    if not rows and not columns:
        return []
    parts = [("row", [str(row + 1) for row in rows]), ("column", [letters(column) for column in columns])]
    named = " and ".join(f"{word}{'s' * (len(names) > 1)} {_counted(names)}" for word, names in parts if names)
    place = grid.place(rows[0] if rows else rect.top, columns[0] if columns else rect.left)
    what = f"what is hidden is read like the rest: {named}"
    return [Problem("hidden-cells", place, grid.sheet or grid.source, what, "delete what must not count")]


def coloured_note(sheet: Spread, cells: Sequence[Cell]) -> list[Problem]:
    """Return the note that cells have a background colour, which may mean something that no text says."""
    if not cells:
        return []
    # Stripes by hand colour half of a large sheet: only the first few cells are put in order.
    first = nsmallest(_NAMED, cells)
    more = f" and {len(cells) - len(first)} more" if len(cells) > len(first) else ""
    grid = sheet.grid
    has = "1 cell has" if len(cells) == 1 else f"{len(cells)} cells have"
    what = f"{has} a background colour, which is not read ({_listed(first)}{more})"
    remedy = "if a colour means something, write it into the cells, such as NR"
    return [Problem("coloured-cells", grid.place(*first[0]), grid.sheet or grid.source, what, remedy)]


def coloured_cells(sheet: Spread, body: Block, kept: pl.Series, columns: Sequence[int]) -> list[Cell]:
    """Return the cells of a body that have a background colour, each block of merged ones by its first cell."""
    cells = [cell for cell in sheet.grid.coloured if _within(cell, body) and cell not in sheet.anchors]
    if not cells:
        return []
    rows, across = {row for row, _ in _positions(kept, {row for row, _ in cells})}, {*columns}
    return [cell for cell in cells if cell[0] in rows and cell[1] in across]


def covered_notes(sheet: Spread) -> list[Problem]:
    """Return a note for each text that nobody sees, because merged cells cover it."""
    return [
        Problem(
            "covered-cell",
            sheet.grid.place(row, column),
            f"row {row + 1}",
            "merged cells cover this text: it is left out",
            "split the merged cells, if it is wanted",
            found=str(sheet.grid.cells[str(column)][row]).strip(),
        )
        for row, column in sheet.covered
    ]


def _positions(kept: pl.Series, rows: Iterable[int]) -> list[tuple[int, int]]:
    """Return of some rows of the sheet those that a table has, each with its row there."""
    wanted = pl.Series(sorted(rows), dtype=pl.UInt32)
    at = kept.is_in(wanted.implode()).arg_true() if len(wanted) else wanted
    return list(zip(kept.gather(at).to_list(), at.to_list(), strict=True))


def _within(cell: Cell, rect: Block) -> bool:
    return rect.top <= cell[0] <= rect.bottom and rect.left <= cell[1] <= rect.right


def _listed(cells: Sequence[Cell]) -> str:
    return _counted([f"{letters(column)}{row + 1}" for row, column in cells])


def _counted(names: Sequence[str]) -> str:
    shown = ", ".join(names[:_NAMED])
    return shown if len(names) <= _NAMED else f"{shown} and {len(names) - _NAMED} more"
