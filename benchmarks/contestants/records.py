"""The typed frame as records, in the form that record engines were found to take fastest.

A choice that is still possible is a key that is true, and no key otherwise: so a field of which nothing is known has a
key for each of its choices, and no engine has to handle null. A number has a key for each of its ends. Only the facts
that the 24 criteria read are handed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import polars as pl

from contestants.questions import QUESTIONS, Both, Can, Compare, Either, Question
from fidelity.model.codebook import Codebook

Record = dict[str, Any]

CHECKLISTS = {"views": "fluoroscopic_views", "asepsis": "asepsis"}


def atoms(question: Question | None) -> Iterator[Can | Compare]:
    if isinstance(question, Both | Either):
        for member in question.members:
            yield from atoms(member)
    elif question is not None:
        yield question


def records_of(frame: pl.DataFrame, codebook: Codebook) -> list[Record]:
    """Return a record for every row."""
    asked = {
        atom
        for criterion in QUESTIONS
        for question in (criterion.met, criterion.partly_met, criterion.not_met, criterion.judged, criterion.inapplicable)
        for atom in atoms(question)
    }
    choices = {(atom.field, choice) for atom in asked if isinstance(atom, Can) for choice in atom.choices}
    columns: list[list[Any]] = []
    names: list[str] = []
    for field, choice in sorted(choices):
        names.append(f"{field}_{choice}")
        columns.append(_possible(frame, field, choice, codebook).to_list())
    for end in sorted({atom.end for atom in asked if isinstance(atom, Compare)}):
        names.append(end)
        columns.append(_end(frame, end, codebook))
    return [
        {name: value for name, value in zip(names, row, strict=True) if value is not False}
        for row in zip(*columns, strict=True)
    ]


def _possible(frame: pl.DataFrame, field: str, choice: str, codebook: Codebook) -> pl.Series:
    prefix, _, entry = field.partition("_")
    if prefix not in CHECKLISTS:
        return (frame[f"{field}.may"] & codebook.fields[field].bits[choice]) != 0
    checklist = CHECKLISTS[prefix]
    bit = codebook.fields[checklist].bits[entry]
    return (frame[f"{checklist}.may"] & bit) != 0 if choice == "yes" else (frame[f"{checklist}.must"] & bit) == 0


def _end(frame: pl.DataFrame, end: str, codebook: Codebook) -> list[float]:
    field, side = end.rsplit("_", 1)
    if codebook.fields[field].type != "ordered_choice":
        return frame[f"{field}.{side}"].to_list()
    gauges = [float(word) for word in codebook.fields[field].choices]
    pick = min if side == "low" else max
    masks = frame[f"{field}.may"].to_list()
    known = {mask: pick(gauge for place, gauge in enumerate(gauges) if mask >> place & 1) for mask in set(masks)}
    return [known[mask] for mask in masks]
