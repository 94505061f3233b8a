"""The rows of an outcome table, arms or comparisons, read cell by cell, with the cell that each part came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import sqrt
from typing import Any, Final

from fidelity.errors import Fault, Place, Problem
from fidelity.model.outcomes import OUTCOME_COLUMNS, DecimalMark, OutcomeKind
from fidelity.read.grids.grid import Grid
from fidelity.read.outcomes.cells import (
    count,
    is_empty,
    number,
    patients,
    pointed,
    positive,
    risk_of_bias,
    year,
)
from fidelity.read.outcomes.names import NEEDED, OF_COMPARISON, Header

_READ: Final[Mapping[str, Callable[[str], Any]]] = {
    "n": patients, "events": count, "mean": number, "sd": positive, "se": positive, "effect": number,
    "year": year, "rob": risk_of_bias,
}  # fmt: skip
_NAMES: Final = ("study", "arm", "treatment")
_ASIDE: Final = frozenset({"year", "rob"})
"""What no outcome hangs on: where it cannot be read it stays empty, and the study stays."""
_MEASURED: Final = frozenset(name for needed in NEEDED.values() for options in needed for name in options)
_EMPTY: Final = dict.fromkeys([*OUTCOME_COLUMNS, *OF_COMPARISON])


@dataclass(slots=True)
class Line:
    """A row: what it says under our names, the texts of all its cells, and what is wrong with it.

    What a comparison says of its two arms stands under names that end in 1 and 2.
    """

    grid: Grid
    header: Header
    at: int
    texts: tuple[str, ...]
    values: dict[str, Any] = field(default_factory=_EMPTY.copy)
    problems: list[Problem] = field(default_factory=list)
    """What is wrong so that the study cannot be used."""
    asides: list[Problem] = field(default_factory=list)
    """What is wrong and leaves the outcome as it is."""
    derived: bool = False
    """Whether the standard deviation was derived from a standard error."""

    def place(self, name: str) -> Place:
        """Return the cell of a column, else of the study."""
        column = self.header.columns.get(name, self.header.columns["study"])
        return self.grid.place(self.at, column)

    def note(self, name: str, fault: Fault, *, aside: bool = False) -> None:
        """Note what is wrong at a column of this row; `aside`: the study can be used none the less."""
        column = self.header.columns.get(name)
        header, found = ("", "") if column is None else (self.header.names[column], self.texts[column])
        arms = [self.values[f"arm{end}"] or self.values[f"treatment{end}"] for end in self.header.ends]
        parts = (self.values["study"], " against ".join(filter(None, arms)))
        subject = "/".join(part for part in parts if part) or f"row {self.at + 1}"
        kept = self.asides if aside else self.problems
        kept.append(fault.at(self.place(name), subject, header=header, found=found))


def line_of(
    grid: Grid,
    header: Header,
    at: int,
    texts: tuple[str, ...],
    kind: OutcomeKind | None = None,
    decimal: DecimalMark = "point",
) -> Line:
    """Return a row of a table, with everything that is wrong with its cells.

    Where the kind of outcome is given, numbers of other kinds are not read. `class` is read of all rows together.
    `decimal` is the sign before the decimals of its numbers.
    """
    wanted = _MEASURED if kind is None else {name for options in NEEDED[kind] for name in (*options, "n")}
    line = Line(grid, header, at, texts)
    line.values["row"] = at + 1
    texts_of = {name: texts[column] for name, column in header.columns.items()}
    for name, text in texts_of.items():
        if name.rstrip("12") in _NAMES:
            line.values[name] = " ".join(text.split()) or None
    for name in ("study", *(f"treatment{end}" for end in header.ends)):
        if line.values[name] is None:
            remedy = "write it in every row: merged cells fill the first row only"
            line.note(name, Fault("missing", f"{name} is missing", remedy))
    for name, text in texts_of.items():
        own = name.rstrip("12")
        read = _READ.get(own)
        if read is None or is_empty(text) or (own in _MEASURED and own not in wanted):
            continue
        said = pointed(text, points=grid.sheet is not None) if decimal == "comma" else text
        found = said if isinstance(said, Fault) else read(said)
        if isinstance(found, Fault):
            line.note(name, found, aside=own in _ASIDE)
        else:
            line.values[name] = found
    _check_counts(line)
    _derive_sd(line)
    return line


def _check_counts(line: Line) -> None:
    n, events = line.values["n"], line.values["events"]
    if n is not None and events is not None and events > n:
        line.note("events", Fault("more-events", f"{events} events in {n} patients", "correct the one or the other"))


def _derive_sd(line: Line) -> None:
    """Put the standard deviation that follows from the standard error of a mean where none is given."""
    values = line.values
    if values["mean"] is not None and values["sd"] is None and None not in (values["se"], values["n"]):
        values["sd"], line.derived = values["se"] * sqrt(values["n"]), True
