"""The JSON Schema of study records, made from the codebook: other languages validate with the same file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from fidelity.model.codebook import Codebook, Field
from fidelity.model.study import Arm, HumanJudgement, Procedure, Reference, Study
from fidelity.model.words import BASES, DESIGNS, REPORTS, ROLES, STATUSES, VERDICT_WORDS, Status
from fidelity.read.signs import plain

Schema = dict[str, Any]

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
X_FIELD: Final = "x-field"
"""The keyword that names the field whose grammar a value must follow; others pass over it."""

UNSTATED: Final[tuple[Status, ...]] = ("not_extracted", "not_reported")
"""What a field that a record does not list can mean."""

_TEXT: Final[Schema] = {"type": ["string", "number", "boolean", "null"]}
_WORD: Final[Schema] = {"type": ["string", "number"]}
_FLAG: Final[Schema] = {"enum": ["yes", "no", "true", "false", "y", "n", True, False]}


def record_schema(codebook: Codebook) -> Schema:
    """Return the JSON Schema of a file of study records."""
    return {
        "$schema": DIALECT,
        "title": f"Study records for the codebook {codebook.reference}",
        "type": "object",
        "additionalProperties": False,
        "required": ["studies"],
        "properties": {
            "codebook": {
                **_WORD,
                "description": "The version of the codebook in use.",
            },
            "studies": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/study"}},
        },
        "$defs": {
            "study": _study(codebook),
            "arm": _arm(),
            "procedure": _procedure(),
            "judgement": _judgement(),
            "observations": {
                "type": "object",
                "additionalProperties": False,
                "properties": {name: _observed(name, field) for name, field in codebook.fields.items()},
            },
            "observation": _observation(),
            "value": {
                "description": "A value, or several: one of these, or for a checklist all of these.",
                "type": ["string", "number", "boolean", "null", "array"],
                "items": _TEXT,
            },
        },
    }


def describe(field: Field) -> str:
    """Return what an extractor needs to know of a field: definition, unit, range and choices."""
    parts = [field.definition]
    if field.range is not None:
        unit = f" {field.unit}" if field.unit else ""
        parts.append(f"Possible: {plain(field.range[0])} to {plain(field.range[1])}{unit}.")
    if field.choices:
        said = (name if choice.label == name else f"{name} ({choice.label})" for name, choice in field.choices.items())
        parts.append(f"Choices: {', '.join(said)}.")
    return " ".join(parts)


def _object(required: Iterable[str], properties: Schema) -> Schema:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": properties,
    }


def _texts(names: Iterable[str]) -> Schema:
    return dict.fromkeys(names, _TEXT)


def _study(codebook: Codebook) -> Schema:
    properties = _texts(Study.model_fields)
    properties |= {
        "id": _WORD,
        "design": {"enum": list(DESIGNS)},
        "unstated": {
            "enum": list(UNSTATED),
            "description": "What a field means that is not listed.",
        },
        "report": {
            **_object(["kind"], {"kind": {"enum": list(REPORTS)}, "name": _TEXT}),
            "description": "Which report of the study this is, where several are joined: entries with the same id.",
        },
        "design_factors": {
            "type": "array",
            "items": {"enum": list(codebook.fields)},
            "description": "The fields that the trial set out to compare.",
        },
        "sources": {"type": "array", "items": _object(["kind"], _texts(Reference.model_fields))},
        "cautions": {"type": "array", "items": _TEXT},
        "observations": {"$ref": "#/$defs/observations"},
        "arms": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/arm"}},
        "judgements": {"type": "array", "items": {"$ref": "#/$defs/judgement"}},
    }
    return _object(["id", "arms"], properties)


def _arm() -> Schema:
    properties = _texts(Arm.model_fields)
    properties |= {
        "id": _WORD,
        "role": {"enum": list(ROLES)},
        "observations": {"$ref": "#/$defs/observations"},
        "procedures": {"type": "array", "items": {"$ref": "#/$defs/procedure"}},
    }
    return _object(["id", "role"], properties)


def _procedure() -> Schema:
    properties = _texts(Procedure.model_fields)
    properties |= {
        "id": _WORD,
        "role": {"enum": list(ROLES), "description": "Where it differs from the role of the arm."},
        "main": {**_FLAG, "description": "Whether the grade of the arm is that of this procedure."},
        "observations": {"$ref": "#/$defs/observations"},
    }
    return _object(["id"], properties)


def _judgement() -> Schema:
    properties = _texts(HumanJudgement.model_fields)
    properties["verdict"] = {"enum": list(VERDICT_WORDS)}
    required = [name for name, key in HumanJudgement.model_fields.items() if key.is_required()]
    return _object(required, properties)


def _observation() -> Schema:
    return _object(
        [],
        {
            "value": {"$ref": "#/$defs/value"},
            "status": {"enum": list(STATUSES)},
            "basis": {"enum": list(BASES)},
            "varies": {**_FLAG, "description": "Patients differed."},
            "only": {**_FLAG, "description": "A checklist holds nothing beside what it names."},
            "as_written": {**_TEXT, "description": "How the report words it."},
            "evidence": {"type": "array", "items": _object([], _texts(["quote", "place", "reader"]))},
        },
    )


def _observed(name: str, field: Field) -> Schema:
    return {
        "title": field.label,
        "description": describe(field),
        "if": {"type": "object"},
        "then": {"$ref": "#/$defs/observation", "properties": {"value": {X_FIELD: name}}},
        "else": {"$ref": "#/$defs/value", X_FIELD: name},
    }
