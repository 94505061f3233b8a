"""Profiles and named procedures: which rule sets serve, and what a procedure is called."""

from __future__ import annotations

from fidelity.errors import UsageError, did_you_mean
from fidelity.model.condition import Frozen
from fidelity.model.words import CLOCKS, Clock


class Profile(Frozen):
    """A choice of rule sets, a scheme and a clock for each axis."""

    id: str
    title: str
    scheme: str
    clock: dict[str, Clock]
    rule_sets: tuple[str, ...]

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
