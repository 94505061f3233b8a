"""The extraction form: what it offers, and that what people write into it is what is read."""

from __future__ import annotations

import io
import shutil
import subprocess
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fidelity.cli.rules import latest
from fidelity.model.codebook import Field
from fidelity.model.study import Observation
from fidelity.model.values import Listed, OneOf
from fidelity.read.grids.books import read_book
from fidelity.read.quantities import parse
from fidelity.read.reading import Reading
from fidelity.read.rules import load_library
from fidelity.read.sheet import letters
from fidelity.read.template import is_template, read_template
from fidelity.write import records
from fidelity.write.template import empty_form
from fidelity.write.template.guidance import several_mean
from fidelity.write.template.sheets import CODES, by_level, columns_of

LIBRARY = load_library()
CODEBOOK = LIBRARY.codebook
RULESETS = latest(LIBRARY, "multisociety")
EVERY = empty_form(LIBRARY.procedures.procedures, RULESETS, CODEBOOK)
FILLED = ("Studies", "Arms", "Procedures", "Evidence", "Judgements")

Book = openpyxl.Workbook


def _form() -> Book:
    return openpyxl.load_workbook(io.BytesIO(EVERY))


def _write(sheet: Worksheet, row: int, **cells: str) -> None:
    """Type into a row as a person does, under the machine names of the columns."""
    columns = {cell.value: number for number, cell in enumerate(sheet[2], start=1)}
    for name, text in cells.items():
        sheet.cell(row, columns[name]).value = text


def _read(book: Book) -> Reading:
    stream = io.BytesIO()
    book.save(stream)
    return read_template(read_book(stream.getvalue(), "form.xlsx"), CODEBOOK)


def _filled() -> Book:
    book = _form()
    _write(
        book["Studies"], 3, study="Smith 2010", title="-ve or +ve?", publication_year="2010", unstated="not reported"
    )
    _write(book["Studies"], 4, study="Lee 2012", sources="abstract | BMJ | https://doi.org/10.1/x")
    _write(book["Arms"], 3, study="Smith 2010", arm="hot", role="active", arm_n="40", block_number="2")
    _write(book["Arms"], 4, study="Smith 2010", arm="sham", role="sham")
    _write(book["Arms"], 5, study="Lee 2012", arm="esi", role="comparator")
    _write(
        book["Procedures"],
        3,
        study="Smith 2010",
        arm="hot",
        procedure="rf",
        modality="conventional radiofrequency",
        lesion_temperature="80 to 85",
        lesion_duration="2 min",
        electrode_gauge="18; 20",
        image_guidance="fluoroscopy; CT",
        fluoroscopic_views="NR",
        contrast="not applicable",
    )
    _write(book["Procedures"], 4, study="Lee 2012", arm="esi", image_guidance="unclear")
    _write(
        book["Evidence"], 3, study="Smith 2010", arm="hot", procedure="rf", field="Electrode temperature [°C]",
        quote="heated to 80–85 °C", place="p. 3", reader="AB", basis="author reply",
    )  # fmt: skip
    _write(book["Evidence"], 4, study="Smith 2010", field="Image guidance", status="unclear")
    _write(
        book["Judgements"], 3, study="Smith 2010", procedure="rf", criterion="tip-temperature-reached",
        verdict="partly met", reason="two temperatures", who="AB", when="2024-05-01",
    )  # fmt: skip
    return book


def _observed(reading: Reading) -> dict[tuple[str, str, str], dict[str, Observation]]:
    found = {}
    for batch in reading.batches:
        for row, key in enumerate(batch.frame.select("study", "arm", "procedure").iter_rows()):
            named = {name: batch.origin.observation(row, name) for name in CODEBOOK.fields}
            found[key] = {name: observation for name, observation in named.items() if observation is not None}
    return found


