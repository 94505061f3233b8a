"""Every criterion says what would have to be shown to change it, from what it says of itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.read.rules import load_library
from fidelity.rulebook.publishing.objections import what_would_change
from rulebook.rules_to_change import TWO, replaced, write_rules

Said = Callable[..., str]


@pytest.fixture
def said(tmp_path: Path) -> Said:
    def of(name: str, *changes: tuple[str, str]) -> str:
        rules = write_rules(tmp_path / "rules", **{"lumbar-rf|1.0.0.yaml": replaced(TWO, *changes)})
        ruleset: RuleSet = load_library(rules).rulesets[0]
        criterion: Criterion = next(entry for entry in ruleset.criteria if entry.id == name)
        return "\n".join(what_would_change(criterion, ruleset))

    return of


def test_a_sentence_that_was_read_falls_by_its_own_text(said: Said) -> None:
    assert (
        "The sentence changes if the document that was read does not ask this (Paper, 1): quote the passage."
        in said("hot")
    )


def test_a_sentence_read_elsewhere_asks_for_the_document_itself(said: Said) -> None:
    assert "Known from other texts only: Paper, 2. " in said("long")


def test_a_sentence_that_nobody_confirmed_asks_for_the_passage_and_does_not_count(said: Said) -> None:
    words = said("long", ("evidence: secondary", "evidence: unverified"))
    assert "Not confirmed yet: Paper, 2. " in words
    assert "shown and not counted" in words


def test_a_number_says_whose_it_is(said: Said) -> None:
    assert "Its numbers are those of the documents" in said("long")
    own = said("long", ("    level_because: Short", "    threshold_by: project\n    level_because: Short"))
    assert "A number in it is this project's own" in own
    assert "number" not in said("seen")


def test_a_level_is_a_proposal_with_its_reason(said: Said) -> None:
    words = said("long")
    assert "Its level, major, is a proposal of this project: evidence against the reason that is given for it" in words
    assert "reason that is given" not in said("hot")
    assert "It is a note: judged and shown, never counted." in said("long", ("level: major", "level: note"))


def test_a_note_says_what_would_make_it_count(said: Said) -> None:
    note = ("level: major", "level: note")
    assert "a document of the bodies whose standard this is" in said("long", note)
    several = ("{title: Paper, published: 2020}", "{title: Paper, published: 2020, multisociety: yes}")
    assert "a document of the bodies" not in said("long", note, several)


def test_who_disagrees_is_named(said: Said) -> None:
    dissent = (
        'section: "2", evidence: secondary}]',
        'section: "2", evidence: secondary}]\n    dissent: [{document: paper, says: No}]',
    )
    assert "Paper disagrees: No. " in said("long", dissent)


def test_every_shipped_criterion_can_be_objected_to() -> None:
    for ruleset in load_library().rulesets:
        for criterion in ruleset.criteria:
            told = what_would_change(criterion, ruleset)
            assert len(told) >= 2, criterion.id
            assert all(sentence.endswith((".", "?", "!")) for sentence in told), told
