"""The bytes of a file that stands still: what changes while it is read, or is no file at all, is a problem."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import Final

from fidelity.errors import Place, Problem
from fidelity.read.grids.limits import Limits

MOST_BYTES: Final = Limits().file_bytes
_FLAGS: Final = (
    os.O_RDONLY
    # Windows knows text files; elsewhere a pipe that nobody writes to must not make the opening wait for ever.
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
)


def read_steadily(path: Path, most: int = MOST_BYTES) -> bytes | Problem:
    """Return the bytes of a file, or why they cannot be had: `most` is the size in bytes up to which it is read."""
    source = str(path)
    try:
        descriptor = os.open(path, _FLAGS)
    except (OSError, ValueError) as error:
        # ValueError: a name that holds a zero byte.
        return _problem("unreadable", source, f"the file cannot be read: {_why(error)}", "see that it can be opened")
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        os.close(descriptor)
        return _problem("file-type", source, f"this is {_kind(before.st_mode)} and no file", "give a file")
    with os.fdopen(descriptor, "rb") as file:
        if before.st_size > most:
            what = f"the file has {before.st_size:,} bytes, and at most {most:,} are read"
            return _problem("too-large", source, what, "split it into several files")
        try:
            content = file.read(most + 1)
        except OSError as error:
            return _problem("unreadable", source, f"the file cannot be read: {_why(error)}", "copy it anew")
        after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(content) != before.st_size:
        remedy = "close it in the program that writes it, or let it finish, and run this again"
        return _problem("changed-while-read", source, "the file changed while it was read", remedy)
    return content


def _why(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "a folder"
    return "a pipe" if stat.S_ISFIFO(mode) else "a device"


def _problem(code: str, source: str, what: str, remedy: str) -> Problem:
    return Problem(code, Place(source), source, what, remedy)
