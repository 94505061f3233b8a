"""Which studies stay in the tables, and why the others do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fidelity.covariates.effects import is_complete
from fidelity.covariates.joining import Joined, LeftOut
from fidelity.covariates.master import TreatmentClass
from fidelity.covariates.records import RecordArm, Records
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.words import fold, spoken

_OPEN: Final = frozenset({"undetermined", "conflict", "no_standard_yet"})
"""Why an arm that is graded on delivery may be a gap on another axis."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What decides whether a study stays: classes by folded treatment, the arms with a grade on the axis, the kind."""

    records: Records
    classes: Mapping[str, TreatmentClass]
    graded: Collection[tuple[str, str]]
    kind: OutcomeKind
    axis: str

    def kept(self, studies: Mapping[str, Sequence[Joined]]) -> tuple[dict[str, list[Joined]], list[LeftOut]]:
        """Return the arms that stay, by study, and what is left out: arms without outcome, studies by reason."""
        kept: dict[str, list[Joined]] = {}
        left: list[LeftOut] = []
        for study, joined in studies.items():
            whole = [entry for at, entry in enumerate(joined) if is_complete(entry.row, self.kind, first=at == 0)]
            left += [
                LeftOut(study, "incomplete_outcome", "its outcome is not complete", entry.arm.id, entry.treatment)
                for entry in joined
                if entry not in whole
            ]
            reason = self._reason(study, whole)
            if reason is None:
                kept[study] = whole
            else:
                left.append(LeftOut(study, *reason))
        return kept, left

    def is_active(self, entry: Joined) -> bool:
        """Whether an arm is of an active treatment."""
        return self.classes[fold(entry.treatment)] == "active"

    def _reason(self, study: str, whole: Sequence[Joined]) -> tuple[str, str] | None:
        if not whole:
            return "incomplete_outcome", "no arm has a complete outcome"
        if len(whole) < 2:
            return "single_arm", f"only {whole[0].arm.id} has a complete outcome"
        active = [entry for entry in whole if self.is_active(entry)]
        if not active:
            return "no_graded_arm", "each of its arms is of a reference treatment"
        without = [self._without(study, entry) for entry in active if (study, entry.arm.id) not in self.graded]
        if not without:
            return None
        reasons = [reason for reason, _ in without]
        return ("gap" if "gap" in reasons else reasons[0]), "; ".join(note for _, note in without)

    def _without(self, study: str, entry: Joined) -> tuple[str, str]:
        """Return why an arm of an active treatment has no grade on the axis, and what would help."""
        arm = entry.arm
        if arm.state == "gap":
            remedy = _remedy(entry.treatment) if arm.note.startswith("no_rule_set") else ""
            return "gap", f"{arm.id}: {arm.note}{remedy}"
        if arm.ungraded_by_role:
            said = f"it is {arm.role} here and so not graded, and the treatment is active in another study"
            return "gap", f"{arm.id}: {said}{_remedy(entry.treatment)}"
        return self._on_axis(study, arm)

    def _on_axis(self, study: str, arm: RecordArm) -> tuple[str, str]:
        word = self.records.word_on(study, arm.id, self.axis)
        if word in _OPEN:
            return "gap", f"{arm.id}: {spoken(word)} on the axis {self.axis}"
        return "not_applicable", f"{arm.id}: nothing is asked of it on the axis {self.axis}"


def _remedy(treatment: str) -> str:
    return f"; if {treatment!r} is to be a reference treatment, say reference in a column class of the outcome file"
