"""The scheme: what a verdict counts as, when a domain gives concern, and what grade an axis gets."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Annotated, Final, Literal

from pydantic import Discriminator, Field, StringConstraints, Tag, model_validator

from fidelity.errors import did_you_mean
from fidelity.model.condition import Frozen, refuse
from fidelity.model.words import Level, Verdict

CountedLevel = Literal["critical", "major", "minor"]
Concern = Literal["none", "minor", "major", "critical"]
Grade = Literal["poor", "limited", "adequate", "full"]
Tally = tuple[int, int, int]
"""Counts of critical, major and minor, in the order of LEVELS."""

LEVELS: Final[tuple[CountedLevel, ...]] = ("critical", "major", "minor")
"""The levels that are counted, gravest first."""
CONCERNS: Final[tuple[Concern, ...]] = ("none", "minor", "major", "critical")
"""The concerns, gravest last: the place of a concern is its digit."""
GRADES: Final[tuple[Grade, ...]] = ("poor", "limited", "adequate", "full")
"""The grades, best last: the place of a grade is its number."""

Text = Annotated[str, StringConstraints(min_length=1)]
Word = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z_]*$")]


class Threshold(Frozen):
    """The one comparison of a scheme, with its reason.

    `departures` counts the departures of a level in a domain; `domains` counts the domains of an axis whose
    concern is of this level or graver.
    """

    departures: CountedLevel | None = None
    domains: CountedLevel | None = None
    at_least: Annotated[int, Field(ge=1, le=9)]
    because: Text

    @property
    def level(self) -> CountedLevel:
        """The level that is counted."""
        level = self.departures or self.domains
        assert level is not None, "the model refuses a threshold that counts nothing"
        return level

    @model_validator(mode="after")
    def _counts_one_thing(self) -> Threshold:
        if (self.departures is None) == (self.domains is None):
            what, remedy = "a threshold counts one thing", "name a level of departures or of domains"
            raise refuse("bad-threshold", what, remedy)
        return self


class AllThresholds(Frozen):
    """Holds where every member holds."""

    all: Annotated[tuple[SchemeCondition, ...], Field(min_length=1)]


class AnyThreshold(Frozen):
    """Holds where at least one member holds."""

    any: Annotated[tuple[SchemeCondition, ...], Field(min_length=1)]


def _shape(data: object) -> str:
    # The words are those of the conditions of rule sets, so that places in a file are found alike.
    for key, kind in (("all", AllThresholds), ("any", AnyThreshold)):
        if isinstance(data, kind) or (isinstance(data, dict) and key in data):
            return f"{key}_of"
    return "leaf"


SchemeCondition = Annotated[
    Annotated[AllThresholds, Tag("all_of")]
    | Annotated[AnyThreshold, Tag("any_of")]
    | Annotated[Threshold, Tag("leaf")],
    Discriminator(_shape),
]

AllThresholds.model_rebuild()
AnyThreshold.model_rebuild()


def thresholds_of(condition: SchemeCondition) -> Iterator[Threshold]:
    """Yield every threshold of a condition."""
    match condition:
        case Threshold():
            yield condition
        case AllThresholds(all=members) | AnyThreshold(any=members):
            for member in members:
                yield from thresholds_of(member)


class Departs(Frozen):
    """What the verdicts on criteria of one level count as; a verdict that has no key here never departs."""

    not_met: CountedLevel
    partly_met: CountedLevel | None = None


class Line(Frozen):
    """One rule of a scheme: its conclusion is drawn where the condition holds, or always without one."""

    meaning: Text
    when: SchemeCondition | None = None


class ConcernLine(Line):
    """One rule of the first step, from the departures in a domain to its concern."""

    concludes: Concern = Field(alias="is")


class GradeLine(Line):
    """One rule of the second step, from the concerns of an axis to its grade."""

    concludes: Grade = Field(alias="is")


class Scheme(Frozen):
    """The versioned rules from verdicts to departures, from these to concerns, from concerns to grades."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$")]
    version: Annotated[str, StringConstraints(pattern=r"^(0|[1-9]\d*)(\.(0|[1-9]\d*)){2}$")]
    title: Text
    departures: dict[CountedLevel, Departs]
    axes: dict[Word, Annotated[tuple[Word, ...], Field(min_length=1)]]
    unweighed: tuple[Word, ...] = ()
    concern: tuple[ConcernLine, ...]
    grade: tuple[GradeLine, ...]

    @property
    def name(self) -> str:
        """How profiles and tables name this scheme: `<id>@<version>`."""
        return f"{self.id}@{self.version}"

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains that a criterion may name, axis by axis, the unweighed ones last."""
        return (*(domain for members in self.axes.values() for domain in members), *self.unweighed)

    @property
    def concern_saturation(self) -> Tally:
        """For each level the number of departures in a domain beyond which more make no difference."""
        return _saturation([line.when for line in self.concern])

    @property
    def grade_saturation(self) -> Tally:
        """For each level the number of domains at least so grave beyond which more make no difference."""
        return _saturation([line.when for line in self.grade])

    @cached_property
    def sha256(self) -> str:
        """The hash of what the scheme says, whatever the layout and the comments of its file."""
        content = self.model_dump(mode="json", by_alias=True, exclude_none=True)
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()

    def axis_of(self, domain: str) -> str | None:
        """Return the axis whose grade a domain is part of; None for one that is shown and not weighed."""
        if domain not in self.domains:
            raise KeyError(f"{self.name} has no domain {domain!r}: {did_you_mean(domain, self.domains)}")
        return next((axis for axis, members in self.axes.items() if domain in members), None)

    def departure_of(self, level: Level, verdict: Verdict) -> Concern:
        """Return what a verdict on a criterion of this level counts as; a note never counts."""
        if level == "note":
            return "none"
        departs = self.departures[level]
        return {"not_met": departs.not_met, "partly_met": departs.partly_met}.get(verdict) or "none"

    @model_validator(mode="after")
    def _every_domain_stands_once(self) -> Scheme:
        repeated = sorted({domain for domain in self.domains if self.domains.count(domain) > 1})
        if repeated:
            raise refuse("repeated-domain", f"{', '.join(repeated)} stands twice", "name each domain once", "axes")
        return self

    @model_validator(mode="after")
    def _worse_never_counts_less(self) -> Scheme:
        missing = [level for level in LEVELS if level not in self.departures]
        if missing:
            remedy = "say what a criterion of that level that is not met counts as"
            raise refuse("missing-level", f"{', '.join(missing)} is missing", remedy, "departures")
        counted: tuple[Verdict, ...] = ("partly_met", "not_met")
        partly, failed = (
            [CONCERNS.index(self.departure_of(level, verdict)) for level in LEVELS] for verdict in counted
        )
        by_verdict = all(less <= more for less, more in zip(partly, failed, strict=True))
        by_level = all(column == sorted(column, reverse=True) for column in (partly, failed))
        if not (by_verdict and by_level):
            what = "a worse verdict, or the same verdict on a graver criterion, counts as less"
            raise refuse("reversed-departures", what, "let departures rise with both", "departures")
        return self

    @model_validator(mode="after")
    def _each_step_counts_its_own(self) -> Scheme:
        for key, counted in (("concern", "departures"), ("grade", "domains")):
            lines: Sequence[Line] = self.concern if key == "concern" else self.grade
            for line in lines:
                for threshold in thresholds_of(line.when) if line.when else ():
                    if getattr(threshold, counted) is None:
                        what = f"a line of {key} does not count {counted}"
                        raise refuse("wrong-count", what, f"count {counted}", key)
        return self


def _saturation(conditions: Sequence[SchemeCondition | None]) -> Tally:
    most: dict[str, int] = dict.fromkeys(LEVELS, 0)
    for condition in conditions:
        for threshold in thresholds_of(condition) if condition else ():
            most[threshold.level] = max(most[threshold.level], threshold.at_least)
    return most["critical"], most["major"], most["minor"]
