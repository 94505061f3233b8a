"""Rows of complete procedures, grown field by field: each field in all its cells where it applies."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import Tri, expression
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import AllOf, Condition, Leaf, fields_of
from fidelity.model.facts import NOT_APPLICABLE, NOT_EXTRACTED, encode, value_columns
from fidelity.model.implication import implies
from fidelity.rulebook.cells.values import Cell, cells_of


def read_by(conditions: Sequence[Condition | None], codebook: Codebook) -> tuple[str, ...]:
    """Return the fields that conditions read with those that decide whether they apply, in the codebook's order."""
    wanted = set(fields_of(*conditions))
    for name in reversed(codebook.fields):
        if name in wanted:
            wanted |= set(fields_of(codebook.fields[name].applies_when))
    return tuple(name for name in codebook.fields if name in wanted)


@dataclass(frozen=True, eq=False)
class Identical:
    """A codebook as the key of a cache: the very same one."""

    codebook: Codebook

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Identical) and self.codebook is other.codebook

    def __hash__(self) -> int:
        return id(self.codebook)


Part = tuple[pl.DataFrame, list[Condition]]
"""Rows of some fields, and the conditions on procedures that wait for further fields."""


@lru_cache(maxsize=64)
def scope_part(of: Identical, within: Condition | None, cuts: tuple[tuple[str, tuple[Leaf, ...]], ...]) -> Part:
    """Return the combinations of scope fields; kept, because many questions are asked about one rule set."""
    start = pl.DataFrame({"unstated": pl.Series([NOT_EXTRACTED], dtype=pl.UInt8)}), _members(within)
    found = grown(start, [name for name, _ in cuts], dict(cuts), of.codebook, within, sys.maxsize)
    assert not isinstance(found, int)
    return found


def grown(
    part: Part,
    names: Sequence[str],
    asked: Mapping[str, Sequence[Leaf]],
    codebook: Codebook,
    within: Condition | None,
    limit: int,
) -> Part | int:
    """Return rows with further fields, each in all its cells where it applies; their number where it is too large."""
    frame, waiting = part
    fields = codebook.fields
    for gate, together in groupby(names, key=lambda name: fields[name].applies_when):
        context = Context(codebook, Columns.of(frame), settled=within)
        applies = context.compile(gate) if gate and not _settled(context, gate) else None
        inside, outside = _split(frame, applies)
        group = list(together)
        for name in group:
            cells = cells_of(fields[name], asked[name])
            size = 2 ** len(fields[name].choices) if cells is None else len(cells)
            if cells is None or inside.height * size + outside.height > limit:
                return inside.height * size + outside.height
            inside = inside.join(_frame_of(name, fields[name], cells), how="cross")
            inside, _ = _fulfilling(inside, waiting, codebook)
        frame = pl.concat([inside, _not_applying(outside, group, fields)]) if outside.height else inside
        frame, waiting = _fulfilling(frame, waiting, codebook)
    return frame, waiting


def _settled(context: Context, gate: Condition) -> bool:
    return context.settled is not None and implies(context.settled, gate, context.codebook)


def _members(condition: Condition | None) -> list[Condition]:
    if isinstance(condition, AllOf):
        return [part for member in condition.all for part in _members(member)]
    return [] if condition is None else [condition]


def _split(frame: pl.DataFrame, applies: Tri | None) -> tuple[pl.DataFrame, pl.DataFrame]:
    if applies is None:
        return frame, frame.clear()
    true = frame.select(expression(applies.true).alias("applies"))
    mask = true["applies"] if true.height == frame.height else pl.repeat(true["applies"][0], frame.height, eager=True)
    return frame.filter(mask), frame.filter(~mask)


def _frame_of(name: str, field: Field, cells: Sequence[Cell]) -> pl.DataFrame:
    columns = [pl.Series(f"{name}.status", [cell.status for cell in cells], dtype=pl.UInt8)]
    for place, (suffix, dtype) in enumerate(value_columns(field).items()):
        columns.append(pl.Series(f"{name}.{suffix}", [cell.entries[place] for cell in cells], dtype=dtype))
    return pl.DataFrame(columns)


def _not_applying(frame: pl.DataFrame, names: Sequence[str], fields: Mapping[str, Field]) -> pl.DataFrame:
    for name in names:
        frame = frame.join(
            _frame_of(name, fields[name], [Cell(NOT_APPLICABLE, encode(fields[name], None))]), how="cross"
        )
    return frame


def _fulfilling(
    frame: pl.DataFrame, waiting: list[Condition], codebook: Codebook
) -> tuple[pl.DataFrame, list[Condition]]:
    """Return the rows that fulfil the conditions whose fields are all there, and the conditions that still wait."""
    ready = [part for part in waiting if all(f"{name}.status" in frame.columns for name in read_by([part], codebook))]
    if not ready:
        return frame, waiting
    fulfilled = Context(codebook, Columns.of(frame)).compile(AllOf(all=tuple(ready)))
    return frame.filter(expression(fulfilled.true)), [part for part in waiting if part not in ready]
