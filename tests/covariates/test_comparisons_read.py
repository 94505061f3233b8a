"""Outcomes in the shape of netmeta, a row for each comparison, say what a row for each arm would say."""

from __future__ import annotations

from itertools import combinations
from math import sqrt
from pathlib import Path

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from covariates.reviews import built, scored, three_arms, two_arms, written
from fidelity.covariates.projections import project
from fidelity.read.outcomes import read_outcomes

HEADER = "studlab,treat1,treat2,TE,seTE"


def told(folder: Path, rows: str, header: str = HEADER) -> list[tuple[str, str | None]]:
    """Return the code and the cell of each problem."""
    problems = read_outcomes(written(folder, f"{header}\n{rows}")).problems
    return [(problem.code, problem.place.cell) for problem in problems]


def remedies(folder: Path, rows: str) -> list[tuple[str, str]]:
    """Return what is wrong with each problem and what would be right."""
    problems = read_outcomes(written(folder, f"{HEADER}\n{rows}")).problems
    return [(problem.what, problem.remedy) for problem in problems]


def test_a_study_of_two_arms_is_an_effect_of_the_first_treatment_against_the_second(tmp_path: Path) -> None:
    outcomes = read_outcomes(written(tmp_path, f"{HEADER}\nA,RF,Sham,-1.5,0.5\nB,Sham,RF,1.2,0.4"))
    assert outcomes.kind == "contrasts"
    assert outcomes.problems == outcomes.notes == ()
    assert outcomes.frame.select("row", "study", "treatment", "effect", "se").rows() == [
        (2, "A", "Sham", None, None),
        (2, "A", "RF", -1.5, 0.5),
        (3, "B", "RF", None, None),
        (3, "B", "Sham", 1.2, 0.4),
    ]


@pytest.mark.parametrize(
    "header", ["study,treat1,treat2,TE,seTE", "Study,T 1,T 2,diff,std.err", "trial,trt1,trt2,te,SE"]
)
def test_columns_are_found_by_the_names_that_packages_give_them(tmp_path: Path, header: str) -> None:
    outcomes = read_outcomes(written(tmp_path, f"{header}\nA,RF,Sham,-1.5,0.5"))
    assert outcomes.problems == ()
    assert outcomes.frame["effect"].to_list() == [None, -1.5]


def test_three_arms_share_the_variance_of_the_mean_of_the_one_with_which_they_are_compared(tmp_path: Path) -> None:
    rows = "A,RF,Sham,-1.5,0.5\nA,PRF,Sham,-1,0.6\nA,RF,PRF,-0.5,0.7"
    outcomes = read_outcomes(written(tmp_path, f"{HEADER}\n{rows}"))
    assert outcomes.problems == ()
    frame = outcomes.frame
    assert frame["treatment"].to_list() == ["Sham", "RF", "PRF"]
    assert frame["row"].to_list() == [2, 2, 3]
    assert frame["effect"].to_list() == [None, -1.5, -1.0]
    assert frame["se"].to_list() == pytest.approx([sqrt((0.25 + 0.36 - 0.49) / 2), 0.5, 0.6])


@settings(max_examples=25, deadline=None)
@given(data=some.data(), arms=some.integers(2, 5), digits=some.sampled_from([3, 4, 12]))
def test_whatever_the_order_and_the_direction_of_rows_the_arms_come_out(
    tmp_path_factory: pytest.TempPathFactory, data: some.DataObject, arms: int, digits: int
) -> None:
    means = data.draw(some.lists(some.floats(-3, 3), min_size=arms, max_size=arms))
    variances = data.draw(some.lists(some.floats(0.02, 1), min_size=arms, max_size=arms))
    rows = []
    for pair in data.draw(some.permutations(list(combinations(range(arms), 2)))):
        one, other = data.draw(some.permutations(pair))
        effect, se = means[one] - means[other], sqrt(variances[one] + variances[other])
        rows.append(f"A,T{one},T{other},{effect:.{digits}f},{se:.{digits}f}")
    text = "\n".join([HEADER, *rows])
    outcomes = read_outcomes(written(tmp_path_factory.mktemp("rows"), text))
    assert outcomes.problems == ()
    near = 5 * 10**-digits
    base, *others = outcomes.frame.iter_rows(named=True)
    first = int(base["treatment"][1:])
    assert base["effect"] is None
    assert base["se"] is None if arms == 2 else base["se"] ** 2 == pytest.approx(variances[first], abs=4 * near)
    assert len(others) == arms - 1
    for row in others:
        own = int(row["treatment"][1:])
        assert row["effect"] == pytest.approx(means[own] - means[first], abs=near)
        assert row["se"] == pytest.approx(sqrt(variances[own] + variances[first]), abs=near)


