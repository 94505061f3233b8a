"""The line that closes a scoring: how many procedures went in, and what became of each."""

from __future__ import annotations

import polars as pl

from fidelity.model.scheme import GRADES
from fidelity.model.words import spoken
from fidelity.scoring.result import Scores


def summarise(scores: Scores) -> str:
    """Return the counts of graded, gaps, not graded and refused, which add up to the procedures that went in."""
    grades = scores.grades
    by_status = dict(grades.group_by("status").len().iter_rows())
    graded = grades.filter(pl.col("status") == "graded")
    one = graded.filter(pl.col("grade_low") == pl.col("grade_high")).height
    whole = graded.filter((pl.col("grade_low") == GRADES[0]) & (pl.col("grade_high") == GRADES[-1])).height
    ranges = graded.filter(pl.col("grade_low") != pl.col("grade_high")).height - whole
    parts = [f"{graded.height} graded ({one} to one grade, {ranges} to a range, {whole} undetermined"]
    silent = graded.height - one - ranges - whole
    parts[0] += f", {silent} with nothing asked)" if silent else ")"
    reasons = scores.gaps.group_by("reason").len().sort("len", "reason", descending=[True, False])
    why = ", ".join(f"{count} {spoken(reason)}" for reason, count in reasons.iter_rows())
    parts.append(f"{by_status.get('gap', 0)} gaps" + (f" ({why})" if why else ""))
    roles = grades.filter(pl.col("status") == "not_graded").group_by("role").len().sort("role")
    who = ", ".join(f"{count} {role}" for role, count in roles.iter_rows())
    parts.append(f"{by_status.get('not_graded', 0)} not graded by role" + (f" ({who})" if who else ""))
    parts.append(f"{by_status.get('refused', 0)} refused")
    studies = grades["study"].n_unique()
    all_in = f"{_count(grades.height, 'procedure', 'procedures')} of {_count(studies, 'study', 'studies')}"
    return f"{all_in} = {' + '.join(parts)}"


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
