"""What a change of rules does: between rule sets, profiles or whole rules folders, and to real studies."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from fidelity.model.codebook import Codebook, Field
from fidelity.model.digest import digest_of
from fidelity.model.profile import Part, Profile
from fidelity.model.ruleset import RuleSet
from fidelity.read.compared import Side
from fidelity.read.rules import Library
from fidelity.rulebook.cells.growing import read_by
from fidelity.rulebook.diff.changes import RuleSetDiff, diff_of
from fidelity.rulebook.diff.moves import Moves, moves_between
from fidelity.rulebook.diff.profiles import ProfileDiff, diff_of_profiles
from fidelity.scoring.score import score

if TYPE_CHECKING:
    from fidelity.scoring.score import Source

_OF_A_FIELD: Final = ("type", "unit", "range", "order", "choices", "groups", "applies_when", "scope")


@dataclass(frozen=True, slots=True)
class FolderDiff:
    """Two rules folders compared: what was added and dropped, and everything that differs in what both hold."""

    details: tuple[str, ...]
    rulesets: tuple[RuleSetDiff, ...]
    profiles: tuple[tuple[str, ProfileDiff], ...]
    unchanged: int


Difference = RuleSetDiff | ProfileDiff | FolderDiff


def difference(first: Side, second: Side) -> Difference:
    """Return what differs between two sides of one kind."""
    if first.ruleset is not None and second.ruleset is not None:
        return _of_rule_sets((first.ruleset, second.ruleset), (first.library.codebook, second.library.codebook))
    if first.profile is not None and second.profile is not None:
        return diff_of_profiles((first.library, first.profile), (second.library, second.profile))
    return _of_folders(first.library, second.library)


def _of_rule_sets(rulesets: tuple[RuleSet, RuleSet], codebooks: tuple[Codebook, Codebook]) -> RuleSetDiff:
    found = diff_of(*rulesets, codebooks)
    conditions = [
        condition
        for ruleset in rulesets
        for condition in (ruleset.covers, *(c for entry in ruleset.criteria for c in entry.conditions.values()))
    ]
    read = {name for codebook in codebooks for name in read_by(conditions, codebook)}
    changed = tuple(_field_changes(*codebooks, read))
    # The same words ask something else where the codebook gives a field another meaning.
    return replace(found, details=(*changed, *found.details), standing=True) if changed else found


def _of_folders(first: Library, second: Library) -> FolderDiff:
    codebooks = first.codebook, second.codebook
    details = [*codebook_changes(*codebooks)]
    mine, other = ({ruleset.reference: ruleset for ruleset in library.rulesets} for library in (first, second))
    pairs = [
        (mine[name], other[name]) for name in mine if name in other and _differ(mine[name], other[name], codebooks)
    ]
    for name in (name for name in other if name not in mine):
        older = [ruleset for ruleset in first.rulesets if ruleset.id == other[name].id]
        if older:
            pairs.append((max(older, key=lambda ruleset: ruleset.order), other[name]))
        else:
            details.append(f"rule set added: {name}: {other[name].title}")
    details += [f"rule set dropped: {name}: {mine[name].title}" for name in mine if name not in other]
    details += _names("profile", first.profiles, second.profiles)
    procedures = [{entry.id: entry for entry in library.procedures.procedures} for library in (first, second)]
    details += _names("named procedure", *procedures)
    profiles = []
    for name in first.profiles:
        if name in second.profiles and first.profiles[name] != second.profiles[name]:
            sides = (first, first.profiles[name]), (second, second.profiles[name])
            profiles.append((name, diff_of_profiles(*sides)))
    alike = sum(name in other for name in mine) - sum(a.reference == b.reference for a, b in pairs)
    return FolderDiff(tuple(details), tuple(diff_of(*pair, codebooks) for pair in pairs), tuple(profiles), alike)


def _differ(first: RuleSet, second: RuleSet, codebooks: tuple[Codebook, Codebook]) -> bool:
    return first != second or digest_of(first, codebooks[0]) != digest_of(second, codebooks[1])


def _names(what: str, first: object, second: object) -> Iterator[str]:
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    yield from (f"{what} added: {name}" for name in second if name not in first)
    yield from (f"{what} dropped: {name}" for name in first if name not in second)


def codebook_changes(first: Codebook, second: Codebook) -> Iterator[str]:
    """Yield in words what differs between two codebooks as far as a judgement can hang on it."""
    if first.reference != second.reference:
        yield f"codebook: {first.reference} → {second.reference}"
    yield from _field_changes(first, second, {*first.fields, *second.fields})


def _field_changes(first: Codebook, second: Codebook, names: Collection[str]) -> Iterator[str]:
    for name in (name for name in second.fields if name in names):
        if name not in first.fields:
            yield f"field added: {second.fields[name].label} ({name})"
    for name, field in ((name, field) for name, field in first.fields.items() if name in names):
        if name not in second.fields:
            yield f"field dropped: {field.label} ({name})"
            continue
        keys = [key for key in _OF_A_FIELD if _meant(field, key) != _meant(second.fields[name], key)]
        if keys:
            yield f"field changed: {second.fields[name].label} ({name}): {', '.join(keys)}"


def _meant(field: Field, key: str) -> object:
    """Return what a field says at a key, without the words that only people read."""
    if key == "choices":
        return tuple(field.choices)
    if key == "groups":
        return {name: frozenset(group.choices) for name, group in field.groups.items()}
    return getattr(field, key)


def moved_studies(source: Source, first: Side, second: Side, profile: str) -> Moves:
    """Return which procedures of real studies are graded otherwise by the one side and by the other.

    Profiles grade by themselves. Folders grade by the profile that is named; so do rule sets, each in the place that
    either of the two has in it.
    """
    rules = [_standing_in(side, other, profile) for side, other in ((first, second), (second, first))]
    graded = [score(source, profile=name, library=library).grades for library, name in rules]
    return moves_between(graded[0], graded[1])


def _standing_in(side: Side, other: Side, profile: str) -> tuple[Library, str]:
    """Return the library in which a side stands alone against the other, and the profile that grades."""
    if side.profile is not None:
        return side.library, side.profile.id
    if side.ruleset is None or other.ruleset is None or profile not in side.library.profiles:
        return side.library, profile
    compared = {side.ruleset.id, other.ruleset.id}
    rulesets = tuple(ruleset for ruleset in side.library.rulesets if ruleset.id not in compared)
    taken = _with(side.library.profiles[profile], side.ruleset.id, compared)
    library = replace(
        side.library,
        rulesets=(*rulesets, side.ruleset),
        profiles={**side.library.profiles, profile: taken},
        published=side.library.published - {side.ruleset.reference},
    )
    return library, profile


def _with(profile: Profile, name: str, compared: set[str]) -> Profile:
    places = [number for number, part in enumerate(profile.rule_sets) if part.id in compared]
    parts = [part for part in profile.rule_sets if part.id not in compared]
    domains = profile.rule_sets[places[0]].domains if places else None
    parts.insert(places[0] if places else len(parts), Part(id=name, domains=domains))
    return profile.model_copy(update={"rule_sets": tuple(parts)})
