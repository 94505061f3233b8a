"""The sentences of the features as steps: each is read, and its expectation looked up, by `fidelity.rulebook`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then
from pytest_bdd.parser import Feature, Scenario
from pytest_bdd.scenario import scenario_wrapper_template_registry

import fidelity
from fidelity.read.features import Example, Step
from fidelity.read.published import published_trials
from fidelity.rulebook.examples.outcomes import Outcome, outcomes
from fidelity.rulebook.examples.sentences import SENTENCES

Steps = tuple[Step, ...]
Key = tuple[str, str, Steps]


def step_of(step: object) -> Step:
    """Return a step of pytest-bdd as the package reads it; where it stands does not matter here."""
    kind, text, table = (getattr(step, name) for name in ("type", "name", "datatable"))
    return Step(kind, text, 0, tuple(map(tuple, table.raw())) if table else ())


def example_of(scenario: Scenario) -> Example:
    """Return a scenario, its example filled in, as the package reads it."""
    path = Path(scenario.feature.filename)
    reference = "" if path.parent.name == "policy" else f"{path.parent.name}@{path.stem}"
    rule = scenario.rule.name if scenario.rule is not None else ""
    return Example(str(path), reference, rule, scenario.name, "", 0, tuple(map(step_of, scenario.steps)))


def scenarios_of(items: Iterable[pytest.Item]) -> Iterable[Scenario]:
    """Yield the scenario of each test that has one, its example filled in."""
    for item in items:
        template = scenario_wrapper_template_registry.get(item.obj) if isinstance(item, pytest.Function) else None
        if template is not None:
            yield template.render(item.callspec.params["_pytest_bdd_example"] if hasattr(item, "callspec") else {})


@pytest.fixture(scope="session")
def told(request: pytest.FixtureRequest) -> dict[Example, Outcome]:
    """What comes of every scenario that runs: hundreds together take no longer than a few one by one."""
    examples = list(dict.fromkeys(map(example_of, scenarios_of(request.session.items))))
    return dict(zip(examples, outcomes(examples, fidelity.load_library(), published_trials()), strict=True))


OUTCOME = pytest.StashKey[Outcome]()


@pytest.fixture
def outcome(request: pytest.FixtureRequest) -> Outcome:
    """What comes of the scenario that runs."""
    found: Outcome = request.node.stash[OUTCOME]
    return found


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature, scenario: Scenario) -> None:
    """Look up what comes of the scenario, and say which of its sentences could not be read."""
    found: Outcome = request.getfixturevalue("told")[example_of(scenario)]
    request.node.stash[OUTCOME] = found
    assert not found.problems, "\n".join(map(str, found.problems))


def told_before(outcome: Outcome, sentence: str) -> None:
    """A Given: the report, of which it is a part, was written before anything was asked of it."""
    assert any(step.text == sentence for step in outcome.example.steps)


def holds(outcome: Outcome, sentence: str) -> None:
    """A Then: what it expects is what is found."""
    answers = [answer for answer in outcome.answers if answer.step.text == sentence]
    assert answers, f"nothing is expected by {sentence!r}"
    for answer in answers:
        assert answer.found == answer.expected


def steps_of(kind: str, define: Callable[..., Callable[..., object]], function: Callable[..., None]) -> None:
    """Make a step of every sentence of a kind."""
    for sentence in SENTENCES:
        if sentence.kind == kind:
            define(parsers.re(f"(?P<sentence>{sentence.pattern})"), stacklevel=2)(function)


steps_of("given", given, told_before)
steps_of("then", then, holds)
