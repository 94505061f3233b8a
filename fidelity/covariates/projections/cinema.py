"""CINeMA: arms or contrasts with the reviewers' risk of bias, and the grade as indirectness."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.projections.indirectness import SAID, gradable, step
from fidelity.covariates.projections.pairs import pairs
from fidelity.covariates.projections.rows import Projected, arms_of, without

_FORMATS: Final = {
    "events": "long format, binary",
    "means": "long format, continuous",
    "contrasts": "inverse variance",
}


def files(master: Master, folder: str = "cinema") -> Projected:
    """Return the file for CINeMA: numeric `id`, concerns in 1 to 3, no empty cell."""
    if not gradable(master):
        return []
    if (absent := no_rob(master, "CINeMA")) is not None:
        return [absent]
    judged = [pl.col("rob"), step().alias("indirectness")]
    if master.kind == "contrasts":
        path = f"{folder}/contrasts.csv"
        rows = pairs(master).join(master.studies, on="study", how="left", maintain_order="left")
        named = {"t1": "treat1", "t2": "treat2", "effect": "TE", "se": "seTE"}
        frame = rows.select("id", "study", *(pl.col(source).alias(name) for name, source in named.items()), *judged)
    else:
        path = f"{folder}/arms.csv"
        named = {"r": "events", "n": "n"} if master.kind == "events" else {"y": "mean", "sd": "sd", "n": "n"}
        frame = arms_of(master, "id", "rob", "fid_lo", "fid_hi").select(
            "id", "study", pl.col("treat").alias("t"),
            *(pl.col(source).alias(name) for name, source in named.items()), *judged,
        )  # fmt: skip
    guide = Guide(
        package="CINeMA",
        call=f"Upload {path} and choose {_FORMATS[master.kind]}.",
        centred="No covariate is fitted.",
        slope="None: 1 low, 2 some, 3 high concern about indirectness.",
        more=SAID + (" effect is t1 minus t2." if master.kind == "contrasts" else ""),
    )
    return [Table(path, frame, guide)]


def no_rob(master: Master, package: str) -> Finding | None:
    """Return why a package that needs risk of bias gets no file, or None if every study has it."""
    silent = without(master.studies, "rob")
    if not silent:
        return None
    return Finding(
        "no_rob",
        "note",
        f"it needs the risk of bias of every study, and {len(silent)} of {master.studies.height} studies have none",
        remedy="add a column rob to the outcome file: 1 low, 2 some concerns, 3 high",
        package=package,
        studies=silent,
    )
