"""How the grade of an axis may still move: which open facts could lower its best or must be known for its worst."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from fidelity.explaining.explanation import Alternatives, JudgedCriterion, Outlook, Together
from fidelity.explaining.suppositions import Key, Supposed, Supposition, fields_in, key_of
from fidelity.grade.lookup import FROM_BEST
from fidelity.model.judgement import VERDICT_BITS, decided, verdicts_of
from fidelity.model.scheme import GRADES, LEVELS, Concern, Grade
from fidelity.model.words import Verdict
from fidelity.scoring.batch import Standard

Verdicts = Mapping[Key, Verdict]


def outlook_of(
    axis: str, unserved: str | None, judged: Sequence[JudgedCriterion], supposed: Supposed, standard: Standard
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
        unserved,
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
    def unsettled(self) -> dict[Key, Together]:
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

    @cached_property
    def changed(self) -> dict[Supposition, dict[Key, int]]:
        """What each supposition makes of the criteria that it changes."""
        before = {key: entry.byte & VERDICT_BITS for key, entry in self.criteria.items()}
        return {
            supposition: {key: bytes_[key] for key in self.unsettled if bytes_[key] & VERDICT_BITS != before[key]}
            for supposition, bytes_ in self.supposed.bytes.items()
        }

    @cached_property
    def ways(self) -> dict[Key, list[tuple[Together, Supposition, int]]]:
        """The suppositions that change a criterion by its own open facts, smaller ones first."""
        found: dict[Key, list[tuple[Together, Supposition, int]]] = {key: [] for key in self.unsettled}
        for supposition, changes in self.changed.items():
            fields = fields_in(supposition)
            for key, byte in changes.items():
                if set(fields) <= set(self.unsettled[key]):
                    found[key].append((fields, supposition, byte))
        return {key: sorted(entries, key=lambda entry: len(entry[0])) for key, entries in found.items()}

    @cached_property
    def escapes(self) -> frozenset[Supposition]:
        """The suppositions with which the worst grade can be left at all."""
        return frozenset(
            supposition
            for supposition, changes in self.changed.items()
            if self.lifts({key: _best(byte) for key, byte in changes.items()})
        )

    def could_lower(self) -> tuple[Together, ...]:
        found = [
            fields_in(supposition)
            for supposition, changes in self.changed.items()
            if len(supposition) == 1 and self.lowers({key: _best_where_asked(byte) for key, byte in changes.items()})
        ]
        for key, open_ in self.unsettled.items():
            if self.lowers({key: self.worst[key]}):
                ways = [fields for fields, _, byte in self.ways[key] if self.lowers({key: _best_where_asked(byte)})]
                found += ways or [open_]
        return tuple(_smallest(found))

    def needed(self) -> tuple[Alternatives, ...]:
        names = dict.fromkeys(name for fields in self.unsettled.values() for name in fields)
        alone = [name for name in names if not self.lifts(self.risks(name))]
        found: dict[Alternatives, None] = {((name,),): None for name in alone}
        for key, open_ in self.unsettled.items():
            if not set(open_) & set(alone) and not self.lifts({key: self.worst[key]}):
                lifting = (
                    fields
                    for fields, supposition, byte in self.ways[key]
                    if supposition in self.escapes and self.lifts({key: _worst(byte)})
                )
                found[tuple(_smallest(lifting)) or (open_,)] = None
        return tuple(found)

    def risks(self, name: str) -> dict[Key, Verdict]:
        """Return what the criteria that read a fact still risk when all but that fact has turned out well."""
        found = {}
        for key, open_ in self.unsettled.items():
            if name in open_:
                others = (_worst(b) for fields, s, b in self.ways[key] if name not in fields and s in self.escapes)
                found[key] = min((self.worst[key], *others), key=FROM_BEST.index)
        return found


def _smallest(ways: Iterable[Together]) -> list[Together]:
    """Return the sets of fields that hold none of the others, smaller ones first."""
    kept: list[Together] = []
    for way in sorted(ways, key=len):
        if not any(set(other) <= set(way) for other in kept):
            kept.append(way)
    return kept
