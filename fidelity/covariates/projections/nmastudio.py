"""NMAstudio: rows with effect modifiers, which it draws for each comparison."""

from __future__ import annotations

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections.pairs import pairs
from fidelity.covariates.projections.phrases import told
from fidelity.covariates.projections.rows import Projected, arms_of, known, names, numbers


def files(master: Master, folder: str = "nmastudio") -> Projected:
    """Return arm rows, or contrasts where arms have no outcomes; `rob` and `year` where every study has them."""
    said = [name for name in ("rob", "year") if known(master.studies, name)]
    if master.kind == "contrasts":
        path = f"{folder}/contrasts.csv"
        rows = pairs(master).join(master.studies, on="study", how="left", maintain_order="left")
        own = [pl.col("treat1"), pl.col("treat2"), pl.col("TE"), pl.col("seTE")]
    else:
        path = f"{folder}/arms.csv"
        rows = arms_of(master, *numbers(master), *said)
        outcome = ["events"] if master.kind == "events" else ["mean", "sd"]
        spelt = {"events": "r", "mean": "y", "sd": "sd"}
        own = [pl.col("treat"), *(pl.col(name).alias(spelt[name]) for name in outcome), pl.col("n")]
    frame = rows.select(pl.col("study").alias("studlab"), *own, *said, *numbers(master))
    modifiers = ", ".join(names(master))
    guide = Guide(
        package="NMAstudio",
        call=f"Upload {path}; name the columns in the dialogue; choose as effect modifiers: {modifiers}.",
        centred="Nothing is centred: modifiers are drawn, not fitted.",
        slope="None: box plots of each modifier for each comparison show whether trials are alike (transitivity).",
        more=told(
            master,
            "rob is the reviewers' own, 1 low to 3 high; the file has it, and the year, where every study has it.",
        ),
    )
    return [Table(path, frame, guide, names(master))]
