"""How many columns of each extraction are understood without an answer: `cd tests && python -m reviewers.figures`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import Column
from fidelity.model.words import fold_header
from fidelity.read.grids.books import read_book
from fidelity.read.mapping.matching import match_columns
from fidelity.read.mapping.proposal import Proposal
from fidelity.read.mapping.propose import propose
from fidelity.read.rules import load_codebook
from reviewers.extractions import NAMES, NOTHING, Known, known_columns, paths

Outcome = Literal["right", "wrong", "asked", "left out"]
_UNITS = ("mm", "ml", "mg", "s", "min", "°c", "c", "g", "%")
"""Units that stand at the end of the headers of these files."""


@dataclass(frozen=True)
class Judged:
    """A column with what is proposed for it, and how that compares with what a human knows."""

    known: Known
    proposed: Column | None
    outcome: Outcome
    easy: bool
    """Whether its header is a name of the codebook for certain, and its values need nothing said of them."""

    @property
    def guessed(self) -> bool:
        """Whether what is proposed is what the column feeds, be it certain or not."""
        return self.proposed is not None and self.proposed.feeds == self.known.feeds

    def __str__(self) -> str:
        told = "nothing" if self.proposed is None else (self.proposed.feeds or f"ignored: {self.proposed.ignored}")
        where = f"{self.known.file} {self.known.letter or ''}{self.known.row or ''}"
        return f"{where} {self.known.header!r}: {told}, should be {self.known.feeds} ({self.outcome})"


def proposed_for(name: str, codebook: Codebook) -> Proposal:
    """Return what is proposed for an extraction before anyone has said anything."""
    return propose([read_book(path.read_bytes(), str(path)) for path in paths(name)], codebook)


def judged(name: str, codebook: Codebook) -> list[Judged]:
    """Return every column of an extraction with its outcome; columns of repeated blocks count once."""
    entries = _entries(proposed_for(name, codebook))
    names = _names(codebook)
    found, seen = [], set()
    for known in known_columns(name):
        base = known.header.removesuffix(known.block).rstrip(".")
        if known.block and base in seen:
            continue
        seen.add(base if known.block else "")
        entry = entries.get((known.file, _place(known))) or entries.get((known.file, known.feeds))
        found.append(Judged(known, entry, _outcome(known, entry), _easy(known, base, names)))
    return found


def _entries(proposal: Proposal) -> dict[tuple[str, str], Column]:
    """Return the entry that is proposed for each column, by its file and the cell of its header.

    The study by which files were joined is one column for all of them, found by its file and what it feeds.
    """
    found: dict[tuple[str, str], Column] = {}
    for one in proposal.tables:
        for entry, at in match_columns(one.table, one.flat).pairs:
            place = one.flat.headings[at]
            file = place.source.rpartition("/")[2]
            cell = one.flat.header[at] if one.table.form == "study_sheets" else str(place.cell)
            found[file, fold_header(cell)] = entry
            found |= {(name, "study"): entry for name in one.table.files if entry.feeds == "study"}
    return found


def _place(known: Known) -> str:
    return fold_header(known.header if known.letter is None else f"{known.letter}{known.row}")


def _outcome(known: Known, entry: Column | None) -> Outcome:
    nothing = known.feeds == NOTHING
    if entry is None:
        return "left out" if nothing else "asked"
    if not entry.confirmed:
        return "asked"
    if entry.ignored is not None:
        return "left out" if nothing else "wrong"
    return "right" if entry.feeds == known.feeds else "wrong"


def _names(codebook: Codebook) -> dict[str, set[str]]:
    """Return the fields that have each name of the codebook."""
    found: dict[str, set[str]] = {}
    for name, field in codebook.fields.items():
        for text in (name, field.label, *field.also):
            found.setdefault(fold_header(text), set()).add(name)
    return found


def _easy(known: Known, base: str, names: dict[str, set[str]]) -> bool:
    words = base.replace(".", " ").replace("(", " ").replace("[", " ").rstrip(" )]").split()
    ways = {fold_header(base)}
    if words and words[-1].casefold() in _UNITS:
        ways.add(fold_header("".join(words[:-1])))
    named = any(names.get(way) == {known.feeds} for way in ways)
    return named and known.certain and not known.translated


def counts(found: Sequence[Judged]) -> Counter[str]:
    """Return how many columns came out in each way."""
    return Counter(one.outcome for one in found)


def table(codebook: Codebook) -> str:
    """Return the figures of all extractions as a table."""
    lines = [
        "| extraction | columns | right | left out | asked, first guess right | asked | wrong |",
        f"|---{'|--:' * 6}|",
    ]
    whole: list[Judged] = []
    for name in NAMES:
        found = judged(name, codebook)
        whole += found
        lines.append(_line(name, found))
    return "\n".join([*lines, _line("all", whole)])


def _line(name: str, found: Sequence[Judged]) -> str:
    number = counts(found)
    guessed = sum(one.outcome == "asked" and one.guessed for one in found)
    told = (len(found), number["right"], number["left out"], guessed, number["asked"] - guessed, number["wrong"])
    return f"| {name} | {' | '.join(map(str, told))} |"


if __name__ == "__main__":
    print(table(load_codebook()))
