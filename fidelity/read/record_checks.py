"""What a schema cannot say of study records: ids that occur twice, judgements of what is not there, versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fidelity.errors import Fault, did_you_mean, nearest
from fidelity.model.codebook import Codebook
from fidelity.read.positions import Data, Finding, Path
from fidelity.read.reading import Places
from fidelity.read.record_problems import said_at, subject_of
from fidelity.read.vocabulary import yes_or_no


def own_findings(data: Data, places: Places, codebook: Codebook) -> list[Finding]:
    """Return what is wrong with records beyond their schema, each with its path."""
    return [
        Finding(path, fault.at(places.place(path), subject_of(data, path), **said_at(data, path)))
        for path, fault in _faults(data, codebook)
    ]


def _faults(data: Data, codebook: Codebook) -> Iterator[tuple[Path, Fault]]:
    if not isinstance(data, dict):
        return
    version = data.get("codebook", codebook.version)
    if isinstance(version, str) and version.split(".")[0] != codebook.version.split(".")[0]:
        what = f"written for codebook {version}, and the codebook is {codebook.version}"
        remedy = f"check the records against the codebook and write codebook: {codebook.version}"
        yield ("codebook",), Fault("codebook-differs", what, remedy)
    yield from _repeated("study", data.get("studies"), ("studies",))
    for number, study in _entries(data.get("studies")):
        path: Path = ("studies", number)
        yield from _repeated("arm", study.get("arms"), (*path, "arms"))
        named: list[str] = []
        for order, arm in _entries(study.get("arms")):
            yield from _repeated("procedure", arm.get("procedures"), (*path, "arms", order, "procedures"))
            procedures = [entry for _, entry in _entries(arm.get("procedures"))] or [arm]
            named += [str(procedure.get("id", "")) for procedure in procedures]
        for order, judgement in _entries(study.get("judgements")):
            procedure = judgement.get("procedure")
            if isinstance(procedure, str) and procedure not in named:
                what = f"the study has no procedure {procedure!r}"
                known = dict.fromkeys(named)
                fault = Fault("unknown-procedure", what, did_you_mean(procedure, known), nearest(procedure, known))
                yield (*path, "judgements", order, "procedure"), fault


def several_mains(arm: str) -> Fault:
    """Return the fault of an arm in which more than one procedure is marked as the main one."""
    what = f"a second procedure of the arm {arm!r} is marked as its main one"
    return Fault("duplicate-main", what, "mark one procedure of an arm, or none")


def main_findings(data: Data, study: dict[str, Any], path: Path, places: Places) -> list[Finding]:
    """Return where a second procedure of an arm is marked as the main one."""
    findings = []
    for number, arm in _entries(study.get("arms")):
        marked = [
            (*path, "arms", number, "procedures", order, "main")
            for order, procedure in _entries(arm.get("procedures"))
            if yes_or_no("main", procedure.get("main", "")) is True
        ]
        if len(marked) > 1:
            fault = several_mains(arm["id"])
            place, said = places.place(marked[1]), said_at(data, marked[1])
            findings.append(Finding(marked[1], fault.at(place, subject_of(data, marked[1]), **said)))
    return findings


def _entries(data: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    for number, entry in enumerate(data if isinstance(data, list) else ()):
        if isinstance(entry, dict):
            yield number, entry


def _repeated(kind: str, data: Any, path: Path) -> Iterator[tuple[Path, Fault]]:
    seen: set[tuple[str, str]] = set()
    for number, entry in _entries(data):
        name = entry.get("id")
        # Entries of one study that name different reports of it are joined.
        own = (name, str(entry.get("report", "")))
        if isinstance(name, str) and own in seen:
            what = f"the {kind} {name!r} stands here a second time"
            yield (
                (*path, number, "id"),
                Fault(f"duplicate-{kind}", what, "give it an id of its own, or delete it"),
            )
        if isinstance(name, str):
            seen.add((name, own[1]))
