"""Which slopes a network identifies: the rank of the design of each regression model, study by study.

The model of an arm is y_ik = mu_i + d_k + slope: an effect of the study, one of the treatment, and the slopes. With the
effects of studies taken out, each trial gives a row for every arm but its first. Whether a slope is identified is a
matter of these rows alone, whatever the outcomes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

import polars as pl

from fidelity.covariates.findings import some
from fidelity.covariates.fitting.spanning import entangled, identified, reduced
from fidelity.covariates.fitting.trials import DIGITS, PER_ARM, Trial, of_own, present, slopes_of, trials_of
from fidelity.covariates.master import Covariate, Master

Model = Literal[
    "common", "exchangeable", "independent", "interest", "per_arm", "common_without_classes",
    "independent_without_classes",
]  # fmt: skip
"""`without_classes`: packages that know no class give every treatment but the reference a slope.

`interest`: the slope of the treatment of interest, the only one where numbers of studies are those of its arms. Where
they are differences the only one is `common`, of the later arm of each trial.
"""

COLUMNS: Final = {
    "covariate": pl.String, "model": pl.String, "coefficient": pl.String, "identified": pl.Boolean,
    "studies": pl.Int64, "values": pl.Int64, "why": pl.String,
}  # fmt: skip
"""A row for each coefficient: how many studies inform it, with how many distinct values, and why it is not identified.

