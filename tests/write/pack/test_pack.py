"""The folder of a pack: what is in it, that it is the same each time, and that nothing of others is lost."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import polars as pl
import pytest
from packed import TRIALS, write_review

import fidelity
from fidelity.covariates.files import Guide, Table
from fidelity.errors import UsageError
from fidelity.write.characteristics import by_technique
from fidelity.write.pack import Made, Run, make, write
from fidelity.write.pack.making import files_of
from fidelity.write.pack.texts import csv_bytes, table_bytes
from fidelity.write.pack.workbook import characteristics_workbook

Written = tuple[Path, Run, Made]


def every(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_the_same_run_gives_the_same_bytes_wherever_it_runs(
    written: Written, library: fidelity.Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, run, _ = written
    write(make(run, library), run, folder.parent / "again")
    assert every(folder.parent / "again") == every(folder)
    write_review(tmp_path / "elsewhere" / "data")
    monkeypatch.chdir(tmp_path / "elsewhere")
    moved = Run(("data/records.json",), "data/outcomes.csv")
    write(make(moved, library), moved, "pack")
    there, here = every(tmp_path / "elsewhere" / "pack"), every(folder)
    assert {name for name in here if here[name] != there[name]} <= {"ro-crate-metadata.json"}, "names given differ"


def test_no_date_of_today_and_no_folder_of_this_machine_stands_in_any_text(written: Written) -> None:
    folder, run, _ = written
    for name, data in every(folder).items():
        if name.endswith((".md", ".txt", ".csv", ".svg", ".R")) or name == "preflight.json":
            assert str(folder.parent).encode() not in data, name
    assert run.outcomes.startswith(str(folder.parent))


def test_the_readme_names_every_file_and_only_files_that_are_there(written: Written) -> None:
    folder = written[0]
    text = (folder / "README.md").read_text(encoding="utf-8")
    absent = text[text.index("## Not written") : text.index("## Left out")] if "## Not written" in text else ""
    named = set(re.findall(r"`([\w/]+\.\w+)`", text.replace(absent, "")))
    for name in every(folder):
        assert name == "README.md" or f"`{name}`" in text or name == "ro-crate-metadata.json", name
    assert {name for name in named if not (folder / name).is_file()} == set()


def test_each_package_section_says_call_centre_and_slope(written: Written) -> None:
    text = (written[0] / "README.md").read_text(encoding="utf-8")
    sections = re.split(r"^### ", text[text.index("## Files") :].split("\n## ")[0], flags=re.MULTILINE)[1:]
    links = dict(re.findall(r"\[([^\]]+)\]\(#([^)]+)\)", " ".join(text.split())))
    assert [section.split("\n", 1)[0] for section in sections] == [name for name in links if name != "Not written"]
    assert links["Stata network"] == "stata-network"
    assert {"metafor", "netmeta", "gemtc"} <= {section.split("\n", 1)[0] for section in sections}
    for section in sections:
        assert "```" in section or ": Upload " in section, section
        assert "**Centre.**" in section, section
        assert "**Slope.**" in section, section


def test_the_readme_says_rule_assumption_reference_and_that_nothing_is_presumed_of_effects(written: Written) -> None:
    folder, _, made = written
    text = " ".join((folder / "README.md").read_text(encoding="utf-8").split())
    assumption = made.pack.expected.assumption
    for said in ("worst", assumption.reference, assumption.title, made.pack.master.reference, "how large its effect"):
        assert said in text, said


def test_names_say_which_study_and_treatment_each_code_stands_for(written: Written) -> None:
    rows = list(csv.DictReader(io.StringIO((written[0] / "names.csv").read_text(encoding="utf-8"))))
    assert {row["record"] for row in rows if row["kind"] == "study"} == set(TRIALS)
    assert {row["name"] for row in rows if row["kind"] == "treatment"} == {"Neurotomy", "Sham"}
    assert rows[[row["kind"] for row in rows].index("treatment")]["number"] == "1"


def test_what_the_preflight_refuses_is_not_written_and_the_readme_says_why(
    written: Written, library: fidelity.Library, tmp_path: Path
) -> None:
    outcomes = tmp_path / "two.csv"
    lines = Path(written[1].outcomes).read_text(encoding="utf-8").splitlines()
    outcomes.write_text("\n".join(line for line in lines if line.startswith(("study", "zeta"))), encoding="utf-8")
    run = Run(written[1].records, str(outcomes), figures=())
    made = make(run, library)
    refused = made.pack.preflight.refused
    assert "netmeta/pairwise.csv" in refused
    files = files_of(made, run)
    assert not refused & set(files)
    assert "netmeta/pairwise.csv" in files["README.md"].decode()


def test_a_pack_without_a_study_is_not_written(written: Written, library: fidelity.Library, tmp_path: Path) -> None:
    outcomes = tmp_path / "others.csv"
    outcomes.write_text("study,arm,treatment,n,mean,sd\nnobody,a,A,9,1,1\nnobody,b,B,9,1,1\n", encoding="utf-8")
    run = Run(written[1].records, str(outcomes))
    with pytest.raises(UsageError, match="nothing is written"):
        write(make(run, library), run, tmp_path / "pack")
    assert not (tmp_path / "pack").exists()


@pytest.mark.parametrize(
    "options",
    [
        {"arm_to_study": "difference"},
        {"arm_to_study": "interest", "interest": "Neurotomy"},
        {"nodes": "technique", "axis": "selection", "scales": ("criteria",)},
    ],
    ids=str,
)
def test_every_choice_makes_a_pack_whose_readme_names_its_files(
    written: Written, library: fidelity.Library, options: dict[str, Any]
) -> None:
    run = replace(written[1], figures=(), **options)
    made = make(run, library)
    files = files_of(made, run)
    text = files["README.md"].decode()
    assert {f"`{name}`" for name in files if name != "README.md"} <= set(re.findall(r"`[^`\n]+`", text))
    assert all(f"`{table.path}`" in text for table in made.pack.tables)


def test_a_folder_that_is_no_pack_is_not_overwritten(written: Written, tmp_path: Path) -> None:
    _, run, made = written
    (tmp_path / "thesis").mkdir()
    (tmp_path / "thesis" / "chapter.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(UsageError, match="not overwritten"):
        write(made, run, tmp_path / "thesis")
    assert (tmp_path / "thesis" / "chapter.txt").read_text(encoding="utf-8") == "years of work"


def test_work_that_was_done_in_a_pack_is_not_lost(written: Written, review: Callable[[], Path]) -> None:
    folder = review()
    (folder / "fit.R").write_text("library(netmeta)", encoding="utf-8")
    with pytest.raises(UsageError, match=r"fit\.R"):
        write(written[2], written[1], folder)
    (folder / "fit.R").unlink()
    (folder / "studies.csv").write_text("study\nmine\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"studies\.csv"):
        write(written[2], written[1], folder)
    assert (folder / "studies.csv").read_text(encoding="utf-8") == "study\nmine\n"


def test_a_pack_that_nobody_touched_is_replaced_whole(written: Written, review: Callable[[], Path]) -> None:
    folder = review()
    write(written[2], written[1], folder)
    assert set(every(folder)) == set(every(written[0]))
    assert [path.name for path in folder.parent.iterdir() if path.name.startswith(".")] == []


def test_a_pack_is_not_written_over_its_inputs(written: Written) -> None:
    folder, run, made = written
    for target in (Path(run.outcomes).parent, folder.parent):
        with pytest.raises(UsageError, match="holds what is read"):
            write(made, run, target)


def test_text_that_a_spreadsheet_would_run_is_kept_as_text_and_numbers_stay_numbers() -> None:
    risky = ["=1+1", "+cmd|'x'!A0", "-2+3", "@SUM(A1)", "\tx", "plain", "-0.5", "+3", "-1e-3", "-"]
    frame = pl.DataFrame({"word": risky, "number": [-0.5] * len(risky)})
    rows = list(csv.DictReader(io.StringIO(csv_bytes(frame).decode())))
    assert [row["word"] for row in rows] == [f"'{word}" for word in risky[:5]] + risky[5:9] + ["'-"]
    assert {row["number"] for row in rows} == {"-0.5"}


def test_numbers_are_spelt_alike_whatever_the_last_bits_of_a_logarithm_are() -> None:
    one, other = 0.1 + 0.2, 0.3
    table = Table("x.csv", pl.DataFrame({"fid": [one, None]}), Guide("x", "", "", ""), missing="NA")
    assert one != other
    assert table_bytes(table) == b"fid\n0.3\nNA\n"


def test_the_workbook_runs_no_formula_and_has_the_same_bytes_each_time(
    library: fidelity.Library, tmp_path: Path
) -> None:
    records, outcomes = write_review(tmp_path, label="=HYPERLINK(1)")
    run = Run((str(records),), str(outcomes), figures=())
    made = make(run, library)
    first = files_of(made, run)
    assert first["characteristics.xlsx"] == characteristics_workbook(by_technique(made.scores))
    book = openpyxl.load_workbook(io.BytesIO(first["characteristics.xlsx"]))
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert "=HYPERLINK(1)" in {cell.value for cell in cells}
    assert "'=HYPERLINK(1)" in first["names.csv"].decode()


def test_the_python_door_gives_the_same_tables_as_the_command(written: Written, library: fidelity.Library) -> None:
    _, run, made = written
    scores = fidelity.score(run.records[0], library=library)
    pack = fidelity.covariates_of(scores, run.outcomes, fidelity.Choices(), library=library)
    assert [table.path for table in pack.tables] == [table.path for table in made.pack.tables]
    assert all(one.frame.equals(other.frame) for one, other in zip(pack.tables, made.pack.tables, strict=True))
