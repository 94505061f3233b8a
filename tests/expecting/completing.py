"""Brute force: every completion of a record as a record of its own, scored by the package; weighed here, from scratch.

The codebook is made up and small, so that for each field a handful of values stands for all that its rules can tell
apart. Nothing of the package's own way to completions is used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import combinations, product
from math import gamma, prod
from typing import Any

import polars as pl
import yaml

import fidelity
from fidelity.model.codebook import Codebook
from fidelity.model.profile import Profile
from fidelity.model.ruleset import RuleSet, faults_of_conditions
from fidelity.model.study import Arm, Observation, Procedure, Study
from fidelity.model.values import Interval, Listed, OneOf, Value
from fidelity.model.words import Clock
from fidelity.read.rules import Library, load_library
from fidelity.scoring.result import Scores

CODEBOOK = """
id: small
version: 1.0.0
units: {°C: {°C: 1}, mL: {mL: 1}}
fields:
  region: {label: Region, definition: d, belongs_to: procedure, type: choice, scope: true, choices: [lumbar, cervical]}
  guidance:
    {label: Guidance, definition: d, belongs_to: procedure, type: choice, choices: [fluoroscopy, ultrasound, none]}
  views:
    {label: Views, definition: d, belongs_to: procedure, type: checklist, choices: [ap, lateral, oblique],
     applies_when: {field: guidance, equals: fluoroscopy}}
  contrast:
    {label: Contrast, definition: d, belongs_to: procedure, type: yes_no,
     applies_when: {any: [{field: guidance, equals: fluoroscopy}, {field: guidance, equals: ultrasound}]}}
  volume:
    {label: Volume, definition: d, belongs_to: procedure, type: number, unit: mL, range: [0, 10],
     applies_when: {field: contrast, equals: "yes"}}
  heat: {label: Heat, definition: d, belongs_to: procedure, type: number, unit: °C, range: [20, 100]}
  lesions: {label: Lesions, definition: d, belongs_to: procedure, type: count, range: [1, 6]}
  awake: {label: Awake, definition: d, belongs_to: procedure, type: yes_no}
