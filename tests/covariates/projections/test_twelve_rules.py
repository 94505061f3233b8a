"""The twelve rules that make one export work in every package, each as a predicate over every file."""

from __future__ import annotations

import re
from itertools import product

import polars as pl
import pytest

from covariates.projections.masters import files
from fidelity.covariates.files import Table
from fidelity.model.outcomes import OutcomeKind

KINDS: tuple[OutcomeKind, ...] = ("events", "means", "contrasts")
LOOKED_UP = {"arms_long.csv", "studies.csv"}
STUDY = ("study", "studlab", "Study")
TREAT = ("treat", "trt", "treatment", "Treat", "T", "t")


def every() -> list[tuple[OutcomeKind, str]]:
    return [(kind, path) for kind in KINDS for path in files(kind)]


def column(frame: pl.DataFrame, names: tuple[str, ...]) -> str | None:
    return next((name for name in names if name in frame.columns), None)


def of_study(table: Table) -> list[str]:
    """The covariates of a study in a file, with the range and the flag of the grade, without those of the arm."""
    beside = [name for name in ("fid_lo", "fid_hi", "fid_nr") if name in table.frame.columns]
    return [name for name in (*table.covariates, *beside) if name not in {"fid_arm", "indirectness"}]


@pytest.mark.parametrize(("kind", "path"), every())
def test_rule_1_every_key_is_one_that_every_package_takes(kind: OutcomeKind, path: str) -> None:
    frame = files(kind)[path].frame
    study, treat = column(frame, STUDY), column(frame, TREAT)
    assert study is not None
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]*", name) for name in frame[study])
    if treat is not None:
        assert all(re.fullmatch("[A-Za-z0-9_]+", name) for name in frame[treat])
        assert not frame.select(study, treat).is_duplicated().any()
    if "id" in frame.columns:
        assert frame["id"].dtype.is_integer()


@pytest.mark.parametrize(("kind", "path"), every())
def test_rule_1_every_file_of_arms_is_a_projection_of_the_master(kind: OutcomeKind, path: str) -> None:
    found = files(kind)
    frame = found[path].frame
    study, treat = column(frame, STUDY), column(frame, TREAT)
    if treat is None or study is None:
        return
    master = set(found["arms_long.csv"].frame.select("study", "treat").rows())
    rows = set(frame.select(study, treat).rows())
    assert rows <= master
    if "dose" not in path and path != "fid_pmf_arms.csv" and not path.startswith("metafor/contrasts"):
        assert rows == master


@pytest.mark.parametrize(("kind", "path"), every())
def test_rule_2_what_a_study_has_is_one_number_on_all_its_rows(kind: OutcomeKind, path: str) -> None:
    table = files(kind)[path]
    study = column(table.frame, STUDY)
    if path in LOOKED_UP or study is None:
        return
    for name in of_study(table):
        values = table.frame[name]
        assert values.dtype.is_numeric()
        assert values.null_count() == 0
        assert table.frame.group_by(study).agg(pl.col(name).n_unique())[name].max() == 1


@pytest.mark.parametrize(("kind", "path"), every())
def test_rule_3_no_name_is_one_that_a_package_uses_or_refuses(kind: OutcomeKind, path: str) -> None:
    table = files(kind)[path]
    for name in (*of_study(table), *(name for name in table.frame.columns if name.startswith("x_"))):
        bare = name.removeprefix("covar.")
        assert re.fullmatch("[a-z][a-z0-9_]{0,31}", bare) or name.startswith("x_")
        assert len(bare) <= 32
        assert bare not in {"n", "mean", "sd", "r", "se", "te", "study", "treat"}
        assert not bare.startswith("rob")


@pytest.mark.parametrize("kind", KINDS)
def test_rule_4_the_grade_of_the_arm_has_another_name_and_is_0_on_reference_arms(kind: OutcomeKind) -> None:
    for path, table in files(kind).items():
        if "fid_arm" not in table.frame.columns:
            continue
        treat = column(table.frame, TREAT)
        assert treat is not None
        assert path.split("/")[0] in {"arms_long.csv", "metafor", "multinma"}
        assert set(table.frame.filter(pl.col(treat) == "SHAM")["fid_arm"]) == {0.0}


def test_rule_4_a_sham_arm_has_no_range_and_no_probability_anywhere() -> None:
    found = files("events")
    shams = found["arms_long.csv"].frame.filter(pl.col("treat") == "SHAM")
    hidden = ["fid_arm_lo", "fid_arm_hi", "pa0", "pa1", "pa2", "pa3"]
    assert shams.select(hidden).null_count().row(0) == (shams.height,) * len(hidden)
    assert "SHAM" not in set(found["fid_pmf_arms.csv"].frame["treat"])


