"""durable-rules fed with every study, in the one way that was found to lose nothing and crash nowhere.

The host starts no thread. Each record is one flat fact with a constant session and id, asserted alone and retracted
afterwards. Which rules fired is read from the matcher; no action runs. A last rule proves that it was read to its end.
At most 64 conditions may hold of one fact in one rule set, so there is a rule set for each axis.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import Any

import durable_rules_engine as matcher
from durable.engine import Host

from contestants import Answer
from contestants.grading import CRITERIA
from contestants.questions import Both, Can, Compare, Question, possibilities

OPERATORS = {">=": "$gte", ">": "$gt", "<": "$lt", "<=": "$lte"}
LAST = "last"
IS_RECORD = {"$ex": {"record": 1}}


class ThreadlessHost(Host):  # type: ignore[misc]
    def _run(self) -> None:
        pass


def no_action(_context: object) -> None:
    """Stand where the engine insists on an action."""


def pattern(question: Question) -> dict[str, Any]:
    if isinstance(question, Compare):
        return {OPERATORS[question.operator]: {question.end: question.number}}
    if isinstance(question, Can):
        terms: list[dict[str, Any]] = [{f"{question.field}_{choice}": True} for choice in question.choices]
        return terms[0] if len(terms) == 1 else {"$or": terms}
    return {"$and" if isinstance(question, Both) else "$or": [pattern(member) for member in question.members]}


def rule(condition: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"all": [{"m": condition}], "run": no_action, **more}


def prepare() -> Answer:
    host = ThreadlessHost()
    definitions: dict[str, dict[str, Any]] = defaultdict(dict)
    for place, bit, question in possibilities():
        condition = {"$and": [IS_RECORD, pattern(question)]}
        definitions[CRITERIA[place].axis][f"{place}:{bit}"] = rule(condition)
    for definition in definitions.values():
        definition[LAST] = rule(IS_RECORD, pri=1)
    host.set_rulesets(dict(definitions))
    rulesets = [host.get_ruleset(name) for name in definitions]

    def answer(record: dict[str, Any]) -> list[int]:
        fact = {"id": "record", "sid": "record", "record": 1, **record}
        found = [0] * 24
        for ruleset in rulesets:
            fired = _fired(ruleset, fact)
            for name in fired - {LAST}:
                place, bit = name.split(":")
                found[int(place)] |= int(bit)
        return found

    return answer


def _fired(ruleset: Any, fact: dict[str, Any]) -> set[str]:
    state = ruleset.assert_fact(fact)
    names: list[str] = []
    first = matcher.start_action_for_state(ruleset._handle, state)
    firing = first[1] if first else None
    while firing:
        names.extend(json.loads(firing))
        firing = matcher.complete_and_start_action(ruleset._handle, state)
    ruleset.retract_fact(fact)
    if not names or names[-1] != LAST:
        raise RuntimeError("durable-rules stopped before its last rule")
    return set(names)
