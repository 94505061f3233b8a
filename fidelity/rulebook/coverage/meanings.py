"""Many variants of one criterion compared with it on the same procedures."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from fidelity.model.codebook import Codebook
from fidelity.model.facts import NOT_APPLICABLE
from fidelity.model.judgement import VERDICTS
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.words import Verdict
from fidelity.rulebook.cells.grid import Differs, Grid, Same, TooLarge, grid_of, same_meaning, verdicts_of

TOGETHER: Final = 20_000
"""The most procedures on which all variants are compared at once; beyond, each gets the fewer that it needs."""

Comparison = Same | Differs | TooLarge


def compare(
    ruleset: RuleSet, criterion: Criterion, variants: Sequence[Criterion], codebook: Codebook
) -> list[Comparison]:
    """Return for each variant of a criterion whether it means the same for all that the rule set covers."""
    if not variants:
        return []
    conditions = [condition for one in (criterion, *variants) for condition in one.conditions.values()]
    grid = grid_of(list(dict.fromkeys(conditions)), codebook, within=ruleset.covers, limit=TOGETHER)
    if isinstance(grid, TooLarge):
        return [same_meaning((ruleset, criterion), (ruleset, variant), codebook) for variant in variants]
    numbered = [one.model_copy(update={"id": str(number)}) for number, one in enumerate((criterion, *variants))]
    first, *others = verdicts_of(grid, ruleset, numbered, codebook).get_columns()
    stated = pl.sum_horizontal(pl.col(f"{name}.status") != NOT_APPLICABLE for name in grid.fields)
    sizes = grid.frame.select(stated.cast(pl.UInt16)).to_series()
    return [_comparison(grid, sizes, first, other) for other in others]


def _comparison(grid: Grid, sizes: pl.Series, first: pl.Series, other: pl.Series) -> Comparison:
    differing = (first != other).arg_true()
    if differing.is_empty():
        return Same(grid.frame.height)
    row = int(differing[sizes.gather(differing).arg_min() or 0])
    return Differs(grid.facts(row), verdict_of(first[row]), verdict_of(other[row]), row, grid)


def verdict_of(bit: int) -> Verdict:
    """Return the verdict of a judgement that leaves one."""
    return VERDICTS[bit.bit_length() - 1]


def reachable(ruleset: RuleSet, criterion: Criterion, codebook: Codebook) -> tuple[Verdict, ...] | None:
    """Return the verdicts that procedures which the rule set covers can get; None where that is too large to tell."""
    grid = grid_of(list(criterion.conditions.values()), codebook, within=ruleset.covers)
    if isinstance(grid, TooLarge):
        return None
    bits = set(verdicts_of(grid, ruleset, [criterion], codebook).to_series(0).unique().to_list())
    return tuple(verdict for place, verdict in enumerate(VERDICTS) if 1 << place in bits)
