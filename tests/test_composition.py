"""Rule sets compose by domain and by date: what cannot be assigned to one of them is not graded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

import fidelity
from fidelity.read.rules import load_library

TFESI = "multisociety-lumbar-tfesi"


def changed(path: Path, *changes: tuple[str, str]) -> str:
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def second_edition(rules: Path) -> Path:
    """Write a second edition of the transforaminal rule set, in force from 2020, in which blind is a minor fault."""
    first = rules / TFESI / "1.0.0.yaml"
    text = changed(first, ("version: 1.0.0\n", "version: 2.0.0\n"), ("from: 2015-02-01", "from: 2020-01-01"))
    text = text.replace("level: critical", "level: minor", 1)
    (rules / TFESI / "2.0.0.yaml").write_text(text, encoding="utf-8")
    return rules


def blind(recruitment: str) -> Record:
    observations = {**TRANSFORAMINAL, "image_guidance": "landmarks"}
    return study("blind", arm("a", observations), observations={"recruitment_start": recruitment})


def test_an_axis_of_which_one_domain_cannot_be_assigned_has_no_grade(copied_rules: Callable[[], Path]) -> None:
    rules = copied_rules()
    path = rules / "multisociety-injection-conduct" / "1.0.0.yaml"
    old = "{field: injectate, one_of: [with_steroid]}"
    path.write_text(changed(path, (old, "{field: injectate, equals: steroid}")), encoding="utf-8")
    library = load_library(rules)

    def safety(injectate: str) -> tuple[str | None, ...]:
        record = study("s", arm("a", {**TRANSFORAMINAL, "injectate": injectate}))
        row = fidelity.score([record], library=library, clock="now").grades.row(0, named=True)
        return row["safety"], row["safety_low"], row["safety_high"]

    assert safety("with_steroid") == ("undetermined", None, None)
    assert safety("steroid")[1:] == ("poor", "full")


@pytest.mark.parametrize(
    ("recruitment", "ruleset", "ends"),
    [
        ("2018", f"{TFESI}@1.0.0", ("poor", "poor")),
        ("2022", f"{TFESI}@2.0.0", ("adequate", "adequate")),
        ("2018 to 2022", None, (None, None)),
    ],
)
def test_the_edition_is_that_of_the_start_of_recruitment_or_undetermined(
    copied_rules: Callable[[], Path], recruitment: str, ruleset: str | None, ends: tuple[str | None, str | None]
) -> None:
    scores = fidelity.score([blind(recruitment)], library=load_library(second_edition(copied_rules())), clock="then")
    row = scores.grades.row(0, named=True)
    assert (row["ruleset"] or None) == ruleset
    assert (row["grade_low"], row["grade_high"]) == ends
    if ruleset is None:
        gap = scores.gaps.row(0, named=True)
        assert (gap["reason"], gap["fields"]) == ("undetermined", "recruitment_start")


def test_now_takes_the_highest_edition_whatever_the_date(copied_rules: Callable[[], Path]) -> None:
    library = load_library(second_edition(copied_rules()))
    assert fidelity.score([blind("2016")], library=library, clock="now").grades["ruleset"].to_list() == [
        f"{TFESI}@2.0.0"
    ]


def test_only_the_criteria_that_serve_delivery_are_counted_beside_its_grade(copied_rules: Callable[[], Path]) -> None:
    """Delivery by the second edition, safety by the first: the first edition's own delivery criteria do not count."""
    rules = second_edition(copied_rules())
    one = fidelity.score([blind("2018")], library=load_library(), clock="now").grades.row(0, named=True)
    two = fidelity.score([blind("2018")], library=load_library(rules)).grades.row(0, named=True)
    assert (two["decided"], two["counted"]) == (one["decided"], one["counted"])


def test_a_domain_of_very_many_criteria_keeps_its_two_ends_apart(copied_rules: Callable[[], Path]) -> None:
    rules = copied_rules()
    path = rules / "multisociety-lumbar-medial-branch-rf" / "1.0.0.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("  - id: image-guidance")
    end = text.index("  # --- placement")
    block = text[start:end]
    copies = "".join(block.replace("image-guidance", f"image-guidance-{number}") for number in range(45))
    path.write_text(text[:end] + copies + text[end:], encoding="utf-8")
    scores = fidelity.score([study("many", arm("a", NEUROTOMY))], library=load_library(rules), clock="now")
    guidance = scores.concerns.filter(scores.concerns["domain"] == "guidance").row(0, named=True)
    assert (guidance["concern_best"], guidance["concern_worst"]) == ("none", "critical")
    row = scores.grades.row(0, named=True)
    assert (row["grade_low"], row["grade_high"], row["counted"]) == ("poor", "full", 8 + 45)
