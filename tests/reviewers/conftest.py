"""The shipped codebook, as reviewers meet it."""

from __future__ import annotations

import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.rules import load_codebook


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The codebook that fidelity ships."""
    return load_codebook()
