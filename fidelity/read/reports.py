"""Several reports of one study: what each says is joined, with its basis, and where they differ both stay possible."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from fidelity.errors import Place, Problem, sort_problems
from fidelity.model.codebook import Codebook
from fidelity.model.facts import Facts, frame_of
from fidelity.model.study import BIBLIOGRAPHIC, Arm, Evidence, Observation, Procedure, Reference, Report, Study, role_of
from fidelity.model.values import Interval, Listed, OneOf, Value, Words
from fidelity.model.words import BASES, REPORTS, Basis, ReportKind
from fidelity.read.reading import Reading, Refused
from fidelity.read.repeats import kept_rows, refuse_repeat

_BASIS: Final[Mapping[ReportKind, Basis]] = {
    "protocol": "planned",
    "registry": "planned",
    "author_reply": "author_reply",
}
"""How we know what a report states, where that is not simply that the paper states it."""

_SILENT: Final = ("not_reported", "not_extracted")

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells of a procedure: its study, its observations, and where they stand."""

    study: Study
    arm: Arm
    procedure: Procedure
    observations: Mapping[str, Observation]
    places: Mapping[str, Place]
    place: Place

    @property
    def report(self) -> Report:
        """The report; a record that names none is the paper."""
        return self.study.report or Report(kind="paper")


@dataclass(frozen=True, slots=True)
class JoinedOrigin:
    """Where the procedures come from that several reports tell of."""

    rows: tuple[tuple[Study, Procedure], ...]
    told: tuple[tuple[Told, ...], ...]

    def place(self, row: int, field: str | None = None) -> Place:
        """Return where the first report that speaks of a field does so, else where one is silent on it."""
        if field is None:
            return self.told[row][0].place
        listed = [told for told in self.told[row] if field in told.places]
        speaking = (told for told in listed if told.observations[field].status not in _SILENT)
        first = next(speaking, listed[0] if listed else None)
        return self.told[row][0].place if first is None else first.places[field]

    def observation(self, row: int, field: str) -> Observation | None:
        """Return what the reports together let us know of a field."""
        return self.rows[row][1].observations.get(field)

    def study(self, row: int) -> Study:
        """Return the joined study of a row."""
        return self.rows[row][0]


def join_reports(reading: Reading, codebook: Codebook) -> Reading:
    """Return a reading in which the reports of a study are one; a procedure of which one report is wrong is refused."""
    reported = _reported(reading.batches)
    if not reported:
        return reading
    told: dict[Key, list[Told]] = {}
    batches: list[Facts] = []
    repeated: list[Refused] = []
    for batch in reading.batches:
        within = batch.frame["study"].is_in(reported)
        for row in within.arg_true():
            entry = _tell(batch, row, codebook)
            known = told.setdefault((entry.study.id, entry.arm.id, entry.procedure.id), [])
            if any(other.report == entry.report for other in known):
                repeated.append(refuse_repeat(batch, row))
            else:
                known.append(entry)
        rest = (~within).arg_true()
        if len(rest):
            batches.append(kept_rows(batch, rest))
    for entries in told.values():
        entries.sort(key=lambda entry: REPORTS.index(entry.report.kind))
    differing = {key: other for key, entries in told.items() if (other := _roles_differ(key, entries)) is not None}
    spoilt = {key: found[0].problems for key in told if (found := _refusals(key, reading.refused))}
    spoilt |= {key: (problem,) for key, problem in differing.items()}
    refused = [
        Refused(*key, role_of(entry.arm, entry.procedure), entry.place, found)
        for key, found in spoilt.items()
        for entry in told[key]
    ]
    sound = {key: entries for key, entries in told.items() if key not in spoilt}
    if sound:
        batches.append(_batch(sound, codebook))
    problems = (*reading.problems, *(problem for entry in repeated for problem in entry.problems), *differing.values())
    return Reading(
        tuple(batches), tuple(sort_problems(problems)), (*reading.refused, *repeated, *refused), reading.notes
    )


def _reported(batches: Iterable[Facts]) -> list[str]:
    """Return the studies that some record tells of as one of several reports."""
    return list(
        dict.fromkeys(
            study
            for batch in batches
            if batch.reports is not None
            for study in batch.frame["study"].filter(batch.reports)
        )
    )


def _tell(batch: Facts, row: int, codebook: Codebook) -> Told:
    origin = batch.origin
    study = origin.study(row)
    arm, procedure = next(
        (arm, procedure)
        for arm, procedure in study.rows()
        if (arm.id, procedure.id) == batch.frame.select("arm", "procedure").row(row)
    )
    found = {name: origin.observation(row, name) for name in codebook.fields}
    observations = {name: observation for name, observation in found.items() if observation is not None}
    places = {name: origin.place(row, name) for name in observations}
    return Told(study, arm, procedure, observations, places, origin.place(row))


def _refusals(key: Key, refused: Iterable[Refused]) -> list[Refused]:
    study, arm, procedure = key
    return [
        entry
        for entry in refused
        if entry.study == study and entry.arm in (None, arm) and entry.procedure in (None, procedure)
    ]


def _roles_differ(key: Key, told: Sequence[Told]) -> Problem | None:
    """Return the problem that reports give one procedure different roles: whether it is graded hangs on that."""
    roles = {role_of(entry.arm, entry.procedure): entry for entry in told}
    if len(roles) == 1:
        return None
    said = "; ".join(f"{entry.report}: {role}" for role, entry in roles.items())
    other = told[-1] if len(told) > 1 else told[0]
    what = f"its reports give it different roles ({said})"
    return Problem("roles-differ", other.place, "/".join(key[:2]), what, "write the role that is right in each of them")


