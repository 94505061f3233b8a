"""The traffic lights of the report: graded procedures by the domains of an axis."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from fidelity.model.scheme import GRADES
from fidelity.model.words import spoken
from fidelity.scoring.batch import GRADED_AXIS
from fidelity.scoring.result import Scores
from fidelity.write.explanation import UNSERVED
from fidelity.write.figures.rows import Key, Procedure, count_of, procedures_of
from fidelity.write.report.studies import NOTHING_ASKED
from fidelity.write.report.views import Ends, Lights, Link, Lit

Places = Mapping[Key, tuple[Link, Link]]
"""The study and the arm of each procedure, as places in the report."""

WITHOUT: Final = {"not_applicable": NOTHING_ASKED, **UNSERVED}
"""Why a graded procedure has no grade on another axis."""


def lights_of(scores: Scores, places: Places) -> tuple[Lights, ...]:
    """Return the traffic lights of every axis: all graded procedures under delivery, elsewhere those with a grade."""
    known = scores.grades.select("study", "arm", "procedure", "decided", "counted")
    decided = {row[:3]: f"{row[3]} of {row[4]}" for row in known.iter_rows()}
    return tuple(_lights(axis, scores, places, decided) for axis in scores.standard.scheme.axes)


def _lights(axis: str, scores: Scores, places: Places, decided: Mapping[Key, str]) -> Lights:
    rows = procedures_of(scores, axis)
    domains = scores.standard.scheme.axes[axis]
    shown = [row for row in rows if axis == GRADED_AXIS or row.grade is not None]
    lit = tuple(
        Lit(
            *places[row.key],
            tuple(Ends.of_concern(row.concerns[domain]) for domain in domains),
            Ends.of_grade(row.grade, WITHOUT.get(row.state, spoken(row.state))),
            decided[row.key] if axis == GRADED_AXIS else "",
        )
        for row in shown
    )
    return Lights(axis, _about(rows, shown), tuple(domains), lit, axis == GRADED_AXIS)


def _about(rows: Sequence[Procedure], shown: Sequence[Procedure]) -> str:
    said = f"{count_of(shown)}." if shown else "No procedure has a grade on this axis."
    left = Counter(row.state for row in rows if row not in shown)
    reasons = [f"{count}: {WITHOUT.get(state, spoken(state))}" for state, count in sorted(left.items())]
    return f"{said} Not shown: {'; '.join(reasons)}." if reasons else said


def tally(scores: Scores) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each axis with its counts of graded procedures: each grade, best first, ranges, undetermined, no grade."""
    for axis in scores.standard.scheme.axes:
        found = Counter(_place(row) for row in procedures_of(scores, axis))
        yield axis, tuple(found[place] for place in COUNTED)


COUNTED: Final = (*reversed(GRADES), "a range", "undetermined", "no grade")
"""What `tally` counts."""


def _place(row: Procedure) -> str:
    if row.grade is None:
        return COUNTED[-1]
    low, high = row.grade
    if low == high:
        return low
    return COUNTED[-2] if (low, high) == (GRADES[0], GRADES[-1]) else COUNTED[-3]
