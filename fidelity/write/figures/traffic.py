"""Traffic lights: graded procedures by domains, a page for each thirty of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Final

from fidelity.explaining.wording import joined
from fidelity.model.scheme import CONCERNS
from fidelity.model.words import spoken
from fidelity.scoring.batch import GRADED_AXIS
from fidelity.write.explanation import UNSERVED
from fidelity.write.figures import marks
from fidelity.write.figures.marks import GAP, MARK, MIDDLE, WORD
from fidelity.write.figures.measure import fitted, width
from fidelity.write.figures.page import LEFT, RIGHT, WIDTH, Entry, closing, heading, numbered, pages, standpoint
from fidelity.write.figures.palette import HAIR, INK, RULE, SOFT
from fidelity.write.figures.rows import Procedure, count_of, procedures_of
from fidelity.write.figures.scene import Line, Scene, Shape, Text

if TYPE_CHECKING:
    from fidelity.scoring.result import Scores

ROWS: Final = 30
ROW: Final = 19.0
HEADER: Final = 17.0
_CONCERN_ROOM: Final = MARK + GAP + width(f"major–{CONCERNS[-1]}", WORD) + 3
_GRADE_ROOM: Final = MARK + GAP + width("limited–adequate", WORD) + 1

LEGEND: Final = (
    Entry(partial(marks.concern, ends=("none", "none")), "no concern"),
    *(Entry(partial(marks.concern, ends=(word, word)), f"{word} concern") for word in CONCERNS[1:]),
    Entry(partial(marks.concern, ends=("none", "major")), "between the two"),
    Entry(partial(marks.concern, ends=marks.ANYTHING), "open, from none to critical"),
    Entry(partial(marks.concern, ends=None), "nothing is asked"),
    Entry(partial(marks.grade, ends=("limited", "limited")), "a grade, poor to full"),
    Entry(partial(marks.grade, ends=("limited", "full")), "grades still possible"),
)


def traffic_lights(scores: Scores, rows_per_page: int = ROWS) -> list[Scene]:
    """Return pages of graded procedures by the domains of delivery, then of the other axes, with their grades.

    Every graded procedure has a row under delivery. The pages of another axis have those of which something is asked
    on it, and say how many are left out there and why. A page holds at most `rows_per_page` rows; 30 fill A4.
    """
    scenes = []
    for axis in scores.standard.scheme.axes:
        rows = procedures_of(scores, axis)
        shown = rows if axis == GRADED_AXIS else [row for row in rows if row.grade is not None]
        if not shown and axis != GRADED_AXIS:
            continue
        about = f"{_about(scores, rows, shown)} {standpoint(scores, axis)}"
        parts = pages(shown, rows_per_page)
        for number, part in enumerate(parts, start=1):
            title = numbered(f"Traffic lights: {axis}", number, len(parts))
            scenes.append(_page(title, about, part, scores.standard.scheme.axes[axis]))
    return scenes


def _about(scores: Scores, rows: Sequence[Procedure], shown: Sequence[Procedure]) -> str:
    """Return how many procedures have a row, and how many have none for which reason."""
    keys = {row.key for row in shown}
    states = Counter(row.state for row in rows if row.key not in keys)
    reasons = {"not_applicable": "nothing is asked on this axis", **UNSERVED}
    why = [f"{count} ({reasons.get(state, spoken(state))})" for state, count in sorted(states.items())]
    if len(rows) == len(shown):
        status = Counter(scores.grades["status"])
        said = {"gap": "without a grade (gaps)", "not_graded": "of sham or control arms", "refused": "refused"}
        why = [f"{status[name]} {words}" for name, words in said.items() if status[name]]
    return f"{count_of(shown, 'graded')}." + (f" Without a row: {joined(why, 'and')}." if why else "")


def _page(title: str, about: str, rows: Sequence[Procedure], domains: Sequence[str]) -> Scene:
    shapes, top = heading(title, about)
    name_room = RIGHT - LEFT - _GRADE_ROOM - _CONCERN_ROOM * len(domains)
    edges = [LEFT + name_room + _CONCERN_ROOM * number for number in range(len(domains) + 1)]
    shapes += _header(domains, edges, top)
    y = top + HEADER
    for _, group in groupby(rows, key=lambda row: row.key[0]):
        for number, row in enumerate(group):
            start = LEFT if number == 0 else LEFT + 8
            shapes.append(Line(((start, y), (RIGHT, y)), RULE if number == 0 else HAIR, 0.5))
            shapes += _names(row, y, name_room - 6, first=number == 0)
            shapes += _cells(row, domains, edges, y + ROW / 2)
            y += ROW
    below, height = closing(LEGEND, y)
    return Scene(WIDTH, height, title, _description(about, rows, domains), (*shapes, *below))


def _header(domains: Sequence[str], edges: Sequence[float], top: float) -> Iterator[Shape]:
    baseline = top + HEADER - 5
    for x, words in ((LEFT, "Study, arm"), *zip(edges, (*map(spoken, domains), "grade"), strict=True)):
        yield Text(x, baseline, words[0].upper() + words[1:], 7.5, bold=True)


def _names(row: Procedure, y: float, room: float, *, first: bool) -> Iterator[Shape]:
    """Yield study and arm on two lines, or the arm alone where the study stands above it."""
    lines = ([(row.study, True, 0.0)] if first else []) + [(row.arm, False, 0.0 if first else 8.0)]
    starts = (y + 8, y + 16) if first else (y + ROW / 2 + WORD * MIDDLE,)
    for (words, bold, indent), baseline in zip(lines, starts, strict=True):
        short, full = fitted(words, room - indent, WORD, bold=bold)
        yield Text(LEFT + indent, baseline, short, WORD, bold=bold, fill=INK if bold else SOFT, full=full)


def _cells(row: Procedure, domains: Sequence[str], edges: Sequence[float], y: float) -> Iterator[Shape]:
    for domain, x in zip(domains, edges, strict=False):
        ends = row.concerns[domain]
        yield from marks.concern(x, y, ends)
        yield marks.beside(x, y, marks.concern_word(ends), soft=ends is None)
    yield from marks.grade(edges[-1], y, row.grade)
    yield marks.beside(edges[-1], y, marks.grade_word(row.grade), soft=row.grade is None)


def _description(about: str, rows: Sequence[Procedure], domains: Sequence[str]) -> str:
    """Return the counts of the page in sentences, for those who do not see it."""
    sentences = [about, f"This page shows {count_of(rows)}."]
    for domain in domains:
        found = Counter(marks.concern_word(row.concerns[domain]) for row in rows)
        said = [f"{count} {word}" for word, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))]
        sentences.append(f"{spoken(domain).capitalize()}: {joined(said, 'and')}." if said else "")
    found = Counter(marks.grade_word(row.grade) for row in rows)
    said = [f"{count} {word}" for word, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))]
    return " ".join([*filter(None, sentences), f"Grade: {joined(said, 'and')}." if said else ""]).strip()
