"""The probability of each grade, of studies and of arms, and draws from it."""

from __future__ import annotations

import hashlib
from typing import Final

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Master
from fidelity.covariates.projections.rows import Projected, studies_of

GRADES: Final = ("p0", "p1", "p2", "p3")


def files(master: Master) -> Projected:
    """Return `fid_pmf.csv` and `fid_pmf_arms.csv`."""
    if master.rule == "difference":
        absent = Finding(
            "no_grade_of_study",
            "note",
            "under the rule `difference` a study has no grade of its own, so there are no probabilities of it "
            "and no draws",
            remedy="fid_pmf_arms.csv has those of the arms",
            file="fid_pmf.csv",
        )
        return [absent, _arms(master)]
    return [_studies(master), _arms(master)]


def drawn(study: str, probabilities: list[float], number: int, seed: int) -> int:
    """Return the grade that a draw gives a study.

    The draw hangs on the seed, the study and its number only: it is the same on every machine, and stays the same
    when other studies come and go.
    """
    word = hashlib.sha256(f"{seed}:{study}:{number}".encode()).digest()[:8]
    uniform = int.from_bytes(word, "big") / 2**64 * sum(probabilities)
    for grade, probability in enumerate(probabilities):
        uniform -= probability
        if uniform < 0:
            return grade
    return max(grade for grade, probability in enumerate(probabilities) if probability > 0)


def _studies(master: Master) -> Table:
    guide = Guide(
        package="pack",
        call='p <- read.csv("fid_pmf.csv")',
        centred="Nothing is centred here.",
        slope="The slope of jags/model.jags is per grade.",
        more=(
            f"Probability of each grade of each study, p0 poor to p3 full, under the assumption {master.assumption}. "
            "jags/model.jags takes it: grade ~ dcat(p0..p3)."
        ),
    )
    return Table("fid_pmf.csv", studies_of(master).select("study", *GRADES), guide)


def _arms(master: Master) -> Table:
    graded = master.arms.filter(pl.col("pa0").is_not_null())
    named = {f"pa{grade}": name for grade, name in enumerate(GRADES)}
    guide = Guide(
        package="pack",
        call='p <- read.csv("fid_pmf_arms.csv")',
        centred="Nothing is centred here.",
        slope="The slope of jags/model.jags is per grade.",
        more=(
            f"The same for each graded arm, under the assumption {master.assumption}. Arms of the reference class "
            "have no grade and no row."
        ),
    )
    return Table("fid_pmf_arms.csv", graded.select("study", "treat", *named).rename(named), guide)


def draws_of(master: Master, draws: int = 20, seed: int = 1) -> tuple[Table, ...]:
    """Return `fid_draws.csv`; nothing where studies have no grade of their own, or no draws are asked for."""
    if draws < 1 or master.rule == "difference" or master.studies.is_empty():
        return ()
    studies = studies_of(master)
    width = max(2, len(str(draws)))
    rows = studies.select("study", *GRADES).rows()
    columns = {
        f"fid_m{number:0{width}d}": [drawn(study, list(weights), number, seed) for study, *weights in rows]
        for number in range(1, draws + 1)
    }
    guide = Guide(
        package="pack",
        call='m <- read.csv("fid_draws.csv")',
        centred="Nothing is centred here.",
        slope="Per grade, too small: see the warning.",
        more=(
            f"{draws} draws of the grade of each study from fid_pmf.csv, seed {seed}. Warning: do not make these the "
            "main analysis. They are drawn without the outcome; pooled by Rubin's rules they weakened a planted slope "
            "of 0.60 by 0.15, and the intervals covered it in 76 of 100 networks instead of 95. Use jags/model.jags, "
            "or the expected grade fid where one number is needed."
        ),
    )
    frame = pl.DataFrame({"study": studies["study"], **columns}, schema_overrides=dict.fromkeys(columns, pl.Int64))
    return (Table("fid_draws.csv", frame, guide, tuple(columns)),)
