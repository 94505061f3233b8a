"""How firm grades are: which of them move when one criterion is left out, weighs otherwise, or asks another number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

import polars as pl

from fidelity.grade.lookup import concerns_of, grades_of, totals_of
from fidelity.judge.criteria import judge
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.scheme import GRADES
from fidelity.review.changes import Change, changes_of
from fidelity.scoring.batch import Judged, Standard
from fidelity.scoring.result import IDENTITY, Batch, Scores

MOVES: Final = (*IDENTITY, "axis", "ruleset", "criterion", "kind", "change", "before", "after")
CHANGES: Final = {
    "ruleset": pl.String, "criterion": pl.String, "level": pl.String, "kind": pl.String, "change": pl.String,
    "axis": pl.String, "graded": pl.UInt32, "moved": pl.UInt32, "higher": pl.UInt32, "lower": pl.UInt32,
}  # fmt: skip


@dataclass(frozen=True)
class Sensitivity:
    """What one change at a time does to the grades.

    `changes`: a row for each change, those that move most first: the procedures that the rule set grades, how many of
    them move, and whether to higher or to lower ends (a range may do both). `moves`: a row for each procedure that
    moves, before and after.
    """

    changes: pl.DataFrame
    moves: pl.DataFrame

    @property
    def summary(self) -> str:
        """How many changes move a grade, and how many procedures keep theirs whatever is changed."""
        moving = self.changes.filter(pl.col("moved") > 0).height
        touched = self.moves.select(IDENTITY).unique().height
        return f"{moving} of {self.changes.height} changes move a grade; they move grades of {touched} procedures"


def sensitivity_of(scores: Scores, progress: Callable[[int, int], None] | None = None) -> Sensitivity:
    """Return what each change of one criterion does to the grades of a scoring, all else as it was."""
    standard = scores.standard
    moves: list[pl.DataFrame] = []
    changes: list[dict[str, object]] = []
    serving = {judged.ruleset.reference: judged.ruleset for batch in scores.batches for judged in batch.graded.judged}
    tasks = [
        (ruleset, change)
        for ruleset in serving.values()
        for criterion in ruleset.criteria
        for change in changes_of(criterion, standard.codebook)
        if standard.scheme.axis_of(criterion.domain) is not None
    ]
    for done, (ruleset, change) in enumerate(tasks, start=1):
        axis = str(standard.scheme.axis_of(change.criterion.domain))
        found = [part for batch in scores.batches for part in _moved(batch, ruleset, change, axis, standard)]
        if not found:
            continue
        moved = pl.concat([entry for _, entry in found])
        row = {
            "ruleset": ruleset.reference,
            "criterion": change.criterion.id,
            "level": change.criterion.level,
            "kind": change.kind,
            "change": change.says,
            "axis": axis,
        }
        counts = {"graded": sum(graded for graded, _ in found), "moved": moved.height, **_directions(moved)}
        changes.append({**row, **counts})
        named = {key: pl.lit(value) for key, value in row.items() if key in MOVES}
        moves.append(moved.with_columns(**named, before=_words("before"), after=_words("after")).select(MOVES))
        if progress is not None:
            progress(done, len(tasks))
    empty = pl.DataFrame(schema=dict.fromkeys(MOVES, pl.String))
    ranked = pl.DataFrame(changes, schema=CHANGES).sort("moved", descending=True, maintain_order=True)
    return Sensitivity(ranked, pl.concat([empty, *moves]))


def _moved(
    batch: Batch, ruleset: RuleSet, change: Change, axis: str, standard: Standard
) -> Iterator[tuple[int, pl.DataFrame]]:
    mine = next((entry for entry in batch.graded.judged if entry.ruleset.reference == ruleset.reference), None)
    if mine is None or f"{axis}.low" not in batch.graded.grades.columns:
        return
    served = pl.col(change.criterion.domain) == standard.rulesets.index(ruleset)
    rows = batch.graded.served.filter(served).select("row")
    bytes_ = _bytes(batch, mine, rows, change, standard)
    grades = batch.graded.grades.join(rows, on="row", how="semi", maintain_order="left")
    after = _regraded(grades, bytes_, _changed(ruleset, change), change.criterion.domain, standard)
    both = grades.select("row", before=_ends(axis)).with_columns(after=after)
    differ = ~(pl.col("before").eq_missing(pl.col("after")))
    yield rows.height, both.filter(differ).join(batch.settled.select("row", *IDENTITY), on="row", maintain_order="left")


def _bytes(batch: Batch, judged: Judged, rows: pl.DataFrame, change: Change, standard: Standard) -> pl.DataFrame:
    """Return the judgements of the rule set, those of a criterion that asks another number made anew."""
    bytes_ = judged.bytes.join(rows, on="row", how="semi", maintain_order="left")
    if change.kind != "number" or change.changed is None:
        return bytes_
    frame = batch.settled.join(rows, on="row", how="semi", maintain_order="left")
    alone = judged.ruleset.model_copy(update={"criteria": (change.changed,)})
    anew = judge(frame, alone, standard.codebook, standard.by_trial_clock(alone))
    return bytes_.with_columns(anew[change.criterion.id])


def _changed(ruleset: RuleSet, change: Change) -> list[Criterion]:
    """Return the criteria of the domain, one of them changed or left out."""
    changed = [change.changed if entry.id == change.criterion.id else entry for entry in ruleset.criteria]
    return [entry for entry in changed if entry is not None and entry.domain == change.criterion.domain]


def _regraded(
    grades: pl.DataFrame, bytes_: pl.DataFrame, criteria: list[Criterion], domain: str, standard: Standard
) -> pl.Series:
    """Return the ends of the grade when one domain is judged by other criteria, and the others as before."""
    axis = str(standard.scheme.axis_of(domain))
    judged = {criterion.id: pl.col(criterion.id) for criterion in criteria}
    found = concerns_of(judged, criteria, standard.table, domain)
    concerns = bytes_.lazy().with_columns(**totals_of(judged, criteria, standard.scheme)).select(**found).collect()
    others = [name for name in grades.columns if name.split(".")[0] in standard.scheme.axes[axis]]
    kept = grades.select(name for name in others if name.split(".")[0] != domain)
    joined = pl.concat([kept, concerns], how="horizontal") if concerns.width else kept
    columns = {
        name: pl.col(name).fill_null(False) if name.endswith(".asked") else pl.col(name).fill_null(0)
        for name in joined.columns
    }
    ends = grades_of(columns, standard.scheme.axes[axis], standard.table, axis)
    if not ends:
        nothing = pl.lit(None, dtype=pl.UInt8)
        return grades.with_columns(after=pl.struct(low=nothing, high=nothing))["after"]
    return joined.select(**ends).select(after=_ends(axis)).to_series()


def _ends(axis: str) -> pl.Expr:
    return pl.struct(low=pl.col(f"{axis}.low"), high=pl.col(f"{axis}.high"))


def _directions(moved: pl.DataFrame) -> dict[str, int]:
    ends = [
        (pl.col("after").struct.field(end).cast(pl.Int16), pl.col("before").struct.field(end).cast(pl.Int16))
        for end in ("low", "high")
    ]
    higher = pl.any_horizontal((after > before).fill_null(False) for after, before in ends)
    lower = pl.any_horizontal((after < before).fill_null(False) for after, before in ends)
    return {"higher": moved.filter(higher).height, "lower": moved.filter(lower).height}


def _words(name: str) -> pl.Expr:
    words = pl.lit(pl.Series(GRADES, dtype=pl.String))
    low, high = (words.gather(pl.col(name).struct.field(end)) for end in ("low", "high"))
    one = pl.when(low.is_null()).then(pl.lit("nothing asked")).otherwise(low)
    return pl.when(low == high).then(low).when(low.is_null()).then(one).otherwise(low + pl.lit(" to ") + high)
