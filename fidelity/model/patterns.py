"""Regular expressions of mapping files: each is held against texts in time that grows with the text alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import polars as pl

from fidelity.model.condition import refuse

LONGEST_PATTERN: Final = 200
LONGEST_TEXT: Final = 400
"""Longer texts fit no pattern: what the largest of patterns costs grows with the text."""
_REPEATED_GROUP: Final = re.compile(r"(?<!\\)\)\s*(?:[*+]|\{\d*,)")
_REPEATS: Final = re.compile(r"(?<!\\)(?:[*+]|\{\d+,\})")
_MOST_REPEATS: Final = 6
"""What repeats more often, or repeats what repeats inside it, says nothing that a reviewer would see at a glance."""
_ESCAPED: Final = re.compile(r"\\(.)", re.DOTALL)
_ODD_CLASS: Final = re.compile(r"\[\^?\]?[^\]]*?(?:&&|--|~~|\[)")
"""Signs in square brackets, without escaped ones, that Python and the engine that matches read in different ways."""


def groups_of(text: str, at: str) -> frozenset[str]:
    """Return the named groups of a pattern; the error of a model where it is none that is read, with its key `at`."""
    if len(text) > LONGEST_PATTERN:
        raise refuse("bad-pattern", f"the pattern has {len(text)} characters", "write a shorter one", at)
    what = "the pattern looks ahead or back, is too large, or has signs that are read in several ways"
    remedy = r"write a simpler one, with \ before { and [ that are meant as such"
    if {"<", ">"}.intersection(_ESCAPED.findall(text)) or _ODD_CLASS.search(_ESCAPED.sub("_", text)):
        raise refuse("bad-pattern", what, remedy, at)
    try:
        groups = frozenset(re.compile(text).groupindex)
    except re.error as error:
        raise refuse("bad-pattern", f"this is no regular expression ({error.msg})", "mend it", at) from None
    if _REPEATED_GROUP.search(text) or len(_REPEATS.findall(text)) > _MOST_REPEATS:
        clumsy = "the pattern repeats a group, or repeats too often: nobody can tell what it takes"
        raise refuse("bad-pattern", clumsy, "write a simpler one, without * or + behind a bracket", at)
    try:
        parts_of(text, [""])
    except pl.exceptions.ComputeError:
        raise refuse("bad-pattern", what, remedy, at) from None
    return groups


def parts_of(pattern: str, texts: Sequence[str]) -> list[dict[str, str] | None]:
    """Return what each named group of a pattern takes of each text, "" for nothing; None where it does not fit whole.

    The engine never goes back in a text, so that no pattern takes for ever on any of them.
    """
    whole = rf"\A(?i:{pattern})\z"
    told = pl.Series([text if len(text) <= LONGEST_TEXT else "" for text in texts], dtype=pl.String)
    fits = told.str.contains(whole).to_list()
    taken = told.str.extract_groups(whole).struct.unnest()
    names = list(re.compile(pattern).groupindex)
    rows = taken.select(names).fill_null("").rows(named=True) if names else [{} for _ in texts]
    return [
        row if fit and len(text) <= LONGEST_TEXT else None for text, fit, row in zip(texts, fits, rows, strict=True)
    ]
