"""The columns of the template's sheets: heading, machine name, list of entries, message and width."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from fidelity.model.codebook import Codebook, Field
from fidelity.model.words import BASES, DESIGNS, ROLES, VERDICT_WORDS, spoken
from fidelity.read.record_schema import UNSTATED
from fidelity.read.template_layout import (
    ARMS,
    FILLED,
    HEADINGS,
    PROCEDURES,
    SAID,
    STUDIES,
    heading_of,
    with_unit,
)
from fidelity.write.template.guidance import MESSAGES, message_of

CODES: Final = ("NR", "unclear", "not applicable")
"""What every list of a field offers beside its choices."""

_WIDE: Final = frozenset(
    {"title", "sources", "cautions", "quote", "arm_note", "reason", "design_factors", "as_written"}
)
_LEVELS: Final = {"study": STUDIES, "arm": ARMS, "procedure": PROCEDURES}


@dataclass(frozen=True, slots=True)
class FormColumn:
    """A column of a sheet that people fill in; `field` is None where it is none of the codebook."""

    name: str
    heading: str
    entries: tuple[str, ...]
    message: str
    width: int
    field: str | None = None


def columns_of(codebook: Codebook, fields: Mapping[str, Iterable[str]]) -> dict[str, tuple[FormColumn, ...]]:
    """Return the columns of each sheet; `fields` names the fields of Studies, Arms and Procedures."""
    made: dict[str, tuple[FormColumn, ...]] = {}
    labels = {name for names in fields.values() for name in names}
    for sheet in FILLED:
        own = [_own(sheet, name, codebook, labels) for name in HEADINGS[sheet]]
        own += [_of_field(name, codebook.fields[name]) for name in fields.get(sheet, ())]
        made[sheet] = tuple(own)
    return made


def by_level(names: Iterable[str], codebook: Codebook) -> dict[str, list[str]]:
    """Return fields by the sheet to whose rows they belong, in the order of the codebook."""
    wanted = set(names)
    sheets: dict[str, list[str]] = {sheet: [] for sheet in _LEVELS.values()}
    for name, field in codebook.fields.items():
        if name in wanted:
            sheets[_LEVELS[field.belongs_to]].append(name)
    return sheets


def _own(sheet: str, name: str, codebook: Codebook, fields: set[str]) -> FormColumn:
    closed: dict[str, tuple[str, ...]] = {
        "role": ROLES,
        "design": DESIGNS,
        "unstated": tuple(spoken(word) for word in UNSTATED),
        "main": ("yes",),
        "varies": ("yes",),
        "only": ("yes",),
        "status": ("unclear",),
        "basis": tuple(spoken(basis) for basis in BASES),
        "verdict": tuple(spoken(verdict) for verdict in VERDICT_WORDS),
        "field": tuple(with_unit(field.label, field.unit) for word, field in codebook.fields.items() if word in fields),
    }
    width = 48 if name in _WIDE else 24 if sheet == SAID and name == "field" else 18
    return FormColumn(name, heading_of(sheet, name), closed.get(name, ()), MESSAGES[sheet].get(name, ""), width)


def _of_field(name: str, field: Field) -> FormColumn:
    entries: tuple[str, ...] = ()
    if field.choices:
        entries = (*(choice.label for choice in field.choices.values()), *CODES)
    return FormColumn(name, with_unit(field.label, field.unit), entries, message_of(field), _width(field), name)


def _width(field: Field) -> int:
    return 36 if field.type == "text" else 22
