"""What the report shows, as frozen values: the templates lay it out and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from fidelity.model.words import Clock
from fidelity.write.because import Because
from fidelity.write.figures.marks import Range, concern_word, grade_word

SIGNS: Final = {"none": "+", "minor": "−", "major": "×", "critical": "!"}
"""The sign of each concern, as the figures draw it: beside the word, never instead of it."""


@dataclass(frozen=True, slots=True)
class Ends:
    """A concern or a grade, or the range of those still possible; `ends` is None where nothing is asked."""

    ends: Range | None
    words: str

    @classmethod
    def of_concern(cls, ends: Range | None) -> Ends:
        """Return a range of concerns with its words."""
        return cls(ends, concern_word(ends))

    @classmethod
    def of_grade(cls, ends: Range | None, without: str = "") -> Ends:
        """Return a range of grades with its words; `without` says why there is none."""
        return cls(ends, grade_word(ends) if ends or not without else without)


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the report, and what it is called."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Lit:
    """A row of traffic lights: a graded procedure, its concerns in the order of the domains, and its grade."""

    study: Link
    arm: Link
    concerns: tuple[Ends, ...]
    grade: Ends
    decided: str


@dataclass(frozen=True, slots=True)
class Lights:
    """The traffic lights of one axis; `about` says how many procedures it shows, and why it leaves others out."""

    axis: str
    about: str
    domains: tuple[str, ...]
    rows: tuple[Lit, ...]
    graded: bool
    """Whether it is the axis of the grade, of which the result says how much is decided."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A criterion as it was judged for one procedure; `anchor` is where the whole of it stands."""

    anchor: str
    title: str
    weight: str
    word: str
    judgement: str
    by_design: bool
    because: tuple[Because, ...]
    human: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Silent:
    """A criterion that is open because nothing is known of the facts that it reads, which are its `words`."""

    anchor: str
    words: str
    weight: str


@dataclass(frozen=True, slots=True)
class Criteria:
    """Criteria of which something is known, and for each reason of silence those of which nothing is."""

    told: tuple[Shown, ...]
    silent: tuple[tuple[str, tuple[Silent, ...]], ...]


@dataclass(frozen=True, slots=True)
class DomainShown:
    """A domain of one procedure: its concern, and its criteria."""

    name: str
    concern: Ends
    criteria: Criteria


@dataclass(frozen=True, slots=True)
class AxisShown:
    """An axis of one procedure: its grade, what is decided, and which facts could still change it."""

    name: str
    grade: Ends
    clock: Clock
    decided: str
    best: str
    worst: str
    could_lower: tuple[str, ...]
    needed: tuple[str, ...]
    domains: tuple[DomainShown, ...]


@dataclass(frozen=True, slots=True)
class ProcedureShown:
    """A procedure: its grades with all that led to them, or why it has none and what is known of it.

    `same_as` is an earlier procedure of the study that was judged alike in every word; what led there stands there.
    """

    anchor: str
    name: str
    role: str
    status: str
    note: str
    judged_by: tuple[Link, ...]
    known: tuple[str, ...]
    axes: tuple[AxisShown, ...]
    documentation: Criteria | None
    same_as: Link | None = None


@dataclass(frozen=True, slots=True)
class StudyShown:
    """A study: what it is called, where its facts come from, and its procedures."""

    anchor: str
    name: str
    id: str
    about: str
    doi: str | None
    sources: str
    recruited: str
    cautions: tuple[str, ...]
    procedures: tuple[ProcedureShown, ...]


@dataclass(frozen=True, slots=True)
class Asks:
    """One place where a document makes a demand: the number of the document, the section, how well that is known."""

    number: int
    section: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Demand:
    """A criterion, whole, as the standard has it."""

    anchor: str
    title: str
    domain: str
    weight: str
    since: str
    because: str | None
    by_project: bool
    conditions: tuple[tuple[str, str], ...]
    asks: tuple[Asks, ...]
    dissent: tuple[tuple[int, str], ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class RuleSetShown:
    """A rule set: what it did with these procedures, its state, its hash, and the criteria by which it judged."""

    anchor: str
    reference: str
    title: str
    state: str
    in_force: str
    sha256: str
    did: str
    demands: tuple[Demand, ...]


@dataclass(frozen=True, slots=True)
class DocumentShown:
    """A document that is cited, with its number and where it is found."""

    number: int
    words: str
    where: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class Gaps:
    """The procedures that have no grade for one reason, each with a note of its own."""

    reason: str
    means: str
    rows: tuple[tuple[Link, Link, str], ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """What an assumption makes of the grade of a procedure: its mean (0 poor to 3 full) and the chance of each."""

    study: Link
    arm: Link
    mean: str
    chances: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unknowns:
    """An assumption on what reports do not say, in words, and what it makes of the grades of an axis."""

    axis: str
    reference: str
    title: str
    because: str
    warning: str
    figure: Markup
    rows: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Standpoint:
    """By what was judged: profile, scheme and codebook with their hashes, and the clock of each axis."""

    profile: str
    title: str
    grade_means: str | None
    scheme: str
    scheme_title: str
    scheme_sha256: str
    codebook: str
    clock: tuple[tuple[str, str], ...]
