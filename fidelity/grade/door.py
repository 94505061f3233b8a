"""The door to durable-rules: the only module that knows the engine; only words and small counts pass it.

The engine matches one fact against many rules correctly, and is unsafe around that: its threads read freed
memory, it drops what it cannot parse, it swallows errors, and a session where no rule fired cannot be ended.
Hence what this module does. The host starts no thread. Each fact is flat, typed and asserted alone, with a
constant id, and retracted afterwards. The rules that fired are read from the matcher itself; no action runs.
A last rule that every fact satisfies proves that the matcher was read to its end.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from fidelity.errors import FidelityError
from fidelity.model.scheme import AllThresholds, AnyThreshold, CountedLevel, SchemeCondition, Threshold

SESSION: Final = "situation"
LAST: Final = "all rules were tried"
ALWAYS: Final = {"$ex": {SESSION: 1}}
MOST_FIRINGS: Final = 1_000
"""An `any` fires once for every member that holds; more firings than this are an endless loop."""


class EngineFailure(FidelityError):
    """The inference engine did not answer as it must: a bug, never a fault of a scheme or a study."""


def fired(
    name: str, rules: Mapping[str, SchemeCondition | None], facts: Sequence[Mapping[CountedLevel, int]]
) -> list[frozenset[str]]:
    """Return, for each fact, the names of the rules that hold; a rule without condition always holds.

    A fact maps the levels to counts. Raises ImportError where the engine is not installed. The engine never
    lets go of a rule set (about a megabyte a call), which is bearable because tables are derived once.
    """
    import durable_rules_engine as matcher
    from durable.engine import Host

    class ThreadlessHost(Host):
        """A host without the timer threads that walk through all sessions at their own times."""

        def _run(self) -> None:
            pass

    try:
        host = ThreadlessHost()
        host.set_rulesets({name: _definition(rules)})
        ruleset = host.get_ruleset(name)
        return [_fired_by(fact, ruleset, matcher) for fact in facts]
    except EngineFailure:
        raise
    except Exception as error:  # the engine raises bare Exception, often with nothing but a number in it
        raise EngineFailure(f"{name}: durable-rules failed: {type(error).__name__} {error}") from error


def _definition(rules: Mapping[str, SchemeCondition | None]) -> dict[str, Any]:
    """Return rules as the engine reads them, made anew because it changes what it is given."""
    definition: dict[str, Any] = {}
    for rule, condition in rules.items():
        terms = [ALWAYS] if condition is None else [ALWAYS, _pattern(condition)]
        definition[rule] = {"all": [{"m": {"$and": terms}}], "run": _no_action}
    # Rules with a larger priority number fire later, so this one fires when no other is left.
    definition[LAST] = {"all": [{"m": ALWAYS}], "run": _no_action, "pri": 1}
    return definition


def _pattern(condition: SchemeCondition) -> dict[str, Any]:
    match condition:
        case AllThresholds(all=members):
            return {"$and": [_pattern(member) for member in members]}
        case AnyThreshold(any=members):
            return {"$or": [_pattern(member) for member in members]}
        case Threshold():
            return {"$gte": {condition.level: condition.at_least}}


def _no_action(_context: object) -> None:
    """Stand where the engine insists on an action; it never runs, since firings are read from the matcher."""


def _fired_by(counts: Mapping[CountedLevel, int], ruleset: Any, matcher: Any) -> frozenset[str]:
    fact: dict[str, str | int] = {"id": SESSION, "sid": SESSION, SESSION: 1}
    fact.update(counts.items())
    state = ruleset.assert_fact(fact)
    names: list[str] = []
    first = matcher.start_action_for_state(ruleset._handle, state)
    firing = first[1] if first else None
    while firing:
        names.extend(json.loads(firing))
        if len(names) > MOST_FIRINGS:
            raise EngineFailure(f"durable-rules keeps firing on {dict(counts)}")
        firing = matcher.complete_and_start_action(ruleset._handle, state)
    ruleset.retract_fact(fact)
    if not names or names[-1] != LAST:
        raise EngineFailure(f"durable-rules stopped before its last rule on {dict(counts)}")
    return frozenset(names) - {LAST}
