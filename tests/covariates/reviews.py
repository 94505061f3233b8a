"""Small reviews for tests: records that are really scored, expectations whose every number the test chooses."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import polars as pl
from records import NEUROTOMY, TRANSFORAMINAL, arm, study

import fidelity
from fidelity.covariates.build import Choices, build
from fidelity.covariates.master import Master
from fidelity.expecting.expectation import ARM_COLUMNS, CRITERION_COLUMNS, DOMAIN_COLUMNS
from fidelity.read.outcomes import read_outcomes
from fidelity.scoring.result import Scores

Pmf = tuple[float, float, float, float]

PHYSIOTHERAPY = {"region": "lumbar", "modality": "physiotherapy"}
NOTHING = {"region": "lumbar", "target": "medial_branch", "modality": "none"}
TWO_ACTIVE = study("s", arm("rf", NEUROTOMY), arm("tf", TRANSFORAMINAL, "comparator"))
ROWS = "study,arm,treatment,n,events,year,rob\n{0},rf,RF,9,1,2001,low\n{0},tf,TF,9,2,,\n{0},sham,Sham,9,3,,"
THREE = ROWS.format("s")
TWO = "study,arm,treatment,n,events\ns,rf,RF,9,1\ns,tf,TF,9,2"


def two_arms(name: str, **more: Any) -> dict[str, Any]:
    """Return a trial of neurotomy against sham."""
    return study(name, arm("rf", NEUROTOMY), arm("sham", NOTHING, "sham"), **more)


def three_arms(name: str) -> dict[str, Any]:
    """Return a trial of neurotomy, transforaminal injection and sham."""
    return study(name, arm("rf", NEUROTOMY), arm("tf", TRANSFORAMINAL, "comparator"), arm("sham", NOTHING, "sham"))


def scored(*records: dict[str, Any]) -> Scores:
    """Return the scores of records that hold no mistake."""
    return _scored(json.dumps(records))


@cache
def _scored(records: str) -> Scores:
    scores = fidelity.score(json.loads(records), library=library())
    scores.raise_for_problems()
    return scores


@cache
def library() -> fidelity.Library:
    """Return the shipped rules, loaded once."""
    return fidelity.load_library()


@cache
def trials() -> Scores:
    """Return the scores of the real trials."""
    return fidelity.score("examples/trials", library=library())


def sure(grade: int) -> Pmf:
    """Return the probabilities of a grade that is certain."""
    return tuple(float(value == grade) for value in range(4))  # type: ignore[return-value]


def expecting(
    grades: Mapping[tuple[str, str], Pmf],
    domains: Mapping[tuple[str, str, str], Pmf] | None = None,
    criteria: Mapping[tuple[str, str, str], float] | None = None,
    axis: str = "delivery",
) -> Any:
    """Return an expectation of which every probability is given."""

    def row(pmf: Sequence[float]) -> dict[str, Any]:
        possible = [value for value, share in enumerate(pmf) if share > 0]
        return {
            "low": possible[0],
            "high": possible[-1],
            "expected": sum(value * share for value, share in enumerate(pmf)),
            "open": int(len(possible) > 1),
            **{f"p{value}": share for value, share in enumerate(pmf)},
        }

    arms = [{"study": study, "arm": arm, **row(pmf)} for (study, arm), pmf in grades.items()]
    shared = [{"study": s, "arm": a, "domain": d, **row(pmf)} for (s, a, d), pmf in (domains or {}).items()]
    asked = [{"study": s, "arm": a, "criterion": c, **row((1 - p, p))} for (s, a, c), p in (criteria or {}).items()]
    return SimpleNamespace(
        axis=axis,
        assumption=SimpleNamespace(reference="made-up@1.0.0"),
        arms=_frame(arms, ARM_COLUMNS),
        arm_domains=_frame(shared, DOMAIN_COLUMNS),
        arm_criteria=_frame(asked, CRITERION_COLUMNS),
    )


def _frame(rows: list[dict[str, Any]], schema: Mapping[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([{name: row[name] for name in schema} for row in rows], schema=dict(schema), orient="row")


def evenly(scores: Scores) -> Any:
    """Return an expectation in which each grade of the range of an arm is as probable as the others."""
    words = ("poor", "limited", "adequate", "full")
    grades = {}
    for row in scores.arms.filter(pl.col("grade_low").is_not_null()).iter_rows(named=True):
        low, high = words.index(row["grade_low"]), words.index(row["grade_high"])
        grades[row["study"], row["arm"]] = tuple(float(low <= v <= high) / (high - low + 1) for v in range(4))
    return expecting(grades)


def written(folder: Path, text: str, name: str = "outcomes.csv") -> Path:
    """Return the path of an outcome file that holds a text, without the indent that a test gives it."""
    path = folder / name
    path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")
    return path


def built(folder: Path, scores: Scores, text: str, expected: Any = None, **choices: Any) -> Master:
    """Return the master table of scores and an outcome file that holds a text without a mistake."""
    outcomes = read_outcomes(written(folder, text))
    assert not outcomes.problems, outcomes.problems
    return build(scores, expected or evenly(scores), outcomes, Choices(**choices))


def one(master: Master) -> dict[str, Any]:
    """Return the one study of a table."""
    assert master.studies.height == 1
    return master.studies.row(0, named=True)


def whole_studies_left_out(master: Master) -> dict[str, str]:
    """Return the reason of each study that is left out as a whole; no study has two."""
    rows = master.left_out.filter(pl.col("arm") == "")
    assert rows["study"].is_unique().all()
    return dict(rows.select("study", "reason").iter_rows())


def adjacent(names: Sequence[str]) -> bool:
    """Whether what is alike stands together."""
    changes = sum(first != second for first, second in pairwise(names))
    return changes + 1 == len(set(names))


def told(path: Path) -> list[tuple[str, str]]:
    """Return the code and the cell of each problem."""
    return [(problem.code, str(problem.place).removeprefix(f"{path}!")) for problem in read_outcomes(path).problems]
