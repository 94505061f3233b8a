"""Rows of a table that are one of several reports of a study: what the column `report` says, and rows for all arms."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

import polars as pl

from fidelity.errors import Fault
from fidelity.model.study import Report
from fidelity.model.words import REPORTS
from fidelity.read.columns import Columns
from fidelity.read.sheet import Sheet
from fidelity.read.vocabulary import one_word

REPORT: Final = "report"
_OF_ARM: Final = ("arm", "procedure", "role", "arm_role")


def report_of(kind: str, name: str | None) -> Report | Fault:
    """Return the report that a kind and a name mean."""
    found = one_word(REPORT, kind, REPORTS)
    return found if isinstance(found, Fault) else Report(kind=found, name=name or None)


def report_in(text: str) -> Report | Fault:
    """Return the report that a cell means: its kind, or `kind: name`, such as `registry: NCT01234567`."""
    kind, _, name = text.partition(":")
    return report_of(kind.strip(), name.strip())


def for_every_arm(sheet: Sheet, columns: Columns) -> Sheet:
    """Return a table in which a report that names no arm, as registries do, has a row for each arm of its study.

    A report of a study of which no other row names an arm stays as it is, to be refused for the missing arm.
    """
    if REPORT not in columns.identity:
        return sheet
    names = pl.DataFrame(
        {name: sheet.cells[str(columns.identity[name])].str.strip_chars() for name in ("study", "arm", REPORT)}
    )
    whole = (names[REPORT] != "") & (names["arm"] == "") & (names["study"] != "")
    if not whole.any():
        return sheet
    numbered = names.with_row_index("row")
    arms = numbered.filter(pl.col("arm") != "").rename({"row": "like"})
    if "procedure" in columns.identity:
        arms = arms.with_columns(
            sheet.cells[str(columns.identity["procedure"])].gather(arms["like"]).alias("procedure")
        )
    arms = arms.unique([name for name in ("study", "arm", "procedure") if name in arms.columns], maintain_order=True)
    spread = numbered.filter(whole).join(arms.select("study", "like"), on="study", how="left", maintain_order="left")
    stays = numbered.filter(~whole).select("row", like=pl.col("row"))
    # Where no row names an arm of the study, the row is like itself.
    spread = spread.select("row", like=pl.coalesce("like", "row"))
    rows = pl.concat([stays, spread.select("row", "like")]).sort("row", maintain_order=True)
    return _gathered(sheet, columns, rows["row"], rows["like"])


def _gathered(sheet: Sheet, columns: Columns, rows: pl.Series, like: pl.Series) -> Sheet:
    cells = sheet.cells[rows]
    taken = {str(columns.identity[name]): name for name in _OF_ARM if name in columns.identity}
    cells = cells.with_columns(sheet.cells[column].gather(like).alias(column) for column in taken)
    numbered = rows.to_list()
    spoilt = {new: sheet.spoilt[old] for new, old in enumerate(numbered) if old in sheet.spoilt}
    foreign = None if sheet.foreign is None else sheet.foreign.taken(rows)
    return replace(sheet, cells=cells, numbers=sheet.numbers.gather(rows), foreign=foreign, spoilt=spoilt)
