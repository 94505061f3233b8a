"""Where a sheet does not show which row is its header, the names that the mapping reads tell it."""

from __future__ import annotations

import pytest

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.mapping.apply import Applied, apply
from read.mapping.made import column
from read.shapes.made import Rows, book, grid

MADE = MappingFile.model_validate(
    {
        "codebook": "1.0.0",
        "tables": [
            {
                "name": "arms",
                "columns": [
                    {"reads": ["Study"], "feeds": "study"},
                    {"reads": ["Img", "Imaging"], "feeds": "image_guidance"},
                    {"reads": ["Views"], "feeds": "fluoroscopic_views", "optional": True},
                ],
                "always": {"arm": "RF", "role": "active"},
            }
        ],
    }
)


def _applied(rows: Rows, codebook: Codebook) -> Applied:
    return apply(MADE, [book(grid(rows, "small.csv", None))], codebook)


@pytest.mark.parametrize("above", [[], [("Extraction of May", "")]])
@pytest.mark.parametrize("header", [("Study", "Img"), ("study ", "IMAGING")])
def test_the_first_of_three_rows_of_words_is_the_header_that_the_mapping_names(
    above: Rows, header: tuple[str, str], codebook: Codebook
) -> None:
    found = _applied([*above, header, ("a", "A"), ("b", "a")], codebook)
    assert not found.problems
    assert not found.refused
    (sheet,) = found.sheets
    assert column(sheet, "study") == ["a", "b"]
    assert column(sheet, "image_guidance") == ["A", "a"]
    assert sheet.place(0, sheet.header.index("study")).cell == f"A{len(above) + 2}"


def test_a_row_with_one_of_two_names_is_taken_for_no_header(codebook: Codebook) -> None:
    found = _applied([("Study", "Image"), ("a", "A"), ("b", "a")], codebook)
    assert not found.sheets
    assert [problem.code for problem in found.problems] == ["missing-table"]
