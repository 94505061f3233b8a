"""What would be judged if an open fact were known: suppositions, judged by the evaluator that judges everything.

The constants in the conditions of a criterion cut the values of a field into cells, within which every value is
judged alike. A supposition fills in one cell of each of a few fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any, Final, TypeAlias

import polars as pl

from fidelity.explaining.explanation import RECRUITMENT, JudgedCriterion, Together
from fidelity.judge.cells import Cell, cells_of
from fidelity.judge.criteria import judge
from fidelity.judge.settle import settle
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import Includes, Leaf, fields_of, leaves_of
from fidelity.model.facts import REPORTED, encode, value_columns
from fidelity.scoring.batch import Standard

MOST_TOGETHER: Final = 3
"""How many open facts are supposed at once."""

Supposition: TypeAlias = tuple[tuple[str, Cell], ...]
"""Fields, in the order of the codebook, with the cell that each is supposed to lie in."""

Key: TypeAlias = tuple[str, str]
"""A criterion by the reference of its rule set and its id."""


@dataclass(frozen=True, slots=True)
class Supposed:
    """The judgement bytes of the open criteria of one procedure under each supposition."""

    open_fields: Mapping[Key, Together]
    bytes: Mapping[Supposition, Mapping[Key, int]]


def fields_in(supposition: Supposition) -> Together:
    """Return the fields of a supposition."""
    return tuple(name for name, _ in supposition)


def key_of(entry: JudgedCriterion) -> Key:
    """Return the key of a criterion."""
    return entry.ruleset.reference, entry.criterion.id


def suppose(frame: pl.DataFrame, judged: Sequence[Sequence[JudgedCriterion]], standard: Standard) -> list[Supposed]:
    """Return for each row of a frame what its open counted criteria become when open facts are filled in."""
    plans: list[dict[Supposition, None]] = []
    opens: list[dict[Key, Together]] = []
    for number, row in enumerate(frame.iter_rows(named=True)):
        asked = [entry for entry in judged[number] if entry.criterion.counted and entry.open_fields]
        plans.append({})
        opens.append({})
        for entry in asked:
            cells = _cells(entry, row, standard.codebook)
            opens[number][key_of(entry)] = tuple(cells)
            plans[number] |= dict.fromkeys(_suppositions(cells))
    bytes_, impossible = _judged(frame, plans, [entry for entries in judged for entry in entries], standard)
    found, start = [], 0
    for plan, fields in zip(plans, opens, strict=True):
        mine = {
            supposition: {key: bytes_[key][place] for key in fields}
            for place, supposition in enumerate(plan, start)
            if place not in impossible
        }
        found.append(Supposed(fields, mine))
        start += len(plan)
    return found


def _suppositions(cells: Mapping[str, Sequence[Cell]]) -> Iterator[Supposition]:
    for size in range(1, MOST_TOGETHER + 1):
        for names in combinations(cells, size):
            for chosen in product(*(cells[name] for name in names)):
                yield tuple(zip(names, chosen, strict=True))


def _judged(
    frame: pl.DataFrame,
    plans: Sequence[Mapping[Supposition, None]],
    entries: Iterable[JudgedCriterion],
    standard: Standard,
) -> tuple[dict[Key, list[int]], frozenset[int]]:
    """Return the bytes of every open criterion, and the suppositions that contradict what the record says."""
    open_: dict[str, dict[str, JudgedCriterion]] = {}
    for entry in entries:
        if entry.criterion.counted and entry.open_fields:
            open_.setdefault(entry.ruleset.reference, {})[entry.criterion.id] = entry
    if not open_:
        return {}, frozenset()
    filled, contradictions = settle(_filled(frame, plans, standard.codebook), standard.codebook)
    found: dict[Key, list[int]] = {}
    for reference, mine in open_.items():
        ruleset = next(iter(mine.values())).ruleset
        asked = ruleset.model_copy(update={"criteria": tuple(entry.criterion for entry in mine.values())})
        bytes_ = judge(filled, asked, standard.codebook, standard.by_trial_clock(ruleset))
        found |= {(reference, name): bytes_[name].to_list() for name in mine}
    return found, frozenset(entry.row for entry in contradictions)


def _filled(frame: pl.DataFrame, plans: Sequence[Mapping[Supposition, None]], codebook: Codebook) -> pl.DataFrame:
    """Return a row for each supposition of each row of a frame, with the supposed values in it."""
    numbers = [number for number, plan in enumerate(plans) for _ in plan]
    suppositions = [supposition for plan in plans for supposition in plan]
    filled = frame[numbers]
    columns: dict[str, tuple[pl.Series, list[Any]]] = {}

    def put(name: str, row: int, value: float, default: Any, dtype: type[pl.DataType]) -> None:
        if name not in columns:
            before = filled[name] if name in filled.columns else pl.Series(name, [default] * filled.height, dtype=dtype)
            columns[name] = before, before.to_list()
        columns[name][1][row] = value

    unstated = frame["unstated"][0]
    for row, supposition in enumerate(suppositions):
        for name, cell in supposition:
            if name == RECRUITMENT:
                put("date.low", row, cell[0], None, pl.Int32)
                put("date.high", row, cell[1], None, pl.Int32)
                continue
            field = codebook.fields[name]
            put(f"{name}.status", row, REPORTED, unstated, pl.UInt8)
            put(f"{name}.depth", row, 2, -1, pl.Int8)
            everything = encode(field, None)
            for (suffix, dtype), value, full in zip(value_columns(field).items(), cell, everything, strict=True):
                put(f"{name}.{suffix}", row, value, full, dtype)
                if f"{name}.scope.{suffix}" in filled.columns:
                    put(f"{name}.scope.{suffix}", row, value, full, dtype)
    changed = [pl.Series(name, values, dtype=before.dtype) for name, (before, values) in columns.items()]
    return filled.with_columns(changed)


def _cells(entry: JudgedCriterion, row: Mapping[str, Any], codebook: Codebook) -> dict[str, tuple[Cell, ...]]:
    """Return the open fields of a criterion, each with its cells that the row leaves possible: two or more."""
    criterion = entry.criterion
    judging = [leaf for key, c in criterion.conditions.items() if key != "applies_when" for _, leaf in leaves_of(c)]
    applying = [leaf for _, leaf in leaves_of(criterion.applies_when)] if criterion.applies_when else []
    asked = list(dict.fromkeys(leaf.field for leaf in (*judging, *applying)))
    for name in asked:  # grows while it is walked: conditions of fields hang on fields that have conditions
        condition = codebook.fields[name].applies_when
        applying += [leaf for _, leaf in leaves_of(condition)] if condition else []
        asked += [parent for parent in fields_of(condition) if parent not in asked]
    found: dict[str, tuple[Cell, ...]] = {}
    for name in asked:
        met = any(leaf.field == name for leaf in judging)
        leaves = [leaf for leaf in (*judging, *applying) if leaf.field == name]
        cells = _of_field(codebook.fields[name], _known(name, codebook.fields[name], row, scope=not met), leaves)
        if len(cells) > 1:
            found[name] = cells
    if entry.clock_open and entry.asked_since is not None:
        first, last = entry.asked_since.first.toordinal(), entry.asked_since.last.toordinal()
        earlier, later = min(first - 1, row["date.high"]), max(last, row["date.low"])
        found[RECRUITMENT] = ((earlier, earlier), (later, later))
    return {name: found[name] for name in codebook.fields if name in found}


def _known(name: str, field: Field, row: Mapping[str, Any], *, scope: bool) -> Cell:
    """Return the value columns of a field as they stand in a row."""
    return tuple(
        next(
            (row[column] for column in (f"{name}.scope.{suffix}", f"{name}.{suffix}")[not scope :] if column in row),
            full,
        )
        for suffix, full in zip(value_columns(field), encode(field, None), strict=True)
    )


def _of_field(field: Field, known: Cell, leaves: Sequence[Leaf]) -> tuple[Cell, ...]:
    if field.type == "checklist":
        allowed = (field.allowed(leaf) for leaf in leaves)
        return tuple(_lists(field, known, [piece for piece in allowed if isinstance(piece, Includes)]))
    return cells_of(field, known, leaves)


def _lists(field: Field, known: Cell, asked: Sequence[Includes]) -> Iterator[Cell]:
    """Yield a checklist with what is asked present, then absent, as a whole and one by one."""
    must, may = int(known[0]), int(known[1])
    masks = dict.fromkeys(
        mask for piece in asked for mask in (field.mask(piece.names), *map(field.bits.get, piece.names))
    )
    for mask in masks:
        assert mask is not None
        if mask & ~must and may & mask == mask:
            yield must | mask, may
        if mask & may and not must & mask:
            yield must, may & ~mask
