"""Summary: for each domain and axis how many procedures stand where, as stacked bars with their counts in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from fidelity.explaining.wording import joined
from fidelity.model.words import spoken
from fidelity.write.figures import bars, marks
from fidelity.write.figures.bars import OPEN, RANGE, Bar
from fidelity.write.figures.page import LEFT, WIDTH, closing, heading, paragraph, standpoint
from fidelity.write.figures.rows import count_of, procedures_of
from fidelity.write.figures.scene import Scene, Text

if TYPE_CHECKING:
    from fidelity.scoring.result import Scores


def summary(scores: Scores) -> Scene:
    """Return the graded procedures by concern in each domain and by grade on each axis: certain, between two, or open.

    A bar is as long as all procedures of which something is asked there; its counts stand below it in words.
    """
    title = "Summary: concerns by domain, grades by axis"
    axes = scores.standard.scheme.axes
    rows = {axis: procedures_of(scores, axis) for axis in axes}
    about = f"{count_of(next(iter(rows.values())), 'graded')}. A bar is all procedures of which something is asked."
    shapes, y = heading(title, about)
    sentences = [about]
    for axis, domains in axes.items():
        begun = axis[0].upper() + axis[1:]
        shapes.append(Text(LEFT, y + 10, begun, 8.5, bold=True))
        by = paragraph(standpoint(scores, axis), y + 10, x=bars.START)
        shapes += by
        sentences.append(f"{begun}. {standpoint(scores, axis)}")
        y = by[-1].y + 8
        entries = [_concerns(domain, [row.concerns[domain] for row in rows[axis]]) for domain in domains]
        entries.append(_grades([row.grade for row in rows[axis]]))
        sentences += [f"{bar.name[0].upper()}{bar.name[1:]} ({bar.beside}): {bar.said}." for bar in entries]
        drawn, y = bars.stacked(entries, y)
        shapes += drawn
        y += 4
    legend = (*bars.CONCERN_ENTRIES, *bars.OPEN_ENTRIES, *bars.GRADE_ENTRIES)
    below, height = closing(legend, y)
    return Scene(WIDTH, height, title, " ".join(sentences), (*shapes, *below))


def _concerns(domain: str, found: Sequence[marks.Range | None]) -> Bar:
    return _bar(spoken(domain), found, marks.ANYTHING, bars.BETTER_CONCERNS, marks.concern_word)


def _grades(found: Sequence[marks.Range | None]) -> Bar:
    return _bar("grade", found, marks.UNDETERMINED, bars.BETTER_GRADES, marks.grade_word)


def _bar(
    name: str,
    found: Sequence[marks.Range | None],
    whole: marks.Range,
    order: Sequence[str],
    words: Callable[[marks.Range | None], str],
) -> Bar:
    """Return the bar of what was found; a range between two is one part of it, and each by its own name in words."""
    asked = [ends for ends in found if ends is not None]
    parts = Counter(_part(ends, whole) for ends in asked)
    named = Counter(asked)
    by_part = {part: [ends for ends in named if _part(ends, whole) == part] for part in order}
    said = [
        f"{named[ends]} {words(ends)}"
        for part in order
        for ends in sorted(by_part[part], key=lambda ends: (-named[ends], ends))
    ]
    beside = f"asked: {len(asked)} of {len(found)}"
    sizes = tuple((part, parts[part]) for part in order)
    return Bar(name, sizes, joined(said, "and") or "nothing is asked", beside, bold=name == "grade")


def _part(ends: marks.Range, whole: marks.Range) -> str:
    if ends == whole:
        return OPEN
    return ends[0] if ends[0] == ends[1] else RANGE
