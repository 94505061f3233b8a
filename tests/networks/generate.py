"""Synthetic reviews: records of 38 trials, their outcomes, and the association that was planted between them.

Facts of each procedure are drawn from three shipped rule sets; the package itself grades the complete records, so that
the true grade follows the real rules; outcomes follow the true grade; then parts of the records fall silent.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from math import exp
from pathlib import Path
from random import Random
from typing import Any, Final, Literal

import fidelity
from fidelity.model.outcomes import OutcomeKind
from networks.techniques import RULE_SETS, TECHNIQUES

Record = dict[str, Any]
Row = dict[str, Any]

SHAM: Final = "sham"
TWO_ARMS: Final = (
    *((SHAM, "neurotomy"),) * 11, *((SHAM, "transforaminal"),) * 9, *((SHAM, "caudal"),) * 7,
    *(("neurotomy", "transforaminal"),) * 3, *(("transforaminal", "caudal"),) * 2, ("neurotomy", "caudal"),
)  # fmt: skip
THREE_ARMS: Final = (
    *((SHAM, "neurotomy", "transforaminal"),) * 2, (SHAM, "neurotomy", "caudal"), (SHAM, "transforaminal", "caudal"),
    ("neurotomy", "transforaminal", "caudal"),
)  # fmt: skip
GRADES: Final = ("poor", "limited", "adequate", "full")


SilenceKind = Literal["none", "at_random", "poor_trials", "poor_facts"]


@dataclass(frozen=True)
class Silence:
    """Which facts a report leaves out.

    `share` of the trials report in part; of their facts each is left out with probability `rate`. `poor_trials`: trials
    of poor technique report in part more often. `poor_facts`: what was done badly is left out more often than what was
    done well (`rate` is then the probability for a fact that was done badly, a third of it for the others).
    """

    kind: SilenceKind = "none"
    share: float = 0.4
    rate: float = 0.5


@dataclass(frozen=True)
class Plan:
    """What is planted: effects at the lowest grade, a slope per grade and treatment, heterogeneity, the scale.

    `of`: whose grade acts, that of the arm or of the worst active arm of the study. Means have standard deviation 1,
    contrasts are differences of such means, events are on the scale of log odds. Every treatment has the slope `slope`
    unless `slopes` gives it another.
    """

    slope: float = 0.6
    slopes: Mapping[str, float] = field(default_factory=dict)
    of: Literal["study", "arm"] = "study"
    kind: OutcomeKind = "means"
    silence: Silence = Silence()
    heterogeneity: float = 0.15
    quality: float = 0.0
    """Mean quality of technique, in log odds that what is easy or hard is done well."""
    between_studies: float = 1.0
    """Standard deviation of the quality of technique between studies; that between arms of a study is half of it."""

    def slope_of(self, arm: str) -> float:
        """Return the slope per grade of a treatment."""
        return self.slopes.get(arm, self.slope)


EFFECTS: Final = {SHAM: 0.0, "neurotomy": 0.5, "transforaminal": 0.3, "caudal": 0.1}


@dataclass(frozen=True)
class Review:
    """A synthetic review: the records as reported, the same without silence, and its outcome table."""

    plan: Plan
    records: tuple[Record, ...]
    complete: tuple[Record, ...]
    grades: Mapping[tuple[str, str], int]
    """The true grade of each active arm, by study and arm."""
    outcomes: tuple[Row, ...]

    def study_grade(self, study: str) -> int:
        """Return the true grade of the worst active arm of a study."""
        return min(grade for (name, _), grade in self.grades.items() if name == study)

    def write(self, folder: Path) -> tuple[Path, Path]:
        """Write the records and the outcome table as a user would keep them; return their paths."""
        records, outcomes = folder / "records.json", folder / "outcomes.csv"
        records.write_text(json.dumps({"codebook": "1.0.0", "studies": list(self.records)}), encoding="utf-8")
        text = io.StringIO()
        writer = csv.DictWriter(text, list(self.outcomes[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.outcomes)
        outcomes.write_text(text.getvalue(), encoding="utf-8")
        return records, outcomes


def rules_of(library: fidelity.Library) -> fidelity.Library:
    """Return a library whose profile holds only the rule sets of these techniques, which grade the same and sooner."""
    profile = library.profiles["multisociety"]
    needed = tuple(part for part in profile.rule_sets if part.id in RULE_SETS)
    return replace(library, profiles={profile.id: profile.model_copy(update={"rule_sets": needed})})


def make(plan: Plan, seed: int, library: fidelity.Library) -> Review:
    """Return the synthetic review of a plan and a seed."""
    return make_all(plan, [seed], library)[0]


def make_all(plan: Plan, seeds: Sequence[int], library: fidelity.Library) -> list[Review]:
    """Return the synthetic reviews of a plan and of each seed; their true grades are found in one go."""
    randoms = [Random(seed) for seed in seeds]
    drawn = [_trials(plan, random) for random in randoms]
    grades = _true_grades([complete for complete, _ in drawn], library)
    return [
        Review(
            plan,
            tuple(_silenced(record, bad, true, plan.silence, random) for record in complete),
            complete,
            true,
            tuple(_outcomes(plan, complete, true, random)),
        )
        for random, (complete, bad), true in zip(randoms, drawn, grades, strict=True)
    ]


def _true_grades(reviews: Sequence[Sequence[Record]], library: fidelity.Library) -> list[dict[tuple[str, str], int]]:
    """Return the grade of each active arm of complete records, review by review."""
    apart = [
        record | {"id": f"{number}/{record['id']}"} for number, records in enumerate(reviews) for record in records
    ]
    scores = fidelity.score(apart, library=library)
    scores.raise_for_problems()
    grades: list[dict[tuple[str, str], int]] = [{} for _ in reviews]
    for row in scores.arms.filter(scores.arms["role"] == "active").iter_rows(named=True):
        number, study = row["study"].split("/")
        grades[int(number)][study, row["arm"]] = GRADES.index(row["grade"])
    return grades


def _trials(plan: Plan, random: Random) -> tuple[tuple[Record, ...], dict[tuple[str, str], frozenset[str]]]:
    designs = [*TWO_ARMS, *THREE_ARMS]
    random.shuffle(designs)
    bad: dict[tuple[str, str], frozenset[str]] = {}
    records = []
    for number, design in enumerate(designs, start=1):
        name, quality = f"trial_{number:02}", random.gauss(plan.quality, plan.between_studies)
        arms = []
        for arm in design:
            if arm == SHAM:
                facts = {"modality": "none"}
                arms.append(_arm(SHAM, "Sham", SHAM, {"region": "lumbar"}, facts))
                continue
            technique = TECHNIQUES[arm]
            facts, bad[name, arm] = technique.performed(random.gauss(quality, plan.between_studies / 2), random)
            arms.append(_arm(arm, technique.name, "active", technique.scope, facts))
        year = {"publication_year": str(random.randint(1998, 2024))}
        records.append({"id": name, "label": f"Trial {number:02}", "arms": arms, "observations": year})
    return tuple(records), bad


def _arm(arm: str, label: str, role: str, scope: dict[str, str], facts: dict[str, str]) -> Record:
    return {"id": arm, "label": label, "role": role, "procedures": [{"id": arm, "observations": {**scope, **facts}}]}


def _silenced(
    record: Record,
    bad: Mapping[tuple[str, str], frozenset[str]],
    grades: Mapping[tuple[str, str], int],
    silence: Silence,
    random: Random,
) -> Record:
    silent = deepcopy(record)
    worst = min(grades[record["id"], arm["id"]] for arm in record["arms"] if arm["role"] == "active")
    share = silence.share
    if silence.kind == "poor_trials":
        share = min(1.0, 1.6 * share) if worst < 2 else 0.4 * share
    if silence.kind == "none" or random.random() >= share:
        return silent
    for arm in silent["arms"]:
        if arm["role"] != "active":
            continue
        observations = arm["procedures"][0]["observations"]
        for name in [choice.field for choice in TECHNIQUES[arm["id"]].choices if choice.field in observations]:
            well = name not in bad[record["id"], arm["id"]]
            rate = silence.rate / 3 if silence.kind == "poor_facts" and well else silence.rate
            if random.random() < rate:
                observations[name] = {"status": "not_reported"}
    return silent


def _outcomes(
    plan: Plan, records: Iterable[Record], grades: Mapping[tuple[str, str], int], random: Random
) -> Iterable[Row]:
    for record in records:
        rows = list(_rows(plan, record, grades, random))
        yield from _contrasts(rows) if plan.kind == "contrasts" else rows


def _rows(plan: Plan, record: Record, grades: Mapping[tuple[str, str], int], random: Random) -> Iterable[Row]:
    name = record["id"]
    worst = min(grade for (study, _), grade in grades.items() if study == name)
    base = random.gauss(-0.8 if plan.kind == "events" else 5.0, 0.4)
    rob = random.randint(1, 3)
    n = random.randint(60, 160)
    for arm in record["arms"]:
        treatment = arm["id"]
        expected = base + EFFECTS[treatment] + random.gauss(0, plan.heterogeneity / 2**0.5)
        if treatment != SHAM:
            expected += plan.slope_of(treatment) * (worst if plan.of == "study" else grades[name, treatment])
        row: Row = {"study": name, "arm": treatment, "treatment": arm["label"]}
        row |= {"year": record["observations"]["publication_year"], "rob": rob, "n": n}
        if plan.kind == "events":
            row["events"] = sum(random.random() < 1 / (1 + exp(-expected)) for _ in range(n))
        else:
            row |= {"mean": round(random.gauss(expected, n**-0.5), 6), "sd": _sd(n, random)}
        yield row


def _contrasts(rows: Sequence[Row]) -> Iterable[Row]:
    """Give the differences from the first arm, which has the standard error of its own mean."""
    first, *others = rows
    squared = [row["sd"] ** 2 / row["n"] for row in rows]
    yield _without_mean(first) | {"effect": "", "se": round(squared[0] ** 0.5, 9)}
    for row, own in zip(others, squared[1:], strict=True):
        effect = round(row["mean"] - first["mean"], 6)
        yield _without_mean(row) | {"effect": effect, "se": round((own + squared[0]) ** 0.5, 9)}


def _without_mean(row: Row) -> Row:
    return {name: value for name, value in row.items() if name not in ("mean", "sd")}


def _sd(n: int, random: Random) -> float:
    """Return the standard deviation of n observations of a normal variable whose own is 1."""
    return round((2 * random.gammavariate((n - 1) / 2, 1.0) / (n - 1)) ** 0.5, 6)
