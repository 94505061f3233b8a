"""zen-engine: one compiled expression for the 24 criteria, evaluated for each record."""

from __future__ import annotations

import zen

from contestants import Answer
from contestants.printing import Language

ZEN = Language(
    both=" and ",
    either=" or ",
    choose=lambda condition, value: f"({condition} ? {value} : 0)",
    # A key that is not there is null, which no condition may be; a comparison with true is.
    can=lambda field, choice: f"{field}_{choice} == true",
    compare=lambda end, operator, number: f"{end} {operator} {number!r}",
)


def prepare() -> Answer:
    answer: Answer = zen.compile_expression(ZEN.program()).evaluate
    return answer