def _batch(told: Mapping[Key, list[Told]], codebook: Codebook) -> Facts:
    studies: dict[str, list[list[Told]]] = {}
    for key, entries in told.items():
        studies.setdefault(key[0], []).append(entries)
    rows: list[tuple[Study, Arm, Procedure]] = []
    origins: list[tuple[Told, ...]] = []
    for procedures in studies.values():
        study = _study(procedures, codebook)
        by_key = {(entries[0].arm.id, entries[0].procedure.id): tuple(entries) for entries in procedures}
        for arm, procedure in study.rows():
            rows.append((study, arm, procedure))
            origins.append(by_key[arm.id, procedure.id])
    origin = JoinedOrigin(tuple((study, procedure) for study, _, procedure in rows), tuple(origins))
    return Facts(frame_of(rows, codebook), origin)


def _study(procedures: Sequence[Sequence[Told]], codebook: Codebook) -> Study:
    """Return the study that reports tell of: what is no fact of a procedure is taken from the first that says it."""
    every = sorted((told for entries in procedures for told in entries), key=lambda t: REPORTS.index(t.report.kind))
    studies = list({id(told.study): told.study for told in every}.values())
    arms: dict[str, list[Procedure]] = {}
    first: dict[str, Arm] = {}
    for entries in procedures:
        arm, procedure = entries[0].arm, entries[0].procedure
        first.setdefault(arm.id, arm)
        joined = join_observations(entries, codebook)
        arms.setdefault(arm.id, []).append(procedure.model_copy(update={"observations": joined}))
    named = {str(told.report): Reference(kind=told.report.kind, name=told.report.name) for told in every}
    listed = [source for study in studies for source in study.sources]
    plain = {
        key: next((value for study in studies if (value := getattr(study, key)) is not None), None)
        for key in (*BIBLIOGRAPHIC, "design_words", "n", "confidence")
    }
    return studies[0].model_copy(
        update={
            **plain,
            "report": None,
            "observations": {},
            "sources": tuple(dict.fromkeys((*named.values(), *listed))),
            "cautions": tuple(dict.fromkeys(caution for study in studies for caution in study.cautions)),
            "judgements": tuple(dict.fromkeys(entry for study in studies for entry in study.judgements)),
            "arms": tuple(
                first[name].model_copy(update={"observations": {}, "procedures": tuple(entries)})
                for name, entries in arms.items()
            ),
        }
    )


def join_observations(told: Sequence[Told], codebook: Codebook) -> dict[str, Observation]:
    """Return what several reports together let us know of each field."""
    joined: dict[str, Observation] = {}
    for name in codebook.fields:
        found = [(entry.report, entry.observations[name]) for entry in told if name in entry.observations]
        if found:
            joined[name] = _joined([_as_known(report, observation) for report, observation in found])
    return joined


def _as_known(report: Report, observation: Observation) -> Observation:
    """Return an observation with the basis that its report gives it, and the report named in its evidence."""
    basis = _BASIS.get(report.kind, observation.basis) if observation.basis == "stated" else observation.basis
    evidence = observation.evidence or (Evidence(quote=observation.text or None),)
    placed = tuple(
        entry.model_copy(update={"place": f"{report}, {entry.place}" if entry.place else str(report)})
        for entry in evidence
    )
    return observation.model_copy(update={"basis": basis, "evidence": placed})


def _joined(found: Sequence[Observation]) -> Observation:
    """Return one observation for several: what any report says holds; what they say differently stays open.

    A report that is silent takes nothing away from one that speaks. Where all are silent, the field is not reported as
    soon as one of them was read for it.
    """
    evidence = tuple(entry for observation in found for entry in observation.evidence)
    speaking = [observation for observation in found if observation.status not in _SILENT]
    if not speaking:
        read = next((observation for observation in found if observation.status == "not_reported"), found[0])
        return read.model_copy(update={"evidence": evidence})
    said = [(observation.value, observation.status, observation.varies) for observation in speaking]
    if all(entry == said[0] for entry in said):
        surest = min(speaking, key=lambda observation: BASES.index(observation.basis))
        return surest.model_copy(update={"evidence": evidence})
    return Observation(
        value=_union([observation.value for observation in speaking]),
        status="unclear",
        basis="conflicting",
        varies=any(observation.varies for observation in speaking),
        text=" | ".join(dict.fromkeys(observation.text for observation in speaking)),
        evidence=evidence,
    )


def _union(values: Sequence[Value | None]) -> Value | None:
    """Return all that any of several values leaves possible; None, which is everything, where one says nothing."""
    union = values[0]
    for value in values[1:]:
        if isinstance(union, Interval) and isinstance(value, Interval):
            union = union.union(value)
        elif isinstance(union, OneOf) and isinstance(value, OneOf):
            union = OneOf(union.names | value.names)
        elif isinstance(union, Listed) and isinstance(value, Listed):
            union = Listed(union.present & value.present, union.possible | value.possible)
        elif isinstance(union, Words) and isinstance(value, Words):
            union = union if union == value else Words(f"{union.text} | {value.text}")
        else:
            return None
    return union
