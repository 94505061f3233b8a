"""The ordinary spellings of reports are read; what they leave open is refused and not guessed."""

from __future__ import annotations

from datetime import date

import pytest

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation
from fidelity.model.values import Interval, OneOf
from fidelity.read.numbers import measure
from fidelity.read.quantities import parse
from read.parsed import fault, value


@pytest.mark.parametrize(
    ("field", "text", "names"),
    [
        ("image_guidance", "fluoro", {"fluoroscopy"}),
        ("image_guidance", "Fluoroscopy-guided", {"fluoroscopy"}),
        ("image_guidance", "under fluoroscopy", {"fluoroscopy"}),
        ("block_guidance", "under fluoroscopy", {"fluoroscopy"}),
        ("image_guidance", "CT-guided", {"ct"}),
        ("image_guidance", "ultrasound-guided", {"ultrasound"}),
        ("image_guidance", "fluoroscopy/CT", {"fluoroscopy", "ct"}),
        ("image_guidance", "CT / blind", {"ct", "landmarks"}),
        ("region", "Lumbar spine", {"lumbar"}),
        ("region", "cervical spine/thoracic spine", {"cervical", "thoracic"}),
        ("steroid_agent", "betamethasone acetate/phosphate", {"betamethasone_mixture"}),
        ("catheter", "yes/no", {"yes", "no"}),
    ],
)
def test_a_choice_is_read_as_reports_word_it(shipped: Codebook, field: str, text: str, names: set[str]) -> None:
    assert value(shipped, field, text) == OneOf(frozenset(names))


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("injectate", "steroid/local anaesthetic"),
        ("injectate", "local anaesthetic / steroid"),
        ("pain_type", "axial/radicular"),
        ("image_guidance", "ultrasound/fluoroscopy"),
    ],
)
def test_a_stroke_between_what_may_also_go_together_is_refused(shipped: Codebook, field: str, text: str) -> None:
    found = fault(shipped, field, text)
    assert found.code == "open-stroke"
    for way in found.remedy.removeprefix("write ").split(", or "):
        assert value(shipped, field, way.strip("'"))


def test_a_stroke_beside_an_unknown_word_and_in_a_checklist_is_refused(codebook: Codebook) -> None:
    assert fault(codebook, "image_guidance", "fluro/CT").remedy == "did you mean 'fluoroscopy'?"
    assert fault(codebook, "views", "ap/lateral").code == "unknown-choice"


@pytest.mark.parametrize("text", ["none", "No"])
def test_none_for_a_choice_points_to_the_choice_that_denies(shipped: Codebook, text: str) -> None:
    for field in ("image_guidance", "block_guidance"):
        found = fault(shipped, field, text)
        assert (found.code, found.remedy) == ("unknown-choice", "did you mean 'landmarks' (no imaging)?")


@pytest.mark.parametrize("text", ["not stated", "Not described", "not mentioned", "none stated", "not specified"])
def test_what_a_report_does_not_say_is_not_reported(codebook: Codebook, shipped: Codebook, text: str) -> None:
    for book in (codebook, shipped):
        for field in book.fields.values():
            found = parse(field, book, text)
            assert isinstance(found, Observation)
            assert (found.status, found.value) == ("not_reported", None)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("two", 2, 2),
        ("Ten", 10, 10),
        ("two lesions", 2, 2),
        ("at least two", 2, 20),
        ("one to three", 1, 3),
        ("one or two", 1, 2),
        ("two (2)", 2, 2),
    ],
)
def test_what_is_counted_may_be_written_in_words(codebook: Codebook, text: str, low: int, high: int) -> None:
    assert value(codebook, "lesions_per_nerve", text) == Interval(low, high)


