"""Studies as the entries of a file of records: what YAML and JSON hold."""

from __future__ import annotations

from collections.abc import Mapping

from fidelity.model.codebook import Codebook
from fidelity.model.condition import fields_of
from fidelity.model.study import Arm, Observation, Procedure, Study, nearest
from fidelity.write.records.canonical import Form, canonical, evidence_of
from fidelity.write.records.wording import parts_of


def entry_of(study: Study, codebook: Codebook) -> Form:
    """Return a study as the entry of a file of records, every observation at the level where it stands."""
    entry = canonical(study)
    given = lifted(study, codebook)
    arms = entry.pop("arms")
    judgements = {"judgements": entry.pop("judgements")} if "judgements" in entry else {}
    for arm, known in zip(arms, given.arms, strict=True):
        below = zip(arm.pop("procedures"), known.procedures, strict=True)
        procedures = [_procedure(words, procedure, codebook) for words, procedure in below]
        arm.update(_observed(known.observations, codebook), procedures=procedures)
    return {**entry, **_observed(given.observations, codebook), "arms": arms, **judgements}


def _procedure(words: Form, procedure: Procedure, codebook: Codebook) -> Form:
    """Return the entry of a procedure: its words from the canonical form, its own observations."""
    main = {"main": "yes"} if procedure.main else {}
    plain = {key: text for key, text in words.items() if key in ("id", "label", "role")}
    return {**plain, **main, **_observed(procedure.observations, codebook)}


def lifted(study: Study, codebook: Codebook) -> Study:
    """Return a study in which a fact of the study stands there, if all procedures have it alike.

    Fields on which conditions hang, or which hang on one, stay where they are: how near they stand tells of which
    procedures they speak.
    """
    above = {name: found for name in _of_study(codebook) if (found := _shared(study, name)) is not None}
    if not above:
        return study
    arms = tuple(
        arm.model_copy(
            update={
                "observations": _without(arm, above),
                "procedures": tuple(
                    procedure.model_copy(update={"observations": _without(procedure, above)})
                    for procedure in arm.procedures
                ),
            }
        )
        for arm in study.arms
    )
    return study.model_copy(update={"observations": {**study.observations, **above}, "arms": arms})


def _of_study(codebook: Codebook) -> list[str]:
    """Return the fields that belong to a study and have no part in any condition."""
    read = {name for field in codebook.fields.values() for name in fields_of(field.applies_when)}
    return [
        name
        for name, field in codebook.fields.items()
        if field.belongs_to == "study" and field.applies_when is None and name not in read
    ]


def _shared(study: Study, name: str) -> Observation | None:
    """Return what all procedures of a study say of a field alike, if it stands below the study."""
    found = [nearest(study, arm, procedure, name) for arm, procedure in study.rows()]
    first = found[0][0]
    alike = all(observation == first and depth > 0 for observation, depth in found)
    return first if alike else None


def _without(holder: Arm | Procedure, names: Mapping[str, Observation]) -> dict[str, Observation]:
    return {name: found for name, found in holder.observations.items() if name not in names}


def _observed(observations: Mapping[str, Observation], codebook: Codebook) -> Form:
    found = {name: _entry(name, observations[name], codebook) for name in codebook.fields if name in observations}
    return {"observations": found} if found else {}


def _entry(name: str, observation: Observation, codebook: Codebook) -> Form | str:
    parts: Form = dict(parts_of(name, observation, codebook))
    evidence = [found for entry in observation.evidence if (found := evidence_of(entry))]
    if evidence:
        parts["evidence"] = evidence
    return parts["value"] if list(parts) == ["value"] else parts
