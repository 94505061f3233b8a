"""What is left out is counted as what it is: a study, an arm of a study that stays, or the number of a study."""

from __future__ import annotations

import inspect
import re

import polars as pl

from fidelity.covariates import master
from fidelity.covariates.losses import REASONS, losses
from fidelity.covariates.master import LEFT_OUT_COLUMNS


def left(*rows: tuple[str, str, str]) -> pl.DataFrame:
    """Rows of study, arm and reason."""
    whole = [(study, arm, "", reason, "") for study, arm, reason in rows]
    return pl.DataFrame(whole, schema=LEFT_OUT_COLUMNS, orient="row")


def test_every_reason_that_the_table_documents_has_words() -> None:
    said = inspect.getsource(master).partition("LEFT_OUT_COLUMNS")[2].partition("Reasons:")[2].partition('"""')[0]
    documented = set(re.findall(r"`([a-z_]+)`", said)) - {"difference"}  # the name of a rule
    assert len(documented) >= 11
    assert documented <= set(REASONS)


def test_a_reason_without_words_of_its_own_is_said_as_it_stands() -> None:
    (found,) = losses(left(("s", "", "lost_at_sea")))
    assert (found.means, found.studies) == ("lost at sea", ("s",))


def test_an_arm_is_no_study() -> None:
    (found,) = losses(left(("s", "rf", "incomplete_outcome"), ("t", "", "incomplete_outcome")))
    assert found.studies == ("t",)
    assert found.arms == ("rf of s",)


def test_an_arm_of_a_study_that_is_left_out_counts_with_its_study_only() -> None:
    (found,) = losses(left(("s", "rf", "incomplete_outcome"), ("s", "", "single_arm")))
    assert (found.reason, found.counted) == ("single_arm", "1 study")


def test_a_study_that_loses_only_its_number_stays_and_so_do_its_arms() -> None:
    numberless, incomplete = sorted(
        losses(left(("s", "", "not_two_arms"), ("s", "tf", "incomplete_outcome"))), key=lambda loss: not loss.stays
    )
    assert numberless.stays
    assert not incomplete.stays
    assert incomplete.arms == ("tf of s",)


def test_a_study_that_is_named_twice_for_one_reason_counts_once() -> None:
    (found,) = losses(left(("s", "", "unmatched"), ("s", "", "unmatched")))
    assert found.studies == ("s",)
