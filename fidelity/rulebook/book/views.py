"""What the pages of the book show, as frozen values: the templates lay it out and decide nothing."""

from __future__ import annotations

from dataclasses import dataclass

from fidelity.explaining.wording import EVIDENCE_MEANS
from fidelity.model.words import Evidence
from fidelity.rulebook.publishing.endorsements import Panel


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the book, and what it is called."""

    anchor: str
    words: str


@dataclass(frozen=True, slots=True)
class Rival:
    """What other profiles ask where a demand stands: their sentences, or nothing; and where they stand side by side."""

    profiles: str
    asks: tuple[Link, ...]
    dispute: str


@dataclass(frozen=True, slots=True)
class Cited:
    """One place where a document makes a demand, and how well that is known."""

    title: str
    body: str | None
    published: str | None
    where: str | None
    link: str | None
    section: str
    evidence: Evidence
    strength: str | None
    multisociety: bool

    @property
    def means(self) -> str:
        """What its evidence word means."""
        return EVIDENCE_MEANS[self.evidence]


@dataclass(frozen=True, slots=True)
class Objection:
    """What a document says against a demand."""

    title: str
    says: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A condition in words: one comparison, or members joined by "all of" or "any of"."""

    words: str
    members: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of an example, with the facts that stand below it."""

    word: str
    text: str
    table: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One example: its cells, and what the package says where that is something else."""

    cells: tuple[str, ...]
    agrees: bool
    said: str


@dataclass(frozen=True, slots=True)
class Table:
    """Examples that belong together."""

    title: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A scenario: what every example below it has in common, and the examples."""

    anchor: str
    name: str
    steps: tuple[Step, ...]
    tables: tuple[Table, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """All examples."""
        return tuple(row for table in self.tables for row in table.rows)


@dataclass(frozen=True, slots=True)
class Told:
    """A Rule of a feature that no criterion carries: what stays open, how grades follow, a principle."""

    name: str
    description: str
    scenarios: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """A criterion, whole."""

    anchor: str
    title: str
    domain: str
    axis: str | None
    level: str
    counted: bool
    uncounted: str
    because: str | None
    by_project: bool
    since: str
    conditions: tuple[tuple[str, Asked], ...]
    sources: tuple[Cited, ...]
    dissent: tuple[Objection, ...]
    note: str | None
    refs: tuple[str, ...]
    changes: tuple[str, ...]
    scenarios: tuple[Shown, ...]
    rivals: tuple[Rival, ...]


@dataclass(frozen=True, slots=True)
class Technique:
    """Why a technique is no standard one."""

    title: str
    because: str
    confirmed: bool
    sources: tuple[Cited, ...]
    dissent: tuple[Objection, ...]
    note: str | None
    refs: tuple[str, ...]
    scenarios: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Standard:
    """A rule set: what it covers, what it asks, and its state."""

    anchor: str
    reference: str
    title: str
    in_force: str
    codebook: str
    covers: Asked
    procedures: tuple[str, ...]
    readers: str
    demands: tuple[Demand, ...]
    unreached: tuple[str, ...]
    beside: tuple[Told, ...]
    feature: str
    common: tuple[Step, ...]
    panel: Panel
    technique: Technique | None = None

    @property
    def domains(self) -> tuple[tuple[str, tuple[Demand, ...]], ...]:
        """The demands by domain, in the order in which the domains first stand."""
        names = dict.fromkeys(demand.domain for demand in self.demands)
        return tuple((name, tuple(demand for demand in self.demands if demand.domain == name)) for name in names)
