"""Every shipped rule set is told apart from each slip in it by an example of its own, and the command says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from made_up import library

from fidelity.cli.main import cli
from fidelity.errors import UsageError
from fidelity.model.profile import Part
from fidelity.model.variants import variants_of
from fidelity.read.features import load_features
from fidelity.rulebook.coverage.coverage import coverage, named
from fidelity.rulebook.coverage.table import summary_of
from fidelity.rulebook.examples.outcomes import outcomes

RULES = Path(__file__).parents[2] / "rules"
RULE_SETS = [f"{path.parent.name}@{path.stem}" for path in sorted(RULES.glob("*/[0-9]*.[0-9]*.[0-9]*.yaml"))]


@pytest.mark.parametrize("name", ["electrode-gauge", "cooled-dose"])
def test_a_variant_is_called_killed_just_where_the_rule_set_written_that_way_fails_its_feature(name: str) -> None:
    """The whole rule set with the variant in it is scored through the door, example by example."""
    reference = "multisociety-lumbar-medial-branch-rf@1.0.0"
    (ruleset,) = named(library(), [reference])
    (criterion,) = (entry for entry in ruleset.criteria if entry.id == name)
    feature = load_features().of(reference)
    assert feature is not None
    examples = [example for example in feature.examples() if example.rule == criterion.title]
    usual = library().profiles["multisociety"]
    profiles = {"multisociety": usual.model_copy(update={"rule_sets": (Part(id=ruleset.id),)})}
    alive = 0
    for variant in variants_of(criterion, library().codebook):
        changed = tuple(variant.criterion if entry.id == name else entry for entry in ruleset.criteria)
        other = ruleset.model_copy(update={"criteria": changed})
        alone = replace(library(), rulesets=(other,), profiles=profiles)
        alive += all(outcome.holds for outcome in outcomes(examples, alone))
    (covered,) = (entry for entry in coverage(library(), load_features(), [ruleset]) if entry.criterion.id == name)
    assert alive == covered.equivalent + len(covered.survivors) + len(covered.undecided)


def test_a_name_means_every_version_and_a_reference_one() -> None:
    first = library().rulesets[0]
    assert named(library(), [first.reference]) == [first]
    assert first in named(library(), [first.id])
    with pytest.raises(UsageError, match="there is no rule set 'nowhere'"):
        named(library(), ["nowhere"])


def test_the_command_prints_a_row_for_each_criterion_and_fails_while_an_example_is_missing() -> None:
    name = "multisociety-lumbar-medial-branch-rf"
    done = CliRunner().invoke(cli, ["rules", "coverage", name, "--format", "csv"])
    found = coverage(library(), load_features(), named(library(), [name]))
    assert len(done.stdout.splitlines()) == 1 + len(found)
    assert done.exit_code == int(any(entry.survivors for entry in found))
    assert summary_of(found) in done.stderr


@pytest.fixture(scope="module")
def shipped() -> dict[str, list[str]]:
    """The survivors of every shipped rule set, by its reference."""
    found: dict[str, list[str]] = {ruleset.reference: [] for ruleset in library().rulesets}
    for entry in coverage(library(), load_features()):
        found[entry.ruleset.reference].extend(map(str, entry.problems))
    return found


@pytest.mark.parametrize("reference", RULE_SETS)
def test_every_slip_in_a_shipped_rule_set_makes_an_example_fail_or_is_proved_to_change_nothing(
    reference: str, shipped: dict[str, list[str]]
) -> None:
    assert shipped[reference] == []
