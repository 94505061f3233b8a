"""The scope of a rule set that only says what is no standard technique, as the one demand that its feature shows."""

from __future__ import annotations

from typing import Final

import polars as pl

from fidelity.model.codebook import Codebook
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.variants import Variant, variants_of
from fidelity.read.features import Feature
from fidelity.read.rules import Library
from fidelity.rulebook.coverage.rows import ExampleRows
from fidelity.rulebook.examples.outcomes import outcomes, scored

SCOPE: Final = "covers"
"""What the scope is called beside the ids of criteria."""


def scope_as_criterion(ruleset: RuleSet) -> Criterion:
    """Return what a rule set covers as a criterion that such procedures meet."""
    assert ruleset.non_standard is not None
    block = ruleset.non_standard
    return Criterion(
        id=SCOPE, title=block.title, domain="guidance", level="note", met_when=ruleset.covers, sources=block.sources
    )


def scope_variants(criterion: Criterion, codebook: Codebook) -> tuple[Variant, ...]:
    """Return the variants of a scope that leave out or confuse what it names.

    One that takes in what another rule set covers is found when all scopes are compared, not by an example here.
    """
    return tuple(variant for variant in variants_of(criterion, codebook) if variant.kind != "choice added")


def rows_of_scope(library: Library, feature: Feature, ruleset: RuleSet) -> list[ExampleRows]:
    """Return the rows of the examples in the Rule of a technique that is not standard, where they hold."""
    assert ruleset.non_standard is not None
    examples = [example for example in feature.examples() if example.rule == ruleset.non_standard.title]
    holding = [outcome.example for outcome in outcomes(examples, library) if outcome.holds]
    groups, _ = scored(holding, library)
    frames = [batch.settled for group in groups for batch in group.scores.batches]
    return [ExampleRows(_as_scope_sees(frame), then=False) for frame in frames if frame.height]


def _as_scope_sees(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame in which what was inferred decides too, as it does where a scope is read."""
    seen = [name for name in frame.columns if ".scope." in name]
    return frame.with_columns(**{name.replace(".scope.", "."): pl.col(name) for name in seen})
