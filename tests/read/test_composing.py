"""Profiles compose rule sets by domain, and a rule set may call a technique non-standard."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import fidelity
from fidelity.errors import RulesUnsound
from fidelity.read.shipped import shipped
from read.rules_folder import FILES, PROFILE, RULES

GUIDED = """  - id: guided
    title: It was guided.
    domain: guidance
    level: critical
    met_when: {field: lesion_temperature, at_most: 90}
    sources: [{document: paper, section: "2", evidence: read}]
"""
NON_STANDARD = RULES.partition("criteria:")[0] + (
    """non_standard:
  title: It is no standard technique.
  because: Nobody does it.
  sources: [{document: paper, section: "1", evidence: read}]
"""
)
Write = Callable[..., Path]


@pytest.fixture
def rules(tmp_path: Path) -> Write:
    """Write a small rules folder with another rule set, another profile, or both."""

    def write(rule_set: str = RULES, profile: str = PROFILE) -> Path:
        for name, text in {**FILES, "lumbar-rf/1.0.0.yaml": rule_set, "profiles/main.yaml": profile}.items():
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return tmp_path

    return write


def refusal(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(RulesUnsound) as raised:
        fidelity.load_library(folder)
    return [(p.code, str(p.place).removeprefix(f"{folder}/"), p.remedy) for p in raised.value.problems]


def test_a_profile_may_take_some_domains_of_a_rule_set(rules: Write) -> None:
    taken = PROFILE.replace("[lumbar-rf]", "[{id: lumbar-rf, domains: [dose]}]")
    library = fidelity.load_library(rules(RULES + GUIDED, taken))
    assert library.profiles["main"].domains_of("lumbar-rf") == ("dose",)
    (limited,) = (entry.limited_to(("dose",)) for entry in library.rulesets)
    assert [criterion.id for criterion in limited.criteria] == ["hot"]


def test_a_domain_that_the_rule_set_does_not_hold_is_refused(rules: Write) -> None:
    taken = PROFILE.replace("[lumbar-rf]", "[{id: lumbar-rf, domains: [dose, guidence]}]")
    folder = rules(RULES + GUIDED, taken)
    assert refusal(folder) == [("unknown-domain", "profiles/main.yaml:5:45", "did you mean 'guidance'?")]


def test_a_rule_set_that_stands_twice_is_refused(rules: Write) -> None:
    folder = rules(profile=PROFILE.replace("[lumbar-rf]", "[lumbar-rf, {id: lumbar-rf, domains: [dose]}]"))
    assert refusal(folder) == [("id-taken", "profiles/main.yaml:5:24", "keep one entry, with all its domains")]


def test_a_technique_is_non_standard_or_has_criteria_and_not_both(rules: Write) -> None:
    both = RULES + NON_STANDARD.partition("paper: {title: Paper, published: 2020}\n")[2]
    neither = RULES.partition("criteria:")[0]
    for text in (both, neither):
        assert [code for code, *_ in refusal(rules(text))] == ["criteria-or-non-standard"]


def test_a_non_standard_technique_cites_documents_that_are_listed(rules: Write) -> None:
    folder = rules(NON_STANDARD.replace("document: paper", "document: papers"))
    (problem,) = refusal(folder)
    assert problem == ("unknown-document", "lumbar-rf/1.0.0.yaml:12:24", "did you mean 'paper'?")


@pytest.mark.parametrize("half", ["{axis: delivery, because: So.}", "{domain: dose, grade: full, because: So.}"])
def test_a_declaration_names_one_grade_or_one_concern(rules: Write, half: str) -> None:
    folder = rules(RULES + f"unreached: [{half}]\n")
    assert [(code, remedy) for code, _, remedy in refusal(folder)] == [
        ("bad-unreached", "write axis and grade, or domain and concern")
    ]


def lesion() -> dict[str, object]:
    procedure = {"id": "rf", "observations": {"region": "lumbar"}}
    return {"id": "a", "label": "A", "arms": [{"id": "rf", "role": "active", "procedures": [procedure]}]}


def library_with_shipped(rules_text: str, tmp_path: Path) -> fidelity.Library:
    """Return the shipped codebook and scheme with one rule set on the lumbar spine."""
    folder = tmp_path / "shipped"
    for name in ("codebook.yaml", "procedures.yaml", "schemes/domain-gated/1.0.0.yaml",
                 "schemes/domain-gated/1.0.0.table.csv"):  # fmt: skip
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((shipped("rules") / name).read_bytes())
    axes = "{delivery: now, selection: now, safety: now}"
    profile = f"id: main\ntitle: Main\nscheme: domain-gated@1.0.0\nclock: {axes}\nrule_sets: [lumbar-rf]\n"
    for name, text in {"profiles/main.yaml": profile, "lumbar-rf/1.0.0.yaml": rules_text}.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("codebook: 1.2.0", "codebook: 1.0.0"))
    return fidelity.load_library(folder)


def test_a_non_standard_technique_is_named_so_and_gets_no_grade(tmp_path: Path) -> None:
    library = library_with_shipped(NON_STANDARD, tmp_path)
    scores = fidelity.score([lesion()], profile="main", library=library)
    (gap,) = scores.gaps.to_dicts()
    assert (gap["reason"], gap["candidates"]) == ("non_standard", "lumbar-rf")
    assert "It is no standard technique (Paper, 1)" in gap["note"]
    assert scores.grades["grade_low"].to_list() == [None]


def test_what_is_only_said_to_be_non_standard_is_a_procedure_without_rules(tmp_path: Path) -> None:
    library = library_with_shipped(NON_STANDARD.replace("evidence: read", "evidence: unverified"), tmp_path)
    (gap,) = fidelity.score([lesion()], profile="main", library=library).gaps.to_dicts()
    assert gap["reason"] == "no_rule_set"
    assert "said, but not confirmed: It is no standard technique." in gap["note"]


def test_where_the_target_decides_between_standard_and_non_standard_the_gap_names_it(tmp_path: Path) -> None:
    library = library_with_shipped(NON_STANDARD, tmp_path)
    study = lesion()
    study["arms"][0]["procedures"][0]["observations"] = {"region": "NR"}  # type: ignore[index]
    (gap,) = fidelity.score([study], profile="main", library=library).gaps.to_dicts()
    assert (gap["reason"], gap["fields"]) == ("undetermined", "region")
    assert gap["candidates"] == "lumbar-rf"


@pytest.mark.parametrize(
    ("version", "understood"), [("1.2.0", True), ("1.1.9", True), ("1.2.1", False), ("0.9.0", False)]
)
def test_a_rule_set_of_an_earlier_codebook_of_the_same_major_is_read(
    rules: Write, version: str, understood: bool
) -> None:
    folder = rules(RULES.replace("codebook: 1.2.0", f"codebook: {version}"))
    if understood:
        assert fidelity.load_library(folder).rulesets[0].codebook == version
    else:
        assert [code for code, *_ in refusal(folder)] == ["codebook-differs"]


def test_a_profile_takes_what_calls_a_technique_non_standard_whole_or_not_at_all(rules: Write) -> None:
    folder = rules(NON_STANDARD, PROFILE.replace("[lumbar-rf]", "[{id: lumbar-rf, domains: [dose]}]"))
    assert refusal(folder) == [("domains-of-non-standard", "profiles/main.yaml:5:38", "name it without domains")]
