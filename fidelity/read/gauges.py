"""Needle and cannula gauges as reports write them: every gauge that is named counts, never just the first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from fidelity.errors import Fault
from fidelity.model.codebook import Field
from fidelity.read.signs import clean, exact, shortened
from fidelity.read.slips import date_cell
from fidelity.read.units import no_unit

_TOKEN: Final = re.compile(
    r"(?P<number>(?<![A-Za-z0-9.])[0-9]{1,6}(?:\.[0-9]{1,6})?(?![0-9]))|(?P<word>[^\W\d_]+[0-9]*|[°%\"'′″])"
    r"|(?P<sign>[-/,;|&+])|(?P<other>\S)"
)
_JOINS: Final = frozenset({"or", "and", "/", ",", ";", "|", "&"})
_SPANS: Final = frozenset({"-", "to"})
_COMPARING: Final = re.compile(
    r"[<>=~≈]|\+\s*$|\b(?:at least|at most|up to|minimum|maximum|about|approximately|approx|not?|never|than"
    r"|without|except|or (?:larger|smaller|thicker|thinner|more|less|greater|above|below|higher|lower|bigger"
    r"|finer))\b",
    re.IGNORECASE,
)
_MEASURES: Final = frozenset(
    {"mm", "cm", "ml", "cc", "in", "inch", "inches", '"', "″", "°", "%", "s", "sec", "min", "hz"}
    | {"fr", "f", "french"}
)
_DIAMETERS: Final = {
    "10": 340, "11": 300, "12": 270, "13": 240, "14": 210, "15": 180, "16": 160, "17": 140, "18": 120, "19": 110,
    "20": 90, "21": 80, "22": 70, "23": 60, "24": 55, "25": 50, "26": 45, "27": 40, "28": 36, "29": 33, "30": 30,
}  # fmt: skip
"""The outer diameter of each gauge in hundredths of a millimetre, as needles are marked (ISO 6009)."""
_NEAR: Final = 10
"""Reports round diameters, and makers differ, by so many hundredths of a millimetre."""
_FRENCH: Final = re.compile(r"([0-9]{1,6}(?:\.[0-9]{1,6})?) ?(?:F|Fr|French)\b", re.IGNORECASE)


@dataclass(slots=True)
class _Mention:
    """Gauges that are named together: "18-22 G", "18 or 20 G", "gauge 18"."""

    numbers: list[str]
    spans: list[int]
    united: bool = False


def is_gauge(field: Field) -> bool:
    """Whether an ordered choice is a row of numbers with a unit."""
    return field.unit is not None and all(name.isdecimal() for name in field.choices)


def gauges(
    field: Field, factors: Mapping[str, str], text: str, *, bare: bool = True, single: bool = False
) -> tuple[frozenset[str], bool] | Fault:
    """Return the gauges that a text names, and whether several are named apart: then it is unclear which.

    Where not `bare`, a number that nothing calls a gauge is refused; where `single`, a text is that says something else
    that is measured, too.
    """
    tidy = clean(text)
    fault = date_cell(field, text)
    if fault is not None:
        return fault
    if _COMPARING.search(tidy):
        what = f"{shortened(text)} may mean more gauge or a thicker {field.label.lower()}"
        return Fault("gauge-direction", what, f"write the gauges that it can be, such as 16-18 {field.unit}")
    mentions, alone, others = _mentions(tidy, _units(field, factors))
    united = [mention for mention in mentions if mention.united]
    if not united and len(mentions) == 1 and alone:
        if not bare:
            return no_unit(field, text.strip())
        united = mentions
    if not united or any(mention not in united for mention in mentions):
        return _no_gauge(field, tidy)
    found: set[str] = set()
    for mention in united:
        names = _names(field, mention)
        if isinstance(names, Fault):
            return names
        found |= names
    more = [f"{number} {unit}" for number, unit in others if not _is_diameter(number, unit, found)] if single else []
    return _more_said(field, text, more) if more else (frozenset(found), len(united) > 1)


def _more_said(field: Field, text: str, more: Sequence[str]) -> Fault:
    what = f"{shortened(text)} says more than the {field.label.lower()} ({', '.join(more)})"
    return Fault("more-said", what, "give the other fact its own column, or `split` this one in the mapping")


def _is_diameter(number: str, unit: str, names: Iterable[str]) -> bool:
    """Whether a length only says again how thick a needle of one of some gauges is: 16 G (1.6 mm)."""
    known = [_DIAMETERS[name] for name in names if name in _DIAMETERS]
    return unit == "mm" and any(abs(100 * Fraction(number) - diameter) <= _NEAR for diameter in known)


def _no_gauge(field: Field, text: str) -> Fault:
    french = _FRENCH.search(text)
    if french is not None:
        what = f"{french.group(1)} Fr is a diameter of {exact(Fraction(french.group(1)) / 3)} mm, not a gauge"
        return Fault("other-quantity", what, "write the gauge")
    what = f"{shortened(text)} does not say which number is the gauge"
    return Fault("no-gauge", what, f"write it like 18 {field.unit} or 18-20 {field.unit}")


def _units(field: Field, factors: Mapping[str, str]) -> frozenset[str]:
    assert field.unit is not None
    return frozenset(word.casefold() for word in (field.unit, *factors))


def _mentions(text: str, units: frozenset[str]) -> tuple[list[_Mention], bool, list[tuple[str, str]]]:
    """Return the numbers that may be gauges, as they are joined, whether nothing else stands there, and what else is.

    What else is measured is given as number and unit.
    """
    tokens = [(str(found.lastgroup), found.group().casefold()) for found in _TOKEN.finditer(text)]
    mentions: list[_Mention] = []
    others: list[tuple[str, str]] = []
    alone, unit_waits, place = True, False, 0
    while place < len(tokens):
        kind, word = tokens[place]
        following = tokens[place + 1][1] if place + 1 < len(tokens) else ""
        if kind == "number" and following in _MEASURES:
            others.append((word, following))
            alone, unit_waits, place = False, False, place + 2
        elif kind == "number":
            mention, place = _follow(tokens, place, units)
            mention.united = mention.united or unit_waits
            mentions.append(mention)
            unit_waits = False
        else:
            unit_waits = word in units
            alone = alone and unit_waits
            place += 1
    return mentions, alone, others


def _follow(tokens: list[tuple[str, str]], place: int, units: frozenset[str]) -> tuple[_Mention, int]:
    mention = _Mention([tokens[place][1]], [])
    place += 1
    while place < len(tokens):
        kind, word = tokens[place]
        if kind == "word" and word in units:
            mention.united = True
            place += 1
            continue
        goes_on = word in _JOINS | _SPANS and place + 1 < len(tokens) and tokens[place + 1][0] == "number"
        if not goes_on or _counts_something(tokens[place + 2 :], units):
            break
        if word in _SPANS:
            mention.spans.append(len(mention.numbers))
        mention.numbers.append(tokens[place + 1][1])
        place += 2
    return mention, place


def _counts_something(tokens: list[tuple[str, str]], units: frozenset[str]) -> bool:
    """Whether what follows a number says that it is no gauge: "20 patients", "10 mm"."""
    if not tokens:
        return False
    kind, word = tokens[0]
    return word in _MEASURES or (kind == "word" and word not in units | _JOINS | _SPANS)


def _names(field: Field, mention: _Mention) -> set[str] | Fault:
    names: set[str] = set()
    numbers = [re.sub(r"\.0+$", "", number) for number in mention.numbers]
    for place, number in enumerate(numbers):
        if number not in field.choices:
            known = list(field.choices)
            what = f"{number} is no {field.label.lower()} that the codebook knows"
            return Fault("unknown-choice", what, f"{known[0]} to {known[-1]} {field.unit} is possible")
        names.add(number)
        if place in mention.spans:
            names |= between(field.choices, numbers[place - 1], number)
    return names


def between(names: Iterable[str], first: str, last: str) -> set[str]:
    """Return the choices from one to another in their order, whichever is named first."""
    order = list(names)
    low, high = sorted((order.index(first), order.index(last)))
    return set(order[low : high + 1])