def test_what_a_person_types_into_the_form_is_what_is_read() -> None:
    reading = _read(_filled())
    assert [str(problem) for problem in reading.problems] == []
    observed = _observed(reading)
    assert set(observed) == {("Smith 2010", "hot", "rf"), ("Smith 2010", "sham", "sham"), ("Lee 2012", "esi", "esi")}
    hot = observed["Smith 2010", "hot", "rf"]
    typed = {
        "publication_year": "2010",
        "block_number": "2",
        "modality": "conventional radiofrequency",
        "lesion_temperature": "80 to 85",
        "lesion_duration": "2 min",
        "electrode_gauge": "18; 20",
        "image_guidance": "fluoroscopy; CT",
        "fluoroscopic_views": "NR",
        "contrast": "not applicable",
    }
    assert {name: found.text for name, found in hot.items()} == typed
    assert hot["fluoroscopic_views"].status == "not_reported"
    assert hot["contrast"].status == "not_applicable"
    assert hot["image_guidance"].status == "unclear"
    assert hot["image_guidance"].value == OneOf(frozenset({"fluoroscopy", "ct"}))
    assert hot["lesion_temperature"].basis == "author_reply"
    (piece,) = hot["lesion_temperature"].evidence
    assert (piece.quote, piece.place, piece.reader) == ("heated to 80–85 °C", "p. 3", "AB")
    smith, lee = records.studies_of(reading)[0]
    assert (smith.title, smith.unstated, smith.arms[0].n) == ("-ve or +ve?", "not_reported", "40")
    assert (lee.sources[0].kind, lee.sources[0].address) == ("abstract", "https://doi.org/10.1/x")
    assert [(entry.verdict, entry.procedure) for entry in smith.judgements] == [("partly_met", "rf")]
    assert {arm.role for arm in smith.arms} == {"active", "sham"}


@pytest.mark.parametrize(
    ("sheet", "row", "cells", "code", "cell", "refused"),
    [
        ("Procedures", 5, {"study": "Smith 2010", "arm": "Hot"}, "unknown-arm", "B5", 1),
        ("Procedures", 5, {"study": "Smth 2010", "arm": "hot"}, "unknown-study", "A5", 1),
        ("Procedures", 5, {"arm": "hot"}, "missing", "A5", 1),
        ("Procedures", 3, {"lesion_temperature": "NA"}, "ambiguous-na", None, 1),
        ("Arms", 4, {"role": "placebo"}, "unknown-role", "D4", 1),
        ("Arms", 6, {"study": "Smith 2010", "arm": "hot", "role": "sham"}, "duplicate-arm", "B6", 1),
        ("Studies", 5, {"study": "Lee 2012"}, "duplicate-study", "A5", 1),
        ("Studies", 5, {"study": "Park 2001"}, "missing", "A5", 1),
        (
            "Evidence",
            5,
            {"study": "Lee 2012", "field": "Contrast medium", "quote": "x"},
            "evidence-of-nothing",
            "D5",
            0,
        ),
        ("Evidence", 5, {"study": "Lee 2012", "field": "colour", "quote": "x"}, "unknown-field", "D5", 0),
        ("Evidence", 5, {"study": "Lee 2012", "field": "colour", "status": "unclear"}, "unknown-field", "D5", 1),
        ("Judgements", 4, {"study": "Lee 2012", "criterion": "c"}, "missing", "D4", 1),
    ],
)
def test_what_is_wrong_is_said_at_its_own_cell(
    sheet: str, row: int, cells: dict[str, str], code: str, cell: str | None, refused: int
) -> None:
    book = _filled()
    _write(book[sheet], row, **cells)
    reading = _read(book)
    places = {(problem.code, problem.place.sheet, problem.place.cell) for problem in reading.problems}
    at = {place for problem, where, place in places if (problem, where) == (code, sheet)}
    assert at, [str(problem) for problem in reading.problems]
    assert cell is None or cell in at
    assert len(reading.refused) == refused
    everything = {("Smith 2010", "hot", "rf"), ("Smith 2010", "sham", "sham"), ("Lee 2012", "esi", "esi")}
    gone = {(entry.study, entry.arm, entry.procedure) for entry in reading.refused}
    assert set(_observed(reading)) == everything - gone


def test_a_date_that_the_program_made_of_a_range_is_refused_at_its_cell() -> None:
    book = _filled()
    sheet = book["Procedures"]
    column = next(cell.column for cell in sheet[2] if cell.value == "lesion_temperature")
    sheet.cell(3, column).value = date(2024, 10, 12)
    sheet.cell(3, column).number_format = "yyyy-mm-dd"
    reading = _read(book)
    assert [problem.code for problem in reading.problems] == ["date-cell"]
    assert [entry.procedure for entry in reading.refused] == ["rf"]


