"""What a generator knows of the files that it made: which rows they hold, and what each says of each field."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from math import inf, nextafter


@dataclass(frozen=True)
class End:
    """One end of an interval; `nudge` is 1 for the smallest float above the number, -1 for the largest below it."""

    number: Fraction
    nudge: int = 0

    @property
    def float(self) -> float:
        exact = self.number.numerator / self.number.denominator
        return nextafter(exact, inf * self.nudge) if self.nudge else exact


@dataclass(frozen=True)
class Span:
    """A number or a date that is known between two ends."""

    low: End
    high: End

    def __str__(self) -> str:
        return f"[{self.low.float!r}, {self.high.float!r}]"


@dataclass(frozen=True)
class Among:
    """A choice that is one of these."""

    names: frozenset[str]

    def __str__(self) -> str:
        return " or ".join(sorted(self.names))


@dataclass(frozen=True)
class Present:
    """A checklist of which these were present; more may have been."""

    names: frozenset[str]

    def __str__(self) -> str:
        return " and ".join(sorted(self.names))


@dataclass(frozen=True)
class Text:
    """Free words."""

    words: str

    def __str__(self) -> str:
        return repr(self.words)


Known = Span | Among | Present | Text


@dataclass(frozen=True)
class Expected:
    """What a cell says of its field; a cell without anything in it is not extracted and expects nothing."""

    status: str
    known: Known | None = None

    def __str__(self) -> str:
        return self.status if self.known is None else f"{self.status} {self.known}"


@dataclass(frozen=True)
class Key:
    """Which row it is, as the sheet names it, without what export programs add."""

    study: str
    arm: str
    procedure: str

    @classmethod
    def of(cls, study: str, arm: str, procedure: str) -> Key:
        return cls(*(plain(word) for word in (study, arm, procedure)))

    def __str__(self) -> str:
        return f"{self.study}/{self.arm}/{self.procedure}"


def plain(name: str) -> str:
    """A name as it is compared: one blank where white space stands, and no # before a number."""
    return " ".join(name.split()).removeprefix("#").strip()


@dataclass
class Row:
    """A procedure that the generator wrote down; `spoilt` says what no honest reader can read of it."""

    key: Key
    role: str
    fields: dict[str, Expected] = field(default_factory=dict)
    spoilt: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Messy:
    """Files, the mapping file that says how they are read (none where headers are names of the codebook), the truth.

    `alarms` are headers of columns that hold something and that the mapping does not know; `draws` says what mess
    was drawn, for people who look for the cause of a disagreement.
    """

    seed: int
    files: dict[str, bytes]
    mapping: str | None
    truth: tuple[Row, ...]
    alarms: tuple[str, ...] = ()
    draws: tuple[str, ...] = ()
