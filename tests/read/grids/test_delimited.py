"""Delimited text is read in any common encoding and separator, and what cannot be read costs one row and is named."""

from __future__ import annotations

import codecs
import csv
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fidelity.read.grids.books import read_book
from fidelity.read.grids.grid import Book

TABLE = [["study", "temperature", "note"], ["Müller 2015", "80 °C", "≥ 2 lesions; at 90°"], ["Nath 1994", "", "a, b"]]
WESTERN = [["study", "temperature", "note"], ["Müller 2015", "80 °C", "± 2 °C; at 90°"], ["Nath 1994", "", "a, b"]]


def written(rows: list[list[str]], separator: str = ",", end: str = "\n") -> str:
    text = StringIO()
    csv.writer(text, delimiter=separator, lineterminator=end).writerows(rows)
    return text.getvalue()


def rows_of(book: Book) -> list[list[str]]:
    (grid,) = book.grids
    return [list(row) for row in grid.cells.iter_rows()]


def read(content: bytes) -> Book:
    return read_book(content, "extraction.csv")


MARKED = {
    "utf-8": b"",
    "utf-8 with a mark": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}


@pytest.mark.parametrize("name", MARKED)
def test_unicode_is_read_with_its_mark_without_a_note(name: str) -> None:
    book = read(MARKED[name] + written(TABLE).encode(name.removesuffix(" with a mark")))
    assert (rows_of(book), book.problems, book.notes) == (TABLE, (), ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_unicode_without_a_mark_is_told_by_its_zero_bytes(encoding: str) -> None:
    assert rows_of(read(written(TABLE).encode(encoding))) == TABLE


@pytest.mark.parametrize(("encoding", "name"), [("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman")])
def test_a_code_page_is_guessed_and_the_guess_is_named_with_what_it_makes_of_the_text(encoding: str, name: str) -> None:
    book = read(written(WESTERN).encode(encoding))
    assert rows_of(book) == WESTERN
    (note,) = book.notes
    assert note.code == "encoding"
    assert name in note.what
    assert "Müller 2015,80 °C" in note.what


@pytest.mark.parametrize("content", [bytes(range(256)) * 40, b"\x89abc\x00\x01\x02\x03" * 50])
def test_what_is_no_text_is_refused(content: bytes) -> None:
    book = read(content)
    assert book.grids == ()
    assert book.problems[0].code in {"not-text", "file-type"}


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_separator_and_line_end_is_understood(separator: str, end: str) -> None:
    assert rows_of(read(written(TABLE, separator, end).encode())) == TABLE


def test_decimal_commas_do_not_pass_for_separators() -> None:
    assert rows_of(read(b"a;b;c\n1,5;2,5;3,5\n2,5;;1\n")) == [["a", "b", "c"], ["1,5", "2,5", "3,5"], ["2,5", "", "1"]]


def test_the_line_that_names_the_separator_is_believed_and_is_no_row() -> None:
    assert rows_of(read(b"sep=;\r\na,x;b\r\n1;2\r\n")) == [["a,x", "b"], ["1", "2"]]


def test_mixed_line_ends_and_line_ends_inside_cells_are_read() -> None:
    book = read(b'a,b\r\n"1\r\nx",2\n3,"4\n\n5"\r6,7')
    assert rows_of(book) == [["a", "b"], ["1\nx", "2"], ["3", "4\n\n5"], ["6", "7"]]


def test_titles_blank_rows_and_longer_rows_keep_their_places_and_cells() -> None:
    rows = rows_of(read(b"My review\n\nstudy,arm\na,b\n\nc,d,e,f\ng\n\n\n"))
    assert rows == [
        ["My review", "", "", ""],
        ["", "", "", ""],
        ["study", "arm", "", ""],
        ["a", "b", "", ""],
        ["", "", "", ""],
        ["c", "d", "e", "f"],
        ["g", "", "", ""],
    ]


@pytest.mark.parametrize("quoted", ['"open,2', 'x"y"z,"a"b', '"a" ,2'])
def test_quotation_marks_that_do_not_match_cost_their_own_row(quoted: str) -> None:
    book = read(f'a,b\n1,2\n{quoted}\n3,"4 ""x"" 5"\n5,6\n'.encode())
    assert [(problem.code, str(problem.place)) for problem in book.problems] == [("csv-syntax", "extraction.csv!A3")]
    assert rows_of(book) == [["a", "b"], ["1", "2"], ["", ""], ["3", '4 "x" 5'], ["5", "6"]]


def test_quotation_marks_may_be_escaped_by_a_backslash() -> None:
    assert rows_of(read(b'a,b\n"say \\"80\\", no","2"\n')) == [["a", "b"], ['say "80", no', "2"]]


def test_a_windows_path_is_no_escape() -> None:
    assert rows_of(read(b'a,b\n"C:\\data\\","2"\n')) == [["a", "b"], ["C:\\data\\", "2"]]


def test_zero_bytes_are_taken_out_with_a_note() -> None:
    book = read(b"a,b\n1,2\x00\n3\x00,4\n")
    assert rows_of(book) == [["a", "b"], ["1", "2"], ["3", "4"]]
    assert [(note.code, note.place.line) for note in book.notes] == [("control-characters", 2)]


@pytest.mark.parametrize("content", [b"", b" \n\r\n ", codecs.BOM_UTF8])
def test_an_empty_file_is_said_to_be_empty(content: bytes) -> None:
    assert [problem.code for problem in read(content).problems] == ["empty"]


CELLS = st.text(st.sampled_from('ab1 ,;\t|"\n\\°é'), max_size=6)


@given(st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=8)))
@settings(max_examples=200, deadline=None)
def test_what_a_csv_writer_wrote_is_read_back(rows: list[list[str]]) -> None:
    width = len(rows[0]) if rows else 2
    table = [[f"column {at}" for at in range(width)], *rows]
    text = StringIO()
    csv.writer(text, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(table)
    found = rows_of(read(b"sep=,\n" + text.getvalue().encode()))
    while table and not any(table[-1]):
        table.pop()
    assert found == table


@given(st.binary(max_size=300))
@settings(max_examples=200, deadline=None)
def test_no_bytes_at_all_raise(content: bytes) -> None:
    book = read(content)
    assert book.grids or book.problems


HEADER = ["Study", "Arm", "Role", "Views", "Temp", "Time"]
LISTS = [["Smith", "a", "active", "lateral, AP; oblique"], ["Smith", "b", "sham", "lateral, AP"]]
FULL = [
    ["Jones", "a", "active", "AP, oblique", "80 °C", "90 s"],
    ["Jones", "b", "sham", "AP; oblique", "37 °C", "90 s"],
]


@pytest.mark.parametrize("separator", [";", "\t", "|", ","])
@pytest.mark.parametrize("title", [[], [["Form, version 2"]], [["Extraction form"], ["Filled in by A"]]])
@pytest.mark.parametrize("notes", [[], [["LA, local anaesthetic; RF, radiofrequency"]]])
def test_a_separator_is_told_though_lines_lack_their_ends_and_texts_hold_others(
    separator: str, title: list[list[str]], notes: list[list[str]]
) -> None:
    rows = [*title, HEADER, *LISTS, *FULL, *notes]
    assert rows_of(read(written(rows, separator).encode())) == [row + [""] * (6 - len(row)) for row in rows]


def test_a_table_of_two_columns_whose_texts_are_lists_is_cut_at_its_own_separator() -> None:
    rows = [["Study", "Views"], *[[f"Smith {year}", "AP, lateral, oblique"] for year in range(2001, 2009)]]
    assert rows_of(read(written(rows, ";").encode())) == rows


def test_rows_that_only_another_separator_can_read_do_not_speak_for_it() -> None:
    rows = [["study", "arm", "note"], ["Smith", "a", "10 mg, twice"], ["Jones", "b", "x"]]
    quoted = "\r".join("|".join(f'"{cell}"' for cell in row) for row in rows)
    assert rows_of(read(quoted.encode())) == rows
