"""Cells as they stand: numbers are compared as numbers, and what cannot be told is neither changed nor guessed."""

from __future__ import annotations

from time import monotonic

import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.mapping.rewording import Reworded, parted_times
from read.mapping.made import applied, arms, column, mapping, one, spoilt

TIME = {"reads": ["Time (min)"], "feeds": "lesion_duration"}


@pytest.mark.parametrize("header", ["Time (s)", "Time (min)"])
def test_a_bare_number_that_may_be_thousands_is_refused_where_commas_are_decimal_signs(
    codebook: Codebook, header: str
) -> None:
    rows = arms(header, "200.000", "200.000 s", "90", "0.5")
    found = spoilt(mapping({"reads": [header], "feeds": "lesion_duration"}, decimal="comma"), rows, codebook)
    assert found == [(0, "thousands", "D2"), (1, "thousands", "D3")]


@pytest.mark.parametrize("code", ["99", "99.0", "099"])
@pytest.mark.parametrize("decimal", ["point", "comma"])
def test_numbers_that_are_codes_are_compared_as_numbers(codebook: Codebook, code: str, decimal: str) -> None:
    entry = {"reads": ["T (C)"], "feeds": "lesion_temperature", "codes": {"not_reported": [code], "unclear": ["-9"]}}
    rows = arms("T (C)", "99", "99.0", "99.00", "099", "-9.0", "9")
    found = one(mapping(entry, decimal=decimal), rows, codebook, "lesion_temperature")
    assert found == [*["not reported"] * 4, "unclear", "9"]


def test_a_code_may_have_a_decimal_comma_in_the_file_but_is_no_thousand(codebook: Codebook) -> None:
    entry = {"reads": ["T (C)"], "feeds": "lesion_temperature", "codes": {"not_reported": ["1"]}}
    rows = arms("T (C)", "1,0", "1.000")
    (sheet,) = applied(mapping(entry, decimal="comma"), rows, codebook).sheets
    assert column(sheet, "lesion_temperature")[0] == "not reported"
    assert [problem.code for problem in sheet.spoilt[1]] == ["thousands"]


def test_numbers_in_a_text_are_codes_however_they_are_written(codebook: Codebook) -> None:
    entry = {"reads": ["Notes"], "feeds": "details", "codes": {"not_reported": ["99"]}}
    rows = arms("Notes", "99.0000", "99 patients")
    assert one(mapping(entry), rows, codebook, "details") == ["not reported", "99 patients"]


def test_numbers_are_translated_however_they_are_written(codebook: Codebook) -> None:
    entry = {"reads": ["How"], "feeds": "image_guidance", "values": {"1": "fluoroscopy", "2": "ct"}}
    assert one(mapping(entry), arms("How", "1.0", "02"), codebook, "image_guidance") == ["fluoroscopy", "ct"]


@pytest.mark.parametrize("text", ["1 000", "80/85", "80 / 85"])
def test_what_the_grammar_cannot_read_stays_as_the_cell_has_it(codebook: Codebook, text: str) -> None:
    entry = {"reads": ["T (C)"], "feeds": "lesion_temperature"}
    assert one(mapping(entry), arms("T (C)", text), codebook, "lesion_temperature") == [text]


@pytest.mark.parametrize(
    "text", ["from 1 to 2", "between 1 and 2", "1 - 2", "1 or 2", "1; 2", "1|2", "1 or more", "at most 2", "< 2", "1+"]
)
def test_each_form_of_numbers_takes_the_unit_of_its_column(codebook: Codebook, text: str) -> None:
    (told,) = one(mapping(TIME), arms("Time (min)", text), codebook, "lesion_duration")
    assert told.count("min") == sum(sign.isdigit() for sign in text)


def test_the_x_of_a_word_multiplies_nothing(codebook: Codebook) -> None:
    assert parted_times("max 80") == Reworded("max 80")
    entry = {"reads": ["T"], "feeds": "lesion_temperature"}
    assert one(mapping(entry), arms("T", "max 80"), codebook, "lesion_temperature") == ["max 80"]


def test_no_pattern_takes_for_ever_on_a_cell(codebook: Codebook) -> None:
    entry = {"reads": ["How"], "split": "(?P<details>.*.*.*.*.*.*)b"}
    begun = monotonic()
    cells = arms("How", "a" * 200, "a" * 500 + "b", "ab")
    assert spoilt(mapping(entry), cells, codebook) == [(0, "no-split", "D2"), (1, "no-split", "D3")]
    assert monotonic() - begun < 5
