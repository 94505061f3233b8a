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
_POINT: Final = re.compile(r"[0-9]\.[0-9]")
_WITH_COMMA: Final = re.compile(r"[+-]?[0-9]{0,30},[0-9]{1,30}(?:[eE][+-]?[0-9]{1,2})?")

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


def pointed(text: str, *, points: bool) -> str | Fault:
    """Return a cell of a file with decimal commas as if it had decimal points.

    `points`: a point is a decimal, too, as in a workbook, whose cells may hold numbers and not their text.
    """
    tidy = clean(text)
    if _WITH_COMMA.fullmatch(tidy):
        return tidy.replace(",", ".")
    if _POINT.search(tidy) and (_COMMA.search(tidy) or (_NUMBER.fullmatch(tidy) and not points)):
        what = f"the point in {shortened(text)} may stand for a decimal or for thousands, and decimals have commas"
        return Fault("decimal-point", what, "write a decimal comma, and nothing between thousands")
    return text


def number(text: str) -> float | Fault:
    """Return the number of a cell; a comma in it is never guessed at."""
    tidy = clean(text)
    if _NUMBER.fullmatch(tidy):
        return float(tidy)
    if _COMMA.search(tidy):
        what = f"the comma in {shortened(text)} may stand for a decimal point or for thousands"
        remedy = "if it is a decimal, read the file with --decimal comma; else write nothing between thousands"
        return Fault("decimal-comma", what, remedy)
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
