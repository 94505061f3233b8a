"""What an expectation holds: for each procedure, arm, domain and criterion what an assumption makes of its range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import polars as pl

from fidelity.model.assumption import Assumption

_ENDS: Final = {"low": pl.Int64, "high": pl.Int64}
_SHARES: Final = {
    **_ENDS, "p0": pl.Float64, "p1": pl.Float64, "p2": pl.Float64, "p3": pl.Float64, "expected": pl.Float64,
}  # fmt: skip
_GRADE: Final = {**_SHARES, "open": pl.Int64}

PROCEDURE_COLUMNS: Final = {"study": pl.String, "arm": pl.String, "procedure": pl.String, **_GRADE}
ARM_COLUMNS: Final = {"study": pl.String, "arm": pl.String, **_GRADE}
DOMAIN_COLUMNS: Final = {"study": pl.String, "arm": pl.String, "domain": pl.String, **_SHARES}
CRITERION_COLUMNS: Final = {
    "study": pl.String, "arm": pl.String, "criterion": pl.String, **_ENDS, "expected": pl.Float64,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an assumption makes of the ranges of one axis, for procedures and arms that have a grade on it.

    `procedures`, `arms`: `low` and `high` are the lowest and the highest grade that a completion of the facts gives (0
    poor to 3 full), `p0` to `p3` the probabilities, `expected` their mean, `open` 1 where the range holds several.
    `arm_domains`: concerns, 0 none to 3 critical, likewise. `arm_criteria`: 1 met, 0 partly met or not met. A domain or
    criterion stands where something is asked, and says what holds given that.
    """

    axis: str
    assumption: Assumption
    procedures: pl.DataFrame
    arms: pl.DataFrame
    arm_domains: pl.DataFrame
    arm_criteria: pl.DataFrame
