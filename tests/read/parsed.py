"""What a text is read as: a value, or a fault."""

from __future__ import annotations

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation
from fidelity.read.quantities import parse


def value(codebook: Codebook, field: str, text: str) -> object:
    """Return the value that a text has; the test fails where it has none."""
    found = parse(codebook.fields[field], codebook, text)
    assert isinstance(found, Observation), found
    return found.value


def fault(codebook: Codebook, field: str, text: str) -> Fault:
    """Return why a text cannot be read; the test fails where it can."""
    found = parse(codebook.fields[field], codebook, text)
    assert isinstance(found, Fault), found
    return found
