"""What `rules check` says of made-up rules: each fault in its line with its code, and nothing of what is sound."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from fidelity.cli.main import cli
from fidelity.read.features import load_features
from fidelity.read.rules import survey
from fidelity.rulebook.checking.check import Checked, check
from rulebook import small_rules

ROOT = Path(__file__).parents[2]
COVERED = "{field: kind, one_of: [heat, cold, fluid]}"
PROFILE = "id: p\ntitle: Made up\nscheme: domain-gated@1.0.0\nclock: {delivery: now, selection: now, safety: now}\n"
UNREACHED = """
unreached:
  - {axis: delivery, grade: poor, because: Nothing is critical.}
  - {axis: delivery, grade: adequate, because: Nothing is minor.}
"""
TIMES = "met_when: {field: times, at_least: 2}"

Check = Callable[..., Checked]


@pytest.fixture
def checked(tmp_path: Path) -> Check:
    """Check a made-up rules folder: its rule sets by id, each as text, and the lines of its profile."""

    def run(*, published: str = "", procedures: str = "procedures: []", feature: str = "", **sets: str) -> Checked:
        rules = tmp_path / "rules"
        shutil.copytree(ROOT / "rules" / "schemes", rules / "schemes", dirs_exist_ok=True)
        (rules / "profiles").mkdir(exist_ok=True)
        (rules / "codebook.yaml").write_text(small_rules.CODEBOOK)
        (rules / "procedures.yaml").write_text(procedures)
        (rules / "profiles" / "p.yaml").write_text(f"{PROFILE}rule_sets: [{', '.join(sets)}]\n")
        for name, text in sets.items():
            (rules / name).mkdir(exist_ok=True)
            (rules / name / "1.0.0.yaml").write_text(text.replace("id: made-up", f"id: {name}", 1))
        found = survey(rules)
        if published and found.library is not None:
            object.__setattr__(found.library, "published", frozenset({published}))
        if not feature:
            return check(found)
        (tmp_path / "features" / "one").mkdir(parents=True, exist_ok=True)
        (tmp_path / "features" / "one" / "1.0.0.feature").write_text(feature)
        return check(found, load_features(tmp_path / "features"))

    return run


def one(criteria: dict[str, str], more: str = UNREACHED, covers: str = COVERED) -> str:
    return small_rules.text_of(criteria, covers) + more


def found(result: Checked, text: str) -> list[tuple[str, str]]:
    """Return each fault's code with the text of the line that it names."""
    lines = text.splitlines()
    return [(fault.code, lines[(fault.place.line or 1) - 1].strip()) for fault in result.faults]


def test_a_sound_rule_set_is_not_accused(checked: Check) -> None:
    result = checked(one=one({"often": TIMES, "thick": "met_when: {field: gauge, at_least_as_thick_as: '18'}"}))
    assert [str(fault) for fault in result.faults] == []
    assert (result.rulesets, result.criteria) == (1, 2)


SOUND = {
    "a demand on what another one tolerates": {
        "place": "met_when: {field: place, equals: nerve}\npartly_met_when: {field: place, one_of: [nerve, joint]}",
        "joint": "applies_when: {field: place, equals: joint}\nmet_when: {field: times, at_least: 2}",
    },
    "the same demand on two axes": {"often": TIMES, "safely": f"domain: vascular\n{TIMES}"},
    "notes that exclude each other": {
        "more": f"level: note\n{TIMES}",
        "less": "level: note\nmet_when: {field: times, at_most: 1}",
    },
    "demands that exclude each other in different procedures": {
        "hot": "applies_when: {field: kind, equals: heat}\nmet_when: {field: times, at_least: 2}",
        "cool": "applies_when: {field: kind, equals: cold}\nmet_when: {field: times, at_most: 1}",
    },
    "a floor that is wider in a single value": {
        "strict": "met_when: {field: relief, asks_more_than: 50}\npartly_met_when: {field: relief, asks_at_least: 50}"
    },
}


@pytest.mark.parametrize("name", SOUND)
def test_what_only_looks_like_a_fault_is_none(checked: Check, name: str) -> None:
    codes = {fault.code for fault in checked(one=one(SOUND[name], "")).faults}
    assert codes <= {"unreached-grade"}


