"""Grade against year, risk of bias and size: what a slope of the grade could be mistaken for."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from statistics import median
from typing import Final

import polars as pl

from fidelity.covariates.findings import Finding
from fidelity.covariates.fitting.trials import Trial, trials_of
from fidelity.covariates.master import Master
from fidelity.model.scheme import GRADES

COLUMNS: Final = {
    "against": pl.String, "grade": pl.String, "studies": pl.Int64, "missing": pl.Int64,
    "lowest": pl.Float64, "median": pl.Float64, "highest": pl.Float64,
    "rob_low": pl.Int64, "rob_some": pl.Int64, "rob_high": pl.Int64, "decided": pl.Int64, "tau_b": pl.Float64,
}  # fmt: skip
"""A row for each of year, rob (1 low to 3 high) and n, for each grade, `open`, and `all`.

`studies` have a value of it, `missing` have none, and `decided` of those that have one have a grade that is not open.
`tau_b` (all only): Kendall's rank correlation with the grade over these, since the order of open grades is that of the
assumption; from -1 to 1, null with fewer than five of them, or where one of the two does not vary. No test is made.
"""

AGAINST: Final = {"year": "year", "rob": "risk of bias", "n": "number of patients"}
FEWEST: Final = 5
NOTABLE: Final = 0.3
"""From what rank correlation on the pre-flight points at it: a weak line, so that little is missed."""


def confounding(master: Master) -> pl.DataFrame:
    """Return the grade of studies against their year, risk of bias and size (see COLUMNS)."""
    trials = [trial for trial in trials_of(master) if trial.number("fid") is not None]
    groups = {grade: [t for t in trials if t.numbers.get("fid_cat") == grade] for grade in (*GRADES, "open")}
    rows = [
        _row(against, grade, members)
        for against in AGAINST
        for grade, members in (*groups.items(), ("all", trials))
        if members
    ]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def _row(against: str, grade: str, trials: Sequence[Trial]) -> tuple[object, ...]:
    values = [number for trial in trials if (number := trial.number(against)) is not None]
    ends = (min(values), float(median(values)), max(values)) if values else (None, None, None)
    steps = [sum(value == step for value in values) if against == "rob" else None for step in (1, 2, 3)]
    pairs = _decided(trials, against)
    tau = kendall(pairs) if grade == "all" and len(pairs) >= FEWEST else None
    return against, grade, len(values), len(trials) - len(values), *ends, *steps, len(pairs), tau


def _decided(trials: Sequence[Trial], against: str) -> list[tuple[float, float]]:
    """Return the grade and the value of each study that has both and whose grade is not open."""
    return [
        (grade, value)
        for trial in trials
        if trial.number("fid_lo") == trial.number("fid_hi")
        and (grade := trial.number("fid")) is not None
        and (value := trial.number(against)) is not None
    ]


def kendall(pairs: Sequence[tuple[float, float]]) -> float | None:
    """Return Kendall's tau-b of pairs, which allows for ties; None where one side does not vary."""
    agreeing = ties_one = ties_other = 0
    for index, (one, other) in enumerate(pairs):
        for one_, other_ in pairs[:index]:
            first, second = (one > one_) - (one < one_), (other > other_) - (other < other_)
            agreeing += first * second
            ties_one += first == 0
            ties_other += second == 0
    every = len(pairs) * (len(pairs) - 1) // 2
    below = (every - ties_one) * (every - ties_other)
    return agreeing / sqrt(below) if below else None


def about_confounding(frame: pl.DataFrame, *, grade_fits: bool) -> list[Finding]:
    """Return what is not known of studies and, where a slope of the grade can be fitted, what goes with the grade."""
    found = []
    for row in frame.filter(pl.col("grade") == "all").iter_rows(named=True):
        words = AGAINST[row["against"]]
        if row["missing"]:
            found.append(_missing(row["against"], words, row["missing"], row["missing"] + row["studies"]))
        if grade_fits and row["tau_b"] is not None and abs(row["tau_b"]) >= NOTABLE:
            way = "rises" if row["tau_b"] > 0 else "falls"
            what = (
                f"the {words} {way} with the grade (Kendall's tau {row['tau_b']:.2f} over {row['decided']} studies "
                "whose grade is decided): a slope of the grade may be its slope"
            )
            remedy = "fit both where there are studies enough (metafor, multinma), and report the table"
            found.append(Finding("goes_with_grade", "warning", what, remedy, covariate="fid"))
    return found


def _missing(against: str, words: str, missing: int, of: int) -> Finding:
    what = f"the {words} is not known of {missing} of {of} studies"
    if against == "rob":
        what += "; CINeMA and ROB-MEN are written only where it is known of all"
        return Finding(
            "unknown_rob", "note", what, "add a column rob to the outcome file: 1 low, 2 some concerns, 3 high"
        )
    return Finding(f"unknown_{against}", "note", what, f"add a column {against} to the outcome file")
