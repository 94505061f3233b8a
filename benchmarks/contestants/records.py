"""The typed frame as records, in the form that record engines take best.

A choice is its word; nothing where nothing is known; `<field>_or` holds a second word where it is one of two. A number
has both ends. An entry of a checklist is true, false, or absent where it is open.
"""

from __future__ import annotations

from typing import Any

import polars as pl

from contestants.questions import QUESTIONS, Both, Can, Compare, Either, Question, Unless
from fidelity.model.codebook import Codebook

Record = dict[str, Any]


def atoms(question: Question | None) -> set[Can | Compare | Unless]:
    if question is None:
        return set()
    if isinstance(question, Both | Either):
        return {atom for member in question.members for atom in atoms(member)}
    return {question}


def records_of(frame: pl.DataFrame, codebook: Codebook) -> list[Record]:
    """Return a record for every row, with the facts that the 24 criteria read and no others."""
    asked = {
        atom
        for criterion in QUESTIONS
        for question in (criterion.met, criterion.partly_met, criterion.not_met, criterion.judged, criterion.inapplicable)
        for atom in atoms(question)
    }
    columns: dict[str, list[Any]] = {}
    for field in sorted({atom.field for atom in asked if isinstance(atom, Can)}):
        columns |= _choice(frame[f"{field}.may"].to_list(), field, codebook)
    for end in sorted({atom.end for atom in asked if isinstance(atom, Compare)}):
        columns[end] = _end(frame, end, codebook)
    for entry in sorted({atom.entry for atom in asked if isinstance(atom, Unless)}):
        columns[entry] = _entry(frame, entry, codebook)
    names = tuple(columns)
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not None}
        for row in zip(*columns.values(), strict=True)
    ]


def _choice(masks: list[int], field: str, codebook: Codebook) -> dict[str, list[str | None]]:
    words = list(codebook.fields[field].choices)
    everything = {(1 << len(words)) - 1, 3 if field == "modality" else 0}
    said: dict[int, tuple[str | None, str | None]] = {}
    for mask in set(masks):
        possible = [word for place, word in enumerate(words) if mask >> place & 1]
        if mask in everything:
            possible = []
        said[mask] = (*possible, None, None)[:2]
    return {field: [said[mask][0] for mask in masks], f"{field}_or": [said[mask][1] for mask in masks]}


def _end(frame: pl.DataFrame, end: str, codebook: Codebook) -> list[float]:
    field, side = end.rsplit("_", 1)
    if codebook.fields[field].type != "ordered_choice":
        return frame[f"{field}.{side}"].to_list()
    words = [float(word) for word in codebook.fields[field].choices]
    pick = min if side == "low" else max
    masks = frame[f"{field}.may"].to_list()
    known = {mask: pick(word for place, word in enumerate(words) if mask >> place & 1) for mask in set(masks)}
    return [known[mask] for mask in masks]


def _entry(frame: pl.DataFrame, entry: str, codebook: Codebook) -> list[bool | None]:
    prefix, choice = entry.split("_", 1)
    field = {"views": "fluoroscopic_views", "asepsis": "asepsis"}[prefix]
    bit = codebook.fields[field].bits[choice]
    seen, possible = frame[f"{field}.must"].to_list(), frame[f"{field}.may"].to_list()
    return [True if must & bit else None if may & bit else False for must, may in zip(seen, possible, strict=True)]
