"""Every example of the rule sets' features holds."""

from __future__ import annotations

from pathlib import Path

from pytest_bdd import scenarios

FEATURES = Path(__file__).parents[2] / "features"

scenarios(*(str(path) for path in sorted(FEATURES.glob("*/*.feature")) if path.parent.name != "policy"))
