"""Which edited rule sets are really unsound: brute force over plain values, written from the specification.

It reads the YAML by itself and knows nothing of the package. What it cannot try within its bounds it does not decide.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from oracle.comparing import verdict_of
from oracle.procedures import Truth, applies, scopes, true
from oracle.rules import Book, Criterion, Leaf, RuleSet, book_of, leaves

from rulebook.fault_operators import Lines, Mutant, plain
from rulebook.fault_words import AXES, DOMAINS, values_of, wrong_words

MOST = 20_000


class Undecided(Exception):
    """What is asked needs more procedures than are tried."""


@dataclass(frozen=True)
class Fault:
    """A fault with the lines on which a finding about it may stand: (file, line)."""

    kind: str
    lines: frozenset[tuple[str, int]]


@dataclass
class Folder:
    """The texts of a rules folder, by file; `sets` are those of its rule sets."""

    codebook: Any
    profiles: Sequence[Any]
    sets: Mapping[str, str]

    @cached_property
    def book(self) -> Book:
        return book_of(self.codebook, [])

    @cached_property
    def data(self) -> dict[str, Any]:
        return {file: plain(text) for file, text in self.sets.items()}

    @cached_property
    def covers(self) -> dict[str, RuleSet]:
        """Every rule set by what it covers alone."""
        bare = [{**data, "criteria": [], "non_standard": {"sources": []}} for data in self.data.values()]
        return dict(zip(self.data, book_of(self.codebook, bare).rulesets, strict=True))

    @cached_property
    def held(self) -> dict[str, set[str]]:
        """The domains on which each rule set has the word: all, where it holds no criteria."""
        return {
            file: {criterion.get("domain", "") for criterion in data.get("criteria", ())} or DOMAINS
            for file, data in self.data.items()
        }


def faults_of(folder: Folder, file: str, mutant: Mutant) -> list[Fault]:
    """Return what is wrong with an edited rule set, as far as brute force decides it; [] where it may be sound."""
    lines = Lines(mutant.text)
    here = frozenset({(file, mutant.line)})
    data = plain(mutant.text)
    first, end = (
        lines.block(mutant.criterion) if mutant.criterion in lines.criterion else (mutant.line - 1, mutant.line)
    )
    block = frozenset((file, number + 1) for number in range(first, end))
    if not isinstance(data["documents"], dict):
        return [Fault("no documents", frozenset({(file, lines.section.index("documents") + 1)}))]
    written = wrong_words(folder.book, data, mutant, lines, file)
    if written:
        exact = here if mutant.operator in ("rename", "nudge", "widen") else block
        return [Fault(kind, found or exact) for kind, found in written]
    if mutant.scope:
        return list(_overlaps(folder, file, lines))
    if not mutant.criterion:
        return list(_uncited(data, lines, file))
    ruleset = book_of(folder.codebook, [data]).rulesets[0]
    found = [Fault(kind, block) for kind in alone(folder.book, ruleset, mutant.criterion)]
    return [*_uncited(data, lines, file), *(found or in_pairs(folder.book, ruleset, mutant.criterion, lines, file))]


def _truths(book: Book, ruleset: RuleSet, criteria: Sequence[Criterion]) -> Iterator[tuple[Truth, dict[str, bool]]]:
    """Yield every procedure that a rule set covers and its criteria can tell apart, with what of it is reported."""
    asked = [leaf for criterion in criteria for leaf in _leaves(criterion)]
    wanted = {leaf.field for leaf in asked}
    for name in reversed(book.fields):
        if name in wanted:
            wanted |= {leaf.field for leaf in leaves(book.fields[name].applies_when)}
    names = [name for name in book.fields if name in wanted]
    gates = [leaf for name in names for leaf in leaves(book.fields[name].applies_when)]
    inside = [name for name in names if not book.fields[name].scope]
    pools = {
        name: values_of(book.fields[name], [leaf for leaf in (*asked, *gates) if leaf.field == name]) for name in inside
    }
    starts = {
        tuple((name, scope.get(name)) for name in names if book.fields[name].scope) for scope in _scopes(book, ruleset)
    }
    size = max(1, len(starts))
    for pool in pools.values():
        size *= len(pool)
    reported = list(dict.fromkeys(leaf.field for leaf in asked if leaf.about_report))
    if size * 2 ** len(reported) > MOST:
        raise Undecided
    for start in starts:
        for truth in _filled(book, inside, pools, {name: value for name, value in start if value is not None}):
            for bits in range(2 ** len(reported)):
                yield truth, {name: bool(bits >> place & 1) for place, name in enumerate(reported)}


def _filled(book: Book, names: Sequence[str], pools: Mapping[str, Sequence[Any]], truth: Truth) -> Iterator[Truth]:
    if not names:
        yield truth
    elif not applies(book, names[0], truth):
        yield from _filled(book, names[1:], pools, truth)
    else:
        for value in pools[names[0]]:
            yield from _filled(book, names[1:], pools, {**truth, names[0]: value})


_KNOWN: dict[Any, list[Truth]] = {}


def _scopes(book: Book, ruleset: RuleSet) -> list[Truth]:
    if ruleset.covers not in _KNOWN:
        _KNOWN[ruleset.covers] = scopes(book, ruleset)
    return _KNOWN[ruleset.covers]


def _leaves(criterion: Criterion) -> list[Leaf]:
    written = criterion.applies_when, criterion.met_when, criterion.not_met_when, criterion.partly_met_when
    return [leaf for condition in written for leaf in leaves(condition)]


def alone(book: Book, ruleset: RuleSet, name: str) -> list[str]:
    """Return what is wrong with a criterion by itself."""
    criterion = next(entry for entry in ruleset.criteria if entry.id == name)
    found: list[str] = []
    verdicts: set[str] = set()
    try:
        for truth, reported in _truths(book, ruleset, [criterion]):
            verdicts.add(verdict_of(book, criterion, truth, reported))
            met, floor = criterion.met_when, criterion.partly_met_when
            if met and floor and true(book, met, truth, reported) and not true(book, floor, truth, reported):
                found = ["a floor that does not hold its criterion"]
    except Undecided:
        return []
    if verdicts == {"not_applicable"}:
        return ["never applies"]
    found += [] if "met" in verdicts else ["never met"]
    found += [] if "not_met" in verdicts else ["never fails"]
    found += [] if criterion.partly_met_when is None or "partly_met" in verdicts else ["a floor that decides nothing"]
    return found


def in_pairs(book: Book, ruleset: RuleSet, name: str, lines: Lines, file: str) -> list[Fault]:
    """Return which other criteria of the rule set a criterion repeats or excludes."""
    criterion = next(entry for entry in ruleset.criteria if entry.id == name)
    by_axis = {domain: axis for axis, domains in AXES.items() for domain in domains}
    mine = {leaf.field for leaf in _leaves(criterion) if not book.fields[leaf.field].scope}
    found = []
    for other in ruleset.criteria:
        if other.id == name or not mine & {leaf.field for leaf in _leaves(other)}:
            continue
        try:
            pairs = {
                (verdict_of(book, criterion, truth, said), verdict_of(book, other, truth, said))
                for truth, said in _truths(book, ruleset, [criterion, other])
            }
        except Undecided:
            continue
        same = all(one == two for one, two in pairs)
        same = same and by_axis.get(criterion.domain) == by_axis.get(other.domain)
        asked = {pair for pair in pairs if "not_applicable" not in pair}
        apart = (
            ("met", "met") not in asked and "met" in {one for one, _ in asked} and "met" in {two for _, two in asked}
        )
        if same or (apart and "note" not in (criterion.level, other.level)):
            spans = [range(*lines.block(entry.id)) for entry in (criterion, other)]
            at = frozenset((file, number + 1) for span in spans for number in span)
            found.append(Fault("the same twice" if same else "two that exclude each other", at))
    return found


def _uncited(data: Any, lines: Lines, file: str) -> Iterator[Fault]:
    cited = {
        entry["document"]
        for criterion in data["criteria"]
        for kind in ("sources", "dissent")
        for entry in criterion.get(kind) or ()
    }
    for number, line in enumerate(lines.lines, 1):
        for name in data["documents"]:
            if name not in cited and lines.section[number - 1] == "documents" and line.startswith(f"  {name}:"):
                yield Fault("a document that nothing cites", frozenset({(file, number)}))


def _overlaps(folder: Folder, file: str, lines: Lines) -> Iterator[Fault]:
    mine, held = folder.covers[file], folder.held[file]
    covers = frozenset({(file, lines.section.index("covers") + 1)})
    for other, text in folder.sets.items():
        ruleset = folder.covers[other]
        if ruleset.id != mine.id and any(
            _domains(profile, mine.id, held) & _domains(profile, ruleset.id, folder.held[other])
            for profile in folder.profiles
        ):
            theirs = frozenset({(other, Lines(text).section.index("covers") + 1)})
            if any(true(folder.book, ruleset.covers, scope) for scope in _scopes(folder.book, mine)):
                yield Fault("scopes that overlap", covers | theirs)


def _domains(profile: Any, name: str, held: set[str]) -> set[str]:
    for entry in profile["rule_sets"]:
        if (entry if isinstance(entry, str) else entry["id"]) == name:
            return held if isinstance(entry, str) or "domains" not in entry else held & set(entry["domains"])
    return set()
