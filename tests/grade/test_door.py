"""The door lets the engine say which rules hold, no more and no less, or says that it did not answer."""

from __future__ import annotations

import ast
import random
import threading
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest

from fidelity.grade import door
from fidelity.grade.derive import derive
from fidelity.grade.door import EngineFailure
from fidelity.model.scheme import AllThresholds, AnyThreshold, Scheme, SchemeCondition, Threshold

ROOT = Path(__file__).parents[2]

needs_engine = pytest.mark.skipif(
    find_spec("durable_rules_engine") is None, reason="deriving needs durable-rules (Python < 3.13)"
)


@needs_engine
def test_the_engine_fires_just_the_rules_whose_conditions_hold() -> None:
    choose = random.Random(20250101)
    rules = {f"rule {number}": _some_condition(choose, depth=3) for number in range(40)}
    facts = [dict(zip(("critical", "major", "minor"), t, strict=True)) for t in product(range(4), repeat=3)]
    expected = [frozenset(name for name, rule in rules.items() if _holds(rule, fact)) for fact in facts]
    assert len(set(expected)) > 20
    assert door.fired("differential", rules, facts) == expected


@needs_engine
def test_a_rule_without_condition_always_fires() -> None:
    assert door.fired("always", {"any time": None}, [{"critical": 0}, {"critical": 3}]) == [{"any time"}] * 2


@needs_engine
def test_deriving_starts_no_thread(scheme: Scheme) -> None:
    before = threading.enumerate()
    derive(scheme)
    assert threading.enumerate() == before


@needs_engine
@pytest.mark.parametrize(
    ("function", "behaviour", "said"),
    [
        ("complete_and_start_action", lambda *_: None, "stopped before its last rule"),
        ("complete_and_start_action", lambda *_: '{"line 1": {}}', "keeps firing"),
        ("start_action_for_state", lambda *_: None, "stopped before its last rule"),
        ("start_action_for_state", lambda *_: ("{}", "no JSON"), "durable-rules failed: JSONDecodeError"),
        ("assert_fact", lambda *_: (1, 0), "durable-rules failed: MessageNotHandledException"),
    ],
)
def test_an_engine_that_does_not_answer_as_it_must_is_an_engine_failure(
    monkeypatch: pytest.MonkeyPatch, scheme: Scheme, function: str, behaviour: object, said: str
) -> None:
    monkeypatch.setattr(f"durable_rules_engine.{function}", behaviour)
    with pytest.raises(EngineFailure, match=said):
        derive(scheme)


def test_only_the_door_imports_the_engine() -> None:
    importing = {
        file.relative_to(ROOT).as_posix()
        for file in ROOT.glob("fidelity/**/*.py")
        if any(name.startswith("durable") for name in _imported(file))
    }
    assert importing == {"fidelity/grade/door.py"}


def test_the_engine_can_tell_the_names_in_a_fact_apart() -> None:
    """The engine compares names by a 32-bit hash alone."""
    names = ["id", "sid", "$s", door.SESSION, "critical", "major", "minor"]
    assert len({_fnv1a(name) for name in names}) == len(names)
    assert _fnv1a("costarring") == _fnv1a("liquid"), "a known collision: this is the engine's hash"


def _some_condition(choose: random.Random, depth: int) -> SchemeCondition:
    kind = choose.choice(["threshold", "all", "any"]) if depth else "threshold"
    if kind == "threshold":
        level, number = choose.choice(["critical", "major", "minor"]), choose.randint(1, 4)
        return Threshold.model_validate({"domains": level, "at_least": number, "because": "A trial."})
    members = tuple(_some_condition(choose, depth - 1) for _ in range(choose.randint(1, 3)))
    return AllThresholds(all=members) if kind == "all" else AnyThreshold(any=members)


def _holds(condition: SchemeCondition, fact: Mapping[str, int]) -> bool:
    if isinstance(condition, Threshold):
        return fact[condition.domains or ""] >= condition.at_least
    if isinstance(condition, AllThresholds):
        return all(_holds(member, fact) for member in condition.all)
    return any(_holds(member, fact) for member in condition.any)


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def _fnv1a(name: str) -> int:
    value = 0x811C9DC5
    for byte in name.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return value
