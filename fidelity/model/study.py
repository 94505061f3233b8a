"""Study records: a trial or cohort, its arms, the procedures given in them, and what the report lets us know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pydantic import ConfigDict
from pydantic import Field as Key

from fidelity.model.condition import Frozen
from fidelity.model.values import Value
from fidelity.model.words import Basis, Design, ReportKind, Role, Status, Verdict, spoken


class Evidence(Frozen):
    """Where a reader found a fact."""

    quote: str | None = None
    place: str | None = None
    reader: str | None = None


class Observation(Frozen):
    """What a report lets us know about one field: the values it could have, a status and a basis.

    `value` is None when nothing is known of it: then everything that the codebook allows stays possible.
    `text` is the value as the record writes it; `as_written` is how the report itself words it.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    value: Value | None = None
    status: Status = "reported"
    basis: Basis = "stated"
    varies: bool = False
    text: str = ""
    as_written: str | None = None
    evidence: tuple[Evidence, ...] = ()


Observations = dict[str, Observation]


class HumanJudgement(Frozen):
    """A person's own judgement of a criterion: shown beside the computed one, never in its place."""

    criterion: str
    verdict: Verdict
    reason: str
    who: str
    when: str
    procedure: str | None = None


class Procedure(Frozen):
    """One technique given in an arm, however often; a repeat by another technique is another procedure."""

    id: str
    label: str | None = None
    role: Role | None = None
    main: bool = False
    observations: Observations = Key(default_factory=dict)


class Arm(Frozen):
    """A group of patients treated alike."""

    id: str
    label: str
    role: Role
    n: str | None = None
    note: str | None = None
    observations: Observations = Key(default_factory=dict)
    procedures: tuple[Procedure, ...] = Key(min_length=1)


class Reference(Frozen):
    """Where the facts of a record come from."""

    kind: str
    name: str | None = None
    address: str | None = None


BIBLIOGRAPHIC: Final = ("title", "journal", "year", "doi", "pmid", "registry", "country")
"""What a study record says of the publication, as text, under these names in records and in tables."""


class Report(Frozen):
    """Which of several reports of one study a record was taken from."""

    kind: ReportKind
    name: str | None = None

    def __str__(self) -> str:
        return spoken(self.kind) + (f": {self.name}" if self.name else "")


class Study(Frozen):
    """A trial or cohort: the record from which its procedures are graded."""

    id: str
    label: str
    report: Report | None = None
    title: str | None = None
    journal: str | None = None
    year: str | None = None
    doi: str | None = None
    pmid: str | None = None
    registry: str | None = None
    country: str | None = None
    design: Design = "randomised"
    design_words: str | None = None
    n: str | None = None
    unstated: Status = "not_extracted"
    design_factors: tuple[str, ...] = ()
    sources: tuple[Reference, ...] = ()
    cautions: tuple[str, ...] = ()
    confidence: str | None = None
    observations: Observations = Key(default_factory=dict)
    arms: tuple[Arm, ...] = Key(min_length=1)
    judgements: tuple[HumanJudgement, ...] = ()

    def rows(self) -> Iterator[tuple[Arm, Procedure]]:
        """Yield each procedure with its arm, in the order of the record."""
        for arm in self.arms:
            for procedure in arm.procedures:
                yield arm, procedure


def role_of(arm: Arm, procedure: Procedure) -> Role:
    """Return the role of a procedure: its own, else that of its arm."""
    return procedure.role or arm.role


def nearest(study: Study, arm: Arm, procedure: Procedure, field: str) -> tuple[Observation | None, int]:
    """Return the observation of a field that stands nearest to a procedure, whole, and how near it stands.

    The depth is 2 for the procedure itself, 1 for the arm, 0 for the study, and -1 where nobody recorded the field.
    """
    for depth, holder in ((2, procedure.observations), (1, arm.observations), (0, study.observations)):
        if field in holder:
            return holder[field], depth
    return None, -1
