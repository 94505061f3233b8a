"""A reviewer's table as a sheet of the codebook's own names, each cell with the cell of the file that it came from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from fidelity.errors import Fault, Place, Problem
from fidelity.read.columns import LEVEL, REQUIRED
from fidelity.read.flat import Flat, Scattered, Straight
from fidelity.read.mapping.translate import stripped
from fidelity.read.sheet import Foreign, Sheet, Sources
from fidelity.read.signs import shortened

Spoilt = dict[int, list[Problem]]
"""What is wrong with each row that cannot be read."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Where the cells of a made table stand: each of its columns is one of the file's, in some rows another."""

    base: Sources
    columns: tuple[int, ...]
    instead: Mapping[int, pl.Series]
    """Columns that were put together of several: for each row, which of the file's it is."""
    told: Mapping[int, pl.Series]
    """Columns in which a row may hold what another row says: for each row, which row of the base that is."""
    rows: pl.Series | None = None
    """Which row of the base each row is; None where it is the one of the same number."""

    def place(self, row: int, column: int) -> Place:
        """Return the cell of the file from which a cell came."""
        own, at = self.instead.get(column), self.told.get(column, self.rows)
        return self.base.place(
            row if at is None else int(at[row]), self.columns[column] if own is None else int(own[row])
        )

    def taken(self, rows: pl.Series) -> Gathered:
        """Return the same for some of the rows, given by their numbers."""
        instead = {column: own.gather(rows) for column, own in self.instead.items()}
        if not self.told:
            return Gathered(self.base.taken(rows), self.columns, instead, {})
        # A row that is not taken may say what another one holds, so the base keeps them all.
        told = {column: at.gather(rows) for column, at in self.told.items()}
        kept = rows if self.rows is None else self.rows.gather(rows)
        return Gathered(self.base, self.columns, instead, told, kept)


@dataclass(frozen=True, slots=True)
class Fed:
    """What one column of the file gives to one field or name."""

    target: str
    at: int
    name: str
    texts: pl.Series
    shown: pl.Series
    faults: Mapping[int, Fault]
    unitless: bool = False
    of_study: pl.Series | None = None
    """In which rows the column says something of the whole study; None where in none."""


def made_of(fed: Sequence[Fed], flat: Flat, spoilt: Spoilt, of_study: Collection[str] = ()) -> Sheet:
    """Return the sheet that columns make together: several that feed one name fill each other's empty cells.

    `of_study` are fields and names that are said of a study: what one of its rows says of them holds for the others.
    """
    by_target: dict[str, list[Fed]] = defaultdict(list)
    for one in sorted(fed, key=lambda one: REQUIRED.index(one.target) if one.target in REQUIRED else len(REQUIRED)):
        by_target[one.target].append(one)
    header = tuple(by_target)
    names = {target: ones[0].texts for target, ones in by_target.items() if target in ("study", "arm", "procedure")}
    cells, shown, instead, told = [], [], {}, {}
    study = _studies(by_target)
    for place, (target, ones) in enumerate(by_target.items()):
        for one in ones:
            for row, fault in one.faults.items():
                _spoil(spoilt, flat, one, row, fault, names)
        texts, seen, own = _together(target, ones, flat, spoilt, names)
        rows = _rows_that_say(texts, study) if target.partition(".")[0] in of_study else None
        if rows is not None:
            texts, seen, told[place] = texts.gather(rows), seen.gather(rows), rows
            own = None if own is None else own.gather(rows)
        cells.append(texts.alias(str(place)))
        shown.append(seen.alias(str(place)))
        if own is not None:
            instead[place] = own
    levels = {target: level for target, ones in by_target.items() if (level := _levels(ones)) is not None}
    for level in levels.values():
        cells.append(level.alias(str(len(cells))))
        shown.append(level.alias(str(len(shown))))
    firsts = [*(ones[0] for ones in by_target.values()), *(by_target[target][0] for target in levels)]
    columns = tuple(one.at for one in firsts)
    foreign = Foreign(
        Gathered(flat.sources, columns, instead, told),
        tuple(flat.headings[column] for column in columns),
        tuple(one.name for one in firsts),
        pl.DataFrame(shown),
        frozenset(place for place, ones in enumerate(by_target.values()) if any(one.unitless for one in ones)),
        mapped=True,
    )
    wrong = {row: tuple(problems) for row, problems in sorted(spoilt.items()) if problems}
    return Sheet(
        flat.place(0, 0).source if flat.cells.height else flat.headings[0].source,
        (*header, *(f"{target}.{LEVEL}" for target in levels)),
        pl.DataFrame(cells),
        row_numbers(flat),
        foreign=foreign,
        spoilt=wrong,
    )