"""

VIEWS = ("ap", "lateral", "oblique")
VALUES: dict[str, tuple[Value, ...]] = {
    "guidance": tuple(OneOf(frozenset({name})) for name in ("fluoroscopy", "ultrasound", "none")),
    "views": tuple(Listed(frozenset(some), frozenset(some)) for size in range(4) for some in combinations(VIEWS, size)),
    "contrast": tuple(OneOf(frozenset({name})) for name in ("yes", "no")),
    "volume": tuple(Interval(v, v) for v in (0.5, 1, 1.5, 2, 5)),
    "heat": tuple(Interval(v, v) for v in (60, 70, 75, 80, 90)),
    "lesions": tuple(Interval(v, v) for v in (1, 2, 3, 4)),
    "awake": tuple(OneOf(frozenset({name})) for name in ("yes", "no")),
}
"""Exact values, one or more for all that rules with the thresholds 1 and 2, 70 and 80, 2 and 3 can tell apart."""

HEADER = """
id: made-up
version: 1.0.0
title: Made up for a test
codebook: 1.0.0
in_force: {from: 1950}
covers: {field: region, equals: lumbar}
documents: {d: {title: A document, published: 1950}}
"""
CITED = {"title": "A sentence.", "sources": [{"document": "d", "section": "s", "evidence": "read"}]}
REGION = Observation(value=OneOf(frozenset({"lumbar"})))

Verdicts = tuple[str, ...]
Record = Mapping[str, Observation]


@cache
def shipped() -> Library:
    """Return the shipped rules, read once."""
    return load_library()


@cache
def codebook() -> Codebook:
    """Return the made-up codebook, with twenty more fields that nothing hangs on: step_0 to step_19."""
    book = yaml.load(CODEBOOK, Loader=yaml.BaseLoader)
    more = {"definition": "d", "belongs_to": "procedure", "type": "yes_no"}
    book["fields"] |= {f"step_{number}": {"label": f"Step {number}", **more} for number in range(20)}
    return Codebook.model_validate(book)


def library(*criteria: Mapping[str, object], clock: Clock = "now") -> Library:
    """Return rules with one set of these criteria (ids c0, c1 ...), the shipped scheme and one profile."""
    listed = [{"id": f"c{number}", **CITED, **criterion} for number, criterion in enumerate(criteria)]
    ruleset = RuleSet.model_validate({**yaml.load(HEADER, Loader=yaml.BaseLoader), "criteria": listed})
    assert faults_of_conditions(ruleset, codebook()) == []
    (scheme,) = shipped().schemes
    clocks = dict.fromkeys(shipped().schemes[scheme].axes, clock)
    profile = Profile.model_validate(
        {"id": "multisociety", "title": "t", "scheme": scheme, "clock": clocks, "rule_sets": ["made-up"]}
    )
    return replace(
        shipped(), codebook=codebook(), rulesets=(ruleset,), profiles={"multisociety": profile}, published=frozenset()
    )


def study(name: str, *records: Record, main: int | None = None, **more: Any) -> Study:
    """Return a study with one arm and a procedure for each record."""
    procedures = tuple(
        Procedure(id=f"p{n}", main=n == main, observations={"region": REGION, **record})
        for n, record in enumerate(records)
    )
    return Study(id=name, label=name, arms=(Arm(id="a", label="A", role="active", procedures=procedures),), **more)


def fits(known: Value | None, value: Value) -> bool:
    """Whether an exact value is one of those that an observation leaves possible."""
    match known, value:
        case None, _:
            return True
        case OneOf(names), OneOf(one):
            return one <= names
        case Interval() as interval, Interval(low=number):
            return interval.lower <= number <= interval.upper
        case Listed(present, possible), Listed(present=exact):
            return present <= exact <= possible
    raise AssertionError((known, value))


def applies(name: str, chosen: Mapping[str, Value]) -> bool:
    """Whether a field of the made-up codebook applies to a complete procedure."""
    guided = chosen["guidance"]
    match name:
        case "views":
            return guided == OneOf(frozenset({"fluoroscopy"}))
        case "contrast":
            return guided != OneOf(frozenset({"none"}))
        case "volume":
            return applies("contrast", chosen) and chosen["contrast"] == OneOf(frozenset({"yes"}))
    return True


def completions(record: Record, names: Sequence[str]) -> Iterator[Record]:
    """Yield the record with every field in every way; what contradicts it is yielded too, and refused when scored."""
    known = {name: record[name].value if name in record else None for name in VALUES}
    ways = [
        [value for value in VALUES[name] if fits(known[name], value)] if name in names else VALUES[name][:1]
        for name in VALUES
    ]
    for values in product(*ways):
        chosen = dict(zip(VALUES, values, strict=True))
        found = dict(record)
        for name in names:
            said = record.get(name)
            if applies(name, chosen) and (said is None or said.status != "not_applicable"):
                found[name] = Observation(value=chosen[name])
        yield found


@dataclass(frozen=True)
class Pattern:
    """What some completion gives: a verdict for each criterion, the grade, the concern of each domain that is asked."""

    verdicts: Verdicts
    grade: str | None
    concerns: tuple[tuple[str, str], ...]


def patterns(record: Record, rules: Library) -> list[Pattern]:
    """Return the distinct patterns that completions of a record give."""
    read = [name for name in VALUES if name in repr(rules.rulesets[0].criteria)]
    parents = {"views": ["guidance"], "contrast": ["guidance"], "volume": ["guidance", "contrast"]}
    names = {name for field in (*read, *record) for name in (field, *parents.get(field, []))} - {"region"}
    every = list({repr(found): found for found in completions(record, sorted(names))}.values())
    scores = fidelity.score([study(f"s{number}", found) for number, found in enumerate(every)], library=rules)
    assert not scores.judgements["verdicts"].str.contains("|", literal=True).any(), "a complete record is decided"
    return patterns_in(scores)


def patterns_in(scores: Scores) -> list[Pattern]:
    """Return the distinct patterns of delivery in scores of complete records; those that are refused give none."""
    grades = {row["study"]: row["grade"] for row in scores.grades.iter_rows(named=True) if row["status"] == "graded"}
    counted = scores.judgements.filter((pl.col("axis") == "delivery") & (pl.col("counted") == "yes"))
    verdicts: dict[str, list[str]] = {}
    for row in counted.iter_rows(named=True):
        verdicts.setdefault(row["study"], []).append(row["verdicts"])
    concerns: dict[str, list[tuple[str, str]]] = {}
    for row in scores.concerns.filter(pl.col("axis") == "delivery").iter_rows(named=True):
        if row["concern_best"] != "–":
            concerns.setdefault(row["study"], []).append((row["domain"], row["concern"]))
    found = {}
    for name, grade in grades.items():
        judged = tuple(verdicts[name])
        word = None if grade == "not_applicable" else grade
        found[judged] = Pattern(judged, word, tuple(concerns.get(name, ())))
    return list(found.values())


def weigh(
    found: Sequence[Pattern], decided: Sequence[bool], p: Sequence[float] | None, evidence: Callable[[int, int], float]
) -> list[float]:
    """Return the weight of each pattern: independent criteria where `p` says how likely each is met, else shared."""
    possible = [{pattern.verdicts[place] for pattern in found} for place in range(len(decided))]
    weights = []
    for pattern in found:
        weight, met, missed = 1.0, 0, 0
        for place, verdict in enumerate(pattern.verdicts):
            if decided[place]:
                continue
            judged = possible[place] - {"not_applicable"}
            if verdict == "not_applicable":
                weight *= 0.5 if judged else 1
                continue
            weight *= 0.5 if "not_applicable" in possible[place] else 1
            if "met" not in judged or len(judged) == 1:
                weight /= len(judged)
            elif verdict == "met":
                weight *= 1 if p is None else p[place]
                met += 1
            else:
                weight *= (1 if p is None else 1 - p[place]) / (len(judged) - 1)
                missed += 1
        weights.append(weight * (evidence(met, missed) if p is None else 1))
    return weights


def beta(a: float, b: float) -> float:
    """Return the beta function."""
    return gamma(a) * gamma(b) / gamma(a + b)


def shared_evidence(
    counts: Sequence[tuple[int, int]], own: tuple[int, int], weight: float, spreads: Sequence[float]
) -> Callable[[int, int], float]:
    """Return the evidence of `shared`, from the decided criteria of all procedures and of this one."""
    betas = [(mean / 20 * size, (20 - mean) / 20 * size) for mean in range(1, 20) for size in spreads]
    prior = [(a / (a + b) * b / (a + b)) ** (weight / 2 - 1) for a, b in betas]
    after = [
        before * prod(beta(a + met, b + missed) / beta(a, b) for met, missed in counts)
        for before, (a, b) in zip(prior, betas, strict=True)
    ]
    met, missed = own

    def evidence(more: int, fewer: int) -> float:
        terms = (
            weight * beta(a + met + more, b + missed + fewer) / beta(a + met, b + missed)
            for weight, (a, b) in zip(after, betas, strict=True)
        )
        return sum(terms) / sum(after)

    return evidence


def distribution(values: Sequence[object], weights: Sequence[float]) -> dict[object, float]:
    """Return the probability of each value but None."""
    whole = sum(weight for value, weight in zip(values, weights, strict=True) if value is not None)
    found: dict[object, float] = {}
    for value, weight in zip(values, weights, strict=True):
        if value is not None:
            found[value] = found.get(value, 0.0) + weight / whole
    return found
