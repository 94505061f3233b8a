"""Origins: for each cell of a table the number of the file's cell that it came from, so that tables can be rebuilt."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import polars as pl

from fidelity.read.flat import Flat, Scattered, Straight, code_of

Sheets = tuple[tuple[str, str | None], ...]


def codes_of(flat: Flat, known: Sequence[tuple[str, str | None]] = ()) -> tuple[Sheets, pl.DataFrame]:
    """Return the sheets and the code of each cell's origin; sheets that are `known` already keep their numbers."""
    sources = flat.sources
    if isinstance(sources, Straight):
        sheets, (number,) = _numbered(known, [(sources.source, sources.sheet)])
        rows = sources.rows.cast(pl.UInt64) * code_of(0, 1, 0)
        codes = [(rows + code_of(number, 0, column)).alias(str(at)) for at, column in enumerate(sources.columns)]
        return sheets, pl.DataFrame(codes)
    assert isinstance(sources, Scattered)
    sheets, numbers = _numbered(known, sources.sheets)
    step = code_of(1, 0, 0)
    new = pl.Series(numbers, dtype=pl.UInt64)
    moved = [(new.gather(column // step) * step + column % step).alias(column.name) for column in sources.codes]
    return sheets, pl.DataFrame(moved)


def _numbered(
    known: Sequence[tuple[str, str | None]], wanted: Iterable[tuple[str, str | None]]
) -> tuple[Sheets, list[int]]:
    sheets = list(known)
    numbers = []
    for sheet in wanted:
        if sheet not in sheets:
            sheets.append(sheet)
        numbers.append(sheets.index(sheet))
    return tuple(sheets), numbers


def row_number(flat: Flat, row: int) -> int:
    """Return the row of the file, as the sheet counts it, from which a row of a table came."""
    cell = flat.place(row, 0).cell or ""
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def rows_named(flat: Flat, rows: Iterable[int]) -> str:
    """Return rows of a table as the sheet counts them: "row 3", "rows 3, 4 and 7"."""
    numbers = [str(number) for number in sorted({row_number(flat, row) for row in rows})]
    return f"{'row' if len(numbers) == 1 else 'rows'} {spoken_list(numbers, most=10)}"


def spoken_list(words: Sequence[str], most: int = 5, joined: str = "and") -> str:
    """Return words as a sentence holds them: "a, b and c"; of many the first ones and how many more there are."""
    shown = [*words[:most], f"{len(words) - most} more"] if len(words) > most + 1 else list(words)
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} {joined} {shown[-1]}"
