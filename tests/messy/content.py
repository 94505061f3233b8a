"""Draws the studies of a review with their arms, the columns of its form, and every cell with what it tells."""

from __future__ import annotations

from dataclasses import dataclass, field

from fidelity.model.words import fold_header
from messy.cells import Cell
from messy.menus import (
    ARM_FIELDS,
    ARMS,
    INJECTION_FIELDS,
    MODALITIES,
    RF_FIELDS,
    ROLE_WORDS,
    STUDY_FIELDS,
    SURNAMES,
)
from messy.review import Column, Habits, column
from messy.spoiling import spoil
from messy.truth import Among, Expected, Key, Row
from messy.writing import choice, not_applicable, write

IDENTITY = {
    "study": ("Study ID", "Study", "Author (year)", "First author, year", "Reference", "Covidence #"),
    "arm": ("Arm", "Group", "Treatment arm", "Arm name"),
    "procedure": ("Procedure", "Procedure ID", "Technique no."),
    "role": ("Role", "Type of arm", "Arm type"),
}
KINDS = {"rf": RF_FIELDS, "injection": INJECTION_FIELDS}
SPLIT = r"(?P<needle_gauge>[0-9]+ ?G) (?P<needle_type>.+)"


@dataclass
class Line:
    """A row of a form: the cell of each column, by its name, and the truth that it makes."""

    cells: dict[str, Cell]
    truth: Row


@dataclass
class StudyRows:
    """A study: what stands in its own columns, and its arms' rows."""

    written: str
    cells: dict[str, Cell] = field(default_factory=dict)
    lines: list[Line] = field(default_factory=list)


@dataclass
class Form:
    """All that a review extracts: its columns and its studies."""

    identity: dict[str, Column]
    of_study: list[Column]
    of_arm: list[Column]
    always: dict[str, str]
    studies: list[StudyRows]


def form(made: Habits, *, procedures: bool, joined: bool) -> Form:
    """Draw a review; `procedures` gives arms several rows, `joined` wants something told of studies."""
    kinds = made.rng.choice((("rf",), ("injection",), ("rf", "injection")))
    always: dict[str, str] = {}
    names = ["study", "arm", *(["procedure"] if procedures else []), "role"]
    if made.foreign and made.chance(0.2, "every arm has the same role"):
        always["role"] = made.rng.choice(("active", "comparator"))
        names.remove("role")
    identity = {name: _identity(made, name) for name in names}
    of_study = [column(made, name) for name in _some(made, STUDY_FIELDS, int(joined), 3)]
    of_arm = _arm_columns(made, kinds, always)
    _apart([*identity.values(), *of_study, *of_arm])
    drawn = Form(identity, of_study, of_arm, always, [])
    numbered = made.chance(0.2, "studies are numbers")
    taken: set[str] = set()
    while len(drawn.studies) < made.rng.randint(2, 7):
        name = f"{made.rng.choice(SURNAMES)} {made.rng.randint(1995, 2023)}"
        name = f"#{made.rng.randint(1, 999)}" if numbered else name
        if name not in taken:
            taken.add(name)
            drawn.studies.append(_study(made, drawn, name, kinds))
    return drawn


def _some(made: Habits, names: tuple[str, ...], least: int, most: int) -> list[str]:
    return made.rng.sample(names, min(len(names), made.rng.randint(least, most)))


def _identity(made: Habits, name: str) -> Column:
    if not made.foreign:
        return Column(name, name)
    drawn = Column(name, made.rng.choice(IDENTITY[name]), mapped={"feeds": name})
    if name == "role" and made.chance(0.5, "roles in words of its own"):
        drawn.words = {made.rng.choice(words): role for role, words in ROLE_WORDS.items()}
        drawn.mapped["values"] = dict(drawn.words)
    return drawn


