"""The house holds: layers, types, style, sizes, the README's promises, and that the project speaks of itself only."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def run(*arguments: str) -> None:
    done = subprocess.run([sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def files(*endings: str) -> list[Path]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in listed.stdout.splitlines() if name.endswith(endings)]


def test_ruff_finds_nothing() -> None:
    run("ruff", "check", "--no-cache", ".")


def test_ruff_finds_nothing_to_format() -> None:
    run("ruff", "format", "--check", "--no-cache", ".")


def test_mypy_strict_finds_nothing() -> None:
    run("mypy", "--no-incremental")


def test_the_layers_look_down_only() -> None:
    code = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def test_an_import_upwards_is_noticed(tmp_path: Path) -> None:
    """The contract is read and can fail: a copy of the package with an import upwards breaks it."""
    import shutil

    shutil.copytree(ROOT / "fidelity", tmp_path / "fidelity", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    module = tmp_path / "fidelity" / "model" / "words.py"
    module.write_text(module.read_text(encoding="utf-8") + "\nimport fidelity.scoring.score\n", encoding="utf-8")
    code = (
        "import sys; sys.path.insert(0, '.');"
        "from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "Layers look down only BROKEN" in done.stdout


def test_no_module_is_longer_than_300_lines() -> None:
    long = {
        path.name: count for path in files(".py") if (count := len(path.read_text(encoding="utf-8").splitlines())) > 300
    }
    assert long == {}


def test_only_read_and_write_touch_files() -> None:
    """No module elsewhere opens a file; the command line only names them."""
    doors = re.compile(r"\bopen\(|\.read_text\(|\.read_bytes\(|\.write_text\(|\.write_bytes\(|write_csv\([^)]")
    found = [
        path.relative_to(ROOT).as_posix()
        for path in files(".py")
        if path.is_relative_to(ROOT / "fidelity") and doors.search(path.read_text(encoding="utf-8"))
    ]
    assert all(name.startswith(("fidelity/read/", "fidelity/write/")) for name in found), found


def test_the_quick_start_is_two_commands() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    block = re.search(r"^## Quick start\n+```sh\n(.*?)```", text, re.DOTALL | re.MULTILINE)
    assert block is not None
    first, second = block.group(1).splitlines()
    assert first.endswith("fidelity score examples/trials examples/worked")
    assert second.endswith("pytest -n auto --dist loadfile")


def test_every_link_of_the_readme_leads_somewhere() -> None:
    for name in ("README.md", "features/README.md", "examples/README.md"):
        page = ROOT / name
        for target in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
            assert target.startswith("http") or (page.parent / target).exists(), (name, target)


@pytest.mark.parametrize("ending", [".py", ".md", ".yaml", ".feature", ".toml", ".txt", ".csv", ".json"])
def test_no_file_names_a_registry_or_a_path_of_a_machine(ending: str) -> None:
    hosts = re.compile(r"p[y]pi\.o|python[h]osted|npm[j]s\.|/ro[o]t/|/ho[m]e/|\.\./sha[r]ed")
    # Some tables of the tests are in the signs of Windows, as reviewers save them.
    texts = {path.relative_to(ROOT): path.read_text(encoding="utf-8", errors="replace") for path in files(ending)}
    assert [str(path) for path, text in texts.items() if hosts.search(text)] == []
