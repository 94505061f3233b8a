"""The sentence for which the package exists: records in, grades out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal, get_args

import polars as pl

from fidelity.errors import Place, Problem, RulesUnsound, UsageError, did_you_mean, sort_problems
from fidelity.grade.table import DecisionTable, TableError
from fidelity.judge.settle import Contradiction, settle
from fidelity.model.facts import Facts
from fidelity.model.scheme import Scheme
from fidelity.model.words import GRADED_ROLES, Clock
from fidelity.read.reading import Reading, Refused
from fidelity.read.rules import Library, load_library
from fidelity.read.sources import read
from fidelity.scoring.batch import GRADED_AXIS, Graded, Standard, grade_batch, state_of
from fidelity.scoring.gaps import gaps_of
from fidelity.scoring.result import Batch, Scores
from fidelity.scoring.rows import refused_rows, rows_of

if TYPE_CHECKING:
    from pathlib import Path
    from typing import TypeAlias

    import pandas as pd

    from fidelity.model.study import Study

    Source: TypeAlias = (
        str
        | Path
        | Sequence[str]
        | Sequence[Path]
        | Sequence[Study]
        | Sequence[Mapping[str, Any]]
        | Study
        | Mapping[str, Any]
        | pl.DataFrame
        | pl.LazyFrame
        | pd.DataFrame
    )

NaMeaning = Literal["not_reported", "not_extracted", "unclear", "not_applicable"]
"""What NA in a table can mean."""


def standard_of(library: Library, profile: str, clock: Clock | None = None) -> Standard:
    """Return all that a profile brings, with one clock for every axis where one is named."""
    if profile not in library.profiles:
        raise UsageError(f"there is no profile {profile!r}: {did_you_mean(profile, library.profiles)}")
    chosen = library.profiles[profile].with_clock(clock)
    scheme = library.schemes[chosen.scheme]
    table = _table(library.tables.get(scheme.name), scheme)
    rulesets = tuple(ruleset.limited_to(chosen.domains_of(ruleset.id)) for ruleset in library.rulesets)
    ended = {line.reference: line.until for line in library.ledger.values() if line.until is not None}
    return Standard(library.codebook, chosen, scheme, table, rulesets, library.published, ended)


def _table(text: str | None, scheme: Scheme) -> DecisionTable:
    """Return the table that stands beside a scheme, if it is the whole table of just this scheme."""
    place = Place(f"rules/schemes/{scheme.id}/{scheme.version}.table.csv")
    try:
        table = DecisionTable.parse(text or "")
        table.check(scheme)
    except TableError as error:
        remedy = f"derive it: fidelity rules derive rules/schemes/{scheme.id}/{scheme.version}.yaml"
        raise RulesUnsound([Problem("decision-table", place, scheme.name, str(error), remedy)]) from None
    return table


def score(
    source: Source,
    *,
    profile: str = "multisociety",
    clock: Clock | None = None,
    na: NaMeaning | None = None,
    mapping: str | Path | None = None,
    library: Library | None = None,
    only: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Scores:
    """Grade every procedure of a source against a profile's technical standards.

    `source` is a path (file or folder), several paths, records (dicts as in a YAML file, or Study values; one, several,
    or a mapping with `studies`), or a Polars (lazy or not) or pandas frame with a row per procedure. `clock` sets that
    of every axis; None leaves each axis its own. `na` says what NA means in a table. `mapping` is the mapping file of
    tables that are a reviewer's own; without it, one beside a file is used (`arms.mapping.yaml` beside `arms.xlsx`).
    `library` takes rules that were loaded before, or other than the shipped ones. `only` names the one study to be
    graded. `progress` is called with the batches done and their number.

    What a person wrote wrongly does not raise: it stands in `problems`, its rows have status `refused`, and the others
    are scored. Raises RulesUnsound for rules that cannot be used, UsageError for a source, profile, clock or meaning of
    NA that is not there.
    """
    rules = library or load_library()
    standard = standard_of(rules, profile, clock)
    reading = read_source(source, rules, na, only, mapping=mapping)
    return score_reading(reading, standard, only=only, progress=progress)


def read_source(
    source: Source,
    rules: Library,
    na: NaMeaning | None = None,
    only: str | None = None,
    *,
    mapping: str | Path | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Reading:
    """Return what a source holds, read once; it can be scored by several standards of the same rules.

    `progress` is called with the thousandths of files that are read, and how many there are.
    """
    if na is not None and na not in get_args(NaMeaning):
        raise UsageError(f"NA cannot mean {na!r}: {did_you_mean(str(na), get_args(NaMeaning))}")
    return read(source, rules.codebook, na, only, mapping=mapping, progress=progress)


def score_reading(
    reading: Reading,
    standard: Standard,
    *,
    only: str | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Scores:
    """Grade every procedure that was read by one standard."""
    problems = list(reading.problems)
    refused = list(reading.refused)
    batches: list[Batch] = []
    for done, facts in enumerate(reading.batches, start=1):
        frame, contradictory = _settled(facts, standard, only)
        refused += contradictory
        problems += [problem for entry in contradictory for problem in entry.problems]
        batches.append(_batch(facts, frame, standard))
        if progress is not None:
            progress(done, len(reading.batches))
    rows = [rows_of(batch, standard) for batch in batches]
    grades = pl.concat([*rows, refused_rows(refused, standard)])
    return Scores(grades, tuple(sort_problems(problems)), standard, tuple(batches), reading.notes)


def _settled(facts: Facts, standard: Standard, only: str | None) -> tuple[pl.DataFrame, list[Refused]]:
    numbered = facts.frame.with_row_index("row")
    chosen = numbered if only is None else numbered.filter(pl.col("study") == only)
    frame, found = settle(chosen, standard.codebook)
    by_row: dict[int, list[Problem]] = {}
    for contradiction in found:
        row = chosen["row"][contradiction.row]
        by_row.setdefault(row, []).append(_contradiction(contradiction, row, facts, standard))
    refused = []
    for row, problems in by_row.items():
        study, arm, procedure, role = facts.frame.select("study", "arm", "procedure", "role").row(row)
        refused.append(Refused(study, arm, procedure, role, facts.origin.place(row), tuple(problems)))
    return (frame.filter(~pl.col("row").is_in(list(by_row))) if by_row else frame), refused


def _contradiction(found: Contradiction, row: int, facts: Facts, standard: Standard) -> Problem:
    label = standard.codebook.fields[found.field].label
    place = facts.origin.place(row, found.field)
    study, procedure = facts.frame.select("study", "procedure").row(row)
    if found.kind == "answered":
        what = f"{label} is answered, but does not apply to what else is said of this procedure"
        remedy = "correct the one or the other, or write not applicable"
        return Problem("does-not-apply", place, f"{study}/{procedure}", what, remedy)
    what = f"{label} is marked not applicable, but applies to this procedure"
    return Problem("applies", place, f"{study}/{procedure}", what, "write NR for not reported, or leave it empty")


def _batch(facts: Facts, frame: pl.DataFrame, standard: Standard) -> Batch:
    gradable = frame.filter(pl.col("role").is_in(list(GRADED_ROLES)))
    graded = grade_batch(gradable, standard)
    states = state_of(graded.served, standard.scheme.axes[GRADED_AXIS])
    rest = states < 0
    delivery = set(standard.scheme.axes[GRADED_AXIS])
    found = [entry for entry in standard.editions(GRADED_AXIS) if any(map(entry.ruleset.serves, delivery))]
    gaps = gaps_of(facts, gradable.filter(rest), states.filter(rest), found, standard.codebook, standard.profile.id)
    return Batch(facts, frame, _without_gaps(graded, rest), gaps)


def _without_gaps(graded: Graded, gap: pl.Series) -> Graded:
    if not gap.any():
        return graded
    kept = graded.served.filter(~gap)
    judged = tuple(
        type(entry)(entry.ruleset, entry.bytes.join(kept, on="row", how="semi", maintain_order="left"))
        for entry in graded.judged
    )
    return Graded(kept, judged, graded.grades.filter(~gap))
