"""Treatments that cost studies, or are lost: said to be control here and active there, or not asked on the axis."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.model.words import fold

_MOST: Final = 6
"""So many treatments are named in the text."""


def about_treatments(master: Master) -> list[Finding]:
    """Return the treatments for which studies or arms are left out, how many these are, and what would help."""
    return [*_of_two_roles(master), *_not_asked(master)]


def _of_two_roles(master: Master) -> list[Finding]:
    """Return a warning for each treatment that is control or sham in one study and active in another."""
    out = master.left_out.filter(pl.col("reason") == "control_and_active")
    found = []
    for (name,), rows in out.group_by("treatment", maintain_order=True):
        studies = tuple(rows["study"].unique(maintain_order=True))
        cost = "1 study is left out" if len(studies) == 1 else f"{len(studies)} studies are left out"
        what = f"{name} is control or sham in some studies and active in others, and {cost} for it"
        remedy = (
            f"if {name} is to be a reference treatment, write reference in a column class of the outcome file; else "
            "correct the role of its arm in the record that differs, which left_out.csv names"
        )
        found.append(Finding("control_and_active", "warning", what, remedy, studies=studies))
    return found


def _not_asked(master: Master) -> list[Finding]:
    """Return a warning where nothing is asked of arms on the axis: how much is left out, which treatments are gone."""
    out = master.left_out.filter(pl.col("reason") == "not_applicable", pl.col("treatment") != "")
    if out.is_empty():
        return []
    arms = out.filter(pl.col("arm") != "").height
    whole = out.filter(pl.col("arm") == "")["study"].n_unique()
    names = list({fold(name): name for name in out["treatment"]}.values())
    counts = [f"{count} {one if count == 1 else many}" for count, one, many in _counted(whole, arms) if count]
    what = f"nothing is asked on the axis {master.axis} of {some(names, _MOST)}: {' and '.join(counts)} left out"
    left = {fold(name) for name in master.treatments["name"]}
    gone = [name for name in names if fold(name) not in left]
    if gone and master.nodes == "as_given":
        what += f", and no arm of {some(gone, _MOST)} is left in the network"
    remedy = "compare with the network of another axis before reading treatment effects from this one"
    studies = tuple(out["study"].unique(maintain_order=True))
    return [Finding("not_asked", "warning", what, remedy, studies=studies)]


def _counted(whole: int, arms: int) -> tuple[tuple[int, str, str], ...]:
    return (whole, "study", "studies"), (arms, "arm of a study that stays", "arms of studies that stay")
