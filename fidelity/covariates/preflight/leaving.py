"""What is in no file, told on the terminal: each reason with its count, and who it is, so that it can be looked up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from fidelity.covariates.losses import Loss, losses
from fidelity.covariates.preflight.layout import wrapped

MOST: Final = 12
"""So many studies and arms are named with their note; `left_out.csv` names the rest."""

_UNNAMED: Final = "no_outcome"
"""Records that the outcome file does not speak of are counted only: a folder of records may hold other reviews."""


def leaving(left_out: pl.DataFrame) -> list[str]:
    """Return the lines that say what is left out and why; none where nothing is."""
    lines, room = [], MOST
    for loss in losses(left_out):
        fate = "in the network without a number" if loss.stays else "left out"
        lines += wrapped(f"{loss.counted} {fate} ({loss.reason}): {loss.means}{_where(loss)}", "  - ", "    ")
        if loss.reason == _UNNAMED:
            continue
        entries = list(_entries(left_out, loss))
        for entry in entries[:room]:
            lines += wrapped(entry, "      ", "        ")
        if len(entries) > room:
            lines.append(f"      and {len(entries) - room} more, which left_out.csv names")
        room -= min(room, len(entries))
    return ["What is in no file", *lines] if lines else []


def nothing_left(left_out: pl.DataFrame) -> str:
    """Return why no study is left to be fitted, in one sentence."""
    gone = [loss for loss in losses(left_out) if loss.reason != _UNNAMED and loss.studies and not loss.stays]
    count = len({study for loss in gone for study in loss.studies})
    if not gone:
        return "no study of the records has a row in the outcome file"
    whose = f"all {count} studies with outcomes are" if count > 1 else "the only study with outcomes is"
    if len(gone) == 1:
        return f"{whose} left out ({gone[0].reason}): {gone[0].means}"
    return f"{whose} left out: " + "; ".join(f"{len(loss.studies)} {loss.reason}, {loss.means}" for loss in gone)


def _where(loss: Loss) -> str:
    return "; left_out.csv names them" if loss.reason == _UNNAMED else ""


def _entries(left_out: pl.DataFrame, loss: Loss) -> Iterator[str]:
    """Yield the studies of a reason, and the arms of studies that stay, each with its note."""
    named = set(loss.named)
    for row in left_out.filter(pl.col("reason") == loss.reason).iter_rows(named=True):
        name = f"{row['arm']} of {row['study']}" if row["arm"] else row["study"]
        if name in named:
            yield f"{name}: {row['note']}" if row["note"] else name
