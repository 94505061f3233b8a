"""multinma (0.5.1, 0.8.0): several covariates, of studies or of arms; classes say which treatments share a slope."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.baselines import check_baselines
from fidelity.covariates.validators.covariates import check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "blank_study": "multinma stops",
    "blank_arm": "multinma stops",
    "words": "multinma keeps a slope for every level, which is not identified",
    "ordered_factor": "multinma keeps a slope for every level, which is not identified",
    "logical": "multinma keeps a slope for both values, which is not identified",
    "two_words": "multinma keeps a slope for both levels, which is not identified",
    "two_level_factor": "multinma keeps a slope for both levels, which is not identified",
    "digit_factor": "multinma keeps a slope for every level, which is not identified",
    "mixed": "multinma gives every value a slope, which is not identified",
    "constant": "multinma prints the prior as its result",
}

CLASSES: Final = ("reference", "active")
OF_INTEREST: Final = ("other", "interest")
"""The classes where the number of a study is that of its arm of one treatment, which alone has a slope."""


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what multinma could not use, or would use wrongly without a word."""
    yield from check_shapes(table, master, BREAKS)
    yield from check_columns(table, ("study", "trt", "r", "n"), ("study", "trt", "y", "se"), ("study", "trt", "r", "E"))
    yield from check_arms(table)
    if master.kind == "contrasts":
        yield from check_baselines(table, "y", "se")
    yield from _classes(table, master)


def _classes(table: Table, master: Master) -> Iterator[Finding]:
    frame = table.frame
    if not table.covariates or "trt" not in frame.columns:
        return
    if "trt_class" not in frame.columns:
        what = "there is no class of the treatments, without which a common slope is not possible"
        yield fault(table, "no_classes", what, "give trt_class: reference or active")
        return
    classes = OF_INTEREST if master.rule == "interest" else CLASSES
    other = [name for name in frame["trt_class"].unique(maintain_order=True).to_list() if name not in classes]
    pairs = frame.select("trt", "trt_class").unique()
    both = pairs.filter(pl.col("trt").is_duplicated())["trt"].unique().sort().to_list()
    if other or both:
        what = (
            f"classes other than {' and '.join(classes)}: {some(other)}" if other else f"{some(both)} has two classes"
        )
        yield fault(table, "classes", what, f"give each treatment the class {' or '.join(classes)}")
    known: dict[str, str] = dict(master.treatments.select("treat", "trt_class").iter_rows())
    if master.rule == "interest":
        known = {treat: OF_INTEREST[treat == master.interest] for treat in known}
    turned = [treat for treat, said in pairs.iter_rows() if treat in known and known[treat] != said]
    if turned and not both and not other:
        what = f"{some(sorted(turned))} has another class than in the master"
        yield fault(table, "classes", what, "give each treatment its own class")
