"""What a pack says of itself in words, the same in its README and in its methods paragraph."""

from __future__ import annotations

from typing import Final

from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.sparse import sparse
from fidelity.model.outcomes import OutcomeKind
from fidelity.model.scheme import GRADES
from fidelity.write.markdown import counted

KIND: Final[dict[OutcomeKind, str]] = {
    "events": "patients with the event, of all patients of each arm",
    "means": "mean and standard deviation of each arm",
    "contrasts": "differences between arms with their standard errors",
}


def network_words(master: Master) -> str:
    """Return how large the network is: studies, arms and treatments that stay."""
    return (
        f"{counted(master.arms['study'].n_unique(), 'study', 'studies')}, {counted(master.arms.height, 'arm')}, "
        f"{counted(master.arms['treat'].n_unique(), 'treatment')}"
    )


def sparse_words(master: Master) -> str:
    """Return as a sentence what was done with counts that have no odds, if there are any."""
    found = sparse(master)
    if not found.corrected:
        return ""
    said = (
        f"In {counted(len(found.corrected), 'study', 'studies')} an arm has no event or nothing but events: 0.5 is "
        "added to the counts of all its arms wherever they become log odds"
    )
    if found.alike:
        said += (
            f"; in {len(found.alike)} of them this is true of every arm alike, which says next to nothing of an odds "
            "ratio, and a package may leave such studies out (pairwise() of netmeta, not tried here)"
        )
    return f"{said}."


def arm_rule(master: Master) -> str:
    """Return how the grades of arms became the number of a study."""
    if master.rule == "interest":
        return f"the grade of the arm of {master.interest}; studies without it are not in the network"
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
