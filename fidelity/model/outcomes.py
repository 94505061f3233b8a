"""Arm-level outcomes as a reviewer extracted them: what was counted or measured in each arm of each study."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

from fidelity.errors import Problem

OutcomeKind = Literal["events", "means", "contrasts"]
"""Responders of patients; means with standard deviations; or differences with standard errors."""

DecimalMark = Literal["point", "comma"]
"""The sign before the decimals of the numbers in an outcome file."""

OUTCOME_COLUMNS: Final = {
    "row": pl.Int64, "study": pl.String, "arm": pl.String, "treatment": pl.String,
    "n": pl.Int64, "events": pl.Int64, "mean": pl.Float64, "sd": pl.Float64,
    "effect": pl.Float64, "se": pl.Float64, "year": pl.Int64, "rob": pl.Int64, "class": pl.String,
}  # fmt: skip
"""`row` is the line of the file; what the kind does not use is null.

`events`: n, events. `means`: n, mean, sd. `contrasts`: effect against the first row of the study and its se; that row,
the baseline, has no effect, and as `se` that of its own mean, which studies of three or more arms need. `rob` is 1 low,
2 some concerns, 3 high, and the reviewers' own; null where they did not say. `class` is what they say of the treatment,
`reference` or `active`, where its role in the records shall not decide; null where they did not.
"""


@dataclass(frozen=True, slots=True)
class Outcomes:
    """One outcome of a review: a row for each arm, in the order of the file; what is wrong, and what was noticed."""

    source: str
    kind: OutcomeKind
    frame: pl.DataFrame
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    """Studies of which a row could not be read, as the file names them, each with the first thing that is wrong."""
