"""The rows of the result: one for each procedure that went in, graded or with the reason why not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from fidelity.judge.scope import CONFLICT, NO_STANDARD_YET, UNDETERMINED
from fidelity.model.scheme import GRADES
from fidelity.model.words import GRADED_ROLES
from fidelity.read.reading import Refused
from fidelity.scoring.batch import GRADED_AXIS, Standard, state_of
from fidelity.scoring.gaps import REASON
from fidelity.scoring.result import GRADE_COLUMNS, Batch

AXIS_COLUMNS: Final = {GRADED_AXIS: "grade"}
"""The column of an axis is called as the axis, but that of delivery, which is the grade."""

SHAM: Final = " procedures are not judged by the standard of the treatment"
COMBINATION: Final = "combination: one of several procedures of this arm"


def rows_of(batch: Batch, standard: Standard) -> pl.DataFrame:
    """Return the rows of a batch that was read and settled, in the order of its records."""
    role, words = pl.col("role"), pl.lit(pl.Series(GRADES, dtype=pl.String))
    base = batch.settled.select("row", "study", "arm", "procedure", "role", "main")
    joined = base.lazy()
    for part in (
        batch.graded.grades,
        _states(batch, standard),
        _rulesets(batch, standard),
        batch.gaps.select("row", "reason", gap="note"),
    ):
        joined = joined.join(part.lazy(), on="row", how="left", maintain_order="left")
    graded = pl.col("status") == "graded"
    columns: dict[str, pl.Expr] = {}
    for axis in standard.scheme.axes:
        name = AXIS_COLUMNS.get(axis, axis)
        known = f"{axis}.low" in batch.graded.grades.columns
        for end in ("low", "high"):
            columns[f"{name}_{end}"] = words.gather(pl.col(f"{axis}.{end}")) if known else _nothing()
        low, high = columns[f"{name}_low"], columns[f"{name}_high"]
        state = pl.col(f"{axis}.state")
        nothing: pl.Expr = pl.lit("not_applicable")
        for code in (UNDETERMINED, CONFLICT, NO_STANDARD_YET):
            nothing = pl.when(state == code).then(pl.lit(REASON[code])).otherwise(nothing)
        one = pl.when(low == high).then(low).when(low.is_null()).then(nothing)
        columns[name] = pl.when(graded).then(one)
    treating = role.is_in(list(GRADED_ROLES))
    main = (pl.col("main") & treating).any().over("study", "arm")
    several = (treating.cast(pl.UInt32).sum().over("study", "arm") > 1) & ~main
    return (
        joined.with_columns(status=_status(role), several=several)
        .with_columns(note=_note(role), **columns, **_constants(standard))
        .select(GRADE_COLUMNS)
        .collect()
    )


def _states(batch: Batch, standard: Standard) -> pl.DataFrame:
    served = batch.graded.served
    states = {f"{axis}.state": state_of(served, domains) for axis, domains in standard.scheme.axes.items()}
    return served.select("row", **states)


def _status(role: pl.Expr) -> pl.Expr:
    unjudged = ~role.is_in(list(GRADED_ROLES))
    gap = pl.when(pl.col("reason").is_not_null()).then(pl.lit("gap")).otherwise(pl.lit("graded"))
    return pl.when(unjudged).then(pl.lit("not_graded")).otherwise(gap)


def _note(role: pl.Expr) -> pl.Expr:
    status = pl.col("status")
    return (
        pl.when(status == "not_graded")
        .then(role + pl.lit(SHAM))
        .when(status == "gap")
        .then(pl.col("reason") + pl.lit(": ") + pl.col("gap"))
        .when(pl.col("several"))
        .then(pl.lit(COMBINATION))
        .otherwise(pl.lit(""))
    )


def _nothing() -> pl.Expr:
    return pl.lit(None, dtype=pl.String)


def _constants(standard: Standard) -> dict[str, pl.Expr]:
    return {"profile": pl.lit(standard.profile.id), "clock": pl.lit(standard.profile.clock_words)}


def _rulesets(batch: Batch, standard: Standard) -> pl.DataFrame:
    domains = list(standard.scheme.axes[GRADED_AXIS])
    served = batch.graded.served.select("row", *domains)
    combinations = served.select(domains).unique(maintain_order=True)
    names = [
        " ".join(standard.rulesets[number].reference for number in dict.fromkeys(numbers) if number >= 0)
        for numbers in combinations.rows()
    ]
    named = combinations.with_columns(pl.Series("ruleset", names, dtype=pl.String))
    return served.join(named, on=domains, how="left", maintain_order="left").select("row", "ruleset")


def refused_rows(refused: Sequence[Refused], standard: Standard) -> pl.DataFrame:
    """Return a row for each procedure that could not be read, with the first of its problems and where it stands."""
    entries = [
        {
            "study": entry.study,
            "arm": entry.arm,
            "procedure": entry.procedure,
            "role": entry.role,
            "status": "refused",
            "note": _first(entry),
        }
        for entry in refused
    ]
    schema = {name: pl.UInt16 if name in ("decided", "counted") else pl.String for name in GRADE_COLUMNS}
    return pl.DataFrame(entries, schema=schema).with_columns(**_constants(standard))


def _first(entry: Refused) -> str:
    if not entry.problems:
        return f"refused: {entry.place}"
    more = f" (and {len(entry.problems) - 1} more)" if len(entry.problems) > 1 else ""
    return f"refused: {entry.problems[0]}{more}"
