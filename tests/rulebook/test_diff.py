"""A comparison of rules says what they judge otherwise, with a procedure that shows it, or proves that nothing does."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fidelity.cli.main import cli
from fidelity.read.rules import load_library
from fidelity.rulebook.cells.grid import Same
from fidelity.rulebook.diff.changes import Change, RuleSetDiff, diff_of
from fidelity.rulebook.diff.meaning import Undecided, Witness
from rulebook.rules_to_change import TWO, replaced, write_rules

SCOPE = ("Region", "lumbar")


def compared(folder: Path, *changes: tuple[str, str], number: str = "1.1.0") -> RuleSetDiff:
    """Return what differs between the made-up rule set and a version of it with changes."""
    text = replaced(TWO, ("version: 1.0.0", f"version: {number}"), *changes)
    library = load_library(write_rules(folder / "rules", **{f"lumbar-rf|{number}.yaml": text}))
    first, second = library.rulesets
    return diff_of(first, second, (library.codebook, library.codebook))


def only(found: RuleSetDiff) -> Change:
    (change,) = found.changes
    return change


WITNESSES = [
    # a threshold moves up: the old one shows it
    (("at_least: 80}", "at_least: 85}"), (("Temperature", "80 °C"),), "met", "not_met"),
    # at least becomes more than: exactly the number shows it
    (("at_least: 80}", "more_than: 80}"), (("Temperature", "80 °C"),), "met", "not_met"),
    # the floor falls away: what only the floor tolerated shows it
    (
        ("    partly_met_when: {field: lesion_duration, at_least: 90}\n", ""),
        (("Duration", "90 s"),),
        "partly_met",
        "not_met",
    ),
    # the target moves down to the floor
    (("lesion_duration, at_least: 120", "lesion_duration, at_least: 90"), (("Duration", "90 s"),), "partly_met", "met"),
    # CT is no longer enough
    (("one_of: [x_ray]", "equals: fluoroscopy"), (("Image guidance", "CT"),), "met", "not_met"),
    # the question is turned round
    (("met_when: {field: lesion_temperature", "not_met_when: {field: lesion_temperature"), None, None, None),
    # a second demand: hot enough, and the second one missed
    (
        (
            "{field: lesion_temperature, at_least: 80}",
            "{all: [{field: lesion_temperature, at_least: 80}, {field: lesions_per_nerve, at_least: 2}]}",
        ),
        (("Temperature", "80 °C"), ("Lesions per nerve", "1")),
        "met",
        "not_met",
    ),
    # an alternative: not hot, but the second one fulfilled
    (
        (
            "{field: lesion_temperature, at_least: 80}",
            "{any: [{field: lesion_temperature, at_least: 80}, {field: electrode_gauge, at_least_as_thick_as: 18}]}",
        ),
        (("Temperature", "79 °C"), ("Gauge", "14 G")),
        "not_met",
        "met",
    ),
]


@pytest.mark.parametrize(("change", "facts", "before", "after"), WITNESSES)
def test_a_changed_criterion_comes_with_the_smallest_procedure_that_shows_it(
    tmp_path: Path,
    change: tuple[str, str],
    facts: tuple[tuple[str, str], ...] | None,
    before: str | None,
    after: str | None,
) -> None:
    found = only(compared(tmp_path, change))
    assert found.kinds == ("changed",)
    assert found.judges
    witness = found.meaning
    assert isinstance(witness, Witness)
    if facts is None:  # whatever the temperature is, the two say the opposite
        assert {witness.first, witness.second} == {"met", "not_met"}
        return
    assert witness.facts == (SCOPE, *facts)
    assert (witness.first, witness.second) == (before, after)


OTHER_WORDS = [
    (
        "met_when: {field: lesion_temperature, at_least: 80}",
        "not_met_when: {field: lesion_temperature, less_than: 80}",
    ),
    ("one_of: [x_ray]", "one_of: [ct, fluoroscopy]"),
    (
        "{field: image_guidance, one_of: [x_ray]}",
        "{any: [{field: image_guidance, equals: ct}, {field: image_guidance, equals: fluoroscopy}]}",
    ),
    (
        "    met_when: {field: lesion_temperature, at_least: 80}",
        "    met_when: {any: [{field: lesion_temperature, at_least: 80}, "
        "{all: [{field: lesion_temperature, at_least: 90}, {field: lesion_duration, at_least: 60}]}]}",
    ),
]


@pytest.mark.parametrize("change", OTHER_WORDS)
def test_identical_logic_in_other_words_is_proven_to_judge_alike(tmp_path: Path, change: tuple[str, str]) -> None:
    found = compared(tmp_path, change)
    same = only(found)
    assert same.kinds == ("reworded",)
    assert isinstance(same.meaning, Same)
    assert same.meaning.procedures >= 2
    assert not same.judges
    assert not found.judges


def test_a_proof_counts_the_procedures_that_the_constants_can_tell_apart(tmp_path: Path) -> None:
    change = (
        "{field: lesion_temperature, at_least: 80}",
        "{any: [{field: lesion_temperature, at_least: 80}, {field: lesion_temperature, at_least: 90}]}",
    )
    meaning = only(compared(tmp_path, change)).meaning
    assert meaning == Same(3)  # below 80, from 80 to below 90, from 90: the scope leaves one region


@pytest.mark.parametrize(
    ("change", "kind", "said", "judges"),
    [
        (("domain: guidance", "domain: dose"), "moved", "domain: guidance → dose", True),
        (("level: major", "level: minor"), "re-levelled", "level: major → minor", True),
        (("evidence: secondary", "evidence: read"), "re-sourced", "paper 2 (read)", False),
        (("evidence: secondary", "evidence: unverified"), "re-sourced", "counted: yes → no", True),
        (('section: "2"', 'section: "7"'), "re-sourced", "newly cited: paper 7", False),
        (("    level: major", "    since: 2022\n    level: major"), "re-dated", "the edition → 2022", True),
        (("The lesion lasted", "Each lesion lasted"), "reworded", "sentence: The lesion lasted", False),
        (("Short lesions are small.", "They fail."), "annotated", "level_because differs", False),
    ],
)
def test_each_kind_of_change_is_named(
    tmp_path: Path, change: tuple[str, str], kind: str, said: str, judges: bool
) -> None:
    found = compared(tmp_path, change)
    assert kind in only(found).kinds
    assert said in "\n".join(only(found).details)
    assert (only(found).judges, found.judges, found.unchanged) == (judges, judges, 2)


def test_added_dropped_and_moved_criteria_are_named_and_the_fewest_moves_are(tmp_path: Path) -> None:
    head, *parts = TWO.split("  - id: ")
    hot, long, seen = (f"  - id: {part}" for part in parts)
    new = hot.replace("id: hot", "id: new").replace("The tip was heated", "The tip was surely heated")
    rules = write_rules(
        tmp_path / "rules", **{"lumbar-rf|1.1.0.yaml": (head + seen + hot + new).replace("1.0.0", "1.1.0")}
    )
    library = load_library(rules)
    found = diff_of(*library.rulesets, (library.codebook, library.codebook))
    assert {(change.shown.id, change.kinds) for change in found.changes} == {
        ("seen", ("moved",)), ("long", ("dropped",)), ("new", ("added",)),
    }  # fmt: skip
    assert found.unchanged == 1
    assert long.startswith("  - id: long")


def test_a_changed_scope_names_the_procedures_that_are_no_longer_and_newly_covered(tmp_path: Path) -> None:
    found = compared(tmp_path, ("{field: region, equals: lumbar}", "{field: region, one_of: [cervical, sacral]}"))
    scope = found.scope
    assert scope is not None
    assert not isinstance(scope, Undecided)
    assert scope.only_first == (((("Region", "lumbar"),)),)
    assert scope.both == 0
    assert {value for procedure in scope.only_second for _, value in procedure} <= {"cervical", "sacral"}
    assert found.judges


def test_the_same_scope_in_other_words_is_no_change(tmp_path: Path) -> None:
    found = compared(tmp_path, ("{field: region, equals: lumbar}", "{all: [{field: region, one_of: [lumbar]}]}"))
    assert found.scope is None
    assert not found.judges


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, ["rules", "diff", *map(str, words)])


def test_between_other_ids_criteria_are_matched_by_meaning_and_then_by_what_they_ask(tmp_path: Path) -> None:
    text = replaced(
        TWO, ("id: lumbar-rf", "id: other-rf"), ("id: hot", "id: heated"), ("id: long", "id: lasting"),
        ("lesion_duration, at_least: 120", "lesion_duration, at_least: 180"),
        ("The tip was heated", "The other tip was heated"), ("The lesion lasted two", "The lesion lasted three"),
        ("The needle was placed", "The other needle was placed"),
    )  # fmt: skip
    library = load_library(write_rules(tmp_path / "rules", **{"other-rf|1.0.0.yaml": text}))
    found = diff_of(*library.rulesets, (library.codebook, library.codebook))
    assert {change.shown.id: change.kinds for change in found.changes} == {
        "heated": ("reworded", "renamed"), "lasting": ("changed", "renamed"), "seen": ("reworded",),
    }  # fmt: skip


def test_a_rule_set_is_named_by_id_by_version_and_by_file(tmp_path: Path) -> None:
    changed = replaced(TWO, ("version: 1.0.0", "version: 1.1.0"), ("at_least: 80}", "at_least: 85}"))
    rules = write_rules(tmp_path / "rules", **{"lumbar-rf|1.1.0.yaml": changed})
    for second in ("lumbar-rf", "lumbar-rf@1.1.0", rules / "lumbar-rf" / "1.1.0.yaml"):
        done = run("lumbar-rf@1.0.0", second, "--rules", rules)
        assert done.exit_code == 0, done.output
        assert "CHANGED: hot" in done.output
        assert "Judged otherwise, for example: Region: lumbar; Temperature: 80 °C\n    met → not met" in done.output


def test_two_folders_are_compared_whole(tmp_path: Path) -> None:
    first, second = (
        write_rules(tmp_path / "a"),
        write_rules(tmp_path / "b", **{"lumbar-rf|1.0.0.yaml": replaced(TWO, ("level: major", "level: minor"))}),
    )
    done = run(first, second, "--rules", first)
    assert "RE-LEVELLED: long" in done.output
    assert "0 rule sets are the same on both sides." in done.output
    assert "1 rule sets are the same on both sides." in run(first, first, "--rules", first).output


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("lumbar-rf", "main"), "lumbar-rf is a rule set and main is a profile: compare two of one kind"),
        (("lumbar-rf", "lumber-rf"), "did you mean 'lumbar-rf'?"),
        (("lumbar-rf", "nothing.yaml"), "nothing.yaml cannot be read"),
    ],
)
def test_what_names_nothing_is_a_wrong_request(tmp_path: Path, words: tuple[str, str], said: str) -> None:
    done = run(*words, "--rules", write_rules(tmp_path / "rules"))
    assert done.exit_code == 2
    assert said in done.output
