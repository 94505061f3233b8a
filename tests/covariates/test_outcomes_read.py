"""What a reviewer's outcome file says is read whole, whatever its columns are called and in whatever kind of file."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import polars as pl
import pytest
from openpyxl import Workbook

from covariates.reviews import told, written
from fidelity.read.outcomes import read_outcomes

EVENTS = """
    study,arm,treatment,n,events
    lord_1996,rf,RF,12,7
    lord_1996,sham,Sham,12,1
"""


def test_events_are_read_with_the_line_of_the_file(tmp_path: Path) -> None:
    outcomes = read_outcomes(written(tmp_path, EVENTS))
    assert outcomes.kind == "events"
    assert outcomes.problems == outcomes.notes == outcomes.refused == ()
    columns = outcomes.frame.select("row", "study", "arm", "treatment", "n", "events", "mean", "rob")
    assert columns.rows() == [
        (2, "lord_1996", "rf", "RF", 12, 7, None, None),
        (3, "lord_1996", "sham", "Sham", 12, 1, None, None),
    ]


@pytest.mark.parametrize("name", ["axial-joint", "epidural-axial", "lumbar-facet", "lumbar-radicular"])
def test_the_outcome_files_of_the_real_networks_are_read_without_a_problem(name: str) -> None:
    path = Path("examples/outcomes") / f"{name}.csv"
    outcomes = read_outcomes(path)
    assert outcomes.problems == ()
    assert outcomes.kind == "events"
    written_down = pl.read_csv(path, infer_schema=False)
    assert outcomes.frame["row"].to_list() == list(range(2, written_down.height + 2))
    for column in ("study", "arm", "treatment"):
        assert outcomes.frame[column].to_list() == written_down[column].to_list()
    for column in ("n", "events"):
        assert outcomes.frame[column].to_list() == written_down[column].cast(pl.Int64).to_list()


@pytest.mark.parametrize(
    "header",
    [
        "Study,Arm,Treatment,N,Mean,SD",
        "studlab,label,treat,n,mean,sd",
        "study,arm,trt,sampleSize,y,std.dev",
        "STUDY ID,arm label,t,sample size,mean,std dev",
    ],
)
def test_columns_are_found_by_the_names_that_packages_give_them(tmp_path: Path, header: str) -> None:
    outcomes = read_outcomes(written(tmp_path, f"{header}\nA,x,X,10,1.5,0.5\nA,y,Y,11,-1.25,2"))
    assert outcomes.problems == ()
    assert outcomes.kind == "means"
    assert outcomes.frame.select("study", "arm", "treatment", "n", "mean", "sd").rows() == [
        ("A", "x", "X", 10, 1.5, 0.5),
        ("A", "y", "Y", 11, -1.25, 2.0),
    ]


def test_columns_that_nobody_asked_for_are_left_alone(tmp_path: Path) -> None:
    text = "study,treatment,pct,n,events,note\nA,X,27,10,3,see text\nA,Y,?,10,4,"
    outcomes = read_outcomes(written(tmp_path, text))
    assert outcomes.problems == outcomes.notes == ()


def test_a_standard_error_of_a_mean_becomes_its_standard_deviation_and_that_is_noted(tmp_path: Path) -> None:
    outcomes = read_outcomes(written(tmp_path, "study,treatment,n,mean,se\nA,X,16,1,0.5\nA,Y,25,2,0.4"))
    assert outcomes.frame["sd"].to_list() == pytest.approx([0.5 * sqrt(16), 0.4 * sqrt(25)])
    assert [note.code for note in outcomes.notes] == ["sd-derived"]


def test_a_standard_deviation_that_is_given_is_kept(tmp_path: Path) -> None:
    outcomes = read_outcomes(written(tmp_path, "study,treatment,n,mean,sd,se\nA,X,16,1,3,0.5\nA,Y,25,2,4,0.4"))
    assert outcomes.frame["sd"].to_list() == [3.0, 4.0]
    assert outcomes.notes == ()


@pytest.mark.parametrize("empty", ["", "NA", "NR", "n/a", "."])
def test_an_arm_without_a_number_is_kept_and_no_mistake(tmp_path: Path, empty: str) -> None:
    outcomes = read_outcomes(written(tmp_path, f"study,treatment,n,events\nA,X,{empty},{empty}\nA,Y,10,2"))
    assert outcomes.problems == ()
    assert outcomes.frame["events"].to_list() == [None, 2]


@pytest.mark.parametrize(
    ("rob", "number"),
    [("1", 1), ("low", 1), ("L", 1), ("Some concerns", 2), ("M", 2), ("unclear", 2), ("High", 3), ("3", 3), ("", None)],
)
def test_risk_of_bias_is_read_in_words_and_numbers(tmp_path: Path, rob: str, number: int | None) -> None:
    outcomes = read_outcomes(written(tmp_path, f"study,treatment,n,events,rob\nA,X,9,1,{rob}\nA,Y,9,2,{rob}"))
    assert outcomes.problems == ()
    assert outcomes.frame["rob"].to_list() == [number, number]


def test_a_minus_sign_of_a_word_processor_is_a_minus(tmp_path: Path) -> None:
    outcomes = read_outcomes(written(tmp_path, "study,treatment,n,mean,sd\nA,X,9,−0.5,1\nA,Y,9,1e-2,1"))
    assert outcomes.frame["mean"].to_list() == [-0.5, 0.01]


def test_names_that_differ_in_case_and_hyphens_only_are_one_and_that_is_noted(tmp_path: Path) -> None:
    text = "study,treatment,n,events\nLord 1996,Sham needle,9,1\nLord 1996,RF,9,2\nLi-2,sham-needle,9,3\nLi-2,RF,9,1"
    outcomes = read_outcomes(written(tmp_path, text))
    assert outcomes.frame["treatment"].to_list() == ["Sham needle", "RF", "Sham needle", "RF"]
    assert [(note.code, note.subject) for note in outcomes.notes] == [("spelt-apart", "sham-needle")]


CONTRASTS = """
    study,treatment,effect,se
    A,X,NA,
    A,Y,0.5,0.3
    B,Y,0.4,0.5
    B,X,,0.2
    B,Z,0.1,0.6
