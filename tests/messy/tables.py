"""Tables as a mapping knows them: columns in some order, lines of cells, and columns that feed nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from messy.cells import Cell, Number
from messy.menus import IGNORED, OWN
from messy.review import Column, Habits

STRAY = ("Follow-up at 6 mo", "Outcome measure", "Journal name", "Risk of bias overall")


@dataclass
class Head:
    """The header of one column: what stands above it, its own text, and the column that it is."""

    text: str
    above: str = ""
    of: Column | None = None


@dataclass
class Grid:
    """A table before it is put on a page; `studies` says for each line whose it is, for merging and blank rows."""

    heads: list[Head]
    lines: list[list[Cell]]
    studies: list[str]
    two_rows: bool = False
    once: frozenset[int] = frozenset()
    """Columns of the study, which may be written once for all of its lines."""
    entries: list[dict[str, Any]] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)


def noisy(made: Habits, heading: str) -> str:
    """A header as files have it: other case, blanks around it, blanks that do not break; or as R mangles it."""
    if not made.foreign:
        return heading + " " * made.rng.choice((0, 0, 0, 1))
    if made.mangled:
        return re.sub(r"[^A-Za-z0-9._]", ".", heading)
    if not re.search(r"[(\[,]", heading) and made.rng.random() < 0.2:
        heading = made.rng.choice((heading.upper(), heading.lower(), heading.title()))
    if made.rng.random() < 0.15:
        heading = heading.replace(" ", "\u00a0", 1)
    return made.rng.choice(("", "", "", " ")) + heading + made.rng.choice(("", "", "", " ", "  "))


def extras(made: Habits, grid: Grid, *, strays: bool) -> None:
    """Put columns that feed nothing among the others: the reviewer's own, those left out, those not known."""
    if not made.mangled and made.chance(0.3, "own column"):
        _insert(made, grid, made.rng.choice(OWN), lambda: made.rng.choice(("ok", "check p. 3", None, "80 °C?")))
    if not made.foreign:
        return
    for name in made.rng.sample(IGNORED, made.rng.choice((0, 0, 1, 2))):
        made.draws.append("ignored column")
        _insert(made, grid, name, lambda: made.rng.choice(("AB", "CD; EF", None, "n/a", "none")))
        grid.entries.append({"reads": [name], "ignored": "not needed for grading"})
    if made.chance(0.1, "optional column that is missing"):
        grid.entries.append({"reads": ["Second reader's note"], "feeds": "treatment_details", "optional": True})
    if strays and made.chance(0.07, "a column that the mapping does not know"):
        name = made.rng.choice(STRAY)
        _insert(made, grid, name, lambda: made.rng.choice(("VAS", "6", "yes")))
        grid.alarms.append(name)


def _insert(made: Habits, grid: Grid, name: str, cell: Any) -> None:
    place = made.rng.randint(0, len(grid.heads))
    grid.heads.insert(place, Head(name))
    for line in grid.lines:
        line.insert(place, cell())
    grid.once = frozenset(column + (column >= place) for column in grid.once)


def study_cells(made: Habits, names: list[str]) -> dict[str, Cell]:
    """The names of studies as one of several tables writes them: numbers with or without their #."""
    bare, typed = made.rng.random() < 0.5, made.workbook and made.rng.random() < 0.5
    cells: dict[str, Cell] = {}
    for name in names:
        if bare and name.startswith("#"):
            cells[name] = Number(Fraction(name[1:])) if typed else name[1:]
        else:
            cells[name] = name + (" " if made.rng.random() < 0.05 else "")
    return cells
