"""Outcomes and records are joined by name, and by role where that is certain; the rest is left out and said."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from records import NEUROTOMY, TRANSFORAMINAL, arm, study

import fidelity
from covariates.reviews import (
    NOTHING,
    PHYSIOTHERAPY,
    adjacent,
    built,
    evenly,
    expecting,
    library,
    scored,
    three_arms,
    two_arms,
    whole_studies_left_out,
    written,
)
from fidelity.covariates.build import build
from fidelity.covariates.master import Master
from fidelity.read.outcomes import read_outcomes


def pairs(master: Master) -> list[tuple[str, str]]:
    """Return the arms of the records that are in the table, with their treatments."""
    return master.arms.select("arm", "treat").rows()


@pytest.mark.parametrize("name", ["lord_1996", "Lord_1996", "LORD 1996", "lord-1996"])
@pytest.mark.parametrize(("rf", "sham"), [("rf", "sham"), ("Rf", "SHAM"), ("RF ", " sham")])
def test_case_spaces_and_hyphens_do_not_keep_a_study_and_its_arms_apart(
    tmp_path: Path, name: str, rf: str, sham: str
) -> None:
    text = f"study,arm,treatment,n,events\n{name},{rf},Neurotomy,9,1\n{name},{sham},Placebo,9,2"
    master = built(tmp_path, scored(two_arms("lord_1996")), text)
    assert pairs(master) == [("sham", "Placebo"), ("rf", "Neurotomy")]
    assert master.studies["record"].to_list() == ["lord_1996"]


def test_a_study_is_found_by_its_label_too(tmp_path: Path) -> None:
    records = [{**two_arms("s1"), "label": "Lord 1996"}, two_arms("s2")]
    text = "study,arm,treatment,n,events\nLord 1996,rf,A,9,1\nLord 1996,sham,B,9,2\ns2,rf,A,9,1\ns2,sham,B,9,2"
    assert built(tmp_path, scored(*records), text).studies["record"].to_list() == ["s1", "s2"]


def test_a_name_that_two_studies_have_is_not_guessed(tmp_path: Path) -> None:
    records = [{**two_arms("s1"), "label": "Lord 1996"}, {**two_arms("s2"), "label": "lord-1996"}]
    master = built(tmp_path, scored(*records), "study,arm,treatment,n,events\nLord 1996,rf,A,9,1\nLord 1996,sham,B,9,2")
    assert whole_studies_left_out(master) == {"s1": "unmatched", "s2": "unmatched"}
    assert {problem.code for problem in master.problems} == {"study-unclear"}


def test_rows_of_a_study_under_two_names_are_not_put_together(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events\ns1,rf,A,9,1\nLord 1996,sham,B,9,2"
    master = built(tmp_path, scored({**two_arms("s1"), "label": "Lord 1996"}), text)
    assert whole_studies_left_out(master) == {"s1": "unmatched"}
    assert master.problems[0].place.line == 2


def test_without_an_arm_column_the_treatment_names_the_arm(tmp_path: Path) -> None:
    master = built(tmp_path, scored(three_arms("s")), "study,treatment,n,events\ns,TF,9,1\ns,Sham,9,2\ns,RF,9,3")
    assert dict(pairs(master)) == {"sham": "Sham", "rf": "RF", "tf": "TF"}
    assert master.arms["events"].to_list() == [2, 3, 1]


@pytest.mark.parametrize(
    ("first", "second"), [("Radiofrequency", "Sham procedure"), ("Denervation", "Placebo"), ("Heat", "control needle")]
)
def test_the_one_sham_arm_and_the_one_other_are_told_apart_by_their_roles(
    tmp_path: Path, first: str, second: str
) -> None:
    for text in (f"s,{first},9,1\ns,{second},9,2", f"s,{second},9,2\ns,{first},9,1"):
        master = built(tmp_path, scored(two_arms("s")), f"study,treatment,n,events\n{text}")
        assert master.arms.select("arm", "events").rows() == [("sham", 2), ("rf", 1)]


def test_the_column_class_tells_roles_apart_where_names_do_not(tmp_path: Path) -> None:
    text = "study,treatment,n,events,class\ns,Heat,9,1,active\ns,Needle,9,2,reference"
    assert built(tmp_path, scored(two_arms("s")), text).arms["arm"].to_list() == ["sham", "rf"]


@pytest.mark.parametrize(
    "rows",
    [
        "s,Heat,9,1\ns,Needle,9,2",  # Nothing tells which of the two is the sham.
        "s,Heat,9,1\ns,Sham,9,2\ns,Cold,9,2",  # A row more than the record has arms.
        "s,Sham needle,9,1\ns,Placebo,9,2",  # Both say that they are the sham.
    ],
)
def test_what_names_and_roles_leave_open_is_a_problem_that_lists_the_arms(tmp_path: Path, rows: str) -> None:
    master = built(tmp_path, scored(two_arms("s")), f"study,treatment,n,events\n{rows}")
    assert whole_studies_left_out(master) == {"s": "unmatched"}
    (problem,) = master.problems
    assert problem.code == "no-arm"
    assert "rf (active), sham (sham)" in problem.remedy
    assert master.arms.is_empty()


def test_roles_do_not_tell_two_active_arms_apart(tmp_path: Path) -> None:
    text = "study,treatment,n,events\ns,Heat,9,1\ns,Injection,9,2\ns,Sham,9,2"
    assert whole_studies_left_out(built(tmp_path, scored(three_arms("s")), text)) == {"s": "unmatched"}


def test_an_arm_that_the_record_does_not_have_is_a_problem_at_its_row(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events\ns,rf,A,9,1\ns,shm,B,9,2"
    (problem,) = built(tmp_path, scored(two_arms("s")), text).problems
    assert problem.near == ("sham",)
    assert problem.place.line == 3


def test_two_rows_of_one_arm_under_two_names_are_a_problem(tmp_path: Path) -> None:
    record = study("s", {**arm("a1", NEUROTOMY), "label": "Heat"}, arm("sham", NOTHING, "sham"))
    master = built(tmp_path, scored(record), "study,arm,treatment,n,events\ns,a1,A,9,1\ns,Heat,B,9,2")
    assert [problem.code for problem in master.problems] == ["same-arm"]


def test_studies_with_only_one_of_the_two_are_listed_with_the_reason(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events\na,rf,A,9,1\na,sham,B,9,2\nmissing,rf,A,9,1\nmissing,sham,B,9,2"
    master = built(tmp_path, scored(two_arms("a"), two_arms("b")), text)
    assert whole_studies_left_out(master) == {"missing": "no_record", "b": "no_outcome"}


def test_an_arm_of_the_record_without_a_row_is_listed_and_the_others_stay(tmp_path: Path) -> None:
    master = built(tmp_path, scored(three_arms("s")), "study,arm,treatment,n,events\ns,rf,A,9,1\ns,sham,B,9,2")
    assert master.left_out.select("study", "arm", "reason").rows() == [("s", "tf", "no_outcome")]
    assert master.arms["arm"].to_list() == ["sham", "rf"]


def test_an_incomplete_arm_is_left_out_and_its_study_stays_with_two_others(tmp_path: Path) -> None:
    rows = "s,rf,A,9,1\ns,tf,C,9,\ns,sham,B,9,2"
    master = built(tmp_path, scored(three_arms("s")), f"study,arm,treatment,n,events\n{rows}")
    assert master.left_out.select("arm", "reason").rows() == [("tf", "incomplete_outcome")]
    assert master.arms["arm"].to_list() == ["sham", "rf"]


@pytest.mark.parametrize(("second", "reason"), [("2", "single_arm"), ("", "incomplete_outcome")])
def test_a_study_of_fewer_than_two_complete_arms_is_left_out(tmp_path: Path, second: str, reason: str) -> None:
    text = f"study,arm,treatment,n,events\ns,rf,A,9,\ns,sham,B,9,{second}\nt,rf,A,9,1\nt,sham,B,9,1"
    assert whole_studies_left_out(built(tmp_path, scored(two_arms("s"), two_arms("t")), text)) == {"s": reason}


def test_a_study_of_which_the_record_could_not_be_read_is_refused(tmp_path: Path) -> None:
    wrong = study("s", arm("rf", {**NEUROTOMY, "lesion_temperature": "hot"}), arm("sham", NOTHING, "sham"))
    outcomes = read_outcomes(written(tmp_path, "study,arm,treatment,n,events\ns,rf,A,9,1\ns,sham,B,9,2"))
    scores = fidelity.score([wrong, two_arms("t")], library=library())
    assert whole_studies_left_out(build(scores, evenly(scores), outcomes)) == {"s": "refused", "t": "no_outcome"}


def test_a_study_of_which_an_outcome_could_not_be_read_is_refused_with_what_is_wrong(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events\ns,rf,A,9,10\ns,sham,B,9,2\nt,rf,A,9,1\nt,sham,B,9,2"
    scores = scored(two_arms("s"), two_arms("t"))
    master = build(scores, evenly(scores), read_outcomes(written(tmp_path, text)))
    assert whole_studies_left_out(master) == {"s": "refused"}
    assert "10 events in 9 patients" in master.left_out["note"][0]


COMPARED = study("s", arm("rf", NEUROTOMY), arm("physio", PHYSIOTHERAPY, "comparator"))
WITH_PHYSIOTHERAPY = "study,arm,treatment,n,events,class\ns,rf,RF,9,1,\ns,physio,Physiotherapy,9,2,"


def test_a_comparator_that_no_rule_set_covers_leaves_its_study_out_with_the_remedy(tmp_path: Path) -> None:
    master = built(tmp_path, scored(COMPARED), WITH_PHYSIOTHERAPY)
    assert whole_studies_left_out(master) == {"s": "gap"}
    note = master.left_out["note"][0]
    assert note.startswith("physio: no_rule_set")
    assert "'Physiotherapy'" in note
    assert "column class" in note


def test_the_reviewers_may_make_it_a_reference_treatment(tmp_path: Path) -> None:
    master = built(tmp_path, scored(COMPARED), f"{WITH_PHYSIOTHERAPY}reference")
    assert master.arms.select("arm", "trt_class", "active", "fid_arm", "fid_arm_lo", "pa0").rows()[0] == (
        "physio", "reference", 0, 0.0, None, None,
    )  # fmt: skip
    assert master.reference == "Physiotherapy"


MIXED = "study,arm,treatment,n,events,class\ns,rf,RF,9,1,\ns,sham,LA,9,2,{0}\nt,rf,RF,9,1,\nt,tf,LA,9,2,"


@pytest.mark.parametrize(
    ("said", "left"), [("", {"s": "control_and_active"}), ("reference", {}), ("active", {"s": "control_and_active"})]
)
def test_a_treatment_that_is_control_here_and_graded_there_needs_a_word_of_the_reviewers(
    tmp_path: Path, said: str, left: dict[str, str]
) -> None:
    other = study("t", arm("rf", NEUROTOMY), arm("tf", TRANSFORAMINAL, "comparator"))
    master = built(tmp_path, scored(two_arms("s"), other), MIXED.format(said))
    assert whole_studies_left_out(master) == left
    assert set(master.arms.filter(pl.col("treat") == "LA")["fid_arm"]) == ({0.0} if said == "reference" else {1.5})


def test_a_study_of_reference_treatments_has_no_graded_arm(tmp_path: Path) -> None:
    record = study("s", arm("a", NOTHING, "sham"), arm("b", PHYSIOTHERAPY, "control"))
    text = "study,arm,treatment,n,events\ns,a,Sham,9,1\ns,b,Care,9,2"
    assert whole_studies_left_out(built(tmp_path, scored(record), text)) == {"s": "no_graded_arm"}


def test_two_arms_of_one_treatment_are_not_counted_as_two(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events\ns,rf,Active,9,1\ns,tf,active,9,1\ns,sham,Sham,9,2"
    master = built(tmp_path, scored(three_arms("s")), text)
    assert whole_studies_left_out(master) == {"s": "same_treatment"}
    assert "rf and tf are both Active" in master.left_out["note"][0]


def test_an_arm_of_which_nothing_is_asked_on_the_axis_leaves_its_study_out(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events\ns,rf,A,9,1\ns,sham,B,9,2"
    record = study("s", arm("rf", TRANSFORAMINAL), arm("sham", NOTHING, "sham"))
    master = built(tmp_path, scored(record), text, expecting({}, axis="selection"), axis="selection")
    assert whole_studies_left_out(master) == {"s": "not_applicable"}


@settings(max_examples=12, deadline=None)
@given(order=some.permutations(range(9)))
def test_the_order_of_rows_changes_nothing_but_the_order_of_studies(
    tmp_path_factory: pytest.TempPathFactory, order: list[int]
) -> None:
    rows = [f"{name},{arm},{treat},9,{at}" for at, (name, arm, treat) in enumerate(
        [(name, *arm) for name in "abc" for arm in (("rf", "RF"), ("tf", "TF"), ("sham", "Sham"))]
    )]  # fmt: skip
    folder = tmp_path_factory.mktemp("rows")
    scores = scored(*map(three_arms, "abc"))
    text = "\n".join(["study,arm,treatment,n,events", *(rows[at] for at in order)])
    master = built(folder, scores, text)
    assert adjacent(master.arms["study"].to_list())
    by_study = master.arms.sort("study", maintain_order=True).select("study", "arm", "treat", "events").rows()
    assert by_study == [
        (name, arm, treat, 3 * at + row)
        for at, name in enumerate("abc")
        for arm, treat, row in (("sham", "Sham", 2), ("rf", "RF", 0), ("tf", "TF", 1))
    ]
    assert master.treatments.equals(built(folder, scores, "\n".join([text.splitlines()[0], *rows])).treatments)
