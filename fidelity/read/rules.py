"""The codebook, the rule sets, the schemes and the profiles: sound together, or refused together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

from fidelity.errors import Problem, RulesUnsound, UsageError, did_you_mean
from fidelity.model.assumption import Assumption
from fidelity.model.codebook import Codebook
from fidelity.model.digest import digest_of
from fidelity.model.ledger import Endorsement, Publication
from fidelity.model.profile import Procedures, Profile
from fidelity.model.ruleset import RuleSet
from fidelity.model.scheme import Scheme
from fidelity.read import agreement, ledgers
from fidelity.read.models import read_model
from fidelity.read.positions import Document
from fidelity.read.shipped import shipped
from fidelity.read.text import decode

T = TypeVar("T")

_NOT_RULE_SETS: Final = frozenset({"assumptions", "profiles", "schemes"})


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that the rules folder holds, each part sound and all of it in agreement."""

    codebook: Codebook
    rulesets: tuple[RuleSet, ...]
    profiles: Mapping[str, Profile]
    schemes: Mapping[str, Scheme]
    tables: Mapping[str, str]
    procedures: Procedures
    published: frozenset[str]
    ledger: Mapping[str, Publication] = field(default_factory=dict)
    endorsements: tuple[Endorsement, ...] = ()
    assumptions: Mapping[str, Assumption] = field(default_factory=dict)
    """By reference, `<id>@<version>`."""
    documents: Mapping[str, Document] = field(default_factory=dict, repr=False, compare=False)
    """The files with the places of all they say: by rule set reference, profile id, "codebook" and "procedures"."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What can be made out of a rules folder, sound or not, and everything that is wrong with it.

    `library` holds what could be read, None where not even the codebook could; `unread` are the rule set files of
    which only the data could be read.
    """

    library: Library | None
    problems: tuple[Problem, ...]
    unread: tuple[Document, ...] = ()


@dataclass(frozen=True, slots=True)
class _Folder:
    """A rules folder and the name by which problems call it."""

    path: Path
    shown: str

    @classmethod
    def at(cls, path: Path | str | None, shown: str | None = None) -> _Folder:
        if path is None:
            return cls(shipped("rules"), "rules")
        if not Path(path).is_dir():
            raise UsageError(f"{path} is no folder")
        return cls(Path(path), shown or str(path))

    def source(self, path: Path) -> str:
        return f"{self.shown}/{path.relative_to(self.path).as_posix()}"

    def rule_set_files(self) -> list[Path]:
        return [path for path in sorted(self.path.glob("*/*.yaml")) if path.parent.name not in _NOT_RULE_SETS]

    def scheme_files(self) -> list[Path]:
        return sorted(self.path.glob("schemes/*/*.yaml"))

    def assumption_files(self) -> list[Path]:
        return sorted(self.path.glob("assumptions/*/*.yaml"))

    def profile_files(self) -> list[Path]:
        return sorted(self.path.glob("profiles/*.yaml"))


def load_codebook(path: Path | str | None = None) -> Codebook:
    """Return the codebook of a file, or the shipped one; raises RulesUnsound."""
    file = shipped("rules") / "codebook.yaml" if path is None else Path(path)
    codebook, _, problems = _codebook(file, "rules/codebook.yaml" if path is None else str(path))
    return _sound(codebook, problems)


def load_rulesets(codebook: Codebook, folder: Path | str | None = None) -> tuple[RuleSet, ...]:
    """Return every version of every rule set of a folder, in order; raises RulesUnsound."""
    rulesets, _, problems = _rulesets(_Folder.at(folder), codebook)
    return _sound(tuple(ruleset for ruleset, _ in rulesets), problems)


def load_scheme(reference: str, folder: Path | str | None = None) -> Scheme:
    """Return the scheme that a reference such as `domain-gated@1.0.0` names; raises RulesUnsound."""
    rules = _Folder.at(folder)
    files = {_reference(file): file for file in rules.scheme_files()}
    if reference not in files:
        raise UsageError(f"there is no scheme {reference!r}; {did_you_mean(reference, files)}")
    scheme, document, problems = read_model(files[reference], rules.source(files[reference]), Scheme)
    if scheme is not None and document is not None:
        problems += agreement.misplaced(scheme.id, scheme.version, files[reference], document)
    return _sound(scheme, problems)


def load_scheme_file(path: Path) -> Scheme:
    """Return the scheme of a file, wherever it stands; raises RulesUnsound."""
    scheme, _, problems = read_model(path, str(path), Scheme)
    return _sound(scheme, problems)


def load_library(rules_folder: Path | str | None = None, shown: str | None = None) -> Library:
    """Return all that a rules folder holds; raises RulesUnsound with every problem of every file.

    `shown`: what problems call the folder, where that is not its path.
    """
    found = survey(rules_folder, shown)
    return _sound(found.library, list(found.problems))


