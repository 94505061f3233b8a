"""The rules as they stood at a git revision."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

from fidelity.errors import UsageError
from fidelity.read.rules import Library, load_library


def load_revision(revision: str, folder: Path) -> Library:
    """Return all that a rules folder held at a git revision.

    `folder`: the rules folder as it stands now, inside the repository. Raises UsageError where git knows no such
    revision, RulesUnsound where the rules of that day cannot be used.
    """
    top = Path(_git(folder, "rev-parse", "--show-toplevel").decode().strip())
    inside = folder.resolve().relative_to(top.resolve()).as_posix()
    commit = commit_of(revision, folder)
    if commit is None:
        raise UsageError(f"git knows no revision {revision!r}")
    held = _git(top, "ls-tree", "--name-only", commit, "--", f"{inside}/codebook.yaml")
    if not held.strip():
        raise UsageError(f"{revision} holds no folder {inside} with a codebook")
    archive = _git(top, "archive", "--format=tar", commit, "--", inside)
    with tempfile.TemporaryDirectory() as place, tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        tar.extractall(place, filter="data")
        return load_library(Path(place) / inside, shown=f"{revision}:{inside}")


def commit_of(revision: str, folder: Path) -> str | None:
    """Return the commit that a revision names in the repository of a folder; None where it names none."""
    done = _run(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    return done.stdout.decode().strip() if done.returncode == 0 else None


def _git(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    if done.returncode != 0:
        said = done.stderr.decode(errors="replace").strip().splitlines()
        raise UsageError(f"git cannot read {folder}: {said[0] if said else 'it says nothing'}")
    return done.stdout


def _run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        raise UsageError("git is not installed: a revision cannot be read")
    command = [program, "-C", str(folder), *arguments]
    # No shell, and revisions stand behind --end-of-options: what a person types is never an option or a command.
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a list without a shell
