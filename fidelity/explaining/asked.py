"""Of which procedures a rule set asks anything, and what."""

from __future__ import annotations

from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Among, Condition, Leaf
from fidelity.model.implication import implies
from fidelity.model.profile import NamedProcedure
from fidelity.model.ruleset import Criterion, RuleSet


def covers(ruleset: RuleSet, procedure: NamedProcedure, codebook: Codebook) -> bool:
    """Whether a rule set covers a named procedure."""
    scope = AllOf(all=tuple(Leaf(field=name, equals=choice) for name, choice in procedure.scope.items()))
    return implies(scope, ruleset.covers, codebook)


def may_ask(criterion: Criterion, procedure: NamedProcedure, codebook: Codebook) -> bool:
    """Whether a criterion can apply to a named procedure, as far as the facts that make it what it is decide that."""
    conditions = [codebook.fields[name].applies_when for name in criterion.asked]
    fields_apply = any(condition is None or not _excluded(condition, procedure, codebook) for condition in conditions)
    asked = criterion.applies_when
    return fields_apply and (asked is None or not _excluded(asked, procedure, codebook))


def _excluded(condition: Condition, procedure: NamedProcedure, codebook: Codebook) -> bool:
    """Whether what is known of a procedure makes a condition false."""
    if not isinstance(condition, Leaf):
        members = (_excluded(member, procedure, codebook) for member in condition.members)
        return any(members) if isinstance(condition, AllOf) else all(members)
    field = codebook.fields[condition.field]
    if condition.field in procedure.scope:
        allowed = field.allowed(condition)
        return isinstance(allowed, Among) and not allowed.names & field.spread((procedure.scope[condition.field],))
    return field.applies_when is not None and _excluded(field.applies_when, procedure, codebook)
