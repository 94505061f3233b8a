"""What scoring says of one report, in the words of the features."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import polars as pl

from fidelity.errors import Problem
from fidelity.explaining.asked import covers
from fidelity.explaining.wording import brief_range
from fidelity.model.judgement import REASON_SHIFT, VERDICTS, reason_of, verdicts_of
from fidelity.model.words import spoken
from fidelity.rulebook.examples.report import DEFAULT_PROFILE, Vocabulary, name_of

Entry = Mapping[str, Any]


def judgement_words(verdicts: Sequence[str], reason: str | None) -> str:
    """Return a judgement as features say it: "not met", or "open: met or not met (unclear)"."""
    words = [spoken(verdict) for verdict in verdicts]
    if len(words) == 1:
        return words[0]
    listed = " or ".join([", ".join(words[:-1]), words[-1]])
    return f"open: {listed} ({spoken(reason or 'unclear')})"


def words_of_byte(byte: int) -> str:
    """Return a judgement byte as features say it."""
    return judgement_words(verdicts_of(byte), reason_of(byte))


JUDGEMENT_WORDS = tuple(words_of_byte(byte) if byte & 15 else "" for byte in range(4 << REASON_SHIFT))
"""The words of every judgement byte."""

DECIDED_WORDS = tuple(spoken(verdict) for verdict in VERDICTS)
"""The words of the judgements that leave one verdict."""


@dataclass
class Said:
    """What scoring says of one report; `judged` is the judgement that was looked at last."""

    vocabulary: Vocabulary
    reference: str
    rule: str
    grades: pl.DataFrame
    judgements: pl.DataFrame
    gaps: pl.DataFrame
    problems: tuple[Problem, ...]
    judged: dict[str, Any] = field(default_factory=dict)

    def row(self, names: Mapping[str, str]) -> Entry | str:
        """Return the one row of the result that has these names, or what is found instead."""
        rows = self.grades.filter(*(pl.col(column) == name_of(name) for column, name in names.items()))
        if rows.height != 1:
            return f"{rows.height} rows of the result for {', '.join(names.values()) or 'the procedure'}"
        return rows.row(0, named=True)

    def result(self, row: Entry) -> str:
        """Return what became of a procedure."""
        if row["status"] == "not_graded":
            return f"not graded: {row['role']}"
        if row["status"] != "gap":
            return str(row["status"])
        same = (pl.col("arm") == row["arm"], pl.col("procedure") == row["procedure"])
        return f"no grade: {spoken(self.gaps.filter(*same).row(0, named=True)['reason'])}"

    def grade(self, axis: str, row: Entry) -> str:
        """Return the grade on an axis."""
        column = "grade" if axis == "delivery" else axis
        if column not in row:
            return f"no axis {axis}"
        low, high = row[f"{column}_low"], row[f"{column}_high"]
        if low is not None and high is not None:
            return brief_range(low, high)
        return spoken(str(row[column] or "no grade"))

    def judge(self, demand: str) -> str:
        """Return how a demand is judged; where the editions of a rule set share it, by the feature's own if it can."""
        if self.problems:
            return f"refused: {'; '.join(map(str, self.problems))}"
        known = self.vocabulary.demands.get(demand, ())
        own = tuple(entry for entry in known if entry[0] == self.reference)
        wanted = [
            (pl.col("ruleset") == reference) & (pl.col("criterion") == criterion)
            for reference, criterion in own or known
        ]
        rows = self.judgements.filter(pl.any_horizontal(wanted)) if wanted else self.judgements.clear()
        if rows.height != 1:
            notes = "; ".join(note for note in self.grades["note"].to_list() if note)
            return f"{rows.height} judgements" + (f" ({notes})" if notes else "")
        self.judged = rows.row(0, named=True)
        return judgement_words(str(self.judged["verdicts"]).split("|"), self.judged["reason"])

    def standards_of(self, procedure: str, axis: str) -> list[str]:
        """Return the rule sets of the main profile that have the word on an axis of a named procedure."""
        library = self.vocabulary.library
        profile = library.profiles[DEFAULT_PROFILE]
        domains = library.schemes[profile.scheme].axes[axis]
        named = next(entry for entry in library.procedures.procedures if entry.title == procedure)
        return [
            ruleset.reference
            for ruleset in library.rulesets
            if ruleset.id in profile.names
            and any(map(ruleset.limited_to(profile.domains_of(ruleset.id)).serves, domains))
            and covers(ruleset, named, library.codebook)
        ]

    def judge_own(self) -> str:
        """Return how the demand of the Rule in which the example stands is judged by the feature's own rule set."""
        if all(reference != self.reference for reference, _ in self.vocabulary.demands.get(self.rule, ())):
            return f"no demand of {self.reference or 'a rule set'}"
        return self.judge(self.rule)
