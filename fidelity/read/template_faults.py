"""What is wrong with the rows of a filled template: names that are missing or unknown; each cell is said once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from fidelity.errors import Fault, Place, Problem, did_you_mean, nearest, sort_problems
from fidelity.model.words import fold
from fidelity.read.reading import Reading
from fidelity.read.template_layout import PROCEDURES
from fidelity.read.template_parts import Entry, Part, Row


def missing(row: Row, name: str) -> Problem:
    """Return the problem that a row lacks a name, or its role."""
    what = f"{name} is missing"
    remedy = "choose active, comparator, control or sham" if name == "role" else "write it in every row"
    subject = "/".join(text for text in (row.text("study"), row.text("arm")) if text) or f"row {row.number + 1}"
    return Fault("missing", what, remedy).at(row.place(name), subject, header=_heading(row, name))


def unknown(row: Row, kind: str, name: str, known: Iterable[str], sheet: str) -> Problem:
    """Return the problem that a row names a study, an arm or a procedure that a sheet does not have."""
    options = list(dict.fromkeys(known))
    same = next((other for other in options if fold(other) == fold(name)), None)
    near = f"did you mean {same!r}?" if same else did_you_mean(name, options, of_codebook=False)
    what = f"the sheet {sheet} has no {kind} {name!r}"
    fault = Fault(f"unknown-{kind}", what, f"{near}; or add it there", nearest(name, options))
    return fault.at(row.place(kind), name, header=_heading(row, kind), found=name)


def _heading(row: Row, name: str) -> str:
    return row.part.heading(name) if name in row.part.columns else ""


def told_once(read: Reading, entries: Iterable[Mapping[str, Entry]], parts: Iterable[Part]) -> Reading:
    """Return a reading in which what is wrong with a cell that holds for several procedures is said once.

    Its subject is what the cell's own row is about, such as the study, and not each procedure below it.
    """
    by_sheet = {part.sheet: part for part in parts if part.kind != PROCEDURES}
    subjects: dict[Place, tuple[str, str]] = {}
    for line in entries:
        for name, entry in line.items():
            part = by_sheet.get(entry.at[0])
            if part is not None:
                place = part.grid.place(*entry.at[1:])
                subjects[place] = (part.about(entry.at[1]), name.partition(".")[0])

    def about_its_row(problem: Problem) -> Problem:
        if problem.place not in subjects:
            return problem
        subject, field = subjects[problem.place]
        return replace(problem, subject=f"{subject} {field}" if problem.subject.endswith(f" {field}") else subject)

    refused = (
        replace(entry, problems=tuple(sort_problems(map(about_its_row, entry.problems)))) for entry in read.refused
    )
    return replace(read, problems=tuple(sort_problems(map(about_its_row, read.problems))), refused=tuple(refused))
