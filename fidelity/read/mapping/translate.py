"""The texts of a whole column in the codebook's words: each distinct text once, then back to its rows."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from typing import Final

import polars as pl

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.read.mapping.matching import WHITE
from fidelity.read.mapping.rewording import LOWER_NA, MEASURED, NUMERAL, Reworded, Wording, key_of, reword
from fidelity.read.table_fields import distinct_of

PLAIN: Final = r"^[0-9]{1,15}(?:\.[0-9]{1,15})?$"
"""Numbers that nothing has to be asked of."""
THOUSANDS_ALONE: Final = r"^[1-9][0-9]{0,2}\.[0-9]{3}$"
"""Those among them that may be thousands where the decimal sign is a comma."""
_LONGEST_NA: Final = 5


@dataclass(frozen=True, slots=True)
class Translated:
    """The texts of a column in the codebook's words, how many times each holds, and the rows that cannot be told."""

    texts: pl.Series
    times: pl.Series | None = None
    faults: dict[int, Fault] = member(default_factory=dict)


def stripped(texts: pl.Series) -> pl.Series:
    """Return texts without the spaces around them."""
    return texts.str.strip_chars(WHITE)


def translate(texts: pl.Series, wording: Wording, codebook: Codebook) -> Translated:
    """Return a column in the codebook's words; an empty cell stays empty."""
    clean = stripped(texts)
    simple = _simple(clean, wording)
    if simple is None:
        return Translated(clean)
    ready = clean
    if wording.scaled:
        ready = (clean + f" {wording.unit}").zip_with(simple & (clean != ""), clean)
    asked = clean.filter(~simple).unique(maintain_order=True).to_list()
    found = {text: reword(text, wording, codebook) for text in asked}
    if all(one == Reworded(text) for text, one in found.items()):
        return Translated(ready)
    distinct, codes = distinct_of(pl.Series([""]).zip_with(simple, clean))
    told = [found.get(text, Reworded("")) for text in distinct]
    said = ["" if isinstance(one, Fault) else one.text for one in told]
    times = ["" if isinstance(one, Fault) else one.times for one in told]
    result = ready.zip_with(simple, pl.Series(said, dtype=pl.String).gather(codes))
    wrong = [number for number, one in enumerate(told) if isinstance(one, Fault)]
    faults: dict[int, Fault] = {}
    if wrong:
        rows = codes.is_in(pl.Series(wrong, dtype=codes.dtype).implode()).arg_true()
        for row, number in zip(rows.to_list(), codes.gather(rows).to_list(), strict=True):
            fault = told[number]
            assert isinstance(fault, Fault), "only the rows of faults are taken"
            faults[row] = fault
    counted = pl.Series(times, dtype=pl.String).gather(codes) if any(times) else None
    return Translated(result, counted, faults)


def _simple(clean: pl.Series, wording: Wording) -> pl.Series | None:
    """Return the rows whose text stays as it is, but for the unit of a plain number; None where all of them do."""
    named = [*wording.values, *wording.codes]
    numbers = [float(name) for name in named if NUMERAL.fullmatch(name)]
    if wording.field is None or wording.field.type == "text":
        if not named:
            return None if wording.field is None else clean != LOWER_NA
        longest = max(_LONGEST_NA, *map(len, named))
        # Spaces inside a text are not counted in what a mapping names.
        long = clean.str.replace_all(r"\s+", " ").str.len_chars() > longest
        # Numbers are compared as such: 99.000 is 99.
        return (clean == "") | (long & ~clean.str.contains(r"^[0-9.,+-]+$") if numbers else long)
    if wording.field.type not in MEASURED:
        return clean == ""
    plain = clean.str.contains(PLAIN)
    if numbers:
        said = clean.zip_with(plain, pl.Series(["-1"])).cast(pl.Float64)
        plain = plain & ~said.is_in(pl.Series(numbers, dtype=pl.Float64).implode())
    if wording.decimal == "comma":
        plain = plain & ~clean.str.contains(THOUSANDS_ALONE)
    return plain | (clean == "")


def keys_of(said: dict[str, str]) -> dict[str, str]:
    """Return what a mapping names in a form in which texts are looked up."""
    return {key_of(text): meant.strip() for text, meant in said.items()}
