"""How much memory this process holds and at most held: its own pages, wherever they were allocated."""

from __future__ import annotations

import resource
import sys
from pathlib import Path
from typing import Final

STATUS: Final = Path("/proc/self/status")
CLEAR: Final = Path("/proc/self/clear_refs")


def _status(key: str) -> int | None:
    if not STATUS.exists():
        return None
    lines = STATUS.read_text("ascii").splitlines()
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(f"{key}:")), None)


def peak() -> int:
    """Return the most bytes held since the last reset, or since the start where there is no reset."""
    held = _status("VmHWM")
    if held is not None:
        return held
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def held() -> int:
    """Return the bytes held now; where the system does not say, the most that were held."""
    return _status("VmRSS") or peak()


def reset_peak() -> None:
    """Forget what was held before, where Linux allows it."""
    if CLEAR.exists():
        CLEAR.write_text("5", "ascii")
