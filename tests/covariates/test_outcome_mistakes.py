"""What is wrong with a reviewer's outcome file is told with its cell, and its study is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import Workbook

from covariates.reviews import told, written
from fidelity.errors import UsageError
from fidelity.read.outcomes import read_outcomes


@pytest.mark.parametrize(
    ("row", "code", "cell"),
    [
        ("A,X,10,11,,,1999,1,", "more-events", "D2"),
        ("A,X,0,0,,,1999,1,", "no-patients", "C2"),
        ("A,X,ten,1,,,1999,1,", "no-number", "C2"),
        ("A,X,10,1.5,,,1999,1,", "no-count", "D2"),
        ("A,X,10,-1,,,1999,1,", "no-count", "D2"),
        ("A,X,10,27.5%,,,1999,1,", "no-number", "D2"),
        ('A,X,10,1,"1,5",,1999,1,', "decimal-comma", "E2"),
        ("A,X,10,1,,-1,1999,1,", "not-positive", "F2"),
        ("A,X,10,1,,0,1999,1,", "not-positive", "F2"),
        ("A,X,10,1,,,99,1,", "no-year", "G2"),
        ("A,X,10,1,,,1999,terrible,", "no-rob", "H2"),
        ("A,X,10,1,,,1999,1,passive", "no-class", "I2"),
        ("A,,10,1,,,1999,1,", "missing", "B2"),
        (",X,10,1,,,1999,1,", "missing", "A2"),
    ],
)
def test_a_wrong_cell_is_named_with_what_would_be_right(tmp_path: Path, row: str, code: str, cell: str) -> None:
    path = written(tmp_path, f"study,treatment,n,events,mean,sd,year,rob,class\n{row}\nB,X,9,1,,,,,\nB,Y,9,1,,,,,")
    assert told(path) == [(code, cell)]
    problem = read_outcomes(path).problems[0]
    assert problem.remedy


def test_every_problem_is_told_at_once_and_their_studies_are_refused_whole(tmp_path: Path) -> None:
    text = "study,treatment,n,events\nA,X,10,11\nA,Y,10,1\nB,X,9,2\nB,Y,9,3\nC,X,0,0\nC,Y,9,1"
    outcomes = read_outcomes(written(tmp_path, text))
    assert [problem.code for problem in outcomes.problems] == ["more-events", "no-patients"]
    assert [study for study, _ in outcomes.refused] == ["A", "C"]
    assert outcomes.frame["study"].unique().to_list() == ["B"]


def test_two_outcomes_of_one_arm_are_told_with_the_columns_that_pick_one(tmp_path: Path) -> None:
    text = """
        study,arm,treatment,n,events,outcome,timepoint
        A,x,X,10,3,pain,3 months
        A,y,Y,10,4,pain,3 months
        A,x,X,10,5,function,6 months
        A,y,Y,10,6,function,6 months
    """
    path = written(tmp_path, text)
    problems = read_outcomes(path).problems
    assert [(problem.code, problem.place.cell) for problem in problems] == [("same-arm", "B4"), ("same-arm", "B5")]
    assert "--where outcome=" in problems[0].remedy
    assert "--where timepoint=" in problems[0].remedy
    picked = read_outcomes(path, where={"Outcome": "Pain"})
    assert picked.problems == ()
    assert picked.frame["events"].to_list() == [3, 4]


def test_a_column_or_a_value_that_picks_nothing_is_refused_with_what_there_is(tmp_path: Path) -> None:
    path = written(tmp_path, "study,treatment,n,events,outcome\nA,X,10,3,pain\nA,Y,10,4,pain")
    with pytest.raises(UsageError, match="did you mean 'outcome'"):
        read_outcomes(path, where={"outcom": "pain"})
    with pytest.raises(UsageError, match="use one of pain"):
        read_outcomes(path, where={"outcome": "disability"})


def test_a_file_that_is_not_there_is_said_to_be_so() -> None:
    with pytest.raises(UsageError, match="there is no file"):
        read_outcomes("nowhere.csv")


def test_a_missing_column_is_told_with_the_name_that_is_like_it(tmp_path: Path) -> None:
    problems = read_outcomes(written(tmp_path, "study,treatmnt,n,events\nA,X,9,1")).problems
    assert [problem.code for problem in problems] == ["missing-column"]
    assert "'treatmnt'" in problems[0].remedy


@pytest.mark.parametrize("header", ["studlab,treat1,treat2,n1,n2", "Study,T.1,N.1,R.1,T.2,N.2,R.2"])
def test_a_table_with_several_arms_in_a_row_is_told_to_be_one(tmp_path: Path, header: str) -> None:
    problems = read_outcomes(written(tmp_path, f"{header}\n{'A,' * header.count(',')}1")).problems
    assert [problem.code for problem in problems] == ["several-arms"]


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    assert told(written(tmp_path, "study,treatment,n,n,events\nA,X,9,8,1\nA,Y,9,8,1")) == [("duplicate-column", "D1")]


def test_a_file_without_any_outcome_is_refused(tmp_path: Path) -> None:
    assert told(written(tmp_path, "study,treatment,n,pct\nA,X,9,8\nA,Y,9,8")) == [("no-outcome", "A1")]


def test_a_study_of_another_kind_than_the_file_is_refused(tmp_path: Path) -> None:
    text = "study,treatment,n,events,mean,sd\nA,X,9,1,,\nA,Y,9,2,,\nA,Z,9,2,,\nB,X,9,,1,1\nB,Y,9,,2,1"
    outcomes = read_outcomes(written(tmp_path, text))
    assert [problem.code for problem in outcomes.problems] == ["mixed-kinds"]
    assert [study for study, _ in outcomes.refused] == ["B"]


@pytest.mark.parametrize("column", ["year", "rob"])
def test_rows_of_a_study_agree_on_what_is_said_of_it(tmp_path: Path, column: str) -> None:
    values = {"year": ("1999", "2000"), "rob": ("low", "high")}[column]
    text = f"study,treatment,n,events,{column}\nA,X,9,1,{values[0]}\nA,Y,9,1,{values[1]}"
    assert told(written(tmp_path, text)) == [("differs", "E3")]


def test_a_treatment_has_one_class(tmp_path: Path) -> None:
    text = "study,treatment,n,events,class\nA,X,9,1,active\nA,Y,9,1,\nB,x,9,1,reference\nB,Y,9,1,"
    assert told(written(tmp_path, text)) == [("differs", "E4")]


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("A,X,,\nA,Y,,", [("no-baseline", "C3")]),
        ("A,X,0.1,0.2\nA,Y,0.2,0.3", [("no-baseline", "C3")]),
        ("A,X,,\nA,Y,0.1,0.2\nA,Z,0.1,0.2", [("baseline-se", "D2")]),
        ("A,X,,0.2\nA,Y,0.1,0.2\nA,Z,0.1,0.3", [("small-se", "D3")]),
        ("A,Y,0.1,0.2\nA,Z,0.1,0.3\nA,X,,0.35", [("small-se", "D2"), ("small-se", "D3")]),
    ],
)
def test_contrasts_that_do_not_hang_together_are_refused(
    tmp_path: Path, rows: str, wrong: list[tuple[str, str]]
) -> None:
    text = f"study,treatment,effect,se\n{rows}\nB,X,,\nB,Y,0.1,0.2"
    assert told(written(tmp_path, text)) == wrong


def test_a_treatment_that_stands_twice_in_a_study_is_told(tmp_path: Path) -> None:
    text = "study,treatment,effect,se\nA,X,,0.1\nA,Y,0.1,0.2\nA,y,0.2,0.3\nB,X,,\nB,Y,0.1,0.2"
    assert told(written(tmp_path, text)) == [("same-arm", "B4")]


def test_two_sheets_with_outcomes_are_not_chosen_between(tmp_path: Path) -> None:
    book = Workbook()
    for sheet in (book.active, book.create_sheet("second")):
        assert sheet is not None
        for row in (["study", "treatment", "n", "events"], ["A", "X", 9, 1]):
            sheet.append(row)
    path = tmp_path / "outcomes.xlsx"
    book.save(path)
    assert [code for code, _ in told(path)] == ["several-tables"]
