"""A plain Python function for one record, grades included; the questions are printed as its source."""

from __future__ import annotations

from contestants import Answer
from contestants.printing import Language

PYTHON = Language(
    both=" and ",
    either=" or ",
    choose=lambda condition, value: f"({value} if {condition} else 0)",
    can=lambda field, choice: f"'{field}_{choice}' in record",
    compare=lambda end, operator, number: f"record['{end}'] {operator} {number!r}",
)


def prepare() -> Answer:
    answer: Answer = eval(f"lambda record: {PYTHON.program()}")
    return answer
