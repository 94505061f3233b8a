"""Study records: checked against the schema, refused where they are wrong, and read where they are right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import polars as pl

from fidelity.errors import Fault, Place, Problem, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.facts import Facts, frame_of
from fidelity.model.study import Evidence, Observation
from fidelity.read.positions import Data, Finding, Path
from fidelity.read.quantities import observe
from fidelity.read.reading import Places, Reading, Refused
from fidelity.read.record_build import build_study, holders_of, name_of, procedures_of
from fidelity.read.record_checks import main_findings, own_findings
from fidelity.read.record_origin import RecordOrigin, Row
from fidelity.read.record_problems import Records, as_text, said_at, subject_of

Problems = tuple[Problem, ...]


def read_records(data: Data, places: Places, found: Iterable[Finding] = (), *, records: Records) -> Reading:
    """Return the procedures of study records as typed rows, with all problems and refusals.

    A study that is wrong in its own structure is refused whole; a wrong observation refuses the procedures for
    which it is the nearest. `found` is what reading the file has already found wrong.
    """
    tidy = _without_empty(data)
    findings = [*found, *records.findings(tidy, places), *own_findings(tidy, places, records.codebook)]
    by_study: dict[Path, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_study[finding.path[:2]].append(finding)
    rows: list[Row] = []
    refused: list[Refused] = []
    problems = [finding.problem for finding in findings]
    studies: Any = tidy.get("studies") if isinstance(tidy, dict) else None
    for number, entry in enumerate(studies if isinstance(studies, list) else ()):
        path: Path = ("studies", number)
        own = by_study[path]
        if not isinstance(entry, dict) or any("observations" not in finding.path[:-1] for finding in own):
            refused += _whole(entry, path, places, _problems(own))
            continue
        observed, more = _observe(tidy, entry, path, places, records, own)
        mains = main_findings(tidy, entry, path, places)
        problems += [finding.problem for finding in (*more, *mains)]
        refusals = _refusals(entry, path, [*own, *more], mains)
        refused += [
            Refused(entry["id"], arm["id"], procedure["id"], _role(procedure, arm), places.place(at), refusals[at])
            for arm, procedure, at in procedures_of(entry, path)
            if at in refusals
        ]
        rows += build_study(entry, path, observed, frozenset(refusals))
    return Reading(_batch(rows, places, records.codebook), tuple(sort_problems(problems)), tuple(refused))


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The places of some studies of a file, counted anew."""

    places: Places
    numbers: tuple[int, ...]

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return where a path stands in the whole file."""
        return self.places.place(self.inside(path), key=key)

    def inside(self, path: Path) -> Path:
        """Return the path in the whole file."""
        known = len(path) > 1 and path[0] == "studies"
        return ("studies", self.numbers[int(path[1])], *path[2:]) if known else path


def chosen(data: Data, places: Places, found: Iterable[Finding], only: str) -> tuple[Data, Places, tuple[Finding, ...]]:
    """Return the records of one study, with where they stand and what reading the file found wrong in them."""
    studies: Any = data.get("studies") if isinstance(data, dict) else None
    entries = list(studies) if isinstance(studies, list) else []
    numbers = tuple(n for n, entry in enumerate(entries) if isinstance(entry, dict) and entry.get("id") == only)
    kept = _Chosen(places, numbers)
    findings = []
    for finding in found:
        if len(finding.path) < 2 or finding.path[0] != "studies":
            findings.append(finding)
        elif finding.path[1] in numbers:
            path: Path = ("studies", numbers.index(finding.path[1]), *finding.path[2:])
            findings.append(Finding(path, finding.problem))
    rest = data if isinstance(data, dict) else {}
    return {**rest, "studies": [entries[number] for number in numbers]}, kept, tuple(findings)


def _batch(rows: list[Row], places: Places, codebook: Codebook) -> tuple[Facts, ...]:
    if not rows:
        return ()
    frame = frame_of([(row.study, row.arm, row.procedure) for row in rows], codebook)
    reports = pl.Series([row.study.report is not None for row in rows])
    return (Facts(frame, RecordOrigin(tuple(rows), places), reports if reports.any() else None),)


def _problems(findings: Iterable[Finding]) -> Problems:
    return tuple(sort_problems(finding.problem for finding in findings))


def _without_empty(data: Data, *, keep: bool = False) -> Data:
    """Leave out keys that have no value, except the fields of observations: there, empty is not extracted."""
    if isinstance(data, list):
        return [_without_empty(entry) for entry in data]
    if isinstance(data, dict):
        return {
            key: _without_empty(value, keep=key == "observations") for key, value in data.items() if keep or value != ""
        }
    return data


def _whole(entry: Data, path: Path, places: Places, problems: Problems) -> Iterator[Refused]:
    """Yield a refusal for every procedure of a study that can be made out, else one for the study."""
    name = name_of(entry, f"study {int(path[1]) + 1}")
    found = list(procedures_of(entry, path)) if isinstance(entry, dict) else []
    for arm, procedure, at in found:
        names = name_of(arm, f"arm {int(at[3]) + 1}"), name_of(procedure, "procedure")
        yield Refused(name, *names, _role(procedure, arm), places.place(at), problems)
    if not found:
        yield Refused(name, None, None, None, places.place(path), problems)


def _role(procedure: dict[str, Any], arm: dict[str, Any]) -> str | None:
    role = procedure.get("role", arm.get("role"))
    return role.casefold() if isinstance(role, str) else None


def _observe(
    data: Data, entry: dict[str, Any], path: Path, places: Places, records: Records, own: list[Finding]
) -> tuple[dict[Path, Observation], list[Finding]]:
    """Return the sound observations of a study by their paths, and what is wrong with those the schema let pass."""
    faulty = {_observation_of(finding.path) for finding in own}
    observed: dict[Path, Observation] = {}
    findings: list[Finding] = []
    for holder, at in holders_of(entry, path):
        for name, given in holder.get("observations", {}).items():
            place = (*at, "observations", name)
            if place in faulty:
                continue
            parts, evidence = _parts(given)
            field = records.codebook.fields[name]
            found = observe(field, records.codebook, parts, na=records.na, evidence=evidence)
            if isinstance(found, Fault):
                problem = found.at(places.place(place), subject_of(data, place), **said_at(data, place))
                findings.append(Finding(place, problem))
            else:
                observed[place] = found
    return observed, findings


def _observation_of(path: Path) -> Path:
    return path[: path.index("observations") + 2]


def _parts(given: Any) -> tuple[dict[str, str], list[Evidence]]:
    if not isinstance(given, dict):
        return {"value": as_text(given) or ""}, []
    parts = {key: as_text(value) or "" for key, value in given.items() if key != "evidence"}
    return parts, [Evidence(**found) for found in given.get("evidence", ())]


def _refusals(entry: dict[str, Any], path: Path, findings: list[Finding], mains: list[Finding]) -> dict[Path, Problems]:
    """Return the problems of each procedure: wrong observations that are the nearest, and two mains of its arm."""
    wrong: dict[Path, list[Finding]] = defaultdict(list)
    for finding in findings:
        wrong[_observation_of(finding.path)].append(finding)
    if not wrong and not mains:
        return {}
    stated = {at: holder.get("observations", {}) for holder, at in holders_of(entry, path)}
    refusals = {}
    for _, _, at in procedures_of(entry, path):
        levels = list(dict.fromkeys((at, at[:4], path)))
        found = [finding for finding in mains if finding.path[:4] == at[:4]]
        for place, those in wrong.items():
            nearest = next((level for level in levels if place[-1] in stated.get(level, {})), None)
            if nearest == place[:-2]:
                found += those
        if found:
            refusals[at] = _problems(found)
    return refusals
