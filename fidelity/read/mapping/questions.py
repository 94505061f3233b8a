"""What only the reviewer can say of a table that a mapping is proposed for, with what to write to say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from fidelity.model.codebook import Field
from fidelity.model.mapping import Table
from fidelity.model.words import CHOICE_TYPES, fold, spoken
from fidelity.read.columns import REQUIRED
from fidelity.read.flat import Flat
from fidelity.read.mapping.columns import CLOSED, MEANT, Proposed
from fidelity.read.mapping.fitting import is_mark
from fidelity.read.mapping.maker import Maker
from fidelity.read.mapping.matching import name_of
from fidelity.read.mapping.proposal import Kind, Question
from fidelity.read.mapping.rewording import key_of
from fidelity.read.mapping.translate import stripped
from fidelity.read.signs import shortened

_MOST: Final = 12
"""So many texts of a column are asked about one by one."""
_COUNTS: Final = {"lesion_duration": "lesions_per_nerve", "pulse_width": "pulse_cycles"}
"""Which field usually takes the number of times that stands before a value of another."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Asks about one table."""

    table: Table
    flat: Flat
    proposed: Sequence[Proposed]
    maker: Maker

    def questions(self) -> Iterator[Question]:
        """Yield every question: about columns, then about what their values mean."""
        yield from self._identity()
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
        fed = {target for entry in self.table.columns for target in entry.targets} | set(self.table.always)
        if self.table.join is not None:
            return
        for name in REQUIRED:
            if name in fed:
                continue
            what = f"no column seems to tell the {name} of a row"
            remedy = f"name the column that feeds {name}"
            lines: tuple[str, ...] = ("always:", f"  {name}: ...")
            if name == "role":
                remedy = "name the column that says active, comparator, control or sham, or say it for all rows"
                lines = ("always:", "  role: active")
            yield self._ask("identity", 0, what, remedy, lines, stops=True)

    def _column(self, one: Proposed) -> Question:
        entry = one.entry
        name = name_of(self.flat, one.at)
        if entry.ignored is not None:
            what = f"{name!r}: {entry.because or 'nobody has said that it may be left out'}"
            return self._ask(
                "ignored", one.at, what, f"--accept '{name}=FIELD', or give the reason in `ignored`", stops=True
            )
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
        lines = ("values:", *(f"  {quoted(text)}: {nearest_choice(field, text)}" for text in texts))
        return self._ask("values", one.at, what, "write what each text means in the codebook's words", lines)

    def _words(self, one: Proposed, target: str) -> Iterator[Question]:
        distinct = {text for text in stripped(self.flat.cells[str(one.at)]).unique().to_list() if text}
        known = {fold(word) for word in (*CLOSED[target], *one.entry.values)}
        unknown = sorted(text for text in distinct if fold(text) not in known and not is_mark(text))[:_MOST]
        if unknown:
            what = f"{', '.join(map(shortened, unknown))}: which {spoken(target)} is it?"
            lines = ("values:", *(f"  {quoted(text)}: {CLOSED[target][0]}" for text in unknown))
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
            lines = ("codes:", f"  not_reported: [{quoted(text)}]")
            yield self._ask("code", first[text], what, "put it below the status that it means", lines)


def _cells(number: int) -> str:
    return "1 cell" if number == 1 else f"{number} cells"


def _hold(number: int, header: str) -> str:
    return f"{_cells(number)} of {header!r} {'holds' if number == 1 else 'hold'}"


def quoted(text: str) -> str:
    """Return a text as YAML writes it whatever it holds."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def nearest_choice(field: Field, text: str) -> str:
    """Return the choice whose ways to say it are most like a text; dots where none is."""
    ways: dict[str, str] = {}
    for name, choice in field.choices.items():
        ways |= {word.casefold(): name for word in (name, choice.label, *choice.also)}
    near = get_close_matches(text.casefold()[:100], list(ways), n=1, cutoff=0.5)
    return ways[near[0]] if near else "..."
