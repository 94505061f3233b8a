"""The manifest is a crate that others can read, and verifying names each thing that changed."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from rocrate.rocrate import ROCrate

import fidelity
from fidelity.errors import UsageError
from fidelity.write.pack import Made, Run, make, verify, write
from fidelity.write.pack.crate import NAME, as_crate, from_crate

Written = tuple[Path, Run, Made]


def graph(folder: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((folder / NAME).read_text(encoding="utf-8"))["@graph"]
    assert len({entry["@id"] for entry in found}) == len(found), "an id stands once"
    return {entry["@id"]: entry for entry in found}


def references(value: object) -> list[str]:
    if isinstance(value, dict):
        return (
            [value["@id"]]
            if set(value) == {"@id"}
            else [name for entry in value.values() for name in references(entry)]
        )
    return [name for entry in value for name in references(entry)] if isinstance(value, list) else []


def test_the_crate_is_read_by_the_rocrate_library_with_every_file_and_its_run(written: Written) -> None:
    folder = written[0]
    crate = ROCrate(folder)
    files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert {entity.id for entity in crate.data_entities} == files - {NAME}
    action = crate.dereference("#run")
    assert action.type == "CreateAction"
    assert action["instrument"]["name"] == "fidelity"
    assert {entity.id for entity in action["result"]} == files - {NAME}
    assert crate.root_dataset["datePublished"] == "2020"


def test_every_reference_within_the_crate_leads_somewhere(written: Written) -> None:
    entries = graph(written[0])
    outside = ("https://w3id.org/ro/crate/1.1",)
    for entry in entries.values():
        for name in references({key: value for key, value in entry.items() if key != "@id"}):
            assert name in entries or name in outside, name


def test_hashes_in_the_crate_are_those_of_the_files(written: Written) -> None:
    folder, run, _ = written
    entries = graph(folder)
    for name in (entry["@id"] for entry in entries["#run"]["result"]):
        assert entries[name]["sha256"] == hashlib.sha256((folder / name).read_bytes()).hexdigest()
    for what, path in (("records-1", run.records[0]), ("outcomes", run.outcomes)):
        assert entries[f"#input/{what}"]["sha256"] == hashlib.sha256(Path(path).read_bytes()).hexdigest()


def test_a_manifest_read_back_is_the_one_that_was_written(written: Written) -> None:
    text = (written[0] / NAME).read_bytes()
    assert as_crate(from_crate(text, written[0])) == text


def test_the_date_is_that_of_source_date_epoch_where_it_is_set(
    written: Written, review: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = review()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    write(written[2], written[1], folder)
    assert graph(folder)["./"]["datePublished"] == "2023-11-14T22:13:20Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        write(written[2], written[1], folder)


def test_an_untouched_pack_holds_where_it_was_made_and_moved_with_its_inputs(
    written: Written, review: Callable[[], Path], library: fidelity.Library
) -> None:
    assert verify(written[0], library).holds
    assert verify(review(), library).holds


def test_a_changed_a_lost_and_an_added_output_are_told_apart(
    review: Callable[[], Path], library: fidelity.Library
) -> None:
    folder = review()
    (folder / "studies.csv").write_text("study\n", encoding="utf-8")
    (folder / "names.csv").unlink()
    (folder / "my_fit.R").write_text("1", encoding="utf-8")
    found = verify(folder, library)
    assert not found.holds
    assert set(found.changes) == {
        "output studies.csv: it was changed after it was written",
        "output names.csv: it is gone",
    }
    assert found.repeated, "the inputs are as they were, and the same run gives the same bytes"
    assert any("my_fit.R" in note for note in found.notes)


def test_a_changed_input_is_named_with_the_files_that_would_differ(
    review: Callable[[], Path], library: fidelity.Library
) -> None:
    folder = review()
    outcomes = folder.parent / "data" / "outcomes.csv"
    outcomes.write_text(outcomes.read_text(encoding="utf-8").replace(",40,", ",39,"), encoding="utf-8")
    found = verify(folder, library)
    assert any("outcomes.csv: it changed" in change for change in found.changes)
    (differ,) = [change for change in found.changes if "other bytes" in change]
    assert ": arms_long.csv, " in differ
    assert re.search(r" and \d+ more$", differ), "so many files are not named one by one"
    assert differ.count(", ") == 4


def test_a_missing_input_is_named_and_the_rest_is_still_checked(
    review: Callable[[], Path], written: Written, library: fidelity.Library
) -> None:
    folder = review()
    (folder / "README.md").write_text("mine", encoding="utf-8")
    lost = written[0].parent / "data" / "outcomes.csv"
    (folder.parent / "data" / "outcomes.csv").unlink()
    lost.rename(lost.with_suffix(".kept"))
    try:
        found = verify(folder, library)
    finally:
        lost.with_suffix(".kept").rename(lost)
    assert not found.holds
    assert not found.repeated
    assert any("outcomes.csv" in change for change in found.changes)
    assert "output README.md: it was changed after it was written" in found.changes


def test_a_changed_rule_and_a_changed_assumption_are_named(written: Written, copied_rules: Callable[[], Path]) -> None:
    rules = copied_rules()
    file = rules / "multisociety-lumbar-medial-branch-rf" / "1.0.0.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("level: critical", "level: major", 1), encoding="utf-8")
    assert file.read_text(encoding="utf-8") != text
    reference = written[2].pack.expected.assumption.reference
    name, _, version = reference.partition("@")
    file = rules / "assumptions" / name / f"{version}.yaml"
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    file.write_text(yaml.safe_dump({**data, "title": "Something else"}, sort_keys=False), encoding="utf-8")
    found = verify(written[0], fidelity.load_library(rules))
    assert {change for change in found.changes if "its content changed" in change} == {
        "rule set multisociety-lumbar-medial-branch-rf@1.0.0: its content changed",
        f"assumption {reference}: its content changed",
    }


def test_a_new_record_in_a_folder_of_records_is_named(
    written: Written, library: fidelity.Library, tmp_path: Path
) -> None:
    shutil.copytree(written[0].parent / "data", tmp_path / "data" / "studies")
    outcomes = (tmp_path / "data" / "studies" / "outcomes.csv").rename(tmp_path / "data" / "outcomes.csv")
    run = Run((str(tmp_path / "data" / "studies"),), str(outcomes), figures=())
    write(make(run, library), run, tmp_path / "pack")
    assert verify(tmp_path / "pack", library).holds
    more = {
        "id": "eta_2022",
        "label": "Eta",
        "arms": [{"id": "rf", "label": "RF", "role": "active", "procedures": [{"id": "rf"}]}],
    }
    (tmp_path / "data" / "studies" / "more.yaml").write_text(yaml.safe_dump({"studies": [more]}), encoding="utf-8")
    found = verify(tmp_path / "pack", library)
    assert any("more.yaml: it is new" in change for change in found.changes)


def test_the_same_options_are_taken_again(written: Written, library: fidelity.Library, tmp_path: Path) -> None:
    mine, outcomes = tmp_path / "mine.yaml", tmp_path / "several.csv"
    lines = Path(written[1].outcomes).read_text(encoding="utf-8").splitlines()
    rows = [f"{line},{outcome}" for outcome in ("pain", "function") for line in lines[1:]]
    outcomes.write_text("\n".join([f"{lines[0]},outcome", *rows]) + "\n", encoding="utf-8")
    shipped = next(iter(library.assumptions.values()))
    mine.write_text(
        yaml.safe_dump(
            shipped.model_dump(exclude_none=True, exclude_defaults=True) | {"id": "mine", "version": "1.0.0"}
        )
    )
    run = Run(
        written[1].records,
        str(outcomes),
        clock="then",
        where=(("outcome", "pain"),),
        threshold="full",
        scales=("grade", "criteria"),
        assumption=str(mine),
        draws=3,
        seed=7,
        figures=(),
    )
    write(make(run, library), run, tmp_path / "pack")
    again = from_crate((tmp_path / "pack" / NAME).read_bytes(), tmp_path).run
    assert again == run
    assert verify(tmp_path / "pack", library).holds


@pytest.mark.parametrize("text", [b"{}", b"no json", b'{"@graph": []}', b'{"@graph": [{"@id": "./"}]}'])
def test_a_crate_of_others_is_no_pack(text: bytes, tmp_path: Path, library: fidelity.Library) -> None:
    (tmp_path / NAME).write_bytes(text)
    with pytest.raises(UsageError, match="no manifest"):
        verify(tmp_path, library)
    (tmp_path / NAME).unlink()
    with pytest.raises(UsageError, match="no covariate pack"):
        verify(tmp_path, library)
