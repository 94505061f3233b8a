"""What is written as a record, a table or a workbook reads back as the same studies."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path

import polars as pl
import pytest
import yaml
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from random_studies import studies as random_studies

import fidelity
from fidelity.cli.main import cli
from fidelity.model.codebook import Codebook
from fidelity.model.study import Study, nearest
from fidelity.read.grids.books import read_book
from fidelity.read.positions import parse
from fidelity.read.reading import Reading
from fidelity.read.record_problems import Records
from fidelity.read.records import read_records
from fidelity.read.rules import load_library
from fidelity.read.sources import read
from fidelity.read.tables import read_csv, read_parquet
from fidelity.read.template import is_template, read_template
from fidelity.write import records

ROOT = Path(__file__).parents[2]
CODEBOOK = load_library().codebook
FORMAT = Records.under(CODEBOOK)
FOLDERS = ("trials", "worked")
CHUNKS = 4


def _read_text(content: bytes, source: str) -> Reading:
    document, found = parse(content, source, is_json=source.endswith(".json"))
    assert document is not None
    return read_records(document.data, document, found, records=FORMAT)


def _read_book(content: bytes, source: str) -> Reading:
    book = read_book(content, source)
    assert is_template(book)
    return read_template(book, CODEBOOK)


Write = Callable[[list[Study], Codebook], bytes]
FORMS: dict[str, tuple[Write, Callable[[bytes, str], Reading]]] = {
    "yaml": (records.to_yaml, _read_text),
    "json": (records.to_json, _read_text),
    "csv": (records.to_csv, lambda content, source: read_csv(content, source, CODEBOOK)),
    "parquet": (records.to_parquet, lambda content, source: read_parquet(content, source, CODEBOOK)),
    "xlsx": (records.to_workbook, _read_book),
}


@cache
def _examples(folder: str) -> list[Study]:
    reading = read(str(ROOT / "examples" / folder), CODEBOOK)
    assert not reading.problems
    found, differences = records.studies_of(reading)
    assert not differences
    return found


def _back(form: str, given: list[Study]) -> list[Study]:
    write, reader = FORMS[form]
    reading = reader(write(given, CODEBOOK), f"x.{form}")
    assert [str(problem) for problem in reading.problems] == []
    assert not reading.refused
    found, differences = records.studies_of(reading)
    assert not differences
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("folder", FOLDERS)
def test_every_example_is_the_same_study_after_it_was_written_and_read(folder: str, chunk: int, form: str) -> None:
    given = _examples(folder)[chunk::CHUNKS]
    assert given
    back = _back(form, given)
    assert [records.canonical(study) for study in back] == [records.canonical(study) for study in given]


@pytest.mark.parametrize("form", FORMS)
def test_a_value_comes_back_in_the_words_in_which_it_was_written(form: str) -> None:
    given = _examples("worked")
    for before, after in zip(given, _back(form, given), strict=True):
        for (arm, procedure), (other, same) in zip(before.rows(), after.rows(), strict=True):
            for name in CODEBOOK.fields:
                written, _ = nearest(before, arm, procedure, name)
                read_again, _ = nearest(after, other, same, name)
                if written is not None and written.value is not None:
                    assert read_again is not None
                    assert read_again.text.strip() == written.text.strip()


@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(given=random_studies(CODEBOOK))
def test_any_study_is_the_same_after_it_was_written_and_read(form: str, given: list[Study]) -> None:
    back = _back(form, given)
    assert [records.canonical(study) for study in back] == [records.canonical(study) for study in given]


@pytest.mark.parametrize("form", FORMS)
def test_the_same_studies_make_the_same_bytes(form: str) -> None:
    given = _examples("worked")[:5]
    write, _ = FORMS[form]
    assert write(given, CODEBOOK) == write(given, CODEBOOK)


def test_two_records_that_differ_in_anything_have_other_canonical_forms() -> None:
    given = _examples("worked")[0]
    observed = given.observations["publication_year"]
    others = [
        given.model_copy(update={"title": "another"}),
        given.model_copy(update={"unstated": "not_reported"}),
        given.model_copy(update={"cautions": ()}),
        given.model_copy(update={"arms": given.arms[:1]}),
        given.model_copy(
            update={
                "observations": {
                    **given.observations,
                    "publication_year": observed.model_copy(update={"basis": "cited"}),
                }
            }
        ),
    ]
    forms = [json.dumps(records.canonical(study)) for study in (given, *others)]
    assert len(set(forms)) == len(forms)


def test_a_fact_is_the_same_wherever_it_stands_and_however_it_is_spelt() -> None:
    def record(above: str, below: str) -> str:
        return (
            "studies: [{id: s, arms: [{id: a, role: active, procedures: "
            f"[{{id: p, observations: {{{below}}}}}]}}], observations: {{{above}}}}}]"
        )

    texts = [record("lesion_temperature: 80", ""), record("lesion_temperature: 90", "lesion_temperature: 80 °C")]
    forms = [records.canonical(records.studies_of(_read_text(text.encode(), "x.yaml"))[0][0]) for text in texts]
    assert forms[0] == forms[1]


def test_any_reader_of_yaml_takes_every_scalar_for_text() -> None:
    def scalars(data: object) -> list[object]:
        if isinstance(data, dict):
            return [found for value in data.values() for found in scalars(value)]
        return [found for value in data for found in scalars(value)] if isinstance(data, list) else [data]

    loaded = yaml.safe_load(records.to_yaml(_examples("worked"), CODEBOOK))
    assert {type(scalar) for scalar in scalars(loaded)} == {str}


def test_no_cell_of_a_csv_file_begins_as_a_formula_does() -> None:
    study = _examples("worked")[0].model_copy(update={"title": "=HYPERLINK(1)", "country": "'+x", "n": "-5"})
    rows = list(csv.DictReader(io.StringIO(records.to_csv([study], CODEBOOK).decode())))
    assert rows[0]["title"] == "'=HYPERLINK(1)"
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())
    (back,) = _back("csv", [study])
    assert (back.title, back.country, back.n) == ("=HYPERLINK(1)", "'+x", "-5")


def test_what_a_result_of_another_program_guards_is_read_as_it_was() -> None:
    text = "study,arm,role,lesion_temperature,country\ns,a,active,80,'-\n"
    (batch,) = read_csv(text.encode(), "x.csv", CODEBOOK).batches
    assert batch.origin.study(0).country == "-"


def test_rows_that_call_one_study_differently_are_named_and_the_first_counts() -> None:
    text = "study,arm,role,title,arm_n\ns,a,active,One,12\ns,b,sham,Two,\ns,c,sham,,13\n"
    reading = read_csv(text.encode(), "x.csv", CODEBOOK)
    assert [str(problem.place) for problem in reading.problems] == ["x.csv!D3"]
    assert reading.rows == 3
    assert reading.batches[0].origin.study(0).title == "One"


@pytest.mark.parametrize(
    ("column", "cell", "code"),
    [
        ("sources", "| no kind", "bad-line"),
        ("judgements", "tip | good | because | A | 2020", "unknown-verdict"),
        ("judgements", "tip | met | because", "bad-line"),
        ("design_factors", "colour", "unknown-field"),
        ("arm_role", "placebo", "unknown-arm-role"),
    ],
)
def test_a_cell_of_a_whole_study_that_cannot_be_read_refuses_its_row(column: str, cell: str, code: str) -> None:
    text = f'study,arm,role,{column}\ns,a,active,"{cell}"\nt,a,active,\n'
    reading = read_csv(text.encode(), "x.csv", CODEBOOK)
    assert [(refused.study, refused.problems[0].code) for refused in reading.refused] == [("s", code)]
    assert str(reading.refused[0].problems[0].place) == "x.csv!D2"
    assert reading.rows == 1


def test_what_a_study_compares_is_known_of_a_table_as_of_a_record() -> None:
    text = "study,arm,role,design_factors\ns,a,active,\ns,b,sham,Electrode gauge; contrast\n"
    (batch,) = read_csv(text.encode(), "x.csv", CODEBOOK).batches
    assert batch.frame["design_factors"].to_list() == ["electrode_gauge contrast"] * 2


def test_several_pieces_of_evidence_stand_in_numbered_columns() -> None:
    columns = ["contrast", "contrast.quote", "contrast.place.2", "contrast.quote.2"]
    frame = pl.DataFrame(
        {"study": "s", "arm": "a", "role": "active", **dict(zip(columns, ("given", "q", "p. 2", "r"), strict=True))}
    )
    reading = read(frame, CODEBOOK)
    assert not reading.problems
    observation = reading.batches[0].origin.observation(0, "contrast")
    assert observation is not None
    assert [(piece.quote, piece.place) for piece in observation.evidence] == [("q", None), ("r", "p. 2")]


def test_convert_writes_every_form_and_names_what_it_leaves_out(tmp_path: Path) -> None:
    given = tmp_path / "given.csv"
    given.write_text("study,arm,role,lesion_temperature\ns,a,active,80\nt,a,active,hot\n")
    for ending in ("yaml", "json", "csv", "parquet", "xlsx"):
        target = tmp_path / "out" / f"written.{ending}"
        target.parent.mkdir(exist_ok=True)
        ran = CliRunner().invoke(cli, ["convert", str(given), "-o", str(target)])
        assert ran.exit_code == 1, ran.stderr
        assert "refused, and not written: t/a/a" in ran.stderr
        assert "given.csv!D3" in ran.stderr
        _, reader = FORMS[ending]
        (study,) = records.studies_of(reader(target.read_bytes(), target.name))[0]
        assert study.id == "s"


@pytest.mark.parametrize("form", FORMS)
def test_every_example_gets_the_same_grades_in_every_form(form: str, tmp_path: Path) -> None:
    """Also where a fact stands bears on a grade: what is said of a whole study may not fit each of its procedures."""
    write, _ = FORMS[form]
    target = tmp_path / f"examples.{form}"
    target.write_bytes(write(_examples("trials"), CODEBOOK))
    given = fidelity.score(str(ROOT / "examples" / "trials"))
    assert fidelity.score(str(target)).judgements.equals(given.judgements)


def test_a_level_that_is_none_refuses_its_row() -> None:
    text = "study,arm,role,contrast,contrast.level\ns,a,active,given,trial\nt,a,active,given,study\n"
    reading = read_csv(text.encode(), "x.csv", CODEBOOK)
    assert [(refused.study, refused.problems[0].code) for refused in reading.refused] == [("s", "unknown-level")]
