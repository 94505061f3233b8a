"""Texts that a mapping names twice, and means differently: neither is taken for the one that is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from fidelity.errors import Fault
from fidelity.model.mapping import Column, MappingFile
from fidelity.model.words import Status, spoken
from fidelity.read.mapping.rewording import key_of
from fidelity.read.signs import shortened
from fidelity.read.vocabulary import status_word

_Path = tuple[str | int, ...]
_Named = tuple[_Path, str, str]
"""Where a text is named, the text, and what it means."""


def clashes(mapping: MappingFile) -> Iterator[tuple[_Path, Fault]]:
    """Yield each text to which one list of a mapping gives a second meaning, with its path in the file.

    What a column says counts before what the review says, so that these two may differ.
    """
    yield from _twice(_of_codes(mapping.codes))
    for number, table in enumerate(mapping.tables):
        for place, entry in enumerate(table.columns):
            at: _Path = ("tables", number, "columns", place)
            yield from (((*at, *path), fault) for path, fault in _twice(_of_entry(entry)))


def _of_entry(entry: Column) -> Iterator[_Named]:
    for text, meant in entry.values.items():
        status = status_word(meant)
        yield ("values", text), text, spoken(status) if isinstance(status, str) else meant
    yield from _of_codes(entry.codes)


def _of_codes(codes: Mapping[Status, tuple[str, ...]]) -> Iterator[_Named]:
    for status, texts in codes.items():
        yield from ((("codes", status, place), text, spoken(status)) for place, text in enumerate(texts))


def _twice(named: Iterator[_Named]) -> Iterator[tuple[_Path, Fault]]:
    first: dict[str, tuple[str, str]] = {}
    for path, text, meant in named:
        said, before = first.setdefault(key_of(text), (text, meant))
        if key_of(before) != key_of(meant):
            what = f"{shortened(text)} means {meant!r} here, and {shortened(said)} above means {before!r}"
            remedy = (
                "keep the one that is right: case, spaces and noughts at the ends of numbers do not tell texts apart"
            )
            yield path, Fault("two-meanings", what, remedy)
