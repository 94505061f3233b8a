"""A file of the covariate pack before it is bytes: a frame, how it is spelt, and what its package does with it."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl


@dataclass(frozen=True, slots=True)
class Guide:
    """What a user of a package must know of a file.

    `call` is the exact code that reads the file and fits; `centred`: the covariate value at which the package prints
    treatment effects; `slope`: what one printed slope means, with its unit.
    """

    package: str
    call: str
    centred: str
    slope: str
    more: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One file: its path within the pack, its columns in order, how missing cells are spelt, and its guide."""

    path: str
    frame: pl.DataFrame
    guide: Guide
    covariates: tuple[str, ...] = ()
    """The covariate columns that are in it; empty for a file without any."""
    missing: str | None = None
    """How an empty cell is written; None: no cell may be empty."""
    separator: str = ","
