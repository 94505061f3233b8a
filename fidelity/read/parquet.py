"""Parquet files as sheets."""

from __future__ import annotations

from io import BytesIO
from typing import Final

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.read.apart import survives
from fidelity.read.sheet import Sheet, sheet_of_frame

_LOOK: Final = "import io, sys, polars; polars.read_parquet(io.BytesIO(sys.stdin.buffer.read()))"
_MAGIC: Final = b"PAR1"


def sheet_of_parquet(content: bytes, source: str) -> tuple[Sheet | None, list[Problem]]:
    """Return the sheet that a Parquet file holds."""
    sound = content.startswith(_MAGIC) and content.endswith(_MAGIC) and survives(_LOOK, content)
    try:
        frame = pl.read_parquet(BytesIO(content)) if sound else None
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException):
        # PanicException, which is no Exception: Polars trusts what a damaged file tells of itself.
        frame = None
    if frame is None:
        remedy = "write the table anew as Parquet or CSV"
        return None, [Problem("unreadable", Place(source), source, "this is no sound Parquet file", remedy)]
    return sheet_of_frame(frame, source)
