"""Rule sets: one body's standard for one procedure, criterion by criterion, with its sources."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Annotated, Any, Final, Literal

from pydantic import BeforeValidator, WithJsonSchema, model_validator
from pydantic import Field as Key

from fidelity.errors import did_you_mean
from fidelity.model.codebook import Codebook
from fidelity.model.condition import Condition, Frozen, Leaf, fields_of, leaves_of, refuse
from fidelity.model.dates import Days
from fidelity.model.implication import implies
from fidelity.model.words import EVIDENCE, Evidence, Level

SEMVER: Final = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")
CONDITION_KEYS: Final = ("applies_when", "met_when", "not_met_when", "partly_met_when")


def _listed(data: Any) -> Any:
    return [data] if isinstance(data, str) else data


def _days(data: Any) -> Any:
    if not isinstance(data, str):
        return data
    try:
        return Days.parse(data)
    except ValueError as error:
        raise refuse("bad-date", str(error), "write 2015, 2015-02 or 2015-02-01") from None


PartialDate = Annotated[
    Days,
    BeforeValidator(_days),
    WithJsonSchema({"type": ["string", "integer"], "description": "2015, 2015-02 or 2015-02-01"}),
]
Names = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class Document(Frozen):
    """What a criterion cites: `multisociety` says that several societies stand behind it."""

    title: str
    body: str | None = None
    published: PartialDate | None = None
    doi: str | None = None
    address: str | None = None
    multisociety: Literal["yes", "no"] = "no"


class Source(Frozen):
    """One place where a document makes this very demand, and how well that is known."""

    document: str
    section: str
    evidence: Evidence
    strength: str | None = None


class Dissent(Frozen):
    """What a document says against a criterion: shown, never evaluated."""

    document: str
    says: str


class InForce(Frozen):
    """From when an edition asks what it asks."""

    start: PartialDate = Key(alias="from")


class Criterion(Frozen):
    """One requirement: one sentence that can be true or false of a procedure."""

    id: str
    title: str
    domain: str
    level: Level
    level_because: str | None = None
    threshold_by: Literal["project"] | None = None
    applies_when: Condition | None = None
    met_when: Condition | None = None
    not_met_when: Condition | None = None
    partly_met_when: Condition | None = None
    since: PartialDate | None = None
    sources: tuple[Source, ...] = Key(min_length=1)
    dissent: tuple[Dissent, ...] = ()
    standard_ref: Names = ()
    note: str | None = None

    @model_validator(mode="after")
    def _one_way_to_meet(self) -> Criterion:
        if (self.met_when is None) == (self.not_met_when is None):
            raise refuse(
                "met-or-not-met",
                "a criterion has exactly one of met_when and not_met_when",
                "keep one of them",
            )
        if self.partly_met_when is not None and self.met_when is None:
            what = "partly_met_when stands beside not_met_when"
            raise refuse("floor-without-met", what, "write the criterion with met_when", "partly_met_when")
        return self

    @property
    def conditions(self) -> dict[str, Condition]:
        """The conditions that are written, by key."""
        return {key: getattr(self, key) for key in CONDITION_KEYS if getattr(self, key) is not None}

    @property
    def asked(self) -> tuple[str, ...]:
        """The fields on which being met depends; a criterion none of whose fields applies does not apply."""
        return fields_of(self.met_when, self.not_met_when, self.partly_met_when)

    @property
    def evidence(self) -> Evidence:
        """The best evidence among the sources: each of them makes the whole demand."""
        return min((source.evidence for source in self.sources), key=EVIDENCE.index)

    @property
    def counted(self) -> bool:
        """Whether a departure from it can lower a grade: notes and unverified criteria are only shown."""
        return self.level != "note" and self.evidence != "unverified"


class NonStandard(Frozen):
    """Why a technique is no standard one: abandoned, or accepted by no society."""

    title: str
    because: str
    sources: tuple[Source, ...] = Key(min_length=1)
    dissent: tuple[Dissent, ...] = ()
    standard_ref: Names = ()
    note: str | None = None

    @property
    def evidence(self) -> Evidence:
        """The best evidence among the sources: each of them says the whole."""
        return min((source.evidence for source in self.sources), key=EVIDENCE.index)

    @property
    def confirmed(self) -> bool:
        """Whether a source has been read that says it: what is unverified names no technique non-standard."""
        return self.evidence != "unverified"


class Unreached(Frozen):
    """A grade of an axis, or a concern of a domain, that a rule set cannot give, and why that is meant."""

    axis: str | None = None
    grade: str | None = None
    domain: str | None = None
    concern: str | None = None
    because: str

    @model_validator(mode="after")
    def _one_thing(self) -> Unreached:
        of_axis, of_domain = (self.axis, self.grade), (self.domain, self.concern)
        if (None in of_axis) == (None in of_domain) or (any(of_axis) and any(of_domain)):
            what = "this names neither a grade of an axis nor a concern of a domain"
            raise refuse("bad-unreached", what, "write axis and grade, or domain and concern")
        return self


class RuleSet(Frozen):
    """One version of one body's standard for one procedure, or of its word that a technique is no standard one."""

    id: str
    version: str
    title: str
    codebook: str
    in_force: InForce
    covers: Condition
    documents: dict[str, Document]
    criteria: tuple[Criterion, ...] = ()
    non_standard: NonStandard | None = None
    unreached: tuple[Unreached, ...] = ()

    @model_validator(mode="after")
    def _sound(self) -> RuleSet:
        if (not self.criteria) == (self.non_standard is None):
            what = "a rule set holds either criteria or `non_standard`"
            raise refuse("criteria-or-non-standard", what, "write the one or the other")
        if SEMVER.fullmatch(self.version) is None:
            raise refuse("bad-version", f"{self.version!r} is no version", "write major.minor.patch", "version")
        seen: set[str] = set()
        for number, criterion in enumerate(self.criteria):
            at = f"criteria.{number}"
            if criterion.id in seen:
                raise refuse("id-taken", f"two criteria are called {criterion.id}", "rename one", f"{at}.id")
            seen.add(criterion.id)
            self._documented(criterion.id, criterion, at)
        if self.non_standard is not None:
            self._documented("non_standard", self.non_standard, "non_standard")
        return self

    def _documented(self, name: str, citing: Criterion | NonStandard, at: str) -> None:
        for kind in ("sources", "dissent"):
            for place, citation in enumerate(getattr(citing, kind)):
                if citation.document not in self.documents:
                    remedy = did_you_mean(citation.document, self.documents)
                    what = f"{name} cites {citation.document!r}, which `documents` does not list"
                    raise refuse("unknown-document", what, remedy, f"{at}.{kind}.{place}.document")

    @property
    def reference(self) -> str:
        """The rule set as results name it: `id@version`."""
        return f"{self.id}@{self.version}"

    @property
    def order(self) -> tuple[int, ...]:
        """The key by which versions compare."""
        return tuple(int(part) for part in self.version.split("."))

    @property
    def domains(self) -> tuple[str, ...]:
        """The domains of which this rule set holds criteria, in the order in which they first stand."""
        return tuple(dict.fromkeys(criterion.domain for criterion in self.criteria))

    def serves(self, domain: str) -> bool:
        """Whether this rule set has the word on a domain: one that calls a technique non-standard has it on all."""
        return self.non_standard is not None or domain in self.domains

    def limited_to(self, domains: Collection[str] | None) -> RuleSet:
        """Return the rule set with the criteria of some domains only; None leaves it whole."""
        if domains is None:
            return self
        kept = tuple(criterion for criterion in self.criteria if criterion.domain in domains)
        return self.model_copy(update={"criteria": kept})

    def since(self, criterion: Criterion) -> Days:
        """Return when a criterion was first asked: its own date, else its earliest source, never before the edition."""
        edition = self.in_force.start
        published = [document.published for document in self._documents_of(criterion) if document.published]
        asked = criterion.since or min(published, key=lambda days: days.first, default=edition)
        return asked if asked.first >= edition.first else edition

    def _documents_of(self, criterion: Criterion) -> list[Document]:
        return [self.documents[source.document] for source in criterion.sources]


