"""Tables hold a row for each procedure, and read as the same facts as records."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pandas as pd
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fidelity.errors import Place
from fidelity.model.codebook import Codebook
from fidelity.model.values import Interval, Listed
from fidelity.read.reading import Reading
from fidelity.read.sheet import letters
from fidelity.read.sources import read
from fidelity.read.tables import read_csv

HEAD = "study,arm,role,lesion_temperature\n"


def table(text: str, codebook: Codebook) -> Reading:
    return read_csv(text.encode(), "t.csv", codebook)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_usual_table_is_read(codebook: Codebook, separator: str, mark: str, end: str) -> None:
    lines = ["Study,Arm,Role,Electrode,Temperature", 's,a,Active,,"80 °C"', "s,b,sham,,"]
    reading = table(mark + end.join(line.replace(",", separator) for line in lines) + end, codebook)
    assert [problem.code for problem in reading.problems] == ["unknown-field"]
    frame = reading.batches[0].frame
    assert frame["role"].to_list() == ["active", "sham"]
    assert frame["lesion_temperature.high"].to_list() == [80, 100]


def test_columns_are_called_by_name_or_label_in_any_case(codebook: Codebook) -> None:
    reading = table("STUDY,Arm,role,Study label,TEMPERATURE,lesions per nerve\ns,a,sham,S 1,80,2\n", codebook)
    assert reading.problems == ()
    assert reading.batches[0].frame["lesions_per_nerve.low"].to_list() == [2]
    assert reading.batches[0].origin.study(0).label == "S 1"


def test_a_cell_is_named_as_the_spreadsheet_names_it(codebook: Codebook) -> None:
    text = HEAD + '"s\none",a,active,80\n\n,,,\ns,b,active,"8\n00"\n'
    (problem,) = table(text, codebook).problems
    assert problem.place == Place("t.csv", cell="D5")
    assert [letters(number) for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_procedure_without_a_name_is_called_as_its_arm(codebook: Codebook) -> None:
    frame = table("study,arm,procedure,role\ns,a,,active\ns,b,p,active\n", codebook).batches[0].frame
    assert frame["procedure"].to_list() == ["a", "p"]


def test_an_empty_cell_means_what_the_row_leaves_unstated(codebook: Codebook) -> None:
    text = "study,arm,role,unstated,lesion_temperature,region\ns,a,active,,,lumbar\ns,b,active,not reported,,\n"
    frame = table(text, codebook).batches[0].frame
    assert frame["region.status"].to_list() == [0, 2]
    assert "lesion_temperature.status" not in frame.columns


def test_what_stands_beside_a_value_is_read_with_it(codebook: Codebook) -> None:
    text = (
        "study,arm,role,views,views.only,region,region.basis,region.quote,region.status\n"
        "s,a,active,ap,yes,lumbar,inferred,low back,unclear\n"
        "s,b,active,ap,,lumbar,stated,,\n"
    )
    batch = table(text, codebook).batches[0]
    assert batch.frame["views.may"].to_list() == [1, 7]
    assert batch.frame["region.may"].to_list() == [7, 2]
    assert batch.frame["region.scope.may"].to_list() == [2, 2]
    assert batch.frame["region.status"].to_list() == [1, 0]
    found = batch.origin.observation(0, "region")
    assert found is not None
    assert (found.basis, found.status, found.evidence[0].quote) == ("inferred", "unclear", "low back")
    views = batch.origin.observation(0, "views")
    assert views is not None
    assert views.value == Listed(frozenset({"ap"}), frozenset({"ap"}))


def test_a_study_is_rebuilt_from_its_rows(codebook: Codebook) -> None:
    text = (
        "study,study_label,arm,arm_label,procedure,role,main,design,lesion_temperature\n"
        "s,S 1,a,Arm A,p,active,yes,cohort,80\n"
        "t,T,a,,p,active,,,\n"
        "s,S 1,a,Arm A,q,sham,,cohort,\n"
    )
    study = table(text, codebook).batches[0].origin.study(2)
    assert (study.id, study.label, study.design) == ("s", "S 1", "cohort")
    (arm,) = study.arms
    assert (arm.label, [(p.id, p.role, p.main) for p in arm.procedures]) == (
        "Arm A",
        [("p", "active", True), ("q", "sham", False)],
    )
    assert arm.procedures[0].observations["lesion_temperature"].value == Interval(80, 80)


def test_rows_in_are_rows_read_and_rows_refused(codebook: Codebook) -> None:
    rows = ["s,a,active,80", "s,a,active,80", "s,b,actve,80", "s,c,active,800", ",d,sham,", "s,e,sham,NA", "s,f,sham,"]
    reading = table(HEAD + "\n".join(rows) + "\n", codebook)
    assert (reading.rows, len(reading.refused)) == (2, 5)
    assert [str(refusal.place) for refusal in reading.refused] == [f"t.csv!A{row}" for row in (3, 4, 5, 6, 7)]
    assert reading.batches[0].origin.place(1) == Place("t.csv", cell="A8")


def test_a_table_without_rows_is_no_problem(codebook: Codebook) -> None:
    assert table(HEAD, codebook) == Reading()


def typed() -> pl.DataFrame:
    return pl.DataFrame(
        {
            "study": ["s", "s"],
            "arm": pl.Series(["a", "b"], dtype=pl.Categorical),
            "role": ["active", "sham"],
            "lesion_temperature": [80.0, None],
            "lesions_per_nerve": [2, 3],
            "steroid_given": [True, None],
            "recruitment_start": [date(2015, 2, 1), None],
            "views": [["ap", "lateral"], None],
        }
    )


def check_typed(reading: Reading) -> None:
    assert reading.problems == ()
    frame = reading.batches[0].frame
    assert frame["lesion_temperature.low"].to_list() == [80, 37]
    assert frame["lesions_per_nerve.high"].to_list() == [2, 3]
    assert frame["steroid_given.may"].to_list() == [1, 3]
    assert frame["recruitment_start.low"].to_list()[0] == date(2015, 2, 1).toordinal()
    assert frame["date.low"].to_list()[0] == date(2015, 2, 1).toordinal()
    assert frame["views.must"].to_list() == [3, 0]


def test_parquet_and_polars_frames_are_read_by_their_text(tmp_path: Path, codebook: Codebook) -> None:
    typed().write_parquet(tmp_path / "t.parquet")
    check_typed(read(tmp_path / "t.parquet", codebook))
    check_typed(read(typed(), codebook))
    check_typed(read(typed().lazy(), codebook))


def test_pandas_frames_are_read_by_their_text(codebook: Codebook) -> None:
    frame = pd.DataFrame(
        {
            "study": ["s", "s"],
            "arm": ["a", "b"],
            "role": ["active", "sham"],
            "lesion_temperature": [80.0, float("nan")],
            "lesions_per_nerve": [2, 3],
            "steroid_given": pd.Series([True, None], dtype=object),
            "recruitment_start": pd.to_datetime(["2015-02-01", None]),
            "views": ["ap; lateral", None],
        }
    )
    check_typed(read(frame, codebook))


def test_a_column_that_holds_no_values_is_named(codebook: Codebook) -> None:
    frame = typed().with_columns(region=pl.lit(b"\x00"))
    (problem,) = read(frame, codebook).problems
    assert (problem.code, str(problem.place)) == ("column-type", "frame!I1")


CELLS: dict[str, list[str]] = {
    "region": ["", "lumbar", "Cervical; lumbar", "NR", "unclear"],
    "lesion_temperature": ["", "80", "80-85 °C", ">= 80", "NR", "60 or 90"],
    "lesions_per_nerve": ["", "2", "> 2"],
    "block_relief_cutoff": ["", ">= 50 %", "> 50", "80"],
    "views": ["", "ap; lateral", "oblique", "none"],
    "electrode_gauge": ["", "18 G", "18-22 G", "16 G, then 20 G wire"],
    "steroid_given": ["", "yes", "no"],
    "recruitment_start": ["", "2001", "2015-02"],
    "publication_year": ["", "1996", "1996-1998"],
    "details": ["", "by hand", "NR"],
}
ROWS = st.lists(
    st.fixed_dictionaries({name: st.sampled_from(texts) for name, texts in CELLS.items()}), min_size=1, max_size=6
)


@given(ROWS, st.sampled_from(["", "not_reported"]), st.sampled_from(["", "inferred", "cited", "conflicting"]))
@settings(max_examples=80, deadline=None)
def test_a_table_and_a_record_of_the_same_facts_make_the_same_rows(
    codebook: Codebook, rows: list[dict[str, str]], unstated: str, basis: str
) -> None:
    written = StringIO()
    writer = csv.DictWriter(written, ["study", "arm", "role", "unstated", *CELLS, "region.basis"])
    writer.writeheader()
    records: list[dict[str, Any]] = []
    for number, row in enumerate(rows):
        name = f"s{number}"
        writer.writerow(
            {"study": name, "arm": "a", "role": "active", "unstated": unstated, "region.basis": basis, **row}
        )
        facts: dict[str, Any] = {field: text for field, text in row.items() if text}
        if basis and "region" in facts:
            facts["region"] = {"value": facts["region"], "basis": basis}
        arm = {"id": "a", "role": "active", "procedures": [{"id": "a", "observations": facts}]}
        records.append({"id": name, "arms": [arm], **({"unstated": unstated} if unstated else {})})
    in_table, in_records = table(written.getvalue(), codebook), read(records, codebook)
    assert in_table.problems == in_records.problems == ()
    from_record = in_records.batches[0].frame
    from_record = from_record.select(name for name in from_record.columns if not name.endswith(".depth"))
    assert in_table.batches[0].frame.equals(from_record)
    assert in_table.batches[0].frame.schema == from_record.schema
    for number, row in enumerate(rows):
        for field in row:
            ours = in_table.batches[0].origin.observation(number, field)
            assert ours == in_records.batches[0].origin.observation(number, field)


@given(st.lists(st.decimals(30, 110, places=3), min_size=600, max_size=600, unique=True))
@settings(max_examples=3, deadline=None)
def test_very_many_plain_numbers_read_as_each_of_them_alone(codebook: Codebook, numbers: list[Any]) -> None:
    lines = [f"s{place},a,active,{number}" for place, number in enumerate(numbers)]
    reading = table(HEAD + "\n".join(lines), codebook)
    sound = [float(number) for number in numbers if 37 <= number <= 100]
    for column in ("lesion_temperature.low", "lesion_temperature.high"):
        assert [number for batch in reading.batches for number in batch.frame[column]] == sound
    assert len(reading.refused) == len(numbers) - len(sound)


@given(st.binary(max_size=80) | st.text('study,arm;role\n"\t \r0NA', max_size=60).map(str.encode))
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_rows_or_problems(codebook: Codebook, content: bytes) -> None:
    reading = read_csv(b"study,arm,role,region\n" + content, "t.csv", codebook)
    assert isinstance(reading, Reading)


@pytest.mark.parametrize("word", ["NA", "NR", "-", "not reported", "?"])
def test_a_word_for_what_is_not_known_is_no_name_of_a_study_or_an_arm(codebook: Codebook, word: str) -> None:
    reading = read_csv(f"study,arm,role\n{word},a,active\ns,{word},active\ns,a,active\n".encode(), "t.csv", codebook)
    assert [(problem.code, problem.place.cell) for problem in reading.problems] == [
        ("missing", "A2"),
        ("missing", "B3"),
    ]
    assert reading.rows == 1
