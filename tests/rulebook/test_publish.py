"""A published version is frozen, and only what is sound, confirmed and rightly numbered is published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from read.rules_folder import PROFILE

from fidelity.cli.main import cli
from fidelity.errors import RulesUnsound
from fidelity.model.digest import digest_of
from fidelity.read.rules import load_library
from rulebook.rules_to_change import TWO, replaced, write_rules

FIRST = "lumbar-rf@1.0.0"


def publish(rules: Path, reference: str = FIRST) -> Result:
    return CliRunner().invoke(cli, ["rules", "publish", reference, "--rules", str(rules)])


def published(folder: Path, **more: str) -> Path:
    """Return a folder in which the first version is published, and more files were written since."""
    rules = write_rules(folder)
    done = publish(rules)
    assert done.exit_code == 0, done.output
    for name, text in more.items():
        (rules / name.replace("|", "/")).write_text(text, encoding="utf-8")
    return rules


def digest(rules: Path) -> str:
    library = load_library(rules)
    return digest_of(library.rulesets[0], library.codebook)


def test_publishing_appends_one_line_and_leaves_the_others_as_they_are(tmp_path: Path) -> None:
    rules = write_rules(tmp_path / "rules", PUBLISHED="# by hand\n\n")
    assert publish(rules).exit_code == 0
    before, line = (rules / "PUBLISHED").read_text().rsplit("\n", 2)[0:2]
    assert before == "# by hand\n"
    assert re.fullmatch(r"lumbar-rf@1\.0\.0 [0-9a-f]{64}", line)
    library = load_library(rules)
    assert library.published == {FIRST}
    assert library.ledger[FIRST].digest == digest(rules)


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("line endings", lambda text: text.replace("\n", "\r\n")),
        ("a comment", lambda text: "# a comment\n" + text),
        ("blank lines", lambda text: text.replace("criteria:\n", "criteria:\n\n\n")),
        ("quotation marks", lambda text: replaced(text, ('section: "1"', "section: '1'"))),
        ("a group spelled out", lambda text: replaced(text, ("[x_ray]", "[fluoroscopy, ct]"))),
    ],
)
def test_what_a_file_only_looks_like_is_not_part_of_the_hash(tmp_path: Path, what: str, change: object) -> None:
    rules = published(tmp_path / "rules")
    text = (rules / "lumbar-rf/1.0.0.yaml").read_bytes().decode()
    changed = change(text)  # type: ignore[operator]
    assert changed != text, what
    (rules / "lumbar-rf/1.0.0.yaml").write_bytes(changed.encode())
    assert load_library(rules).published == {FIRST}


@pytest.mark.parametrize(
    "change",
    [
        ("title: Neurotomy", "title: neurotomy"),
        ("The tip was heated", "The tip was Heated"),
        ("at_least: 120", "at_least: 121"),
        ("level: major", "level: minor"),
        ("evidence: secondary", "evidence: read"),
        ("[x_ray]", "[ct, fluoroscopy]"),
    ],
    ids=lambda change: change[1],
)
def test_an_edited_published_file_is_refused_and_both_hashes_are_named(tmp_path: Path, change: tuple[str, str]) -> None:
    rules = published(tmp_path / "rules")
    frozen = digest(rules)
    (rules / "lumbar-rf/1.0.0.yaml").write_text(replaced(TWO, change))
    with pytest.raises(RulesUnsound) as raised:
        load_library(rules)
    (problem,) = raised.value.problems
    assert (problem.code, str(problem.place)) == ("published-edited", f"{rules}/PUBLISHED:3:1")
    assert f"and {frozen[:12]} was published" in problem.what
    begins = re.search(r"its hash begins ([0-9a-f]{12}),", problem.what)
    assert begins is not None
    assert begins[1] != frozen[:12]
    assert problem.remedy == "restore what was published, or write the change into a new version"


def test_the_choices_of_a_group_are_part_of_the_hash(tmp_path: Path) -> None:
    rules = published(tmp_path / "rules")
    codebook = (rules / "codebook.yaml").read_text(encoding="utf-8")
    wider = replaced(codebook, ("choices: [fluoroscopy, ct]}", "choices: [ct]}"))
    (rules / "codebook.yaml").write_text(wider, encoding="utf-8")
    with pytest.raises(RulesUnsound, match="edited after publication"):
        load_library(rules)


def version(number: str, *changes: tuple[str, str]) -> dict[str, str]:
    return {f"lumbar-rf|{number}.yaml": replaced(TWO, ("version: 1.0.0", f"version: {number}"), *changes)}


REWORDED = ("The lesion lasted", "Every lesion lasted")
STRICTER = ("at_least: 120", "at_least: 121")
LATER = ("from: 2020-04", "from: 2024-01")
REFUSED = [
    ("1.0.1", (), "nothing differs from lumbar-rf@1.0.0; there is nothing to publish"),
    ("1.0.1", (STRICTER,), "a patch changes nothing that judges, and here long was changed; call it 1.1.0"),
    (
        "1.0.1",
        (("level: major", "level: minor"),),
        "a patch changes nothing that judges, and here long was re-levelled; call it 1.1.0",
    ),
    (
        "1.0.1",
        (("equals: lumbar", "one_of: [lumbar, sacral]"),),
        "a patch changes nothing that judges, and here other procedures are covered; call it 1.1.0",
    ),
    ("1.1.0", (LATER,), "it is in force from 2024-01"),
    (
        "2.0.0",
        (STRICTER,),
        "a major version is another edition, and it is in force from 2020-04",
    ),
    ("2.0.0", (("from: 2020-04", "from: 2019"),), "a major version is another edition, and it is in force from 2019"),
    ("1.0.2", (REWORDED,), "1.0.2 does not follow 1.0.0; call it 1.0.1, 1.1.0 or 2.0.0, by what changed"),
    ("0.9.0", (REWORDED,), "lumbar-rf@1.0.0 is published, and 0.9.0 does not come after it"),
]


@pytest.mark.parametrize(("number", "changes", "said"), REFUSED)
def test_a_wrong_version_number_is_refused_with_the_right_one(
    tmp_path: Path, number: str, changes: tuple[tuple[str, str], ...], said: str
) -> None:
    rules = published(tmp_path / "rules", **version(number, *changes))
    done = publish(rules, f"lumbar-rf@{number}")
    assert done.exit_code == 1
    assert said in done.output
    assert f"lumbar-rf@{number} was not published" in done.output
    assert load_library(rules).published == {FIRST}


@pytest.mark.parametrize(
    ("number", "changes"),
    [
        ("1.0.1", (REWORDED,)),
        ("1.0.1", (("one_of: [x_ray]", "one_of: [ct, fluoroscopy]"),)),
        ("1.1.0", (STRICTER,)),
        ("2.0.0", (LATER, STRICTER)),
    ],
)
def test_a_version_whose_number_says_what_changed_is_published(
    tmp_path: Path, number: str, changes: tuple[tuple[str, str], ...]
) -> None:
    rules = published(tmp_path / "rules", **version(number, *changes))
    done = publish(rules, f"lumbar-rf@{number}")
    assert done.exit_code == 0, done.output
    assert load_library(rules).published == {FIRST, f"lumbar-rf@{number}"}


def test_a_version_is_published_once(tmp_path: Path) -> None:
    rules = published(tmp_path / "rules")
    done = publish(rules)
    assert done.exit_code == 1
    assert "lumbar-rf@1.0.0 stands in PUBLISHED already; write a change into a new version" in done.output


def test_an_older_draft_is_published_or_deleted_first(tmp_path: Path) -> None:
    rules = write_rules(tmp_path / "rules", **version("2.0.0", LATER))
    done = publish(rules, "lumbar-rf@2.0.0")
    assert done.exit_code == 1
    assert (
        "lumbar-rf@1.0.0 comes before it and is still a draft; publish that one first, or delete its file"
        in done.output
    )


def test_what_nobody_confirmed_is_not_published(tmp_path: Path) -> None:
    text = replaced(TWO, ("evidence: secondary", "evidence: unverified"))
    rules = write_rules(tmp_path / "rules", **{"lumbar-rf|1.0.0.yaml": text})
    done = publish(rules)
    assert done.exit_code == 1
    line = text.splitlines().index('    sources: [{document: paper, section: "2", evidence: unverified}]') + 1
    assert f"lumbar-rf/1.0.0.yaml:{line}:14: long: all its sources are unverified" in done.output
    assert (rules / "PUBLISHED").read_text() == "# none\n\n"


def test_what_is_unsound_is_not_published(tmp_path: Path) -> None:
    never = "{all: [{field: lesion_temperature, at_least: 80}, {field: lesion_temperature, less_than: 60}]}"
    text = replaced(TWO, ("{field: lesion_temperature, at_least: 80}", never))
    rules = write_rules(tmp_path / "rules", **{"lumbar-rf|1.0.0.yaml": text})
    done = publish(rules)
    assert done.exit_code == 1
    assert "lumbar-rf/1.0.0.yaml:" in done.output
    assert "lumbar-rf@1.0.0 was not published" in done.output


def test_what_does_not_exist_is_a_wrong_request(tmp_path: Path) -> None:
    done = publish(write_rules(tmp_path / "rules"), "lumbar-rf@1.0.1")
    assert done.exit_code == 2
    assert "did you mean 'lumbar-rf@1.0.0'?" in done.output


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("until=soon", "'soon' is not a date; write until=2024, until=2024-12 or until=2024-12-31"),
        ("superseded_by=other", "'other' names no version of a rule set"),
        ("superseded_by=lumbar-rf@3.0.0", "it is superseded by lumbar-rf@3.0.0, which does not exist"),
        ("colour=red", "the ledger has no colour; write until=<date> or superseded_by=<id>@<version>"),
    ],
)
def test_a_wrong_remark_in_the_ledger_is_named(tmp_path: Path, line: str, said: str) -> None:
    rules = published(tmp_path / "rules")
    ledger = rules / "PUBLISHED"
    ledger.write_text(f"{ledger.read_text().rstrip()} {line}\n")
    with pytest.raises(RulesUnsound) as raised:
        load_library(rules)
    assert said in str(raised.value)


def test_what_became_of_a_version_stands_in_the_ledger_and_not_in_its_file(tmp_path: Path) -> None:
    rules = published(tmp_path / "rules")
    ledger = rules / "PUBLISHED"
    ledger.write_text(f"{ledger.read_text().rstrip()} until=2024-12-31\n")
    publication = load_library(rules).ledger[FIRST]
    assert (publication.status, str(publication.until)) == ("ended", "2024-12-31")


def test_a_line_of_the_ledger_that_begins_with_blanks_still_freezes_its_file(tmp_path: Path) -> None:
    rules = published(tmp_path / "rules")
    ledger = rules / "PUBLISHED"
    ledger.write_text(ledger.read_text().replace(FIRST, f"  {FIRST}"))
    assert load_library(rules).published == {FIRST}
    (rules / "lumbar-rf/1.0.0.yaml").write_text(replaced(TWO, ("at_least: 120", "at_least: 121")), encoding="utf-8")
    with pytest.raises(RulesUnsound, match="was edited after publication"):
        load_library(rules)


def other(text: str) -> str:
    """Return a rule set of another id that says all else otherwise."""
    return replaced(text, ("id: lumbar-rf", "id: other-rf")).replace("title: The ", "title: Of another, the ")


BOTH = PROFILE.replace("[lumbar-rf]", "[lumbar-rf, other-rf]")


@pytest.mark.parametrize("name", ["lumbar-rf", "other-rf"])
def test_neither_of_two_rule_sets_that_clash_is_published(tmp_path: Path, name: str) -> None:
    clashing = {"other-rf|1.0.0.yaml": other(TWO), "profiles|main.yaml": BOTH}
    done = publish(write_rules(tmp_path / "rules", **clashing), f"{name}@1.0.0")
    assert done.exit_code == 1
    assert "both have the word on" in done.output


FEATURE = (
    "Feature: One\n\n  Rule: {title}\n\n    Scenario: S\n      Given the report says\n        | Region | lumbar |\n"
)


def test_what_is_wrong_with_the_feature_of_another_rule_set_is_no_reason(tmp_path: Path) -> None:
    rules = write_rules(tmp_path / "rules", **{"other-rf|1.0.0.yaml": other(TWO)})
    for name in ("lumbar-rf", "other-rf"):
        file = tmp_path / "features" / name / "1.0.0.feature"
        file.parent.mkdir(parents=True)
        file.write_text(FEATURE.format(title=f"Nothing that {name} asks."), encoding="utf-8")
    done = publish(rules)
    assert done.exit_code == 1
    assert "no criterion of lumbar-rf@1.0.0 says this" in done.output
    assert "other-rf" not in done.output
