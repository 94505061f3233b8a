"""Number formats of workbooks: the text that a number is shown as, with its unit and without rounding; dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from math import isfinite
from typing import Final, Literal

Kind = Literal["number", "date", "time", "duration", "words"]
"""What a section of a format makes of a number; "words": it shows its own words and no number."""

DATE_CODES: Final = {
    **dict.fromkeys((14, 15, 16, 17, 22, *range(27, 37), *range(50, 59)), "yyyy-mm-dd"),
    **dict.fromkeys((18, 19, 20, 21), "h:mm:ss"),
    **dict.fromkeys((45, 46, 47), "[h]:mm:ss"),
    9: "0%",
    10: "0.00%",
}
"""The formats that workbooks call by a number alone, and that are more than a number (ECMA-376, 18.8.30)."""

_TOKEN: Final = re.compile(
    r'"([^"]*)"?|\\(.)|[_*].|\[([^\]]*)\]?|(General)|(AM/PM|A/P)|(E[+-]?)(?=[0#?])|([0#?][0#?,.]*)|(.)',
    re.IGNORECASE | re.DOTALL,
)
_CONDITION: Final = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$")
_DROPPED: Final = "-+()/ :!^&'~{}<>=,."
"""Signs that stand in a format without quotation marks and carry no unit."""
_SIGNS: Final = "-+()/: "
"""Signs that say no more than the number does, even in quotation marks: a minus, the dash of an empty account."""
_MILLISECONDS: Final = 24 * 60 * 60 * 1000
_LAST_DAY: Final = 2_958_465
"""31 December 9999, counted as workbooks count days."""


@dataclass(frozen=True, slots=True)
class _Section:
    kind: Kind
    before: str = ""
    after: str = ""
    power: int = 0
    """By which power of ten the number is multiplied when it is shown: 2 for per cent, -3 for thousands."""
    digits: int = 1
    """How many digits are shown at least before the point: 007 is the number 7 in a format of three."""
    condition: tuple[str, float] | None = None

    def holds(self, number: float) -> bool:
        if self.condition is None:
            return True
        sign, bound = self.condition
        return {
            "<": number < bound,
            ">": number > bound,
            "<=": number <= bound,
            ">=": number >= bound,
            "=": number == bound,
            "<>": number != bound,
        }[sign]


@dataclass(frozen=True, slots=True)
class Format:
    """How cells of one style show a number, and a text."""

    sections: tuple[_Section, ...]
    text: tuple[str, str] = ("", "")
    """What is shown before and after a text."""

    @property
    def plain(self) -> bool:
        """Whether every number is shown as that number, and every text as that text."""
        return self.text == ("", "") and all(section == _Section("number") for section in self.sections)

    def show(self, raw: str, *, from_1904: bool) -> tuple[str, bool]:
        """Return what a cell shows that holds this number, and whether that is a date."""
        number = _float(raw)
        if number is None:
            return raw, False
        section = self._section(number)
        if section.kind == "words":
            return section.before, False
        if section.kind != "number":
            shown = moment(number, section.kind, from_1904=from_1904)
            return shown if shown is not None else (number_text(raw), False)
        text = _written(Decimal(repr(number)).scaleb(section.power)) if section.power else number_text(raw)
        if section.digits > 1 and number >= 0:
            whole, point, rest = text.partition(".")
            text = whole.zfill(section.digits) + point + rest
        return f"{section.before}{text}{section.after}".strip(), False

    def _section(self, number: float) -> _Section:
        sections = self.sections
        if any(section.condition for section in sections):
            return next((section for section in sections if section.holds(number)), sections[-1])
        if number < 0 and len(sections) > 1:
            return sections[1]
        return sections[2] if number == 0 and len(sections) > 2 else sections[0]


def format_of(code: str) -> Format:
    """Return what a format code means, such as `0.0" mL"`, `0%` or `dd/mm/yyyy`."""
    parts = _parts(code)
    numbers = [_section(part) for part in parts[:3] if "@" not in _bare(part)]
    texts = [part for part in parts if "@" in _bare(part)]
    around = _around(texts[-1], "@") if texts else ("", "")
    return Format(tuple(numbers) or (_Section("number"),), around)


def _parts(code: str) -> list[str]:
    """Return the sections of a format, which semicolons part where they are not quoted."""
    parts = [""]
    for token in _TOKEN.finditer(code):
        if token.group() == ";":
            parts.append("")
        else:
            parts[-1] += token.group()
    return parts


def _bare(part: str) -> str:
    """Return what stands in a section without quotation marks, brackets and escapes."""
    return "".join(token.group(8) or "" for token in _TOKEN.finditer(part))


def _section(part: str) -> _Section:
    tokens = list(_TOKEN.finditer(part))
    condition = None
    for token in tokens:
        found = _CONDITION.match(token.group(3) or "")
        if found and found.group(2).count(".") < 2 and found.group(2).strip("-."):
            condition = (found.group(1), float(found.group(2)))
    kind = _kind(part, tokens)
    if kind != "number":
        words = "".join((token.group(1) or token.group(2) or "") for token in tokens) if kind == "words" else ""
        return _Section(kind, before=words.strip(), condition=condition)
    before, after = _around(part, "0")
    percent = sum(token.group(8) == "%" for token in tokens)
    thousands = 0
    runs = [token.group(7) for token in tokens if token.group(7)]
    if runs:
        thousands = len(runs[-1]) - len(runs[-1].rstrip(","))
    fraction = len(runs) > 1 or any(token.group(6) for token in tokens)
    digits = 1 if fraction or not runs else max(1, runs[0].split(".")[0].count("0"))
    return _Section("number", before, after, 2 * percent - 3 * thousands, digits, condition)


def _kind(part: str, tokens: list[re.Match[str]]) -> Kind:
    """Tell dates and times by their letters; a digit that no point precedes makes them the letters of a unit."""
    letters = "".join((token.group(8) or "").casefold() for token in tokens)
    digits = any(token.group(7) and token.group(7) != "." for token in tokens) or any(
        token.group(4) for token in tokens
    )
    fraction = re.search(r"s(?:\]|s)*[.,]0+", part, re.IGNORECASE) is not None
    if any(re.fullmatch("h+|m+|s+", token.group(3) or "", re.IGNORECASE) for token in tokens):
        return "duration"
    if not digits or fraction:
        if {"y", "d"} & {*letters} or ("m" in letters and not {"h", "s"} & {*letters}):
            return "date"
        if {"h", "s"} & {*letters} or any(token.group(5) for token in tokens):
            return "time"
    if digits or not any(sign.isalnum() for token in tokens for sign in token.group(1) or token.group(2) or ""):
        return "number"
    return "words"


def _around(part: str, holder: str) -> tuple[str, str]:
    """Return the words before and after the number (`holder` "0") or the text ("@") that a section shows."""
    before, after, seen = "", "", False
    for token in _TOKEN.finditer(part):
        quoted, escaped, bracket, general, _, _, digits, bare = token.groups()
        if (holder == "0" and (digits or general)) or bare == holder:
            seen, after = True, ""
            continue
        literal = quoted or escaped or ""
        literal = literal if literal.strip(_SIGNS) else " " * (" " in literal)
        if bracket and bracket.startswith("$"):
            literal = bracket[1:].split("-")[0]
        elif bare == "%":
            literal = "%" if after.endswith(" ") or not seen else " %"
        elif bare and (bare not in _DROPPED or bare == " "):
            literal = bare
        if seen:
            after += literal
        else:
            before += literal
    return before.lstrip(), after.rstrip()


def number_text(raw: str) -> str:
    """Return a number of a workbook as its shortest text, without a needless point and without a power of ten."""
    if raw.isascii() and raw.isdigit() and len(raw) < 16 and (raw[0] != "0" or raw == "0"):
        return raw
    number = _float(raw)
    if number is None:
        return raw
    return float_text(number)


def float_text(number: float) -> str:
    """Return the shortest text from which the same number is read again."""
    text = repr(float(number))
    if "e" in text:
        return _written(Decimal(text))
    return "0" if text == "-0.0" else text.removesuffix(".0")


def per_cent(raw: str) -> str:
    """Return a share as a percentage, exactly: 0.07 is 7 %."""
    number = _float(raw)
    return raw if number is None else f"{_written(Decimal(repr(number)).scaleb(2))} %"


def _float(raw: str) -> float | None:
    try:
        number = float(raw)
    except ValueError:
        return None
    return number if isfinite(number) and "_" not in raw else None


def _written(number: Decimal) -> str:
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def moment(number: float, kind: Kind, *, from_1904: bool) -> tuple[str, bool] | None:
    """Return a number of days as date, time or duration, and whether it is a date; None where there is no such day."""
    if not -_LAST_DAY <= number <= _LAST_DAY + 1 or (kind != "duration" and number < 0):
        return None
    days, rest = divmod(round(number * _MILLISECONDS), _MILLISECONDS)
    if kind == "duration":
        return duration_text(timedelta(days=days, milliseconds=rest)), False
    if kind == "time" and days == 0:
        return duration_text(timedelta(milliseconds=rest)), False
    # Workbooks count a 29 February 1900 that never was: days before it stand one too low from the usual beginning.
    start = datetime(1904, 1, 1) if from_1904 else datetime(1899, 12, 31 if days < 60 else 30)
    try:
        return date_text(start + timedelta(days=days, milliseconds=rest)), True
    except OverflowError:
        return None


def date_text(value: date | datetime) -> str:
    """Return a date as year-month-day, with the time behind it where there is one."""
    if not isinstance(value, datetime):
        return value.isoformat()
    if value.time() == time():
        return value.date().isoformat()
    return f"{value.date().isoformat()} {_clock(value.time())}"


def duration_text(value: timedelta | time) -> str:
    """Return a time of day or a duration as hours:minutes:seconds; 0:01:30 is a minute and a half."""
    if isinstance(value, time):
        value = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)
    sign, milliseconds = ("-" if value < timedelta() else ""), round(abs(value) / timedelta(milliseconds=1))
    seconds, rest = divmod(milliseconds, 1000)
    fraction = f".{rest:03}".rstrip("0") if rest else ""
    return f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}{fraction}"


def _clock(value: time) -> str:
    return value.isoformat("minutes" if value.second == value.microsecond == 0 else "seconds")
