"""The columns of one field of a table, typed: what each distinct combination of value, status and basis means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook, Field
from fidelity.model.dates import ANY_DAY, recruitment_before
from fidelity.model.facts import STATUS_CODE, encode, value_columns
from fidelity.model.study import Observation
from fidelity.model.values import Interval
from fidelity.model.words import Status
from fidelity.read.columns import JUDGED_BESIDE, VALUE
from fidelity.read.numbers import plain
from fidelity.read.quantities import fault_beside, observe
from fidelity.read.sheet import Sheet
from fidelity.read.vocabulary import STATUS_TEXTS

_JOIN = "\x1f"
"""No text of a file holds this sign: reading refuses control characters."""
_SAID = "\x1e"
"""Stands for every text of a text field, which is shown and not judged, and for every plain number of a number."""
_PLAIN = r"^[0-9]{1,15}(?:\.[0-9]{1,15})?$"
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
        cls, sheet: Sheet, places: dict[str, int], name: str, codebook: Codebook, na: Status | None
    ) -> FieldColumns:
        """Return the field of a sheet whose parts stand in some columns."""
        field = codebook.fields[name]
        parts = [part for part in (VALUE, *JUDGED_BESIDE) if part in places]
        cells = [sheet.cells[str(places[part])] for part in parts]
        numbers = _plain_numbers(field, cells[0]) if len(cells) == 1 else None
        if field.type == "text":
            folded = cells[0].str.to_lowercase().str.replace_all(r"[\s_-]", "")
            cells[0] = _blanked(cells[0], ~folded.is_in(STATUS_TEXTS))
        elif numbers is not None:
            cells[0] = _blanked(cells[0], numbers.is_not_null())
        keys = cells[0] if len(cells) == 1 else pl.DataFrame(cells).select(pl.concat_str(pl.all(), separator=_JOIN))
        distinct, codes = distinct_of(keys if isinstance(keys, pl.Series) else keys.to_series())
        meant = tuple(_mean(field, codebook, dict(zip(parts, text.split(_JOIN), strict=True)), na) for text in distinct)
        return cls(name, field, places, meant, codes, numbers)

    def faults(self) -> Iterator[tuple[pl.Series, int, Fault]]:
        """Yield each fault with its rows and its column."""
        for code, meant in enumerate(self.meant):
            if meant.fault is not None:
                yield (self.codes == code).arg_true(), self.places.get(meant.part, self.places[VALUE]), meant.fault

    def series(self, unstated: pl.Series) -> list[pl.Series]:
        """Return the typed columns of the field; none where no row says anything of it."""
        observations = [meant.observation for meant in self.meant]
        if all(observation is None for observation in observations):
            return []
        status = pl.Series(
            [STATUS_CODE[found.status] if found else None for found in observations], dtype=pl.UInt8
        ).gather(self.codes)
        made = [status.zip_with(status.is_not_null(), unstated).alias(f"{self.name}.status")]
        full = [encode(self.field, found.value if found else None) for found in observations]
        everything = encode(self.field, None)
        weak = [found is not None and found.basis == "inferred" for found in observations]
        if any(weak):
            made.append(pl.Series(f"{self.name}.inferred", weak, dtype=pl.Boolean).gather(self.codes))
        for place, (suffix, dtype) in enumerate(value_columns(self.field).items()):
            plain = [everything[place] if is_weak else entry[place] for entry, is_weak in zip(full, weak, strict=True)]
            made.append(self._with_numbers(pl.Series(f"{self.name}.{suffix}", plain, dtype=dtype).gather(self.codes)))
            if any(weak):
                scope = pl.Series(f"{self.name}.scope.{suffix}", [entry[place] for entry in full], dtype=dtype)
                made.append(scope.gather(self.codes))
        return made

    def _with_numbers(self, values: pl.Series) -> pl.Series:
        if self.numbers is None:
            return values
        return self.numbers.zip_with(self.numbers.is_not_null(), values).alias(values.name)

    def bounds(self) -> list[tuple[int, int] | None]:
        """Return the whole numbers between which each combination lies, None where it is no known interval."""
        values = [meant.observation.value if meant.observation else None for meant in self.meant]
        return [(int(value.low), int(value.high)) if isinstance(value, Interval) else None for value in values]


def _plain_numbers(field: Field, texts: pl.Series) -> pl.Series | None:
    """Return the numbers of a column with very many, null where the grammar has to look; None where it may look at all.

    A plain number in the codebook's unit and range is what the grammar makes of it, too.
    """
    if field.type != "number" or field.range is None or texts.n_unique() < _MANY:
        return None
    numbers = _only(texts, texts.str.contains(_PLAIN)).cast(pl.Float64)
    return _only(numbers, numbers.is_between(*field.range))


def _only(values: pl.Series, where: pl.Series) -> pl.Series:
    return values.zip_with(where.fill_null(False), pl.Series([None], dtype=values.dtype))


def _blanked(texts: pl.Series, where: pl.Series) -> pl.Series:
    return pl.Series([_SAID]).zip_with(where, texts)


def distinct_of(texts: pl.Series) -> tuple[list[str], pl.Series]:
    """Return the distinct texts of a column in the order in which they first stand, and for each row which it is."""
    distinct = texts.unique(maintain_order=True)
    if distinct.is_empty():
        return [], pl.Series([], dtype=pl.UInt32)
    return distinct.to_list(), texts.cast(pl.Enum(distinct)).to_physical().cast(pl.UInt32)


def days_of(started: FieldColumns | None, printed: FieldColumns | None, rows: int) -> tuple[pl.Series, pl.Series]:
    """Return the days between which each row's study began to recruit, as far as either field tells."""
    ends = [pl.Series([None] * rows, dtype=pl.Int32), pl.Series([None] * rows, dtype=pl.Int32)]
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


def _mean(field: Field, codebook: Codebook, parts: dict[str, str], na: Status | None) -> _Meant:
    if parts[VALUE] == _SAID:
        parts = {**parts, VALUE: plain(field.range[0]) if field.range else "text"}
    for part in JUDGED_BESIDE:
        fault = fault_beside(part, parts.get(part, ""))
        if fault is not None:
            return _Meant(fault=fault, part=part)
    if not parts[VALUE].strip() and not parts.get("status", "").strip():
        return _Meant()
    found = observe(field, codebook, parts, na=na)
    if isinstance(found, Fault):
        return _Meant(fault=found, part="status" if found.code in _ABOUT_STATUS else VALUE)
    return _Meant(observation=found)
