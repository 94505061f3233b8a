"""Result frames as csv, jsonl, parquet or a table for the terminal."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import Final, Literal

import polars as pl

from fidelity.errors import UsageError
from fidelity.explaining.wording import brief_range

Format = Literal["table", "csv", "jsonl", "parquet"]

FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
"""Text that a spreadsheet would run as a formula begins so; an apostrophe before it keeps it text."""

_NUMBER: Final = r"^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$"
"""A text that is no more than a number, such as -0.5: a spreadsheet shows it and runs nothing."""

BRIEF: Final = ("study", "arm", "procedure", "status", "delivery", "selection", "safety", "decided", "note")
"""The columns that a terminal shows of the grades; the other formats hold every column."""


def encode(frame: pl.DataFrame, form: Format) -> bytes:
    """Return a frame in a format, the same bytes for the same frame."""
    if form == "csv":
        return neutralised(frame).write_csv(line_terminator="\n").encode()
    if form == "jsonl":
        return frame.write_ndjson().encode()
    if form == "parquet":
        stream = io.BytesIO()
        frame.write_parquet(stream, compression="zstd", statistics=False)
        return stream.getvalue()
    raise UsageError("a table is for the terminal only: choose csv, jsonl or parquet for a file")


def neutralised(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame in which an apostrophe keeps every text that a spreadsheet would run a text; numbers stay."""
    text = [name for name, dtype in frame.schema.items() if dtype == pl.String]
    return frame.with_columns(
        pl.when(runs(pl.col(name))).then(pl.lit("'") + pl.col(name)).otherwise(pl.col(name)).alias(name)
        for name in text
    )


def runs(text: pl.Expr) -> pl.Expr:
    """Return whether a spreadsheet would run a text as a formula."""
    return pl.any_horizontal(text.str.starts_with(start) for start in FORMULA_STARTS) & ~text.str.contains(_NUMBER)


def brief(grades: pl.DataFrame) -> pl.DataFrame:
    """Return the grades as a terminal shows them: a range in one cell, decided beside counted."""
    rows = []
    for row in grades.iter_rows(named=True):
        graded = row["status"] == "graded"
        ends = {"delivery": "grade", "selection": "selection", "safety": "safety"}
        ranges = {
            column: _short(row[f"{name}_low"], row[f"{name}_high"]) if graded else "" for column, name in ends.items()
        }
        decided = f"{row['decided']} of {row['counted']}" if graded else ""
        rows.append(
            {
                **{name: row[name] or "" for name in ("study", "arm", "procedure", "status", "note")},
                **ranges,
                "decided": decided,
            }
        )
    return pl.DataFrame(rows, schema=dict.fromkeys(BRIEF, pl.String))


def _short(low: str | None, high: str | None) -> str:
    return "–" if low is None or high is None else brief_range(low, high)


def draw(frame: pl.DataFrame, width: int, wrap: str) -> str:
    """Return a frame as a table for a terminal; the column `wrap` takes what width is left and wraps in it."""
    names = [name for name in frame.columns if name != wrap]
    cells = {name: [str(value) if value is not None else "" for value in frame[name]] for name in frame.columns}
    widths = {name: max([len(name), *map(len, cells[name])]) for name in names}
    used = sum(widths.values()) + 2 * len(names)
    left = max(24, width - used)
    lines = [
        _line([name.ljust(widths[name]) for name in names], wrap),
        _line(["-" * widths[n] for n in names], "-" * len(wrap)),
    ]
    for number in range(frame.height):
        wrapped = textwrap.wrap(cells[wrap][number], left) or [""]
        lines.append(_line([cells[name][number].ljust(widths[name]) for name in names], wrapped[0]))
        lines += [" " * used + part for part in wrapped[1:]]
    return "\n".join(lines) + "\n"


def _line(parts: Sequence[str], last: str) -> str:
    return "  ".join([*parts, last]).rstrip()
