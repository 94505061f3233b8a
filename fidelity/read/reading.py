"""What came out of a source: typed rows, problems, and the procedures that were refused by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from fidelity.errors import Place, Problem, sort_problems
from fidelity.model.facts import Facts
from fidelity.read.positions import Path


@dataclass(frozen=True, slots=True)
class Refused:
    """A procedure whose record is wrong, or a study whose procedures cannot be made out."""

    study: str
    arm: str | None
    procedure: str | None
    role: str | None
    place: Place
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read: a batch of rows for each file, every problem, and every refusal; none is lost.

    `notes` is what was noticed and changes nothing, such as a row of totals that was left out.
    """

    batches: tuple[Facts, ...] = ()
    problems: tuple[Problem, ...] = ()
    refused: tuple[Refused, ...] = ()
    notes: tuple[Problem, ...] = ()

    @property
    def rows(self) -> int:
        """How many procedures were read."""
        return sum(batch.frame.height for batch in self.batches)

    @classmethod
    def joined(cls, parts: list[Reading]) -> Reading:
        """Return several readings as one."""
        return cls(
            tuple(batch for part in parts for batch in part.batches if batch.frame.height),
            tuple(sort_problems(problem for part in parts for problem in part.problems)),
            tuple(refusal for part in parts for refusal in part.refused),
            tuple(sort_problems(note for part in parts for note in part.notes)),
        )


class Places(Protocol):
    """Data that knows where each path in it stands."""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where a path stands."""
