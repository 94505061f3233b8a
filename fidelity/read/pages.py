"""Pages of prose that the package writes tables into."""

from __future__ import annotations

from pathlib import Path


def page_text(path: Path) -> str:
    """Return the text of a page, as it is written."""
    return path.read_bytes().decode("utf-8")
