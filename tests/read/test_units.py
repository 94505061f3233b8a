"""Units as clinicians write them are converted exactly, and those of another kind are called by their kind."""

from __future__ import annotations

from fractions import Fraction

import pytest

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation
from fidelity.model.values import Interval, OneOf
from fidelity.read.quantities import parse
from read.parsed import fault, value

YEAR = Fraction("365.25")


DEGREES = (
    *("80 °C", "80℃", "80ºC", "80˚C", "80 ° C", "80⁰C", "80 oC", "80 C", "80 °c", "80 C°", "80 deg", "80 deg. C"),
    *("80 degrees", "80 degrees Celsius", "80 Celsius", "80 °CELSIUS", "80\n°C", "80\u00a0°C", "８０℃", "80\u2009°C"),
)


@pytest.mark.parametrize("text", DEGREES)
def test_every_sign_that_looks_like_a_degree_is_one(shipped: Codebook, text: str) -> None:
    assert value(shipped, "lesion_temperature", text) == Interval(80, 80)


@pytest.mark.parametrize("text", ["80 0C", "800C", "80c", "80 Grad", "80 °C¹", "353 K"])
def test_what_only_resembles_degrees_is_refused(shipped: Codebook, text: str) -> None:
    assert fault(shipped, "lesion_temperature", text).code in {"no-number", "out-of-range", "unknown-unit"}


@pytest.mark.parametrize(
    ("text", "celsius"), [("176 F", "80"), ("176°F", "80"), ("100 degrees Fahrenheit", "37 7/9"), ("193.1 °F", "89.5")]
)
def test_fahrenheit_is_never_converted_but_its_remedy_is_exact(shipped: Codebook, text: str, celsius: str) -> None:
    found = fault(shipped, "lesion_temperature", text)
    assert "Fahrenheit" in found.what
    assert found.remedy.startswith("write the value in °C; ")
    assert found.remedy.endswith(f" are {celsius} °C")


@pytest.mark.parametrize(
    ("field", "text", "number"),
    [
        ("lesion_duration", "90 s", 90),
        ("lesion_duration", "90 sec.", 90),
        ("lesion_duration", "90 secs", 90),
        ("lesion_duration", "90 SEC", 90),
        ("lesion_duration", "1.5 min.", 90),
        ("lesion_duration", "1½ min", 90),
        ("lesion_duration", "2 mins", 120),
        ("lesion_duration", "0.5 h", 1800),
        ("lesion_duration", "0.5 hr", 1800),
        ("lesion_duration", "0.25 hrs", 900),
        ("lesion_duration", "90000 ms", 90),
        ("lesion_duration", "one minute", 60),
        ("lesion_duration", "two-minute", 120),
        ("lesion_duration", "a minute", 60),
        ("lesion_duration", "half a minute", 30),
        ("lesion_duration", "half an hour", 1800),
        ("block_interval", "48 hours", 2),
        ("block_interval", "24 h", 1),
        ("block_interval", "one week", 7),
        ("conservative_care_duration", "twelve weeks", 12),
        ("conservative_care_duration", "21 days", 3),
        ("injectate_volume", "2cc", 2),
        ("injectate_volume", "2 CC", 2),
        ("injectate_volume", "2 cm³", 2),
        ("injectate_volume", "2 cm3", 2),
        ("injectate_volume", "2 cm^3", 2),
        ("injectate_volume", "500 µL", 0.5),
        ("active_tip_length", "1 cm", 10),
        ("steroid_dose", "0.04 g", 40),
        ("steroid_dose", "4000 µg", 4),
        ("steroid_dose", "4000 μg", 4),
        ("pulse_voltage", "45 volts", 45),
        ("sensory_threshold", "500 mV", 0.5),
        ("pulse_width", "0.02 s", 20),
        ("pulse_width", "20 msec", 20),
        ("pulse_frequency", "0.002 kHz", 2),
        ("anaesthetic_percent", "2%", 2),
        ("anaesthetic_percent", "½ %", 0.5),
    ],
)
def test_a_unit_is_converted_exactly(shipped: Codebook, field: str, text: str, number: float) -> None:
    assert value(shipped, field, text) == Interval(number, number)


def test_months_and_years_are_those_of_a_year_of_365_and_a_quarter_days(shipped: Codebook) -> None:
    for months in range(1, 121):
        weeks = float(months * YEAR / 12 / 7)
        assert value(shipped, "conservative_care_duration", f"{months} months") == Interval(weeks, weeks)
    assert value(shipped, "conservative_care_duration", "4 years") == value(
        shipped, "conservative_care_duration", "1461 days"
    )
    assert value(shipped, "block_interval", "3 months") == Interval(float(YEAR / 4), float(YEAR / 4))


def test_every_factor_of_the_codebook_is_an_exact_fraction(shipped: Codebook) -> None:
    length = {"s": Fraction(1), "ms": Fraction(1, 1000), "day": Fraction(86400), "week": Fraction(7 * 86400)}
    for unit, seconds in length.items():
        for name, factor in shipped.units[unit].items():
            for other, of_other in length.items():
                if name in shipped.units[other]:
                    assert Fraction(factor) * seconds == Fraction(shipped.units[other][name]) * of_other, (unit, name)
    assert all(len(factor) <= 8 for factors in shipped.units.values() for factor in factors.values())


