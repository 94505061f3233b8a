"""The habits of one review: what its files are, its decimal sign, its codes, and its columns with their mapping."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from random import Random
from typing import Any

from fidelity.model.codebook import Codebook
from fidelity.model.codebook import Field as Defined
from messy.menus import CODES, HEADINGS, NUMBERS, UNITS, WORDS


@dataclass
class Habits:
    """What holds for the whole review; `draws` collects what was drawn, in words."""

    rng: Random
    codebook: Codebook
    workbook: bool
    """Whether cells can be numbers, dates and formulas, not text only."""
    foreign: bool
    """Whether headers are the reviewer's own, so that a mapping says what they mean."""
    comma: bool = False
    mangled: bool = False
    """Whether R's read.csv has rewritten the headers."""
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    draws: list[str] = field(default_factory=list)

    def chance(self, share: float, said: str = "") -> bool:
        """Whether something happens; what is drawn is noted under what is said of it."""
        drawn = self.rng.random() < share
        if drawn and said:
            self.draws.append(said)
        return drawn


@dataclass
class Column:
    """One column of a review: how it is headed, what its cells may be, and what the mapping says of it."""

    name: str
    """The field that it feeds, or an identity name."""
    heading: str
    defined: Defined | None = None
    bare: Fraction | None = None
    """How many of the codebook's unit a number without a unit means; None where such a number has no unit."""
    in_cells: bool = False
    words: dict[str, str] = field(default_factory=dict)
    """The review's own words for choices, each with the choice."""
    codes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    separator: str | None = None
    times: str | None = None
    split: tuple[str, ...] = ()
    older: tuple[str, ...] = ()
    newer: tuple[str, ...] = ()
    mapped: dict[str, Any] = field(default_factory=dict)
    """What the mapping says beside `reads`."""

    def entry(self, prefix: str = "") -> dict[str, Any]:
        """The column as the mapping file has it; `prefix` is a row of header above its own."""
        names = [*self.newer, prefix + self.heading, *self.older]
        return {"reads": names, **self.mapped}


def habits(rng: Random, codebook: Codebook) -> Habits:
    """Draw how a review keeps its extraction."""
    made = Habits(rng, codebook, workbook=rng.random() < 0.62, foreign=rng.random() < 0.88)
    if not made.foreign:
        made.draws.append("headers are names of the codebook")
        return made
    made.comma = made.chance(0.25, "decimal comma")
    made.mangled = not made.workbook and made.chance(0.2, "headers mangled by R")
    statuses = [status for status in CODES if rng.random() < 0.5]
    made.codes = {status: tuple(rng.sample(CODES[status], rng.choice((1, 1, 2)))) for status in statuses}
    return made


def column(made: Habits, name: str) -> Column:
    """Draw how a review heads and fills the column of a field."""
    defined, rng = made.codebook.fields[name], made.rng
    if not made.foreign:
        drawn = Column(name, name, defined, Fraction(1))
    else:
        drawn = Column(name, rng.choice(HEADINGS[name]), defined, mapped={"feeds": name})
        drawn.heading = drawn.heading.upper() if made.chance(0.1) else drawn.heading
    if defined.unit in UNITS and defined.type != "ordered_choice" and name in NUMBERS:
        _unit(made, drawn, str(defined.unit))
    elif defined.type == "ordered_choice":
        _gauge(made, drawn)
    elif defined.type in ("number", "count", "cut_off"):
        drawn.bare = Fraction(1)
    if made.foreign:
        _own_words(made, drawn)
        _own_codes(made, drawn)
        if made.chance(0.2, f"{name}: header was renamed"):
            drawn.older = (f"Previous {drawn.heading}",)
        if made.chance(0.1):
            drawn.newer = (f"Revised {drawn.heading}",)
    if defined.type == "checklist":
        _list(made, drawn)
    elif defined.type == "choice" and made.foreign and made.chance(0.2, f"{name}: separator"):
        drawn.separator = rng.choice((" / ", "/", " + ", ", ", " vs "))
        drawn.mapped |= {"separator": drawn.separator.strip(), "several": "either"}
    return drawn


def _unit(made: Habits, drawn: Column, unit: str) -> None:
    rng = made.rng
    where = rng.choice(("header", "cells", "cells", "mapping")) if made.foreign else "native"
    if where == "native":
        drawn.in_cells = made.chance(0.3)
        return
    if where == "header" and made.mangled:
        where = "mapping"
    factor = rng.choice([f for f in UNITS[unit] if any((n / f * 1000).denominator == 1 for n in NUMBERS[drawn.name])])
    word = rng.choice(UNITS[unit][factor])
    if where == "cells":
        drawn.in_cells = True
        return
    drawn.bare = factor
    made.draws.append(f"{drawn.name}: unit {word} in the {where}")
    if where == "mapping":
        drawn.mapped["unit"] = word
    else:
        drawn.heading = rng.choice(("{} ({})", "{} [{}]", "{}, {}")).format(drawn.heading, word)
    if drawn.name == "lesion_duration" and where == "header":
        return
    drawn.in_cells = made.chance(0.1)


def _gauge(made: Habits, drawn: Column) -> None:
    drawn.in_cells = made.chance(0.5)
    drawn.bare = Fraction(1)
    if made.foreign and made.chance(0.25, f"{drawn.name}: header does not say gauge"):
        drawn.heading = made.rng.choice(("Needle size", "Cannula", "Needle or cannula")) + f" {drawn.name[0].upper()}"
        drawn.in_cells, drawn.bare = True, None


def _own_words(made: Habits, drawn: Column) -> None:
    known = WORDS.get(drawn.name, {})
    if known and made.chance(0.5, f"{drawn.name}: words of its own"):
        drawn.words = {made.rng.choice(words): choice for choice, words in known.items()}
        drawn.mapped["values"] = dict(drawn.words)


def _own_codes(made: Habits, drawn: Column) -> None:
    taken = {word.casefold() for words in made.codes.values() for word in words}
    taken |= {word.casefold() for word in drawn.words}
    if made.chance(0.12, f"{drawn.name}: codes of its own"):
        status = made.rng.choice(list(CODES))
        free = [word for word in CODES[status] if word.casefold() not in taken]
        drawn.codes = {status: (made.rng.choice(free),)}
        drawn.mapped["codes"] = {status: list(drawn.codes[status])}


def _list(made: Habits, drawn: Column) -> None:
    drawn.separator = "; "
    if made.foreign and made.chance(0.6, f"{drawn.name}: separator"):
        line = "\n" if made.workbook else ";"
        drawn.separator = made.rng.choice((" / ", "/", " + ", ", ", ";", line, " | "))
        drawn.mapped |= {"separator": drawn.separator.strip(" ") or drawn.separator, "several": "all"}