def test_words_are_no_numbers_where_nothing_is_counted(codebook: Codebook) -> None:
    assert fault(codebook, "injectate_volume", "two mL").code == "no-number"
    assert fault(codebook, "lesions_per_nerve", "several").code == "no-number"
    assert fault(codebook, "lesions_per_nerve", "twofold").code == "no-number"


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("120 s (2 min)", 120, 120),
        ("2 min (120 s)", 120, 120),
        ("60-120 s (1-2 min)", 60, 120),
        (">= 2 min (120 s)", 120, 1200),
        ("1 min 30 s", 90, 90),
        ("1 min and 30 sec", 90, 90),
        ("90 s (1 min 30 s)", 90, 90),
        ("2 min 0 s", 120, 120),
    ],
)
def test_a_duration_may_be_said_twice_or_in_two_units(codebook: Codebook, text: str, low: float, high: float) -> None:
    assert value(codebook, "lesion_duration", text) == Interval(low, high)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("120 s (3 min)", "bracket-differs"),
        ("60-120 s (1-3 min)", "bracket-differs"),
        ("120 s (>= 2 min)", "bracket-differs"),
        ("120 s (n = 3)", "no-number"),
        ("120 s (80 °C)", "no-number"),
        ("1 min 90 s", "no-number"),
        ("30 s 1 min", "no-number"),
        ("1-2 min 30 s", "no-number"),
        ("60 s 60 s", "no-number"),
    ],
)
def test_what_is_said_twice_must_agree_and_two_units_must_go_on(codebook: Codebook, text: str, code: str) -> None:
    assert fault(codebook, "lesion_duration", text).code == code


@pytest.mark.parametrize("text", ["80°", "80 °", "80 degrees", "80 degrees Celsius", "80º"])
def test_degrees_are_those_of_the_codebook(shipped: Codebook, text: str) -> None:
    assert value(shipped, "lesion_temperature", text) == Interval(80, 80)


def test_complete_relief_is_all_of_it_and_included(shipped: Codebook) -> None:
    for text in ("complete", "Complete relief", ">= 100 %"):
        assert value(shipped, "block_relief_cutoff", text) == Interval(100, 100)
    assert fault(shipped, "block_relief_points", "complete").code == "no-number"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("Mar 2018", "2018-03-01", "2018-03-31"),
        ("march 2018", "2018-03-01", "2018-03-31"),
        ("Feb. 2016", "2016-02-01", "2016-02-29"),
        ("Sept 2018", "2018-09-01", "2018-09-30"),
        ("1 March 2018", "2018-03-01", "2018-03-01"),
        ("Mar-2018", "2018-03-01", "2018-03-31"),
        ("March 2018 to June 2019", "2018-03-01", "2019-06-30"),
        ("February 2009", "2009-02-01", "2009-02-28"),
        ("2009 Feb", "2009-02-01", "2009-02-28"),
        ("02/2009", "2009-02-01", "2009-02-28"),
        ("2/2009", "2009-02-01", "2009-02-28"),
        ("03.2007", "2007-03-01", "2007-03-31"),
        ("11/2007 - 03/2009", "2007-11-01", "2009-03-31"),
    ],
)
def test_a_month_may_be_named_or_numbered(codebook: Codebook, text: str, first: str, last: str) -> None:
    days = Interval(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    assert value(codebook, "recruitment_start", text) == days


@pytest.mark.parametrize(
    "text",
    [
        "March 18",
        "Spring 2018",
        "03/04/2007",
        "3.4.2007",
        "13/2007",
        "00/2007",
        "03/07",
        "4 2007 Mar",
        "Jan to Mar 2018",
        "31 February 2018",
        "Ma 2018",
    ],
)
def test_a_date_that_a_name_leaves_open_is_refused(codebook: Codebook, text: str) -> None:
    assert fault(codebook, "recruitment_start", text).code == "bad-date"


@pytest.mark.parametrize("text", ["1e-7", "1e-07", "1e-7 mL", "0.0000001"])
def test_a_power_of_ten_is_one_number_and_no_range(codebook: Codebook, text: str) -> None:
    assert value(codebook, "injectate_volume", text) == Interval(1e-7, 1e-7)


def test_the_example_of_every_remedy_is_a_value_of_its_field_with_one_figure_that_counts(shipped: Codebook) -> None:
    for field in shipped.fields.values():
        if field.range is None:
            continue
        remedy = fault(shipped, next(n for n, f in shipped.fields.items() if f is field), "a lot").remedy
        example = remedy.removeprefix("write it like ").split(" or ")[0].strip("'")
        factors = shipped.units.get(field.unit or "", {})
        assert not isinstance(measure(field, factors, example), Fault), (field.label, remedy)
        figures = "".join(sign for sign in example.split(field.unit or " ")[0] if sign.isdigit()).strip("0")
        assert len(figures) == 1, (field.label, remedy)
