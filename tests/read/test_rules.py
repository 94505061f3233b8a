"""The rules folder is sound as a whole, or every reason why not is named with its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fidelity.errors import RulesUnsound, UsageError
from fidelity.model.digest import digest_of
from fidelity.read.rules import (
    Library,
    load_codebook,
    load_library,
    load_rulesets,
    load_scheme,
)
from read.rules_folder import CODEBOOK, FILES, PROCEDURES, PROFILE, RULES, SCHEME

Write = Callable[..., Path]


@pytest.fixture
def rules(tmp_path: Path) -> Write:
    """Write a small sound rules folder in which some files are changed."""

    def write(**changed: str) -> Path:
        for name, text in (FILES | {name.replace("|", "/"): text for name, text in changed.items()}).items():
            file = tmp_path / "rules" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        return tmp_path / "rules"

    return write


def problems(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(RulesUnsound) as raised:
        load_library(folder)
    return [
        (problem.code, str(problem.place).removeprefix(f"{folder}/"), problem.remedy)
        for problem in raised.value.problems
    ]


def test_a_sound_folder_is_read_whole(rules: Write) -> None:
    draft = load_library(rules())
    hashed = digest_of(draft.rulesets[0], draft.codebook)
    library = load_library(rules(PUBLISHED=f"# comment\n\nlumbar-rf@1.0.0 {hashed}\n"))
    assert [ruleset.reference for ruleset in library.rulesets] == ["lumbar-rf@1.0.0"]
    assert (list(library.profiles), list(library.schemes)) == (["main"], ["plain@1.0.0"])
    assert library.tables == {"plain@1.0.0": "step,critical\n"}
    assert library.published == {"lumbar-rf@1.0.0"}
    assert library.procedures.named("A procedure") is not None


def test_versions_come_in_their_order_and_not_in_that_of_the_alphabet(rules: Write) -> None:
    newer = {f"lumbar-rf/{v}.yaml": RULES.replace("version: 1.0.0", f"version: {v}") for v in ("1.10.0", "1.9.0")}
    library = load_library(rules(**newer))
    assert [ruleset.version for ruleset in library.rulesets] == ["1.0.0", "1.9.0", "1.10.0"]


BROKEN = [
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("level: critical", "level: grave"),
        "unknown-word",
        "13:12",
        "use one of critical, major, minor, note",
    ),
    ("lumbar-rf/1.0.0.yaml", RULES.replace("    level:", "    levle:"), "unknown-key", "13:5", "did you mean 'level'?"),
    ("lumbar-rf/1.0.0.yaml", RULES.replace("    level: critical\n", ""), "missing", "10:5", "add level:"),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("at_least: 80", "at_lest: 80"),
        "unknown-key",
        "14:43",
        "did you mean 'at_least'?",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("at_least: 80", "at_least: hot"),
        "no-number",
        "14:53",
        "write a number without its unit",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("at_least: 80", "at_least: 37"),
        "range-decides",
        "14:15",
        "silence must never decide: move the threshold inside the range",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("lesion_temperature", "lesion_temprature"),
        "unknown-field",
        "14:23",
        "did you mean 'lesion_temperature'?",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("at_least: 80", "equals: hot"),
        "bad-operator",
        "14:15",
        "use at_least, more_than, at_most, less_than, reported",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("covers: {field: region, equals: lumbar}", "covers: {all: [{field: views, includes_any: [ap]}]}"),
        "not-scope",
        "6:16",
        "use region",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("document: paper", "document: papr"),
        "unknown-document",
        "15:26",
        "did you mean 'paper'?",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("2020-04", "April 2020"),
        "bad-date",
        "5:18",
        "write 2015, 2015-02 or 2015-02-01",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("codebook: 1.2.0", "codebook: 1.3.0"),
        "codebook-differs",
        "4:11",
        "check it against the codebook and write codebook: 1.2.0",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("at_least: 80}", "at_least: 90, at_most: 80}"),
        "range-decides",
        "14:15",
        "silence must never decide: move the threshold inside the range",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("version: 1.0.0", "version: 1.0.1"),
        "misplaced",
        "2:10",
        "call the file 1.0.1.yaml",
    ),
    ("lumbar-rf/1.0.0.yaml", RULES.replace("id: lumbar-rf", "id: lumbar"), "misplaced", "1:5", "let them be the same"),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("domain: dose", "domain: doze"),
        "unknown-domain",
        "12:13",
        "did you mean 'dose'?",
    ),
    (
        "lumbar-rf/1.0.0.yaml",
        RULES.replace("title: Neurotomy", "title: Neurotomy\ntitle: b"),
        "duplicate-key",
        "4:1",
        "keep one of the two",
    ),
    (
        "profiles/main.yaml",
        PROFILE.replace("[lumbar-rf]", "[lumbar-rg]"),
        "unknown-rule-set",
        "5:13",
        "did you mean 'lumbar-rf'?",
    ),
    (
        "profiles/main.yaml",
        PROFILE.replace("plain@1.0.0", "plain@2.0.0"),
        "unknown-scheme",
        "3:9",
        "did you mean 'plain@1.0.0'?",
    ),
    (
        "profiles/main.yaml",
        PROFILE.replace("delivery: now", "delivery: now, safty: now"),
        "unknown-axis",
        "4:24",
        "use one of delivery",
    ),
    (
        "profiles/main.yaml",
        PROFILE.replace("{delivery: now}", "{}"),
        "missing",
        "4:8",
        "write then or now for every axis",
    ),
    ("profiles/main.yaml", PROFILE.replace("id: main", "id: other"), "misplaced", "1:5", "call the file other.yaml"),
    (
        "schemes/plain/1.0.0.yaml",
        SCHEME.replace("is: poor", "is: bad"),
        "unknown-word",
        "14:10",
        "use one of poor, limited, adequate, full",
    ),
    (
        "codebook.yaml",
        CODEBOOK.replace("min: 60", "min: sixty"),
        "bad-factor",
        "5:49",
        "write a number above 0, such as 60, 0.001 or 1/7",
    ),
    (
        "codebook.yaml",
        CODEBOOK.replace("also: [computed tomography]", "also: [C-arm]"),
        "word-taken",
        "26:11",
        "keep it for one of them",
    ),
    (
        "codebook.yaml",
        CODEBOOK.replace("    range: [37, 100]\n", ""),
        "no-range",
        "39:5",
        "give the physical range, such as [0, 100]",
    ),
    ("procedures.yaml", PROCEDURES.replace("lumbar}", "lumber}"), "unknown-choice", "1:58", "did you mean 'lumbar'?"),
    (
        "procedures.yaml",
        PROCEDURES.replace("{region: lumbar}", "{views: ap}"),
        "not-scope",
        "1:50",
        "use one of region",
    ),
    (
        "PUBLISHED",
        "lumbar-rf 1.0.0\n",
        "bad-line",
        "1:1",
        "write <id>@<version> and the hash as `fidelity rules publish` does, "
        "and behind them until=… or superseded_by=…",
    ),
    ("PUBLISHED", f"# x\nlumbar-rf@1.0.1 {'0' * 64}\n", "unknown-rule-set", "2:1", "did you mean 'lumbar-rf@1.0.0'?"),
]


@pytest.mark.parametrize(
    ("name", "text", "code", "place", "remedy"), BROKEN, ids=[f"{b[0]} {b[2]} {b[3]}" for b in BROKEN]
)
def test_what_is_wrong_is_named_with_its_place(
    rules: Write, name: str, text: str, code: str, place: str, remedy: str
) -> None:
    assert text != FILES[name]
    assert (code, f"{name}:{place}", remedy) in problems(rules(**{name: text}))


def test_all_files_are_checked_at_once(rules: Write) -> None:
    found = problems(
        rules(
            **{
                "profiles/main.yaml": PROFILE.replace("id: main", "id: other"),
                "lumbar-rf/1.0.0.yaml": RULES.replace("dose", "doze"),
            }
        )
    )
    assert [code for code, *_ in found] == ["unknown-domain", "misplaced"]


def test_parts_of_a_folder_are_read_alone(rules: Write) -> None:
    folder = rules()
    codebook = load_codebook(folder / "codebook.yaml")
    assert load_rulesets(codebook, folder)[0].id == "lumbar-rf"
    assert load_scheme("plain@1.0.0", folder).name == "plain@1.0.0"


def test_what_does_not_exist_is_a_wrong_request(rules: Write, tmp_path: Path) -> None:
    folder = rules()
    for request in (
        lambda: load_scheme("plain@2.0.0", folder),
        lambda: load_library(tmp_path / "nothing"),
    ):
        with pytest.raises(UsageError):
            request()


def test_the_shipped_rules_are_sound() -> None:
    library = load_library()
    assert isinstance(library, Library)
    assert library.profiles
    assert set(library.tables) == set(library.schemes)
