"""On which arms the number of a study stands under each rule, and which packages can put it there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import polars as pl

from fidelity.covariates.master import ArmRule, Master

CARRIERS: Final[Mapping[ArmRule, str]] = {"worst": "active", "interest": "interest", "difference": "later"}
"""What files call the column that is 1 on the arms on which the number of their study stands, and 0 on the others."""

_EVERY: Final = frozenset(
    {"bnma", "bugsnet", "crossnma", "gemtc", "metafor", "metainsight", "multinma", "netmeta", "nma", "stata"}
)

REGRESSED: Final[Mapping[ArmRule, frozenset[str]]] = {
    "worst": _EVERY,
    "interest": frozenset({"gemtc", "metafor", "multinma"}),
    "difference": frozenset({"metafor"}),
}
"""Folders of the packages that can fit the numbers of studies under each rule.

The others give every treatment but the reference a slope, also on arms on which the number does not stand: another
model, which would be fitted without a word. gemtc and multinma put it on one class of treatments, so that they can take
the arms of interest but not the later arm.
"""


def takes(folder: str, master: Master) -> bool:
    """Whether a package can fit the numbers of studies under the rule of a master; others do not regress on them.

    gemtc and multinma give no slope to the class of the reference.
    """
    if folder in ("gemtc", "multinma") and master.rule == "interest" and master.interest == master.reference:
        return False
    return folder not in _EVERY or folder in REGRESSED[master.rule]


def carries(master: Master) -> pl.Expr:
    """Return whether the number of its study stands on an arm, for a frame of whole studies in the master's order.

    `worst`: on every active arm, without the reference, against which the slopes are. `interest`: on the arms of that
    treatment. `difference`: on the later arm, the one further from the reference, since there it is that arm's grade
    less the other's.
    """
    match master.rule:
        case "worst":
            return (pl.col("trt_class") == "active") & (pl.col("treat") != master.reference)
        case "interest":
            return pl.col("treat") == master.interest
        case "difference":
            return pl.int_range(pl.len()).over("study") > 0
