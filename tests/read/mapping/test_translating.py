"""What a mapping makes of cells: rewritten for the grammar, never computed; what cannot be told is refused."""

from __future__ import annotations

from typing import Any

import pytest

from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.read.mapping.apply import apply
from fidelity.read.mapping.rewording import is_bare
from fidelity.read.tables import read_sheet
from read.mapping.made import applied, arms, column, mapping, one, spoilt
from read.shapes.made import Rows, book, grid

TIME = {"reads": ["Time (min)"], "feeds": "lesion_duration"}


def read_back(codebook: Codebook, entry: dict[str, Any], name: str, *values: str, **whole: Any) -> list[Any]:
    """Return low and high of what the grammar reads in each translated cell."""
    (sheet,) = applied(mapping(entry, **whole), arms(entry["reads"][0], *values), codebook).sheets
    frame = read_sheet(sheet, [], codebook, None).batches[0].frame
    return list(zip(frame[f"{name}.low"], frame[f"{name}.high"], strict=True))


def test_the_unit_of_a_header_stands_behind_each_bare_number(codebook: Codebook) -> None:
    texts = ("1.5", "1-2", "1 to 2", ">= 1.5", "90 s", "1; 2")
    found = read_back(codebook, TIME, "lesion_duration", *texts)
    assert found == [(90, 90), (60, 120), (60, 120), (90, 1200), (90, 90), (60, 120)]


def test_a_unit_of_the_mapping_counts_where_the_header_names_none(codebook: Codebook) -> None:
    entry = {"reads": ["Time"], "feeds": "lesion_duration", "unit": "min"}
    assert read_back(codebook, entry, "lesion_duration", "2", "2 min", "45 s") == [(120, 120), (120, 120), (45, 45)]


def test_a_number_in_two_possible_units_is_refused(codebook: Codebook) -> None:
    entry = {"reads": ["Time (s)"], "feeds": "lesion_duration"}
    assert spoilt(mapping(entry), arms("Time (s)", "60 or 2 min", "60 or 90 sec"), codebook) == [
        (0, "mixed-units", "D2")
    ]


def test_a_column_without_any_unit_is_named_as_such(codebook: Codebook) -> None:
    entries = [
        {"reads": ["Time"], "feeds": "lesion_duration"},
        {"reads": ["Temp (C)"], "feeds": "lesion_temperature"},
        {"reads": ["lesions_per_nerve"], "feeds": "lesions_per_nerve"},
    ]
    rows = [("Trial", "Group", "Kind", "Time", "Temp (C)", "lesions_per_nerve"), ("T", "A", "active", "90", "80", "2")]
    (sheet,) = applied(mapping(*entries), rows, codebook).sheets
    assert sheet.foreign is not None
    assert {sheet.header[place] for place in sheet.foreign.unitless} == {"lesion_duration"}


def test_a_unit_of_another_quantity_refuses_the_rows_that_have_a_value(codebook: Codebook) -> None:
    entry = {"reads": ["Time (mL)"], "feeds": "lesion_duration"}
    found = applied(mapping(entry), arms("Time (mL)", "90", ""), codebook)
    assert [problem.code for problem in found.problems] == ["unknown-unit"]
    assert list(found.sheets[0].spoilt) == [0]


def test_header_and_mapping_must_not_name_different_units(codebook: Codebook) -> None:
    found = applied(mapping({**TIME, "unit": "s"}), arms("Time (min)", "90"), codebook)
    assert [problem.code for problem in found.problems] == ["unit-clash"]


def test_codes_become_the_status_that_they_mean(codebook: Codebook) -> None:
    entry = {"reads": ["T"], "feeds": "lesion_temperature", "unit": "C", "codes": {"unclear": ["99"]}}
    made = mapping(entry, codes={"not_reported": ["-", "n/a"], "not_extracted": ["."]})
    found = one(made, arms("T", "-", " N/A ", "99", ".", "", "80"), codebook, "lesion_temperature")
    assert found == ["not reported", "not reported", "unclear", "not extracted", "", "80"]


