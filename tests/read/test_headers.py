"""What a column cannot be read for is lost to no one: the rows that hold something there are refused by name."""

from __future__ import annotations

from pathlib import Path

import polars as pl
import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.reading import Reading
from fidelity.read.sources import read
from fidelity.read.tables import read_csv

RESULT = (
    "study,arm,procedure,role,profile,clock,ruleset,status,grade,grade_low,grade_high\ns,a,a,active,m,now,r,graded,,,\n"
)


def table(text: str, codebook: Codebook) -> Reading:
    return read_csv(text.encode(), "t.csv", codebook)


def scored(reading: Reading) -> list[str]:
    return [arm for batch in reading.batches for arm in batch.frame["arm"]]


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("lesion_temprature,region", "unknown-field"),
        ("lesion_temperature,Temperature", "duplicate-column"),
        ("lesion_temperature.bases,region", "unknown-key"),
        ("lesion_temperature.status,region", "missing-column"),
        (",region", "unnamed-column"),
    ],
)
def test_a_row_with_something_in_a_column_that_cannot_be_read_is_refused_with_the_problem_of_the_column(
    codebook: Codebook, header: str, code: str
) -> None:
    reading = table(f"study,arm,role,{header}\ns,a,active,80,\ns,b,sham,,\ns,c,sham, ,\n", codebook)
    (problem,) = reading.problems
    assert (problem.code, problem.place.cell[1:]) == (code, "1")  # type: ignore[index]
    assert [(refusal.study, refusal.arm, refusal.problems) for refusal in reading.refused] == [("s", "a", (problem,))]
    assert scored(reading) == ["b", "c"]


def test_a_misspelt_field_has_the_same_consequence_in_a_table_and_in_a_record(codebook: Codebook) -> None:
    in_table = table("study,arm,role,lesion_temprature\ns,a,active,80\n", codebook)
    arm = {"id": "a", "role": "active", "observations": {"lesion_temprature": 80}}
    in_record = read([{"id": "s", "arms": [arm]}], codebook)
    for reading in (in_table, in_record):
        assert [(refusal.study, refusal.arm) for refusal in reading.refused] == [("s", "a")]
        assert [problem.code for problem in reading.problems] == ["unknown-field"]
        assert reading.rows == 0


def test_both_of_two_columns_of_one_field_refuse_the_rows_that_fill_them(codebook: Codebook) -> None:
    text = "study,arm,role,Temperature,lesion_temperature\ns,a,active,80,\ns,b,active,,80\ns,c,active,,\n"
    reading = table(text, codebook)
    assert [refusal.arm for refusal in reading.refused] == ["a", "b"]
    assert scored(reading) == ["c"]


def test_a_column_of_lists_that_are_no_texts_refuses_the_rows_that_fill_it(codebook: Codebook) -> None:
    frame = pl.DataFrame({"study": ["s", "s"], "arm": ["a", "b"], "role": ["active", "active"]})
    frame = frame.with_columns(lesion_temperature=pl.Series([[80.0], None], dtype=pl.List(pl.Float64)))
    reading = read(frame, codebook)
    (problem,) = reading.problems
    assert (problem.code, str(problem.place)) == ("column-type", "frame!D1")
    assert [(refusal.arm, refusal.problems) for refusal in reading.refused] == [("a", (problem,))]
    assert scored(reading) == ["b"]
    assert read(frame.rename({"lesion_temperature": "# my list"}), codebook).problems == ()


def test_a_column_of_the_reviewer_begins_with_a_number_sign_and_is_not_read(codebook: Codebook) -> None:
    reading = table("study,arm,role,# checked by,#lesion_temperature\ns,a,active,AB,800\n", codebook)
    assert (reading.problems, scored(reading)) == ((), ["a"])
    (problem,) = table("study,arm,role,checked by\ns,a,active,AB\n", codebook).problems
    assert "begins with #" in problem.remedy


@pytest.mark.parametrize(
    "text",
    [
        RESULT,
        RESULT.replace(",", ";"),
        "study,arm,procedure,axis,domain,concern,concern_best,concern_worst\ns,a,a,delivery,dose,low,low,low\n",
        "study,arm,procedure,reason,candidates,fields,note\ns,a,a,scope_unclear,,,\n",
    ],
)
def test_a_result_of_scoring_is_refused_whole_and_none_of_its_rows_is_a_procedure(
    codebook: Codebook, tmp_path: Path, text: str
) -> None:
    (tmp_path / "a-result.csv").write_text(text)
    (tmp_path / "records.csv").write_text("study,arm,role\ns,a,active\n")
    reading = read(tmp_path, codebook)
    (problem,) = reading.problems
    assert (problem.code, problem.remedy) == ("result", "move it out of the folder")
    assert (scored(reading), reading.refused) == (["a"], ())


