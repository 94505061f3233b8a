"""The apostrophe that keeps a text from being run as a formula: taken off again when a table of text is read."""

from __future__ import annotations

from typing import Final

import polars as pl

FORMULA_SIGNS: Final = ("=", "+", "-", "@")
"""Text that a spreadsheet would run as a formula begins so."""

_GUARDED: Final = "^'+[=+@-]"
"""One apostrophe was put before such a text; one that had some already has one more."""
_TO_GUARD: Final = "^'*[=+@-]"


def guarded(cells: pl.DataFrame) -> pl.DataFrame:
    """Return cells of text that no spreadsheet runs as a formula; `unguarded` gives back what they were."""
    risky = pl.all().str.contains(_TO_GUARD)
    return cells.with_columns(pl.when(risky).then(pl.lit("'") + pl.all()).otherwise(pl.all()).name.keep())


def unguarded(cells: pl.DataFrame) -> pl.DataFrame:
    """Return cells of text without the apostrophes that guard them."""
    guards = pl.all().str.contains(_GUARDED)
    return cells.with_columns(pl.when(guards).then(pl.all().str.slice(1)).otherwise(pl.all()).name.keep())
