"""What each column of a reviewer's table gives to fields and identity names, under a mapping."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from fidelity.errors import Fault, Problem
from fidelity.model.codebook import Codebook, Field
from fidelity.model.mapping import Column, MappingFile, Table
from fidelity.model.patterns import LONGEST_TEXT, parts_of
from fidelity.model.words import Status, fold
from fidelity.read.columns import OF_STUDY, OPTIONAL, REQUIRED
from fidelity.read.flat import Flat, Scattered
from fidelity.read.gauges import is_gauge
from fidelity.read.headers import factor_of, unit_in
from fidelity.read.mapping.matching import Matched
from fidelity.read.mapping.native import Fed, Spoilt, made_of
from fidelity.read.mapping.rewording import MEASURED, Wording, key_of
from fidelity.read.mapping.translate import Translated, keys_of, stripped, translate
from fidelity.read.sheet import Sheet
from fidelity.read.signs import shortened
from fidelity.read.vocabulary import STATUS_TEXTS

_KEYS: Final = frozenset({"study", "arm", "procedure", "procedure_label", "study_label", "arm_label"})
"""Names that are what stands there, whatever it looks like: no status is read out of them."""
_HASH: Final = r"^\s*#\s*([0-9]+)\s*$"
_SAYS_GAUGE: Final = re.compile(r"gauge|\bG\b|\(ga\)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the sheet of one table under a mapping."""

    mapping: MappingFile
    table: Table
    codebook: Codebook
    na: Status | None = None

    def sheet(self, flat: Flat, matched: Matched) -> tuple[Sheet, list[Problem]]:
        """Return the sheet of a table whose expected columns are all there, and what is wrong with single columns."""
        named = {flat.header[at].strip() for entry, at in matched.pairs if entry.feeds == "study" and entry.confirmed}
        spoilt: Spoilt = defaultdict(list)
        for row, found in flat.spoilt.items():
            # Two studies of one name are no trouble where another column tells them apart.
            spoilt[row] += [one for one in found if one.code != "repeated-study" or one.header in named]
        problems: list[Problem] = []
        fed: list[Fed] = []
        for entry, at in matched.pairs:
            if entry.ignored is not None:
                continue
            wrong = self.column_fault(entry, flat.header[at])
            if wrong is not None:
                problems.append(wrong.at(flat.headings[at], flat.header[at].strip(), header=flat.header[at].strip()))
                for row in (stripped(flat.cells[str(at)]) != "").arg_true() if entry.confirmed else ():
                    spoilt[row].append(problems[-1])
            elif entry.confirmed:
                fed += self.of_column(entry, flat, at)
        for entry, places in matched.open:
            problem = _open(entry, flat, places)
            problems.append(problem)
            for row in _filled_in_any(flat, places):
                spoilt[row].append(problem)
        fed += self._constants(flat, fed)
        return made_of(fed, flat, spoilt, self._said_of_study()), problems

    def _said_of_study(self) -> frozenset[str]:
        """Return the fields and names that are said of a study, so that one row says them for all of its rows."""
        fields = (name for name, field in self.codebook.fields.items() if field.belongs_to == "study")
        return frozenset({*OF_STUDY, *fields})

    def column_fault(self, entry: Column, header: str) -> Fault | None:
        """Return why a column cannot be read: it is not confirmed, or its unit is none of what it feeds."""
        if not entry.confirmed:
            because = f" ({entry.because})" if entry.because else ""
            if entry.ignored is not None:
                what = f"nobody has said what this column feeds, or why it is not read{because}"
                return Fault("unconfirmed", what, "write `feeds`, or the reason below `ignored`, and `confirmed: yes`")
            what = f"this column may feed {' and '.join(entry.targets)}{because}, and nobody has said yes"
            return Fault("unconfirmed", what, "say `confirmed: yes` in the mapping, or mend `feeds`")
        field = self.field_of(entry.feeds or "")
        return None if field is None or field.unit is None else self._unit_fault(entry, field, header)

    def _unit_fault(self, entry: Column, field: Field, header: str) -> Fault | None:
        """Return why the unit of a column cannot be: that of its name, that of the mapping, or both together."""
        named = unit_in(header, self.codebook)[1]
        own = None if named is None else factor_of(named, field, self.codebook)
        if entry.unit is None:
            if named is None or own is not None or field.type == "count" or field.type not in MEASURED:
                return None
            what = f"{named!r} in the name of the column is no unit of {field.label}"
            return Fault("unknown-unit", what, f"say in the mapping what the numbers are, such as unit: {field.unit}")
        said = factor_of(entry.unit, field, self.codebook)
        if said is None:
            what = f"the mapping gives the unit {entry.unit!r}, which is none of {field.label}"
            return Fault("unknown-unit", what, f"write one like {field.unit}")
        if own is not None and own != said:
            what = f"the column is named in {named}, and the mapping says {entry.unit}"
            return Fault("unit-clash", what, "keep the one that is right: take `unit` out, or mend it")
        return None

    def field_of(self, target: str) -> Field | None:
        """Return the field that a target is; None for an identity name and for a part of a field."""
        return self.codebook.fields.get(target)

    def wording(self, entry: Column, target: str, header: str) -> Wording:
        """Return how a column says things for one of the fields or names that it feeds."""
        field = self.field_of(target)
        codes = {key_of(text): status for status, texts in self.mapping.codes.items() for text in texts}
        codes |= {key_of(text): status for status, texts in entry.codes.items() for text in texts}
        if field is None:
            keeps = target in _KEYS or target in REQUIRED or target not in OPTIONAL
            return Wording(None, {**({} if keeps else dict.fromkeys(codes, "")), **keys_of(entry.values)}, {})
        unit = self._unit(entry, field, header) if target == entry.feeds else None
        factor = None if unit is None else factor_of(unit, field, self.codebook)
        return Wording(
            field,
            keys_of(entry.values),
            codes,
            unit if factor is not None else None,
            factor is not None and factor != 1,
            self.mapping.decimal,
            entry.separator,
            entry.several,
            entry.times,
            self.na,
        )

    def _unit(self, entry: Column, field: Field, header: str) -> str | None:
        if field.unit is None or field.type not in MEASURED:
            return None
        return entry.unit or unit_in(header, self.codebook)[1]

    def unitless(self, entry: Column, target: str, header: str) -> bool:
        """Whether a number without a unit has none in a column: neither its name nor the mapping tells it."""
        field = self.field_of(target)
        if field is None or field.unit is None or header.strip() == target or field.type == "count":
            return False
        if field.type == "ordered_choice" and is_gauge(field):
            return entry.unit is None and not _SAYS_GAUGE.search(header)
        return field.type in MEASURED and (target != entry.feeds or self._unit(entry, field, header) is None)

    def of_column(self, entry: Column, flat: Flat, at: int) -> Iterator[Fed]:
        """Yield what a column gives to each field or name that it feeds."""
        texts, header = flat.cells[str(at)], flat.header[at].strip()
        dates = [row for row, column in flat.dates if column == at]
        if entry.split is not None:
            for target, part in _split(entry.split, texts, self._whole(entry)).items():
                done = translate(part.texts, self.wording(entry, target, header), self.codebook)
                faults = {**done.faults, **part.faults, **self._dated(target, dates, flat, at)}
                unitless = self.unitless(entry, target, header)
                yield Fed(target, at, header, done.texts, texts, faults, unitless, self._of_study_in(flat, at, target))
            return
        assert entry.feeds is not None, "what is neither split nor ignored feeds something"
        # Some exports write #112 for study 112.
        plain = texts.str.replace(_HASH, "$1") if entry.feeds == "study" else texts
        dated = self._dated(entry.feeds, dates, flat, at)
        if dated:
            # What is wrong with a cell is told once.
            rows = pl.int_range(len(plain), eager=True).is_in(pl.Series(list(dated), dtype=pl.Int64).implode())
            plain = pl.Series([""]).zip_with(rows, plain)
        done = translate(plain, self.wording(entry, entry.feeds, header), self.codebook)
        faults = {**done.faults, **dated}
        unitless, told = self.unitless(entry, entry.feeds, header), self._of_study_in(flat, at, entry.feeds)
        yield Fed(entry.feeds, at, header, done.texts, texts, faults, unitless, told)
        if done.times is not None and entry.times is not None:
            yield Fed(entry.times, at, header, done.times, texts, {}, of_study=told)

    def _of_study_in(self, flat: Flat, at: int, target: str) -> pl.Series | None:
        """Return in which rows a column says something of the study and not of the row; None for what is no field."""
        return None if self.field_of(target) is None else flat.of_study.get(at)

    def _whole(self, entry: Column) -> frozenset[str]:
        """Return the texts that a pattern does not take apart: they mean a status, or what `values` says."""
        codes = [text for said in (self.mapping.codes, entry.codes) for texts in said.values() for text in texts]
        return frozenset(key_of(text) for text in (*codes, *entry.values))

    def _dated(self, target: str, rows: Sequence[int], flat: Flat, at: int) -> dict[int, Fault]:
        field = self.field_of(target)
        if field is not None and field.type == "date":
            return {}
        return {row: _date(flat.text(row, at)) for row in rows}

    def _constants(self, flat: Flat, fed: Sequence[Fed]) -> Iterator[Fed]:
        """Yield what holds for every row; it came from the cell of the study, or of the arm where that is merged."""
        at = next((one.at for one in fed if one.target == "study"), 0)
        arm = next((one.at for one in fed if one.target == "arm"), at)
        if isinstance(flat.sources, Scattered) and (flat.sources.numbers(at) < flat.sources.numbers(arm)).any():
            at = arm
        for target, text in self.table.always.items():
            texts = pl.repeat(text, flat.cells.height, dtype=pl.String, eager=True)
            every = None if self.field_of(target) is None else pl.repeat(True, flat.cells.height, eager=True)
            yield Fed(target, at, f"{target} of every row", texts, texts, {}, of_study=every)


