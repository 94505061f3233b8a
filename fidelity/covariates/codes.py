"""Codes that every package takes in place of names: of studies, of treatments, of criteria."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

STUDY_LONGEST: Final = 32
TREATMENT_LONGEST: Final = 20
COLUMN_LONGEST: Final = 29
"""Stata takes names of variables of 32 signs, and `_lo` and `_hi` stand behind that of a covariate."""

_NOT_NAMES: Final = frozenset(["true", "t", "false", "f", "na", "nan", "inf", "null", "none"])
"""What R reads as a truth value, as nothing or as no number."""
_COLUMNS: Final = frozenset(
    # What the packages call their columns, what they add to a table, and what Stata keeps for itself.
    "active arm arms class covar design diff effect event events fid id indirectness label mean n node outcome r "
    "reference rob role s sampleSize sd se seTE study studlab t TE treat treat1 treat2 treatment trt trt_class vi "
    "year yi y "
    "if in using with all cons".casefold().split()
)


def study_codes(names: Iterable[str]) -> dict[str, str]:
    """Return a code for each name of a study: `[A-Za-z][A-Za-z0-9_]*`, at most 32 signs, no two alike in any case."""
    return _codes(names, _study_code, STUDY_LONGEST, _NOT_NAMES)


def treatment_codes(names: Iterable[str]) -> dict[str, str]:
    """Return a code for each name of a treatment, made of its words: at most 20 signs, no two alike in any case."""
    return _codes(names, lambda name: abbreviated(name, TREATMENT_LONGEST), TREATMENT_LONGEST, _NOT_NAMES | _COLUMNS)


def criterion_columns(ids: Iterable[str]) -> dict[str, str]:
    """Return the column of each criterion, `c_` and its id: at most 29 signs, no two alike in any case."""
    return _codes(ids, _criterion_column, COLUMN_LONGEST, _NOT_NAMES)


def domain_columns(domains: Iterable[str]) -> dict[str, str]:
    """Return the column of each domain, which is called as the domain unless packages take that name otherwise."""
    return {name: f"d_{name}"[:COLUMN_LONGEST] if _is_taken(name) else name for name in domains}


def _is_taken(name: str) -> bool:
    """Whether a package takes a column for another thing: MetaInsight does so with whatever begins with rob."""
    return name in _COLUMNS | _NOT_NAMES or name.startswith("rob")


def words_of(name: str) -> list[str]:
    """Return the words of a name in plain letters and digits: accents are left off, other signs part words."""
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ø", "o").replace("Ø", "O"))
    return re.findall(r"[A-Za-z0-9]+", "".join(sign for sign in plain if not unicodedata.combining(sign)))


def abbreviated(name: str, longest: int) -> str:
    """Return the words of a name joined by underscores, the longest words cut at their end until all of it fits."""
    words = words_of(name) or ["treatment"]
    if not words[0][0].isalpha():
        words[0] = f"t{words[0]}"
    while len("_".join(words)) > longest:
        length = max(map(len, words))
        if length == 1:
            return "".join(words)[:longest]
        at = max(place for place, word in enumerate(words) if len(word) == length)
        words[at] = words[at][:-1]
    return "_".join(words)


def _study_code(name: str) -> str:
    code = "_".join(words_of(name)) or "study"
    return code if code[0].isalpha() else f"s_{code}"


def _criterion_column(name: str) -> str:
    return f"c_{abbreviated(name, COLUMN_LONGEST - 2)}"


def _codes(names: Iterable[str], first: Callable[[str], str], longest: int, not_free: frozenset[str]) -> dict[str, str]:
    """Give each name its code, in the order of the alphabet: a name that is a code already keeps itself."""
    codes: dict[str, str] = {}
    taken = set(not_free)
    for name in sorted(set(names), key=lambda name: (first(name) != name, name)):
        wanted, number = first(name)[:longest], 1
        code = wanted
        while code.casefold() in taken:
            number += 1
            code = f"{wanted[: longest - len(str(number)) - 1]}_{number}"
        taken.add(code.casefold())
        codes[name] = code
    return codes
