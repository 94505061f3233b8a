"""What people write is read as the set of values that it leaves possible, and nothing is guessed."""

from __future__ import annotations

from datetime import date
from math import inf, nextafter

import pytest

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.study import Observation
from fidelity.model.values import Interval, Listed, OneOf, Words
from fidelity.read.quantities import observe, parse

JUST_ABOVE_50 = nextafter(50.0, inf)
JUST_ABOVE_80 = nextafter(80.0, inf)


def read(codebook: Codebook, field: str, text: str, **more: object) -> Observation:
    found = parse(codebook.fields[field], codebook, text, **more)  # type: ignore[arg-type]
    assert isinstance(found, Observation), found
    return found


def fault(codebook: Codebook, field: str, text: str) -> Fault:
    found = parse(codebook.fields[field], codebook, text)
    assert isinstance(found, Fault), found
    return found


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("80", 80, 80),
        ("80 °C", 80, 80),
        ("80°C", 80, 80),
        ("80 deg C", 80, 80),
        ("80.0", 80, 80),
        ("8e1", 80, 80),
        ("80-85", 80, 85),
        ("80 – 85 °C", 80, 85),
        ("80 °C to 85 °C", 80, 85),
        ("from 80 to 85 °C", 80, 85),
        ("between 80 and 85 °C", 80, 85),
        (">= 80", 80, 100),
        ("≥80 °C", 80, 100),
        ("at least 80 °C", 80, 100),
        ("80 °C or more", 80, 100),
        ("up to 80 °C", 37, 80),
        ("≤ 80", 37, 80),
        ("at most 80", 37, 80),
        ("80 or less", 37, 80),
        ("> 80", nextafter(80.0, inf), 100),
        ("less than 80", 37, nextafter(80.0, -inf)),
        ("\u00a080\u00a0°C ", 80, 80),
    ],
)
def test_a_number_is_the_interval_that_its_text_leaves_possible(
    codebook: Codebook, text: str, low: float, high: float
) -> None:
    found = read(codebook, "lesion_temperature", text)
    assert isinstance(found.value, Interval)
    assert (found.value.lower, found.value.upper, found.status) == (low, high, "reported")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("90", 90, 90),
        ("2 min", 120, 120),
        ("1.5 minutes", 90, 90),
        ("90 s - 2 min", 90, 120),
        ("1-2 min", 60, 120),
        ("90-second", 90, 90),
        ("90 sec.", 90, 90),
        ("2 MINUTES", 120, 120),
    ],
)
def test_units_are_converted_to_the_unit_of_the_codebook(
    codebook: Codebook, text: str, low: float, high: float
) -> None:
    assert read(codebook, "lesion_duration", text).value == Interval(low, high)


@pytest.mark.parametrize("text", ["1; 2 min", "1 or 2 min", "60 s or 120 s", "1 min | 2 min"])
def test_several_numbers_cover_both_and_leave_open_which(codebook: Codebook, text: str) -> None:
    found = read(codebook, "lesion_duration", text)
    assert (found.value, found.status) == (Interval(60, 120), "unclear")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("2", 2, 2), ("2 lesions", 2, 2), ("2.0", 2, 2), ("> 2", 3, 20), ("< 3", 1, 2), ("up to 3", 1, 3), ("1-3", 1, 3)],
)
def test_a_count_is_whole_and_so_are_its_bounds(codebook: Codebook, text: str, low: float, high: float) -> None:
    assert read(codebook, "lesions_per_nerve", text).value == Interval(low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        (">= 50 %", 50, 50),
        ("at least 50 percent", 50, 50),
        ("50 % or more", 50, 50),
        ("> 50 %", JUST_ABOVE_50, JUST_ABOVE_50),
        ("more than 50", JUST_ABOVE_50, JUST_ABOVE_50),
        ("50 %", 50, JUST_ABOVE_50),
        ("50", 50, JUST_ABOVE_50),
        ("50-80 %", 50, JUST_ABOVE_80),
    ],
)
def test_a_cut_off_says_whether_its_number_is_included(codebook: Codebook, text: str, low: float, high: float) -> None:
    found = read(codebook, "block_relief_cutoff", text)
    assert isinstance(found.value, Interval)
    assert (found.value.lower, found.value.upper) == (low, high)


