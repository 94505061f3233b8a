"""What a typed frame says about itself: answers settle their questions, and contradictions are found.

Whether a field applies follows from the codebook. An answer to a question that may not arise settles that it does
(see `fidelity.judge.entail`); an answer to one that surely does not arise is a contradiction, unless it was inherited
from further up and fits other procedures there: then it spoke of those, and is dropped here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import polars as pl

from fidelity.judge.conditions import Context
from fidelity.judge.entail import depth, entail, said, stands_as_near
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import expression
from fidelity.model.codebook import Codebook, Field
from fidelity.model.facts import NOT_APPLICABLE, encode, value_columns


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A row that says of a field what cannot be: an answer where it does not apply, or the other way round."""

    row: int
    field: str
    kind: Literal["answered", "marked"]


def settle(frame: pl.DataFrame, codebook: Codebook) -> tuple[pl.DataFrame, list[Contradiction]]:
    """Return a typed frame with what its answers settle, and every contradiction by row number."""
    frame = entail(frame, codebook)
    found: dict[Contradiction, None] = {}
    changed = True
    while changed:  # what is dropped of one field may decide whether another applies
        changed = False
        for name in _doubtful(frame, codebook):
            before = frame
            frame, contradictions = _check(frame, name, codebook.fields[name], codebook)
            found |= dict.fromkeys(contradictions)
            changed = changed or frame is not before
    return frame, list(found)


def _doubtful(frame: pl.DataFrame, codebook: Codebook) -> list[str]:
    """Return the fields of which a row does not fit: one query over all of them, as frames nearly always fit."""
    names = [name for name in codebook.fields if f"{name}.status" in frame.columns]
    unfit = {name: pl.any_horizontal(_unfit(frame, name, codebook.fields[name], codebook)).any() for name in names}
    seen = frame.select(**unfit).row(0, named=True) if names else {}
    return [name for name, doubtful in seen.items() if doubtful]


def _unfit(frame: pl.DataFrame, name: str, field: Field, codebook: Codebook) -> tuple[pl.Expr, pl.Expr]:
    """Return where a row answers what does not apply, and where it marks as inapplicable what surely applies."""
    if field.applies_when is None:
        return pl.lit(False), pl.col(f"{name}.status") == NOT_APPLICABLE
    applies = Context(codebook, Columns.of(frame).deciding_scope).compile(field.applies_when)
    marked = pl.col(f"{name}.status") == NOT_APPLICABLE
    return said(frame, name, field) & ~expression(applies.true), marked & ~expression(applies.false)


def _check(
    frame: pl.DataFrame, name: str, field: Field, codebook: Codebook
) -> tuple[pl.DataFrame, list[Contradiction]]:
    answered, marked = _unfit(frame, name, field, codebook)
    own = pl.lit(True) if field.applies_when is None else stands_as_near(frame, name, field.applies_when)
    seen = frame.select("study", "arm", answered=answered, marked=marked, own=own, depth=depth(frame, name))
    seen = seen.with_columns(unfit=pl.col("answered") | pl.col("marked"))
    # What a study says of all its procedures, or an arm of all of its own, must fit one of them.
    everywhere = (
        pl.when(pl.col("depth") == 0)
        .then(pl.col("unfit").all().over("study"))
        .otherwise(pl.col("unfit").all().over("study", "arm"))
    )
    seen = seen.with_columns(wrong=pl.col("unfit") & (pl.col("own") | everywhere))
    found = [
        Contradiction(row, name, kind)
        for kind in ("answered", "marked")
        for row in (seen[kind] & seen["wrong"]).arg_true().to_list()
    ]
    dropped = seen["unfit"] & ~seen["wrong"]
    return (_drop(frame, dropped, name, field) if dropped.any() else frame), found


def _drop(frame: pl.DataFrame, dropped: pl.Series, name: str, field: Field) -> pl.DataFrame:
    rows = pl.lit(dropped)
    blank = zip(value_columns(field).items(), encode(field, None), strict=True)
    changes = [
        pl.when(rows).then(pl.lit(value, dtype=dtype)).otherwise(pl.col(column)).alias(column)
        for (suffix, dtype), value in blank
        for column in (f"{name}.{suffix}", f"{name}.scope.{suffix}")
        if column in frame.columns
    ]
    status = pl.when(rows).then(pl.col("unstated")).otherwise(pl.col(f"{name}.status"))
    return frame.with_columns(*changes, status.alias(f"{name}.status"))
