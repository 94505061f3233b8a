"""The typed rows of the examples of each Rule, as they were scored, ready to be judged by other criteria."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from fidelity.judge.criteria import judge
from fidelity.model.codebook import Codebook
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.read.features import Example, Features
from fidelity.read.rules import Library
from fidelity.rulebook.examples.outcomes import Scored, judgements_expected, scored
from fidelity.rulebook.examples.report import Vocabulary
from fidelity.rulebook.examples.said import words_of_byte


@dataclass(frozen=True, slots=True)
class ExampleRows:
    """Typed rows of examples which a rule set serves, and whether the clock is that of the trial."""

    frame: pl.DataFrame
    then: bool

    def judged(self, ruleset: RuleSet, criteria: Sequence[Criterion], codebook: Codebook) -> pl.DataFrame:
        """Judge the rows by criteria put in the place of a rule set's own: a column for each, named by its number."""
        numbered = tuple(one.model_copy(update={"id": str(number)}) for number, one in enumerate(criteria))
        asking = ruleset.model_copy(update={"criteria": numbered})
        return judge(self.frame, asking, codebook, [one.id for one in numbered] if self.then else ())


Rows = dict[tuple[str, str], list[ExampleRows]]
"""The rows of the examples of each criterion's own Rule, by rule set and id of the criterion."""


def rows_by_criterion(
    library: Library, features: Features, rulesets: Iterable[RuleSet], vocabulary: Vocabulary
) -> Rows:
    """Return the rows of the examples that expect a judgement of their own Rule's criterion, and get it."""
    chosen = list(rulesets)
    mirrors = [feature for ruleset in chosen if (feature := features.of(ruleset.reference)) is not None]
    examples = [example for feature in mirrors for example in feature.examples() if _own_judgement(example)]
    groups, _ = scored(examples, library, vocabulary)
    rows: Rows = {}
    for group in groups:
        by_rule: dict[tuple[str, str], dict[str, str]] = {}
        for number, example in enumerate(group.examples):
            told = by_rule.setdefault((example.reference, example.rule), {})
            told[f"report-{number}"] = _own_judgement(example)
        for ruleset in chosen:
            for criterion in ruleset.criteria:
                expected = by_rule.get((ruleset.reference, criterion.title))
                if expected:
                    found = _serving(group, ruleset, criterion, expected, library.codebook)
                    rows.setdefault((ruleset.reference, criterion.id), []).extend(found)
    return rows


def _own_judgement(example: Example) -> str:
    """Return the judgement that an example expects of its own Rule's demand, empty where it expects none."""
    return dict(judgements_expected(example)).get(example.rule, "")


def _serving(
    group: Scored, ruleset: RuleSet, criterion: Criterion, expected: dict[str, str], codebook: Codebook
) -> Iterable[ExampleRows]:
    standard = group.scores.standard
    references = [other.reference for other in standard.rulesets]
    number = references.index(ruleset.reference)
    then = criterion.id in standard.by_trial_clock(ruleset)
    for batch in group.scores.batches:
        served = batch.graded.served
        mine = served.filter(pl.col(criterion.domain) == number).select("row")
        frame = batch.settled.filter(pl.col("study").is_in(list(expected)))
        rows = ExampleRows(frame.join(mine, on="row", how="semi", maintain_order="left"), then)
        if rows.frame.height:
            bytes_ = rows.judged(ruleset, [criterion], codebook).to_series(0)
            holds = [
                words_of_byte(byte) == expected[study] for byte, study in zip(bytes_, rows.frame["study"], strict=True)
            ]
            yield ExampleRows(rows.frame.filter(pl.Series(holds, dtype=pl.Boolean)), then)
