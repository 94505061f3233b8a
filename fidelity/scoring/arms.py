"""The grade of an arm, which is what a network meta-analysis takes: of its main procedure, else of its worst."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Final

import polars as pl

from fidelity.model.scheme import GRADES

ARM_COLUMNS: Final = ("study", "arm", "role", "procedures", "grade", "grade_low", "grade_high", "note")

Row = Mapping[str, Any]


def arms_of(grades: pl.DataFrame, main: Collection[tuple[str, str, str]]) -> pl.DataFrame:
    """Return study, arm, role, procedures, grade, grade_low, grade_high and note of every arm.

    `main` holds the procedures that are the main one of their arm, by study, arm and procedure. Where an arm has one,
    its grade is that of the arm; else the arm has the lower of the lowest and the lower of the highest grades of its
    graded procedures. `procedures` are those that the grade is of.
    """
    arms: dict[tuple[str, str], list[Row]] = {}
    for row in grades.iter_rows(named=True):
        if row["arm"] is not None:
            arms.setdefault((row["study"], row["arm"]), []).append(row)
    entries = [_arm(rows, [row for row in rows if _name(row) in main]) for rows in arms.values()]
    return pl.DataFrame(entries, schema=dict.fromkeys(ARM_COLUMNS, pl.String), orient="row")


def _name(row: Row) -> tuple[str, str, str]:
    return row["study"], row["arm"], row["procedure"]


def _arm(rows: Sequence[Row], main: Sequence[Row]) -> tuple[str | None, ...]:
    treated = [row for row in rows if row["status"] != "not_graded"] or rows
    chosen = main or [row for row in treated if row["status"] == "graded"] or treated
    graded = [row for row in chosen if row["status"] == "graded"]
    of = graded or chosen
    low, high = (_lowest([row[end] for row in graded]) for end in ("grade_low", "grade_high"))
    grade = low if low == high else None
    if graded and low is None:
        grade = "not_applicable"
    names = " ".join(str(row["procedure"]) for row in of)
    return of[0]["study"], of[0]["arm"], of[0]["role"], names, grade, low, high, _note(of, treated, bool(main))


def _lowest(grades: Sequence[str | None]) -> str | None:
    known = [GRADES.index(grade) for grade in grades if grade is not None]
    return GRADES[min(known)] if known else None


def _note(of: Sequence[Row], treated: Sequence[Row], main: bool) -> str:
    """Return how the grade of an arm came about, or why it has none."""
    if of[0]["status"] != "graded":
        return str(of[0]["note"])
    if main:
        return "main: the grade of the main procedure" if len(treated) > 1 else ""
    parts = [f"combination: the worst of {len(of)} graded procedures"] if len(of) > 1 else []
    without = [str(row["procedure"]) for row in treated if row["status"] != "graded"]
    return "; ".join([*parts, *([f"without a grade: {' '.join(without)}"] if without else [])])
