"""A version of which the ledger says until when it was in force judges no trial that began later."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from records import TRANSFORAMINAL, arm, study

import fidelity
from fidelity.model.digest import digest_of
from fidelity.model.words import Clock
from fidelity.read.rules import Library, load_library

TFESI = "multisociety-lumbar-tfesi"


@pytest.fixture
def ended(copied_rules: Callable[[], Path]) -> Library:
    """The shipped rules, where the transforaminal rule set was in force until the end of 2019."""
    rules = copied_rules()
    draft = load_library(rules)
    (ruleset,) = (entry for entry in draft.rulesets if entry.id == TFESI)
    line = f"{ruleset.reference} {digest_of(ruleset, draft.codebook)} until=2019-12-31\n"
    (rules / "PUBLISHED").write_text(line, encoding="utf-8")
    return load_library(rules)


@pytest.mark.parametrize(
    ("start", "clock", "status"),
    [
        ("2018", "then", "graded"),
        ("2019-12-31", "then", "graded"),
        ("2020-01-01", "then", "no_rule_set"),
        ("2018 to 2021", "then", "undetermined"),
        ("2018", "now", "no_rule_set"),
    ],
)
def test_an_ended_version_judges_only_trials_that_began_before(
    ended: Library, start: str, clock: Clock, status: str
) -> None:
    observations = {**TRANSFORAMINAL, "image_guidance": "fluoroscopy"}
    record = study("s", arm("a", observations), observations={"recruitment_start": start})
    row = fidelity.score([record], library=ended, clock=clock).grades.row(0, named=True)
    assert row["status"] == ("graded" if status == "graded" else "gap")
    assert status == "graded" or row["note"].startswith(f"{status}: ")
