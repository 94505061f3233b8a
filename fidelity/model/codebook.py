"""The codebook: the one definition of every extracted field."""

from __future__ import annotations

from functools import cached_property
from math import ceil, floor, inf, isinf, nextafter
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic import Field as Key

from fidelity.errors import Fault, did_you_mean
from fidelity.model.condition import (
    OPERATORS,
    Allowed,
    Among,
    Condition,
    Frozen,
    Includes,
    IsReported,
    Leaf,
    Within,
    leaves_of,
    refuse,
)
from fidelity.model.dates import ANY_DAY
from fidelity.model.values import Interval, Listed, OneOf, Value, Words
from fidelity.model.words import CHOICE_TYPES, BelongsTo, FieldType, fold, fold_header

ANY_SPELLING: Final = WithJsonSchema({"type": ["array", "object"], "description": "labels, or choices in full"})
MOST_CHOICES: Final = 64
"""A set of choices is one bit mask of 64 bits."""


class Choice(Frozen):
    """One value of a choice or a checklist: how it is said, and how reports also say it."""

    label: str
    also: tuple[str, ...] = ()
    definition: str | None = None


class Group(Frozen):
    """A named set of choices, such as the particulate steroids; it may stand wherever a choice may."""

    label: str
    choices: tuple[str, ...]


def _spell_out(data: Any) -> Any:
    if isinstance(data, list):
        return {str(name): {"label": str(name)} for name in data}
    if isinstance(data, dict):
        return {name: {"label": entry} if isinstance(entry, str) else entry for name, entry in data.items()}
    return data


