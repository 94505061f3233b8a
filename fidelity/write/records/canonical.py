"""The canonical form of a study: two records tell the same exactly if theirs are equal."""

from __future__ import annotations

from typing import Any, Final

from fidelity.model.lines import tidy
from fidelity.model.study import BIBLIOGRAPHIC, Arm, Evidence, Observation, Procedure, Study, nearest
from fidelity.model.values import Interval, Listed, OneOf, Value

Form = dict[str, Any]

_STUDY: Final = (
    *BIBLIOGRAPHIC,
    "design",
    "design_words",
    "n",
    "unstated",
    "confidence",
)
_DEFAULTS: Final = {"design": "randomised", "unstated": "not_extracted", "status": "reported", "basis": "stated"}


def canonical(study: Study) -> Form:
    """Return a study as plain data with keys in a fixed order, what is a default left out.

    Every observation stands at the procedure that it is about: the nearest one, whole. A value is what it leaves
    possible, so `80` and `80 °C` are the same; texts have LF as line ends and no blanks before and after them.
    """
    factors = {"design_factors": list(study.design_factors)} if study.design_factors else {}
    return {
        "id": tidy(study.id),
        **_label(study.label, study.id),
        **({"report": words_of(study.report, ("kind", "name"))} if study.report else {}),
        **words_of(study, _STUDY),
        **factors,
        **_listed("sources", [words_of(source, ("kind", "name", "address")) for source in study.sources]),
        **_listed("cautions", [text for caution in study.cautions if (text := tidy(caution))]),
        "arms": [_arm(study, arm) for arm in study.arms],
        **_listed("judgements", [words_of(judgement, JUDGED) for judgement in study.judgements]),
    }


JUDGED: Final = ("criterion", "verdict", "reason", "who", "when", "procedure")
"""The parts of a person's judgement."""


def words_of(entry: object, names: tuple[str, ...]) -> Form:
    """Return some attributes of an entry that hold text, without the empty ones and the defaults."""
    found = {name: tidy(getattr(entry, name) or "") for name in names}
    return {name: text for name, text in found.items() if text and text != _DEFAULTS.get(name)}


def evidence_of(evidence: Evidence) -> Form:
    """Return a piece of evidence without what it leaves empty."""
    return words_of(evidence, ("quote", "place", "reader"))


def _arm(study: Study, arm: Arm) -> Form:
    return {
        "id": tidy(arm.id),
        **_label(arm.label, arm.id),
        "role": arm.role,
        **words_of(arm, ("n", "note")),
        "procedures": [_procedure(study, arm, procedure) for procedure in arm.procedures],
    }


def _procedure(study: Study, arm: Arm, procedure: Procedure) -> Form:
    names = sorted({*study.observations, *arm.observations, *procedure.observations})
    observed = {name: _observation(nearest(study, arm, procedure, name)[0]) for name in names}
    silent = {"status": study.unstated}
    return {
        "id": tidy(procedure.id),
        **_label(procedure.label or "", ""),
        **({"role": procedure.role} if procedure.role not in (None, arm.role) else {}),
        **({"main": True} if procedure.main else {}),
        "observations": {name: found for name, found in observed.items() if found != silent},
    }


def _label(label: str, otherwise: str) -> Form:
    return {"label": tidy(label)} if tidy(label) and tidy(label) != tidy(otherwise) else {}


def _listed(name: str, entries: list[Any]) -> Form:
    return {name: entries} if entries else {}


def _observation(observation: Observation | None) -> Form:
    assert observation is not None, "one of the three levels holds the field"
    value = {} if observation.value is None else {"value": _value(observation.value)}
    return {
        **value,
        **words_of(observation, ("status", "basis")),
        **({"varies": True} if observation.varies else {}),
        **words_of(observation, ("as_written",)),
        **_listed("evidence", [found for entry in observation.evidence if (found := evidence_of(entry))]),
    }


def _value(value: Value) -> Any:
    match value:
        case Interval(low, high, low_open, high_open):
            return [low, high, low_open, high_open]
        case OneOf(names):
            return sorted(names)
        case Listed(present, possible):
            return {"present": sorted(present), "possible": sorted(possible)}
        case _:
            return tidy(value.text)
