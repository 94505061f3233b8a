"""Assumption files: those that are shipped, a user's own, and what is wrong in one."""

from __future__ import annotations

from pathlib import Path

import pytest
from records import TRANSFORAMINAL, arm, study

import fidelity
from expecting.completing import shipped
from fidelity.errors import RulesUnsound, UsageError
from fidelity.expecting import expect
from fidelity.model.assumption import DEFAULT_ASSUMPTION
from fidelity.read.assumptions import load_assumption

OWN = """
id: own
version: 1.0.0
title: As our clinicians think
because: They were asked.
method: independent
met: 0.7
levels: {critical: 0.9}
criteria: {multisociety-lumbar-tfesi/contrast-given: 0.2, image-guidance: 0.6}
"""


def written(folder: Path, text: str) -> str:
    file = folder / "own.yaml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_every_shipped_assumption_is_found_by_id_and_by_reference_and_one_is_the_default() -> None:
    for reference, entry in shipped().assumptions.items():
        assert load_assumption(reference, shipped()) == entry == load_assumption(entry.id, shipped())
    assert load_assumption(None, shipped()).id == DEFAULT_ASSUMPTION
    assert "silence look like failure" in str(load_assumption("independent", shipped()).warning)


def test_an_assumption_that_there_is_not_is_named_with_the_nearest() -> None:
    with pytest.raises(UsageError, match="no assumption 'unifrom': did you mean 'uniform'"):
        load_assumption("unifrom", shipped())


def test_a_users_own_probabilities_hold_for_a_criterion_before_its_level_and_that_before_the_rest(
    tmp_path: Path,
) -> None:
    own = load_assumption(written(tmp_path, OWN), shipped())
    known = {**TRANSFORAMINAL, "image_guidance": "fluoroscopy"}
    entry = study("s", arm("a", known))
    found = expect(fidelity.score([entry], library=shipped()), own)
    met = dict(found.arm_criteria.select("criterion", "expected").rows())
    assert met["image-guidance"] == 1
    assert met["contrast-at-target"] == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("met: 0.7", "met: 1", "own.yaml:7:6: own: input should be less than 1"),
        ("contrast-given: 0.2", "contrast-gven: 0.2", "did you mean 'multisociety-lumbar-tfesi/contrast-given'?"),
        ("method: independent", "method: shared", "the method shared takes no met; take it out"),
        ("met: 0.7", "", "met is missing; the method independent needs met:"),
        ("method: independent", "method: guessing", "'guessing' is none of the words that belong here"),
    ],
)
def test_what_is_wrong_in_an_own_file_is_said_with_its_place(
    tmp_path: Path, before: str, after: str, says: str
) -> None:
    assert before in OWN
    with pytest.raises(RulesUnsound) as raised:
        load_assumption(written(tmp_path, OWN.replace(before, after)), shipped())
    assert says in str(raised.value)
