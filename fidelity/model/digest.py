"""The hash of a rule set: what is frozen when it is published, and what a body signs."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, AnyOf, Condition, Leaf
from fidelity.model.ruleset import CONDITION_KEYS, Criterion, RuleSet


def spelled_out(condition: Condition, codebook: Codebook) -> Condition:
    """Return a condition in which every group of the codebook is replaced by the choices that it names."""
    if isinstance(condition, AllOf):
        return AllOf(all=tuple(spelled_out(member, codebook) for member in condition.all))
    if isinstance(condition, AnyOf):
        return AnyOf(any=tuple(spelled_out(member, codebook) for member in condition.any))
    field = codebook.fields.get(condition.field)
    names = condition.one_of or (() if condition.equals is None else (condition.equals,))
    if field is None or not set(names) & set(field.groups):
        return condition
    choices = (choice for name in names for choice in sorted(field.spread((name,)), key=list(field.choices).index))
    return Leaf(field=condition.field, one_of=tuple(dict.fromkeys(choices)))


def spelled_criterion(criterion: Criterion, codebook: Codebook) -> Criterion:
    """Return a criterion whose conditions name choices only, and no groups of the codebook."""
    return criterion.model_copy(
        update={key: spelled_out(condition, codebook) for key, condition in criterion.conditions.items()}
    )


def expanded_text(ruleset: RuleSet, codebook: Codebook) -> str:
    """Return what a hash covers as one text: the content of a rule set, groups spelled out, and its codebook.

    Keys are sorted and texts stand as they were written. What the file only looks like (comments, line endings,
    quotation marks) is no part of it, nor is a key that is left at its default, so that a later version of this
    package that knows more keys finds the same hash.
    """
    content = ruleset.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    content["covers"] = _plain(spelled_out(ruleset.covers, codebook))
    for criterion, entry in zip(ruleset.criteria, content.get("criteria", ()), strict=True):
        spelled = spelled_criterion(criterion, codebook)
        entry.update({key: _plain(getattr(spelled, key)) for key in CONDITION_KEYS if key in entry})
    whole = {"codebook": f"{codebook.id}@{ruleset.codebook}", "ruleset": content}
    return json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def digest_of(ruleset: RuleSet, codebook: Codebook) -> str:
    """Return the SHA-256 of a rule set's expanded text, in hexadecimal."""
    return hashlib.sha256(expanded_text(ruleset, codebook).encode()).hexdigest()


def beginning(digest: str) -> str:
    """Return as much of a hash as a person compares at sight."""
    return digest[:12]


def _plain(condition: Condition) -> Any:
    return condition.model_dump(mode="json", exclude_none=True)
