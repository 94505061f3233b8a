"""The grammar of values: what a text leaves possible of a field, or why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from fidelity.errors import Fault, did_you_mean, nearest
from fidelity.model.codebook import Codebook, Field
from fidelity.model.study import Evidence, Observation
from fidelity.model.values import Listed, OneOf, Value, Words
from fidelity.model.words import BASES, STATUSES, Basis, Status, fold, spoken
from fidelity.read.days import FROM_TO, measure_days
from fidelity.read.gauges import between, gauges, is_gauge
from fidelity.read.numbers import measure
from fidelity.read.signs import clean, shortened
from fidelity.read.vocabulary import one_word, status_word, yes_or_no

LONGEST: Final = 1000
"""No value that is judged needs more characters."""

_SEMICOLON: Final = re.compile(r"[;|]")
_STROKE: Final = re.compile(r"/")
_OR: Final = re.compile(r"\bor\b", re.IGNORECASE)
_AND: Final = re.compile(r"[;|,&+]|\band\b", re.IGNORECASE)
_NOTHING: Final = frozenset({"none", "no", "nil"})
_DENIED: Final = re.compile(r"(?:no|not|without) ", re.IGNORECASE)


def parse(
    field: Field,
    codebook: Codebook,
    text: str,
    *,
    na: Status | None = None,
    only: bool = False,
    bare: bool = True,
    single: bool = False,
) -> Observation | Fault:
    """Return what a text tells of a field; `na` is what NA means, `only` that a checklist is complete.

    `bare`: a number without unit is in the codebook's; else it is refused, as in a sheet that is not ours.
    `single`: a gauge with something else that is measured beside it is refused, as nothing would read that.
    """
    status = status_word(text, na)
    if isinstance(status, Fault):
        return status
    if status is not None:
        return Observation(status=status, text=text)
    if field.type == "text":
        return Observation(value=Words(text.strip()), text=text)
    if len(text) > LONGEST:
        what = f"the value has {len(text)} characters"
        return Fault("too-long", what, "write the value alone; how the report words it goes to as_written")
    found = _value(field, codebook.units.get(field.unit or "", {}), text.strip(), only, bare=bare, single=single)
    if isinstance(found, Fault):
        return found
    value, open_which = found
    return Observation(value=value, status="unclear" if open_which else "reported", text=text)


def observe(
    field: Field,
    codebook: Codebook,
    parts: Mapping[str, str],
    *,
    na: Status | None = None,
    evidence: Sequence[Evidence] = (),
    bare: bool = True,
    single: bool = False,
) -> Observation | Fault:
    """Return the observation that `value` makes with status, basis, varies, only and as_written beside it.

    `na`, `bare` and `single` are those of `parse`.
    """
    beside = _beside(parts)
    if isinstance(beside, Fault):
        return beside
    text = parts.get("value", "")
    read = parse(field, codebook, text, na=na, only=beside.only, bare=bare, single=single)
    fault = read if isinstance(read, Fault) else _status_fault(beside.status, text, read)
    if isinstance(read, Fault) or fault is not None:
        return fault or read
    status = beside.status or read.status
    if beside.basis == "conflicting" and status == "reported" and read.value is not None:
        status = "unclear"
    return Observation(
        value=read.value,
        status=status,
        basis=beside.basis,
        varies=beside.varies,
        text=text,
        as_written=parts.get("as_written") or None,
        evidence=tuple(evidence),
    )


@dataclass(frozen=True, slots=True)
class _Beside:
    basis: Basis
    status: Status | None
    varies: bool
    only: bool


def fault_beside(part: str, text: str) -> Fault | None:
    """Return what is wrong with a word that stands beside a value: its status, its basis, varies or only."""
    found = _beside({part: text})
    return found if isinstance(found, Fault) else None


def _beside(parts: Mapping[str, str]) -> _Beside | Fault:
    if not any(parts.get(part) for part in ("status", "basis", "varies", "only")):
        return _Beside("stated", None, varies=False, only=False)
    given = parts.get("status", "").strip()
    status: Status | Fault | None = one_word("status", given, STATUSES) if given else None
    if isinstance(status, Fault):
        return status
    basis: Basis | Fault = one_word("basis", parts.get("basis", "").strip() or "stated", BASES)
    if isinstance(basis, Fault):
        return basis
    varies = yes_or_no("varies", parts.get("varies", ""))
    if isinstance(varies, Fault):
        return varies
    only = yes_or_no("only", parts.get("only", ""))
    return only if isinstance(only, Fault) else _Beside(basis, status, varies, only)


def _status_fault(status: Status | None, text: str, read: Observation) -> Fault | None:
    if status is None:
        return None
    if not text.strip():
        if status != "reported":
            return None
        return Fault("no-value", "the status is reported, but there is no value", "write the value, or unclear")
    if read.value is None and read.status == status:
        return None
    if read.value is not None and status in ("reported", "unclear"):
        return None
    what = f"the status {spoken(status)} stands beside the value {shortened(text)}"
    return Fault("status-clash", what, "keep one of the two")


def _value(
    field: Field, factors: Mapping[str, str], text: str, only: bool, *, bare: bool, single: bool
) -> tuple[Value, bool] | Fault:
    match field.type:
        case "number" | "count" | "cut_off":
            return measure(field, factors, text, bare=bare)
        case "date":
            days = measure_days(field, text)
            return days if isinstance(days, Fault) else (days, False)
        case "checklist":
            listed = _listed(field, text, only)
            return listed if isinstance(listed, Fault) else (listed, False)
        case "ordered_choice":
            return _ordered(field, factors, text, bare=bare, single=single)
        case _:
            names = _choices(field, text)
            return names if isinstance(names, Fault) else (OneOf(names), False)


def _ordered(
    field: Field, factors: Mapping[str, str], text: str, *, bare: bool, single: bool
) -> tuple[Value, bool] | Fault:
    if is_gauge(field) and (fold(text) not in field.said or not bare):
        found = gauges(field, factors, text, bare=bare, single=single)
        return found if isinstance(found, Fault) else (OneOf(found[0]), found[1])
    names = _choices(field, text)
    if not isinstance(names, Fault):
        return OneOf(names), False
    span = FROM_TO.fullmatch(clean(text))
    if span is None:
        return names
    ends = [name for word in span.groups() for name in field.said.get(fold(word), ())]
    if len(ends) != 2:
        return names
    return OneOf(frozenset(between(field.choices, ends[0], ends[1]))), False


def _choices(field: Field, text: str) -> frozenset[str] | Fault:
    """Return the choices that a text leaves possible: one name, or several joined by `;`, `|`, `/` or `or`."""
    whole = field.said.get(fold(text))
    if whole is not None:
        return whole
    if field.type == "yes_no":
        return _yes_no(field, text)
    found: frozenset[str] = frozenset()
    for part in _parts(field, text, _SEMICOLON):
        known = field.said.get(fold(part))
        for word in [part] if known is not None else _parts(field, part, _OR):
            names = field.said.get(fold(word)) or _either(field, word)
            if isinstance(names, Fault):
                return names
            found |= names
    return found


def _either(field: Field, text: str) -> frozenset[str] | Fault:
    """Return the choices between which a stroke stands; where the codebook also knows both together, it is open."""
    words = _parts(field, text, _STROKE)
    found: frozenset[str] = frozenset()
    for word in words:
        names = field.said.get(fold(word))
        if names is None:
            return _unknown(field, word)
        found |= names
    for both in (f"{one} and {other}" for one, other in permutations(words, 2)):
        if fold(both) in field.said:
            what = f"{shortened(text)} may mean one of them, or both together"
            return Fault("open-stroke", what, f"write {' or '.join(words)!r}, or {both!r}")
    return found


def _yes_no(field: Field, text: str) -> frozenset[str] | Fault:
    parts = [yes_or_no(field.label, part) for part in _parts(field, text, re.compile(r"[;|/]|\bor\b", re.IGNORECASE))]
    if any(isinstance(part, Fault) for part in parts):
        return Fault("unknown-choice", f"{shortened(text)} is neither yes nor no", "write yes, no or unclear")
    return frozenset("yes" if part else "no" for part in parts)


def _parts(field: Field, text: str, separator: re.Pattern[str]) -> list[str]:
    return [part.strip() for part in separator.split(text) if part.strip()] or [text]


def _unknown(field: Field, word: str) -> Fault:
    denied = [
        name
        for name, choice in field.choices.items()
        if any(_DENIED.match(way) for way in (choice.label, *choice.also))
    ]
    if fold(word) in _NOTHING and len(denied) == 1:
        what = f"{shortened(word)} is no choice of {field.label}"
        remedy = f"did you mean {denied[0]!r} ({field.choices[denied[0]].label})?"
        return Fault("unknown-choice", what, remedy, (denied[0],))
    ways = [*field.choices, *field.groups]
    for choice in field.choices.values():
        ways += [choice.label, *choice.also]
    ways += [group.label for group in field.groups.values()]
    near = nearest(word, ways)
    remedy = f"did you mean {near[0]!r}?" if near else did_you_mean(word, list(field.choices))
    return Fault("unknown-choice", f"{shortened(word)} is no choice of {field.label}", remedy, near)


def _listed(field: Field, text: str, only: bool) -> Listed | Fault:
    """A mention is known to be present; it removes nothing from what is possible, unless `only` is said."""
    everything = frozenset(field.choices)
    if fold(text) == "none" and "none" not in field.said:
        return Listed(frozenset(), frozenset())
    present: frozenset[str] = frozenset()
    named: frozenset[str] = frozenset()
    whole = field.said.get(fold(text))
    for part in [text] if whole is not None else _parts(field, text, _AND):
        names = field.said.get(fold(part))
        if names is None:
            if _OR.search(part) and all(fold(word) in field.said for word in _parts(field, part, _OR)):
                what = f"{shortened(part)} leaves open which of them was present"
                return Fault("open-list", what, "list what was present for certain, separated by ;")
            return _unknown(field, part)
        named |= names
        # A group says that one of its members was present, and not which.
        present |= names if len(names) == 1 else frozenset()
    return Listed(present, named if only else everything)