def survey(rules_folder: Path | str | None = None, shown: str | None = None) -> Survey:
    """Return what a rules folder holds as far as it can be read, with every problem of every file."""
    rules = _Folder.at(rules_folder, shown)
    codebook, of_codebook, problems = _codebook(
        rules.path / "codebook.yaml", rules.source(rules.path / "codebook.yaml")
    )
    rulesets, unread, found = _rulesets(rules, codebook)
    problems += found
    schemes, tables, found = _schemes(rules)
    problems += found
    assumptions, found = _assumptions(rules)
    problems += found
    profiles, found = _profiles(rules)
    problems += found
    file = rules.path / "procedures.yaml"
    procedures, of_procedures, found = read_model(file, rules.source(file), Procedures)
    problems += found
    if procedures is not None and of_procedures is not None and codebook is not None:
        problems += agreement.scope_problems(procedures, codebook, of_procedures)
    ledger, endorsements, found = _ledgers(rules, rulesets, codebook)
    problems += found
    problems += agreement.profile_problems(
        profiles,
        rulesets,
        schemes,
        known_rulesets=(path.parent.name for path in rules.rule_set_files()),
        known_schemes=(_reference(path) for path in rules.scheme_files()),
    )
    if codebook is None or of_codebook is None:
        return Survey(None, tuple(problems), tuple(unread))
    documents = {"codebook": of_codebook}
    documents |= {ruleset.reference: document for ruleset, document in rulesets}
    documents |= {profile.id: document for profile, document in profiles}
    if of_procedures is not None:
        documents["procedures"] = of_procedures
    library = Library(
        codebook=codebook,
        rulesets=tuple(ruleset for ruleset, _ in rulesets),
        profiles={profile.id: profile for profile, _ in profiles},
        schemes=schemes,
        tables=tables,
        procedures=procedures or Procedures(procedures=()),
        published=frozenset(ledger),
        ledger=ledger,
        endorsements=endorsements,
        assumptions=assumptions,
        documents=documents,
    )
    return Survey(library, tuple(problems), tuple(unread))


def _sound(value: T | None, problems: list[Problem]) -> T:
    if problems or value is None:
        raise RulesUnsound(problems)
    return value


def _reference(file: Path) -> str:
    return f"{file.parent.name}@{file.stem}"


def _codebook(file: Path, source: str) -> tuple[Codebook | None, Document | None, list[Problem]]:
    codebook, document, problems = read_model(file, source, Codebook)
    if codebook is not None and document is not None:
        problems += agreement.unit_problems(codebook, document)
    return codebook, document, problems


def _rulesets(
    rules: _Folder, codebook: Codebook | None
) -> tuple[list[tuple[RuleSet, Document]], list[Document], list[Problem]]:
    rulesets: list[tuple[RuleSet, Document]] = []
    unread: list[Document] = []
    problems: list[Problem] = []
    for file in rules.rule_set_files():
        ruleset, document, found = read_model(file, rules.source(file), RuleSet)
        problems += found
        if ruleset is None or document is None:
            unread += [document] if document is not None else []
            continue
        problems += agreement.misplaced(ruleset.id, ruleset.version, file, document)
        if codebook is not None:
            problems += agreement.rule_set_problems(ruleset, codebook, document)
        rulesets.append((ruleset, document))
    return sorted(rulesets, key=lambda pair: (pair[0].id, pair[0].order)), unread, problems


def _schemes(rules: _Folder) -> tuple[dict[str, Scheme], dict[str, str], list[Problem]]:
    schemes: dict[str, Scheme] = {}
    tables: dict[str, str] = {}
    problems: list[Problem] = []
    for file in rules.scheme_files():
        scheme, document, found = read_model(file, rules.source(file), Scheme)
        problems += found
        if scheme is None or document is None:
            continue
        problems += agreement.misplaced(scheme.id, scheme.version, file, document)
        schemes[scheme.name] = scheme
        table = file.with_name(f"{file.stem}.table.csv")
        text = decode(table.read_bytes(), rules.source(table)) if table.is_file() else ""
        if isinstance(text, Problem):
            problems.append(text)
        elif text:
            tables[scheme.name] = text
    return schemes, tables, problems


def _assumptions(rules: _Folder) -> tuple[dict[str, Assumption], list[Problem]]:
    assumptions: dict[str, Assumption] = {}
    problems: list[Problem] = []
    for file in rules.assumption_files():
        assumption, document, found = read_model(file, rules.source(file), Assumption)
        problems += found
        if assumption is not None and document is not None:
            problems += agreement.misplaced(assumption.id, assumption.version, file, document)
            assumptions[assumption.reference] = assumption
    return assumptions, problems


def _profiles(rules: _Folder) -> tuple[list[tuple[Profile, Document]], list[Problem]]:
    profiles: list[tuple[Profile, Document]] = []
    problems: list[Problem] = []
    for file in rules.profile_files():
        profile, document, found = read_model(file, rules.source(file), Profile)
        problems += found
        if profile is not None and document is not None:
            problems += agreement.misnamed(profile.id, file, document)
            profiles.append((profile, document))
    return profiles, problems


def _ledgers(
    rules: _Folder, rulesets: list[tuple[RuleSet, Document]], codebook: Codebook | None
) -> tuple[Mapping[str, Publication], tuple[Endorsement, ...], list[Problem]]:
    known = [_reference(path) for path in rules.rule_set_files()]
    sound = {ruleset.reference: ruleset for ruleset, _ in rulesets}

    def hash_of(reference: str) -> str | None:
        return digest_of(sound[reference], codebook) if codebook is not None and reference in sound else None

    signed = rules.path / ledgers.ENDORSEMENTS
    endorsements, problems = ledgers.read_endorsements(signed, rules.source(signed), hash_of, known)
    file = rules.path / ledgers.LEDGER
    text = decode(file.read_bytes(), rules.source(file)) if file.is_file() else ""
    if isinstance(text, Problem):
        return {}, endorsements, [*problems, text]
    ledger, found = ledgers.read_ledger(text, rules.source(file), known)
    problems += found
    problems += ledgers.ledger_problems(ledger, text, rules.source(file), hash_of, known)
    return ledger, endorsements, problems
