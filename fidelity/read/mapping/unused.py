"""Words that a mapping translates and that no cell holds: a mistake of the mapping that would else go unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from fidelity.errors import Problem, nearest
from fidelity.model.mapping import Column, MappingFile
from fidelity.model.patterns import parts_of
from fidelity.read.flat import Flat
from fidelity.read.mapping.joining import Part
from fidelity.read.mapping.matching import name_of
from fidelity.read.mapping.rewording import Reworded, key_of, parted_times, with_points
from fidelity.read.mapping.translate import stripped
from fidelity.read.shapes.multi import entries
from fidelity.read.signs import shortened

_MOST: Final = 3
_LONGEST: Final = 100
"""Longer texts are not offered for a word that stands nowhere."""


def unused_words(mapping: MappingFile, parts: Sequence[Part]) -> list[Problem]:
    """Return a note for each word below `values` or `codes` of a column that no cell of it holds.

    `parts` are all that is read under one table of the mapping: a word that one of its files or sheets holds is used.
    """
    found: dict[tuple[str, ...], tuple[Column, list[tuple[Flat, int]]]] = {}
    for part in parts:
        for entry, at in part.matched.pairs:
            if entry.confirmed and entry.ignored is None and (entry.values or entry.codes):
                found.setdefault((*entry.reads, *entry.targets), (entry, []))[1].append((part.flat, at))
    return [note for entry, places in found.values() for note in _of_column(mapping, entry, places)]


def _of_column(mapping: MappingFile, entry: Column, places: Sequence[tuple[Flat, int]]) -> Iterator[Problem]:
    named = dict.fromkeys(entry.values, "values")
    named |= {text: "codes" for texts in entry.codes.values() for text in texts}
    texts = [text for flat, at in places for text in stripped(flat.cells[str(at)]).unique(maintain_order=True) if text]
    said: dict[str, str] = {}
    taken = parts_of(entry.split, texts) if entry.split is not None else [None] * len(texts)
    for text, parts in zip(texts, taken, strict=True):
        for way in _ways(text, parts or {}, entry, mapping):
            said.setdefault(key_of(way), way)
    flat, at = places[0]
    header = name_of(flat, at)
    known = {key_of(word) for word in named}
    free = [text for key, text in said.items() if key not in known]
    for word, key in named.items():
        if key_of(word) in said or not word.strip():
            continue
        near = _near(word, free)
        what = f"no cell of {header!r} says {shortened(word)}, which the mapping names below `{key}`"
        remedy = f"cells of it say {', '.join(map(shortened, near))}" if near else "mend it, or take it out"
        yield Problem("values-unused", flat.headings[at], header, what, remedy, header, word, near)


def _ways(text: str, taken: Mapping[str, str], entry: Column, mapping: MappingFile) -> Iterator[str]:
    """Yield all that a mapping may name of a cell: the whole, each entry, and what a pattern takes out of it."""
    yield text
    for piece in (text, *(piece for piece in taken.values() if piece)):
        pointed = with_points(piece) if mapping.decimal == "comma" else piece
        parted = parted_times(pointed) if isinstance(pointed, str) else None
        for one in dict.fromkeys((piece, *((parted.text,) if isinstance(parted, Reworded) else ()))):
            yield from (one, *entries(one, entry.separator or ";"))


def _near(word: str, texts: Sequence[str]) -> tuple[str, ...]:
    """Return the texts that may be meant by a word: of the same digits, like it, or else the first few."""
    short = [text for text in texts if len(text) <= _LONGEST]
    digits = _digits(word)
    same = [text for text in short if digits and _digits(text) == digits]
    return tuple(dict.fromkeys((*same, *nearest(word, short))))[:_MOST] or tuple(short[:_MOST])


def _digits(text: str) -> str:
    """Return the digits of a text without noughts at its ends: 75 of "0.75", and of "75 %"."""
    return "".join(sign for sign in text if sign.isdigit()).strip("0")
