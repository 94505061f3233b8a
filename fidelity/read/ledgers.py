"""The ledgers of a rules folder: what is published and who signed it, held against the files as they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from fidelity.errors import Fault, Place, Problem, did_you_mean
from fidelity.model.dates import Days
from fidelity.model.digest import beginning
from fidelity.model.ledger import DIGEST, REFERENCE, Endorsement, Endorsements, Publication
from fidelity.read.models import problem_at, read_model
from fidelity.read.positions import Document

LEDGER: Final = "PUBLISHED"
ENDORSEMENTS: Final = "ENDORSEMENTS.yaml"

HashOf = Callable[[str], str | None]
"""The hash of what a rule set's file holds now; None where the file cannot be read."""

_LINE: Final = re.compile(rf"({REFERENCE.pattern}) +({DIGEST.pattern})((?: +[a-z_]+=\S+)*)")
_BAD_LINE: Final = (
    "this line names no published rule set",
    "write <id>@<version> and the hash as `fidelity rules publish` does, and behind them until=… or superseded_by=…",
)


def ledger_text(folder: Path) -> str:
    """Return the ledger of a rules folder as it is written, line endings and all; empty where there is none."""
    file = folder / LEDGER
    return file.read_bytes().decode() if file.is_file() else ""


def read_ledger(text: str, source: str, known: Iterable[str]) -> tuple[dict[str, Publication], list[Problem]]:
    """Return the published rule sets by reference, and what is wrong with the ledger's lines."""
    ledger: dict[str, Publication] = {}
    problems: list[Problem] = []
    references = sorted(known)
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        found = _LINE.fullmatch(line.strip())
        reference = found.group(1) if found else source
        fault = _fault_of(found, ledger, references)
        publication = _publication(found) if found and fault is None else None
        if isinstance(publication, Publication):
            ledger[reference] = publication
            continue
        wrong = fault or publication
        assert wrong is not None
        problems.append(wrong.at(Place(source, number, 1), reference))
    return ledger, problems


def _fault_of(found: re.Match[str] | None, ledger: Mapping[str, Publication], references: list[str]) -> Fault | None:
    if found is None:
        return Fault("bad-line", *_BAD_LINE)
    reference = found.group(1)
    if reference in ledger:
        return Fault("published-twice", f"{reference} is published twice", "keep the first line")
    if reference not in references:
        remedy = did_you_mean(reference, references, of_codebook=False) if references else "restore its file"
        return Fault("unknown-rule-set", f"there is no rule set {reference}", remedy)
    return None


def _publication(found: re.Match[str]) -> Publication | Fault:
    reference, digest, rest = found.groups()
    said = dict(part.split("=", 1) for part in rest.split())
    until, successor = said.pop("until", None), said.pop("superseded_by", None)
    if said:
        what = f"the ledger has no {' or '.join(said)}"
        return Fault("bad-line", what, "write until=<date> or superseded_by=<id>@<version>")
    if successor is not None and REFERENCE.fullmatch(successor) is None:
        return Fault("bad-line", f"{successor!r} names no version of a rule set", "write superseded_by=<id>@<version>")
    try:
        return Publication(reference, digest, Days.parse(until) if until else None, successor)
    except ValueError as error:
        return Fault("bad-date", str(error), "write until=2024, until=2024-12 or until=2024-12-31")


def ledger_problems(
    ledger: Mapping[str, Publication], text: str, source: str, hash_of: HashOf, known: Collection[str]
) -> Iterator[Problem]:
    """Yield where a file no longer holds what was published under its name, and where a successor is none."""
    for number, line in enumerate(text.splitlines(), start=1):
        publication = ledger.get(line.strip().partition(" ")[0])
        if publication is None:
            continue
        place, reference = Place(source, number, 1), publication.reference
        actual = hash_of(reference)
        if actual is not None and actual != publication.digest:
            what = (
                f"the file, or a group of the codebook that it names, was edited after publication: its hash begins "
                f"{beginning(actual)}, and {beginning(publication.digest)} was published"
            )
            remedy = "restore what was published, or write the change into a new version"
            yield Problem("published-edited", place, reference, what, remedy)
        successor = publication.superseded_by
        if successor is not None and successor not in known:
            what = f"it is superseded by {successor}, which does not exist"
            yield Problem("unknown-rule-set", place, reference, what, did_you_mean(successor, known, of_codebook=False))


def read_endorsements(
    file: Path, source: str, hash_of: HashOf, known: Collection[str]
) -> tuple[tuple[Endorsement, ...], list[Problem]]:
    """Return the endorsements of a ledger and what is wrong with it; none where there is no such file."""
    if not file.is_file():
        return (), []
    made, document, problems = read_model(file, source, Endorsements)
    if made is None or document is None:
        return (), problems
    problems += _unsigned(made, document, hash_of, known)
    return made.endorsements, problems


def _unsigned(made: Endorsements, document: Document, hash_of: HashOf, known: Collection[str]) -> Iterator[Problem]:
    for number, entry in enumerate(made.endorsements):
        at = ("endorsements", number)
        if entry.ruleset not in known:
            remedy = did_you_mean(entry.ruleset, known, of_codebook=False)
            fault = Fault("unknown-rule-set", f"there is no rule set {entry.ruleset}", remedy)
            yield problem_at(document, (*at, "ruleset"), fault)
            continue
        actual = hash_of(entry.ruleset)
        if actual is not None and actual != entry.hash:
            what = (
                f"{entry.body} signed other bytes of {entry.ruleset}: the hash that was signed begins "
                f"{beginning(entry.hash)}, that of the file begins {beginning(actual)}"
            )
            remedy = "restore the file that was signed, or take the entry out and ask for a signature of this version"
            yield problem_at(document, (*at, "hash"), Fault("other-bytes-signed", what, remedy))
