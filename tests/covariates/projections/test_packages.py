"""Every package gets the columns, the order, the words and the numbers that it asks for."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from covariates.projections.masters import ARMS, EVENTS, MEANS, STUDIES, by_path, files, made, two_references
from fidelity.covariates.master import Covariate
from fidelity.covariates.projections import project
from fidelity.model.outcomes import OutcomeKind

COVARIATES = "fid,fid_gap,placement,fid_lo,fid_hi,fid_nr"
X = "fid_arm,x_PRF,x_RF"

HEADERS: dict[OutcomeKind, dict[str, str]] = {
    "events": {
        "netmeta/contrasts.csv": f"studlab,treat1,treat2,TE,seTE,{COVARIATES},fid_grp,fid_cat",
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
        f"{COVARIATES},fid_grp,fid_cat",
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
        "netmeta/contrasts.csv": f"studlab,treat1,treat2,TE,seTE,{COVARIATES},fid_grp,fid_cat",
        "gemtc/data_re.csv": "study,treatment,diff,std.err",
        "gemtc/studies.csv": f"study,{COVARIATES}",
        "multinma/contrasts.csv": f"study,trt,trt_class,y,se,{COVARIATES},fid_arm",
        "nmastudio/contrasts.csv": f"studlab,treat1,treat2,TE,seTE,rob,year,{COVARIATES}",
        "cinema/contrasts.csv": "id,study,t1,t2,effect,se,rob,indirectness",
    },
}


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
    found = by_path(two_references())
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
    assert dict(frame.select("treat", "active").rows()) == {"SHAM": 0, "PRF": 1, "RF": 1}
    assert "treat + active:fid," in call


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


def test_every_guide_reads_files_of_the_pack_and_names_columns_that_are_there() -> None:
    for kind in HEADERS:
        found = files(kind)
        for path, table in found.items():
            guide = table.guide
            assert path in guide.call or guide.package == "pack"
            assert all((guide.package, guide.call, guide.centred, guide.slope))
            for name in table.covariates:
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
