"""The typed frame as a table that a reviewer could have written, so that reading it can be measured."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from fidelity.model.codebook import Codebook, Field
from fidelity.model.facts import NOT_APPLICABLE, NOT_EXTRACTED, NOT_REPORTED


def write_csv(frame: pl.DataFrame, codebook: Codebook, path: Path) -> None:
    """Write a row for every procedure, with what it says of every field."""
    columns = {name: _text(name, field, frame) for name, field in codebook.fields.items()}
    only = {
        f"{name}.only": pl.when(pl.col(f"{name}.must") == pl.col(f"{name}.may"))
        .then(pl.lit("yes"))
        .otherwise(pl.lit(""))
        for name, field in codebook.fields.items()
        if field.type == "checklist"
    }
    numbered = pl.int_range(pl.len()).cast(pl.String)
    identity = {"study": pl.lit("study ") + numbered, "arm": pl.lit("active"), "role": pl.lit("active")}
    frame.lazy().select(**identity, **columns, **only).collect().write_csv(path)


def _text(name: str, field: Field, frame: pl.DataFrame) -> pl.Expr:
    suffixes = [suffix for suffix in ("low", "high", "must", "may") if f"{name}.{suffix}" in frame.columns]
    ends = suffixes if suffixes == ["low", "high"] else suffixes[:1]
    distinct = frame.select(f"{name}.{suffix}" for suffix in ends).unique()
    written = distinct.with_columns(
        pl.Series("text", [_written(field, *row) for row in distinct.rows()], dtype=pl.String)
    )
    texts = frame.select(f"{name}.{suffix}" for suffix in ends).join(
        written, on=distinct.columns, how="left", maintain_order="left"
    )
    status = pl.col(f"{name}.status")
    return (
        pl.when(status == NOT_REPORTED)
        .then(pl.lit("NR"))
        .when(status == NOT_EXTRACTED)
        .then(pl.lit(""))
        .when(status == NOT_APPLICABLE)
        .then(pl.lit("not applicable"))
        .otherwise(pl.lit(texts["text"]))
    )


def _written(field: Field, low: float, high: float | None = None) -> str:
    """Return a value as text; what is known to be present of a checklist is a mask like the possible choices."""
    if high is None:
        return "; ".join(sorted(field.named(int(low)), key=list(field.choices).index))
    if field.type == "cut_off":
        included = float(f"{low:.6g}")
        return f"{included:g} %" if low != high else f">= {included:g} %" if low == included else f"> {included:g} %"
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
