"""Puts tables on pages as people do: titles, blank rows, totals, notes, repeated and merged headers, merged cells."""

from __future__ import annotations

from fractions import Fraction

from messy.cells import Cell, Number, Page
from messy.review import Habits
from messy.tables import Grid, noisy

NOTES = ("NR = not reported; RF = radiofrequency", "* from the author's reply", "Note: temperatures as set",
         "Abbreviations: LA, local anaesthetic; SIJ, sacroiliac joint")  # fmt: skip
TITLES = ("Table 2. Characteristics of the interventions", "Data extraction form, version 3 (final)",
          "Extraction sheet - facet review")  # fmt: skip


def place(made: Habits, grid: Grid, page: Page, *, title: str | None = None, left: int = 0) -> tuple[int, int]:
    """Put a table below what stands on a page; return the first and the last row of its header, counted from 1."""
    row = len(page.rows) + (2 if page.rows else 0)
    if title is None and made.chance(0.2, "title above"):
        title = made.rng.choice(TITLES)
    if title is not None:
        page.put(row, left, title)
        if made.workbook and made.chance(0.3, "title merged over the table"):
            page.merged.append((row, left, row, left + len(grid.heads) - 1))
        row += made.rng.choice((1, 2))
    texts = [noisy(made, head.text) for head in grid.heads]
    first = row
    if grid.two_rows:
        _groups(made, grid, page, row, left)
        row += 1
    for column, (head, text) in enumerate(zip(grid.heads, texts, strict=True)):
        if grid.two_rows and not head.above and made.workbook and first + 1 == row:
            page.put(first, left + column, text)
            page.put(row, left + column, None)
            page.merged.append((first, left + column, row, left + column))
        else:
            page.put(row, left + column, text)
    last = row
    _body(made, grid, page, row + 1, left, texts)
    if made.workbook and made.chance(0.15, "hidden column"):
        page.hidden.add(left + made.rng.randrange(len(grid.heads)))
    if made.workbook and made.chance(0.1, "hidden row"):
        page.hidden_rows.add(last + 1 + made.rng.randrange(len(grid.lines)))
    if made.workbook and made.chance(0.15, "comments"):
        page.comments[last + 1, left] = "AB: please check"
    return first + 1, last + 1


def _groups(made: Habits, grid: Grid, page: Page, row: int, left: int) -> None:
    """Write the upper row of a header of two: once over its columns and merged, or, where nothing merges, over each."""
    start = 0
    for column, head in enumerate(grid.heads):
        page.put(row, left + column, (head.above or None) if not made.workbook else None)
        if column == len(grid.heads) - 1 or grid.heads[column + 1].above != head.above:
            if made.workbook and head.above:
                page.put(row, left + start, head.above)
                if column > start:
                    page.merged.append((row, left + start, row, left + column))
            start = column + 1


def _body(made: Habits, grid: Grid, page: Page, row: int, left: int, texts: list[str]) -> None:
    blanks = made.chance(0.3, "blank rows between studies")
    merge = bool(grid.once) and made.workbook and made.chance(0.35, "merged cells of a study")
    middle = 0
    if len(grid.lines) > 3 and not grid.two_rows and made.chance(0.15, "header repeated in the middle"):
        middle = made.rng.randrange(1, len(grid.lines))
    starts: list[int] = []
    for number, line in enumerate(grid.lines):
        new = number == 0 or grid.studies[number] != grid.studies[number - 1]
        if blanks and new and number:
            row += 1
        if middle and number == middle:
            for column, text in enumerate(texts):
                page.put(row, left + column, text)
            row, new = row + 1, True
        if new:
            starts.append(row)
        for column, cell in enumerate(line):
            covered = merge and column in grid.once and not new
            page.put(row, left + column, None if covered else cell)
        following = number + 1 < len(grid.lines) and grid.studies[number + 1] == grid.studies[number]
        ends = not following or (middle and number + 1 == middle)
        if merge and ends and row > starts[-1]:
            page.merged += [(starts[-1], left + column, row, left + column) for column in sorted(grid.once)]
        row += 1
    row = _totals(made, grid, page, row, left) if made.chance(0.2, "totals below") else row
    if made.chance(0.3, "notes below"):
        row += made.rng.choice((0, 1, 1, 2))
        for note in made.rng.sample(NOTES, made.rng.choice((1, 2))):
            page.put(row, left, note)
            row += 1


def _totals(made: Habits, grid: Grid, page: Page, row: int, left: int) -> int:
    """Write a row of totals or means; return the row below it."""
    row += made.rng.choice((0, 0, 1))
    page.put(row, left, made.rng.choice(("Total", "Mean", "Average", "Sum", "Median")))
    for column in range(1, len(grid.heads)):
        filled: Cell = Number(Fraction(made.rng.randint(2, 90))) if made.workbook else str(made.rng.randint(2, 90))
        named = grid.heads[column].of
        plain = named is not None and named.defined is not None and made.rng.random() < 0.4
        page.put(row, left + column, filled if plain else None)
    return row + 1
