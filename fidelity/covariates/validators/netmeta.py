"""netmeta (3.6-2) and `meta::pairwise` (8.4-0): contrasts, arm rows, and the regression `netmetareg` on both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import polars as pl

from fidelity.covariates.files import Table
from fidelity.covariates.findings import Finding, some
from fidelity.covariates.master import Master
from fidelity.covariates.validators.covariates import RESERVED, check_shapes
from fidelity.covariates.validators.faults import fault
from fidelity.covariates.validators.layout import covariates_of, has_kind, multi_arm, plain
from fidelity.covariates.validators.shapes import Breaks
from fidelity.covariates.validators.structure import check_arms, check_columns

BREAKS: Final[Breaks] = {
    "blank_study": "netmetareg stops with an error about the number of rows",
    "blank_arm": "pairwise splits the column in two, and netmetareg stops",
    "words": "netmetareg stops",
    "ordered_factor": "netmetareg stops",
    "two_words": "netmetareg takes the first word of the alphabet, high, as its base: the sign is turned round",
    "mixed": "netmetareg stops",
    "constant": "netmetareg stops",
    "differs_between_arms": "pairwise splits the column in two, and netmetareg stops",
    "name_with_space": "netmetareg stops",
}

ARM_COLUMNS: Final = (("studlab", "treat", "n", "event"), ("studlab", "treat", "n", "mean", "sd"))
CONTRAST_COLUMNS: Final = ("studlab", "treat1", "treat2", "TE", "seTE")


def check(table: Table, master: Master) -> Iterator[Finding]:
    """Yield what netmeta, netmetareg or subgroup could not use, or would use wrongly without a word."""
    yield from check_shapes(table, master, BREAKS, labels=True)
    for column in covariates_of(table, master):
        if plain(column.name).lower() in RESERVED:
            what = "pairwise renames it, so that netmetareg does not find it"
            yield fault(table, "reserved_name", what, "name it otherwise", covariate=column.name)
    if "treat1" in table.frame.columns:
        yield from check_columns(table, CONTRAST_COLUMNS)
        yield from _contrasts(table, master)
    else:
        yield from check_columns(table, *ARM_COLUMNS)
        yield from check_arms(table)
        yield from _same(table)


def _contrasts(table: Table, master: Master) -> Iterator[Finding]:
    frame = table.frame
    if not has_kind(frame, *CONTRAST_COLUMNS):
        return
    if has_kind(frame, "event1") or has_kind(frame, "event2"):
        what = "with TE, seTE and events in one file, netmetareg drops every trial of three arms or more without a word"
        yield fault(
            table, "events_beside_effects", what, "go through pairwise() on the arm rows (netmeta/pairwise.csv)"
        )
    same = frame.filter(pl.col("treat1") == pl.col("treat2"))["studlab"].unique(maintain_order=True).to_list()
    if same:
        what = f"{some(same)} compares a treatment with itself, and netmeta stops"
        yield fault(table, "same_treatment", what, "name the arms apart, or take them as one", studies=same)
    yield from _complete(table)
    if not multi_arm(table):
        return
    if master.kind == "means" and not has_kind(frame, "n1", "mean1", "sd1", "n2", "mean2", "sd2"):
        what = "with TE and seTE alone netmetareg ignores that contrasts of one trial go together"
        yield fault(table, "no_arm_columns", what, "give n1 mean1 sd1 n2 mean2 sd2 beside them")
    elif master.kind != "means" and not has_kind(frame, "event1"):
        what = "netmetareg ignores that contrasts of one trial of three arms or more go together"
        events = master.kind == "events"
        remedy = "go through netmeta/pairwise.csv" if events else "compare with metafor/contrasts.csv"
        yield fault(table, "no_arm_columns", what, remedy, severity="note" if events else "warning")


def _complete(table: Table) -> Iterator[Finding]:
    """Yield studies of which a contrast is missing: k arms have k(k-1)/2, and netmeta wants all of them."""
    lacking = []
    for (study,), rows in table.frame.group_by("studlab", maintain_order=True):
        arms = len({*rows["treat1"].to_list(), *rows["treat2"].to_list()})
        if rows.height != arms * (arms - 1) // 2:
            lacking.append(study)
    if lacking:
        what = f"{some(lacking)} does not have every contrast of its arms, and netmeta stops"
        yield fault(table, "missing_contrast", what, "give all k(k-1)/2 contrasts", studies=lacking)


def _same(table: Table) -> Iterator[Finding]:
    if not has_kind(table.frame, "studlab", "treat"):
        return
    twice = table.frame.group_by("studlab", "treat", maintain_order=True).len().filter(pl.col("len") > 1)
    names = twice["studlab"].unique(maintain_order=True).to_list()
    if names:
        what = f"{some(names)} compares a treatment with itself, and netmeta stops"
        yield fault(table, "same_treatment", what, "name the arms apart, or take them as one", studies=names)
