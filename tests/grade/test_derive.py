"""The decision table follows from the scheme's file alone, and whatever breaks on the way is noticed."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest

from fidelity.grade import door
from fidelity.grade.derive import DerivationError, DeriveUnavailable, derive
from fidelity.grade.table import DecisionTable
from fidelity.model.scheme import Scheme, Tally

ROOT = Path(__file__).parents[2]
ReadScheme = Callable[[str], Scheme]
Fired = list[frozenset[str]]

# find_spec and not an import: a package that is there and does not load must fail these tests, not skip them.
needs_engine = pytest.mark.skipif(
    find_spec("durable_rules_engine") is None, reason="deriving needs durable-rules (Python < 3.13)"
)


@needs_engine
@pytest.mark.parametrize("file", sorted(ROOT.glob("rules/schemes/*/*.yaml")), ids=lambda file: file.parent.name)
def test_the_shipped_table_is_the_one_that_the_scheme_gives(file: Path, read_scheme: ReadScheme) -> None:
    derived = derive(read_scheme(file.read_text(encoding="utf-8")))
    assert derived.render() == file.with_suffix(".table.csv").read_text(encoding="utf-8")


@needs_engine
def test_the_derived_table_says_what_the_sentences_say(
    scheme: Scheme,
    concern_in_words: Callable[[Sequence[str]], str],
    grade_in_words: Callable[[Sequence[str]], str],
) -> None:
    derived = derive(scheme)
    for critical, major, minor in product(range(3), repeat=3):
        departures = ["critical"] * critical + ["major"] * major + ["minor"] * minor
        assert derived.concern(critical, major, minor) == concern_in_words(departures)
    for concerns in product(("none", "minor", "major", "critical"), repeat=4):
        worst_to_best = {word: concerns.count(word) for word in ("critical", "major", "minor")}
        critical = worst_to_best["critical"]
        major = critical + worst_to_best["major"]
        assert derived.grade(critical, major, major + worst_to_best["minor"]) == grade_in_words(concerns)


@needs_engine
def test_deriving_twice_gives_the_same_bytes(scheme: Scheme) -> None:
    assert derive(scheme).render() == derive(scheme).render()


@needs_engine
@pytest.mark.parametrize("seed", ["0", "4711"])
def test_another_process_with_another_hash_seed_derives_the_same_bytes(shipped: DecisionTable, seed: str) -> None:
    program = (
        "import sys, yaml\n"
        "from fidelity.grade.derive import derive\n"
        "from fidelity.model.scheme import Scheme, Tally\n"
        "text = open(sys.argv[1], encoding='utf-8').read()\n"
        "table = derive(Scheme.model_validate(yaml.load(text, Loader=yaml.BaseLoader)))\n"
        "sys.stdout.buffer.write(table.render().encode())\n"
    )
    file = ROOT / "rules/schemes/domain-gated/1.0.0.yaml"
    environment = os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", program, str(file)], env=environment, capture_output=True, check=True)
    assert done.stdout == shipped.render().encode()


@needs_engine
def test_what_a_line_concludes_is_decided_by_its_word_in_the_file(scheme_text: str, read_scheme: ReadScheme) -> None:
    line = (
        "concern:\n"
        "  - is: minor\n"
        "    meaning: Two minor departures.\n"
        "    when: {departures: minor, at_least: 2, because: A trial.}\n"
    )
    first = scheme_text.replace("concern:\n", line, 1)
    second = first.replace("is: minor", "is: major", 1)
    assert derive(read_scheme(first)).concern(0, 0, 2) == "minor"
    assert derive(read_scheme(second)).concern(0, 0, 2) == "major"
    assert derive(read_scheme(second)).concern(0, 0, 1) == "minor"


@needs_engine
def test_two_thresholds_that_swap_their_conclusions_in_the_file_change_the_table(
    shipped: DecisionTable, scheme_text: str, read_scheme: ReadScheme
) -> None:
    three_majors, three_minors = (f"- domains: {level}\n          at_least: 3" for level in ("major", "minor"))
    assert scheme_text.count(three_majors) == scheme_text.count(three_minors) == 1
    swapped = scheme_text.replace(three_majors, "<>").replace(three_minors, three_majors).replace("<>", three_minors)
    derived = derive(read_scheme(swapped))
    assert (shipped.grade(0, 0, 3), derived.grade(0, 0, 3)) == ("limited", "poor")
    assert (shipped.grade(0, 2, 2), derived.grade(0, 2, 2)) == ("limited", "limited")
    assert derived.scheme_sha256 != shipped.scheme_sha256


@needs_engine
def test_a_threshold_that_moves_in_the_file_moves_in_the_table(
    shipped: DecisionTable, scheme_text: str, read_scheme: ReadScheme
) -> None:
    moved = scheme_text.replace("- domains: major\n          at_least: 3", "- domains: major\n          at_least: 2")
    derived = derive(read_scheme(moved))
    assert (shipped.grade(0, 2, 2), derived.grade(0, 2, 2)) == ("limited", "poor")


@needs_engine
@pytest.mark.parametrize("step", ["concern", "grade"])
@pytest.mark.parametrize("number", range(4))
def test_a_scheme_without_one_of_its_lines_has_no_table(scheme: Scheme, step: str, number: int) -> None:
    lines = getattr(scheme, step)
    lacking = scheme.model_copy(update={step: (*lines[:number], *lines[number + 1 :])})
    word = lines[number].concludes
    with pytest.raises(DerivationError, match=f"domain-gated@1.0.0 {step}: not total: no line concludes {word}"):
        derive(lacking)


@needs_engine
@pytest.mark.parametrize(
    ("old", "new", "step", "tally"),
    [
        ("  - is: adequate\n", "  - is: limited\n", "grade", (0, 0, 1)),
        ("  - is: minor\n", "  - is: major\n", "concern", (0, 0, 1)),
        ("  - is: critical\n", "  - is: major\n", "concern", (1, 0, 0)),
    ],
)
def test_another_conclusion_in_the_file_is_another_table(
    shipped: DecisionTable,
    scheme_text: str,
    read_scheme: ReadScheme,
    old: str,
    new: str,
    step: str,
    tally: Tally,
) -> None:
    assert scheme_text.count(old) == 1
    derived = derive(read_scheme(scheme_text.replace(old, new)))
    before, after = (getattr(table, step)(*tally) for table in (shipped, derived))
    assert (before, after) == (old.rsplit(maxsplit=1)[-1], new.rsplit(maxsplit=1)[-1])


@needs_engine
@pytest.mark.parametrize("pair", [("critical", "major"), ("major", "minor")])
def test_a_scheme_that_judges_something_worse_as_better_has_no_table(
    scheme_text: str, read_scheme: ReadScheme, pair: tuple[str, str]
) -> None:
    graver, lesser = (f"  - is: {word}\n" for word in pair)
    swapped = scheme_text.replace(graver, "<>").replace(lesser, graver).replace("<>", lesser)
    with pytest.raises(DerivationError, match="concern: not monotone: "):
        derive(read_scheme(swapped))


@needs_engine
def test_a_grade_that_takes_more_domains_than_an_axis_has_cannot_be_reached(
    scheme_text: str, read_scheme: ReadScheme
) -> None:
    def poor_from(number: int) -> Scheme:
        text = scheme_text
        for level, old in (("critical", 1), ("major", 3)):
            line = f"- domains: {level}\n          at_least: "
            assert f"{line}{old}\n" in text
            text = text.replace(f"{line}{old}\n", f"{line}{number}\n")
        return read_scheme(text)

    assert derive(poor_from(4)).grade(0, 4, 4) == "poor"
    with pytest.raises(DerivationError, match="grade: poor cannot be reached"):
        derive(poor_from(5))


@needs_engine
def test_a_door_that_loses_the_deciding_line_of_any_one_situation_is_noticed(
    monkeypatch: pytest.MonkeyPatch, scheme: Scheme, shipped: DecisionTable
) -> None:
    for step, situation, names in _situations(scheme):
        # The lines stand worst first in the file, so the first that holds decides.
        lost = names - {min(names)}
        with monkeypatch.context() as patch:
            patch.setattr(door, "fired", _answering(step, situation, lost))
            assert _differs(scheme, shipped), (step, situation)


@needs_engine
def test_a_door_that_fires_one_worse_line_too_many_in_any_one_situation_is_noticed(
    monkeypatch: pytest.MonkeyPatch, scheme: Scheme, shipped: DecisionTable
) -> None:
    for step, situation, names in _situations(scheme):
        if "line 1" not in names:
            with monkeypatch.context() as patch:
                patch.setattr(door, "fired", _answering(step, situation, names | {"line 1"}))
                assert _differs(scheme, shipped), (step, situation)


def test_where_the_engine_is_not_installed_the_error_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, scheme: Scheme
) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    with pytest.raises(DeriveUnavailable, match=r"Python < 3\.13: install fidelity\[derive\]"):
        derive(scheme)


def _situations(scheme: Scheme) -> list[tuple[str, Mapping[str, int], frozenset[str]]]:
    """Every situation that derivation asks about, with the lines that rightly fire there."""
    asked: list[tuple[str, Mapping[str, int], frozenset[str]]] = []
    real = door.fired

    def listening(step: str, rules: object, facts: Sequence[Mapping[str, int]]) -> Fired:
        answers = real(step, rules, facts)
        asked.extend((step, fact, names) for fact, names in zip(facts, answers, strict=True))
        return answers

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(door, "fired", listening)
        derive(scheme)
    assert len(asked) == 24
    return asked


def _answering(step: str, situation: Mapping[str, int], names: frozenset[str]) -> Callable[..., Fired]:
    """A door that gives these names in this one situation, and is right elsewhere."""
    real = door.fired

    def fired(asked_step: str, rules: object, facts: Sequence[Mapping[str, int]]) -> Fired:
        answers = real(asked_step, rules, facts)
        here = asked_step == step
        return [names if here and fact == situation else right for fact, right in zip(facts, answers, strict=True)]

    return fired


def _differs(scheme: Scheme, shipped: DecisionTable) -> bool:
    try:
        return derive(scheme).render() != shipped.render()
    except DerivationError:
        return True