class Field(Frozen):
    """One field: what is extracted, where it belongs, which values it can take and when it applies."""

    label: str
    also: tuple[str, ...] = ()
    """Other names that the columns of people's own sheets have for it; one that stands at two fields is ambiguous."""
    definition: str
    belongs_to: BelongsTo
    type: FieldType
    scope: bool = False
    unit: str | None = None
    range: tuple[float, float] | None = None
    order: str | None = None
    choices: Annotated[dict[str, Choice], BeforeValidator(_spell_out), ANY_SPELLING] = Key(default_factory=dict)
    groups: dict[str, Group] = Key(default_factory=dict)
    applies_when: Condition | None = None

    @model_validator(mode="before")
    @classmethod
    def _yes_and_no(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("type") == "yes_no" and "choices" not in data:
            return {**data, "choices": ["yes", "no"]}
        return data

    @model_validator(mode="after")
    def _complete(self) -> Field:
        measured = self.type in ("number", "count", "cut_off")
        if measured and self.range is None:
            raise refuse("no-range", f"{self.label} has no range", "give the physical range, such as [0, 100]")
        if self.range is not None and not self.range[0] < self.range[1]:
            raise refuse("bad-range", "the range is empty", "write the smaller number first", "range")
        listed = self.type in CHOICE_TYPES or self.type == "checklist"
        if listed and not 1 < len(self.choices) <= MOST_CHOICES:
            what = f"{self.label} has {len(self.choices)} choices"
            raise refuse("bad-choices", what, f"give 2 to {MOST_CHOICES}", "choices")
        if self.type == "ordered_choice" and self.order is None:
            raise refuse("no-order", f"{self.label} does not say how its choices are ordered", "add `order:`")
        for name, group in self.groups.items():
            for choice in group.choices:
                if choice not in self.choices:
                    remedy = did_you_mean(choice, self.choices)
                    raise refuse("unknown-choice", f"group {name} holds {choice!r}", remedy, "groups")
            if name in self.choices:
                raise refuse("name-taken", f"{name!r} is a choice and a group", "rename the group", "groups")
        said: dict[str, str] = {}
        for name, entry in self.choices.items():
            for word in (name, entry.label, *entry.also):
                if said.setdefault(fold(word), name) != name:
                    what = f"{word!r} is said of {said[fold(word)]} and of {name}"
                    raise refuse("word-taken", what, "keep it for one of them", f"choices.{name}")
        return self

    @cached_property
    def bits(self) -> dict[str, int]:
        """The bit of each choice in a mask."""
        return {name: 1 << position for position, name in enumerate(self.choices)}

    def mask(self, names: frozenset[str]) -> int:
        """Return the bit mask of a set of choices."""
        return sum(self.bits[name] for name in names)

    def named(self, mask: int) -> frozenset[str]:
        """Return the choices of a bit mask."""
        return frozenset(name for name, bit in self.bits.items() if mask & bit)

    def spread(self, names: tuple[str, ...]) -> frozenset[str]:
        """Return choices with every group among the names replaced by its members."""
        return frozenset(
            choice for name in names for choice in (self.groups[name].choices if name in self.groups else (name,))
        )

    @cached_property
    def said(self) -> dict[str, frozenset[str]]:
        """Every way to say a choice or a group, folded, with the choices that are meant: names before synonyms."""
        one = {name: frozenset({name}) for name in self.choices}
        every = {name: frozenset(group.choices) for name, group in self.groups.items()}
        said = {fold(name): meant for name, meant in {**every, **one}.items()}
        for name, choice in self.choices.items():
            for words in (choice.label, *choice.also):
                said.setdefault(fold(words), one[name])
        for name, group in self.groups.items():
            said.setdefault(fold(group.label), every[name])
        return said

    @cached_property
    def everything(self) -> Value:
        """All that the codebook allows: what a silent report leaves possible."""
        if self.type == "date":
            return Interval(ANY_DAY.first.toordinal(), ANY_DAY.last.toordinal())
        if self.range is not None:
            return Interval(*self.range)
        names = frozenset(self.choices)
        if self.type == "checklist":
            return Listed(frozenset(), names)
        return OneOf(names) if names else Words("")

    def allowed(self, leaf: Leaf) -> Allowed:
        """Return the values of this field that a sound leaf allows."""
        if leaf.reported is not None:
            return IsReported()
        if self.type == "checklist":
            return Includes(frozenset(leaf.includes_all or leaf.includes_any or ()), leaf.includes_all is not None)
        if self.type in CHOICE_TYPES:
            return Among(self._among(leaf))
        bounds = leaf.bounds()
        if self.type != "count":
            return bounds
        # Less than three is at most two, so that what a narrowed count leaves possible is whole numbers.
        low = bounds.low if isinf(bounds.low) else ceil(bounds.low)
        return Within(low, bounds.high if isinf(bounds.high) else floor(bounds.high))

    def _among(self, leaf: Leaf) -> frozenset[str]:
        if leaf.equals is not None:
            return self.spread((leaf.equals,))
        if leaf.one_of is not None:
            return self.spread(leaf.one_of)
        names = list(self.choices)
        first = 0 if leaf.at_least_as_thin_as is None else names.index(leaf.at_least_as_thin_as)
        last = len(names) if leaf.at_least_as_thick_as is None else names.index(leaf.at_least_as_thick_as) + 1
        return frozenset(names[first:last])

    def faults_of(self, leaf: Leaf) -> list[Fault]:
        """Return what is wrong with a leaf on this field, among it that the range alone decides it."""
        allowed_here = (*OPERATORS[self.type], "reported")
        faults = []
        for operator, operand in leaf.tests.items():
            if operator not in allowed_here:
                what = f"{operator} does not suit {self.label} ({self.type})"
                faults.append(Fault("bad-operator", what, "use " + ", ".join(allowed_here)))
                continue
            for name in (operand,) if isinstance(operand, str) else operand if isinstance(operand, tuple) else ():
                known = [*self.choices, *(self.groups if operator in ("equals", "one_of") else ())]
                if operator != "reported" and name not in known:
                    faults.append(
                        Fault(
                            "unknown-choice",
                            f"{name!r} is no choice of {self.label}",
                            did_you_mean(name, known),
                        )
                    )
        return faults or self._decided_by_range(leaf)

    def _decided_by_range(self, leaf: Leaf) -> list[Fault]:
        allowed, every = self.allowed(leaf), self.everything
        if isinstance(allowed, Within) and isinstance(every, Interval):
            high = nextafter(every.high, inf) if self.type == "cut_off" else every.high
            never = allowed.low > high or allowed.high < every.low or allowed.low > allowed.high
            always = allowed.low <= every.low
            always = always and allowed.high >= high
        elif isinstance(allowed, Among):
            never, always = not allowed.names, allowed.names == frozenset(self.choices)
        else:
            return []
        if not (never or always):
            return []
        word = "every" if always else "no"
        what = f"{word} value that the codebook allows for {self.label} fulfils this"
        return [Fault("range-decides", what, "silence must never decide: move the threshold inside the range")]


class Codebook(Frozen):
    """Every field, in an order in which a field's condition reads earlier fields only."""

    id: str
    version: str
    units: dict[str, dict[str, str]] = Key(default_factory=dict)
    fields: dict[str, Field]

    @model_validator(mode="after")
    def _conditions_look_back(self) -> Codebook:
        seen: dict[str, Field] = {}
        labels: dict[str, str] = {}
        for name, field in self.fields.items():
            if field.label.casefold() in labels:
                other = labels[field.label.casefold()]
                raise refuse("label-taken", f"{other} and {name} share a label", "give each its own", f"fields.{name}")
            labels[field.label.casefold()] = name
            for leaf_at, leaf in leaves_of(field.applies_when) if field.applies_when else ():
                if leaf.field not in seen:
                    what = f"the condition of {name} reads {leaf.field!r}, which does not stand above it"
                    raise refuse("unknown-field", what, did_you_mean(leaf.field, seen), f"fields.{name}.applies_when")
                for fault in seen[leaf.field].faults_of(leaf):
                    at = ".".join(str(part) for part in ("fields", name, "applies_when", *leaf_at))
                    raise refuse(fault.code, fault.what, fault.remedy, at)
            if field.unit is not None and field.type != "ordered_choice" and field.unit not in self.units:
                what = f"the unit {field.unit!r} of {name} has no line in `units`"
                raise refuse("unknown-unit", what, "add how it is written", f"fields.{name}.unit")
            seen[name] = field
        return self

    @model_validator(mode="after")
    def _headers_are_free(self) -> Codebook:
        own = {fold_header(word): name for name, field in self.fields.items() for word in (name, field.label)}
        for name, field in self.fields.items():
            for place, header in enumerate(field.also):
                if own.get(fold_header(header), name) != name:
                    what = f"{header!r} is what {own[fold_header(header)]} is called"
                    remedy = "leave it out: a name or a label is never another field's"
                    raise refuse("header-taken", what, remedy, f"fields.{name}.also.{place}")
        return self

    @property
    def reference(self) -> str:
        """The codebook as others name it: `id@version`."""
        return f"{self.id}@{self.version}"

    def understands(self, version: str) -> bool:
        """Whether what was written for a version of this codebook means the same in this one: same major, not later."""
        written, mine = version.split("."), self.version.split(".")
        if not all(part.isdigit() for part in (*written, *mine)):
            return version == self.version
        return written[0] == mine[0] and [int(part) for part in written] <= [int(part) for part in mine]

    @cached_property
    def scope_fields(self) -> tuple[str, ...]:
        """The fields that decide what a procedure is."""
        return tuple(name for name, field in self.fields.items() if field.scope)

    @cached_property
    def by_folded(self) -> dict[str, str]:
        """The field of each name and of each label, folded; a name comes before another field's label."""
        return {fold(field.label): name for name, field in self.fields.items()} | {fold(n): n for n in self.fields}

    @cached_property
    def by_label(self) -> dict[str, str]:
        """The field of each label, folded to lower case."""
        return {field.label.casefold(): name for name, field in self.fields.items()}
