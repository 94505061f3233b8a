"""Nothing of the digest of the documents is dropped silently: every id is carried, or stands with its reason."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

RULES = Path(__file__).parents[1] / "rules"
REASONS = (
    "evidence, not a demand", "payer limit", "comparator or sham", "outside the procedures covered", "duplicate of ",
    "no observable field",
)  # fmt: skip
DEMANDS, DISPUTES = 235, 13
"""How many ids of demands, and numbers of disputes, the digest holds."""

LINE = re.compile(r"\| (?P<id>[A-Z][A-Za-z0-9-]+) \| (?P<says>[^|]+) \| (?P<reason>[^|]+) \|")


def listed() -> list[tuple[str, str]]:
    text = (RULES / "NOT_ENCODED.md").read_text(encoding="utf-8")
    return [(line["id"], line["reason"]) for line in LINE.finditer(text)]


@cache
def carried() -> frozenset[str]:
    found: set[str] = set()
    for path in RULES.glob("*/[0-9]*.yaml"):
        ruleset = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
        for entry in [*ruleset.get("criteria", ()), *([ruleset["non_standard"]] if "non_standard" in ruleset else ())]:
            references = entry.get("standard_ref", ())
            found |= {references} if isinstance(references, str) else set(references)
    return frozenset(found)


def test_each_id_that_is_not_encoded_has_one_of_six_reasons() -> None:
    for name, reason in listed():
        assert reason.startswith(REASONS), name


def test_no_id_is_both_carried_and_not_encoded_or_listed_twice() -> None:
    names = [name for name, _ in listed()]
    assert len(set(names)) == len(names)
    assert not set(names) & carried()


def test_every_demand_and_every_dispute_of_the_digest_is_accounted_for() -> None:
    every = {*carried(), *(name for name, _ in listed())}
    disputes = {name for name in every if re.fullmatch(r"D\d+", name)}
    assert disputes == {f"D{number}" for number in range(1, DISPUTES + 1)}
    assert len(every - disputes) == DEMANDS


def test_a_duplicate_names_an_id_that_is_carried() -> None:
    for name, reason in listed():
        if reason.startswith("duplicate of "):
            first = reason.removeprefix("duplicate of ").split(":")[0].replace(" to ", " and ").split(" and ")[0]
            assert first.split(",")[0].strip() in carried(), name
