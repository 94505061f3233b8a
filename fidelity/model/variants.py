"""Variants of a criterion: the small changes by which an author could have written it wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from fidelity.model.codebook import Codebook, Field
from fidelity.model.condition import AllOf, AnyOf, Condition, Leaf, leaves_of
from fidelity.model.ruleset import Criterion

Kind = Literal["nudged", "turned", "dropped", "choice dropped", "choice added"]
At = tuple[str | int, ...]

NUDGE: Final = 0.1
"""By how much of itself a number is moved; counts and gauges are moved by one."""

TURNED: Final = {
    "at_least": "more_than",
    "more_than": "at_least",
    "at_most": "less_than",
    "less_than": "at_most",
    "asks_at_least": "asks_more_than",
    "asks_more_than": "asks_at_least",
    "at_least_as_thick_as": "at_least_as_thin_as",
    "at_least_as_thin_as": "at_least_as_thick_as",
    "includes_all": "includes_any",
    "includes_any": "includes_all",
}
"""What each operator is turned into; `all` and `any`, and the two ways to be met, are turned into each other too."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A criterion with one change: of which kind, where (the path within the criterion) and, in words, which."""

    kind: Kind
    at: At
    says: str
    criterion: Criterion


def variants_of(criterion: Criterion, codebook: Codebook) -> tuple[Variant, ...]:
    """Return every variant of a criterion; its level, domain and dates stay as they are."""
    found = list(_whole(criterion))
    for key, condition in criterion.conditions.items():
        for change in _changes(condition, (key,), codebook):
            kind, at, says, after = change
            found.append(Variant(kind, at, says, criterion.model_copy(update={key: after})))
    return tuple(found)


def constant(criterion: Criterion, at: At, holds: bool) -> Criterion:
    """Return a criterion in which the leaf at a path always holds, or never; its field is still asked for."""
    key, *inside = at
    condition = criterion.conditions[str(key)]
    leaf = dict(leaves_of(condition))[tuple(inside)]
    settled = AnyOf(any=(leaf, AllOf(all=()))) if holds else AllOf(all=(leaf, AnyOf(any=())))
    return criterion.model_copy(update={str(key): _replaced(condition, tuple(inside), settled)})


def operator_words(operator: str) -> str:
    """Return an operator as people say it."""
    return operator.replace("_", " ")


Change = tuple[Kind, At, str, Condition]


def _whole(criterion: Criterion) -> Iterator[Variant]:
    before, after = ("met_when", "not_met_when") if criterion.met_when is not None else ("not_met_when", "met_when")
    turned = {before: None, after: criterion.conditions[before], "partly_met_when": None}
    says = f"{operator_words(before)} turned into {operator_words(after)}"
    yield Variant("turned", (before,), says, criterion.model_copy(update=turned))
    for key, says in (("applies_when", "asked of every procedure"), ("partly_met_when", "the floor dropped")):
        if key in criterion.conditions:
            yield Variant("dropped", (key,), says, criterion.model_copy(update={key: None}))


def _changes(condition: Condition, at: At, codebook: Codebook) -> Iterator[Change]:
    if isinstance(condition, Leaf):
        yield from _of_leaf(condition, at, codebook.fields[condition.field])
        return
    key = "all" if isinstance(condition, AllOf) else "any"
    members = condition.members
    if len(members) > 1:
        other = "any" if key == "all" else "all"
        yield "turned", at, f"{key} of {len(members)} turned into {other}", _join(other, members)
        for number, member in enumerate(members):
            rest = (*members[:number], *members[number + 1 :])
            after = rest[0] if len(rest) == 1 else _join(key, rest)
            yield "dropped", (*at, key, number), f"{condition_words(member, codebook)} dropped", after
    for number, member in enumerate(members):
        for kind, place, says, changed in _changes(member, (*at, key, number), codebook):
            yield kind, place, says, _join(key, (*members[:number], changed, *members[number + 1 :]))


def _join(key: str, members: tuple[Condition, ...]) -> Condition:
    return AllOf(all=members) if key == "all" else AnyOf(any=members)


def _replaced(condition: Condition, inside: At, by: Condition) -> Condition:
    if not inside or isinstance(condition, Leaf):
        return by
    key, number, *rest = inside
    members = list(condition.members)
    members[int(number)] = _replaced(members[int(number)], tuple(rest), by)
    return _join(str(key), tuple(members))