def test_the_file_of_netmeta_that_comes_out_says_what_the_one_that_went_in_did(tmp_path: Path) -> None:
    rows = ["s,RF,Sham,-1.5,0.5", "s,Sham,TF,1,0.6", "s,RF,TF,-0.5,0.7", "u,Sham,RF,1.25,0.4"]
    records = scored(three_arms("s"), two_arms("u"))
    master = built(tmp_path, records, "\n".join([HEADER, *rows]))
    (table,) = [table for table in project(master) if table.path == "netmeta/contrasts.csv"]
    found = {
        (row["studlab"], frozenset((row["treat1"], row["treat2"]))): (
            row["TE"] if row["treat1"] < row["treat2"] else -row["TE"], row["seTE"],
        )
        for row in table.frame.iter_rows(named=True)
    }  # fmt: skip
    assert len(found) == len(rows)
    for text in rows:
        study, one, other, effect, se = text.split(",")
        expected = float(effect) if one < other else -float(effect)
        assert found[study, frozenset((one, other))] == pytest.approx((expected, float(se)))


def test_the_columns_of_arms_join_to_the_arms_of_the_records(tmp_path: Path) -> None:
    header = "study,arm1,arm2,treat1,treat2,TE,seTE,n1,n2,class2,year,rob"
    row = "t,rf,sham,Heat,Needle,-1,0.4,30,28,reference,1999,low"
    master = built(tmp_path, scored(two_arms("t")), f"{header}\n{row}")
    assert master.arms.select("arm", "treat", "trt_class", "n", "effect").rows() == [
        ("sham", "Needle", "reference", 28, None),
        ("rf", "Heat", "active", 30, -1.0),
    ]
    assert master.studies.select("year", "rob", "n").rows() == [(1999, 1, 58)]


def test_an_arm_that_is_named_in_one_row_is_named_in_all(tmp_path: Path) -> None:
    header = "study,arm1,arm2,treat1,treat2,TE,seTE"
    rows = "A,a,b,X,Y,1,0.5\nA,,c,X,Z,1,0.5\nA,,,Y,Z,0,0.5"
    frame = read_outcomes(written(tmp_path, f"{header}\n{rows}")).frame
    assert dict(frame.select("treatment", "arm").iter_rows()) == {"X": "a", "Y": "b", "Z": "c"}
    assert told(tmp_path, rows.replace("A,,c", "A,b,c"), header) == [("differs", "B3")]


def test_a_comparison_without_numbers_is_no_mistake(tmp_path: Path) -> None:
    rows = "A,X,Y,,NA\nB,X,Y,1,0.5\nC,X,Y,,\nC,X,Z,,\nD,X,Y,1,"
    outcomes = read_outcomes(written(tmp_path, f"{HEADER}\n{rows}"))
    assert outcomes.problems == ()
    assert outcomes.frame["study"].to_list() == ["A", "A", "B", "B", "C", "C", "C", "D", "D"]
    assert outcomes.frame.filter(pl.col("study").is_in(["A", "C"]))["effect"].null_count() == 5


def test_a_study_without_numbers_is_left_out_with_that_reason(tmp_path: Path) -> None:
    master = built(tmp_path, scored(two_arms("s"), two_arms("t")), f"{HEADER}\ns,RF,Sham,,\nt,RF,Sham,1,0.5")
    assert master.studies["record"].to_list() == ["t"]
    assert "incomplete_outcome" in master.left_out.filter(pl.col("study") == "s")["reason"].to_list()


