"""From what is known of the arms of a study to one number of the study, by a rule that is chosen beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod
from typing import Final, Literal

from fidelity.model.scheme import GRADES

Pmf = tuple[float, ...]
"""The probability of each value of a scale that begins at 0: grades poor to full, concerns none to critical."""


@dataclass(frozen=True, slots=True)
class Spread:
    """What is known of a number: its lowest and highest value, its expected one, and the probability of each value.

    A difference has no probabilities here: its scale does not begin at 0.
    """

    low: int
    high: int
    expected: float
    pmf: Pmf = ()


CODED: Final = Spread(0, 0, 0.0)
"""The number of an arm of the reference class: no grade, but what the model needs to have there."""


def worst_of(arms: Sequence[Spread], better: Literal["high", "low"]) -> Spread:
    """Return what is known of the worst of several arms, which are independent of each other given the assumption."""
    if len(arms) == 1:
        return arms[0]
    choose = min if better == "high" else max
    pmf = _lowest([arm.pmf for arm in arms]) if better == "high" else _highest([arm.pmf for arm in arms])
    return Spread(choose(arm.low for arm in arms), choose(arm.high for arm in arms), mean_of(pmf), pmf)


def difference(second: Spread, first: Spread) -> Spread:
    """Return what is known of the second number less the first, which are independent given the assumption."""
    return Spread(second.low - first.high, second.high - first.low, second.expected - first.expected)


def mean_of(pmf: Pmf) -> float:
    """Return the expected value."""
    return sum(value * share for value, share in enumerate(pmf))


def _lowest(pmfs: Sequence[Pmf]) -> Pmf:
    at_least = [prod(sum(pmf[value:]) for pmf in pmfs) for value in range(len(pmfs[0]))]
    return tuple(here - above for here, above in zip(at_least, [*at_least[1:], 0.0], strict=True))


def _highest(pmfs: Sequence[Pmf]) -> Pmf:
    return _lowest([pmf[::-1] for pmf in pmfs])[::-1]


def grade_columns(grade: Spread, threshold: int) -> dict[str, object]:
    """Return the columns of a study that say its grade; of a difference only what a difference can have.

    `threshold` is the lowest grade that counts as higher.
    """
    columns: dict[str, object] = {**number_columns("fid", grade), "fid_nr": int(grade.low != grade.high)}
    if not grade.pmf:
        return columns
    group = "lower" if grade.high < threshold else "higher" if grade.low >= threshold else "unclear"
    return {
        **columns,
        "fid_gap": len(GRADES) - 1 - grade.expected,
        "fid_bin": _reaching(grade, threshold),
        "fid_grp": group,
        "fid_cat": GRADES[grade.low] if grade.low == grade.high else "open",
        **{f"p{value}": share for value, share in enumerate(grade.pmf)},
    }


def number_columns(name: str, number: Spread) -> dict[str, object]:
    """Return the three columns of a covariate: expected, lowest, highest."""
    return {name: number.expected, f"{name}_lo": number.low, f"{name}_hi": number.high}


def _reaching(grade: Spread, threshold: int) -> float:
    """Return the probability that a grade reaches the threshold: just 0 or 1 where its range decides that."""
    if grade.low >= threshold or grade.high < threshold:
        return float(grade.low >= threshold)
    return sum(grade.pmf[threshold:])
