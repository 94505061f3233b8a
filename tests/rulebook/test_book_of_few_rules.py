"""A small library, changed on purpose: what changes in the rules changes in the book, and nothing else does."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fidelity.read.features import load_features
from fidelity.read.rules import load_library
from fidelity.rulebook.book.book import Book, book_of
from fidelity.rulebook.book.page import page_of
from rulebook.html_tree import parsed, rows_of

ROOT = Path(__file__).parents[2]
CAUDAL = "multisociety-caudal-esi"
FIRST = (
    "The needle was placed, or its position was checked, under fluoroscopy or CT; ultrasound alone is only tolerated."
)
PROFILE = """
id: {name}
title: {title}
scheme: domain-gated@1.0.0
clock: {{delivery: now, selection: now, safety: then}}
rule_sets: [{ruleset}]
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A library with one rule set and its feature, small enough to make a book of it many times."""
    for name in ("codebook.yaml", "procedures.yaml", "schemes", CAUDAL):
        source = ROOT / "rules" / name
        copy = shutil.copytree if source.is_dir() else shutil.copy
        (tmp_path / "rules").mkdir(exist_ok=True)
        copy(source, tmp_path / "rules" / name)
    profile(tmp_path, "multisociety", "What multi-society documents ask", CAUDAL)
    shutil.copytree(ROOT / "features" / CAUDAL, tmp_path / "features" / CAUDAL)
    return tmp_path


def profile(folder: Path, name: str, title: str, ruleset: str) -> None:
    path = folder / "rules" / "profiles" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PROFILE.format(name=name, title=title, ruleset=ruleset), encoding="utf-8")


def book(folder: Path) -> Book:
    return book_of(load_library(folder / "rules"), load_features(folder / "features"))


def turned(path: Path, before: str, after: str, times: int = 1) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, times), encoding="utf-8")


def test_a_sentence_that_changes_in_the_rules_changes_in_the_book(small: Path) -> None:
    other = "The needle was <seen> & its position was checked."
    turned(small / "rules" / CAUDAL / "1.0.0.yaml", FIRST, other)
    page = parsed(page_of(book(small)))
    assert other in page.by_id()[f"{CAUDAL}@1.0.0/image-guidance"].text
    assert other in page.by_id()["subject-guidance"].text
    assert FIRST not in page.by_id()[f"{CAUDAL}@1.0.0/image-guidance"].text


def test_an_example_of_which_fidelity_says_something_else_gets_a_cross_and_stands_on_the_start_page(
    small: Path,
) -> None:
    before = len(book(small).crosses)
    feature = small / "features" / CAUDAL / "1.0.0.feature"
    line = next(line for line in feature.read_text(encoding="utf-8").splitlines() if re.search(r"\| CT +\| met", line))
    turned(feature, line, re.sub(r"\| met( *)\|", r"| not met\1|", line))
    made = book(small)
    assert len(made.crosses) == before + 1
    start = parsed(page_of(made)).by_id()["start"]
    (entry,) = [item for item in start.all("li") if "CT, not met" in item.text]
    assert "✗ disagrees:" in entry.text
    assert entry.text.endswith("Fidelity says: met")
    assert FIRST in entry.text


def test_what_two_bodies_ask_of_the_same_stands_side_by_side(small: Path) -> None:
    shutil.copytree(small / "rules" / CAUDAL, small / "rules" / "rival-caudal-esi")
    rival = small / "rules" / "rival-caudal-esi" / "1.0.0.yaml"
    turned(rival, f"id: {CAUDAL}", "id: rival-caudal-esi")
    turned(rival, FIRST, "The needle was watched on a screen.")
    turned(rival, "level: critical", "level: major")
    profile(small, "rival", "What the rivals ask", "rival-caudal-esi")
    page = parsed(page_of(book(small)))
    (table,) = [
        one for one in page.by_id()["disputes"].all("table") if "asks of guidance" in one.all("caption")[0].text
    ]
    head, row, *_ = rows_of(table)
    assert head[1].startswith("What multi-society documents ask")
    assert head[2].startswith("What the rivals ask")
    assert row == [
        "Image guidance",
        f"{FIRST} (critical)",
        "The needle was watched on a screen. (major)",
        "≠ they differ",
    ]
    demand = page.by_id()[f"{CAUDAL}@1.0.0/image-guidance"]
    assert "What the rivals ask: The needle was watched on a screen. (major)" in demand.text


def test_demands_that_differ_in_their_words_only_are_called_the_same(small: Path) -> None:
    shutil.copytree(small / "rules" / CAUDAL, small / "rules" / "rival-caudal-esi")
    rival = small / "rules" / "rival-caudal-esi" / "1.0.0.yaml"
    turned(rival, f"id: {CAUDAL}", "id: rival-caudal-esi")
    turned(rival, FIRST, "The needle was watched on a screen.")
    profile(small, "rival", "What the rivals ask", "rival-caudal-esi")
    tables = parsed(page_of(book(small))).by_id()["disputes"].all("table")
    assert {row[-1] for table in tables for row in rows_of(table)[1:]} == {"= the same"}


def test_the_hash_to_sign_is_that_of_the_rule_set_and_changes_with_it(small: Path) -> None:
    def digest() -> str:
        text = parsed(page_of(book(small))).by_id()[f"{CAUDAL}@1.0.0"].text
        found = re.search(r"to sign: ([0-9a-f]{64})", text)
        assert found is not None
        return found[1]

    before = digest()
    turned(small / "rules" / CAUDAL / "1.0.0.yaml", "level: critical", "level: major")
    assert digest() != before


def test_the_same_rules_give_the_same_bytes(small: Path) -> None:
    pages = set()
    for seed in ("1", "2"):
        target = small / f"{seed}.html"
        words = ["rules", "book", "-o", str(target), "--rules", str(small / "rules")]
        words += ["--features", str(small / "features")]
        code = "from fidelity.cli.main import run; run()"
        done = subprocess.run(
            [sys.executable, "-c", code, *words],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        pages.add(target.read_bytes())
    assert len(pages) == 1


def test_a_vote_stands_under_what_was_signed_with_what_the_panel_lacks(small: Path) -> None:
    place = f"{CAUDAL}@1.0.0"
    before = parsed(page_of(book(small))).by_id()[place].text
    assert "Nobody has signed this version." in before
    found = re.search(r"to sign: ([0-9a-f]{64})", before)
    assert found is not None
    vote = f"ruleset: {place}, hash: {found[1]}, body: A made-up society, role: clinician, specialty: radiology"
    ledger = f"endorsements: [{{{vote}, vote: for, interests: none declared, date: 2026-01-31}}]\n"
    (small / "rules" / "ENDORSEMENTS.yaml").write_text(ledger, encoding="utf-8")
    places = parsed(page_of(book(small))).by_id()
    for text in (places[place].text, places["endorsements"].text):
        assert "A made-up society (clinician, radiology): for, 2026-01-31. Interests: none declared." in text
        assert "not a balanced panel: no methodologist, fewer than two specialties" in text
        assert "does not prove who signed" in text
    assert "Rule sets on which a body has voted 1" in places["start"].text