FAULTY: dict[str, tuple[dict[str, str], str, str]] = {
    "unknown-field": (
        {"it": "met_when: {field: tines, at_least: 2}"},
        "unknown-field",
        "met_when: {field: tines, at_least: 2}",
    ),
    "range": (
        {"it": "met_when: {field: times, at_least: 0}"},
        "range-decides",
        "met_when: {field: times, at_least: 0}",
    ),
    "never met": (
        {"it": "met_when: {all: [{field: heat, at_least: 80}, {field: kind, equals: cold}]}"},
        "never-met",
        "met_when: {all: [{field: heat, at_least: 80}, {field: kind, equals: cold}]}",
    ),
    "never fails": (
        {"it": "met_when: {any: [{field: times, at_least: 2}, {field: times, less_than: 3}]}"},
        "never-fails",
        "met_when: {any: [{field: times, at_least: 2}, {field: times, less_than: 3}]}",
    ),
    "never fails for its floor": (
        {"it": f"{TIMES}\npartly_met_when: {{any: [{{field: times, at_least: 2}}, {{field: times, at_most: 1}}]}}"},
        "never-fails",
        "partly_met_when: {any: [{field: times, at_least: 2}, {field: times, at_most: 1}]}",
    ),
    "never applies": (
        {"it": f"applies_when: {{field: kind, equals: talk}}\n{TIMES}"},
        "never-applies",
        "applies_when: {field: kind, equals: talk}",
    ),
    "a floor in other words": (
        {"it": f"{TIMES}\npartly_met_when: {{field: times, more_than: 1}}"},
        "floor-idle",
        "partly_met_when: {field: times, more_than: 1}",
    ),
    "a floor too narrow": (
        {"it": f"{TIMES}\npartly_met_when: {{field: times, at_least: 3}}"},
        "floor-too-narrow",
        "partly_met_when: {field: times, at_least: 3}",
    ),
    "exclusive": (
        {"it": TIMES, "that": "met_when: {field: times, at_most: 1}"},
        "cannot-both-be-met",
        "- id: that",
    ),
    "the same in other words": (
        {"it": TIMES, "that": "domain: placement\nnot_met_when: {field: times, less_than: 1.5}"},
        "same-criterion",
        "- id: that",
    ),
}


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_is_found_in_its_line(checked: Check, name: str) -> None:
    criteria, code, line = FAULTY[name]
    text = one(criteria)
    assert (code, line) in found(checked(one=text), text)


def test_a_floor_that_is_too_narrow_comes_with_a_procedure_that_shows_it(checked: Check) -> None:
    (fault,) = checked(one=one({"it": FAULTY["a floor too narrow"][0]["it"]})).faults
    assert "Times: 2 meets it and not the floor" in fault.what


def test_every_fault_of_reading_and_of_reasoning_is_said_at_once(checked: Check) -> None:
    text = one({"odd": "met_when: {field: tines, at_least: 2}", "dead": FAULTY["never met"][0]["it"]})
    assert {code for code, _ in found(checked(one=text), text)} >= {"unknown-field", "never-met"}


def test_citations_are_checked_both_ways_and_all_of_them_named(checked: Check) -> None:
    cites = "sources: [{document: d, section: s, evidence: read}, {document: e, section: s, evidence: read}]"
    text = one({"it": f"{TIMES}\n{cites}", "that": f"level: note\nmet_when: {{field: awake, equals: yes}}\n{cites}"})
    assert [code for code, _ in found(checked(one=text), text)] == ["unknown-document"] * 2
    text = one({"it": TIMES}).replace("documents: {", "documents: {unused: {title: Nobody cites it}, ")
    assert [fault.subject for fault in checked(one=text).faults] == ["unused"]


def test_unverified_evidence_is_a_fault_of_a_published_set_only(checked: Check) -> None:
    text = one(
        {
            "it": TIMES,
            "so": "met_when: {field: awake, equals: yes}\nsources: [{document: d, section: s, evidence: unverified}]",
        }
    )
    assert checked(one=text).faults == ()
    assert [fault.code for fault in checked(one=text, published="one@1.0.0").faults] == ["unverified-published"]


def test_a_grade_that_nobody_gets_must_be_declared_and_one_that_somebody_gets_must_not(checked: Check) -> None:
    text = one({"it": TIMES}, "")
    assert [fault.what for fault in checked(one=text).faults] == [
        "no procedure gets the grade 'adequate' of delivery",
        "no procedure gets the grade 'poor' of delivery",
    ]
    text = one({"it": TIMES}, UNREACHED + "  - {axis: delivery, grade: full, because: It is not so.}\n")
    line = "- {axis: delivery, grade: full, because: It is not so.}"
    assert found(checked(one=text), text) == [("reached-after-all", line)]


