"""The trials of a network as a regression looks at them: treatments in the order of the arms, and numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import polars as pl

from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.wide import limited

DIGITS: Final = 6
"""Numbers that agree to so many decimals are one number: what floating point makes of a sum is no variation."""

PER_ARM: Final = "fid_arm"
"""The covariate of arms, beside those of studies."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One study: its treatments (each once, arm by arm), its row of the study table, and the number of each arm."""

    study: str
    treats: tuple[str, ...]
    numbers: Mapping[str, object]
    of_arm: Mapping[str, float]

    def number(self, covariate: str) -> float | None:
        """Return the number of the study, rounded; None where it has none."""
        value = self.numbers.get(covariate)
        return round(float(value), DIGITS) if isinstance(value, int | float) else None

    @property
    def pairs(self) -> Iterator[tuple[str, str]]:
        """The direct comparisons of the study."""
        return combinations(self.treats, 2)


def trials_of(master: Master) -> list[Trial]:
    """Return the trials in the order of the arms, the treatments of each by their number, the reference first."""
    place: dict[str, int] = dict(master.treatments.select("treat", "number").iter_rows())
    rows = {row["study"]: row for row in master.studies.iter_rows(named=True)}
    found = []
    for (study,), arms in master.arms.group_by("study", maintain_order=True):
        treats = sorted(dict.fromkeys(arms["treat"].to_list()), key=lambda treat: (place.get(treat, 0), treat))
        graded = arms.select("treat", "fid_arm").drop_nulls()
        own = {treat: round(float(grade), DIGITS) for treat, grade in graded.iter_rows()}
        found.append(Trial(str(study), tuple(treats), rows.get(study, {}), own))
    return found


def of_own(master: Master, covariate: Covariate) -> Master:
    """Return the master that files of a covariate are made of: without studies that lack it, if any is left."""
    left = set(master.studies["study"].to_list()) - set(covariate.missing)
    return limited(master, covariate) if left else master


def slopes_of(master: Master) -> tuple[str, ...]:
    """Return the treatments that have a slope: those of the active class, without the reference."""
    kept = master.treatments.filter(pl.col("trt_class") == "active", pl.col("treat") != master.reference)
    present = set(master.arms["treat"].to_list())
    return tuple(treat for treat in kept.sort("number")["treat"].to_list() if treat in present)


def present(master: Master) -> tuple[str, ...]:
    """Return the treatments that have arms, by their number: the reference first."""
    having = set(master.arms["treat"].to_list())
    return tuple(treat for treat in master.treatments.sort("number")["treat"].to_list() if treat in having)


def varies_at(trials: Iterable[Trial], covariate: str, treat: str) -> bool:
    """Whether a covariate varies over the trials that contain a treatment: at the reference netmetareg needs it to."""
    return len({trial.number(covariate) for trial in trials if treat in trial.treats} - {None}) > 1


def names_of(master: Master) -> dict[str, str]:
    """Return the name of each treatment by its code."""
    return dict(master.treatments.select("treat", "name").iter_rows())
