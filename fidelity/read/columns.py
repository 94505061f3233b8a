"""Which column of a table holds what: identity, fields by name or label, and what may stand beside a field."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from fidelity.errors import Fault, Problem, did_you_mean
from fidelity.model.codebook import Codebook
from fidelity.model.words import fold
from fidelity.read.record_problems import unknown_field
from fidelity.read.sheet import Sheet, letters

REQUIRED: Final = ("study", "arm", "role")
OPTIONAL: Final = ("procedure", "study_label", "arm_label", "main", "unstated", "design")
JUDGED_BESIDE: Final = ("status", "basis", "varies", "only")
"""What stands beside a value and bears on what it means."""
SHOWN_BESIDE: Final = ("as_written", "quote", "place", "reader")
"""What stands beside a value and is only shown."""

VALUE: Final = "value"


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each identity name, and of each field its value and what stands beside it."""

    identity: dict[str, int]
    fields: dict[str, dict[str, int]]


def columns_of(sheet: Sheet, codebook: Codebook) -> tuple[Columns | None, list[Problem]]:
    """Return what each column holds, and what is wrong with the header; None where rows cannot be made out."""
    problems: list[Problem] = []
    meant: dict[tuple[str, str], list[int]] = defaultdict(list)
    for column, name in enumerate(sheet.header):
        target = _target(name, codebook)
        if not isinstance(target, Fault):
            meant[target].append(column)
        elif name or _filled(sheet, column):
            problems.append(target.at(sheet.heading(column), name or f"column {letters(column)}"))
    identity: dict[str, int] = {}
    fields: dict[str, dict[str, int]] = defaultdict(dict)
    unsure = False
    for (name, part), places in meant.items():
        for column in places[1:]:
            what = f"the column {sheet.header[column]!r} stands here a second time (first in {letters(places[0])})"
            fault = Fault("duplicate-column", what, "keep one of the two; neither is read")
            problems.append(fault.at(sheet.heading(column), sheet.header[column]))
        if len(places) > 1:
            unsure = unsure or not part
        elif part:
            fields[name][part] = places[0]
        else:
            identity[name] = places[0]
    for name in REQUIRED:
        if (name, "") not in meant:
            fault = Fault("missing-column", f"the column {name} is missing", f"add a column called {name}")
            problems.append(fault.at(sheet.heading(0), name))
            unsure = True
    return (None if unsure else Columns(identity, dict(fields))), problems


def _filled(sheet: Sheet, column: int) -> bool:
    return bool((sheet.cells[str(column)].str.strip_chars() != "").any())


def _target(name: str, codebook: Codebook) -> tuple[str, str] | Fault:
    """Return what a header means: (identity, "") or (field, part)."""
    if not name:
        return Fault(
            "unnamed-column", "the column has no name", "name it, or delete it; a merged header names one only"
        )
    identity = {fold(word): word for word in (*REQUIRED, *OPTIONAL)}
    fields = {fold(field.label): word for word, field in codebook.fields.items()}
    fields |= {fold(word): word for word in codebook.fields}
    folded = fold(name)
    if folded in identity:
        return identity[folded], ""
    if folded in fields:
        return fields[folded], VALUE
    base, dot, part = name.rpartition(".")
    if dot and fold(base) in fields:
        known = {fold(word): word for word in (*JUDGED_BESIDE, *SHOWN_BESIDE)}
        if fold(part) in known:
            return fields[fold(base)], known[fold(part)]
        return Fault("unknown-key", f"{part!r} is no key that belongs here", did_you_mean(part, known.values()))
    return unknown_field(name, codebook, (*REQUIRED, *OPTIONAL))
