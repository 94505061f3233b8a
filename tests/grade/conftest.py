"""The scheme and its table as they are shipped, and what the scheme's sentences say, written out by hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import yaml

from fidelity.grade.table import DecisionTable
from fidelity.model.scheme import Scheme

SCHEME_FILE = Path(__file__).parents[2] / "rules/schemes/domain-gated/1.0.0.yaml"


def scheme_from(text: str) -> Scheme:
    return Scheme.model_validate(yaml.load(text, Loader=yaml.BaseLoader))


@pytest.fixture(scope="session")
def read_scheme() -> Callable[[str], Scheme]:
    return scheme_from


@pytest.fixture(scope="session")
def scheme_text() -> str:
    return SCHEME_FILE.read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def scheme(scheme_text: str) -> Scheme:
    return scheme_from(scheme_text)


@pytest.fixture(scope="session")
def shipped() -> DecisionTable:
    return DecisionTable.parse(SCHEME_FILE.with_name("1.0.0.table.csv").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def concern_in_words() -> Callable[[Sequence[str]], str]:
    """The concern of a domain, given its departures: its gravest departure."""

    def concern(departures: Sequence[str]) -> str:
        for word in ("critical", "major", "minor"):
            if word in departures:
                return word
        return "none"

    return concern


@pytest.fixture(scope="session")
def grade_in_words() -> Callable[[Sequence[str]], str]:
    """The grade of an axis, given the concerns of its domains.

    Poor with a critical domain or three major ones; limited with a major domain or three minor ones; adequate
    with a minor one; else full.
    """

    def grade(concerns: Sequence[str]) -> str:
        if "critical" in concerns or concerns.count("major") == 3 or concerns.count("major") == 4:
            return "poor"
        if "major" in concerns or concerns.count("minor") == 3 or concerns.count("minor") == 4:
            return "limited"
        if "minor" in concerns:
            return "adequate"
        return "full"

    return grade
