"""The cells of an outcome table: numbers, counts, years, risk of bias."""

from __future__ import annotations

import re
from typing import Final

from fidelity.errors import Fault, did_you_mean
from fidelity.model.words import fold
from fidelity.read.signs import clean, shortened

EMPTY: Final = frozenset(
    {"", "na", "n/a", "nan", "nr", ".", "notreported", "\N{EN DASH}", "\N{EM DASH}", "\N{MINUS SIGN}"}
)
"""Ways to write that there is no number, folded; a hyphen folds to nothing."""

_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]{1,30}\.?[0-9]{0,30}|\.[0-9]{1,30})(?:[eE][+-]?[0-9]{1,2})?")
_WHOLE: Final = re.compile(r"\+?([0-9]{1,12})(?:\.0{0,30})?")
_COMMA: Final = re.compile(r"[0-9],[0-9]")

_ROB: Final[dict[str, int | None]] = {
    "1": 1, "l": 1, "low": 1, "lowrisk": 1,
    "2": 2, "m": 2, "s": 2, "u": 2, "some": 2, "someconcern": 2, "someconcerns": 2, "moderate": 2, "medium": 2,
    "unclear": 2, "unclearrisk": 2,
    "3": 3, "h": 3, "high": 3, "highrisk": 3, "serious": 3, "critical": 3,
    "noinformation": None, "ni": None,
}  # fmt: skip
_CLASSES: Final = ("reference", "active")


def is_empty(text: str) -> bool:
    """Whether a cell holds no number, or says that there is none."""
    return fold(text) in EMPTY


def number(text: str) -> float | Fault:
    """Return the number of a cell; a comma in it is never guessed at."""
    tidy = clean(text)
    if _NUMBER.fullmatch(tidy):
        return float(tidy)
    if _COMMA.search(tidy):
        what = f"the comma in {shortened(text)} may stand for a decimal point or for thousands"
        return Fault("decimal-comma", what, "write a decimal point, and nothing between thousands")
    return Fault("no-number", f"{shortened(text)} is no number", "write a number, or leave the cell empty")


def positive(text: str) -> float | Fault:
    """Return a number that is greater than 0: standard deviations and standard errors."""
    found = number(text)
    if isinstance(found, Fault) or found > 0:
        return found
    return Fault("not-positive", f"{shortened(text)} is not greater than 0", "correct it, or leave the cell empty")


def count(text: str) -> int | Fault:
    """Return a whole number of patients."""
    tidy = clean(text)
    if found := _WHOLE.fullmatch(tidy):
        return int(found.group(1))
    if _NUMBER.fullmatch(tidy):
        what = f"{shortened(text)} is no count: it is below 0 or not whole"
        return Fault("no-count", what, "write how many patients, a whole number")
    fault = number(text)
    assert isinstance(fault, Fault)
    return fault


def patients(text: str) -> int | Fault:
    """Return the number of patients in an arm, which is not 0."""
    found = count(text)
    return Fault("no-patients", "the arm has no patients", "correct n, or delete the row") if found == 0 else found


def year(text: str) -> int | Fault:
    """Return a year of publication."""
    found = count(text)
    if isinstance(found, Fault) or 1900 <= found <= 2100:
        return found
    return Fault("no-year", f"{shortened(text)} is no year", "write the year of publication with four figures")


def risk_of_bias(text: str) -> int | Fault | None:
    """Return 1 for low, 2 for some concerns (also moderate, unclear), 3 for high (also serious, critical).

    No information is None.
    """
    folded = fold(text)
    if folded in _ROB:
        return _ROB[folded]
    return Fault("no-rob", f"{shortened(text)} is no risk of bias", "write low, some concerns or high; or 1, 2 or 3")


def treatment_class(text: str) -> str | Fault:
    """Return `reference` or `active`."""
    found = fold(text)
    if found in _CLASSES:
        return found
    return Fault("no-class", f"{shortened(text)} is no class of treatments", did_you_mean(text, _CLASSES))
