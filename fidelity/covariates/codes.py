"""Codes that every package takes in place of names: of studies, of treatments, of criteria."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Final

STUDY_LONGEST: Final = 32
TREATMENT_LONGEST: Final = 28
COLUMN_LONGEST: Final = 29
"""Stata takes names of variables of 32 signs: `x_` stands before a treatment, `_lo` and `_hi` behind a covariate."""

_FILLERS: Final = frozenset(["a", "an", "for", "of", "the", "to"])
"""Small words that a name is read without."""

_SHORTEST: Final = 3
"""What is left of a word that is abbreviated has so many signs at least."""

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
    return _codes(names, lambda name, longest: abbreviated(name, longest, "study", "s_"), STUDY_LONGEST, _NOT_NAMES)


def treatment_codes(names: Iterable[str]) -> dict[str, str]:
    """Return a code for each name of a treatment, made of its words: at most 28 signs, no two alike in any case."""
    return _codes(names, abbreviated, TREATMENT_LONGEST, _NOT_NAMES | _COLUMNS)


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


def abbreviated(name: str, longest: int, nameless: str = "treatment", before: str = "t") -> str:
    """Return the words of a name joined by underscores, abbreviated until all of it fits.

    Small words go first; then the longest word is abbreviated, the last of equally long ones; where that is not enough,
    words are left off from the end. `nameless` is taken where there is no word, `before` put before a digit at the
    beginning.
    """
    words = words_of(name) or [nameless]
    if not words[0][0].isalpha():
        words[0] = f"{before}{words[0]}"
    while len("_".join(words)) > longest:
        if (filler := next((at for at in range(1, len(words)) if words[at] in _FILLERS), None)) is not None:
            del words[filler]
            continue
        shorter = [(len(word), at) for at, word in enumerate(words) if _stem(word) != word]
        if shorter:
            at = max(shorter)[1]
            words[at] = _stem(words[at])
        elif len(words) > 1:
            words.pop()
        else:
            words[0] = words[0][:longest]
    return "_".join(words)


def _stem(word: str) -> str:
    """Return a word cut where abbreviations usually end, after a consonant before a vowel; itself if that is nowhere.

    Denervation becomes denervat, then denerv, then den.
    """
    ends = [end for end in range(_SHORTEST, len(word)) if _is_vowel(word[end]) and not _is_vowel(word[end - 1])]
    return word[: ends[-1]] if ends else word


def _is_vowel(sign: str) -> bool:
    return sign in "aeiouyAEIOUY"


def _criterion_column(name: str, longest: int) -> str:
    return f"c_{abbreviated(name, longest - 2)}"


def _codes(
    names: Iterable[str], shortened: Callable[[str, int], str], longest: int, not_free: frozenset[str]
) -> dict[str, str]:
    """Give each name its code, in the order of the alphabet: a name that is a code already keeps itself."""
    codes: dict[str, str] = {}
    taken = set(not_free)
    for name in sorted(set(names), key=lambda name: (shortened(name, longest) != name, name)):
        code, number = shortened(name, longest), 1
        while code.casefold() in taken:
            number += 1
            code = f"{shortened(name, longest - len(str(number)) - 1)}_{number}"
        taken.add(code.casefold())
        codes[name] = code
    return codes
