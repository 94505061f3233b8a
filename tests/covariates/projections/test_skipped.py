"""What a package cannot use is left out or has a file of its own, and the reason is said."""

from __future__ import annotations

from dataclasses import replace

import polars as pl
import pytest

from covariates.projections.masters import ARMS, by_path, differences, files, made, without_rob
from fidelity.covariates.projections import draws_of, project, skipped


def test_contrasts_give_no_file_that_needs_arms_and_each_is_explained() -> None:
    folders = {path.split("/")[0] for path in files("contrasts") if "/" in path}
    assert folders == {"netmeta", "metafor", "gemtc", "multinma", "nmastudio", "cinema", "robvis"}
    assert {finding.package for finding in skipped(made("contrasts"))} == {
        "BUGSnet", "bnma", "crossnma", "NMA", "Stata network", "MetaInsight", "ROB-MEN",
    }  # fmt: skip
    assert all("events or means" in finding.remedy for finding in skipped(made("contrasts")))
    assert skipped(made("events")) == ()


def test_a_covariate_that_a_study_lacks_has_files_of_its_own_without_that_study() -> None:
    for path, table in files().items():
        if path.count("/") == 2:
            assert "/dose/" in path
            assert "Clark" not in table.frame.to_series(0).to_list()
            assert not {"fid", "placement", "fid_arm"} & set(table.frame.columns)
        elif "/" in path and not path.startswith(("metainsight", "robvis")):
            assert "dose" not in table.frame.columns
    assert {path.split("/")[0] for path in files() if "/dose/" in path} == {
        "netmeta", "metafor", "gemtc", "multinma", "bugsnet", "bnma", "crossnma", "nma", "stata",
    }  # fmt: skip
    assert "active:dose" in files()["metafor/dose/arms.csv"].guide.call


def test_a_criterion_that_a_study_lacks_has_files_of_its_own_for_metafor_and_metainsight_only() -> None:
    master = made()
    criterion = replace(master.covariates[-1], scale="criteria")
    found = by_path(replace(master, covariates=(*master.covariates[:-1], criterion)))
    assert [path for path in found if "dose" in path] == ["metafor/dose/arms.csv", "metainsight/dose.csv"]


def test_without_a_common_covariate_each_package_says_so_and_has_the_files_of_the_others() -> None:
    master = made()
    alone = replace(master, covariates=master.covariates[-1:])
    found = by_path(alone)
    assert "metafor/arms.csv" not in found
    assert "metafor/dose/arms.csv" in found
    assert {f.code for f in skipped(alone)} == {"no_common_covariate"}
    nowhere = replace(master.covariates[-1], missing=tuple(master.studies["study"]))
    assert not [
        path for path in by_path(replace(master, covariates=(*master.covariates[:-1], nowhere))) if "dose" in path
    ]


@pytest.mark.parametrize("silent", [(), ("Clark", "Evans")])
def test_without_the_risk_of_bias_of_every_study_there_is_no_cinema_and_no_robmen(silent: tuple[str, ...]) -> None:
    master = without_rob(made(), *silent)
    found, why = by_path(master), skipped(master)
    assert not [path for path in found if path.startswith(("cinema", "robmen"))]
    assert [finding.package for finding in why] == ["CINeMA", "ROB-MEN"]
    assert all("rob" in finding.remedy for finding in why)
    assert set(why[0].studies) == set(silent or master.studies["study"])
    assert "rob" not in found["metainsight/fid.csv"].frame.columns
    assert "rob" not in found["nmastudio/arms.csv"].frame.columns


def test_robvis_needs_domains() -> None:
    master = made()
    grades = replace(master, covariates=master.covariates[:2])
    assert "robvis/generic.csv" not in by_path(grades)
    assert [finding.package for finding in skipped(grades)] == ["robvis"]


def test_differences_between_arms_leave_out_what_needs_a_grade_of_the_study() -> None:
    two_arms = differences()
    found = by_path(two_arms)
    assert not [path for path in found if path.startswith(("cinema", "robmen", "robvis", "indirectness"))]
    assert "fid_pmf.csv" not in found
    assert draws_of(two_arms) == ()
    assert "Baker" not in set(found["metafor/arms.csv"].frame["study"])
    assert found["metafor/per_arm.csv"].frame.filter(pl.col("study") == "Baker")["fid_arm"].to_list() == [0, 0, 1.5]
    assert found["arms_long.csv"].frame.height == len(ARMS)
    for path, table in found.items():
        if table.missing is None:
            assert sum(table.frame.null_count().row(0)) == 0, path
    assert {finding.code for finding in skipped(two_arms)} == {"no_grade_of_study", "rule_not_taken"}


def test_no_studies_give_no_files_and_one_reason() -> None:
    master = made()
    empty = replace(master, studies=master.studies.clear(), arms=master.arms.clear())
    assert project(empty) == ()
    assert draws_of(empty) == ()
    assert [finding.code for finding in skipped(empty)] == ["no_studies"]
