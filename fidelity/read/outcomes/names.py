"""Which column of an outcome table holds what, by the names that packages and reviewers give them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold_header
from fidelity.read.grids.grid import Grid

NAMES: Final[dict[str, tuple[str, ...]]] = {
    "study": ("study", "studlab", "study_id", "study_label", "study_name", "trial", "trial_id", "id"),
    "arm": ("arm", "label", "arm_id", "arm_label", "arm_name"),
    "treatment": ("treatment", "treat", "trt", "t", "intervention"),
    "n": ("n", "sampleSize", "sample_size", "n_total", "total", "n_analysed", "n_analyzed", "analysed", "analyzed"),
    "events": ("events", "event", "r", "responders"),
    "mean": ("mean", "y"),
    "sd": ("sd", "std.dev", "standard_deviation"),
    "se": ("se", "std.err", "seTE", "standard_error"),
    "effect": ("effect", "diff", "TE", "difference"),
    "year": ("year", "publication_year"),
    "rob": ("rob", "risk_of_bias", "overall_rob"),
    "class": ("class", "trt_class", "treatment_class"),
}
"""What each column may be called; the names before it are looked for first, and case and signs do not matter."""

NEEDED: Final[dict[OutcomeKind, tuple[tuple[str, ...], ...]]] = {
    "events": (("n",), ("events",)),
    "means": (("n",), ("mean",), ("sd", "se")),
    "contrasts": (("effect",), ("se",)),
}
"""The columns without which no arm has an outcome of this kind; of several in brackets one is enough."""

ENDS: Final = ("1", "2")
"""What stands behind the names of columns of the two arms of a row, in a table of comparisons."""

OF_COMPARISON: Final[dict[str, tuple[str, ...]]] = {
    **{name: NAMES[name] for name in ("study", "effect", "se", "year", "rob")},
    **{
        f"{name}{end}": tuple(f"{option}{end}" for option in NAMES[name])
        for name in ("arm", "treatment", "n", "class")
        for end in ENDS
    },
}
"""The same for a table with a row for each comparison, as netmeta takes it."""

_ARM: Final = ("study", "treatment")
_COMPARISON: Final = ("study", "treatment1", "treatment2", "effect", "se")
_HEAD: Final = 20
"""Rows within which a header is looked for, below a title."""
_CHANCE: Final = 1
"""How many names of columns a row of data may hold by chance, such as a treatment Y."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table: its row, the names in it, and the column of each thing that is read.

    `compares`: a row is a comparison of two arms, whose columns end in 1 and 2; else it is an arm.
    """

    row: int
    names: tuple[str, ...]
    columns: Mapping[str, int]
    compares: bool = False

    @property
    def ends(self) -> tuple[str, ...]:
        """What stands behind the name of a column of an arm, for each arm of a row."""
        return ENDS if self.compares else ("",)

    @property
    def missing(self) -> list[str]:
        """The columns without which nothing can be read."""
        return [name for name in (_COMPARISON if self.compares else _ARM) if name not in self.columns]

    def column(self, name: str) -> int | None:
        """Return the column that is called so, whatever its case and signs; None where there is none."""
        folded = fold_header(name)
        return next((at for at, other in enumerate(self.names) if fold_header(other) == folded), None)


def header_of(grid: Grid) -> Header:
    """Return the header of a sheet: its first row with all that is needed, else the likeliest: most known columns."""
    best: Header | None = None
    for row, cells in enumerate(grid.cells.head(_HEAD).iter_rows()):
        names = tuple(cell.strip() for cell in cells)
        if not any(names):
            continue
        found = _header(row, names)
        if not found.missing:
            return found
        if best is None or len(found.columns) > max(len(best.columns), _CHANCE):
            best = found
    return best or Header(0, (), {})


def _header(row: int, names: tuple[str, ...]) -> Header:
    columns = dict(_columns(names, NAMES))
    compared = dict(_columns(names, OF_COMPARISON))
    if "treatment" not in columns and all(name in compared for name in ("treatment1", "treatment2", "effect")):
        return Header(row, names, compared, compares=True)
    return Header(row, names, columns)


def _columns(names: Sequence[str], known: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int]]:
    folded = [fold_header(name) for name in names]
    for wanted, options in known.items():
        at = next((folded.index(name) for name in map(fold_header, options) if name in folded), None)
        if at is not None:
            yield wanted, at