def test_a_column_that_is_not_of_the_form_is_said_unless_it_is_the_reviewers_own() -> None:
    book = _filled()
    sheet = book["Procedures"]
    last = sheet.max_column
    for column, name in ((last + 1, "my note"), (last + 2, "#mine")):
        sheet.cell(1, column).value = name
        sheet.cell(3, column).value = "text"
    book.create_sheet("Log").append(["study", "read on"])
    reading = _read(book)
    assert [(problem.code, problem.header) for problem in reading.problems] == [("unread-column", "my note")]
    assert not reading.refused
    assert [note.code for note in reading.notes] == ["own-sheet"]


def test_the_form_is_known_by_its_headings_when_the_grey_row_is_gone() -> None:
    book = _filled()
    for name in FILLED:
        book[name].delete_rows(2)
    assert _observed(_read(book)) == _observed(_read(_filled()))


def test_an_empty_form_says_that_it_is_not_filled_in() -> None:
    reading = _read(_form())
    assert [problem.code for problem in reading.problems] == ["empty"]


def test_every_list_that_a_cell_offers_exists_and_every_message_fits() -> None:
    book = _form()
    seen = 0
    for name in FILLED:
        headings = {letters(number): cell.value for number, cell in enumerate(book[name][1])}
        for offer in book[name].data_validations.dataValidation:
            assert len(offer.promptTitle or "") <= 32
            assert len(offer.prompt or "") <= 255
            assert len(offer.errorTitle or "") <= 32
            assert len(offer.error or "") <= 225
            assert str(offer.sqref).split(":")[0].rstrip("0123456789") in headings
            if offer.type == "list":
                where, _, area = offer.formula1.partition("!")
                entries = [cell.value for (cell,) in book[where][area.replace("$", "")]]
                assert all(entries), offer.formula1
                assert offer.errorStyle == "warning"
                seen += 1
    assert seen > 60
    assert book["_lists"].sheet_state == "hidden"


def _choice_fields() -> list[tuple[str, Field]]:
    return [(name, field) for name, field in CODEBOOK.fields.items() if field.choices]


@pytest.mark.parametrize(("name", "field"), _choice_fields(), ids=lambda entry: entry if isinstance(entry, str) else "")
def test_every_entry_of_a_list_is_understood_and_several_mean_what_the_message_says(name: str, field: Field) -> None:
    columns = {
        column.field: column for part in columns_of(CODEBOOK, by_level([name], CODEBOOK)).values() for column in part
    }
    entries = columns[name].entries
    names = [*field.choices]
    for choice, entry in zip(names, entries, strict=False):
        found = parse(field, CODEBOOK, entry)
        assert isinstance(found, Observation), entry
        assert found.value in (OneOf(frozenset({choice})), Listed(frozenset({choice}), frozenset(names)))
    assert entries[len(names) :] == CODES
    both = parse(field, CODEBOOK, "; ".join(entries[:2]))
    assert isinstance(both, Observation)
    if field.type == "checklist":
        assert both.value == Listed(frozenset(names[:2]), frozenset(names))
        assert "ALL" in several_mean(field)
    else:
        assert both.value == OneOf(frozenset(names[:2]))
        assert "EITHER" in several_mean(field)


def test_cells_of_the_form_are_text_and_headings_name_the_unit() -> None:
    book = _form()
    sheet = book["Procedures"]
    shown = {below.value: above.value for above, below in zip(sheet[1], sheet[2], strict=True)}
    assert shown["lesion_temperature"] == "Electrode temperature [°C]"
    assert sheet.freeze_panes == "D3"
    assert all(sheet.column_dimensions[letters(number)].number_format == "@" for number in range(sheet.max_column))
    words = {row[2].value: row[5].value for row in book["Dictionary"].iter_rows()}
    assert words["fluoroscopic_views"] == "all of them"
    assert words["image_guidance"] == "either of them"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_form_that_libreoffice_has_saved_reads_the_same(tmp_path: Path) -> None:
    book = _filled()
    book.save(tmp_path / "form.xlsx")
    profile, out = f"-env:UserInstallation=file://{tmp_path}/profile", str(tmp_path / "out")
    for ending, given in (("ods", "form.xlsx"), ("xlsx", "out/form.ods")):
        subprocess.run(
            ["soffice", "--headless", profile, "--convert-to", ending, "--outdir", out, str(tmp_path / given)],
            check=True,
            capture_output=True,
            timeout=100,
        )
        read_again = read_book((tmp_path / "out" / f"form.{ending}").read_bytes(), f"form.{ending}")
        assert is_template(read_again)
        reading = read_template(read_again, CODEBOOK)
        assert [str(problem) for problem in reading.problems] == []
        assert _observed(reading) == _observed(_read(book))
