"""What makes rule sets sound together: whose word holds for which procedure, and whether their criteria agree."""

from __future__ import annotations

import operator
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import combinations, product

import polars as pl

from fidelity.errors import Fault
from fidelity.judge.conditions import Context
from fidelity.judge.leaves import Columns
from fidelity.judge.tri import expression
from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Condition, Leaf, fields_of
from fidelity.model.profile import NamedProcedure, Profile
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.scheme import Scheme
from fidelity.read.rules import Library
from fidelity.rulebook.cells.grid import Grid, TooLarge, grid_of
from fidelity.rulebook.checking.finding import Finding, listed
from fidelity.rulebook.checking.sound import about_report, covered_by_both, pair_faults, tried
from fidelity.scoring.batch import GRADED_AXIS


class Scopes:
    """Every combination of scope fields, with the rule sets that cover it and the procedures that it is."""

    def __init__(self, rulesets: Sequence[RuleSet], procedures: Sequence[NamedProcedure], codebook: Codebook) -> None:
        conditions = {ruleset.reference: ruleset.covers for ruleset in rulesets}
        conditions |= {f"procedure {procedure.id}": scope_of(procedure) for procedure in procedures}
        grid = grid_of(list(conditions.values()), codebook)
        assert isinstance(grid, Grid), "conditions on scope fields alone are always enumerated whole"
        self.grid = grid
        context = Context(codebook, Columns.of(grid.frame))
        planes = {name: expression(context.compile(condition).true) for name, condition in conditions.items()}
        numbered = {f"plane {number}": plane for number, plane in enumerate(planes.values())}
        found = grid.frame.select("row", **numbered)
        self.holds: Mapping[str, pl.Series] = {name: found[f"plane {number}"] for number, name in enumerate(planes)}

    def words(self, row: int) -> str:
        """Return what a procedure is, in the words of the codebook."""
        fields = self.grid.codebook.fields
        facts = self.grid.facts(row).items()
        return ", ".join(fields[name].choices[choice].label for name, choice in facts if fields[name].scope)


def scope_of(procedure: NamedProcedure) -> Condition:
    """Return the condition that something is a named procedure."""
    return AllOf(all=tuple(Leaf(field=name, equals=choice) for name, choice in procedure.scope.items()))


def overlaps(rulesets: Sequence[RuleSet], library: Library, scopes: Scopes) -> Iterator[Finding]:
    """Yield where two rule sets of a profile have the word on one domain of the same procedure."""
    seen: dict[tuple[str, str], list[tuple[Profile, tuple[str, ...], int]]] = {}
    for profile in library.profiles.values():
        scheme = library.schemes.get(profile.scheme)
        for first, second, row in _overlapping(profile, rulesets, scopes) if scheme else ():
            assert scheme is not None
            shared = [d for d in scheme.domains if _serves(first, d, profile) and _serves(second, d, profile)]
            if shared:
                seen.setdefault((first.reference, second.reference), []).append((profile, tuple(shared), row))
    for (first_name, second_name), found in seen.items():
        names = listed(profile.id for profile, *_ in found)
        domains, row = found[0][1:]
        place = library.documents[first_name].place(("covers",), key=True)
        what = (
            f"{second_name} and {first_name} ({place}) both have the word on {listed(domains)} of one procedure"
            f" ({scopes.words(row)}) in {names}"
        )
        fault = Fault("scopes-overlap", what, "narrow `covers`, or let the profile name the domains that each serves")
        yield Finding(second_name, ("covers",), fault, key=True)


def _overlapping(
    profile: Profile, rulesets: Sequence[RuleSet], scopes: Scopes
) -> Iterator[tuple[RuleSet, RuleSet, int]]:
    names = profile.names
    mine = sorted((entry for entry in rulesets if entry.id in names), key=lambda entry: names.index(entry.id))
    for first, second in combinations(mine, 2):
        if first.id != second.id:
            both = (scopes.holds[first.reference] & scopes.holds[second.reference]).arg_true()
            if not both.is_empty():
                yield first, second, int(both[0])


def _serves(ruleset: RuleSet, domain: str, profile: Profile) -> bool:
    domains = profile.domains_of(ruleset.id)
    return ruleset.serves(domain) and (domains is None or domain in domains)


