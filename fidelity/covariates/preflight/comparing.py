"""Grades for each direct comparison: what there is to regress on before anyone fits."""

from __future__ import annotations

from statistics import median
from typing import Final

import polars as pl

from fidelity.covariates.fitting.trials import Trial, names_of, trials_of
from fidelity.covariates.master import Master

COLUMNS: Final = {
    "covariate": pl.String, "treat1": pl.String, "treat2": pl.String, "name1": pl.String, "name2": pl.String,
    "studies": pl.Int64, "values": pl.Int64, "lowest": pl.Float64, "median": pl.Float64, "highest": pl.Float64,
    "open": pl.Int64, "missing": pl.Int64,
}  # fmt: skip
"""A row for each covariate and direct comparison, `treat1` nearer the reference.

`values` distinct ones; lowest, median and highest of the expected value; `open` studies have a range; `missing` ones
have no number. A trial of three arms stands in three comparisons.
"""


def comparisons(master: Master) -> pl.DataFrame:
    """Return how each covariate is spread in each direct comparison (see COLUMNS)."""
    place: dict[str, int] = dict(master.treatments.select("treat", "number").iter_rows())
    names = names_of(master)
    by_pair: dict[tuple[str, str], list[Trial]] = {}
    for trial in trials_of(master):
        for pair in trial.pairs:
            by_pair.setdefault(pair, []).append(trial)
    rows = [
        (covariate.name, *pair, *(names.get(treat, treat) for treat in pair), *_spread(by_pair[pair], covariate.name))
        for covariate in master.covariates
        for pair in sorted(by_pair, key=lambda pair: tuple(place.get(treat, 0) for treat in pair))
    ]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def is_open(trial: Trial, covariate: str) -> bool:
    """Whether the reports of a study leave more than one value of the covariate possible."""
    stem = "fid" if covariate.startswith("fid_") else covariate
    low, high = trial.numbers.get(f"{stem}_lo"), trial.numbers.get(f"{stem}_hi")
    return low is not None and low != high


def _spread(trials: list[Trial], covariate: str) -> tuple[int | float | None, ...]:
    numbers = [number for trial in trials if (number := trial.number(covariate)) is not None]
    ends = (min(numbers), float(median(numbers)), max(numbers)) if numbers else (None, None, None)
    open_ = sum(is_open(trial, covariate) for trial in trials)
    return len(trials), len(set(numbers)), *ends, open_, len(trials) - len(numbers)
