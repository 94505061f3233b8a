"""Files as the pack makes them under each rule are taken, and a number on arms that do not carry it is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import polars as pl
import pytest

from covariates.projections.masters import differences, made, of_interest
from covariates.validators.sound import master, tables
from fidelity.covariates.projections import project
from fidelity.covariates.validators import check
from fidelity.model.outcomes import OutcomeKind


@pytest.mark.parametrize("rule", [made, differences, of_interest])
@pytest.mark.parametrize("kind", ["events", "means", "contrasts"])
def test_every_file_that_the_pack_makes_of_a_sound_master_is_taken(kind: OutcomeKind, rule: Any) -> None:
    of = rule(kind)
    assert [str(found) for table in project(of) for found in check(table, of) if found.severity == "refused"] == []


def test_under_the_rule_of_differences_the_arms_of_studies_without_number_stay_in_files_of_arms() -> None:
    of = replace(master(), rule="difference", studies=master().studies.filter(pl.col("study") != "S02"))
    metafor = tables()["metafor/arms.csv"]
    own = replace(metafor, frame=metafor.frame.select("study", "treat", "yi", "vi", "fid_arm", "x_AAA", "x_BBB"))
    assert "unknown_study" not in {found.code for found in check(own, of)}
    assert "unknown_study" in {found.code for found in check(tables()["gemtc/data.csv"], of)}


@pytest.mark.parametrize("rule", [differences, of_interest])
@pytest.mark.parametrize("kind", ["means", "contrasts"])
def test_a_number_of_the_study_on_other_arms_than_the_rule_says_is_refused(kind: OutcomeKind, rule: Any) -> None:
    of = rule(kind)
    (table,) = [t for t in project(of) if t.path in ("metafor/arms.csv", "metafor/contrasts.csv")]
    name = {"difference": "later", "interest": "interest"}[of.rule]
    everywhere = replace(table, frame=table.frame.with_columns(pl.lit(1 if of.rule == "interest" else 0).alias(name)))
    apart = replace(table, frame=table.frame.with_columns(x_RF=pl.col("fid") * (pl.col("treat") == "RF")))
    assert "wrong_carrier" in {found.code for found in check(everywhere, of)}
    assert "no_carrier" in {found.code for found in check(replace(table, frame=table.frame.drop(name)), of)}
    assert "wrong_interaction" in {found.code for found in check(apart, of)}


def test_a_file_of_a_package_that_puts_the_number_on_every_treatment_is_refused_under_other_rules() -> None:
    for path, table in tables().items():
        for of in (replace(master(), rule="difference"), replace(master(), rule="interest", interest="AAA")):
            found = {one.code for one in check(table, of) if one.severity == "refused"}
            taken = path.startswith(("metafor", "nmastudio", "cinema", "robmen", "robvis")) or (
                of.rule == "interest" and path.startswith(("gemtc", "multinma"))
            )
            assert ("rule_not_taken" in found) == (bool(table.covariates) and not taken), path
