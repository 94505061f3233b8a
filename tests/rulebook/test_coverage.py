"""What coverage calls killed, equivalent and surviving is so: known by hand for made-up features, and asked of all."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from made_up import library

from fidelity.cli.main import cli
from fidelity.read.features import Features
from fidelity.read.rules import Library
from fidelity.rulebook.coverage.coverage import Covered, coverage, problems_of
from fidelity.rulebook.coverage.table import summary_of, table_of
from fidelity.rulebook.examples.outcomes import outcomes
from rulebook.made_features import features, not_standard, results, rule, rules, written
from rulebook.rules_to_change import write_rules

HOT = "met_when: {field: lesion_temperature, at_least: 80}"
EITHER = """
met_when:
  any:
    - {field: lesion_temperature, at_least: 80}
    - {field: lesions_per_nerve, at_least: 2}
"""


def only(library: Library, features: Features) -> Covered:
    (covered,) = coverage(library, features)
    return covered


def says(covered: Covered) -> list[str]:
    return [survivor.variant.says for survivor in covered.survivors]


def remedies(covered: Covered) -> list[str]:
    return [survivor.remedy.split("feature:")[1].split(": ", 1)[1] for survivor in covered.survivors]


def test_an_example_at_a_number_and_one_just_below_it_leave_no_variant_alive(tmp_path: Path) -> None:
    table = """
        | conventional | 79 °C | not met |
        | conventional | 80 °C | met     |
    """
    covered = only(rules(hot=HOT), features(tmp_path, rule("hot", "Electrode temperature", table)))
    assert (covered.variants, covered.killed) == (4, 4)  # two nudges, two turns
    assert covered.verdicts == ("met", "not_met")
    assert covered.unshown == ()
    assert covered.sides[0].shown == ("below", "at")
    assert covered.sides[0].missing == ()


@pytest.mark.parametrize(
    ("values", "survivor", "missing"),
    [
        (("79", "85"), "at least 80 turned into more than 80", "80 °C | met"),
        (("79", "80"), None, None),
        (("70", "80"), "at least 80 nudged to 72", "72 °C | not met"),
        (("79", "90"), "at least 80 nudged to 88", "80 °C | met"),
    ],
)
def test_a_number_without_an_example_close_to_it_has_a_survivor_with_the_row_that_is_missing(
    tmp_path: Path, values: tuple[str, str], survivor: str | None, missing: str | None
) -> None:
    low, high = values
    table = f"""
        | conventional | {low} °C | not met |
        | conventional | {high} °C | met    |
    """
    covered = only(rules(hot=HOT), features(tmp_path, rule("hot", "Electrode temperature", table)))
    if survivor is None:
        assert covered.survivors == ()
        return
    assert f"Electrode temperature: {survivor}" in says(covered)
    number = says(covered).index(f"Electrode temperature: {survivor}")
    assert missing in covered.survivors[number].remedy


def test_a_leaf_on_which_no_example_hangs_is_named_and_its_variants_survive(tmp_path: Path) -> None:
    table = """
        | conventional | 79 °C | 1 | not met |
        | conventional | 80 °C | 1 | met     |
        | conventional | 80 °C | 2 | met     |
    """
    made = features(tmp_path, rule("either", "Electrode temperature, Lesions per nerve", table))
    covered = only(rules(either=EITHER), made)
    assert [leaf.says for leaf in covered.leaves if not leaf.decisive] == []  # at 79 °C and one lesion both decide
    assert sorted(says(covered)) == [
        "Lesions per nerve: at least 2 dropped",
        "Lesions per nerve: at least 2 turned into more than 2",
    ]
    assert set(remedies(covered)) == {"| conventional | 79 °C | 2 | met |"}


def test_a_leaf_that_another_one_always_outvotes_is_not_decisive(tmp_path: Path) -> None:
    table = """
        | conventional | 80 °C | 1 | met |
        | conventional | 81 °C | 1 | met |
    """
    made = features(tmp_path, rule("either", "Electrode temperature, Lesions per nerve", table))
    covered = only(rules(either=EITHER), made)
    assert [leaf.says for leaf in covered.leaves if not leaf.decisive] == ["Lesions per nerve: at least 2"]
    assert covered.unshown == ("not_met",)
    assert {number.says: number.missing for number in covered.sides} == {
        "Electrode temperature: at least 80": ("below",),
        "Lesions per nerve: at least 2": ("at",),
    }


def test_what_changes_no_judgement_within_the_scope_is_proved_and_not_asked_of_the_author(
    tmp_path: Path,
) -> None:
    """The rule set covers two kinds of electrode; to except all the others too changes nothing."""
    table = """
        | conventional | 79 °C | not met        |
        | conventional | 80 °C | met            |
        | cooled       | 60 °C | not applicable |
        | cooled       | 80 °C | not applicable |
    """
    made = rules(hot=f"applies_when: {{field: modality, equals: conventional_rf}}\n{HOT}")
    covered = only(made, features(tmp_path, rule("hot", "Electrode temperature", table)))
    kinds = len(library().codebook.fields["modality"].choices)
    assert covered.equivalent == kinds - 2
    assert (covered.survivors, covered.undecided) == ((), ())


def test_the_part_of_a_floor_that_repeats_the_demand_can_be_stricter_without_changing_anything(
    tmp_path: Path,
) -> None:
    """A floor is asked for only where the demand is not met: there, nothing reaches 80 °C any more."""
    floor = """
        met_when: {field: lesion_temperature, at_least: 80}
        partly_met_when:
          any:
            - {field: lesion_temperature, at_least: 80}
            - {field: lesions_per_nerve, at_least: 2}
    """
    table = """
        | conventional | 79 °C | 1 | not met    |
        | conventional | 79 °C | 2 | partly met |
        | conventional | 80 °C | 1 | met        |
        | conventional | 80 °C | 2 | met        |
    """
    made = features(tmp_path, rule("floor", "Electrode temperature, Lesions per nerve", table))
    covered = only(rules(floor=floor), made)
    assert covered.survivors == ()
    assert covered.equivalent == 3  # dropped, nudged to 88 °C, turned into more than 80 °C
    assert all(leaf.decisive for leaf in covered.leaves)


def test_only_examples_in_the_demands_own_rule_count(tmp_path: Path) -> None:
    table = """
        | conventional | 79 °C | not met |
        | conventional | 80 °C | met     |
    """
    text = rule("other", "Electrode temperature", table).replace("this is judged", '"Demand hot." is judged')
    hot, other = coverage(rules(hot=HOT, other=EITHER), features(tmp_path, text))
    assert (hot.examples, other.examples) == (0, 0)
    assert len(hot.survivors) == hot.variants


def test_an_example_that_does_not_hold_shows_nothing(tmp_path: Path) -> None:
    table = """
        | conventional | 79 °C | not met |
        | conventional | 80 °C | not met |
    """
    covered = only(rules(hot=HOT), features(tmp_path, rule("hot", "Electrode temperature", table)))
    assert covered.examples == 1
    assert covered.verdicts == ("not_met",)


@pytest.mark.parametrize(
    "conditions",
    [
        HOT,
        EITHER,
        "met_when: {field: electrode_gauge, at_least_as_thick_as: 18}\npartly_met_when: {field: electrode_gauge, "
        "at_least_as_thick_as: 20}",
        "met_when: {field: image_guidance, one_of: [fluoroscopy, ct]}",
        "met_when: {field: nerves_treated, includes_all: [third_occipital]}",
        "applies_when: {field: modality, equals: conventional_rf}\nmet_when: {all: [{field: lesion_temperature, "
        "at_least: 80, at_most: 90}, {field: lesion_duration, more_than: 89}]}",
    ],
)
def test_the_rows_that_are_named_as_missing_hold_and_kill_every_survivor(tmp_path: Path, conditions: str) -> None:
    """An author who pastes what coverage names is done after a few rounds."""
    made = rules(one=conditions)
    (criterion,) = made.rulesets[0].criteria
    fields = made.codebook.fields
    labels = ",".join(fields[name].label.replace(",", "") for name in dict.fromkeys(criterion.asked))
    columns = " | ".join(["not extracted"] * len(set(criterion.asked)))
    text = "Feature: Made up for a test\n\n" + rule("one", labels, f"| conventional | {columns} | open |")
    for _ in range(6):
        found = written(tmp_path, text)
        covered = only(made, found)
        if covered.examples and not covered.survivors:
            break
        if not covered.examples:
            text = text.replace("| open |", "| open: met or not met (not extracted) |").replace(
                "open: met or not met (not extracted)", _open(covered)
            )
            continue
        text = text.rstrip() + "\n" + "\n".join(f"        {row}" for row in dict.fromkeys(remedies(covered))) + "\n"
        assert all(outcome.holds for outcome in outcomes(list(written(tmp_path, text).examples()), made))
    assert covered.survivors == ()


def _open(covered: Covered) -> str:
    floor = "partly met, " if covered.criterion.partly_met_when is not None else ""
    return f"open: met{', ' + floor.strip(', ') if floor else ''} or not met (not extracted)"


PULSES_INSIDE = {"intra-articular_pulsed_radiofrequency_of_the_lumbar_facet_joints": "no grade: non-standard"}
PULSES_OUTSIDE = {"pulsed_radiofrequency_of_the_lumbar_medial_branches": "no grade: no rule set"}
HEAT_INSIDE = {"conventional_radiofrequency_of_the_lumbar_facet_joints_themselves": "no grade: no rule set"}


@pytest.mark.parametrize(
    ("told", "surviving"),
    [
        (PULSES_INSIDE, ["all of 2 turned into any", "Target structure: facet joint dropped", "Modality: "]),
        ({**PULSES_INSIDE, **PULSES_OUTSIDE}, ["Modality: "]),
        ({**PULSES_INSIDE, **HEAT_INSIDE}, ["Target structure: facet joint dropped"]),
        ({**PULSES_INSIDE, **PULSES_OUTSIDE, **HEAT_INSIDE}, []),
        ({**PULSES_INSIDE, **PULSES_OUTSIDE, **dict.fromkeys(HEAT_INSIDE, "graded")}, ["Modality: "]),
    ],
)
def test_what_a_technique_that_is_not_standard_covers_is_shown_by_what_it_does_not_cover(
    tmp_path: Path, told: dict[str, str], surviving: list[str]
) -> None:
    covered = only(not_standard(), results(tmp_path, **told))
    assert covered.criterion.id == "covers"
    assert len(covered.survivors) == len(surviving)
    assert all(found.startswith(begun) for found, begun in zip(says(covered), surviving, strict=True))
    assert all(str(survivor.place).startswith("rules/made-up/1.0.0.yaml:6:") for survivor in covered.survivors)


def test_what_is_not_confirmed_to_be_non_standard_changes_no_result_and_is_not_asked_for(tmp_path: Path) -> None:
    told = dict.fromkeys(PULSES_INSIDE, "no grade: no rule set")
    assert coverage(not_standard("unverified"), results(tmp_path, **told)) == []


def test_a_survivor_is_named_with_its_line_and_the_table_counts_it(tmp_path: Path) -> None:
    table = "| conventional | 85 °C | met |"
    made = rules(hot=HOT)
    found = coverage(made, features(tmp_path, rule("hot", "Electrode temperature", table)))
    problems = problems_of(found)
    assert {str(problem).split(": ")[0] for problem in problems} == {"rules/made-up/1.0.0.yaml:14:15"}
    row = table_of(found).row(0, named=True)
    assert (row["criterion"], row["examples"], row["survivors"]) == ("hot", 1, len(problems))
    assert row["variants"] == row["killed"] + row["equivalent"] + row["survivors"] + row["undecided"]
    assert f"{len(problems)} survive" in summary_of(found)


def test_the_command_looks_at_the_rules_and_features_of_an_author(tmp_path: Path) -> None:
    mine, shown = write_rules(tmp_path / "mine"), tmp_path / "shown"
    shown.mkdir()
    words = ["rules", "coverage", "lumbar-rf", "--rules", str(mine), "--features", str(shown), "--format", "csv"]
    done = CliRunner().invoke(cli, words)
    assert done.exit_code == 1
    assert [line.split(",")[1] for line in done.stdout.splitlines()[1:]] == ["hot", "long", "seen"]
    assert f"{mine}/lumbar-rf/1.0.0.yaml:" in done.stderr
    assert "write examples of it: its Rule has none that holds" in done.stderr
