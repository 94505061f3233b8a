"""The steps of the features, each once for all of them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then
from pytest_bdd.parser import Feature, Scenario
from pytest_bdd.scenario import scenario_wrapper_template_registry

from features.report import DEMANDS, FIELD_OF, Outcome, Report, observation_of, score

MARKS = {"by design": ("by_design", "yes"), "not counted": ("counted", "no")}
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
GIVEN: list[tuple[parsers.StepParser, Callable[..., None]]] = []


def writes(pattern: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Define a step that writes into the report."""

    def define(function: Callable[..., None]) -> Callable[..., None]:
        GIVEN.append((parsers.parse(pattern), function))
        return given(parsers.parse(pattern), stacklevel=2)(function)

    return define


def written(scenario: Scenario) -> Report:
    """Return the report that the steps of a scenario write."""
    report = Report()
    for step in scenario.steps:
        for parser, function in GIVEN:
            if step.type == "given" and parser.is_matching(step.name):
                table = {"datatable": step.datatable.raw()} if step.datatable else {}
                function(report, **(parser.parse_arguments(step.name) or {}), **table)
    return report


def scenarios_of(items: Iterable[pytest.Item]) -> Iterable[Scenario]:
    """Yield the scenario of each test that has one, its example filled in."""
    for item in items:
        template = scenario_wrapper_template_registry.get(item.obj) if isinstance(item, pytest.Function) else None
        if template is not None:
            yield template.render(item.callspec.params["_pytest_bdd_example"] if hasattr(item, "callspec") else {})


@pytest.fixture(scope="session")
def scored(request: pytest.FixtureRequest) -> dict[str, Outcome]:
    """What scoring says of the report of every scenario: hundreds together take no longer than a few one by one."""
    reports = map(written, scenarios_of(request.session.items))
    records = {json.dumps(report.record): report.record for report in reports}
    outcomes = score([{"id": f"report-{number}", **record} for number, record in enumerate(records.values())])
    return dict(zip(records, outcomes, strict=True))


@pytest.fixture
def report(scored: dict[str, Outcome]) -> Report:
    """The report of a scenario, which its steps write."""
    return Report(scored)


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    """Tell the report by which rule of which rule set it is judged."""
    report: Report = request.getfixturevalue("report")
    path = Path(feature.filename)
    report.own_rule = scenario.rule.name if scenario.rule is not None else ""
    report.ruleset = f"{path.parent.name}@{path.stem}"


@writes("a report of {procedure}")
def report_of(report: Report, procedure: str) -> None:
    report.add_arm("the arm", "active", procedure, {})


@writes("a trial of {procedure} with these arms")
def trial_of(report: Report, procedure: str, datatable: list[list[str]]) -> None:
    head, *rows = datatable
    for cells in rows:
        said = dict(zip(head, cells, strict=True))
        arm, role = said.pop("arm"), said.pop("role")
        report.add_arm(arm, role, said.pop("procedure", procedure), said)


@writes("the trial began to recruit in {start}")
def began_to_recruit(report: Report, start: str) -> None:
    month = re.fullmatch(r"(\w+) (\d{4})", start)
    report.says("Start of recruitment", f"{month[2]}-{MONTHS.index(month[1]) + 1:02}" if month else start)


@writes("the trial set out to compare {label}")
def set_out_to_compare(report: Report, label: str) -> None:
    report.design_factors.append(FIELD_OF[label])


@writes("the report says")
def report_says(report: Report, datatable: list[list[str]]) -> None:
    for label, cell in datatable:
        report.says(label, observation_of(cell))


@writes("the authors replied")
def authors_replied(report: Report, datatable: list[list[str]]) -> None:
    for label, cell in datatable:
        report.says(label, {"value": cell, "basis": "author_reply"})


@writes("the methods were read and say nothing else")
def methods_read(report: Report) -> None:
    report.unstated = "not_reported"


@then(parsers.parse("this is judged {judgement}"))
def this_is_judged(report: Report, judgement: str) -> None:
    assert DEMANDS[report.own_rule][0] == report.ruleset
    assert report.judge(report.own_rule) == judgement


@then(parsers.parse('"{demand}" is judged {judgement}'))
def demand_is_judged(report: Report, demand: str, judgement: str) -> None:
    assert report.judge(demand) == judgement


@then(parsers.parse("it is marked {mark}"))
def it_is_marked(report: Report, mark: str) -> None:
    column, value = MARKS[mark]
    assert report.judged[column] == value


@then(parsers.parse("the grade of {axis} is {grade}"))
def grade_of_axis(report: Report, axis: str, grade: str) -> None:
    assert report.result(report.row()) == "graded"
    assert report.grade(axis, report.row()) == grade


@then(parsers.parse("{decided:d} of {counted:d} counted demands are decided"))
def demands_decided(report: Report, decided: int, counted: int) -> None:
    row = report.row()
    assert (row["decided"], row["counted"]) == (decided, counted)


@then("the result says")
def result_says(report: Report, datatable: list[list[str]]) -> None:
    head, *rows = datatable
    assert len(rows) == report.outcome.grades.height
    for cells in rows:
        said = dict(zip(head, cells, strict=True))
        row = report.row(**{column: said.pop(column) for column in ("arm", "procedure") if column in said})
        found = {name: report.result(row) if name == "result" else report.grade(name, row) for name in said}
        assert found == said


@then(parsers.parse("the refusal names {words}"))
def refusal_names(report: Report, words: str) -> None:
    assert any(words in str(problem) for problem in report.outcome.problems)