def test_n_a_is_ambiguous_until_the_mapping_says_what_it_means(codebook: Codebook) -> None:
    entry = {"reads": ["T (C)"], "feeds": "lesion_temperature"}
    assert spoilt(mapping(entry), arms("T (C)", "n/a"), codebook) == [(0, "ambiguous-na", "D2")]


def test_codes_are_no_names_of_studies_and_arms(codebook: Codebook) -> None:
    rows = [("Trial", "Group", "Kind"), ("99", "-", "active")]
    (sheet,) = applied(mapping(codes={"not_reported": ["99", "-"]}), rows, codebook).sheets
    assert sheet.cells.row(0) == ("99", "-", "active")


def test_values_mean_whole_cells_before_entries(codebook: Codebook) -> None:
    values = {"x-ray": "fluoroscopy", "blind": "landmarks", "x-ray; blind": "NR"}
    entry = {"reads": ["How"], "feeds": "image_guidance", "values": values}
    rows = arms("How", "X-Ray", "CT; blind", "x-ray; BLIND", "\u00a0blind ")
    found = one(mapping(entry), rows, codebook, "image_guidance")
    assert found == ["fluoroscopy", "CT; landmarks", "NR", "landmarks"]


def test_a_separator_inside_brackets_parts_nothing(codebook: Codebook) -> None:
    values = {"C-arm (GE; 2D)": "fluoroscopy"}
    entry = {"reads": ["How"], "feeds": "image_guidance", "values": values, "separator": ";"}
    rows = arms("How", "C-arm (GE; 2D); CT", "C-arm (GE; 2D)")
    assert one(mapping(entry), rows, codebook, "image_guidance") == ["fluoroscopy; CT", "fluoroscopy"]


def test_several_means_either_or_all_as_the_mapping_says(codebook: Codebook) -> None:
    every = {"reads": ["Views"], "feeds": "views", "separator": "+", "several": "all"}
    assert one(mapping(every), arms("Views", "ap+lateral"), codebook, "views") == ["ap; lateral"]
    either = {**every, "several": "either"}
    (sheet,) = applied(mapping(either), arms("Views", "ap+lateral"), codebook).sheets
    (refusal,) = read_sheet(sheet, [], codebook, None).refused
    assert [problem.code for problem in refusal.problems] == ["open-list"]


def test_a_decimal_comma_is_read_only_where_the_mapping_says_so(codebook: Codebook) -> None:
    entry = {"reads": ["Vol (mL)"], "feeds": "injectate_volume"}
    rows = arms("Vol (mL)", "0,5", "1,5-2")
    assert one(mapping(entry), rows, codebook, "injectate_volume") == ["0,5", "1,5-2"]
    assert read_back(codebook, entry, "injectate_volume", "0,5", "1,5-2", decimal="comma") == [(0.5, 0.5), (1.5, 2)]


@pytest.mark.parametrize("text", ["1.200", "1.200,5", "1,200,5"])
def test_thousands_are_never_read(codebook: Codebook, text: str) -> None:
    entry = {"reads": ["Time (s)"], "feeds": "lesion_duration"}
    (sheet,) = applied(mapping(entry, decimal="comma"), arms("Time (s)", text), codebook).sheets
    reading = read_sheet(sheet, [], codebook, None)
    assert sheet.spoilt or reading.refused


@pytest.mark.parametrize(
    ("text", "value", "times"),
    [("2 x 60 s", "60 s", "2"), ("2 × 60 s", "60 s", "2"), ("60 s x 2", "60 s", "2"), ("60 s", "60 s", "")],
)
def test_a_number_of_times_goes_to_the_field_that_takes_it(
    codebook: Codebook, text: str, value: str, times: str
) -> None:
    entry = {"reads": ["Time"], "feeds": "lesion_duration", "times": "lesions_per_nerve"}
    (sheet,) = applied(mapping(entry), arms("Time", text, "1 x 30 s"), codebook).sheets
    assert (column(sheet, "lesion_duration")[0], column(sheet, "lesions_per_nerve")[0]) == (value, times)


