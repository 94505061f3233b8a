"""Without an answer, no column is understood wrongly, and those that the codebook names are understood."""

from __future__ import annotations

import pytest

from fidelity.model.codebook import Codebook
from reviewers.extractions import NAMES, NOTHING
from reviewers.figures import Judged, counts, judged


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """An extraction."""
    return str(request.param)


@pytest.fixture(scope="module")
def columns(name: str, codebook: Codebook) -> list[Judged]:
    """Its columns, each with what is proposed for it before anyone has said anything."""
    return judged(name, codebook)


def test_no_column_is_taken_for_something_that_it_is_not(name: str, columns: list[Judged]) -> None:
    wrong = [str(one) for one in columns if one.outcome == "wrong"]
    assert not wrong, f"{name}, {dict(counts(columns))}: {wrong}"


def test_columns_that_the_codebook_names_are_understood_without_a_question(name: str, columns: list[Judged]) -> None:
    missed = [str(one) for one in columns if one.easy and one.outcome != "right"]
    easy = sum(one.easy for one in columns)
    said = f"{name}: {easy - len(missed)} of {easy} that the codebook names; {dict(counts(columns))}"
    assert not missed, f"{said}: {missed}"


def test_every_column_that_feeds_something_is_told_of(columns: list[Judged]) -> None:
    silent = [str(one) for one in columns if one.proposed is None and one.known.feeds != NOTHING]
    assert not silent
