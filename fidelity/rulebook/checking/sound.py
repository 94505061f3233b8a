"""What makes the criteria of one rule set sound: each can be met and missed, and no two are the same or exclusive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import polars as pl

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Condition, Leaf, leaves_of
from fidelity.model.facts import value_columns
from fidelity.model.judgement import MET, NOT_APPLICABLE, NOT_MET, PARTLY_MET
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.scheme import Scheme
from fidelity.rulebook.cells.grid import TooLarge, components, grid_of, verdicts_of
from fidelity.rulebook.cells.growing import read_by
from fidelity.rulebook.checking.finding import Finding, listed

LIMIT = 400_000
"""The most procedures that are judged at once; what needs more is looked at in parts or named as undecided."""


@dataclass(frozen=True)
class Tried:
    """Criteria that share fields, tried on every procedure that a rule set covers.

    `rows` holds each combination of their verdicts once for each combination of scope fields; `undecided` stands
    where they are too many together.
    """

    criteria: tuple[Criterion, ...]
    rows: pl.DataFrame | None
    undecided: TooLarge | None = None


def try_out(ruleset: RuleSet, criteria: Sequence[Criterion], codebook: Codebook) -> list[Tried]:
    """Return the criteria of a rule set in components, each with all that it can say of a covered procedure.

    Criteria on reporting stand apart: what was done and what was said of it do not bear on one another.
    """
    cuts = scope_cuts(ruleset, criteria, codebook)
    found = []
    for asked in ([c for c in criteria if not about_report(c)], [c for c in criteria if about_report(c)]):
        for component in components(asked, codebook, fixed=codebook.scope_fields):
            rows = tried(ruleset, component, codebook, cuts)
            undecided = rows if isinstance(rows, TooLarge) else None
            found.append(Tried(component, None if isinstance(rows, TooLarge) else rows, undecided))
    return found


def about_report(criterion: Criterion) -> bool:
    """Whether a criterion asks what the report says, and not what was done."""
    return any(leaf.reported for condition in criterion.conditions.values() for _, leaf in leaves_of(condition))


def scope_cuts(ruleset: RuleSet, criteria: Sequence[Criterion], codebook: Codebook) -> tuple[Leaf, ...]:
    """Return every comparison of a scope field on which a rule set depends, so that all its parts see one scope."""
    conditions = [ruleset.covers, *(c for criterion in criteria for c in criterion.conditions.values())]
    gates = [codebook.fields[name].applies_when for name in read_by(conditions, codebook)]
    leaves = (leaf for condition in (*conditions, *gates) if condition for _, leaf in leaves_of(condition))
    return tuple(dict.fromkeys(leaf for leaf in leaves if codebook.fields[leaf.field].scope))


def tried(
    ruleset: RuleSet,
    criteria: Sequence[Criterion],
    codebook: Codebook,
    cuts: Sequence[Condition] = (),
    *,
    within: Condition | None = None,
) -> pl.DataFrame | TooLarge:
    """Return each combination of verdicts that criteria can give, once for each combination of scope fields."""
    conditions = [*cuts, *(condition for criterion in criteria for condition in criterion.conditions.values())]
    grid = grid_of(conditions, codebook, within=within or ruleset.covers, limit=LIMIT)
    if isinstance(grid, TooLarge):
        return grid
    scope = [
        f"{name}.{suffix}"
        for name in codebook.scope_fields
        for suffix in ("status", *value_columns(codebook.fields[name]))
    ]
    return pl.concat(
        [grid.frame.select(scope), verdicts_of(grid, ruleset, criteria, codebook)], how="horizontal"
    ).unique(maintain_order=True)


def criteria_faults(
    ruleset: RuleSet, found: Sequence[Tried], codebook: Codebook, scheme: Scheme | None
) -> Iterator[Finding]:
    """Yield what is wrong with criteria by themselves and in pairs."""
    numbers = {criterion.id: number for number, criterion in enumerate(ruleset.criteria)}
    for part in found:
        dead: set[str] = set()
        for criterion in part.criteria:
            rows = part.rows if part.rows is not None else tried(ruleset, [criterion], codebook)
            if isinstance(rows, TooLarge):
                yield undecided(ruleset, numbers[criterion.id], [criterion], rows)
                continue
            faults = list(_alone(ruleset, criterion, numbers[criterion.id], rows))
            dead |= {criterion.id} if faults else set()
            yield from faults
        for first, second in combinations(part.criteria, 2):
            if {first.id, second.id} & dead or not _share(first, second, codebook):
                continue
            rows = part.rows if part.rows is not None else tried(ruleset, [first, second], codebook)
            if isinstance(rows, TooLarge):
                yield undecided(ruleset, numbers[second.id], [first, second], rows)
            else:
                path = ("criteria", numbers[second.id])
                yield from pair_faults((ruleset, first), (ruleset, second), rows, scheme, path)


def _share(first: Criterion, second: Criterion, codebook: Codebook) -> bool:
    fields = [set(read_by(tuple(entry.conditions.values()), codebook)) for entry in (first, second)]
    return bool(fields[0] & fields[1] - set(codebook.scope_fields))


def undecided(ruleset: RuleSet, number: int, criteria: Sequence[Criterion], found: TooLarge) -> Finding:
    """Return the remark that criteria are too large to be decided."""
    names = listed(criterion.id for criterion in criteria)
    what = f"what {names} can say is undecided: {found.cells} procedures over {', '.join(found.fields)}"
    fault = Fault("undecided", what, "nothing has to be done; fewer numbers and fields would make it decidable")
    return Finding(ruleset.reference, ("criteria", number), fault, remark=True)


def _alone(ruleset: RuleSet, criterion: Criterion, number: int, rows: pl.DataFrame) -> Iterator[Finding]:
    verdicts = set(rows[criterion.id].unique().to_list())
    name, at = criterion.id, ("criteria", number)
    key = "met_when" if criterion.met_when is not None else "not_met_when"
    where: tuple[str | int, ...] = (*at, key)
    if verdicts <= {NOT_APPLICABLE}:
        when = (*at, "applies_when") if criterion.applies_when is not None else where
        what = f"{name} never applies to a procedure that the rule set covers"
        yield Finding(ruleset.reference, when, Fault("never-applies", what, "mend applies_when, or leave it out"))
        return
    if MET not in verdicts:
        what = f"no procedure that the rule set covers can meet {name}"
        yield Finding(ruleset.reference, where, Fault("never-met", what, f"mend {key}"))
    floored = criterion.partly_met_when is not None
    if NOT_MET not in verdicts and floored and PARTLY_MET in verdicts:
        what = f"{name} can never fail: every procedure that misses it reaches its floor"
        fault = Fault("never-fails", what, "narrow the floor, or lower the level and leave the floor out")
        yield Finding(ruleset.reference, (*at, "partly_met_when"), fault)
    elif NOT_MET not in verdicts:
        what = f"{name} can never fail: every procedure that the rule set covers meets it, where it applies"
        yield Finding(ruleset.reference, where, Fault("never-fails", what, f"mend {key}, or leave it out"))
    if floored and PARTLY_MET not in verdicts:
        what = f"the floor of {name} decides nothing: what reaches it meets the criterion"
        fault = Fault("floor-idle", what, "widen the floor, or leave it out")
        yield Finding(ruleset.reference, (*at, "partly_met_when"), fault)


def pair_faults(
    first: tuple[RuleSet, Criterion],
    second: tuple[RuleSet, Criterion],
    rows: pl.DataFrame,
    scheme: Scheme | None,
    path: tuple[str | int, ...],
) -> Iterator[Finding]:
    """Yield where two criteria cannot both be met, or are the same on one axis; the second one is named by the path.

    `rows` has a column of verdicts for each, called by its id; by `first` and `second` where two rule sets meet.
    """
    (one, a), (other, b) = first, second
    names = (a.id, b.id) if one.reference == other.reference else ("first", "second")
    left, right = rows[names[0]], rows[names[1]]
    name = a.id if one.reference == other.reference else f"{one.reference}/{a.id}"
    either_met = (left == MET) & (right != NOT_APPLICABLE), (right == MET) & (left != NOT_APPLICABLE)
    # A criterion that applies only where another is missed asks what is left to ask there, and contradicts nothing.
    if all(met.any() for met in either_met) and not (either_met[0] & either_met[1]).any():
        what = f"where {b.id} and {name} both apply, whoever meets the one misses the other"
        fault = Fault("cannot-both-be-met", what, "mend one of them, or let applies_when part them")
        yield Finding(other.reference, path, fault, remark="note" in (a.level, b.level))
    elif (left == right).all() and _axis(a, scheme) == _axis(b, scheme):
        what = f"{b.id} says the same of every procedure as {name}"
        yield Finding(other.reference, path, Fault("same-criterion", what, "keep one of them: one fault counts once"))


def _axis(criterion: Criterion, scheme: Scheme | None) -> str | None:
    if scheme is None or criterion.domain not in scheme.domains:
        return criterion.domain
    return scheme.axis_of(criterion.domain)


def floor_witness(ruleset: RuleSet, criterion: Criterion, codebook: Codebook) -> dict[str, str] | TooLarge | None:
    """Return a procedure that meets a criterion and misses its floor; None where there is none."""
    assert criterion.met_when is not None
    assert criterion.partly_met_when is not None
    bare = {"not_met_when": None, "partly_met_when": None}
    met = criterion.model_copy(update={**bare, "id": "met"})
    floor = criterion.model_copy(update={**bare, "id": "floor", "met_when": criterion.partly_met_when})
    grid = grid_of(tuple(criterion.conditions.values()), codebook, within=ruleset.covers, limit=LIMIT)
    if isinstance(grid, TooLarge):
        return grid
    verdicts = verdicts_of(grid, ruleset, [met, floor], codebook)
    outside = ((verdicts["met"] == MET) & (verdicts["floor"] == NOT_MET)).arg_true()
    return None if outside.is_empty() else grid.facts(int(outside[0]))


def covered_by_both(first: RuleSet, second: RuleSet) -> Condition:
    """Return the condition that both rule sets cover a procedure."""
    return AllOf(all=(first.covers, second.covers))
