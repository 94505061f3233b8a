"""Many synthetic reviews at once: what assumptions make of silence, and what becomes of the slope."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path
from statistics import fmean

import fidelity
from fidelity.expecting import Expectation, expect
from fidelity.model.assumption import Assumption
from networks.generate import Plan, Review, make_all
from networks.packs import master_of_package, scored, write_for_r


@dataclass(frozen=True)
class Guess:
    """What an assumption made of one arm whose grade is open, beside its true grade."""

    expected: float
    probability: float
    """Of the true grade."""
    true: int


@dataclass(frozen=True)
class Calibration:
    """How far expected grades lie from the true ones, over arms whose grade is open."""

    arms: int
    bias: float
    """Mean of expected minus true, in grades."""
    error: float
    """Root of the mean squared difference."""
    surprise: float
    """Mean of minus the natural logarithm of the probability of the true grade: the less, the better."""


@dataclass(frozen=True)
class Fit:
    """The common slope as one analysis of one network found it."""

    network: str
    analysis: str
    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class Behaviour:
    """How an analysis behaves over many networks: bias, coverage in per cent, mean width of the interval."""

    networks: int
    bias: float
    coverage: float
    width: float


def simulate(
    plan: Plan, seeds: Sequence[int], assumptions: Sequence[Assumption], library: fidelity.Library, folder: Path | None
) -> Mapping[str, tuple[Guess, ...]]:
    """Return what each assumption makes of the synthetic reviews of a plan, one for each seed.

    Where a folder is given, a pack of each review by each assumption is written into `folder/<id>/<seed>`.
    """
    guesses: dict[str, tuple[Guess, ...]] = {assumption.id: () for assumption in assumptions}
    for seed, review in zip(seeds, make_all(plan, seeds, library), strict=True):
        scores = scored(review, library)
        for assumption in assumptions:
            expected = expect(scores, assumption)
            guesses[assumption.id] += _guesses(review, expected)
            if folder is not None:
                master = master_of_package(review, scores, expected)
                write_for_r(master, folder / assumption.id / f"{seed:05}", review)
    return guesses


def _guesses(review: Review, expected: Expectation) -> tuple[Guess, ...]:
    found = []
    for row in expected.arms.filter(expected.arms["open"] == 1).iter_rows(named=True):
        true = review.grades[row["study"], row["arm"]]
        found.append(Guess(row["expected"], row[f"p{true}"], true))
    return tuple(found)


def calibration(guesses: Iterable[Guess]) -> Calibration:
    """Return how well guesses agree with the truth."""
    found = list(guesses)
    return Calibration(
        len(found),
        fmean(guess.expected - guess.true for guess in found),
        fmean((guess.expected - guess.true) ** 2 for guess in found) ** 0.5,
        fmean(-log(guess.probability) for guess in found),
    )


def read_fits(path: Path) -> list[Fit]:
    """Read what `analyses.R` wrote."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Fit(row["network"], row["analysis"], float(row["estimate"]), float(row["low"]), float(row["high"]))
            for row in csv.DictReader(file)
        ]


def behaviour(fits: Iterable[Fit], planted: float) -> dict[str, Behaviour]:
    """Return how each analysis behaves, in the order in which they stand."""
    by_analysis: dict[str, list[Fit]] = {}
    for fit in fits:
        by_analysis.setdefault(fit.analysis, []).append(fit)
    return {
        name: Behaviour(
            len(found),
            fmean(fit.estimate - planted for fit in found),
            100 * fmean(fit.low <= planted <= fit.high for fit in found),
            fmean(fit.high - fit.low for fit in found),
        )
        for name, found in by_analysis.items()
    }
