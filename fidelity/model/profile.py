"""Profiles and named procedures: which rule sets serve, and what a procedure is called."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, WithJsonSchema, model_validator

from fidelity.errors import UsageError, did_you_mean
from fidelity.model.condition import Frozen, refuse
from fidelity.model.words import CLOCKS, Clock


class Part(Frozen):
    """A rule set that a profile takes, whole or for some domains only."""

    id: str
    domains: tuple[str, ...] | None = None


def _named(data: Any) -> Any:
    return {"id": data} if isinstance(data, str) else data


_PART_SCHEMA = {
    "anyOf": [
        {"type": "string", "description": "a rule set, for every domain of which it holds criteria"},
        {
            "type": "object",
            "properties": {"id": {"type": "string"}, "domains": {"type": "array", "items": {"type": "string"}}},
            "required": ["id"],
            "additionalProperties": False,
        },
    ]
}


class Profile(Frozen):
    """A choice of rule sets, a scheme and a clock for each axis.

    `grade_means` says what its grades measure where that is not fidelity to a society's standard.
    """

    id: str
    title: str
    scheme: str
    clock: dict[str, Clock]
    rule_sets: tuple[Annotated[Part, BeforeValidator(_named), WithJsonSchema(_PART_SCHEMA)], ...]
    grade_means: str | None = None

    @model_validator(mode="after")
    def _each_once(self) -> Profile:
        for number, part in enumerate(self.rule_sets):
            if part.id in self.names[:number]:
                what = f"{part.id} stands twice"
                raise refuse("id-taken", what, "keep one entry, with all its domains", f"rule_sets.{number}")
        return self

    @property
    def names(self) -> tuple[str, ...]:
        """The ids of the rule sets, in their order."""
        return tuple(part.id for part in self.rule_sets)

    def domains_of(self, name: str) -> tuple[str, ...] | None:
        """Return the domains for which a rule set is taken; None: for all."""
        return next((part.domains for part in self.rule_sets if part.id == name), None)

    def with_clock(self, clock: Clock | None) -> Profile:
        """Return the profile with one clock for every axis; None leaves each axis its own."""
        if clock is None:
            return self
        if clock not in CLOCKS:
            raise UsageError(f"there is no clock {clock!r}: {did_you_mean(str(clock), CLOCKS)}")
        return self.model_copy(update={"clock": dict.fromkeys(self.clock, clock)})

    @property
    def clock_words(self) -> str:
        """The clock as results name it: one word when all axes share it, else each axis with its own."""
        if len(set(self.clock.values())) == 1:
            return next(iter(self.clock.values()))
        return " ".join(f"{axis}={clock}" for axis, clock in self.clock.items())


class NamedProcedure(Frozen):
    """A procedure as clinicians call it, with the facts that make it what it is."""

    id: str
    title: str
    scope: dict[str, str]


class Procedures(Frozen):
    """The procedures that have a name."""

    procedures: tuple[NamedProcedure, ...]

    def named(self, word: str) -> NamedProcedure | None:
        """Return the procedure with this id or title."""
        folded = word.strip().casefold()
        found = (entry for entry in self.procedures if folded in (entry.id.casefold(), entry.title.casefold()))
        return next(found, None)
