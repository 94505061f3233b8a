"""What `check` finds, before it has a place in a file: a fault, or a remark that makes nothing unsound."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fidelity.errors import Fault, Problem
from fidelity.read.models import problem_at
from fidelity.read.positions import Document, Path


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault at a path of one of the files that a library keeps; `key`: at the key and not at its value."""

    document: str
    path: Path
    fault: Fault
    remark: bool = False
    key: bool = False

    def placed(self, document: Document) -> Problem:
        """Return the problem that this is in its file."""
        return problem_at(document, self.path, self.fault, key=self.key)


def listed(words: Iterable[str]) -> str:
    """Return words as a list in a sentence: "a, b and c"."""
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
