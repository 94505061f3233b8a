"""A new rule set starts as a skeleton that is complete in form and says that nothing is known yet."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from features import test_features_mirror_rules as mirror
from fidelity.cli.main import cli
from fidelity.read.features import load_features
from fidelity.read.rules import load_library
from fidelity.rulebook.publishing.readme import BEGIN, END, table, with_table

ROOT = Path(__file__).parents[2]
NAME = "mysociety-caudal-esi"


def new(rules: Path, name: str = NAME, source: str = "caudal-esi") -> Result:
    return CliRunner().invoke(cli, ["rules", "new", name, "--from", source, "--rules", str(rules)])


@pytest.fixture
def rules(copied_rules: Callable[[], Path]) -> Path:
    """A copy of the rules with a README beside it."""
    folder = copied_rules()
    (folder.parent / "README.md").write_text(f"# Rules\n\n{BEGIN}\n{END}\n\nMore.\n", encoding="utf-8")
    return folder


def test_a_skeleton_is_loaded_and_can_never_count(rules: Path) -> None:
    before = load_library(rules)
    done = new(rules)
    assert done.exit_code == 0, done.output
    library = load_library(rules)
    (made,) = (ruleset for ruleset in library.rulesets if ruleset.id == NAME)
    (criterion,) = made.criteria
    assert (criterion.level, criterion.evidence, criterion.counted) == ("note", "unverified", False)
    assert str(made.in_force.start) == date.today().isoformat()
    assert made.title.startswith("Replace")
    assert criterion.title.startswith("Replace")
    assert len(library.rulesets) == len(before.rulesets) + 1
    assert library.profiles == before.profiles


def test_a_skeleton_covers_what_it_starts_from(rules: Path) -> None:
    assert new(rules, "first-one", "caudal epidural steroid injection").exit_code == 0
    assert new(rules, "second-one", "multisociety-lumbar-medial-branch-rf").exit_code == 0
    library = load_library(rules)
    covers = {ruleset.id: ruleset.covers for ruleset in library.rulesets}
    procedure = library.procedures.named("caudal-esi")
    assert procedure is not None
    said = {leaf.field: leaf.equals for leaf in covers["first-one"].all}  # type: ignore[union-attr]
    assert said == procedure.scope
    assert covers["second-one"] == covers["multisociety-lumbar-medial-branch-rf"]


def test_the_feature_of_a_skeleton_mirrors_it(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the mirror tests ask of every feature holds, but for grades: a skeleton has nothing that could give one."""
    assert new(rules).exit_code == 0
    path = rules / NAME / "1.0.0.yaml"
    feature = rules.parent / "features" / NAME / "1.0.0.feature"
    monkeypatch.setattr(mirror, "ROOT", rules.parent)
    monkeypatch.setattr(mirror, "DEMANDS", [*mirror.DEMANDS, (NAME, mirror.plain(path)["criteria"][0]["title"])])
    mirror.test_a_feature_has_the_title_and_the_demands_of_its_rule_set_in_their_order(path)
    mirror.test_a_rule_cites_every_source_with_its_evidence_and_names_the_level(path)
    mirror.test_a_rule_shows_every_judgement_that_its_demand_can_get(path)
    mirror.test_a_rule_shows_both_sides_of_every_number_of_its_demand(path)
    mirror.test_no_two_scenarios_of_a_feature_have_the_same_name(feature)
    mirror.test_scenarios_are_short_and_their_examples_have_titles(feature)
    mirror.test_labels_procedures_and_demands_are_those_of_the_rules(feature)
    mirror.test_no_step_speaks_the_language_of_the_code(feature)
    assert load_features(rules.parent / "features").features


def test_the_readme_gets_a_row(rules: Path) -> None:
    new(rules)
    text = (rules.parent / "README.md").read_text(encoding="utf-8")
    assert text.startswith("# Rules\n")
    assert text.endswith("\n\nMore.\n")
    assert f"[`{NAME}@1.0.0`](rules/{NAME}/1.0.0.yaml) (draft) | 0 counted, 1 shown only | none |" in text


@pytest.mark.parametrize(
    ("name", "source", "said"),
    [
        ("My_Society", "caudal-esi", "'My_Society' is no id"),
        ("my--society", "caudal-esi", "such as my-society"),
        ("1-society", "caudal-esi", "is no id"),
        ("profiles", "caudal-esi", "profiles exists already"),
        ("multisociety-caudal-esi", "caudal-esi", "multisociety-caudal-esi exists already"),
        (NAME, "caudel-esi", "did you mean 'caudal-esi'?"),
    ],
)
def test_a_wrong_name_is_refused_and_nothing_is_written(rules: Path, name: str, source: str, said: str) -> None:
    before = sorted(rules.parent.rglob("*"))
    done = new(rules, name, source)
    assert done.exit_code == 2
    assert said in done.output
    assert sorted(rules.parent.rglob("*")) == before


def test_nothing_is_written_over_a_feature_that_is_there(rules: Path) -> None:
    feature = rules.parent / "features" / NAME / "1.0.0.feature"
    feature.parent.mkdir(parents=True)
    feature.write_text("mine", encoding="utf-8")
    done = new(rules)
    assert done.exit_code == 2
    assert "exists already, and nothing is written over it" in done.output
    assert feature.read_text(encoding="utf-8") == "mine"
    assert not (rules / NAME).exists()


def test_the_table_of_the_readme_is_in_step_with_the_rules() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    assert with_table(page, load_library()) == page, "run: fidelity rules table"


def test_the_table_has_a_row_for_every_version() -> None:
    library = load_library()
    rows = table(library).splitlines()[2:]
    assert len(rows) == len(library.rulesets)
    for ruleset, row in zip(library.rulesets, rows, strict=True):
        assert ruleset.title in row
        assert (ROOT / "rules" / ruleset.id / f"{ruleset.version}.yaml").is_file()


def test_a_page_without_the_marks_is_refused(rules: Path) -> None:
    page = rules.parent / "README.md"
    shutil.copy(page, rules.parent / "OTHER.md")
    page.write_text("# Nothing\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["rules", "table", str(page), "--rules", str(rules)])
    assert done.exit_code == 2
    assert "the page has no place for the table" in done.output


def test_a_readme_without_the_marks_gets_no_row_and_stays_as_it_is(rules: Path) -> None:
    page = rules.parent / "README.md"
    page.write_text("# Nothing\n", encoding="utf-8")
    done = new(rules)
    assert done.exit_code == 0, done.output
    assert (rules / NAME / "1.0.0.yaml").is_file()
    assert page.read_text(encoding="utf-8") == "# Nothing\n"


def test_a_page_that_is_no_text_is_refused_with_its_place(rules: Path) -> None:
    page = rules.parent / "README.md"
    page.write_bytes(b"# caf\xe9\n")
    done = CliRunner().invoke(cli, ["rules", "table", str(page), "--rules", str(rules)])
    assert done.exit_code == 1
    assert f"{page}:1:6: {page}: the byte 0xE9 is not UTF-8; save the file as UTF-8" in done.output
