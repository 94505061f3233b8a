"""Tables of the pack as bytes: the same numbers are spelt the same way on every machine."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.write.table import neutralised

DIGITS: Final = 10
"""Significant digits of a number: what lies behind them hangs on the machine's logarithms."""


def table_bytes(table: Table) -> bytes:
    """Return a table of a package as the CSV that it reads, missing cells spelt as the table says."""
    return csv_bytes(table.frame, missing=table.missing or "", separator=table.separator)


def csv_bytes(frame: pl.DataFrame, *, missing: str = "", separator: str = ",") -> bytes:
    """Return a frame as CSV; no text of it is run by a spreadsheet, and numbers have ten significant digits."""
    steady = frame.with_columns(pl.selectors.float().round_sig_figs(DIGITS))
    text = neutralised(steady).write_csv(separator=separator, null_value=missing, line_terminator="\n")
    return text.encode()