def _date(text: str) -> Fault:
    what = f"the file holds the date {text} here: entries such as 10-12 become dates"
    return Fault("date-cell", what, "write '10 to 12' as text")


def _open(entry: Column, flat: Flat, places: Sequence[int]) -> Problem:
    names = " and ".join(f"{flat.header[place].strip()!r} in {flat.headings[place].cell}" for place in places)
    what = f"{names} both fit {' and '.join(entry.targets) or 'an entry'}, and both hold something"
    remedy = "keep one of the two in `reads`, and give the other an entry of its own"
    name = flat.header[places[0]].strip()
    return Problem("two-columns", flat.headings[places[0]], name, what, remedy, name)


def _filled_in_any(flat: Flat, places: Sequence[int]) -> list[int]:
    rows = {row for place in places for row in (stripped(flat.cells[str(place)]) != "").arg_true().to_list()}
    return sorted(rows)


def _unfit(text: str) -> Fault:
    if len(text) > LONGEST_TEXT:
        what = f"{shortened(text)} has {len(text)} characters, and `split` takes at most {LONGEST_TEXT} apart"
        return Fault("no-split", what, "write a shorter one")
    return Fault("no-split", f"{shortened(text)} does not fit `split`", "write it like the others, or mend it")


def _split(pattern: str, texts: pl.Series, whole: frozenset[str]) -> dict[str, Translated]:
    """Return what each named group of a pattern holds of each text; a text that does not fit is a fault."""
    distinct = stripped(texts).unique(maintain_order=True).to_list()
    parts: dict[str, dict[str, str]] = {name: {} for name in re.compile(pattern).groupindex}
    wrong: set[str] = set()
    for text, found in zip(distinct, parts_of(pattern, distinct), strict=True):
        one = not text or key_of(text) in whole or fold(text) in STATUS_TEXTS
        if not one and found is None:
            wrong.add(text)
        for name, said in parts.items():
            said[text] = text if one else "" if found is None else found[name]
    clean = stripped(texts)
    faults = {
        row: _unfit(clean[row]) for row in clean.is_in(pl.Series(sorted(wrong), dtype=pl.String).implode()).arg_true()
    }
    # The cell is one, so what is wrong with it is told once.
    return {
        name: Translated(clean.replace_strict(said, return_dtype=pl.String), None, {} if place else faults)
        for place, (name, said) in enumerate(parts.items())
    }
