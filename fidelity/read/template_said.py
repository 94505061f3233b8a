"""What a filled template says beside its values: evidence, each piece at its fact, and people's judgements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as member

from fidelity.errors import Fault, Problem
from fidelity.model.codebook import Codebook
from fidelity.model.lines import rows_of
from fidelity.read.columns import EVIDENCE, JUDGED_BESIDE, VALUE, target_of
from fidelity.read.template_faults import unknown
from fidelity.read.template_layout import ARMS, BESIDE, PROCEDURES, STUDIES, without_unit
from fidelity.read.template_parts import Entry, Row
from fidelity.read.whole_studies import JUDGEMENT, judgements_of

Key = tuple[str, str, str]


@dataclass(slots=True)
class Said:
    """The rows of the evidence by what they are about, and which of them found their fact."""

    rows: dict[Key, list[tuple[str, Row]]]
    problems: list[Problem]
    refusing: dict[Key, list[Problem]]
    """What is wrong with rows that bear on what a value means: it refuses the procedures that they are about."""
    used: set[int] = member(default_factory=set)

    def attach(self, key: Key, entries: dict[str, Entry], holders: Sequence[Row]) -> list[Problem]:
        """Add to the entries of a procedure what is said beside its values; return what refuses it.

        A row about a whole study or arm belongs to the value that stands there; where none does, to the values of all
        procedures below.
        """
        study, arm, _ = key
        levels = {STUDIES: (study, "", ""), ARMS: (study, arm, ""), PROCEDURES: key}
        order = list(levels)
        kinds = {holder.part.sheet: holder.part.kind for holder in holders}
        filled = {holder.part.kind: holder.entries for holder in holders}
        numbers: dict[str, int] = {}
        problems = [problem for at in levels.values() for problem in self.refusing.get(at, ())]
        for level, at in levels.items():
            for name, row in self.rows.get(at, ()):
                if name not in entries:
                    # It is about a cell that tells no value, which is what is wrong.
                    self.used |= {id(row)} if any(name in holder.untold for holder in holders) else set()
                    continue
                stands = kinds[entries[name].at[0]]
                self.used.add(id(row))
                # It is about a value that stands higher and gives way to this procedure's own.
                if order.index(level) < order.index(stands) and name in filled.get(level, {}):
                    continue
                numbers[name] = numbers.get(name, 0) + any(part in row.entries for part in EVIDENCE)
                problems += (*row.spoilt, *_add(name, row, entries, numbers[name]))
        return problems

    def unused(self) -> Iterator[Problem]:
        """Yield the rows that are about no value."""
        for key, rows in self.rows.items():
            for field, row in rows:
                if id(row) not in self.used:
                    subject = "/".join(part for part in key if part)
                    what = f"no value of {field} stands where this row says something of it"
                    remedy = "write the value (or NR) there, or mend study, arm, procedure or field of this row"
                    yield Fault("evidence-of-nothing", what, remedy).at(row.place("field"), subject)
                    yield from row.spoilt


def said_of(rows: Iterable[Row], codebook: Codebook) -> Said:
    """Return the rows of the evidence by study, arm and procedure."""
    found: dict[Key, list[tuple[str, Row]]] = {}
    problems: list[Problem] = []
    refusing: dict[Key, list[Problem]] = {}
    for row in rows:
        key = (row.text("study"), row.text("arm"), row.text("procedure"))
        untold = row.untold & {"study", "arm", "procedure", "field"}
        name = _field_of(row, codebook)
        if isinstance(name, str) and not untold:
            found.setdefault(key, []).append((name, row))
            continue
        # A cell that tells no name is what is wrong, and not that the name is missing.
        faults = row.spoilt if untold or isinstance(name, str) else (name,)
        problems += faults
        if any(part in row.entries or part in row.untold for part in JUDGED_BESIDE):
            refusing.setdefault(_above(key, untold), []).extend(faults)
    return Said(found, problems, refusing)


def _above(key: Key, untold: frozenset[str]) -> Key:
    """Return what a row is about as far as its cells tell it: all of the arm where the procedure is not told."""
    study, arm, procedure = key
    return (study, "" if "study" in untold else arm, "" if untold & {"arm", "study"} else procedure)


def _field_of(row: Row, codebook: Codebook) -> str | Problem:
    """Return the field that a row of the evidence is about, or what is wrong with its names."""
    for name in ("study", "field"):
        if not row.text(name):
            fault = Fault("missing", f"{name} is missing", "write what this row is about")
            return fault.at(row.place(name), row.text("study") or f"row {row.number + 1}")
    written = row.text("field")
    target = target_of(written, codebook)
    if isinstance(target, Fault):
        target = target_of(without_unit(written), codebook)
    if not isinstance(target, Fault) and target[1] == VALUE:
        return target[0]
    fault = target if isinstance(target, Fault) else Fault("unknown-field", f"{written!r} is no field", "name a field")
    return fault.at(row.place("field"), row.text("study"), found=written)


def _add(name: str, row: Row, entries: dict[str, Entry], number: int) -> Iterator[Problem]:
    for part in BESIDE:
        if part not in row.entries:
            continue
        again = f".{number}" if part in EVIDENCE and number > 1 else ""
        column = f"{name}.{part}{again}"
        earlier = entries.get(column)
        if earlier is None:
            entries[column] = row.entries[part]
        elif earlier.text != row.text(part):
            what = f"{row.part.heading(part)} is {row.text(part)!r} here and {earlier.text!r} in an earlier row"
            fault = Fault("differs", what, "keep one of the two")
            yield fault.at(row.place(part), row.text("study"), header=row.part.heading(part), found=row.text(part))


@dataclass(frozen=True, slots=True)
class Judged:
    """The judgements of each study as one cell, and what is wrong with others."""

    lines: dict[str, Entry]
    spoilt: dict[str, list[Problem]]
    problems: list[Problem]


def judgements_by_study(rows: Iterable[Row], named: Mapping[str, Sequence[str]]) -> Judged:
    """Return people's judgements, study by study; one that is wrong refuses its study, as in a file of records.

    `named` are the procedures of each study that the other sheets name.
    """
    lines: dict[str, list[str]] = {}
    first: dict[str, Row] = {}
    spoilt: dict[str, list[Problem]] = {}
    problems: list[Problem] = []
    for row in rows:
        study = row.text("study")
        line = rows_of([[row.text(part) for part in JUDGEMENT]])
        missing = [name for name in ("study", *JUDGEMENT[:5]) if not row.text(name) and name not in row.untold]
        faults = [Fault("missing", f"{name} is missing", "fill it in") for name in missing]
        places = [row.place(name) for name in missing]
        found = None if missing or row.untold else judgements_of(line)
        if isinstance(found, Fault):
            faults, places = [found], [row.place("verdict")]
        wrong = [fault.at(place, study or f"row {row.number + 1}") for fault, place in zip(faults, places, strict=True)]
        wrong += (*_of_none(row, named), *row.spoilt)
        if wrong:
            spoilt.setdefault(study, []).extend(wrong)
            problems += wrong
        else:
            lines.setdefault(study, []).append(line)
            first.setdefault(study, row)
    cells = {study: Entry("\n".join(texts), first[study].at("criterion")) for study, texts in lines.items()}
    return Judged(cells, spoilt, problems)


def _of_none(row: Row, named: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Yield that no other sheet has the study, or the procedure, of which a row holds a judgement."""
    study, procedure = row.text("study"), row.text("procedure")
    if study and study not in named:
        yield unknown(row, "study", study, filter(None, named), STUDIES)
    elif study and procedure and procedure not in named[study]:
        yield unknown(row, "procedure", procedure, filter(None, named[study]), PROCEDURES)
