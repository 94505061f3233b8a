"""The explanation of a procedure's grades: which facts decided, which could still change them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fidelity.errors import UsageError, did_you_mean
from fidelity.grade.lookup import FROM_BEST
from fidelity.judge.scope import NO_STANDARD_YET
from fidelity.judge.trace import LeafState, trace
from fidelity.model.condition import AllOf, Condition, Leaf, fields_of
from fidelity.model.facts import encode, value_columns
from fidelity.model.judgement import decided, verdicts_of
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.scheme import LEVELS, Concern, Grade
from fidelity.model.study import HumanJudgement, Observation, Study
from fidelity.model.words import STATUSES, Clock, Status, Verdict
from fidelity.scoring.batch import Standard, state_of
from fidelity.scoring.result import Batch, Scores
from fidelity.scoring.score import score

if TYPE_CHECKING:
    from fidelity.scoring.score import Source


@dataclass(frozen=True, slots=True)
class Fact:
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
class Reading:
    """One criterion for one procedure: its judgement byte, the leaves behind it, and what people judged."""

    criterion: Criterion
    ruleset: RuleSet
    byte: int
    leaves: tuple[LeafState, ...]
    by_design: bool
    human: tuple[HumanJudgement, ...]

    @property
    def open_fields(self) -> tuple[str, ...]:
        """The fields that leave the judgement open."""
        if decided(self.byte):
            return ()
        return tuple(dict.fromkeys(state.leaf.field for state in self.leaves if state.state == "open"))


@dataclass(frozen=True, slots=True)
class Outlook:
    """One axis of a procedure: its range, concerns, and which open facts matter to which end.

    `in_force` is false where a standard exists and none was in force when the study recruited.
    """

    axis: str
    in_force: bool
    low: Grade | None
    high: Grade | None
    concerns: Mapping[str, tuple[Concern, Concern] | None]
    decided: int
    counted: int
    could_lower_the_best: tuple[str, ...]
    needed_for_the_worst_to_rise: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """One procedure: its row of the result, what was read of it, and for graded ones every criterion."""

    study: Study
    row: Mapping[str, str | int | None]
    facts: Mapping[str, Fact]
    readings: tuple[Reading, ...]
    outlooks: tuple[Outlook, ...]


def explain_study(
    source: Source, study: str, *, profile: str = "multisociety", clock: Clock | None = None, na: Status | None = None
) -> tuple[Scores, tuple[Explanation, ...]]:
    """Score one study of a source and explain it; UsageError, with the nearest name, where the source holds none."""
    scores = score(source, profile=profile, clock=clock, na=na, only=study)
    if study not in scores.grades["study"]:
        scores = score(source, profile=profile, clock=clock, na=na)
    return scores, explain(scores, study)


def explain(scores: Scores, study: str) -> tuple[Explanation, ...]:
    """Return the explanation of every procedure of a study, refused ones with their row alone."""
    known = scores.grades["study"].unique(maintain_order=True).to_list()
    if study not in known:
        raise UsageError(f"there is no study {study!r} here: {did_you_mean(study, [name for name in known if name])}")
    found = [
        _explain(scores, batch, row)
        for batch in scores.batches
        for row in batch.settled.filter(batch.settled["study"] == study)["row"]
    ]
    if not found:
        problems = "\n".join(str(note) for note in scores.grades.filter(scores.grades["study"] == study)["note"])
        raise UsageError(f"every procedure of {study} was refused:\n{problems}")
    return tuple(found)


def _explain(scores: Scores, batch: Batch, row: int) -> Explanation:
    standard = scores.standard
    identity = batch.settled.filter(batch.settled["row"] == row).row(0, named=True)
    mask = [scores.grades[name] == identity[name] for name in ("study", "arm", "procedure")]
    result = scores.grades.filter(*mask).row(0, named=True)
    study = batch.facts.origin.study(row)
    readings = _readings(batch, row, study, standard) if result["status"] == "graded" else ()
    served = batch.graded.served.filter(batch.graded.served["row"] == row)
    outlooks = tuple(
        _outlook(axis, state_of(served, domains)[0] != NO_STANDARD_YET, readings, standard)
        for axis, domains in standard.scheme.axes.items()
        if readings
    )
    return Explanation(study, result, _facts(batch, row, standard), readings, outlooks)


def _facts(batch: Batch, row: int, standard: Standard) -> dict[str, Fact]:
    codebook = standard.codebook
    settled = batch.settled.filter(batch.settled["row"] == row).row(0, named=True)
    observed = {name: batch.facts.origin.observation(row, name) for name in codebook.fields}
    facts = {}
    for name, field in codebook.fields.items():
        status = STATUSES[settled.get(f"{name}.status", settled["unstated"])]
        full = zip(value_columns(field), encode(field, None), strict=True)
        narrow = any(settled.get(f"{name}.{suffix}", every) != every for suffix, every in full)
        children: tuple[str, ...] = ()
        if narrow and status not in ("reported", "unclear"):
            children = tuple(
                child
                for child, other in codebook.fields.items()
                if name in fields_of(other.applies_when) and observed[child] is not None
            )
        facts[name] = Fact(name, status, observed[name], children)
    return facts


def _readings(batch: Batch, row: int, study: Study, standard: Standard) -> tuple[Reading, ...]:
    one = batch.settled.filter(batch.settled["row"] == row)
    served = batch.graded.served.filter(batch.graded.served["row"] == row).row(0, named=True)
    identity = one.row(0, named=True)
    readings = []
    for judged in batch.graded.judged:
        number = standard.rulesets.index(judged.ruleset)
        mine = judged.bytes.filter(judged.bytes["row"] == row)
        if not mine.height:
            continue
        values = mine.row(0, named=True)
        states = trace(one, judged.ruleset, standard.codebook)
        for criterion in judged.ruleset.criteria:
            if served[criterion.domain] != number:
                continue
            name = f"{judged.ruleset.id}/{criterion.id}"
            human = tuple(
                entry
                for entry in study.judgements
                if entry.criterion in (name, criterion.id) and entry.procedure in (None, identity["procedure"])
            )
            design = bool(set(study.design_factors) & set(criterion.asked))
            byte = values[criterion.id]
            readings.append(Reading(criterion, judged.ruleset, byte, states[criterion.id], design, human))
    return tuple(readings)


def _outlook(axis: str, in_force: bool, readings: Sequence[Reading], standard: Standard) -> Outlook:
    domains = standard.scheme.axes[axis]
    mine = [entry for entry in readings if entry.criterion.domain in domains and entry.criterion.counted]
    asked = [entry for entry in mine if verdicts_of(entry.byte) != ("not_applicable",)]
    best = {id(entry): _end(entry, best=True) for entry in mine}
    worst = {id(entry): _end(entry, best=False) for entry in mine}
    concerns: dict[str, tuple[Concern, Concern] | None] = {
        domain: (_concern(domain, mine, best, standard), _concern(domain, mine, worst, standard))
        if any(entry.criterion.domain == domain for entry in asked)
        else None
        for domain in domains
    }
    low = _grade(domains, mine, worst, standard) if asked else None
    high = _grade(domains, mine, best, standard) if asked else None
    lowering, needed = [], []
    for field in dict.fromkeys(field for entry in mine for field in entry.open_fields):
        if _grade(domains, mine, _guess(mine, best, field, applying=True), standard) != high:
            lowering.append(field)
        if low != high and _grade(domains, mine, _guess(mine, best, field, applying=False), standard) == low:
            needed.append(field)
    count = sum(decided(entry.byte) for entry in asked)
    return Outlook(axis, in_force, low, high, concerns, count, len(asked), tuple(lowering), tuple(needed))


def _guess(mine: Sequence[Reading], best: Mapping[int, Verdict], field: str, *, applying: bool) -> dict[int, Verdict]:
    return {
        id(entry): _if_unfavourable(entry, field, applying=applying) if field in entry.open_fields else best[id(entry)]
        for entry in mine
    }


def _if_unfavourable(entry: Reading, field: str, *, applying: bool) -> Verdict:
    """Return the verdict on a criterion if this open fact turns out badly and every other one well.

    Where other open facts decide whether the criterion applies, `applying` says which way they fall: that it applies,
    to see what the fact could do, or that it does not, to see whether the fact is indispensable.
    """
    states = {key: iter([s for s in entry.leaves if s.key == key]) for key in entry.criterion.conditions}

    def holds(key: str, condition: Condition | None, *, good: bool) -> bool:
        """Whether a condition holds, its open leaves being good news, but for the one fact."""
        if condition is None:
            return True
        if isinstance(condition, Leaf):
            state = next(states[key])
            if state.state != "open":
                return state.state == "true"
            return not good if state.leaf.field == field else good if key != "applies_when" else applying
        found = [holds(key, member, good=good) for member in condition.members]
        return all(found) if isinstance(condition, AllOf) else any(found)

    criterion = entry.criterion
    applies = holds("applies_when", criterion.applies_when, good=False)
    if criterion.not_met_when is not None:
        met, floor = not holds("not_met_when", criterion.not_met_when, good=False), False
    else:
        met = holds("met_when", criterion.met_when, good=True)
        floor = criterion.partly_met_when is not None and holds("partly_met_when", criterion.partly_met_when, good=True)
    verdict: Verdict = "met" if met else "partly_met" if floor else "not_met"
    if not applies:
        verdict = "not_applicable"
    possible = sorted(verdicts_of(entry.byte), key=FROM_BEST.index)
    return max(
        (v for v in possible if FROM_BEST.index(v) <= FROM_BEST.index(verdict)),
        key=FROM_BEST.index,
        default=possible[0],
    )


def _end(entry: Reading, *, best: bool) -> Verdict:
    ranked = sorted(verdicts_of(entry.byte), key=FROM_BEST.index)
    return ranked[0 if best else -1]


def _concern(domain: str, readings: Sequence[Reading], verdicts: Mapping[int, Verdict], standard: Standard) -> Concern:
    found = [
        standard.scheme.departure_of(entry.criterion.level, verdicts[id(entry)])
        for entry in readings
        if entry.criterion.domain == domain
    ]
    return standard.table.concern(*(found.count(level) for level in LEVELS))


def _grade(
    domains: Sequence[str], readings: Sequence[Reading], verdicts: Mapping[int, Verdict], standard: Standard
) -> Grade:
    return standard.table.grade_of([_concern(domain, readings, verdicts, standard) for domain in domains])
