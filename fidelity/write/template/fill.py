"""Studies as the rows of the template's sheets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from fidelity.model.codebook import Codebook
from fidelity.model.lines import tidy
from fidelity.model.study import Observation, Study
from fidelity.model.words import spoken
from fidelity.read.template_layout import ARMS, FILLED, JUDGED, PROCEDURES, SAID, STUDIES, with_unit
from fidelity.write.records.canonical import evidence_of
from fidelity.write.records.entries import lifted
from fidelity.write.records.tables import arm_words, procedure_words, study_words
from fidelity.write.records.wording import parts_of

Row = dict[str, str]


def rows_of(studies: Sequence[Study], codebook: Codebook) -> dict[str, list[Row]]:
    """Return the rows of each sheet, every fact at the level where it stands."""
    rows: dict[str, list[Row]] = {sheet: [] for sheet in FILLED}
    for given in studies:
        study = lifted(given, codebook)
        said = study_words(study)
        said.pop("judgements")
        rows[STUDIES].append({**said, **_observed(study.observations, codebook)})
        top = {"study": tidy(study.id)}
        rows[SAID] += _evidence(top, study.observations, codebook)
        for arm in study.arms:
            words = arm_words(arm)
            within = {**top, "arm": words["arm"]}
            rows[ARMS].append({**top, **words, "role": words["arm_role"], **_observed(arm.observations, codebook)})
            rows[SAID] += _evidence(within, arm.observations, codebook)
            for procedure in arm.procedures:
                role = procedure.role if procedure.role not in (None, arm.role) else ""
                own = {**within, **procedure_words(procedure), "role": role or ""}
                rows[PROCEDURES].append({**own, **_observed(procedure.observations, codebook)})
                at = {**within, "procedure": own["procedure"]}
                rows[SAID] += _evidence(at, procedure.observations, codebook)
        for judgement in study.judgements:
            told = {name: tidy(getattr(judgement, name) or "") for name in type(judgement).model_fields}
            rows[JUDGED].append({**top, **told, "verdict": spoken(judgement.verdict)})
    return rows


def _observed(observations: Mapping[str, Observation], codebook: Codebook) -> Row:
    return {name: parts_of(name, found, codebook)["value"] for name, found in observations.items()}


def _evidence(at: Row, observations: Mapping[str, Observation], codebook: Codebook) -> Iterator[Row]:
    """Yield a row for each piece of evidence of each field, the first with what else stands beside the value."""
    for name, field in codebook.fields.items():
        if name not in observations:
            continue
        parts = parts_of(name, observations[name], codebook)
        beside = {part: text for part, text in parts.items() if part != "value"}
        pieces = [found for entry in observations[name].evidence if (found := evidence_of(entry))]
        for number, piece in enumerate(pieces or ([{}] if beside else [])):
            yield {**at, "field": with_unit(field.label, field.unit), **piece, **({} if number else beside)}
