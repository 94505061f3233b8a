"""Which procedures two rule sets cover: those that only one of them does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import expression
from fidelity.model.codebook import Codebook
from fidelity.model.condition import Condition, leaves_of
from fidelity.model.digest import spelled_out
from fidelity.model.ruleset import RuleSet
from fidelity.rulebook.cells.grid import Grid, TooLarge, grid_of
from fidelity.rulebook.diff.meaning import Undecided, in_words, too_large

MOST_SHOWN: Final = 4
"""So many procedures are named on each side; the rest are counted."""

Procedure = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ScopeChange:
    """Procedures that only one of two rule sets covers: the first few in words, and how many there are of each."""

    only_first: tuple[Procedure, ...]
    only_second: tuple[Procedure, ...]
    first_count: int
    second_count: int
    both: int


def scope_change(
    first: RuleSet, second: RuleSet, codebooks: tuple[Codebook, Codebook]
) -> ScopeChange | Undecided | None:
    """Return the procedures that only one rule set covers; None where both cover the same."""
    covers = spelled_out(first.covers, codebooks[0]), spelled_out(second.covers, codebooks[1])
    if covers[0] == covers[1]:
        return None
    codebook = next((book for book in reversed(codebooks) if all(_known(entry, book) for entry in covers)), None)
    if codebook is None:
        return Undecided("neither codebook knows all choices that the two scopes name")
    grid = grid_of(covers, codebook)
    if isinstance(grid, TooLarge):
        return too_large(grid, codebook)
    mine, other = (_covered(grid, condition) for condition in covers)
    lost, gained = (mine & ~other).arg_true().to_list(), (other & ~mine).arg_true().to_list()
    if not lost and not gained:
        return None
    return ScopeChange(
        tuple(_procedure(grid, row) for row in lost[:MOST_SHOWN]),
        tuple(_procedure(grid, row) for row in gained[:MOST_SHOWN]),
        len(lost),
        len(gained),
        int((mine & other).sum()),
    )


def _known(condition: Condition, codebook: Codebook) -> bool:
    return all(
        leaf.field in codebook.fields and not codebook.fields[leaf.field].faults_of(leaf)
        for _, leaf in leaves_of(condition)
    )


def _covered(grid: Grid, condition: Condition) -> pl.Series:
    covered = Context(grid.codebook, Columns.of(grid.frame)).compile(condition)
    return grid.frame.select(covered=expression(covered.true)).to_series()


def _procedure(grid: Grid, row: int) -> Procedure:
    fields = grid.codebook.fields
    return tuple((fields[name].label, in_words(name, said, grid.codebook)) for name, said in grid.facts(row).items())
