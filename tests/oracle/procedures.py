"""Made-up procedures: first what was done, in full, then what a report lets us know of it.

What was done agrees with the codebook, and what is known always leaves it possible; so every record is one that a
report could have led to. Values lie on, just beside and far from the thresholds that the rules name.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Any

from oracle.observations import Known, unclear
from oracle.rules import Book, Condition, Field, Leaf, RuleSet, holds, leaves

Usable = Callable[[Field, Known], bool]

Truth = dict[str, Any]
"""What was done: the value of each field that applies."""

SILENT = (Known("not_extracted"), Known("not_reported"), Known("unclear"))
OUTSIDE = Known("not_applicable")
BLURS = 14


def true(book: Book, condition: Condition, truth: Truth, reported: Mapping[str, bool] | None = None) -> bool:
    """Whether a condition is true of what was done, and of which fields were reported."""
    if isinstance(condition, Leaf):
        done = truth.get(condition.field)
        if reported is not None and condition.about_report:
            return done is not None and reported[condition.field]
        return done is not None and holds(book.fields[condition.field], condition, done)
    found = (true(book, member, truth, reported) for member in condition.members)
    return all(found) if condition.word == "all" else any(found)


def applies(book: Book, name: str, truth: Truth) -> bool:
    """Whether a field applies to what was done."""
    condition = book.fields[name].applies_when
    return condition is None or true(book, condition, truth)


@dataclass(frozen=True)
class Pool:
    """The values of a field that procedures are made of, and what reports leave possible where each was done."""

    field: Field
    values: tuple[Any, ...]
    known: tuple[tuple[Known, ...], ...]


def pools(book: Book, random: Random, usable: Usable) -> dict[str, Pool]:
    """Return the pool of every field, of observations that are usable."""
    asked: dict[str, set[float]] = {name: set() for name in book.fields}
    conditions: list[Condition | None] = [field.applies_when for field in book.fields.values()]
    for ruleset in book.rulesets:
        for criterion in ruleset.criteria:
            conditions += [criterion.applies_when, criterion.met_when, criterion.not_met_when]
            conditions += [criterion.partly_met_when]
    for condition in conditions:
        for leaf in leaves(condition):
            numeric = book.fields[leaf.field].type in ("number", "count", "cut_off")
            asked[leaf.field] |= {float(operand) for _, operand in leaf.tests if numeric and operand != "yes"}
    found = {}
    for name, field in book.fields.items():
        values = _values(field, sorted(asked[name]), random)
        known = tuple(_blurs(field, values, value, random, usable) for value in values)
        found[name] = Pool(field, values, known)
    return found


def _blurs(field: Field, values: Sequence[Any], done: Any, random: Random, usable: Usable) -> tuple[Known, ...]:
    found: list[Known] = []
    while len(found) < BLURS:
        known = blur(field, values, done, random)
        found += [known] if usable(field, known) else []
    return tuple(found)


def _values(field: Field, asked: Sequence[float], random: Random) -> tuple[Any, ...]:
    match field.type:
        case "number":
            near = {round(constant * factor, 6) for constant in asked for factor in (0.9, 0.99, 1, 1.01, 1.2)}
            ends = {field.low, field.high, round((field.low + field.high) / 2, 3)}
            return tuple(sorted(value for value in near | ends if field.low <= value <= field.high))
        case "count":
            near = {int(constant) + step for constant in asked for step in (-1, 0, 1)}
            ends = {int(field.low), int(field.low) + 1, int(field.high)}
            return tuple(sorted(value for value in near | ends if field.low <= value <= field.high))
        case "cut_off":
            near = {constant + step for constant in asked for step in (-10, 0, 5)} | {field.low, field.high}
            kept = sorted(value for value in near if field.low <= value <= field.high)
            return tuple(value for value in product(kept, (False, True)) if value != (field.high, True))
        case "checklist":
            some = [frozenset(random.sample(field.choices, random.randint(0, len(field.choices)))) for _ in range(9)]
            return (frozenset(), frozenset(field.choices), *some)
        case "text" | "date":
            return ("in words",)
        case _:
            return field.choices


def blur(field: Field, values: Sequence[Any], done: Any, random: Random) -> Known:
    """Return one way in which a report can let us know what was done: exactly, within bounds, or as alternatives."""
    value: Any = None
    if field.type in ("number", "count", "cut_off"):
        low = random.choice([value for value in values if value <= done])
        high = random.choice([value for value in values if value >= done])
        value = _bounds(field, low, done, high, random.random())
    elif field.type == "checklist":
        value = _mentions(field, done, random)
    elif field.type not in ("text", "date"):
        value = _alternatives(field, done, random)
    inferred = random.random() < 0.1
    return unclear(field, value, inferred=inferred) if random.random() < 0.12 else Known("reported", value, inferred)


def _bounds(field: Field, low: Any, done: Any, high: Any, style: float) -> Any:
    if field.type == "count":
        return (low, high) if style > 0.5 else (done, done)
    if field.type == "cut_off":
        bare = ((done[0], False), (done[0], done[0] < field.high))
        return (low, high) if style > 0.7 else bare if style < 0.25 else (done, done)
    if style > 0.8:
        return (field.low, False, high, high > done and style < 0.9)
    if style > 0.6:
        return (low, low < done and style < 0.7, field.high, False)
    return (low, False, high, False) if style > 0.35 else (done, False, done, False)


def _mentions(field: Field, done: frozenset[str], random: Random) -> tuple[frozenset[str], frozenset[str]]:
    heard = frozenset(name for name in field.choices if name in done and random.random() < 0.7)
    style = random.random()
    if style > 0.8:
        return heard, done | frozenset(random.sample(field.choices, 2))
    return (done, done) if style < 0.3 else (heard, frozenset(field.choices))


def _alternatives(field: Field, done: str, random: Random) -> frozenset[str]:
    style = random.random()
    groups = [group for group in field.groups.values() if done in group]
    if groups and 0.5 < style <= 0.6:
        return frozenset(random.choice(groups))
    more = random.sample(field.choices, min(len(field.choices) - 1, random.choice((1, 1, 2, 4))))
    return frozenset({done, *more}) if style > 0.6 else frozenset({done})


def scopes(book: Book, ruleset: RuleSet) -> list[Truth]:
    """Return every combination of scope fields that a rule set covers."""
    found: list[Truth] = [{}]
    for name, field in book.fields.items():
        if field.scope:
            found = [
                truth | ({name: choice} if choice else {})
                for truth in found
                for choice in (field.choices if applies(book, name, truth) else ("",))
            ]
    return [truth for truth in found if true(book, ruleset.covers, truth)]


@dataclass(frozen=True)
class Made:
    """Made-up procedures: for each field, in the codebook's order, what is known of it and what was done in each."""

    known: list[list[Known]]
    done: dict[str, list[Any]]

    def truth(self, row: int) -> Truth:
        """Return what was done in one procedure."""
        return {name: column[row] for name, column in self.done.items() if column[row] is not None}


