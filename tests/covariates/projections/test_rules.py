"""Under each rule the calls fit the model that the rule says, and packages that would fit another have no file.

Outcomes are planted without error: least squares on the columns of a file gives the slope exactly, or not at all.
"""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import polars as pl
import pytest

from covariates.projections.masters import by_path, differences, made, of_interest, two_references
from fidelity.covariates.files import Table
from fidelity.covariates.master import Master
from fidelity.covariates.projections import skipped
from fidelity.model.outcomes import OutcomeKind

EFFECT = {"SHAM": 0.0, "PLACEBO": 0.4, "RF": 1.0, "PRF": -0.5}
LEVEL = {"Adams": 3.0, "Baker": 1.0, "Clark": 2.5, "Davis": 4.0, "Evans": 0.5, "Ford": 2.0, "Gray": 1.5}
CLASSLESS = ("netmeta", "bugsnet", "bnma", "crossnma", "stata", "metainsight")


def planted(master: Master, slopes: dict[str, float]) -> Master:
    """The master with outcomes that depend on the grade of each arm by the slope of its treatment, without error."""
    rows = master.arms.to_dicts()
    first: dict[str, float] = {}
    for row in rows:
        value = LEVEL[row["study"]] + EFFECT[row["treat"]] + slopes.get(row["treat"], 0.0) * row["fid_arm"]
        base = first.setdefault(row["study"], value)
        if master.kind == "contrasts":
            row["effect"] = None if row["effect"] is None else value - base
        else:
            row["yi"] = row["mean"] = value
    return replace(master, arms=pl.DataFrame(rows, schema=master.arms.schema))


def fitted(table: Table, fit: str) -> dict[str, float]:
    """Least squares with the terms that the call of a guide names, by the name of the term; exact, or it fails."""
    found = re.search(rf"^{fit} <- rma.mv\(.*?mods = ~ 0 \+ (.*?),\s+random", table.guide.call, re.MULTILINE)
    assert found, table.guide.call
    rows = table.frame.to_dicts()
    reference = re.search(r'ref = "(.*)"', table.guide.call)
    columns: dict[str, list[float]] = {}
    for term in found[1].split(" + "):
        if term in ("study", "treat"):
            levels = sorted({row[term] for row in rows} - ({reference[1]} if term == "treat" and reference else set()))
            columns |= {f"{term}{level}": [float(row[term] == level) for row in rows] for level in levels}
        else:
            columns[term] = [float(np.prod([row[name] for name in term.split(":")])) for row in rows]
    design, y = np.array(list(columns.values())).T, np.array([row["yi"] for row in rows])
    assert np.linalg.matrix_rank(design) == design.shape[1]
    solved, *_ = np.linalg.lstsq(design, y, rcond=None)
    assert design @ solved == pytest.approx(y, abs=1e-9), "the model does not hold"
    return dict(zip(columns, solved.tolist(), strict=True))


def more_trials(master: Master) -> Master:
    """The master with two more trials of active treatments, so that there is something left to check a model by."""
    arms, studies = master.arms.to_dicts(), master.studies.to_dicts()
    for study, rf, prf in (("Ford", 0.0, 2.0), ("Gray", 3.0, 2.0)):
        arms += [
            {**row, "study": study, "fid_arm": {"RF": rf, "PRF": prf}[row["treat"]]}
            for row in master.arms.filter(pl.col("study") == "Clark").to_dicts()
        ]
        number = prf - rf if master.rule == "difference" else rf
        studies += [
            {**row, "study": study, "fid": number}
            for row in master.studies.filter(pl.col("study") == "Clark").to_dicts()
        ]
    return replace(
        master,
        arms=pl.DataFrame(arms, schema=master.arms.schema),
        studies=pl.DataFrame(studies, schema=master.studies.schema),
        covariates=master.covariates[:1],
    )


@pytest.mark.parametrize(("kind", "path"), [("means", "metafor/arms.csv"), ("contrasts", "metafor/contrasts.csv")])
def test_differences_give_the_slope_of_the_arms_also_in_trials_of_active_treatments(
    kind: OutcomeKind, path: str
) -> None:
    table = by_path(planted(more_trials(differences(kind)), {"RF": 0.7, "PRF": 0.7}))[path]
    assert fitted(table, "common")["later:fid"] == pytest.approx(0.7)
    of_arm = fitted(table, "per_arm")
    assert of_arm["fid_arm" if kind == "means" else "fid_diff"] == pytest.approx(0.7)
    assert "independent <-" not in table.guide.call
    assert not [name for name in table.frame.columns if name.startswith("x_") or name == "active"]


