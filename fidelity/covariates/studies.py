"""A row for each study: its number under the rule, for the grade and for each further covariate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import polars as pl

from fidelity.covariates.codes import criterion_columns, domain_columns
from fidelity.covariates.master import STUDY_COLUMNS, ArmRule, Covariate, Scale
from fidelity.covariates.reducing import CODED, Spread, difference, grade_columns, number_columns, worst_of
from fidelity.expecting import Expectation
from fidelity.model.scheme import CONCERNS, GRADES
from fidelity.scoring.batch import Standard

Arm = tuple[str, str]
"""The study and the id of an arm, as in the records."""
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Reduced:
    """An arm of a study as the rule takes it: its treatment, and whether that is of the active class."""

    arm: Arm
    treat: str
    active: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of each arm: of its grade, of the concern of each domain, of each criterion (1 met, 0 not)."""

    grades: Mapping[Arm, Spread]
    concerns: Mapping[str, Mapping[Arm, Spread]]
    criteria: Mapping[str, Mapping[Arm, Spread]]

    @classmethod
    def of(cls, expected: Expectation) -> Known:
        """Return what an expectation says, by domain, criterion and arm."""
        grades = {(row["study"], row["arm"]): _spread(row) for row in expected.arms.iter_rows(named=True)}
        return cls(grades, _by_name(expected.arm_domains, "domain"), _by_name(expected.arm_criteria, "criterion"))


def _by_name(frame: pl.DataFrame, name: str) -> dict[str, dict[Arm, Spread]]:
    found: dict[str, dict[Arm, Spread]] = {}
    for row in frame.iter_rows(named=True):
        found.setdefault(row[name], {})[row["study"], row["arm"]] = _spread(row)
    return found


def _spread(row: Mapping[str, Any]) -> Spread:
    # A criterion is met or not: its expected value is all there is.
    shares = tuple(row[f"p{value}"] for value in range(4)) if "p0" in row else (1.0 - row["expected"], row["expected"])
    return Spread(row["low"], row["high"], row["expected"], shares)


@dataclass(frozen=True, slots=True)
class Rule:
    """How arms become a study: the rule, the code of the treatment of interest, the lowest grade that is higher."""

    name: ArmRule
    interest: str | None
    threshold: int

    def number(
        self, arms: Sequence[Reduced], known: Mapping[Arm, Spread], better: Literal["high", "low"]
    ) -> Spread | None:
        """Return the number of a study from those of its arms; None where the rule gives it none.

        `arms` stand in the order of their treatments. An arm of which a domain or criterion is not asked does not count
        for the worst; one of which nothing is asked on the axis is not in the network at all.
        """
        if self.name == "difference":
            if len(arms) != 2:
                return None
            first, second = (known.get(arm.arm) if arm.active else CODED for arm in arms)
            return None if first is None or second is None else difference(second, first)
        chosen = [arm for arm in arms if arm.active and self.interest in (None, arm.treat)]
        found = [known[arm.arm] for arm in chosen if arm.arm in known]
        return worst_of(found, better) if found else None


@dataclass(frozen=True, slots=True)
class Scaled:
    """A covariate with what is known of it in each arm."""

    covariate: Covariate
    known: Mapping[Arm, Spread]


def further(
    known: Known, arms: Iterable[Arm], scales: Sequence[Scale], standard: Standard, axis: str, rule: ArmRule
) -> list[Scaled]:
    """Return the covariates beside the grade, of which something is asked in one of the arms, in the scheme's order."""
    within = set(arms)
    below = -1 if rule == "difference" else 0
    found: list[Scaled] = []
    if "domains" in scales:
        asked = [name for name in standard.scheme.axes[axis] if not within.isdisjoint(known.concerns.get(name, ()))]
        columns = domain_columns(asked)
        worst = len(CONCERNS) - 1
        for name in asked:
            title = f"concern in {name}, 0 none to {worst} critical"
            found.append(
                Scaled(Covariate(columns[name], title, "domains", below * worst, worst, "low"), known.concerns[name])
            )
    if "criteria" in scales:
        titles = _titles(standard)
        ids = [name for name in titles if not within.isdisjoint(known.criteria.get(name, ()))]
        columns = criterion_columns(ids)
        for name in ids:
            title = f"{' / '.join(titles[name])}: 1 met, 0 not"
            found.append(Scaled(Covariate(columns[name], title, "criteria", below, 1, "high"), known.criteria[name]))
    return found


def _titles(standard: Standard) -> dict[str, list[str]]:
    """Return each criterion of the rule sets with its titles: rule sets may ask the same in other words."""
    titles: dict[str, list[str]] = {}
    for ruleset in standard.rulesets:
        for criterion in ruleset.criteria:
            known = titles.setdefault(criterion.id, [])
            if criterion.title not in known:
                known.append(criterion.title)
    return titles


def of_grade(axis: str, threshold: int, rule: ArmRule) -> list[Covariate]:
    """Return the covariates that are the grade itself; of a difference there is one."""
    best = len(GRADES) - 1
    if rule == "difference":
        title = f"grade of {axis} in the second arm less that in the first, an arm of a reference treatment coded 0"
        return [Covariate("fid", title, "grade", -best, best, "high")]
    return [
        Covariate("fid", f"grade of {axis}, 0 poor to {best} full", "grade", 0, best, "high"),
        Covariate("fid_gap", f"grades below full on {axis}", "grade", 0, best, "low"),
        Covariate("fid_bin", f"probability that {axis} is {GRADES[threshold]} or better", "grade", 0, 1, "high"),
    ]


def numbers_of(study: Row, arms: Sequence[Reduced], rule: Rule, known: Known, others: Sequence[Scaled]) -> Row | None:
    """Return the row of a study with its numbers under the rule; None where the rule gives its grade none."""
    grade = rule.number(arms, known.grades, "high")
    if grade is None:
        return None
    row = {**study, **grade_columns(grade, rule.threshold)}
    for entry in others:
        number = rule.number(arms, entry.known, entry.covariate.better)
        if number is not None:
            row |= number_columns(entry.covariate.name, number)
    return row


def frame_of(rows: Sequence[Row], others: Sequence[Covariate]) -> pl.DataFrame:
    """Return the rows of studies with a column for each covariate, and null where it is not asked."""
    schema: dict[str, Any] = dict(STUDY_COLUMNS)
    for covariate in others:
        schema |= {covariate.name: pl.Float64, f"{covariate.name}_lo": pl.Int64, f"{covariate.name}_hi": pl.Int64}
    whole = [{name: row.get(name) for name in schema} for row in rows]
    return pl.DataFrame(whole, schema=schema, orient="row")


def with_missing(covariate: Covariate, studies: pl.DataFrame) -> Covariate:
    """Return a covariate with the studies that have no number of it."""
    return replace(covariate, missing=tuple(studies.filter(pl.col(covariate.name).is_null())["study"]))