def _levels(ones: Sequence[Fed]) -> pl.Series | None:
    """Return for each row whether a field is said of its study ("study") or of itself (""); None where of none so.

    What is said of a whole study need not fit each of its arms.
    """
    if all(one.of_study is None for one in ones):
        return None
    nothing = pl.repeat(False, len(ones[0].texts), dtype=pl.Boolean, eager=True)
    said, told = nothing, nothing
    for one in ones:
        told = (nothing if one.of_study is None else one.of_study).zip_with(~said & (one.texts != ""), told)
        said = said | (one.texts != "")
    return pl.Series(["study"]).zip_with(told, pl.Series([""])) if told.any() else None


def _studies(by_target: Mapping[str, Sequence[Fed]]) -> pl.Series | None:
    """Return one text for each row that tells its study, and its report where reports are told apart; "" for none."""
    if "study" not in by_target:
        return None
    study, *rest = (by_target[name][0].texts for name in ("study", "report") if name in by_target)
    return study if not rest else (study + "\x1f" + rest[0]).zip_with(study != "", study)


def _rows_that_say(texts: pl.Series, study: pl.Series | None) -> pl.Series | None:
    """Return for each row the one that says a text for it: its own, or where it is blank the study's only one.

    None where every row says its own.
    """
    gaps = texts == ""
    if study is None or not gaps.any() or gaps.all():
        return None
    rows = pl.DataFrame([study.alias("study"), texts.alias("text")]).with_row_index("row")
    said = rows.filter((pl.col("text") != "") & (pl.col("study") != ""))
    once = said.group_by("study").agg(pl.col("text").n_unique(), pl.col("row").min().alias("first"))
    once = once.filter(pl.col("text") == 1).select("study", "first")
    both = rows.join(once, on="study", how="left", maintain_order="left")
    blank = pl.col("text") == ""
    filled = both.select(pl.when(blank & pl.col("first").is_not_null()).then("first").otherwise("row"))
    found = filled.to_series()
    return None if (found == rows["row"]).all() else found


def _together(
    target: str, ones: Sequence[Fed], flat: Flat, spoilt: Spoilt, names: Mapping[str, pl.Series]
) -> tuple[pl.Series, pl.Series, pl.Series | None]:
    """Return the texts, what the file shows, and of which column each row is, of columns that feed one name."""
    texts, shown = ones[0].texts, ones[0].shown
    if len(ones) == 1:
        return texts, shown, None
    own = pl.repeat(ones[0].at, len(texts), dtype=pl.UInt32, eager=True)
    for one in ones[1:]:
        for row in ((texts != "") & (one.texts != "") & (texts != one.texts)).arg_true().to_list():
            what = (
                f"{one.name!r} says {shortened(one.texts[row])} of {target}, and another column {shortened(texts[row])}"
            )
            fault = Fault("two-values", what, "keep the one that is right")
            _spoil(spoilt, flat, one, row, fault, names)
        gap = texts == ""
        own = pl.repeat(one.at, len(texts), dtype=pl.UInt32, eager=True).zip_with(gap & (one.texts != ""), own)
        shown = one.shown.zip_with(gap, shown)
        texts = one.texts.zip_with(gap, texts)
    return texts, shown, own


def _spoil(spoilt: Spoilt, flat: Flat, one: Fed, row: int, fault: Fault, names: Mapping[str, pl.Series]) -> None:
    said = [str(names[name][row]) for name in ("study", "arm", "procedure") if name in names]
    subject = "/".join(part for part in dict.fromkeys(said) if part) or f"row {row_numbers(flat)[row]}"
    found = str(stripped(one.shown.slice(row, 1))[0])
    spoilt[row].append(fault.at(flat.place(row, one.at), f"{subject} {one.target}", header=one.name, found=found))


def row_numbers(flat: Flat) -> pl.Series:
    """Return the row of the file for each row of a table, as the sheet counts them."""
    if isinstance(flat.sources, Straight):
        return flat.sources.rows.cast(pl.Int64) + 1
    assert isinstance(flat.sources, Scattered), "tables are made of files in these two ways"
    return flat.sources.numbers()