def test_slopes_of_their_own_under_differences_are_those_of_the_grades_of_the_arms() -> None:
    table = by_path(planted(more_trials(differences("means")), {"RF": 0.7, "PRF": -0.3}))["metafor/per_arm.csv"]
    found = fitted(table, "independent")
    assert found["x_RF"] == pytest.approx(0.7)
    assert found["x_PRF"] == pytest.approx(-0.3)


@pytest.mark.parametrize(
    ("kind", "path", "reference"),
    [("means", "metafor/arms.csv", "SHAM"), ("means", "metafor/arms.csv", "RF"),
     ("contrasts", "metafor/contrasts.csv", "SHAM")],
)  # fmt: skip
def test_the_grade_of_the_arm_of_interest_has_a_slope_on_that_arm_alone(
    kind: OutcomeKind, path: str, reference: str
) -> None:
    master = planted(more_trials(of_interest(kind, reference=reference)), {"RF": 0.7})
    table = by_path(master)[path]
    assert fitted(table, "common")["interest:fid"] == pytest.approx(0.7)
    assert "independent <-" not in table.guide.call
    assert not [name for name in table.frame.columns if name.startswith("x_") or name == "active"]


def test_multinma_and_gemtc_give_the_arms_of_interest_a_class_of_their_own() -> None:
    found = by_path(of_interest())
    classes = set(found["multinma/arms.csv"].frame.select("trt", "trt_class").rows())
    assert classes == {("SHAM", "other"), ("PRF", "other"), ("RF", "interest")}
    assert "fid_arm" not in found["multinma/arms.csv"].frame.columns
    assert 'classes = list(control = c("SHAM", "PRF"), active = c("RF"))' in found["gemtc/data.csv"].guide.call
    assert "unrelated" not in found["gemtc/data.csv"].guide.more
    assert not {path.split("/")[0] for path in by_path(of_interest(reference="RF"))} & {"multinma", "gemtc"}


def test_packages_that_put_the_number_on_every_treatment_have_no_file_under_other_rules_and_it_is_said() -> None:
    for master, taken in ((differences(), {"metafor", "multinma"}), (of_interest(), {"metafor", "multinma", "gemtc"})):
        folders = {path.split("/")[0] for path in by_path(master) if "/" in path}
        assert folders & {*CLASSLESS, "gemtc", "multinma", "metafor"} == taken
        said = [finding for finding in skipped(master) if finding.code == "rule_not_taken"]
        assert {"netmeta", "BUGSnet", "bnma", "crossnma", "NMA", "Stata network", "MetaInsight"} <= {
            finding.package for finding in said
        }
        assert all(finding.remedy for finding in said)


def test_multinma_has_the_grades_of_all_arms_where_the_numbers_of_studies_are_differences() -> None:
    found = by_path(differences())
    table = found["multinma/per_arm.csv"]
    assert table.covariates == ("fid_arm",)
    assert "~ .trt:fid_arm" in table.guide.call
    assert "Baker" in set(table.frame["study"])
    assert "multinma/arms.csv" not in found
    assert "multinma/per_arm.csv" not in by_path(replace(differences(), reference="RF"))


def test_no_column_and_no_guide_offers_netmetareg_a_difference_whose_sign_it_would_not_turn() -> None:
    kinds: tuple[OutcomeKind, ...] = ("events", "means", "contrasts")
    for kind in kinds:
        for path, table in by_path(made(kind)).items():
            if not path.startswith("metafor/contrasts"):
                assert "fid_diff" not in table.frame.columns
                assert "fid_diff" not in table.guide.more + table.guide.call


def test_at_0_a_difference_against_sham_is_the_lowest_grade_and_no_equality() -> None:
    said = by_path(differences())["metafor/arms.csv"].guide.centred
    assert "fid, the lowest grade" in said
    assert "placement, no concern" in said
    assert "no difference between the arms" not in said


def test_packages_without_classes_say_what_they_make_of_a_second_treatment_without_grade() -> None:
    seen = set()
    for path, table in by_path(two_references()).items():
        folder = path.split("/")[0]
        said = "PLACEBO has no grade, but the package knows no classes" in table.guide.more
        if said:
            seen.add(folder)
        if folder in CLASSLESS:
            assert said, path
    assert seen == set(CLASSLESS)
    assert not [p for p, table in by_path(made()).items() if "knows no classes" in table.guide.more]
