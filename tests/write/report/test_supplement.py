"""The supplement is a Word file that a journal can take: headings, tables that say what they are, the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

docx = pytest.importorskip("docx", reason="the extra [docx] is not installed")

import fidelity  # noqa: E402 (after the check that python-docx is there)
from fidelity.read.rules import load_library  # noqa: E402
from fidelity.scoring.result import Scores  # noqa: E402
from fidelity.write.report import Report, report_of, supplement_of  # noqa: E402

EXAMPLES = Path(__file__).parents[3] / "examples"
LIBRARY = load_library()


@pytest.fixture(scope="module")
def scores() -> Scores:
    return fidelity.score(EXAMPLES / "worked" / "radiofrequency.yaml", library=LIBRARY)


@pytest.fixture(scope="module")
def report(scores: Scores) -> Report:
    return report_of(scores, LIBRARY)


@pytest.fixture(scope="module")
def content(scores: Scores, report: Report) -> bytes:
    return supplement_of(report, scores)


def rows_of(content: bytes) -> dict[str, list[list[str]]]:
    """Return the cells of every table under its alt text."""
    space = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    found = {}
    for table in docx.Document(io.BytesIO(content)).element.body.iter(f"{space}tbl"):
        about = next(table.iter(f"{space}tblDescription")).get(f"{space}val")
        found[about] = [
            ["".join(text.text or "" for text in cell.iter(f"{space}t")) for cell in row.iter(f"{space}tc")]
            for row in table.iter(f"{space}tr")
        ]
        assert next(table.iter(f"{space}tr")).find(f".//{space}tblHeader") is not None
    return found


def test_every_part_has_a_real_heading(content: bytes) -> None:
    document = docx.Document(io.BytesIO(content))
    parts = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert parts == ["Concerns and grades", "Characteristics of technique", "Procedures without a grade", "Rule sets"]
    assert document.core_properties.title
    assert document.core_properties.created.year == 2000


def test_the_grades_are_those_of_the_result(scores: Scores, content: bytes) -> None:
    (table,) = (rows for about, rows in rows_of(content).items() if about.endswith("grades of delivery"))
    graded = scores.grades.filter(scores.grades["status"] == "graded")
    place = table[0].index("Grade")
    said = [row[place] for row in table[1:]]
    whole = {("poor", "full"): "undetermined"}
    expected = [
        whole.get((low, high), low if low == high else f"{low}–{high}")
        for low, high in graded.select("grade_low", "grade_high").rows()
    ]
    assert said == expected
    assert [row[-1] for row in table[1:]] == [f"{d} of {c}" for d, c in graded.select("decided", "counted").rows()]


def test_every_graded_procedure_stands_among_the_characteristics(scores: Scores, content: bytes) -> None:
    tables = {about: rows for about, rows in rows_of(content).items() if about.startswith("Characteristics")}
    assert sum(len(rows) - 1 for rows in tables.values()) >= scores.grades.height
    told = " ".join(cell for rows in tables.values() for row in rows for cell in row)
    assert "Active tip length: 5 to 10 mm" in told or "Electrode gauge: 16 G" in told


def test_gaps_stand_with_their_reason_and_rule_sets_with_their_hash(scores: Scores, content: bytes) -> None:
    tables = rows_of(content)
    gaps = [row for about, rows in tables.items() if about.startswith("Procedures without") for row in rows[1:]]
    assert len(gaps) == scores.gaps.height
    assert all(row[2] for row in gaps)
    rules = tables["Rule sets with their versions and hashes"]
    assert {row[1] for row in rules[1:]} >= set(scores.judgements["ruleset"].unique())
    assert all(len(row[4]) == 64 for row in rules[1:])


def test_the_same_studies_give_the_same_bytes_without_a_day_of_today(
    scores: Scores, report: Report, content: bytes
) -> None:
    assert supplement_of(report, scores) == content
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        assert {entry.date_time[0] for entry in file.infolist()} == {2000}
        assert set(re.findall(rb">(\d{4})-\d\d-\d\dT", file.read("docProps/core.xml"))) == {b"2000"}
