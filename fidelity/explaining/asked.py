"""Of which procedures a rule set asks anything."""

from __future__ import annotations

from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Leaf
from fidelity.model.profile import NamedProcedure
from fidelity.model.ruleset import RuleSet


def covers(ruleset: RuleSet, procedure: NamedProcedure, codebook: Codebook) -> bool:
    """Whether a rule set covers a named procedure."""
    scope = AllOf(all=tuple(Leaf(field=name, equals=choice) for name, choice in procedure.scope.items()))
    return codebook.implies(scope, ruleset.covers)
