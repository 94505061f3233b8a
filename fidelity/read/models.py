"""Our own file formats: a file becomes a model, or every reason why it does not, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, Final, TypeVar

from pydantic import BaseModel, ValidationError

from fidelity.errors import Fault, Problem, UsageError, did_you_mean
from fidelity.read.positions import Data, Document, Path, parse

Model = TypeVar("Model", bound=BaseModel)

_PLAIN: Final[dict[str, tuple[str, str, str]]] = {
    "string_type": ("wrong-type", "a single text belongs here", "write one value, not a list or a mapping"),
    "float_parsing": ("no-number", "this is no number", "write a number without its unit"),
    "float_type": ("no-number", "this is no number", "write a number without its unit"),
    "int_parsing": ("no-number", "this is no whole number", "write a whole number"),
    "int_type": ("no-number", "this is no whole number", "write a whole number"),
    "bool_parsing": ("no-yes-or-no", "this is neither yes nor no", "write yes or no"),
    "bool_type": ("no-yes-or-no", "this is neither yes nor no", "write yes or no"),
    "tuple_type": (
        "wrong-type",
        "a list belongs here",
        "write [first, second], or one entry a line after a dash",
    ),
    "list_type": (
        "wrong-type",
        "a list belongs here",
        "write [first, second], or one entry a line after a dash",
    ),
    "dict_type": ("wrong-type", "keys with values belong here", "write key: value, one a line"),
    "model_type": ("wrong-type", "keys with values belong here", "write key: value, one a line"),
    "model_attributes_type": ("wrong-type", "keys with values belong here", "write key: value, one a line"),
    "too_short": ("too-few", "the list is too short", "add what is missing"),
    "too_long": ("too-many", "the list is too long", "take out what does not belong"),
}


def read_document(path: FilePath, source: str) -> tuple[Document | None, list[Problem]]:
    """Return the data of one of our own files; UsageError when there is no such file."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror or error}") from None
    document, findings = parse(content, source)
    return document, [finding.problem for finding in findings]


def read_model(path: FilePath, source: str, model: type[Model]) -> tuple[Model | None, Document | None, list[Problem]]:
    """Return the model of a file, its document, and what is wrong; without a model where anything is."""
    document, problems = read_document(path, source)
    if document is None:
        return None, None, problems
    try:
        made = model.model_validate(document.data)
    except ValidationError as error:
        return None, document, problems + list(_problems(error, document, model))
    return (None if problems else made), document, problems


def problem_at(document: Document, path: Path, fault: Fault, *, key: bool = False) -> Problem:
    """Return the problem that a fault is at a path of a document."""
    real = _existing(path, document.data)
    return fault.at(document.place(real, key=key), subject_of(document, real))


def dotted(text: str) -> Path:
    """Return the path that a dotted text names: numbers are places in lists."""
    return tuple(int(part) if part.isdigit() else part for part in text.split(".") if part)


def subject_of(document: Document, path: Path) -> str:
    """Return what a path is about, as a person calls it: a criterion, a field, else the file."""
    data = document.data
    if len(path) > 1 and isinstance(data, dict):
        entries = data.get(str(path[0]))
        if isinstance(entries, list) and isinstance(path[1], int):
            entry = entries[path[1]]
            name = entry.get("id") if isinstance(entry, dict) else None
            return name if isinstance(name, str) and name else f"{path[0]} {path[1] + 1}"
        if path[0] in ("fields", "documents"):
            return str(path[1])
    name = data.get("id") if isinstance(data, dict) else None
    return name if isinstance(name, str) and name else document.source


def _problems(error: ValidationError, document: Document, model: type[BaseModel]) -> Iterator[Problem]:
    errors = error.errors(include_url=False)
    for entry in errors:
        loc = entry["loc"]
        # A list also counts as too short when its entries are wrong: those say why.
        if entry["type"] == "too_short" and any(other["loc"][: len(loc)] == loc != other["loc"] for other in errors):
            continue
        path = _existing(loc, document.data)
        context: dict[str, Any] = entry.get("ctx", {})
        kind = entry["type"]
        if "what" in context:
            fault = Fault(kind, context["what"], context["remedy"])
            yield problem_at(document, (*path, *dotted(context["at"])), fault)
        elif kind == "missing":
            name = str(loc[-1])
            yield problem_at(document, path, Fault("missing", f"{name} is missing", f"add {name}:"))
        elif kind == "extra_forbidden":
            name = str(path[-1])
            known = _keys_at(model, path[:-1])
            fault = Fault("unknown-key", f"{name!r} is no key that belongs here", did_you_mean(name, known))
            yield problem_at(document, path, fault, key=True)
        elif kind == "literal_error":
            given = str(entry["input"])
            options = re.findall(r"'([^']*)'", context["expected"])
            what = f"{given!r} is none of the words that belong here"
            yield problem_at(document, path, Fault("unknown-word", what, did_you_mean(given, options)))
        else:
            code, what, remedy = _PLAIN.get(kind, (kind.replace("_", "-"), entry["msg"].lower(), "see the schema"))
            yield problem_at(document, path, Fault(code, what, remedy))


def _existing(loc: Path, data: Data) -> Path:
    """Leave out of a location what pydantic adds to it, such as the tag of a union."""
    path: list[str | int] = []
    at: Data = data
    for part in loc:
        if isinstance(at, dict) and str(part) in at:
            at = at[str(part)]
            path.append(str(part))
        elif isinstance(at, list) and isinstance(part, int) and part < len(at):
            at = at[part]
            path.append(part)
    return tuple(path)


def _keys_at(model: type[BaseModel], path: Path) -> list[str]:
    """Return the keys that a model knows at a path, from its JSON Schema."""
    root = model.model_json_schema(by_alias=True)
    shapes = _alternatives(root, root)
    for part in path:
        below: list[dict[str, Any]] = []
        for shape in shapes:
            step = shape.get("items") if isinstance(part, int) else shape.get("properties", {}).get(part)
            step = step if step is not None else shape.get("additionalProperties")
            if isinstance(step, dict):
                below += _alternatives(step, root)
        shapes = below
    return list(dict.fromkeys(key for shape in shapes for key in shape.get("properties", {})))


def _alternatives(shape: dict[str, Any], root: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in shape:
        return _alternatives(root["$defs"][shape["$ref"].removeprefix("#/$defs/")], root)
    options = [*shape.get("anyOf", ()), *shape.get("oneOf", ())]
    return [found for option in options for found in _alternatives(option, root)] if options else [shape]
