"""Which studies stay in the tables, and why the others do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from fidelity.covariates.effects import against, lacking
from fidelity.covariates.joining import Joined, LeftOut
from fidelity.covariates.master import TreatmentClass
from fidelity.covariates.records import Records
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold, spoken

_OPEN: Final = frozenset({"undetermined", "conflict", "no_standard_yet"})
"""Why an arm that is graded on delivery may be a gap on another axis."""
_MOST: Final = 4
"""How many studies a note names."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What decides whether a study stays: classes by folded treatment, the arms with a grade on the axis, the kind."""

    records: Records
    classes: Mapping[str, TreatmentClass]
    graded: Collection[tuple[str, str]]
    kind: OutcomeKind
    axis: str

    def kept(self, studies: Mapping[str, Sequence[Joined]]) -> tuple[dict[str, list[Joined]], list[LeftOut]]:
        """Return the arms that stay, by study, and what is left out: arms by reason, studies by reason.

        An arm in which nothing is asked on the axis leaves the network, since it can have no number on it; its study
        stays while two of its arms do, one of them with a grade.
        """
        kept: dict[str, list[Joined]] = {}
        left: list[LeftOut] = []
        given = _given(studies)
        for study, joined in studies.items():
            lacks = [(entry, lacking(entry.row, self.kind, first=at == 0)) for at, entry in enumerate(joined)]
            left += [
                LeftOut(study, "incomplete_outcome", f"its outcome has no {_and(names)}", entry.arm.id, entry.treatment)
                for entry, names in lacks
                if names
            ]
            whole = [entry for entry, names in lacks if not names]
            unasked = [entry for entry in whole if self._is_unasked(study, entry)]
            stay = staying(whole, [entry for entry in whole if entry not in unasked], self.kind)
            out = self._left_out(study, whole, stay, given)
            if out is not None:
                left.append(out)
                continue
            kept[study] = stay
            left += [
                LeftOut(study, "not_applicable", self._unasked(entry), entry.arm.id, entry.treatment)
                for entry in unasked
            ]
        return kept, left

    def is_active(self, entry: Joined) -> bool:
        """Whether an arm is of an active treatment."""
        return self.classes[fold(entry.treatment)] == "active"

    def _left_out(
        self, study: str, whole: Sequence[Joined], stay: Sequence[Joined], given: Mapping[str, Sequence[str]]
    ) -> LeftOut | None:
        """Return why a study as a whole is left out; None where it stays."""
        if not whole:
            return LeftOut(study, "incomplete_outcome", "no arm has a complete outcome")
        if len(whole) < 2:
            return LeftOut(study, "single_arm", f"only {whole[0].arm.id} has a complete outcome")
        active = [entry for entry in whole if self.is_active(entry)]
        if not active:
            return LeftOut(study, "no_graded_arm", "each of its arms is of a reference treatment")
        without = [entry for entry in active if (study, entry.arm.id) not in self.graded]
        hindering = [entry for entry in without if not self._is_unasked(study, entry)]
        if hindering:
            notes = "; ".join(self._note(study, entry, given) for entry in hindering)
            gaps = [entry for entry in hindering if not _by_role(entry)]
            reason = "gap" if gaps else "control_and_active"
            return LeftOut(study, reason, notes, treatment=(gaps or hindering)[0].treatment)
        if len(without) == len(active) or len(stay) < 2:
            notes = "; ".join(self._unasked(entry) for entry in without)
            return LeftOut(study, "not_applicable", notes, treatment=without[0].treatment)
        return None

    def _is_unasked(self, study: str, entry: Joined) -> bool:
        """Whether an arm of an active treatment is graded, though not on the axis, where nothing is asked of it."""
        arm = entry.arm
        if not self.is_active(entry) or arm.state != "graded" or (study, arm.id) in self.graded:
            return False
        return self.records.word_on(study, arm.id, self.axis) not in _OPEN

    def _unasked(self, entry: Joined) -> str:
        return f"{entry.arm.id}: nothing is asked of it on the axis {self.axis}"

    def _note(self, study: str, entry: Joined, given: Mapping[str, Sequence[str]]) -> str:
        """Return why an arm of an active treatment has no grade on the axis, and what would help."""
        arm = entry.arm
        if arm.state == "gap":
            remedy = _remedy(entry.treatment) if arm.note.startswith("no_rule_set") else ""
            return f"{arm.id}: {arm.note}{remedy}"
        if arm.ungraded_by_role:
            where = given.get(fold(entry.treatment))
            other = f"is active in {_and(where)}" if where else "is active by the column class"
            return f"{arm.id}: it is {arm.role} here and so not graded, and {other}{_remedy(entry.treatment)}"
        return f"{arm.id}: {spoken(self.records.word_on(study, arm.id, self.axis))} on the axis {self.axis}"


def staying(whole: Sequence[Joined], stay: Sequence[Joined], kind: OutcomeKind) -> list[Joined]:
    """Return the arms that stay of a study; contrasts are against the first of them, where the first one goes."""
    if kind != "contrasts" or len(stay) < 2 or stay[0] is whole[0]:
        return list(stay)
    turned = against([entry.row for entry in whole], whole.index(stay[0]))
    return [
        replace(entry, row={**entry.row, "effect": effect, "se": se})
        for entry, (effect, se) in zip(whole, turned, strict=True)
        if entry in stay
    ]


def _given(studies: Mapping[str, Sequence[Joined]]) -> dict[str, list[str]]:
    """Return the studies in which each treatment is one that is graded by its role, by the folded name."""
    found: dict[str, list[str]] = {}
    for study, entries in studies.items():
        for entry in entries:
            if not entry.arm.ungraded_by_role:
                found.setdefault(fold(entry.treatment), []).append(study)
    return found


def _by_role(entry: Joined) -> bool:
    return entry.arm.state != "gap" and entry.arm.ungraded_by_role


def _and(names: Sequence[str]) -> str:
    *first, last = names if len(names) <= _MOST else [*names[:_MOST], f"{len(names) - _MOST} more"]
    return f"{', '.join(first)} and {last}" if first else last


def _remedy(treatment: str) -> str:
    return f"; if {treatment!r} is to be a reference treatment, say reference in a column class of the outcome file"
