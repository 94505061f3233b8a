"""Publishing: what keeps a version of a rule set from being frozen, and the line that freezes it.

The number of a version says what changed since the highest published version of the same id, and the comparison of the
two proves it: a patch (1.2.3 → 1.2.4) changes nothing that judges; a minor version (1.2.3 → 1.3.0) corrects our
encoding, so that judgements may change, within the same edition of the body; a major version (1.2.3 → 2.0.0) is
another edition, in force from a later day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from fidelity.errors import Fault, Problem, UsageError, did_you_mean, sort_problems
from fidelity.model.digest import digest_of
from fidelity.model.ruleset import RuleSet
from fidelity.read.features import Features
from fidelity.read.ledgers import LEDGER
from fidelity.read.models import problem_at
from fidelity.read.rules import Library, Survey
from fidelity.rulebook.checking.check import Checked
from fidelity.rulebook.diff.changes import Change, RuleSetDiff, diff_of
from fidelity.rulebook.diff.meaning import Undecided

MOST_NAMED: Final = 3
"""So many changed criteria are named in a refusal."""


def rule_set_of(library: Library, reference: str) -> RuleSet:
    """Return the rule set that a reference names; UsageError where there is none."""
    known = {ruleset.reference: ruleset for ruleset in library.rulesets}
    if reference not in known:
        remedy = did_you_mean(reference, known, of_codebook=False)
        raise UsageError(f"there is no rule set {reference!r}, written <id>@<version>: {remedy}")
    return known[reference]


def refusals(
    ruleset: RuleSet, survey: Survey, checked: Checked, features: Features | None = None
) -> tuple[Problem, ...]:
    """Return every reason not to publish a rule set: unsound, unverified, published before, or wrongly numbered.

    `features` are those with which it was checked: what is wrong with another rule set or its feature is no reason.
    """
    library = survey.library
    assert library is not None
    document = library.documents[ruleset.reference]
    others = {found.source for name, found in library.documents.items() if name not in (ruleset.reference, "codebook")}
    others |= {unread.source for unread in survey.unread}
    others |= {entry.source for entry in (features or Features(())).features if entry.reference != ruleset.reference}
    # A fault between two rule sets stands in the file of one of them and names the other.
    own = (ruleset.reference, document.source)
    problems = [
        problem
        for problem in checked.faults
        if problem.place.source not in others or any(name in problem.what for name in own)
    ]
    problems += [problem_at(document, path, fault) for path, fault in _unverified(ruleset)]
    fault = _published(ruleset, library) or _version_fault(ruleset, library)
    if fault is not None:
        problems.append(problem_at(document, ("version",), fault))
    return tuple(sort_problems(problems))


def ledger_with(text: str, ruleset: RuleSet, library: Library) -> str:
    """Return the text of the ledger with the line that publishes a rule set; all other lines stay as they are."""
    end = "\r\n" if "\r\n" in text else "\n"
    before = text if not text or text.endswith("\n") else f"{text}{end}"
    return f"{before}{ruleset.reference} {digest_of(ruleset, library.codebook)}{end}"


def _unverified(ruleset: RuleSet) -> Iterator[tuple[tuple[str | int, ...], Fault]]:
    what = "all its sources are unverified, and a published rule set holds nothing that nobody has confirmed"
    remedy = "read a source and say so in `evidence`, or leave it to a later version"
    for number, criterion in enumerate(ruleset.criteria):
        if criterion.evidence == "unverified":
            yield ("criteria", number, "sources"), Fault("unverified", what, remedy)
    if ruleset.non_standard is not None and not ruleset.non_standard.confirmed:
        yield ("non_standard", "sources"), Fault("unverified", what, remedy)


def _published(ruleset: RuleSet, library: Library) -> Fault | None:
    if ruleset.reference not in library.published:
        return None
    what = f"{ruleset.reference} stands in {LEDGER} already"
    return Fault("already-published", what, "write a change into a new version")


def _version_fault(ruleset: RuleSet, library: Library) -> Fault | None:
    """Return what is wrong with the number of a version, seen from the versions before it."""
    versions = [other for other in library.rulesets if other.id == ruleset.id and other.reference != ruleset.reference]
    published = [other for other in versions if other.reference in library.published]
    last = max(published, key=lambda other: other.order, default=None)
    if last is not None and ruleset.order < last.order:
        what = f"{last.reference} is published, and {ruleset.version} does not come after it"
        return Fault("version-order", what, f"give it a version above {last.version}")
    floor = last.order if last is not None else ()
    waiting = [o for o in versions if o not in published and floor < o.order < ruleset.order]
    if waiting:
        what = f"{waiting[0].reference} comes before it and is still a draft"
        return Fault("version-order", what, "publish that one first, or delete its file")
    if last is None:
        return None
    return _step_fault(last, ruleset, diff_of(last, ruleset, (library.codebook, library.codebook)))


def _step_fault(last: RuleSet, ruleset: RuleSet, found: RuleSetDiff) -> Fault | None:
    if found.nothing:
        return Fault("nothing-changed", f"nothing differs from {last.reference}", "there is nothing to publish")
    major, minor, patch = last.order
    steps = {
        "another edition": f"{major + 1}.0.0",
        "judgements": f"{major}.{minor + 1}.0",
        "wording": f"{major}.{minor}.{patch + 1}",
    }
    step = next((name for name, version in steps.items() if version == ruleset.version), None)
    if step is None:
        what = f"{ruleset.version} does not follow {last.version}"
        remedy = f"call it {steps['wording']}, {steps['judgements']} or {steps['another edition']}, by what changed"
        return Fault("wrong-version", what, remedy)
    return _number_fault(step, steps, found)


def _number_fault(step: str, steps: dict[str, str], found: RuleSetDiff) -> Fault | None:
    last, ruleset = found.first, found.second
    start, before = ruleset.in_force.start, last.in_force.start
    if step == "another edition":
        if start.first > before.first:
            return None
        what = f"a major version is another edition, and it is in force from {start}, {last.version} from {before}"
        remedy = f"write the day on which the new edition came into force, or call it {steps['judgements']}"
        return Fault("wrong-version", what, remedy)
    if start != before:
        what = f"it is in force from {start} and {last.version} from {before}, which makes it another edition"
        return Fault("wrong-version", what, f"call it {steps['another edition']}")
    if step == "wording" and found.judges:
        what = f"a patch changes nothing that judges, and here {_judging(found)}"
        return Fault("wrong-version", what, f"call it {steps['judgements']}")
    return None


def _judging(found: RuleSetDiff) -> str:
    """Return in words what judges otherwise than before."""
    said = ["other procedures are covered"] if found.scope is not None else []
    said += ["another word is said of the whole"] if found.standing else []
    judging = [change for change in found.changes if change.judges]
    said += [_told(change) for change in judging[:MOST_NAMED]]
    more = len(judging) - MOST_NAMED
    return ", ".join([*said, f"and {more} more criteria differ"] if more > 0 else said)


def _told(change: Change) -> str:
    if isinstance(change.meaning, Undecided):
        return f"it cannot be decided whether {change.shown.id} judges as before"
    return f"{change.shown.id} was {' and '.join(change.kinds)}"
