"""Which column of a table holds what: identity, fields by name or label, and what may stand beside a field."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from fidelity.errors import Fault, Place, Problem, did_you_mean, nearest
from fidelity.model.codebook import Codebook
from fidelity.model.study import BIBLIOGRAPHIC
from fidelity.model.words import fold
from fidelity.read.flat import lowest
from fidelity.read.record_problems import unknown_field
from fidelity.read.sheet import Sheet, letters

REQUIRED: Final = ("study", "arm", "role")
OF_STUDY: Final = (
    "study_label",
    *BIBLIOGRAPHIC,
    "design",
    "design_words",
    "study_n",
    "confidence",
    "design_factors",
    "cautions",
    "sources",
    "judgements",
)
"""What is said of a study and is no field: the first row of the study that says it counts.

Of the last four each may hold several entries, an entry a line: see `fidelity.read.whole_studies`.
"""
OF_ARM: Final = ("arm_label", "arm_role", "arm_n", "arm_note")
"""What is said of an arm and is no field; `arm_role` where its procedures have other roles than the arm."""
OPTIONAL: Final = ("procedure", "procedure_label", "main", "unstated", "report", *OF_STUDY, *OF_ARM)
_IDENTITY: Final = {fold(word): word for word in (*REQUIRED, *OPTIONAL)}
JUDGED_BESIDE: Final = ("status", "basis", "varies", "only")
"""What stands beside a value and bears on what it means."""
SHOWN_BESIDE: Final = ("as_written", "quote", "place", "reader")
"""What stands beside a value and is only shown."""

LEVEL: Final = "level"
"""Where a fact was said: of the study, of the arm; procedure, if empty. What is said of all may not fit each one."""

VALUE: Final = "value"
EVIDENCE: Final = ("quote", "place", "reader")
"""The parts of a piece of evidence; those of a second piece are called `quote.2`, `place.2`, `reader.2`."""

_NUMBERED: Final = re.compile("[2-9]|[1-9][0-9]")

OWN: Final = "#"
"""A column whose name starts so is the reviewer's own: it is not read."""

_RESULTS: Final = (
    {"profile", "clock", "ruleset", "status", "grade_low"},
    {"axis", "domain", "concern_best", "concern_worst"},
    {"ruleset", "criterion", "judgement", "verdicts"},
    {"reason", "candidates", "fields", "note"},
)
"""The columns by which what `fidelity score` writes is known: grades, concerns, judgements, gaps."""


def is_own(header: Sequence[str], codebook: Codebook) -> bool:
    """Whether a table is in our own format: its columns are called as the codebook's forms call them.

    `study`, `arm` and `role` in small letters are the form's; written otherwise they may be anyone's, and the other
    columns decide. A table in which every column is known lacks nothing but one of these.
    """
    names = [name.strip() for name in header if name.strip() and not name.startswith(OWN)]
    if set(REQUIRED) <= set(names):
        return True
    known = [name for name in names if not isinstance(target_of(name, codebook), Fault)]
    if set(REQUIRED) <= {name.casefold() for name in names}:
        return 2 * (len(known) - len(REQUIRED)) >= len(names) - len(REQUIRED)
    return len(known) == len(names) and "study" in (name.casefold() for name in names)


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each identity name, and of each field its value and what stands beside it.

    `unread` are the columns that cannot be read, each with the reason: what a row holds there would be lost.
    """

    identity: dict[str, int]
    fields: dict[str, dict[str, int]]
    unread: dict[int, Problem]

    def place_of(self, row: int, sheet: Sheet) -> Place:
        """Return a cell by which a row is found: that of its study, else of its arm where the study's is merged."""
        names = [self.identity[name] for name in ("study", "arm", "procedure") if name in self.identity]
        return lowest([sheet.place(row, column) for column in names])


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
        target = target_of(name, codebook)
        if column in sheet.unread:
            unread[column] = sheet.unread[column]
        elif not isinstance(target, Fault):
            meant[target].append(column)
        elif name or len(sheet.filled(column)):
            unread[column] = _at(sheet, column, target)
    return meant, unread


def _repeated(sheet: Sheet, column: int, first: int) -> Problem:
    what = f"the column {sheet.header[column]!r} stands here a second time (first in {letters(first)})"
    fault = Fault("duplicate-column", what, "keep one of the two; neither is read")
    return _at(sheet, column, fault)


def _alone(sheet: Sheet, column: int, field: str) -> Problem:
    what = f"the column {sheet.header[column]!r} stands beside no column {field!r}"
    fault = Fault("missing-column", what, f"add a column called {field}")
    return _at(sheet, column, fault)


def _at(sheet: Sheet, column: int, fault: Fault) -> Problem:
    name = sheet.header[column] if sheet.foreign is None else sheet.foreign.names[column]
    subject = sheet.header[column] or f"column {letters(column)}"
    return fault.at(sheet.heading(column), subject, header=name, found=name)


def target_of(name: str, codebook: Codebook) -> tuple[str, str] | Fault:
    """Return what a header means: (identity, "") or (field, part)."""
    if not name:
        return Fault(
            "unnamed-column", "the column has no name", "name it, or delete it; a merged header names one only"
        )
    fields, folded = codebook.by_folded, fold(name)
    if folded in _IDENTITY:
        return _IDENTITY[folded], ""
    if folded in fields:
        return fields[folded], VALUE
    base, dot, part = name.rpartition(".")
    number = ""
    if _NUMBERED.fullmatch(part):
        base, number = base.rpartition(".")[0], f".{part}"
        part = name.removesuffix(number).rpartition(".")[2]
    if dot and fold(base) in fields:
        known = {fold(word): word for word in (EVIDENCE if number else (*JUDGED_BESIDE, *SHOWN_BESIDE, LEVEL))}
        if fold(part) in known:
            return fields[fold(base)], known[fold(part)] + number
        what, near = f"{part!r} is no key that belongs here", nearest(part, known.values())
        return Fault("unknown-key", what, did_you_mean(part, known.values()), near)
    fault = unknown_field(name, codebook, (*REQUIRED, *OPTIONAL))
    return replace(fault, remedy=f"{fault.remedy} (a column of your own begins with {OWN})")
