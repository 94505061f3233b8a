"""Single texts of a reviewer's sheet in the words that the grammar of values knows; nothing is computed or rounded."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from fidelity.errors import Fault
from fidelity.model.codebook import Codebook, Field
from fidelity.model.mapping import Decimal, Several
from fidelity.model.words import Status, spoken
from fidelity.read.headers import factor_of
from fidelity.read.numbers import has_known_form
from fidelity.read.quantities import LONGEST
from fidelity.read.shapes.multi import entries
from fidelity.read.signs import shortened

MEASURED: Final = frozenset({"number", "count", "cut_off"})

NUMERAL: Final = re.compile(r"(?P<sign>[+-]?)(?=\.?[0-9])(?P<whole>[0-9]{0,30})(?:\.(?P<part>[0-9]{0,30}))?")
"""A number alone, without words and unit."""
_NUMBER: Final = re.compile(r"(?<![\w.])(?:[0-9]{1,30}(?:\.[0-9]{0,30})?|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?(?!\w)")
_WORDS: Final = frozenset(
    {"to", "from", "between", "and", "or", "at", "least", "most", "up", "no", "not", "less", "more", "than", "fewer"}
    | {"over", "above", "under", "below", "greater", "longer", "shorter", "minimum", "maximum", "a", "of"}
)
_ONLY_SIGNS: Final = re.compile(r"[\s.;|/+<>=≥≤⩾⩽−–—‐‑‒-]*")
_WORD: Final = re.compile(r"[^\W\d_]+")
_ALTERNATIVE: Final = re.compile(r"\s*(?:[;|]|\bor\b)\s*", re.IGNORECASE)
_LAST_UNIT: Final = re.compile(r".*[0-9]\s*([^0-9]+?)\s*", re.DOTALL)
_TIMES_BEFORE: Final = re.compile(r"([0-9]{1,3})\s*(?:[x×✕*]|times)\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_TIMES_AFTER: Final = re.compile(
    r"(.*[^\sx×✕*])\s*(?:[×✕*]|(?<![^\W\d_])(?:x|times))\s*([0-9]{1,3})", re.IGNORECASE | re.DOTALL
)
"""The x of "max 80" belongs to a word."""
_COMMA: Final = re.compile(r"(?<![0-9,.])([0-9]{1,30}),([0-9]{1,30})(?![0-9,.])")
_THOUSANDS: Final = re.compile(r"(?<![0-9,.])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9.])")
LOWER_NA: Final = "n/a"
"""What our own tables take for not applicable; in other sheets it may mean anything."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How one column says things: what its texts mean for the field, part or identity name that it feeds."""

    field: Field | None
    values: Mapping[str, str]
    codes: Mapping[str, Status]
    unit: str | None = None
    """The unit of numbers that stand without one."""
    scaled: bool = False
    """Whether that unit is another than the codebook's, so that it has to be written behind each number."""
    decimal: Decimal | None = None
    separator: str | None = None
    several: Several | None = None
    times: str | None = None
    na: Status | None = None


@dataclass(frozen=True, slots=True)
class Reworded:
    """A text in the codebook's words, and how many times it says that it holds; empty where it does not."""

    text: str
    times: str = ""


def key_of(text: str) -> str:
    """Return what is compared of a text that a mapping names: neither case nor spaces matter; 099 and 99.0 are 99."""
    folded = " ".join(text.casefold().split())
    found = NUMERAL.fullmatch(folded)
    if found is None:
        return folded
    whole, part = found["whole"].lstrip("0") or "0", (found["part"] or "").rstrip("0")
    number = f"{whole}.{part}" if part else whole
    return f"-{number}" if found["sign"] == "-" and number != "0" else number


def _key_in(text: str, wording: Wording) -> str:
    """Return the key of a cell; where commas are decimal signs, 99,0 is 99, and 1.000 is not 1."""
    if wording.decimal != "comma":
        return key_of(text)
    pointed = with_points(text)
    folded = " ".join(text.casefold().split())
    if isinstance(pointed, Fault) or folded in wording.values or folded in wording.codes:
        return folded
    return key_of(pointed)


def reword(text: str, wording: Wording, codebook: Codebook) -> Reworded | Fault:
    """Return a text, without spaces around it and not empty, in the codebook's words, or why it cannot be told."""
    key = _key_in(text, wording)
    if key in wording.values:
        return Reworded(_in_own_unit(wording.values[key], wording.field))
    if key in wording.codes:
        return Reworded(spoken(wording.codes[key]))
    if wording.field is not None and text == LOWER_NA:
        return _na(text, wording)
    if wording.field is None or wording.field.type == "text" or len(text) > LONGEST:
        return Reworded(text)
    if wording.field.type in MEASURED:
        return _measured(text, wording.field, wording, codebook)
    return Reworded(_listed(text, wording))


