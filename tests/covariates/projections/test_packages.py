"""Every package gets the columns, the order, the words and the numbers that it asks for."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from covariates.projections.masters import ARMS, EVENTS, MEANS, STUDIES, made, without_rob
from fidelity.covariates.files import Table
from fidelity.covariates.master import Covariate, Master
from fidelity.covariates.projections import draws_of, project, skipped
from fidelity.model.outcomes import OutcomeKind

COVARIATES = "fid,fid_gap,placement,fid_lo,fid_hi,fid_nr"
X = "fid_arm,x_PRF,x_RF"

HEADERS: dict[OutcomeKind, dict[str, str]] = {
    "events": {
        "netmeta/contrasts.csv": f"studlab,treat1,treat2,TE,seTE,{COVARIATES},fid_diff,fid_grp,fid_cat",
        "netmeta/pairwise.csv": f"studlab,treat,n,event,{COVARIATES},fid_grp,fid_cat",
        "metafor/arms.csv": f"study,treat,yi,vi,active,{COVARIATES},fid_grp,fid_cat,{X}",
        "gemtc/data.csv": "study,treatment,responders,sampleSize",
        "gemtc/studies.csv": f"study,{COVARIATES}",
        "multinma/arms.csv": f"study,trt,trt_class,r,n,{COVARIATES},fid_arm",
        "bugsnet/arms.csv": f"study,treat,r,n,{COVARIATES}",
        "bnma/arms.csv": "Study,Treat,Outcomes,N",
        "bnma/covariate.csv": f"study,{COVARIATES}",
        "crossnma/arms.csv": f"study,treat,outcome,n,design,{COVARIATES}",
        "nma/arms.csv": f"study,trt,d,n,{COVARIATES}",
        "stata/arms.csv": f"study,trt,r,n,{COVARIATES}",
        "metainsight/fid.csv": "Study,T,N,R,covar.fid,rob,indirectness",
        "nmastudio/arms.csv": f"studlab,treat,r,n,rob,year,{COVARIATES}",
        "cinema/arms.csv": "id,study,t,r,n,rob,indirectness",
        "robmen/arms.csv": "id,study,t,n,r,rob,indirectness",
        "robvis/generic.csv": "Study,Placement,Dose,Overall,Weight",
        "fid_pmf.csv": "study,p0,p1,p2,p3",
        "fid_pmf_arms.csv": "study,treat,p0,p1,p2,p3",
    },
    "means": {
        "netmeta/contrasts.csv": "studlab,treat1,treat2,TE,seTE,n1,mean1,sd1,n2,mean2,sd2,"
        f"{COVARIATES},fid_diff,fid_grp,fid_cat",
        "netmeta/pairwise.csv": f"studlab,treat,n,mean,sd,{COVARIATES},fid_grp,fid_cat",
        "gemtc/data.csv": "study,treatment,mean,std.dev,sampleSize",
        "multinma/arms.csv": f"study,trt,trt_class,y,se,n,{COVARIATES},fid_arm",
        "bugsnet/arms.csv": f"study,treat,mean,sd,n,{COVARIATES}",
        "bnma/arms.csv": "Study,Treat,Outcomes,SE",
        "crossnma/arms.csv": f"study,treat,outcome,n,se,design,{COVARIATES}",
        "nma/arms.csv": f"study,trt,m,s,n,{COVARIATES}",
        "stata/arms.csv": f"study,trt,n,mean,sd,{COVARIATES}",
        "metainsight/fid.csv": "Study,T,N,Mean,SD,covar.fid,rob,indirectness",
        "nmastudio/arms.csv": f"studlab,treat,y,sd,n,rob,year,{COVARIATES}",
        "cinema/arms.csv": "id,study,t,y,sd,n,rob,indirectness",
        "robmen/arms.csv": "id,study,t,mean,sd,n,rob,indirectness",
    },
    "contrasts": {
        "netmeta/contrasts.csv": f"studlab,treat1,treat2,TE,seTE,{COVARIATES},fid_diff,fid_grp,fid_cat",
        "gemtc/data_re.csv": "study,treatment,diff,std.err",
        "gemtc/studies.csv": f"study,{COVARIATES}",
        "multinma/contrasts.csv": f"study,trt,trt_class,y,se,{COVARIATES},fid_arm",
        "nmastudio/contrasts.csv": f"studlab,treat1,treat2,TE,seTE,rob,year,{COVARIATES}",
        "cinema/contrasts.csv": "id,study,t1,t2,effect,se,rob,indirectness",
    },
}


@cache
def files(kind: OutcomeKind = "events") -> dict[str, Table]:
    return by_path(made(kind))


def by_path(master: Master) -> dict[str, Table]:
    return {table.path: table for table in project(master)}


@pytest.mark.parametrize(
    ("kind", "path", "header"), [(kind, path, header) for kind, of in HEADERS.items() for path, header in of.items()]
)
def test_a_file_has_the_columns_that_its_package_reads(kind: OutcomeKind, path: str, header: str) -> None:
    assert ",".join(files(kind)[path].frame.columns) == header


def test_every_path_is_written_once_and_in_the_same_order_each_time() -> None:
    for kind in HEADERS:
        paths = [table.path for table in project(made(kind))]
        assert len(set(paths)) == len(paths)
        assert paths == [table.path for table in project(made(kind))]
        assert paths[0] == "arms_long.csv"


def test_contrasts_give_no_file_that_needs_arms_and_each_is_explained() -> None:
    folders = {path.split("/")[0] for path in files("contrasts") if "/" in path}
    assert folders == {"netmeta", "metafor", "gemtc", "multinma", "nmastudio", "cinema", "robvis"}
    assert {finding.package for finding in skipped(made("contrasts"))} == {
        "BUGSnet", "bnma", "crossnma", "NMA", "Stata network", "MetaInsight", "ROB-MEN",
    }  # fmt: skip
    assert all("events or means" in finding.remedy for finding in skipped(made("contrasts")))
    assert skipped(made("events")) == ()


def test_bnma_has_its_covariates_in_the_order_in_which_studies_first_appear() -> None:
    master = made("means")
    shuffled = replace(master, studies=master.studies.sort("study", descending=True))
    found = by_path(shuffled)
    order = found["bnma/arms.csv"].frame["Study"].unique(maintain_order=True).to_list()
    assert found["bnma/covariate.csv"].frame["study"].to_list() == order
    assert dict(found["bnma/covariate.csv"].frame.select("study", "fid").rows())["Davis"] == 1.25
    assert found["bnma/arms.csv"].frame["SE"].to_list() == pytest.approx([sd / np.sqrt(n) for _, sd, n in MEANS])


@pytest.mark.parametrize("kind", ["events", "means", "contrasts"])
def test_gemtc_has_exactly_the_studies_of_its_data_once(kind: OutcomeKind) -> None:
    data = next(t for path, t in files(kind).items() if path.startswith("gemtc/data"))
    studies = files(kind)["gemtc/studies.csv"].frame["study"].to_list()
    assert studies == data.frame["study"].unique(maintain_order=True).to_list()


def test_gemtc_is_told_by_what_to_divide_its_slope() -> None:
    guide = files()["gemtc/studies.csv"].guide
    two_sd = 2 * np.std([row[3] for row in STUDIES], ddof=1)
    assert f"fid {two_sd:.4g}" in guide.slope
    assert 'control = "SHAM"' in guide.call
    assert '[, "B"] / model$regressor$scale' in guide.call


def test_gemtc_does_not_scale_a_covariate_of_0_and_1() -> None:
    master = made()
    whole = master.studies.with_columns(fid_bin=pl.Series([1.0, 0.0, 0.0, 1.0, 1.0]))
    split = Covariate("fid_bin", "adequate or better", "grade", 0, 1, "high")
    found = by_path(replace(master, studies=whole, covariates=(split,)))
    assert "in these data: fid_bin 1." in found["gemtc/studies.csv"].guide.slope


def test_gemtc_puts_two_reference_treatments_into_one_class() -> None:
    master = made()
    second = pl.DataFrame([("PLACEBO", "placebo", "reference", 4, 1)], schema=master.treatments.schema, orient="row")
    davis = (pl.col("study") == "Davis") & (pl.col("treat") == "SHAM")
    arms = master.arms.with_columns(treat=pl.when(davis).then(pl.lit("PLACEBO")).otherwise(pl.col("treat")))
    found = by_path(replace(master, arms=arms, treatments=pl.concat([master.treatments, second])))
    call = found["gemtc/data.csv"].guide.call
    assert 'classes = list(control = c("SHAM", "PLACEBO"), active = c("PRF", "RF"))' in call
    assert '[, "B[2]"]' in call
    assert "x_PLACEBO" not in found["metafor/arms.csv"].frame.columns


def test_a_network_without_a_reference_class_has_no_slope_for_its_reference() -> None:
    master = made()
    treatments = master.treatments.with_columns(trt_class=pl.lit("active"))
    found = by_path(replace(master, treatments=treatments, arms=master.arms.with_columns(active=1)))
    frame, call = found["metafor/arms.csv"].frame, found["metafor/arms.csv"].guide.call
    assert [name for name in frame.columns if name.startswith("x_")] == ["x_PRF", "x_RF"]
    assert 'I((treat != "SHAM") * fid)' in call


@pytest.mark.parametrize(
    ("path", "rows"),
    [("gemtc/studies.csv", "studies"), ("bnma/covariate.csv", "studies"), ("bugsnet/arms.csv", "arms"),
     ("multinma/arms.csv", "arms"), ("crossnma/arms.csv", "lowest")],
)  # fmt: skip
def test_guides_say_where_the_package_centres_in_these_data(path: str, rows: str) -> None:
    of_study = {row[0]: row[3] for row in STUDIES}
    value = {
        "studies": np.mean(list(of_study.values())),
        "arms": np.mean([of_study[arm[0]] for arm in ARMS]),
        "lowest": min(of_study.values()),
    }[rows]
    assert f"fid {value:.4g}" in files()[path].guide.centred


def test_multinma_has_the_baseline_of_contrasts_without_effect_and_its_own_error_where_there_are_three_arms() -> None:
    table = files("contrasts")["multinma/contrasts.csv"]
    bases = table.frame.filter(pl.col("y").is_null())
    assert table.missing == "NA"
    assert dict(bases.select("study", "se").rows()) == {
        "Adams": None, "Baker": 0.33, "Clark": None, "Davis": None, "Evans": None,
    }  # fmt: skip


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


def test_indirectness_lists_what_it_comes_from_and_what_is_undecided() -> None:
    rows = files()["indirectness.csv"].frame.rows()
    assert rows == [
        ("Adams", "adequate", "adequate", 1, 1),
        ("Baker", "poor", "poor", 3, 1),
        ("Clark", "limited", "limited", 2, 1),
        ("Davis", "poor", "full", 2, 0),
        ("Evans", "adequate", "full", 1, 1),  # both grades are step 1
    ]


def test_robvis_has_its_words_and_a_numeric_weight_last() -> None:
    frame = files()["robvis/generic.csv"].frame
    assert dict(frame.select("Study", "Placement").rows()) == {
        "Adams": "Some concerns", "Baker": "Critical", "Clark": "High", "Davis": "No information", "Evans": "Low",
    }  # fmt: skip
    assert dict(frame.select("Study", "Dose").rows())["Clark"] == "Not applicable"
    assert frame.columns[-1] == "Weight"
    assert dict(frame.select("Study", "Weight").rows())["Adams"] == EVENTS[0][1] + EVENTS[1][1]


def test_robvis_needs_domains() -> None:
    master = made()
    grades = replace(master, covariates=master.covariates[:2])
    assert "robvis/generic.csv" not in by_path(grades)
    assert [finding.package for finding in skipped(grades)] == ["robvis"]


def test_differences_between_arms_leave_out_what_needs_a_grade_of_the_study() -> None:
    master = made(rule="difference")
    unsaid = ["fid_gap", "fid_bin", "fid_grp", "fid_cat", "p0", "p1", "p2", "p3"]
    studies = master.studies.filter(pl.col("study") != "Baker").with_columns(pl.lit(None).alias(c) for c in unsaid)
    two_arms = replace(master, studies=studies, covariates=(master.covariates[0], *master.covariates[2:]))
    found = by_path(two_arms)
    assert not [path for path in found if path.startswith(("cinema", "robmen", "robvis", "indirectness"))]
    assert "fid_pmf.csv" not in found
    assert draws_of(two_arms) == ()
    assert "Baker" not in set(found["metafor/arms.csv"].frame["study"])
    assert found["metafor/per_arm.csv"].frame.filter(pl.col("study") == "Baker")["fid_arm"].to_list() == [0, 0, 1.5]
    assert found["arms_long.csv"].frame.height == len(ARMS)
    assert "differences" in found["bugsnet/arms.csv"].guide.more
    for path, table in found.items():
        if table.missing is None:
            assert sum(table.frame.null_count().row(0)) == 0, path
    assert {finding.code for finding in skipped(two_arms)} == {"no_grade_of_study"}


def test_no_studies_give_no_files_and_one_reason() -> None:
    master = made()
    empty = replace(master, studies=master.studies.clear(), arms=master.arms.clear())
    assert project(empty) == ()
    assert draws_of(empty) == ()
    assert [finding.code for finding in skipped(empty)] == ["no_studies"]


def test_draws_follow_the_probabilities_and_the_seed() -> None:
    (table,) = draws_of(made(), draws=2000, seed=7)
    rows = {row[0]: list(row[1:]) for row in table.frame.rows()}
    assert set(rows["Adams"]) == {2}
    assert set(rows["Evans"]) == {2, 3}
    shares = [rows["Davis"].count(grade) / 2000 for grade in range(4)]
    assert shares == pytest.approx([0.5, 0.1, 0.05, 0.35], abs=4 * np.sqrt(0.25 / 2000))
    assert table.frame.columns[:2] == ["study", "fid_m0001"]
    (again,) = draws_of(made(), draws=2000, seed=7)
    (other,) = draws_of(made(), draws=2000, seed=8)
    assert again.frame.equals(table.frame)
    assert not other.frame.equals(table.frame)


def test_draws_of_a_study_stay_when_other_studies_go() -> None:
    master = made()
    fewer = replace(
        master,
        studies=master.studies.filter(pl.col("study") == "Davis"),
        arms=master.arms.filter(pl.col("study") == "Davis"),
    )
    (all_draws,), (own,) = draws_of(master), draws_of(fewer)
    assert own.frame.columns == ["study", *(f"fid_m{number:02d}" for number in range(1, 21))]
    assert own.frame.row(0) == all_draws.frame.filter(pl.col("study") == "Davis").row(0)
    assert "Warning" in own.guide.more


def test_every_guide_reads_files_of_the_pack_and_names_columns_that_are_there() -> None:
    for kind in HEADERS:
        found = files(kind)
        for path, table in found.items():
            guide = table.guide
            assert path in guide.call or guide.package == "pack"
            assert all((guide.package, guide.call, guide.centred, guide.slope))
            for name in (*table.covariates, "fid_diff"):
                if f"covariate = x${name}" in guide.call or f"cov1 = {name}" in guide.call:
                    assert name in {column for other in found.values() for column in other.frame.columns}
            assert "larger effect" not in guide.more


@pytest.mark.skipif(shutil.which("Rscript") is None, reason="Rscript is not installed")
def test_every_call_in_r_is_sound_r(tmp_path: Path) -> None:
    scripts = []
    for kind in HEADERS:
        for number, table in enumerate(files(kind).values()):
            if table.guide.call.startswith("library("):
                script = tmp_path / f"{kind}{number}.R"
                script.write_text(table.guide.call, encoding="utf-8")
                scripts.append(str(script))
    assert len(scripts) > 40
    read = "for (file in commandArgs(TRUE)) parse(file)"
    done = subprocess.run(["Rscript", "-e", read, *scripts], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
