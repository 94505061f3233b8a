"""What bodies ask differently: the same question to each profile, procedure by procedure and domain by domain."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fidelity.explaining.asked import covers, may_ask
from fidelity.model.codebook import Codebook
from fidelity.model.profile import NamedProcedure
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.rulebook.book.rulesets import anchor_of
from fidelity.rulebook.book.views import Link, Rival

Column = RuleSet | None


@dataclass(frozen=True, slots=True)
class Answer:
    """A demand as the answer of a body to a question."""

    anchor: str
    title: str
    level: str
    counted: bool


@dataclass(frozen=True, slots=True)
class Question:
    """What the demands of several bodies are about, and what each of them asks; nothing is an answer too."""

    subject: str
    answers: tuple[tuple[Answer, ...], ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A column: the profiles that read one rule set, and that rule set."""

    profiles: tuple[str, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """A domain of procedures in which profiles read different rule sets."""

    anchor: str
    domain: str
    procedures: tuple[str, ...]
    bodies: tuple[Body, ...]
    silent: tuple[str, ...]
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A profile with the rule sets by which it judges now, limited to the domains that it takes from each."""

    title: str
    rulesets: tuple[RuleSet, ...]

    def covering(self, procedure: NamedProcedure, codebook: Codebook) -> tuple[RuleSet, ...]:
        """Return the rule sets that cover a procedure: one for each of its domains."""
        return tuple(ruleset for ruleset in self.rulesets if covers(ruleset, procedure, codebook))


@dataclass(slots=True)
class _Found:
    columns: tuple[Column, ...]
    domain: str
    procedures: list[str] = field(default_factory=list)


def disputes_of(
    readings: Sequence[Reading], domains: Sequence[str], procedures: Sequence[NamedProcedure], codebook: Codebook
) -> tuple[Dispute, ...]:
    """Return every domain of every named procedure in which two profiles read different rule sets, alike ones once."""
    alike: dict[tuple[str, ...], _Found] = {}
    for procedure in procedures:
        covering = [reading.covering(procedure, codebook) for reading in readings]
        for domain in domains:
            columns = tuple(_column(found, domain, procedure, codebook) for found in covering)
            named = {column.reference for column in columns if column is not None}
            if len(named) > 1 and any(column.serves(domain) for column in columns if column is not None):
                key = (domain, *(part for column in columns for part in _key(column)))
                alike.setdefault(key, _Found(columns, domain)).procedures.append(procedure.title)
    return tuple(_dispute(number, entry, readings, codebook) for number, entry in enumerate(alike.values(), 1))


def _column(rulesets: Sequence[RuleSet], domain: str, procedure: NamedProcedure, codebook: Codebook) -> RuleSet | None:
    """Return the rule set that serves a domain of a procedure, with what it can ask of it there."""
    serving = next((ruleset for ruleset in rulesets if ruleset.serves(domain)), None)
    if serving is None:
        return None
    asked = (c for c in serving.criteria if c.domain == domain and may_ask(c, procedure, codebook))
    return serving.model_copy(update={"criteria": tuple(asked)})


def _key(column: Column) -> tuple[str, ...]:
    return ("",) if column is None else (column.reference, *(criterion.id for criterion in column.criteria))


def rivals_of(disputes: Sequence[Dispute]) -> dict[str, tuple[Rival, ...]]:
    """Return, for each criterion by its anchor, what other profiles ask in its place, what is alike once."""
    rivals: dict[str, dict[tuple[str, tuple[Link, ...]], Rival]] = {}
    for dispute in disputes:
        for question in (question for question in dispute.questions if question.differs):
            said = [
                Rival("; ".join(body.profiles), tuple(map(_asked, answers)), dispute.anchor)
                for body, answers in zip(dispute.bodies, question.answers, strict=True)
            ]
            for own, answers in enumerate(question.answers):
                for answer in answers:
                    for rival in (*said[:own], *said[own + 1 :]):
                        rivals.setdefault(answer.anchor, {}).setdefault((rival.profiles, rival.asks), rival)
    return {anchor: tuple(found.values()) for anchor, found in rivals.items()}


def _asked(answer: Answer) -> Link:
    return Link(answer.anchor, f"{answer.title} ({answer.level}{'' if answer.counted else ', not counted'})")


def _dispute(number: int, entry: _Found, readings: Sequence[Reading], codebook: Codebook) -> Dispute:
    rulesets = {column.reference: column for column in entry.columns if column is not None}
    pairs = list(zip(readings, entry.columns, strict=True))
    bodies = tuple(
        Body(tuple(reading.title for reading, column in pairs if column is not None and column.reference == name), name)
        for name in rulesets
    )
    silent = tuple(reading.title for reading, column in pairs if column is None)
    questions = tuple(_questions(list(rulesets.values()), entry.domain, codebook))
    return Dispute(f"dispute-{number}", entry.domain, tuple(entry.procedures), bodies, silent, questions)


def _questions(rulesets: Sequence[RuleSet], domain: str, codebook: Codebook) -> Iterator[Question]:
    asked = [(r, criterion) for r in rulesets for criterion in r.criteria if criterion.domain == domain]
    if any(r.non_standard is not None for r in rulesets):
        words = tuple(_word_against(r) for r in rulesets)
        yield Question("whether the technique is a standard one", words, differs=len(set(words)) > 1)
    for group in _by_subject(asked):
        fields = sorted({name for _, criterion in group for name in criterion.asked}, key=list(codebook.fields).index)
        members = {r.reference: [criterion for owner, criterion in group if owner is r] for r in rulesets}
        answers = tuple(tuple(_answer(r, criterion) for criterion in members[r.reference]) for r in rulesets)
        yield Question("; ".join(codebook.fields[name].label for name in fields), answers, _differs(members))


def _word_against(ruleset: RuleSet) -> tuple[Answer, ...]:
    said = ruleset.non_standard
    return () if said is None else (Answer(anchor_of(ruleset), said.title, "no grade", said.confirmed),)


def _by_subject(asked: Sequence[tuple[RuleSet, Criterion]]) -> list[list[tuple[RuleSet, Criterion]]]:
    """Group criteria that share a field, directly or through others."""
    groups: list[tuple[set[str], list[tuple[RuleSet, Criterion]]]] = []
    for pair in asked:
        fields = set(pair[1].asked)
        joined = [group for group in groups if group[0] & fields]
        for group in joined:
            groups.remove(group)
        together = [member for group in joined for member in group[1]]
        groups.append((fields.union(*(group[0] for group in joined)), [*together, pair]))
    return [members for _, members in groups]


def _answer(ruleset: RuleSet, criterion: Criterion) -> Answer:
    return Answer(anchor_of(ruleset, criterion), criterion.title, criterion.level, criterion.counted)


def _differs(members: Mapping[str, Sequence[Criterion]]) -> bool:
    said = {
        tuple(sorted(repr((criterion.conditions, criterion.level, criterion.counted)) for criterion in criteria))
        for criteria in members.values()
    }
    return len(said) > 1
