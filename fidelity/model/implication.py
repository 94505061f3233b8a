"""Whether one condition implies another, as far as their shape shows it: no procedure is enumerated for it."""

from __future__ import annotations

from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Allowed, Among, AnyOf, Condition, Includes, Leaf, Within


def implies(first: Condition, second: Condition, codebook: Codebook) -> bool:
    """Whether whatever fulfils the first condition fulfils the second; false also where only the shape hides it."""
    if isinstance(first, AnyOf):
        return all(implies(member, second, codebook) for member in first.any)
    if isinstance(second, AllOf):
        return all(implies(first, member, codebook) for member in second.all)
    if isinstance(second, AnyOf) and any(implies(first, member, codebook) for member in second.any):
        return True
    if isinstance(first, AllOf):
        return any(implies(member, second, codebook) for member in first.all) or _jointly(first, second, codebook)
    if isinstance(first, Leaf) and isinstance(second, Leaf) and first.field == second.field:
        field = codebook.fields[first.field]
        return _inside(field.allowed(first), field.allowed(second))
    return False


def _jointly(first: AllOf, second: Condition, codebook: Codebook) -> bool:
    """Whether the bounds that `all` sets to one field, taken together, leave only what the second condition allows."""
    if not isinstance(second, Leaf):
        return False
    field = codebook.fields[second.field]
    joined = [field.allowed(leaf) for leaf in first.all if isinstance(leaf, Leaf) and leaf.field == second.field]
    bands = [allowed for allowed in joined if isinstance(allowed, Within)]
    if not bands:
        return False
    band = Within(max(allowed.low for allowed in bands), min(allowed.high for allowed in bands))
    return _inside(band, field.allowed(second))


def _inside(first: Allowed, second: Allowed) -> bool:
    if isinstance(first, Within) and isinstance(second, Within):
        return second.low <= first.low and first.high <= second.high
    if isinstance(first, Among) and isinstance(second, Among):
        return first.names <= second.names
    if isinstance(first, Includes) and isinstance(second, Includes):
        if second.every:
            return first.every and second.names <= first.names
        return bool(first.names & second.names) if first.every else first.names <= second.names
    return first == second
