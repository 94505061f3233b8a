"""What two profiles ask of each named procedure, domain by domain, where it is not the same."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from fidelity.judge.scope import CONFLICT, NON_STANDARD, UNDETERMINED
from fidelity.judge.settle import settle
from fidelity.model.profile import NamedProcedure, Profile
from fidelity.model.ruleset import RuleSet
from fidelity.read.rules import Library
from fidelity.read.sources import read
from fidelity.rulebook.diff.changes import RuleSetDiff, diff_of
from fidelity.scoring.batch import grade_batch
from fidelity.scoring.score import standard_of

NOTHING: Final = "nothing"
_WORDS: Final = {
    CONFLICT: "two rule sets at once",
    UNDETERMINED: "undetermined",
    NON_STANDARD: "non-standard technique",
}

Serving = dict[tuple[str, str], RuleSet | str]
"""By title of a procedure and domain: the rule set that serves it, or the word for why none does."""


@dataclass(frozen=True, slots=True)
class Served:
    """Domains of procedures that two profiles leave to different rule sets, and what differs in these domains.

    `diff` only where both sides have a rule set; else `criteria` holds how many criteria the one side asks.
    """

    first: str
    second: str
    domains: tuple[str, ...]
    procedures: tuple[str, ...]
    diff: RuleSetDiff | None
    criteria: int


@dataclass(frozen=True, slots=True)
class ProfileDiff:
    """Two profiles compared: what differs of the whole, and what serves the domains of each named procedure."""

    details: tuple[str, ...]
    served: tuple[Served, ...]
    alike: int


def diff_of_profiles(first: tuple[Library, Profile], second: tuple[Library, Profile]) -> ProfileDiff:
    """Return what differs between two profiles, composed by domain for every procedure that has a name."""
    codebooks = first[0].codebook, second[0].codebook
    before, after = serving_by(*first), serving_by(*second)
    groups: dict[tuple[str, str], list[tuple[str, str]]] = {}
    alike = 0
    for at in [*before, *(at for at in after if at not in before)]:
        mine, other = before.get(at, NOTHING), after.get(at, NOTHING)
        if _in(mine, at[1]) == _in(other, at[1]) and codebooks[0] == codebooks[1]:
            alike += 1
        else:
            groups.setdefault((_name(mine), _name(other)), []).append(at)
    served = []
    for names, places in groups.items():
        domains = tuple(dict.fromkeys(domain for _, domain in places))
        sides = before.get(places[0], NOTHING), after.get(places[0], NOTHING)
        rulesets = [side.limited_to(domains) for side in sides if isinstance(side, RuleSet)]
        diff = diff_of(rulesets[0], rulesets[1], codebooks) if len(rulesets) == 2 else None
        if diff is not None and diff.nothing:
            alike += len(places)
            continue
        criteria = 0 if diff else sum(len(ruleset.criteria) for ruleset in rulesets)
        titles = tuple(dict.fromkeys(title for title, _ in places))
        served.append(Served(*names, domains, titles, diff, criteria))
    return ProfileDiff(_of_the_whole(first[1], second[1]), tuple(served), alike)


def _in(side: RuleSet | str, domain: str) -> RuleSet | str:
    return side if isinstance(side, str) else side.limited_to((domain,))


def _name(side: RuleSet | str) -> str:
    return side if isinstance(side, str) else side.reference


def _of_the_whole(first: Profile, second: Profile) -> tuple[str, ...]:
    told = (
        ("title", first.title, second.title),
        ("scheme", first.scheme, second.scheme),
        ("clock", _clock(first), _clock(second)),
        ("its grade means", first.grade_means or "fidelity", second.grade_means or "fidelity"),
    )
    return tuple(f"{label}: {mine} → {other}" for label, mine, other in told if mine != other)


def _clock(profile: Profile) -> str:
    return ", ".join(f"{axis} {clock}" for axis, clock in sorted(profile.clock.items()))


def serving_by(library: Library, profile: Profile) -> Serving:
    """Return the rule set that serves each domain of each named procedure, by what is asked now."""
    standard = standard_of(library, profile.id, "now")
    titles = {entry.id: entry.title for entry in library.procedures.procedures}
    arms = [
        {
            "id": entry.id,
            "label": entry.title,
            "role": "active",
            "procedures": [_procedure(entry)],
        }
        for entry in library.procedures.procedures
    ]
    found: Serving = {}
    for batch in read([{"id": "named", "label": "Named", "arms": arms}], library.codebook).batches:
        frame, _ = settle(batch.frame.with_row_index("row"), library.codebook)
        served = grade_batch(frame, standard).served
        for row, arm in enumerate(frame["arm"]):
            for domain in standard.scheme.domains:
                number = served[domain][row]
                word = standard.rulesets[number] if number >= 0 else _WORDS.get(number, NOTHING)
                found[titles[arm], domain] = word
    return found


def _procedure(named: NamedProcedure) -> dict[str, object]:
    return {"id": "p", "observations": named.scope}
