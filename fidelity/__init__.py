"""Compare each trial's procedure description with the technical standards of the societies.

`score` is the door for programs; `fidelity --help` that for people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fidelity.errors import FidelityError, Problem, ProblemsFound, RulesUnsound, UsageError
    from fidelity.scoring.result import Scores
    from fidelity.scoring.score import score

_HOMES = {
    "FidelityError": "fidelity.errors",
    "Problem": "fidelity.errors",
    "ProblemsFound": "fidelity.errors",
    "RulesUnsound": "fidelity.errors",
    "UsageError": "fidelity.errors",
    "Scores": "fidelity.scoring.result",
    "score": "fidelity.scoring.score",
}

__all__ = ["FidelityError", "Problem", "ProblemsFound", "RulesUnsound", "Scores", "UsageError", "score"]


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for: `import fidelity` stays light."""
    if name not in _HOMES:
        raise AttributeError(f"module 'fidelity' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
