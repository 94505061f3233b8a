"""Writes what is known of a procedure as a person writes it into a study record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from oracle.observations import Known, everything
from oracle.rules import Book, Field

Record = dict[str, Any]

WORDS = {
    "not_reported": "NR",
    "unclear": "unclear",
    "not_extracted": "not extracted",
    "not_applicable": "not applicable",
}


def observation(field: Field, known: Known) -> Record | None:
    """Return the entry of an observation; None where a record has no words for it."""
    if field.type == "text":
        value: str | None = "in words" if known.status == "reported" else WORDS[known.status]
    elif known.value is None:
        value = WORDS.get(known.status)
    else:
        value = _value(field, known.value)
    if value is None:
        return None
    entry = {"value": value}
    if known.value is not None:
        entry["status"] = known.status
    if known.inferred:
        entry["basis"] = "inferred"
    if field.type == "checklist" and known.value is not None and known.value[0] == known.value[1]:
        entry["only"] = "yes"
    return entry


def _value(field: Field, value: Any) -> str | None:
    match field.type:
        case "number":
            return _number(field, *value)
        case "count":
            return f"{value[0]}" if value[0] == value[1] else f"{value[0]}-{value[1]}"
        case "cut_off":
            (low, strict), high = value
            if value[0] == value[1]:
                return f"> {low:g}" if strict else f">= {low:g}"
            return f"{low:g}" if (low, True) == high else None
        case "checklist":
            present, possible = value
            if present == possible:
                return "; ".join(sorted(present)) or "none"
            return "; ".join(sorted(present)) if present and possible == everything(field)[1] else None
        case "date":
            return None
        case _:
            return "; ".join(name for name in field.choices if name in value)


def _number(field: Field, low: float, low_out: bool, high: float, high_out: bool) -> str | None:
    if low == high:
        return f"{low:.10g}"
    if (high, high_out) == (field.high, False) and (low, low_out) != (field.low, False):
        return f"{'>' if low_out else '>='} {low:.10g}"
    if (low, low_out) == (field.low, False) and (high, high_out) != (field.high, False):
        return f"{'<' if high_out else '<='} {high:.10g}"
    return None if low_out or high_out else f"{low:.10g}-{high:.10g}"


def record(book: Book, name: str, known: Mapping[str, Known] | Sequence[Known], **more: Any) -> Record | None:
    """Return the record of a study with one procedure; None where a record has no words for what is known of it."""
    entries = known.items() if isinstance(known, Mapping) else zip(book.fields, known, strict=True)
    observations = {}
    for field, entry in entries:
        if book.fields[field].type == "date":
            continue
        written = observation(book.fields[field], entry)
        if written is None:
            return None
        observations[field] = written
    arm = {"id": "a", "label": "A", "role": "active", "procedures": [{"id": "p", "observations": observations}]}
    return {"id": name, "label": name, "arms": [arm], **more}
