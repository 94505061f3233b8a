"""Other names that headers use for a field: facts of the codebook, honest where they may mean several fields."""

from __future__ import annotations

from pathlib import Path

import pytest

from fidelity.errors import RulesUnsound
from fidelity.model.codebook import Codebook
from fidelity.model.words import fold_header
from fidelity.read.columns import OPTIONAL, REQUIRED
from fidelity.read.rules import load_codebook

OWN = Path(__file__).parent / "data" / "codebook.yaml"


def fields_of(codebook: Codebook, header: str) -> set[str]:
    return {
        name
        for name, field in codebook.fields.items()
        if fold_header(header) in {fold_header(word) for word in (name, field.label, *field.also)}
    }


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("RF temperature", "lesion_temperature"),
        ("Lesion temp.", "lesion_temperature"),
        ("Probe temperature", "lesion_temperature"),
        ("Lesion time", "lesion_duration"),
        ("Imaging guidance", "image_guidance"),
        ("Type of image guidance", "image_guidance"),
        ("Contrast used", "contrast"),
        ("Steroid type", "steroid_agent"),
        ("Corticosteroid", "steroid_agent"),
        ("Dose of steroid", "steroid_dose"),
        ("Block threshold", "block_relief_cutoff"),
        ("Number of diagnostic blocks", "block_number"),
        ("Sedation", "sedation_depth"),
    ],
)
def test_a_header_that_reviewers_use_means_one_field(shipped: Codebook, header: str, field: str) -> None:
    assert fields_of(shipped, header) == {field}


AMBIGUOUS = (
    *("Gauge", "Needle size", "Needle", "Volume", "Dose", "Duration", "Approach", "Level", "Guidance", "Imaging"),
    *("Drug", "Frequency", "Voltage", "Threshold", "Diagnostic blocks", "Number of lesions", "Interval", "LA"),
    *("Local anesthetic", "Relief threshold", "Inclusion criteria"),
)


@pytest.mark.parametrize("header", AMBIGUOUS)
def test_a_header_that_may_mean_several_fields_stands_at_each_of_them(shipped: Codebook, header: str) -> None:
    assert len(fields_of(shipped, header)) > 1


def test_every_field_has_other_names_and_none_is_said_twice_or_is_the_name_of_a_row(shipped: Codebook) -> None:
    rows = {fold_header(name) for name in (*REQUIRED, *OPTIONAL)}
    for name, field in shipped.fields.items():
        folded = [fold_header(word) for word in field.also]
        assert folded, name
        assert len(set(folded)) == len(folded), name
        assert not {*folded} & {fold_header(name), fold_header(field.label), *rows}, name


@pytest.mark.parametrize("taken", ["image_guidance", "Image guidance", "image-guidance "])
def test_the_name_of_one_field_is_not_also_another_field(tmp_path: Path, taken: str) -> None:
    text = OWN.read_text(encoding="utf-8")
    path = tmp_path / "codebook.yaml"
    path.write_text(text.replace("label: Temperature\n", f"label: Temperature\n    also: [Heat, '{taken}']\n"), "utf-8")
    with pytest.raises(RulesUnsound, match="is what image_guidance is called") as found:
        load_codebook(path)
    assert [problem.code for problem in found.value.problems] == ["header-taken"]


def test_two_fields_may_have_the_same_other_name(tmp_path: Path) -> None:
    text = OWN.read_text(encoding="utf-8")
    for label in ("Temperature", "Duration"):
        text = text.replace(f"label: {label}\n", f"label: {label}\n    also: [Lesion]\n")
    path = tmp_path / "codebook.yaml"
    path.write_text(text, "utf-8")
    assert fields_of(load_codebook(path), "LESION") == {"lesion_temperature", "lesion_duration"}