SOUND = "B,X,Y,1,0.5"


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ("A,X,X,0,0.5", [("same-treatment", "C2")]),
        ("A,X,Y,1,0.5\nA,y,x,-1,0.5", [("same-comparison", "B3")]),
        ("A,X,Y,1,0", [("not-positive", "E2")]),
        ("A,X,Y,one,0.5", [("no-number", "D2")]),
        ("A,X,,1,0.5", [("missing", "C2")]),
        ("A,X,Y,1,0.5\nA,X,Z,1,0.5", [("few-comparisons", "B3")]),
        ("A,X,Y,1,0.5\nA,V,W,1,0.5", [("few-comparisons", "B3")]),
        ("A,X,Y,1,0.5\nA,X,Z,1,0.5\nA,Y,Z,0,", [("missing", "E4")]),
        ("A,X,Y,1,0.5\nA,X,Z,2,0.5\nA,Y,Z,1.2,0.5", [("effects-apart", "D3")]),
        ("A,X,Y,1,0.5\nA,X,Z,2,0.5\nA,Y,Z,-1,0.5", [("effects-apart", "D3")]),
        ("A,X,Y,1,0.3\nA,X,Z,2,0.4\nA,Y,Z,1,0.5", [("negative-variance", "E4")]),
        ("A,X,Y,1,0.9\nA,X,Z,2,0.4\nA,Y,Z,1,0.5", [("negative-variance", "E2")]),
    ],
)  # fmt: skip
def test_what_is_wrong_with_comparisons_is_told_with_its_cell(
    tmp_path: Path, rows: str, wrong: list[tuple[str, str]]
) -> None:
    assert told(tmp_path, f"{rows}\n{SOUND}") == wrong
    outcomes = read_outcomes(written(tmp_path, f"{HEADER}\n{rows}\n{SOUND}"))
    assert [study for study, _ in outcomes.refused] == ["A"]
    assert outcomes.frame["study"].unique().to_list() == ["B"]


def test_what_would_be_right_is_said_in_numbers(tmp_path: Path) -> None:
    (signs,) = remedies(tmp_path, "A,X,Y,1,0.5\nA,X,Z,2,0.5\nA,Y,Z,-1,0.5")
    assert "X against Z is 2" in signs[0]
    assert "give 0" in signs[0]
    assert "sign in row 4 turned" in signs[1]
    (few,) = remedies(tmp_path, "A,X,Y,1,0.5\nA,X,Z,1,0.5")
    assert few[0].endswith("missing: Z against Y")
    (variance,) = remedies(tmp_path, "A,X,Y,1,0.3\nA,X,Z,2,0.4\nA,Y,Z,1,0.51")
    assert "must be less than 0.5:" in variance[0]


def test_comparisons_that_are_rounded_agree_within_their_rounding_and_no_further(tmp_path: Path) -> None:
    assert told(tmp_path, "A,X,Y,0.33,0.5\nA,Y,Z,0.33,0.5\nA,X,Z,0.67,0.5") == []
    assert told(tmp_path, "A,X,Y,0.33,0.5\nA,Y,Z,0.33,0.5\nA,X,Z,0.68,0.5") == [("effects-apart", "D4")]
    assert told(tmp_path, "A,X,Y,0.3333,0.5\nA,Y,Z,0.3333,0.5\nA,X,Z,0.67,0.5") == [("effects-apart", "D4")]


def test_standard_errors_of_four_arms_are_sums_of_variances_of_arms(tmp_path: Path) -> None:
    variance = {"W": 0.04, "X": 0.09, "Y": 0.16, "Z": 0.25}
    pairs = list(combinations(variance, 2))
    rows = [f"A,{one},{other},0,{sqrt(variance[one] + variance[other]):.3f}" for one, other in pairs]
    assert told(tmp_path, "\n".join(rows)) == []
    out = [*rows[:-1], "A,Y,Z,0,0.6"]
    assert ("errors-apart", "E7") in told(tmp_path, "\n".join(out))


def test_two_outcomes_of_one_comparison_are_told_with_the_column_that_picks_one(tmp_path: Path) -> None:
    path = written(tmp_path, f"{HEADER},outcome\nA,X,Y,1,0.5,pain\nA,X,Y,2,0.4,function")
    (problem,) = read_outcomes(path).problems
    assert problem.code == "same-comparison"
    assert "--where outcome=" in problem.remedy
    assert read_outcomes(path, where={"outcome": "pain"}).problems == ()


def test_a_class_of_a_treatment_is_the_same_in_every_row(tmp_path: Path) -> None:
    rows = "A,X,Y,1,0.5,active,reference\nB,Y,X,1,0.5,active,"
    assert told(tmp_path, rows, f"{HEADER},class1,class2") == [("differs", "F3")]


def test_a_missing_standard_error_is_told_as_a_missing_column(tmp_path: Path) -> None:
    assert told(tmp_path, "A,X,Y,1", "study,treat1,treat2,TE") == [("missing-column", "A1")]
