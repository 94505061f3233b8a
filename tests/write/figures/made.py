"""Scores, masters and expectations of as many studies as a test asks for, with names that are hard to draw."""

from __future__ import annotations

import hashlib
import random
from functools import cache
from itertools import cycle, islice
from typing import Any

import polars as pl
from records import NEUROTOMY, TRANSFORAMINAL, Record, arm, study

from fidelity.covariates.master import (
    ARM_COLUMNS,
    LEFT_OUT_COLUMNS,
    STUDY_COLUMNS,
    TREATMENT_COLUMNS,
    ArmRule,
    Covariate,
    Master,
)
from fidelity.expecting import Expectation, expect
from fidelity.read.assumptions import load_assumption
from fidelity.read.rules import Library, load_library
from fidelity.scoring.result import Scores
from fidelity.scoring.score import score
from fidelity.write.figures import Scene, by_comparison, image, summary, svg, traffic_lights, unknowns

NAMES = ("Li 2019", "Ångström & Ødegård 2004", "The multicentre randomised sham-controlled trial of 2011 (Rotterdam)")
ARMS = ("RF", "thermal radiofrequency with an 18 gauge electrode placed in parallel", "cooled <RF> & block")


@cache
def library() -> Library:
    """Return the shipped rules, read once."""
    return load_library()


def records(number: int) -> list[Record]:
    """Return records of as many studies, each with one graded and one sham arm, with names that are hard to draw."""
    dice = random.Random(5)
    made = []
    for place, name in enumerate(islice(cycle(NAMES), number)):
        known = {"electrode_gauge": dice.choice(["16 G", "18 G", "22 G"])} if dice.random() < 0.6 else {}
        blocks = {"block_number": dice.choice([0, 1, 2])} if dice.random() < 0.6 else {}
        if dice.random() < 0.5:
            known |= {"electrode_orientation": dice.choice(["parallel", "perpendicular"])}
        facts = TRANSFORAMINAL if place % 4 == 3 else {**NEUROTOMY, **known, **blocks}
        one = study(f"s{place}", arm("a", facts), arm("b", {"region": "lumbar", "modality": "none"}, "sham"))
        one["label"] = name
        one["arms"][0]["label"] = ARMS[place % len(ARMS)]
        made.append(one)
    return made


@cache
def scored(number: int) -> Scores:
    """Score as many studies as asked for, each with one graded and one sham arm; none gives no row at all."""
    found = score(records(number), library=library())
    assert [str(problem) for problem in found.problems] == []
    return found


@cache
def expected(number: int) -> Expectation:
    """Return what the default assumption makes of the delivery of as many studies."""
    return expect(scored(number), load_assumption(None, library()))


def mastered(number: int, *, rule: ArmRule = "worst", treatments: int = 4, varies: bool = True) -> Master:
    """Make a master of as many studies as asked for; every fifth has three arms."""
    dice = random.Random(number)
    low = -3 if rule == "difference" else 0
    studies, arms = [], []
    for place in range(number):
        ends = sorted((dice.randint(low, 3), dice.randint(low, 3))) if varies else [1, 1]
        mean = dice.uniform(*ends) if ends[0] < ends[1] else float(ends[0])
        name = f"s{place}"
        said: dict[str, Any] = {"study": name, "label": NAMES[place % 3], "fid": mean}
        studies.append(said | {"fid_lo": ends[0], "fid_hi": ends[1]})
        compared = dice.sample(range(1, treatments), 2) if place % 5 == 0 else [dice.randrange(1, treatments)]
        arms += [{"study": name, "treat": f"t{treat}", "arm": str(treat)} for treat in (0, *compared)]
    active = [(f"t{at}", f"{ARMS[at % 3]} {at}", "active", at + 1, 1) for at in range(1, treatments)]
    return Master(
        kind="events",
        arms=pl.DataFrame(arms, schema=ARM_COLUMNS),
        studies=pl.DataFrame(studies, schema=STUDY_COLUMNS),
        treatments=pl.DataFrame([("t0", "sham", "reference", 1, 1), *active], schema=TREATMENT_COLUMNS, orient="row"),
        left_out=pl.DataFrame(schema=LEFT_OUT_COLUMNS),
        covariates=(Covariate("fid", "grade", "grade", low, 3, "high"),),
        reference="t0",
        axis="delivery",
        rule=rule,
        interest=None,
        threshold=2,
        assumption="shared@1.0.0",
        profile="multisociety",
        clock="now",
    )


@cache
def drawn(number: int) -> tuple[Scene, ...]:
    """Return every page of every figure of as many studies."""
    differences = by_comparison(mastered(number, rule="difference"))
    return (
        *traffic_lights(scored(number)),
        summary(scored(number)),
        *by_comparison(mastered(number)),
        *differences,
        *unknowns(scored(number), expected(number)),
    )


def digest() -> str:
    """Return the hash of figures of four studies in every kind of file."""
    pages = [*traffic_lights(scored(4)), summary(scored(4)), *by_comparison(mastered(4))]
    files = [svg(page).encode() for page in pages]
    files += [image(pages[0], "png"), image(pages[-1], "pdf")]
    return hashlib.sha256(b"".join(files)).hexdigest()
