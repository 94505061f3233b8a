"""Procedures without a grade, each with its reason in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import polars as pl

from fidelity.judge.scope import CONFLICT, NO_STANDARD_YET, NON_STANDARD, NOT_SERVED, UNDETERMINED, Edition, candidates
from fidelity.model.codebook import Codebook, Field
from fidelity.model.facts import Facts, value_columns
from fidelity.model.ruleset import RuleSet

REASON: Final = {
    NOT_SERVED: "no_rule_set",
    UNDETERMINED: "undetermined",
    CONFLICT: "conflict",
    NO_STANDARD_YET: "no_standard_yet",
    NON_STANDARD: "non_standard",
}


NAMED: Final = frozenset({UNDETERMINED, NON_STANDARD, NOT_SERVED})
"""Why there is no grade, where a rule set has something to do with it."""


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
    rulesets, fields = candidates(one, found, codebook) if first["code"] in NAMED else ([], [])
    names = [ruleset.id for ruleset in rulesets]
    notes = {
        "no_rule_set": f"no rule set of {profile} covers this procedure: {what}{_unconfirmed(rulesets)}",
        "non_standard": f"non-standard technique, which is not a standard one done badly: {_cited(rulesets)}: {what}",
        "undetermined": f"{_labels(fields, codebook)} would decide whether {_listed(names, 'or')} covers it: {what}",
        "conflict": f"two rule sets of {profile} cover it, a fault of the rules: {what}",
        "no_standard_yet": f"no standard of {profile} was in force when the study recruited: {what}",
    }
    entries = []
    for place in places:
        row = frame["row"][place]
        varied = _varying(facts, row, fields) if reason == "undetermined" else []
        word = "mixed" if varied else reason
        note = _mixed(varied, fields, codebook, what) if varied else notes[reason]
        found_here = {"candidates": ", ".join(names), "fields": " ".join(fields)}
        entries.append({"row": row, "reason": word, **found_here, "note": note})
    return entries


def _unconfirmed(rulesets: Sequence[RuleSet]) -> str:
    said = [ruleset.non_standard for ruleset in rulesets if ruleset.non_standard is not None]
    return "".join(f" (said, but not confirmed: {entry.title})" for entry in said)


def _cited(rulesets: Sequence[RuleSet]) -> str:
    cited = []
    for ruleset in rulesets:
        for said in [ruleset.non_standard] if ruleset.non_standard is not None else []:
            sources = (f"{ruleset.documents[source.document].title}, {source.section}" for source in said.sources)
            cited.append(f"{said.title.rstrip('.')} ({'; '.join(sources)})")
    return ", ".join(cited)


def _varying(facts: Facts, row: int, fields: Sequence[str]) -> list[str]:
    observed = {name: facts.origin.observation(row, name) for name in fields}
    return [name for name, observation in observed.items() if observation is not None and observation.varies]


def _mixed(varied: Sequence[str], fields: Sequence[str], codebook: Codebook, what: str) -> str:
    unknown = [name for name in fields if name not in varied]
    verb = "varies" if len(varied) == 1 else "vary"
    told = f"{_labels(varied, codebook)} {verb}"
    if unknown:
        told += f"; {_labels(unknown, codebook)} {'is' if len(unknown) == 1 else 'are'} not known"
    return f"patients of this arm got different procedures ({told}): {what}"


def _labels(fields: Sequence[str], codebook: Codebook) -> str:
    return _listed([codebook.fields[name].label.lower() for name in fields], "and")


def _listed(words: Sequence[str], last: str) -> str:
    return f" {last} ".join(part for part in (", ".join(words[:-1]), *words[-1:]) if part)
