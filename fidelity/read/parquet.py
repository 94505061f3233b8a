"""Parquet files as sheets: looked through by a process of their own first, since a damaged one can end the reader's."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from typing import Final

import polars as pl

from fidelity.errors import Place, Problem
from fidelity.read.sheet import Sheet, sheet_of_frame

_LOOK: Final = "import io, sys, polars; polars.read_parquet(io.BytesIO(sys.stdin.buffer.read()))"
_SECONDS: Final = 120
"""A sound file of the size that is read at all takes less."""
_MAGIC: Final = b"PAR1"


def sheet_of_parquet(content: bytes, source: str) -> tuple[Sheet | None, list[Problem]]:
    """Return the sheet that a Parquet file holds."""
    if not (content.startswith(_MAGIC) and content.endswith(_MAGIC)) or not _can_be_read(content):
        remedy = "write the table anew as Parquet or CSV"
        return None, [Problem("unreadable", Place(source), source, "this is no sound Parquet file", remedy)]
    return sheet_of_frame(pl.read_parquet(BytesIO(content)), source)


def _can_be_read(content: bytes) -> bool:
    """Whether a process that reads the file ends well: Polars trusts the lengths in it, and aborts on an absurd one."""
    try:
        # A list without a shell, and nothing of the file in it; the file goes in by standard input.
        done = subprocess.run(  # noqa: S603 - see above
            [sys.executable, "-c", _LOOK], input=content, capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
