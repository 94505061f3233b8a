"""Nothing of a messy file is lost: every row is scored with what was written, or refused by name."""

from __future__ import annotations

from pathlib import Path

import pytest
from messy.compare import Outcome, try_reading
from messy.making import make

REVIEWS = 300
CHUNKS = 10


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_every_row_is_scored_as_it_was_written_or_refused_by_name(chunk: int, tmp_path: Path) -> None:
    outcome = Outcome()
    for seed in range(chunk, REVIEWS, CHUNKS):
        outcome.add(try_reading(make(seed), tmp_path / str(seed)))
    assert outcome.reviews == REVIEWS // CHUNKS
    assert outcome.readable > 100
    # The sentences of an outcome say what was lost, made up or misread; all of these lists are empty where it is sound.
    assert outcome.sound, str(outcome)
    assert outcome.share >= 0.95, str(outcome)
    assert outcome.refused_spoilt == outcome.spoilt > 0


def test_the_same_seed_makes_the_same_review() -> None:
    for seed in range(0, REVIEWS, 60):
        first, second = make(seed), make(seed)
        assert (first.truth, first.mapping, first.files) == (second.truth, second.mapping, second.files)