def faults_of_conditions(ruleset: RuleSet, codebook: Codebook) -> list[tuple[str, str, str, str]]:
    """Return (path, code, what, remedy) for each condition that the codebook does not bear out.

    The checks: known fields, choices and operators; thresholds that the codebook's range does not decide;
    `covers` on scope fields only; `reported` in documentation only; floors that hold what they are the floor of.
    """
    found: list[tuple[str, str, str, str]] = []
    for path, leaf in leaves_of(ruleset.covers, ("covers",)):
        found += _leaf_faults(path, leaf, codebook)
        if leaf.field in codebook.fields and not codebook.fields[leaf.field].scope:
            what = f"covers reads {leaf.field}, which does not decide what a procedure is"
            found.append((_dotted(path), "not-scope", what, "use " + ", ".join(codebook.scope_fields)))
    for number, criterion in enumerate(ruleset.criteria):
        for key, condition in criterion.conditions.items():
            for path, leaf in leaves_of(condition, ("criteria", number, key)):
                found += _leaf_faults(path, leaf, codebook)
                if leaf.reported is not None and criterion.domain != "documentation":
                    what = "reported asks about the report, not about the procedure"
                    found.append((_dotted(path), "reported-outside", what, "use it in domain documentation"))
    known = {path for path, *_ in found}
    for number, criterion in enumerate(ruleset.criteria):
        if criterion.met_when is None or criterion.partly_met_when is None:
            continue
        at = f"criteria.{number}.partly_met_when"
        if any(path.startswith(f"criteria.{number}.") for path in known):
            continue
        if not implies(criterion.met_when, criterion.partly_met_when, codebook):
            what = f"the floor of {criterion.id} does not hold all that meets it"
            found.append((at, "floor-too-narrow", what, "write the wider condition, or any: [met, tolerated]"))
    return found


def _leaf_faults(path: tuple[str | int, ...], leaf: Leaf, codebook: Codebook) -> list[tuple[str, str, str, str]]:
    at = _dotted(path)
    if leaf.field not in codebook.fields:
        what = f"{leaf.field!r} is no field of the codebook"
        return [(f"{at}.field", "unknown-field", what, did_you_mean(leaf.field, codebook.fields))]
    return [(at, fault.code, fault.what, fault.remedy) for fault in codebook.fields[leaf.field].faults_of(leaf)]


def _dotted(path: tuple[str | int, ...]) -> str:
    return ".".join(str(part) for part in path)