@pytest.mark.parametrize(
    ("text", "gauges", "status"),
    [
        ("18", {"18"}, "reported"),
        ("18.0", {"18"}, "reported"),
        ("18 G", {"18"}, "reported"),
        ("18G", {"18"}, "reported"),
        ("18-gauge", {"18"}, "reported"),
        ("gauge 18", {"18"}, "reported"),
        ("16 G (1.6 mm)", {"16"}, "reported"),
        ("20 G curved", {"20"}, "reported"),
        ("22G SMK-C10, 10 mm tip", {"22"}, "reported"),
        ("18-22 G", {"18", "20", "22"}, "reported"),
        ("22–18 G", {"18", "20", "22"}, "reported"),
        ("18 to 20 gauge", {"18", "20"}, "reported"),
        ("18/20 G", {"18", "20"}, "reported"),
        ("18 or 22 G", {"18", "22"}, "reported"),
        ("18 G or 22 G", {"18", "22"}, "reported"),
        ("18; 22", {"18", "22"}, "reported"),
        ("18 G introducer with a 22 G needle", {"18", "22"}, "unclear"),
    ],
)
def test_every_gauge_that_is_named_is_possible(codebook: Codebook, text: str, gauges: set[str], status: str) -> None:
    found = read(codebook, "electrode_gauge", text)
    assert (found.value, found.status) == (OneOf(frozenset(gauges)), status)


@pytest.mark.parametrize("text", [">= 18 G", "18 G or larger", "at least 18 G", "not 18 G", "less than 20 G", "~18 G"])
def test_a_gauge_that_is_compared_is_refused_since_larger_may_mean_thinner(codebook: Codebook, text: str) -> None:
    assert fault(codebook, "electrode_gauge", text).code == "gauge-direction"


@pytest.mark.parametrize("text", ["1.6 mm", "curved 20", "20 gauss", "SMK-C10", "18 G, 20 patients", "thick"])
def test_a_number_that_may_be_something_else_is_no_gauge(codebook: Codebook, text: str) -> None:
    assert fault(codebook, "electrode_gauge", text).code == "no-gauge"


@pytest.mark.parametrize(
    ("text", "depths"),
    [
        ("moderate", {"moderate"}),
        ("minimal to deep", {"minimal", "moderate", "deep"}),
        ("None; deep", {"none", "deep"}),
    ],
)
def test_an_ordered_choice_may_be_a_span(codebook: Codebook, text: str, depths: set[str]) -> None:
    assert read(codebook, "sedation_depth", text).value == OneOf(frozenset(depths))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("fluoroscopy", {"fluoroscopy"}),
        ("FLUOROSCOPY", {"fluoroscopy"}),
        ("c arm", {"fluoroscopy"}),
        ("Computed  Tomography", {"ct"}),
        ("fluoroscopy; CT", {"fluoroscopy", "ct"}),
        ("fluoroscopy | CT", {"fluoroscopy", "ct"}),
        ("C-arm or CT", {"fluoroscopy", "ct"}),
        ("x_ray", {"fluoroscopy", "ct"}),
        ("fluoroscopy or CT", {"fluoroscopy", "ct"}),
        ("x-ray; no imaging", {"fluoroscopy", "ct", "landmarks"}),
    ],
)
def test_a_choice_is_known_by_every_way_to_say_it(codebook: Codebook, text: str, names: set[str]) -> None:
    assert read(codebook, "image_guidance", text).value == OneOf(frozenset(names))


