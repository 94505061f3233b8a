"""What the manifest of a pack says: what it was made of, by what, with which options."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from platform import python_version
from typing import Final

from fidelity.errors import UsageError
from fidelity.write.pack.run import Run

_SHAPING: Final = ("polars", "jinja2", "openpyxl")
"""Packages on which the bytes of the pack depend."""
_DRAWING: Final = ("matplotlib",)


@dataclass(frozen=True, slots=True)
class Hashed:
    """A file by its SHA-256 and size, and for an input the path at which it was read."""

    sha256: str
    size: int
    path: str = ""

    @classmethod
    def of(cls, data: bytes, path: str = "") -> Hashed:
        """Return what identifies these bytes."""
        return cls(hashlib.sha256(data).hexdigest(), len(data), path)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What `fidelity verify` holds a pack against.

    `inputs`: every file that was read, by what it is; `places`: each source as seen from the pack; `rules`: what was
    judged by, with the hash of its content; `versions`: this package and those that shape the bytes.
    """

    run: Run
    title: str
    inputs: Mapping[str, Hashed]
    places: Mapping[str, str]
    rules: Mapping[str, str]
    versions: Mapping[str, str]
    outputs: Mapping[str, Hashed]
    date: str | None = None


def versions_now(run: Run) -> dict[str, str]:
    """Return the versions of Python, of this package, and of the installed ones that shape the bytes of a pack."""
    names = ("fidelity", *_SHAPING, *(_DRAWING if set(run.figures) - {"svg"} else ()))
    found = {name: _installed(name) for name in names}
    return {"python": python_version()} | {name: number for name, number in found.items() if number is not None}


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def date_of(newest: int | None) -> str | None:
    """Return the date of a pack: that of SOURCE_DATE_EPOCH, else the newest year of its studies; never today's."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None if newest is None else str(newest)
    try:
        return datetime.fromtimestamp(int(epoch), tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError, OSError):
        remedy = "write seconds since 1970, such as 1700000000"
        raise UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}: {remedy}") from None
