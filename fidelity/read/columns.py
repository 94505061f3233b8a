"""Which column of a table holds what: identity, fields by name or label, and what may stand beside a field."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
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


OWN: Final = "#"
"""A column whose name starts so is the reviewer's own: it is not read."""

_RESULTS: Final = (
    {"profile", "clock", "ruleset", "status", "grade_low"},
    {"axis", "domain", "concern_best", "concern_worst"},
    {"ruleset", "criterion", "judgement", "verdicts"},
    {"reason", "candidates", "fields", "note"},
)
"""The columns by which what `fidelity score` writes is known: grades, concerns, judgements, gaps."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each identity name, and of each field its value and what stands beside it.

    `unread` are the columns that cannot be read, each with the reason: what a row holds there would be lost.
    """

    identity: dict[str, int]
    fields: dict[str, dict[str, int]]
    unread: dict[int, Problem]


def result_of_scoring(sheet: Sheet) -> Problem | None:
    """Return the problem that a table is what scoring has written and not what it reads."""
    names = {name.casefold() for name in sheet.header}
    if not any(names >= known for known in _RESULTS):
        return None
    fault = Fault("result", "this is a result of fidelity score", "move it out of the folder")
    return fault.at(sheet.heading(0), sheet.source)


def columns_of(sheet: Sheet, codebook: Codebook) -> tuple[Columns | None, list[Problem]]:
    """Return what each column holds, and what is wrong with the header; None where rows cannot be made out."""
    meant, unread = _meant(sheet, codebook)
    identity: dict[str, int] = {}
    fields: dict[str, dict[str, int]] = defaultdict(dict)
    problems: list[Problem] = []
    for (name, part), places in meant.items():
        repeated = [_repeated(sheet, column, places[0]) for column in places[1:]]
        problems += repeated
        if repeated and part:
            unread |= dict(zip(places, (repeated[0], *repeated), strict=True))
        elif part:
            fields[name][part] = places[0]
        elif not repeated:
            identity[name] = places[0]
    for name, parts in fields.items():
        if (name, VALUE) not in meant:
            unread |= {column: _alone(sheet, column, name) for column in parts.values()}
    for name in REQUIRED:
        if (name, "") not in meant and name not in (sheet.header[column].casefold() for column in sheet.unread):
            fault = Fault("missing-column", f"the column {name} is missing", f"add a column called {name}")
            problems.append(fault.at(sheet.heading(0), name))
    problems += unread.values()
    wanted = {*REQUIRED, *(name for name, part in meant if not part)}
    if not wanted <= set(identity):
        return None, problems
    return Columns(identity, {name: parts for name, parts in fields.items() if VALUE in parts}, unread), problems


def _meant(sheet: Sheet, codebook: Codebook) -> tuple[dict[tuple[str, str], list[int]], dict[int, Problem]]:
    """Return the columns of each name and part, and why columns are not read; the reviewer's own are left out."""
    meant: dict[tuple[str, str], list[int]] = defaultdict(list)
    unread: dict[int, Problem] = {}
    for column, name in enumerate(sheet.header):
        if name.startswith(OWN):
            continue
        target = _target(name, codebook)
        if column in sheet.unread:
            unread[column] = sheet.unread[column]
        elif not isinstance(target, Fault):
            meant[target].append(column)
        elif name or len(sheet.filled(column)):
            unread[column] = target.at(sheet.heading(column), name or f"column {letters(column)}")
    return meant, unread


def _repeated(sheet: Sheet, column: int, first: int) -> Problem:
    what = f"the column {sheet.header[column]!r} stands here a second time (first in {letters(first)})"
    fault = Fault("duplicate-column", what, "keep one of the two; neither is read")
    return fault.at(sheet.heading(column), sheet.header[column])


def _alone(sheet: Sheet, column: int, field: str) -> Problem:
    what = f"the column {sheet.header[column]!r} stands beside no column {field!r}"
    fault = Fault("missing-column", what, f"add a column called {field}")
    return fault.at(sheet.heading(column), sheet.header[column])


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
    fault = unknown_field(name, codebook, (*REQUIRED, *OPTIONAL))
    return replace(fault, remedy=f"{fault.remedy} (a column of your own begins with {OWN})")
