"""Compare each trial's procedure description with the technical standards of the societies.

`score` is the door for programs, `explain` says why; `fidelity --help` is the door for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fidelity.covariates.build import Choices
    from fidelity.covariates.pack import Pack, covariates_of
    from fidelity.errors import FidelityError, Problem, ProblemsFound, RulesUnsound, UsageError
    from fidelity.explaining import Explanation, explain
    from fidelity.read.outcomes import read_outcomes
    from fidelity.read.rules import Library, load_library
    from fidelity.review.sensitivity import Sensitivity, sensitivity_of
    from fidelity.review.standpoints import SideBySide, Standpoint, score_from
    from fidelity.scoring.result import Scores
    from fidelity.scoring.score import score
    from fidelity.write.explanation import explanation_text

_HOMES = {
    "Choices": "fidelity.covariates.build",
    "Explanation": "fidelity.explaining",
    "FidelityError": "fidelity.errors",
    "Library": "fidelity.read.rules",
    "Pack": "fidelity.covariates.pack",
    "Problem": "fidelity.errors",
    "ProblemsFound": "fidelity.errors",
    "RulesUnsound": "fidelity.errors",
    "Sensitivity": "fidelity.review.sensitivity",
    "SideBySide": "fidelity.review.standpoints",
    "Standpoint": "fidelity.review.standpoints",
    "Scores": "fidelity.scoring.result",
    "UsageError": "fidelity.errors",
    "covariates_of": "fidelity.covariates.pack",
    "explain": "fidelity.explaining",
    "explanation_text": "fidelity.write.explanation",
    "load_library": "fidelity.read.rules",
    "read_outcomes": "fidelity.read.outcomes",
    "score": "fidelity.scoring.score",
    "score_from": "fidelity.review.standpoints",
    "sensitivity_of": "fidelity.review.sensitivity",
}

__all__ = [
    "Choices",
    "Explanation",
    "FidelityError",
    "Library",
    "Pack",
    "Problem",
    "ProblemsFound",
    "RulesUnsound",
    "Scores",
    "Sensitivity",
    "SideBySide",
    "Standpoint",
    "UsageError",
    "covariates_of",
    "explain",
    "explanation_text",
    "load_library",
    "read_outcomes",
    "score",
    "score_from",
    "sensitivity_of",
]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `import fidelity` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'fidelity' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
