"""Features and rules, read as plain Gherkin and YAML, say the same in words that a clinician reads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml
from gherkin.parser import Parser

from fidelity.rulebook.examples import sentences as spoken

ROOT = Path(__file__).parents[2]
OPEN, GRADES = "What the report leaves open", "How the grade follows"
MOST_PATTERNS, MOST_STEPS = 19, 7
DEFAULT_PROFILE = "multisociety"
NEAR = Fraction(1, 4)
"""How far beyond a threshold an example may lie, as a part of it, to be just beyond it."""

OPERATORS = (
    "equals", "one_of", "includes_all", "includes_any", "at_least", "more_than", "at_most", "less_than",
    "at_least_as_thick_as", "at_least_as_thin_as", "asks_at_least", "asks_more_than", "applies_when", "met_when",
)  # fmt: skip
FAILS_ABOVE = frozenset({"at_most", "more_than", "at_least_as_thick_as", "asks_more_than"})
"""Operators whose judgement changes between the number and what is just above it; for the others, just below."""

AS_WRITTEN = re.compile(r"(?:at least )?(\d+(?:\.\d+)?)\s*([^\d\s].*)?")


def plain(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def parsed(path: Path) -> dict[str, Any]:
    return dict(Parser().parse(path.read_text(encoding="utf-8"))["feature"])


CODEBOOK = plain(ROOT / "rules" / "codebook.yaml")
LABELS = {entry["label"]: name for name, entry in CODEBOOK["fields"].items()}
TITLES = {entry["title"] for entry in plain(ROOT / "rules" / "procedures.yaml")["procedures"]}
PROFILES = {path.stem: plain(path) for path in sorted((ROOT / "rules" / "profiles").glob("*.yaml"))}
RULE_SETS = sorted((ROOT / "rules").glob("*/[0-9]*.[0-9]*.[0-9]*.yaml"))
ASKING = [path for path in RULE_SETS if "criteria" in plain(path)]
NON_STANDARD = [path for path in RULE_SETS if "non_standard" in plain(path)]
FEATURES = sorted((ROOT / "features").rglob("*.feature"))
DEMANDS = [(path.parent.name, criterion["title"]) for path in ASKING for criterion in plain(path)["criteria"]]
SENTENCES = [*DEMANDS, *((path.parent.name, plain(path)["non_standard"]["title"]) for path in NON_STANDARD)]


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=lambda path: f"{path.parent.name}-{path.stem}")


each_rule_set, each_asking, each_non_standard = each(RULE_SETS), each(ASKING), each(NON_STANDARD)
each_feature = each(FEATURES)


class Example(NamedTuple):
    """One row of Examples, or a scenario without any, with everything filled in."""

    steps: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]

    @property
    def facts(self) -> dict[str, str]:
        """What the report says, by label, with the procedure among it."""
        said = {row[0]: row[1] for table in self.tables for row in table if len(row) == 2}
        return {"": next((step for step in self.steps if step.startswith("a report of ")), ""), **said}

    @property
    def judgement(self) -> str:
        return next((step.split(" judged ")[1] for step in self.steps if " judged " in step), "")


def mirror_of(path: Path) -> Path:
    return ROOT / "features" / path.parent.name / f"{path.stem}.feature"


def children(node: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [child[kind] for child in node["children"] if kind in child]


def scenarios_of(feature: dict[str, Any]) -> list[dict[str, Any]]:
    return [scenario for rule in children(feature, "rule") for scenario in children(rule, "scenario")]


def filled(text: str, given: dict[str, str]) -> str:
    return re.sub("<(.+?)>", lambda found: given[found[1]], text)


def examples_of(scenario: dict[str, Any]) -> Iterator[Example]:
    for table in scenario["examples"] or [None]:
        head = [cell["value"] for cell in table["tableHeader"]["cells"]] if table else []
        for row in table["tableBody"] if table else [{"cells": []}]:
            given = dict(zip(head, (cell["value"] for cell in row["cells"]), strict=True))
            tables = [step["dataTable"]["rows"] for step in scenario["steps"] if "dataTable" in step]
            yield Example(
                tuple(filled(step["text"], given) for step in scenario["steps"]),
                tuple(
                    tuple(tuple(filled(cell["value"], given) for cell in line["cells"]) for line in rows)
                    for rows in tables
                ),
            )


def all_examples(rule: dict[str, Any]) -> list[Example]:
    return [example for scenario in children(rule, "scenario") for example in examples_of(scenario)]


def ids_of(profile: dict[str, Any]) -> set[str]:
    """Return the rule sets that a profile uses, some of them for a few domains only."""
    return {entry if isinstance(entry, str) else entry["id"] for entry in profile["rule_sets"]}


def leaves_of(condition: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if "field" in condition:
        yield condition
    for member in condition.get("all", ()) or condition.get("any", ()):
        yield from leaves_of(member)


def thresholds_of(criterion: dict[str, Any]) -> Iterator[tuple[str, str, Fraction]]:
    """Yield field, operator and number of every threshold of a criterion."""
    for key in ("applies_when", "met_when", "not_met_when", "partly_met_when"):
        for leaf in leaves_of(criterion.get(key, {})):
            for operator, operand in leaf.items():
                if operator in OPERATORS and isinstance(operand, str) and re.fullmatch(r"\d+(\.\d+)?", operand):
                    yield leaf["field"], operator, Fraction(operand)


def number_of(cell: str, field: str) -> Fraction | None:
    """Return a number as it is written in a cell, in the unit of the codebook; None for ranges and words."""
    found = AS_WRITTEN.fullmatch(cell)
    if found is None:
        return None
    factors = CODEBOOK["units"].get(CODEBOOK["fields"][field].get("unit"), {})
    return Fraction(found[1]) * Fraction(factors.get(found[2], "0") if found[2] else 1)


def shows_both_sides(examples: list[Example], field: str, operator: str, number: Fraction) -> bool:
    """Whether two examples that differ in one fact, at a number and just beyond it, are judged differently."""
    label = CODEBOOK["fields"][field]["label"]
    counted = CODEBOOK["fields"][field]["type"] in ("count", "ordered_choice")
    near = Fraction(1) if counted else number * NEAR
    for first, second in permutations([example for example in examples if label in example.facts], 2):
        at, beyond = number_of(first.facts[label], field), number_of(second.facts[label], field)
        if at != number or beyond is None or first.judgement == second.judgement:
            continue
        distance = beyond - at if operator in FAILS_ABOVE else at - beyond
        if 0 < distance <= near and {**first.facts, label: ""} == {**second.facts, label: ""}:
            return True
    return False


def test_every_rule_set_has_its_feature_and_every_feature_its_rule_set() -> None:
    mirrors = {path for path in FEATURES if path.parent.name != "policy"}
    assert {mirror_of(path) for path in RULE_SETS} == mirrors


def test_a_rule_set_asks_something_or_names_a_technique_that_is_not_standard() -> None:
    assert {*ASKING, *NON_STANDARD} == set(RULE_SETS)
    assert not {*ASKING} & {*NON_STANDARD}


def test_no_two_demands_have_the_same_sentence_except_in_editions_of_one_rule_set() -> None:
    sentences = [sentence for _, sentence in set(SENTENCES)]
    assert len(set(sentences)) == len(sentences)


@each_asking
def test_no_two_demands_of_a_rule_set_have_the_same_sentence(path: Path) -> None:
    sentences = [criterion["title"] for criterion in plain(path)["criteria"]]
    assert len(set(sentences)) == len(sentences)


@each_asking
def test_a_feature_has_the_title_and_the_demands_of_its_rule_set_in_their_order(path: Path) -> None:
    ruleset, feature = plain(path), parsed(mirror_of(path))
    assert feature["name"] == ruleset["title"]
    names = [rule["name"] for rule in children(feature, "rule")]
    assert names == [*(criterion["title"] for criterion in ruleset["criteria"]), OPEN, GRADES]


@each_non_standard
def test_the_feature_of_a_technique_that_is_not_standard_has_one_rule_in_which_it_gets_no_grade(path: Path) -> None:
    ruleset, feature = plain(path), parsed(mirror_of(path))
    assert feature["name"] == ruleset["title"]
    (rule,) = children(feature, "rule")
    block = ruleset["non_standard"]
    assert rule["name"] == block["title"]
    said = " ".join(rule["description"].split())
    assert said.startswith("Source")
    for source in block["sources"]:
        assert f", {source['section']} ({source['evidence']}" in said, source["document"]
    confirmed = any(source["evidence"] != "unverified" for source in block["sources"])
    results = {cell for one in all_examples(rule) for table in one.tables for row in table for cell in row}
    assert f"no grade: {'non-standard' if confirmed else 'no rule set'}" in results


@each_asking
def test_a_rule_cites_every_source_with_its_evidence_and_names_the_level(path: Path) -> None:
    rules = children(parsed(mirror_of(path)), "rule")
    for criterion, rule in zip(plain(path)["criteria"], rules, strict=False):
        said = " ".join(rule["description"].split())
        assert said.startswith(f"Level {criterion['level']}"), criterion["id"]
        for source in criterion["sources"]:
            assert f", {source['section']} ({source['evidence']}" in said, (criterion["id"], source["document"])


@each_rule_set
def test_a_feature_names_the_standards_by_which_it_is_judged_where_they_are_not_the_usual_ones(path: Path) -> None:
    using = {name for name, profile in PROFILES.items() if path.parent.name in ids_of(profile)}
    assert using, "no profile uses this rule set"
    steps = [step["text"] for one in children(parsed(mirror_of(path)), "background") for step in one["steps"]]
    named = {f"the standards are those of {PROFILES[name]['title']}" for name in using}
    assert DEFAULT_PROFILE in using or named & set(steps)


@each_asking
def test_a_rule_shows_every_judgement_that_its_demand_can_get(path: Path) -> None:
    for criterion, rule in zip(plain(path)["criteria"], children(parsed(mirror_of(path)), "rule"), strict=False):
        shown = {example.judgement for example in all_examples(rule)}
        expected = {"met", "not met"}
        expected |= {"partly met"} if "partly_met_when" in criterion else set()
        expected |= {"not applicable"} if "applies_when" in criterion else set()
        assert expected <= shown, criterion["id"]
        assert "partly met" in expected or "partly met" not in shown, criterion["id"]


@each_asking
def test_a_rule_shows_both_sides_of_every_number_of_its_demand(path: Path) -> None:
    for criterion, rule in zip(plain(path)["criteria"], children(parsed(mirror_of(path)), "rule"), strict=False):
        examples = all_examples(rule)
        for field, operator, number in thresholds_of(criterion):
            assert shows_both_sides(examples, field, operator, number), (criterion["id"], field, operator, number)


@each_asking
def test_open_judgements_and_grades_are_shown_for_every_reason(path: Path) -> None:
    *_, open_, grades = children(parsed(mirror_of(path)), "rule")
    judged = [example.judgement for outline in children(open_, "scenario") for example in examples_of(outline)]
    for reason in ("unclear", "not reported", "not extracted"):
        assert any(words.startswith("open: ") and words.endswith(f" ({reason})") for words in judged), reason
    graded = [step for outline in children(grades, "scenario") for one in examples_of(outline) for step in one.steps]
    for grade in ("full", " to full"):
        assert any(re.search(f"^the grade of .* is .*{grade}$", step) for step in graded), grade


@each_feature
def test_no_two_scenarios_of_a_feature_have_the_same_name(path: Path) -> None:
    names = [scenario["name"] for scenario in scenarios_of(parsed(path))]
    assert len(set(names)) == len(names)


@each_feature
def test_scenarios_are_short_and_their_examples_have_titles(path: Path) -> None:
    feature = parsed(path)
    before = sum(len(background["steps"]) for background in children(feature, "background"))
    for scenario in scenarios_of(feature):
        assert before + len(scenario["steps"]) <= MOST_STEPS, scenario["name"]
        assert all(table["name"] for table in scenario["examples"]), scenario["name"]


@each_feature
def test_labels_procedures_and_demands_are_those_of_the_rules(path: Path) -> None:
    sentences = {sentence for _, sentence in DEMANDS}
    for example in (example for scenario in scenarios_of(parsed(path)) for example in examples_of(scenario)):
        known = {*LABELS, "arm", "role", "procedure", "result", "delivery", "selection", "safety"}
        for table in example.tables:
            words = {row[0] for row in table} if len(table[0]) == 2 and table[0][0] in LABELS else set(table[0])
            assert words <= known, words - known
        for step in example.steps:
            of_what = re.fullmatch("a (?:report|trial) of (.+?)(?: with these arms)?", step)
            assert of_what is None or of_what[1] in {*TITLES, "one procedure", "several procedures"}, step
            compared = re.fullmatch("the trial set out to compare (.+)", step)
            assert compared is None or compared[1] in LABELS, step
            demand = re.fullmatch('"(.+)" is judged .+', step)
            assert demand is None or demand[1] in sentences, step
            standards = re.fullmatch("the standards are those of (.+)", step)
            assert standards is None or standards[1] in {profile["title"] for profile in PROFILES.values()}, step


@each_feature
def test_no_step_speaks_the_language_of_the_code(path: Path) -> None:
    names = [name for name in (*CODEBOOK["fields"], *OPERATORS) if "_" in name] + ["equals"]
    code = re.compile(rf"\b(?:{'|'.join(names)})\b|[A-Za-z_]+/[A-Za-z_]|\.(?:ya?ml|json|csv|py|feature)\b|_")
    for scenario in scenarios_of(parsed(path)):
        for example in examples_of(scenario):
            for text in (*example.steps, *(cell for table in example.tables for row in table for cell in row)):
                assert code.search(text) is None, text


def test_few_step_patterns_speak_for_all_features() -> None:
    patterns = [sentence.words for sentence in spoken.SENTENCES]
    assert 0 < len(patterns) == len(set(patterns)) <= MOST_PATTERNS