@pytest.mark.parametrize(
    ("field", "text", "kind"),
    [
        ("steroid_dose", "20G", "a gauge"),
        ("steroid_dose", "40 mg/mL", "a concentration"),
        ("steroid_dose", "40 mg per mL", "a concentration"),
        ("steroid_dose", "1 mg/kg", "a dose for each kilogram"),
        ("steroid_dose", "2 mL", "a volume"),
        ("injectate_volume", "40 mg", "a dose"),
        ("injectate_volume", "2 g", "a dose"),
        ("injectate_volume", "2 %", "a percentage"),
        ("anaesthetic_percent", "5 mg/mL", "a concentration"),
        ("lesion_duration", "80 °C", "a temperature"),
        ("lesion_duration", "20 Hz", "a frequency"),
        ("lesion_temperature", "90 s", "a time"),
        ("active_tip_length", "18 G", "a gauge"),
        ("active_tip_length", "5 Fr", "a diameter"),
        ("pulse_voltage", "300 mA", "a current"),
        ("pulse_voltage", "300 Ω", "a resistance"),
        ("pulse_frequency", "20 ms", "a time"),
        ("pulse_width", "2 Hz", "a frequency"),
        ("block_relief_points", "50 %", "a percentage"),
        ("lesions_per_nerve", "90 s", "a time"),
    ],
)
def test_a_unit_of_another_kind_is_called_by_its_kind(shipped: Codebook, field: str, text: str, kind: str) -> None:
    found = fault(shipped, field, text)
    assert found.code == "other-quantity"
    assert f" is {kind}, " in found.what


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("18-gauge", {"18"}),
        ("18 ga", {"18"}),
        ("18Ga.", {"18"}),
        ("18 gage", {"18"}),
        ("18G/20G", {"18", "20"}),
        ("22-25g", {"22", "23", "24", "25"}),
        ("20 g", {"20"}),
        ("16 G (5 Fr)", {"16"}),
        ("20G x 10 cm", {"20"}),
    ],
)
def test_a_g_behind_the_number_of_a_needle_is_gauge(shipped: Codebook, text: str, names: set[str]) -> None:
    assert value(shipped, "needle_gauge", text) == OneOf(frozenset(names))


@pytest.mark.parametrize(
    ("text", "millimetres"), [("6 Fr", "2"), ("6F", "2"), ("5 French", "1 2/3"), ("4.5-Fr catheter", "1.5")]
)
def test_french_is_a_diameter_and_never_a_gauge(shipped: Codebook, text: str, millimetres: str) -> None:
    found = fault(shipped, "needle_gauge", text)
    assert (found.code, found.remedy) == ("other-quantity", "write the gauge")
    assert f"is a diameter of {millimetres} mm, not a gauge" in found.what


def test_two_grams_are_no_gauge_and_no_gauge_is_grams(shipped: Codebook) -> None:
    assert fault(shipped, "needle_gauge", "2 g").code == "unknown-choice"
    assert fault(shipped, "steroid_dose", "2 g").code == "out-of-range"
    assert value(shipped, "steroid_dose", "0.08 g") == Interval(80, 80)


@pytest.mark.parametrize(
    ("field", "text", "near"),
    [
        ("lesion_temperature", "80 Celcius", "Celsius"),
        ("lesion_duration", "2 minuets", "minutes"),
        ("pulse_voltage", "45 vots", "volts"),
    ],
)
def test_a_misspelt_unit_is_refused_with_those_that_are_like_it(
    shipped: Codebook, field: str, text: str, near: str
) -> None:
    found = fault(shipped, field, text)
    assert found.code == "unknown-unit"
    assert near in found.near
    assert len(found.near) <= 3


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("lesion_temperature", "80"),
        ("lesion_temperature", "80 - 85"),
        ("lesion_temperature", ">= 80"),
        ("lesion_duration", "60 or 90"),
        ("lesion_duration", "120 (2 min)"),
        ("block_relief_cutoff", "50"),
        ("electrode_gauge", "18"),
        ("electrode_gauge", "18-20"),
    ],
)
def test_a_bare_number_is_refused_where_none_is_allowed(shipped: Codebook, field: str, text: str) -> None:
    of = shipped.fields[field]
    assert isinstance(parse(of, shipped, text), Observation)
    found = parse(of, shipped, text, bare=False)
    assert isinstance(found, Fault)
    assert (found.code, found.what) == ("no-unit", f"{text!r} has no unit")
    assert f"'{of.label} ({of.unit})'" in found.remedy
    assert found.remedy.endswith(f"in the mapping: unit: {of.unit}")


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("lesion_temperature", "80 °C"),
        ("lesion_temperature", "80 - 85 °C"),
        ("lesion_duration", "1 or 2 min"),
        ("block_relief_cutoff", "complete"),
        ("electrode_gauge", "18G"),
        ("lesions_per_nerve", "2"),
        ("publication_year", "2018"),
        ("lesion_temperature", "NR"),
        ("recruitment_start", "2015"),
    ],
)
def test_where_bare_numbers_are_refused_all_else_is_read_as_ever(shipped: Codebook, field: str, text: str) -> None:
    of = shipped.fields[field]
    assert parse(of, shipped, text, bare=False) == parse(of, shipped, text)