def _na(text: str, wording: Wording) -> Reworded | Fault:
    if wording.na is not None:
        return Reworded(spoken(wording.na))
    what = f"{text!r} may mean not reported, not applicable or not extracted"
    return Fault(
        "ambiguous-na", what, f"say what it means under `codes` of the mapping, such as not_reported: [{text}]"
    )


def _measured(text: str, field: Field, wording: Wording, codebook: Codebook) -> Reworded | Fault:
    pointed = with_points(text) if wording.decimal == "comma" else text
    if isinstance(pointed, Fault):
        return pointed
    parted = parted_times(pointed)
    if isinstance(parted, Fault) or (parted.times and wording.times is None):
        return parted if isinstance(parted, Fault) else _unexpected_times(text)
    listed = _listed(parted.text, wording)
    clash = _clash(listed, field, wording, codebook)
    if clash is not None:
        return clash
    return Reworded(_with_unit(listed, wording.unit), "" if wording.times == "ignored" else parted.times)


def with_points(text: str) -> str | Fault:
    """Return a text with a point where a number has a decimal comma; numbers in thousands are never read."""
    if _THOUSANDS.search(text):
        what = f"the point in {shortened(text)} may stand between thousands, as commas are decimal signs here"
        return Fault("thousands", what, "write the number without a sign between thousands")
    return _COMMA.sub(r"\1.\2", text)


def parted_times(text: str) -> Reworded | Fault:
    """Return a value and how many times it holds: 60 s and 2 of "2 x 60 s" or "60 s x 2"."""
    before, after = _TIMES_BEFORE.fullmatch(text), _TIMES_AFTER.fullmatch(text)
    if before and after:
        what = f"{shortened(text)} does not say which number is the value and which the number of times"
        return Fault("open-times", what, "write the unit behind the value, such as '2 x 60 s'")
    if before:
        return Reworded(before[2], before[1])
    return Reworded(after[1], after[2]) if after else Reworded(text)


def _unexpected_times(text: str) -> Fault:
    what = f"{shortened(text)} says a value and how many times"
    remedy = "say in the mapping with `times` which field takes the number of times, or write the value alone"
    return Fault("times", what, remedy)


def _listed(text: str, wording: Wording) -> str:
    """Return several values of a cell as the grammar knows them, each in the codebook's words."""
    parts = entries(text, wording.separator or ";")
    if not parts:
        return text
    said = [_entry(part, wording) for part in parts]
    if said == parts and (len(parts) == 1 or (wording.separator is None and wording.several is None)):
        return text if len(parts) > 1 or parts == [text] else parts[0]
    checklist = wording.field is not None and wording.field.type == "checklist"
    if wording.several == "either" and checklist:
        return " or ".join(said)
    if wording.several == "all" and not checklist and wording.field is not None and wording.field.type not in MEASURED:
        return " and ".join(said)
    return "; ".join(said)


def _entry(part: str, wording: Wording) -> str:
    known = wording.values.get(key_of(part))
    return part if known is None else _in_own_unit(known, wording.field)


def _in_own_unit(text: str, field: Field | None) -> str:
    """Give the codebook's unit to numbers that a mapping writes without one: it speaks the codebook's words."""
    return _with_unit(text, field.unit if field is not None and field.type in MEASURED else None)


def _with_unit(text: str, unit: str | None) -> str:
    """Write a unit behind each number of a text in which no number has one.

    What the grammar cannot read stays as it is, so that it is refused in the words of the cell.
    """
    if unit is None or not is_bare(text) or not has_known_form(text):
        return text
    return _NUMBER.sub(rf"\g<0> {unit}", text)


def is_bare(text: str) -> bool:
    """Whether a text holds numbers, and nothing else than numbers, signs and the words between them."""
    rest, found = _NUMBER.subn("", text)
    words = _WORD.findall(rest)
    signs = _ONLY_SIGNS.fullmatch(_WORD.sub("", rest))
    return found > 0 and signs is not None and all(word.lower() in _WORDS for word in words)


def _clash(text: str, field: Field, wording: Wording, codebook: Codebook) -> Fault | None:
    """Return the fault of "1 or 2 min" in a column of seconds: the first number may be in either unit."""
    # Of "60 or more" only one part is a number.
    parts = [part for part in _ALTERNATIVE.split(text) if _NUMBER.search(part)]
    bare = [is_bare(part) for part in parts]
    if wording.unit is None or all(bare) or not any(bare):
        return None
    written = _LAST_UNIT.fullmatch(parts[-1])
    if written and factor_of(written[1], field, codebook) == factor_of(wording.unit, field, codebook):
        return None
    what = f"in {shortened(text)} some numbers have a unit, and the column another ({wording.unit})"
    return Fault("mixed-units", what, "write the unit behind every number")
