"""A column as software reads it from the file: numbers, truth values, words or a factor, and which cells are blank."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import polars as pl

Kind = Literal["numbers", "logical", "words", "mixed", "factor", "empty"]
"""`mixed`: numbers and words in one column, which R reads as words; `factor`: words whose order was fixed."""

Cell = float | str | None

_NUMBER: Final = re.compile(r"[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?")
_BLANK: Final = frozenset({"", "NA", "NaN", "."})
_LOGICAL: Final = {"TRUE": 1.0, "T": 1.0, "true": 1.0, "FALSE": 0.0, "F": 0.0, "false": 0.0}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its kind, its cells (None where blank), and the levels of a factor in their order."""

    name: str
    kind: Kind
    cells: tuple[Cell, ...]
    levels: tuple[str, ...] = ()

    @property
    def distinct(self) -> tuple[Cell, ...]:
        """The values that occur, in the order of their first row."""
        return tuple(dict.fromkeys(cell for cell in self.cells if cell is not None))


def read(series: pl.Series) -> Column:
    """Return a column as software reads it: text that spells numbers is numbers, TRUE and FALSE are truth values."""
    name, dtype = series.name, series.dtype
    if dtype.is_numeric():
        cells = tuple(None if cell is None or not math.isfinite(cell) else float(cell) for cell in series.to_list())
        return Column(name, "numbers" if any(cell is not None for cell in cells) else "empty", cells)
    if dtype == pl.Boolean:
        return Column(name, "logical", tuple(None if cell is None else float(cell) for cell in series.to_list()))
    texts = [None if _blank(cell) else str(cell) for cell in series.to_list()]
    if isinstance(dtype, pl.Enum | pl.Categorical):
        kept = {text for text in texts if text is not None}
        order = dtype.categories.to_list() if isinstance(dtype, pl.Enum) else sorted(kept)
        return Column(name, "factor", tuple(texts), tuple(level for level in order if level in kept))
    return _of_text(name, texts)


def is_number(text: str) -> bool:
    """Whether software reads this text as a number."""
    return _NUMBER.fullmatch(text.strip()) is not None


def _of_text(name: str, texts: Sequence[str | None]) -> Column:
    known = [text for text in texts if text is not None]
    if not known:
        return Column(name, "empty", tuple(texts))
    if all(text in _LOGICAL for text in known):
        return Column(name, "logical", tuple(None if text is None else _LOGICAL[text] for text in texts))
    numbers = sum(is_number(text) for text in known)
    if numbers == len(known):
        return Column(name, "numbers", tuple(None if text is None else float(text) for text in texts))
    return Column(name, "mixed" if numbers else "words", tuple(texts))


def _blank(cell: object) -> bool:
    return cell is None or str(cell).strip() in _BLANK
