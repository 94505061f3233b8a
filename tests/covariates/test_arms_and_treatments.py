"""Arms have the effects that follow from their figures, and treatments their numbers, names and reference."""

from __future__ import annotations

from math import log
from pathlib import Path

import polars as pl
import pytest
from records import NEUROTOMY, TRANSFORAMINAL, arm, study

from covariates.reviews import (
    NOTHING,
    TWO,
    TWO_ACTIVE,
    built,
    scored,
    three_arms,
    two_arms,
)

PULSED = {**NEUROTOMY, "target": "dorsal_root_ganglion", "modality": "pulsed_rf"}


def test_log_odds_add_a_half_to_every_cell_of_a_study_with_an_empty_or_full_arm_only(tmp_path: Path) -> None:
    rows = ["a,rf,RF,10,3", "a,sham,Sham,12,0", "b,rf,RF,10,10", "b,sham,Sham,12,5", "c,rf,RF,10,4", "c,sham,Sham,12,6"]
    text = "\n".join(["study,arm,treatment,n,events", *rows])
    arms = built(tmp_path, scored(*map(two_arms, "abc")), text).arms
    for name, events, n, add in (
        ("a", (0, 3), (12, 10), 0.5), ("b", (5, 10), (12, 10), 0.5), ("c", (6, 4), (12, 10), 0.0),
    ):  # fmt: skip
        own = arms.filter(pl.col("study") == name)
        for at in range(2):
            yes, no = events[at] + add, n[at] - events[at] + add
            assert own["yi"][at] == pytest.approx(log(yes / no))
            assert own["vi"][at] == pytest.approx(1 / yes + 1 / no)


def test_means_have_the_variance_of_a_mean(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,mean,sd\na,rf,RF,16,-1.5,2\na,sham,Sham,25,0.5,3"
    arms = built(tmp_path, scored(two_arms("a")), text).arms
    assert arms.select("yi", "vi").rows() == [(0.5, pytest.approx(9 / 25)), (-1.5, pytest.approx(4 / 16))]


@pytest.mark.parametrize("base", ["rf", "tf", "sham"])
def test_contrasts_against_the_reference_are_those_of_the_arms_whatever_they_were_against(
    tmp_path: Path, base: str
) -> None:
    """The oracle has means and variances of arms; the file says differences against one of the arms."""
    means, variances = {"rf": 1.5, "tf": 1.0, "sham": 0.25}, {"rf": 0.04, "tf": 0.09, "sham": 0.16}
    names = {"rf": "RF", "tf": "TF", "sham": "Sham"}
    rows = [
        f"s,{at},{names[at]},,{variances[at] ** 0.5}" if at == base
        else f"s,{at},{names[at]},{means[at] - means[base]},{(variances[at] + variances[base]) ** 0.5}"
        for at in means
    ]  # fmt: skip
    arms = built(tmp_path, scored(three_arms("s")), "\n".join(["study,arm,treatment,effect,se", *rows])).arms
    assert arms["arm"].to_list() == ["sham", "rf", "tf"]
    assert arms["effect"].to_list() == [None, pytest.approx(1.25), pytest.approx(0.75)]
    assert arms["se"].to_list() == pytest.approx([0.4, (0.04 + 0.16) ** 0.5, (0.09 + 0.16) ** 0.5])
    assert arms["yi"].null_count() == arms["vi"].null_count() == 3


def test_a_contrast_of_two_arms_turns_round_without_the_error_of_its_baseline(tmp_path: Path) -> None:
    text = "study,arm,treatment,effect,se\ns,rf,RF,,\ns,sham,Sham,-0.5,0.3"
    arms = built(tmp_path, scored(two_arms("s")), text).arms
    assert arms.select("arm", "effect", "se").rows() == [("sham", None, None), ("rf", 0.5, 0.3)]


def test_treatments_are_numbered_from_the_reference_without_a_gap(tmp_path: Path) -> None:
    scores = scored(*map(three_arms, "ab"), two_arms("c"))
    rows = "".join(f"{name},rf,RF,9,1\n{name},tf,TF,9,2\n{name},sham,Sham,9,3\n" for name in "ab")
    text = f"study,arm,treatment,n,events\n{rows}c,rf,RF,9,1\nc,sham,Placebo,9,1"
    master = built(tmp_path, scores, text)
    assert master.treatments.rows() == [
        ("Sham", "Sham", "reference", 1, 2),
        ("Placebo", "Placebo", "reference", 2, 1),
        ("RF", "RF", "active", 3, 3),
        ("TF", "TF", "active", 4, 2),
    ]
    named = built(tmp_path, scores, text, reference="placebo")
    assert named.reference == "Placebo"
    assert named.treatments["treat"].to_list() == ["Placebo", "Sham", "RF", "TF"]


def test_without_a_reference_treatment_the_most_frequent_one_is_it(tmp_path: Path) -> None:
    other = study("v", arm("rf", NEUROTOMY), arm("cold", {**NEUROTOMY, "modality": "cooled_rf"}, "comparator"))
    text = f"{TWO}\nv,rf,RF,9,1\nv,cold,Cooled,9,1"
    assert built(tmp_path, scored(TWO_ACTIVE, other), text).reference == "RF"


def test_technique_names_take_the_place_of_names_of_active_treatments_only(tmp_path: Path) -> None:
    records = [
        study("a", arm("x", NEUROTOMY), arm("sham", NOTHING, "sham")),
        study(
            "b",
            arm("x", PULSED),
            arm("sham", NOTHING, "sham"),
        ),
        study("c", arm("x", TRANSFORAMINAL), arm("sham", NOTHING, "sham")),
    ]
    text = "study,arm,treatment,n,events\n" + "\n".join(f"{s},x,Needle,9,1\n{s},sham,Sham,9,2" for s in "abc")
    given = built(tmp_path, scored(*records), text)
    assert set(given.arms["treat"]) == {"Needle", "Sham"}
    named = built(tmp_path, scored(*records), text, nodes="technique")
    for master in (given, named):
        assert master.arms.filter(pl.col("active") == 1)["node"].to_list() == ["RFN_mb_thermal", "PRF_DRG", "TFESI"]
        assert set(master.arms.filter(pl.col("active") == 0)["node"]) == {"Sham"}
    assert set(named.treatments["treat"]) == {"Sham", "RFN_mb_thermal", "PRF_DRG", "TFESI"}
    assert named.nodes == "technique"
