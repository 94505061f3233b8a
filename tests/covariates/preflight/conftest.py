"""Scores that the pre-flight of made-up networks is given."""

from __future__ import annotations

import pytest
from records import NEUROTOMY, arm, study

from covariates.reviews import scored
from fidelity.scoring.result import Scores


@pytest.fixture(scope="session")
def scores() -> Scores:
    """Scores of one study, which is named S01 in lower case as in the networks."""
    return scored(study("s01", arm("a", NEUROTOMY)))
