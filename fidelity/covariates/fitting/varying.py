"""Whether a covariate varies at all, and whether the reports say so or only the assumption."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import polars as pl

from fidelity.covariates.fitting.identifying import identified_of
from fidelity.covariates.fitting.trials import DIGITS, PER_ARM, Trial, present, trials_of
from fidelity.covariates.master import Covariate, Master, Scale
from fidelity.model.scheme import CONCERNS, GRADES

WORDS: Final[Mapping[Scale, Sequence[str]]] = {"grade": GRADES, "domains": CONCERNS, "criteria": ("not met", "met")}
"""What the values of a scale are called, from 0 on."""

Ends = tuple[float, float]

OF_ARM: Final = Covariate(PER_ARM, "grade of the arm", "grade", 0, len(GRADES) - 1, "high")
"""What metafor and multinma take beside the covariates of the studies."""


_TO_FIND: Final = "find out what `fidelity explain` names"
"""What helps where the reports leave so much open that the assumption makes the numbers."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a slope of one covariate can be fitted; if not, why and what would help."""

    covariate: Covariate
    fits: bool
    why: str = ""
    code: str = ""
    remedy: str = ""

    @property
    def repeats(self) -> bool:
        """Whether the covariate is the grade in another form, of which the same is true again."""
        return self.covariate.scale == "grade" and self.covariate.name not in ("fid", PER_ARM)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known of one covariate: its expected number and its range in each unit, study or arm."""

    covariate: Covariate
    numbers: Mapping[str, float]
    ranges: Mapping[str, Ends]
    units: str
    spell: Callable[[Covariate, float, float], str]

    @property
    def informative(self) -> frozenset[Ends]:
        """The ranges that say something: narrower than the scale, as a difference with an unknown arm is not either."""
        whole = 1 if self.covariate.name == "fid_bin" else len(WORDS[self.covariate.scale]) - 1
        return frozenset((low, high) for low, high in self.ranges.values() if high - low < whole)

    def constant(self) -> str:
        """Say that there is only one number."""
        if not self.numbers:
            return f"no {self.units} have it"
        value = f"{next(iter(self.numbers.values())):.3g}"
        count = len(self.numbers)
        return (
            f"all {count} {self.units} have {value}" if count > 1 else f"only one of the {self.units} has it: {value}"
        )

    def silent(self) -> str:
        """Say that the numbers differ and the reports do not."""
        if not self.informative:
            return "every range is the whole scale, and the numbers differ by the assumption alone"
        only = next(iter(self.informative))
        having = sum(ends == only for ends in self.ranges.values())
        spelt = self.spell(self.covariate, *only)
        if having == len(self.ranges):
            return f"every range is {spelt}, and the numbers differ by the assumption alone"
        count = f"{having} of {len(self.ranges)} {self.units}"
        return f"{count} have {spelt}, the others the whole scale: they differ by silence alone"

    def shared(self) -> str:
        """Say which value every range holds, if there is one; nothing where there is none."""
        low = max((low for low, _ in self.ranges.values()), default=0)
        high = min((high for _, high in self.ranges.values()), default=-1)
        if low > high:
            return ""
        value = self.spell(self.covariate, low, high)
        return f"one value fits all {self.units} ({value}): without the assumption nothing varies"


def verdicts(master: Master, slopes: pl.DataFrame) -> tuple[Verdict, ...]:
    """Return for each covariate, and for the grade of the arm, whether a slope of it can be fitted.

    `slopes` is the frame of `identifiable`.
    """
    trials = trials_of(master)
    found = [_helped(_of_studies(master, covariate, trials, slopes), master) for covariate in master.covariates]
    graded = master.arms.filter(pl.col("fid_arm_lo").is_not_null()).with_row_index()
    if graded.height:
        own = {str(row["index"]): round(row["fid_arm"], DIGITS) for row in graded.iter_rows(named=True)}
        ends = {str(row["index"]): (row["fid_arm_lo"], row["fid_arm_hi"]) for row in graded.iter_rows(named=True)}
        found.append(_verdict(_Known(OF_ARM, own, ends, "graded arms", words), slopes))
    return tuple(found)


def fits(master: Master, covariate: Covariate) -> bool:
    """Whether a slope of a covariate of studies can be fitted, by the same verdict."""
    return _of_studies(master, covariate, trials_of(master), identified_of(master, covariate)).fits


def _of_studies(master: Master, covariate: Covariate, trials: Sequence[Trial], slopes: pl.DataFrame) -> Verdict:
    spell = number_words if master.rule == "difference" else words
    numbers = {trial.study: value for trial in trials if (value := trial.number(covariate.name)) is not None}
    ranges = _ranges(covariate, trials)
    if covariate.name == "fid_bin":
        ranges = {study: _reached(ends, master.threshold) for study, ends in ranges.items()}
        spell = reach_words
    return _verdict(_Known(covariate, numbers, ranges, "studies", spell), slopes)


def _verdict(known: _Known, slopes: pl.DataFrame) -> Verdict:
    covariate = known.covariate
    if len(set(known.numbers.values())) < 2:
        return Verdict(covariate, fits=False, why=known.constant(), code="does_not_vary")
    if known.ranges and len(known.informative) < 2:
        return Verdict(covariate, fits=False, why=known.silent(), code="does_not_vary")
    if known.shared():
        return Verdict(covariate, fits=False, why=known.shared(), code="rests_on_assumption", remedy=_TO_FIND)
    mine = slopes.filter(pl.col("covariate") == covariate.name)
    if not mine["identified"].any():
        reasons = dict.fromkeys(mine["why"].to_list())
        why = "; ".join(filter(None, reasons)) or "no treatment has a slope"
        return Verdict(covariate, fits=False, why=why, code="nothing_identified")
    return Verdict(covariate, fits=True)


def _helped(verdict: Verdict, master: Master) -> Verdict:
    """Return a verdict with the references at which a slope would be identified, if none is and there are any."""
    if verdict.code != "nothing_identified":
        return verdict
    others = [treat for treat in present(master) if treat != master.reference]
    working = [treat for treat in others if _any(replace(master, reference=treat), verdict.covariate)]
    remedy = f"choose another reference (--reference): {' or '.join(working)}" if working else ""
    return replace(verdict, remedy=remedy)


def _any(master: Master, covariate: Covariate) -> bool:
    return bool(identified_of(master, covariate)["identified"].any())


def _ranges(covariate: Covariate, trials: Iterable[Trial]) -> Mapping[str, Ends]:
    """Return the range of each study that has the covariate, or nothing where a study has none.

    Covariates that are made of the grade have the range of the grade.
    """
    stem = "fid" if covariate.scale == "grade" else covariate.name
    having = [trial for trial in trials if trial.number(covariate.name) is not None]
    ends = {trial.study: (trial.number(f"{stem}_lo"), trial.number(f"{stem}_hi")) for trial in having}
    known = {study: (low, high) for study, (low, high) in ends.items() if low is not None and high is not None}
    return known if len(known) == len(ends) else {}


def _reached(ends: Ends, threshold: int) -> Ends:
    """Return whether a grade within a range reaches the threshold: 0 no, 1 yes."""
    low, high = (float(end >= threshold) for end in ends)
    return low, high


def reach_words(covariate: Covariate, low: float, high: float) -> str:
    """Return what is known of whether the grade reaches the threshold."""
    del covariate
    return "a grade on either side of the threshold" if low != high else f"{low:g}"


def words(covariate: Covariate, low: float, high: float) -> str:
    """Return a range of a covariate in the words of its scale."""
    names = WORDS[covariate.scale]
    ends = [names[int(end)] for end in (low, high)]
    return ends[0] if low == high else f"{ends[0]} to {ends[1]}"


def number_words(covariate: Covariate, low: float, high: float) -> str:
    """Return a range of differences between arms, which have no words."""
    del covariate
    return f"{low:g}" if low == high else f"{low:g} to {high:g}"
