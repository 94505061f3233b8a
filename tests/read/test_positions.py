"""YAML and JSON are read as text with the place of every key and value."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from fidelity.errors import Place
from fidelity.read import events
from fidelity.read.positions import Data, Document, parse

WORD = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=12)
TREES = st.dictionaries(
    WORD,
    st.recursive(
        WORD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORD, inner, max_size=3), max_leaves=8
    ),
    min_size=1,
    max_size=4,
)


def document(content: str, *, is_json: bool = False) -> Document:
    found, findings = parse(content.encode(), "f", is_json=is_json)
    assert found is not None
    assert not findings
    return found


def test_every_scalar_is_text() -> None:
    read = document("a: no\nb: 1e3\nc: 2015-02-01\nd: ~\ne:\nf: 'null'\ng: 0x1F\nh: .5\ni: 12:30:00\n")
    assert read.data == {
        "a": "no",
        "b": "1e3",
        "c": "2015-02-01",
        "d": "",
        "e": "",
        "f": "null",
        "g": "0x1F",
        "h": ".5",
        "i": "12:30:00",
    }


def test_json_reads_as_the_same_text() -> None:
    read = document('{"a": true, "b": false, "c": null, "d": 80.0, "e": [1, "x"], "f": "\\ud83d\\ude00"}', is_json=True)
    assert read.data == {"a": "yes", "b": "no", "c": "", "d": "80.0", "e": ["1", "x"], "f": "😀"}


def test_keys_and_values_have_their_places() -> None:
    read = document("a:\n  - b: 1\n    cé: {d: 2}\n")
    assert read.place(("a", 0, "b")) == Place("f", 2, 8)
    assert read.place(("a", 0, "cé", "d")) == Place("f", 3, 13)
    assert read.place(("a", 0, "cé"), key=True) == Place("f", 3, 5)
    assert read.place(("a", 0, "not there", "nor here")) == Place("f", 2, 5)


def test_places_in_json_count_characters_of_a_line() -> None:
    read = document('{"é": 1,\n\t"b": [true,\n  "x"]}', is_json=True)
    assert read.place(("b",)) == Place("f", 2, 7)
    assert read.place(("b",), key=True) == Place("f", 2, 2)
    assert read.place(("b", 1)) == Place("f", 3, 3)


def test_an_alias_bomb_is_read_without_being_set_off() -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 20)}]\n" for n in range(1, 30))
    found, findings = parse(f"l0: &l0 x\n{levels}".encode(), "f")
    assert found is not None
    assert {finding.problem.code for finding in findings} == {"yaml-anchor", "yaml-alias"}


def test_a_file_beyond_all_size_is_refused() -> None:
    found, findings = parse(b"a" * (64 * 1024 * 1024 + 1), "f")
    assert found is None
    assert findings[0].problem.code == "too-large"


@pytest.mark.parametrize(
    "content",
    [
        "a: {b: [1, ~]}\nc: 'null'\n",
        "a: &x 1\nb: *x\n",
        "a: !!str 1\n",
        "a:\n\tb: 1\n",
        "a: b: c\n",
        "a: 1\n---\nb: 2\n",
        "",
    ],
)
def test_a_machine_without_libyaml_reads_the_same(content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> tuple[Data | None, list[tuple[str, Place, str]]]:
        found, findings = parse(content.encode(), "f")
        problems = [(finding.problem.code, finding.problem.place, finding.problem.remedy) for finding in findings]
        return (found.data if found else None), problems

    with_libyaml = read()
    monkeypatch.setattr(events, "_Parser", yaml.SafeLoader)
    assert read() == with_libyaml


@given(TREES)
@settings(max_examples=150, deadline=None)
def test_what_json_says_is_what_is_read(tree: dict[str, Data]) -> None:
    for escaped in (True, False):
        found, findings = parse(json.dumps(tree, ensure_ascii=escaped, indent=1).encode(), "f", is_json=True)
        assert found is not None
        assert (found.data, findings) == (tree, [])


@given(TREES)
@settings(max_examples=150, deadline=None)
def test_what_yaml_says_is_what_is_read(tree: dict[str, Data]) -> None:
    found, findings = parse(yaml.safe_dump(tree, allow_unicode=True, default_style='"').encode(), "f")
    assert found is not None
    assert [finding for finding in findings if finding.problem.code != "yaml-tag"] == []
    assert found.data == tree


@given(st.binary(max_size=60) | st.text("ab:-[]{}&*!#?'\"|>%@ \n\t,", max_size=40).map(str.encode))
@settings(max_examples=500, deadline=None)
def test_any_bytes_are_a_document_or_problems(content: bytes) -> None:
    for is_json in (True, False):
        found, findings = parse(content, "f", is_json=is_json)
        assert found is not None or findings
