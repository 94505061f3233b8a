"""Rules are compared with what they were at a git revision."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from fidelity.cli.main import cli
from rulebook.rules_to_change import TWO, replaced, write_rules

STRICTER = replaced(TWO, ("at_least: 80}", "at_least: 85}"))


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


def run(rules: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["rules", "diff", "--rules", str(rules), *words])


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """A rules folder in a repository of two commits: the first, tagged `before`, asks for 80 °C, the second for 85."""
    rules = write_rules(tmp_path / "checkout" / "standards")
    git(tmp_path / "checkout", "init", "--quiet")
    git(tmp_path / "checkout", "add", ".")
    git(tmp_path / "checkout", "commit", "--quiet", "-m", "first")
    git(tmp_path / "checkout", "tag", "before")
    write_rules(rules, **{"lumbar-rf|1.0.0.yaml": STRICTER})
    git(tmp_path / "checkout", "commit", "--quiet", "-a", "-m", "second")
    return rules


OTHER_RANGE = ("range: [37, 100]", "range: [37, 110]")
OTHER_FIELD = ("range: [0, 60]", "range: [0, 70]")
WITNESS = "Judged otherwise, for example: Region: lumbar; Temperature: 80 °C\n    met → not met"


def test_two_revisions_are_compared_whole(rules: Path) -> None:
    done = run(rules, "before", "HEAD")
    assert done.exit_code == 0, done.output
    assert done.output.startswith("before → HEAD\n")
    assert WITNESS in done.output


def test_one_rule_set_of_a_revision_is_compared_with_today_s(rules: Path) -> None:
    write_rules(rules, **{"lumbar-rf|1.0.0.yaml": replaced(STRICTER, ("level: major", "level: minor"))})
    done = run(rules, "before:lumbar-rf", "lumbar-rf")
    assert WITNESS in done.output
    assert "RE-LEVELLED: long" in done.output
    assert "RE-LEVELLED: long" not in run(rules, "before:lumbar-rf", "HEAD:lumbar-rf@1.0.0").output


def test_a_revision_is_compared_with_the_folder_as_it_stands(rules: Path) -> None:
    assert WITNESS in run(rules, "HEAD~1", str(rules)).output
    assert "1 rule sets are the same on both sides." in run(rules, "HEAD", str(rules)).output


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("nowhere", "'nowhere' is no rule set, profile, rules folder or git revision"),
        ("nowhere:lumbar-rf", "git knows no revision 'nowhere'"),
        ("before:lumber-rf", "before has no rule set or profile 'lumber-rf': did you mean 'lumbar-rf'?"),
        ("--output=x:lumbar-rf", "git knows no revision '--output=x'"),
    ],
)
def test_a_revision_that_is_not_there_is_said_so(rules: Path, word: str, said: str) -> None:
    done = run(rules, "--", word, "before")
    assert done.exit_code == 2
    assert said in done.output


def test_a_revision_before_the_rules_is_said_so(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "commit", "--quiet", "--allow-empty", "-m", "empty")
    rules = write_rules(tmp_path / "rules")
    done = run(rules, "HEAD", str(rules))
    assert done.exit_code == 2
    assert "HEAD holds no folder rules with a codebook" in done.output


def test_unsound_rules_of_a_revision_are_named_with_their_revision(rules: Path) -> None:
    write_rules(rules, **{"lumbar-rf|1.0.0.yaml": replaced(TWO, ("domain: guidance", "domain: nowhere"))})
    git(rules.parent, "commit", "--quiet", "-a", "-m", "unsound")
    write_rules(rules, **{"lumbar-rf|1.0.0.yaml": TWO})
    done = run(rules, "HEAD", str(rules))
    assert done.exit_code == 1
    assert "HEAD:standards/lumbar-rf/1.0.0.yaml:" in done.output


def test_outside_a_repository_names_still_work_and_revisions_are_refused(tmp_path: Path) -> None:
    rules = write_rules(tmp_path / "rules", **{"lumbar-rf|1.1.0.yaml": replaced(STRICTER, ("1.0.0", "1.1.0"))})
    assert run(rules, "lumbar-rf@1.0.0", "lumbar-rf@1.1.0").exit_code == 0
    done = run(rules, "HEAD:lumbar-rf", "lumbar-rf")
    assert done.exit_code == 2
    assert "git cannot read" in done.output


def test_without_git_it_is_said_so(rules: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    done = run(rules, "before:lumbar-rf", "lumbar-rf")
    assert done.exit_code == 2
    assert "git is not installed: a revision cannot be read" in done.output


def test_a_rule_set_whose_words_stayed_is_not_called_the_same_where_the_codebook_gave_them_another_meaning(
    rules: Path,
) -> None:
    codebook = rules / "codebook.yaml"
    text = codebook.read_text(encoding="utf-8")
    codebook.write_text(replaced(text, OTHER_RANGE), encoding="utf-8")
    done = run(rules, "HEAD:lumbar-rf", "lumbar-rf")
    assert "field changed: Temperature (lesion_temperature): range" in done.output
    assert "the two sides differ in what they judge" in done.output
    assert "The same" not in done.output
    codebook.write_text(replaced(text, OTHER_FIELD), encoding="utf-8")
    assert "The same: nothing differs" in run(rules, "HEAD:lumbar-rf", "lumbar-rf").output
