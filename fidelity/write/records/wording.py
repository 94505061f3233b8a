"""Observations as people write them: texts that the grammar of values reads as what they are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from fidelity.errors import Fault, UsageError
from fidelity.model.codebook import Codebook, Field
from fidelity.model.lines import tidy
from fidelity.model.study import Observation
from fidelity.model.values import Interval, Listed, OneOf, Words
from fidelity.model.words import Status, spoken
from fidelity.read.numbers import plain
from fidelity.read.quantities import observe

_SILENT: Mapping[Status, str] = {"not_reported": "NR"}


def parts_of(name: str, observation: Observation, codebook: Codebook) -> dict[str, str]:
    """Return the value of an observation and what has to stand beside it, each as text; evidence is left to others.

    The text of the record is kept where it says what the observation holds. Raises UsageError for an observation that
    no text can say, as only a program makes it.
    """
    field = codebook.fields[name]
    beside = {"basis": spoken(observation.basis)} if observation.basis != "stated" else {}
    if observation.varies:
        beside["varies"] = "yes"
    written = {"as_written": text} if (text := tidy(observation.as_written or "")) else {}
    for value, only in _ways(field, observation):
        parts = {"value": value, **beside, **({"only": "yes"} if only else {})}
        for status in ({}, {"status": spoken(observation.status)}):
            found = observe(field, codebook, {**parts, **status})
            if not isinstance(found, Fault) and _same(found, observation):
                return {**parts, **status, **written}
    raise UsageError(f"no text says what is known of {name}: {observation.value} ({spoken(observation.status)})")


def _same(found: Observation, observation: Observation) -> bool:
    value = observation.value
    known = Words(tidy(value.text)) if isinstance(value, Words) else value
    return (found.value, found.status) == (known, observation.status)


def _ways(field: Field, observation: Observation) -> Iterator[tuple[str, bool]]:
    """Yield texts that may say what an observation holds, the record's own first, and whether they name everything."""
    value = observation.value
    if value is None:
        yield _SILENT.get(observation.status, spoken(observation.status)), False
        return
    if isinstance(value, Words):
        yield tidy(value.text), False
        return
    own = tidy(observation.text)
    for text in (own, *_texts(field, value)):
        if text:
            yield text, False
            if isinstance(value, Listed):
                yield text, True


def _texts(field: Field, value: Interval | OneOf | Listed) -> Iterator[str]:
    if isinstance(value, OneOf | Listed):
        names = value.names if isinstance(value, OneOf) else value.present
        yield "; ".join(name for name in field.choices if name in names) or "none"
        return
    low, high = (_number(field, end) for end in (value.low, value.high))
    yield low if value.low == value.high else f"{low} to {high}"
    yield from (f">= {low}", f"> {low}", f"<= {high}", f"< {high}")


def _number(field: Field, number: float) -> str:
    return date.fromordinal(int(number)).isoformat() if field.type == "date" else plain(number)
