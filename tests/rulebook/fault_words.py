"""What is wrong with an edited rule set as it is written: words, keys, and numbers that never decide."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise
from typing import Any

from oracle.grading import axes
from oracle.rules import COMPARISONS, Book, Field, Leaf, holds

from rulebook.fault_operators import Lines, Mutant

SUITS = {
    "number": COMPARISONS,
    "count": COMPARISONS,
    "cut_off": ("asks_at_least", "asks_more_than"),
    "choice": ("equals", "one_of"),
    "yes_no": ("equals", "one_of"),
    "ordered_choice": ("equals", "one_of", "at_least_as_thick_as", "at_least_as_thin_as"),
    "checklist": ("includes_all", "includes_any"),
}
AXES = axes()
DOMAINS = {domain for some in AXES.values() for domain in some} | {"documentation"}


def wrong_words(
    book: Book, data: Any, mutant: Mutant, lines: Lines, file: str
) -> list[tuple[str, frozenset[tuple[str, int]]]]:
    """Return what is wrong as it is written, with its lines where they are others than those of the edit."""
    found: list[tuple[str, frozenset[tuple[str, int]]]] = []
    for entry in data["criteria"]:
        if entry["id"] == mutant.criterion:
            wrong = _wrong_criterion(book, entry)
            found += [(kind, frozenset()) for kind in wrong]
        for kind in ("sources", "dissent"):
            for cited in entry.get(kind) or ():
                if cited["document"] not in data["documents"]:
                    mark = f"{{document: {cited['document']}"
                    at = [
                        n
                        for n, line in enumerate(lines.lines, 1)
                        if lines.criterion[n - 1] == entry["id"] and mark in line
                    ]
                    found.append(("unknown document", frozenset((file, number) for number in at)))
    if mutant.criterion and all(entry["id"] != mutant.criterion for entry in data["criteria"]):
        found.append(("no id", frozenset()))
    return found


def _wrong_criterion(book: Book, entry: Any) -> Iterator[str]:
    missing = [key for key in ("title", "domain", "level", "sources") if not entry.get(key)]
    yield from (f"no {key}" for key in missing)
    if ("met_when" in entry) == ("not_met_when" in entry):
        yield "not one way to meet it"
    if "partly_met_when" in entry and "met_when" not in entry:
        yield "a floor of nothing"
    if entry.get("domain") and entry["domain"] not in {domain for some in axes().values() for domain in some} | {
        "documentation"
    }:
        yield "unknown domain"
    for key in ("applies_when", "met_when", "not_met_when", "partly_met_when"):
        if key in entry:
            yield from _wrong_condition(book, entry[key])


def _wrong_condition(book: Book, condition: Any) -> Iterator[str]:
    if not isinstance(condition, dict):
        yield "no condition"
        return
    for word in ("all", "any"):
        if word in condition:
            if not isinstance(condition[word], list):
                yield "nothing joined"
                return
            for member in condition[word]:
                yield from _wrong_condition(book, member)
            return
    if condition["field"] not in book.fields:
        yield "unknown field"
        return
    field = book.fields[condition["field"]]
    tests = tuple((name, tuple(v) if isinstance(v, list) else v) for name, v in condition.items() if name != "field")
    for name, operand in tests:
        names = operand if isinstance(operand, tuple) else (operand,)
        if name != "reported" and name not in SUITS[field.type]:
            yield "wrong operator"
            return
        groups = field.groups if name in ("equals", "one_of") else {}
        if field.choices and name != "reported" and any(choice not in {*field.choices, *groups} for choice in names):
            yield "unknown choice"
            return
    if tests[0][0] != "reported" and field.type != "checklist":
        leaf = Leaf(condition["field"], tests)
        if len({holds(field, leaf, value) for value in values_of(field, [leaf])}) == 1:
            yield "the range decides"


def values_of(field: Field, asked: Sequence[Leaf]) -> list[Any]:
    """Return every value that comparisons may tell apart: constants, the ends of the range, and what lies between."""
    tests = [(name, operand) for leaf in asked for name, operand in leaf.tests if name != "reported"]
    match field.type:
        case "number" | "count" | "cut_off":
            marks = sorted({float(operand) for _, operand in tests} | {field.low, field.high})
            between = [(one + other) / 2 for one, other in pairwise(marks)]
            if field.type == "count":
                near = {int(mark) + step for mark in marks for step in (-1, 0, 1)}
                return sorted(value for value in near if field.low <= value <= field.high)
            inside = sorted(value for value in (*marks, *between) if field.low <= value <= field.high)
            return [(v, open_) for v in inside for open_ in (False, True)] if field.type == "cut_off" else inside
        case "checklist":
            named = sorted({name for _, operand in tests for name in operand})
            return [frozenset(some) for size in range(len(named) + 1) for some in combinations(named, size)]
        case "text" | "date":
            return ["in words"]
    return list(field.choices)
