"""The explanation of a procedure's grades: which facts decided, which could still change them."""

from fidelity.explaining.explanation import (
    Alternatives,
    Explanation,
    JudgedCriterion,
    Observed,
    Outlook,
    Recruitment,
    Together,
)
from fidelity.explaining.study import explain, explain_all, explain_study, problems_of

__all__ = [
    "Alternatives",
    "Explanation",
    "JudgedCriterion",
    "Observed",
    "Outlook",
    "Recruitment",
    "Together",
    "explain",
    "explain_all",
    "explain_study",
    "problems_of",
]