class Maker:
    """Makes procedures up from a seed, spread over what the rule sets cover.

    Of most, 15 to 40 % of the answers are missing; one in eight is nearly silent.
    """

    def __init__(self, book: Book, seed: int, usable: Usable = lambda field, known: True) -> None:
        self.book = book
        self.random = Random(seed)
        self.pools = pools(book, self.random, usable)
        self.scopes = [scopes(book, ruleset) for ruleset in book.rulesets]
        self.gates = {leaf.field for field in book.fields.values() for leaf in leaves(field.applies_when)}

    def make(self, size: int) -> Made:
        """Return as many procedures."""
        scope = [self.random.choice(self.random.choice(self.scopes)) for _ in range(size)]
        silence = [self._silence() for _ in range(size)]
        done: dict[str, list[Any]] = {}
        certain: dict[str, list[bool]] = {}
        columns = []
        for name, field in self.book.fields.items():
            pool = self.pools[name]
            if field.scope:
                done[name] = [truth.get(name) for truth in scope]
                arises = [value is not None for value in done[name]]
            else:
                arises = _arises(self.book, field.applies_when, done, size)
                drawn = self.random.choices(pool.values, k=size)
                done[name] = [value if use else None for value, use in zip(drawn, arises, strict=True)]
            gates = {leaf.field for leaf in leaves(field.applies_when)}
            settled = [all(entries) for entries in zip(*(certain[gate] for gate in gates), strict=True)]
            settled = settled or [True] * size
            columns.append(self._known(pool, done[name], settled, silence))
            if name in self.gates:
                exact = {known for known in set(columns[-1]) if known.stated and _exact(field, known)}
                certain[name] = [
                    sure and (known in exact or value is None)
                    for sure, known, value in zip(settled, columns[-1], done[name], strict=True)
                ]
        return Made(columns, done)

    def _silence(self) -> float:
        return self.random.uniform(0.6, 0.98) if self.random.random() < 0.125 else self.random.uniform(0.15, 0.4)

    def _known(self, pool: Pool, done: Sequence[Any], settled: Sequence[bool], silence: Sequence[float]) -> list[Known]:
        draw = self.random.random
        by_value = dict(zip(pool.values, pool.known, strict=True))
        if pool.field.scope:
            exact = {value: Known("reported", frozenset({value})) for value in pool.values}
            by_value = {value: (*by_value[value][:1], *[exact[value]] * (BLURS - 1)) for value in pool.values}
            silence = [0.1 * share for share in silence]
        found = []
        for value, sure, share in zip(done, settled, silence, strict=True):
            if value is None:
                found.append(OUTSIDE if sure and draw() < 0.3 else SILENT[int(draw() * 2)])
            elif draw() < share:
                found.append(SILENT[int(draw() * 3)])
            else:
                found.append(by_value[value][int(draw() * BLURS)])
        return found


def _arises(book: Book, condition: Condition | None, done: dict[str, list[Any]], size: int) -> list[bool]:
    if condition is None:
        return [True] * size
    if isinstance(condition, Leaf):
        field = book.fields[condition.field]
        table = {value: value is not None and holds(field, condition, value) for value in set(done[condition.field])}
        return [table[value] for value in done[condition.field]]
    members = [_arises(book, member, done, size) for member in condition.members]
    join = all if condition.word == "all" else any
    return [join(entries) for entries in zip(*members, strict=True)]


def _exact(field: Field, known: Known) -> bool:
    match field.type:
        case "number":
            return bool(known.value[0] == known.value[2])
        case "count" | "cut_off" | "checklist":
            return bool(known.value[0] == known.value[1])
        case "text" | "date":
            return False
        case _:
            return len(known.value) == 1
