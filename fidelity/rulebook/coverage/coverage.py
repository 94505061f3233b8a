"""What the examples of a feature decide of its rule set: verdicts, sides of numbers, leaves, and every variant.

A variant of a criterion must make an example in the criterion's own Rule fail. One that does not is proved to mean the
same for every procedure that the rule set covers, or survives with a witness: a procedure of which an example is
missing. Where a rule set only says that a technique is not standard, what it covers is its one demand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import polars as pl

from fidelity.errors import Place, Problem, UsageError, did_you_mean, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.condition import AllOf, Leaf, fields_of, leaves_of
from fidelity.model.judgement import VERDICTS, decided, verdicts_of
from fidelity.model.ruleset import Criterion, RuleSet
from fidelity.model.variants import At, Variant, condition_words, constant, variants_of
from fidelity.model.words import Verdict
from fidelity.read.features import Feature, Features
from fidelity.read.rules import Library
from fidelity.rulebook.cells.grid import Differs, Same
from fidelity.rulebook.coverage.meanings import Comparison, compare, reachable
from fidelity.rulebook.coverage.rows import ExampleRows, rows_by_criterion
from fidelity.rulebook.coverage.scopes import rows_of_scope, scope_as_criterion, scope_variants
from fidelity.rulebook.coverage.sides import Sides, sides_of
from fidelity.rulebook.coverage.witness import row_for, title_for
from fidelity.rulebook.examples.report import Vocabulary

NO_EXAMPLE: Final = "write examples of it: its Rule has none that holds"


@dataclass(frozen=True, slots=True)
class LeafCoverage:
    """A leaf on which some procedure hangs, and whether that of an example does."""

    at: At
    says: str
    decisive: bool


@dataclass(frozen=True, slots=True)
class Survivor:
    """A variant that no example tells from its criterion, where it stands, and what would tell them apart."""

    variant: Variant
    place: Place
    remedy: str


@dataclass(frozen=True, slots=True)
class Covered:
    """What the examples in one criterion's Rule decide of it."""

    ruleset: RuleSet
    criterion: Criterion
    place: Place
    examples: int
    verdicts: tuple[Verdict, ...]
    unshown: tuple[Verdict, ...]
    sides: tuple[Sides, ...]
    leaves: tuple[LeafCoverage, ...]
    variants: int
    equivalent: int
    survivors: tuple[Survivor, ...]
    undecided: tuple[Survivor, ...]

    @property
    def killed(self) -> int:
        """How many variants make an example fail."""
        return self.variants - self.equivalent - len(self.survivors) - len(self.undecided)

    @property
    def problems(self) -> Iterator[Problem]:
        """Each survivor, and each variant that is left undecided, with its place."""
        subject = f"{self.ruleset.id}/{self.criterion.id}"
        for code, found in (("survivor", self.survivors), ("undecided", self.undecided)):
            for one in found:
                yield Problem(code, one.place, subject, f"no example fails with {one.variant.says}", one.remedy)


def coverage(library: Library, features: Features, rulesets: Iterable[RuleSet] | None = None) -> list[Covered]:
    """Return what the features' examples decide of every criterion of rule sets, in their order."""
    chosen = list(library.rulesets if rulesets is None else rulesets)
    vocabulary = Vocabulary(library)
    rows = rows_by_criterion(library, features, chosen, vocabulary)
    found = []
    for ruleset in chosen:
        feature = features.of(ruleset.reference)
        for number, criterion in enumerate(ruleset.criteria):
            at_home = _At(ruleset, ("criteria", number), feature, vocabulary)
            variants = variants_of(criterion, library.codebook)
            found.append(_covered(at_home, criterion, variants, rows.get((ruleset.reference, criterion.id), ())))
        if ruleset.non_standard is not None and ruleset.non_standard.confirmed and feature is not None:
            everywhere = ruleset.model_copy(update={"covers": AllOf(all=())})
            at_home = _At(everywhere, (), feature, vocabulary)
            criterion = scope_as_criterion(ruleset)
            variants = scope_variants(criterion, library.codebook)
            found.append(_covered(at_home, criterion, variants, rows_of_scope(library, feature, ruleset)))
    return found


def named(library: Library, names: Sequence[str]) -> list[RuleSet]:
    """Return the versions of rule sets that names mean, as `id` or `id@version`; all of them where none is named."""
    known = [name for ruleset in library.rulesets for name in (ruleset.id, ruleset.reference)]
    for name in names:
        if name not in known:
            raise UsageError(f"there is no rule set {name!r}: {did_you_mean(name, known, of_codebook=False)}")
    return [ruleset for ruleset in library.rulesets if not names or {ruleset.id, ruleset.reference} & set(names)]


def problems_of(found: Iterable[Covered]) -> list[Problem]:
    """Return every survivor and every undecided variant as a person meets them in the files."""
    return sort_problems(problem for entry in found for problem in entry.problems)


