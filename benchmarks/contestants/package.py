"""The package: judge a typed frame by a rule set, then grade what was judged."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import polars as pl

from fidelity.grade.lookup import Bytes, concerns_of, grades_of, totals_of
from fidelity.grade.table import DecisionTable
from fidelity.judge.criteria import judge
from fidelity.model.codebook import Codebook
from fidelity.read.rules import load_codebook, load_rulesets, load_scheme
from fidelity.read.shipped import shipped

RULES: Final = Path(__file__).resolve().parent.parent / "rules"
SCHEME: Final = "domain-gated@1.0.0"
GRADES: Final = tuple(f"{axis}.{end}" for axis in ("delivery", "selection", "safety") for end in ("low", "high"))

CODEBOOK: Final[Codebook] = load_codebook(RULES / "codebook.yaml")
(RULESET,) = load_rulesets(CODEBOOK, RULES)


def _table() -> DecisionTable:
    name, version = SCHEME.split("@")
    return DecisionTable.parse((shipped("rules") / "schemes" / name / f"{version}.table.csv").read_text("utf-8"))


_SCHEME, _TABLE = load_scheme(SCHEME), _table()


def run(frame: pl.DataFrame) -> pl.DataFrame:
    """Return the bytes of the 24 criteria, the concerns of every domain and the grades of every axis."""
    judgements = judge(frame, RULESET, CODEBOOK)
    return judgements.hstack(_graded(judgements))


def _graded(judgements: pl.DataFrame) -> pl.DataFrame:
    """Grade rows that one rule set judged whole, by the look-ups through which the package grades every row."""
    judged = {criterion.id: pl.col(criterion.id) for criterion in RULESET.criteria}
    concerns: Bytes = {}
    grades: Bytes = {}
    for axis, domains in _SCHEME.axes.items():
        for domain in domains:
            concerns |= concerns_of(judged, RULESET.criteria, _TABLE, domain)
        grades |= grades_of({name: pl.col(name) for name in concerns}, domains, _TABLE, axis)
    added = judgements.lazy().with_columns(**totals_of(judged, RULESET.criteria, _SCHEME))
    return added.select(**concerns).with_columns(**grades).collect()
