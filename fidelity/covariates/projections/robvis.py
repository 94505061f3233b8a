"""robvis: the concerns of each study in the words of its Generic tool."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.covariates.files import Guide, Table
from fidelity.covariates.findings import Finding
from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.projections.indirectness import gradable
from fidelity.covariates.projections.rows import Projected, studies_of

CONCERNS: Final = {0: "Low", 1: "Some concerns", 2: "High", 3: "Critical"}
"""Of none, minor, major and critical."""

GRADES: Final = {3: "Low", 2: "Some concerns", 1: "High", 0: "Critical"}
"""Of full, adequate, limited and poor: the concern, so that a good study is drawn green."""

OPEN: Final = "No information"
NOT_ASKED: Final = "Not applicable"


def files(master: Master, folder: str = "robvis") -> Projected:
    """Return `generic.csv`: a row for each study, a column for each domain, Overall, and Weight last."""
    if not gradable(master):
        return []
    domains = [covariate for covariate in master.covariates if covariate.scale == "domains"]
    if not domains:
        return [
            Finding(
                "no_domains",
                "note",
                "it shows domains, and none was asked for",
                remedy="add the scale `domains`",
                package="robvis",
            )
        ]
    path = f"{folder}/generic.csv"
    studies = studies_of(master)
    patients = studies["n"].null_count() == 0
    frame = studies.select(
        Study=pl.col("study"),
        **{_header(domain): _word(domain.name, CONCERNS) for domain in domains},
        Overall=_word("fid", GRADES),
        Weight=pl.col("n").cast(pl.Float64) if patients else pl.lit(1.0),
    )
    guide = Guide(
        package="robvis",
        call=f"""library(robvis)
d <- read.csv("{path}", check.names = FALSE)
rob_traffic_light(d, tool = "Generic")
rob_summary(d, tool = "Generic", weighted = TRUE)""",
        centred="No covariate is fitted.",
        slope="None: the words are concerns, so Low is good.",
        more=(
            "Domains: none Low, minor Some concerns, major High, critical Critical. Overall: full Low, adequate Some "
            "concerns, limited High, poor Critical. A range of several is No information, a domain that is not asked "
            f"Not applicable. Weight is {'the number of patients' if patients else '1 for every study'}."
        ),
    )
    return [Table(path, frame, guide)]


def _header(domain: Covariate) -> str:
    return domain.name.replace("_", " ").capitalize()


def _word(name: str, words: dict[int, str]) -> pl.Expr:
    low, high = pl.col(f"{name}_lo"), pl.col(f"{name}_hi")
    return (
        pl.when(low.is_null())
        .then(pl.lit(NOT_ASKED))
        .when(low != high)
        .then(pl.lit(OPEN))
        .otherwise(low.replace_strict(words, default=OPEN, return_dtype=pl.String))
    )