def _of_leaf(leaf: Leaf, at: At, field: Field) -> Iterator[Change]:
    if leaf.reported is not None:
        return
    seen = {field.allowed(leaf)}
    for kind, says, changed in (*_of_bounds(leaf, field), *_of_choices(leaf, field)):
        # Less than three lesions is at most two: the same question in other words is no variant.
        if field.allowed(changed) not in seen:
            seen.add(field.allowed(changed))
            yield kind, at, f"{field.label}: {says}", changed


def _of_bounds(leaf: Leaf, field: Field) -> Iterator[tuple[Kind, str, Leaf]]:
    for operator, operand in leaf.tests.items():
        if operator not in TURNED:
            continue
        before, other = operator_words(operator), operator_words(TURNED[operator])
        said = ", ".join(operand) if isinstance(operand, tuple) else shown(operand)
        turned = {operator: None, TURNED[operator]: operand}
        # Beside its opposite bound an operator has no other way round that is free.
        if leaf.tests.get(TURNED[operator]) is None and (not isinstance(operand, tuple) or len(operand) > 1):
            says = f"{before} {said} turned into {other} {said}"
            yield "turned", says, leaf.model_copy(update=turned)
        for moved in nudged(operand, field):
            yield "nudged", f"{before} {said} nudged to {shown(moved)}", leaf.model_copy(update={operator: moved})


def nudged(operand: object, field: Field) -> list[float] | list[str]:
    """Return a number, or a place in an order, moved a little to either side as far as the field allows."""
    if isinstance(operand, str):
        names = list(field.choices)
        place = names.index(operand)
        return [names[near] for near in (place - 1, place + 1) if 0 <= near < len(names)]
    if not isinstance(operand, float) or field.range is None:
        return []
    low, high = field.range
    if field.type == "count":
        return [moved for moved in (operand - 1, operand + 1) if low <= moved <= high]
    step = abs(operand) * NUDGE or (high - low) * NUDGE / 10
    down, up = (round(operand + sign * step, 10) for sign in (-1, 1))
    return [down if down > low else (low + operand) / 2, up if up < high else (operand + high) / 2]


def _of_choices(leaf: Leaf, field: Field) -> Iterator[tuple[Kind, str, Leaf]]:
    if leaf.includes_all is not None or leaf.includes_any is not None:
        key = "includes_all" if leaf.includes_all is not None else "includes_any"
        named: tuple[str, ...] = leaf.tests[key]
    elif leaf.equals is not None or leaf.one_of is not None:
        key, named = "one_of", tuple(name for name in field.choices if name in _among(leaf, field))
    else:
        return
    for name in named if len(named) > 1 else ():
        rest = tuple(other for other in named if other != name)
        yield "choice dropped", f"without {field.choices[name].label}", _listing(leaf, key, rest)
    for name in (name for name in field.choices if name not in named):
        yield "choice added", f"with {field.choices[name].label} too", _listing(leaf, key, (*named, name))


def _among(leaf: Leaf, field: Field) -> frozenset[str]:
    return field.spread((leaf.equals,) if leaf.equals is not None else leaf.one_of or ())


def _listing(leaf: Leaf, key: str, names: tuple[str, ...]) -> Leaf:
    return leaf.model_copy(update={"equals": None, key: names})


def condition_words(condition: Condition, codebook: Codebook) -> str:
    """Return a condition as people say it, in the codebook's labels."""
    if not isinstance(condition, Leaf):
        members = [condition_words(member, codebook) for member in condition.members]
        return "(" + (" and " if isinstance(condition, AllOf) else " or ").join(members) + ")"
    field = codebook.fields[condition.field]
    return f"{field.label}: {', '.join(_asked(field, *test) for test in condition.tests.items())}"


def _asked(field: Field, operator: str, operand: object) -> str:
    if operator == "reported":
        return "reported"
    names = operand if isinstance(operand, tuple) else (operand,)
    labels = {name: group.label for name, group in field.groups.items()}
    labels |= {name: choice.label for name, choice in field.choices.items()}
    listed = ", ".join(labels.get(str(name), shown(name)) for name in names)
    return listed if operator in ("equals", "one_of") else f"{operator_words(operator)} {listed}"


def shown(operand: object) -> str:
    """Return what a leaf compares with as people write it."""
    return f"{operand:g}" if isinstance(operand, float) else str(operand)
