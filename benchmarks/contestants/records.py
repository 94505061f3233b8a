"""The typed frame as records, in the forms that record engines were found to take fastest.

Flags: a choice that is still possible is a key that is true, and no key otherwise; so a field of which nothing is known
has a key for each of its choices, and no engine has to handle null. Masks: the same in one number per field. In both, a
number has a key for each of its ends. Only what the 24 criteria read is handed over.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import Any, Final, Literal

import polars as pl

from contestants.questions import Both, Can, Compare, Either, Question, possibilities
from fidelity.model.codebook import Codebook

Record = dict[str, Any]

CHECKLISTS: Final = {"views": "fluoroscopic_views", "asepsis": "asepsis"}


def _atoms(question: Question) -> Iterator[Can | Compare]:
    if isinstance(question, Both | Either):
        for member in question.members:
            yield from _atoms(member)
    else:
        yield question


_ASKED: Final = {atom for _, _, question in possibilities() for atom in _atoms(question)}
ENDS: Final = sorted({atom.end for atom in _ASKED if isinstance(atom, Compare)})
CHOICES: Final = {
    field: sorted(
        {choice for atom in _ASKED if isinstance(atom, Can) and atom.field == field for choice in atom.choices}
    )
    for field in sorted({atom.field for atom in _ASKED if isinstance(atom, Can)})
}


def bit_of(field: str, choice: str) -> int:
    """Return the bit by which a mask says that a choice is possible."""
    return 1 << CHOICES[field].index(choice)


def records_of(frame: pl.DataFrame, codebook: Codebook, form: Literal["flags", "masks"]) -> list[Record]:
    """Return a record for every row."""
    ends = {end: _end(frame, end, codebook) for end in ENDS}
    possible = {
        (field, choice): _possible(frame, field, choice, codebook)
        for field, choices in CHOICES.items()
        for choice in choices
    }
    if form == "masks":
        masks = {
            field: reduce(
                or_, (possible[field, choice].cast(pl.UInt8) * bit_of(field, choice) for choice in choices)
            ).to_list()
            for field, choices in CHOICES.items()
        }
        columns = ends | masks
        return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    columns = ends | {f"{field}_{choice}": series.to_list() for (field, choice), series in possible.items()}
    return [
        {name: value for name, value in zip(columns, row, strict=True) if value is not False}
        for row in zip(*columns.values(), strict=True)
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
