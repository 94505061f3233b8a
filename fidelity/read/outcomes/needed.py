"""Which columns a kind of outcome needs, and what may be meant where one is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from fidelity.errors import Fault
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold_header
from fidelity.read.outcomes.checks import KINDS
from fidelity.read.outcomes.names import NAMES, NEEDED, Header

_APART: Final = re.compile(r"[^\w]+|_")
"""What stands between the words of the name of a column."""
_MOST: Final = 3
"""How many columns that may be meant are named."""


def no_kind(header: Header, kind: OutcomeKind | None) -> Fault:
    """Return that no row has a number of an outcome, of the kind that was asked for if one was."""
    if header.compares and kind not in (None, "contrasts"):
        what = f"each row of the table compares two arms, and so none has {KINDS[kind]} of an arm"
        return Fault("no-outcome", what, "read it as contrasts, or give a table with a row for each arm")
    if kind is not None and (fault := lacking(header, kind)) is not None:
        return fault
    if header.compares:
        names = header.names[header.columns["effect"]]
        return Fault("no-outcome", f"no row has a number in {names}", f"name the column of the outcome {names}")
    wanted = list(KINDS.values()) if kind is None else [KINDS[kind]]
    names = ", ".join(wanted)
    near = [like for name in wanted for like in likes(header, name)]
    remedy = f"name the column of the outcome {names}" + (f"; is it {_either(near)}?" if near else "")
    return Fault("no-outcome", f"no row has a number in {names}", remedy, tuple(near))


def lacking(header: Header, kind: OutcomeKind) -> Fault | None:
    """Return which of the columns that a kind of outcome needs are not there, and what may be them; None if all are."""
    absent = [options for options in NEEDED[kind] if not any(name in header.columns for name in options)]
    if not absent:
        return None
    near = {" or ".join(options): [like for name in options for like in likes(header, name)] for options in absent}
    what = f"no column holds {' and none holds '.join(near)}"
    asked = [f"{name} is it {_either(found)}?" for name, found in near.items() if found]
    remedy = f"name the column {' and '.join(near)}" + "".join(f"; for {question}" for question in asked)
    return Fault("missing-column", what, remedy, tuple(like for found in near.values() for like in found))


def likes(header: Header, name: str) -> list[str]:
    """Return the columns that are read as nothing and whose names hold one of the names of a column."""
    options = {fold_header(option) for option in NAMES[name]}
    used = set(header.columns.values())
    free = [other for at, other in enumerate(header.names) if other and at not in used]
    return [other for other in free if not options.isdisjoint(_parts(other))][:_MOST]


def _parts(name: str) -> Iterator[str]:
    """Yield the words of the name of a column, and its first two in one."""
    found = [word for word in map(fold_header, _APART.split(name)) if word]
    yield from found
    yield "".join(found[:2])


def _either(names: Sequence[str]) -> str:
    return " or ".join(repr(name) for name in dict.fromkeys(names))
