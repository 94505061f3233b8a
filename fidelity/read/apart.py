"""A look through a file by a process of its own: libraries that trust the lengths in a damaged file can end theirs."""

from __future__ import annotations

import subprocess
import sys
from typing import Final

_SECONDS: Final = 120
"""A sound file of the size that is read at all takes less."""


def survives(look: str, content: bytes) -> bool:
    """Whether a Python process that runs `look`, a constant of this package, on a file as its input comes to an end.

    Memory that cannot be had ends a process in the Rust libraries, and nothing in Python can catch that. An exception
    is an end like another: whoever reads the file afterwards meets it, and knows what to say.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a list without a shell, and nothing of the file in it
            [sys.executable, "-c", look], input=content, capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode in (0, 1)
