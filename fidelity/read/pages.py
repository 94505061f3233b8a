"""Pages of prose that the package writes tables into."""

from __future__ import annotations

from pathlib import Path

from fidelity.errors import Problem, ProblemsFound
from fidelity.read.text import decode


def page_text(path: Path) -> str:
    """Return the text of a page with its own line endings; raises ProblemsFound where it is no text."""
    text = decode(path.read_bytes(), str(path))
    if isinstance(text, Problem):
        raise ProblemsFound([text])
    return text