Coefficients: `all` (one slope for all), the code of a treatment, or, of exchangeable slopes, `mean` and `spread`.
"""

ENOUGH: Final = 10
"""Trials for each slope: the floor that the Cochrane Handbook (5.1, 9.6.5.1) gives."""


@dataclass(frozen=True, slots=True)
class _Design:
    """A regression model of one covariate: `slope_of` names the slope of the arms of a treatment, if any."""

    master: Master
    covariate: str
    model: Model
    slope_of: Mapping[str, str]
    trials: tuple[Trial, ...]

    @property
    def slopes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.slope_of.values()))

    @property
    def per_arm(self) -> bool:
        return self.model == "per_arm"

    @property
    def of_later(self) -> bool:
        """Whether the number of a study stands on its later arm alone."""
        return self.master.rule == "difference" and not self.per_arm

    def number(self, trial: Trial, treat: str) -> float:
        """Return the covariate of an arm; arms of the reference class hold 0 where arms have numbers of their own."""
        if self.of_later and treat != trial.treats[-1]:
            return 0.0
        found = trial.of_arm.get(treat, 0.0) if self.per_arm else trial.number(self.covariate)
        assert found is not None, "trials without the covariate are left out"
        return found


def identifiable(master: Master) -> pl.DataFrame:
    """Return for each covariate and model which slopes are identified (see COLUMNS)."""
    frames = [identified_of(master, covariate) for covariate in master.covariates]
    return pl.concat([_frame(()), *frames, identified_of_arms(master)])


def identified_of(master: Master, covariate: Covariate) -> pl.DataFrame:
    """Return the same for one covariate of studies, in each model of it."""
    own = of_own(master, covariate)
    having = tuple(trial for trial in trials_of(own) if trial.number(covariate.name) is not None)
    return _frame(_of_covariate(own, covariate.name, having))


def identified_of_arms(master: Master, *, own: bool = False) -> pl.DataFrame:
    """Return the same for the grades of arms, if any: one slope for all, or each active treatment its `own`."""
    trials = tuple(trials_of(master))
    if not any(trial.of_arm for trial in trials):
        return _frame(())
    slope_of = {treat: treat for treat in slopes_of(master)} if own else dict.fromkeys(present(master), "all")
    return _frame(_described(_Design(master, PER_ARM, "per_arm", slope_of, trials)))


def _frame(rows: Iterable[tuple[object, ...]]) -> pl.DataFrame:
    return pl.DataFrame(list(rows), schema=COLUMNS, orient="row")


def _of_covariate(master: Master, name: str, trials: tuple[Trial, ...]) -> Iterator[tuple[object, ...]]:
    if master.rule == "interest":
        if master.interest in present(master):
            own = {master.interest: master.interest}
            yield from _described(_Design(master, name, "interest", own, trials))
        return
    if master.rule == "difference":
        yield from _described(_Design(master, name, "common", dict.fromkeys(present(master), "all"), trials))
        return
    active = slopes_of(master)
    others = tuple(treat for treat in present(master) if treat != master.reference)
    if active:
        common = list(_described(_Design(master, name, "common", dict.fromkeys(active, "all"), trials)))
        apart = list(_described(_Design(master, name, "independent", {treat: treat for treat in active}, trials)))
        yield from common
        yield from _exchangeable(name, common[0], apart)
        yield from apart
    if set(others) != set(active):
        one = dict.fromkeys(others, "all")
        yield from _described(_Design(master, name, "common_without_classes", one, trials))
        each = {treat: treat for treat in others}
        yield from _described(_Design(master, name, "independent_without_classes", each, trials))


def _described(design: _Design) -> Iterator[tuple[object, ...]]:
    effects = [treat for treat in present(design.master) if treat != design.master.reference]
    columns = [*(f"effect {treat}" for treat in effects), *(f"slope {name}" for name in design.slopes)]
    form = reduced(_rows(design), columns)
    for name in design.slopes:
        column = f"slope {name}"
        informing = [trial for trial in design.trials if _informs(design, trial, name)]
        values = _values(design, informing, name)
        found = identified(form, column)
        why = "" if found else _why(design, name, informing, values, entangled(form, column))
        yield design.covariate, design.model, name, found, len(informing), len(values), why


def _rows(design: _Design) -> Iterator[dict[str, Fraction]]:
    """Yield the rows of the design without the effects of studies, those that say nothing new left out.

    With numbers of studies the row of a comparison is a line in the covariate, and two points of it hold all others.
    """
    seen: dict[tuple[str, str], set[tuple[float, float]]] = {}
    for trial in design.trials:
        first, *others = trial.treats
        for treat in others:
            point = (design.number(trial, first), design.number(trial, treat))
            points = seen.setdefault((first, treat), set())
            if point not in points and (design.per_arm or len(points) < 2):
                points.add(point)
                row: dict[str, Fraction] = {}
                for name, number, sign in ((treat, point[1], 1), (first, point[0], -1)):
                    _add(row, design, name, number, sign)
                yield row


def _add(row: dict[str, Fraction], design: _Design, treat: str, number: float, sign: int) -> None:
    if treat != design.master.reference:
        row[f"effect {treat}"] = Fraction(sign)
    if treat in design.slope_of:
        column = f"slope {design.slope_of[treat]}"
        row[column] = row.get(column, Fraction(0)) + sign * Fraction(round(number * 10**DIGITS), 10**DIGITS)


def _informs(design: _Design, trial: Trial, name: str) -> bool:
    """Whether the slope is not taken out of a trial with the effect of its study; a covariate of 0 informs too."""
    if design.per_arm and name == "all":
        return len({design.number(trial, treat) for treat in trial.treats}) > 1
    if design.of_later:
        return not set(trial.treats).isdisjoint(_active(design.master))
    return len({design.slope_of.get(treat) == name for treat in trial.treats}) > 1


def _values(design: _Design, trials: Sequence[Trial], name: str) -> list[float]:
    if design.per_arm:
        having = {treat for treat in _active(design.master) if design.slope_of.get(treat) == name}
        return sorted({number for trial in trials for treat, number in trial.of_arm.items() if treat in having})
    return sorted({number for trial in trials if (number := trial.number(design.covariate)) is not None})


def _active(master: Master) -> frozenset[str]:
    return frozenset(master.treatments.filter(pl.col("trt_class") == "active")["treat"].to_list())


def _why(design: _Design, name: str, informing: Sequence[Trial], values: Sequence[float], with_: Sequence[str]) -> str:
    if not informing and name == "all":
        return "no trial compares a treatment that has the slope with one that has none, so that it cancels"
    if not informing:
        return f"no trial compares {name} with another treatment"
    if len(values) < 2:
        count = f"{len(informing)} trials, all" if len(informing) > 1 else "one trial,"
        return f"{count} with {values[0]:.3g}"
    told = [entry.replace("effect ", "the effect of ").replace("slope ", "the slope of ") for entry in with_]
    return f"cannot be told apart from {some(told)}" if told else "the covariate is 0 wherever it would count"


def _exchangeable(
    name: str, common: tuple[object, ...], apart: Sequence[tuple[object, ...]]
) -> Iterator[tuple[object, ...]]:
    """Yield the mean and the spread of slopes that are drawn from one distribution."""
    yield name, "exchangeable", "mean", *common[3:]
    own = [str(row[2]) for row in apart if row[3]]
    others = [str(row[2]) for row in apart if not row[3]]
    enough = len(own) >= 2
    why = "" if enough else "fewer than two treatments have a slope of their own, so that the prior decides"
    if enough and others:
        why = f"slopes of {', '.join(others)} come from those of the others alone"
    yield name, "exchangeable", "spread", enough, common[4], common[5], why
