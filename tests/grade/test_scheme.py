"""A scheme says only what it can mean: closed words, one comparison, and worse never counts as less."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pydantic import ValidationError

from fidelity.model.scheme import Scheme
from fidelity.model.words import Level, Verdict

ReadScheme = Callable[[str], Scheme]


@pytest.mark.parametrize(
    ("level", "verdict", "departure"),
    [
        ("critical", "not_met", "critical"),
        ("critical", "partly_met", "major"),
        ("major", "not_met", "major"),
        ("major", "partly_met", "minor"),
        ("minor", "not_met", "minor"),
        ("minor", "partly_met", "none"),
        ("critical", "met", "none"),
        ("critical", "not_applicable", "none"),
        ("note", "not_met", "none"),
    ],
)
def test_partly_met_departs_one_level_lower_and_what_is_met_or_noted_not_at_all(
    scheme: Scheme, level: Level, verdict: Verdict, departure: str
) -> None:
    assert scheme.departure_of(level, verdict) == departure


def test_every_domain_has_its_axis_and_documentation_has_none(scheme: Scheme) -> None:
    assert {domain: scheme.axis_of(domain) for domain in scheme.domains} == {
        "guidance": "delivery",
        "confirmation": "delivery",
        "placement": "delivery",
        "dose": "delivery",
        "response": "selection",
        "block": "selection",
        "neural": "safety",
        "vascular": "safety",
        "conduct": "safety",
        "documentation": None,
    }


def test_a_domain_that_the_scheme_does_not_know_is_an_error_with_the_nearest_word(scheme: Scheme) -> None:
    with pytest.raises(KeyError, match="did you mean 'guidance'"):
        scheme.axis_of("guidence")


def test_more_than_the_largest_number_that_a_line_names_makes_no_difference(scheme: Scheme) -> None:
    assert scheme.concern_saturation == (1, 1, 1)
    assert scheme.grade_saturation == (1, 3, 3)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      at_least: 1\n", "      at_most: 1\n"),
        ("      at_least: 1\n", "      at_least: 0\n"),
        ("      at_least: 1\n", "      at_least: many\n"),
        ("      departures: critical\n", "      domains: critical\n"),
        ("      departures: critical\n", "      departures: critical\n      domains: critical\n"),
        ("      departures: critical\n", "      departures: grave\n"),
        ("      departures: critical\n", ""),
        ("      because: The gravest", "      note: The gravest"),
        ("  - is: poor", "  - is: very low"),
        ("      any:\n", "      not:\n"),
        ("partly_met: major}", "partly_met: major, met: minor}"),
        ("{not_met: critical, partly_met: major}", "{not_met: major, partly_met: critical}"),
        ("{not_met: critical, partly_met: major}", "{not_met: minor}"),
        ("  minor: {not_met: minor}\n", ""),
        ("selection: [response, block]", "selection: [response, dose]"),
        ("unweighed: [documentation]", "unweighed: [conduct]"),
        ("selection: [response, block]", "selection: []"),
        ("version: 1.0.0", "version: 1.0"),
    ],
)
def test_what_a_scheme_cannot_mean_is_refused(scheme_text: str, read_scheme: ReadScheme, old: str, new: str) -> None:
    assert old in scheme_text
    with pytest.raises(ValidationError):
        read_scheme(scheme_text.replace(old, new, 1))
    read_scheme(scheme_text)


def test_a_scheme_is_never_changed_in_place(scheme: Scheme) -> None:
    with pytest.raises(ValidationError):
        scheme.version = "2.0.0"
