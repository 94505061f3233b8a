"""Where the folders lie that travel with the package: the rules, their schemas and specifications, the examples."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from fidelity.errors import UsageError

Shipped = Literal["rules", "schemas", "features", "examples"]


def shipped(name: Shipped) -> Path:
    """Return a shipped folder: inside an installed package, or beside the package in a checkout."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise UsageError(f"the folder {name} is missing: install the package again")


def workshop(folder: str | None) -> Path:
    """Return the rules folder that an author works in: the one that is named, else that of a checkout."""
    if folder is not None:
        return Path(folder)
    rules = shipped("rules")
    if rules.parent == Path(__file__).resolve().parent.parent:
        raise UsageError("the rules of an installed package are not changed: name your folder with --rules")
    return rules