def test_a_number_of_times_is_refused_where_nobody_says_what_it_counts(codebook: Codebook) -> None:
    entry = {"reads": ["Time (s)"], "feeds": "lesion_duration"}
    rows = arms("Time (s)", "2 x 60 s", "2 x 60")
    assert spoilt(mapping(entry), rows, codebook) == [(0, "times", "D2"), (1, "open-times", "D3")]


def test_two_columns_may_fill_each_other_but_not_differ(codebook: Codebook) -> None:
    entries = [
        {"reads": ["Time (s)"], "feeds": "lesion_duration", "times": "lesions_per_nerve"},
        {"reads": ["Lesions"], "feeds": "lesions_per_nerve"},
    ]
    rows = [
        ("Trial", "Group", "Kind", "Time (s)", "Lesions"),
        ("T1", "A", "active", "2 x 60 s", ""),
        ("T2", "A", "active", "60", "3"),
        ("T3", "A", "active", "2 x 60 s", "3"),
    ]
    (sheet,) = applied(mapping(*entries), rows, codebook).sheets
    assert column(sheet, "lesions_per_nerve")[:2] == ["2", "3"]
    assert [problem.code for problem in sheet.spoilt[2]] == ["two-values"]
    at = sheet.header.index("lesions_per_nerve")
    assert [sheet.place(row, at).cell for row in (0, 1)] == ["D2", "E3"]


def test_a_cell_may_be_split_into_several_fields(codebook: Codebook) -> None:
    split = r"(?P<lesion_temperature>\d+ ?°C)(?:, (?P<lesion_duration>\d+ s))?"
    entry = {"reads": ["RF"], "split": split, "codes": {"not_reported": ["-"]}}
    (sheet,) = applied(mapping(entry), arms("RF", "80 °C, 90 s", "85 °C", "-", "hot", "NR"), codebook).sheets
    assert column(sheet, "lesion_temperature") == ["80 °C", "85 °C", "not reported", "", "NR"]
    assert column(sheet, "lesion_duration") == ["90 s", "", "not reported", "", "NR"]
    assert [(row, [problem.code for problem in found]) for row, found in sheet.spoilt.items()] == [(3, ["no-split"])]


def test_a_date_where_none_belongs_spoils_its_row(codebook: Codebook) -> None:
    entry = {"reads": ["T (C)"], "feeds": "lesion_temperature"}
    rows = arms("T (C)", "80", "2024-10-12")
    (sheet,) = applied(mapping(entry), rows, codebook, dates=frozenset({(2, 3)})).sheets
    (problem,) = sheet.spoilt[1]
    assert (problem.code, problem.place.cell, problem.header) == ("date-cell", "D3", "T (C)")


def test_what_holds_for_every_row_is_said_of_each(codebook: Codebook) -> None:
    made = mapping(table={"always": {"region": "lumbar"}})
    rows = [("Trial", "Group", "Kind"), ("T", "A", "active"), ("U", "A", "active")]
    (sheet,) = applied(made, rows, codebook).sheets
    assert column(sheet, "region") == ["lumbar", "lumbar"]
    assert sheet.place(1, sheet.header.index("region")).cell == "A3"


def test_a_made_sheet_shows_what_the_file_shows(codebook: Codebook) -> None:
    entry = {"reads": ["How"], "feeds": "image_guidance", "values": {"x-ray": "fluoroscopy"}}
    (sheet,) = applied(mapping(entry), arms("How", "x-ray"), codebook).sheets
    at = sheet.header.index("image_guidance")
    assert (sheet.text(0, at), sheet.found(0, at)) == ("fluoroscopy", ("How", "x-ray"))
    assert (sheet.heading(at).cell, sheet.place(0, at).cell, sheet.numbers.to_list()) == ("D1", "D2", [2])


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("80", True),
        ("80-85", True),
        ("at least 80", True),
        ("80 °C", False),
        ("50%", False),
        ("", False),
        ("none", False),
    ],
)
def test_bare_numbers_are_known(text: str, bare: bool) -> None:
    assert is_bare(text) == bare


