"""What changed between two rule sets, criterion by criterion: by what they judge, not by how they are written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from fidelity.model.codebook import Codebook
from fidelity.model.condition import fields_of
from fidelity.model.digest import spelled_criterion
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.rulebook.cells.grid import Same
from fidelity.rulebook.diff.meaning import Meaning, Undecided, Witness, meaning_of
from fidelity.rulebook.diff.scope import ScopeChange, scope_change

Kind = Literal[
    "added", "dropped", "changed", "moved", "re-levelled", "re-sourced", "re-dated", "reworded", "renamed", "annotated"
]

JUDGING: Final[frozenset[Kind]] = frozenset({"added", "dropped", "changed", "re-levelled", "re-dated"})
"""Changes after which a procedure may be judged or graded otherwise; moving to another domain is one too."""

Codebooks = tuple[Codebook, Codebook]


@dataclass(frozen=True, slots=True)
class Change:
    """One criterion that is not the same on both sides; `details` says in words what differs.

    `meaning`: the proof or the witness, where the conditions are not written alike.
    """

    first: Criterion | None
    second: Criterion | None
    kinds: tuple[Kind, ...]
    details: tuple[str, ...]
    meaning: Meaning | None
    judges: bool

    @property
    def shown(self) -> Criterion:
        """The criterion by which the change is called: the second, or the first where it was dropped."""
        found = self.second or self.first
        assert found is not None
        return found


@dataclass(frozen=True, slots=True)
class RuleSetDiff:
    """Two rule sets compared: what differs of the whole, where they apply, and criterion by criterion."""

    first: RuleSet
    second: RuleSet
    details: tuple[str, ...]
    scope: ScopeChange | Undecided | None
    changes: tuple[Change, ...]
    unchanged: int
    standing: bool

    @property
    def judges(self) -> bool:
        """Whether a procedure may be judged or graded otherwise."""
        return self.standing or self.scope is not None or any(change.judges for change in self.changes)

    @property
    def nothing(self) -> bool:
        """Whether nothing at all differs, not even a word."""
        return not self.details and self.scope is None and not self.changes


def diff_of(first: RuleSet, second: RuleSet, codebooks: Codebooks) -> RuleSetDiff:
    """Return what differs between two rule sets.

    Criteria are matched by id. Between rule sets of different ids, what is left is matched by equal meaning, and what
    is left then by what it asks about: the same domain and the same fields.
    """
    pairs = _matched(first, second, codebooks)
    moved = _out_of_order(first, second, pairs)
    changes: list[Change] = []
    unchanged = 0
    for mine, other in pairs:
        found = _change((first, mine), (second, other), codebooks, moved=mine.id in moved)
        if found is None:
            unchanged += 1
        else:
            changes.append(found)
    kept, taken = {mine.id for mine, _ in pairs}, {other.id for _, other in pairs}
    changes += [
        Change(entry, None, ("dropped",), (), None, judges=True) for entry in first.criteria if entry.id not in kept
    ]
    changes += [
        Change(None, entry, ("added",), (), None, judges=True) for entry in second.criteria if entry.id not in taken
    ]
    standing = (first.in_force, _word(first)) != (second.in_force, _word(second))
    details = tuple(_of_the_whole(first, second))
    scope = scope_change(first, second, codebooks)
    return RuleSetDiff(first, second, details, scope, tuple(changes), unchanged, standing)


def _word(ruleset: RuleSet) -> bool | None:
    """Return whether a rule set calls its technique non-standard, with confirmation; None: it holds criteria."""
    return None if ruleset.non_standard is None else ruleset.non_standard.confirmed


def _of_the_whole(first: RuleSet, second: RuleSet) -> Iterator[str]:
    words = {None: "holds criteria", True: "names the technique non-standard", False: "non-standard, unconfirmed"}
    for label, mine, other in (
        ("title", first.title, second.title),
        ("codebook", first.codebook, second.codebook),
        ("in force from", str(first.in_force.start), str(second.in_force.start)),
        ("its word", words[_word(first)], words[_word(second)]),
    ):
        if mine != other:
            yield f"{label}: {mine} → {other}"
    if first.non_standard and second.non_standard and first.non_standard != second.non_standard:
        yield "the text on the non-standard technique differs"
    if first.unreached != second.unreached:
        yield "the declared unreached grades differ"
    if first.documents != second.documents:
        named = {**first.documents, **second.documents}
        changed = [key for key in named if first.documents.get(key) != second.documents.get(key)]
        yield f"documents: {', '.join(changed)}"


def _matched(first: RuleSet, second: RuleSet, codebooks: Codebooks) -> list[tuple[Criterion, Criterion]]:
    others = {criterion.id: criterion for criterion in second.criteria}
    pairs = [(criterion, others[criterion.id]) for criterion in first.criteria if criterion.id in others]
    if first.id == second.id:
        return pairs

    def same_meaning(mine: Criterion, other: Criterion) -> bool:
        alike = _read(mine) == _read(other)
        return alike and isinstance(meaning_of((first, mine), (second, other), codebooks), Same)

    def same_question(mine: Criterion, other: Criterion) -> bool:
        return mine.domain == other.domain and set(mine.asked) == set(other.asked)

    for fits in (same_meaning, same_question):
        left = [criterion for criterion in second.criteria if criterion.id not in {other.id for _, other in pairs}]
        for criterion in first.criteria:
            if criterion.id in {mine.id for mine, _ in pairs}:
                continue
            found = next((other for other in left if fits(criterion, other)), None)
            if found is not None:
                pairs.append((criterion, found))
                left.remove(found)
    return pairs


def _read(criterion: Criterion) -> set[str]:
    return set(fields_of(*criterion.conditions.values()))


def _out_of_order(first: RuleSet, second: RuleSet, pairs: Sequence[tuple[Criterion, Criterion]]) -> set[str]:
    """Return the criteria that stand elsewhere among their like: the fewest whose move explains the new order."""
    before = [criterion.id for criterion in first.criteria]
    after = [criterion.id for criterion in second.criteria]
    ordered = sorted(pairs, key=lambda pair: before.index(pair[0].id))
    places = [after.index(other.id) for _, other in ordered]
    rising: list[tuple[int, ...]] = []  # for each position the longest run of criteria still in order that ends there
    for position, place in enumerate(places):
        before_it = [run for run in rising if places[run[-1]] < place]
        rising.append((*_longest(before_it), position))
    stayed = set(_longest(rising))
    return {mine.id for position, (mine, _) in enumerate(ordered) if position not in stayed}


def _longest(runs: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    none: tuple[int, ...] = ()
    return max([none, *runs], key=len)


def _change(
    first: tuple[RuleSet, Criterion], second: tuple[RuleSet, Criterion], codebooks: Codebooks, *, moved: bool
) -> Change | None:
    mine, other = first[1], second[1]
    meaning: Meaning | None = None
    if _logic(mine, codebooks[0]) != _logic(other, codebooks[1]):
        meaning = meaning_of(first, second, codebooks)
    found = dict(_kinds(first, second, meaning, moved=moved))
    if not found:
        return None
    details = tuple(line for line in found.values() if line)
    counted = mine.counted != other.counted
    judges = bool(JUDGING & set(found)) or mine.domain != other.domain or counted
    return Change(mine, other, tuple(found), details, meaning, judges)


def _logic(criterion: Criterion, codebook: Codebook) -> object:
    return spelled_criterion(criterion, codebook).conditions


def _kinds(
    first: tuple[RuleSet, Criterion], second: tuple[RuleSet, Criterion], meaning: Meaning | None, *, moved: bool
) -> Iterator[tuple[Kind, str]]:
    mine, other = first[1], second[1]
    if isinstance(meaning, Witness | Undecided):
        yield "changed", _from_to("sentence", mine.title, other.title)
    elif meaning is not None or mine.title != other.title:
        yield "reworded", _from_to("sentence", mine.title, other.title) or "the condition is written otherwise"
    if mine.id != other.id:
        yield "renamed", _from_to("id", mine.id, other.id)
    if mine.domain != other.domain or moved:
        yield "moved", _from_to("domain", mine.domain, other.domain) or "it stands at another place"
    if mine.level != other.level:
        yield "re-levelled", _from_to("level", mine.level, other.level)
    if _cited(first) != _cited(second):
        counted = _from_to("counted", _yes(mine.counted), _yes(other.counted))
        yield "re-sourced", "; ".join(part for part in (*_sources(first, second), counted) if part)
    if _since(first) != _since(second):
        yield "re-dated", _from_to("asked since", _since(first), _since(second))
    keys = ("level_because", "threshold_by", "dissent", "standard_ref", "note")
    differing = [key for key in keys if getattr(mine, key) != getattr(other, key)]
    if differing:
        yield "annotated", f"{', '.join(differing)} differ{'s' if len(differing) == 1 else ''}"


def _since(side: tuple[RuleSet, Criterion]) -> str:
    """Return when a criterion was first asked by its own account: the start of an edition is that of the whole set."""
    ruleset, criterion = side
    return "the edition" if (since := ruleset.since(criterion)) == ruleset.in_force.start else str(since)


def _from_to(label: str, mine: str, other: str) -> str:
    return f"{label}: {mine} → {other}" if mine != other else ""


def _yes(counted: bool) -> str:
    return "yes" if counted else "no"


def _cited(side: tuple[RuleSet, Criterion]) -> dict[str, object]:
    """Return what is cited, in words that tell the citations of one criterion apart, with all that is said of each."""
    ruleset, criterion = side
    return {
        f"{source.document} {source.section} ({source.evidence})": (
            source.model_copy(update={"document": ""}),
            ruleset.documents[source.document],
        )
        for source in criterion.sources
    }


def _sources(first: tuple[RuleSet, Criterion], second: tuple[RuleSet, Criterion]) -> Iterator[str]:
    before, after = _cited(first), _cited(second)
    gone, new = [name for name in before if name not in after], [name for name in after if name not in before]
    if gone:
        yield f"no longer cited: {', '.join(gone)}"
    if new:
        yield f"newly cited: {', '.join(new)}"
    if not gone and not new:
        yield "the same is cited, with other details"
