"""The JSON Schemas of every file format, generated from the models and the codebook."""

from __future__ import annotations

from typing import Any, Final

from pydantic import BaseModel

from fidelity.model.assumption import Assumption
from fidelity.model.codebook import Codebook
from fidelity.model.ledger import Endorsements
from fidelity.model.mapping import MappingFile
from fidelity.model.profile import Procedures, Profile
from fidelity.model.ruleset import RuleSet
from fidelity.model.scheme import Scheme
from fidelity.read.record_schema import record_schema

MODELS: Final[dict[str, type[BaseModel]]] = {
    "codebook": Codebook,
    "ruleset": RuleSet,
    "scheme": Scheme,
    "profile": Profile,
    "procedures": Procedures,
    "assumption": Assumption,
    "endorsements": Endorsements,
    "mapping": MappingFile,
}

DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def schemas_of(codebook: Codebook) -> dict[str, dict[str, Any]]:
    """Return every schema by name; that of study records follows from the codebook."""
    schemas: dict[str, dict[str, Any]] = {"study": record_schema(codebook)}
    for name, model in MODELS.items():
        schema = model.model_json_schema(by_alias=True)
        schemas[name] = {"$schema": DRAFT, **_any_scalar(schema), "title": f"{name} file of Fidelity"}
    return schemas


def _any_scalar(schema: Any) -> Any:
    """Let every text be a bare number or yes/no too: our reader takes each YAML scalar as text, editors do not."""
    if isinstance(schema, list):
        return [_any_scalar(member) for member in schema]
    if not isinstance(schema, dict):
        return schema
    found = {key: _any_scalar(member) for key, member in schema.items()}
    if found.get("type") == "string" and not {"enum", "const", "pattern"} & set(found):
        found["type"] = ["string", "number", "boolean"]
    return found
