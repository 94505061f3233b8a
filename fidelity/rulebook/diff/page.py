"""A comparison of rules as text for the person who changed them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from fidelity.model.words import spoken
from fidelity.rulebook.cells.grid import Same
from fidelity.rulebook.diff.changes import Change, RuleSetDiff
from fidelity.rulebook.diff.diff import Difference, FolderDiff
from fidelity.rulebook.diff.meaning import Meaning, Undecided, Witness
from fidelity.rulebook.diff.moves import Moves
from fidelity.rulebook.diff.profiles import ProfileDiff
from fidelity.rulebook.diff.scope import Procedure, ScopeChange

WIDTH = 110


def page(found: Difference, first: str, second: str) -> str:
    """Return a comparison as text; `first` and `second` are what the sides are called."""
    lines = [f"{first} → {second}"]
    if isinstance(found, RuleSetDiff):
        lines += _rule_set(found)
    elif isinstance(found, ProfileDiff):
        lines += _profile(found)
    else:
        lines += _folder(found)
    return "\n".join(lines) + "\n"


def moves_page(moves: Moves) -> str:
    """Return which real procedures move, as text."""
    lines = [f"\nSTUDIES: {_count(moves.moves)} moved, {moves.stayed} procedures stay where they are"]
    for move in moves.moves:
        name = "/".join(dict.fromkeys((move.study, move.arm, move.procedure)))
        lines.append(_fill(f"{name}: {move.axis}: {move.before} → {move.after}", "  "))
    return "\n".join(lines) + "\n"


def _count(moves: Sequence[object]) -> str:
    return f"{len(moves)} grade{'' if len(moves) == 1 else 's'}"


def _folder(found: FolderDiff) -> Iterator[str]:
    yield from (_fill(line, "  ") for line in found.details)
    for diff in found.rulesets:
        yield f"\n{diff.first.reference} → {diff.second.reference}"
        yield from _rule_set(diff)
    for name, profile in found.profiles:
        yield f"\nProfile {name}"
        yield from _profile(profile)
    yield f"\n{found.unchanged} rule sets are the same on both sides."


def _profile(found: ProfileDiff) -> Iterator[str]:
    yield from (_fill(line, "  ") for line in found.details)
    for served in found.served:
        yield ""
        yield _fill(f"{', '.join(served.domains)} of {'; '.join(served.procedures)}", "")
        yield _fill(f"{served.first} → {served.second}", "  ")
        if served.diff is not None:
            yield from _rule_set(served.diff)
        elif served.criteria:
            yield f"  {served.criteria} criteria are asked on one side only"
    yield f"\n{found.alike} domains of named procedures are asked the same, or of nobody, on both sides."


def _rule_set(found: RuleSetDiff) -> Iterator[str]:
    if found.nothing:
        yield "  The same: nothing differs, not even a word."
        return
    yield from (_fill(line, "  ") for line in found.details)
    if found.scope is not None:
        yield from _scope(found.scope)
    for change in found.changes:
        yield from _change(change)
    asked = "differ in what they judge" if found.judges else "judge every procedure alike"
    yield f"  {found.unchanged} criteria are unchanged; the two sides {asked}."


def _change(change: Change) -> Iterator[str]:
    yield ""
    yield _fill(f"{', '.join(change.kinds).upper()}: {change.shown.id}", "  ")
    yield _fill(change.shown.title, "    ")
    if change.first is None or change.second is None:
        yield f"    {change.shown.domain}, {change.shown.level}{'' if change.shown.counted else ', not counted'}"
    yield from (_fill(line, "    ") for line in change.details)
    if change.meaning is not None:
        yield from _meaning(change.meaning)


def _meaning(meaning: Meaning) -> Iterator[str]:
    if isinstance(meaning, Same):
        yield f"    Same on all {meaning.procedures} procedures that the constants can tell apart."
    elif isinstance(meaning, Undecided):
        yield _fill(f"Undecided: {meaning.because}.", "    ")
    else:
        yield from _witness(meaning)


def _witness(witness: Witness) -> Iterator[str]:
    yield _fill(f"Judged otherwise, for example: {_facts(witness.facts)}", "    ")
    yield f"    {spoken(witness.first)} → {spoken(witness.second)}"


def _scope(scope: ScopeChange | Undecided) -> Iterator[str]:
    if isinstance(scope, Undecided):
        yield _fill(f"COVERS: undecided: {scope.because}.", "  ")
        return
    yield f"\n  COVERS: {scope.both} procedures on both sides"
    for word, shown, count in (
        ("no longer covered", scope.only_first, scope.first_count),
        ("newly covered", scope.only_second, scope.second_count),
    ):
        yield from (_fill(f"{word}: {_facts(procedure)}", "    ") for procedure in shown)
        if count > len(shown):
            yield f"    {word}: {count - len(shown)} more"


def _facts(facts: Procedure) -> str:
    return "; ".join(f"{label}: {value}" for label, value in facts)


def _fill(text: str, indent: str) -> str:
    return textwrap.fill(text, WIDTH, initial_indent=indent, subsequent_indent=indent + "  ")
