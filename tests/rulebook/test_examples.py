"""Features are read with their lines, their examples are scored, and what does not hold is seen."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_up import library

from fidelity.errors import ProblemsFound, UsageError
from fidelity.read.features import load_features
from fidelity.rulebook.examples.outcomes import judgements_expected, outcomes, report_of
from fidelity.rulebook.examples.report import Report, Vocabulary
from rulebook.made_features import features, rule, rules, written

HOT = "met_when: {field: lesion_temperature, at_least: 80}"
TABLE = """
    | conventional | 79 °C | not met |
    | conventional | 80 °C | met     |
"""
SCENARIO = """\
Feature: Made up for a test

  Background:
    Given the trial began to recruit in {start}

  Rule: Demand hot.

    Scenario: Hot
      Given a report of conventional radiofrequency neurotomy of the lumbar medial branches
      And {given}
      Then {then}
"""


def told(folder: Path, **blanks: str) -> list[str]:
    """Return what is found where it is not what a scenario expects, or why the scenario cannot be read."""
    text = SCENARIO.format(**{"start": "2024", "given": "the trial began to recruit in 2024", **blanks})
    (outcome,) = outcomes(list(written(folder, text).examples()), rules(hot=HOT))
    return [*map(str, outcome.problems), *(answer.found for answer in outcome.answers if not answer.holds)]


def test_every_row_is_an_example_at_its_line_with_its_blanks_filled_in(tmp_path: Path) -> None:
    first, second = features(tmp_path, rule("hot", "Electrode temperature", TABLE)).examples()
    lines = Path(first.source).read_text(encoding="utf-8").splitlines()
    assert "79 °C" in lines[first.line - 1]
    assert "80 °C" in lines[second.line - 1]
    assert (first.reference, first.rule, first.title) == ("made-up@1.0.0", "Demand hot.", "Some")
    assert first.tables == ((("Electrode temperature", "79 °C"),),)
    assert [step.kind for step in first.steps] == ["given", "given", "then"]
    assert judgements_expected(first) == [("Demand hot.", "not met")]


def test_an_example_holds_or_shows_what_is_found_instead(tmp_path: Path) -> None:
    wrong = TABLE.replace("| met     |", "| not met |")
    examples = list(features(tmp_path, rule("hot", "Electrode temperature", wrong)).examples())
    first, second = outcomes(examples, rules(hot=HOT))
    assert first.holds
    assert not second.holds
    assert [(answer.expected, answer.found) for answer in second.answers] == [("not met", "met")]


def test_a_table_of_results_is_compared_row_by_row(tmp_path: Path) -> None:
    table = "\n        | result  |\n        | refused |"
    assert told(tmp_path, then="the result says" + table) == ["graded"]
    assert told(tmp_path, then="the result says" + table.replace("refused", "graded")) == []
    two = table.replace("refused", "graded ") + "\n        | graded  |"
    assert told(tmp_path, then="the result says" + two) == ["1 rows"]


@pytest.mark.parametrize(
    ("then", "found"),
    [
        ("the grade of delivery is undetermined", "limited to full"),
        ("0 of 2 counted demands are decided", "0 of 1"),
        ("it is marked by design", "not by design"),
        ("the refusal names °F", "no refusal"),
        ('"Demand cold." is judged met', "0 judgements"),
    ],
)
def test_each_kind_of_expectation_can_fail(tmp_path: Path, then: str, found: str) -> None:
    assert told(tmp_path, then=then) == [found]


@pytest.mark.parametrize(
    ("blanks", "problem"),
    [
        ({"given": "the weather was fine"}, ":10: the weather was fine: no feature can say this"),
        ({"given": "a report of heat"}, ":10: heat: this is no title of a procedure"),
        ({"given": "the standards are those of nobody"}, ":10: nobody: this is no title of a profile"),
        ({"given": "the trial set out to compare luck"}, ":10: luck: this is no label of a field"),
        (
            {"given": "the report says\n        | Electrode temperature |"},
            ":10: the report says: the table does not",
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(tmp_path: Path, blanks: dict[str, str], problem: str) -> None:
    (found,) = told(tmp_path, then="this is judged met", **blanks)
    assert problem in found


@pytest.mark.parametrize(
    ("given", "profile", "clock"),
    [
        ("the methods were read and say nothing else", "multisociety", None),
        ("the standards are those of What UK documents ask", "uk", None),
        ("the clock is that of the trial", "multisociety", "then"),
    ],
)
def test_an_example_names_its_standards_and_its_clock(
    tmp_path: Path, given: str, profile: str, clock: str | None
) -> None:
    text = SCENARIO.format(start="2024", given=given, then="this is judged met")
    (example,) = written(tmp_path, text).examples()
    report = report_of(example, Vocabulary(library()))
    assert isinstance(report, Report)
    assert (report.profile, report.clock) == (profile, clock)


@pytest.mark.parametrize(
    ("start", "said"), [("March 2015", "2015-03"), ("2015", "2015"), ("spring 2015", "spring 2015")]
)
def test_a_month_is_written_as_a_record_writes_it_and_anything_else_as_it_stands(
    tmp_path: Path, start: str, said: str
) -> None:
    text = SCENARIO.format(start=start, given="the clock is that of the trial", then="this is judged met")
    (example,) = written(tmp_path, text).examples()
    report = report_of(example, Vocabulary(library()))
    assert isinstance(report, Report)
    assert report.record["observations"] == {"recruitment_start": said}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Feature: one\n  Rule: two\n    Scenario: three\n      Given four\n      Nonsense\n", 5),
        (
            "Feature: one\n  Scenario Outline: two\n    Given <a>\n    Examples:\n      | a | b |\n      | 1 |\n",
            6,
        ),
        ("", 1),
    ],
)
def test_a_file_that_is_no_gherkin_is_a_problem_at_its_line(tmp_path: Path, text: str, line: int) -> None:
    with pytest.raises(ProblemsFound) as raised:
        written(tmp_path, text)
    (problem,) = raised.value.problems
    assert problem.place.line == line
    assert str(problem.place.source).endswith("made-up/1.0.0.feature")


def test_a_folder_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is no folder"):
        load_features(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Feature: F\n\n  Scenario: Lost\n    Given the report says\n",
            ":3:3: Lost: a scenario outside of a Rule is not read; move it below a Rule",
        ),
        (
            "Feature: F\n\n  Rule: R\n\n    Background:\n      Given the report says\n",
            ":5:5: Background: a background inside of a Rule is not read; write its sentences into the background",
        ),
    ],
)
def test_what_stands_where_no_example_is_looked_for_is_refused_and_not_dropped(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(ProblemsFound) as raised:
        written(tmp_path, text)
    assert said in str(raised.value)
