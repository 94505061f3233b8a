"""The same studies from several standpoints: by every profile, and by what was asked then and is asked now."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import polars as pl

from fidelity.errors import Problem, UsageError, sort_problems
from fidelity.explaining.wording import brief_range
from fidelity.model.words import Clock, spoken
from fidelity.read.rules import Library, load_library
from fidelity.scoring.result import Scores
from fidelity.scoring.rows import AXIS_COLUMNS
from fidelity.scoring.score import read_source, score_reading, standard_of

if TYPE_CHECKING:
    from pathlib import Path

    from fidelity.scoring.score import NaMeaning, Source

IDENTITY: Final = ("study", "arm", "procedure", "role")
NOTHING: Final = "nothing asked"


@dataclass(frozen=True, slots=True)
class Standpoint:
    """A profile with a clock; None: each axis by the profile's own clock."""

    profile: str
    clock: Clock | None = None

    @property
    def name(self) -> str:
        """The standpoint as columns are headed: `uk`, or `uk then`."""
        return self.profile if self.clock is None else f"{self.profile} {self.clock}"


@dataclass(frozen=True)
class SideBySide:
    """The scores of the same procedures from several standpoints."""

    scores: tuple[tuple[Standpoint, Scores], ...]

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Every problem of the sources, once."""
        return tuple(sort_problems(dict.fromkeys(problem for _, scores in self.scores for problem in scores.problems)))

    @cached_property
    def compared(self) -> pl.DataFrame:
        """A row for each procedure and axis: a column for each standpoint, and on what the grade depends.

        A cell is a grade, a range, or why there is none; delivery has the counted criteria that are decided behind it.
        `depends_on` is `profile`, `clock`, both, or empty. Grades compare within a column and not between columns.
        """
        axes = self.scores[0][1].standard.scheme.axes
        parts = [self._of_axis(axis) for axis in axes]
        return pl.concat(parts).sort("at", "axis_at").drop("at", "axis_at")

    def long(self, detail: str) -> pl.DataFrame:
        """Return a frame of the scores (`grades`, `arms`, `concerns`, `judgements`), standpoint after standpoint."""
        parts = []
        for standpoint, scores in self.scores:
            frame: pl.DataFrame = getattr(scores, detail)
            named = {"profile": pl.lit(standpoint.profile), "clock": pl.lit(scores.standard.profile.clock_words)}
            added = {name: value for name, value in named.items() if name not in frame.columns}
            parts.append(frame.with_columns(**added).select(*added, *frame.columns))
        return pl.concat(parts)

    @cached_property
    def summary(self) -> tuple[str, ...]:
        """How many results depend on the profile and the clock, and what a grade means where that needs saying."""
        lines = []
        for word in ("profile", "clock"):
            moved = self.compared.filter(pl.col("depends_on").str.split("|").list.contains(word))
            counts = moved.group_by("axis", maintain_order=True).len().rows()
            if len({getattr(point, word) for point, _ in self.scores}) > 1:
                whole = f"{moved.height} of {self.compared.height} results depend on the {word}"
                lines.append(whole + (f" ({', '.join(f'{axis} {n}' for axis, n in counts)})" if counts else ""))
        for profile in dict.fromkeys(scores.standard.profile.id for _, scores in self.scores):
            standards = (scores.standard.profile for _, scores in self.scores)
            means = next(entry.grade_means for entry in standards if entry.id == profile)
            lines += [f"a grade of {profile} means {means}"] if means else []
        return (*lines, "grades compare within a profile and a clock, not between them")

    def _of_axis(self, axis: str) -> pl.DataFrame:
        first = self.scores[0][1].grades
        order = list(self.scores[0][1].standard.scheme.axes)
        cells = {standpoint.name: _cells(scores, axis) for standpoint, scores in self.scores}
        depends = [self._depends({name: column[row] for name, column in cells.items()}) for row in range(first.height)]
        return (
            first.select(IDENTITY)
            .with_columns(
                axis=pl.lit(axis),
                **{name: pl.Series(column, dtype=pl.String) for name, column in cells.items()},
                depends_on=pl.Series(depends, dtype=pl.String),
                axis_at=pl.lit(order.index(axis)),
            )
            .with_row_index("at")
        )

    def _depends(self, cells: dict[str, str]) -> str:
        def differ(points: Iterable[Standpoint]) -> bool:
            return len({cells[point.name].partition(" [")[0] for point in points}) > 1

        points = [standpoint for standpoint, _ in self.scores]
        profiles, clocks = {point.profile for point in points}, {point.clock for point in points}
        of_profile = any(differ(point for point in points if point.clock == clock) for clock in clocks)
        of_clock = any(differ(point for point in points if point.profile == profile) for profile in profiles)
        return "|".join(word for word, true in (("profile", of_profile), ("clock", of_clock)) if true)


def _cells(scores: Scores, axis: str) -> list[str]:
    column = AXIS_COLUMNS.get(axis, axis)
    return [_cell(row, axis, column, reasons) for reasons in [_reasons(scores)] for row in scores.grades.to_dicts()]


def _reasons(scores: Scores) -> dict[tuple[str, str, str], str]:
    return {(s, a, p): reason for s, a, p, reason in scores.gaps.select(*IDENTITY[:3], "reason").rows()}


def _cell(row: dict[str, str], axis: str, column: str, reasons: dict[tuple[str, str, str], str]) -> str:
    if row["status"] == "gap":
        return spoken(reasons[row["study"], row["arm"], row["procedure"]])
    if row["status"] != "graded":
        return spoken(row["status"])
    if row[f"{column}_low"] is None:
        return NOTHING if row[column] == "not_applicable" else spoken(str(row[column]))
    words = brief_range(row[f"{column}_low"], row[f"{column}_high"])
    return f"{words} [{row['decided']} of {row['counted']}]" if axis == "delivery" else words


def standpoints_of(library: Library, profile: str, clock: Clock | None, *, both: bool) -> tuple[Standpoint, ...]:
    """Return the standpoints that a choice of profile (`all`: every one) and of clock names."""
    profiles = sorted(library.profiles, key=lambda name: (name != "multisociety", name))
    names: Sequence[str] = profiles if profile == "all" else [profile]
    clocks: tuple[Clock | None, ...] = ("then", "now") if both else (clock,)
    return tuple(Standpoint(name, each) for name in names for each in clocks)


def score_from(
    source: Source,
    standpoints: Sequence[Standpoint],
    *,
    na: NaMeaning | None = None,
    mapping: str | Path | None = None,
    library: Library | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> SideBySide:
    """Grade the procedures of a source from each standpoint; the source is read once.

    Raises what `fidelity.score` raises, and UsageError where no standpoint is named.
    """
    if not standpoints:
        raise UsageError("name at least one standpoint: a profile and a clock")
    rules = library or load_library()
    standards = [standard_of(rules, point.profile, point.clock) for point in standpoints]
    reading = read_source(source, rules, na, mapping=mapping)
    found = []
    for done, (point, standard) in enumerate(zip(standpoints, standards, strict=True), start=1):
        found.append((point, score_reading(reading, standard)))
        if progress is not None:
            progress(done, len(standpoints))
    return SideBySide(tuple(found))
