"""One form for the signs that people and programs write: dashes, degrees, spaces, figures of other widths."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Final
from unicodedata import category, is_normalized, normalize

_DEGREES: Final = str.maketrans(dict.fromkeys("º˚ᵒ∘◦", "°"))
"""Signs that look like a degree; normalising would make letters of some of them."""
_RAISED_ZERO: Final = re.compile(r"⁰(?=\s*[CcFf]\b)")
"""A raised zero before the letter, as word processors offer it for a degree."""
_HALVES: Final = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_HALF: Final = re.compile(rf"(?<![0-9.,/])([0-9]{{0,9}})\s?([{''.join(_HALVES)}])")
_SIGNS: Final = str.maketrans(
    {"≥": ">=", "⩾": ">=", "≧": ">=", "≤": "<=", "⩽": "<=", "≦": "<=", "⁓": "~", "∼": "~"}
    | dict.fromkeys("−–—‐‑‒―⁃", "-")
)
_HYPHEN: Final = re.compile(r"(?<=[0-9])-(?=[A-Za-zμ°])")
_PARTED: Final = re.compile(r"(?<=[<>]) (?==)")
_POWER: Final = re.compile(r"(?<=[A-Za-z])\^(?=[23]\b)")


def clean(text: str) -> str:
    """Return a text with one form for each sign, single spaces, and "90-second" as "90 second"."""
    tidy = " ".join((text if text.isascii() else _plainly(text)).split())
    return _POWER.sub("", _PARTED.sub("", _HYPHEN.sub(" ", tidy)))


def _plainly(text: str) -> str:
    known = _HALF.sub(_as_decimal, _RAISED_ZERO.sub("°", text.translate(_DEGREES)))
    if not is_normalized("NFKC", known):
        # Raised figures are left as they are: normalising would make 10² a hundred and two.
        known = "".join(sign if category(sign) == "No" or sign in "⁺⁻" else normalize("NFKC", sign) for sign in known)
    return known.translate(_SIGNS)


def _as_decimal(found: re.Match[str]) -> str:
    return str(Decimal(found.group(1) or "0") + Decimal(_HALVES[found.group(2)]))


def plain(number: float) -> str:
    """Return a number as people write it: without an empty decimal."""
    return f"{number:.10g}"


def exact(number: Fraction) -> str:
    """Return a number in full: as a decimal where it ends, else as a whole number and a fraction."""
    minus = "-" if number < 0 else ""
    for places in range(7):
        tens = abs(number) * 10**places
        if tens.denominator == 1:
            digits = str(tens.numerator).zfill(places + 1)
            return f"{minus}{digits[: len(digits) - places]}.{digits[len(digits) - places :]}".rstrip(".")
    whole, rest = divmod(abs(number), 1)
    return minus + f"{whole} {rest}".removeprefix("0 ")


def shortened(text: str) -> str:
    """Return a text in quotes, cut where it is long."""
    return repr(text if len(text) <= 60 else text[:57] + "...")
