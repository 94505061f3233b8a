"""Units in the names of columns: taken where they are one, left where the word belongs to the name."""

from __future__ import annotations

import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.headers import unit_in


@pytest.mark.parametrize(
    ("header", "rest", "unit"),
    [
        ("Temperature (°C)", "Temperature", "°C"),
        ("Temperature (in °C)", "Temperature", "°C"),
        ("Duration, s", "Duration", "s"),
        ("Duration - s", "Duration", "s"),
        ("volume [mL]", "volume", "mL"),
        ("duration_s", "duration", "s"),
        ("Temp °C", "Temp", "°C"),
        ("Temp deg C", "Temp", "deg C"),
        ("Dose in mg", "Dose", "mg"),
        ("VAS cut-off %", "VAS cut-off", "%"),
        ("Interval (days)", "Interval", "days"),
        ("Volume\n(ml)", "Volume", "ml"),
    ],
)
def test_a_unit_at_the_end_of_a_header_is_taken_off(shipped: Codebook, header: str, rest: str, unit: str) -> None:
    assert unit_in(header, shipped) == (rest, unit)


@pytest.mark.parametrize(
    ("header", "rest", "unit"),
    [
        ("RF.temp...C.", "RF temp", "°C"),
        ("Dose..mg.", "Dose", "mg"),
        ("Tip.length..mm", "Tip length", "mm"),
        ("Tip.temperature...C", "Tip temperature", "°C"),
    ],
)
def test_a_unit_is_found_in_what_r_makes_of_a_header(shipped: Codebook, header: str, rest: str, unit: str) -> None:
    assert unit_in(header, shipped) == (rest, unit)


def test_a_microgram_whose_sign_r_has_lost_is_no_gram(shipped: Codebook) -> None:
    assert unit_in("Dose...g.", shipped)[1] in (None, "µg", "μg")


@pytest.mark.parametrize(
    "header",
    [
        *("Vitamin C", "Group G", "Grade V", "vitamin_c", "group_g", "Hepatitis, C"),
        *("Publication year", "Number of lesions", "Needle gauge", "temp_min", "Duration min"),
        *("Dose (mg/mL)", "Trial in progress", "C", "(s)", "°C", "", "lesion_temperature"),
    ],
)
def test_a_last_word_that_may_belong_to_the_name_is_left_there(shipped: Codebook, header: str) -> None:
    assert unit_in(header, shipped) == (header, None)
