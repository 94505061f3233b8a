"""Studies of events whose odds are not numbers as they stand: an arm without events, or of nothing but events."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from fidelity.covariates.master import Master


@dataclass(frozen=True, slots=True)
class Sparse:
    """Codes of the studies to whose counts 0.5 is added, and of those among them in which no arm differs in that.

    In a study of `alike` all arms have no event, or all have nothing but events.
    """

    corrected: tuple[str, ...]
    alike: tuple[str, ...]


def sparse(master: Master) -> Sparse:
    """Return the studies with empty cells, in the order of the arms; none where the outcome is no count of events."""
    if master.kind != "events":
        return Sparse((), ())
    none, full = pl.col("events") == 0, pl.col("events") == pl.col("n")
    frame = master.arms.group_by("study", maintain_order=True).agg(
        corrected=(none | full).any(), alike=none.all() | full.all()
    )
    return Sparse(*(tuple(frame.filter(pl.col(name))["study"]) for name in ("corrected", "alike")))
