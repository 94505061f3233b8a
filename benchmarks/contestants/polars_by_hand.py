"""The program that a good Polars user writes by hand for these 24 criteria and no others.

Nothing here is shared with the package. Every mask, threshold and condition is spelled out, and whatever this one rule
set makes superfluous is left out: conditions that it always fulfils, departures that it cannot show, grades that are
never null. It is the yardstick for what compiling any rule set costs.
"""

from __future__ import annotations

import polars as pl

MET, PARTLY, NOT_MET, INAPPLICABLE = 1, 2, 4, 8
NOT_REPORTED, UNCLEAR, NOT_EXTRACTED = 16, 32, 48
OPEN = MET | NOT_MET

CONVENTIONAL, COOLED = 1, 2


def byte(value: int) -> pl.Expr:
    return pl.lit(value, dtype=pl.UInt8)


def col(name: str) -> pl.Expr:
    return pl.col(name)


def within(column: str, mask: int) -> pl.Expr:
    """Every possible value lies in a mask."""
    return (col(column) | byte(mask)) == byte(mask)


def why(field: str) -> pl.Expr:
    """The byte of an open leaf on a field: met and not met possible, with the reason."""
    status = col(f"{field}.status")
    return (
        pl.when(status == byte(2))
        .then(byte(OPEN | NOT_REPORTED))
        .otherwise(pl.when(status >= byte(3)).then(byte(OPEN | NOT_EXTRACTED)).otherwise(byte(OPEN | UNCLEAR)))
    )


def choose(first: pl.Expr, one: pl.Expr, second: pl.Expr, two: pl.Expr, else_: pl.Expr) -> pl.Expr:
    return pl.when(first).then(one).otherwise(pl.when(second).then(two).otherwise(else_))


def leaf(field: str, surely: pl.Expr, never: pl.Expr) -> pl.Expr:
    return choose(surely, byte(MET), never, byte(NOT_MET), col(f"{field}.why"))


def choice(field: str, yes: int, no: int) -> pl.Expr:
    return leaf(field, within(f"{field}.may", yes), within(f"{field}.may", no))


def at_least(field: str, number: float) -> pl.Expr:
    return leaf(field, col(f"{field}.low") >= number, col(f"{field}.high") < number)


def any_of(first: pl.Expr, *more: pl.Expr) -> pl.Expr:
    """One that is surely met decides; else the strongest reason stands, or all are missed."""
    return pl.when(pl.min_horizontal(first, *more) == byte(MET)).then(byte(MET)).otherwise(
        pl.max_horizontal(first, *more)
    )


def all_of(first: pl.Expr, *more: pl.Expr) -> pl.Expr:
    """One that is surely missed decides; else the strongest reason stands, or all are met."""
    common = first
    for other in more:
        common = common & other
    return pl.when((common & byte(MET)) == byte(0)).then(byte(NOT_MET)).otherwise(pl.max_horizontal(first, *more))


def where(surely: pl.Expr, never: pl.Expr, reason: pl.Expr, judged: pl.Expr) -> pl.Expr:
    """A judgement where it applies; where that is open, inapplicability and its reason are added."""
    both = pl.max_horizontal(judged, reason) | (judged & byte(15)) | byte(INAPPLICABLE)
    return choose(surely, judged, never, byte(INAPPLICABLE), both)