"""


def test_contrasts_stand_behind_the_row_with_which_they_are_compared(tmp_path: Path) -> None:
    outcomes = read_outcomes(written(tmp_path, CONTRASTS))
    assert outcomes.problems == ()
    assert outcomes.kind == "contrasts"
    assert outcomes.frame.select("study", "treatment", "effect", "se").rows() == [
        ("A", "X", None, None),
        ("A", "Y", 0.5, 0.3),
        ("B", "X", None, 0.2),
        ("B", "Y", 0.4, 0.5),
        ("B", "Z", 0.1, 0.6),
    ]


def test_a_workbook_is_read_like_text_below_its_title_and_its_cells_are_named_with_their_sheet(tmp_path: Path) -> None:
    book = Workbook()
    notes, sheet = book.active, book.create_sheet("Outcomes")
    assert notes is not None
    notes.append(["How we extracted"])
    for row in (["Responders at 6 months"], ["study", "treatment", "n", "r"], ["A", "X", 10, 3], ["A", "Y", 9, 12]):
        sheet.append(row)
    path = tmp_path / "outcomes.xlsx"
    book.save(path)
    assert told(path) == [("more-events", "Outcomes!D4")]
    sheet["D4"] = 2
    book.save(path)
    outcomes = read_outcomes(path)
    assert outcomes.problems == ()
    assert outcomes.frame.select("row", "treatment", "n", "events").rows() == [(3, "X", 10, 3), (4, "Y", 9, 2)]


def test_parquet_and_tabs_say_the_same_as_commas(tmp_path: Path) -> None:
    path = written(tmp_path, EVENTS)
    pl.read_csv(path).write_parquet(tmp_path / "outcomes.parquet")
    tabs = written(tmp_path, EVENTS.replace(",", "\t"), "outcomes.tsv")
    frame = read_outcomes(path).frame
    assert read_outcomes(tmp_path / "outcomes.parquet").frame.equals(frame)
    assert read_outcomes(tabs).frame.equals(frame)
