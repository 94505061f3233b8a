"""Entries of cells with several values."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fidelity.read.shapes.multi import entries


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fluoroscopy; CT", ["Fluoroscopy", "CT"]),
        ("Fluoroscopy", ["Fluoroscopy"]),
        ("", []),
        (" ; ;", []),
        ("Steroid (dexamethasone; 4 mg); Saline", ["Steroid (dexamethasone; 4 mg)", "Saline"]),
        ("A [b; c {d; e}]; f", ["A [b; c {d; e}]", "f"]),
        ("A (b; c", ["A (b", "c"]),
        ("a); b", ["a)", "b"]),
        ("(a; b); (c; d)", ["(a; b)", "(c; d)"]),
        ("[0; 1); x", ["[0", "1)", "x"]),
        ("CT; Other: cone beam + O-arm", ["CT", "cone beam", "O-arm"]),
        ("other:MRI", ["MRI"]),
        ("Other:", ["Other:"]),
        ("Other: Ca2+ channel blocker", ["Ca2+ channel blocker"]),
        ("Other: x (a + b) + y", ["x (a + b)", "y"]),
        ("Otherwise: a + b", ["Otherwise: a + b"]),
    ],
)
def test_entries_are_split_outside_brackets_and_the_text_of_other_at_its_plus(text: str, found: list[str]) -> None:
    assert entries(text) == found


def test_the_separator_may_be_another_one_also_a_line_break() -> None:
    assert entries("CT\r\nMRI (a\nb)", "\n") == ["CT", "MRI (a\nb)"]
    assert entries("a, b (c, d)", ",") == ["a", "b (c, d)"]
    assert entries("a || b || c|d", "||") == ["a", "b", "c|d"]


@given(st.lists(st.from_regex(r"[a-z][a-z ]{0,5}[a-z](\([a-z; ]{0,5}\))?", fullmatch=True), max_size=6))
def test_what_is_joined_is_split_into_the_same_entries(words: list[str]) -> None:
    words = [word for word in words if not word.startswith("other")]
    assert entries("; ".join(words)) == words


@given(st.text(alphabet="ab;()[]{}+: Other", max_size=60))
def test_no_sign_of_an_entry_is_lost_but_separators_and_the_word_other(text: str) -> None:
    kept = "".join(entries(text))
    assert sum(map(kept.count, "ab")) == sum(map(text.count, "ab"))
