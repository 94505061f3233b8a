"""The annotated copy of a workbook, opened by another program: what is wrong stands at its cell, the rest stays."""

from __future__ import annotations

import io

import polars as pl
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from fidelity.errors import Place, Problem
from fidelity.read.grids.grid import Book, Grid
from fidelity.write.annotated import annotate


def workbook() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "Arms"
    sheet.append(["Study", "Temp"])
    sheet.append(["Smith", "8O °C"])
    sheet.append(["Jones", "=2*40"])
    sheet.merge_cells("A5:B5")
    sheet["A5"] = "merged"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def problem(cell: str | None, what: str = "this is no number", sheet: str = "Arms") -> Problem:
    place = Place("x.xlsx", cell=cell, sheet=sheet)
    return Problem("no-number", place, "Smith", what, "write 80 °C", header="Temp", found="8O °C", near=("80 °C",))


def annotated(*problems: Problem, notes: tuple[Problem, ...] = ()) -> Workbook:
    book = Book("x.xlsx", "xlsx", ())
    return load_workbook(io.BytesIO(annotate(workbook(), book, problems, notes)))


def test_a_cell_with_a_problem_is_coloured_and_says_what_is_wrong_and_what_would_be_right() -> None:
    sheet = annotated(problem("B2"))["Arms"]
    assert sheet["B2"].comment.text == "this is no number; write 80 °C"
    assert sheet["B2"].fill.fgColor.rgb != sheet["B3"].fill.fgColor.rgb
    assert sheet["A2"].comment is None


def test_two_problems_of_one_cell_are_both_said_and_a_comment_that_was_there_stays() -> None:
    book = load_workbook(io.BytesIO(workbook()))
    sheet = book["Arms"]
    sheet["B2"].comment = Comment("ask the author", "R. Viewer")
    target = io.BytesIO()
    book.save(target)
    found = annotate(target.getvalue(), Book("x.xlsx", "xlsx", ()), [problem("B2"), problem("B2", "again")])
    text = load_workbook(io.BytesIO(found))["Arms"]["B2"].comment.text
    assert [text.index(part) for part in ("ask the author", "this is no number", "again")] == sorted(
        text.index(part) for part in ("ask the author", "this is no number", "again")
    )


def test_formulas_and_merged_cells_stay_and_a_problem_of_a_merged_cell_stands_where_its_text_is_shown() -> None:
    sheet = annotated(problem("B5"))["Arms"]
    assert sheet["B3"].value == "=2*40"
    assert [str(block) for block in sheet.merged_cells.ranges] == ["A5:B5"]
    assert sheet["A5"].comment is not None


def test_every_problem_is_listed_those_without_a_cell_too_and_nothing_in_the_list_is_run_as_a_formula() -> None:
    book = annotated(problem("B2"), problem(None, "=cmd|calc"), notes=(problem("B3", "a saved value was read"),))
    listed = book.worksheets[-1]
    assert [row[0].value for row in listed.iter_rows(min_row=2)] == ["problem", "problem", "note"]
    assert [row[2].value for row in listed.iter_rows(min_row=2)] == ["B2", None, "B3"]
    assert {cell.data_type for row in listed.iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_problems_of_other_files_and_of_sheets_that_are_not_there_harm_nothing() -> None:
    other = Problem("x", Place("y.xlsx", cell="A1", sheet="Arms"), "s", "what", "remedy")
    book = annotated(other, problem("A1", sheet="Gone"))
    assert book["Arms"]["A1"].comment is None
    assert book.worksheets[-1].max_row == 2


def test_a_csv_file_becomes_a_workbook_of_texts_with_the_same_cell_names() -> None:
    cells = pl.DataFrame({"0": ["Study", "=1+1"], "1": ["Temp", "80"]})
    book = Book("t.csv", "csv", (Grid("t.csv", None, cells),))
    wrong = Problem("x", Place("t.csv", cell="B2"), "s", "no unit", "write 80 °C")
    found = load_workbook(io.BytesIO(annotate(b"", book, [wrong])))
    sheet = found.worksheets[0]
    assert (sheet["A2"].value, sheet["A2"].data_type, sheet["B2"].comment.text) == ("=1+1", "s", "no unit; write 80 °C")
