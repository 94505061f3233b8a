"""A template that was revised after the mapping was made: the alarm is loud, and the mapping is mended by asking."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from fidelity.cli.main import cli
from fidelity.model.codebook import Codebook
from fidelity.model.mapping import MappingFile
from fidelity.model.words import fold_header
from fidelity.read.mapping.files import read_mapping
from fidelity.read.reading import Reading
from reviewers.extractions import columns_file, mapping_path, paths, refused_cells, truth_path
from reviewers.reading import difference, procedures, reading_of

OLD, NEW = "09_revised_2023", "09_revised_2024"


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, str]]:
    """What a human says of the columns of the revised file."""
    table = columns_file(NEW)["tables"][0]
    return {key: table[key] for key in ("renamed", "gone", "new", "same_name_other_meaning")}


@pytest.fixture(scope="module")
def alarm(codebook: Codebook) -> Reading:
    """What is read of the revised file with the old mapping."""
    return reading_of(paths(NEW), codebook, mapping_path(OLD))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the revised file and the old mapping, as the reviewers have it."""
    for path in (*paths(NEW), mapping_path(OLD)):
        shutil.copy(path, tmp_path)
    return tmp_path


def mended(folder: Path, codebook: Codebook, *more: str) -> MappingFile:
    data, old, new = folder / paths(NEW)[0].name, folder / mapping_path(OLD).name, folder / "new.mapping.yaml"
    done = CliRunner().invoke(cli, ["map", str(data), "--mapping", str(old), "-o", str(new), *more])
    assert done.exit_code == 0, done.output
    mapping, problems = read_mapping(new, codebook)
    assert mapping is not None, [str(problem) for problem in problems]
    return mapping


def test_no_row_is_read_with_the_old_mapping_and_each_is_refused_by_name(alarm: Reading) -> None:
    assert alarm.rows == 0
    assert {one.study for one in alarm.refused} == {"12", "19", "23", "31", "40", "52", "57"}
    assert len(alarm.refused) == 12


def test_the_alarm_names_what_is_missing_and_what_is_not_read(alarm: Reading, told: dict[str, dict[str, str]]) -> None:
    by_code = {
        code: {fold_header(problem.header) for problem in alarm.problems if problem.code == code}
        for code in ("missing-column", "unread-column")
    }
    kept = {fold_header(name) for name in told["same_name_other_meaning"]}
    gone = {fold_header(name) for name in (*told["renamed"], *told["gone"])} - kept
    new = {fold_header(name) for name in (*told["renamed"].values(), *told["new"])}
    assert by_code == {"missing-column": gone, "unread-column": new}


def test_the_alarm_names_near_columns(alarm: Reading) -> None:
    near = {problem.header: problem.near for problem in alarm.problems if problem.code == "missing-column"}
    assert near["Arm"] == ("Arm name",)
    assert near["Steroid dose (mg)"][0] == "Steroid dose"
    assert near["Needle"][0] == "Needle gauge"
    assert near["LOR"] == ()


def test_every_column_that_may_be_a_reworded_one_is_asked_about(
    folder: Path, codebook: Codebook, told: dict[str, dict[str, str]]
) -> None:
    entries = {fold_header(entry.reads[0]): entry for entry in mended(folder, codebook).tables[0].columns}
    for old, new in told["renamed"].items():
        entry = entries[fold_header(new)]
        assert not entry.confirmed, new
        if old not in told["same_name_other_meaning"]:
            assert entry.reads[1] == old.strip(), entry.reads


def test_a_column_whose_field_another_now_names_is_asked_about_again(folder: Path, codebook: Codebook) -> None:
    entries = {entry.reads[0]: entry for entry in mended(folder, codebook).tables[0].columns}
    assert not entries["Volume (mL)"].confirmed
    assert "Total injected volume" in str(entries["Volume (mL)"].because)


def test_nothing_is_read_before_the_questions_are_answered(folder: Path, codebook: Codebook) -> None:
    mended(folder, codebook)
    reading = reading_of([folder / paths(NEW)[0].name], codebook, folder / "new.mapping.yaml")
    assert reading.rows == 0
    assert "unconfirmed" in {problem.code for problem in reading.problems}


def test_the_mended_mapping_with_its_answers_reads_as_a_human_reads(folder: Path, codebook: Codebook) -> None:
    mapping = folder / "new.mapping.yaml"
    mended(
        folder,
        codebook,
        *("--accept", "Study design=design"),
        *("--accept", "Arm name=arm"),
        *("--accept", "Image guidance used for needle placement=image_guidance"),
        *("--accept", "Contrast medium=contrast"),
        *("--accept", "Volume (mL)=contrast_volume"),
        *("--accept", "Steroid dose=steroid_dose"),
        *("--accept", "Total injected volume, without contrast (mL)=injectate_volume"),
        *("--accept", "Needle gauge=needle_gauge"),
        *("--accept", "Highest level reached by needle tip=caudal_tip_level"),
    )
    text = mapping.read_text("utf-8")
    levels = "\n        values: {S3 or lower: s3_or_below, S2: s2, S1 or higher: above_s2}"
    text = text.replace("feeds: caudal_tip_level", f"feeds: caudal_tip_level{levels}")
    # The question about loss of resistance is gone from the template.
    text = text.replace("feeds: loss_of_resistance", "feeds: loss_of_resistance\n        optional: yes")
    mapping.write_text(text, "utf-8")
    reading = reading_of([folder / paths(NEW)[0].name], codebook, mapping)
    human = reading_of([truth_path(NEW)], codebook)
    assert difference(procedures(reading, codebook), procedures(human, codebook)) == []
    assert [(one.study, one.arm) for one in reading.refused] == [
        (spoilt["study"], spoilt["arm"]) for spoilt in refused_cells(NEW)
    ]
