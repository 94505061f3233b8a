"""Grades by comparison: for each pair of treatments that studies compare directly, the grade of each of its studies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, Final

import polars as pl

from fidelity.model.scheme import GRADES
from fidelity.write.figures.marks import MARK, MIDDLE, grade_word
from fidelity.write.figures.measure import fitted
from fidelity.write.figures.page import LEFT, RIGHT, WIDTH, Entry, closing, heading, numbered
from fidelity.write.figures.palette import RULE, SOFT
from fidelity.write.figures.rows import counted, told_apart
from fidelity.write.figures.scene import Line, Scene, Shape, Text
from fidelity.write.figures.track import Track, decimal, signed

if TYPE_CHECKING:
    from fidelity.covariates.master import Master

ROW: Final = 12.0
LINES: Final = 48
"""As many lines as fit on A4 with heading and legend: a line for each study, two for each comparison."""
_NAMES: Final = LEFT + 8
_TRACK: Final = (LEFT + 190.0, RIGHT - 120.0)
_RULE_WORDS: Final = {
    "worst": "a study counts with its worst active arm",
    "interest": "a study counts with its arm of {interest}",
    "difference": "a study counts with the difference between its arms",
}


@dataclass(frozen=True, slots=True)
class _Row:
    """The grade of one study: expected, and the ends of its range."""

    study: str
    expected: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class _Comparison:
    """Two treatments, what there is to say of all studies that compare them, and those that stand on a page."""

    name: str
    said: str
    rows: tuple[_Row, ...]
    continued: bool = False


def by_comparison(master: Master) -> list[Scene]:
    """Return pages with the grade of each study, by direct comparison, the comparisons with most studies first.

    No page where the grade was not asked for. A study of three arms stands in three comparisons. An expected grade is
    drawn as a diamond on the bar of its range, a certain one as a filled circle; numbers and words stand beside them.
    """
    scale = next((covariate for covariate in master.covariates if covariate.name == "fid"), None)
    if scale is None:
        return []
    track = Track(*_TRACK, scale.low, scale.high)
    comparisons = _comparisons(master)
    about = _about(master, comparisons)
    parts = _paged(comparisons)
    titles = [numbered(f"Grades by comparison: {master.axis}", page, len(parts)) for page in range(1, len(parts) + 1)]
    return [_page(title, about, part, track) for title, part in zip(titles, parts, strict=True)]


def _comparisons(master: Master) -> list[_Comparison]:
    names = dict(master.treatments.select("treat", "name").iter_rows())
    numbers = dict(master.treatments.select("treat", "number").iter_rows())
    columns = ("study", "fid", "fid_lo", "fid_hi")
    titles = told_apart({study: label or study for study, label in master.studies.select("study", "label").iter_rows()})
    graded = {
        study: _Row(titles[study], fid, *((fid, fid) if low is None or high is None else (low, high)))
        for study, fid, low, high in master.studies.select(columns).iter_rows()
        if fid is not None
    }
    studies: dict[tuple[str, str], list[str]] = {}
    for (study,), arms in master.arms.group_by("study", maintain_order=True):
        treatments = sorted(arms["treat"].unique(), key=lambda treat: -numbers[treat])
        for pair in combinations(treatments, 2):
            studies.setdefault(pair, []).append(str(study))
    found = []
    for (first, second), compared in studies.items():
        rows = [graded[study] for study in compared if study in graded]
        rows.sort(key=lambda row: (row.expected, row.low, row.high, row.study))
        name = f"{names[first]} against {names[second]}"
        found.append(_Comparison(name, _said(rows, len(compared) - len(rows)), tuple(rows)))
    return sorted(found, key=lambda entry: (-len(entry.rows), entry.name))


def _said(rows: Sequence[_Row], ungraded: int) -> str:
    """Return how many studies there are and how far their grades lie apart, in words."""
    expected = sorted(round(row.expected, 6) for row in rows)
    parts = [counted(len(rows), "study", "studies")]
    if len(set(expected)) > 1:
        parts.append(
            f"expected grades {decimal(expected[0])} to {decimal(expected[-1])}, median {decimal(median(expected))}"
        )
    elif len(expected) > 1:
        parts.append("the grade does not vary")
    open_ = sum(row.low < row.high for row in rows)
    parts += [f"{open_} open"] if open_ else []
    return "; ".join([*parts, *([f"{ungraded} more without a grade"] if ungraded else [])])


def _about(master: Master, comparisons: Sequence[_Comparison]) -> str:
    names = dict(master.treatments.select("treat", "name").iter_rows())
    rule = _RULE_WORDS[master.rule].format(interest=names.get(master.interest or "", master.interest))
    studies = counted(master.studies.filter(pl.col("fid").is_not_null()).height, "study", "studies")
    most = master.arms.group_by("study").agg(pl.col("treat").n_unique())["treat"].max()
    several = "; a study of more than two arms stands in each of its comparisons" if most not in (None, 1, 2) else ""
    out = set(master.left_out["study"]) - set(master.studies["record"])
    left = f" {counted(len(out), 'study is', 'studies are')} left out." if out else ""
    return (
        f"{studies} in {counted(len(comparisons), 'direct comparison')}; {rule}{several}.{left} "
        f"Profile {master.profile}, clock {master.clock}; expected grades under {master.assumption}."
    )


def _paged(comparisons: Sequence[_Comparison]) -> list[list[_Comparison]]:
    """Return the comparisons of each page; one that does not fit goes on, under its name, on the next."""
    result: list[list[_Comparison]] = [[]]
    left = LINES
    for entry in comparisons:
        rest, continued = entry.rows, False
        while True:
            # Three studies at least stay under their heading, or all of them.
            if left < 2 + min(3, max(1, len(rest))) and result[-1]:
                result.append([])
                left = LINES
            taken, rest = rest[: left - 2], rest[left - 2 :]
            result[-1].append(_Comparison(entry.name, entry.said, taken, continued))
            left -= 2 + max(1, len(taken))
            continued = True
            if not rest:
                break
    return result


def _page(title: str, about: str, comparisons: Sequence[_Comparison], track: Track) -> Scene:
    shapes, top = heading(title, about)
    y = top + 12
    shapes += track.words(y)
    shapes.append(Text(RIGHT, y, "expected (range)", 7, "end", fill=SOFT))
    y += 5
    for entry in comparisons:
        drawn, y = _drawn(entry, track, y)
        shapes += drawn
    below, height = closing(_LEGEND, y + 4)
    return Scene(WIDTH, height, title, _description(about, comparisons), (*shapes, *below))


def _drawn(entry: _Comparison, track: Track, y: float) -> tuple[list[Shape], float]:
    """Return a comparison with its studies, and where the next one can begin."""
    name, full = fitted(entry.name, RIGHT - LEFT - 80, 7.5, bold=True)
    shapes: list[Shape] = [Line(((LEFT, y), (RIGHT, y)), RULE, 0.5)]
    shapes.append(Text(LEFT, y + 10, name, 7.5, bold=True, full=full))
    if entry.continued:
        shapes.append(Text(RIGHT, y + 10, "(continued)", 7, "end", fill=SOFT))
    shapes.append(Text(LEFT, y + 20, entry.said, 7, fill=SOFT))
    y += 2 * ROW
    shapes += track.grid(y, y + ROW * len(entry.rows))
    for row in entry.rows:
        middle = y + ROW / 2
        baseline = middle + 7 * MIDDLE
        short, whole = fitted(row.study, track.left - _NAMES - 22, 7)
        shapes.append(Text(_NAMES, baseline, short, 7, full=whole))
        shapes += _grade(track, middle, row)
        shapes.append(Text(RIGHT, baseline, _value(row, track), 7, "end", fill=SOFT))
        y += ROW
    return shapes, y + 2


def _value(row: _Row, track: Track) -> str:
    """Return an expected grade with its range in words, or in numbers where it is a difference."""
    if track.low < 0:
        return decimal(row.expected) + (f" ({signed(row.low)} to {signed(row.high)})" if row.low < row.high else "")
    return f"{decimal(row.expected)} ({grade_word((GRADES[round(row.low)], GRADES[round(row.high)]))})"


def _description(about: str, comparisons: Sequence[_Comparison]) -> str:
    """Return what the page shows in sentences, for those who do not see it."""
    return " ".join([about, *(f"{entry.name}: {entry.said}." for entry in comparisons)])


def _grade(track: Track, y: float, row: _Row) -> Iterator[Shape]:
    if row.low == row.high:
        yield from track.certain(y, row.expected)
    else:
        yield from track.span(y, row.low, row.high)
        yield from track.expected(y, row.expected)


def _sample(x: float, y: float, *, low: float, high: float) -> Iterator[Shape]:
    """Yield a mark of the legend."""
    yield from _grade(Track(x, x + MARK), y, _Row("", 1.5, low, high))


_LEGEND: Final = (
    Entry(partial(_sample, low=1.5, high=1.5), "certain grade of a study"),
    Entry(partial(_sample, low=0, high=3), "expected grade, on the bar of the grades that are possible"),
)
