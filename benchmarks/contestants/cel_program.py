"""CEL (common-expression-language): one compiled program for the 24 criteria.

Each name that a program reads must be given, and each costs a conversion, so choices come as one number per field.
"""

from __future__ import annotations

import cel

from contestants import Answer
from contestants.printing import Language
from contestants.records import bit_of


def _can(field: str, choice: str) -> str:
    bit = bit_of(field, choice)
    return f"{field} % {2 * bit} >= {bit}"


CEL = Language(
    both=" && ",
    either=" || ",
    choose=lambda condition, value: f"({condition} ? {value} : 0)",
    can=_can,
    compare=lambda end, operator, number: f"{end} {operator} {number!r}",
)


def prepare() -> Answer:
    answer: Answer = cel.compile(CEL.program()).execute
    return answer
