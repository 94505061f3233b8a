"""Outcome files in reviewers' own words: columns, risk of bias, classes, several outcomes in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from covariates.reviews import built, evenly, scored, told, two_arms, whole_studies_left_out, written
from fidelity.covariates.build import build
from fidelity.model.outcomes import Outcomes
from fidelity.read.outcomes import read_outcomes


def read(folder: Path, text: str, **more: object) -> Outcomes:
    """Return what a file that holds a text says."""
    return read_outcomes(written(folder, text), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["N analysed", "N (analysed)", "n_analyzed", "Analysed"])
def test_the_number_analysed_is_n(tmp_path: Path, name: str) -> None:
    found = read(tmp_path, f"study,treatment,{name},events\nA,X,9,1\nA,Y,8,2")
    assert found.frame["n"].to_list() == [9, 8]
    assert not found.problems


@pytest.mark.parametrize(
    ("header", "absent", "near"),
    [
        ("study,treatment,N randomised,events", "n", "'N randomised'"),
        ("study,treatment,patients (N),events", "n", "'patients (N)'"),
        ("study,treatment,SD (VAS),mean", "sd or se", "'SD (VAS)'"),
    ],
)
def test_a_column_that_the_outcome_needs_is_told_once_with_those_that_may_be_it(
    tmp_path: Path, header: str, absent: str, near: str
) -> None:
    found = read(tmp_path, f"{header},more\n" + "\n".join(f"{study},{x},9,1,5" for study in "ABC" for x in "XY"))
    assert [problem.code for problem in found.problems] == ["missing-column"]
    assert absent in found.problems[0].what
    assert near in found.problems[0].remedy


def test_an_outcome_that_no_column_is_called_is_told_with_those_that_may_be_it(tmp_path: Path) -> None:
    (problem,) = read(tmp_path, "study,treatment,n,Mean (VAS),sd\nA,X,9,1,1\nA,Y,9,2,1").problems
    assert problem.code == "no-outcome"
    assert "'Mean (VAS)'" in problem.remedy


def test_what_an_outcome_lacks_is_named(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,mean,sd\ns,rf,RF,,1,1\ns,sham,Sham,9,2,\nt,rf,RF,9,1,1\nt,sham,Sham,9,1,1"
    left = built(tmp_path, scored(two_arms("s"), two_arms("t")), text).left_out
    notes = {arm: note for arm, note in left.select("arm", "note").iter_rows() if arm}
    assert notes["rf"].endswith("no n")
    assert notes["sham"].endswith("no sd")


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("Serious", 3), ("Critical", 3), ("critical risk", None), ("Moderate", 2), ("No information", None),
        ("NI", None), ("\N{EN DASH}", None), ("\N{EM DASH}", None), ("-", None),
    ],
)  # fmt: skip
def test_words_of_both_tools_for_risk_of_bias_are_read(tmp_path: Path, word: str, number: int | None) -> None:
    found = read(tmp_path, f"study,treatment,n,events,rob\nA,X,9,1,{word}\nA,Y,9,2,{word}")
    assert found.frame["rob"].to_list() == [number, number]
    assert bool(found.problems) == (word == "critical risk")


@pytest.mark.parametrize(("column", "wrong"), [("rob", "dreadful"), ("year", "99")])
def test_what_is_said_beside_the_outcome_costs_no_study(tmp_path: Path, column: str, wrong: str) -> None:
    found = read(tmp_path, f"study,treatment,n,events,{column}\nA,X,9,1,{wrong}\nA,Y,9,2,")
    assert [problem.found for problem in found.problems] == [wrong]
    assert not found.refused
    assert found.frame[column].to_list() == [None, None]


def test_a_risk_of_bias_that_differs_between_rows_of_a_study_is_none(tmp_path: Path) -> None:
    found = read(tmp_path, "study,treatment,n,events,rob\nA,X,9,1,low\nA,Y,9,2,high")
    assert [problem.code for problem in found.problems] == ["differs"]
    assert not found.refused
    assert found.frame["rob"].to_list() == [None, None]


def test_a_column_of_other_classes_is_told_once_and_not_read(tmp_path: Path) -> None:
    rows = "\n".join(f"{study},X,9,1,steroid\n{study},Y,9,2,anaesthetic" for study in "ABC")
    found = read(tmp_path, f"study,treatment,n,events,class\n{rows}")
    assert [problem.code for problem in found.problems] == ["no-class"]
    assert found.frame.height == 6
    assert found.frame["class"].null_count() == 6


def test_one_wrong_word_among_classes_refuses_its_study_alone(tmp_path: Path) -> None:
    found = read(tmp_path, "study,treatment,n,events,class\nA,X,9,1,referense\nA,Y,9,2,\nB,Y,9,1,active\nB,X,9,1,")
    assert [study for study, _ in found.refused] == ["A"]
    assert found.frame["class"].to_list() == ["active", None]


@pytest.mark.parametrize("column", ["outcome", "Timepoint", "Follow-up", "Time", "scale", "measure"])
def test_several_outcomes_in_one_are_noted_with_how_to_pick(tmp_path: Path, column: str) -> None:
    text = f"study,treatment,n,events,{column}\nA,X,9,1,3\nA,Y,9,2,3\nB,X,9,1,12\nB,Y,9,2,12"
    (note,) = read(tmp_path, text).notes
    assert (note.code, note.place.cell or note.place.column) == ("several-outcomes", "E1")
    assert "2 values" in note.what
    assert "3, 12" in note.what
    assert f"--where {column}=" in note.remedy
    assert not read(tmp_path, text, where={column: "12"}).notes


def test_one_outcome_written_in_several_ways_is_one(tmp_path: Path) -> None:
    text = "study,treatment,n,events,outcome\nA,X,9,1,Pain\nA,Y,9,2,pain\nB,X,9,1,\nB,Y,9,2,PAIN "
    assert not read(tmp_path, text).notes


BOTH = "study,treatment,n,events,mean,sd\nA,X,9,1,4.5,1\nA,Y,9,2,5.5,1\nB,X,9,1,4,1\nB,Y,9,2,5,1"


def test_events_and_means_in_the_same_rows_are_chosen_by_a_word(tmp_path: Path) -> None:
    undecided = read(tmp_path, BOTH)
    assert {problem.code for problem in undecided.problems} == {"mixed-kinds"}
    assert all("--kind events" in problem.remedy and "--kind means" in problem.remedy for problem in undecided.problems)
    for kind, column, numbers in (("events", "events", [1, 2, 1, 2]), ("means", "mean", [4.5, 5.5, 4, 5])):
        found = read(tmp_path, BOTH, kind=kind)
        assert not found.problems
        assert (found.kind, found.frame[column].to_list()) == (kind, numbers)


def test_what_another_kind_holds_is_not_read_and_cannot_be_wrong(tmp_path: Path) -> None:
    found = read(tmp_path, BOTH.replace("4.5", "four"), kind="events")
    assert not found.problems
    assert found.frame["mean"].null_count() == 4
    assert read(tmp_path, BOTH.replace("4.5", "four"), kind="means").problems


@pytest.mark.parametrize(("header", "code"), [("study,treatment,n,events", "missing-column"), (None, "no-outcome")])
def test_a_kind_that_is_not_there_is_told(tmp_path: Path, header: str | None, code: str) -> None:
    text = "study,treat1,treat2,TE,seTE\nA,X,Y,1,1" if header is None else f"{header}\nA,X,9,1\nA,Y,9,2"
    assert [problem.code for problem in read(tmp_path, text, kind="means").problems] == [code]


def test_two_rows_of_an_arm_are_not_told_apart_by_what_names_the_arm(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events,outcome\nA,rf,RF,9,1,pain\nA,rf,Heat,9,2,function\nA,sham,Sham,9,3,pain"
    (problem,) = read(tmp_path, text).problems
    assert "--where outcome=" in problem.remedy
    assert "treatment" not in problem.remedy


def test_a_label_of_the_study_is_no_arm(tmp_path: Path) -> None:
    """`label` may be a name of the column arm, and is that of the study in many tables."""
    rows = "\n".join(f"{name},{name.upper()} 1999,RF,9,1\n{name},{name.upper()} 1999,Sham,9,2" for name in "st")
    found = read(tmp_path, f"study,label,treatment,n,events\n{rows}")
    assert [problem.code for problem in found.problems] == ["no-arm"]
    assert found.frame["arm"].null_count() == 4
    scores = scored(two_arms("s"), two_arms("t"))
    assert build(scores, evenly(scores), found).arms.height == 4


def test_one_study_whose_rows_have_one_arm_is_told_so(tmp_path: Path) -> None:
    text = "study,arm,treatment,n,events\nA,rf,RF,9,1\nA,rf,Sham,9,2\nB,rf,RF,9,1\nB,sham,Sham,9,2"
    assert told(written(tmp_path, text)) == [("no-arm", "B2")]


NAMELESS = "study,arm,treatment,n,events\n{0}\ns,rf,RF,9,1\ns,sham,Sham,9,2\n{1}\nt,rf,RF,9,1\nt,sham,Sham,9,2"


@pytest.mark.parametrize(
    ("first", "middle", "lost"),
    [("", ",tf,TF,9,3", {"s"}), (",tf,TF,9,3", "", {"s"}), ("", " ,tf,TF,9,3\n,x,X,9,1", {"s"}), ("", "", set())],
)
def test_a_row_without_a_study_refuses_the_study_that_it_may_be_of(
    tmp_path: Path, first: str, middle: str, lost: set[str]
) -> None:
    """Read without that row, a trial of three arms would be one of two, and nothing would tell."""
    text = "\n".join(line for line in NAMELESS.format(first, middle).splitlines() if line)
    found = read(tmp_path, text)
    assert {study for study, _ in found.refused} == lost
    assert {problem.code for problem in found.problems} == ({"missing"} if lost else set())
    scores = scored(two_arms("s"), two_arms("t"))
    master = build(scores, evenly(scores), found)
    assert whole_studies_left_out(master) == dict.fromkeys(lost, "refused")


def test_rows_that_are_not_taken_tell_whose_a_row_without_a_study_is(tmp_path: Path) -> None:
    text = """
        study,arm,treatment,n,events,outcome
        s,rf,RF,9,1,pain
        s,sham,Sham,9,2,pain
        t,rf,RF,9,1,function
        ,sham,Sham,9,2,pain
    """
    assert not read(tmp_path, text, where={"outcome": "pain"}).refused
