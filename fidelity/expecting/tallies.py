"""Tallies: how verdicts add up to the concern of a domain and the grade of an axis, as numbers of states."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Final, TypeAlias

from fidelity.grade.table import DecisionTable, clip
from fidelity.model.scheme import CONCERNS, GRADES, LEVELS, Concern, Scheme, Tally
from fidelity.model.words import Level, Verdict

UNASKED: Final = 0
"""The state of a domain of which nothing is asked."""

AxisState: TypeAlias = tuple[Tally, bool]
"""Domains of at least each concern, counts cut where more make no difference; whether anything is asked."""

NOTHING: Final[AxisState] = ((0, 0, 0), False)


@dataclass(frozen=True)
class Tallies:
    """The states of a domain under a scheme, numbered: tallies that no further departures tell apart are one state."""

    scheme: Scheme
    table: DecisionTable
    concerns: tuple[int | None, ...]
    """The digit of the concern of each state; None where nothing is asked."""
    sums: tuple[tuple[int, ...], ...]
    """The state of two groups of criteria of one domain taken together."""
    after: Mapping[Concern, int]
    """The state of a domain with one criterion that is asked, by what its verdict counts as."""

    @classmethod
    def of(cls, scheme: Scheme, table: DecisionTable) -> Tallies:
        """Return the states of a domain under a scheme with its table."""
        most = scheme.concern_saturation
        tallies = list(product(*(range(count + 1) for count in most)))
        steps: tuple[Tally, ...] = (1, 0, 0), (0, 1, 0), (0, 0, 1)
        number = {tally: CONCERNS.index(table.concern(*tally)) for tally in tallies}
        while True:  # split what a further departure tells apart, until nothing is
            seen = {t: (number[t], *(number[_sum(t, step, most)] for step in steps)) for t in tallies}
            numbers = {key: place for place, key in enumerate(dict.fromkeys(seen.values()))}
            settled = len(numbers) == len(set(number.values()))
            number = {tally: numbers[key] for tally, key in seen.items()}
            if settled:
                break
        first = {number[tally]: tally for tally in reversed(tallies)}
        asked = [first[place] for place in range(len(first))]
        state = {tally: 1 + place for tally, place in number.items()}
        sums = [list(range(len(asked) + 1))]
        sums += [[1 + place, *(state[_sum(a, b, most)] for b in asked)] for place, a in enumerate(asked)]
        one: dict[Concern, int] = {"none": state[0, 0, 0]}
        one |= {level: state[clip(step, most)] for level, step in zip(LEVELS, steps, strict=True)}
        concerns = (None, *(CONCERNS.index(table.concern(*tally)) for tally in asked))
        return cls(scheme, table, concerns, tuple(map(tuple, sums)), one)

    def of_verdict(self, level: Level, verdict: Verdict) -> int:
        """Return the state of a domain with one criterion of this verdict."""
        return UNASKED if verdict == "not_applicable" else self.after[self.scheme.departure_of(level, verdict)]

    def axis(self, states: Iterable[int]) -> AxisState:
        """Return the state of an axis whose domains are in these states."""
        known = [concern for state in states if (concern := self.concerns[state]) is not None]
        counts = [sum(place >= CONCERNS.index(level) for place in known) for level in LEVELS]
        return clip((counts[0], counts[1], counts[2]), self.scheme.grade_saturation), bool(known)

    def together(self, first: AxisState, second: AxisState) -> AxisState:
        """Return the state of an axis from those of two groups of its domains."""
        return _sum(first[0], second[0], self.scheme.grade_saturation), first[1] or second[1]

    def grade(self, state: AxisState) -> int | None:
        """Return the number of the grade of an axis; None where nothing is asked."""
        tally, asked = state
        return GRADES.index(self.table.grade(*tally)) if asked else None


def _sum(first: Iterable[int], second: Iterable[int], most: Tally) -> Tally:
    critical, major, minor = (a + b for a, b in zip(first, second, strict=True))
    return clip((critical, major, minor), most)
