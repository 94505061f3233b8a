"""Files that a package answers wrongly without a word are refused, and their neighbours that are right are taken."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from covariates.validators.sound import GRADES, TRIALS, master, tables
from fidelity.covariates.files import Guide, Table
from fidelity.covariates.validators import check
from fidelity.model.outcomes import OutcomeKind


def changed(path: str, kind: OutcomeKind = "events", **columns: Any) -> Table:
    """The sound file with other columns; a list is the values, a constant is the same in every row."""
    table = tables(kind)[path]
    frame = table.frame
    for name, values in columns.items():
        column = pl.Series(name.replace("__", "."), values if isinstance(values, list) else [values] * frame.height)
        frame = frame.with_columns(column)
    return replace(table, frame=frame)


def codes(table: Table, kind: OutcomeKind = "events") -> set[str]:
    return {found.code for found in check(table, master(kind)) if found.severity == "refused"}


def by_study(path: str, values: dict[str, Any]) -> list[Any]:
    frame = tables()[path].frame
    key = next(name for name in ("study", "studlab", "Study") if name in frame.columns)
    return [values[study] for study in frame[key]]


# netmeta


def test_events_beside_effects_lose_the_trials_of_three_arms() -> None:
    assert codes(changed("netmeta/contrasts.csv", event1=12, n1=50, event2=9, n2=50)) == {"events_beside_effects"}


def test_means_without_the_figures_of_the_arms_lose_their_covariance() -> None:
    table = tables("means")["netmeta/contrasts.csv"]
    bare = replace(table, frame=table.frame.drop("n1", "mean1", "sd1", "n2", "mean2", "sd2"))
    assert codes(bare, "means") == {"no_arm_columns"}


@pytest.mark.parametrize("path", ["netmeta/pairwise.csv", "netmeta/contrasts.csv"])
@pytest.mark.parametrize("groups", [(0, 1), (2, 3), (1, 3)])
def test_groups_in_numbers_are_places_of_a_list(path: str, groups: tuple[int, int]) -> None:
    low, high = groups
    values = by_study(path, {study: high if grade >= 2 else low for study, grade in GRADES.items()})
    assert codes(changed(path, fid_grp=values)) == {"numbered_groups"}
    assert codes(changed(path, fid_grp=[str(value) for value in values])) == {"numbered_groups"}


def test_every_contrast_of_a_trial_is_there() -> None:
    table = tables()["netmeta/contrasts.csv"]
    assert codes(replace(table, frame=table.frame.filter(pl.int_range(pl.len()) != 2))) == {"missing_contrast"}


@pytest.mark.parametrize(("path", "old", "new"), [("pairwise", "AAA", "PLA"), ("contrasts", "AAA", "PLA")])
def test_two_arms_with_one_treatment_stop_netmeta(path: str, old: str, new: str) -> None:
    table = tables()[f"netmeta/{path}.csv"]
    first = pl.col("studlab") == "S01"
    columns = [name for name in table.frame.columns if name.startswith("treat")]
    frame = table.frame.with_columns(
        pl.when(first).then(pl.col(n).replace(old, new)).otherwise(n).alias(n) for n in columns
    )
    assert "same_treatment" in codes(replace(table, frame=frame))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        *(("netmeta/contrasts.csv", name) for name in ("n", "mean", "sd", "r", "se", "treat")),
        *(("netmeta/pairwise.csv", name) for name in ("TE", "se", "mean")),
    ],
)
def test_names_that_pairwise_renames_are_refused(path: str, name: str) -> None:
    table = tables()[path]
    assert "reserved_name" in codes(replace(table, frame=table.frame.rename({"fid": name}), covariates=(name,)))


# metafor


def test_metafor_needs_interaction_columns_of_its_own() -> None:
    table = tables()["metafor/arms.csv"]
    assert codes(replace(table, frame=table.frame.drop("x_BBB"))) == {"no_interaction"}
    assert codes(changed("metafor/arms.csv", x_AAA=0.5)) == {"wrong_interaction"}
    assert "interaction_of_reference" in codes(changed("metafor/arms.csv", x_PLA=0.0))


# gemtc


def test_gemtc_wants_exactly_the_studies_of_the_data_and_each_once() -> None:
    table = tables()["gemtc/studies.csv"]
    assert codes(replace(table, frame=table.frame[[4, 2, 0, 1, 3]])) == set()
    assert codes(replace(table, frame=table.frame[[0, 1, 2, 3]])) == {"study_missing"}
    assert "study_twice" in codes(replace(table, frame=table.frame[[0, 1, 2, 3, 4, 0]]))
    assert codes(changed("gemtc/studies.csv", pw=[1.0, 0.5, 0.0, 0.2, 1.2])) == {"weight"}


@pytest.mark.parametrize(
    ("path", "effect", "error"), [("gemtc/data_re.csv", "diff", "std.err"), ("multinma/contrasts.csv", "y", "se")]
)
def test_contrasts_have_one_baseline_and_its_error_where_it_has_to_be(path: str, effect: str, error: str) -> None:
    table = tables("contrasts")[path]
    baseline = (pl.col("study") == "S02") & pl.col(effect).is_null()
    no_error = table.frame.with_columns(pl.when(baseline).then(None).otherwise(error).alias(error))
    assert codes(replace(table, frame=no_error), "contrasts") == {"baseline_error"}
    none = table.frame.with_columns(pl.col(effect).fill_null(0.0), pl.col(error).fill_null(0.4))
    assert codes(replace(table, frame=none), "contrasts") == {"baseline"}
    if path.startswith("gemtc"):
        assert "missing_word" in codes(replace(table, missing=""), "contrasts")


# bnma


def test_bnma_goes_by_the_place_of_a_study_alone() -> None:
    table = tables()["bnma/covariate.csv"]
    assert codes(replace(table, frame=table.frame.sort("fid"))) == {"order"}


# multinma


def test_classes_are_there_and_each_treatment_has_its_own() -> None:
    table = tables()["multinma/arms.csv"]
    assert codes(replace(table, frame=table.frame.drop("trt_class"))) == {"no_classes"}
    turned = table.frame["trt_class"].replace({"active": "reference", "reference": "active"}).to_list()
    assert codes(changed("multinma/arms.csv", trt_class=turned)) == {"classes"}
    assert codes(changed("multinma/arms.csv", trt_class="drug")) == {"classes"}


# MetaInsight


def test_metainsight_takes_one_covariate_and_no_other_column_that_begins_with_rob() -> None:
    path = "metainsight/fid.csv"
    values = by_study(path, GRADES)
    assert codes(changed(path, covar__fid_gap=[3 - value for value in values])) == {"one_covariate"}
    assert "name_like_rob" in codes(changed(path, robust_se=0.1))
    assert codes(changed(path, rob__blinding=2)) == set()
    assert codes(changed(path, rob=[5] * len(values))) == {"no_step"}
    assert "study_number" in codes(changed(path, Study=[str(number) for number in range(len(values))]))


def test_metainsight_takes_six_arms() -> None:
    frame = pl.concat([tables()["metainsight/fid.csv"].frame.filter(pl.col("Study") == "S01")] * 4)
    named = frame.with_columns(pl.Series("T", [f"T{number}" for number in range(frame.height)]))
    assert "too_many_arms" in codes(replace(tables()["metainsight/fid.csv"], frame=named))


# CINeMA, ROB-MEN, NMAstudio, robvis: concern, not fidelity


@pytest.mark.parametrize("path", ["cinema/arms.csv", "robmen/arms.csv"])
def test_concerns_are_steps_constant_in_a_study_of_a_numeric_id_and_turned_round(path: str) -> None:
    frame = tables()[path].frame
    steps = by_study(path, dict(zip(TRIALS, (0, 3, 1, 2, 2), strict=True)))
    assert "no_step" in codes(changed(path, indirectness=steps))
    assert "no_step" in codes(changed(path, rob="some concerns"))
    assert codes(changed(path, rob="U")) == set()
    assert "differs_in_study" in codes(changed(path, rob=[1, 2, *frame["rob"].to_list()[2:]]))
    assert "id_not_numeric" in codes(changed(path, id=frame["study"].to_list()))
    assert "id_mixed" in codes(
        changed(path, id=[1] * frame.height, rob=[1] * frame.height, indirectness=[2] * frame.height)
    )
    upright = by_study(path, dict(zip(TRIALS, (3, 1, 3, 2, 2), strict=True)))
    assert codes(changed(path, indirectness=upright)) == {"not_inverted"}


@pytest.mark.parametrize("blank", [None, ""])
def test_cinema_takes_no_empty_cell_even_where_it_does_not_look(blank: str | None) -> None:
    rows = tables()["cinema/arms.csv"].frame.height
    table = changed("cinema/arms.csv", note=[blank, *["x"] * (rows - 1)])
    assert "empty_cell" in codes(replace(table, missing=""))


@pytest.mark.parametrize("word", ["unclear", "some concerns", "4"])
def test_nmastudio_drops_words_that_are_not_its_own(word: str) -> None:
    assert codes(changed("nmastudio/arms.csv", rob=word)) == {"no_step"}
    assert codes(changed("nmastudio/arms.csv", rob="Medium")) == set()


@pytest.mark.parametrize("word", ["Good", "Partial", "Adequate", "None", "full"])
def test_robvis_draws_only_words_of_concern(word: str) -> None:
    assert codes(changed("robvis/generic.csv", Placement=["Low", "Critical", word, "High", "No information"])) == {
        "word"
    }


def test_robvis_wants_its_columns_in_order_rows_without_header_and_the_scale_turned_round() -> None:
    path = "robvis/generic.csv"
    frame = tables()[path].frame
    assert codes(replace(tables()[path], frame=frame.select("Study", "Weight", "Placement", "Overall"))) == {"columns"}
    assert codes(changed(path, Weight="1 kg")) == {"weight"}
    assert codes(replace(tables()[path], frame=frame[[0, 0, 1, 2]])) == {"study_twice"}
    header = pl.DataFrame([frame.columns], schema=frame.columns, orient="row")
    below = pl.concat([header, frame.cast(pl.String)]).with_columns(pl.lit(1.0).alias("Weight"))
    assert codes(replace(tables()[path], frame=below)) == {"header_in_row"}
    fidelity = ["High", "Low", "Critical", "Some concerns", "No information"]
    assert codes(changed(path, Overall=fidelity)) == {"not_inverted"}


def test_unclear_is_drawn_like_some_concerns_which_is_said() -> None:
    table = changed("robvis/generic.csv", Dose="Unclear")
    assert [found.severity for found in check(table, master()) if found.code == "word"] == ["warning"]


# Stata


def test_stata_wants_short_names_and_columns_that_are_of_the_study() -> None:
    rows = tables()["stata/arms.csv"].frame.height
    assert codes(changed("stata/arms.csv", **{"a" * 33: 1})) == {"long_name"}
    assert codes(changed("stata/arms.csv", **{"a" * 32: 1})) == set()
    assert codes(changed("stata/arms.csv", dose=list(range(rows)))) == {"differs_in_study"}


# What holds for every file


STUDY_LEVEL = [path for path, table in tables().items() if "fid" in table.frame.columns]


@pytest.mark.parametrize("path", STUDY_LEVEL)
def test_numbers_of_another_study_are_found(path: str) -> None:
    turned = dict(zip(GRADES, [*list(GRADES.values())[1:], GRADES["S01"]], strict=True))
    assert "wrong_study" in codes(changed(path, fid=by_study(path, turned)))


OF_ARMS = [path for path in STUDY_LEVEL if {"treat", "trt"} & set(tables()[path].frame.columns)]


@pytest.mark.parametrize("path", [path for path in OF_ARMS if not path.startswith(("metafor", "multinma"))])
def test_the_grade_of_the_arm_has_no_place_in_packages_that_take_one_number(path: str) -> None:
    frame = tables()[path].frame
    treat = frame["treat" if "treat" in frame.columns else "trt"]
    own = [0.0 if name == "PLA" else grade for name, grade in zip(treat, frame["fid"], strict=True)]
    assert "differs_between_arms" in codes(changed(path, fid_arm=own))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Fid", "odd_name"),
        ("fid.gap", "odd_name"),
        ("robust", "name_like_rob"),
        ("f" * 33, "long_name"),
        ("sd", "reserved_name"),
    ],
)
def test_names_that_another_package_refuses_are_pointed_at(name: str, code: str) -> None:
    table = tables()["nma/arms.csv"]
    renamed = replace(table, frame=table.frame.rename({"fid": name}), covariates=(name,))
    assert code in {found.code for found in check(renamed, master()) if found.severity == "warning"}


@pytest.mark.parametrize("path", list(tables()))
def test_a_file_without_rows_or_without_its_columns_is_refused(path: str) -> None:
    table = tables()[path]
    assert codes(replace(table, frame=table.frame.clear())) == {"no_rows"}
    frame = table.frame.rename({table.frame.columns[0]: "something"})
    assert codes(replace(table, frame=frame))


def test_an_outcome_that_is_empty_is_refused_where_no_sign_for_it_is_agreed() -> None:
    rows = tables()["bugsnet/arms.csv"].frame.height
    assert codes(changed("bugsnet/arms.csv", r=[None, *[3] * (rows - 1)])) == {"empty_cell"}


def test_files_of_no_package_are_only_looked_through_for_rows() -> None:
    frame = pl.DataFrame({"study": ["S01"], "fid": [None]})
    open_ = Table("arms_long.csv", frame, Guide("pack", "", "", ""), ("fid",), missing="")
    assert check(open_, master()) == []
    assert {found.code for found in check(replace(open_, missing=None), master())} == {"empty_cell"}
