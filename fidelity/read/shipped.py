"""Where the folders lie that travel with the package: the rules, their schemas and their specifications."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from fidelity.errors import UsageError

Shipped = Literal["rules", "schemas", "features"]


def shipped(name: Shipped) -> Path:
    """Return a shipped folder: inside an installed package, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise UsageError(f"the folder {name} is missing: install the package again")
