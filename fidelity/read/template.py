"""A filled template read back: its sheets joined to one table, a row for each procedure, each cell with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from dataclasses import field as member

import polars as pl

from fidelity.errors import Fault, Problem, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.facts import Facts
from fidelity.model.words import Status
from fidelity.read.flat import Scattered, code_of
from fidelity.read.grids.grid import Book
from fidelity.read.reading import Reading, Refused
from fidelity.read.sheet import Foreign, Sheet
from fidelity.read.tables import read_sheet
from fidelity.read.template_faults import missing, told_once, unknown
from fidelity.read.template_layout import ARMS, JUDGED, MARK, MARKED, PROCEDURES, SAID, STUDIES
from fidelity.read.template_parts import Entry, Part, Row, parts_of
from fidelity.read.template_said import Said, judgements_by_study, said_of


def is_template(book: Book) -> bool:
    """Whether a book is a form of ours, whichever program saved it last."""
    return any(_says(grid.cells, 0, 0) == MARKED for grid in book.grids if grid.sheet == MARK)


def read_template(book: Book, codebook: Codebook, na: Status | None = None) -> Reading:
    """Return the procedures of a filled template as typed rows; `na` is what NA means.

    Facts of the study and of the arm hold for each procedure whose own cell is empty. Every row of Procedures, and
    every arm that has none there, is read or refused by name; what is wrong stands at the cell that shows it.
    """
    parts, problems, notes = parts_of(book, codebook)
    problems = [*book.problems, *_version(book, codebook), *problems]
    joined = _Joined({kind: _rows(parts, kind, codebook) for kind in (STUDIES, ARMS, PROCEDURES)})
    said = said_of(_rows(parts, SAID, codebook), codebook)
    judged = judgements_by_study(_rows(parts, JUDGED, codebook), joined.procedures())
    problems += [*said.problems, *judged.problems]
    lines, refused = joined.lines(said, judged.lines, {**judged.spoilt})
    problems += [*joined.problems, *said.unused(), *(problem for entry in refused for problem in entry.problems)]
    if not lines and not refused and not problems:
        what = "the form is not filled in"
        problems.append(Problem("empty", book.grids[0].place(0, 0), book.source, what, f"fill in {PROCEDURES}"))
    read = Reading()
    if lines:
        read = read_sheet(_sheet(book, lines, joined.headings(parts)), [], codebook, na)
        read = told_once(read, [line.entries for line in lines], parts)
    return Reading(
        tuple(_with_depths(batch, lines, parts, codebook) for batch in read.batches),
        tuple(sort_problems([*problems, *read.problems])),
        (*refused, *read.refused),
        tuple(sort_problems([*book.notes, *notes, *read.notes])),
    )


def _says(cells: pl.DataFrame, row: int, column: int) -> str:
    return str(cells[str(column)][row]).strip() if row < cells.height and column < cells.width else ""


def _version(book: Book, codebook: Codebook) -> Iterator[Problem]:
    for grid in book.grids:
        written = _says(grid.cells, 1, 1) if grid.sheet == MARK else ""
        if written and not codebook.understands(written):
            what = f"the form was made for codebook {written}, and the codebook is {codebook.version}"
            remedy = "make a form anew with this version of fidelity, and copy the entries into it"
            yield Problem("codebook-differs", grid.place(1, 1), book.source, what, remedy)


def _rows(parts: Iterable[Part], kind: str, codebook: Codebook) -> list[Row]:
    return [row for part in parts if part.kind == kind for row in part.rows(codebook)]


@dataclass(slots=True)
class Line:
    """A row of the table that the sheets make: what stands in each column, and where a column without text would."""

    row: Row
    entries: dict[str, Entry]


@dataclass(slots=True)
class _Joined:
    """The rows of studies, arms and procedures, each found by what it is called."""

    rows: dict[str, list[Row]]
    problems: list[Problem] = member(default_factory=list)
    studies: dict[str, Row] = member(default_factory=dict)
    arms: dict[tuple[str, str], Row] = member(default_factory=dict)
    twice: dict[tuple[str, str], Problem] = member(default_factory=dict)
    nameless: list[Row] = member(default_factory=list)
    """The rows of studies and arms that do not tell which study or arm they are about."""

    def __post_init__(self) -> None:
        for row in self.rows[STUDIES]:
            study = row.text("study")
            if study:
                self._once(row, (study, ""), study in self.studies)
                self.studies.setdefault(study, row)
            else:
                self.nameless.append(row)
                self.problems += row.spoilt if "study" in row.untold else (missing(row, "study"), *row.spoilt)
        for row in self.rows[ARMS]:
            key = (row.text("study"), row.text("arm"))
            if all(key):
                self._once(row, key, key in self.arms)
                self.arms.setdefault(key, row)
            else:
                self.nameless.append(row)

    def _once(self, row: Row, key: tuple[str, str], known: bool) -> None:
        kind, name = ("arm", key[1]) if key[1] else ("study", key[0])
        if known and key not in self.twice:
            what = f"the {kind} {name!r} stands here a second time"
            fault = Fault(f"duplicate-{kind}", what, "keep one row, or give it a name of its own")
            self.twice[key] = fault.at(row.place(kind), name, header=row.part.heading(kind), found=name)

    def lines(
        self, said: Said, judgements: dict[str, Entry], spoilt: dict[str, list[Problem]]
    ) -> tuple[list[Line], list[Refused]]:
        """Return the sound rows of the table, and the refusals of the others."""
        lines: list[Line] = []
        refused: list[Refused] = []
        for row, own in self._all():
            study, arm = row.text("study"), row.text("arm")
            above = [found for found in (self.arms.get((study, arm)), self.studies.get(study)) if found is not None]
            holders = list({id(found): found for found in (row, *above)}.values())
            faults = [*self._faults(row, own), *(problem for found in holders for problem in found.spoilt)]
            faults += spoilt.get(study, [])
            key = (study, arm, row.text("procedure") or arm)
            entries = self._entries(row, own)
            faults += said.attach(key, entries, holders)
            if study in judgements:
                entries["judgements"] = judgements[study]
            if faults:
                role = entries["role"].text if "role" in entries else None
                names = (study or f"row {row.number + 1}", arm or None, key[2] or None, role)
                refused.append(Refused(*names, row.place("study"), tuple(sort_problems(faults))))
            else:
                lines.append(Line(row, entries))
        return lines, [*refused, *self._without_arms(spoilt)]

    def _all(self) -> Iterator[tuple[Row, bool]]:
        """Yield the rows of the procedures, then the arms that have none, which are procedures themselves."""
        given = {(row.text("study"), row.text("arm")) for row in self.rows[PROCEDURES]}
        yield from ((row, True) for row in self.rows[PROCEDURES])
        for key, row in self.arms.items():
            if key not in given:
                yield row, False
        yield from ((row, True) for row in self.nameless if row.part.kind == ARMS)

    def procedures(self) -> dict[str, list[str]]:
        """Return the names of the procedures of each study that the form names."""
        named: dict[str, list[str]] = {study: [] for study in self.studies}
        for row, _ in self._all():
            named.setdefault(row.text("study"), []).append(row.text("procedure") or row.text("arm"))
        return named

    def _without_arms(self, spoilt: dict[str, list[Problem]]) -> Iterator[Refused]:
        """Yield the studies of which the form has neither an arm nor a procedure."""
        named = {row.text("study") for row in (*self.rows[PROCEDURES], *self.rows[ARMS])}
        for study, row in self.studies.items():
            if study not in named:
                what = f"neither {ARMS} nor {PROCEDURES} has a row of this study"
                problem = Fault("missing", what, "add its arms").at(row.place("study"), study)
                found = (problem, *row.spoilt, *spoilt.get(study, []))
                yield Refused(study, None, None, None, row.place("study"), found)
        for row in self.nameless:
            if row.part.kind == STUDIES and "study" in row.untold:
                yield Refused(f"row {row.number + 1}", None, None, None, row.place("study"), row.spoilt)

    def _faults(self, row: Row, own: bool) -> Iterator[Problem]:
        """Yield what is wrong with the names of a row: missing ones, and those that the other sheets do not have."""
        study, arm = row.text("study"), row.text("arm")
        for name in ("study", "arm"):
            if not row.text(name) and name not in row.untold:
                yield missing(row, name)
        if study:
            yield from self.faults_of_study(row)
        known = [other for of, other in self.arms if of == study and other]
        listed = (study, arm) in self.arms
        holders = [row, self.arms[study, arm]] if listed else [row]
        if own and arm and study and not listed and (untold := self._untold(study)):
            yield from untold
        elif own and arm and study and known and not listed:
            yield unknown(row, "arm", arm, known, ARMS)
        elif study and arm and not any(one.text("role") or "role" in one.untold for one in holders):
            yield missing(holders[-1], "role")
        yield from (self.twice[key] for key in ((study, ""), (study, arm)) if key in self.twice)

    def faults_of_study(self, row: Row) -> list[Problem]:
        """Return what is wrong with the study that a row names: the sheet of studies has others only."""
        study = row.text("study")
        untold = [problem for other in self.nameless if other.part.kind == STUDIES for problem in _names_of(other)]
        if study in self.studies or not (self.studies or untold):
            return []
        return untold or [unknown(row, "study", study, self.studies, STUDIES)]

    def _untold(self, study: str) -> list[Problem]:
        """Return why a row of Arms does not tell its name, where it may be about an arm of a study."""
        arms = [row for row in self.nameless if row.part.kind == ARMS and row.text("study") in ("", study)]
        return [problem for row in arms for problem in _names_of(row)]

    def _entries(self, row: Row, own: bool) -> dict[str, Entry]:
        """Return what holds for a procedure: of each column, what stands nearest to it."""
        study, arm = self.studies.get(row.text("study")), self.arms.get((row.text("study"), row.text("arm")))
        entries: dict[str, Entry] = {}
        for holder in (study, arm, row if own else None):
            if holder is not None:
                entries |= holder.entries
        if own and arm is not None and "role" in row.entries and "role" in arm.entries:
            entries["arm_role"] = arm.entries["role"]
        return entries

    def headings(self, parts: Iterable[Part]) -> dict[str, Part]:
        """Return for each column the sheet on which it is named, that nearest to the procedures."""
        order = (PROCEDURES, ARMS, STUDIES, SAID, JUDGED)
        named: dict[str, Part] = {}
        for part in sorted(parts, key=lambda part: order.index(part.kind)):
            for name in part.columns:
                named.setdefault(name, part)
        return named


def _names_of(row: Row) -> tuple[Problem, ...]:
    """Return what is wrong with the cells of a row where one of them is to name its study or its arm."""
    return row.spoilt if {"study", "arm"} & row.untold else ()


def _with_depths(batch: Facts, lines: Iterable[Line], parts: Iterable[Part], codebook: Codebook) -> Facts:
    """Return typed rows that know how near each fact stands: what a study says of all may not fit one procedure."""
    near = {STUDIES: 0, ARMS: 1, PROCEDURES: 2}
    depth = {part.sheet: near.get(part.kind, 2) for part in parts}
    by_key = {
        (row.text("study"), row.text("arm"), row.text("procedure") or row.text("arm")): line.entries
        for line in lines
        for row in (line.row,)
    }
    found = [by_key[key] for key in batch.frame.select("study", "arm", "procedure").iter_rows()]
    series = [
        pl.Series(
            f"{name}.depth",
            [depth[entries[name].at[0]] if name in entries else -1 for entries in found],
            dtype=pl.Int8,
        )
        for name in codebook.fields
        if f"{name}.status" in batch.frame.columns
    ]
    return replace(batch, frame=batch.frame.with_columns(series))


def _sheet(book: Book, lines: list[Line], named: dict[str, Part]) -> Sheet:
    """Return the table that the lines make, each cell with its place in the workbook."""
    names = list(dict.fromkeys(("study", "arm", "role", *(name for line in lines for name in line.entries))))
    cells = {
        str(at): [line.entries[name].text if name in line.entries else "" for line in lines]
        for at, name in enumerate(names)
    }
    codes = {
        str(at): [code_of(*(line.entries[name].at if name in line.entries else line.row.at(name))) for line in lines]
        for at, name in enumerate(names)
    }
    texts = pl.DataFrame(cells, schema=dict.fromkeys(cells, pl.String))
    headings, shown = [], []
    for name in names:
        part = named.get(name) or named.get(name.split(".")[0]) or lines[0].row.part
        column = name if name in part.columns else next(iter(part.columns))
        headings.append(part.grid.place(part.header, part.columns[column]))
        shown.append(part.heading(column) if column == name else name)
    foreign = Foreign(
        sources=Scattered(
            tuple((book.source, grid.sheet) for grid in book.grids),
            pl.DataFrame(codes, schema=dict.fromkeys(codes, pl.UInt64)),
        ),
        headings=tuple(headings),
        names=tuple(shown),
        shown=texts,
    )
    numbers = pl.Series([line.row.number + 1 for line in lines], dtype=pl.Int64)
    return Sheet(book.source, tuple(names), texts, numbers, foreign=foreign)
