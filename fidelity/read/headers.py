"""Units in the names of columns: "Temperature (°C)", "Duration, s", "duration_s" and what R makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from fidelity.model.codebook import Codebook, Field
from fidelity.read.units import Scale

_BRACKETED: Final = re.compile(r"(?P<rest>.*?)\s*[(\[{]\s*(?:in\s+)?(?P<unit>[^()\[\]{}]{1,30})\s*[)\]}]\s*", re.DOTALL)
_BEHIND_SIGN: Final = re.compile(
    r"(?P<rest>.*\S)\s*(?:[,;:]|\s-\s|\s–\s|\bin\b)\s*(?P<unit>[^\s,;:]{1,20})\s*", re.DOTALL
)
_LAST_WORD: Final = re.compile(r"(?P<rest>.*\S)\s+(?P<unit>\S{1,20})\s*", re.DOTALL)
_LAST_TWO: Final = re.compile(r"(?P<rest>.*\S)\s+(?P<unit>deg\S{0,5}\s[Cc]\S{0,6}|per cent)\s*", re.DOTALL)
_UNDERSCORED: Final = re.compile(r"(?P<rest>[^\s_].*[^_])_+(?P<unit>[^\s_]{1,20})", re.DOTALL)
_DOTTED: Final = re.compile(r"(?P<rest>[^\s.].*?[^\s.])(?P<dots>\.{2,3})(?P<unit>[A-Za-z]{1,12})(?P<end>\.?)")
"""What R's read.csv makes of a bracket behind a name: a dot for each sign and space that it does not take.

The last dot is gone where the name was cut from that of a repeated column.
"""
_NAMED_BY_LETTER: Final = re.compile(
    r"\b(?:vitamin|group|grade|type|class|level|stage|arm|phase|part|appendix|hepatitis|table|item|box|cohort|score)$",
    re.IGNORECASE,
)
_NAMES_TOO: Final = frozenset({"min", "ga", "d", "h", "percent"})
"""Spellings that end a name as often as they are a unit: the minimum is no minute."""
_PLURALS: Final = frozenset(
    {"secs", "mins", "msec", "seconds", "minutes", "hours", "milliseconds", "degrees", "celsius", "volts", "hertz"}
    | {"millimetres", "millimeters", "millilitres", "milliliters", "milligrams", "weeks", "days", "months"}
)
"""Words that end the name of a column as its unit only."""


def unit_in(header: str, codebook: Codebook) -> tuple[str, str | None]:
    """Return a column's name without the unit that ends it, and the unit as the codebook spells it, if it names one.

    A last word that could be a part of the name is left there: "Vitamin C", "Group G", "temp_min".
    """
    known = _spellings(codebook)
    text = " ".join(header.split())
    for rest, unit in _ends(text, known):
        found = known.get(_bare(unit)) or (known.get(_bare(unit).casefold()) if len(_bare(unit)) > 2 else None)
        if found is not None and rest.strip(" ._,"):
            return rest.strip(" _"), found
    return text, None


def factor_of(unit: str, field: Field, codebook: Codebook) -> Fraction | None:
    """Return what a unit is worth in the unit of a field; None where it is no unit of it."""
    return Scale(field, codebook.units.get(field.unit or "", {})).factor(unit)


def _bare(text: str) -> str:
    return "".join(text.split()).rstrip(".")


def _spellings(codebook: Codebook) -> dict[str, str]:
    """Return each spelling of a unit, without spaces, exact and folded, with the spelling that the codebook has."""
    listed = [spelling for unit, factors in codebook.units.items() for spelling in (unit, *factors)]
    exact = {_bare(spelling): spelling for spelling in listed}
    return {**{key.casefold(): spelling for key, spelling in exact.items() if len(key) > 2}, **exact}


def _ends(text: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each way to take a unit off the end of a name, the surest first."""
    if found := _BRACKETED.fullmatch(text):
        yield found["rest"], found["unit"]
        return
    found = _DOTTED.fullmatch(text)
    # One letter behind two dots may also be a part of the name, unless a dot closes it.
    if found and (found["end"] or len(found["dots"]) == 3 or len(found["unit"]) > 1 or found["unit"].islower()):
        yield found["rest"].replace(".", " "), _undotted(found["dots"], found["unit"], known)
    if (found := _BEHIND_SIGN.fullmatch(text)) and not _NAMED_BY_LETTER.search(found["rest"]):
        yield found["rest"], found["unit"]
    found = _UNDERSCORED.fullmatch(text)
    if found and not _is_word(found["unit"]) and not _NAMED_BY_LETTER.search(found["rest"].replace("_", " ")):
        yield found["rest"], found["unit"]
    if found := _LAST_TWO.fullmatch(text):
        yield found["rest"], found["unit"]
    found = _LAST_WORD.fullmatch(text)
    if found and not _is_word(found["unit"]) and not (len(found["unit"]) == 1 and found["unit"].isalpha()):
        yield found["rest"], found["unit"]


def _undotted(dots: str, unit: str, known: dict[str, str]) -> str:
    """Return the unit that stood in a bracket before R wrote dots; nothing where a lost sign leaves two possible."""
    if len(dots) == 2:
        return unit
    lost = {known[key] for key in known if key[1:] == unit and not key[:1].isalnum()}
    return min(lost, key=list(known.values()).index) if lost else ""


def _is_word(text: str) -> bool:
    """Whether a spelling is a word that names something as well: levels, gauge, min."""
    if text.casefold() in _NAMES_TOO:
        return True
    return len(text) > 3 and text.isalpha() and text.casefold() not in _PLURALS
