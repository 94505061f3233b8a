"""Whether the values of a column can be those of a field: how many its grammar reads, and what stands in the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from dataclasses import field as member
from typing import Final

import polars as pl

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook, Field
from fidelity.read.mapping.names import CODES
from fidelity.read.mapping.rewording import MEASURED, Reworded, is_bare, key_of, parted_times, with_points
from fidelity.read.mapping.translate import stripped
from fidelity.read.quantities import parse
from fidelity.read.vocabulary import status_word

MOST: Final = 300
"""So many distinct texts of a column are looked at: more do not make a proposal surer."""
MOST_ROWS: Final = 20_000
_MARKS: Final = frozenset(key_of(code) for code in CODES)


@dataclass(slots=True)
class Fit:
    """How the texts of a column suit a field: cells that are filled, that can be read, and what is odd of them."""

    filled: int = 0
    read: int = 0
    marks: Counter[str] = member(default_factory=Counter)
    """Texts that may stand for a status, each with its cells."""
    commas: int = 0
    times: int = 0
    bare: int = 0
    """Cells with numbers that have no unit."""
    unknown: Counter[str] = member(default_factory=Counter)
    """Texts that cannot be read."""

    @property
    def share(self) -> float:
        """How many of the filled cells can be read, from 0 to 1; 1 where none is filled."""
        return self.read / self.filled if self.filled else 1.0

    @property
    def speaks(self) -> bool:
        """Whether most filled cells can be read: the values do not contradict the name."""
        return self.share > 0.5

    def __str__(self) -> str:
        return f"{self.read} of {self.filled} values can be read"


def counted(texts: pl.Series) -> list[tuple[str, int]]:
    """Return the distinct texts of a column with their cells, without the empty one, most frequent first.

    Of a very long column every so many rows are looked at.
    """
    found = stripped(texts.gather_every(len(texts) // MOST_ROWS + 1)).value_counts(sort=True, name="cells")
    return [(text, cells) for text, cells in found.iter_rows() if text][:MOST]


def fit(texts: list[tuple[str, int]], field: Field, codebook: Codebook) -> Fit:
    """Return how the counted texts of a column suit a field, as if the open questions were answered."""
    found = Fit()
    for text, cells in texts:
        if is_mark(text, field):
            found.marks[text] += cells
            continue
        found.filled += cells
        tidy = text
        if field.type in MEASURED:
            tidy = _tidied(text, cells, found)
        if isinstance(parse(field, codebook, tidy), Fault):
            found.unknown[text] += cells
        else:
            found.read += cells
    return found


def is_mark(text: str, field: Field | None = None) -> bool:
    """Whether a text may stand for a status, and the grammar does not know for which."""
    key = key_of(text)
    if field is not None and field.type not in MEASURED and key in {"none", "nil", "x"}:
        return False
    return key in _MARKS or isinstance(status_word(text), Fault)


def _tidied(text: str, cells: int, found: Fit) -> str:
    """Return a number as it would stand there once decimal commas and numbers of times are answered for."""
    pointed = with_points(text)
    if isinstance(pointed, str) and pointed != text:
        found.commas += cells
    parted = parted_times(pointed if isinstance(pointed, str) else text)
    if isinstance(parted, Fault):
        return text
    assert isinstance(parted, Reworded)
    if parted.times:
        found.times += cells
    if is_bare(parted.text):
        found.bare += cells
    return parted.text
