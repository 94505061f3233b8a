"""The published trials that travel with the package, as records: examples in features may start from one of them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fidelity.errors import ProblemsFound
from fidelity.read.models import read_document
from fidelity.read.shipped import shipped


def published_trials() -> Mapping[str, Mapping[str, Any]]:
    """Return the record of each published trial by its label, every value as text; raises ProblemsFound."""
    found: dict[str, Mapping[str, Any]] = {}
    for path in sorted((shipped("examples") / "trials").glob("*.yaml")):
        document, problems = read_document(path, f"examples/trials/{path.name}")
        if document is None or problems:
            raise ProblemsFound(problems)
        data: Any = document.data
        found |= {study["label"]: study for study in data["studies"]}
    return found
