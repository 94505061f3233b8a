"""What coverage found as a table and as a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import polars as pl

from fidelity.model.words import spoken
from fidelity.rulebook.coverage.coverage import Covered

COLUMNS: Final = {
    "ruleset": pl.String,
    "criterion": pl.String,
    "place": pl.String,
    "examples": pl.UInt32,
    "verdicts": pl.String,
    "sides": pl.String,
    "leaves": pl.UInt32,
    "decisive": pl.UInt32,
    "variants": pl.UInt32,
    "killed": pl.UInt32,
    "equivalent": pl.UInt32,
    "survivors": pl.UInt32,
    "undecided": pl.UInt32,
    "missing": pl.String,
}
"""A row for each criterion; `leaves` are those on which a procedure can hang, `missing` what no example decides."""


def table_of(found: Iterable[Covered]) -> pl.DataFrame:
    """Return a row for each criterion with what its examples decide (see COLUMNS)."""
    rows = [
        (
            entry.ruleset.reference,
            entry.criterion.id,
            str(entry.place),
            entry.examples,
            ", ".join(map(spoken, entry.verdicts)),
            "; ".join(f"{number.says} ({' '.join(number.shown) or 'none'})" for number in entry.sides),
            len(entry.leaves),
            sum(leaf.decisive for leaf in entry.leaves),
            entry.variants,
            entry.killed,
            entry.equivalent,
            len(entry.survivors),
            len(entry.undecided),
            "; ".join(_missing(entry)),
        )
        for entry in found
    ]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")


def _missing(entry: Covered) -> Iterator[str]:
    yield from (spoken(verdict) for verdict in entry.unshown)
    yield from (f"{number.says}: {' and '.join(number.missing)}" for number in entry.sides if number.missing)
    yield from (f"nothing hangs on {leaf.says}" for leaf in entry.leaves if not leaf.decisive)


def summary_of(found: Sequence[Covered]) -> str:
    """Return in one sentence what became of all variants."""
    rulesets = len({entry.ruleset.reference for entry in found})
    variants, killed, equivalent = (
        sum(getattr(entry, name) for entry in found) for name in ("variants", "killed", "equivalent")
    )
    survivors, undecided = (sum(len(getattr(entry, name)) for entry in found) for name in ("survivors", "undecided"))
    return (
        f"{len(found)} criteria of {rulesets} rule sets: of {variants} variants {killed} make an example fail, "
        f"{equivalent} are proved to mean the same, {survivors} survive, {undecided} are undecided"
    )
