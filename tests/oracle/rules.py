"""The codebook, rule sets and scheme as plain values, and ordinary two-valued logic over them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from operator import ge, gt, le, lt
from pathlib import Path
from typing import Any

import yaml

RULES = Path(__file__).parents[2] / "rules"
COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "at_least": ge,
    "more_than": gt,
    "at_most": le,
    "less_than": lt,
}


@dataclass(frozen=True)
class Leaf:
    """One comparison of one field."""

    field: str
    tests: tuple[tuple[str, Any], ...]

    @property
    def about_report(self) -> bool:
        """Whether this asks about the report itself and not about a value."""
        return self.tests[0][0] == "reported"


@dataclass(frozen=True)
class Joined:
    """Conditions joined by `all` or `any`."""

    word: str
    members: tuple[Leaf | Joined, ...]


Condition = Leaf | Joined


@dataclass(frozen=True)
class Field:
    """What the codebook says of one field."""

    name: str
    label: str
    type: str
    belongs_to: str
    unit: str | None
    low: float
    high: float
    choices: tuple[str, ...]
    groups: dict[str, tuple[str, ...]] = field(hash=False)
    scope: bool = False
    applies_when: Condition | None = None


@dataclass(frozen=True)
class Criterion:
    """What a rule set says of one criterion; `counted` and `level` decide what a departure weighs."""

    id: str
    domain: str
    level: str
    counted: bool
    applies_when: Condition | None
    met_when: Condition | None
    not_met_when: Condition | None
    partly_met_when: Condition | None

    @cached_property
    def asked(self) -> tuple[str, ...]:
        """The fields on which being met depends."""
        found = [
            leaf.field
            for condition in (self.met_when, self.not_met_when, self.partly_met_when)
            for leaf in leaves(condition)
        ]
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True)
class RuleSet:
    """One rule set: what it covers, and its criteria or, where it names a technique non-standard, how sure that is."""

    id: str
    version: str
    covers: Condition
    criteria: tuple[Criterion, ...]
    non_standard: str = ""
    """`confirmed`, `unverified` or, where the rule set has criteria instead, nothing."""

    @property
    def reference(self) -> str:
        """The name of the rule set with its version."""
        return f"{self.id}@{self.version}"


@dataclass(frozen=True)
class Book:
    """Everything that is read: the codebook's fields in their order, and the rule sets."""

    fields: dict[str, Field]
    rulesets: tuple[RuleSet, ...]


def leaves(condition: Condition | None) -> Iterator[Leaf]:
    """Yield the leaves of a condition from left to right."""
    if isinstance(condition, Leaf):
        yield condition
    elif condition is not None:
        for member in condition.members:
            yield from leaves(member)


def load(text: str) -> Any:
    """Return a YAML text with every scalar as text."""
    return yaml.load(text, Loader=yaml.BaseLoader)


def shipped() -> Book:
    """Return the codebook and the rule sets of the repository."""
    codebook = load((RULES / "codebook.yaml").read_text(encoding="utf-8"))
    files = sorted(RULES.glob("*/*.yaml"))
    files = [file for file in files if file.parent.name not in ("assumptions", "schemes", "profiles")]
    return book_of(codebook, [load(file.read_text(encoding="utf-8")) for file in files])


def book_of(codebook: Any, rulesets: list[Any]) -> Book:
    """Return what loaded YAML says."""
    fields = {name: _field(name, entry) for name, entry in codebook["fields"].items()}
    return Book(fields, tuple(_ruleset(entry) for entry in rulesets))


def profiles() -> list[str]:
    """Return the names of the shipped profiles."""
    return sorted(file.stem for file in (RULES / "profiles").glob("*.yaml"))


def composed(book: Book, profile: str) -> tuple[RuleSet, ...]:
    """Return what a profile asks today: of each of its rule sets the last edition, and of that the domains it takes."""
    entries = load((RULES / "profiles" / f"{profile}.yaml").read_text(encoding="utf-8"))["rule_sets"]
    found = []
    for entry in entries:
        name, domains = (entry, None) if isinstance(entry, str) else (entry["id"], entry["domains"])
        editions = [ruleset for ruleset in book.rulesets if ruleset.id == name]
        last = max(editions, key=lambda ruleset: tuple(map(int, ruleset.version.split("."))))
        kept = tuple(criterion for criterion in last.criteria if domains is None or criterion.domain in domains)
        found.append(replace(last, criteria=kept))
    return tuple(found)


def _field(name: str, entry: Any) -> Field:
    low, high = (float(end) for end in entry.get("range", ("-inf", "inf")))
    choices = ("yes", "no") if entry["type"] == "yes_no" else tuple(str(key) for key in entry.get("choices", ()))
    groups = {key: tuple(group["choices"]) for key, group in entry.get("groups", {}).items()}
    return Field(
        name=name,
        label=entry["label"],
        type=entry["type"],
        belongs_to=entry["belongs_to"],
        unit=entry.get("unit"),
        low=low,
        high=high,
        choices=choices,
        groups=groups,
        scope=entry.get("scope") == "true",
        applies_when=_condition(entry.get("applies_when")),
    )


def _ruleset(entry: Any) -> RuleSet:
    covers = _condition(entry["covers"])
    assert covers is not None
    criteria = tuple(_criterion(criterion) for criterion in entry.get("criteria", ()))
    named = entry.get("non_standard")
    word = "" if named is None else "confirmed" if _checked(named["sources"]) else "unverified"
    return RuleSet(entry["id"], entry["version"], covers, criteria, word)


def _checked(sources: Any) -> bool:
    return any(source["evidence"] != "unverified" for source in sources)


def _criterion(entry: Any) -> Criterion:
    return Criterion(
        id=entry["id"],
        domain=entry["domain"],
        level=entry["level"],
        counted=_checked(entry["sources"]) and entry["level"] != "note",
        applies_when=_condition(entry.get("applies_when")),
        met_when=_condition(entry.get("met_when")),
        not_met_when=_condition(entry.get("not_met_when")),
        partly_met_when=_condition(entry.get("partly_met_when")),
    )


def _condition(entry: Any) -> Condition | None:
    if entry is None:
        return None
    for word in ("all", "any"):
        if word in entry:
            members = tuple(member for part in entry[word] if (member := _condition(part)) is not None)
            return Joined(word, members)
    tests = [(name, tuple(value) if isinstance(value, list) else value) for name, value in entry.items()]
    return Leaf(entry["field"], tuple((name, value) for name, value in tests if name != "field"))


def holds(field: Field, leaf: Leaf, value: Any) -> bool:
    """Whether a leaf is true of one value: a number, a (number, excluded) cut-off, a choice or a set of choices."""
    return all(_holds(field, operator, operand, value) for operator, operand in leaf.tests)


def _holds(field: Field, operator: str, operand: Any, value: Any) -> bool:
    if operator in COMPARISONS:
        return bool(COMPARISONS[operator](value, float(operand)))
    match operator:
        case "asks_at_least":
            return bool(value[0] >= float(operand))
        case "asks_more_than":
            return bool(value[0] > float(operand) or (value[0] == float(operand) and value[1]))
        case "equals":
            return value in field.groups.get(operand, (operand,))
        case "one_of":
            return any(value in field.groups.get(name, (name,)) for name in operand)
        case "at_least_as_thick_as":
            return field.choices.index(value) <= field.choices.index(operand)
        case "at_least_as_thin_as":
            return field.choices.index(value) >= field.choices.index(operand)
        case "includes_all":
            return set(operand) <= value
        case "includes_any":
            return bool(set(operand) & value)
    raise AssertionError(f"{operator} is asked of a value of {field.name}")
