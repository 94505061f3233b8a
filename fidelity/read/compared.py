"""What a person wants compared: a rule set, a profile or a rules folder, named, as a path, or at a git revision."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from fidelity.errors import RulesUnsound, UsageError, did_you_mean
from fidelity.model.profile import Profile
from fidelity.model.ruleset import RuleSet
from fidelity.read import agreement
from fidelity.read.models import read_model
from fidelity.read.revisions import commit_of, load_revision
from fidelity.read.rules import Library, load_library


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison; with neither rule set nor profile it is the whole folder."""

    name: str
    library: Library
    ruleset: RuleSet | None = None
    profile: Profile | None = None

    @property
    def kind(self) -> str:
        """What this side is, in words."""
        if self.ruleset is not None:
            return "a rule set"
        return "a rules folder" if self.profile is None else "a profile"


def sides_of(first: str, second: str, folder: Path, shown: str | None = None) -> tuple[Side, Side]:
    """Return what two words name; UsageError where they name nothing, or things of different kinds.

    `folder`: the rules folder in which names are looked up, and whose repository git is asked about.
    """
    library = load_library(folder, shown)
    found = side_of(first, library, folder), side_of(second, library, folder)
    if found[0].kind != found[1].kind:
        raise UsageError(
            f"{first} is {found[0].kind} and {second} is {found[1].kind}: compare two of one kind "
            "(<revision>:<id> names one rule set or profile of a revision)"
        )
    return found


def side_of(word: str, library: Library, folder: Path) -> Side:
    """Return what a word names: a path, an id, an id@version, a revision, or an id at a revision."""
    path = Path(word)
    if path.suffix in (".yaml", ".yml"):
        return _file(path, word, library)
    if (path / "codebook.yaml").is_file():
        return Side(word, load_library(path))
    named = _named(word, word, library)
    if named is not None:
        return named
    revision, colon, name = word.partition(":")
    if colon:
        there = load_revision(revision, folder)
        at_revision = _named(name, word, there)
        if at_revision is None:
            raise UsageError(f"{revision} has no rule set or profile {name!r}: {_near(name, there)}")
        return at_revision
    if path.is_dir():
        raise UsageError(f"{word} is no rules folder: it holds no codebook.yaml")
    if _is_revision(word, folder):
        return Side(word, load_revision(word, folder))
    raise UsageError(f"{word!r} is no rule set, profile, rules folder or git revision: {_near(word, library)}")


def _is_revision(word: str, folder: Path) -> bool:
    return commit_of(word, folder) is not None


def _named(name: str, shown: str, library: Library) -> Side | None:
    found = [ruleset for ruleset in library.rulesets if name in (ruleset.id, ruleset.reference)]
    if found:
        return Side(shown, library, ruleset=max(found, key=lambda ruleset: ruleset.order))
    profile = library.profiles.get(name)
    return None if profile is None else Side(shown, library, profile=profile)


def _near(name: str, library: Library) -> str:
    known = [*(ruleset.id for ruleset in library.rulesets), *library.profiles]
    return did_you_mean(name.partition("@")[0], known, of_codebook=False)


def _file(path: Path, word: str, library: Library) -> Side:
    ruleset, document, problems = read_model(path, word, RuleSet)
    if ruleset is not None and document is not None:
        problems += agreement.rule_set_problems(ruleset, library.codebook, document)
    if problems or ruleset is None:
        raise RulesUnsound(problems)
    others = tuple(entry for entry in library.rulesets if entry.reference != ruleset.reference)
    return Side(word, replace(library, rulesets=(*others, ruleset)), ruleset=ruleset)
