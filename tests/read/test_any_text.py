"""Whatever is written is a value or a fault, and arithmetic is exact."""

from __future__ import annotations

from decimal import Decimal
from math import inf, nextafter

from hypothesis import given, settings
from hypothesis import strategies as st

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation
from fidelity.model.values import Interval
from fidelity.read.quantities import parse

PIECES = ["80", "-", "–", " ", "to", "or", ";", ">", ">=", "≥", "%", "G", "°C", "min", ",", ".", "e9", "1.6", "mm"]
MORE = ["(", ")", "/", "two", "an hour", "x", "×", "+", "½", "³", "⁻", "º", "０", "Fr", "F", "Oct", "2026-10-12"]
ODD = st.text(max_size=40) | st.lists(st.sampled_from([*PIECES, *MORE]), max_size=9).map("".join)


@given(ODD)
@settings(max_examples=600, deadline=None)
def test_any_text_is_an_observation_or_a_fault(codebook: Codebook, text: str) -> None:
    for field in codebook.fields.values():
        found = parse(field, codebook, text)
        if isinstance(found, Fault):
            assert found.what
            assert found.remedy
        elif isinstance(found.value, Interval) and field.range is not None:
            high = nextafter(field.range[1], inf) if field.type == "cut_off" else field.range[1]
            assert field.range[0] <= found.value.lower <= found.value.upper <= high


@given(ODD)
@settings(max_examples=300, deadline=None)
def test_where_bare_numbers_are_refused_nothing_is_read_otherwise(codebook: Codebook, text: str) -> None:
    for field in codebook.fields.values():
        found = parse(field, codebook, text, bare=False)
        assert found == parse(field, codebook, text) or (isinstance(found, Fault) and found.code == "no-unit")


@given(st.text(min_size=1001, max_size=3000))
@settings(max_examples=20, deadline=None)
def test_a_very_long_text_is_a_fault_and_not_a_hang(codebook: Codebook, text: str) -> None:
    for name in ("lesion_temperature", "electrode_gauge", "image_guidance", "views"):
        assert isinstance(parse(codebook.fields[name], codebook, text), Fault | Observation)


@given(st.decimals(min_value=Decimal("0.1"), max_value=Decimal(20), places=3))
@settings(max_examples=200, deadline=None)
def test_a_conversion_is_the_exact_product_rounded_once(codebook: Codebook, minutes: Decimal) -> None:
    exact = float(minutes * 60)
    found = parse(codebook.fields["lesion_duration"], codebook, f"{minutes} min")
    assert isinstance(found, Observation)
    assert found.value == Interval(exact, exact)


@given(st.decimals(37, 100, places=2), st.decimals(37, 100, places=2))
@settings(max_examples=200, deadline=None)
def test_a_range_that_runs_forwards_is_read_and_one_that_runs_backwards_refused(
    codebook: Codebook, first: Decimal, second: Decimal
) -> None:
    found = parse(codebook.fields["lesion_temperature"], codebook, f"{first} - {second} °C")
    if first <= second:
        assert isinstance(found, Observation)
        assert found.value == Interval(float(first), float(second))
    else:
        assert isinstance(found, Fault)
        assert found.code == "reversed-range"
