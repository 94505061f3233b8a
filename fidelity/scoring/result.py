"""What scoring returns: grades, and on demand those of arms, concerns, judgements, gaps and problems, as frames."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import polars as pl

from fidelity.errors import Problem, ProblemsFound
from fidelity.model.facts import DESIGN_FACTORS, Facts
from fidelity.model.judgement import ALL_BYTES, reason_of, shown, verdicts_of
from fidelity.model.scheme import CONCERNS
from fidelity.scoring.arms import arms_of
from fidelity.scoring.batch import Graded, Judged, Standard

GRADE_COLUMNS: Final = (
    "study", "arm", "procedure", "role", "profile", "clock", "ruleset", "status",
    "grade", "grade_low", "grade_high",
    "selection", "selection_low", "selection_high",
    "safety", "safety_low", "safety_high",
    "decided", "counted", "note",
)  # fmt: skip
"""The columns of the result, in their order: one row for each procedure that went in."""

IDENTITY: Final = ("study", "arm", "procedure")

PROBLEM_COLUMNS: Final = {
    "code": pl.String, "source": pl.String, "sheet": pl.String, "line": pl.Int64, "column": pl.Int64,
    "cell": pl.String, "subject": pl.String, "header": pl.String, "found": pl.String,
    "what": pl.String, "remedy": pl.String, "near": pl.String,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Batch:
    """One file or frame after scoring: its facts, what they settle, and what came out of it."""

    facts: Facts
    settled: pl.DataFrame
    graded: Graded
    gaps: pl.DataFrame


@dataclass(frozen=True)
class Scores:
    """The result of scoring: `grades` has a row for each procedure that went in (see GRADE_COLUMNS).

    Rows in = graded + gaps + not graded by role + refused: the `status` column says which.
    """

    grades: pl.DataFrame
    problems: tuple[Problem, ...]
    standard: Standard
    batches: tuple[Batch, ...]
    notes: tuple[Problem, ...] = ()
    """What was noticed in the files and changes nothing, such as a row of totals that was left out."""

    def of(self, studies: Collection[str]) -> Scores:
        """Return the scores of some studies (by id) alone; what was wrong or noticed in the files stays out."""
        mine = pl.col("study").is_in(list(studies))
        return Scores(self.grades.filter(mine), (), self.standard, tuple(_part(batch, mine) for batch in self.batches))

    def raise_for_problems(self) -> None:
        """Raise ProblemsFound with every problem, if there is one; else return."""
        if self.problems:
            raise ProblemsFound(self.problems)

    @cached_property
    def problem_frame(self) -> pl.DataFrame:
        """A row for each problem: code, place (source, sheet, line, column, cell), subject, and what is wrong.

        `header` and `found` are what the file calls the column or the key, and what it shows there; `near` are the
        known names that are like the one that was found, joined by "; ".
        """
        rows = [
            (
                *(p.code, p.place.source, p.place.sheet, p.place.line, p.place.column, p.place.cell),
                *(p.subject, p.header, p.found, p.what, p.remedy, "; ".join(p.near)),
            )
            for p in self.problems
        ]
        return pl.DataFrame(rows, schema=PROBLEM_COLUMNS, orient="row")

    @cached_property
    def arms(self) -> pl.DataFrame:
        """A row for each arm: study, arm, role, procedures (that the grade is of), grade, grade_low, grade_high, note.

        The grade of an arm is that of its main procedure, else the worst of those of its graded procedures.
        """
        main = (batch.settled.filter("main").select(IDENTITY).rows() for batch in self.batches)
        return arms_of(self.grades, {name for names in main for name in names})

    @cached_property
    def gaps(self) -> pl.DataFrame:
        """Procedures without grade: study, arm, procedure, reason, candidates, fields (that would decide), note."""
        empty = dict.fromkeys((*IDENTITY, "reason", "candidates", "fields", "note"), pl.String)
        parts = [
            batch.settled.select("row", *IDENTITY).join(batch.gaps, on="row", maintain_order="left").drop("row")
            for batch in self.batches
        ]
        return pl.concat([pl.DataFrame(schema=empty), *parts])

    @cached_property
    def concerns(self) -> pl.DataFrame:
        """A row for each graded procedure and domain: axis, domain, best and worst concern ("–": nothing asked)."""
        schema = dict.fromkeys((*IDENTITY, "axis", "domain", "concern", "concern_best", "concern_worst"), pl.String)
        parts = [pl.DataFrame(schema=schema)]
        for batch in self.batches:
            for axis, domains in self.standard.scheme.axes.items():
                parts += [_concern(batch, axis, domain) for domain in domains]
        return pl.concat(parts).sort(IDENTITY, maintain_order=True)

    @cached_property
    def judgements(self) -> pl.DataFrame:
        """A row for each graded procedure and criterion of the rule sets that serve it.

        Columns: study, arm, procedure, ruleset, criterion, axis, domain, level, counted, evidence, judgement (the
        verdict, else the reason why it is open), verdicts (those still possible, joined by "|"), reason, by_design.
        """
        parts = [part for batch in self.batches for part in self._judgements_of(batch)]
        if not parts:
            return pl.DataFrame(schema=dict.fromkeys(JUDGEMENT_COLUMNS, pl.String))
        return pl.concat(parts).sort(IDENTITY, maintain_order=True)

    def _judgements_of(self, batch: Batch) -> list[pl.DataFrame]:
        words = {
            name: pl.Series([word(byte) for byte in range(ALL_BYTES)], dtype=pl.String)
            for name, word in (("judgement", shown), ("verdicts", _joined), ("reason", reason_of))
        }
        parts = []
        known = DESIGN_FACTORS in batch.settled.columns
        factors = pl.col(DESIGN_FACTORS).str.split(" ") if known else pl.lit([], dtype=pl.List(pl.String))
        rows = batch.settled.select("row", *IDENTITY, factors=factors)
        served = batch.graded.served
        for judged in batch.graded.judged:
            number = self.standard.rulesets.index(judged.ruleset)
            for criterion in judged.ruleset.criteria:
                mine = served.filter(pl.col(criterion.domain) == number).select("row")
                part = judged.bytes.select("row", byte=criterion.id).join(mine, on="row", how="semi")
                part = part.join(rows, on="row", maintain_order="left")
                compared = pl.col("factors").list.set_intersection(list(criterion.asked)).list.len() > 0
                columns = {name: pl.lit(series).gather(pl.col("byte")) for name, series in words.items()}
                axis = self.standard.scheme.axis_of(criterion.domain)
                parts.append(
                    part.select(
                        *IDENTITY,
                        ruleset=pl.lit(judged.ruleset.reference),
                        criterion=pl.lit(criterion.id),
                        axis=pl.lit(axis, dtype=pl.String),
                        domain=pl.lit(criterion.domain),
                        level=pl.lit(criterion.level),
                        counted=pl.lit("yes" if criterion.counted else "no"),
                        evidence=pl.lit(criterion.evidence),
                        **columns,
                        by_design=pl.when(compared).then(pl.lit("yes")).otherwise(pl.lit("no")),
                    ).select(JUDGEMENT_COLUMNS)
                )
        return parts


def _part(batch: Batch, mine: pl.Expr) -> Batch:
    settled = batch.settled.filter(mine)
    rows = pl.col("row").is_in(settled["row"].to_list())
    judged = tuple(Judged(entry.ruleset, entry.bytes.filter(rows)) for entry in batch.graded.judged)
    graded = Graded(batch.graded.served.filter(rows), judged, batch.graded.grades.filter(rows))
    return Batch(batch.facts, settled, graded, batch.gaps.filter(rows))


JUDGEMENT_COLUMNS: Final = (
    *IDENTITY, "ruleset", "criterion", "axis", "domain", "level", "counted", "evidence",
    "judgement", "verdicts", "reason", "by_design",
)  # fmt: skip


def _joined(byte: int) -> str:
    return "|".join(verdicts_of(byte))


def _concern(batch: Batch, axis: str, domain: str) -> pl.DataFrame:
    words = pl.lit(pl.Series(CONCERNS, dtype=pl.String))
    rows = batch.settled.select("row", *IDENTITY)
    grades = batch.graded.grades
    if f"{domain}.worst" not in grades.columns:
        return pl.DataFrame(
            schema=dict.fromkeys((*IDENTITY, "axis", "domain", "concern", "concern_best", "concern_worst"), pl.String)
        )
    asked = pl.col(f"{domain}.asked").fill_null(False)
    ends = {
        f"concern_{end}": pl.when(asked).then(words.gather(pl.col(f"{domain}.{end}"))).otherwise(pl.lit("–"))
        for end in ("best", "worst")
    }
    one = pl.when(pl.col("concern_best") == pl.col("concern_worst")).then("concern_best")
    return (
        rows.join(grades.select("row", **ends), on="row", maintain_order="left")
        .with_columns(axis=pl.lit(axis), domain=pl.lit(domain), concern=one)
        .select(*IDENTITY, "axis", "domain", "concern", "concern_best", "concern_worst")
    )
