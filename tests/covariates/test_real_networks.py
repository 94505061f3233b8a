"""The networks of the real trials: nothing is lost, ungraded arms are only coded, tables are the same each time."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from covariates.reviews import evenly, trials, whole_studies_left_out
from fidelity.covariates.build import Choices, build
from fidelity.covariates.master import ARM_COLUMNS, STUDY_COLUMNS
from fidelity.covariates.nodes import nodes_of
from fidelity.errors import UsageError
from fidelity.read.outcomes import read_outcomes

EXAMPLES = ["axial-joint", "epidural-axial", "lumbar-facet", "lumbar-radicular"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_in_the_real_networks_every_study_and_every_row_is_somewhere(name: str) -> None:
    scores, path = trials(), Path(f"examples/outcomes/{name}.csv")
    outcomes = read_outcomes(path)
    master = build(scores, evenly(scores), outcomes)
    left = whole_studies_left_out(master)
    assert not master.problems
    records = set(scores.grades["study"])
    assert set(master.studies["record"]) | set(left) == records
    assert set(master.studies["record"]).isdisjoint(left)
    in_file = set(pl.read_csv(path, infer_schema=False)["study"])
    assert {study for study, reason in left.items() if reason == "no_outcome"} == records - in_file
    kept = outcomes.frame.filter(pl.col("study").is_in(master.studies["record"].to_list()))
    arms_left = master.left_out.filter(pl.col("reason") == "incomplete_outcome", pl.col("arm") != "")
    stay = master.studies["record"].to_list()
    assert kept.height == master.arms.height + arms_left.filter(pl.col("study").is_in(stay)).height


@pytest.mark.parametrize("name", EXAMPLES)
def test_in_the_real_networks_ungraded_arms_are_only_coded(name: str) -> None:
    scores = trials()
    arms = build(scores, evenly(scores), read_outcomes(f"examples/outcomes/{name}.csv")).arms
    assert arms.schema == ARM_COLUMNS
    ungraded = arms.filter(pl.col("role").is_in(["sham", "control"]))
    assert (ungraded["fid_arm"] == 0).all()
    assert ungraded["fid_arm_lo"].null_count() == ungraded["pa3"].null_count() == ungraded.height
    assert arms.filter(pl.col("active") == 1)["fid_arm_lo"].null_count() == 0


def test_the_facet_network_keeps_what_its_records_allow() -> None:
    scores = trials()
    master = build(scores, evenly(scores), read_outcomes("examples/outcomes/lumbar-facet.csv"))
    assert master.studies["record"].to_list() == ["van_kleef_1999", "van_wijk_2005", "mccormick_2019"]
    assert whole_studies_left_out(master)["joo_2013"] == "gap"
    assert master.treatments["name"].to_list()[0] == "Sham procedure"
    assert master.arms["arm"].to_list() == ["sham", "rf", "sham", "rf", "traditional_rfa", "cooled_rfa"]


def test_the_choices_are_checked_against_what_there_is() -> None:
    scores = trials()
    outcomes = read_outcomes("examples/outcomes/lumbar-facet.csv")
    for choices, said in (
        (Choices(threshold="ful"), "did you mean 'full'"),
        (Choices(threshold="poor"), "no threshold"),
        (Choices(reference="Sham"), "Sham procedure"),
        (Choices(rule="interest"), "needs the name"),
        (Choices(rule="interest", interest="Sham procedure"), "no treatment"),
        (Choices(axis="safety"), "delivery"),
    ):
        with pytest.raises(UsageError, match=said):
            build(scores, evenly(scores), outcomes, choices)


def test_every_graded_arm_of_the_real_trials_has_a_technique() -> None:
    scores = trials()
    graded = scores.arms.filter(pl.col("grade_low").is_not_null()).select("study", "arm").rows()
    assert set(nodes_of(scores, graded)) == set(graded)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("rule", ["worst", "difference"])
def test_the_same_inputs_give_the_same_table(name: str, rule: str) -> None:
    scores, path = trials(), f"examples/outcomes/{name}.csv"
    tables = [
        build(scores, evenly(scores), read_outcomes(path), Choices(rule=rule, scales=("grade", "domains", "criteria")))
        for _ in range(2)
    ]
    for part in ("arms", "studies", "treatments", "left_out"):
        assert getattr(tables[0], part).equals(getattr(tables[1], part))
    assert list(tables[0].studies.columns)[: len(STUDY_COLUMNS)] == list(STUDY_COLUMNS)
    assert tables[0].studies["id"].to_list() == list(range(1, tables[0].studies.height + 1))
