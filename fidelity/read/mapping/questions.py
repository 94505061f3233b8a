"""What only the reviewer can say of a table that a mapping is proposed for, with what to write to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from fidelity.model.codebook import Field
from fidelity.model.mapping import Table
from fidelity.model.words import CHOICE_TYPES, fold, spoken
from fidelity.read.columns import REQUIRED
from fidelity.read.flat import Flat
from fidelity.read.mapping.columns import CLOSED, MEANT, Proposed, is_word
from fidelity.read.mapping.fitting import is_mark
from fidelity.read.mapping.maker import Maker
from fidelity.read.mapping.matching import name_of
from fidelity.read.mapping.proposal import Kind, Question
from fidelity.read.mapping.rewording import key_of
from fidelity.read.mapping.translate import stripped
from fidelity.read.signs import shortened

_MOST: Final = 12
"""So many texts of a column are asked about one by one."""
_LISTED: Final = 16
"""So many choices of a field are named in a question."""
_SLIPS: Final = 10
"""Where fewer than one row in so many is blank, the blank may be a slip."""
_COUNTS: Final = {"lesion_duration": "lesions_per_nerve", "pulse_width": "pulse_cycles"}
"""Which field usually takes the number of times that stands before a value of another."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks about one table."""

    table: Table
    flat: Flat
    proposed: Sequence[Proposed]
    maker: Maker
    new: bool = True
    """Whether the mapping is made now: what holds for every row is asked once."""

    def questions(self) -> Iterator[Question]:
        """Yield every question: about columns, then about what their values mean."""
        yield from self._identity()
        yield from self._written_once()
        for one in self.proposed:
            if not one.entry.confirmed:
                yield self._column(one)
            yield from self._values_of(one)
        yield from self._codes()

    def _ask(
        self, kind: Kind, at: int, what: str, remedy: str, lines: tuple[str, ...] = (), *, stops: bool = False
    ) -> Question:
        header = name_of(self.flat, at)
        return Question(kind, self.table.name, header, self.flat.headings[at], what, remedy, lines, stops)

    def _identity(self) -> Iterator[Question]:
        if self.table.join is not None:
            return
        beside = [table for table in self.maker.mapping.tables if table.join and table.join.to == self.table.name]
        fed = {target for entry in self.table.columns for target in entry.targets} | set(self.table.always)
        fed |= {target for table in beside for entry in table.columns for target in entry.targets}
        for name in REQUIRED:
            if name in fed:
                continue
            what = f"no column seems to tell the {name} of a row"
            remedy = f"name the column that feeds {name}, or say it below `always` if it is one for all rows"
            if name == "role":
                remedy = "name the column that says active, comparator, control or sham, or say it below `always`"
            yield self._ask("identity", 0, what, remedy, ("always:", f"  {name}: ..."), stops=True)
        fields = self.maker.codebook.fields
        lost = [
            name for name, field in fields.items() if field.scope and field.applies_when is None and name not in fed
        ]
        if lost and self.new:
            labels = ", ".join(fields[name].label.lower() for name in lost)
            what = f"no column seems to tell: {labels}; without it there may be no standard to judge by"
            lines = ("always:", *(f"  {name}: ..." for name in lost))
            remedy = "name the column that feeds it, or say below `always` what holds for every row"
            yield self._ask("identity", 0, what, remedy, lines)

    def _written_once(self) -> Iterator[Question]:
        """Yield the question whether a study, and an arm, holds for the rows below in which its cell is blank."""
        gaps = {name: found for name in ("study", "arm") if (found := self._gaps(name)) is not None}
        if not gaps:
            return
        at, rows = next(iter(gaps.values()))
        said = " and ".join(gaps)
        names = tuple(name for name in ("study", "arm") if name == "study" or name in gaps)
        what = f"{said} is blank in {_counted(rows, 'row')} below a row that names it: does it hold for them, too?"
        # A few blanks are slips, and each of them is refused by name.
        often = rows * _SLIPS >= self.flat.cells.height
        remedy = "say fill_down if it is written once for several rows, else write it in every row"
        yield self._ask("identity", at, what, remedy, (f"fill_down: [{', '.join(names)}]",), stops=often)

    def _gaps(self, name: str) -> tuple[int, int] | None:
        """Return the column of a name that rows below one that tells it leave blank, and how many; None for none."""
        columns = [one.at for one in self.proposed if one.entry.feeds == name]
        if name == "arm" and any(one.entry.feeds == "report" for one in self.proposed):
            return None  # A registry speaks of all arms at once.
        if len(columns) != 1 or name in self.table.fill_down or name in self.table.always:
            return None
        blank = stripped(self.flat.cells[str(columns[0])]) == ""
        first = blank.arg_min() if not blank.all() else None
        rows = 0 if first is None else int(blank.slice(first).sum())
        return (columns[0], rows) if rows else None

    def _column(self, one: Proposed) -> Question:
        entry = one.entry
        name = name_of(self.flat, one.at)
        if entry.ignored is not None:
            what = f"{name!r}: {entry.because or 'nobody has said that it may be left out'}"
            remedy = f"write `feeds: FIELD` instead of `ignored` (or --accept '{name}=FIELD'), or why it is not read"
            return self._ask("ignored", one.at, what, remedy, stops=True)
        what = f"{name!r} may feed {entry.feeds}: {entry.because}"
        return self._ask("column", one.at, what, f"--accept '{name}={entry.feeds}', or mend `feeds`", stops=True)

    def _values_of(self, one: Proposed) -> Iterator[Question]:
        entry, found = one.entry, one.fit
        field = self.maker.field_of(entry.feeds or "")
        if entry.feeds is not None and entry.feeds in MEANT:
            yield from self._words(one, entry.feeds)
        if field is None or found is None:
            return
        header = name_of(self.flat, one.at)
        if found.bare and self.maker.unitless(entry, entry.feeds or "", header):
            what = f"{_hold(found.bare, header)} a number without a unit"
            remedy = f"write the unit of the column, such as unit: {field.unit}"
            yield self._ask("unit", one.at, what, remedy, (f"unit: {field.unit}",))
        if found.times and entry.times is None:
            count = _COUNTS.get(entry.feeds or "", "ignored")
            what = f"{_hold(found.times, header)} a number of times, too, such as 2 x 60 s"
            yield self._ask(
                "times", one.at, what, "name the field that takes the number, or ignored", (f"times: {count}",)
            )
        if found.commas and self.maker.mapping.decimal is None:
            what = f"{_hold(found.commas, header)} a comma between digits"
            yield self._ask(
                "decimal",
                one.at,
                what,
                "write decimal: comma at the top if it is the decimal sign",
                ("decimal: comma",),
            )
        if found.unknown and (field.type in CHOICE_TYPES or field.type == "checklist"):
            yield self._unknown(one, field, found.unknown)

    def _unknown(self, one: Proposed, field: Field, unknown: Counter[str]) -> Question:
        texts = [text for text, _ in unknown.most_common(_MOST)]
        held = _hold(sum(unknown.values()), name_of(self.flat, one.at))
        what = f"{held} a text that {field.label} does not know"
        lines = ("values:", *(f"  {quoted(text)}: ..." for text in texts))
        return self._ask("values", one.at, what, f"write for each text what it means: {_words_of(field)}", lines)

    def _words(self, one: Proposed, target: str) -> Iterator[Question]:
        distinct = {text for text in stripped(self.flat.cells[str(one.at)]).unique().to_list() if text}
        known = {fold(word) for word in one.entry.values}
        unknown = sorted(
            text for text in distinct if fold(text) not in known and not is_word(target, text) and not is_mark(text)
        )[:_MOST]
        if unknown:
            what = f"{', '.join(map(shortened, unknown))}: which {spoken(target)} is it?"
            lines = ("values:", *(f"  {quoted(text)}: ..." for text in unknown))
            yield self._ask("values", one.at, what, f"write {', '.join(CLOSED[target])} for each", lines)

    def _codes(self) -> Iterator[Question]:
        cells: Counter[str] = Counter()
        first: dict[str, int] = {}
        coded = {key_of(text) for entry in self.table.columns for texts in entry.codes.values() for text in texts}
        coded |= {key_of(text) for texts in self.maker.mapping.codes.values() for text in texts}
        for one in self.proposed:
            for text, number in one.fit.marks.items() if one.fit is not None else ():
                if key_of(text) not in coded and text not in one.entry.values:
                    cells[text] += number
                    first.setdefault(text, one.at)
        for text, number in cells.most_common():
            what = (
                f"{shortened(text)} stands in {_cells(number)}: not reported, not extracted, unclear or not applicable?"
            )
            lines = ("codes:", f"  ...: [{quoted(text)}]")
            remedy = "write not_reported, not_extracted, unclear or not_applicable for the dots"
            yield self._ask("code", first[text], what, remedy, lines)


def _cells(number: int) -> str:
    return _counted(number, "cell")


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"


def _hold(number: int, header: str) -> str:
    return f"{_cells(number)} of {header!r} {'holds' if number == 1 else 'hold'}"


def quoted(text: str) -> str:
    """Return a text as YAML writes it whatever it holds."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def _words_of(field: Field) -> str:
    """Return the words that a field takes, where they are few; else where they stand."""
    if len(field.choices) <= _LISTED:
        return ", ".join(field.choices)
    return (
        f"one of {len(field.choices)} words, see {field.label} in the sheet Dictionary of `fidelity template -o d.xlsx`"
    )
