"""What was observed in an arm as a number with its sampling variance, and contrasts against whichever arm."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import Any, Final

from fidelity.model.outcomes import OutcomeKind

Row = Mapping[str, Any]
Seen = tuple[float | None, float | None]


_NEEDED: Final[dict[OutcomeKind, tuple[str, ...]]] = {
    "events": ("n", "events"),
    "means": ("n", "mean", "sd"),
    "contrasts": ("effect", "se"),
}


def lacking(row: Row, kind: OutcomeKind, first: bool) -> list[str]:
    """Return what a row lacks to be analysed; the first row of a study of contrasts needs neither effect nor se."""
    return [] if kind == "contrasts" and first else [name for name in _NEEDED[kind] if row[name] is None]


def seen_in(rows: Sequence[Row], kind: OutcomeKind) -> list[Seen]:
    """Return log odds or mean of the arms of one study, each with its sampling variance; nothing for contrasts.

    Where an arm of the study has no event, or nothing but events, 0.5 is added to the counts of each of its arms.
    """
    if kind == "contrasts":
        return [(None, None)] * len(rows)
    if kind == "means":
        return [(row["mean"], row["sd"] ** 2 / row["n"]) for row in rows]
    add = 0.5 if any(row["events"] in (0, row["n"]) for row in rows) else 0.0
    cells = [(row["events"] + add, row["n"] - row["events"] + add) for row in rows]
    return [(log(yes / no), 1 / yes + 1 / no) for yes, no in cells]


def against(rows: Sequence[Row], base: int) -> list[Seen]:
    """Return effect and se of each arm against the arm at `base`; the rows are against their first one.

    The first row has no effect; its se is that of its own mean, without which a study of two arms can be turned round,
    and one of more cannot. What stands at `base` in turn has no effect, and as se that of its own mean.
    """
    if base == 0:
        return [(row["effect"], row["se"]) for row in rows]
    own = rows[0]["se"]
    if len(rows) == 2:
        other = rows[1]
        mean = None if own is None else sqrt(other["se"] ** 2 - own**2)
        return [(-other["effect"], other["se"]), (None, mean)]
    variances = [own**2, *(row["se"] ** 2 - own**2 for row in rows[1:])]
    effects = [0.0, *(row["effect"] for row in rows[1:])]
    return [
        (None, sqrt(variances[base]))
        if at == base
        else (effects[at] - effects[base], sqrt(variances[at] + variances[base]))
        for at in range(len(rows))
    ]
