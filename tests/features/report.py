"""A report as the features tell it: it becomes a study record, and `fidelity.score` says what comes of it.

Rules, labels and titles are read here from their YAML as plain text, so that the features know nothing of the package
but its door.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import polars as pl
import yaml

import fidelity
from fidelity.errors import Problem

RULES = Path(__file__).parents[2] / "rules"
SEVERAL = frozenset({"one procedure", "several procedures"})
"""What a report or trial is "of" when the facts alone say what was done."""

REMARKS: tuple[tuple[str, str, str], ...] = (
    (" only", "only", "yes"),
    (", differing between patients", "varies", "yes"),
    (" (inferred)", "basis", "inferred"),
    (" (sources disagree)", "basis", "conflicting"),
)
"""What may be said behind a value, and the key of the record that says it."""


def plain(path: Path) -> Any:
    """Return a YAML file as text, lists and mappings."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


CODEBOOK = plain(RULES / "codebook.yaml")
FIELD_OF = {entry["label"]: name for name, entry in CODEBOOK["fields"].items()}
SCOPE_OF = {entry["title"]: entry["scope"] for entry in plain(RULES / "procedures.yaml")["procedures"]}
DEMANDS = {
    criterion["title"]: (f"{ruleset['id']}@{ruleset['version']}", criterion["id"])
    for ruleset in map(plain, sorted(RULES.glob("*/[0-9]*.[0-9]*.[0-9]*.yaml")))
    for criterion in ruleset.get("criteria", ())
}


def name_of(words: str) -> str:
    """Return the id that an arm or a procedure gets in the record."""
    return re.sub(r"\W+", "-", words).strip("-").lower()


def observation_of(cell: str) -> str | dict[str, str]:
    """Return what a cell says as a record writes it: a value, or a value with a remark."""
    for words, key, value in REMARKS:
        if cell.endswith(words):
            return {"value": cell.removesuffix(words), key: value}
    return cell


def one_of_several(words: list[str]) -> str:
    """Return words as a person lists them: "a, b or c"."""
    return " or ".join([*[", ".join(words[:-1])] * (len(words) > 1), words[-1]])


class Outcome(NamedTuple):
    """What scoring says of one study."""

    grades: pl.DataFrame
    judgements: pl.DataFrame
    gaps: pl.DataFrame
    problems: tuple[Problem, ...]


def score(records: list[dict[str, Any]]) -> list[Outcome]:
    """Score records together, and return what is said of each."""
    scores = fidelity.score(records)

    def outcome(number: int, study: str) -> Outcome:
        mine = pl.col("study") == study
        problems = (problem for problem in scores.problems if str(problem).startswith(f"records[{number}]."))
        frames = scores.grades.filter(mine), scores.judgements.filter(mine), scores.gaps.filter(mine)
        return Outcome(*frames, tuple(problems))

    return [outcome(number, record["id"]) for number, record in enumerate(records)]


@dataclass
class Report:
    """What the steps of a scenario say of a report, and what scoring makes of it."""

    scored: dict[str, Outcome] = field(default_factory=dict)
    unstated: str = "not_extracted"
    design_factors: list[str] = field(default_factory=list)
    observations: dict[str, Any] = field(default_factory=dict)
    arms: dict[str, dict[str, Any]] = field(default_factory=dict)
    own_rule: str = ""
    ruleset: str = ""
    judged: dict[str, Any] = field(default_factory=dict)

    def add_arm(self, arm: str, role: str, procedure: str, said: dict[str, str]) -> None:
        """Add a procedure to an arm, and the arm where it is new."""
        scope = {} if procedure in SEVERAL else SCOPE_OF[procedure]
        facts = scope | {FIELD_OF[label]: observation_of(cell) for label, cell in said.items()}
        known = self.arms.setdefault(arm, {"id": name_of(arm), "label": arm, "role": role, "procedures": []})
        known["procedures"].append({"id": name_of(procedure), "role": role, "observations": facts})

    def says(self, label: str, said: str | dict[str, str]) -> None:
        """Record a fact: of a report on one procedure where the fact belongs, of a trial for all its arms."""
        name = FIELD_OF[label]
        of_study = CODEBOOK["fields"][name]["belongs_to"] == "study" or "the arm" not in self.arms
        holder = self.observations if of_study else self.arms["the arm"]["procedures"][0]["observations"]
        holder[name] = said

    @property
    def record(self) -> dict[str, Any]:
        """The study record that the steps have written."""
        return {
            "label": "The report",
            "unstated": self.unstated,
            "design_factors": self.design_factors,
            "observations": self.observations,
            "arms": list(self.arms.values()),
        }

    @cached_property
    def outcome(self) -> Outcome:
        """What scoring says of the report: asked for by the first Then."""
        known = self.scored.get(json.dumps(self.record))
        return known or score([{"id": "the-report", **self.record}])[0]

    def row(self, **names: str) -> dict[str, Any]:
        """Return the one row of the result that has these names."""
        rows = self.outcome.grades.filter(*(pl.col(column) == name_of(name) for column, name in names.items()))
        assert rows.height == 1, f"{rows.height} rows of the result for {names or 'the procedure'}"
        return rows.row(0, named=True)

    def result(self, row: dict[str, Any]) -> str:
        """Return what became of a procedure, in the words of the features."""
        if row["status"] == "not_graded":
            return f"not graded: {row['role']}"
        if row["status"] != "gap":
            return str(row["status"])
        same = (pl.col("arm") == row["arm"], pl.col("procedure") == row["procedure"])
        return f"no grade: {self.outcome.gaps.filter(*same).row(0, named=True)['reason'].replace('_', ' ')}"

    def grade(self, axis: str, row: dict[str, Any]) -> str:
        """Return the grade on an axis, in the words of the features."""
        column = "grade" if axis == "delivery" else axis
        low, high = row[f"{column}_low"], row[f"{column}_high"]
        if (low, high) == ("poor", "full"):
            return "undetermined"
        if low != high:
            return f"{low} to {high}"
        return str(row[column]).replace("_", " ")

    def judge(self, demand: str) -> str:
        """Return how a demand is judged, in the words of the features."""
        assert not self.outcome.problems, "\n".join(map(str, self.outcome.problems))
        reference, criterion = DEMANDS[demand]
        rows = self.outcome.judgements.filter(pl.col("ruleset") == reference, pl.col("criterion") == criterion)
        assert rows.height == 1, f"{rows.height} judgements of {criterion}: {self.outcome.grades['note'].to_list()}"
        self.judged = rows.row(0, named=True)
        words = str(self.judged["verdicts"]).replace("_", " ").split("|")
        if len(words) == 1:
            return words[0]
        return f"open: {one_of_several(words)} ({self.judged['reason'].replace('_', ' ')})"
