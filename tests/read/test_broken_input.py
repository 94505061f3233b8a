"""Whatever is wrong in a file is named by its place with what would be right, and what is right beside it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from fidelity.errors import Problem
from fidelity.model.codebook import Codebook
from fidelity.read.reading import Reading
from fidelity.read.sources import read
from read.broken_files import JSON, TABLES, WHOLE
from read.broken_records import STRUCTURE
from read.broken_values import VALUES, Broken

EVERY = [*VALUES, *STRUCTURE, *WHOLE, *JSON, *TABLES]


def place_of(problem: Problem, folder: Path) -> str:
    return str(problem.place).removeprefix(f"{folder}/")


def read_beside(broken: Broken, folder: Path, codebook: Codebook) -> Reading:
    name = broken.place.split(":")[0].split("!")[0]
    content = broken.written if isinstance(broken.written, bytes) else broken.written.encode()
    (folder / name).write_bytes(content)
    (folder / "sound.yaml").write_text("studies: [{id: sound, arms: [{id: a, role: active}]}]")
    return read(folder, codebook)


@pytest.mark.parametrize("broken", EVERY, ids=[broken.name for broken in EVERY])
def test_what_is_wrong_is_named_with_its_place_and_its_remedy(
    broken: Broken, tmp_path: Path, codebook: Codebook
) -> None:
    reading = read_beside(broken, tmp_path, codebook)
    found = [(problem.code, place_of(problem, tmp_path), problem.remedy) for problem in reading.problems]
    assert (broken.code, broken.place, broken.remedy) in found


@pytest.mark.parametrize("broken", EVERY, ids=[broken.name for broken in EVERY])
def test_what_is_right_beside_it_is_read(broken: Broken, tmp_path: Path, codebook: Codebook) -> None:
    reading = read_beside(broken, tmp_path, codebook)
    read_studies = {study for batch in reading.batches for study in batch.frame["study"]}
    assert read_studies - {"last"} == ({"sound", "beside"} if broken.beside else {"sound"}) | (
        {"broken"} if broken.name == "a merged cell" else set()
    )


@pytest.mark.parametrize("broken", VALUES + STRUCTURE, ids=[broken.name for broken in VALUES + STRUCTURE])
def test_what_is_wrong_is_refused_by_name_with_its_problems(broken: Broken, tmp_path: Path, codebook: Codebook) -> None:
    reading = read_beside(broken, tmp_path, codebook)
    (refusal,) = {refusal.study: refusal for refusal in reading.refused}.values()
    assert broken.code in {problem.code for problem in refusal.problems}
    assert set(refusal.problems) <= set(reading.problems)


TRAPS = {
    "a byte order mark": b"\xef\xbb\xbfstudies: [{id: a, arms: [{id: a, role: active}]}]",
    "carriage returns": b"studies:\r\n- id: a\r\n  arms:\r\n  - id: a\r\n    role: active\r\n",
    "a flow mapping over lines": b"{studies: [{id: a,\n  arms: [{id: a,\n  role: active}]}]}",
    "words in mixed case": b"studies: [{id: a, design: Randomised, arms: [{id: a, role: Active}]}]",
    "a gauge without a space": b"studies: [{id: a, observations: {electrode_gauge: 20G}, arms: [{id: a, role: sham}]}]",
    "a bare cut-off": b"studies: [{id: a, observations: {block_relief_cutoff: 50}, arms: [{id: a, role: sham}]}]",
    "a word that YAML 1.1 takes for false": b"studies: [{id: a, arms: [{id: no, role: active}]}]",
    "an id that is a number": b"studies: [{id: 1996, arms: [{id: 1, role: active}]}]",
    "an empty observation": b"studies: [{id: a, observations: {region: }, arms: [{id: a, role: active}]}]",
}


@pytest.mark.parametrize("content", TRAPS.values(), ids=TRAPS.keys())
def test_what_only_looks_broken_is_read_without_a_problem(content: bytes, tmp_path: Path, codebook: Codebook) -> None:
    (tmp_path / "record.yaml").write_bytes(content)
    reading = read(tmp_path / "record.yaml", codebook)
    assert (reading.problems, reading.rows) == ((), 1)


BOTH_WAYS = [
    (field, text)
    for field, texts in {
        "lesion_temperature": ["80 F", "800", "-5", "90-80", "about 80", "80 ± 3", "eighty", "NA", "2,5"],
        "lesions_per_nerve": ["2.5", "21", "several"],
        "block_relief_cutoff": ["< 50 %", "150"],
        "electrode_gauge": ["20 gauss", "40 G", "18 G or larger"],
        "image_guidance": ["fluro", "knee", "N/A"],
        "views": ["ap or lateral", "front"],
        "steroid_given": ["maybe", "1"],
        "recruitment_start": ["01/02/2015", "2017 to 2015", "1500"],
    }.items()
    for text in texts
]


@pytest.mark.parametrize(("field", "text"), BOTH_WAYS)
def test_the_same_fault_reads_the_same_in_a_table_and_in_a_record(
    field: str, text: str, tmp_path: Path, codebook: Codebook
) -> None:
    (tmp_path / "t.csv").write_text(f'study,arm,role,{field}\ns,a,active,"{text}"\n')
    observations = {field: text}
    (in_table,) = read(tmp_path / "t.csv", codebook).problems
    (in_record,) = read(
        [{"id": "s", "arms": [{"id": "a", "role": "active", "observations": observations}]}], codebook
    ).problems
    assert (in_table.code, in_table.what, in_table.remedy) == (in_record.code, in_record.what, in_record.remedy)
