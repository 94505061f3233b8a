"""Whatever a sheet holds: each cell is in one table once, or in a title, or named in a note."""

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as some

from fidelity.read.flat import Flat
from fidelity.read.grids.grid import Block, Grid
from fidelity.read.layout.fill import fill_down
from fidelity.read.layout.kinds import one_line
from fidelity.read.layout.tables import find_tables
from read.layout.made import cell_of, grid_of

TEXTS = [
    *[
        "Study",
        "Arm",
        "Role",
        "Temp (°C)",
        "Notes",
        "°C",
        "s",
        "Total",
        "Mean (SD)",
        "N = 3",
        "Table 2. Doses",
        "Legend:",
    ],
    *["Smith 2010", "Jones 2012", "RF", "active", "sham", "80", "90 s", "NR", "2010-10-12", "* see text", "RF = heat"],
    "A sentence that is so long that nobody would take it for the name of a study, whoever reads it",
]
ROWS = [
    ["Study", "Arm", "Role", "Temp (°C)"],
    ["Author", "Technique", "Needle", "Time"],
    ["Smith 2010", "RF", "active", "80"],
    ["Jones 2012", "placebo", "sham", "37"],
    ["Total", "", "", "117"],
    ["Table 2. Doses", "", "", ""],
    ["", "Technique", "", "Outcome"],
    ["", "°C", "s", "mL"],
    ["", "", "", ""],
    ["Note: as set", "", "", ""],
]
blank_or_text = some.one_of(some.just(""), some.sampled_from(TEXTS))
scattered = some.integers(1, 9).flatmap(
    lambda width: some.lists(some.lists(blank_or_text, min_size=width, max_size=width), min_size=1, max_size=14)
)
tabular = some.lists(some.sampled_from(ROWS), min_size=1, max_size=16)
side_by_side = some.tuples(tabular, tabular).map(
    lambda both: [
        [*(both[0][at] if at < len(both[0]) else [""] * 4), "", *(both[1][at] if at < len(both[1]) else [""] * 4)]
        for at in range(max(map(len, both)))
    ]
)
sheets = some.one_of(scattered, tabular, side_by_side)


@some.composite
def blocks(draw, rows):
    """Merged cells that do not overlap and cover nothing, save perhaps now and then."""
    found: list[Block] = []
    for _ in range(draw(some.integers(0, 4))):
        top, left = draw(some.integers(0, len(rows) - 1)), draw(some.integers(0, len(rows[0]) - 1))
        block = Block(top, left, top + draw(some.integers(0, 3)), left + draw(some.integers(0, 3)))
        if not any(_meet(block, other) for other in found):
            found.append(block)
    return tuple(found)


def _meet(one: Block, other: Block) -> bool:
    return one.top <= other.bottom and other.top <= one.bottom and one.left <= other.right and other.left <= one.right


def body_cells(table: Flat) -> Iterator[tuple[int, int]]:
    for row in range(table.cells.height):
        for column in range(len(table.header)):
            if table.text(row, column).strip():
                yield cell_of(table.place(row, column).cell)


def account(grid: Grid, tables: tuple[Flat, ...]) -> Counter:
    """Return how often each cell with a text is an entry, a part of a name, a title or a note."""
    texts = {
        (row, column): one_line(str(text))
        for row, line in enumerate(grid.cells.iter_rows())
        for column, text in enumerate(line)
        if str(text).strip()
    }
    told: Counter = Counter()
    covered = {cell_of(note.place.cell) for table in tables for note in table.notes if note.code == "covered-cell"}
    told.update(covered)
    copies: Counter = Counter()
    for table in tables:
        copies.update(set(body_cells(table)))
    told.update(copies)
    named = {
        note.place.cell: note for table in tables for note in table.notes if note.found and note.code != "covered-cell"
    }
    for (row, column), text in texts.items():
        if (row, column) in told:
            continue
        if (
            any(_in_header(table, row, text) for table in tables)
            or any(text in table.title.split(" / ") for table in tables)
            or any(cell_of(cell)[0] == row and _says(note.found, text) for cell, note in named.items())
        ):
            told[row, column] += 1
    for block in grid.merged:
        shown = texts.get((block.top, block.left))
        for cell in [
            (row, at) for row in range(block.top, block.bottom + 1) for at in range(block.left, block.right + 1)
        ]:
            if cell != (block.top, block.left) and texts.get(cell) == shown:
                texts.pop(cell, None)
    return Counter({cell: told[cell] for cell in texts})


def _in_header(table: Flat, row: int, text: str) -> bool:
    if table.header_rows is None or not table.header_rows[0] <= row + 1 <= table.header_rows[1]:
        return False
    return any(text.strip("()[]") in name for name in table.header)


def _says(found: str, text: str) -> bool:
    return text in found or (found.endswith("…") and len(found) == 80)


@settings(max_examples=120, deadline=None)
@given(some.data())
def test_every_cell_of_a_sheet_is_accounted_for_once(data):
    rows = data.draw(sheets)
    grid = grid_of(rows)
    assert set(account(grid, find_tables(grid)).values()) <= {1}


@settings(max_examples=120, deadline=None)
@given(some.data())
def test_merged_cells_hide_no_cell(data):
    rows = data.draw(sheets)
    merged = data.draw(blocks(rows))
    names = [f"{chr(65 + one.left)}{one.top + 1}:{chr(65 + one.right)}{one.bottom + 1}" for one in merged]
    grid = grid_of(rows, merged=names)
    assert 0 not in account(grid, find_tables(grid)).values()


@settings(max_examples=60, deadline=None)
@given(some.data())
def test_a_header_that_is_said_loses_no_cell(data):
    rows = data.draw(sheets)
    first = data.draw(some.integers(1, len(rows)))
    header = (first, min(len(rows), first + data.draw(some.integers(0, 2))))
    grid = grid_of(rows)
    tables = find_tables(grid, header)
    if tables and not any(problem.code == "header-rows" for table in tables for problem in table.problems):
        assert tables[0].header_rows == header
        assert set(account(grid, tables).values()) <= {1}


@settings(max_examples=60, deadline=None)
@given(some.data())
def test_each_entry_knows_the_cell_from_which_its_text_came(data):
    rows = data.draw(sheets)
    merged = data.draw(blocks(rows))
    names = [f"{chr(65 + one.left)}{one.top + 1}:{chr(65 + one.right)}{one.bottom + 1}" for one in merged]
    grid = grid_of(rows, merged=names)
    for table in find_tables(grid):
        for filled in (table, fill_down(table, [0])):
            for row in range(filled.cells.height):
                for column in range(len(filled.header)):
                    at = cell_of(filled.place(row, column).cell)
                    if filled.text(row, column):
                        assert grid.cells[str(at[1])][at[0]] == filled.text(row, column)
