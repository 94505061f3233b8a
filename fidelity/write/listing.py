"""Lists of the rule sets: a line for each version, or for each procedure, profile and version that serves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

import polars as pl

from fidelity.explaining.asked import covers, may_ask
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.words import Level
from fidelity.read.rules import Library
from fidelity.scoring.batch import Standard

COUNTED: Final[tuple[Level, ...]] = ("critical", "major", "minor")


def by_rule_set(library: Library) -> pl.DataFrame:
    """Return a row for each version: status, how many criteria of each level count, how many are only shown."""
    return pl.DataFrame(
        {
            "ruleset": ruleset.reference,
            "status": _status(ruleset, library.published),
            "in_force": str(ruleset.in_force.start),
            **_levels(ruleset.criteria),
            "profiles": " ".join(p.id for p in library.profiles.values() if ruleset.id in p.names),
            "title": ruleset.title,
        }
        for ruleset in library.rulesets
    )


def by_procedure(library: Library, standards: Mapping[str, Standard]) -> pl.DataFrame:
    """Return a row for each named procedure, profile and version that serves it, with the criteria that can apply.

    `standards`: of each profile. A procedure that no rule set of a profile serves has one row there, without a version.
    """
    rows: list[dict[str, object]] = []
    for procedure in library.procedures.procedures:
        for name, standard in standards.items():
            asking = (entry for entry in _in_order(standard) if entry.criteria or entry.non_standard is not None)
            serving = [entry for entry in asking if covers(entry, procedure, library.codebook)]
            base = {"procedure": procedure.id, "profile": name}
            rows += [
                {
                    **base,
                    "ruleset": entry.reference,
                    **_levels([c for c in entry.criteria if may_ask(c, procedure, library.codebook)]),
                    "domains": " ".join(entry.domains) or "all",
                }
                for entry in serving
            ]
            if not serving:
                rows.append({**base, "ruleset": "", **dict.fromkeys((*COUNTED, "shown"), 0), "domains": ""})
    return pl.DataFrame(rows)


def _in_order(standard: Standard) -> Sequence[RuleSet]:
    named = [entry for entry in enumerate(standard.rulesets) if entry[1].id in standard.profile.names]
    return [ruleset for _, ruleset in sorted(named, key=standard.place)]


def _status(ruleset: RuleSet, published: frozenset[str]) -> str:
    return "published" if ruleset.reference in published else "draft"


def _levels(criteria: Sequence[Criterion]) -> dict[str, int]:
    levels: dict[str, int] = {level: sum(c.counted and c.level == level for c in criteria) for level in COUNTED}
    return {**levels, "shown": len(criteria) - sum(levels.values())}