def test_many_rows_are_translated_as_few_are(codebook: Codebook) -> None:
    entry = {"reads": ["Time (min)"], "feeds": "lesion_duration", "codes": {"not_reported": ["99"]}}
    values = [str(number % 100) for number in range(5000)]
    found = one(mapping(entry), arms("Time (min)", *values), codebook, "lesion_duration")
    assert found == ["not reported" if value == "99" else f"{value} min" for value in values]


def test_a_status_is_not_split_but_said_of_each_part(codebook: Codebook) -> None:
    split = r"(?P<details>.*?)[,;]?\s*(?P<lesion_duration>\d+ s)?"
    entry = {"reads": ["RF"], "split": split, "codes": {"not_applicable": ["-"]}}
    (sheet,) = applied(mapping(entry), arms("RF", "slow, 90 s", "NR", "-"), codebook).sheets
    assert column(sheet, "details") == ["slow", "NR", "not applicable"]
    assert column(sheet, "lesion_duration") == ["90 s", "NR", "not applicable"]


def test_a_date_is_told_once_and_read_as_nothing(codebook: Codebook) -> None:
    entry = {"reads": ["T (C)"], "feeds": "lesion_temperature", "unit": "C"}
    (sheet,) = applied(mapping(entry), arms("T (C)", "80", "2024-10-12"), codebook, dates=frozenset({(2, 3)})).sheets
    assert column(sheet, "lesion_temperature") == ["80", ""]
    assert [problem.code for problem in sheet.spoilt[1]] == ["date-cell"]


def unused(made: MappingFile, *sheets: Rows, codebook: Codebook) -> list[tuple[str, str | None, tuple[str, ...]]]:
    """Return header, word and near texts of the notes on words that no cell holds."""
    notes = apply(made, [book(*(grid(rows, sheet=f"S{at}") for at, rows in enumerate(sheets)))], codebook).notes
    return [(note.header, note.found, note.near) for note in notes if note.code == "values-unused"]


def test_a_word_of_the_mapping_that_no_cell_holds_is_named_with_what_stands_there(codebook: Codebook) -> None:
    said = {"0.75": "75", "50 %": "50", "40": "40"}
    entry = {"reads": ["Relief"], "feeds": "block_relief_cutoff", "values": said, "codes": {"not_reported": ["NP"]}}
    assert unused(mapping(entry), arms("Relief", "75 %", "50 %", "40; 50 %"), codebook=codebook) == [
        ("Relief", "0.75", ("75 %",)),
        ("Relief", "NP", ("75 %", "40; 50 %")),
    ]


def test_a_word_is_used_that_one_sheet_of_the_table_holds_whole_or_as_an_entry(codebook: Codebook) -> None:
    entry = {
        "reads": ["Views"],
        "feeds": "image_guidance",
        "separator": "/",
        "values": {"II": "ct", "x-ray": "fluoroscopy"},
    }
    made = mapping(entry, table={"sheets": ["S0", "S1"]})
    assert unused(made, arms("Views", "ii/US"), arms("Views", "X-ray"), codebook=codebook) == []
    assert [found for _, found, _ in unused(made, arms("Views", "ii"), arms("Views", "US"), codebook=codebook)] == [
        "x-ray"
    ]


def test_a_word_that_a_pattern_takes_out_of_a_cell_is_used(codebook: Codebook) -> None:
    split = r"(?P<needle_gauge>\S+) needle, (?P<image_guidance>.+)"
    entry = {"reads": ["How"], "split": split, "values": {"thin": "25", "II": "fluoroscopy", "MR": "mri"}}
    found = unused(mapping(entry), arms("How", "thin needle, II"), codebook=codebook)
    assert [word for _, word, _ in found] == ["MR"]
