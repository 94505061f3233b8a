"""What the unknowns hide: grades if all were known to be bad or good, and for each procedure its range and chances."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

import polars as pl

from fidelity.explaining.wording import joined
from fidelity.model.scheme import GRADES
from fidelity.model.words import spoken
from fidelity.scoring.result import IDENTITY
from fidelity.write.figures import bars
from fidelity.write.figures.bars import Bar
from fidelity.write.figures.marks import MARK, MIDDLE, grade_word
from fidelity.write.figures.measure import fitted, width
from fidelity.write.figures.page import LEFT, RIGHT, WIDTH, Entry, closing, heading, numbered, pages, standpoint
from fidelity.write.figures.palette import HAIR, INK, RULE, SOFT
from fidelity.write.figures.rows import Key, Procedure, counted, procedures_of
from fidelity.write.figures.scene import Line, Scene, Shape, Text
from fidelity.write.figures.track import Track, decimal

if TYPE_CHECKING:
    from fidelity.expecting import Expectation
    from fidelity.scoring.result import Scores

ROWS: Final = 40
ROW: Final = 14.0
_TRACK: Final = Track(LEFT + 232, RIGHT - 164)


@dataclass(frozen=True, slots=True)
class _Row:
    """A procedure, the ends of its range, its probabilities and expected grade, and how many criteria are open."""

    procedure: Procedure
    low: int
    high: int
    chances: tuple[float, ...]
    expected: float
    open: int
    asked: int


def unknowns(scores: Scores, expected: Expectation) -> list[Scene]:
    """Return an overview and then pages with the range, the probabilities and the expected grade of each procedure.

    The overview compares how many procedures would have each grade if all that is unknown were known to be bad, as the
    assumption expects, and if it were known to be good; and says why judgements are open, by domain.
    """
    rows = _rows(scores, expected)
    assumed = f"{expected.assumption.reference}: {expected.assumption.title.rstrip('.')}."
    about = f"{standpoint(scores, expected.axis)} Assumption {assumed}"
    title = f"What the unknowns hide: {expected.axis}"
    parts = pages(rows, ROWS)
    titles = [
        numbered(f"Possible and expected grades: {expected.axis}", page, len(parts)) for page, _ in enumerate(parts, 1)
    ]
    single = [_page(name, about, part) for name, part in zip(titles, parts, strict=True)]
    return [_overview(title, about, rows, _reasons(scores, expected.axis)), *single]


def _rows(scores: Scores, expected: Expectation) -> list[_Row]:
    columns = (*IDENTITY, "low", "high", "expected", "p0", "p1", "p2", "p3")
    known = {tuple(row[:3]): row[3:] for row in expected.procedures.select(columns).iter_rows()}
    states = _states(scores, expected.axis)
    open_, asked = (Counter[Key](), Counter[Key]())
    for key, _, state in states:
        asked[key] += 1
        open_[key] += state != "decided"
    found = []
    for procedure in procedures_of(scores, expected.axis):
        if procedure.key in known:
            low, high, mean, *chances = known[procedure.key]
            key = procedure.key
            found.append(_Row(procedure, low, high, tuple(chances), mean, open_[key], asked[key]))
    return found


def _states(scores: Scores, axis: str) -> Iterator[tuple[Key, str, str]]:
    """Yield procedure, domain and "decided", or else the reason, of each counted judgement that may apply."""
    counting = (pl.col("axis") == axis) & (pl.col("counted") == "yes") & (pl.col("judgement") != "not_applicable")
    frame = scores.judgements.filter(counting).select(*IDENTITY, "domain", pl.col("reason").fill_null("decided"))
    for study, arm, procedure, domain, state in frame.iter_rows():
        yield (study, arm, procedure), domain, state


def _reasons(scores: Scores, axis: str) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {domain: Counter() for domain in scores.standard.scheme.axes[axis]}
    graded = {row.key for row in procedures_of(scores, axis) if row.grade is not None}
    for key, domain, state in _states(scores, axis):
        if key in graded:
            found[domain][state] += 1
    return found


def _overview(title: str, about: str, rows: Sequence[_Row], reasons: Mapping[str, Counter[str]]) -> Scene:
    open_ = sum(row.low < row.high for row in rows)
    whole = sum((row.low, row.high) == (0, len(GRADES) - 1) for row in rows)
    said = (
        f"The grade of {open_} of {counted(len(rows), 'procedure')} is open, of {whole} over the whole scale. "
        "Ranges are those of the completions of facts: narrower than elsewhere where criteria hang on one fact in "
        "opposite ways."
    )
    shapes, y = heading(title, f"{said} {about}")
    expected = _shares([pair for row in rows for pair in enumerate(row.chances)])
    mean = f"mean {sum(row.expected for row in rows) / len(rows):.2f}" if rows else ""
    entries = [
        _grades("at its worst", _shares([(row.low, 1.0) for row in rows])),
        _grades("as expected", expected, mean),
        _grades("at its best", _shares([(row.high, 1.0) for row in rows])),
    ]
    shapes.append(Text(LEFT, y + 10, "Grades, if all that is unknown were", 8.5, bold=True))
    drawn, y = bars.stacked(entries, y + 18)
    shapes += drawn
    shapes.append(Text(LEFT, y + 14, "Why judgements are open, by domain", 8.5, bold=True))
    causes = [_causes(domain, found) for domain, found in reasons.items()]
    drawn, y = bars.stacked(causes, y + 22)
    below, height = closing((*bars.GRADE_ENTRIES, *bars.CAUSE_ENTRIES), y + 2)
    sentences = [f"{bar.name[0].upper()}{bar.name[1:]}: {bar.said}." for bar in (*entries, *causes)]
    return Scene(WIDTH, height, title, " ".join([said, about, *sentences]), (*shapes, *drawn, *below))


def _shares(weights: Sequence[tuple[int, float]]) -> list[float]:
    shares = [0.0] * len(GRADES)
    for grade, weight in weights:
        shares[grade] += weight
    return shares


def _grades(name: str, shares: Sequence[float], beside: str = "") -> Bar:
    parts = [(word, shares[GRADES.index(word)]) for word in reversed(GRADES)]
    said = [f"{_number(size)} {word}" for word, size in parts if size]
    return Bar(name, tuple(parts), joined(said, "and") or "no procedure", beside)


def _causes(domain: str, found: Counter[str]) -> Bar:
    parts = [(state, float(found[state])) for state in bars.CAUSES]
    said = [f"{size:.0f} {spoken(state)}" for state, size in parts if size]
    total = sum(found.values())
    return Bar(spoken(domain), tuple(parts), joined(said, "and") or "nothing is asked", counted(total, "judgement"))


def _number(size: float) -> str:
    return f"{size:.1f}".removesuffix(".0")


def _page(title: str, about: str, rows: Sequence[_Row]) -> Scene:
    shapes, top = heading(title, about)
    y = top + 11
    shapes += _TRACK.words(y)
    shapes.append(Text(LEFT, y, "Study, arm", 7.5, bold=True))
    for x, words in ((RIGHT - 100, "Expected"), (RIGHT, "Criteria still open")):
        shapes.append(Text(x, y, words, 7.5, "end", bold=True))
    y += 5
    shapes.append(Line(((LEFT, y), (RIGHT, y)), RULE, 0.5))
    shapes += _TRACK.grid(y, y + ROW * len(rows))
    for row in rows:
        shapes += _drawn(row, y)
        y += ROW
    below, height = closing(_LEGEND, y)
    return Scene(WIDTH, height, title, _description(about, rows), (*shapes, *below))


def _drawn(row: _Row, y: float) -> Iterator[Shape]:
    middle = y + ROW / 2
    baseline = middle + 7 * MIDDLE
    yield _name(row.procedure, baseline)
    yield from _TRACK.span(middle, row.low, row.high)
    yield from _TRACK.chances(middle, row.chances)
    if row.low < row.high:
        yield from _TRACK.pointer(middle, row.expected)
    yield Text(RIGHT - 100, baseline, decimal(row.expected), 7, "end")
    yield Text(RIGHT, baseline, f"{row.open} of {row.asked}", 7, "end", fill=INK if row.open else SOFT)
    yield Line(((LEFT, y + ROW), (RIGHT, y + ROW)), HAIR, 0.3)


def _name(procedure: Procedure, baseline: float) -> Text:
    """Return study and arm on one line; where both are long, each gives up some of its middle."""
    room = _TRACK.left - LEFT - 26
    arm, _ = fitted(procedure.arm, max(0.4 * room, room - width(f"{procedure.study}: ", 7)), 7)
    study, _ = fitted(procedure.study, room - width(f": {arm}", 7), 7)
    short, full = f"{study}: {arm}", " ".join(f"{procedure.study}: {procedure.arm}".split())
    return Text(LEFT, baseline, short, 7, full="" if short == full else full)


def _description(about: str, rows: Sequence[_Row]) -> str:
    """Return every row of the page in words, for those who do not see it."""
    said = [
        f"{row.procedure.study}, {row.procedure.arm}: {grade_word((GRADES[row.low], GRADES[row.high]))}, "
        f"expected {decimal(row.expected)}."
        for row in rows
    ]
    return " ".join([about, "0 is poor, 3 is full.", *said])


def _sample(x: float, y: float, *, kind: str) -> Iterator[Shape]:
    """Yield a mark of the legend."""
    track = Track(x, x + MARK - 5)
    if kind == "range":
        yield from track.span(y, 0, 3)
    elif kind == "expected":
        yield from track.pointer(y + 3, 1.5)
    else:
        yield from track.chances(y, (0, 0.06, 0, 0.6) if kind == "chances" else (0, 0, 1))


_LEGEND: Final = (
    Entry(partial(_sample, kind="range"), "possible grades"),
    Entry(partial(_sample, kind="chances"), "probability of a grade, as area"),
    Entry(partial(_sample, kind="expected"), "expected grade"),
    Entry(partial(_sample, kind="certain"), "certain grade"),
)
