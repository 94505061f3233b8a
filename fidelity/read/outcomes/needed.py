"""Which columns an outcome table needs, and what may be meant where one is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from fidelity.errors import Fault, Problem, nearest
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold_header
from fidelity.read.grids.grid import Grid
from fidelity.read.outcomes.checks import KINDS
from fidelity.read.outcomes.names import ENDS, NAMES, NEEDED, OF_COMPARISON, Header

_APART: Final = re.compile(r"[^\w]+|_")
"""What stands between the words of the name of a column."""
_MOST: Final = 3
"""How many columns that may be meant are named."""
_SHOWN: Final = 20
"""How many columns of a table are named."""
_SEVERAL_ARMS: Final = frozenset(
    fold_header(f"{option}{end}")
    for name in ("treatment", "n", "events", "mean", "sd")
    for option in NAMES[name]
    for end in ENDS
)
"""Columns of a table that has several arms in one row."""


def faults_of(grid: Grid, header: Header) -> list[Problem]:
    """Return what is wrong with a header: columns that are missing, all in one, or one that stands there twice."""
    problems = []
    start = grid.place(header.row, 0)
    folded = [fold_header(name) for name in header.names]
    if header.missing:
        problems.append(_missing(header).at(start, "the header"))
    for name, at in header.columns.items():
        again = [column for column, other in enumerate(folded) if other == folded[at] and column != at]
        for column in again:
            what = f"the column {header.names[column]!r} stands here a second time"
            fault = Fault("duplicate-column", what, "keep one of the two")
            problems.append(fault.at(grid.place(header.row, column), name, header=header.names[column]))
    return problems


def _missing(header: Header) -> Fault:
    """Return which columns a header without study or treatment lacks, those of the outcome among them."""
    if "treatment" in header.missing and not _SEVERAL_ARMS.isdisjoint(map(fold_header, header.names)):
        what = "a row of this table holds several arms"
        remedy = (
            "write a row for each arm, with the columns study, treatment and its outcome; or a row for each "
            "comparison, with study, treat1, treat2, TE and seTE"
        )
        return Fault("several-arms", what, remedy)
    return _absent(header, [(name,) for name in header.missing] + ([] if header.compares else _of_outcome(header)))


def _of_outcome(header: Header) -> list[tuple[str, ...]]:
    """Return the columns of an outcome that are not there, where nobody said of which kind it is."""
    measured = [kind for kind, name in KINDS.items() if name in header.columns]
    if measured:
        return _lacking(header, measured[0])
    return [*([] if "n" in header.columns else [("n",)]), tuple(KINDS.values())]


def no_kind(header: Header, kind: OutcomeKind | None) -> Fault:
    """Return that no row has a number of an outcome, of the kind that was asked for if one was."""
    if header.compares and kind not in (None, "contrasts"):
        what = f"each row of the table compares two arms, and so none has {KINDS[kind]} of an arm"
        return Fault("no-outcome", what, "read it as contrasts, or give a table with a row for each arm")
    if kind is not None and (fault := lacking(header, kind)) is not None:
        return fault
    held = [name for name in (KINDS.values() if kind is None else [KINDS[kind]]) if name in header.columns]
    if held:
        names = ", ".join(header.names[header.columns[name]] for name in held)
        return Fault("no-outcome", f"no row has a number in {names}", "fill it in, or name another column so")
    return _absent(header, _of_outcome(header), "no-outcome")


def lacking(header: Header, kind: OutcomeKind) -> Fault | None:
    """Return which of the columns that a kind of outcome needs are not there, and what may be them; None if all are."""
    absent = _lacking(header, kind)
    return _absent(header, absent) if absent else None


def _lacking(header: Header, kind: OutcomeKind) -> list[tuple[str, ...]]:
    return [options for options in NEEDED[kind] if not any(name in header.columns for name in options)]


def _absent(header: Header, absent: Sequence[tuple[str, ...]], code: str = "missing-column") -> Fault:
    """Return that columns are not there, with those that are, the names that each may have, and what may be meant.

    Of several columns in brackets one is enough.
    """
    shown = [repr(name) for name in header.names if name]
    there = ", ".join(shown[:_SHOWN]) + (", ..." if len(shown) > _SHOWN else "")
    what = f"no column holds {' and none holds '.join(map(' or '.join, absent))}; row {header.row + 1} has {there}"
    known = OF_COMPARISON if header.compares else NAMES
    near = {
        options: tuple(dict.fromkeys(like for name in options for like in likes(header, name))) for options in absent
    }
    called = [f"{name} may be called {', '.join(known[name])}" for options in absent for name in options]
    asked = [f"for {' or '.join(options)} is it {_either(found)}?" for options, found in near.items() if found]
    remedy = f"name the columns so that they are found: {'; '.join([*called, *asked])}"
    return Fault(code, what, remedy, tuple(like for found in near.values() for like in found))


def likes(header: Header, name: str) -> list[str]:
    """Return the columns that are read as nothing and whose names hold one of the names of a column, or are like it."""
    options = {fold_header(option) for option in NAMES[name.rstrip("12")]}
    used = set(header.columns.values())
    free = [other for at, other in enumerate(header.names) if other and at not in used]
    holding = [other for other in free if not options.isdisjoint(_parts(other))]
    return (holding or list(nearest(name, free)))[:_MOST]


def _parts(name: str) -> Iterator[str]:
    """Yield the words of the name of a column, and its first two in one."""
    found = [word for word in map(fold_header, _APART.split(name)) if word]
    yield from found
    yield "".join(found[:2])


def _either(names: Sequence[str]) -> str:
    return " or ".join(repr(name) for name in names)
