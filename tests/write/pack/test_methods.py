"""The methods page: what it says follows from the run, and what only reviewers know is marked."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from packed import GOOD, write_review

import fidelity
from fidelity.model.digest import digest_of
from fidelity.write.markdown import cell
from fidelity.write.pack import Made, Run, make
from fidelity.write.pack.making import files_of

Written = tuple[Path, Run, Made]


@pytest.fixture(scope="module")
def text(written: Written) -> str:
    return " ".join((written[0] / "methods.md").read_text(encoding="utf-8").split())


def test_it_holds_the_items_of_both_checklists(text: str) -> None:
    for item in ("PRISMA-NMA item 6", "PRISMA-NMA item 10", "PRISMA-NMA item 11", "PRISMA-NMA item S1"):
        assert item in text
    for item in ("PRISMA 2020 item 5", "PRISMA 2020 item 9", "PRISMA 2020 item 10b"):
        assert item in text


def test_what_only_reviewers_know_is_marked_and_every_mark_is_closed(text: str) -> None:
    marks = re.findall(r"\*\*\[Reviewers: [^\]]+\]\*\*", text)
    assert len(marks) == text.count("[Reviewers") >= 6


def test_counts_are_those_of_the_outcomes_records_and_grades(text: str, written: Written) -> None:
    master = written[2].pack.master
    decided = master.studies.filter(master.studies["fid_lo"] == master.studies["fid_hi"]).height
    assert "the network holds 6 studies, 12 arms, 2 treatments" in text
    assert f"The grade was decided in {decided} of 6 studies" in text
    assert "Outcomes were there for 6 studies, records for 6" in text


def test_versions_and_hashes_are_those_of_the_rules(text: str, written: Written, library: fidelity.Library) -> None:
    used = [one for one in library.rulesets if one.id == "multisociety-lumbar-medial-branch-rf"]
    assert f"| rule set {used[-1].reference} | `{digest_of(used[-1], library.codebook)}` |" in text
    for reference in (library.codebook.reference, written[2].pack.expected.assumption.reference, "domain-gated@"):
        assert reference in text


def test_the_hypothesis_is_two_sided(text: str) -> None:
    assert "no hypothesis about the direction" in text
    assert "two-sided" in text
    assert "how large its effect should be" in text


def test_a_treatment_that_merges_techniques_is_named_and_asks_for_the_reason(
    text: str, library: fidelity.Library, tmp_path: Path
) -> None:
    assert "No active treatment merges arms of different techniques" in text
    records, outcomes = write_review(tmp_path)
    data = json.loads(records.read_text(encoding="utf-8"))
    cooled = {**GOOD, "modality": "cooled_rf"}
    data["studies"][0]["arms"][0]["procedures"][0]["observations"] = cooled
    records.write_text(json.dumps(data), encoding="utf-8")
    run = Run((str(records),), str(outcomes), figures=())
    made = make(run, library)
    merged = " ".join(files_of(made, run)["methods.md"].decode().split())
    assert "Arms of different techniques are merged in `Neurotomy`" in merged
    nodes = made.pack.master.arms.filter(made.pack.master.arms["treat"] == "Neurotomy")["node"].unique()
    assert all(node in merged for node in nodes)
    assert len(nodes) == 2


@pytest.mark.parametrize(
    ("written_as", "shown"),
    [("a | b", r"a \| b"), ("x_y", "x_y"), ("*bold*", r"\*bold\*"), ("two\nlines", "two lines"), ("<b>", r"\<b>")],
)
def test_a_name_stands_in_a_cell_as_it_is_written(written_as: str, shown: str) -> None:
    assert cell(written_as) == shown


def test_the_assumption_is_said_as_a_method_with_its_limits_and_drafts_are_called_so(
    text: str, written: Written, library: fidelity.Library
) -> None:
    assumption = written[2].pack.expected.assumption
    paragraph = text.split("## Paragraph")[1].split(" ## ", maxsplit=1)[0]
    said = assumption.title[0].lower() + assumption.title[1:]
    assert f"probabilities of the grades under an assumption (`{assumption.reference}`): {said}." in paragraph
    assert " ".join((assumption.warning or "").split()) in paragraph
    used = next(one for one in library.rulesets if one.id == "multisociety-lumbar-medial-branch-rf")
    assert used.reference not in library.published
    assert f"is a draft and may still change (`{used.reference}`)" in paragraph
