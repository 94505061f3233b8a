"""The columns of one field of a table, typed: what each distinct combination of value, status and basis means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

import polars as pl

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook, Field
from fidelity.model.dates import ANY_DAY, recruitment_before
from fidelity.model.facts import STATUS_CODE, encode, value_columns
from fidelity.model.study import Observation
from fidelity.model.values import Interval
from fidelity.model.words import Status, fold
from fidelity.read.columns import JUDGED_BESIDE, VALUE
from fidelity.read.quantities import fault_beside, observe
from fidelity.read.record_schema import UNSTATED
from fidelity.read.sheet import Sheet
from fidelity.read.signs import plain
from fidelity.read.vocabulary import STATUS_TEXTS, one_word

_JOIN = "\x1f"
"""No text of a file holds this sign: reading refuses control characters."""
_SAID = "\x1e"
"""Stands for every text of a text field, which is shown and not judged, and for every plain number of a number."""
_PLAIN = r"^[0-9]{1,15}(?:\.[0-9]{1,15})?$"
NAMELESS = "^[nNuU?<#–—−-]"
"""So the words begin that say what is not known; few names do, and only those are looked at one by one."""
_MANY = 500
"""From so many distinct values on, plain numbers are read as a column and not one by one."""
_ABOUT_STATUS = frozenset({"no-value", "status-clash"})


@dataclass(frozen=True, slots=True)
class _Meant:
    """What one combination of texts means: an observation, nothing (nobody recorded it), or a fault at a part."""

    observation: Observation | None = None
    fault: Fault | None = None
    part: str = VALUE


@dataclass(frozen=True, slots=True)
class FieldColumns:
    """A field of a table: the distinct combinations of its cells, and which each row has."""

    name: str
    field: Field
    places: dict[str, int]
    meant: tuple[_Meant, ...]
    codes: pl.Series
    numbers: pl.Series | None

    @classmethod
    def read(
        cls, sheet: Sheet, known: Coded, places: dict[str, int], name: str, codebook: Codebook, na: Status | None
    ) -> FieldColumns:
        """Return the field of a sheet whose parts stand in some columns; `known` are the distinct texts of each."""
        field = codebook.fields[name]
        parts = [part for part in (VALUE, *JUDGED_BESIDE) if part in places]
        # Where a reviewer's own sheet names no unit, none is guessed.
        bare = sheet.foreign is None or places[VALUE] not in sheet.foreign.unitless
        numbers = None
        if len(parts) > 1:
            cells = [sheet.cells[str(places[part])] for part in parts]
            keys = pl.DataFrame([_said(field, cells[0]), *cells[1:]])
            distinct, codes = distinct_of(keys.select(pl.concat_str(pl.all(), separator=_JOIN)).to_series())
        else:
            texts, codes = known[places[VALUE]]
            numbers = _plain_numbers(field, texts) if bare or field.unit is None else None
            if numbers is None and field.type != "text":
                distinct = texts.to_list()
            else:
                said = _said(field, texts) if numbers is None else _blanked(texts, numbers.is_not_null())
                distinct, fewer = distinct_of(said)
                codes, numbers = fewer.gather(codes), None if numbers is None else numbers.gather(codes)
        means = partial(_mean, field, codebook, na=na, bare=bare, single=sheet.foreign is not None)
        meant = tuple(means(dict(zip(parts, text.split(_JOIN), strict=True))) for text in distinct)
        return cls(name, field, places, meant, codes, numbers)

    def faults(self) -> Iterator[tuple[pl.Series, int, Fault]]:
        """Yield each fault with its rows and its column."""
        for code, meant in enumerate(self.meant):
            if meant.fault is not None:
                yield (self.codes == code).arg_true(), self.places.get(meant.part, self.places[VALUE]), meant.fault

    def columns(self, unstated: pl.Series) -> list[pl.Expr]:
        """Return the typed columns of the field, to be made with others; none where no row says anything of it."""
        observations = [meant.observation for meant in self.meant]
        if all(observation is None for observation in observations):
            return []
        codes = [STATUS_CODE[found.status] if found else None for found in observations]
        status = self._spread(pl.Series(f"{self.name}.status", codes, dtype=pl.UInt8))
        made = [status.fill_null(pl.lit(unstated)) if None in codes else status]
        full = [encode(self.field, found.value if found else None) for found in observations]
        everything = encode(self.field, None)
        weak = [found is not None and found.basis == "inferred" for found in observations]
        if any(weak):
            made.append(self._spread(pl.Series(f"{self.name}.inferred", weak, dtype=pl.Boolean)))
        for place, (suffix, dtype) in enumerate(value_columns(self.field).items()):
            plain = [everything[place] if is_weak else entry[place] for entry, is_weak in zip(full, weak, strict=True)]
            values = self._spread(pl.Series(f"{self.name}.{suffix}", plain, dtype=dtype))
            made.append(
                values
                if self.numbers is None
                else pl.lit(self.numbers).fill_null(values).alias(values.meta.output_name())
            )
            if any(weak):
                scope = pl.Series(f"{self.name}.scope.{suffix}", [entry[place] for entry in full], dtype=dtype)
                made.append(self._spread(scope))
        return made

    def _spread(self, meant: pl.Series) -> pl.Expr:
        """Give each row what its combination means."""
        return pl.lit(meant).gather(pl.lit(self.codes)).alias(meant.name)

    def blank(self) -> pl.Series:
        """Return in which rows nobody recorded the field."""
        silent = [code for code, meant in enumerate(self.meant) if meant.observation is None]
        return self.codes.is_in(pl.Series(silent, dtype=self.codes.dtype).implode())

    def bounds(self) -> list[tuple[int, int] | None]:
        """Return the whole numbers between which each combination lies, None where it is no known interval."""
        values = [meant.observation.value if meant.observation else None for meant in self.meant]
        return [(int(value.low), int(value.high)) if isinstance(value, Interval) else None for value in values]


def _said(field: Field, texts: pl.Series) -> pl.Series:
    """Return texts with one sign for all that is free text: only what it says of reporting is looked at."""
    if field.type != "text":
        return texts
    folded = texts.str.to_lowercase().str.replace_all(r"[\s_-]", "")
    return _blanked(texts, ~folded.is_in(STATUS_TEXTS))


def _plain_numbers(field: Field, texts: pl.Series) -> pl.Series | None:
    """Return the numbers among very many distinct texts, null where the grammar has to look; None where they are few.

    A plain number in the codebook's unit and range is what the grammar makes of it, too.
    """
    if field.type != "number" or field.range is None or len(texts) < _MANY:
        return None
    numbers = _only(texts, texts.str.contains(_PLAIN)).cast(pl.Float64)
    return _only(numbers, numbers.is_between(*field.range))


def _only(values: pl.Series, where: pl.Series) -> pl.Series:
    return values.zip_with(where.fill_null(False), pl.Series([None], dtype=values.dtype))


def _blanked(texts: pl.Series, where: pl.Series) -> pl.Series:
    return pl.Series([_SAID]).zip_with(where, texts)


Coded = Mapping[int, tuple[pl.Series, pl.Series]]
"""For each column its distinct texts, and for each row which it is."""


def coded(cells: pl.DataFrame, columns: Iterable[int]) -> Coded:
    """Return the distinct texts of some columns and which each row has: all columns at once."""
    names = [str(column) for column in columns]
    if not names or not cells.height:
        return {int(name): (cells[name], pl.Series([], dtype=pl.UInt32)) for name in names}
    own = [pl.col(name).cast(pl.Categorical(pl.Categories.random())) for name in names]
    numbered = cells.lazy().select(own).collect()
    first = numbered.lazy().select(pl.all().to_physical().arg_unique().implode()).collect()
    found = {}
    for name in names:
        rows, firsts = numbered[name].to_physical(), first[name][0]
        # The numbers run from 0 without gaps, in an order of their own.
        found[int(name)] = (cells[name].gather(firsts.gather(rows.gather(firsts).arg_sort())), rows)
    return found


def distinct_of(texts: pl.Series) -> tuple[list[str], pl.Series]:
    """Return the distinct texts of a column in the order in which they first stand, and for each row which it is."""
    distinct = texts.unique(maintain_order=True)
    if distinct.is_empty():
        return [], pl.Series([], dtype=pl.UInt32)
    return distinct.to_list(), texts.cast(pl.Enum(distinct)).to_physical().cast(pl.UInt32)


def unstated_code(text: str) -> int | Fault:
    """Return the status that a word stands for which says what an empty cell means."""
    word = one_word("unstated", text, UNSTATED)
    return word if isinstance(word, Fault) else STATUS_CODE[word]


def nameless(names: pl.Series, alike: pl.Series) -> pl.Series:
    """Return the rows that hold a word such as NR or NA where a name belongs; `alike` begin as NAMELESS says."""
    words = [text for text in names.filter(alike).unique() if fold(text) in STATUS_TEXTS]
    return names.is_in(words).arg_true() if words else pl.Series([], dtype=pl.UInt32)


def days_of(started: FieldColumns | None, printed: FieldColumns | None, rows: int) -> tuple[pl.Series, pl.Series]:
    """Return the days between which each row's study began to recruit, as far as either field tells."""
    ends = [pl.Series([None], dtype=pl.Int32).new_from_index(0, rows)] * 2
    for column, of_year in ((started, False), (printed, True)):
        if column is None:
            continue
        found = [_recruited(pair) if of_year and pair else pair for pair in column.bounds()]
        for place in (0, 1):
            own = pl.Series([pair[place] if pair else None for pair in found], dtype=pl.Int32).gather(column.codes)
            ends[place] = ends[place].zip_with(ends[place].is_not_null(), own)
    first = ends[0].fill_null(ANY_DAY.first.toordinal()).alias("date.low")
    return first, ends[1].fill_null(ANY_DAY.last.toordinal()).alias("date.high")


def _recruited(years: tuple[int, int]) -> tuple[int, int]:
    first, last = recruitment_before(years[0]), recruitment_before(years[1])
    return first.first.toordinal(), last.last.toordinal()


def _mean(
    field: Field, codebook: Codebook, parts: dict[str, str], *, na: Status | None, bare: bool, single: bool
) -> _Meant:
    if parts[VALUE] == _SAID:
        parts = {**parts, VALUE: plain(field.range[0]) if field.range else "text"}
    for part in JUDGED_BESIDE:
        fault = fault_beside(part, parts[part]) if parts.get(part) else None
        if fault is not None:
            return _Meant(fault=fault, part=part)
    if not parts[VALUE].strip() and not parts.get("status", "").strip():
        return _Meant()
    found = observe(field, codebook, parts, na=na, bare=bare, single=single)
    if isinstance(found, Fault):
        return _Meant(fault=found, part="status" if found.code in _ABOUT_STATUS else VALUE)
    return _Meant(observation=found)
