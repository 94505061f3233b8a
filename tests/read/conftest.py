"""A codebook of one field of each kind, so that the shipped one may change without these tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.rules import load_codebook


@pytest.fixture(scope="session")
def codebook() -> Codebook:
    """The codebook of data/codebook.yaml."""
    return load_codebook(Path(__file__).parent / "data" / "codebook.yaml")


@pytest.fixture(scope="session")
def shipped() -> Codebook:
    """The codebook that travels with the package."""
    return load_codebook()
