"""What is in no file, counted: whole studies, arms of studies that stay, and studies that stay without a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import polars as pl

from fidelity.model.words import spoken

REASONS: Final[Mapping[str, str]] = {
    "gap": "an arm of an active treatment has no grade, because no standard covers it or a fact is missing",
    "control_and_active": "an arm is a control by its record, and its treatment is active in another study",
    "no_outcome": "a record, and no row in the outcome file",
    "no_record": "outcomes, and no record from which to grade",
    "incomplete_outcome": "a number of the outcome is missing",
    "refused": "a row of the outcome file, or its record, was refused",
    "unmatched": "which study or arm a row is of cannot be told",
    "no_graded_arm": "no arm whose grade could be the number of the study",
    "single_arm": "fewer than two arms can be used",
    "same_treatment": "two arms have one treatment",
    "not_applicable": "nothing is asked of the procedures on this axis",
    "not_two_arms": "a difference is of two arms, and the study has more",
}
"""What each reason of `left_out` means, in words that stand behind a number of studies or of arms."""

UNNUMBERED: Final = frozenset({"not_two_arms"})
"""Reasons for which a study loses its number alone: its arms stay in the network."""


@dataclass(frozen=True, slots=True)
class Loss:
    """What one reason costs: studies, and arms of studies that are not themselves left out.

    Names are those of the records, or of the outcome file where no record is called so.
    """

    reason: str
    studies: tuple[str, ...]
    arms: tuple[str, ...]

    @property
    def means(self) -> str:
        """What the reason means, in words."""
        return REASONS.get(self.reason, spoken(self.reason))

    @property
    def stays(self) -> bool:
        """Whether the arms of these studies stay in the network, so that only their number is lost."""
        return self.reason in UNNUMBERED

    @property
    def counted(self) -> str:
        """How many studies and arms that is, in words."""
        counts = (
            (self.studies, "study", "studies"),
            (self.arms, "arm of a study that stays", "arms of studies that stay"),
        )
        return " and ".join(f"{len(names)} {one if len(names) == 1 else many}" for names, one, many in counts if names)

    @property
    def named(self) -> tuple[str, ...]:
        """The studies and arms by name."""
        return self.studies + self.arms


def losses(left_out: pl.DataFrame) -> tuple[Loss, ...]:
    """Return what each reason costs, in the order of `REASONS`, from the rows of `Master.left_out`.

    An arm of a study that is left out as a whole counts with its study only.
    """
    rows = [(row["reason"], row["study"], row["arm"] or "") for row in left_out.iter_rows(named=True)]
    gone = {study for reason, study, arm in rows if not arm and reason not in UNNUMBERED}
    studies: dict[str, dict[str, None]] = {}
    arms: dict[str, dict[str, None]] = {}
    for reason, study, arm in rows:
        if not arm:
            studies.setdefault(reason, {})[study] = None
        elif study not in gone:
            arms.setdefault(reason, {})[f"{arm} of {study}"] = None
    found = {**studies, **arms}
    order = [*(reason for reason in REASONS if reason in found), *(reason for reason in found if reason not in REASONS)]
    return tuple(Loss(reason, tuple(studies.get(reason, ())), tuple(arms.get(reason, ()))) for reason in order)
