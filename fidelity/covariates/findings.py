"""What the pre-flight finds before anyone fits a model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Severity = Literal["refused", "warning", "note"]
"""`refused`: a file that the package could not use, or would use wrongly without a word; it is not written."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a statistician should know: a stable code, what it is about, what is the matter, what helps."""

    code: str
    severity: Severity
    what: str
    remedy: str = ""
    package: str = ""
    file: str = ""
    covariate: str = ""
    studies: tuple[str, ...] = ()

    def __str__(self) -> str:
        about = ": ".join(part for part in (self.file or self.package, self.covariate) if part)
        said = f"{about}: {self.what}" if about else self.what
        return f"{self.severity}: {said}" + (f"; {self.remedy}" if self.remedy else "")


def some(names: Iterable[object], most: int = 5) -> str:
    """Return the first names of a list, and how many more there are."""
    listed = [str(name) for name in names]
    more = f" and {len(listed) - most} more" if len(listed) > most else ""
    return ", ".join(listed[:most]) + more
