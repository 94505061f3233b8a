"""Starting R, where it is installed with what the tests need."""

from __future__ import annotations

import csv
import shutil
import subprocess
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@cache
def r_is_here() -> bool:
    """Return whether R is installed with metafor and rjags."""
    if shutil.which("Rscript") is None:
        return False
    found = subprocess.run(["Rscript", "-e", "library(metafor); library(rjags)"], capture_output=True, check=False)
    return found.returncode == 0


needs_r = pytest.mark.skipif(not r_is_here(), reason="R with metafor and rjags is not installed")

Row = dict[str, str]


def rscript(script: Path, *arguments: object) -> str:
    """Run an R script and return what it prints; its complaints are the error message of a failing test."""
    done = subprocess.run(
        ["Rscript", str(script), *map(str, arguments)], capture_output=True, text=True, check=False, timeout=300
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def table_from(script: str, out: Path, *arguments: object) -> list[Row]:
    """Run a script of this folder that writes a CSV file as its second argument, and return its rows."""
    first, *others = arguments
    rscript(HERE / script, first, out, *others)
    with out.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
