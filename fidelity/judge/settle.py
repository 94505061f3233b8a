"""What a typed frame says about itself: an answered question settles that the question arises.

Whether a field applies follows from the codebook. An answer to a question that may not arise settles that it does
(a volume of contrast means that contrast was given); an answer to one that surely does not arise is a contradiction,
unless it was inherited from further up, where it spoke of other arms: then it is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.leaves import Columns, Pieces, narrowed
from fidelity.judge.tri import expression
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import AllOf, Condition, Leaf, fields_of
from fidelity.model.facts import NOT_APPLICABLE, REPORTED, UNCLEAR, encode, value_columns


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A row that says of a field what cannot be: an answer where it does not apply, or the other way round."""

    row: int
    field: str
    kind: Literal["answered", "marked"]


def settle(frame: pl.DataFrame, codebook: Codebook) -> tuple[pl.DataFrame, list[Contradiction]]:
    """Return a typed frame with what its answers settle, and every contradiction by row number."""
    for name in reversed(codebook.fields):
        condition = codebook.fields[name].applies_when
        if condition is not None and _occurs(frame, name, REPORTED):
            frame = _entail(frame, name, condition, codebook)
    found: list[Contradiction] = []
    for name in _doubtful(frame, codebook):
        frame, contradictions = _check(frame, name, codebook.fields[name], codebook)
        found += contradictions
    return frame, found


def _doubtful(frame: pl.DataFrame, codebook: Codebook) -> list[str]:
    """Return the fields to look at closely: all of them as soon as one has a row that does not fit, else none.

    Frames are nearly always consistent, and one query over every field is much cheaper than one for each.
    """
    names = [name for name in codebook.fields if f"{name}.status" in frame.columns]
    unfit = [pl.any_horizontal(_unfit(frame, name, codebook.fields[name], codebook).values()) for name in names]
    return names if names and frame.select(pl.any_horizontal(unfit).any()).item() else []


def _occurs(frame: pl.DataFrame, name: str, status: int) -> bool:
    return f"{name}.status" in frame.columns and bool((frame[f"{name}.status"] == status).any())


def _applies(frame: pl.DataFrame, condition: Condition | None, codebook: Codebook) -> tuple[pl.Expr, pl.Expr]:
    if condition is None:
        return pl.lit(True), pl.lit(False)
    applies = Context(codebook, Columns.of(frame).deciding_scope).compile(condition)
    return expression(applies.true), expression(applies.false)


def _depth(frame: pl.DataFrame, name: str) -> pl.Expr:
    if f"{name}.depth" in frame.columns:
        return pl.col(f"{name}.depth")
    return pl.lit(2 if f"{name}.status" in frame.columns else -1, dtype=pl.Int8)


def _stands_as_near(frame: pl.DataFrame, name: str, condition: Condition) -> pl.Expr:
    depths = [_depth(frame, parent) for parent in fields_of(condition)]
    return _depth(frame, name) >= pl.max_horizontal(depths)


def _entail(frame: pl.DataFrame, name: str, condition: Condition, codebook: Codebook) -> pl.DataFrame:
    members = condition.all if isinstance(condition, AllOf) else (condition,)
    parents = narrowed([member for member in members if isinstance(member, Leaf)], codebook)
    true, inferred_false = _applies(frame, condition, codebook)
    # What was only inferred of the question may settle what applies, and an answer still settles more: the fact itself.
    stated_false = expression(Context(codebook, Columns.of(frame)).compile(condition).false)
    open_ = true & (inferred_false | stated_false)
    settles = (pl.col(f"{name}.status") == REPORTED) & open_ & _stands_as_near(frame, name, condition)
    flags = frame.select(settles.alias("settles"), _inferred(frame, name, codebook.fields[name]).alias("inferred"))
    if not flags["settles"].any():
        return frame
    frame = frame.with_columns(flags)
    for parent, pieces in parents.items():
        frame = _narrow(frame, parent, codebook.fields[parent], pieces)
    return frame.drop("settles", "inferred")


