"""What the files of a rules folder must agree on: names, versions, domains, scopes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Final

from fidelity.errors import Fault, Problem, did_you_mean
from fidelity.model.codebook import Codebook
from fidelity.model.profile import Procedures, Profile
from fidelity.model.ruleset import RuleSet, faults_of_conditions
from fidelity.model.scheme import Scheme
from fidelity.read.models import dotted, problem_at
from fidelity.read.positions import Document

_FACTOR: Final = re.compile(r"[0-9]{1,20}(\.[0-9]{1,20})?(/[0-9]{1,20})?")


def misplaced(name: str, version: str, file: Path, document: Document) -> Iterator[Problem]:
    """Yield what is wrong where a file does not lie at `<id>/<version>.yaml`."""
    if name != file.parent.name:
        what = f"the id is {name!r}, and the folder is called {file.parent.name!r}"
        yield problem_at(document, ("id",), Fault("misplaced", what, "let them be the same"))
    if version != file.stem:
        what = f"the version is {version}, and the file is called {file.name}"
        yield problem_at(document, ("version",), Fault("misplaced", what, f"call the file {version}.yaml"))


def misnamed(name: str, file: Path, document: Document) -> Iterator[Problem]:
    """Yield what is wrong where a file is not called after what it holds."""
    if name != file.stem:
        what = f"the id is {name!r}, and the file is called {file.name}"
        yield problem_at(document, ("id",), Fault("misplaced", what, f"call the file {name}.yaml"))


def unit_problems(codebook: Codebook, document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the factors by which units are converted."""
    for unit, factors in codebook.units.items():
        for name, factor in factors.items():
            if _FACTOR.fullmatch(factor) is None or factor.endswith("/0") or not Fraction(factor):
                what = f"the factor of {name} to {unit} is {factor!r}"
                fault = Fault("bad-factor", what, "write a number above 0, such as 60, 0.001 or 1/7")
                yield problem_at(document, ("units", unit, name), fault)


def rule_set_problems(ruleset: RuleSet, codebook: Codebook, document: Document) -> Iterator[Problem]:
    """Yield what a rule set says that the codebook does not bear out."""
    if not codebook.understands(ruleset.codebook):
        what = f"written for codebook {ruleset.codebook}, and the codebook is {codebook.version}"
        remedy = f"check it against the codebook and write codebook: {codebook.version}"
        yield problem_at(document, ("codebook",), Fault("codebook-differs", what, remedy))
    for path, code, what, remedy in faults_of_conditions(ruleset, codebook):
        yield problem_at(document, dotted(path), Fault(code, what, remedy))


def profile_problems(
    profiles: Sequence[tuple[Profile, Document]],
    rulesets: Sequence[tuple[RuleSet, Document]],
    schemes: Mapping[str, Scheme],
    known_rulesets: Iterable[str],
    known_schemes: Iterable[str],
) -> Iterator[Problem]:
    """Yield where profiles, rule sets and schemes name what the others do not have."""
    rule_set_ids, scheme_names = set(known_rulesets), sorted(known_schemes)
    for profile, document in profiles:
        if profile.scheme not in scheme_names:
            what = f"there is no scheme {profile.scheme!r}"
            fault = Fault("unknown-scheme", what, did_you_mean(profile.scheme, scheme_names))
            yield problem_at(document, ("scheme",), fault)
        for number, part in enumerate(profile.rule_sets):
            if part.id not in rule_set_ids:
                what = f"there is no rule set {part.id!r}"
                fault = Fault("unknown-rule-set", what, did_you_mean(part.id, sorted(rule_set_ids), of_codebook=False))
                yield problem_at(document, ("rule_sets", number), fault)
            silenced = any(ruleset.id == part.id and ruleset.non_standard is not None for ruleset, _ in rulesets)
            if silenced and part.domains is not None:
                what = f"{part.id} calls its technique non-standard, which is its word on every domain"
                fault = Fault("domains-of-non-standard", what, "name it without domains")
                yield problem_at(document, ("rule_sets", number, "domains"), fault)
                continue
            held = {d for ruleset, _ in rulesets if ruleset.id == part.id for d in ruleset.domains}
            for place, domain in enumerate(part.domains or () if held else ()):
                if domain not in held:
                    what = f"{part.id} holds no criterion of domain {domain!r}"
                    fault = Fault("unknown-domain", what, did_you_mean(domain, sorted(held), of_codebook=False))
                    yield problem_at(document, ("rule_sets", number, "domains", place), fault)
        yield from _clock_problems(profile, schemes.get(profile.scheme), document)
    for ruleset, document in rulesets:
        users = [profile.scheme for profile, _ in profiles if ruleset.id in profile.names]
        for scheme in (schemes[name] for name in dict.fromkeys(users or schemes) if name in schemes):
            for number, criterion in enumerate(ruleset.criteria):
                if criterion.domain not in scheme.domains:
                    what = f"{criterion.domain!r} is no domain of {scheme.name}"
                    fault = Fault("unknown-domain", what, did_you_mean(criterion.domain, scheme.domains))
                    yield problem_at(document, ("criteria", number, "domain"), fault)


def _clock_problems(profile: Profile, scheme: Scheme | None, document: Document) -> Iterator[Problem]:
    for axis in profile.clock if scheme else ():
        if scheme and axis not in scheme.axes:
            what = f"{axis!r} is no axis of {scheme.name}"
            fault = Fault("unknown-axis", what, did_you_mean(axis, scheme.axes))
            yield problem_at(document, ("clock", axis), fault, key=True)
    missing = [axis for axis in scheme.axes if axis not in profile.clock] if scheme else []
    if missing:
        what = f"the clock of {' and '.join(missing)} is missing"
        yield problem_at(document, ("clock",), Fault("missing", what, "write then or now for every axis"))


def scope_problems(procedures: Procedures, codebook: Codebook, document: Document) -> Iterator[Problem]:
    """Yield what the named procedures say of scope fields that the codebook does not know."""
    seen: set[str] = set()
    for number, procedure in enumerate(procedures.procedures):
        for word, key in ((procedure.id, "id"), (procedure.title, "title")):
            if word.casefold() in seen:
                fault = Fault("name-taken", f"{word!r} names two procedures", "rename one")
                yield problem_at(document, ("procedures", number, key), fault)
            seen.add(word.casefold())
        for name, choice in procedure.scope.items():
            path = ("procedures", number, "scope", name)
            if name not in codebook.scope_fields:
                what = f"{name!r} does not decide what a procedure is"
                fault = Fault("not-scope", what, did_you_mean(name, codebook.scope_fields))
                yield problem_at(document, path, fault, key=True)
                continue
            field = codebook.fields[name]
            known = [*field.choices, *field.groups]
            if choice not in known:
                what = f"{choice!r} is no choice of {field.label}"
                yield problem_at(document, path, Fault("unknown-choice", what, did_you_mean(choice, known)))
