"""A pack that was made once and written once; tests copy it before they spoil it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from packed import write_review

import fidelity
from fidelity.write.pack import Made, Run, make, write


@pytest.fixture(scope="session")
def library() -> fidelity.Library:
    return fidelity.load_library()


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory, library: fidelity.Library) -> tuple[Path, Run, Made]:
    """The folder of a pack beside its records and outcomes, its run, and what the run gave."""
    base = tmp_path_factory.mktemp("review")
    records, outcomes = write_review(base / "data")
    run = Run((str(records),), str(outcomes))
    made = make(run, library)
    assert made.problems == ()
    write(made, run, base / "pack")
    return base / "pack", run, made


@pytest.fixture
def review(written: tuple[Path, Run, Made], tmp_path: Path) -> Callable[[], Path]:
    """Copy the pack with its inputs, as a whole, and return the folder of the copy's pack."""

    def copied() -> Path:
        shutil.copytree(written[0].parent, tmp_path / "moved")
        return tmp_path / "moved" / "pack"

    return copied
