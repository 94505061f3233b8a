"""Procedures without a grade, each with its reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from fidelity.judge.scope import CONFLICT, NO_STANDARD_YET, NOT_SERVED, UNDETERMINED, Edition, candidates
from fidelity.model.codebook import Codebook, Field
from fidelity.model.facts import Facts, value_columns

REASON: Final = {
    NOT_SERVED: "no_rule_set",
    UNDETERMINED: "undetermined",
    CONFLICT: "conflict",
    NO_STANDARD_YET: "no_standard_yet",
}


def describe(row: dict[str, int], codebook: Codebook) -> str:
    """Return what a procedure is, from its scope fields: "lumbar, epidural space, injection"."""
    parts = []
    for name in codebook.scope_fields:
        field = codebook.fields[name]
        mask = row.get(_scope_column(name, row))
        if mask is None or mask.bit_count() == len(field.choices):
            continue
        parts.append(_alternatives(field, mask))
    return ", ".join(parts) or "nothing is known of what was done"


def _scope_column(name: str, row: dict[str, int]) -> str:
    return f"{name}.scope.may" if f"{name}.scope.may" in row else f"{name}.may"


def _alternatives(field: Field, mask: int) -> str:
    labels = [field.choices[name].label for name, bit in field.bits.items() if mask & bit]
    if len(labels) > 4:
        return f"{field.label.lower()} not known ({len(labels)} possible)"
    return " or ".join(labels)


def gaps_of(
    facts: Facts,
    frame: pl.DataFrame,
    codes: pl.Series,
    found: Sequence[Edition],
    codebook: Codebook,
    profile: str,
) -> pl.DataFrame:
    """Return reason, candidates, fields and note for each row of a frame that has no grade.

    `frame` holds just these rows, with their number in the facts in column `row`; `codes` says why, row by row.
    """
    scope = [
        column
        for name in codebook.scope_fields
        for suffix in value_columns(codebook.fields[name])
        for column in (f"{name}.{suffix}", f"{name}.scope.{suffix}")
        if column in frame.columns
    ]
    key = [*scope, "date.low", "date.high"]
    patterns = frame.select(*key, codes.alias("code")).with_row_index("at").group_by(*key, "code", maintain_order=True)
    entries: list[dict[str, object]] = []
    for _, group in patterns:
        first = group.row(0, named=True)
        one = frame.slice(first["at"], 1)
        entries += _entries(facts, frame, group["at"].to_list(), one, first, found, codebook, profile)
    schema = {
        "row": pl.UInt32,
        "reason": pl.String,
        "candidates": pl.String,
        "fields": pl.String,
        "note": pl.String,
    }
    return pl.DataFrame(entries, schema=schema).sort("row")


def _entries(
    facts: Facts,
    frame: pl.DataFrame,
    places: Sequence[int],
    one: pl.DataFrame,
    first: dict[str, int],
    found: Sequence[Edition],
    codebook: Codebook,
    profile: str,
) -> list[dict[str, object]]:
    what = describe(first, codebook)
    reason = REASON[first["code"]]
    rulesets, fields = candidates(one, found, codebook) if first["code"] == UNDETERMINED else ([], [])
    labels = " and ".join(codebook.fields[name].label.lower() for name in fields)
    names = ", ".join(ruleset.id for ruleset in rulesets)
    notes = {
        "no_rule_set": f"no rule set of {profile} covers this procedure: {what}",
        "undetermined": f"{labels} would decide whether {names} covers it: {what}",
        "mixed": f"patients of this arm got different procedures ({labels} varies): {what}",
        "conflict": f"two rule sets of {profile} cover it, a fault of the rules: {what}",
        "no_standard_yet": f"no standard of {profile} was in force when the study recruited: {what}",
    }
    entries = []
    for place in places:
        row = frame["row"][place]
        word = "mixed" if reason == "undetermined" and _varies(facts, row, fields) else reason
        entries.append(
            {"row": row, "reason": word, "candidates": names, "fields": " ".join(fields), "note": notes[word]}
        )
    return entries


def _varies(facts: Facts, row: int, fields: Sequence[str]) -> bool:
    observed = (facts.origin.observation(row, name) for name in fields)
    return any(observation is not None and observation.varies for observation in observed)