@dataclass(frozen=True)
class _At:
    """Where a criterion stands: in which file, and in which feature its examples."""

    ruleset: RuleSet
    path: At
    feature: Feature | None
    vocabulary: Vocabulary

    def place(self, at: At = ()) -> Place:
        document = self.vocabulary.library.documents[self.ruleset.reference]
        return document.place((*self.path, *at) if self.path else ("covers", *at[1:]))

    def missing(self, found: Differs, criterion: Criterion) -> str:
        rules = self.feature.rules if self.feature is not None else ()
        rule = next((rule for rule in rules if rule.name == criterion.title), None)
        read = fields_of(*criterion.conditions.values())
        if not self.path:
            return f"add an example of what becomes of {title_for(found.facts, read, self.vocabulary)}"
        return f"add {row_for(found.facts, read, found.first, self.feature, rule, self.vocabulary)}"


def _covered(at_home: _At, criterion: Criterion, variants: Sequence[Variant], rows: Sequence[ExampleRows]) -> Covered:
    ruleset, codebook = at_home.ruleset, at_home.vocabulary.library.codebook
    leaves = [((key, *at), leaf) for key, whole in criterion.conditions.items() for at, leaf in leaves_of(whole)]
    settled = [constant(criterion, at, holds) for at, _ in leaves for holds in (True, False)]
    asked = [criterion, *(variant.criterion for variant in variants), *settled]
    judged = [part.judged(ruleset, asked, codebook) for part in rows]
    base = [byte for frame in judged for byte in frame["0"]]
    verdicts = {verdicts_of(byte)[0] for byte in base if decided(byte)}
    alive = [variant for place, variant in enumerate(variants, start=1) if not _told_apart(judged, 0, place)]
    compared: list[Comparison | None] = [None] * len(alive)
    if base:
        compared = list(compare(ruleset, criterion, [variant.criterion for variant in alive], codebook))
    survivors, undecided = [], []
    for variant, comparison in zip(alive, compared, strict=True):
        place = at_home.place(variant.at)
        if comparison is None:
            survivors.append(Survivor(variant, place, NO_EXAMPLE))
        elif isinstance(comparison, Differs):
            survivors.append(Survivor(variant, place, at_home.missing(comparison, criterion)))
        elif not isinstance(comparison, Same):
            what = f"too large to tell whether it means the same: {comparison.cells} procedures"
            undecided.append(Survivor(variant, place, what))
    return Covered(
        ruleset=ruleset,
        criterion=criterion,
        place=at_home.place(),
        examples=len(base),
        verdicts=tuple(verdict for verdict in VERDICTS if verdict in verdicts),
        unshown=tuple(_unshown(ruleset, criterion, verdicts, codebook)),
        sides=tuple(sides_of(criterion, [_decided(*pair) for pair in zip(rows, judged, strict=True)], codebook)),
        leaves=tuple(_leaves(leaves, ruleset, judged, settled, codebook, 1 + len(variants))),
        variants=len(variants),
        equivalent=len(alive) - len(survivors) - len(undecided),
        survivors=tuple(survivors),
        undecided=tuple(undecided),
    )


def _told_apart(judged: Sequence[pl.DataFrame], first: int, second: int) -> bool:
    return any(not frame[str(first)].equals(frame[str(second)]) for frame in judged)


def _unshown(
    ruleset: RuleSet, criterion: Criterion, shown: Collection[Verdict], codebook: Codebook
) -> Iterator[Verdict]:
    written: set[Verdict] = {"met", "not_met"}
    written |= {"partly_met"} if criterion.partly_met_when is not None else set()
    gated = criterion.applies_when is not None or all(codebook.fields[name].applies_when for name in criterion.asked)
    written |= {"not_applicable"} if gated else set()
    if not written <= set(shown):
        yield from (verdict for verdict in reachable(ruleset, criterion, codebook) or () if verdict not in shown)


def _decided(rows: ExampleRows, judged: pl.DataFrame) -> pl.DataFrame:
    return rows.frame.filter(pl.Series([decided(byte) for byte in judged["0"]], dtype=pl.Boolean))


def _leaves(
    leaves: Sequence[tuple[At, Leaf]],
    ruleset: RuleSet,
    judged: Sequence[pl.DataFrame],
    settled: Sequence[Criterion],
    codebook: Codebook,
    first: int,
) -> Iterator[LeafCoverage]:
    """Yield the leaves on which a procedure can hang: where it alone, turned round, would change the judgement."""
    for place, (at, leaf) in enumerate(leaves):
        decisive = any(
            decided(base) and true != false
            for frame in judged
            for base, true, false in frame.select("0", str(first + 2 * place), str(first + 2 * place + 1)).rows()
        )
        holds, fails = settled[2 * place : 2 * place + 2]
        if decisive or not isinstance(compare(ruleset, holds, [fails], codebook)[0], Same):
            yield LeafCoverage(at, condition_words(leaf, codebook), decisive)
