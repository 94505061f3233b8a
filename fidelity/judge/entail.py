"""An answered question settles that the question arises: a volume of contrast means that contrast was given."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.leaves import Columns, Pieces, narrowed
from fidelity.judge.tri import expression
from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import AllOf, Condition, Leaf, fields_of
from fidelity.model.facts import REPORTED, UNCLEAR, encode, value_columns

STATED, GUESSED = ".settled", ".settled.scope"
"""Columns, while entailing, of rows whose answer was settled by a stated or by an inferred answer further down."""


@dataclass(frozen=True, slots=True)
class _Answers:
    """Where a field is answered, or settled by what hangs on it: by the report, or only by inference."""

    stated: pl.Series
    inferred: pl.Series


def entail(frame: pl.DataFrame, codebook: Codebook) -> pl.DataFrame:
    """Return a frame in which every answer has narrowed the fields on which it hangs, step by step upwards."""
    for name in reversed(codebook.fields):
        condition = codebook.fields[name].applies_when
        if condition is None or not any(f"{name}{suffix}" in frame.columns for suffix in (".status", STATED)):
            continue
        answers = _answers(frame, name, codebook.fields[name])
        if answers.stated.any() or answers.inferred.any():
            frame = _settle_parents(frame, name, condition, answers, codebook)
    return frame.drop([column for column in frame.columns if column.endswith((STATED, GUESSED))])


def said(frame: pl.DataFrame, name: str, field: Field) -> pl.Expr:
    """Return where a field is answered: reported, or unclear with some values ruled out."""
    status = pl.col(f"{name}.status")
    full = zip(value_columns(field), encode(field, None), strict=True)
    # Only an inferred answer stands in the scope columns; elsewhere they hold what others have settled.
    weak = _flag(frame, f"{name}.inferred")
    narrower = [
        rows & (pl.col(column) != every)
        for suffix, every in full
        for column, rows in ((f"{name}.{suffix}", ~weak), (f"{name}.scope.{suffix}", weak))
        if column in frame.columns
    ]
    partly = (status == UNCLEAR) & pl.any_horizontal(narrower) if narrower else pl.lit(False)
    return (status == REPORTED) | partly


def depth(frame: pl.DataFrame, name: str) -> pl.Expr:
    """Return how near to the procedure a field stands; tables, which have no depths, hold it at the procedure."""
    if f"{name}.depth" in frame.columns:
        return pl.col(f"{name}.depth")
    return pl.lit(2 if f"{name}.status" in frame.columns else -1, dtype=pl.Int8)


def stands_as_near(frame: pl.DataFrame, name: str, condition: Condition) -> pl.Expr:
    """Return where a field stands at least as near to the procedure as what its condition reads."""
    return depth(frame, name) >= pl.max_horizontal([depth(frame, parent) for parent in fields_of(condition)])


def _flag(frame: pl.DataFrame, column: str) -> pl.Expr:
    return pl.col(column) if column in frame.columns else pl.lit(False)


def _answers(frame: pl.DataFrame, name: str, field: Field) -> _Answers:
    answered = said(frame, name, field)
    weak = _flag(frame, f"{name}.inferred")
    columns = frame.select(
        row=pl.col("unstated"),
        stated=(answered & ~weak) | _flag(frame, f"{name}{STATED}"),
        inferred=(answered & weak) | _flag(frame, f"{name}{GUESSED}"),
    )
    return _Answers(columns["stated"], columns["inferred"])


def _settle_parents(
    frame: pl.DataFrame, name: str, condition: Condition, answers: _Answers, codebook: Codebook
) -> pl.DataFrame:
    members = condition.all if isinstance(condition, AllOf) else (condition,)
    parents = narrowed([member for member in members if isinstance(member, Leaf)], codebook)
    columns = Columns.of(frame)
    plain = Context(codebook, columns).compile(condition)
    scope = Context(codebook, columns.deciding_scope).compile(condition)
    fits = expression(scope.true) & stands_as_near(frame, name, condition)
    # What was only inferred of the question may settle what applies; a stated answer still settles the fact itself.
    open_ = expression(plain.false) | expression(scope.false)
    flags = frame.select(
        stated=pl.lit(answers.stated) & fits & open_,
        guessed=pl.lit(answers.inferred) & fits & expression(scope.false),
        near=depth(frame, name).cast(pl.Int8),
    )
    if not (flags["stated"].any() or flags["guessed"].any()):
        return frame
    for parent, pieces in parents.items():
        frame = _narrow(frame, parent, codebook.fields[parent], pieces, flags)
    return frame


def _narrow(frame: pl.DataFrame, name: str, field: Field, pieces: Pieces, flags: pl.DataFrame) -> pl.DataFrame:
    suffixes = value_columns(field)
    if f"{name}.status" not in frame.columns:
        blank = zip(suffixes.items(), encode(field, None), strict=True)
        frame = frame.with_columns(
            pl.col("unstated").alias(f"{name}.status"),
            *(pl.lit(value, dtype=dtype).alias(f"{name}.{suffix}") for (suffix, dtype), value in blank),
            pl.lit(-1, dtype=pl.Int8).alias(f"{name}.depth"),
        )
    if flags["guessed"].any() and f"{name}.scope.{next(iter(suffixes))}" not in frame.columns:
        frame = frame.with_columns(pl.col(f"{name}.{suffix}").alias(f"{name}.scope.{suffix}") for suffix in suffixes)
    stated, guessed, near = (pl.lit(flags[column]) for column in ("stated", "guessed", "near"))
    changes: list[pl.Expr] = []
    for view, rows in ((".", stated), (".scope.", stated | guessed)):
        for column, suffix in ((f"{name}{view}{suffix}", suffix) for suffix in suffixes):
            if column in frame.columns:
                inside = _inside(pl.col(column), suffix, field, pieces)
                changes.append(pl.when(rows).then(inside).otherwise(pl.col(column)).alias(column))
    nearer = pl.when(stated | guessed).then(pl.max_horizontal(depth(frame, name), near)).otherwise(depth(frame, name))
    return frame.with_columns(
        *changes,
        (_flag(frame, f"{name}{STATED}") | stated).alias(f"{name}{STATED}"),
        (_flag(frame, f"{name}{GUESSED}") | guessed).alias(f"{name}{GUESSED}"),
        nearer.alias(f"{name}.depth"),
    )


def _inside(column: pl.Expr, suffix: str, field: Field, pieces: Pieces) -> pl.Expr:
    if isinstance(pieces, frozenset):
        return column & field.mask(pieces)
    if suffix == "low":
        return pl.max_horizontal(column, pl.lit(min(piece.low for piece in pieces)))
    return pl.min_horizontal(column, pl.lit(max(piece.high for piece in pieces)))
