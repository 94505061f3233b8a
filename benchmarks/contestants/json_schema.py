"""jsonschema-rs: a schema for each verdict of each criterion; a record that is valid leaves the verdict possible."""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from contestants import Answer
from contestants.questions import Both, Can, Compare, Question, possibilities

KEYWORDS = {">=": "minimum", ">": "exclusiveMinimum", "<": "exclusiveMaximum", "<=": "maximum"}


def schema(question: Question) -> dict[str, Any]:
    if isinstance(question, Compare):
        return {"properties": {question.end: {KEYWORDS[question.operator]: question.number}}}
    if isinstance(question, Can):
        required = [{"required": [f"{question.field}_{choice}"]} for choice in question.choices]
        return required[0] if len(required) == 1 else {"anyOf": required}
    return {"allOf" if isinstance(question, Both) else "anyOf": [schema(member) for member in question.members]}


def prepare() -> Answer:
    questions = [
        (place, bit, jsonschema_rs.validator_for(schema(question)).is_valid) for place, bit, question in possibilities()
    ]

    def answer(record: dict[str, Any]) -> list[int]:
        found = [0] * 24
        for place, bit, holds in questions:
            if holds(record):
                found[place] |= bit
        return found

    return answer
