"""Which slopes a network identifies is the rank of the design of the model that packages fit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from covariates.preflight.networks import Trial, network
from fidelity.covariates.fitting.identifying import identifiable
from fidelity.covariates.fitting.spanning import entangled, identified, reduced
from fidelity.covariates.master import Master

Slopes = dict[str, "np.ndarray[Any, Any]"]


def by_rank(master: Master, model: str) -> dict[str, bool]:
    """Whether each slope is identified, from the whole design in floating point: studies, treatments, slopes."""
    arms = master.arms.join(master.studies.select("study", "fid"), on="study", maintain_order="left")
    arms = arms.filter(pl.col("fid").is_not_null())
    treat, fid = arms["treat"].to_numpy(), arms["fid"].to_numpy()
    active = [name for name in master.treatments["treat"] if name != master.reference]
    if "classes" not in model:
        kept = dict(master.treatments.select("treat", "trt_class").iter_rows())
        active = [name for name in active if kept[name] == "active" and name in set(treat)]
    active = [name for name in active if name in set(master.arms["treat"])]
    slopes: Slopes
    if master.rule == "difference" and model == "common":  # on the arm further from the reference
        number = dict(master.treatments.select("treat", "number").iter_rows())
        place = np.array([number[name] for name in treat])
        last = np.array([place[arms["study"].to_numpy() == study].max() for study in arms["study"]])
        slopes = {"all": (place == last) * fid}
    elif model == "interest":
        slopes = {str(master.interest): (treat == master.interest) * fid}
    elif model.startswith("common"):
        slopes = {"all": np.isin(treat, active) * fid}
    elif model.startswith("independent"):
        slopes = {name: (treat == name) * fid for name in active}
    else:
        slopes = {"all": arms["fid_arm"].to_numpy()}
    study = arms["study"].to_numpy()
    effects = [name for name in master.treatments["treat"] if name != master.reference]
    base = [(study == name) * 1.0 for name in sorted(set(study))] + [(treat == name) * 1.0 for name in effects]
    found = {}
    for name in slopes:
        others = np.column_stack([*base, *(column for other, column in slopes.items() if other != name)])
        both = np.column_stack([others, slopes[name]])
        found[name] = bool(np.linalg.matrix_rank(both) > np.linalg.matrix_rank(others))
    return found


def said(master: Master, model: str) -> dict[str, bool]:
    frame = identifiable(master).filter(pl.col("model") == model)
    return dict(frame.select("coefficient", "identified").iter_rows())


TREATMENTS = ("PLA", "SHAM", "AAA", "BBB", "CCC")
TRIALS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(TREATMENTS), min_size=2, max_size=4, unique=True),
        st.sampled_from([0.0, 1.0, 1.5, 2.0, 3.0]),
        st.lists(st.sampled_from([0.0, 1.0, 2.0]), min_size=4, max_size=4),
    ),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(TRIALS, st.sampled_from([("PLA",), ("PLA", "SHAM"), ("AAA",)]))
def test_the_exact_rank_is_that_of_the_whole_design(drawn: list[Any], references: tuple[str, ...]) -> None:
    trials = [Trial(tuple(treats), fid, own=dict(zip(sorted(treats), own, strict=False))) for treats, fid, own in drawn]
    present = {treat for trial in trials for treat in trial.treats}
    if references[0] not in present:
        trials.append(Trial((references[0], next(iter(sorted(present)))), 2.0))
    of = network(trials, references=references)
    frame = identifiable(of)
    for model in frame["model"].unique():
        if model != "exchangeable":
            assert said(of, model) == by_rank(of, model), model


@settings(max_examples=25, deadline=None)
@given(TRIALS, st.sampled_from(["AAA", "BBB"]), st.sampled_from([("PLA",), ("PLA", "SHAM"), ("AAA",)]))
def test_numbers_of_one_arm_have_one_slope_and_its_rank_is_that_of_the_whole_design(
    drawn: list[Any], interest: str, references: tuple[str, ...]
) -> None:
    of_two = [Trial(tuple(treats[:2]), fid) for treats, fid, _ in drawn]
    having = [Trial((*dict.fromkeys((interest, *treats)),), fid) for treats, fid, _ in drawn if treats != [interest]]
    for trials, changed, model in (
        (of_two, {"rule": "difference"}, "common"),
        (having, {"rule": "interest", "interest": interest}, "interest"),
    ):
        present = {treat for trial in trials for treat in trial.treats}
        if references[0] in present:
            of = network(trials, references=references, **changed)
            assert set(identifiable(of)["model"]) == {model, "per_arm"}
            assert said(of, model) == by_rank(of, model)


def test_a_difference_in_trials_of_active_treatments_identifies_the_slope_that_a_number_of_both_arms_does_not() -> None:
    trials = [Trial(("PLA", "AAA"), 2), Trial(("AAA", "BBB"), -1), Trial(("AAA", "BBB"), 2)]
    assert said(network(trials, rule="difference"), "common") == {"all": True}
    assert said(network(trials), "common") == {"all": False}


def test_the_grade_of_the_arm_of_interest_identifies_its_slope_against_any_treatment() -> None:
    trials = [Trial(("PLA", "AAA"), 2), Trial(("AAA", "BBB"), 1), Trial(("AAA", "BBB"), 2)]
    of = network(trials, rule="interest", interest="AAA")
    assert said(of, "interest") == {"AAA": True}
    row = identifiable(of).filter(pl.col("model") == "interest").row(0, named=True)
    assert (row["studies"], row["values"]) == (3, 2)


def test_two_grades_in_trials_against_the_reference_identify_one_slope() -> None:
    of = network([Trial(("PLA", "AAA"), 1), Trial(("PLA", "AAA"), 2), Trial(("AAA", "BBB"), 3)])
    assert said(of, "common") == {"all": True}
    assert said(of, "independent") == {"AAA": True, "BBB": False}
    rows = identifiable(of).filter(pl.col("coefficient") == "BBB").to_dicts()
    assert [(row["studies"], row["values"], row["why"]) for row in rows] == [(1, 1, "one trial, with 3")]


def test_a_shared_slope_cancels_between_active_treatments() -> None:
    of = network(
        [Trial(("AAA", "BBB"), 1), Trial(("AAA", "BBB"), 2, own={"AAA": 1, "BBB": 3}), Trial(("PLA", "CCC"), 1)]
    )
    row = identifiable(of).filter(pl.col("model") == "common").row(0, named=True)
    assert (row["identified"], row["studies"]) == (False, 1)
    only = network([Trial(("AAA", "BBB"), 1), Trial(("AAA", "BBB"), 2)])
    why = identifiable(only).filter(pl.col("model") == "common")["why"][0]
    assert "cancels" in why


def test_arms_that_differ_in_grade_identify_the_slope_of_the_arm_where_study_numbers_do_not() -> None:
    of = network([Trial(("AAA", "BBB"), 1, own={"AAA": 1, "BBB": 3}), Trial(("AAA", "BBB"), 1)])
    assert said(of, "per_arm") == {"all": True}
    assert said(of, "common") == {"all": False}


def test_a_second_ungraded_treatment_gets_a_slope_in_packages_without_classes() -> None:
    trials = [Trial(("PLA", "AAA"), 1), Trial(("PLA", "AAA"), 2), Trial(("PLA", "SHAM"), 3)]
    of = network(trials, references=("PLA", "SHAM"))
    assert said(of, "independent") == {"AAA": True}
    assert said(of, "independent_without_classes") == {"AAA": True, "SHAM": False}
    one = network(trials[:2])
    assert "independent_without_classes" not in identifiable(one)["model"].to_list()


def test_slopes_of_one_distribution_need_two_slopes_to_have_a_spread() -> None:
    one = network([Trial(("PLA", "AAA"), 1), Trial(("PLA", "AAA"), 2), Trial(("PLA", "BBB"), 2)])
    both = network([*(Trial(("PLA", name), fid) for name in ("AAA", "BBB") for fid in (1, 2))])
    assert said(one, "exchangeable") == {"mean": True, "spread": False}
    assert said(both, "exchangeable") == {"mean": True, "spread": True}


def test_what_floating_point_makes_of_a_sum_is_no_variation() -> None:
    of = network([Trial(("PLA", "AAA"), 0.3), Trial(("PLA", "AAA"), 0.1 + 0.2)])
    assert said(of, "common") == {"all": False}


def test_a_study_without_the_covariate_informs_no_slope() -> None:
    of = network([Trial(("PLA", "AAA"), 1), Trial(("PLA", "AAA"), None)])
    row = identifiable(of).filter(pl.col("model") == "common").row(0, named=True)
    assert (row["identified"], row["studies"], row["values"]) == (False, 1, 1)


@pytest.mark.parametrize(
    ("rows", "known", "with_"),
    [
        ([{"a": 1, "b": 1}], False, ("b",)),
        ([{"a": 1, "b": 1}, {"a": 1, "b": 2}], True, ()),
        ([{"b": 1}], False, ()),
        ([{"a": 2}], True, ()),
        ([{"b": 1, "a": 1}, {"b": 1, "c": 1}, {"a": 1, "c": -1}], False, ("b", "c")),
    ],
)
def test_a_coefficient_is_known_or_tangled_with_others(
    rows: list[dict[str, int]], known: bool, with_: tuple[str, ...]
) -> None:
    exact = [{name: Fraction(entry) for name, entry in row.items()} for row in rows]
    form = reduced(exact, ["b", "c", "a"])
    assert identified(form, "a") == known
    assert entangled(form, "a") == with_
