"""What a pack says of itself in words, the same in its README and in its methods paragraph."""

from __future__ import annotations

from typing import Final

from fidelity.covariates.master import Covariate, Master
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.scheme import GRADES
from fidelity.write.markdown import counted

KIND: Final[dict[OutcomeKind, str]] = {
    "events": "patients with the event, of all patients of each arm",
    "means": "mean and standard deviation of each arm",
    "contrasts": "differences between arms with their standard errors",
}

REASONS: Final = {
    "gap": "an arm that would need a grade has none, because no standard covers it or a fact is missing",
    "no_outcome": "it has a record, and no row in the outcome file",
    "no_record": "it has outcomes, and no record from which to grade it",
    "incomplete_outcome": "its outcome lacks a number",
    "refused": "its record or its rows could not be read",
    "no_graded_arm": "it has no arm whose grade could be the number of the study",
    "single_arm": "fewer than two of its arms can be used",
    "not_applicable": "nothing is asked of its procedures on this axis",
}
"""Why something is in no file, by the words of `left_out.csv`."""


def network_words(master: Master) -> str:
    """Return how large the network is: studies, arms and treatments that stay."""
    return (
        f"{counted(master.arms['study'].n_unique(), 'study', 'studies')}, {counted(master.arms.height, 'arm')}, "
        f"{counted(master.arms['treat'].n_unique(), 'treatment')}"
    )


def arm_rule(master: Master) -> str:
    """Return how the grades of arms became the number of a study."""
    if master.rule == "interest":
        return f"the grade of the arm of {master.interest}; studies without it have no number"
    if master.rule == "difference":
        return (
            "the grade of the later arm minus that of the arm nearer the reference, in studies of two arms; an arm of "
            "a reference treatment counts as 0 there, which is a coding device and no grade"
        )
    return (
        "the lowest grade of the active arms; where grades are open, the distribution of the lowest, the arms "
        "taken as independent given the assumption"
    )


def threshold_words(master: Master) -> str:
    """Return what the threshold parts, fixed before any result was seen."""
    grade = GRADES[master.threshold]
    return f"{grade}: fid_grp is higher from {grade} on, lower below, unclear where the range holds both"


def scale_words(covariate: Covariate) -> str:
    """Return the ends of a covariate, and which of them is the standard; a difference has no such end."""
    ends = f"{covariate.low:g} to {covariate.high:g}"
    standard = covariate.high if covariate.better == "high" else covariate.low
    return ends if covariate.low < 0 else f"{ends}; {standard:g} is the standard"
