"""Without a mapping no row of these extractions is read, and each is refused by name; with it nothing is open."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from fidelity.model.codebook import Codebook
from fidelity.read.grids.books import read_book
from fidelity.read.mapping.files import read_mapping
from fidelity.read.mapping.mend import compare
from reviewers.extractions import NAMES, mapping_path, paths, refused_cells, truth_path
from reviewers.reading import procedures, reading_of


@pytest.mark.parametrize("name", NAMES)
def test_no_row_is_read_before_the_reviewer_has_said_yes(name: str, tmp_path: Path, codebook: Codebook) -> None:
    copies = [Path(shutil.copy(path, tmp_path)) for path in paths(name)]
    reading = reading_of(copies, codebook)
    assert reading.rows == 0
    assert {"needs-mapping"} <= {problem.code for problem in reading.problems}
    truth = procedures(reading_of([truth_path(name)], codebook), codebook)
    assert len(reading.refused) >= len({(study, arm) for study, arm, _ in truth})
    assert all(one.problems for one in reading.refused)


@pytest.mark.parametrize("name", NAMES)
def test_the_mapping_of_its_reviewers_leaves_nothing_open(name: str, codebook: Codebook) -> None:
    mapping, problems = read_mapping(mapping_path(name), codebook)
    assert mapping is not None, [str(problem) for problem in problems]
    compared = compare(mapping, [read_book(path.read_bytes(), str(path)) for path in paths(name)], codebook)
    assert not compared.drift
    letters = {re.sub("[0-9]", "", spoilt.get("cell_at", "")) for spoilt in refused_cells(name)}
    asked = {re.sub("[0-9]", "", str(question.place.cell)) for question in compared.proposal.all_questions}
    assert not [question.what for question in compared.proposal.all_questions if question.stops]
    assert asked <= letters, [question.what for question in compared.proposal.all_questions]
