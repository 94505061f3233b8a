"""Forms with cells that tell no value and names that no sheet has: all is said once, and no row is lost."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from fidelity.cli.rules import latest
from fidelity.read.grids.books import read_book
from fidelity.read.reading import Reading
from fidelity.read.rules import load_library
from fidelity.read.template import read_template
from fidelity.write.annotated import annotate
from fidelity.write.template import empty_form

LIBRARY = load_library()
CODEBOOK = LIBRARY.codebook
FORM = empty_form(LIBRARY.procedures.procedures, latest(LIBRARY, "multisociety"), CODEBOOK)


def _write(sheet: Worksheet, row: int, **cells: str) -> None:
    columns = {cell.value: number for number, cell in enumerate(sheet[2], start=1)}
    for name, text in cells.items():
        cell = sheet.cell(row, columns[name])
        cell.value = text
        if text.startswith("#"):
            cell.data_type = "e"


def _filled(procedures: int = 2) -> openpyxl.Workbook:
    book = openpyxl.load_workbook(io.BytesIO(FORM))
    _write(book["Studies"], 3, study="Smith", publication_year="2010")
    _write(book["Studies"], 4, study="Lee")
    _write(book["Arms"], 3, study="Smith", arm="hot", role="active")
    _write(book["Arms"], 4, study="Lee", arm="esi", role="active")
    for number in range(procedures):
        _write(book["Procedures"], 3 + number, study="Smith", arm="hot", procedure=f"p{number}")
    return book


def _saved(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _read(book: openpyxl.Workbook) -> Reading:
    return read_template(read_book(_saved(book), "form.xlsx"), CODEBOOK)


def _said(reading: Reading) -> list[tuple[str, str]]:
    return [(problem.code, f"{problem.place.sheet}!{problem.place.cell}") for problem in reading.problems]


def _refused(reading: Reading) -> set[str]:
    return {"/".join(filter(None, (entry.study, entry.arm, entry.procedure))) for entry in reading.refused}


SMITH = {"Smith/hot/p0", "Smith/hot/p1"}
FIRST = {"Smith/hot/p0"}


@pytest.mark.parametrize(
    ("sheet", "row", "name", "refused"),
    [
        ("Procedures", 3, "lesion_temperature", FIRST),
        ("Procedures", 3, "arm", {"Smith/p0"}),
        ("Procedures", 3, "study", {"row 3/hot/p0"}),
        ("Procedures", 9, "arm", {"row 9"}),
        ("Arms", 3, "block_number", SMITH),
        ("Arms", 3, "role", SMITH),
        ("Arms", 3, "arm", {*SMITH, "Smith"}),
        ("Arms", 9, "arm", {"row 9"}),
        ("Studies", 3, "publication_year", SMITH),
        ("Studies", 3, "study", {*SMITH, "row 3"}),
        ("Studies", 9, "study", {"row 9"}),
    ],
)
@pytest.mark.parametrize(("text", "code"), [("=2*40", "no-saved-value"), ("#REF!", "error-cell")])
def test_a_cell_that_tells_no_value_is_said_and_what_it_bears_on_is_refused(
    sheet: str, row: int, name: str, refused: set[str], text: str, code: str
) -> None:
    book = _filled()
    cells = {"study": text, name: text} if row == 9 else {name: text}
    _write(book[sheet], row, **cells)
    reading = _read(book)
    assert {problem.code for problem in reading.problems} == {code}
    assert {problem.place.sheet for problem in reading.problems} == {sheet}
    assert len(reading.problems) == len(cells)
    assert _refused(reading) == refused
    assert reading.rows == 3 - len(refused & SMITH) - ("p0" in "".join(refused - SMITH))


def test_a_piece_of_evidence_or_a_judgement_with_a_formula_is_said_and_refuses_what_it_judges() -> None:
    book = _filled()
    _write(book["Procedures"], 3, lesion_temperature="80")
    _write(book["Evidence"], 3, study="Smith", arm="hot", procedure="=C3", field="lesion_temperature", status="unclear")
    _write(book["Judgements"], 3, study="Lee", criterion="c", verdict="=1", reason="r", who="AB", when="2024-05-01")
    reading = _read(book)
    assert [code for code, _ in _said(reading)] == ["no-saved-value", "no-saved-value"]
    assert {problem.place.sheet for problem in reading.problems} == {"Evidence", "Judgements"}
    assert _refused(reading) == {*SMITH, "Lee/esi/esi"}


def test_evidence_of_a_cell_with_a_formula_is_not_said_to_be_of_nothing() -> None:
    book = _filled()
    _write(book["Procedures"], 3, lesion_temperature="=40*2")
    _write(book["Evidence"], 3, study="Smith", arm="hot", procedure="p0", field="lesion_temperature", quote="80")
    assert [code for code, _ in _said(_read(book))] == ["no-saved-value"]


def test_a_formula_with_a_saved_value_is_read_and_named_in_a_note() -> None:
    book = read_book(_saved(_filled()), "form.xlsx")
    grids = [replace(grid, formulas={(2, 2): "A1"}) if grid.sheet == "Procedures" else grid for grid in book.grids]
    reading = read_template(replace(book, grids=tuple(grids)), CODEBOOK)
    assert not reading.problems
    assert [(note.code, note.place.cell) for note in reading.notes] == [("formula", "C3")]
    assert reading.rows == 3


@pytest.mark.parametrize(
    ("cells", "code", "refused"),
    [
        ({"study": "Smth"}, "unknown-study", set()),
        ({"study": "Smith", "procedure": "p9"}, "unknown-procedure", SMITH),
    ],
)
def test_a_judgement_of_what_no_sheet_has_is_said(cells: dict[str, str], code: str, refused: set[str]) -> None:
    book = _filled()
    _write(book["Judgements"], 3, criterion="c", verdict="met", reason="r", who="AB", when="2024-05-01", **cells)
    reading = _read(book)
    assert [(found, at[: at.index("!")]) for found, at in _said(reading)] == [(code, "Judgements")]
    assert _refused(reading) == refused


@pytest.mark.parametrize(
    ("sheet", "name", "subject"),
    [
        ("Studies", "publication_year", "Smith publication_year"),
        ("Arms", "block_number", "Smith/hot block_number"),
        ("Arms", "role", "Smith/hot"),
    ],
)
def test_a_wrong_cell_that_holds_for_eight_procedures_is_said_once(sheet: str, name: str, subject: str) -> None:
    book = _filled(procedures=8)
    _write(book[sheet], 3, **{name: "about forty-two"})
    reading = _read(book)
    assert [problem.subject for problem in reading.problems] == [subject]
    assert len(reading.refused) == 8
    assert {entry.problems for entry in reading.refused} == {reading.problems}


def test_the_comment_at_a_cell_says_each_sentence_once() -> None:
    form = _filled()
    _write(form["Studies"], 3, publication_year="about forty-two")
    (problem,) = _read(form).problems
    content = _saved(form)
    twice = [problem, replace(problem, subject="another procedure")]
    made = openpyxl.load_workbook(io.BytesIO(annotate(content, read_book(content, "form.xlsx"), twice)))
    comment = made["Studies"][str(problem.place.cell)].comment
    assert comment is not None
    assert comment.text.count(problem.what) == 1
