"""What an explanation holds: the study, what was read of it, every criterion, and the outlook of every axis."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from fidelity.judge.trace import LeafState
from fidelity.model.dates import Days
from fidelity.model.judgement import decided
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.scheme import Concern, Grade
from fidelity.model.study import HumanJudgement, Observation, Study
from fidelity.model.words import Clock, Status

RECRUITMENT: Final = "recruitment_start"
"""The field that would say when a study began to recruit."""

Together: TypeAlias = tuple[str, ...]
"""Fields that matter together: one alone, or several of which none does it without the others."""

Alternatives: TypeAlias = tuple[Together, ...]
"""Ways to the same end, of which one is enough."""


@dataclass(frozen=True, slots=True)
class Observed:
    """What the record says of one field of a procedure; `follows_from`: the answered fields that settle it."""

    field: str
    status: Status
    observation: Observation | None
    follows_from: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything is known of the value."""
        return bool(self.follows_from) or (self.observation is not None and self.observation.value is not None)


@dataclass(frozen=True, slots=True)
class Recruitment:
    """When recruitment may have begun, and from which field that is known; None: from none."""

    days: Days
    known_from: Literal["recruitment_start", "publication_year"] | None


@dataclass(frozen=True, slots=True)
class JudgedCriterion:
    """One criterion for one procedure: its judgement byte, the leaves behind it, and what people judged.

    `asked_since` stands where the clock of the trial decides whether it was asked; `open_fields` are the fields that
    leave the judgement open, the start of recruitment among them.
    """

    criterion: Criterion
    ruleset: RuleSet
    byte: int
    leaves: tuple[LeafState, ...]
    by_design: bool
    human: tuple[HumanJudgement, ...]
    asked_since: Days | None = None
    clock_open: bool = False

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The fields that leave the judgement open."""
        if decided(self.byte):
            return ()
        fields = dict.fromkeys(state.leaf.field for state in self.leaves if state.state == "open")
        return (*fields, RECRUITMENT) if self.clock_open else tuple(fields)


@dataclass(frozen=True, slots=True)
class Outlook:
    """One axis of a procedure: its range, concerns, and which open facts matter to which end.

    `unserved` is the reason why no rule set serves it, None where one does. `could_lower`: each entry, turned out
    badly, takes the best grade away. `needed`: the worst grade stays as long as one entry has none of its alternatives.
    """

    axis: str
    clock: Clock
    unserved: str | None
    low: Grade | None
    high: Grade | None
    concerns: Mapping[str, tuple[Concern, Concern] | None]
    decided: int
    counted: int
    could_lower: tuple[Together, ...]
    needed: tuple[Alternatives, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One procedure: its row of the result, what was read of it, and for graded ones every criterion.

    A refused procedure has its row and nothing else.
    """

    study: Study | None
    row: Mapping[str, str | int | None]
    facts: Mapping[str, Observed]
    criteria: tuple[JudgedCriterion, ...]
    outlooks: tuple[Outlook, ...]
    recruitment: Recruitment | None
