"""Conditions as rule sets and the codebook write them: leaves on one field, joined by `all` and `any`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf, nextafter
from typing import Annotated, Any, Final

from pydantic import BaseModel, ConfigDict, Discriminator, Tag, model_validator
from pydantic_core import PydanticCustomError


class Frozen(BaseModel):
    """What every model of our own file formats shares: unchangeable, and unknown keys are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


def refuse(code: str, what: str, remedy: str, at: str = "") -> PydanticCustomError:
    """Return the error by which a model says what is wrong at one of its keys and what would be right."""
    return PydanticCustomError(code, "{what}; {remedy}", {"what": what, "remedy": remedy, "at": at})


@dataclass(frozen=True, slots=True)
class Within:
    """The numbers that a leaf allows, both ends included (open ends are moved by one float)."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Among:
    """The choices that a leaf allows."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Includes:
    """What a checklist must hold: every one of these, or at least one."""

    names: frozenset[str]
    every: bool


@dataclass(frozen=True, slots=True)
class IsReported:
    """The one question about reporting itself."""


Allowed = Within | Among | Includes | IsReported

LOWER: Final = ("at_least", "more_than", "asks_at_least", "asks_more_than")
UPPER: Final = ("at_most", "less_than")
ORDERED: Final = ("at_least_as_thick_as", "at_least_as_thin_as")

OPERATORS: Final[dict[str, tuple[str, ...]]] = {
    "number": ("at_least", "more_than", "at_most", "less_than"),
    "count": ("at_least", "more_than", "at_most", "less_than"),
    "cut_off": ("asks_at_least", "asks_more_than"),
    "choice": ("equals", "one_of"),
    "yes_no": ("equals", "one_of"),
    "ordered_choice": (*ORDERED, "equals", "one_of"),
    "checklist": ("includes_all", "includes_any"),
    "date": (),
    "text": (),
}
"""Which operators a field of each type takes; `reported` is taken by all."""

PAIRED: Final = (
    {"at_least", "at_most"},
    {"at_least", "less_than"},
    {"more_than", "at_most"},
    {"more_than", "less_than"},
    set(ORDERED),
)
"""The operators that may stand together in one leaf: a lower and an upper bound."""


class Leaf(Frozen):
    """One comparison of one field, such as `{field: lesion_temperature, at_least: 80, at_most: 90}`."""

    field: str
    equals: str | None = None
    one_of: tuple[str, ...] | None = None
    at_least: float | None = None
    more_than: float | None = None
    at_most: float | None = None
    less_than: float | None = None
    asks_at_least: float | None = None
    asks_more_than: float | None = None
    at_least_as_thick_as: str | None = None
    at_least_as_thin_as: str | None = None
    includes_all: tuple[str, ...] | None = None
    includes_any: tuple[str, ...] | None = None
    reported: str | None = None

    @property
    def tests(self) -> dict[str, Any]:
        """The operators that this leaf uses with what they compare with."""
        return self.model_dump(exclude={"field"}, exclude_none=True)

    @model_validator(mode="after")
    def _one_question(self) -> Leaf:
        used = set(self.tests)
        if not used:
            raise refuse("no-operator", f"nothing is asked of {self.field}", "add an operator such as equals")
        if len(used) > 1 and used not in PAIRED:
            words = " and ".join(sorted(used))
            raise refuse("operators-clash", f"{words} stand in one leaf", "write one leaf each, joined by all")
        if self.reported not in (None, "yes"):
            raise refuse("bad-operand", f"reported: {self.reported}", "write reported: yes", "reported")
        return self

    def bounds(self) -> Within:
        """Return the numbers that a leaf on a number, a count or a cut-off allows."""
        low, high = -inf, inf
        for name in LOWER:
            bound = getattr(self, name)
            if bound is not None:
                low = nextafter(bound, inf) if name.endswith("more_than") else bound
        for name in UPPER:
            bound = getattr(self, name)
            if bound is not None:
                high = nextafter(bound, -inf) if name == "less_than" else bound
        return Within(low, high)


class AllOf(Frozen):
    """True where every member is true."""

    all: tuple[Condition, ...]

    @property
    def members(self) -> tuple[Condition, ...]:
        """What is joined."""
        return self.all


class AnyOf(Frozen):
    """True where a member is true."""

    any: tuple[Condition, ...]

    @property
    def members(self) -> tuple[Condition, ...]:
        """What is joined."""
        return self.any


def _shape(data: object) -> str:
    if isinstance(data, AllOf | AnyOf | Leaf):
        return {AllOf: "all_of", AnyOf: "any_of", Leaf: "leaf"}[type(data)]
    if isinstance(data, dict) and "all" in data:
        return "all_of"
    if isinstance(data, dict) and "any" in data:
        return "any_of"
    return "leaf"


Condition = Annotated[
    Annotated[AllOf, Tag("all_of")] | Annotated[AnyOf, Tag("any_of")] | Annotated[Leaf, Tag("leaf")],
    Discriminator(_shape),
]

AllOf.model_rebuild()
AnyOf.model_rebuild()


def leaves_of(condition: Condition, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Leaf]]:
    """Yield every leaf of a condition with the path at which it stands."""
    if isinstance(condition, Leaf):
        yield at, condition
        return
    key = "all" if isinstance(condition, AllOf) else "any"
    for number, member in enumerate(condition.members):
        yield from leaves_of(member, (*at, key, number))


def fields_of(*conditions: Condition | None) -> tuple[str, ...]:
    """Return the fields that conditions read, each once, in the order in which they stand."""
    found = (leaf.field for condition in conditions if condition for _, leaf in leaves_of(condition))
    return tuple(dict.fromkeys(found))


def with_leaf(condition: Condition, at: tuple[str | int, ...], leaf: Leaf) -> Condition:
    """Return a condition with another leaf at a path of `leaves_of`."""
    if isinstance(condition, Leaf):
        return leaf
    key, number, *rest = at
    members = tuple(
        with_leaf(member, tuple(rest), leaf) if place == number else member
        for place, member in enumerate(condition.members)
    )
    return condition.model_copy(update={str(key): members})
