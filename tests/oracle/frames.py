"""Made-up procedures in the columns that the package takes, written down from the description of that layout."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf, nextafter
from typing import Any

import polars as pl

from oracle.observations import Known, everything
from oracle.rules import Book, Field

STATUSES = ("reported", "unclear", "not_reported", "not_extracted", "not_applicable")
FIRST_DAY, LAST_DAY = 693_596, 803_168
"""1900-01-01 and 2199-12-31 as ordinals: nothing is known of when the study began."""


def frame_of(book: Book, known: Sequence[Sequence[Known]], unstated: str = "not_extracted") -> pl.DataFrame:
    """Return the typed frame of procedures; a field of which every row says only `unstated` gets no columns.

    `known` holds a sequence for each field of the codebook.
    """
    size = len(known[0])
    columns: dict[str, pl.Series] = {
        "study": pl.Series([f"s{row}" for row in range(size)]),
        "arm": pl.Series(["a"] * size),
        "unstated": pl.Series([STATUSES.index(unstated)] * size, dtype=pl.UInt8),
        "date.low": pl.Series([FIRST_DAY] * size, dtype=pl.Int32),
        "date.high": pl.Series([LAST_DAY] * size, dtype=pl.Int32),
    }
    for (name, field), column in zip(book.fields.items(), known, strict=True):
        kinds = {entry: place for place, entry in enumerate(dict.fromkeys(column))}
        if all(entry.value is None and entry.status == unstated for entry in kinds):
            continue
        at = pl.Series([kinds[entry] for entry in column], dtype=pl.UInt32)
        columns |= {suffix: series.gather(at) for suffix, series in _columns(name, field, list(kinds)).items()}
    return pl.DataFrame(columns)


def _columns(name: str, field: Field, kinds: Sequence[Known]) -> dict[str, pl.Series]:
    statuses = [STATUSES.index(known.status) for known in kinds]
    found = {f"{name}.status": pl.Series(statuses, dtype=pl.UInt8)}
    if any(known.inferred for known in kinds):
        found[f"{name}.inferred"] = pl.Series([known.inferred for known in kinds], dtype=pl.Boolean)
    full = [_entries(field, known.value) for known in kinds]
    plain = [_entries(field, None if known.inferred else known.value) for known in kinds]
    for place, (suffix, dtype) in enumerate(_suffixes(field)):
        found[f"{name}.{suffix}"] = pl.Series([entry[place] for entry in plain], dtype=dtype)
        if any(known.inferred for known in kinds):
            found[f"{name}.scope.{suffix}"] = pl.Series([entry[place] for entry in full], dtype=dtype)
    return found


def _suffixes(field: Field) -> list[tuple[str, Any]]:
    sizes = ((8, pl.UInt8), (16, pl.UInt16), (32, pl.UInt32), (64, pl.UInt64))
    mask = next(dtype for size, dtype in sizes if len(field.choices) <= size)
    match field.type:
        case "number" | "count" | "cut_off" | "date":
            return [("low", pl.Float64), ("high", pl.Float64)]
        case "checklist":
            return [("must", mask), ("may", mask)]
        case "text":
            return []
        case _:
            return [("may", mask)]


def _entries(field: Field, value: Any) -> tuple[float, ...]:
    known = everything(field) if value is None else value
    match field.type:
        case "number":
            low, low_out, high, high_out = known
            return (nextafter(low, inf) if low_out else low, nextafter(high, -inf) if high_out else high)
        case "count":
            return (float(known[0]), float(known[1]))
        case "cut_off":
            if value is None:
                return (field.low, field.high)
            return tuple(nextafter(number, inf) if excluded else number for number, excluded in known)
        case "date":
            return (FIRST_DAY, LAST_DAY)
        case "checklist":
            return (_mask(field, known[0]), _mask(field, known[1]))
        case "text":
            return ()
        case _:
            return (_mask(field, known),)


def _mask(field: Field, names: frozenset[str]) -> int:
    return sum(1 << place for place, name in enumerate(field.choices) if name in names)
