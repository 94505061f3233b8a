"""In a sheet that is not ours no unit is guessed, and each problem says what the sheet itself shows."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl
import pytest

from fidelity.errors import Place
from fidelity.model.codebook import Codebook
from fidelity.read.reading import Reading
from fidelity.read.sheet import Foreign, Sheet
from fidelity.read.sources import read
from fidelity.read.tables import read_sheet


@dataclass(frozen=True)
class Shifted:
    """Cells that stand three rows and two columns further in the file, on a sheet called Arms."""

    rows: tuple[int, ...]

    def place(self, row: int, column: int) -> Place:
        return Place("x.xlsx", cell=f"{'ABCDEFGHIJ'[column + 2]}{self.rows[row] + 4}", sheet="Arms")

    def taken(self, rows: pl.Series) -> Shifted:
        return Shifted(tuple(self.rows[row] for row in rows.to_list()))


def foreign(header: tuple[str, ...], texts: list[list[str]], unitless: set[int], shown: list[list[str]]) -> Sheet:
    columns = {str(place): [row[place] for row in texts] for place in range(len(header))}
    cells = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    seen = pl.DataFrame({str(place): [row[place] for row in shown] for place in range(len(header))})
    places = tuple(Place("x.xlsx", cell=f"{'CDEFGHIJ'[column]}3", sheet="Arms") for column in range(len(header)))
    names = tuple(f"Their {name}" for name in header)
    numbers = pl.int_range(4, len(texts) + 4, eager=True)
    made = Foreign(Shifted(tuple(range(len(texts)))), places, names, seen, frozenset(unitless))
    return Sheet("x.xlsx", header, cells, numbers, foreign=made)


HEADER = ("study", "arm", "role", "lesion_temperature", "electrode_gauge", "lesions_per_nerve")


def rows_of(temperatures: list[str]) -> list[list[str]]:
    return [[f"s{n}", "a", "active", text, "18 G", "2"] for n, text in enumerate(temperatures)]


def read_rows(temperatures: list[str], unitless: set[int], codebook: Codebook) -> Reading:
    texts = rows_of(temperatures)
    return read_sheet(foreign(HEADER, texts, unitless, texts), [], codebook, None)


def test_a_bare_number_is_refused_in_a_column_without_unit_and_read_in_one_that_has_it(codebook: Codebook) -> None:
    reading = read_rows(["80", "85 °C", "80-85", "NR", ""], {3, 5}, codebook)
    assert [(refused.study, refused.problems[0].code) for refused in reading.refused] == [
        ("s0", "no-unit"),
        ("s2", "no-unit"),
    ]
    assert [study for batch in reading.batches for study in batch.frame["study"]] == ["s1", "s3", "s4"]
    assert read_rows(["80", "85 °C", "80-85", "NR", ""], set(), codebook).refused == ()


@pytest.mark.parametrize("count", [10, 1500])
def test_a_bare_number_is_refused_in_a_short_column_as_in_one_with_very_many(codebook: Codebook, count: int) -> None:
    temperatures = [f"{40 + n / 100:.2f}" for n in range(count)]
    assert len(read_rows(temperatures, {3}, codebook).refused) == count
    reading = read_rows(temperatures, set(), codebook)
    assert (reading.refused, reading.rows) == ((), count)
    low = pl.concat(batch.frame["lesion_temperature.low"] for batch in reading.batches)
    assert low.to_list() == [float(text) for text in temperatures]


def test_a_gauge_without_unit_is_refused_where_the_header_names_none(codebook: Codebook) -> None:
    texts = [["s", "a", "active", "80 °C", "18", "2"]]
    (problem,) = read_sheet(foreign(HEADER, texts, {4}, texts), [], codebook, None).problems
    assert (problem.code, str(problem.place)) == ("no-unit", "x.xlsx!Arms!G4")
    assert read_sheet(foreign(HEADER, texts, set(), texts), [], codebook, None).problems == ()


def test_a_problem_shows_what_the_sheet_shows_and_not_what_a_mapping_made_of_it(codebook: Codebook) -> None:
    texts = [["s", "a", "active", "800 °C", "18 G", "2"]]
    shown = [["Lee 2015", "RF arm", "Intervention", "800", "18G", "two"]]
    (problem,) = read_sheet(foreign(HEADER, texts, set(), shown), [], codebook, None).problems
    assert (problem.header, problem.found) == ("Their lesion_temperature", "800")
    assert str(problem.place) == "x.xlsx!Arms!F4"


def test_a_problem_of_a_table_says_header_and_cell(codebook: Codebook, tmp_path: object) -> None:
    frame = pl.DataFrame({"study": ["s"], "arm": ["a"], "role": ["activ"], "region": ["knee"], "Imge guidance": ["CT"]})
    problems = {problem.code: problem for problem in read(frame, codebook).problems}
    assert (problems["unknown-role"].header, problems["unknown-role"].found) == ("role", "activ")
    assert problems["unknown-role"].near == ("active",)
    assert (problems["unknown-choice"].header, problems["unknown-choice"].found) == ("region", "knee")
    assert problems["unknown-field"].header == problems["unknown-field"].found == "Imge guidance"
    assert "Image guidance" in problems["unknown-field"].near


def test_a_problem_of_a_record_says_key_and_value(codebook: Codebook) -> None:
    observations = {"image_guidance": "fluro", "lesion_temprature": "80", "lesion_temperature": {"value": "800"}}
    record = {"id": "s", "arms": [{"id": "a", "role": "activ", "observations": observations}]}
    said = {
        (problem.code, problem.header, problem.found, problem.near[:1]) for problem in read([record], codebook).problems
    }
    assert said == {
        ("unknown-choice", "image_guidance", "fluro", ("fluoroscopy",)),
        ("unknown-field", "lesion_temprature", "lesion_temprature", ("lesion_temperature",)),
        ("unknown-role", "role", "activ", ("active",)),
        ("out-of-range", "value", "800", ()),
    }


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("22 G, 5 mm tip", "5 mm"),
        ("18G, 10 cm cannula, 10 mm tip", "10 cm, 10 mm"),
        ("20 G (80 °C for 90 s)", "80 °, 90 s"),
        ("22 G (5 mm)", "5 mm"),
        ("18 G (1.27 mm), 10 mm", "10 mm"),
    ],
)
def test_what_else_a_gauge_cell_measures_is_not_dropped_from_a_sheet_that_is_not_ours(
    codebook: Codebook, text: str, more: str
) -> None:
    texts = [["s", "a", "active", "80 °C", text, "2"]]
    (problem,) = read_sheet(foreign(HEADER, texts, set(), texts), [], codebook, None).problems
    assert (problem.code, problem.what) == ("more-said", f"{text!r} says more than the gauge ({more})")


@pytest.mark.parametrize("text", ["22 G", "16 G (1.6 mm)", "18 G (1.27 mm)", "20 or 22 G, curved", "22G SMK"])
def test_a_gauge_may_say_its_shape_and_its_own_diameter(codebook: Codebook, text: str) -> None:
    texts = [["s", "a", "active", "80 °C", text, "2"]]
    assert read_sheet(foreign(HEADER, texts, set(), texts), [], codebook, None).problems == ()
