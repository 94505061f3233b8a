"""Writing files and folders: whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file atomically: readers see the old one or the whole new one, never a part."""
    handle, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(name).chmod(0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """Write a folder of files (by path within it) atomically, in the place of what stood there.

    Who looks sees the old folder or the whole new one. That the old one may go is for the caller to know.
    """
    place = path.resolve()
    made = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}."))
    try:
        for name, data in files.items():
            file = made / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        made.chmod(0o777 & ~_umask())
        if place.exists():
            old = Path(tempfile.mkdtemp(dir=place.parent, prefix=f".{place.name}."))
            place.replace(old / place.name)
            made.replace(place)
            shutil.rmtree(old)
        else:
            made.replace(place)
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
