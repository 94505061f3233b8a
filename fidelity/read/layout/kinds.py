"""What the text of a cell looks like: a value, a unit, a total, a note; told from its form alone."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LONG: Final = 60
"""A text of more characters in the first column alone is no name of a study, but a sentence."""
LONGEST_TITLE: Final = 120
"""What is longer and stands above a table explains it, and is no name for it."""

_NUMBER = r"[-+−]?\d+(?:[.,]\d+)*"
_UNIT_WORD = r"(?:%|°?\s?[^\W\d_]{1,7}\.?)"
_VALUE: Final = re.compile(
    rf"[<>≤≥~≈±=(\s]*{_NUMBER}\s?{_UNIT_WORD}?(?:\s*(?:-|–|—|to|/|x|×|±|:|\(|,|;)\s*{_NUMBER}\s?{_UNIT_WORD}?)*\)?",
    re.IGNORECASE,
)
_SPAN_OF_TIME: Final = re.compile(
    r"(?:mo|month|months|wk|week|weeks|day|days|d|yr|year|years|h|hours?)\.?$", re.IGNORECASE
)
_CODES: Final = _words("nr n/r n.r. na n/a n.a. ? - – — yes unclear none") | {"not reported", "not stated"}
_LONGEST_VALUE = 48

_UNITS: Final = _words("""
    °c ºc ℃ °f c degc deg degrees ° k s sec secs second seconds min mins minute minutes h hr hrs hour hours d day days
    wk week weeks mo month months yr yrs year years ms msec millisecond milliseconds µs us ml millilitre millilitres
    milliliter milliliters cc cm3 cm³ µl ul l mg milligram milligrams g gram grams µg mcg ug kg mg/ml µg/ml % percent
    v mv volt volts hz khz mhz mm cm m µm ga gauge fr french ω ohm ohms w watt watts a ma j joule joules mmhg kpa psi
    mm² cm² iu kg/m2 kg/m²
""")
_NO_UNIT: Final = _words("- – — n no. text yes/no")

_TOTAL_HEADS: Final = _words("""
    total totals subtotal subtotals sum sums mean means median medians average averages avg overall grand n sd iqr
    minimum maximum count
""")
_TOTAL_TAILS: Final = _TOTAL_HEADS | _words("""
    of all the studies study trials trial patients participants arms arm rows number se ci min max range and or to
    included per column row sub s d pooled
""")
TOTAL: Final = rf"(?i)^\W*(?:{'|'.join(sorted(_TOTAL_HEADS | {'sub'}))})\b"
"""How a row begins that may hold totals, as Polars reads expressions; `is_total` decides."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ERROR: Final = re.compile(r"#[A-Z0-9/_]+[!?]?")
_NAME: Final = re.compile(r"(?i)\W*(?:(?:n|sd|iqr)$|(?:n|sd|iqr|mean|average|count)[\s_-]*\d)")
"""May be the name of a study, and no total: "N", "N-001", "SD 4"; "n = 4" and "Mean" are none."""
_WORD: Final = re.compile(r"[^\W\d_]+")

_NOTE: Final = re.compile(
    r"(?:notes?|n\.?b\.?|legend|key|abbreviations?|abbr\.?|footnotes?|sources?|references?|comments?|remarks?"
    r"|explanations?|codes?|instructions?)\s*(?:[:.–-]|$)"
    r"|[*†‡§¶•]",
    re.IGNORECASE,
)
_ABBREVIATION: Final = re.compile(r"[\w/?.-]{1,8}\s*[=:]\s*\S")
_IDENTITY: Final = re.compile(
    r"study|trial|author|arm\b|group|procedure|\bid\b|reference|paper|citation", re.IGNORECASE
)


def one_line(text: str) -> str:
    """Return a text without line breaks, byte order marks and the spaces that nobody sees."""
    if not text.isascii():
        text = text.replace("\ufeff", " ").replace("\u200b", "")
    return " ".join(text.split()) if text else text


def is_value(text: str) -> bool:
    """Tell whether a text is a number, with or without unit, a date, or a word for a missing value."""
    if len(text) > _LONGEST_VALUE:
        return False
    return text.casefold() in _CODES or _VALUE.fullmatch(text) is not None


def is_datum(text: str) -> bool:
    """Tell whether a text is a value that no column is called after; "3 months" may be the name of a column."""
    return is_value(text) and _SPAN_OF_TIME.search(text) is None


def has_year(text: str) -> bool:
    """Tell whether a text holds a year, as the names of studies do."""
    return _YEAR.search(text) is not None


def unit_of(text: str) -> str | None:
    """Return the unit that a text only consists of, without its brackets; None where it is something else."""
    bare = text[1:-1].strip() if text[:1] + text[-1:] in ("()", "[]") else text
    return bare if bare.casefold() in _UNITS else None


def are_units(texts: Iterable[str]) -> bool:
    """Tell whether a row holds only units: at least one, and beside them nothing but signs for none."""
    filled = [text for text in texts if text]
    units = [text for text in filled if unit_of(text) is not None]
    return bool(units) and all(text.casefold() in _NO_UNIT for text in filled if text not in units)


def is_total(texts: Iterable[str]) -> bool:
    """Tell whether a row holds totals: its first text says so, and beside it stand only numbers."""
    filled = [text for text in texts if text]
    if not filled:
        return False
    words = _WORD.findall(filled[0].casefold())
    if not words or words[0] not in _TOTAL_HEADS | {"sub"} or not set(words) <= _TOTAL_TAILS:
        return False
    if words == ["sub"] or (has_year(filled[0]) and "=" not in filled[0]) or _NAME.match(filled[0]):
        return False
    return all(_is_figure(text) for text in filled[1:])


def _is_figure(text: str) -> bool:
    words = _WORD.findall(text.casefold())
    return (
        is_value(text)
        or _ERROR.fullmatch(text) is not None
        or all(word in _TOTAL_TAILS or word in _UNITS for word in words)
    )


def is_note(text: str) -> bool:
    """Tell whether a text begins as notes below a table do."""
    return _NOTE.match(text) is not None


def is_remark(text: str) -> bool:
    """Tell whether a text that stands alone in its row is a note, or says what an abbreviation means."""
    return is_note(text) or _ABBREVIATION.match(text) is not None


def is_prose(text: str) -> bool:
    """Tell whether a text that stands alone is a note or a sentence, and no entry of a table."""
    return is_remark(text) or len(text) > LONG or text.endswith((".", ":", "!"))


def names_study(header: str) -> bool:
    """Tell whether a column with this name may say which study, arm or procedure a row is about."""
    return _IDENTITY.search(header) is not None
