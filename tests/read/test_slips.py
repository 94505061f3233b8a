"""What people and spreadsheets do to numbers is told by its own name; what may mean two things is never guessed."""

from __future__ import annotations

from math import inf, nextafter

import pytest

from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation
from fidelity.model.values import Interval, OneOf
from fidelity.read.numbers import times_in
from fidelity.read.quantities import parse
from fidelity.read.vocabulary import STATUS_TEXTS
from read.parsed import fault, value


@pytest.mark.parametrize("dash", ["-", "–", "—", "‒", "―", "−", "‐", "‑", "－", " to ", " - "])
def test_any_dash_makes_a_range(shipped: Codebook, dash: str) -> None:
    assert value(shipped, "lesion_duration", f"60{dash}90 s") == Interval(60, 90)
    assert value(shipped, "lesion_duration", f"60 s{dash}90 s") == Interval(60, 90)
    assert value(shipped, "needle_gauge", f"22{dash}25 G") == OneOf(frozenset({"22", "23", "24", "25"}))


LEAST = (
    *(">= 60 s", "≥60 s", "≧ 60 s", "> = 60 s", "60+", "60+ s", "60 s+", "60 s or more", "60 or more s"),
    *("60 s and above", "60 s or higher", "at least 60 s", "at least one minute"),
)


@pytest.mark.parametrize("text", LEAST)
def test_a_least_number_may_be_said_in_many_ways(shipped: Codebook, text: str) -> None:
    assert value(shipped, "lesion_duration", text) == Interval(60, 1800)


@pytest.mark.parametrize("text", ["<= 90 s", "≦ 90 s", "90 s or less", "90 or less s", "90 s or lower", "up to 90 s"])
def test_a_most_number_may_be_said_in_many_ways(shipped: Codebook, text: str) -> None:
    assert value(shipped, "lesion_duration", text) == Interval(5, 90)


def test_a_percentage_of_relief_and_one_of_a_drug_are_told_apart_by_their_fields(shipped: Codebook) -> None:
    assert value(shipped, "block_relief_cutoff", "80%+") == Interval(80, 80)
    assert value(shipped, "block_relief_cutoff", "2%") == Interval(2, nextafter(2.0, inf))
    assert value(shipped, "anaesthetic_percent", "2%") == Interval(2, 2)
    assert fault(shipped, "anaesthetic_percent", "80%").code == "out-of-range"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 x 60 s", (2, "60 s")),
        ("2 × 60 s", (2, "60 s")),
        ("2x60s", (2, "60s")),
        ("2 * 60 s", (2, "60 s")),
        ("2 times 60 s", (2, "60 s")),
        ("two x 60 s", (2, "60 s")),
        ("2 cycles of 120 s", (2, "120 s")),
        ("two lesions of 90 s", (2, "90 s")),
        ("60 s x 2", (2, "60 s")),
        ("60-90 s × 3", (3, "60-90 s")),
        ("3 × 2 min", (3, "2 min")),
        ("60 x 2", None),
        ("2 x 60", None),
        ("2 x 60 s x 3", None),
        ("0 x 60 s", None),
        ("60 s", None),
        ("2 lesions", None),
    ],
)
def test_how_many_times_is_told_where_the_unit_tells_which_number_it_is(
    text: str, found: tuple[int, str] | None
) -> None:
    assert times_in(text) == found


@pytest.mark.parametrize("text", ["2 x 60 s", "2 × 60 s", "60 s x 2", "two lesions of 60 s", "2 x 60", "60*2"])
def test_a_number_of_times_is_no_part_of_a_duration(shipped: Codebook, text: str) -> None:
    found = fault(shipped, "lesion_duration", text)
    assert found.code == "times"
    assert repr(text) in found.what


@pytest.mark.parametrize(
    ("text", "range_"),
    [
        ("12-Oct", "10 to 12"),
        ("Oct-12", "10 to 12"),
        ("10-Dec", "10 to 12"),
        ("12 Oct", "10 to 12"),
        ("12-Oct-26", "10 to 12"),
        ("October 12, 2026", "10 to 12"),
        ("Oct 2012", "10 to 12"),
        ("2026-10-12", "10 to 12"),
        ("2026-10-12 00:00:00", "10 to 12"),
        ("2026-10-12T00:00:00", "10 to 12"),
        ("12/10/2026", "10 to 12"),
        ("10.12.2026", "10 to 12"),
        ("3-Feb", "2 to 3"),
    ],
)
def test_a_date_in_place_of_a_number_is_known_as_what_a_spreadsheet_made_of_a_range(
    shipped: Codebook, text: str, range_: str
) -> None:
    for field in ("lesion_duration", "lesions_per_nerve", "electrode_gauge", "block_relief_cutoff"):
        found = fault(shipped, field, text)
        assert (found.code, found.remedy) == ("date-cell", f"write a range as text, such as '{range_}'")
        assert text in found.what


