"""With the mapping of its reviewers, each extraction reads as a careful human reads it, and nothing is lost."""

from __future__ import annotations

import re

import pytest

from fidelity.errors import Problem
from fidelity.model.codebook import Codebook
from fidelity.read.reading import Reading
from reviewers.exceptions import EXCEPTIONS, as_the_reader_must
from reviewers.extractions import NAMES, columns_file, mapping_path, paths, refused_cells, truth_path
from reviewers.reading import difference, procedures, reading_of

UNMATCHED = "unmatched-row"
"""A row that tells more of a study which no other table has: there is no procedure that could be refused."""


@pytest.fixture(scope="module", params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """An extraction."""
    return str(request.param)


@pytest.fixture(scope="module")
def reading(name: str, codebook: Codebook) -> Reading:
    """What is read of it."""
    return reading_of(paths(name), codebook, mapping_path(name))


def test_every_procedure_is_read_with_its_observations_and_nothing_beyond(
    name: str, reading: Reading, codebook: Codebook
) -> None:
    human = reading_of([truth_path(name)], codebook)
    assert not human.problems, [str(problem) for problem in human.problems]
    found = procedures(reading, codebook)
    truth = as_the_reader_must(name, procedures(human, codebook))
    assert truth
    assert difference(found, truth) == []


def test_rows_with_a_spoilt_cell_are_refused_by_name_and_no_others(name: str, reading: Reading) -> None:
    expected = [(spoilt["study"], spoilt.get("arm"), spoilt.get("cell_at")) for spoilt in refused_cells(name)]
    for study, arm, cell in expected:
        named = [one for one in reading.refused if one.study == study and arm in (None, one.arm)]
        reasons = [problem for one in named for problem in one.problems]
        reasons += [problem for problem in reading.problems if problem.code == UNMATCHED and problem.subject == study]
        assert reasons, f"{study}/{arm} is not refused: {[(one.study, one.arm) for one in reading.refused]}"
        assert cell is None or cell in {problem.place.cell for problem in reasons}, [str(one) for one in reasons]
    known = {(study, arm) for study, arm, _ in expected} | {(study, None) for study, arm, _ in expected if arm is None}
    others = [one for one in reading.refused if (one.study, one.arm) not in known and (one.study, None) not in known]
    assert not others, [(one.study, one.arm, [str(problem) for problem in one.problems]) for one in others]


def test_nothing_is_wrong_but_what_spoils_a_row(name: str, reading: Reading) -> None:
    spoils = {id(problem) for one in reading.refused for problem in one.problems}
    cells = {problem.place.cell for one in reading.refused for problem in one.problems}
    more = [
        str(problem)
        for problem in reading.problems
        if id(problem) not in spoils
        and problem.place.cell not in cells
        and not _of_a_study_that_nobody_has(name, problem)
    ]
    assert not more


def _of_a_study_that_nobody_has(name: str, problem: Problem) -> bool:
    return problem.code == UNMATCHED and any(spoilt["study"] == problem.subject for spoilt in refused_cells(name))


def test_rows_that_are_no_arm_are_named_in_the_notes(name: str, reading: Reading) -> None:
    left = {row["row"] for table in columns_file(name)["tables"] for row in table.get("left_out", [])}
    noted = {int(re.sub("[A-Z]", "", note.place.cell)) for note in reading.notes if note.place.cell}
    assert left <= noted, left - noted


def test_the_exceptions_are_few_and_each_has_its_reason() -> None:
    assert sum(map(len, EXCEPTIONS.values())) <= 16
    assert all(why for facts in EXCEPTIONS.values() for why in facts.values())