def test_a_concern_that_no_procedure_gets_is_found_where_criteria_shadow_each_other(checked: Check) -> None:
    graver = "level: critical\nmet_when: {field: times, at_least: 1}"
    lesser = "level: minor\nnot_met_when: {all: [{field: times, at_most: 0}, {field: awake, equals: no}]}"
    text = one({"graver": graver, "lesser": lesser}, "")
    assert ("unreached-concern", "- id: lesser") in found(checked(one=text), text)


def test_two_rule_sets_may_not_have_the_word_on_one_domain_of_one_procedure(checked: Check) -> None:
    first = one({"it": TIMES}, covers="{field: kind, one_of: [heat, cold]}")
    second = one({"that": "met_when: {field: awake, equals: yes}"}, covers="{field: kind, one_of: [cold, fluid]}")
    result = checked(first=first, second=second)
    (fault,) = result.faults
    assert (fault.code, fault.place.source[-17:]) == ("scopes-overlap", "second/1.0.0.yaml")
    assert "cold" in fault.what
    apart = second.replace("[cold, fluid]", "[fluid]")
    assert checked(first=first, second=apart).faults == ()


def test_criteria_of_two_rule_sets_on_one_procedure_may_not_exclude_each_other(checked: Check) -> None:
    second = one({"that": "domain: placement\nmet_when: {field: times, at_most: 1}"})
    faults = checked(first=one({"it": TIMES}), second=second).faults
    assert [(fault.code, fault.subject) for fault in faults] == [("cannot-both-be-met", "that")]


def test_a_sentence_stands_once(checked: Check) -> None:
    first = one({"it": TIMES}, covers="{field: kind, equals: heat}")
    second = one({"it": TIMES}, covers="{field: kind, equals: cold}")
    assert [fault.code for fault in checked(first=first, second=second).faults] == ["title-taken"]


def test_a_procedure_that_nothing_covers_is_a_note_and_no_fault(checked: Check) -> None:
    named = "procedures: [{id: chat, title: a chat, scope: {kind: talk}}, {id: hot, title: heat, scope: {kind: heat}}]"
    result = checked(procedures=named, one=one({"it": TIMES}))
    assert result.faults == ()
    assert [(remark.code, remark.subject) for remark in result.remarks] == [("uncovered", "chat")]


FEATURE = """Feature: Made up

  Rule: It is it.

    Scenario Outline: Times
      Given a report of a chat
      Then this is judged <judgement>

      Examples: Both sides
        | judgement |
        | met       |
        | not met   |
"""


def test_a_feature_shows_every_demand_and_every_verdict(checked: Check) -> None:
    text = one({"it": TIMES})
    assert checked(one=text, feature=FEATURE).faults == ()
    result = checked(one=text, feature=re.sub(r".*not met.*\n", "", FEATURE))
    assert [fault.code for fault in result.faults] == ["verdict-not-shown"]
    result = checked(one=text, feature=FEATURE.replace("It is it.", "It is something else."))
    assert [fault.code for fault in result.faults] == ["rule-without-criterion", "criterion-not-shown"]


def test_the_command_names_every_fault_with_its_place_and_ends_with_1(checked: Check, tmp_path: Path) -> None:
    checked(one=one({"it": TIMES}))
    result = CliRunner().invoke(cli, ["rules", "check", str(tmp_path / "rules")])
    counts, endorsed = result.output.splitlines()
    assert (result.exit_code, counts) == (0, "rule sets: 1, criteria: 1, faults: 0, notes: 0")
    assert endorsed == "endorsed by a balanced panel: 0 of 1 versions"
    checked(one=one(FAULTY["never met"][0]))
    result = CliRunner().invoke(cli, ["rules", "check", str(tmp_path / "rules")])
    assert result.exit_code == 1
    assert re.search(
        r"rules/one/1\.0\.0\.yaml:\d+:\d+: it: no procedure that the rule set covers can meet it", result.output
    )


def test_nothing_is_wrong_with_the_shipped_rules() -> None:
    assert [str(fault) for fault in check(survey(), load_features()).faults] == []
