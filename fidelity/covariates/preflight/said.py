"""The pre-flight as plain data for JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from fidelity.covariates.findings import Finding
from fidelity.covariates.preflight.found import Preflight


def as_json(preflight: Preflight) -> dict[str, Any]:
    """Return the pre-flight as plain lists and dictionaries: what the text says, and every row behind it."""
    master = preflight.master
    return {
        "usable": preflight.usable,
        "choices": {
            "axis": master.axis,
            "arm_to_study": master.rule,
            "interest": master.interest,
            "reference": master.reference,
            "profile": master.profile,
            "clock": master.clock,
            "assumption": master.assumption,
            "nodes": master.nodes,
            "outcome": master.kind,
        },
        "covariates": [
            {
                "covariate": verdict.covariate.name,
                "title": verdict.covariate.title,
                "fits": verdict.fits,
                "why": verdict.why,
                "remedy": verdict.remedy,
            }
            for verdict in preflight.verdicts
        ],
        "files": [{"file": path, "refused": path in preflight.refused} for path in preflight.files],
        "findings": [_plain(finding) for finding in preflight.findings],
        "comparisons": preflight.comparisons.to_dicts(),
        "identifiable": preflight.identifiable.to_dicts(),
        "connectivity": preflight.connectivity.to_dicts(),
        "confounding": preflight.confounding.to_dicts(),
        "left_out": preflight.left_out.to_dicts(),
    }


def _plain(finding: Finding) -> Mapping[str, object]:
    return {name: list(value) if isinstance(value, tuple) else value for name, value in asdict(finding).items()}
