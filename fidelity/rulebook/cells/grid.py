"""Exact reasoning over rules: every complete procedure that their constants can tell apart, judged.

Conditions compare fields with constants, so that finitely many procedures stand for all. What holds for each of them
holds always; one for which it fails is a witness. They are typed rows like those of a report, judged as those are.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from fidelity.judge.criteria import judge
from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Condition, Leaf, leaves_of
from fidelity.model.dates import ANY_DAY
from fidelity.model.facts import NOT_APPLICABLE, value_columns
from fidelity.model.judgement import VERDICT_BITS, VERDICTS, decided
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.words import Verdict
from fidelity.rulebook.cells.growing import Identical, grown, read_by, scope_part
from fidelity.rulebook.cells.values import text_of


@dataclass(frozen=True, slots=True)
class TooLarge:
    """What cannot be enumerated and stays undecided: the fields that are read together, and how many rows they need."""

    fields: tuple[str, ...]
    cells: int


@dataclass(frozen=True)
class Grid:
    """Every complete procedure that constants can tell apart, a typed row for each.

    `fields` stand in the order of the codebook: those that are read, those that decide whether these apply, and the
    scope fields. A field that does not apply is marked so; every other is known exactly.
    """

    frame: pl.DataFrame
    fields: tuple[str, ...]
    codebook: Codebook

    def facts(self, row: int) -> dict[str, str]:
        """Return what a procedure is, as a record would write it: only fields that apply; lists are complete."""
        values = self.frame.row(row, named=True)
        found = {}
        for name in self.fields:
            field, status = self.codebook.fields[name], values[f"{name}.status"]
            if status != NOT_APPLICABLE:
                entries = [values[f"{name}.{suffix}"] for suffix in value_columns(field)]
                found[name] = text_of(field, status, entries)
        return found

    def record(self, row: int) -> dict[str, str | dict[str, str]]:
        """Return the observations of a study record that say exactly this procedure."""
        fields = self.codebook.fields
        return {
            name: {"value": text, "only": "yes"} if fields[name].type == "checklist" and text != "NR" else text
            for name, text in self.facts(row).items()
        }


def grid_of(
    conditions: Sequence[Condition], codebook: Codebook, *, within: Condition | None = None, limit: int = 500_000
) -> Grid | TooLarge:
    """Return every complete procedure that conditions can tell apart; with `within`, of those that fulfil it.

    A leaf that asks whether a field is reported makes it reported and not reported, whatever its value.
    """
    scope = [Leaf(field=name, reported="yes") for name in codebook.scope_fields]
    names = read_by((*conditions, within, *scope), codebook)
    fields = codebook.fields
    asked: dict[str, list[Leaf]] = {name: [] for name in names}
    gates = (fields[name].applies_when for name in names)
    for condition in (*conditions, within, *gates):
        for _, leaf in leaves_of(condition) if condition else ():
            if leaf not in asked[leaf.field]:
                asked[leaf.field].append(leaf)
    first = read_by(scope, codebook)
    cuts = tuple((name, tuple(asked[name])) for name in first)
    start = scope_part(Identical(codebook), within, cuts)
    found = grown(start, [name for name in names if name not in first], asked, codebook, within, limit)
    if isinstance(found, int):
        return TooLarge(names, found)
    return Grid(_identified(found[0]), names, codebook)


def _identified(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the rows with what the layout says of where a row comes from: one made-up study that began at any time."""
    origin = {"study": "made-up", "arm": "made-up", "role": "active", "main": True}
    days = {"date.low": ANY_DAY.first.toordinal(), "date.high": ANY_DAY.last.toordinal()}
    row = frame.with_row_index("row")
    return row.with_columns(
        *(pl.lit(value).alias(name) for name, value in origin.items()),
        *(pl.lit(value, dtype=pl.Int32).alias(name) for name, value in days.items()),
        procedure=pl.col("row").cast(pl.String),
    )


def verdicts_of(grid: Grid, ruleset: RuleSet, criteria: Sequence[Criterion], codebook: Codebook) -> pl.DataFrame:
    """Return a column of verdicts for each criterion: one bit of a judgement for each procedure of a grid."""
    asking = ruleset.model_copy(update={"criteria": tuple(criteria)})
    judged = judge(grid.frame, asking, codebook, covered=False)
    verdicts = judged.select(pl.all() & pl.lit(VERDICT_BITS, dtype=pl.UInt8))
    seen = {byte for column in verdicts.iter_columns() for byte in column.unique().to_list()}
    assert all(decided(byte) for byte in seen), "a complete procedure has one verdict on each criterion"
    return verdicts


def components(
    criteria: Sequence[Criterion], codebook: Codebook, *, fixed: Collection[str]
) -> list[tuple[Criterion, ...]]:
    """Return criteria in groups that share no field, apart from fields that are fixed such as those of the scope."""
    groups: list[tuple[set[str], list[Criterion]]] = []
    for criterion in criteria:
        fields = set(read_by(tuple(criterion.conditions.values()), codebook)) - set(fixed)
        members = [criterion]
        for other in [group for group in groups if group[0] & fields]:
            groups.remove(other)
            fields |= other[0]
            members = other[1] + members
        groups.append((fields, members))
    order = [criterion.id for criterion in criteria]
    found = [tuple(sorted(members, key=lambda criterion: order.index(criterion.id))) for _, members in groups]
    return sorted(found, key=lambda members: order.index(members[0].id))


@dataclass(frozen=True, slots=True)
class Same:
    """The proof that two criteria mean the same: no procedure of so many that could tell them apart does."""

    procedures: int


@dataclass(frozen=True, slots=True)
class Differs:
    """A witness that two criteria differ: a procedure, of those with the fewest facts, and the verdict of each."""

    facts: Mapping[str, str]
    first: Verdict
    second: Verdict
    row: int
    grid: Grid


def same_meaning(
    first: tuple[RuleSet, Criterion], second: tuple[RuleSet, Criterion], codebook: Codebook, *, limit: int = 500_000
) -> Same | Differs | TooLarge:
    """Return whether two criteria give every procedure the same verdict, with a witness where they do not.

    They are compared on the procedures that both rule sets cover; where there are none, on all.
    """
    conditions = [condition for _, criterion in (first, second) for condition in criterion.conditions.values()]
    covers = dict.fromkeys((first[0].covers, second[0].covers))
    grid = grid_of(conditions, codebook, within=AllOf(all=tuple(covers)), limit=limit)
    if isinstance(grid, Grid) and grid.frame.is_empty():
        grid = grid_of(conditions, codebook, limit=limit)
    if isinstance(grid, TooLarge):
        return grid
    verdicts = [
        verdicts_of(grid, ruleset, [criterion], codebook).to_series(0) for ruleset, criterion in (first, second)
    ]
    differing = (verdicts[0] != verdicts[1]).arg_true()
    if differing.is_empty():
        return Same(grid.frame.height)
    stated = pl.sum_horizontal(pl.col(f"{name}.status") != NOT_APPLICABLE for name in grid.fields)
    sizes = grid.frame.select(stated.cast(pl.UInt16)).to_series().gather(differing)
    row = int(differing[sizes.arg_min() or 0])
    words = [VERDICTS[int(column[row]).bit_length() - 1] for column in verdicts]
    return Differs(grid.facts(row), words[0], words[1], row, grid)
