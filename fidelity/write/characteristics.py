"""The table of the characteristics of technique: what each procedure was, as far as the reports say it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import polars as pl

from fidelity.explaining.wording import brief_range, value_words
from fidelity.model.codebook import Field
from fidelity.model.condition import fields_of
from fidelity.model.study import Observation, Study
from fidelity.model.words import STATUSES, Status, spoken
from fidelity.scoring.batch import Standard
from fidelity.scoring.result import Batch, Scores

LEADING: Final = ("Study", "Year", "Arm", "Role", "Procedure", "Rule sets", "Grade of delivery")
"""The columns before the fields: which procedure it is, and how its delivery was graded."""

NOT_ASKED: Final = "–"
"""What stands where nothing is known of a field and no rule set asks for it in this procedure."""

_YEAR: Final = "publication_year"
_START: Final = "recruitment_start"


@dataclass(frozen=True, slots=True)
class Technique:
    """The studies in which one kind of procedure is judged: `rulesets` by reference, empty where none judges any."""

    rulesets: tuple[str, ...]
    title: str
    frame: pl.DataFrame


def characteristics(scores: Scores, studies: Collection[str] | None = None) -> pl.DataFrame:
    """Return a row of text for each procedure that could be read, in the order of the records, under headings.

    After `LEADING` a column, headed by its label, for each field that a serving rule set reads and for what else is
    known of procedures. A cell holds the value with its unit and what qualifies it in brackets (planned, cited, unclear
    ...), else the status: not reported, not extracted, not applicable; `NOT_ASKED` where nothing hangs on it. A column
    in which nothing is asked or known is left out. `studies` (ids) limits the rows.
    """
    asked = [_asked(batch, scores.standard) for batch in scores.batches]
    read = {name for rows in asked for names in rows.values() for name in names}
    fields = {
        name: field
        for name, field in scores.standard.codebook.fields.items()
        if name in read or (field.belongs_to != "study" and name != _YEAR)
    }
    schema = dict.fromkeys((*LEADING, *(field.label for field in fields.values())), pl.String)
    rows = [
        row
        for batch, mine in zip(scores.batches, asked, strict=True)
        for row in _rows(batch, scores, fields, mine, studies)
    ]
    return _without_empty(pl.DataFrame(rows, schema=schema, orient="row"))


def by_technique(scores: Scores, studies: Collection[str] | None = None) -> tuple[Technique, ...]:
    """Return the same rows in tables that fit a page better: one for each set of rule sets that judges delivery.

    A study stands, with all of its arms, in the table of each kind of procedure that it holds; studies of which
    no procedure is judged stand in the last table.
    """
    whole = characteristics(scores, studies)
    judged = whole.filter(pl.col("Rule sets") != "")
    found = judged.select("Rule sets").unique().sort("Rule sets").to_series().to_list()
    tables = [
        Technique(
            tuple(references.split("; ")),
            _title(references.split("; "), scores.standard),
            _without_empty(_of(whole, judged.filter(pl.col("Rule sets") == references))),
        )
        for references in found
    ]
    rest = whole.join(judged, on="Study", how="anti", maintain_order="left")
    if rest.height:
        tables.append(Technique((), "Studies without a graded procedure", _without_empty(rest)))
    return tuple(tables)


def _of(whole: pl.DataFrame, mine: pl.DataFrame) -> pl.DataFrame:
    return whole.join(mine, on="Study", how="semi", maintain_order="left")


def _title(references: Sequence[str], standard: Standard) -> str:
    titles = {ruleset.reference: ruleset.title for ruleset in standard.rulesets}
    return "; ".join(titles[reference] for reference in references)


def _without_empty(frame: pl.DataFrame) -> pl.DataFrame:
    silent = [NOT_ASKED, spoken("not_applicable")]
    kept = [name for name in frame.columns if name in LEADING or not frame[name].is_in(silent).all()]
    return frame.select(kept)


def _rows(
    batch: Batch,
    scores: Scores,
    fields: Mapping[str, Field],
    asked: Mapping[int, set[str]],
    studies: Collection[str] | None,
) -> Iterator[tuple[str, ...]]:
    origin, known = batch.facts.origin, _labels(scores)
    readable = scores.grades.filter(pl.col("status") != "refused")
    results = {(row["study"], row["arm"], row["procedure"]): row for row in readable.iter_rows(named=True)}
    wanted = batch.settled if studies is None else batch.settled.filter(pl.col("study").is_in(list(studies)))
    for settled in wanted.iter_rows(named=True):
        row = settled["row"]
        result = results[settled["study"], settled["arm"], settled["procedure"]]
        printed = origin.observation(row, _YEAR)
        cells = [
            _cell(
                field,
                origin.observation(row, name),
                STATUSES[settled.get(f"{name}.status", settled["unstated"])],
                asked=name in asked[row],
            )
            for name, field in fields.items()
        ]
        study = known[settled["study"]]
        yield (study.label, *_leading(study, result, printed), *cells)


def _labels(scores: Scores) -> dict[str, Study]:
    """Return the studies by id, with labels that tell them apart."""
    studies: dict[str, Study] = {}
    for batch in scores.batches:
        for row in batch.settled.unique("study", keep="first", maintain_order=True)["row"]:
            study = batch.facts.origin.study(row)
            studies.setdefault(study.id, study)
    often = Counter(study.label for study in studies.values())
    return {
        name: study.model_copy(update={"label": f"{study.label} ({name})"}) if often[study.label] > 1 else study
        for name, study in studies.items()
    }


def _asked(batch: Batch, standard: Standard) -> dict[int, set[str]]:
    """Return for each row the fields that the rule sets read which serve it, or that would decide which one does."""
    found: dict[int, set[str]] = {row: set() for row in batch.settled["row"]}
    for row, fields in batch.gaps.select("row", "fields").iter_rows():
        found[row] |= set(fields.split())
    for judged in batch.graded.judged:
        number = standard.rulesets.index(judged.ruleset)
        covers = {_START, *fields_of(judged.ruleset.covers)}
        for domain in judged.ruleset.domains:
            criteria = [entry for entry in judged.ruleset.criteria if entry.domain == domain]
            read = {name for entry in criteria for name in fields_of(*entry.conditions.values())}
            for row in batch.graded.served.filter(pl.col(domain) == number)["row"]:
                found[row] |= covers | read
    return found


def _leading(study: Study, result: Mapping[str, Any], printed: Observation | None) -> tuple[str, ...]:
    arm = next((entry for entry in study.arms if entry.id == result["arm"]), None)
    procedure = next((entry for entry in arm.procedures if entry.id == result["procedure"]), None) if arm else None
    return (
        study.year or (printed.text if printed is not None and printed.value is not None else ""),
        arm.label if arm else result["arm"],
        result["role"],
        (procedure.label if procedure else None) or result["procedure"],
        (result["ruleset"] or "").replace(" ", "; "),
        _grade(result),
    )


def _grade(result: Mapping[str, Any]) -> str:
    """Return the grade as a range, or in words why there is none."""
    if result["status"] != "graded":
        reason: str = result["note"].partition(":")[0] if result["status"] == "gap" else "not_graded"
        return spoken(reason)
    low, high = result["grade_low"], result["grade_high"]
    return spoken("not_applicable") if low is None else brief_range(low, high)


def _cell(field: Field, observation: Observation | None, status: Status, *, asked: bool) -> str:
    if status == "not_applicable":
        return spoken(status)
    if observation is None or observation.value is None:
        said = observation is not None and observation.status != "not_extracted"
        return spoken(status) if asked or said else NOT_ASKED
    qualified: list[str] = [observation.basis] if observation.basis != "stated" else []
    qualified += [status] if status != "reported" else []
    qualified += ["varies"] if observation.varies else []
    words = value_words(observation.value, field)
    return f"{words} [{', '.join(spoken(word) for word in qualified)}]" if qualified else words
