"""What `fidelity map` finds out about new files: what is certain, what it asks, and how many cells can be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from fidelity.errors import Place
from fidelity.model.mapping import MappingFile, Table
from fidelity.read.flat import Flat

Kind = Literal["column", "ignored", "unit", "decimal", "times", "code", "values", "identity", "join", "table", "drift"]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A cell that the grammar of values cannot read, and why."""

    place: Place
    text: str
    what: str


@dataclass(frozen=True, slots=True)
class Covered:
    """One column of a table: what it feeds or why it is left out, and how many of its filled cells can be read."""

    header: str
    place: Place
    feeds: str
    ignored: str
    certain: bool
    filled: int
    read: int
    unreadable: tuple[Unreadable, ...] = ()

    @property
    def state(self) -> str:
        """How the column stands in the mapping: certain, asked, ignored or unread."""
        if not self.feeds and not self.ignored:
            return "unread"
        if not self.certain:
            return "asked"
        return "ignored" if self.ignored else "certain"


@dataclass(frozen=True, slots=True)
class Question:
    """Something that only the reviewer can say, with what to write into the mapping file to say it.

    `lines` are lines of the mapping file that would answer it one way; they are written there as a comment.
    """

    kind: Kind
    table: str
    header: str
    place: Place
    what: str
    remedy: str
    lines: tuple[str, ...] = ()
    stops: bool = True
    """Whether the table is not read without an answer; else single cells are refused."""


@dataclass(frozen=True, slots=True)
class TableProposal:
    """One table as it would be mapped, with its questions and the coverage of its columns."""

    table: Table
    flat: Flat
    questions: tuple[Question, ...]
    columns: tuple[Covered, ...] = ()
    """How each column stands; no cell of it counts as read where nobody asked for the coverage."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping for some files: its columns that are certain are confirmed in it, and nothing else is."""

    mapping: MappingFile | None
    """None where no table was found."""
    tables: tuple[TableProposal, ...]
    questions: tuple[Question, ...] = ()
    """Questions about the files as a whole."""

    @property
    def certain(self) -> bool:
        """Whether the mapping can be applied as it is: nothing has to be asked before the tables can be read."""
        return self.mapping is not None and not any(question.stops for question in self.all_questions)

    @property
    def all_questions(self) -> tuple[Question, ...]:
        """Every question, those about the files as a whole first."""
        return (*self.questions, *(question for table in self.tables for question in table.questions))
