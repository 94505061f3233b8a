"""What one row says of a study holds for its other rows, and shows the cell that says it."""

from __future__ import annotations

from typing import Any

from fidelity.model.codebook import Codebook
from fidelity.read.sheet import Sheet
from read.mapping.made import KEYS, applied, column, mapping

YEAR = {"reads": ["Year"], "feeds": "publication_year"}
TITLE = {"reads": ["Title"], "feeds": "title"}
DEGREES = {"reads": ["T (C)"], "feeds": "lesion_temperature"}
HEADER = ("Trial", "Group", "Kind", "Year", "Title", "T (C)")


def made(codebook: Codebook, *rows: tuple[str, ...], header: tuple[str, ...] = HEADER, **more: Any) -> Sheet:
    (sheet,) = applied(mapping(YEAR, TITLE, DEGREES, **more), [header, *rows], codebook).sheets
    return sheet


def test_a_fact_of_the_study_holds_for_the_rows_in_which_its_cell_is_blank(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "2009", "On facets", "80"), ("T", "B", "sham"), ("U", "A", "active", "", "", "85"))
    sheet = made(codebook, *rows)
    assert column(sheet, "publication_year") == ["2009", "2009", ""]
    assert column(sheet, "title") == ["On facets", "On facets", ""]
    assert column(sheet, "lesion_temperature") == ["80", "", "85"]
    year = sheet.header.index("publication_year")
    assert [sheet.place(row, year).cell for row in range(3)] == ["D2", "D2", "D4"]


def test_the_cell_is_shown_where_the_row_that_says_it_was_left_out(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "2009", "", "80"), ("T", "B", "sham", "", "", ""), ("T", "C", "control", "", "", "9"))
    sheet = made(codebook, *rows)
    assert sheet.foreign is not None
    sources = sheet.foreign.sources.taken(sheet.numbers[1:3] - 2).taken(sheet.numbers[1:2] - 2)
    year, degrees = sheet.header.index("publication_year"), sheet.header.index("lesion_temperature")
    assert (sources.place(0, year).cell, sources.place(0, degrees).cell) == ("D2", "F4")


def test_where_rows_say_different_things_a_blank_cell_stays_blank(codebook: Codebook) -> None:
    rows = (("T", "A", "active", "2009"), ("T", "B", "sham", "2010"), ("T", "C", "control", ""))
    assert column(made(codebook, *rows), "publication_year") == ["2009", "2010", ""]


def test_each_report_of_a_study_says_its_own(codebook: Codebook) -> None:
    keys = {"name": "arms", "columns": [*KEYS, {"reads": ["From"], "feeds": "report"}, YEAR]}
    header = ("Trial", "Group", "Kind", "From", "Year")
    rows = (("T", "A", "active", "registry", "2009"), ("T", "B", "sham", "registry"), ("T", "A", "active", "paper"))
    (sheet,) = applied(mapping(table=keys), [header, *rows], codebook).sheets
    assert column(sheet, "publication_year") == ["2009", "2009", ""]


def test_rows_without_a_study_share_nothing(codebook: Codebook) -> None:
    rows = (("", "A", "active", "2009"), ("", "B", "sham", ""))
    assert column(made(codebook, *rows), "publication_year") == ["2009", ""]