def _inferred(frame: pl.DataFrame, name: str, field: Field) -> pl.Expr:
    pairs = [(f"{name}.{suffix}", f"{name}.scope.{suffix}") for suffix in value_columns(field)]
    differ = [pl.col(plain) != pl.col(scope) for plain, scope in pairs if scope in frame.columns]
    return pl.any_horizontal(differ) if differ else pl.lit(False)


def _narrow(frame: pl.DataFrame, name: str, field: Field, pieces: Pieces) -> pl.DataFrame:
    suffixes = value_columns(field)
    if f"{name}.status" not in frame.columns:
        blank = zip(suffixes.items(), encode(field, None), strict=True)
        frame = frame.with_columns(
            pl.col("unstated").alias(f"{name}.status"),
            pl.lit(-1, dtype=pl.Int8).alias(f"{name}.depth"),
            *(pl.lit(value, dtype=dtype).alias(f"{name}.{suffix}") for (suffix, dtype), value in blank),
        )
    if frame["inferred"].any() and f"{name}.scope.{next(iter(suffixes))}" not in frame.columns:
        frame = frame.with_columns(pl.col(f"{name}.{suffix}").alias(f"{name}.scope.{suffix}") for suffix in suffixes)
    changes = []
    for prefix, rows in ((f"{name}.", ~pl.col("inferred")), (f"{name}.scope.", pl.lit(True))):
        for suffix in suffixes:
            column = pl.col(f"{prefix}{suffix}")
            if f"{prefix}{suffix}" in frame.columns:
                inside = _inside(column, suffix, field, pieces)
                changes.append(
                    pl.when(pl.col("settles") & rows).then(inside).otherwise(column).alias(f"{prefix}{suffix}")
                )
    return frame.with_columns(changes)


def _inside(column: pl.Expr, suffix: str, field: Field, pieces: Pieces) -> pl.Expr:
    if isinstance(pieces, frozenset):
        return column & field.mask(pieces)
    if suffix == "low":
        return pl.max_horizontal(column, pl.lit(min(piece.low for piece in pieces)))
    return pl.min_horizontal(column, pl.lit(max(piece.high for piece in pieces)))


def _unfit(frame: pl.DataFrame, name: str, field: Field, codebook: Codebook) -> dict[str, pl.Expr]:
    """Return where a row answers what does not apply, marks what does, or inherited either from further up."""
    status = pl.col(f"{name}.status")
    true, false = _applies(frame, field.applies_when, codebook)
    own = pl.lit(True) if field.applies_when is None else _stands_as_near(frame, name, field.applies_when)
    answered = status.is_in([REPORTED, UNCLEAR]) & ~true
    marked = (status == NOT_APPLICABLE) & ~false
    return {"answered": answered & own, "marked": marked & own, "dropped": (answered | marked) & ~own}


def _check(
    frame: pl.DataFrame, name: str, field: Field, codebook: Codebook
) -> tuple[pl.DataFrame, list[Contradiction]]:
    seen = frame.select(**_unfit(frame, name, field, codebook))
    found = [
        Contradiction(row, name, kind) for kind in ("answered", "marked") for row in seen[kind].arg_true().to_list()
    ]
    if not seen["dropped"].any():
        return frame, found
    return _drop(frame.with_columns(seen["dropped"]), name, field), found


def _drop(frame: pl.DataFrame, name: str, field: Field) -> pl.DataFrame:
    blank = dict(zip(value_columns(field), encode(field, None), strict=True))
    changes = [
        pl.when("dropped").then(pl.lit(blank[suffix], dtype=dtype)).otherwise(pl.col(column)).alias(column)
        for suffix, dtype in value_columns(field).items()
        for column in (f"{name}.{suffix}", f"{name}.scope.{suffix}")
        if column in frame.columns
    ]
    status = pl.when("dropped").then(pl.col("unstated")).otherwise(pl.col(f"{name}.status"))
    return frame.with_columns(*changes, status.alias(f"{name}.status")).drop("dropped")
