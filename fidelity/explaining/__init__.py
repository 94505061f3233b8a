"""The explanation of a procedure's grades: which facts decided, which could still change them."""

from fidelity.explaining.explanation import (
    Explanation,
    JudgedCriterion,
    Observed,
    Outlook,
    Recruitment,
)
from fidelity.explaining.study import explain, explain_study, problems_of

__all__ = [
    "Explanation",
    "JudgedCriterion",
    "Observed",
    "Outlook",
    "Recruitment",
    "explain",
    "explain_study",
    "problems_of",
]
