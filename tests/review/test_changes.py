"""Every number of a criterion is moved to either side, wherever it stands, and never to what it was."""

from __future__ import annotations

import pytest
from rulebook import small_rules

from fidelity.review.changes import changes_of


def numbers(written: str) -> list[str]:
    (criterion,) = small_rules.rule_set({"it": written}).criteria
    return [change.says for change in changes_of(criterion, small_rules.codebook()) if change.kind == "number"]


@pytest.mark.parametrize(
    ("written", "moved"),
    [
        ("met_when: {field: heat, at_least: 80}", ["Temperature: 72 °C instead of 80 °C", "Temperature: 88 °C"]),
        ("met_when: {field: heat, at_most: 90}", ["Temperature: 81 °C", "Temperature: 92.5 °C"]),
        ("met_when: {field: times, more_than: 2}", ["Times: 1 instead of 2", "Times: 3"]),
        ("met_when: {field: relief, asks_more_than: 50}", ["Relief: 45 %", "Relief: 55 %"]),
        ("met_when: {field: gauge, at_least_as_thick_as: '18'}", ["Gauge: 16 G instead of 18 G", "Gauge: 20 G"]),
        ("met_when: {field: place, equals: nerve}", []),
        ("met_when: {field: views, includes_all: [ap, lateral]}", []),
    ],
)
def test_a_number_is_moved_a_tenth_and_a_count_or_a_gauge_by_one(written: str, moved: list[str]) -> None:
    found = numbers(written)
    assert len(found) == len(moved)
    assert all(said.startswith(start) for said, start in zip(found, moved, strict=True)), found


def test_a_number_that_decides_whether_a_criterion_applies_is_moved_too() -> None:
    both = "applies_when: {field: times, at_least: 3}\nmet_when: {field: place, equals: nerve}"
    assert numbers(both) == ["Times (to apply): 2 instead of 3", "Times (to apply): 4 instead of 3"]


def test_a_number_that_the_range_would_decide_is_left_where_it_is() -> None:
    assert numbers("met_when: {field: times, at_least: 1}") == ["Times: 2 instead of 1"]


def test_nothing_is_moved_to_where_it_was() -> None:
    field = small_rules.codebook().fields["heat"].model_copy(update={"range": (-90.0, 90.0)})
    codebook = small_rules.codebook()
    codebook = codebook.model_copy(update={"fields": {**codebook.fields, "heat": field}})
    (criterion,) = small_rules.rule_set({"it": "met_when: {field: heat, at_least: 80}"}).criteria
    turned = criterion.met_when.model_copy(update={"at_least": 0.0})  # type: ignore[union-attr]
    changes = changes_of(criterion.model_copy(update={"met_when": turned}), codebook)
    said = [change.says for change in changes if change.kind == "number"]
    assert said == ["Temperature: -1.8 °C instead of 0 °C", "Temperature: 1.8 °C instead of 0 °C"]
