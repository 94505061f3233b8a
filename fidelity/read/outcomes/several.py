"""Whether the rows that are taken are of several outcomes, which nobody asked to have pooled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from fidelity.errors import Problem
from fidelity.model.words import fold, fold_header
from fidelity.read.outcomes.cells import is_empty
from fidelity.read.outcomes.lines import Line
from fidelity.read.outcomes.names import Header

_TELL: Final = frozenset(
    map(
        fold_header,
        (
            *("outcome", "outcome_name", "endpoint", "measure", "scale", "instrument", "definition"),
            *("timepoint", "time_point", "time", "follow_up", "weeks", "months"),
        ),
    )
)
"""Columns by which reviewers tell outcomes and time points apart, folded."""
_MOST: Final = 4
"""How many values are named."""


def several_in(header: Header, lines: Sequence[Line]) -> Iterator[Problem]:
    """Yield the columns that tell outcomes apart and hold more than one value among the rows that are taken."""
    for at, name in enumerate(header.names):
        if fold_header(name) not in _TELL or not lines:
            continue
        held: dict[str, str] = {}
        for line in lines:
            if not is_empty(line.texts[at]):
                held.setdefault(fold(line.texts[at]), line.texts[at].strip())
        if len(held) > 1:
            named = ", ".join(list(held.values())[:_MOST]) + (", ..." if len(held) > _MOST else "")
            place = lines[0].grid.place(header.row, at)
            what = f"the rows hold {len(held)} values, and are taken as one outcome: {named}"
            yield Problem("several-outcomes", place, name, what, f"pick one with --where {name}=..., or leave it so")
