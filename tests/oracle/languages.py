"""Made-up codebooks and rule sets that use the whole condition language, as loaded YAML: every scalar is text."""

from __future__ import annotations

from random import Random
from typing import Any

Entry = dict[str, Any]

TYPES = (
    "number", "count", "yes_no", "choice", "cut_off", "checklist", "ordered_choice", "text",
    "number", "count", "yes_no", "choice", "cut_off", "checklist", "ordered_choice", "number",
)  # fmt: skip
THRESHOLDS = {"number": (2, 5, 8), "count": (2, 3, 5), "cut_off": (40, 50, 80)}
RANGES = {"number": (0, 10), "count": (0, 6), "cut_off": (1, 100)}
DOMAINS = ("guidance", "placement", "dose", "response", "conduct", "documentation")


def codebook(random: Random) -> Entry:
    """Return a codebook with every type of field; two thirds of them apply only under a condition on earlier ones."""
    fields: Entry = {
        "kind": _field("choice", 0, {"scope": "true"}),
        "way": _field("choice", 1, {"scope": "true", "applies_when": {"field": "kind", "one_of": ["a", "b", "c"]}}),
    }
    for number, type_ in enumerate(TYPES):
        extra: Entry = {}
        if random.random() < 0.65:
            gates = [leaf(name, entry, random) for name, entry in fields.items() if entry["type"] != "text"]
            gates = [gate for gate in random.sample(gates, min(len(gates), random.choice((1, 1, 2))))
                     if fields[gate["field"]]["type"] != "checklist"]  # fmt: skip
            if gates:
                extra["applies_when"] = gates[0] if len(gates) == 1 else {"all": gates}
        fields[f"f{number}"] = _field(type_, number + 2, extra)
    return {"id": "made-up", "version": "1.0.0", "fields": fields}


def _field(type_: str, number: int, extra: Entry) -> Entry:
    entry: Entry = {"label": f"Field {number}", "definition": "Made up.", "belongs_to": "procedure", "type": type_}
    if type_ in RANGES:
        entry["range"] = [str(end) for end in RANGES[type_]]
    if type_ in ("choice", "checklist"):
        entry["choices"] = {name: f"choice {name}" for name in "abcdef"[: 4 if number < 2 else 6]}
    if type_ == "choice":
        entry["groups"] = {"ab": {"label": "a or b", "choices": ["a", "b"]}}
    if type_ == "ordered_choice":
        entry |= {"order": "thick to thin", "choices": [str(gauge) for gauge in range(16, 24)]}
    return entry | extra


def leaf(name: str, entry: Entry, random: Random) -> Entry:
    """Return a leaf on a field that neither every value nor none fulfils."""
    match entry["type"]:
        case "number" | "count":
            low, high = sorted(random.sample(THRESHOLDS[entry["type"]], 2))
            lower = random.choice(("at_least", "more_than"))
            upper = random.choice(("at_most", "less_than"))
            both = {lower: str(low), upper: str(high)}
            tests: Entry = random.choice(({lower: str(high)}, {upper: str(low)}, both))
            if entry["type"] == "count" and tests == both:
                tests = {"at_least": str(low), "at_most": str(high)}
        case "cut_off":
            operator = random.choice(("asks_at_least", "asks_more_than"))
            tests = {operator: str(random.choice(THRESHOLDS["cut_off"]))}
        case "ordered_choice":
            thin, thick = str(random.randint(18, 20)), str(random.randint(19, 22))
            tests = random.choice(
                (
                    {"at_least_as_thick_as": thick},
                    {"at_least_as_thin_as": thin},
                    {"at_least_as_thick_as": "21", "at_least_as_thin_as": thin},
                    {"equals": thick},
                )
            )
        case "yes_no":
            tests = {"equals": random.choice(("yes", "no"))}
        case "checklist":
            operator = random.choice(("includes_all", "includes_any"))
            tests = {operator: random.sample(list(entry["choices"]), random.choice((1, 2)))}
        case "text":
            tests = {"reported": "yes"}
        case _:
            names = [["a"], ["ab"], ["ab", "d"], ["b", "c"], ["c", "d"], ["a", "c", "d"]]
            chosen = random.choice(names)
            tests = {"equals": chosen[0]} if len(chosen) == 1 else {"one_of": chosen}
    return {"field": name, **tests}


def condition(fields: Entry, random: Random, depth: int = 2, *, about_report: bool = False) -> Entry:
    """Return a condition of leaves, joined up to a depth."""
    if depth and random.random() < 0.55:
        count = random.choice((2, 2, 3))
        members = [condition(fields, random, depth - 1, about_report=about_report) for _ in range(count)]
        return {random.choice(("all", "any")): members}
    names = [name for name, entry in fields.items() if about_report or entry["type"] != "text"]
    name = random.choice(names)
    if about_report and random.random() < 0.6:
        return {"field": name, "reported": "yes"}
    return leaf(name, fields[name], random)


def ruleset(book: Entry, random: Random, size: int) -> Entry:
    """Return a rule set with criteria of every form: met or not met, with and without floor and applicability."""
    fields = book["fields"]
    criteria = []
    for number in range(size):
        domain = random.choice(DOMAINS)
        told = domain == "documentation"
        entry: Entry = {
            "id": f"c{number}",
            "title": "A made-up sentence.",
            "domain": domain,
            "level": random.choice(("critical", "major", "minor", "note")),
            "sources": [{"document": "d", "section": "s", "evidence": "read"}],
        }
        if random.random() < 0.45:
            entry["applies_when"] = condition(fields, random, 1)
        asked = condition(fields, random, about_report=told)
        if random.random() < 0.25:
            entry["not_met_when"] = asked
        else:
            entry["met_when"] = asked
            if random.random() < 0.4:
                entry["partly_met_when"] = {"any": [asked, condition(fields, random, 1, about_report=told)]}
        criteria.append(entry)
    return {
        "id": "made-up-rules",
        "version": "1.0.0",
        "title": "Made up",
        "codebook": "1.0.0",
        "in_force": {"from": "2000"},
        "covers": {"field": "kind", "one_of": random.choice((["a", "b"], ["b", "d"], ["ab", "c"]))},
        "documents": {"d": {"title": "A document", "published": "2000"}},
        "criteria": criteria,
    }
