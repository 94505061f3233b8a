"""What a pack was judged by, each part with the hash of its content."""

from __future__ import annotations

import hashlib
import json

from fidelity.model.assumption import Assumption
from fidelity.model.condition import Frozen
from fidelity.model.digest import digest_of
from fidelity.read.rules import Library
from fidelity.scoring.batch import Standard


def rules_of(standard: Standard, library: Library, assumption: Assumption | None) -> dict[str, str]:
    """Return the SHA-256 of every rule set that the profile takes, and of all else that shapes grades, by name."""
    editions = {
        edition.ruleset.reference for axis in (*standard.scheme.axes, None) for edition in standard.editions(axis)
    }
    codebook, scheme = library.codebook, library.schemes[standard.scheme.name]
    table = library.tables.get(scheme.name, "")
    return {
        f"profile {standard.profile.id}": _hash(library.profiles[standard.profile.id]),
        f"scheme {scheme.name}": scheme.sha256,
        f"decision table {scheme.name}": hashlib.sha256(table.encode()).hexdigest(),
        f"codebook {codebook.reference}": _hash(codebook),
        **({f"assumption {assumption.reference}": _hash(assumption)} if assumption else {}),
    } | {
        f"rule set {ruleset.reference}": digest_of(ruleset, codebook)
        for ruleset in library.rulesets
        if ruleset.reference in editions
    }


def _hash(model: Frozen) -> str:
    content = model.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