@pytest.mark.parametrize(("kind", "path"), every())
def test_rule_5_nothing_is_missing_and_nothing_says_not_reported(kind: OutcomeKind, path: str) -> None:
    table = files(kind)[path]
    empty = {name for name in table.frame.columns if table.frame[name].null_count()}
    if table.missing is None:
        assert empty == set()
    elif path not in LOOKED_UP:
        assert table.missing == "NA"
        assert empty <= {"diff", "std.err", "y", "se"}
    for name, kind_of in table.frame.schema.items():
        if kind_of == pl.String:
            assert not {"NR", "NA", "", "nan"} & set(table.frame[name])


@pytest.mark.parametrize("kind", KINDS)
def test_rule_5_the_expected_grade_stands_in_its_range_with_its_flag(kind: OutcomeKind) -> None:
    checked = 0
    for table in files(kind).values():
        if not {"fid", "fid_lo", "fid_hi", "fid_nr"} <= set(table.frame.columns):
            continue
        checked += 1
        for fid, low, high, flag in table.frame.select("fid", "fid_lo", "fid_hi", "fid_nr").rows():
            assert low <= fid <= high
            assert flag == (low != high)
    assert checked >= 7
    pmf = files(kind)["fid_pmf.csv"].frame
    assert pmf.select(total=pl.sum_horizontal("p0", "p1", "p2", "p3"))["total"].to_list() == pytest.approx([1.0] * 5)
    mean = pmf.select(fid=pl.col("p1") + 2 * pl.col("p2") + 3 * pl.col("p3"))["fid"].to_list()
    assert mean == pytest.approx([2.0, 0.0, 1.0, 1.25, 2.5])


@pytest.mark.parametrize("kind", KINDS)
def test_rule_6_the_gap_says_0_at_full_fidelity(kind: OutcomeKind) -> None:
    both = [t.frame for t in files(kind).values() if {"fid", "fid_gap"} <= set(t.frame.columns)]
    assert both
    for frame in both:
        assert (frame["fid"] + frame["fid_gap"]).to_list() == pytest.approx([3.0] * frame.height)


@pytest.mark.parametrize("kind", KINDS)
def test_rule_7_subgroups_are_words(kind: OutcomeKind) -> None:
    grouped = [t.frame for t in files(kind).values() if "fid_grp" in t.frame.columns]
    assert grouped
    for frame in grouped:
        assert set(frame["fid_grp"]) <= {"lower", "higher", "unclear"}


@pytest.mark.parametrize("kind", ["events", "means"])
def test_rule_8_interaction_columns_are_the_covariate_on_the_arms_of_their_treatment(kind: OutcomeKind) -> None:
    for path, covariate in (("metafor/arms.csv", "fid"), ("metafor/dose/arms.csv", "dose")):
        frame = files(kind)[path].frame
        ready = [name for name in frame.columns if name.startswith("x_")]
        assert sorted(ready) == ["x_PRF", "x_RF"]  # and none for the reference
        for row, name in product(frame.iter_rows(named=True), ready):
            assert row[name] == (row[covariate] if f"x_{row['treat']}" == name else 0)


def test_rule_9_no_contrast_of_events_has_columns_of_events() -> None:
    frame = files("events")["netmeta/contrasts.csv"].frame
    assert not {"event1", "event2", "events1", "n1", "n2"} & set(frame.columns)
    assert {"event", "n"} <= set(files("events")["netmeta/pairwise.csv"].frame.columns)


@pytest.mark.parametrize("kind", ["events", "means"])
def test_rule_10_a_file_for_metainsight_has_exactly_one_covariate(kind: OutcomeKind) -> None:
    found = {path: t.frame for path, t in files(kind).items() if path.startswith("metainsight/")}
    assert set(found) == {f"metainsight/{name}.csv" for name in ("fid", "fid_gap", "placement", "dose")}
    for path, frame in found.items():
        assert [n for n in frame.columns if n.startswith("covar.")] == [f"covar.{path[12:-4]}"]


@pytest.mark.parametrize("path", ["cinema/arms.csv", "robmen/arms.csv", "metainsight/fid.csv"])
def test_rule_11_a_better_grade_is_never_more_indirect(path: str) -> None:
    frame = files("events")[path].frame
    study = column(frame, STUDY)
    assert study is not None
    steps = dict(frame.select(study, "indirectness").rows())
    assert steps == {"Adams": 1, "Baker": 3, "Clark": 2, "Davis": 2, "Evans": 1}


def test_rule_11_robvis_says_low_where_the_grade_is_high() -> None:
    frame = files("events")["robvis/generic.csv"].frame
    assert dict(frame.select("Study", "Overall").rows()) == {
        "Adams": "Some concerns",
        "Baker": "Critical",
        "Clark": "High",
        "Davis": "No information",
        "Evans": "No information",
    }


@pytest.mark.parametrize("kind", KINDS)
def test_rule_12_no_cell_of_a_file_for_cinema_is_empty(kind: OutcomeKind) -> None:
    table = next(table for path, table in files(kind).items() if path.startswith("cinema/"))
    assert table.missing is None
    assert sum(table.frame.null_count().row(0)) == 0
    for name in ("rob", "indirectness"):
        assert set(table.frame[name]) <= {1, 2, 3}