def test_a_row_of_the_untouched_form_is_told_apart_from_merged_cells(codebook: Codebook) -> None:
    reading = table("study,arm,role,region\n,,active,lumbar\n,b,active,lumbar\n", codebook)
    found = [(problem.what, problem.remedy, str(problem.place)) for problem in reading.problems]
    assert found == [
        ("the row has no study", "fill in study and arm, or delete the row", "t.csv!A2"),
        ("study is missing", "write it in every row: merged cells fill the first row only", "t.csv!A3"),
    ]


def test_the_line_that_names_the_separator_is_followed_and_counts_as_no_row(codebook: Codebook) -> None:
    for end in ("\n", "\r\n", "\r"):
        text = "sep=;\nstudy;arm;role;region;details\ns;a;active;lumbr;a,b,c,d,e,f\n".replace("\n", end)
        (problem,) = table(text, codebook).problems
        assert (problem.code, str(problem.place)) == ("unknown-choice", "t.csv!D2")
    assert scored(table('"sep=,"\nstudy,arm,role\ns,a,sham\n', codebook)) == ["a"]
    (empty,) = table("sep=;\n", codebook).problems
    assert empty.code == "empty"


def test_floats_are_read_as_plain_numbers_however_small(codebook: Codebook) -> None:
    rows = {
        "study": ["s", "s", "s"],
        "arm": ["a", "b", "c"],
        "role": ["sham"] * 3,
        "injectate_volume": [1e-7, 2.5, None],
    }
    frame = read(pl.DataFrame(rows), codebook).batches[0].frame
    assert frame["injectate_volume.low"].to_list() == [1e-7, 2.5, 0]
    found = read(pl.DataFrame(rows), codebook).batches[0].origin.observation(0, "injectate_volume")
    assert found is not None
    assert found.text == "0.0000001"


def test_two_main_procedures_in_one_arm_refuse_the_procedures_of_that_arm(codebook: Codebook) -> None:
    rows = ["a,p,active,yes", "a,q,active,yes", "a,r,sham,", "b,p,active,yes", "b,q,active,no"]
    in_table = table("study,arm,procedure,role,main\n" + "".join(f"s,{row}\n" for row in rows), codebook)
    arms = [
        {
            "id": arm,
            "role": "active",
            "procedures": [{"id": name, **({"main": main} if main else {})} for name, main in found],
        }
        for arm, found in {"a": [("p", "yes"), ("q", True), ("r", "")], "b": [("p", "yes"), ("q", "no")]}.items()
    ]
    in_records = read([{"id": "s", "arms": arms}], codebook)
    for reading, place in ((in_table, "t.csv!E3"), (in_records, "records[0].arms[0].procedures[1].main")):
        (problem,) = reading.problems
        assert (problem.code, problem.subject, str(problem.place)) == ("duplicate-main", "s/a/q", place)
        assert [(refusal.arm, refusal.procedure) for refusal in reading.refused] == [("a", "p"), ("a", "q"), ("a", "r")]
        assert all(refusal.problems == (problem,) for refusal in reading.refused)
        assert scored(reading) == ["b", "b"]


def test_two_main_procedures_are_refused_in_studies_in_memory(codebook: Codebook) -> None:
    arm = {"id": "a", "role": "active", "procedures": [{"id": "p", "main": True}, {"id": "q"}]}
    study = read([{"id": "s", "arms": [arm]}], codebook).batches[0].origin.study(0)
    (first,) = study.arms
    both = tuple(procedure.model_copy(update={"main": True}) for procedure in first.procedures)
    wrong = study.model_copy(update={"arms": (first.model_copy(update={"procedures": both}),)})
    assert [problem.code for problem in read(wrong, codebook).problems] == ["duplicate-main"]


def test_a_row_that_stands_twice_is_no_second_main_procedure(codebook: Codebook) -> None:
    reading = table("study,arm,role,main\ns,a,active,yes\ns,a,active,yes\n", codebook)
    assert [problem.code for problem in reading.problems] == ["duplicate-procedure"]
    assert scored(reading) == ["a"]
