"""How the grade of an axis may still move: which open facts could lower its best, which must be known to lift its worst."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from fidelity.explaining.explanation import Alternatives, JudgedCriterion, Outlook, Together
from fidelity.explaining.suppositions import Key, Supposed, Supposition, key_of
from fidelity.grade.lookup import FROM_BEST
from fidelity.model.judgement import decided, verdicts_of
from fidelity.model.scheme import GRADES, LEVELS, Concern, Grade
from fidelity.model.words import Verdict
from fidelity.scoring.batch import Standard

Verdicts = Mapping[Key, Verdict]


def outlook_of(
    axis: str, in_force: bool, judged: Sequence[JudgedCriterion], supposed: Supposed, standard: Standard
) -> Outlook:
    """Return the outlook of one axis of a procedure."""
    domains = standard.scheme.axes[axis]
    mine = [entry for entry in judged if entry.criterion.domain in domains and entry.criterion.counted]
    asked = [entry for entry in mine if verdicts_of(entry.byte) != ("not_applicable",)]
    ends = _Axis(domains, {key_of(entry): entry for entry in mine}, supposed, standard)
    concerns = {
        domain: (ends.concern(domain, ends.best), ends.concern(domain, ends.worst))
        if any(entry.criterion.domain == domain for entry in asked)
        else None
        for domain in domains
    }
    low, high = (ends.grade(ends.worst), ends.grade(ends.best)) if asked else (None, None)
    moves = low != high
    return Outlook(
        axis,
        standard.profile.clock[axis],
        in_force,
        low,
        high,
        concerns,
        sum(decided(entry.byte) for entry in asked),
        len(asked),
        ends.could_lower() if moves else (),
        ends.needed() if moves else (),
    )


def _best(byte: int) -> Verdict:
    return min(verdicts_of(byte), key=FROM_BEST.index)


def _worst(byte: int) -> Verdict:
    return max(verdicts_of(byte), key=FROM_BEST.index)


def _best_where_asked(byte: int) -> Verdict:
    """Return the best verdict, that it does not apply only where nothing else is left."""
    return min(verdicts_of(byte), key=lambda v: (v == "not_applicable", FROM_BEST.index(v)))


@dataclass(frozen=True)
class _Axis:
    """The counted criteria of an axis, with what their open facts would make of them."""

    domains: Sequence[str]
    criteria: Mapping[Key, JudgedCriterion]
    supposed: Supposed
    standard: Standard
    _known: dict[tuple[Verdict, ...], Grade] = field(default_factory=dict)

    @cached_property
    def best(self) -> dict[Key, Verdict]:
        return {key: _best(entry.byte) for key, entry in self.criteria.items()}

    @cached_property
    def worst(self) -> dict[Key, Verdict]:
        return {key: _worst(entry.byte) for key, entry in self.criteria.items()}

    @cached_property
    def open(self) -> dict[Key, tuple[str, ...]]:
        """The criteria that are open, each with its open fields."""
        return {key: fields for key, fields in self.supposed.open_fields.items() if key in self.criteria}

    def concern(self, domain: str, verdicts: Verdicts) -> Concern:
        found = [
            self.standard.scheme.departure_of(entry.criterion.level, verdicts[key])
            for key, entry in self.criteria.items()
            if entry.criterion.domain == domain
        ]
        return self.standard.table.concern(*(found.count(level) for level in LEVELS))

    def grade(self, verdicts: Verdicts) -> Grade:
        case = tuple(verdicts[key] for key in self.criteria)
        if case not in self._known:
            self._known[case] = self.standard.table.grade_of([self.concern(d, verdicts) for d in self.domains])
        return self._known[case]

    def lowers(self, verdicts: Verdicts) -> bool:
        return GRADES.index(self.grade({**self.best, **verdicts})) < GRADES.index(self.grade(self.best))

    def lifts(self, verdicts: Verdicts) -> bool:
        return GRADES.index(self.grade({**self.best, **verdicts})) > GRADES.index(self.grade(self.worst))

    def changed(self, supposition: Supposition) -> Iterator[tuple[Key, int]]:
        for key, byte in self.supposed.bytes[supposition].items():
            if key in self.criteria and verdicts_of(byte) != verdicts_of(self.criteria[key].byte):
                yield key, byte

    def on(self, key: Key) -> list[tuple[Together, Supposition, int]]:
        """Return the suppositions on open facts of one criterion, smaller ones first, with what each makes of it."""
        found = []
        for supposition, bytes_ in self.supposed.bytes.items():
            fields = self.supposed.fields(supposition)
            if set(fields) <= set(self.open[key]):
                found.append((fields, supposition, bytes_[key]))
        return sorted(found, key=lambda entry: len(entry[0]))

    def could_lower(self) -> tuple[Together, ...]:
        found: dict[Together, None] = {}
        for supposition in self.supposed.bytes:
            fields = self.supposed.fields(supposition)
            if len(fields) == 1 and self.lowers({k: _best_where_asked(b) for k, b in self.changed(supposition)}):
                found[fields] = None
        for key, open_ in self.open.items():
            if not self.lowers({key: self.worst[key]}):
                continue
            ways = (f for f, s, b in self.on(key) if key in dict(self.changed(s)) and self.lowers({key: _best_where_asked(b)}))
            found |= dict.fromkeys(_smallest(ways) or [open_])
        return tuple(found)

    def needed(self) -> tuple[Alternatives, ...]:
        names = dict.fromkeys(name for fields in self.open.values() for name in fields)
        alone = [name for name in names if not self.lifts(self.without(name))]
        found = {((name,),): None for name in alone}
        for key, open_ in self.open.items():
            if set(open_) & set(alone) or self.lifts({key: self.worst[key]}):
                continue
            ways = _smallest(f for f, s, b in self.on(key) if self.possible(s) and self.lifts({key: _worst(b)}))
            found[tuple(ways) or (open_,)] = None
        return tuple(found)

    def without(self, name: str) -> dict[Key, Verdict]:
        """Return what the criteria that read a fact still risk when all but that fact has turned out well."""
        risks = {}
        for key, fields in self.open.items():
            if name in fields:
                kept = (_worst(b) for f, s, b in self.on(key) if name not in f and self.possible(s))
                risks[key] = min(kept, key=FROM_BEST.index, default=self.worst[key])
        return risks

    def possible(self, supposition: Supposition) -> bool:
        """Whether the worst grade can be left at all where a supposition is true."""
        return self.lifts({key: _best(byte) for key, byte in self.changed(supposition)})


def _smallest(ways: Iterator[Together]) -> list[Together]:
    """Return the sets of fields that hold none of the others, in the order given, smaller ones first."""
    kept: list[Together] = []
    for way in ways:
        if not any(set(other) <= set(way) for other in kept):
            kept.append(way)
    return kept
