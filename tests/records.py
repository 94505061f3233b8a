"""Building blocks of study records for tests."""

from __future__ import annotations

from typing import Any

Record = dict[str, Any]

NEUROTOMY: Record = {"region": "lumbar", "target": "medial_branch", "modality": "conventional_rf"}
TRANSFORAMINAL: Record = {
    "region": "lumbar",
    "modality": "injection",
    "target": "epidural_space",
    "epidural_route": "transforaminal",
    "injectate": "with_steroid",
}


def study(name: str, *arms: Record, **more: Any) -> Record:
    """Return a study record with arms."""
    return {"id": name, "label": name.title(), "arms": list(arms), **more}


def arm(name: str, observations: Record, role: str = "active", *more: Record) -> Record:
    """Return an arm with one procedure, or with further ones."""
    procedures = [{"id": name, "observations": observations}, *more]
    return {"id": name, "label": name.title(), "role": role, "procedures": procedures}