def uncovered(
    rulesets: Sequence[RuleSet], procedures: Sequence[NamedProcedure], library: Library, scopes: Scopes
) -> Iterator[Finding]:
    """Yield, as remarks, the named procedures on whose delivery no rule set of a profile has the word."""
    spoken_for = {profile.id: _served(profile, rulesets, library, scopes) for profile in library.profiles.values()}
    for procedure in procedures:
        number = library.procedures.procedures.index(procedure)
        mine = scopes.holds[f"procedure {procedure.id}"]
        whole = {name: covered.filter(mine) for name, covered in spoken_for.items()}
        wholly = [name for name, covered in whole.items() if not covered.any()]
        partly = [name for name, covered in whole.items() if covered.any() and not covered.all()]
        for names, how in ((wholly, "not covered"), (partly, "covered in part only")):
            if names:
                what = f"{procedure.title}: {how} for {GRADED_AXIS} in {listed(names)}"
                fault = Fault("uncovered", what, "nothing has to be done where no standard is meant to cover it")
                yield Finding("procedures", ("procedures", number), fault, remark=True)


def _served(profile: Profile, rulesets: Sequence[RuleSet], library: Library, scopes: Scopes) -> pl.Series:
    """Return the combinations of scope fields on whose delivery a rule set of the profile has the word."""
    scheme = library.schemes.get(profile.scheme)
    domains = scheme.axes.get(GRADED_AXIS, ()) if scheme else ()
    mine = [ruleset for ruleset in rulesets if ruleset.id in profile.names]
    serving = [ruleset for ruleset in mine if any(_serves(ruleset, domain, profile) for domain in domains)]
    nowhere = scopes.grid.frame.select(pl.repeat(False, pl.len())).to_series()
    return reduce(operator.or_, (scopes.holds[ruleset.reference] for ruleset in serving), nowhere)


def across(
    rulesets: Sequence[RuleSet], criteria: Mapping[str, Sequence[Criterion]], library: Library, scopes: Scopes
) -> Iterator[Finding]:
    """Yield where criteria of two rule sets that a profile asks of the same procedure exclude or repeat each other."""
    latest = {ruleset.id: ruleset for ruleset in sorted(rulesets, key=lambda entry: entry.order)}
    done: set[tuple[str, str, str, str]] = set()
    for profile in library.profiles.values():
        scheme = library.schemes.get(profile.scheme)
        for first, second, _ in _overlapping(profile, list(latest.values()), scopes):
            asked = (
                [entry for entry in criteria[ruleset.reference] if _serves(ruleset, entry.domain, profile)]
                for ruleset in (first, second)
            )
            for a, b in product(*asked):
                key = (first.reference, a.id, second.reference, b.id)
                if key not in done and _bear_on_each_other(a, b, library.codebook):
                    done.add(key)
                    yield from _between((first, a), (second, b), library.codebook, scheme)


def _bear_on_each_other(first: Criterion, second: Criterion, codebook: Codebook) -> bool:
    if about_report(first) or about_report(second):
        return False
    fields = [set(fields_of(*entry.conditions.values())) for entry in (first, second)]
    return bool(fields[0] & fields[1] - set(codebook.scope_fields))


def _between(
    first: tuple[RuleSet, Criterion], second: tuple[RuleSet, Criterion], codebook: Codebook, scheme: Scheme | None
) -> Iterator[Finding]:
    renamed = [
        criterion.model_copy(update={"id": name}) for (_, criterion), name in ((first, "first"), (second, "second"))
    ]
    rows = tried(first[0], renamed, codebook, within=covered_by_both(first[0], second[0]))
    number = second[0].criteria.index(second[1])
    if isinstance(rows, TooLarge):
        names = f"{first[0].id}/{first[1].id} and {second[0].id}/{second[1].id}"
        what = f"whether {names} agree is undecided: {rows.cells} procedures over {', '.join(rows.fields)}"
        fault = Fault("undecided", what, "nothing has to be done; fewer numbers and fields would make it decidable")
        yield Finding(second[0].reference, ("criteria", number), fault, remark=True)
        return
    yield from pair_faults(first, second, rows, scheme, ("criteria", number))
