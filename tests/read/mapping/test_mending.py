"""A mapping re-run on files that have changed: the alarm, and the mended mapping with the answers kept."""

from __future__ import annotations

import pytest

from fidelity.errors import UsageError
from fidelity.model.codebook import Codebook
from fidelity.read.mapping.mend import accepted, compare
from fidelity.read.mapping.propose import propose
from fidelity.read.rules import load_codebook
from fidelity.write.mapping import render
from read.mapping.made import arms, mapping
from read.shapes.made import book, grid

ENTRY = {"reads": ["Image guidance"], "feeds": "image_guidance", "values": {"x-ray": "fluoroscopy"}}


def test_without_a_change_nothing_is_open(codebook: Codebook) -> None:
    found = compare(mapping(ENTRY), [book(grid(arms("Image guidance", "x-ray")))], codebook)
    assert not found.open
    assert found.proposal.mapping == mapping(ENTRY)


def test_a_reworded_label_becomes_the_newest_name_as_a_question(codebook: Codebook) -> None:
    renamed = book(grid(arms("Image guidance used", "x-ray", "CT")))
    found = compare(mapping(ENTRY), [renamed], codebook)
    assert [problem.code for problem in found.drift] == ["missing-column", "unread-column"]
    assert found.proposal.mapping is not None
    changed = found.proposal.mapping.tables[0].columns[3]
    assert (changed.reads, changed.confirmed) == (("Image guidance used", "Image guidance"), False)
    assert changed.values == {"x-ray": "fluoroscopy"}
    assert "near name" in (changed.because or "")
    assert "2 of 2 values can be read" in (changed.because or "")
    mended = accepted(found.proposal, ["Image guidance used=image_guidance"], codebook)
    assert not compare(mended, [renamed], codebook).open


def test_a_new_name_is_not_taken_where_its_values_are_others(codebook: Codebook) -> None:
    found = compare(mapping(ENTRY), [book(grid(arms("Image guidance used", "12 mL", "13 mL")))], codebook)
    assert found.proposal.mapping is not None
    assert found.proposal.mapping.tables[0].columns[3].reads == ("Image guidance",)


def test_a_new_column_is_added_as_a_question_behind_the_others(codebook: Codebook) -> None:
    rows = [(*arms("Image guidance")[0], "Sedation"), ("T", "RF", "active", "CT", "deep")]
    found = compare(mapping(ENTRY), [book(grid(rows))], codebook)
    assert [problem.code for problem in found.drift] == ["unread-column"]
    assert found.proposal.mapping is not None
    columns = found.proposal.mapping.tables[0].columns
    assert columns[:4] == mapping(ENTRY).tables[0].columns
    assert columns[4].feeds == "sedation_depth"


def test_a_sheet_of_studies_that_came_in_is_drift(codebook: Codebook) -> None:
    first = grid(arms("Image guidance", "x-ray"), sheet="Arms")
    second = grid([("Trial", "Group", "Pain"), ("X", "RF", "7")], sheet="Outcomes")
    found = compare(mapping(ENTRY, table={"sheets": ["Arms"]}), [book(first, second)], codebook)
    assert [(problem.code, problem.place.sheet) for problem in found.drift] == [("unread-table", "Outcomes")]


@pytest.mark.parametrize("answer", ["Image guidance", "=x", "Nothing=region", "Trial=regoin"])
def test_an_answer_must_name_a_column_and_a_field(codebook: Codebook, answer: str) -> None:
    found = propose([book(grid([("Study ID", "Arm", "Role"), ("T", "A", "active")]))], codebook)
    with pytest.raises(UsageError):
        accepted(found, [answer], codebook)


@pytest.mark.parametrize(("word", "field"), [("steroid", "steroid_agent"), ("glucocorticoid", "steroid_agent")])
def test_an_answer_that_names_a_field_by_its_label_or_a_synonym_is_told_its_name(word: str, field: str) -> None:
    shipped = load_codebook()
    found = propose([book(grid([("Study ID", "Arm", "Role", "Kortison"), ("T", "A", "active", "x")]))], shipped)
    with pytest.raises(UsageError, match=f"did you mean '{field}'"):
        accepted(found, [f"Kortison={word}"], shipped)


def test_a_column_is_asked_about_again_where_a_new_one_may_be_what_it_feeds(codebook: Codebook) -> None:
    entry = {"reads": ["Amount (mL)"], "feeds": "injectate_volume"}
    header = ("Trial", "Group", "Kind", "Amount (mL)", "Injectate volume (mL)")
    found = compare(mapping(entry), [book(grid([header, ("T", "A", "active", "2", "10")]))], codebook)
    assert found.proposal.mapping is not None
    kept, new = found.proposal.mapping.tables[0].columns[3:]
    assert (kept.feeds, kept.confirmed, new.feeds) == ("injectate_volume", False, "injectate_volume")
    assert "'Injectate volume (mL)' is new" in (kept.because or "")


def test_a_column_whose_own_name_is_certain_stays_answered(codebook: Codebook) -> None:
    entry = {"reads": ["Injectate volume (mL)"], "feeds": "injectate_volume"}
    header = ("Trial", "Group", "Kind", "Injectate volume (mL)", "Injectate volume used (mL)")
    found = compare(mapping(entry), [book(grid([header, ("T", "A", "active", "2", "10")]))], codebook)
    assert found.proposal.mapping is not None
    assert found.proposal.mapping.tables[0].columns[3].confirmed


def test_a_column_that_is_gone_without_a_like_one_is_a_question_at_its_entry(codebook: Codebook) -> None:
    found = compare(mapping(ENTRY), [book(grid([("Trial", "Group", "Kind"), ("T", "A", "active")]))], codebook)
    (question,) = [one for one in found.proposal.all_questions if one.kind == "drift"]
    assert (question.header, question.lines) == ("Image guidance", ("optional: yes",))
    assert found.proposal.mapping is not None
    assert "# ? optional: yes" in render(found.proposal.mapping, found.proposal.all_questions).decode()
