"""Rows of contrasts against a baseline arm, as gemtc and multinma take them."""

from __future__ import annotations

from collections.abc import Iterator

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import has_kind


def check_baselines(table: Table, effect: str, error: str, *, spelt: str | None = None) -> Iterator[Finding]:
    """Yield studies without exactly one baseline row, or of three arms and more without the error of its mean.

    `spelt`: how the package wants the missing effect of the baseline to be written.
    """
    if not has_kind(table.frame, "study", effect, error):
        return
    if spelt is not None and table.missing != spelt:
        what = f"the baseline's {effect} is written {table.missing!r}, not {spelt}"
        yield fault(table, "missing_word", what, f"write {spelt}")
    many, lacking, without = [], [], []
    for (study,), rows in table.frame.group_by("study", maintain_order=True):
        baseline = rows.filter(pl.col(effect).is_null())
        others = rows.filter(pl.col(effect).is_not_null())
        if baseline.height != 1:
            many.append(study)
        elif rows.height > 2 and baseline[error].null_count():
            lacking.append(study)
        if others[error].null_count():
            without.append(study)
    if many:
        what = f"{some(many)} does not have exactly one baseline row (without {effect})"
        yield fault(table, "baseline", what, "leave the effect empty in one row of each study", studies=many)
    if lacking:
        what = f"{some(lacking)} has three arms or more, and no standard error of the baseline's own mean"
        yield fault(table, "baseline_error", what, "give it in the row of the baseline", studies=lacking)
    if without:
        what = f"{some(without)} has an effect without a standard error"
        yield fault(table, "no_error", what, "give it", studies=without)
