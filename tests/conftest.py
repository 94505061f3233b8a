"""Records that several tests start from, and rules that a test may change."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from records import NEUROTOMY, Record, arm, study

ROOT = Path(__file__).parents[1]


@pytest.fixture
def parallel_and_perpendicular() -> Record:
    """A trial that compares a thick parallel with a thin perpendicular electrode and reports little else."""
    known = {"block_number": 2, "block_type": "medial_branch", "block_relief_cutoff": ">= 80 %"}
    return copy.deepcopy(
        study(
            "contrast",
            arm("thick", {**NEUROTOMY, "electrode_gauge": "16 G", "electrode_orientation": "parallel"}),
            arm(
                "thin", {**NEUROTOMY, "electrode_gauge": "22 G", "electrode_orientation": "perpendicular"}, "comparator"
            ),
            arm("sham", {"region": "lumbar", "modality": "none"}, "sham"),
            observations=known,
            design_factors=["electrode_orientation", "electrode_gauge"],
        )
    )


@pytest.fixture
def copied_rules(tmp_path: Path) -> Callable[[], Path]:
    """Copy the shipped rules into a folder of the test, to be changed there."""

    def copied() -> Path:
        return Path(shutil.copytree(ROOT / "rules", tmp_path / "rules"))

    return copied
