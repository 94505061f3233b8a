"""What JSON Schema says of a record, in our words: each error is one problem with place and remedy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import jsonschema.validators
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from fidelity.errors import Fault, did_you_mean, nearest
from fidelity.model.codebook import Codebook
from fidelity.model.words import Status, fold
from fidelity.read.positions import Data, Finding, Path
from fidelity.read.quantities import parse
from fidelity.read.reading import Places
from fidelity.read.record_schema import X_FIELD, record_schema
from fidelity.read.signs import shortened
from fidelity.read.vocabulary import one_word, yes_or_no

_TYPES: Final[Mapping[str, tuple[str, str]]] = {
    "object": ("keys with values belong here", "write key: value, one a line"),
    "array": ("a list belongs here", "write one entry a line, each after a dash"),
    "values": ("a value belongs here", "write one value or a list of values"),
    "text": ("a single text belongs here", "write one value, not a list or a mapping"),
}
_FLAGS: Final = frozenset({"varies", "only", "main"})
_extend: Final[Any] = jsonschema.validators.extend
_SINGULAR: Final = {"studies": "study", "arms": "arm", "procedures": "procedure"}


class _FieldError(ValidationError):
    """A value that its field's grammar refuses, with the reason."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class Records:
    """The format of study records under one codebook, ready to check any number of files."""

    codebook: Codebook
    na: Status | None
    only: str | None
    validator: Any

    @classmethod
    def under(cls, codebook: Codebook, na: Status | None = None, only: str | None = None) -> Records:
        """Return the format of records for a codebook; `na` is what NA means, `only` the one study to be read."""

        def follows_grammar(_: Any, name: str, value: Any, __: Any) -> Iterator[ValidationError]:
            text = as_text(value)
            found = None if text is None else parse(codebook.fields[name], codebook, text, na=na)
            if isinstance(found, Fault):
                error = _FieldError(found.what, validator=X_FIELD)
                error.fault = found
                yield error

        checks = {X_FIELD: follows_grammar, "enum": _is_a_word}
        return cls(codebook, na, only, _extend(Draft202012Validator, checks)(record_schema(codebook)))

    def findings(self, data: Data, places: Places) -> list[Finding]:
        """Return everything that the schema finds wrong, each with its path."""
        found = []
        for error in self.validator.iter_errors(data):
            for path, fault, key in self._faults(error):
                problem = fault.at(places.place(path, key=key), subject_of(data, path), **said_at(data, path, key=key))
                found.append(Finding(path, problem))
        return found

    def _faults(self, error: ValidationError) -> Iterator[tuple[Path, Fault, bool]]:
        path: Path = tuple(error.absolute_path)
        instance: Any = error.instance
        asked: Any = error.validator_value
        schema: Any = error.schema
        if isinstance(error, _FieldError):
            yield path, error.fault, False
        elif error.validator == "additionalProperties":
            known = list(schema["properties"])
            for name in instance:
                if name not in known:
                    yield (*path, name), self._unknown(name, path, known), True
        elif error.validator == "required":
            for name in asked:
                if name not in instance:
                    yield path, Fault("missing", f"{name} is missing", f"add {name}:"), False
        elif error.validator == "enum":
            yield path, self._wrong_word(path, instance, list(asked)), False
        elif error.validator == "minItems":
            what = f"there is no {_SINGULAR.get(str(path[-1]), str(path[-1]))}"
            yield path, Fault("missing", what, "add one, after a dash"), False
        elif error.validator == "type":
            wanted = asked if isinstance(asked, str) else "values" if "array" in asked else "text"
            what, remedy = _TYPES[wanted]
            yield path, Fault("wrong-type", what, remedy), False
        else:
            yield path, Fault("not-in-schema", error.message, "see the JSON Schema of records"), False

    def _unknown(self, name: str, path: Path, known: list[str]) -> Fault:
        if path and path[-1] == "observations":
            return unknown_field(name, self.codebook)
        what = f"{name!r} is no key that belongs here"
        return Fault("unknown-key", what, did_you_mean(name, known), nearest(name, known))

    def _wrong_word(self, path: Path, given: Any, allowed: list[str]) -> Fault:
        text, kind = str(given), str(path[-1])
        if "design_factors" in path:
            return unknown_field(text, self.codebook)
        found = yes_or_no(kind, text) if kind in _FLAGS else one_word(kind, text, allowed)
        assert isinstance(found, Fault), "the schema and the vocabulary accept the same words"
        return found


def unknown_field(name: str, codebook: Codebook, also: Iterable[str] = ()) -> Fault:
    """Return the fault of a name that is no field of the codebook; `also` are other names that may be meant."""
    label = codebook.by_label.get(name.strip().casefold())
    known = [*codebook.fields, *(field.label for field in codebook.fields.values()), *also]
    near = (label,) if label is not None else nearest(name[:60], known)
    remedy = f"did you mean {near[0]!r}?" if near else did_you_mean(name[:60], known)
    return Fault("unknown-field", f"{shortened(name)} is no field of the codebook", remedy, near)


def as_text(value: Data) -> str | None:
    """Return a value as one text, several of them joined by a semicolon; None where it is neither."""
    if isinstance(value, list):
        texts = [part for part in value if isinstance(part, str)]
        return "; ".join(texts) if len(texts) == len(value) else None
    return value if isinstance(value, str) else None


def said_at(data: Data, path: Path, *, key: bool = False) -> dict[str, str]:
    """Return the key at a path as `header` and the text that stands there as `found`; of a key itself, the key."""
    header = next((part for part in reversed(path) if isinstance(part, str)), "")
    at: Data = data
    for part in path:
        if isinstance(at, dict) and part in at:
            at = at[str(part)]
        elif isinstance(at, list) and isinstance(part, int) and part < len(at):
            at = at[part]
        else:
            return {"header": header, "found": header if key else ""}
    return {"header": header, "found": header if key else as_text(at) or ""}


def subject_of(data: Data, path: Path) -> str:
    """Return what a path is about: study, arm and procedure by their ids, and the field."""
    names: list[str] = []
    at: Data = data
    for place, part in enumerate(path):
        if part == "observations" and place + 1 < len(path):
            return f"{'/'.join(names)} {path[place + 1]}".strip()
        if isinstance(at, dict) and part in at:
            at = at[str(part)]
        elif isinstance(at, list) and isinstance(part, int):
            at = at[part]
            name = at.get("id") if isinstance(at, dict) else None
            kind = _SINGULAR.get(str(path[place - 1]))
            if kind is not None:
                names.append(name if isinstance(name, str) and name else f"{kind} {part + 1}")
        else:
            break
    return "/".join(names) or "records"


def _is_a_word(_: Any, allowed: list[Any], given: Any, __: Any) -> Iterator[ValidationError]:
    known = {fold(word) for word in allowed if isinstance(word, str)}
    if not isinstance(given, str) or fold(given) not in known:
        yield ValidationError(f"{given!r} is not among {allowed!r}")