def test_a_mention_adds_to_what_was_present_and_removes_nothing(codebook: Codebook) -> None:
    every = frozenset({"ap", "lateral", "oblique"})
    both = frozenset({"ap", "lateral"})
    for text in ("ap; lateral", "AP and lateral", "anteroposterior, lateral", "ap + lateral"):
        assert read(codebook, "views", text).value == Listed(both, every)
        assert read(codebook, "views", text, only=True).value == Listed(both, both)
    assert read(codebook, "views", "ap; second").value == Listed(frozenset({"ap"}), every)
    assert read(codebook, "views", "ap; second", only=True).value == Listed(frozenset({"ap"}), every)
    assert read(codebook, "views", "none").value == Listed(frozenset(), frozenset())


@pytest.mark.parametrize(
    ("text", "names"),
    [("yes", {"yes"}), ("N", {"no"}), ("TRUE", {"yes"}), ("false", {"no"}), ("yes or no", {"yes", "no"})],
)
def test_yes_and_no_are_words(codebook: Codebook, text: str, names: set[str]) -> None:
    assert read(codebook, "steroid_given", text).value == OneOf(frozenset(names))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02-01", "2015-02-01", "2015-02-01"),
        ("2015-2017", "2015-01-01", "2017-12-31"),
        ("2015-11 to 2016-02", "2015-11-01", "2016-02-29"),
    ],
)
def test_a_date_is_every_day_that_it_may_mean(codebook: Codebook, text: str, first: str, last: str) -> None:
    days = Interval(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal())
    assert read(codebook, "recruitment_start", text).value == days


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("NR", "not_reported"),
        ("n.r.", "not_reported"),
        ("Not reported", "not_reported"),
        ("not_reported", "not_reported"),
        ("unclear", "unclear"),
        ("?", "unclear"),
        ("", "not_extracted"),
        ("  ", "not_extracted"),
        ("NE", "not_extracted"),
        ("not extracted", "not_extracted"),
        ("not applicable", "not_applicable"),
        ("n/a", "not_applicable"),
    ],
)
def test_every_field_takes_the_words_for_what_is_not_known(codebook: Codebook, text: str, status: str) -> None:
    for field in codebook.fields:
        found = read(codebook, field, text)
        assert (found.status, found.value) == (status, None)


@pytest.mark.parametrize("text", ["NA", "na", "N/A", "<NA>", "#N/A", "NaN", "-", "–"])
def test_na_means_what_the_caller_says_and_nothing_before(codebook: Codebook, text: str) -> None:
    dash = text == "–"
    found = parse(codebook.fields["region"], codebook, text)
    assert isinstance(found, Fault)
    if not dash:
        assert found.code == "ambiguous-na"
        assert read(codebook, "region", text, na="not_reported").status == "not_reported"


def test_free_text_is_kept_as_it_is(codebook: Codebook) -> None:
    assert read(codebook, "details", " 80 °C, by hand ").value == Words("80 °C, by hand")


def test_what_stands_beside_a_value_joins_the_observation(codebook: Codebook) -> None:
    field = codebook.fields["lesion_temperature"]
    found = observe(field, codebook, {"value": "80", "basis": "Author reply", "varies": "yes", "as_written": "80 C"})
    assert isinstance(found, Observation)
    assert (found.basis, found.varies, found.as_written, found.text) == ("author_reply", True, "80 C", "80")


def test_sources_in_conflict_leave_the_value_unclear(codebook: Codebook) -> None:
    found = observe(codebook.fields["region"], codebook, {"value": "lumbar; sacral", "basis": "conflicting"})
    assert isinstance(found, Observation)
    assert (found.status, found.value) == ("unclear", OneOf(frozenset({"lumbar", "sacral"})))


@pytest.mark.parametrize("status", ["not_reported", "not_extracted", "not_applicable"])
def test_a_value_cannot_stand_beside_a_status_that_denies_it(codebook: Codebook, status: str) -> None:
    found = observe(codebook.fields["region"], codebook, {"value": "lumbar", "status": status})
    assert isinstance(found, Fault)
    assert found.code == "status-clash"