def test_a_date_in_place_of_a_year_is_refused_with_the_year_as_remedy(shipped: Codebook) -> None:
    for text in ("2018-05-01", "May-18", "May 2018"):
        found = fault(shipped, "publication_year", text)
        assert (found.code, found.remedy) == ("date-cell", "write the year alone")
    assert value(shipped, "publication_year", "2018") == Interval(2018, 2018)


def test_the_number_that_stands_for_a_date_is_out_of_range(shipped: Codebook) -> None:
    for field in ("lesion_duration", "lesions_per_nerve", "lesion_temperature", "publication_year"):
        assert fault(shipped, field, "46307").code == "out-of-range"


@pytest.mark.parametrize("text", ["1 200 s", "1\u2009200 s", "1\u00a0200 s", "1\u202f200 s", "60 120 s"])
def test_a_space_inside_a_number_is_refused(shipped: Codebook, text: str) -> None:
    assert fault(shipped, "lesion_duration", text).code == "thousands"


@pytest.mark.parametrize("text", ["12,5 mg", "1,200 mg", "12，5 mg", "12,5-25 mg"])
def test_a_comma_in_a_number_is_refused_with_the_mapping_as_remedy(shipped: Codebook, text: str) -> None:
    found = fault(shipped, "steroid_dose", text)
    assert found.code == "decimal-comma"
    assert "decimal: comma" in found.remedy


@pytest.mark.parametrize("text", ["10² s", "10⁻³ s", "90¹", "90 ²"])
def test_a_raised_figure_is_no_digit_of_the_number(shipped: Codebook, text: str) -> None:
    assert fault(shipped, "lesion_duration", text).code == "raised-figure"


@pytest.mark.parametrize("text", ["c. 90 s", "~90", "≈ 90 s", "about 90 s", "ca. 90 s"])
def test_about_stays_about(shipped: Codebook, text: str) -> None:
    assert fault(shipped, "lesion_duration", text).code == "approximate"


@pytest.mark.parametrize(
    "text", ["90 s at 80 °C", "80 °C/90 s", "one and a half minutes", "90''", "60/90 s", "60..90 s", "٩٠", "twice"]
)
def test_what_has_no_form_of_a_number_is_refused(shipped: Codebook, text: str) -> None:
    assert fault(shipped, "lesion_duration", text).code in {"no-number", "unknown-unit"}


def test_figures_and_letters_of_other_widths_are_the_same(shipped: Codebook) -> None:
    assert value(shipped, "lesion_duration", "６０－９０ ｓ") == Interval(60, 90)
    assert value(shipped, "electrode_gauge", "１８Ｇ") == OneOf(frozenset({"18"}))


@pytest.mark.parametrize("text", ["18+", "18 G+", "≥ 18 G"])
def test_more_gauge_than_a_number_is_refused_however_it_is_said(shipped: Codebook, text: str) -> None:
    assert fault(shipped, "electrode_gauge", text).code == "gauge-direction"


@pytest.mark.parametrize("text", ["n.r", "N.R", "unreported", "Unspecified", "no information", "not documented"])
def test_more_words_say_that_a_report_is_silent(shipped: Codebook, text: str) -> None:
    for field in shipped.fields.values():
        found = parse(field, shipped, text)
        assert isinstance(found, Observation)
        assert (found.status, found.value) == ("not_reported", None)


@pytest.mark.parametrize("text", ["-", "–", "—", "−", "NA", "N/A", "n.a.", "#N/A"])
def test_a_dash_and_na_are_refused_in_every_field_even_one_of_free_text(shipped: Codebook, text: str) -> None:
    for name in shipped.fields:
        assert fault(shipped, name, text).code == "ambiguous-na"


@pytest.mark.parametrize("text", ["NS", "ND", "not available", "99", "NI"])
def test_what_may_say_other_things_is_no_word_for_silence(shipped: Codebook, text: str) -> None:
    assert text.casefold() not in STATUS_TEXTS
    assert fault(shipped, "lesion_temperature", "999" if text == "99" else text)


def test_contrast_that_was_not_given_was_omitted_and_not_unreported(shipped: Codebook) -> None:
    for field in ("contrast", "block_contrast"):
        for text in ("not given", "not injected", "not used", "no contrast", "without contrast"):
            assert value(shipped, field, text) == OneOf(frozenset({"omitted"}))
        for text in (
            "with or without contrast",
            "was avoided",
            "contrast (not reported)",
            "available but was not used",
        ):
            assert fault(shipped, field, text).code == "unknown-choice"


def test_no_choice_is_said_with_a_word_for_a_status(shipped: Codebook) -> None:
    for name, field in shipped.fields.items():
        assert not set(field.said) & (STATUS_TEXTS - {""}), name


def test_an_unknown_choice_names_up_to_three_that_are_like_it(shipped: Codebook) -> None:
    found = fault(shipped, "steroid_agent", "Dexametasone")
    assert found.near[0] == "dexamethasone"
    assert 1 <= len(found.near) <= 3
    assert found.remedy == "did you mean 'dexamethasone'?"
    assert fault(shipped, "region", "knee").near == ()