def _arm_columns(made: Habits, kinds: tuple[str, ...], always: dict[str, str]) -> list[Column]:
    scope = [name for name in ("region", "modality") if made.chance(0.5)]
    if made.foreign and "region" not in scope and made.chance(0.4, "the region holds for every row"):
        always["region"] = made.rng.choice(("lumbar", "cervical"))
    names = [
        *scope,
        *_some(made, ARM_FIELDS, 0, 3),
        *(name for kind in kinds for name in _some(made, KINDS[kind], 2, 6)),
    ]
    split = made.foreign and {"needle_gauge", "needle_type"} <= set(names) and made.chance(0.6, "one column is split")
    columns = []
    for name in names:
        if split and name in ("needle_gauge", "needle_type"):
            continue
        columns.append(column(made, name))
    if split:
        drawn = Column("needle_gauge", "Needle", made.codebook.fields["needle_gauge"], in_cells=True)
        drawn.split, drawn.mapped = ("needle_gauge", "needle_type"), {"split": SPLIT}
        columns.append(drawn)
    for drawn in columns:
        if drawn.name == "lesion_duration" and made.foreign and made.chance(0.5, "times before durations"):
            drawn.times = "ignored" if "lesions_per_nerve" in names else "lesions_per_nerve"
            drawn.mapped["times"] = drawn.times
    return columns


def _apart(columns: list[Column]) -> None:
    """Give columns that are headed alike headings of their own."""
    taken: set[str] = set()
    for drawn in columns:
        names = (drawn.heading, *drawn.older, *drawn.newer)
        if taken & {fold_header(name) for name in names}:
            drawn.heading, drawn.older, drawn.newer = f"{drawn.name[:4]} {drawn.heading}", (), ()
            names = (drawn.heading,)
        taken |= {fold_header(name) for name in names}


def _study(made: Habits, drawn: Form, name: str, kinds: tuple[str, ...]) -> StudyRows:
    written = StudyRows(name)
    shared: dict[str, Expected] = {}
    spoilt: list[str] = []
    for one in drawn.of_study:
        cell, told = write(made, one)
        broken = spoil(made, one) if made.chance(0.02) else None
        if broken is not None:
            cell, told = broken[0], {}
            spoilt.append(f"{one.heading}: {broken[1]}")
        written.cells[one.name] = cell
        shared |= told
    kind = made.rng.choice(kinds)
    for arm in made.rng.sample(ARMS[kind], made.rng.choice((1, 2, 2, 3))):
        several = made.rng.choice((1, 1, 2)) if "procedure" in drawn.identity else 0
        role = drawn.always.get("role") or made.rng.choice(("active", "active", "comparator", "sham", "control"))
        for number in range(max(several, 1)):
            procedure = "" if not several or (several == 1 and made.chance(0.3)) else f"p{number + 1}"
            row = Row(Key.of(name, arm, procedure or arm), role, dict(shared), list(spoilt))
            written.lines.append(_line(made, drawn, row, kind, {"study": name, "arm": arm, "procedure": procedure}))
    return written


def _line(made: Habits, drawn: Form, row: Row, kind: str, names: dict[str, str]) -> Line:
    cells: dict[str, Cell] = {name: names[name] or None for name in drawn.identity if name != "role"}
    if "role" in drawn.identity:
        own = [word for word, role in drawn.identity["role"].words.items() if role == row.role]
        cells["role"] = made.rng.choice([*own, *own, row.role, row.role.capitalize()])
        if made.chance(0.01):
            cells["role"] = "treatment?"
            row.spoilt.append("role: a word that is no role")
    for name, value in drawn.always.items():
        if name != "role":
            row.fields[name] = Expected("reported", Among(frozenset({value})))
    for one in drawn.of_arm:
        applies = one.name not in {name for other, fields in KINDS.items() if other != kind for name in fields}
        if one.name == "modality":
            cell, expected = choice(made, one, only=MODALITIES[kind])
            told = {"modality": expected}
        else:
            cell, told = write(made, one) if applies else not_applicable(made, one)
        cells[one.name] = cell
        row.fields |= told
    if drawn.of_arm and made.chance(0.08):
        _spoil_one(made, drawn, row, cells)
    return Line(cells, row)


def _spoil_one(made: Habits, drawn: Form, row: Row, cells: dict[str, Cell]) -> None:
    one = made.rng.choice(drawn.of_arm)
    broken = spoil(made, one)
    if broken is None:
        return
    cells[one.name] = broken[0]
    for name in (one.name, *one.split, *([one.times] if one.times else [])):
        row.fields.pop(name, None)
    row.spoilt.append(f"{one.heading}: {broken[1]}")
