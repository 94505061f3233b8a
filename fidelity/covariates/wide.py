"""The master table of the studies that have a covariate, for a file of that covariate alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from fidelity.covariates.master import ARM_COLUMNS, LEFT_OUT_COLUMNS, Covariate, Master
from fidelity.covariates.treatments import Treatment, in_order, numbered, reference_of


def limited(master: Master, covariate: Covariate) -> Master:
    """Return the master table with only the studies in which a covariate is asked, and their arms.

    Ids and numbers of treatments have no gaps. The reference stays where an arm of it does; else another is taken by
    the same rule, and contrasts are against it.
    """
    if not covariate.missing:
        return master
    has = pl.col("study").is_in(list(covariate.missing)).not_()
    studies = master.studies.filter(has).with_columns(id=pl.int_range(1, pl.len() + 1, dtype=pl.Int64))
    by_study: dict[str, list[Mapping[str, Any]]] = {}
    for row in master.arms.filter(has).iter_rows(named=True):
        by_study.setdefault(row["study"], []).append(row)
    counts = Counter(row["treat"] for rows in by_study.values() for row in rows)
    treatments = [
        Treatment(code, name, trt_class)
        for code, name, trt_class in master.treatments.select("treat", "name", "trt_class").iter_rows()
        if code in counts
    ]
    reference = master.reference if master.reference in counts else reference_of(treatments, counts, None)
    numbers = numbered(treatments, counts, reference)
    order = numbers["treat"].to_list()
    arms = [row for rows in by_study.values() for row in in_order(rows, order, master.kind)]
    out = master.studies.filter(~has).select(
        study="record",
        arm=pl.lit(""),
        treatment=pl.lit(""),
        reason=pl.lit("not_applicable"),
        note=pl.lit(f"{covariate.title}: nothing is asked of its arms"),
    )
    return replace(
        master,
        arms=pl.DataFrame(arms, schema=ARM_COLUMNS, orient="row"),
        studies=studies,
        treatments=numbers,
        left_out=pl.concat([master.left_out, out.select(list(LEFT_OUT_COLUMNS))]),
        covariates=tuple(replace(other, missing=_still(other, studies)) for other in master.covariates),
        reference=reference,
    )


def _still(covariate: Covariate, studies: pl.DataFrame) -> tuple[str, ...]:
    return tuple(study for study in covariate.missing if study in set(studies["study"]))
