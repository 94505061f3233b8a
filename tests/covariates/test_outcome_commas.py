"""Outcome files with decimal commas, faults of a whole column, and headers of which little is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from openpyxl import Workbook
from packed import write_review

from covariates.reviews import written
from fidelity.cli.main import cli
from fidelity.read.outcomes import read_outcomes
from fidelity.read.outcomes.names import NAMES

COMMAS = "study;treatment;n;mean;sd\nA;X;10;-1,5;0,5\nA;Y;11;2;,25\nB;X;12;3,25;1,5e1\nB;Y;13;4,0;2"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_decimal_commas_are_decimals_where_they_are_said_to_be(tmp_path: Path) -> None:
    found = read_outcomes(written(tmp_path, COMMAS), decimal="comma")
    assert not found.problems
    assert found.frame.select("n", "mean", "sd").rows() == [
        (10, -1.5, 0.5),
        (11, 2.0, 0.25),
        (12, 3.25, 15.0),
        (13, 4.0, 2.0),
    ]


def test_comparisons_with_commas_are_the_same_as_with_points(tmp_path: Path) -> None:
    text = "study;treat1;treat2;TE;seTE\nA;X;Z;0.50;0.30\nA;Y;Z;0.21;0.31\nA;X;Y;0.29;0.32"
    points = read_outcomes(written(tmp_path, text))
    commas = read_outcomes(written(tmp_path, text.replace(".", ",")), decimal="comma")
    assert not points.problems
    assert not commas.problems
    assert commas.frame.equals(points.frame)


@pytest.mark.parametrize("said", ["1.5", "1.234", "1.234,5", "1,234.5"])
def test_a_point_among_decimal_commas_is_not_guessed_at(tmp_path: Path, said: str) -> None:
    text = f"study;treatment;n;mean;sd\nA;X;10;{said};1\nA;Y;10;1,5;1\nB;X;9;1,5;1\nB;Y;9;2,5;1"
    found = read_outcomes(written(tmp_path, text), decimal="comma")
    assert [(problem.code, problem.place.cell, problem.found) for problem in found.problems] == [
        ("decimal-point", "D2", said)
    ]
    assert [study for study, _ in found.refused] == ["A"]


def test_numbers_of_a_workbook_are_numbers_beside_texts_with_commas(tmp_path: Path) -> None:
    book = Workbook()
    assert book.active is not None
    for row in (["study", "treatment", "n", "mean", "sd"], ["A", "X", 10, 1.5, "0,5"], ["A", "Y", 10, "2,5", 0.75]):
        book.active.append(row)
    book.save(tmp_path / "outcomes.xlsx")
    found = read_outcomes(tmp_path / "outcomes.xlsx", decimal="comma")
    assert not found.problems
    assert found.frame.select("mean", "sd").rows() == [(1.5, 0.5), (2.5, 0.75)]


def test_a_file_of_commas_is_refused_once_for_each_column_and_with_the_option_that_reads_it(tmp_path: Path) -> None:
    rows = "\n".join(f"{study};{x};10;1,{at};0,{at + 1}" for at, study in enumerate("ABCDEF") for x in "XY")
    found = read_outcomes(written(tmp_path, f"study;treatment;n;mean;sd\n{rows}"))
    assert [(problem.code, problem.place.cell) for problem in found.problems] == [
        ("decimal-comma", "D2"),
        ("decimal-comma", "E2"),
    ]
    mean = found.problems[0]
    assert "--decimal comma" in mean.remedy
    assert "11 more cells of column mean" in mean.what
    assert "D3 '1,0', D4 '1,1', D5 '1,1', ..." in mean.what


def test_what_a_file_of_commas_lacks_is_told_beside_the_commas(tmp_path: Path) -> None:
    found = read_outcomes(written(tmp_path, "study;treatment;n;mean\nA;X;10;1,5\nA;Y;10;2,5"))
    assert [problem.code for problem in found.problems] == ["missing-column", "decimal-comma", "decimal-comma"]


def test_like_faults_of_a_few_cells_are_told_one_by_one_and_other_faults_stay(tmp_path: Path) -> None:
    rows = "\n".join(f"{study},{x},9,{'many' if x == 'X' else 10}" for study in "ABCDE" for x in "XY")
    found = read_outcomes(written(tmp_path, f"study,treatment,n,events\n{rows}\nF,X,ten,1\nF,Y,9,1"))
    codes = [(problem.code, problem.place.cell) for problem in found.problems]
    assert codes.count(("no-number", "D2")) == 1
    assert ("no-number", "C12") in codes
    assert [code for code, _ in codes].count("more-events") == 5
    assert [study for study, _ in found.refused] == ["A", "B", "C", "D", "E", "F"]


def test_a_header_of_other_words_is_told_whole_with_the_names_that_are_known(tmp_path: Path) -> None:
    (problem,) = read_outcomes(written(tmp_path, "Author,Rx,Pts,Better\nA,X,9,1\nA,Y,9,2")).problems
    assert problem.code == "missing-column"
    assert all(repr(name) in problem.what for name in ("Author", "Rx", "Pts", "Better"))
    for needed in ("study", "treatment", "n", "events", "mean"):
        assert f"{needed} may be called {', '.join(NAMES[needed])}" in problem.remedy


def test_only_what_is_missing_of_a_header_is_asked_for(tmp_path: Path) -> None:
    (problem,) = read_outcomes(written(tmp_path, "Author,treatment,N,mean\nA,X,9,1\nA,Y,9,2")).problems
    assert "study may be called" in problem.remedy
    assert "sd may be called" in problem.remedy
    assert not any(f"{there} may be called" in problem.remedy for there in ("treatment", "n", "mean", "events"))


def test_a_header_below_a_title_is_the_one_that_is_told(tmp_path: Path) -> None:
    (problem,) = read_outcomes(written(tmp_path, "Supplement 1,,\nstudy,Rx,events\nA,X,1\nA,Y,2")).problems
    assert problem.place.cell == "A2"
    assert "'Rx'" in problem.what
    assert "n may be called" in problem.remedy


def test_an_outcome_and_its_patients_that_no_column_holds_are_asked_for_together(tmp_path: Path) -> None:
    (problem,) = read_outcomes(written(tmp_path, "study,treatment,pct\nA,X,9\nA,Y,9")).problems
    assert problem.code == "no-outcome"
    assert "'pct'" in problem.what
    assert all(f"{name} may be called" in problem.remedy for name in ("n", "events", "mean", "effect"))


def test_the_decimal_sign_is_in_the_pack_and_holds_when_it_is_made_again(tmp_path: Path) -> None:
    records, outcomes = write_review(tmp_path / "data")
    points = outcomes.read_text(encoding="utf-8")
    pack, same = tmp_path / "pack", tmp_path / "same"
    run("covariates", records, "--outcomes", outcomes, "-o", same, "--scale", "grade")
    outcomes.write_text(points.replace(",", ";").replace(".", ","), encoding="utf-8")
    refused = run("covariates", records, "--outcomes", outcomes)
    assert refused.exit_code != 0
    assert "--decimal comma" in refused.output
    run("covariates", records, "--outcomes", outcomes, "--decimal", "comma", "-o", pack, "--scale", "grade")
    assert (pack / "arms_long.csv").read_bytes() == (same / "arms_long.csv").read_bytes()
    graph = json.loads((pack / "ro-crate-metadata.json").read_text(encoding="utf-8"))["@graph"]
    assert [entry["value"] for entry in graph if entry.get("name") == "decimal"] == ['"comma"']
    verified = run("verify", pack)
    assert verified.exit_code == 0, verified.stdout
