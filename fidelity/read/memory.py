"""Records that are already in memory: plain data made text, and study models, each with a path for a place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import isfinite
from typing import Any

from fidelity.errors import Fault, Place, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.facts import Facts, frame_of
from fidelity.model.study import Observation, Study
from fidelity.model.values import Interval, Listed, OneOf, Value, Words
from fidelity.model.words import CHOICE_TYPES, INTERVAL_TYPES, FieldType
from fidelity.read.positions import Data, Finding, Path
from fidelity.read.reading import Reading, Refused
from fidelity.read.record_checks import several_mains
from fidelity.read.record_origin import RecordOrigin, Row
from fidelity.read.record_problems import unknown_field


@dataclass(frozen=True, slots=True)
class InMemory:
    """Places of records that are in memory: the path itself, such as `records[0].arms[1].role`."""

    def place(self, path: Path, *, key: bool = False) -> Place:
        """Return the path as a place; keys and values have the same one."""
        below = path[1:] if path[:1] == ("studies",) else path
        return Place("records" + "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in below))


def as_data(given: object) -> Data:
    """Return data in which every scalar is text, as reading a file gives it."""
    if isinstance(given, Mapping):
        return {str(key): as_data(value) for key, value in given.items()}
    if isinstance(given, Sequence | set | frozenset) and not isinstance(given, str | bytes):
        return [as_data(value) for value in given]
    return _as_text(given)


def _as_text(given: object) -> str:
    if isinstance(given, bool):
        return "yes" if given else "no"
    if isinstance(given, float) and isfinite(given) and given == int(given):
        return str(int(given))
    if isinstance(given, date):
        return given.isoformat()[:10]
    return "" if given is None else str(given)


def read_models(studies: Sequence[Study], codebook: Codebook) -> Reading:
    """Return the procedures of study models as typed rows; a study that does not suit the codebook is refused."""
    places = InMemory()
    rows: list[Row] = []
    refused: list[Refused] = []
    findings: list[Finding] = []
    for number, study in enumerate(studies):
        path: Path = ("studies", number)
        found = [Finding(at, fault.at(places.place(at), study.id)) for at, fault in _faults(study, codebook, path)]
        findings += found
        problems = tuple(finding.problem for finding in found)
        for at, arm in enumerate(study.arms):
            for order, procedure in enumerate(arm.procedures):
                place = (*path, "arms", at, "procedures", order)
                if found:
                    role = procedure.role or arm.role
                    refused.append(Refused(study.id, arm.id, procedure.id, role, places.place(place), problems))
                else:
                    rows.append(Row(study, arm, procedure, place))
    batches: tuple[Facts, ...] = ()
    if rows:
        frame = frame_of([(row.study, row.arm, row.procedure) for row in rows], codebook)
        batches = (Facts(frame, RecordOrigin(tuple(rows), places)),)
    return Reading(batches, tuple(sort_problems(finding.problem for finding in findings)), tuple(refused))


def _faults(study: Study, codebook: Codebook, path: Path) -> Iterator[tuple[Path, Fault]]:
    holders: list[tuple[Path, Mapping[str, Observation]]] = [(path, study.observations)]
    for number, arm in enumerate(study.arms):
        holders.append(((*path, "arms", number), arm.observations))
        holders += [
            ((*path, "arms", number, "procedures", order), procedure.observations)
            for order, procedure in enumerate(arm.procedures)
        ]
    for number, arm in enumerate(study.arms):
        marked = [order for order, procedure in enumerate(arm.procedures) if procedure.main]
        if len(marked) > 1:
            yield (*path, "arms", number, "procedures", marked[1], "main"), several_mains(arm.id)
    for at, observations in holders:
        for name, observation in observations.items():
            if name not in codebook.fields:
                yield (*at, "observations", name), unknown_field(name, codebook)
                continue
            field = codebook.fields[name]
            if observation.value is not None and not isinstance(observation.value, _kind(field.type)):
                what = f"{type(observation.value).__name__} is no value of {field.label} ({field.type})"
                fault = Fault("wrong-type", what, f"use {_kind(field.type).__name__}")
                yield (*at, "observations", name), fault


def _kind(field_type: FieldType) -> type[Value]:
    if field_type in INTERVAL_TYPES:
        return Interval
    if field_type in CHOICE_TYPES:
        return OneOf
    return Listed if field_type == "checklist" else Words


def is_record(entry: Any) -> bool:
    """Whether an entry of a list is a study and not the name of a file."""
    return isinstance(entry, Study | Mapping)
